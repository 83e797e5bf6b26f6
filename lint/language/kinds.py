"""Kinds of a disease that go by an adjective ("familial X", "chronic X", "early-onset X"): each is a disease of its own name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language.conditions import NOWHERE
from lint.language.lexicon import Lexicon
from lint.language.units import Unit

_KIND = re.compile(r".{3,}(?:al|ic|ous|ary|ive|ar)")
"""How the adjectives end that tell one kind of a thing from another."""
_CODE = re.compile(r"[A-Z]{1,3}\d{1,2}")
_SECONDARY = "secondary "
_PAIRED = frozenset(("onset", "degree", "linked"))
"""Words that only with the one before them tell a kind ("late-onset", "third-degree", "x-linked")."""
_HYPHENS = frozenset("-\u2010\u2011")
_MOST = 3
"""How many such words stand before a disease at the most."""
_JOINTS = frozenset(("and", "or", ","))


def of_kind(units: Sequence[Unit], text: str, start: int, lexicon: Lexicon) -> list[Unit]:
    """Return the units with every disease joined to the adjectives before it; a disease that a pack knows has forms of its own.

    Of "acute and chronic X" neither is joined: what is said is of both.
    """
    found: list[Unit] = []
    for unit in units:
        unit = _secondary(unit, lexicon)
        condition = unit.condition
        if (
            condition is not None
            and not condition.subtypes
            and not unit.names
            and lexicon.is_only_listed(condition.disease)
        ):
            first = _first(found, text, start, lexicon)
            if found and first == len(found) and _CODE.fullmatch(text[found[-1].start - start : found[-1].end - start]):
                first -= not found[-1].type
            if first < len(found):
                words = " ".join(text[found[first].start - start : found[-1].end - start].lower().split())
                name = f"{words} {condition.disease}"
                unit = _joined(unit, name, found[first].start)
                del found[first:]
            elif found and lexicon.is_form_adjective(form := found[-1].names or (found[-1].word,)):
                words = " ".join(text[found[-1].start - start : unit.end - start].split())
                name = f"{form[0].lower()} {condition.disease}"
                unit = replace(_joined(unit, name, found[-1].start), names=(words,))
                found.pop()
        found.append(unit)
    return found


def _joined(unit: Unit, name: str, start: int) -> Unit:
    """Return a disease by a longer name; its ``ids`` keep the one that it is a kind of."""
    condition = unit.condition or NOWHERE
    whole = replace(condition, disease=name)
    return replace(unit, word=name, start=start, ids=(condition.disease,), condition=whole)


def _secondary(unit: Unit, lexicon: Lexicon) -> Unit:
    """Return a disease that follows on another ("secondary X"), where that does not say that it has spread."""
    condition = unit.condition
    if condition is None or condition.stage != lexicon.elsewhere or not unit.word.startswith(_SECONDARY):
        return unit
    if condition.subtypes or not lexicon.is_only_listed(condition.disease) or lexicon.spreads(condition.disease):
        return unit
    return replace(unit, condition=replace(condition, disease=f"{_SECONDARY}{condition.disease}", stage=""))


def _first(before: Sequence[Unit], text: str, start: int, lexicon: Lexicon) -> int:
    """Return where the adjectives begin that end the units before a disease."""
    first = len(before)
    while first and len(before) - first < _MOST and (size := _size(before[:first], lexicon)):
        first -= size
        while first and not before[first - 1].type and text[before[first].start - start - 1] in _HYPHENS:
            first -= 1  # "post-streptococcal"
    if first == len(before):
        return first
    joined = first > 1 and not before[first - 1].type and before[first - 1].word in _JOINTS
    return len(before) if joined and _size(before[: first - 1], lexicon) else first


def _size(before: Sequence[Unit], lexicon: Lexicon) -> int:
    """Return how many units at the end make an adjective that tells a kind, 0 for none."""
    unit = before[-1] if before else None
    if unit is None or unit.type not in ("", "site") or unit.filler or unit.edge:
        return 0
    if (
        unit.word in _PAIRED
        and len(before) > 1
        and not before[-2].filler
        and before[-2].type in ("", "number", "other")
    ):
        return 2
    if unit.word in lexicon.disease_adjectives:
        return 1
    return int(_KIND.fullmatch(unit.word) is not None and unit.word not in lexicon.no_kinds)
