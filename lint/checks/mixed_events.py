"""mixed-events: shares side by side that are each right for some event, and for no single one together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from lint.checks.case import Case, raise_finding
from lint.checks.wording import figure, listing, say, site
from lint.comparison.corpus import Statement
from lint.comparison.subject import ANY
from lint.comparison.values import slot
from lint.findings import Raised

if TYPE_CHECKING:
    from lint.canon import CanonicalClaim

RULE = "mixed-events"


def check(case: Case) -> Iterable[Raised]:
    """Report, once for each page and population, the share that keeps the others from fitting one event."""
    for page in case.pages.values():
        tables: dict[Hashable, dict[object, Statement]] = {}
        for statement in page:
            subject = statement.judgement.subject
            if subject.event == ANY and statement.judgement.verdict == "agree":
                key = (subject.topic.kind, subject.topic.condition, subject.population)
                tables.setdefault(key, {}).setdefault(subject.topic.parts, statement)
        for table in tables.values():
            if len(table) > 1:
                yield from _table(list(table.values()), case)


def _table(shares: list[Statement], case: Case) -> Iterable[Raised]:
    covered: dict[str, dict[int, bool]] = {}
    for statement in shares:
        for trial in statement.judgement.trials:
            if trial.result.verdict != "incomparable":
                fits = covered.setdefault(_event(trial.canonical), {})
                fits[id(statement)] = fits.get(id(statement), False) or trial.result.verdict == "agree"
    # An event with figures for one of the sites alone says nothing of how they go together.
    widest = max((len(fits) for fits in covered.values()), default=0)
    events = {event: fits for event, fits in covered.items() if len(fits) == widest}
    if widest < 2 or len(covered) < 2:
        return
    misfits = {event: [s for s in shares if fits.get(id(s)) is False] for event, fits in events.items()}
    event = min(misfits, key=lambda name: (len(misfits[name]), name))
    if not misfits[event]:
        return
    odd = misfits[event][0]
    others = [s for s in shares if s is not odd]
    together = listing(figure(s.claim) + " for " + site(slot(s.claim, s.kind, "site"), case.packs) for s in others)
    words = (
        f"says {say(odd.claim, case.packs)} next to {together}: no single event (at diagnosis, first spread, any time)"
        " fits all of them, by the approved figures; give all for one event and name it"
    )
    yield raise_finding(RULE, odd, words, others, against=sorted(misfits))


def _event(canonical: CanonicalClaim) -> str:
    return str(canonical.claim.slots.get("event") or ANY)
