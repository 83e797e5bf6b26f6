"""Words that run together where a space, a dash or a markup tag was lost."""

from __future__ import annotations

from lint.terms.data import Knowledge
from lint.terms.words import WordLists

_LONGEST = 40


class Joined:
    """Splits unknown words into the words that were joined."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words

    def split(self, word: str) -> tuple[str, ...] | None:
        """Return the lower-case words that an unknown lower-case word is made of, or None where it may be one word.

        One of two words must be a function word ("treatmentsare"), or both everyday and one of them medical
        ("heartdisease"); a word such as "house" or "like" at the end makes a compound, which is right.
        """
        if not 5 <= len(word) <= _LONGEST:
            return None
        two = [(word[:cut], word[cut:]) for cut in range(1, len(word)) if self._pair(word[:cut], word[cut:])]
        if two:
            return max(two, key=self._weight)
        return self._chain(word) if len(word) > 11 else None

    def _weight(self, pair: tuple[str, str]) -> tuple[int, int]:
        return sum(part in self._words.common for part in pair), max(len(part) for part in pair)

    def _pair(self, left: str, right: str) -> bool:
        joiners = self._knowledge.joiners
        if right in joiners:
            if len(right) == 1:
                return len(left) > 5 and self._noun(left)
            return (len(left) > 3 and self._content(left)) or (left in joiners and len(left) + len(right) > 5)
        if left in joiners and len(left) > 1:
            return (
                len(right) > 4 + (len(left) < 3)
                and left not in self._knowledge.prefixes
                and right in self._words.common
            )
        if len(left) < 5 or len(right) < 4 or right in self._knowledge.compounds or left in self._knowledge.compounds:
            return False
        medical = left in self._words.medical or right in self._words.medical
        usual = left in self._words.common and right in self._words.common
        return usual and medical and left + right not in self._knowledge.right

    def _noun(self, word: str) -> bool:
        """Tell whether a lost dash and an article may follow: a medical word of some length ("symptomsa")."""
        return word in self._words.medical and word in self._words.common

    def _content(self, word: str) -> bool:
        return word in self._words.common or word in self._words.medical

    def _chain(self, word: str) -> tuple[str, ...] | None:
        """Return three or more everyday words, at least one of them a function word, that make up the word."""
        best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
        best[0] = ()
        for end in range(2, len(word) + 1):
            for start in range(max(0, end - 16), end - 1):
                part, before = word[start:end], best[start]
                known = part in self._knowledge.joiners or (len(part) > 3 and part in self._words.common)
                if before is not None and known:
                    new = (*before, part)
                    if best[end] is None or len(new) < len(best[end] or ()):
                        best[end] = new
        parts = best[-1]
        if parts is None or not 3 <= len(parts) <= 8:
            return None
        return (
            parts if any(part in self._knowledge.joiners for part in parts) and len(word) / len(parts) > 3.4 else None
        )
