"""Runs of signs between spaces ("spread", "(long-term)", "cells.12"): each distinct one is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, TypeVar

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_STOPS, _MARKS = ".!?,", "&{<_\\"
_SHAPE = str.maketrans({
    chr(code): "a" if chr(code).isalpha()
    else "0" if chr(code).isdigit()
    else "." if chr(code) in _STOPS
    else "#" if chr(code) in _MARKS
    else chr(code) if chr(code) in ")[%"
    else " "
    for code in range(128)
})  # fmt: skip
_REMEMBERED = 1 << 16
"""Distinct runs that are remembered: a hundred thousand pages have more than memory should hold."""
_T = TypeVar("_T")


Check = Literal["residue", "substitutes", "frames", "confusions", "unknown", "mixed"]
Calls = tuple[tuple[Check, str], ...]
"""The checks that a run calls, each with the word or the shape that it has something to ask about."""


class Met(dict[str, _T]):
    """What is to be said of strings: worked out when a string is met first, and forgotten when there are too many."""

    def __init__(self, look: Callable[[str], _T]) -> None:
        self._look = look

    def __missing__(self, met: str) -> _T:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[met] = found = self._look(met)
        return found


@lru_cache(_REMEMBERED >> 2)
def words(run: str) -> tuple[str, ...]:
    """Return the words of a run: what letters stand together."""
    return tuple(_WORD.findall(run))


def shape(run: str) -> str:
    """Return a run with "a" for every letter, "0" for every figure, "." for stops and commas, "#" for signs of markup.

    Letters and signs that are not ASCII are spaces.
    """
    return (run if run.isascii() else _FOREIGN.sub(" ", run)).translate(_SHAPE)
