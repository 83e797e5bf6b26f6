"""An article's blocks as the nodes of a page: headings, paragraphs, nested lists, tables; and its words in pieces."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from lint.documents.document import Block, Document
from lint.reports.html.data import Note, Spot, State
from lint.reports.html.states import worst


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: the worst state of the claims in it (None: no claim), and the claims that end with it."""

    text: str
    state: State | None = None
    ends: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a block, the findings to tell below it, and whether the change that is reported on touches it."""

    pieces: tuple[Piece, ...]
    notes: tuple[tuple[Note, Spot], ...] = ()
    changed: bool = False


@dataclass(slots=True)
class Item:
    """A list's item with the lists in it; ``value`` is its number in an ordered list."""

    line: Line
    value: int | None = None
    nodes: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell; None is an empty place. ``scope`` is that of a header."""

    line: Line | None
    scope: Literal["", "col", "row"] = ""


@dataclass(slots=True)
class Node:
    """A part of an article: ``kind`` tells which of the fields it uses."""

    kind: Literal["heading", "paragraph", "title", "description", "list", "table", "term", "definition"]
    line: Line | None = None
    level: int = 0
    ordered: bool = False
    items: list[Item] = field(default_factory=list)
    rows: list[list[TableCell]] = field(default_factory=list)
    caption: Line | None = None


Span = tuple[int, int, Spot]
"""Start and end in a document's text, and the spot that stands there."""

TOP = 4
"""The level of an article's own first heading in the report."""


def lines(document: Document, spans: Sequence[Span], changed: Set[int] = frozenset()) -> list[Line]:
    """Return the words of every block in pieces; ``spans`` are in the order of their starts.

    ``changed`` are the indices of the blocks that a change touches. A span over several blocks marks its words in all of them, and ends in the last.
    """
    made, waiting, at = [], [], 0
    for index, block in enumerate(document.blocks):
        while at < len(spans) and spans[at][0] < block.end:
            waiting.append(spans[at])
            at += 1
        here = [span for span in waiting if span[1] > block.start]
        made.append(_line(document.text, block, here, index in changed))
        waiting = [span for span in here if span[1] > block.end]
    return made


def _line(text: str, block: Block, spans: Sequence[Span], changed: bool) -> Line:
    edges = {block.start, block.end}
    for start, end, _ in spans:
        edges.update((max(start, block.start), min(end, block.end)))
    cuts = sorted(edges)
    pieces = []
    for start, end in pairwise(cuts):
        states = {spot.state for first, last, spot in spans if first < end and start < last}
        ends = tuple(spot for _, last, spot in spans if last == end)
        pieces.append(Piece(text[start:end], worst(states) if states else None, ends))
    notes = tuple((note, spot) for _, last, spot in spans if block.start < last <= block.end for note in spot.notes)
    return Line(tuple(pieces), notes, changed)


def nodes(document: Document, made: Sequence[Line]) -> tuple[Node, ...]:
    """Return the nodes of an article from its blocks and their lines, in reading order."""
    found: list[Node] = []
    tables: dict[int, Node] = {}
    captions = {block.cell.caption for block in document.blocks if block.cell and block.cell.caption is not None}
    level = TOP - 1
    for index, (block, line) in enumerate(zip(document.blocks, made, strict=True)):
        if block.role == "heading":
            level = min(TOP - 1 + max(block.level, 1), level + 1, 6)
            found.append(Node("heading", line, level))
        elif block.role == "item":
            _put_item(found, block, line)
        elif block.cell is not None:
            _put_cell(found, tables, block, line, made)
        elif index in captions:
            continue
        elif block.role in ("term", "definition"):
            found.append(Node("term" if block.role == "term" else "definition", line))
        else:
            found.append(Node(block.role if block.role in ("title", "description") else "paragraph", line))
    for table in tables.values():
        width = max(len(row) for row in table.rows)
        for row in table.rows:
            row += [TableCell(None)] * (width - len(row))
    return tuple(found)


def _put_item(found: list[Node], block: Block, line: Line) -> None:
    number = block.marker.rstrip(".)")
    ordered = number.isdecimal() and number.isascii() and len(number) < 9
    level, at = found, 1
    while at < block.level and level and level[-1].kind == "list":
        level = level[-1].items[-1].nodes
        at += 1
    if not level or level[-1].kind != "list" or level[-1].ordered != ordered:
        level.append(Node("list", ordered=ordered))
    level[-1].items.append(Item(line, int(number) if ordered else None))


def _put_cell(found: list[Node], tables: dict[int, Node], block: Block, line: Line, made: Sequence[Line]) -> None:
    cell = block.cell
    assert cell is not None
    if cell.table not in tables:
        caption = made[cell.caption] if cell.caption is not None else None
        tables[cell.table] = Node("table", caption=caption)
        found.append(tables[cell.table])
    rows = tables[cell.table].rows
    while len(rows) <= cell.row:
        rows.append([])
    row = rows[cell.row]
    while len(row) < cell.column:
        row.append(TableCell(None))
    scope: Literal["", "col", "row"] = ("col" if not cell.column_headers else "row") if cell.header else ""
    row.append(TableCell(line, scope))
