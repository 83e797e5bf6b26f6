"""The units of plain text: which lines make a paragraph, an item, a table, a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from lint.documents.looks import all_caps, looks_like_heading, stops, title_case
from lint.documents.text_lines import Line
from lint.documents.text_tables import Row, inside, table

_LONG = 120
"""Characters; longer lines are paragraphs."""
_FLOWING = 6
"""A file with one long line in so many has a line for each paragraph: none are joined."""
_SLACK = 12
KEY = re.compile(r"[A-Z0-9][^:.?!,;\n]{1,40}: +\S")
"""A line such as "Cause: ..": two that follow each other are two entries."""
_ENDS = re.compile(r"[.!?;,…][\"'”’)\]]*\Z")


@dataclass(slots=True)
class Unit:
    """Lines that make one block; ``blank_before`` where a blank line stands above."""

    kind: Literal["paragraph", "item", "table", "heading", "rule"]
    lines: list[Line]
    blank_before: bool
    rows: list[Row] = field(default_factory=list)
    head: bool = False
    level: int = 0

    @property
    def text(self) -> str:
        """The text as written, lines joined."""
        return " ".join(line.content for line in self.lines)


def units(lines: Sequence[Line]) -> list[Unit]:
    """Group lines into units, headings not yet told from paragraphs but where they are underlined."""
    out: list[Unit] = []
    width = _width(lines)
    chunk: list[Line] = []
    blank = True
    for line in [*lines, Line(0, 0, 0, "")]:
        if not line.blank:
            chunk.append(line)
            continue
        if chunk:
            out.extend(_chunk(chunk, blank, width))
        chunk, blank = [], True
    return out


def _width(lines: Sequence[Line]) -> int:
    """Return the width at which a file is wrapped: that of its widest lines; 0 where its lines are paragraphs."""
    written = [line for line in lines if not line.blank]
    if sum(len(line.text) > _LONG for line in written) * _FLOWING >= max(1, len(written)):
        return 0
    widths = sorted(line.indent + len(line.text) for line in lines if 40 <= len(line.text) <= 100)
    return widths[len(widths) * 19 // 20] if widths else _LONG


def _chunk(lines: list[Line], blank: bool, width: int) -> list[Unit]:
    underlined = len(lines) > 1 and lines[1].rule and lines[1].text[0] in "=-~_*" and " " not in lines[1].text
    rows = None if underlined and "|" not in lines[0].text and "  " not in lines[0].text.strip() else table(lines)
    if rows:
        head = len(lines) > 1 and lines[1].rule
        return [Unit("table", lines, blank, rows=rows, head=head)]
    if not underlined and (found := inside(lines)):
        begin, stop, rows = found
        above = _chunk(lines[:begin], blank, width) if begin else []
        below = _chunk(lines[stop:], False, width) if stop < len(lines) else []
        headed = rows[0][0][0] == rows[0][0][1]
        return [*above, Unit("table", lines[begin:stop], blank and not above, rows=rows, head=headed), *below]
    out: list[Unit] = []
    for index, line in enumerate(lines):
        last = out[-1] if out else None
        before = blank and not out
        if line.rule:
            if last and last.kind == "paragraph" and len(last.lines) == 1 and line.text[0] in "=-~_*" and index == 1:
                last.kind, last.level = "heading", 1 if line.text[0] in "=*" else 2
            else:
                out.append(Unit("rule", [line], before))
        elif line.marker:
            out.append(Unit("item", [line], before))
        elif last and last.kind in ("paragraph", "item") and _joins(last, line, width, lines[index + 1 : index + 2]):
            last.lines.append(line)
        else:
            out.append(Unit("paragraph", [line], before))
    return out


def _joins(unit: Unit, line: Line, width: int, after: Sequence[Line]) -> bool:
    last = unit.lines[-1]
    if all_caps(last.text) and len(unit.lines) == 1 and not all_caps(line.text):
        # A heading in capitals right above what it heads.
        return False
    if line.hard or len(last.text) > _LONG or (KEY.match(line.text) and KEY.match(last.text)):
        return False
    if unit.kind == "item" and line.indent > unit.lines[0].indent:
        return True
    if len(line.text) > _LONG:
        return False
    if not width:
        return line.text[0].islower() and not stops(last.text)
    full = last.indent + len(last.text) >= width - _SLACK and width < _LONG
    if line.text[0].islower() or (full and not last.text.endswith(":")):
        return True
    if not _ENDS.search(last.text):
        return False
    return not (after and not after[0].text[0].islower() and title_case(line.text) and looks_like_heading(line.text))
