"""YAML in which every key and value knows its place, so that an error can name line and column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lint.errors import MedcopyError

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader  # type: ignore[assignment]

Scalar = str | int | float | bool | None

_INT = re.compile(r"[-+]?\d+\Z")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+|\d+)([eE][-+]?\d+)?\Z")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LONGEST_WORD = max(map(len, _WORDS))
_QUOTED = frozenset(("'", '"', "|", ">"))
"""The styles of scalars that are words, whatever they look like."""
_BEGINS_A_NUMBER = frozenset("0123456789+-.")


@dataclass(slots=True)
class Node:
    """A YAML value with its place (1-based line and column).

    A node is never changed; it is not frozen, because the packs have forty thousand and a frozen one takes four times as
    long to make.

    ``value`` is a scalar, a list of nodes, or a dict of key text to node; ``keys`` are the nodes of a mapping's keys.
    Scalars follow YAML 1.2's core schema: no, yes, on and off are words, and so are dates.
    """

    value: Scalar | list[Node] | dict[str, Node]
    path: str
    line: int
    column: int
    keys: dict[str, Node] | None = None

    def error(self, kind: type[MedcopyError], message: str) -> MedcopyError:
        """Return an error of that class at this place."""
        return kind(message, self.path, self.line, self.column)

    def mapping(self) -> dict[str, Node] | None:
        """Return the entries of a mapping, or None when the value is no mapping."""
        return self.value if isinstance(self.value, dict) else None

    def sequence(self) -> list[Node] | None:
        """Return the items of a sequence, or None when the value is no sequence."""
        return self.value if isinstance(self.value, list) else None

    def plain(self) -> object:
        """Return the value without places: dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def walk(self) -> Iterator[Node]:
        """Yield this node and every node below it."""
        yield self
        children = self.value.values() if isinstance(self.value, dict) else self.value
        if isinstance(self.value, dict | list):
            for child in children:  # type: ignore[union-attr]
                yield from child.walk()  # type: ignore[union-attr]


def load(path: Path, kind: type[MedcopyError], shown: str | None = None) -> Node:
    """Read a YAML file with places.

    Raises ``kind`` for an unreadable file, YAML that does not parse, duplicate keys, anchors and aliases
    (a few lines of aliases can expand to gigabytes).
    """
    name = shown or path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise kind(f"is not UTF-8 (byte {error.start}): save it as UTF-8", name) from error
    except OSError as error:
        raise kind(f"cannot be read: {error.strerror}", name) from error
    return parse(text, name, kind)


def parse(text: str, path: str, kind: type[MedcopyError]) -> Node:
    """Parse YAML text with places; raises ``kind`` as ``load`` does."""
    loader = SafeLoader(text)
    try:
        return _Reader(loader, path, kind).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        message = f"is not valid YAML: {error.problem or error.context}"
        raise kind(message, path, mark.line + 1 if mark else None, mark.column + 1 if mark else None) from error
    except yaml.YAMLError as error:
        raise kind(f"is not valid YAML: {error}", path) from error
    except RecursionError as error:
        raise kind("is nested too deeply", path) from error
    finally:
        loader.dispose()


class _Reader:
    """Makes nodes of the events of a parser: nodes of PyYAML's own in between would take as long again."""

    def __init__(self, loader: SafeLoader, path: str, kind: type[MedcopyError]) -> None:
        self._next: Callable[[], Any] = loader.get_event
        self._path, self._kind = path, kind

    def document(self) -> Node:
        """Return the one document of a stream."""
        self._next()  # the start of the stream
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Node(None, self._path, 1, 1)
        node = self._node(self._next())
        self._next()  # the end of the document
        more = self._next()
        if isinstance(more, yaml.DocumentStartEvent):
            raise self._error(more, "holds more than one document: the first ends here")
        return node

    def _error(self, event: Any, message: str) -> MedcopyError:
        return self._kind(message, self._path, event.start_mark.line + 1, event.start_mark.column + 1)

    def _node(self, event: Any) -> Node:
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style in _QUOTED
            return Node(event.value if quoted else _scalar(event.value), self._path, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(following := self._next(), yaml.SequenceEndEvent):
                items.append(self._node(following))
            return Node(items, self._path, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.MappingStartEvent):
            entries, keys = self._entries()
            return Node(entries, self._path, mark.line + 1, mark.column + 1, keys)
        raise self._error(event, "uses a YAML alias (*name): write the value out")

    def _entries(self) -> tuple[dict[str, Node], dict[str, Node]]:
        entries: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise key.error(self._kind, "a key must be a word")
            name: str = event.value
            if name in entries:
                raise key.error(self._kind, f"the key {name!r} stands here twice (first in line {keys[name].line})")
            entries[name], keys[name] = self._node(self._next()), key
        return entries, keys


def _scalar(text: str) -> Scalar:
    if len(text) <= _LONGEST_WORD and text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if not text or text[0] not in _BEGINS_A_NUMBER:
        return text
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        return float(text)
    return text
