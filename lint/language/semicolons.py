"""Lists whose items stand between semicolons: "Risk factors include X; Y, such as Z; and W"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language import function_words as fw
from lint.language.units import Sentence, Unit

SIGN = ";"
_BETWEEN = re.compile(r"\s*;\s*(?:(?:and|or)\b\s*)?")
_ANNOUNCING = frozenset((SIGN, ":", "include", "includes", "including", "features", "characterized", "characterised"))
_LEADS = frozenset(("who", "whose", "that", "which", "if", "when"))
"""Words whose verb is told of what they stand behind."""


def joined(units: Sequence[Unit]) -> list[Unit]:
    """Return units in which the semicolons of a list end no clause: two at least, the last before "and", none before a statement."""
    at = [place for place, unit in enumerate(units) if unit.word == SIGN and not unit.type]
    last = units[at[-1] + 1] if len(at) > 1 and at[-1] + 1 < len(units) else None
    if last is None or last.type or last.word not in ("and", "or"):
        return list(units)
    ends = [*at[1:], len(units)]
    if any(_states(units[first + 1 : end]) for first, end in zip(at, ends, strict=True)):
        return list(units)
    return [replace(unit, edge=False) if place in at else unit for place, unit in enumerate(units)]


def _states(units: Sequence[Unit]) -> bool:
    for unit in units:
        if not unit.type and unit.word in _LEADS:
            return False
        if not unit.type and (unit.word in fw.AUXILIARIES or (unit.word in fw.VERBS and unit.word not in fw.NOUNS_TOO)):
            return True
    return False


def list_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a list ends that a span begins, 0 where no semicolon joins its items."""
    if SIGN not in sentence.text or not any(
        unit.word == SIGN and not unit.edge and not unit.type for unit in sentence.units[first:last]
    ):
        return 0
    units = sentence.units
    led = first > 0 and units[first - 1].word in _ANNOUNCING
    if not led and any(not unit.type and unit.word in _ANNOUNCING for unit in units[:first]):
        # "Signs include X caused by Y; Z": the list is not that of what causes X.
        return next(at for at in range(first, last) if units[at].word == SIGN)
    while last > first and not units[last - 1].type and units[last - 1].word in (".", ","):
        last -= 1
    return last


def items(words: str) -> list[str]:
    """Split the words of such a list; one item where there is none."""
    return [item for item in _BETWEEN.split(words) if item]
