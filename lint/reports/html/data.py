"""The report as frozen dataclasses: what the templates show, and nothing that they would have to work out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lint.findings import Severity

if TYPE_CHECKING:
    from lint.baseline import Entry
    from lint.reports.html.matrix import Matrix
    from lint.reports.html.plots import DotPlot
    from lint.reports.html.structure import Node

State = Literal["contradicts", "overstated", "uneven", "undecided", "uncovered", "agrees", "accepted", "term"]
"""What became of a claim; every claim has one state, so that their numbers add up."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as it is told where its words stand; ``accepted`` is the reason where somebody accepted it.

    ``anchor`` is "" where the report does not ask for a decision, for it is about a change and this is older.
    """

    anchor: str
    rule: str
    severity: Severity
    message: str
    accepted: str = ""
    known: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an article: the words in their sentence.

    ``anchor`` is that of the mark in the article's text and ``page`` that of the article, "" where the report does not
    show the article; ``url`` opens the source; ``variant`` is the anchor of what it says in its card. ``changed`` tells
    that the change which the report is about touches it.
    """

    anchor: str
    page: str
    path: str
    line: int
    url: str
    before: str
    words: str
    after: str
    state: State
    reason: str = ""
    notes: tuple[Note, ...] = ()
    variant: str = ""
    kind: str = ""
    certainty: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source in one line, with the address of its DOI, PubMed entry or page ("" where there is none)."""

    id: str
    words: str
    identifier: str
    href: str


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved statement with what it rests on and who keeps it; dates are year-month-day."""

    id: str
    says: str
    certainty: str
    sources: tuple[SourceLink, ...]
    reviewed: str
    review_by: str
    overdue: bool
    owner: str
    note: str
    place: str


@dataclass(frozen=True, slots=True)
class Variant:
    """One value that the corpus states, with every place that states it.

    ``odd`` tells that it is the odd one out; ``usual`` that most pages of its card say it. ``entry`` is the value as
    an entry of claims.yml, with ``{id}``, ``{says}``, ``{sources}`` and ``{date}`` to be filled in, ``sentence`` what its
    ``says`` can be.
    """

    anchor: str
    says: str
    state: State
    spots: tuple[Spot, ...]
    pages: int
    odd: bool
    usual: bool
    entry: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What the corpus says about one thing: an approved statement's, or that of a group without one.

    ``nearest`` are approved statements about another event or group of people; ``standings`` tell whether its findings
    are new or known.
    """

    anchor: str
    kind: str
    condition: str
    title: str
    approved: Approved | None
    nearest: tuple[Approved, ...]
    variants: tuple[Variant, ...]
    counts: Mapping[State, int]
    state: State
    severities: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """Cards about one subject, which differ in event or population; with a picture where it says it faster."""

    anchor: str
    title: str
    cards: tuple[Card, ...]
    plot: DotPlot | None = None
    matrix: Matrix | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The topics of one kind of claim, and how many of its claims are of each state."""

    anchor: str
    kind: str
    title: str
    about: str
    topics: tuple[Topic, ...]
    counts: Mapping[State, int]


@dataclass(frozen=True, slots=True)
class Undecided:
    """What copy says and nothing decides: the approved statements near it, and the places, each with its reason."""

    anchor: str
    kind: str
    title: str
    says: str
    near: tuple[Approved, ...]
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another side of a disagreement."""

    path: str
    line: int
    url: str
    words: str
    anchor: str
    page: str


@dataclass(frozen=True, slots=True)
class Instance:
    """One place of a decision: its own anchor, which is the finding's fingerprint, and the words.

    ``file`` is the path from the project's folder.
    """

    anchor: str
    fingerprint: str
    file: str
    quote: str
    spot: Spot
    related: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A finding that is accepted: why, by whom and until when ("" where nobody said), and where that is written.

    ``url`` opens the place where it is written, "" where there is none.
    """

    rule: str
    severity: Severity
    message: str
    reason: str
    by: str
    until: str
    where: str
    url: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decides once: one rule and one mistake, at all the places that make it.

    ``known`` tells how the baseline holds it; ``expired`` how it did, until its day came.
    """

    anchor: str
    rule: str
    severity: Severity
    state: State
    kind: str
    title: str
    message: str
    help: str
    approved: Approved | None
    cases: tuple[Instance, ...]
    card: str
    variant: str
    fix: str
    known: Held | None
    expired: Held | None
    entry: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as a reader sees it, with its marks. ``silent`` sentences hold no claim that was read."""

    anchor: str
    path: str
    title: str
    url: str
    nodes: tuple[Node, ...]
    spots: tuple[Spot, ...]
    counts: Mapping[State, int]
    sentences: int
    silent: int
    loose: tuple[Note, ...] = ()
    severities: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that holds no claims, and why."""

    path: str
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The counts of the first screen: ``found`` files are ``read`` and ``skipped``, ``claims`` the sum of states.

    ``focus`` is the number of files that the report is about, None for all; ``before`` are findings that were there
    before the change that it is about.
    """

    found: int
    read: int
    skipped: Mapping[str, int]
    claims: int
    states: Mapping[State, int]
    terms: int
    findings: Mapping[str, int]
    known: int
    approved: int | None
    overdue: int
    focus: int | None
    before: int = 0


@dataclass(frozen=True)
class Report:
    """The whole report.

    ``since`` names the revision of a report about a change, ``baseline`` the file of known findings, of which
    ``gone`` are the entries that no longer occur.
    """

    today: str
    numbers: Numbers
    decisions: tuple[Decision, ...]
    undecided: tuple[Undecided, ...]
    sections: tuple[Section, ...]
    unstated: tuple[Approved, ...]
    overdue: tuple[Approved, ...]
    articles: tuple[ArticleView, ...]
    held: tuple[Held, ...]
    skipped: tuple[SkippedFile, ...]
    sources: tuple[str, ...]
    since: str = ""
    baseline: str = ""
    gone: tuple[Entry, ...] = ()
