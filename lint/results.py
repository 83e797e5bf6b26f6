"""What a run comes to: findings or claims, what was skipped and why, and the counts that no run keeps to itself."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lint.claims import Claim
from lint.findings import Finding
from lint.suppression import Suppressed

if TYPE_CHECKING:
    from lint.baseline import Entry, Known
    from lint.canon import Canon
    from lint.excerpts import Excerpts

Reason = Literal["not-english", "empty", "unreadable"]
REASONS: tuple[Reason, ...] = ("not-english", "empty", "unreadable")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file without claims, and why; the message is for people."""

    path: str
    reason: Reason
    message: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a run.

    ``uncovered`` are claims that no canonical claim is about; ``undecided`` those that some is about, but for another
    event or population. ``canonical`` is the size of the canon, None without one. ``focus`` is the number of files
    that are reported on, None for all. ``known`` findings are left out for the baseline; ``gone`` are its entries that
    no longer occur, ``expired`` those that no longer hold. ``outside`` are findings left out because they are not new
    since a revision; None where that was not asked.
    """

    read: int
    skipped: Mapping[Reason, int]
    claims: int
    focus: int | None = None
    findings: Mapping[str, int] = field(default_factory=dict)
    uncovered: int = 0
    undecided: int = 0
    suppressed: int = 0
    canonical: int | None = None
    known: int = 0
    gone: int = 0
    expired: int = 0
    outside: int | None = None


@dataclass(frozen=True)
class CheckResult:
    """The findings of ``check`` in the order of their places, with what a report needs to show them."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary
    canon: Canon | None
    excerpts: Excerpts
    reported_on: tuple[str, ...] = ()
    """The names of the files that are reported on, with findings or without, in their order."""
    known: tuple[Known, ...] = ()
    """The findings that the baseline holds, which are left out of ``findings``."""
    gone: tuple[Entry, ...] = ()
    """The entries of the baseline that no longer occur."""
    pairs: tuple[Known, ...] = ()
    """All entries of the baseline that occur, the expired ones too, each with its finding."""
    below: str = ""
    """The current folder as seen from the top of the repository, with forward slashes; nothing without a repository."""
    outside: tuple[Finding, ...] = ()
    """The findings that are left out because they are not new since a revision."""

    def from_top(self, path: str) -> str:
        """Return a file's name from the top of the repository, as those who host repositories want it."""
        return posixpath.normpath(posixpath.join(self.below, path)) if self.below else path

    @property
    def unreadable(self) -> bool:
        """Whether a file could not be read."""
        return any(skipped.reason == "unreadable" for skipped in self.skipped)


@dataclass(frozen=True)
class ExtractResult:
    """The claims of ``extract`` in the order of their places."""

    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary

    @property
    def unreadable(self) -> bool:
        """Whether a file could not be read."""
        return any(skipped.reason == "unreadable" for skipped in self.skipped)
