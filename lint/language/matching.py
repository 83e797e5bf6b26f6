"""Rules over a sentence: which of them may read something in it, and what they read."""

from __future__ import annotations

from collections.abc import Set

from lint.language import frame_rules, phrase_rules
from lint.language.features import Index
from lint.language.grammar import Phrase, compile_patterns
from lint.language.reading import Reading
from lint.language.units import Sentence
from lint.packs import Packs


class Rules:
    """The compiled patterns of the packs, found by what a sentence must have for them."""

    def __init__(self, packs: Packs) -> None:
        self._index = Index((rule, rule.needs) for rule in compile_patterns(packs))

    def read(self, sentence: Sentence, topics: Set[str] = frozenset()) -> list[Reading]:
        """Return the readings of a sentence, the best first: by rank, then ordered ones, the longer, the earlier.

        Readings may collide; who takes them in order leaves out those that ``collide`` with one already taken.
        """
        readings: list[Reading] = []
        for rule in self._index.candidates(self._index.mask(sentence, topics)):
            if isinstance(rule, Phrase):
                readings.extend(phrase_rules.readings(rule, sentence))
            else:
                readings.extend(frame_rules.readings(rule, sentence))
        return sorted(readings, key=lambda r: (-r.pattern.rank, not r.ordered, r.first - r.last, r.first, r.pattern.id))
