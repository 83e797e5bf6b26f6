"""A block that is not placed yet: what the builder holds until the document is done."""

from __future__ import annotations

from dataclasses import dataclass

from lint.documents.document import Cell, Role
from lint.documents.fold import Run


@dataclass(slots=True)
class Draft:
    """A block's text with its runs, and its structure."""

    role: Role
    level: int
    headings: tuple[int, ...]
    lead: int | None
    marker: str
    text: str
    runs: list[Run]
    cell: Cell | None = None
