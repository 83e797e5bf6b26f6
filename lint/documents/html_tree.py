"""The open elements of a page, as a browser would see them, and what they make of the text in them.

Every step costs the same however deep the nesting is: where an element stands is looked up by name, never by
walking the stack. Markdown drives the same machine.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lint.documents import html_elements as html
from lint.documents.builder import Builder
from lint.documents.looks import looks_like_heading
from lint.documents.tables import Row, Table, TableCell

_FOOTNOTE = re.compile(r"[\s\d,;.*†‡§¶#\[\]()®©™℠–-]*\Z")
_POWER = re.compile(r"(?:\b10|(?<![^\W\d])(?:m|cm|mm|km))\Z")
_BOLD_LEVEL = 6
_KEPT = frozenset(
    {"class", "id", "role", "hidden", "aria-hidden", "style", "start", "value", "colspan", "rowspan", "scope", "href"}
)
"""The attributes that mean something here."""


@dataclass(slots=True, eq=False)
class _Element:
    name: str
    hides: bool = False
    start: int = 0
    frame: str = ""
    mark: int = 0
    edges: int = 0
    number: int = 0
    headings: int = -1


class Tree:
    """Takes start tags, end tags and text in order and tells a builder what they are."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._stack: list[_Element] = []
        self._open: dict[str, list[int]] = {}
        self._blocks: list[int] = []
        self._tables: list[Table] = []
        self._hidden = 0
        self._code = 0
        self._banner = 0
        self._titled = False
        self._plain = False
        """Whether the open paragraph has text that is not bold."""
        self._broken: tuple[int, int] | None = None
        """The end of a line in bold that is all of the open paragraph so far."""

    @property
    def hidden(self) -> bool:
        """Whether text here is not copy."""
        return self._hidden > 0

    def text(self, value: str, start: int, end: int) -> None:
        """Take text."""
        if self._hidden:
            return
        if self._banner and not self._last("p", *html.HEADINGS) >= 0:
            return
        if self._broken is not None:
            # "**A heading**" above its text in one paragraph; a line that goes on in small letters is none.
            if value[:1].islower():
                self.builder.text("\n", *self._broken)
            else:
                self.builder.edge(_BOLD_LEVEL)
            self._broken = None
        self._plain = self._plain or (self._last("b", "strong") < 0 and not value.isspace())
        self.builder.text(value, start, end)

    def line_end(self, start: int, end: int) -> None:
        """Take the end of a line that is a space in a sentence, and the end of a heading in bold."""
        if self._ends_bold_line():
            self._broken = start, end
        else:
            self.text("\n", start, end)

    def _ends_bold_line(self) -> bool:
        return not self._hidden and self._last("p") > self._last("b", "strong") and self._is_bold_line()

    def comment(self, text: str, start: int, end: int) -> None:
        """Take a comment; one in code is an example and no directive."""
        if not self._code:
            self.builder.comment(text, start, end)

    def gap(self, start: int, end: int) -> None:
        """Take something that stands in the line but is not copy."""
        self.text(" ", start, end)

    def start(self, name: str, attributes: Mapping[str, str], start: int, end: int) -> None:
        """Take a start tag; ``attributes`` need only hold those of ``wanted``."""
        block = name in html.BLOCKS
        if block:
            self._imply(name)
        if name in html.VOID:
            self._void(name, start, end)
            return
        if block:
            self.builder.edge()
        hides = html.hides(name, attributes) or (
            name == "title" and (self._titled or self._last("svg", "body", "table", "caption") >= 0)
        )
        element = _Element(name, hides, start)
        if name in html.GAPS and not self._hidden:
            self.gap(start, end)
        if name == "q":
            self.text('"', start, end)
        self._push(element, block)
        if not self._hidden:
            self._enter(element, attributes)
        if attributes.get("role", "").lower() == "banner":
            self._banner += 1
            element.frame = element.frame or "banner"

    def end(self, name: str, start: int, end: int) -> None:
        """Take an end tag; one that ends nothing open has no effect, but for the edge of a block."""
        at = self._last(name)
        if name in html.HEADINGS:
            at = self._last(*html.HEADINGS)  # a heading's end tag ends whatever heading is open
        if name in html.BLOCKS:
            scope = self._last("td", "th", "caption") if name not in ("table", "tbody", "thead", "tfoot", "tr") else -1
            table = self._last("table")
            if at < 0 or (at < scope and scope > table) or (name != "table" and at < table):
                if not self._hidden:
                    self.builder.edge()
                return
        elif at < 0 or (self._blocks and self._blocks[-1] > at):
            return
        if name == "q":
            self.text('"', start, end)
        self._pop_to(at, end)

    def finish(self, end: int) -> None:
        """End all that is still open."""
        self._pop_to(0, end)

    def _last(self, *names: str) -> int:
        return max((self._open[name][-1] for name in names if self._open.get(name)), default=-1)

    def _imply(self, name: str) -> None:
        while self._stack and self._stack[-1].name in html.INLINE_CODE and self._last("pre") < 0:
            self._pop_to(len(self._stack) - 1, self._stack[-1].start)
        if name in html.CLOSED_BY:
            closed, scope = html.CLOSED_BY[name]
            barrier = self._last(*scope)
            places = [self._open[one][-1] for one in closed if self._open.get(one) and self._open[one][-1] > barrier]
            if places:
                self._pop_to(min(places), -1)
        paragraph = self._last("p")
        if paragraph >= 0 and paragraph > self._last(*html.PARAGRAPH_SCOPE):
            self._pop_to(paragraph, -1)

    def _void(self, name: str, start: int, end: int) -> None:
        if name == "br":
            if self._ends_bold_line():
                self.builder.edge(_BOLD_LEVEL)
            elif not self._hidden:
                self.builder.line_break(start, end)
        elif name == "hr":
            self.builder.edge()
        elif name in html.GAPS:
            self.gap(start, end)

    def _push(self, element: _Element, block: bool) -> None:
        at = len(self._stack)
        self._stack.append(element)
        self._open.setdefault(element.name, []).append(at)
        if block:
            self._blocks.append(at)
        self._hidden += element.hides
        self._code += element.name in html.CODE

    def _enter(self, element: _Element, attributes: Mapping[str, str]) -> None:
        name, builder = element.name, self.builder
        if name in html.HEADINGS:
            builder.open("heading", html.HEADINGS[name])
            element.frame = "role"
        elif name == "p":
            self._plain, self._broken = False, None
        elif name == "title":
            builder.open("title")
            element.frame, self._titled = "role", True
        elif name in ("caption", "figcaption"):
            element.mark = builder.blocks
            builder.open("caption")
            element.frame = "role"
        elif name == "summary":
            builder.open("heading", min(6, builder.heading_level + 1))
            element.frame = "role"
        elif name in ("dt", "dd"):
            builder.open("term" if name == "dt" else "definition")
            element.frame = "role"
        elif name == "details":
            element.headings = builder.headings
        elif name in html.LISTS:
            builder.open_list()
            element.frame, element.number = "list", _number(attributes.get("start"), 1)
        elif name == "li":
            self._item(element, attributes)
        elif name == "table":
            self._tables.append(Table(layout=attributes.get("role", "").lower() in ("presentation", "none")))
            element.frame = "table"
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append(Row(head=self._last("thead") > self._last("table")))
        elif name in ("td", "th") and self._tables:
            cell = TableCell(
                name == "th",
                attributes.get("scope", "").lower(),
                _number(attributes.get("colspan"), 1),
                _number(attributes.get("rowspan"), 1),
            )
            builder.open_cell(self._tables[-1].add(cell))
            element.frame = "cell"
        elif name == "sup":
            element.mark, element.edges = builder.length, builder.edges

    def _item(self, element: _Element, attributes: Mapping[str, str]) -> None:
        parent = self._last(*html.LISTS)
        marker = attributes.get("marker", "")
        if not marker and parent >= 0 and self._stack[parent].name == "ol":
            number = _number(attributes.get("value"), self._stack[parent].number)
            self._stack[parent].number = number + 1
            marker = f"{number}."
        self.builder.open_item(marker or "•")
        element.frame = "item"

    def _pop_to(self, at: int, end: int) -> None:
        while len(self._stack) > at:
            element = self._stack.pop()
            self._open[element.name].pop()
            if self._blocks and self._blocks[-1] == len(self._stack):
                self._blocks.pop()
                if not self._hidden:
                    self.builder.edge(_BOLD_LEVEL if element.name == "p" and self._is_bold_line() else 0)
            self._leave(element, end)
            self._hidden -= element.hides
            self._code -= element.name in html.CODE

    def _is_bold_line(self) -> bool:
        """Tell whether the open paragraph is a heading that was set in bold instead of being marked as one."""
        if self._plain or not self.builder.length or self._last("li", "td", "th", "dd", "dt", "figcaption") >= 0:
            return False
        return looks_like_heading(self.builder.since(0).strip())

    def _leave(self, element: _Element, end: int) -> None:
        builder = self.builder
        if element.frame == "role":
            builder.close()
            if element.name == "caption" and self._tables:
                self._tables[-1].caption.extend(range(element.mark, builder.blocks))
        elif element.frame == "list":
            builder.close_list()
        elif element.frame == "item":
            builder.close_item()
        elif element.frame == "cell":
            builder.close_cell()
        elif element.frame == "table":
            builder.close_table(self._tables.pop())
        elif element.frame == "banner":
            self._banner -= 1
        if element.headings >= 0:
            builder.leave_headings(element.headings)
        if element.name == "sup" and element.edges and element.edges == builder.edges:
            self._superscript(element, end)

    def _superscript(self, element: _Element, end: int) -> None:
        """Take a footnote mark out of the text; a power stays, as ``^2``."""
        written = self.builder.since(element.mark)
        if not written or not _FOOTNOTE.match(written):
            return
        self.builder.take_back(element.mark)
        if written.strip().isdigit() and _POWER.search(self.builder.tail(12)):
            self.builder.text("^" + written.strip(), element.start, max(end, element.start + 1))


def wanted(name: str) -> bool:
    """Tell whether an attribute means anything to the tree, so that others need not be decoded."""
    return name in _KEPT


def _number(value: str | None, default: int) -> int:
    if value and re.fullmatch(r"\s*[0-9]{1,6}\s*", value):
        return int(value)
    return default
