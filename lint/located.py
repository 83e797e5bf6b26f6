"""YAML in which every key and value knows its place, so that an error can name line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
        node = loader.get_single_node()
        if node is None:
            return Node(None, path, 1, 1)
        return _convert(node, path, kind, set())
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


def _convert(node: yaml.Node, path: str, kind: type[MedcopyError], seen: set[int]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        raise kind("uses a YAML alias (*name): write the value out", path, line, column)
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Node] = {}
        keys: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key = _convert(key_node, path, kind, seen)
            if isinstance(key.value, dict | list):
                raise key.error(kind, "a key must be a word")
            name = key_node.value
            if name in entries:
                raise key.error(kind, f"the key {name!r} stands here twice (first in line {keys[name].line})")
            entries[name], keys[name] = _convert(value_node, path, kind, seen), key
        return Node(entries, path, line, column, keys)
    if isinstance(node, yaml.SequenceNode):
        return Node([_convert(item, path, kind, seen) for item in node.value], path, line, column)
    return Node(node.value if node.style in ("'", '"', "|", ">") else _scalar(node.value), path, line, column)  # type: ignore


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
