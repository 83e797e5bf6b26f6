"""The checks: from the claims of a corpus to findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from lint.checks import canon_checks, contradictions, figures, mixed_events, strength, terms
from lint.checks.case import Case
from lint.comparison.corpus import PageClaims
from lint.findings import Finding, Raised
from lint.packs import Packs
from lint.rules import ordered
from lint.stages import stage

if TYPE_CHECKING:
    from lint.canon import Canon

CHECKS: Mapping[str, Callable[[Case], Iterable[Raised]]] = {
    "contradicts-canon": contradictions.against_canon,
    "contradicts-page": contradictions.against_page,
    "contradicts-corpus": contradictions.against_corpus,
    "impossible-figures": figures.check,
    "overstated": strength.overstated,
    "inconsistent-strength": strength.inconsistent,
    "mixed-events": mixed_events.check,
    "expired-claim": canon_checks.expired,
    "incomplete-list": canon_checks.incomplete,
    "unverified-figure": canon_checks.unverified,
    "terms": terms.check,
}
"""The checks, by the rule that each raises (``terms`` raises four)."""

__all__ = ["CHECKS", "Case", "PageClaims", "Raised", "check", "findings", "raised"]


def check(
    corpus: Sequence[PageClaims],
    canon: Canon | None,
    packs: Packs,
    today: datetime.date,
    focus: Set[str] | None = None,
) -> list[Finding]:
    """Return the findings of a corpus, sorted, at each rule's default severity; rules that are off are among them.

    ``focus`` are the paths to report on (None: all): a finding counts when any of its sides lies in one of them,
    and is the same whatever the focus.
    """
    return findings(Case(corpus, canon, packs, today), focus)


def findings(case: Case, focus: Set[str] | None = None) -> list[Finding]:
    """Return the findings of a case, as ``check`` does; the case keeps what it found for ``explain`` and the counts."""
    return ordered(r.finding for r in raised(case) if focus is None or r.touches(focus))


def raised(case: Case) -> list[Raised]:
    """Return all findings of a case, each with the paths of its sides."""
    with stage("comparison: claims held against approved statements"):
        _ = case.statements
    with stage("comparison: who disagrees"):
        _ = case.disagreements
    found: list[Raised] = []
    for name, run in CHECKS.items():
        with stage(f"rule {name}"):
            found += run(case)
    return found
