"""Forms of a disease that are told by a gene or receptor: "X+", "wild-type X", "the X kind", "X V600E", "whatever the X status".

Which genes there are, and which words beside one make a form of a disease of it, are word classes of the packs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language.lexicon import Lexicon
from lint.language.units import EDGE_SIGNS, Unit

LACKING = frozenset(("without", "lack", "lacks", "lacking", "no", "not"))
"""Words before a marker that tell the form of a disease which does not have it."""
_BEARING = frozenset(("have", "has", "carry", "contain", "harbour", "harbor", "express", "show"))
ALONE = "alone"
"""The second id of a marker that names a form by a name that other diseases use too ("type 2"): no heading stands for it."""
_SIGN = re.compile(r"\s?\+(?:ve)?(?![\w+])|[-\u2010-\u2015\u2212](?:ve)?(?!\w)")
_CHANGE = re.compile(r"[a-z]\d{1,4}[a-z]{0,3}$")
_BETWEEN = frozenset(("a", "an", "the", "of", "for", "in", "any", "your", "its", "their"))
_AIMED = frozenset(("for", "against", "targets", "target"))
_LISTING = frozenset((",", "or", "and", "nor"))
_KINDS = frozenset(("kind", "type", "form", "sort", "variety"))
_LONGEST_BEFORE = 4
_LONGEST_CHANGE = 4


def told(units: list[Unit], text: str, offset: int, lexicon: Lexicon) -> list[Unit]:
    """Return the units with a marker for every form of a disease that the words beside a gene tell."""
    words = [_word(unit, text, offset) for unit in units]
    result: list[Unit] = []
    at = 0
    while at < len(units):
        size = lexicon.longest("gene", words, at)
        size = size if size and _written(text[units[at].start - offset : units[at + size - 1].end - offset]) else 0
        alone = 0 if size else lexicon.longest("form-name", words, at)
        name = size or alone or _kind(units, words, at, lexicon)
        if not name:
            result.append(units[at])
            at += 1
            continue
        end = at + name
        close = units[end - 1].end
        first = _before(result, lexicon) if size else len(result)
        if size:
            end, close = _after(units, words, end, text, offset, lexicon)
            found = first < len(result) or close > units[at + size - 1].end
            if not found and not _alone(units, words, at, end, lexicon):
                result.append(units[at])
                at += 1
                continue
        start = result[first].start if first < len(result) else units[at].start
        shown = " ".join(text[start - offset : close - offset].split())
        del result[first:]
        result.append(
            Unit(units[at].word, start, close, "marker", (shown.lower(), *([ALONE] if alone else [])), names=(shown,))
        )
        at = end
    return result


def absent(units: list[Unit], text: str, offset: int) -> list[Unit]:
    """Return the units with the markers that are said to be missing ("without an X mutation", "no X or Y fusion") as forms of their own.

    What is for such a form is for those without the marker, and no denial is left to turn that round.
    """
    result: list[Unit] = []
    lacking = ""
    for unit in units:
        if unit.type in ("marker", "subtype"):
            first = _lack(result) if not _listed(result) else len(result)
            if first < len(result):
                lacking = result[first].word
                unit = _missing(unit, text[result[first].start - offset : unit.end - offset], result[first].start)
                del result[first:]
            elif lacking and _listed(result):
                unit = _missing(unit, f"{lacking} {text[unit.start - offset : unit.end - offset]}", unit.start)
        elif unit.type or unit.word not in _LISTING:
            lacking = ""
        result.append(unit)
    return result


def _missing(unit: Unit, words: str, start: int) -> Unit:
    shown = " ".join(words.split())
    return replace(unit, start=start, type="marker", ids=(shown.lower(),), names=(shown,))


def _lack(before: Sequence[Unit]) -> int:
    """Return where the words begin that say a marker behind them is missing, the end of the units for none."""
    end = len(before)
    while end and not before[end - 1].type and before[end - 1].word in _BETWEEN:
        end -= 1
    if not end or before[end - 1].type:
        return len(before)
    bears = before[end - 1].word in _BEARING
    at = end - 1 - bears
    denied = at >= 0 and not before[at].type and before[at].word in LACKING
    return at if denied and (before[at].word == "not") == bears else len(before)


def _listed(before: Sequence[Unit]) -> bool:
    """Tell whether a marker behind units is the next of a list."""
    return len(before) > 1 and before[-1].word in _LISTING and not before[-1].type and before[-2].type == "marker"


def _word(unit: Unit, text: str, offset: int) -> str:
    """Return what a word class may know a unit by: a word, or a number as it is written."""
    if unit.type in ("number", "other"):
        return text[unit.start - offset : unit.end - offset].lower()
    return "" if unit.type else unit.word


def _written(name: str) -> bool:
    """Tell whether a name is written as that of a gene (all in capitals, or with a figure) and not as a word."""
    return " " in name or any(sign.isdigit() for sign in name) or sum(sign.isupper() for sign in name) >= 2


def _kind(units: Sequence[Unit], words: Sequence[str], at: int, lexicon: Lexicon) -> int:
    """Return the number of words of "the <form-adjective> kind", "<form-adjective> <disease>" or "(the disease is) <form-state>"."""
    if at >= len(units):
        return 0
    size = lexicon.longest("form-adjective", words, at)
    if size and at + size < len(words):
        following = units[at + size]
        joined = words[at + size] in _LISTING and _kind(units, words, at + size + 1, lexicon)
        if joined and lexicon.longest("form-adjective", words, at + size + 1):
            return size
        if noun := lexicon.longest("kind-noun", words, at + size):
            return size + noun
        if following.type in ("site", "condition") or lexicon.is_generic(following.word):
            return size
    word = words[at]
    if at > 0 and words[at - 1] == "the" and word.isalpha() and not units[at].filler and not units[at].type:
        noun = lexicon.longest("kind-noun", words, at + 1)
        if noun and words[at + 1] in _KINDS and not lexicon.longest("vague-kind", words, at):
            return 1 + noun
    stated = at > 0 and words[at - 1] in ("is", "are", "was", "were", "not")
    return lexicon.longest("form-state", words, at) if stated else 0


def _before(result: Sequence[Unit], lexicon: Lexicon) -> int:
    """Return where the words begin that stand before a gene and make a form of it, the end of the units for none."""
    last = len(result)
    words = [unit.word if not unit.type else "" for unit in result]
    end = last
    while end > 0 and words[end - 1] in _BETWEEN:
        end -= 1
    for close in {last, end}:
        for first in range(max(0, close - _LONGEST_BEFORE), close):
            if words[first] and lexicon.longest("gene-before", words, first) == close - first:
                return first
    return last


def _after(
    units: Sequence[Unit], words: Sequence[str], end: int, text: str, offset: int, lexicon: Lexicon
) -> tuple[int, int]:
    """Return the unit and the offset where what follows a gene and makes a form of it ends: its own end for none."""
    last = units[end - 1].end
    sign = _SIGN.match(text, last - offset)
    if sign:
        while end < len(units) and units[end].start < sign.end() + offset:
            end += 1
        return end, offset + sign.end()
    place = end
    while place < len(units) and place < end + _LONGEST_CHANGE:
        code = words[place] or text[units[place].start - offset : units[place].end - offset].lower()
        exon = words[place] == "exon" or (place > end and words[place - 1] == "exon")
        if not (exon or _CHANGE.match(code)):
            break
        place += 1
    size = lexicon.longest("gene-after", words, place)
    end = place + size
    return end, units[end - 1].end


def _alone(units: Sequence[Unit], words: Sequence[str], at: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether a gene stands for a form by its place: with a sign, alone, before a colon or before a disease."""
    following = end
    while following < len(units) and (units[following].type == "site"):
        following += 1
    if following < len(units) and (words[following] or units[following].type == "people"):
        word = units[following].word
        if lexicon.is_generic(word) or (following == end and at <= 1 and word in EDGE_SIGNS):
            return True
    if end < len(units) and units[end].type == "condition":
        return True
    if at and words[at - 1] in _AIMED and (end == len(units) or units[end].edge or words[end] in (".", ",")):
        # "That one is for <gene>.", "it targets <gene>"
        return True
    return at == 0 and end == len(units)
