"""The stage that a few words without a verb tell: a question ("Caught early?"), what a figure stands behind ("Out into the nodes: 73%")."""

from __future__ import annotations

from collections.abc import Collection

from lint.language.lexicon import Lexicon
from lint.language.units import Sentence

_PLACE_WORDS = frozenset((
    "in", "into", "out", "to", "inside", "within", "on", "elsewhere", "other", "the", "or", "and", "and/or", "beyond", "spread",
    "gone", "got", "reached", "moved", "travelled", "traveled", "now", "already", "once", "if", "when", "even", "then", "also", "it", "has",
    "'s", "is", "any", "a", "your", "nearby", "distant", "far", "away", "what", "about", ",",
))  # fmt: skip
"""Words that say no more than that a cancer is at a place."""
_SIGNS = frozenset((":", ",", "\u2013", "\u2014", "-", "is", "it", "'s", "at", "?"))
"""What may stand between a place and the figure that is given for it."""
_LONGEST = 8
"""The units of the longest fragment."""


def asked(sentence: Sentence, lexicon: Lexicon, near: Collection[str]) -> str:
    """Return the stage that a question is about ("Caught early?", "Gone further?"), "" for none and for several.

    ``near`` are the sites that make a cancer regional.
    """
    return _stage(sentence, 0, len(sentence.units), lexicon, near) if sentence.question else ""


def labelled(sentence: Sentence, head: int, lexicon: Lexicon, near: Collection[str]) -> str:
    """Return the stage that the words right before a value tell, where they are all of its statement; "" for none."""
    last = head
    while last and not sentence.units[last - 1].type and sentence.units[last - 1].word in _SIGNS:
        last -= 1
    first = last
    while first and last - first < _LONGEST and not _ends(sentence, first - 1):
        first -= 1
    label = first < last < head and (first == 0 or _ends(sentence, first - 1))
    return _stage(sentence, first, last, lexicon, near) if label else ""


def _ends(sentence: Sentence, at: int) -> bool:
    unit = sentence.units[at]
    return unit.edge or unit.quantity is not None or (not unit.type and unit.word == ".")


def _stage(sentence: Sentence, first: int, last: int, lexicon: Lexicon, near: Collection[str]) -> str:
    """Return the one stage that units name, else that of the places that are all they name."""
    units = sentence.units[first:last]
    named = {unit.condition.stage for unit in units if unit.condition is not None} - {""}
    named |= {
        id_
        for id_ in lexicon.stages
        for begin, end in sentence.classes.get(f"stage={id_}", ())
        if first <= begin and end <= last
    }
    if named:
        return named.pop() if len(named) == 1 else ""
    places = [unit.ids for unit in units if unit.type == "site"]
    rest = [unit.word for unit in units if unit.type != "site" and (unit.type or unit.word[:1].isalpha())]
    if not places or len(units) > _LONGEST or not _PLACE_WORDS.issuperset(rest):
        return ""
    ids = {id_ for found in places for id_ in found}
    stage = "regional" if ids <= set(near) else "" if ids & set(near) else lexicon.elsewhere
    return stage if stage in lexicon.stages else ""
