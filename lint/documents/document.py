"""A document: plain text with structure, and the map from every character back to the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Role = Literal["title", "description", "heading", "paragraph", "item", "cell", "caption", "term", "definition"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text and the run of the source that it was written as.

    Runs of equal length map character by character; where the lengths differ (an entity, an
    escape, a soft hyphen, folded white space) any part of the text maps to the whole of the source run.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: table, row and column numbers from 0, and the header cells above and beside it.

    ``column_headers`` and ``row_headers`` are indices of blocks; ``header`` tells whether the cell is itself one.
    ``caption`` is the index of the caption's block.
    """

    table: int
    row: int
    column: int
    header: bool = False
    column_headers: tuple[int, ...] = ()
    row_headers: tuple[int, ...] = ()
    caption: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell: the text ``[start:end]`` of its document, and its structure.

    ``level`` is a heading's level (1 to 6) or an item's depth (from 1); ``headings`` are the indices of the
    headings above the block, the outermost first; ``lead`` is the index of the block that introduces an item's
    list, or of the term that a definition defines; ``marker`` is an item's own mark ("-", "3.").
    """

    start: int
    end: int
    role: Role
    level: int = 0
    headings: tuple[int, ...] = ()
    lead: int | None = None
    marker: str = ""
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source (``<!-- ... -->``) outside code: where suppressions are written.

    ``start`` and ``end`` are source offsets of the whole comment; ``block`` is the index of the block that the
    comment stands in or directly before (None after the last block).
    """

    text: str
    start: int
    end: int
    block: int | None


@dataclass(frozen=True)
class Document:
    """An article as a reader sees it.

    ``source`` is the decoded file (no BOM, line ends as in the file); ``text`` is the copy with hyphens, quotes
    and white space folded; ``blocks`` cover the text in reading order and are divided by newlines that have no
    source of their own; ``segments`` are in the order of the text.
    """

    path: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    comments: tuple[Comment, ...] = ()
    encoding: str = "utf-8"
    bom: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty span of the text to source offsets: the smallest source run that holds it."""
        first = self.segments[bisect_right(self._starts, start) - 1]
        last = self.segments[bisect_right(self._starts, end - 1) - 1]
        return self._into(first, start, end=False), self._into(last, end, end=True)

    @staticmethod
    def _into(segment: Segment, offset: int, *, end: bool) -> int:
        if segment.end - segment.start == segment.source_end - segment.source_start:
            return segment.source_start + min(offset - segment.start, segment.end - segment.start)
        return segment.source_end if end else segment.source_start

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column, in characters, of a source offset."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def block_text(self, index: int) -> str:
        """Return the text of a block."""
        block = self.blocks[index]
        return self.text[block.start : block.end]
