"""Other names that a page itself gives a disease ("X, also called Y"): what it says of Y further down is told of X."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lint.language.conditions import Condition
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit
from lint.language.unnamed import words_of

_ALSO, _NAME_FOR = "also-called", "another-name"
_LINKS = frozenset((",", "(", "which", "that", "is", "are", "-", "\u2013", "\u2014"))
_ENDS = frozenset((",", ")", ".", "or", "and", "is", "are", "-", "\u2013", "\u2014", ";"))
_LONGEST, _SHORTEST_WORD = 5, 9
"""The words of the longest name, and the letters of a single word that is a name and no plain word."""
_BRACKET = 5


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of a disease: its words, or the disease that the packs know by it."""

    words: tuple[str, ...] = ()
    known: str = ""


def told(sentences: Iterable[Sentence], disease: str, lexicon: Lexicon) -> Iterator[OtherName]:
    """Yield the other names that sentences give a disease, whichever of two stands first."""
    if not disease or lexicon.has_forms(disease):
        return
    for sentence in sentences:
        for first, last in sentence.classes.get(_ALSO, ()):
            bearer = _before(sentence.units, first, lexicon)
            if bearer == disease:
                yield from _names(sentence, last, lexicon)
            elif bearer and any(_plain(unit, lexicon) == disease for unit in sentence.units[last : last + 2]):
                yield OtherName(known=bearer)
        for first, last in sentence.classes.get(_NAME_FOR, ()):
            around = (sentence.units[:first], sentence.units[last : last + 3])
            named = [next((d for unit in units if (d := _plain(unit, lexicon))), "") for units in around]
            if disease in named and all(named):
                yield from (OtherName(known=other) for other in named if other != disease)


def within(sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield where a name with its abbreviation inside ("Odd (OD) syndrome") begins and ends, and the disease that it is."""
    units = sentence.units
    for at in range(2, len(units) - 1):
        if units[at - 1].word != "(" or units[at + 1].word != ")" or at + 2 >= len(units):
            continue
        last = at + 3
        code, noun = sentence.words(at, at + 1), units[last - 1]
        if not code.isupper() or not (lexicon.is_disease_noun(noun.word) or noun.type == "condition"):
            continue
        for first in range(max(0, at - 1 - _LONGEST), at - 1):
            words = [unit.word for unit in units[first : at - 1]]
            said = [word for name in (*words, noun.word) for word in name.split()]
            match = lexicon.match(said, 0)
            if match is not None and match[0] == len(said) and match[1][0].type == "diseases":
                yield first, last, match[1][0].id
                break


def _before(units: Sequence[Unit], at: int, lexicon: Lexicon) -> str:
    """Return the disease right before a unit, over a comma and its abbreviation in brackets; "" for none."""
    while at and not units[at - 1].type and (units[at - 1].word in _LINKS or units[at - 1].filler):
        at -= 1
    if at and units[at - 1].word == ")":
        opened = next((n for n in range(at - 2, max(-1, at - _BRACKET), -1) if units[n].word == "("), 0)
        at = opened or at
    return _plain(units[at - 1], lexicon) if at else ""


def _names(sentence: Sentence, at: int, lexicon: Lexicon) -> Iterator[OtherName]:
    units = sentence.units
    while True:
        while at < len(units) and units[at].filler:
            at += 1
        if at >= len(units):
            return
        end = at + 1
        if name := _plain(units[at], lexicon):
            yield OtherName(known=name)
        elif not units[at].type:
            while end < len(units) and units[end].type in ("", "site", "condition") and units[end].word not in _ENDS:
                end += 1
            words = words_of(units[at:end])
            closed = end < len(units) and units[end].word in _ENDS
            long = len(words) > 1 or len(words[0]) >= _SHORTEST_WORD or sentence.words(at, end).isupper()
            if closed and long and len(words) <= _LONGEST and not any(unit.edge for unit in units[at:end]):
                yield OtherName(words)
        if end >= len(units) or units[end].word != "or":
            return
        at = end + 1


def _plain(unit: Unit, lexicon: Lexicon) -> str:
    """Return the disease that a unit names, "" where a pack gives it forms, or the unit names one."""
    condition = unit.condition or Condition()
    named = condition.disease and not condition.stage and not condition.subtypes and not unit.names
    return condition.disease if named and not lexicon.has_forms(condition.disease) else ""
