"""Asides: words in brackets that interrupt a statement ("a close relative (a parent or a child) with ..")."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.units import Unit

LONGEST = 12
_PLAIN = frozenset(("", "condition", "people", "age"))
_TELLING = frozenset(("also", "called", "known", "formerly", "named", "or", "see", "is", "are", "not", "it", "only"))


def without(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without bracketed asides of plain words, so that rules read over them.

    An aside that holds a figure, a site or a drug, gives another name or makes a statement stays.
    """
    result: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end(units, at)
        if end:
            at = end
            continue
        result.append(units[at])
        at += 1
    return result


def _end(units: Sequence[Unit], at: int) -> int:
    """Return where an aside that opens at a unit ends (exclusive), 0 where none does that may be left out."""
    if at == 0 or units[at].word != "(" or units[at].type or units[at - 1].edge:
        return 0
    for end in range(at + 1, min(len(units), at + LONGEST + 2)):
        unit = units[end]
        if unit.word == ")" and not unit.type:
            plain = all(u.type in _PLAIN for u in units[at + 1 : end])
            begins = units[at + 1].word in _TELLING
            return end + 1 if plain and not begins and end > at + 1 else 0
    return 0
