"""Anchors that stay the same between runs: hashes of what a thing is, never of where it stands in the report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Hashable
from dataclasses import fields, is_dataclass


def digest(*parts: object) -> str:
    """Return ten hexadecimal digits for some values, sets in a fixed order."""
    return hashlib.sha256("\x1f".join(map(stable, parts)).encode("utf-8", "backslashreplace")).hexdigest()[:10]


def stable(value: object) -> str:
    """Return a value as text that is the same in every process, whatever the order that it keeps its sets in."""
    if isinstance(value, frozenset | set):
        return "{" + ",".join(sorted(map(stable, value))) + "}"
    if isinstance(value, tuple | list):
        return "(" + ",".join(map(stable, value)) + ")"
    if is_dataclass(value):
        return type(value).__name__ + stable([getattr(value, field.name) for field in fields(value)])
    return repr(value)


class Numbered:
    """Gives equal things anchors of their own: the second of them gets -2, and so on."""

    def __init__(self) -> None:
        self._seen: Counter[Hashable] = Counter()

    def __call__(self, anchor: str) -> str:
        """Return the anchor, numbered where it was given out before."""
        self._seen[anchor] += 1
        return anchor if self._seen[anchor] == 1 else f"{anchor}-{self._seen[anchor]}"
