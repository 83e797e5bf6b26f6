"""Every statement of the corpus as a spot: its words in their sentence, its state, its findings, its anchors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lint.claims import Place
from lint.comparison.corpus import Statement
from lint.comparison.values import value_key
from lint.findings import Finding
from lint.reports.html.anchors import Numbered, digest
from lint.reports.html.data import Note, Spot, State
from lint.reports.html.links import SourceUrls
from lint.reports.html.states import STATES, state
from lint.results import CheckResult
from lint.run import Survey


@dataclass(frozen=True)
class Acceptance:
    """A finding that somebody accepted; ``known`` tells that a baseline holds it, and not the text."""

    finding: Finding
    reason: str = ""
    by: str = ""
    until: str = ""
    known: bool = False


@dataclass
class Spots:
    """The statements of a run, looked up as spots. Anchors are given out in the order of the statements."""

    seen: Survey
    result: CheckResult
    accepted: Sequence[Acceptance]
    urls: SourceUrls
    findings: dict[int, str] = field(default_factory=dict)
    """The anchor of each finding, by its identity."""
    _on: dict[int, list[Finding]] = field(default_factory=dict, repr=False)
    _accepted: dict[int, list[Acceptance]] = field(default_factory=dict, repr=False)
    _of: dict[int, Spot] = field(default_factory=dict, repr=False)
    _at: dict[Place, Spot] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        number = Numbered()
        for finding in (*self.result.findings, *(a.finding for a in self.accepted)):
            self.findings[id(finding)] = number(f"f-{finding.fingerprint or digest(finding.rule, finding.message)}")
        known = {id(a.finding) for a in self.accepted if a.known}
        for finding in self.result.findings:
            if finding.claim is not None and id(finding) not in known:
                self._on.setdefault(id(finding.claim), []).append(finding)
        for acceptance in self.accepted:
            if acceptance.finding.claim is not None:
                self._accepted.setdefault(id(acceptance.finding.claim), []).append(acceptance)
        for statement in self.seen.case.statements:
            if statement.kind.compare == "none" and not self._told(statement):
                continue  # a term whose rule is off is not wrong
            spot = self._spot(statement, number)
            self._of[id(statement)] = spot
            self._at.setdefault(statement.place, spot)

    def _told(self, statement: Statement) -> bool:
        return id(statement.claim) in self._on or id(statement.claim) in self._accepted

    def find(self, statement: Statement) -> Spot | None:
        """Return the spot of a statement, or None for a term that no finding is about."""
        return self._of.get(id(statement))

    def shown(self, path: str) -> bool:
        """Tell whether the report is about a page: every page, or those in the focus."""
        focus = self.seen.files.focus
        return focus is None or path in focus

    def of(self, statement: Statement) -> Spot:
        """Return the spot of a statement."""
        return self._of[id(statement)]

    def at(self, place: Place) -> Spot | None:
        """Return the spot of a place where a statement stands, or None."""
        return self._at.get(place)

    def bare(self, place: Place, state: State, reason: str = "") -> Spot:
        """Return a spot for a place where no statement stands."""
        excerpt = self.seen.excerpts.of(place)
        page = page_anchor(place.path) if self.shown(place.path) and self.readable(place.path) else ""
        return Spot(
            page or "",
            page,
            place.path,
            place.line,
            self.urls.of(place.path, place.line),
            excerpt.before,
            excerpt.words,
            excerpt.after,
            state,
            reason,
        )

    def readable(self, path: str) -> bool:
        """Tell whether the report shows an article: it was read."""
        return path in self._read

    @cached_property
    def _read(self) -> frozenset[str]:
        return frozenset(page.path for page in self.seen.pages if page.status == "read")

    def _spot(self, statement: Statement, number: Numbered) -> Spot:
        claim, place = statement.claim, statement.place
        findings = self._on.get(id(claim), [])
        accepted = self._accepted.get(id(claim), [])
        said = state(statement, findings, [a.finding for a in accepted])
        excerpt = self.seen.excerpts.of(place)
        value = value_key(claim, statement.kind) if statement.kind.compare != "none" else tuple(claim.slots.values())
        return Spot(
            number(f"m-{digest(place.path, claim.kind, ' '.join(place.quote.split()), value)}"),
            page_anchor(place.path) if self.shown(place.path) else "",
            place.path,
            place.line,
            self.urls.of(place.path, place.line),
            excerpt.before,
            excerpt.words,
            excerpt.after,
            said,
            _reason(statement, said, findings, accepted),
            (*self._notes(findings), *self._accepted_notes(accepted)),
            variant_anchor(statement) if statement.kind.compare != "none" else "",
            claim.kind,
            claim.certainty,
        )

    def _notes(self, findings: Iterable[Finding]) -> Iterable[Note]:
        for finding in findings:
            yield Note(self.findings[id(finding)], finding.rule, finding.severity, finding.message)

    def _accepted_notes(self, accepted: Iterable[Acceptance]) -> Iterable[Note]:
        for acceptance in accepted:
            finding = acceptance.finding
            reason = acceptance.reason or "no reason is given"
            anchor = self.findings[id(finding)]
            yield Note(anchor, finding.rule, finding.severity, finding.message, reason, acceptance.known)


def _reason(statement: Statement, said: State, findings: Sequence[Finding], accepted: Sequence[Acceptance]) -> str:
    if said == "accepted" and accepted:
        return f"accepted: {accepted[0].reason or 'no reason is given'}"
    if findings and said in ("contradicts", "overstated", "term", "undecided"):
        return findings[0].message
    judgement = statement.judgement
    if said == "undecided" and judgement.result.reason:
        return judgement.result.reason
    if said == "agrees" and judgement.canonical is not None:
        return f"agrees with {judgement.canonical.id}"
    return STATES[said].means


def page_anchor(path: str) -> str:
    """Return the anchor of an article."""
    return f"p-{digest(path)}"


def card_key(statement: Statement) -> tuple[str, object]:
    """Return what makes two statements share a card: the approved statement that decides, else the subject."""
    canonical = statement.judgement.canonical
    return ("canon", canonical.id) if canonical is not None else ("group", statement.judgement.subject)


def card_anchor(statement: Statement) -> str:
    """Return the anchor of a statement's card."""
    return f"c-{digest(*card_key(statement))}"


def variant_anchor(statement: Statement) -> str:
    """Return the anchor of what a statement says, in its card."""
    return f"v-{digest(*card_key(statement), value_key(statement.claim, statement.kind))}"
