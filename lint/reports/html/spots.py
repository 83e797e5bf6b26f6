"""Every statement of the corpus as a spot: its words in their sentence, its state, its findings, its anchors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lint.baseline import Known
from lint.claims import Place
from lint.comparison.corpus import Statement
from lint.comparison.values import value_key
from lint.files import shown
from lint.findings import Finding
from lint.reports.html.anchors import Numbered, digest
from lint.reports.html.data import Note, Spot, State
from lint.reports.html.links import SourceUrls
from lint.reports.html.states import STATES, state
from lint.results import CheckResult
from lint.run import Survey
from lint.since import Change, overlaps, touches
from lint.suppression import Suppressed


@dataclass(frozen=True)
class Acceptance:
    """A finding that somebody accepted: why, by whom and until when ("" where nobody said).

    ``where`` is the file that tells so and ``line`` its line, 0 where it has none; ``known`` tells that it is the
    baseline.
    """

    finding: Finding
    reason: str = ""
    by: str = ""
    until: str = ""
    known: bool = False
    where: str = ""
    line: int = 0

    @property
    def words(self) -> str:
        """Why it is accepted, by whom and until when, in words."""
        told = [self.reason or "no reason is given", self.by and f"by {self.by}", self.until and f"until {self.until}"]
        return " · ".join(filter(None, told))

    @classmethod
    def suppressed(cls, one: Suppressed) -> Acceptance:
        """Return what a comment in the text or an entry of the side file accepts."""
        place = one.place or one.finding.place
        return cls(one.finding, one.reason, where=place.path, line=place.line)

    @classmethod
    def entry(cls, one: Known, where: str) -> Acceptance:
        """Return what an entry of the baseline accepts."""
        entry = one.entry
        until = entry.expires.isoformat() if entry.expires else ""
        return cls(one.finding, entry.reason, entry.owner, until, known=True, where=where)


@dataclass(frozen=True)
class Since:
    """The change that a report is about: since which revision, its lines in the files of ``cwd``, and its pages."""

    revision: str
    change: Change
    cwd: Path
    focus: frozenset[str]

    def touches(self, place: Place) -> bool:
        """Tell whether a place stands in a line that was added or changed."""
        return touches(place, self.change, self.cwd)

    def overlaps(self, path: str, first: int, last: int) -> bool:
        """Tell whether a line from ``first`` to ``last`` of a file was added or changed."""
        return overlaps(path, first, last, self.change, self.cwd)


@dataclass
class Spots:
    """The statements of a run, looked up as spots. Anchors are given out in the order of the statements."""

    seen: Survey
    result: CheckResult
    urls: SourceUrls
    since: Since | None = None
    accepted: Sequence[Acceptance] = ()
    findings: dict[int, str] = field(default_factory=dict)
    """The anchor of each finding, by its identity."""
    _on: dict[int, list[Finding]] = field(default_factory=dict, repr=False)
    _accepted: dict[int, list[Acceptance]] = field(default_factory=dict, repr=False)
    _of: dict[int, Spot] = field(default_factory=dict, repr=False)
    _at: dict[Place, Spot] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        number = Numbered()
        result = self.result
        suppressed = [Acceptance.suppressed(one) for one in result.suppressed]
        self.accepted = [*suppressed, *(Acceptance.entry(one, self.baseline) for one in result.known)]
        for finding in (*result.findings, *(a.finding for a in self.accepted)):
            self.findings[id(finding)] = number(f"f-{finding.fingerprint or digest(finding.rule, finding.message)}")
        for finding in (*result.findings, *result.outside):
            if finding.claim is not None:
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

    @property
    def baseline(self) -> str:
        """The name of the baseline, "" where there is none."""
        held = self.seen.accepted.baseline
        return shown(held.path, self.seen.accepted.cwd) if held else ""

    def _told(self, statement: Statement) -> bool:
        return id(statement.claim) in self._on or id(statement.claim) in self._accepted

    def find(self, statement: Statement) -> Spot | None:
        """Return the spot of a statement, or None for a term that no finding is about."""
        return self._of.get(id(statement))

    def shown(self, path: str) -> bool:
        """Tell whether the report is about a page: every page, or those in the focus."""
        focus = self.since.focus if self.since else self.seen.files.focus
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
            self.since is not None and (self.since.touches(place) or any(id(f) in self.findings for f in findings)),
        )

    def _notes(self, findings: Iterable[Finding]) -> Iterable[Note]:
        for finding in findings:
            yield Note(self.findings.get(id(finding), ""), finding.rule, finding.severity, finding.message)

    def _accepted_notes(self, accepted: Iterable[Acceptance]) -> Iterable[Note]:
        for acceptance in accepted:
            finding = acceptance.finding
            anchor = self.findings[id(finding)]
            yield Note(anchor, finding.rule, finding.severity, finding.message, acceptance.words, acceptance.known)


def _reason(statement: Statement, said: State, findings: Sequence[Finding], accepted: Sequence[Acceptance]) -> str:
    if said == "accepted" and accepted:
        return accepted[0].words
    if findings and said in ("contradicts", "overstated", "uneven", "term", "undecided"):
        return findings[0].message
    judgement = statement.judgement
    if said == "undecided" and judgement.result.reason:
        return judgement.result.reason
    if said == "agrees" and judgement.canonical is not None:
        return f"agrees with {judgement.canonical.id}"
    return STATES[said].means


def severities(spots: Iterable[Spot]) -> tuple[str, ...]:
    """Return the severities of what is found at some places."""
    return tuple(sorted({note.severity for spot in spots for note in spot.notes}))


def standings(spots: Iterable[Spot]) -> tuple[str, ...]:
    """Return whether what is found at some places is new, known, or both."""
    notes = [note for spot in spots for note in spot.notes if note.anchor]
    return tuple(sorted({"known" if note.known else "new" for note in notes if note.known or not note.accepted}))


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
