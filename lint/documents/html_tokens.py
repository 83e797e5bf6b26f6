"""Tokens of HTML with their places, in linear time on any input.

Where the source breaks off inside a tag or a comment the rest belongs to it, as it does in a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

_TAG_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s/>][^\s/>=]*+)(\s*+=\s*+)?")
_BARE_VALUE = re.compile(r"[^\s>]*+")
_TO_CLOSE = re.compile(r"[\s/]*+>")
_ENTITY = re.compile(r"&(?:#0{0,9}[0-9]{1,7};?|#[xX]0{0,9}[0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")

RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content is no markup and no copy."""
_RCDATA = frozenset({"title", "textarea"})
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW | _RCDATA}


@dataclass(slots=True)
class Token:
    """A piece of HTML from ``start`` to ``end``.

    ``value`` is the name of a tag (lower case) or the content of a comment; ``attributes`` map a name to the
    value's place in the source.
    """

    kind: Literal["text", "start", "end", "comment"]
    start: int
    end: int
    value: str = ""
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of a source in order; content of script and style is left out."""
    at, length = 0, len(source)
    while at < length:
        opening = _next_markup(source, at)
        if opening > at:
            yield Token("text", at, opening)
        if opening >= length:
            return
        if source.startswith("<!--", opening):
            token = _comment(source, opening)
        elif source[opening + 1] in "!?" or (source[opening + 1] == "/" and not source[opening + 2].isalpha()):
            token = Token("comment", opening, _after(source, ">", opening), "")
        else:
            token = _tag(source, opening)
        yield token
        at = token.end
        if token.kind == "start" and token.value in _RAW_END:
            found = _RAW_END[token.value].search(source, at)
            stop = found.start() if found else length
            if token.value in _RCDATA and stop > at:
                yield Token("text", at, stop)
            at = stop


_MARKUP = re.compile(r"<(?:[a-zA-Z!?]|/[^\s])")


def _next_markup(source: str, at: int) -> int:
    found = _MARKUP.search(source, at)
    return found.start() if found else len(source)


def _after(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return found + len(mark) if found >= 0 else len(source)


def _comment(source: str, at: int) -> Token:
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, at):
            return Token("comment", at, at + len(empty), "")
    stop = source.find("-->", at + 4)
    end = stop + 3 if stop >= 0 else len(source)
    return Token("comment", at, end, source[at + 4 : stop if stop >= 0 else end])


def _tag(source: str, at: int) -> Token:
    closing = source[at + 1] == "/"
    name = _TAG_NAME.match(source, at + 1 + closing)
    attributes: dict[str, tuple[int, int]] = {}
    pos = name.end() if name else at + 1
    value = name.group().lower() if name else ""
    kind: Literal["start", "end"] = "end" if closing else "start"
    while True:
        close = _TO_CLOSE.match(source, pos)
        if close:
            return Token(kind, at, close.end(), value, attributes)
        found = _ATTRIBUTE.match(source, pos)
        if not found:
            return Token(kind, at, len(source), value, attributes)
        pos = found.end()
        place = (pos, pos)
        if found[2] is not None and pos < len(source):
            quote = source[pos]
            if quote in "\"'":
                stop = source.find(quote, pos + 1)
                if stop < 0:
                    return Token(kind, at, len(source), value, attributes)
                place, pos = (pos + 1, stop), stop + 1
            else:
                bare = _BARE_VALUE.match(source, pos)
                pos = bare.end() if bare else pos
                place = (place[0], pos)
        attributes.setdefault(found[1].lower(), place)


def text_pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the text of a stretch of source with its places, entities resolved."""
    at = start
    for match in _ENTITY.finditer(source, start, end):
        resolved = html.unescape(match.group())
        if resolved == match.group():
            continue
        if match.start() > at:
            yield source[at : match.start()], at, match.start()
        yield resolved, match.start(), match.end()
        at = match.end()
    if end > at:
        yield source[at:end], at, end


def value(source: str, place: tuple[int, int]) -> str:
    """Return an attribute's value, entities resolved."""
    return "".join(piece for piece, _, _ in text_pieces(source, *place))
