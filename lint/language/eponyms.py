"""Diseases that nobody lists and that are called by a proper name or a code: "Xyz syndrome", "Xyz's disease", "ABC1 deficiency".

A name is known by its capitals within a sentence, and is then read wherever it stands on the page. A heading in capitals and
the name of an office ("Institute of Xyz Disorders") have a capital noun and are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.language.conditions import Condition
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit

Name = tuple[tuple[str, ...], Condition]

_NOUNS = frozenset((
    "disease", "syndrome", "disorder", "anomaly", "malformation", "palsy", "deformity", "contracture", "dystrophy", "ataxia",
    "deficiency", "dysplasia", "sign", "paralysis",
))  # fmt: skip
_PROPER = re.compile(r"[A-Z][a-z]{2,}|[A-Z][A-Za-z]*\d[A-Za-z0-9]*|[A-Z0-9]{4,}|Mc[A-Z][a-z]+")
_INNER = frozenset(("'s", "-", "von", "van", "de", "der", "den", "la", "le"))
_NO_NAME = frozenset((
    "mendelian", "caucasian", "american", "european", "african", "asian", "hispanic", "gram", "western", "jewish", "ashkenazi", "medicare",
    "this", "the", "these", "any", "each", "other", "genetic", "rare",
))  # fmt: skip
_LONGEST = 5


def names(sentences: Iterable[Sentence], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the words of every such name in sentences, each once, with its disease: the listed one that only lost its apostrophe."""
    seen: set[tuple[str, ...]] = set()
    for sentence in sentences:
        units = sentence.units
        for at, unit in enumerate(units):
            if unit.word not in _NOUNS or (units[at + 1 : at + 2] and units[at + 1].word in _NOUNS):
                continue
            if unit.type or sentence.words(at, at + 1) != unit.word:
                continue
            first = _first(sentence, at)
            words = tuple(unit.word for unit in units[first : at + 1])
            if (
                first == at
                or first == 0
                or _begins(units[first - 1])
                or words in seen
                or not _NO_NAME.isdisjoint(words)
            ):
                continue
            seen.add(words)
            name = _listed(words, lexicon) or " ".join(sentence.words(first, at + 1).lower().split())
            yield words, Condition(name)
            kind = units[first - 1].word
            if kind in lexicon.disease_adjectives:
                yield (kind, *words), Condition(f"{kind} {name}")


def _first(sentence: Sentence, noun: int) -> int:
    """Return where the proper name before a noun begins, the noun where there is none."""
    first = noun
    while first > 0 and noun - first < _LONGEST and not sentence.units[first - 1].type:
        text = sentence.words(first - 1, first)
        if text in _NOUNS:
            first -= 1
            continue
        if text not in _INNER and not _PROPER.fullmatch(text):
            break
        first -= 1
    while first < noun and sentence.units[first].word in ("'s", "-"):
        first += 1
    named = any(_PROPER.fullmatch(sentence.words(at, at + 1)) for at in range(first, noun))
    return first if named else noun


def _begins(unit: Unit) -> bool:
    """Tell whether a capital behind a unit may only mark the beginning of a statement."""
    return not unit.type and (unit.edge or unit.word in (".", ":", "?", "!"))


def _listed(words: tuple[str, ...], lexicon: Lexicon) -> str:
    if not words[0].endswith("s"):
        return ""
    found = lexicon.match((words[0][:-1], "'s", *words[1:]), 0)
    return found[1][0].id if found is not None and found[0] == len(words) + 1 and found[1][0].type == "diseases" else ""
