"""Front matter: its title and description are copy, the rest is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

_OPEN = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_CLOSE = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*\r?$", re.MULTILINE),
}
_KEY = re.compile(r"[\w.\"'-][\w .\"'-]*[:=](?:\s|$)")
_LINE = re.compile(r"^(title|description)[ \t]*[:=][ \t]*(\S[^\r\n]*)$", re.MULTILINE | re.IGNORECASE)
_COPY: dict[str, Literal["title", "description"]] = {"title": "title", "description": "description"}

Piece = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Field:
    """A title or description: its text in pieces with their places in the file."""

    role: Literal["title", "description"]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a page: the fields that are copy, and where the page begins."""

    fields: tuple[Field, ...]
    end: int


def read(source: str) -> FrontMatter | None:
    """Read the front matter of a page; None where there is none, or where it is not closed."""
    opening = _OPEN.match(source)
    if not opening:
        return None
    closing = _CLOSE[opening[1]].search(source, opening.end())
    if not closing:
        return None
    start, text = opening.end(), source[opening.end() : closing.start()]
    if text.strip() and not _is_mapping(text):
        return None
    fields = _by_yaml(text, start) if opening[1] == "---" else None
    end = closing.end() + (source.startswith("\n", closing.end()))
    return FrontMatter(_by_line(text, start) if fields is None else fields, end)


def _is_mapping(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return all(_KEY.match(line) or line[0] in " \t-[" or line[0] in "}]" for line in lines) and any(
        _KEY.match(line) for line in lines
    )


def _by_yaml(text: str, shift: int) -> tuple[Field, ...] | None:
    """Read the top-level fields from YAML's events: composing nodes would recurse as deep as the text nests."""
    fields: list[Field] = []
    depth, key = 0, None
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                depth, key = depth + 1, None if depth == 1 else key
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                depth -= 1
            elif depth == 1 and isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                if key is None:
                    key = getattr(event, "value", "").lower()
                    continue
                if key in _COPY and isinstance(event, yaml.ScalarEvent):
                    fields.append(Field(_COPY[key], tuple(_pieces(text, event, shift))))
                key = None
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return tuple(fields)


def _pieces(text: str, event: Any, shift: int) -> list[Piece]:
    start, end = event.start_mark.index, event.end_mark.index
    written, value = text[start:end], str(event.value)
    if written[:1] in ("|", ">"):
        head = written.find("\n") + 1
        start, written = start + head, written[head:]
    elif written[:1] in ("'", '"') and event.style in ("'", '"'):
        start, written = start + 1, written[1:-1]
    places = [(start + match.start(), start + match.end()) for match in re.finditer(r"\S+", written)]
    words = value.split()
    if len(places) != len(words):  # an escape that makes or takes white space
        return [(value, shift + start, shift + start + len(written))] if written else []
    pieces: list[Piece] = []
    for word, (first, last) in zip(words, places, strict=True):
        if pieces:
            pieces.append((" ", pieces[-1][2], shift + first))
        pieces.append((word, shift + first, shift + last))
    return pieces


def _by_line(text: str, shift: int) -> tuple[Field, ...]:
    """Read the fields of front matter that is no valid YAML ("title: Scans: a guide"), and of TOML."""
    fields: dict[str, Field] = {}
    for match in _LINE.finditer(text):
        start, end = match.start(2), match.start(2) + len(match[2].rstrip())
        if end - start >= 2 and text[start] == text[end - 1] and text[start] in "\"'":
            start, end = start + 1, end - 1
        role = _COPY[match[1].lower()]
        if start < end:
            fields.setdefault(role, Field(role, ((text[start:end], shift + start, shift + end),)))
    return tuple(fields.values())
