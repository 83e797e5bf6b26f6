"""A finding: one disagreement, wrong word or fault, at its place, with the other side of it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from lint.claims import Claim, Place

Severity = Literal["error", "warning", "note", "off"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement of source characters ``[start:end]``; ``safe`` when there is a single right answer."""

    start: int
    end: int
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``canon`` is the id of the canonical claim it was held against; ``related`` are the other sides.

    ``fingerprint`` is of content (rule, words, claim, other side), never of line or path.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    claim: Claim | None = None
    canon: str | None = None
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding, and the paths of all its sides, listed in it or not."""

    finding: Finding
    sides: tuple[frozenset[str], ...]

    def touches(self, focus: Set[str]) -> bool:
        """Tell whether any side lies in one of the files."""
        return any(not focus.isdisjoint(paths) for paths in self.sides)
