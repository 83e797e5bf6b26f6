"""What there is to decide, the worst first: one decision for one mistake, whatever the number of places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lint.claims import Place
from lint.comparison.corpus import Statement
from lint.findings import Finding
from lint.reports.html import words
from lint.reports.html.anchors import digest
from lint.reports.html.cards import Cards
from lint.reports.html.data import Decision, Elsewhere, Held, Instance, Spot, State
from lint.reports.html.entries import entry
from lint.reports.html.spots import Acceptance, Spots, card_anchor, variant_anchor
from lint.reports.html.states import CONTRADICTIONS, STRENGTHS
from lint.rules import RULES

_SEVERITIES = ("error", "warning", "note", "off")
_STATES: Mapping[str, State] = {
    **dict.fromkeys(CONTRADICTIONS, "contradicts"),
    **STRENGTHS,
    "mixed-events": "undecided",
    "incomplete-list": "overstated",
    "expired-claim": "undecided",
    "unverified-figure": "uncovered",
    "unreadable-file": "contradicts",
}
"""The state that a rule's findings look like; of words, where it is not named."""
_RULES = tuple(RULES)
_PER_STATEMENT = frozenset({"expired-claim"})
"""Rules that are about an approved statement and not about what a text says."""

_Key = tuple[str, str, bool, tuple[str, ...]]
"""What makes one decision: rule, mistake, whether it is known, and how the baseline tells of it."""


@dataclass
class Decisions:
    """Makes the decisions of a run."""

    spots: Spots
    cards: Cards
    statements: dict[int, Statement] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.statements = {id(statement.claim): statement for statement in self.spots.seen.case.statements}
        self.packs = self.spots.seen.knowledge.reader.packs

    def all(self) -> tuple[Decision, ...]:
        """Return all decisions; what a baseline knows already comes last."""
        result, baseline = self.spots.result, self.spots.baseline
        known = {id(a.finding): a for a in self.spots.accepted if a.known}
        entries = {id(one.finding): Acceptance.entry(one, baseline) for one in result.pairs}
        groups: dict[_Key, list[Finding]] = {}
        for finding in (*result.findings, *(a.finding for a in known.values())):
            entry = entries.get(id(finding))
            told = (entry.reason, entry.by, entry.until) if entry else ()
            key = (finding.rule, self._mistake(finding), id(finding) in known, told)
            if finding not in groups.setdefault(key, []):
                groups[key].append(finding)
        made = [self._decision(key, own, entries.get(id(own[0]))) for key, own in groups.items()]
        return tuple(sorted(made, key=_order))

    def held(self) -> tuple[Held, ...]:
        """Return what is accepted, in the text or in a baseline."""
        return tuple(self._held(acceptance) for acceptance in self.spots.accepted)

    def _mistake(self, finding: Finding) -> str:
        statement = self.statements.get(id(finding.claim))
        if statement is None:
            return digest(finding.message, "" if finding.claim else finding.place.path)
        if finding.rule in _PER_STATEMENT and finding.canon:
            return digest(finding.canon)
        if statement.kind.compare == "none":
            return digest({name: str(value).casefold() for name, value in statement.claim.slots.items()})
        return variant_anchor(statement)

    def _decision(self, key: _Key, findings: Sequence[Finding], entry_: Acceptance | None) -> Decision:
        rule, mistake, known, told = key
        first = findings[0]
        statement = self.statements.get(id(first.claim))
        canon = self.spots.seen.knowledge.canon
        canonical = canon.get(first.canon) if canon and first.canon else None
        cases = tuple(self._case(finding) for finding in findings)
        compared = statement is not None and statement.kind.compare != "none"
        severity = min((finding.severity for finding in findings), key=_SEVERITIES.index)
        return Decision(
            f"d-{digest(rule, mistake, *told)}",
            rule,
            severity,
            _STATES.get(rule, "term"),
            statement.kind.name if statement else "",
            self._title(first, statement),
            first.message,
            RULES[rule].help if rule in RULES else "",
            self.cards.approved(canonical) if canonical else None,
            cases,
            card_anchor(statement) if compared and statement else "",
            variant_anchor(statement) if compared and statement else "",
            _fix(first),
            self._held(entry_) if entry_ and known else None,
            self._held(entry_) if entry_ and not known else None,
            entry(statement.claim, statement.kind) if compared and statement else "",
            tuple(dict.fromkeys(case.spot.page for case in cases if case.spot.page)),
        )

    def _title(self, finding: Finding, statement: Statement | None) -> str:
        if statement is None:
            return words.kind_title(finding.rule)
        if finding.rule in _PER_STATEMENT:
            return words.subject(statement.claim, self.packs)
        if statement.kind.compare == "none":
            right = str(statement.claim.slots.get("right") or "")
            wrong = " ".join(str(statement.claim.slots.get("wrong") or finding.place.quote).split())
            return f"“{wrong}”" + (f" for “{right}”" if right else "")
        value = words.value(statement.claim, self.packs)
        return f"{words.subject(statement.claim, self.packs)}: {value}" if value[:1].isdigit() else value

    def _case(self, finding: Finding) -> Instance:
        spot = self._spot(finding)
        related = tuple(self._elsewhere(place) for place in finding.related)
        anchor = self.spots.findings[id(finding)]
        file = self.spots.urls.name(finding.place.path)
        return Instance(anchor, finding.fingerprint, file, finding.place.quote, spot, related)

    def _spot(self, finding: Finding) -> Spot:
        statement = self.statements.get(id(finding.claim))
        if statement is not None:
            return self.spots.of(statement)
        return self.spots.bare(finding.place, _STATES.get(finding.rule, "term"), finding.message)

    def _elsewhere(self, place: Place) -> Elsewhere:
        spot = self.spots.at(place)
        if spot is None:
            bare = self.spots.bare(place, "undecided")
            return Elsewhere(place.path, place.line, bare.url, bare.words, bare.anchor, bare.page)
        return Elsewhere(place.path, place.line, spot.url, spot.words, spot.anchor if spot.page else "", spot.page)

    def _held(self, acceptance: Acceptance) -> Held:
        finding = acceptance.finding
        where = f"{acceptance.where}:{acceptance.line}" if acceptance.line else acceptance.where
        return Held(
            finding.rule,
            finding.severity,
            finding.message,
            acceptance.reason,
            acceptance.by,
            acceptance.until,
            where,
            self.spots.urls.of(acceptance.where, acceptance.line) if acceptance.line else "",
            self._spot(finding),
        )


def _fix(finding: Finding) -> str:
    if finding.fix is None:
        return ""
    if not finding.fix.replacement:
        return "Delete these words."
    unsure = "" if finding.fix.safe else ", if that is what is meant"
    return f"Write “{finding.fix.replacement}”{unsure}."


def _order(decision: Decision) -> tuple[object, ...]:
    rule = _RULES.index(decision.rule) if decision.rule in RULES else len(_RULES)
    severity = _SEVERITIES.index(decision.severity)
    first = decision.cases[0].spot
    return (decision.known is not None, severity, rule, -len(decision.cases), first.path, first.line, decision.anchor)
