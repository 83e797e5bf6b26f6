"""The claims of a corpus, each with the canon's judgement, in one order and by what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lint.claims import Claim, Kind, Place
from lint.comparison.judge import Judge, Judgement
from lint.comparison.subject import Subject, Subjects
from lint.packs import Packs

if TYPE_CHECKING:
    from lint.canon import Canon


@dataclass(frozen=True, slots=True)
class PageClaims:
    """The claims of one page."""

    path: str
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A claim of the corpus with the canon's judgement. Statements are equal only to themselves."""

    claim: Claim
    kind: Kind
    judgement: Judgement

    @property
    def path(self) -> str:
        """The page that it stands on."""
        return self.claim.place.path

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.claim.place


@dataclass
class Corpus:
    """Every statement of the corpus in the order of path and place, whatever the order of the pages given."""

    given: Sequence[PageClaims]
    canon: Canon | None
    packs: Packs
    subjects: Subjects = field(init=False)
    judge: Judge = field(init=False)

    def __post_init__(self) -> None:
        self.subjects = Subjects(self.packs)
        self.judge = Judge(self.canon, self.packs, self.subjects)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All claims that may be compared, judged."""
        claims = (claim for page in self.given for claim in page.claims if claim.kind in self.packs.kinds)
        kinds = self.packs.kinds
        return tuple(
            Statement(claim, kinds[claim.kind], self.judge.judge(claim)) for claim in sorted(claims, key=_order)
        )

    @cached_property
    def groups(self) -> dict[Subject, tuple[Statement, ...]]:
        """The statements that are about the same thing."""
        groups: dict[Subject, list[Statement]] = {}
        for statement in self.statements:
            if statement.kind.compare != "none":
                groups.setdefault(statement.judgement.subject, []).append(statement)
        return {subject: tuple(group) for subject, group in groups.items()}

    @cached_property
    def pages(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each page."""
        pages: dict[str, list[Statement]] = {}
        for statement in self.statements:
            pages.setdefault(statement.path, []).append(statement)
        return {path: tuple(page) for path, page in pages.items()}


def _order(claim: Claim) -> tuple[object, ...]:
    place = claim.place
    slots = sorted((name, str(value)) for name, value in claim.slots.items())
    return (place.path, place.start, place.end, claim.kind, claim.condition, slots, claim.certainty, claim.polarity)
