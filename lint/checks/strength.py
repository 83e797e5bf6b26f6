"""overstated and inconsistent-strength: the same thing said more surely than approved, or differently in places."""

from __future__ import annotations

from collections.abc import Iterable

from lint.checks.case import Case, raise_finding
from lint.checks.wording import approved, more, say
from lint.comparison import surer
from lint.comparison.corpus import Statement
from lint.comparison.group import Group, bare_step, side_by_side
from lint.comparison.values import value_key
from lint.findings import Raised

GRADED = frozenset({"same", "opposite"})
"""Comparisons of values that carry no strength of their own: there the certainty is the strength."""


def overstated(case: Case) -> Iterable[Raised]:
    """Report copy that is surer than the canon allows."""
    for statement in case.statements:
        judgement = statement.judgement
        canonical = judgement.canonical
        if canonical is None:
            continue
        agrees = judgement.verdict == "agree" and statement.kind.compare in GRADED and surer(statement.claim, canonical)
        if agrees or (judgement.verdict == "strength" and judgement.result.surer):
            words = (
                f"says {say(statement.claim, case.packs)} more surely than is approved;"
                f" the approved statement is {approved(canonical, case.canon, case.packs)}"
            )
            against = (value_key(canonical.claim, statement.kind), canonical.claim.certainty)
            yield raise_finding("overstated", statement, words, canon=canonical.id, against=against)


def inconsistent(case: Case) -> Iterable[Raised]:
    """Report the odd ones out among places that word one thing a step apart: one finding for each page and wording."""
    odd = {id(o.statement) for o in case.disagreements.odd}
    for statements in case.groups.values():
        if statements[0].kind.compare != "scale":
            continue
        standing = [s for s in statements if id(s) not in odd and s.judgement.verdict != "contradicts"]
        if standing:
            yield from _group(Group(standing), case)


def _group(group: Group, case: Case) -> Iterable[Raised]:
    reference = group.reference(group.values)
    seen: set[tuple[str, object]] = set()
    for statement in group.statements:
        value, judgement = group.value(statement), statement.judgement
        if (statement.path, value) in seen or (judgement.verdict == "strength" and judgement.result.surer):
            continue
        apart = value != reference and group.compare(value, reference).verdict == "strength"
        others = group.opponents(statement, [reference] if apart else [])
        if not others.listed:
            hedged = [s for s in group.by_page[statement.path] if _hedges(statement, s)]
            others = group.opponents(statement, list(dict.fromkeys(group.value(s) for s in hedged)))
        if others.listed:
            other = others.listed[0]
            where = "this page also" if other.path == statement.path else other.path
            words = (
                f"says {say(statement.claim, case.packs)}, but {where} says {say(other.claim, case.packs)}:"
                " word it the same everywhere" + more(others.total, len(others.listed))
            )
            against, sides = group.value(other), others.sides
        elif judgement.verdict == "strength" and judgement.canonical:
            words = (
                f"says {say(statement.claim, case.packs)}, a step away from the approved statement:"
                f" {approved(judgement.canonical, case.canon, case.packs)}"
            )
            against, sides = value_key(judgement.canonical.claim, statement.kind), ()
        else:
            continue
        seen.add((statement.path, value))
        canonical = judgement.canonical.id if judgement.verdict == "strength" and judgement.canonical else None
        yield raise_finding(
            "inconsistent-strength", statement, words, others.listed, canon=canonical, against=against, sides=sides
        )


def _hedges(statement: Statement, other: Statement) -> bool:
    """Tell whether a statement hedges what another on its page says outright."""
    step, hedged = bare_step(statement)
    other_step, other_hedged = bare_step(other)
    return hedged and not other_hedged and step == other_step and not side_by_side(statement, other)
