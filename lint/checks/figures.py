"""impossible-figures: what no figures can be."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise

from lint.checks.case import Case, raise_finding
from lint.checks.wording import figure, say
from lint.comparison.corpus import Statement
from lint.comparison.values import interval, slot
from lint.findings import Raised

RULE = "impossible-figures"
_YEARS = re.compile(r"(\d+)[- ]year")
_ROUNDING = 1.0
"""Percentage points that rounding may add to a sum, for each of its parts half of it."""


def check(case: Case) -> Iterable[Raised]:
    """Report shares above 100%, survival that rises with time, and parts that add up to more than the whole."""
    for page in case.pages.values():
        figures = [s for s in page if s.kind.compare == "interval" and s.claim.polarity == "affirmed"]
        possible = []
        for statement in figures:
            if words := _impossible(statement):
                yield raise_finding(RULE, statement, words)
            else:
                possible.append(statement)
        yield from _survival(possible, case)
        yield from _sums(possible)


def _impossible(statement: Statement) -> str:
    claim = statement.claim
    range_ = interval(claim, statement.kind)
    ends = [end for end in (claim.slots.get("low"), claim.slots.get("high")) if isinstance(end, int | float)]
    if any(end < 0 for end in ends):
        return f"says {figure(claim)}: no such figure can be below zero"
    if range_.unit == "%" and any(end > 100 for end in ends):
        return f"says {figure(claim)}: no share can be above 100%"
    if range_.low > range_.high:
        return f"says {figure(claim)}: the range runs backwards"
    return ""


def _survival(figures: Sequence[Statement], case: Case) -> Iterable[Raised]:
    """Survival to a later year cannot be greater than to an earlier one: hold each year against the one before."""
    curves: dict[Hashable, list[tuple[int, Statement]]] = {}
    for statement in figures:
        found = _YEARS.search(str(slot(statement.claim, statement.kind, "measure") or ""))
        if found and interval(statement.claim, statement.kind).unit == "%":
            subject = statement.judgement.subject
            curves.setdefault((subject.topic.condition, subject.population), []).append((int(found[1]), statement))
    for curve in curves.values():
        curve.sort(key=lambda point: (point[0], point[1].place.start))
        for (years, earlier), (later_years, later) in pairwise(curve):
            first, second = interval(earlier.claim, earlier.kind), interval(later.claim, later.kind)
            if years < later_years and second.low > first.high:
                words = (
                    f"says that more are alive after {later_years} years ({figure(later.claim)})"
                    f" than after {years} years ({figure(earlier.claim)})"
                )
                yield raise_finding(RULE, later, words, [earlier], against=say(earlier.claim, case.packs))


def _sums(figures: Sequence[Statement]) -> Iterable[Raised]:
    """Shares of a population whose members have one place each (deposits) add up to 100% at most."""
    tables: dict[Hashable, dict[Hashable, Statement]] = {}
    for statement in figures:
        subject = statement.judgement.subject
        if subject.population.exclusive:
            key = (subject.topic.kind, subject.topic.condition, subject.event, subject.population)
            tables.setdefault(key, {}).setdefault(subject.topic.parts, statement)
    for table in tables.values():
        parts = list(table.values())
        total = sum(max(interval(s.claim, s.kind).low, 0.0) for s in parts)
        if len(parts) > 1 and total > 100 + _ROUNDING / 2 * len(parts):
            words = f"the shares of one whole add up to {total:g}%"
            yield raise_finding(RULE, parts[-1], words, parts[:-1], against=f"{total:g}")
