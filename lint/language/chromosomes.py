"""Diseases that are called by a change of chromosomes: a place ("9p21 deletion syndrome") or their number ("49, XXYYY syndrome")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.language.conditions import Condition
from lint.language.units import Unit

CODE = re.compile(r"(?:\d{1,2}|[xy])[pq]\d+(?:\.\d+)?|4[5-9],[xy]{1,5}")
"""A place on a chromosome or a set of them, in lower case: no figure."""
TOLD = re.compile(r"\b(?:\d{1,2}|[XY])[pq]\d|\b4[5-9],? ?[XY]")
_CHANGES = frozenset((
    "deletion", "duplication", "microdeletion", "microduplication", "triplication", "monosomy", "trisomy", "tetrasomy", "interstitial",
    "distal", "proximal", "recurrent", "terminal",
))  # fmt: skip
_NOUNS = frozenset(("syndrome", "disorder"))
_SEXES = re.compile(r"[xy]{1,5}\b")


def called(units: Sequence[Unit], text: str, start: int) -> list[Unit]:
    """Return the units with every such name as a disease."""
    found: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end(units, at)
        if end:
            words = " ".join(
                text[units[at].start - start : units[end - 1].end - start].replace(",", " ").lower().split()
            )
            whole = Unit(words, units[at].start, units[end - 1].end, "condition", condition=Condition(words))
            at = end
            found.append(whole)
            continue
        found.append(units[at])
        at += 1
    return found


def _end(units: Sequence[Unit], at: int) -> int:
    """Return where a name ends (exclusive) that begins at a unit, 0 where none does."""
    first, last = units[at], at + 1
    if first.type == "number":
        last += last < len(units) and units[last].word == ","
        if last >= len(units) or not _SEXES.match(units[last].word):
            return 0
        if units[last].condition is not None:
            return last + 1
        last += 1
        return last + 1 if last < len(units) and units[last].word in _NOUNS else 0
    if first.type or not CODE.fullmatch(first.word):
        return 0
    while last < len(units) and units[last].word in _CHANGES and not units[last].type:
        last += 1
    return last + 1 if last < len(units) and not units[last].type and units[last].word in _NOUNS else 0
