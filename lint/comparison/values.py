"""How two values of one type compare: intervals, steps of a scale, opposites, terms and lists of terms.

Each function takes two claims of one kind that are about the same thing. Between pages (``Standard.canonical``
false) every one of them is symmetric; a negated claim stands for the complement of its value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lint.claims import Claim, Kind, SlotValue
from lint.comparison.result import AGREE, PAGE, Result, Standard

POINTS = 5.0
"""How far two pages' percentages may lie apart."""
SHARE = 0.2
"""How far two pages' other figures may lie apart, as a share of the larger one."""
ROUNDING = 0.005
"""A figure given as 1 in 6 and one given as 16.7% are the same."""
MONTHS = {"months": 1.0, "month": 1.0, "years": 12.0, "year": 12.0}


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval in one unit; an open end is infinite. Durations are in months."""

    low: float
    high: float
    unit: str

    def gap(self, other: Interval) -> float:
        """Return how far the two lie apart, 0 where they meet."""
        return max(self.low - other.high, other.low - self.high, 0.0)

    def within(self, other: Interval) -> bool:
        """Tell whether this interval lies inside the other."""
        return other.low <= self.low and self.high <= other.high


def slot(claim: Claim, kind: Kind, name: str) -> SlotValue:
    """Return a slot's value, or its default where the claim leaves it out."""
    if name in claim.slots:
        return claim.slots[name]
    declared = kind.slot(name)
    return declared.default if declared else None


def interval(claim: Claim, kind: Kind) -> Interval:
    """Return the figure of a claim; percentages where the kind has no unit."""
    unit = str(slot(claim, kind, "unit") or "%")
    low, high = slot(claim, kind, "low"), slot(claim, kind, "high")
    factor = MONTHS.get(unit, 1.0)
    return Interval(
        float(low) * factor if isinstance(low, int | float) else -math.inf,
        float(high) * factor if isinstance(high, int | float) else math.inf,
        "months" if unit in MONTHS else unit,
    )


def terms(claim: Claim, kind: Kind) -> frozenset[str]:
    """Return the terms that are a claim's value (not those of its key)."""
    found: set[str] = set()
    for declared in kind.slots:
        if declared.type in ("term", "terms") and declared.name not in kind.key:
            value = slot(claim, kind, declared.name)
            found.update(value if isinstance(value, tuple) else [str(value)] if value is not None else [])
    return frozenset(found)


def choice(claim: Claim, kind: Kind) -> tuple[str, tuple[str, ...]]:
    """Return the choice that is a claim's value, and all that it was chosen from."""
    for declared in kind.slots:
        if declared.type == "choice" and declared.name not in kind.key:
            return str(slot(claim, kind, declared.name)), declared.values
    return "", ()


def steps(claim: Claim, kind: Kind) -> frozenset[int]:
    """Return the steps of a scale that a claim leaves open, counted from 0.

    A bare "can be" is the top step said with certainty "possible": it holds from the middle up. A hedged bottom
    step may be the one above it too; a denied top step is one of the two at the bottom.
    """
    value, values = choice(claim, kind)
    if value not in values:
        return frozenset(range(len(values)))
    step, top = values.index(value), len(values) - 1
    open_: frozenset[int] = frozenset({step})
    if claim.certainty == "possible" and step == top:
        open_ = frozenset(range(len(values) // 2, len(values)))
    elif claim.certainty == "possible" and step == 0:
        open_ = frozenset({0, 1})
    elif claim.certainty == "usual" and step == top:
        open_ = frozenset({top - 1, top})
    elif claim.certainty == "usual" and step == 0:
        open_ = frozenset({1})
    if claim.polarity == "affirmed":
        return open_
    return frozenset({0, 1}) if top in open_ else frozenset(range(len(values))) - open_


def _figures(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    first, second = interval(a, kind), interval(b, kind)
    if first.unit != second.unit:
        return Result("incomparable", f"one is in {first.unit}, the other in {second.unit}")
    ends = (first.low, first.high, second.low, second.high)
    largest = max((abs(end) for end in ends if math.isfinite(end)), default=0.0)
    allowed = _allowed(first.unit, largest, standard) + ROUNDING * largest
    if a.polarity != b.polarity:
        said, denied = (first, second) if a.polarity == "affirmed" else (second, first)
        return Result("contradicts", "denies the figure") if said.within(denied) else AGREE
    if a.polarity == "negated" or first.gap(second) <= allowed:
        return AGREE
    return Result("contradicts", "the figures do not meet")


def _allowed(unit: str, largest: float, standard: Standard) -> float:
    if standard.tolerance is not None or standard.canonical:
        return standard.tolerance or 0.0
    return POINTS if unit == "%" else SHARE * largest


def _scale(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    first, second = steps(a, kind), steps(b, kind)
    values = choice(a, kind)[1]
    second |= {values.index(word) for word in standard.accept if word in values}
    apart = min((abs(x - y) for x in first for y in second), default=0)
    if apart == 0 or (not standard.canonical and _most_not_and_some(a, first, b, second)):
        return AGREE
    if apart > 1:
        return Result("contradicts", "the two are more than a difference of wording")
    middle = (len(values) - 1) / 2
    surer = min(abs(x - middle) for x in first) > min(abs(y - middle) for y in second)
    return Result("strength", "says the same with another strength", surer)


def _most_not_and_some(a: Claim, first: frozenset[int], b: Claim, second: frozenset[int]) -> bool:
    """Tell whether one place says that most cannot, the other that some can: both are so."""
    return {first, second} == {frozenset({1}), frozenset({2})} and (a if 1 in first else b).certainty == "usual"


def _opposite(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    values = frozenset(choice(a, kind)[1])
    first, second = _choices(a, kind, values), _choices(b, kind, values) | frozenset(standard.accept)
    if first & second:
        return AGREE
    if first == {"none"} and b.certainty == "possible":
        return Result("strength", "one says that it may, the other that it does not", surer=True)
    if second == {"none"} and a.certainty == "possible" and not standard.canonical:
        return Result("strength", "one says that it may, the other that it does not")
    return Result("contradicts", "one denies what the other says")


def _choices(claim: Claim, kind: Kind, values: frozenset[str]) -> frozenset[str]:
    said = frozenset({choice(claim, kind)[0]})
    return said if claim.polarity == "affirmed" else values - said


def _same(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    first, second = terms(a, kind), terms(b, kind)
    if a.polarity != b.polarity:
        return Result("contradicts", "one denies what the other says") if first == second else AGREE
    if a.polarity == "negated" or not first or first & (second | frozenset(standard.may_include)) or not second:
        return AGREE
    if not kind.key and "possible" in (a.certainty, b.certainty):
        # Where one place may come first, another may as well.
        return AGREE
    return Result("contradicts", "the two name different places")


def _listed(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    # A page's list is seldom the whole of it, so two pages' lists speak against each other only by denial.
    first, second = terms(a, kind), terms(b, kind)
    if a.polarity != b.polarity:
        return Result("contradicts", "one denies what the other says") if first == second else AGREE
    if not standard.canonical or a.polarity == "negated" or choice_of_key(a, kind) != _top_rank(kind):
        return AGREE
    extra = first - second - frozenset(standard.may_include)
    return Result("contradicts", "the list holds more than the approved one") if extra else AGREE


def choice_of_key(claim: Claim, kind: Kind) -> str:
    """Return the choice that is part of a claim's key: the rank of a list."""
    for declared in kind.slots:
        if declared.type == "choice" and declared.name in kind.key:
            return str(slot(claim, kind, declared.name))
    return ""


def _top_rank(kind: Kind) -> str:
    return next((s.values[0] for s in kind.slots if s.type == "choice" and s.name in kind.key and s.values), "")


def left_out(claim: Claim, canonical: Claim, kind: Kind) -> frozenset[str]:
    """Return the canonical terms that a closed list of the first rank leaves out; empty for any other claim."""
    whole = claim.closed and claim.polarity == "affirmed" and kind.compare == "listed"
    if not whole or choice_of_key(claim, kind) != _top_rank(kind):
        return frozenset()
    return terms(canonical, kind) - terms(claim, kind)


def _none(a: Claim, b: Claim, kind: Kind, standard: Standard) -> Result:
    return Result("incomparable", "claims of this kind are not compared")


COMPARISONS: Mapping[str, Callable[[Claim, Claim, Kind, Standard], Result]] = {
    "interval": _figures,
    "scale": _scale,
    "opposite": _opposite,
    "same": _same,
    "listed": _listed,
    "none": _none,
}


def value_key(claim: Claim, kind: Kind) -> tuple[object, ...]:
    """Return a hashable value: claims with equal ones compare alike with every other claim about the same thing."""
    if kind.compare == "interval":
        return ("interval", interval(claim, kind), claim.polarity)
    if kind.compare == "scale":
        return ("scale", *sorted(steps(claim, kind)), choice(claim, kind)[0], claim.certainty, claim.polarity)
    if kind.compare == "opposite":
        return ("opposite", choice(claim, kind)[0], claim.polarity, claim.certainty == "possible")
    return (kind.compare, tuple(sorted(terms(claim, kind))), claim.polarity)


def compare_values(a: Claim, b: Claim, kind: Kind, standard: Standard = PAGE) -> Result:
    """Compare the values of two claims about the same thing; ``b`` is the canonical one under a canonical standard."""
    if a.polarity != b.polarity and _plain(a, kind) == _plain(b, kind):
        return Result("contradicts", "one denies what the other says")
    return COMPARISONS[kind.compare](a, b, kind, standard)


def _plain(claim: Claim, kind: Kind) -> tuple[object, ...]:
    """Return what a claim says before it is affirmed or denied."""
    if kind.compare == "interval":
        return (interval(claim, kind),)
    if kind.compare in ("scale", "opposite"):
        return (choice(claim, kind)[0],)
    return tuple(sorted(terms(claim, kind)))
