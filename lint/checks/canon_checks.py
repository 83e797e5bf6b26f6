"""expired-claim, incomplete-list and unverified-figure: what the canon says of copy that it does not contradict."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lint.checks.case import Case, raise_finding
from lint.checks.wording import approved, figure, listing, site
from lint.comparison.values import left_out
from lint.findings import Raised

if TYPE_CHECKING:
    from lint.canon import CanonicalClaim


def expired(case: Case) -> Iterable[Raised]:
    """Report copy that rests on a canonical claim past its review date, once for each page and canonical claim."""
    seen: set[tuple[str, str]] = set()
    for statement in case.statements:
        resting = statement.judgement.rests_on()
        if not resting or not all(_past(canonical, case.today) for canonical in resting):
            continue
        canonical = resting[0]
        if (statement.path, canonical.id) not in seen:
            seen.add((statement.path, canonical.id))
            words = (
                f"rests on an approved statement that was due for review by {canonical.review_by}:"
                f" {approved(canonical, case.canon, case.packs)}"
            )
            yield raise_finding("expired-claim", statement, words, canon=canonical.id, against=str(canonical.review_by))


def _past(canonical: CanonicalClaim, today: datetime.date) -> bool:
    return canonical.review_by is not None and canonical.review_by < today


def incomplete(case: Case) -> Iterable[Raised]:
    """Report closed lists that leave out an item of the canonical list."""
    for statement in case.statements:
        canonical = statement.judgement.canonical
        if canonical is None or statement.judgement.verdict != "agree":
            continue
        missing = left_out(statement.claim, canonical.claim, statement.kind)
        if missing:
            names = listing(sorted(site(id_, case.packs) for id_ in missing))
            words = f"leaves out {names}; the approved statement is {approved(canonical, case.canon, case.packs)}"
            yield raise_finding("incomplete-list", statement, words, canon=canonical.id, against=sorted(missing))


def unverified(case: Case) -> Iterable[Raised]:
    """Report figures that no canonical claim covers."""
    for statement in case.statements:
        if statement.kind.compare == "interval" and statement.judgement.verdict == "incomparable":
            words = f"no approved statement covers this figure ({figure(statement.claim)})"
            yield raise_finding("unverified-figure", statement, words)
