"""A sentence's units as one string, for regular expressions.

A word is its mark, itself, a sign behind it and the codes of the word classes whose phrases begin with it; a mention is
the code of its type and its number. A space ends either. An expression names the one code of a class (and number of
words), not the hundred phrases in it; all other signs are below 256, where Python compiles sets of them soonest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from lint.language.phrases import words
from lint.language.units import MENTIONS, Unit

TYPE_CODE = {name: chr(0x80 + number) for number, name in enumerate(MENTIONS)}
_FILLER, _VERB, _EDGE, _WORD_END, _MAY_BEGIN = "\x9a\x9b\x9c\x9d\x9e"
_FIRST_CLASS = 0xE200
_FIRST_INDEX = 0xF000
_MARKS = f"{_FILLER}{_VERB}{_EDGE}"
_VERBS = frozenset((
    "by", "may", "can", "could", "might", "is", "are", "was", "were", "will", "would", "do", "does", "did", "have", "has", "had",
))  # fmt: skip
"""Fillers that tell what is said of the thing behind them."""
_JOINS = frozenset((",", "and"))
"""Words behind which a clause may begin, beside those that end one."""

UNIT = f"[^{_EDGE} ]+ "
"""The expression of a unit that ends no clause."""
SKIP = f"(?:[{_FILLER}{_VERB}][^ ]+ )*"
SKIP_TO_THING = f"(?:{_FILLER}[^ ]+ )*"
START = f"(?<![^ {_MARKS}])"
"""Where a unit begins, or its word behind the mark."""
CLAUSE_START = f"(?:^|(?<={_MAY_BEGIN} ))"
CLAUSE_END = f"(?=$|{_EDGE}|[.,]{_WORD_END})"


_WORD_BEGINS, _WORD_ENDS = f"[{_MARKS}]?", f"{_WORD_END}[^ ]* "


@cache
def word_regex(phrase: str) -> str:
    """Return the expression of a word, or of the words of a phrase."""
    return "".join(f"{_WORD_BEGINS}{re.escape(word)}{_WORD_ENDS}" for word in words(phrase))


def either_regex(expressions: Sequence[str]) -> str:
    """Return the expression of one of several, with what all of them begin and end with said once: it is compiled sooner."""
    if len(expressions) == 1:
        return expressions[0]
    before = behind = ""
    for part in (SKIP, _WORD_BEGINS):
        if all(one.startswith(part) for one in expressions):
            before += part
            expressions = [one.removeprefix(part) for one in expressions]
    if all(one.endswith(_WORD_ENDS) for one in expressions):
        behind = _WORD_ENDS
        expressions = [one.removesuffix(_WORD_ENDS) for one in expressions]
    return f"{before}(?:{'|'.join(expressions)}){behind}"


def class_regex(codes: Mapping[int, str]) -> str:
    """Return the expression of a phrase of a class, by the codes that it has for numbers of words."""
    found = [f"{code}[^ ]* " + "[^ ]+ " * (size - 1) for size, code in sorted(codes.items(), reverse=True)]
    return f"[^ ]*(?:{'|'.join(found)})"


def type_regex(types: Iterable[str]) -> str:
    """Return the expression of a mention of one of some types."""
    return f"[{''.join(type_signs(types))}]. "


def type_signs(types: Iterable[str]) -> tuple[str, ...]:
    """Return the signs of which one stands in an encoded sentence that has a mention of one of some types."""
    return tuple(TYPE_CODE[type_] for type_ in types)


def word_sign(word: str) -> str:
    """Return what stands in an encoded sentence that has a word."""
    return f"{word}{_WORD_END}"


def class_codes(classes: Mapping[str, Sequence[str]]) -> dict[str, dict[int, str]]:
    """Return, for every word class and number of words that a phrase of it has, a code."""
    codes: dict[str, dict[int, str]] = {}
    number = _FIRST_CLASS
    for name, phrases in classes.items():
        for size in sorted({1 if phrase.startswith("*") else len(words(phrase)) for phrase in phrases} - {0}):
            codes.setdefault(name, {})[size] = chr(number)
            number += 1
    return codes


def encode(units: Sequence[Unit], told: Mapping[int, str]) -> tuple[str, tuple[int, ...]]:
    """Return the encoded units and the offset of every one.

    ``told`` are the codes of the phrases that begin at a unit, of shorter ones first: an expression goes through them
    from the word's end.
    """
    parts, offsets, at = [], [], 0
    for number, unit in enumerate(units):
        if unit.type:
            type_ = "formed" if unit.type == "condition" and unit.names else unit.type
            piece = f"{TYPE_CODE[type_]}{chr(_FIRST_INDEX + number)} "
        else:
            word = unit.word
            mark = _EDGE if unit.edge else "" if not unit.filler else _VERB if word in _VERBS else _FILLER
            begins = _MAY_BEGIN if unit.edge or word in _JOINS else ""
            piece = f"{mark}{word.replace(' ', '_')}{_WORD_END}{told.get(number, '')}{begins} "
        offsets.append(at)
        parts.append(piece)
        at += len(piece)
    return "".join(parts), tuple(offsets)
