"""A claim held against the canon: which canonical claims it may be compared with, and what that comes to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lint.claims import CERTAINTIES, Claim, Kind
from lint.comparison.result import Result, Standard, Verdict
from lint.comparison.subject import ANY, EVERYONE, Subject, Subjects, Topic
from lint.comparison.values import choice, compare_values, interval, terms
from lint.packs import Packs

if TYPE_CHECKING:
    from lint.canon import Canon, CanonicalClaim

_ORDER: tuple[Verdict, ...] = ("agree", "strength", "contradicts")

UNCOVERED = Result("incomparable", "no approved statement is about this")


@dataclass(frozen=True, slots=True)
class Trial:
    """One canonical claim about the same topic, and what the comparison with it came to."""

    canonical: CanonicalClaim
    result: Result


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the canon says to a claim.

    ``canonical`` is the claim of the canon that decides, None where there is none to compare with; ``trials`` are all
    that were looked at, also those about another event or population, for ``explain``. ``unsure`` tells that the copy
    names no event and that the events' ranges lie apart.
    """

    subject: Subject
    verdict: Verdict
    canonical: CanonicalClaim | None = None
    result: Result = UNCOVERED
    trials: tuple[Trial, ...] = ()
    unsure: bool = False

    def rests_on(self) -> tuple[CanonicalClaim, ...]:
        """Return the canonical claims that the copy agrees with."""
        return tuple(trial.canonical for trial in self.trials if trial.result.verdict == "agree")


def standard(canonical: CanonicalClaim) -> Standard:
    """Return what a canonical claim lets pass."""
    return Standard(True, canonical.tolerance, tuple(canonical.accept), tuple(canonical.may_include))


def surer(claim: Claim, canonical: CanonicalClaim) -> bool:
    """Tell whether copy that agrees in value is worded more strongly than the canon's stated certainty.

    Figures, scales and lists carry their strength in the value.
    """
    if not canonical.certainty_given:
        return False
    return CERTAINTIES.index(claim.certainty) > CERTAINTIES.index(canonical.claim.certainty)


@dataclass
class Judge:
    """Holds claims against the canon, by topic; ``compared`` counts the comparisons made.

    What the canon says to one claim it says to every other of the same content, on any page: it is worked out once.
    """

    canon: Canon | None
    packs: Packs
    subjects: Subjects
    compared: int = 0
    _index: dict[Topic, list[tuple[Subject, CanonicalClaim]]] = field(default_factory=dict, repr=False)
    _first: dict[tuple[Hashable, object], CanonicalClaim] = field(default_factory=dict, repr=False)
    """By condition and site, the approved statement that the site is the most common."""
    _judged: dict[Hashable, Judgement] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for canonical in self.canon.claims if self.canon else ():
            for subject in dict.fromkeys((self.subjects.of(canonical.claim), *self.subjects.each(canonical.claim))):
                self._index.setdefault(subject.topic, []).append((subject, canonical))
                if canonical.claim.kind == "top-site" and canonical.claim.slots.get("rank") == 1:
                    self._first[subject.topic.condition, canonical.claim.slots.get("site")] = canonical

    def judge(self, claim: Claim) -> Judgement:
        """Return the canon's judgement of a claim.

        Copy that names no event is held against each event's canonical claim, and copy that names no region against
        each region's: it is right when it fits one.
        """
        content = (
            claim.kind,
            claim.condition,
            claim.certainty,
            claim.polarity,
            claim.closed,
            tuple(claim.slots.items()),
            tuple(claim.concepts.items()),
        )
        if content not in self._judged:
            self._judged[content] = self._judge(claim)
        return self._judged[content]

    def _judge(self, claim: Claim) -> Judgement:
        subject, kind = self.subjects.of(claim), self.packs.kinds[claim.kind]
        entries = self._index.get(subject.topic)
        if (rare := self._called_rare(claim, subject)) is not None:
            return Judgement(subject, "contradicts", rare.canonical, rare.result, (rare,))
        if not entries or kind.compare == "none":
            return Judgement(subject, "incomparable")
        trials = tuple(
            Trial(canonical, self._try(claim, subject, other, canonical, kind)) for other, canonical in entries
        )
        for verdict in _ORDER:
            fitting = [trial for trial in trials if trial.result.verdict == verdict]
            if fitting:
                deciding = _nearest(claim, kind, fitting)
                unsure = verdict == "contradicts" and subject.event == ANY and _apart(fitting, kind)
                return Judgement(subject, verdict, deciding.canonical, deciding.result, trials, unsure)
        return Judgement(subject, "incomparable", None, trials[0].result, trials)

    def _called_rare(self, claim: Claim, subject: Subject) -> Trial | None:
        """Return the approved statement that a site, which a claim calls less common, is the most common, None where there is none."""
        if claim.kind != "site-list" or claim.polarity == "negated" or claim.slots.get("rank") != "less-common":
            return None
        self.compared += 1
        for site in terms(claim, self.packs.kinds[claim.kind]):
            canonical = self._first.get((subject.topic.condition, site))
            if canonical is not None:
                return Trial(canonical, Result("contradicts", "calls the most common site a less common one"))
        return None

    def _try(self, claim: Claim, subject: Subject, other: Subject, canonical: CanonicalClaim, kind: Kind) -> Result:
        self.compared += 1
        if subject.event not in (ANY, other.event):
            return Result("incomparable", f"the approved figure is for another event ({other.event})")
        if subject.alone and choice(canonical.claim, kind)[0] != "none":
            return Result("incomparable", "the copy is about what it does by itself")
        if subject.population.group != other.population.group:
            return Result("incomparable", "the approved figure is for another population")
        if subject.population.regions not in (EVERYONE.regions, other.population.regions):
            return Result("incomparable", "the approved figure is for another country")
        return compare_values(claim, canonical.claim, kind, standard(canonical))


def conflicts(canon: Canon, packs: Packs) -> list[tuple[CanonicalClaim, CanonicalClaim, Result]]:
    """Return the pairs of canonical claims that contradict each other, within what each lets pass."""
    subjects = Subjects(packs)
    groups: dict[Subject, list[CanonicalClaim]] = {}
    for canonical in canon.claims:
        groups.setdefault(subjects.of(canonical.claim), []).append(canonical)
    found = []
    for group in groups.values():
        for at, first in enumerate(group):
            for second in group[at + 1 :]:
                kind = packs.kinds[first.claim.kind]
                results = (
                    compare_values(first.claim, second.claim, kind, standard(second)),
                    compare_values(second.claim, first.claim, kind, standard(first)),
                )
                if all(result.verdict == "contradicts" for result in results):
                    found.append((first, second, results[0]))
    return found


def _nearest(claim: Claim, kind: Kind, trials: Sequence[Trial]) -> Trial:
    if kind.compare != "interval":
        return trials[0]
    figure = interval(claim, kind)
    return min(trials, key=lambda trial: figure.gap(interval(trial.canonical.claim, kind)))


def _apart(trials: Sequence[Trial], kind: Kind) -> bool:
    ranges = [interval(trial.canonical.claim, kind) for trial in trials]
    # The lowest and the highest range meet exactly when all do.
    return max(r.low for r in ranges) > min(r.high for r in ranges)
