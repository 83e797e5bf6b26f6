"""Drugs and markers that no pack lists, told by how they are named: "ABC2 inhibitors", "X-Y1-positive", "an XYZ fault".

Also what belongs to one name: a brand in brackets, a class with its examples, an apposition ("Xamab, a blocker,").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.language import genes
from lint.language.lexicon import Lexicon
from lint.language.units import Unit

_EXAMPLES = (("such", "as"), ("like",), ("including",), ("e.g",), ("e.g.",), ("for", "example"), ("for", "instance"))
_ALIASES = (
    ("known", "as"), ("called",), ("which", "are"), ("which", "is"), ("also", "known", "as"), ("also", "called"),
    ("a",), ("an",), ("the",), ("one", "of", "the"),
)  # fmt: skip
_LINKS = frozenset((",", "and", "or", "&", "nor", "/"))
_TOGETHER = frozenset((
    "is", "are", "be", "given", "used", "taken", "combined", "together", "in", "combination", "along", "alongside",
    "often", "usually", "may", "can", "prescribed", "offered", "licensed", "approved", "recommended", "paired", "partnered", "joined", "mg", "mg/m²", "m²", "kg", "daily", "weekly", "/",
))  # fmt: skip
_WHOM = frozenset(("for", "in", "if", "when", "only", "where"))
"""Words that begin a bracket which says for whom a drug is."""
_MARKS = frozenset("®™©")
_CARRY = frozenset(("a", "an", "the", "any", "this", "some", "inherited", "germline", "somatic", "certain", "of", "in"))
_DRUG_NOUNS = frozenset(("drug", "drugs", "medicine", "medicines", "tablet", "tablets", "treatment", "therapy"))
_LONGEST_MARKER = 5
_LONGEST_BRACKET = 10


def named(units: list[Unit], text: str, offset: int, lexicon: Lexicon) -> list[Unit]:
    """Return the units with the drugs and markers that are told by their names, and brands joined to their drug."""
    words = {unit.word for unit in units if not unit.type}
    if not words.isdisjoint(lexicon.any_therapy_nouns):
        units = _classes(units, text, offset, lexicon)
    if any(unit.type == "therapy" for unit in units):
        units = _apposed(_branded(_combined(units, text, offset)))
    if not words.isdisjoint(lexicon.marker_words):
        units = _markers(units, text, offset, lexicon)
    if not words.isdisjoint(lexicon.form_starts):
        units = genes.told(units, text, offset, lexicon)
    if not words.isdisjoint(genes.LACKING):
        units = genes.absent(units, text, offset)
    return units


def together(units: list[Unit]) -> list[Unit]:
    """Join drugs that are given with each other, and a list of drugs with the class that it is said to be."""
    if sum(unit.type == "therapy" for unit in units) < 2:
        return units
    result: list[Unit] = []
    for unit in _apposed(units):
        if unit.type == "therapy" and (start := _with(result)) is not None:
            first = result[start]
            del result[start:]
            unit = replace(first, end=unit.end, ids=(*first.ids, *unit.ids), names=(*first.names, *unit.names))
        result.append(unit)
    return result


def _with(before: Sequence[Unit]) -> int | None:
    """Return the place of the drug that "with" joins to what follows, over words of giving alone."""
    if not before or before[-1].word not in ("with", "plus", "alongside") or before[-1].type:
        return None
    at = len(before) - 2
    while (
        at >= 0
        and before[at].type in ("", "number", "other")
        and (before[at].type or before[at].word in (*_TOGETHER, ","))
    ):
        at -= 1
    return at if at >= 0 and before[at].type == "therapy" else None


def _classes(units: list[Unit], text: str, offset: int, lexicon: Lexicon) -> list[Unit]:
    """Make a drug of a noun such as "inhibitors" and what stands before it ("5-alpha-reductase", "proton pump")."""
    result: list[Unit] = []
    for unit in units:
        coded = unit.word in lexicon.coded_therapy_nouns
        if not unit.type and (coded or unit.word in lexicon.therapy_nouns):
            first = len(result)
            while (
                first > 0
                and first > len(result) - 4
                and _modifies(result[first - 1], [*result, unit][first], text, offset, lexicon, coded=coded)
            ):
                first -= 1
            if first < len(result):
                start = result[first].start
                words = text[start - offset : unit.end - offset]
                del result[first:]
                unit = Unit(
                    unit.word,
                    start,
                    unit.end,
                    "therapy",
                    (" ".join(words.lower().split()),),
                    names=(" ".join(words.split()),),
                )
        result.append(unit)
    return result


def _modifies(unit: Unit, following: Unit, text: str, offset: int, lexicon: Lexicon, *, coded: bool) -> bool:
    """Tell whether a unit is a modifier of a class of drugs: joined by a sign, a code in capitals, or a known one."""
    if (
        unit.type not in ("", "number", "other", "site", "therapy", "subtype")
        or unit.edge
        or (unit.filler and unit.word != "5")
    ):
        return False
    words = text[unit.start - offset : unit.end - offset]
    between = text[unit.end - offset : following.start - offset]
    if between and not between.isspace():
        return between in ("-", "/", "\u2010", "\u2011", "\u2013")
    if not words[:1].isalnum() or unit.type:
        return False
    if coded:
        return _is_code(words) and bool(lexicon.longest("gene", (unit.word,), 0))
    return _is_code(words) or words.lower() in lexicon.therapy_modifiers or words.lower().endswith("ase")


def _is_code(words: str) -> bool:
    """Tell whether a word is written as codes of genes and proteins are: a digit in it, or two capitals."""
    return (any(sign.isdigit() for sign in words) and any(sign.isalpha() for sign in words)) or sum(
        sign.isupper() for sign in words
    ) >= 2


def _combined(units: list[Unit], text: str, offset: int) -> list[Unit]:
    """Join drugs that are one tablet ("A/B"): they are named together."""
    result: list[Unit] = []
    for unit in units:
        before = result[-1] if result else unit
        if unit.type == before.type == "therapy" and text[before.end - offset : unit.start - offset] == "/":
            words = text[before.start - offset : unit.end - offset]
            result[-1] = replace(before, end=unit.end, ids=(*before.ids, *unit.ids), names=(words,))
            continue
        result.append(unit)
    return result


def _branded(units: list[Unit]) -> list[Unit]:
    """Join to a drug the brand or dose that stands in brackets after it, and the sign of a trade mark."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        at += 1
        if unit.type == "therapy":
            while at < len(units) and units[at].word in _MARKS:
                unit = replace(unit, end=units[at].end)
                at += 1
            close = _closing(units, at)
            if close > at and not any(u.is_form or u.type in ("condition", "share", "site") for u in units[at:close]):
                unit = replace(unit, end=units[close].end)
                at = close + 1
        result.append(unit)
    return result


def _closing(units: Sequence[Unit], at: int) -> int:
    """Return the place of the bracket that closes one which opens at a unit, 0 for none near."""
    if at >= len(units) or units[at].type or units[at].word != "(":
        return 0
    if at + 1 < len(units) and units[at + 1].word in _WHOM:
        return 0
    near = range(at + 1, min(at + _LONGEST_BRACKET, len(units)))
    close = next((number for number in near if not units[number].type and units[number].word == ")"), 0)
    # "(Xs for short)" is another name of the class, not its brand.
    return 0 if close and units[close - 1].word == "short" else close


def _apposed(units: list[Unit]) -> list[Unit]:
    """Join to a drug the examples of its class, and the class that it is said to be."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        at += 1
        while unit.type == "therapy" and (end := _tail(units, at)) > at:
            unit = replace(unit, end=units[end - 1].end)
            at = end
        result.append(unit)
    return result


def _tail(units: Sequence[Unit], at: int) -> int:
    """Return where examples or an apposition that begin after a drug end; ``at`` itself when there are none."""
    for words in _EXAMPLES:
        start = at + (at < len(units) and units[at].word in (",", "("))
        if _reads(units, start, words) and (end := _therapy_after(units, start + len(words), 0)):
            while end + 1 < len(units) and units[end].word in _LINKS and (more := _therapy_after(units, end + 1, 1)):
                end = more
            return end + (end < len(units) and units[end].word == ")")
    bracket = at < len(units) and units[at].word == "(" and not units[at].type
    start = at + (at < len(units) and units[at].word in (",", "(") and not units[at].type)
    if start == at:
        return at
    for alias in _ALIASES:
        if _reads(units, start, alias) and (end := _therapy_after(units, start + len(alias), 2)):
            end += end < len(units) and not units[end].type and units[end].word in _DRUG_NOUNS
            following = units[end].word if end < len(units) and not units[end].type else ""
            if following == ")" if bracket else following in (",", ".", ";", ""):
                return end + (following in (",", ")"))
    return at


def _reads(units: Sequence[Unit], at: int, words: Sequence[str]) -> bool:
    return [u.word if not u.type else "" for u in units[at : at + len(words)]] == list(words)


def _therapy_after(units: Sequence[Unit], at: int, gap: int) -> int:
    """Return the end of a drug that begins at a unit or up to ``gap`` plain words after it, 0 for none."""
    for place in range(at, min(at + gap + 1, len(units))):
        if units[place].type == "therapy":
            return place + 1
        if units[place].type or not units[place].word[:1].isalnum() or units[place].word in _LINKS:
            return 0
    return 0


def _markers(units: list[Unit], text: str, offset: int, lexicon: Lexicon) -> list[Unit]:
    """Make a marker of "X-positive", "positive for X", "a fault in X", "X carriers", X being written as a code."""
    result = list(units)
    at = 0
    while at < len(result):
        unit = result[at]
        if not unit.type and unit.word in lexicon.marker_adjectives:
            first = _code_before(result, at, text, offset, joined=unit.word in lexicon.marker_joined)
            if first < at:
                at = _replace(result, first, at + 1, text, offset)
                continue
        if not unit.type and unit.word in lexicon.marker_nouns:
            first = _code_before(result, at, text, offset, joined=False)
            if first < at:
                end = at + 1
                while end < len(result) and not result[end].type and result[end].word in lexicon.marker_nouns:
                    end += 1
                at = _replace(result, first, end, text, offset)
                continue
        if not unit.type and (
            unit.word in ("positive", "negative", "altered", "faulty", "mutated", "mutant")
            or unit.word in lexicon.marker_nouns
        ):
            start = at + 1
            while start < len(result) and not result[start].type and result[start].word in ("for", *_CARRY):
                start += 1
            end = _code_after(result, start, text, offset)
            spaced = unit.word in ("positive", "negative") or unit.word in lexicon.marker_nouns
            if (
                end > start
                and (start > at + 1 if spaced else True)
                and not (
                    unit.word in ("positive", "negative") and result[start - 1].word not in ("for", "a", "an", "the")
                )
            ):
                while end < len(result) and not result[end].type and result[end].word in ("gene", "genes", "protein"):
                    end += 1
                at = _replace(result, at, end, text, offset)
                continue
        at += 1
    return result


def _replace(result: list[Unit], first: int, last: int, text: str, offset: int) -> int:
    words = " ".join(text[result[first].start - offset : result[last - 1].end - offset].split())
    result[first:last] = [
        Unit(result[first].word, result[first].start, result[last - 1].end, "marker", (words.lower(),), names=(words,))
    ]
    return first + 1


def _code_before(units: Sequence[Unit], at: int, text: str, offset: int, *, joined: bool) -> int:
    """Return where the code that ends before a unit begins, ``at`` itself for none; "A or B" is one with two.

    ``joined``: any word counts that a hyphen joins to what follows ("drug-resistant").
    """
    first = at
    while first > 0 and first > at - _LONGEST_MARKER:
        unit = units[first - 1]
        words = text[unit.start - offset : unit.end - offset]
        between = text[unit.end - offset : units[first].start - offset]
        glued = between in ("-", "/", "\u2010", "\u2011")
        code = unit.type in ("", "number", "other") and _is_code(words) and not unit.edge
        if (
            code
            or (
                glued
                and unit.type in ("", "number", "other")
                and words[:1].isalnum()
                and (joined or first < at)
                and not unit.edge
            )
            or (
                first < at
                and unit.word in ("or", "and", ",", "/")
                and first > 1
                and _is_code(text[units[first - 2].start - offset : units[first - 2].end - offset])
            )
        ):
            first -= 1
        else:
            break
    return first


def _code_after(units: Sequence[Unit], at: int, text: str, offset: int) -> int:
    end = at
    while end < len(units) and end < at + _LONGEST_MARKER:
        unit = units[end]
        words = text[unit.start - offset : unit.end - offset]
        glued = end > at and text[units[end - 1].end - offset : unit.start - offset] in ("-", "/", "\u2010", "\u2011")
        if (
            (
                unit.type in ("", "number", "other")
                and not unit.edge
                and (_is_code(words) or (glued and words[:1].isalnum()))
            )
            or (
                end > at
                and unit.word in ("or", "and")
                and end + 1 < len(units)
                and _is_code(text[units[end + 1].start - offset : units[end + 1].end - offset])
            )
            or (
                end == at
                and words[:1].isupper()
                and end + 1 < len(units)
                and text[unit.end - offset : units[end + 1].start - offset] in ("-", "\u2011")
            )
        ):
            end += 1
        else:
            break
    return end
