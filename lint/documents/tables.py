"""Tables: which header cells stand above and beside a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WIDEST = 64
"""Columns that a span may cover; a wider table is read without spans, so that hostile ones cost nothing."""
_MOST_HEADERS = 8


@dataclass(slots=True, eq=False)
class TableCell:
    """A cell as written, and the indices of the blocks that it holds."""

    header: bool = False
    scope: str = ""
    columns: int = 1
    rows: int = 1
    blocks: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A row as written; ``head`` where it stands in the table's head."""

    cells: list[TableCell] = field(default_factory=list)
    head: bool = False


@dataclass(slots=True)
class Table:
    """A table as it is read; ``layout`` where it only arranges the page."""

    rows: list[Row] = field(default_factory=list)
    caption: list[int] = field(default_factory=list)
    layout: bool = False

    def add(self, cell: TableCell) -> TableCell:
        """Add a cell to the last row."""
        if not self.rows:
            self.rows.append(Row())
        self.rows[-1].cells.append(cell)
        return cell


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place in the grid and the cells that head it."""

    cell: TableCell
    row: int
    column: int
    header: bool
    above: tuple[TableCell, ...]
    beside: tuple[TableCell, ...]


@dataclass(slots=True)
class _Span:
    """A cell that reaches down into later rows."""

    until: int
    cell: TableCell
    heads: bool


def place(table: Table, texts: dict[int, str]) -> list[Placed]:
    """Lay the cells out in a grid and find their headers; ``texts`` are the texts of the blocks.

    Without any ``th`` the first row heads the columns where it reads like it. In a row without a header cell the
    first cell heads the others.
    """
    head_rows = _head_rows(table, texts)
    placed: list[Placed] = []
    spans: dict[int, _Span] = {}
    above: dict[int, list[TableCell]] = {}
    group: list[TableCell] = []
    for number, row in enumerate(table.rows):
        grid, reaching = _columns(row, number, spans)
        heading = number in head_rows
        if not heading and len(grid) == 1 and grid[0][1].header and not reaching and number:
            group = [grid[0][1]]  # a header across the table names the rows below it
            placed.append(Placed(grid[0][1], number, 0, True, (), ()))
            continue
        beside = [] if heading else _beside(grid, reaching)
        for column, cell in grid:
            columns = range(column, column + min(cell.columns, _WIDEST))
            heads = list(dict.fromkeys(head for one in columns for head in above.get(one, ()) if head.blocks))
            is_header = heading or cell.header
            others = () if is_header and heading else tuple(head for head in beside if head is not cell)
            if is_header and not heading and cell in beside:
                others = tuple(head for head in beside[: beside.index(cell)])
            elif cell in beside:
                others = ()
            placed.append(Placed(cell, number, column, is_header, tuple(heads + ([] if heading else group)), others))
            if heading or (cell.header and cell.scope in ("col", "colgroup")):
                for one in columns:
                    above.setdefault(one, []).append(cell)
                    del above[one][:-_MOST_HEADERS]
    return placed


def _columns(row: Row, number: int, spans: dict[int, _Span]) -> tuple[list[tuple[int, TableCell]], list[TableCell]]:
    """Give each cell of a row its column; return also the row headers that reach down into the row."""
    for column in [column for column, span in spans.items() if span.until <= number]:
        del spans[column]
    reaching = list(dict.fromkeys(span.cell for _, span in sorted(spans.items(), key=lambda x: x[0]) if span.heads))
    column, grid = 0, []
    narrow = len(row.cells) <= _WIDEST
    for position, cell in enumerate(row.cells):
        while column in spans and narrow:
            column += 1
        grid.append((column, cell))
        width = max(1, min(cell.columns, _WIDEST)) if narrow else 1
        if cell.rows > 1 and column + width <= _WIDEST:
            heads = cell.header or (position == 0 and column == 0 and not row.head)
            for one in range(column, column + width):
                spans[one] = _Span(number + cell.rows, cell, heads)
        column += width
    return grid, reaching


def _beside(grid: list[tuple[int, TableCell]], reaching: list[TableCell]) -> list[TableCell]:
    own = [cell for _, cell in grid if cell.header and cell.scope not in ("col", "colgroup")]
    if not own and not reaching and grid and grid[0][0] == 0:
        own = [grid[0][1]]
    return [cell for cell in reaching + own if cell.blocks][:_MOST_HEADERS]


def _head_rows(table: Table, texts: dict[int, str]) -> set[int]:
    """Return the numbers of the rows that head columns: those of the head, or the first ones made of headers only."""
    heads = {number for number, row in enumerate(table.rows) if row.head}
    if heads:
        return heads
    for number, row in enumerate(table.rows):
        across = number > 0 and len(row.cells) == 1
        empty_corner = [cell for cell in row.cells if cell.header or cell.blocks]
        if not row.cells or across or not all(c.header and c.scope != "row" for c in empty_corner) or not empty_corner:
            break
        heads.add(number)
    if heads or any(cell.header for row in table.rows for cell in row.cells) or len(table.rows) < 2:
        return heads
    return {0} if _reads_like_head(table, texts) else set()


def _reads_like_head(table: Table, texts: dict[int, str]) -> bool:
    def text(cell: TableCell) -> str:
        return " ".join(texts.get(index, "") for index in cell.blocks)

    first = [text(cell) for cell in table.rows[0].cells]
    if len(first) < 2 or any(re.search(r"\d\s*%|[.!?]$", one) or len(one) > 60 for one in first):
        return False
    body = [[text(cell) for cell in row.cells] for row in table.rows[1:] if len(row.cells) == len(first)]
    if not body:
        return False
    for column, heading in enumerate(first):
        numbers = sum(bool(re.search(r"\d", row[column])) for row in body)
        if numbers == len(body) and not re.search(r"\d", heading):
            return True
    return False
