"""Runs of signs between spaces ("spread", "(long-term)", "cells.12"): each distinct one is looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

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
FURTHER = "-"
"""What is said to stand beside a word where a figure or a hyphen does: what matters is behind it."""


class Sides(NamedTuple):
    """Words one of which stands before a word, or one behind it, where there is something to ask about it.

    ``FURTHER`` is among them where there are any.
    """

    before: frozenset[str]
    after: frozenset[str]

    @classmethod
    def within(cls, phrases: Iterable[Sequence[str]], word: str) -> Sides | None:
        """Return what stands beside a word in phrases, or None where one is the word alone."""
        before, after = set[str](), set[str]()
        for words in phrases:
            if len(words) < 2:
                return None
            for at, one in enumerate(words):
                if one == word:
                    before.update(words[:at][-1:])
                    after.update(words[at + 1 :][:1])
        return cls.of(before, after)

    @classmethod
    def of(cls, before: Collection[str], after: Collection[str]) -> Sides:
        """Take the words themselves."""
        return cls(*(frozenset((*words, FURTHER)) if words else frozenset() for words in (before, after)))


class Calls(NamedTuple):
    """The checks that a run calls, each with the word or the shape that it asks about, and what must stand beside it."""

    checks: tuple[tuple[Check, str], ...]
    sides: Sides | None


_PARTING = frozenset('.,;:!?()"')
"""Signs that no term goes on over."""


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


def first(run: str) -> str:
    """Return the word that a run begins with, "" where there is none, and FURTHER where there may be one behind it."""
    sign = run[:1]
    return words(run)[0] if sign.isalpha() else FURTHER if sign and sign not in _PARTING else ""


def last(run: str) -> str:
    """Return the word that a run ends with, as ``first`` does."""
    sign = run[-1:]
    return words(run)[-1] if sign.isalpha() else FURTHER if sign and sign not in _PARTING else ""


def together(run: str, asked: Sequence[Sides | None]) -> Sides | None:
    """Return what must stand beside a run of one word for any of its calls, or None where one asks for nothing.

    Where a sign parts the run from what stands beside it, nothing stands there.
    """
    before, after = set[str](), set[str]()
    for sides in asked:
        if sides is None:
            return None
        before |= sides.before
        after |= sides.after
    return Sides(frozenset(before if first(run) else ()), frozenset(after if last(run) else ()))


def shape(run: str) -> str:
    """Return a run with "a" for every letter, "0" for every figure, "." for stops and commas, "#" for signs of markup.

    Letters and signs that are not ASCII are spaces.
    """
    return (run if run.isascii() else _FOREIGN.sub(" ", run)).translate(_SHAPE)
