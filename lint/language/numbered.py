"""Types of a disease that go by a number ("X type 2", "type II X"): each is a disease of its own name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language.units import Unit

_NUMBERED = re.compile(r"type ([1-9]\d?[a-zA-Z]?|[IVX]{1,4}[A-Da-d]?|[A-D])", re.IGNORECASE)
_BEHIND_A_NUMERAL = frozenset(("is", "are", "can", "may", "has", "in", "or", "and", "usually", "often", "does", "do"))


def numbered(units: Sequence[Unit], text: str, offset: int) -> list[Unit]:
    """Return the units with every disease joined to the type that stands behind or before it; ``offset`` is the text's start."""
    found = list(units)
    at = 0
    while at < len(found):
        last = _ends(found, at, text, offset)
        if last:
            end = _lettered(found[last - 1], text, offset)
            name = " ".join(text[found[at].start - offset : end].lower().split())
            found[last - 1] = replace(found[last - 1], end=end + offset)
            if at and (before := found[at - 1].condition) and _plain(found[at - 1]):
                found[at - 1 : last] = [_joined(found[at - 1 : last], found[at - 1], f"{before.disease} {name}")]
                continue
            if last < len(found) and (after := found[last].condition) and _plain(found[last]):
                found[at : last + 1] = [_joined(found[at : last + 1], found[last], f"{name} {after.disease}")]
        at += 1
    return found


def _ends(units: Sequence[Unit], at: int, text: str, offset: int) -> int:
    """Return where a numbered type ends (exclusive) that begins at a unit, up to three units; 0 for none."""
    if units[at].word != "type":
        return 0
    for last in (at + 3, at + 2, at + 1):
        if last > len(units):
            continue
        words = text[units[at].start - offset : _lettered(units[last - 1], text, offset)]
        match = _NUMBERED.fullmatch(" ".join(words.split()))
        if match and (match[1].isupper() or match[1][0].isdigit()):
            return last
    return 0


def _lettered(unit: Unit, text: str, offset: int) -> int:
    """Return where a unit ends in the text, with the letter that stands right behind its number ("2B")."""
    end = unit.end - offset
    letter = text[end : end + 1].isalpha() and not text[end + 1 : end + 2].isalnum()
    return end + 1 if letter and text[end - 1 : end].isdigit() else end


def _plain(unit: Unit) -> bool:
    """Tell whether a unit is a disease with no form of it named."""
    return (
        unit.condition is not None and bool(unit.condition.disease) and not unit.condition.subtypes and not unit.names
    )


def _joined(units: Sequence[Unit], unit: Unit, disease: str) -> Unit:
    condition = unit.condition
    whole = replace(unit, word=disease, start=units[0].start, end=units[-1].end)
    return whole if condition is None else replace(whole, condition=replace(condition, disease=disease))


def is_numeral(units: Sequence[Unit], at: int, text: str, offset: int) -> bool:
    """Tell whether an "I" counts the disease before it, by its name or letters ("no cure for ABC I"), and tells no story."""
    if at == 0:
        return False
    before = units[at - 1]
    letters = text[before.start - offset : before.end - offset]
    following = units[at + 1].word if at + 1 < len(units) else ""
    named = before.type == "condition" or (len(letters) > 1 and letters.isupper())
    return named and (not following[:1].isalpha() or following in _BEHIND_A_NUMERAL)
