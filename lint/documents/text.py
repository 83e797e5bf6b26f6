"""Plain text: paragraphs, and the headings, lists and tables that its layout shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.documents.builder import Builder
from lint.documents.decode import Decoded
from lint.documents.document import Document
from lint.documents.looks import stops
from lint.documents.tables import Row, Table, TableCell
from lint.documents.text_headings import mark
from lint.documents.text_lines import Line, lines
from lint.documents.text_units import Unit, units

_COMMENT = re.compile(r"<!--(\s*+medcopy\b(?:(?!-->)[^\r\n]){0,500})-->")
_SUSPENDED = re.compile(r"(?:and|or|to|nor)\b")


def parse(decoded: Decoded, shown: str) -> Document:
    """Read a plain text file."""
    source = decoded.text
    comments = list(_COMMENT.finditer(source))
    visible = _COMMENT.sub(lambda match: " " * len(match.group()), source) if comments else source
    found = units(lines(visible))
    mark(found)
    writer = _Writer(Builder(), visible, comments)
    for index, unit in enumerate(found):
        writer.write(unit, found[index + 1] if index + 1 < len(found) else None)
    writer.finish()
    return writer.builder.finish(shown, source, decoded.encoding, decoded.bom)


class _Writer:
    """Writes units through a builder, lists nested by their indents."""

    def __init__(self, builder: Builder, source: str, comments: Sequence[re.Match[str]]) -> None:
        self.builder = builder
        self._source = source
        self._comments = list(comments)[::-1]
        self._lists: list[int] = []
        """The indents of the lists that are open."""
        self._item = False

    def write(self, unit: Unit, after: Unit | None) -> None:
        """Write one unit; ``after`` is the one that follows."""
        if unit.kind == "item":
            self._write_item(unit)
            return
        first = unit.lines[0]
        indented = unit.blank_before and bool(self._lists) and first.indent > self._lists[-1]
        if self._item and unit.kind == "paragraph" and (indented or self._goes_on(unit, after)):
            self._write_lines(unit.lines)
            self.builder.edge()
            return
        self._end_lists(-1)
        if unit.kind == "heading":
            self.builder.open("heading", unit.level)
            self._write_lines(unit.lines)
            self.builder.close()
        elif unit.kind == "table":
            self._write_table(unit)
        elif unit.kind == "paragraph":
            self._write_lines(unit.lines)
            self.builder.edge()

    def _goes_on(self, unit: Unit, after: Unit | None) -> bool:
        """Tell whether a paragraph stands inside a list that was run together in one line."""
        if (
            after is None
            or after.kind != "item"
            or not unit.lines[0].hard
            or unit.text.endswith(":")
            or not stops(unit.text)
        ):
            return False
        between = self._source[unit.lines[-1].end : after.lines[0].start]
        return "\n" not in between and "\r" not in between

    def finish(self) -> None:
        """End what is open, and give the last comments."""
        self._end_lists(-1)
        self._note(len(self._source))

    def _note(self, before: int) -> None:
        while self._comments and self._comments[-1].start() < before:
            match = self._comments.pop()
            self.builder.comment(match[1], match.start(), match.end())

    def _write_lines(self, lines: Sequence[Line]) -> None:
        last: Line | None = None
        self._note(lines[-1].end)
        for line in lines:
            if last is not None and not _hyphenated(last, line):
                self.builder.text(self._source[last.end : line.body], last.end, line.body)
            self.builder.text(self._source[line.body : line.end], line.body, line.end)
            last = line

    def _write_item(self, unit: Unit) -> None:
        line = unit.lines[0]
        self._end_lists(line.indent)
        if not self._lists or line.indent > self._lists[-1] + 1:
            self.builder.open_list()
            self._lists.append(line.indent)
        else:
            self.builder.close_item()
        self.builder.open_item(line.marker)
        self._item = True
        self._write_lines(unit.lines)
        self.builder.edge()

    def _end_lists(self, indent: int) -> None:
        """End the lists that stand further in than ``indent``; all with -1."""
        while self._lists and (indent < 0 or (len(self._lists) > 1 and indent < self._lists[-1] - 1)):
            self.builder.close_item()
            self.builder.close_list()
            self._lists.pop()
        self._item = bool(self._lists)

    def _write_table(self, unit: Unit) -> None:
        table = Table()
        for number, row in enumerate(unit.rows):
            table.rows.append(Row(head=unit.head and number == 0))
            for start, end in row:
                self.builder.open_cell(table.add(TableCell(unit.head and number == 0)))
                self._note(end)
                self.builder.text(self._source[start:end], start, end)
                self.builder.close_cell()
        self.builder.close_table(table)


def _hyphenated(last: Line, line: Line) -> bool:
    """Tell whether a compound was divided at its hyphen by the end of a line ("long-/term")."""
    if not last.text.endswith("-") or not last.text[-2:-1].isalpha() or not line.content[:1].islower():
        return False
    return not _SUSPENDED.match(line.content)
