"""Who disagrees with whom: the odd ones out of the corpus, each once, with the places that speak against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lint.comparison.corpus import Corpus, Statement
from lint.comparison.group import NOBODY, SHOWN, Group, Opponents, Value, side_by_side
from lint.comparison.implied import Beaten, against_order
from lint.comparison.values import slot

Scope = Literal["canon", "page", "corpus"]


@dataclass(frozen=True, slots=True)
class Odd:
    """A statement that cannot stand: against the canon, its own page or other pages, and who speaks against it.

    ``shares`` is what speaks where only the order of a page's shares does; ``value`` is the other side's, for the
    fingerprint.
    """

    scope: Scope
    statement: Statement
    opponents: Opponents = NOBODY
    shares: Beaten | None = None
    value: object = ""


@dataclass(frozen=True, slots=True)
class Disagreements:
    """All odd ones out, and the comparisons that it took."""

    odd: tuple[Odd, ...]
    compared: int


def find(corpus: Corpus) -> Disagreements:
    """Find the odd ones out of every group: one for each mistaken place, never one for each pair.

    What the canon contradicts is odd for that reason; of the rest, first what a page says against itself, then what
    is against the value that most pages hold.
    """
    implied = against_order(corpus)
    odd: list[Odd] = []
    compared = 0
    for statements in corpus.groups.values():
        group = Group(statements)
        # One value alone has nothing to disagree with but the canon and the shares.
        odd += _refused(group, implied)
        taken = {id(o.statement) for o in odd}
        if len(group.values) > 1:
            for finder in (_within_pages, _across):
                new = finder(group, [s for s in statements if id(s) not in taken and not _refused_by_canon(s)], implied)
                odd += new
                taken |= {id(o.statement) for o in new}
        odd += _out_of_order([s for s in statements if id(s) not in taken], implied)
        compared += group.compared
    return Disagreements(tuple(odd), compared)


def _refused_by_canon(statement: Statement) -> bool:
    return statement.judgement.verdict == "contradicts"


def _refused(group: Group, implied: dict[int, list[Beaten]]) -> list[Odd]:
    odd = []
    for value, held in group.values.items():
        if group.refused(value):
            for statement in held:
                odd.append(Odd("canon", statement, _joined(group.against(statement), implied.get(id(statement), ()))))
    return odd


def _joined(opponents: Opponents, beaten: Sequence[Beaten]) -> Opponents:
    """Add the shares that speak against a statement to its opponents."""
    shares = tuple(share for b in beaten[:SHOWN] for share in (*b.greater, b.share))
    paths = frozenset(b.share.path for b in beaten)
    total = opponents.total + sum(len(b.greater) + 1 for b in beaten)
    return Opponents((*opponents.listed, *shares), total, (*opponents.sides, paths))


def _weakened(group: Group, implied: dict[int, list[Beaten]]) -> dict[Value, int]:
    return {value: len(implied.get(id(held[0]), ())) for value, held in group.values.items()}


def _within_pages(group: Group, statements: Sequence[Statement], implied: dict[int, list[Beaten]]) -> list[Odd]:
    odd = []
    weakened = _weakened(group, implied)
    pages: dict[str, list[Statement]] = {}
    for statement in statements:
        pages.setdefault(statement.path, []).append(statement)
    for page in pages.values():
        values = dict.fromkeys(group.value(s) for s in page)
        if len(values) < 2:
            continue
        reference = group.reference(values, weakened)
        for statement in page:
            value = group.value(statement)
            if not group.contradict(value, reference):
                continue
            if any(group.value(s) == reference and not side_by_side(s, statement) for s in page):
                odd.append(Odd("page", statement, group.opponents(statement, [reference]), value=reference))
    return odd


def _across(group: Group, statements: Sequence[Statement], implied: dict[int, list[Beaten]]) -> list[Odd]:
    values = dict.fromkeys(group.value(s) for s in statements)
    if len(values) < 2:
        return []
    reference = group.reference(values, _weakened(group, implied))
    odd = []
    for statement in statements:
        if group.contradict(group.value(statement), reference):
            opponents = group.opponents(statement, [reference])
            if any(other.path != statement.path for other in opponents.listed):
                odd.append(Odd("corpus", statement, opponents, value=reference))
    return odd


def _out_of_order(statements: Sequence[Statement], implied: dict[int, list[Beaten]]) -> list[Odd]:
    odd = []
    for statement in statements:
        beaten = implied.get(id(statement))
        if not beaten or statement.judgement.verdict == "agree":
            continue
        beaten = sorted(beaten, key=lambda b: b.share.path != statement.path)
        scope: Scope = "page" if beaten[0].share.path == statement.path else "corpus"
        odd.append(Odd(scope, statement, _joined(NOBODY, beaten), beaten[0], sorted(map(_site, beaten[0].greater))))
    return odd


def _site(statement: Statement) -> str:
    return str(slot(statement.claim, statement.kind, "site"))
