"""Markdown and MDX: pyromark's events with exact byte ranges, raw HTML through the HTML reader."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

import pyromark

from lint.documents import front_matter, mdx
from lint.documents.builder import Builder
from lint.documents.decode import Decoded
from lint.documents.document import Document
from lint.documents.html import Feeder
from lint.documents.html_tree import Tree
from lint.documents.text_units import KEY
from lint.errors import ReadError

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)
_LABEL = re.compile(r"[ \t>]*(?:\*\*|__)[^*_\n]{2,60}(?::(?:\*\*|__)|(?:\*\*|__):)")
_PAIR = re.compile(r"[A-Z0-9][^:.?!;\n]{1,60}: +\S")
"""A line such as "<name>, <name>: ..": behind one like it, it is another entry."""
_FRAGMENT = re.compile(r"[A-Z0-9](?:[^.?!;:\n]{0,78}[^.?!;:,\s])?[ \t]*(?:\n|\Z)")
"""A line that may be an item of a list without signs; three that follow each other are."""
_ITEMS = 3
_MARKER = re.compile(r"[ \t>]*([-+*]|\d{1,9}[.)])")
_ELEMENTS = {
    "Paragraph": "p",
    "BlockQuote": "blockquote",
    "CodeBlock": "pre",
    "FootnoteDefinition": "div",
    "Strong": "strong",
    "Strikethrough": "del",
    "Item": "li",
    "Table": "table",
    "TableHead": "thead",
    "TableRow": "tr",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
    "MetadataBlock": "template",
}


def parse(decoded: Decoded, shown: str) -> Document:
    """Read a Markdown page."""
    return _parse(decoded, shown, mdx.mask_templates)


def parse_mdx(decoded: Decoded, shown: str) -> Document:
    """Read an MDX page."""
    return _parse(decoded, shown, mdx.mask)


def _parse(decoded: Decoded, shown: str, mask: Callable[[str], mdx.Masked]) -> Document:
    builder = Builder()
    start = 0
    matter = front_matter.read(decoded.text)
    if matter:
        start = matter.end
        for field in matter.fields:
            builder.open(field.role)
            for piece in field.pieces:
                builder.text(*piece)
            builder.close()
    masked = mask(decoded.text[start:])
    comments = [(text, first + start, last + start) for text, first, last in masked.comments]
    places = [(offset, there + start) for offset, there in masked.places]
    _Reader(builder, masked.text, places, comments).read(_events(masked.text, shown))
    return builder.finish(shown, decoded.text, decoded.encoding, decoded.bom)


def _events(source: str, shown: str) -> Any:
    try:
        return pyromark.events_with_range(source, options=_OPTIONS)
    except BaseException as error:
        # pyo3 raises a panic of the Rust parser as a BaseException of its own.
        if type(error).__name__ != "PanicException":
            raise
        raise ReadError("cannot be read as Markdown: look for very unusual markup", shown) from error


class _Offsets:
    """UTF-8 byte offsets to character offsets."""

    def __init__(self, source: str) -> None:
        self._bytes: list[int] = []
        self._extra = [0]
        extra = 0
        for match in re.finditer(r"[^\x00-\x7f]", source):
            # The byte after the character, from which on its extra bytes count.
            here = match.start() + extra
            size = len(match.group().encode("utf-8"))
            self._bytes.append(here + size)
            extra += size - 1
            self._extra.append(extra)

    def __getitem__(self, offset: int) -> int:
        return offset - self._extra[bisect_right(self._bytes, offset)]


class _Reader:
    """Turns the parser's events into the start tags, end tags and text of the HTML machine."""

    def __init__(
        self, builder: Builder, source: str, places: list[tuple[int, int]], comments: list[tuple[str, int, int]]
    ) -> None:
        self._builder = builder
        self._source = source
        self._tree = Tree(builder)
        self._html = Feeder(self._tree, builder)
        self._offsets = _Offsets(source)
        self._places = places
        self._starts = [offset for offset, _ in places]
        self._comments = comments[::-1]
        self._marker: Mapping[str, str] = {}
        self._raw: list[tuple[str, int]] | None = None
        self._url = False
        self._head = False
        self._image = 0

    def read(self, events: Any) -> None:
        """Read all events of a page."""
        for event, span in events:
            first, last = self._offsets[span["start"]], self._offsets[span["end"]]
            start = self._place(first)
            end = self._place(last - 1) + 1 if last > first else start
            if isinstance(event, str):
                if event == "SoftBreak" and self._labelled(first, last):
                    event = "HardBreak"
                self._plain(event, start, end)
                continue
            ((name, detail),) = event.items()
            if name == "Start" or name == "End":
                kind, more = next(iter(detail.items())) if isinstance(detail, dict) else (detail, None)
                self._pending_comments(start if name == "Start" else end)
                if name == "Start":
                    self._marker = self._read_marker(str(kind), first, last)
                (self._start if name == "Start" else self._end)(str(kind), more, start, end)
            else:
                self._pending_comments(start)
                self._inline(name, detail, start, end)
        end = self._place(len(self._source))
        self._tree.finish(end)
        self._pending_comments(end)

    def _labelled(self, first: int, last: int) -> bool:
        """Tell whether a line begins with a label in bold type, or with one as the line above does: it is no part of that."""
        line = self._source.rfind("\n", 0, first) + 1
        return bool(
            _LABEL.match(self._source, last)
            or (KEY.match(self._source, last) and KEY.match(self._source, line))
            or (_PAIR.match(self._source, last) and _PAIR.match(self._source, line))
            or self._listed(line, last)
        )

    def _listed(self, line: int, following: int) -> bool:
        """Tell whether two lines, and one before or behind them, are each a fragment: a list without signs."""
        source = self._source
        around = [line, following]
        if line > 1 and source[line - 2 : line - 1] != "\n":
            around.insert(0, source.rfind("\n", 0, line - 1) + 1)
        end = source.find("\n", following)
        if 0 <= end < len(source) - 1 and source[end + 1] != "\n":
            around.append(end + 1)
        return len(around) >= _ITEMS and all(_FRAGMENT.match(source, at) for at in around)

    def _place(self, offset: int) -> int:
        start, there = self._places[bisect_right(self._starts, offset) - 1]
        return there + offset - start

    def _pending_comments(self, before: int) -> None:
        while self._comments and self._comments[-1][1] < before:
            self._tree.comment(*self._comments.pop())

    def _plain(self, event: str, start: int, end: int) -> None:
        if event == "SoftBreak":
            if not self._url and not self._image:
                self._tree.line_end(start, end)
        elif event == "HardBreak":
            self._tree.start("br", {}, start, end)
        elif event == "Rule":
            self._tree.start("hr", {}, start, end)

    def _inline(self, name: str, detail: Any, start: int, end: int) -> None:
        if name in ("Text", "InlineHtml", "Html") and self._raw is not None:
            self._raw.append((detail, start))
        elif name == "Text":
            self._text(detail, start, end)
        elif name == "InlineHtml":
            self._html.feed(detail, [(0, start)])
        elif name in ("Code", "InlineMath", "DisplayMath"):
            self._tree.gap(start, end)

    def _text(self, value: str, start: int, end: int) -> None:
        if not self._url and not self._image:
            self._tree.text(value, start, end)

    def _start(self, kind: str, detail: Any, start: int, end: int) -> None:
        tree = self._tree
        if kind == "HtmlBlock":
            self._raw = []
        elif kind == "Heading":
            tree.start(str(detail["level"]).lower(), {}, start, end)
        elif kind == "List":
            tree.start("ul" if detail is None else "ol", {} if detail is None else {"start": str(detail)}, start, end)
        elif kind == "Item":
            tree.start("li", self._marker, start, end)
        elif kind == "TableHead":
            self._head = True
            tree.start("thead", {}, start, end)
            tree.start("tr", {}, start, end)
        elif kind == "TableCell":
            tree.start("th" if self._head else "td", {}, start, end)
        elif kind == "Link":
            self._url = detail["link_type"] in ("Autolink", "Email")
            if self._url:
                tree.gap(start, end)
        elif kind == "Image":
            if not self._image:
                tree.gap(start, end)
            self._image += 1
        elif kind in _ELEMENTS:
            tree.start(_ELEMENTS[kind], {}, start, end)

    def _end(self, kind: str, detail: Any, start: int, end: int) -> None:
        tree = self._tree
        if kind == "HtmlBlock":
            self._feed_block()
        elif kind == "Heading":
            tree.end(str(detail).lower(), start, end)
        elif kind == "List":
            tree.end("ol" if detail else "ul", start, end)
        elif kind == "TableHead":
            self._head = False
            tree.end("tr", start, end)
            tree.end("thead", start, end)
        elif kind == "TableCell":
            tree.end("th" if self._head else "td", start, end)
        elif kind == "Link":
            self._url = False
        elif kind == "Image":
            self._image -= 1
        elif kind in _ELEMENTS:
            tree.end(_ELEMENTS[kind], start, end)

    def _read_marker(self, kind: str, first: int, last: int) -> Mapping[str, str]:
        found = _MARKER.match(self._source, first, last) if kind == "Item" else None
        return {"marker": found[1]} if found else {}

    def _feed_block(self) -> None:
        pieces, self._raw = self._raw or [], None
        places: list[tuple[int, int]] = []
        length = 0
        for text, start in pieces:
            places.append((length, start))
            length += len(text)
        if places:
            self._html.feed("".join(text for text, _ in pieces), places)
