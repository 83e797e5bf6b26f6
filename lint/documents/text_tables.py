"""Tables in plain text: columns divided by bars, tabs, dots that lead across or aligned spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.documents.text_lines import Line

_TAB = re.compile(r"[ ]*\t[\t ]*")
_SPACES = re.compile(r"(?<=[^\s.!?;,:])[ \xa0]{2,}+(?=\S)")
_LEADERS = re.compile(r"[ \t\xa0]*(?:(?:\.[ \xa0]?){4,}|(?<=[ \xa0])\.{3}(?=[ \xa0]))[ \t\xa0]*(?=[^\s.])")
_FIGURE = re.compile(r"[ \xa0]+(?=[<>~]?\d[\d.,\u2013-]*+(?: ?(?:%|per cent|percent|months|years))?\Z)")
_FEWEST_ALIGNED = 3
_WIDEST_CELL = 60

Row = list[tuple[int, int]]
"""The places of a row's cells; an empty cell has no length."""


def table(lines: Sequence[Line]) -> list[Row] | None:
    """Return the rows where lines that follow each other are a table (rules between them left out), else None."""
    content = [line for line in lines if not line.rule]
    if len(content) < 2 or any(line.marker or line.hard for line in content):
        return None
    if all("|" in line.text for line in content):
        return _even([_bars(line) for line in content], 2)
    if all("\t" in line.text for line in content):
        return _even([_split(line, _TAB) for line in content], 2)
    if all(_LEADERS.search(line.text) for line in content):
        return _even([_split(line, _LEADERS) for line in content], 2)
    if len(content) >= _FEWEST_ALIGNED:
        rows = _even([_split(line, _SPACES) for line in content], _FEWEST_ALIGNED)
        if rows and _aligned(rows, content):
            return rows
    return None


def inside(lines: Sequence[Line]) -> tuple[int, int, list[Row]] | None:
    """Return the first and the last line (not included) of a column of figures among other lines, and the rows, else None.

    The figures end below each other, or dots lead to them; a line above that stands only over them is their head.
    """
    led = [bool(not line.marker and _LEADERS.search(line.text)) for line in lines]
    if sum(led) > 1:
        first = led.index(True)
        last = next((at for at in range(first, len(led)) if not led[at]), len(led))
        if rows := _even([_split(line, _LEADERS) for line in lines[first:last]], 2):
            return first, last, rows
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and _FIGURE.search(lines[at].text) and _right(lines[at]) == _right(lines[first]):
            at += 1
        rows = [_split(line, _FIGURE) for line in lines[first:at]]
        apart = sum(row[1][0] - row[0][1] > 1 for row in rows)
        if len(rows) >= _FEWEST_ALIGNED and apart * 2 >= len(rows) and not any(x.marker for x in lines[first:at]):
            over = lines[first - 1] if first else None
            if over and over.indent > lines[first].indent + _FEWEST_ALIGNED and not over.marker:
                return first - 1, at, [[(over.start, over.start), (over.start, over.end)], *rows]
            return first, at, rows
        at = max(at, first + 1)
    return None


def _right(line: Line) -> int:
    return line.indent + line.end - line.start


def _even(rows: list[Row], fewest: int) -> list[Row] | None:
    widths = {len(row) for row in rows}
    return rows if len(widths) == 1 and widths.pop() >= 2 and len(rows) >= fewest else None


def _split(line: Line, divider: re.Pattern[str]) -> Row:
    out: Row = []
    at = 0
    for match in divider.finditer(line.text):
        out.append((line.start + at, line.start + match.start()))
        at = match.end()
    return [*out, (line.start + at, line.end)]


def _bars(line: Line) -> Row:
    out: Row = []
    inner = line.text.strip("|")
    at = line.start + len(line.text) - len(line.text.lstrip("|"))
    for part in inner.split("|"):
        start = at + len(part) - len(part.lstrip())
        out.append((start, max(start, at + len(part.rstrip()))))
        at += len(part) + 1
    return out


def _aligned(rows: list[Row], lines: Sequence[Line]) -> bool:
    if any(end - start > _WIDEST_CELL for row in rows for start, end in row):
        return False
    for column in range(1, len(rows[0])):
        pairs = list(zip(rows, lines, strict=True))
        starts = {line.indent + row[column][0] - line.start for row, line in pairs}
        ends = {line.indent + row[column][1] - line.start for row, line in pairs}
        if len(starts) > 1 and len(ends) > 1:
            return False
    return True
