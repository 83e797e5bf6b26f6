"""The canon as frozen dataclasses."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint.claims import Claim

Expectation = Literal["agrees", "contradicts", "ignores"]
EXPECTATIONS: tuple[Expectation, ...] = ("agrees", "contradicts", "ignores")


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page that a canonical claim rests on; "" or None where a part is not known.

    Several authors are divided by semicolons.
    """

    id: str
    title: str
    authors: str = ""
    journal: str = ""
    year: int | None = None
    doi: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CanonicalExample:
    """A sentence that proves a canonical claim: copy that agrees with it, contradicts it, or does not concern it."""

    text: str
    expected: Expectation
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class CanonicalClaim:
    """An approved statement.

    ``claim`` is the statement in the vocabulary of copy, with the defaults of its kind filled in; its place is that
    of the id in the file. ``certainty_given`` tells that the canon states a certainty, which copy may not exceed.
    ``tolerance`` is in percentage points, or in the unit of the figure; ``accept`` are choices and ``may_include``
    sites that copy may also name.
    """

    id: str
    claim: Claim
    sources: tuple[str, ...]
    reviewed: datetime.date
    review_by: datetime.date | None = None
    says: str = ""
    note: str = ""
    owner: str = ""
    tolerance: float | None = None
    accept: tuple[str, ...] = ()
    may_include: tuple[str, ...] = ()
    certainty_given: bool = False
    examples: tuple[CanonicalExample, ...] = ()


@dataclass(frozen=True)
class Canon:
    """All approved statements in the order of the files, and the sources by id; ``digest`` is of the files' content."""

    claims: tuple[CanonicalClaim, ...]
    sources: Mapping[str, Source]
    digest: str = ""

    @property
    def examples(self) -> Iterator[tuple[CanonicalClaim, CanonicalExample]]:
        """Every example with the claim that it proves."""
        return ((canonical, example) for canonical in self.claims for example in canonical.examples)

    def get(self, id_: str) -> CanonicalClaim | None:
        """Return the claim of that id, or None."""
        return next((canonical for canonical in self.claims if canonical.id == id_), None)
