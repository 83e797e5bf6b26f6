"""Statements about the same thing, by value: which value most places hold, and which speak against it.

Equal values compare alike, so values are compared and not statements; and each value is compared with the few most
widely held ones, so that the cost grows with the number of values and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.comparison import Result, Standard, compare_values
from lint.comparison.corpus import Statement
from lint.comparison.values import choice, steps, value_key

Value = tuple[object, ...]
WIDELY_HELD = 16
SHOWN = 11
"""One more than a finding lists."""


@dataclass(frozen=True, slots=True)
class Opponents:
    """Who speaks against a statement: the first of them, how many there are, and the paths of all."""

    listed: tuple[Statement, ...] = ()
    total: int = 0
    sides: tuple[frozenset[str], ...] = ()


NOBODY = Opponents()


class Group:
    """The statements of one subject. ``compared`` counts the comparisons made."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.statements = tuple(statements)
        self.kind = statements[0].kind
        self.compared = 0
        self.values: dict[Value, list[Statement]] = {}
        for statement in statements:
            self.values.setdefault(self.value(statement), []).append(statement)
        trials = statements[0].judgement.trials
        tolerances = [t.canonical.tolerance for t in trials if t.canonical.tolerance is not None]
        self._standard = Standard(tolerance=max(tolerances, default=None))
        self._results: dict[tuple[Value, Value], Result] = {}
        self._support: dict[Value, int] = {}
        self._sides: dict[Value, frozenset[str]] = {}
        self._pages = {value: len({s.path for s in held}) for value, held in self.values.items()}

    def value(self, statement: Statement) -> Value:
        """Return the value that a statement holds."""
        return value_key(statement.claim, self.kind)

    def compare(self, first: Value, second: Value) -> Result:
        """Compare two values; both of a pair that fits the canon may stand, whatever lies between them."""
        if first == second:
            return Result("agree")
        pair = (first, second)
        if pair not in self._results:
            self.compared += 1
            a, b = self.values[first][0], self.values[second][0]
            result = compare_values(a.claim, b.claim, self.kind, self._standard)
            if result.verdict == "contradicts" and self.fits(first) and self.fits(second):
                result = Result("strength" if self.kind.compare == "scale" else "agree", result.reason)
            self._results[pair] = self._results[second, first] = result
        return self._results[pair]

    def contradict(self, first: Value, second: Value) -> bool:
        """Tell whether two values cannot both be true."""
        return self.compare(first, second).verdict == "contradicts"

    def fits(self, value: Value) -> bool:
        """Tell whether the canon agrees with a value."""
        return self.values[value][0].judgement.verdict == "agree"

    def refused(self, value: Value) -> bool:
        """Tell whether the canon contradicts a value."""
        return self.values[value][0].judgement.verdict == "contradicts"

    @cached_property
    def widely_held(self) -> list[Value]:
        """Return the values that most pages hold, of those that the canon does not contradict."""
        standing = [value for value in self.values if not self.refused(value)]
        return sorted(standing, key=lambda v: (-self._pages[v], *self._first(v)))[:WIDELY_HELD]

    def support(self, value: Value) -> int:
        """Return how many pages hold a value or one that may stand beside it."""
        if value not in self._support:
            others = self.widely_held if len(self.values) > WIDELY_HELD else list(self.values)
            self._support[value] = sum(
                self._pages[other] for other in others if not self.refused(other) and not self.contradict(value, other)
            )
        return self._support[value]

    def reference(self, values: Iterable[Value], weaken: dict[Value, int] | None = None) -> Value:
        """Return the value to hold the others against.

        The canon's first, then the one that most pages bear out, less those counted against it in ``weaken``; of
        equals the one nearest to the canon, then the one stated first.
        """
        against = weaken or {}

        def rank(value: Value) -> tuple[object, ...]:
            backing = self.support(value) - against.get(value, 0)
            if self.kind.compare == "scale":
                # Neighbouring steps bear each other out, so what counts is how many say just this.
                return (not self.fits(value), -self._pages[value], self.distance(value), -backing, *self._first(value))
            return (not self.fits(value), -backing, -self._pages[value], self.distance(value), *self._first(value))

        candidates = sorted(values, key=lambda v: (not self.fits(v), -self._pages[v], *self._first(v)))[:WIDELY_HELD]
        return min(candidates, key=rank)

    def distance(self, value: Value) -> int:
        """Return how many steps of a scale a value lies from the canonical one, 0 where there is no scale or canon."""
        statement = self.values[value][0]
        canonical = statement.judgement.canonical
        if self.kind.compare != "scale" or canonical is None:
            return 0
        theirs = steps(canonical.claim, self.kind)
        return min((abs(x - y) for x in steps(statement.claim, self.kind) for y in theirs), default=0)

    def against(self, statement: Statement) -> Opponents:
        """Return who speaks against a statement and is not refused by the canon."""
        value = self.value(statement)
        near = {self.value(other) for other in self.by_page[statement.path]}
        rivals = dict.fromkeys([*self.widely_held, *sorted((v for v in near if not self.refused(v)), key=self._first)])
        return self.opponents(statement, [rival for rival in rivals if self.contradict(value, rival)])

    def opponents(self, statement: Statement, rivals: Sequence[Value]) -> Opponents:
        """Return the holders of rival values: those on the statement's page, then the first of the others."""
        page = [s for s in self.by_page[statement.path] if self.value(s) in rivals and not side_by_side(s, statement)]
        others = [s for rival in rivals for s in self.values[rival][: SHOWN + len(page)] if s.path != statement.path]
        listed = (*page, *sorted(others, key=lambda s: (s.path, s.place.start))[:SHOWN])
        own = sum(self.value(s) in rivals for s in self.by_page[statement.path])
        total = sum(len(self.values[rival]) for rival in rivals) - own + len(page)
        return Opponents(listed, total, tuple(self._paths(rival) for rival in rivals))

    def _paths(self, value: Value) -> frozenset[str]:
        if value not in self._sides:
            self._sides[value] = frozenset(s.path for s in self.values[value])
        return self._sides[value]

    @cached_property
    def by_page(self) -> dict[str, tuple[Statement, ...]]:
        """The group's statements by page."""
        pages: dict[str, list[Statement]] = {}
        for statement in self.statements:
            pages.setdefault(statement.path, []).append(statement)
        return {path: tuple(page) for path, page in pages.items()}

    def _first(self, value: Value) -> tuple[str, int]:
        place = self.values[value][0].place
        return place.path, place.start


def side_by_side(first: Statement, second: Statement) -> bool:
    """Tell whether one sentence states both: it tells two things apart, and does not contradict itself."""
    a, b = first.claim, second.claim
    if first.path != second.path:
        return False
    if a.place.start < b.place.end and b.place.start < a.place.end:
        return True
    return a.sentence >= 0 and a.sentence == b.sentence


def bare_step(statement: Statement) -> tuple[str, bool]:
    """Return the step of a scale that a statement words, and whether it is hedged ("may not be possible")."""
    word, values = choice(statement.claim, statement.kind)
    return word, statement.claim.certainty == "possible" and bool(values) and word != values[-1]
