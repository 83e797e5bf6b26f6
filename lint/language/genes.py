"""Forms of a disease that are told by a gene or receptor: "X+", "wild-type X", "the X kind", "X V600E", "whatever the X status".

Which genes there are, and which words beside one make a form of a disease of it, are word classes of the packs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.language.lexicon import Lexicon
from lint.language.units import EDGE_SIGNS, Unit

ALONE = "alone"
"""The second id of a marker that names a form by a name that other diseases use too ("type 2"): no heading stands for it."""
_SIGN = re.compile(r"\s?\+(?:ve)?(?![\w+])|[-\u2010-\u2015\u2212](?:ve)?(?!\w)")
_CHANGE = re.compile(r"[a-z]\d{1,4}[a-z]{0,3}$")
_BETWEEN = frozenset(("a", "an", "the", "of", "for", "in", "any", "your", "its", "their"))
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
    size = lexicon.longest("form-adjective", words, at)
    if size and at + size < len(words):
        following = units[at + size]
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
    return at == 0 and end == len(units)
