"""Words that run together where a space, a dash or a markup tag was lost."""

from __future__ import annotations

import re

from lint.terms.data import Knowledge
from lint.terms.words import WordLists

_LONGEST = 40
_LATIN = re.compile(r"(?:al|ar|ic|at|os|tic)\Z")
_ENDINGS = frozenset(("is", "as", "a", "an", "on"))
"""Beginnings of Latin words, which have endings such as -is, -a and -us: "macularis" is not "macular is"."""


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
        for end in self._knowledge.hyphened:
            if word.endswith(end) and word[: -len(end)] in self._words.medical:
                return word[: -len(end)], end
        if named := self.named(word):
            return named
        two = [(word[:cut], word[cut:]) for cut in range(1, len(word)) if self._pair(word[:cut], word[cut:])]
        if two:
            return max(two, key=self._weight) if self._apart(word) else None
        return self._chain(word) if len(word) > 11 else None

    def named(self, word: str) -> tuple[str, str] | None:
        """Return the two words of a medical name that a lower-case word is made of, or None."""
        pairs = self._words.pairs
        both = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
        return next((pair for pair in both if " ".join(pair) in pairs and not self._joins(pair[0])), None)

    def _joins(self, word: str) -> bool:
        """Tell whether a word is joined to what it stands before, though a list has a space behind it ("thoraco")."""
        return word[-1] == "o" or (word in self._knowledge.prefixes and len(word) < 6)

    def _apart(self, word: str) -> bool:
        """Tell whether a word is no compound: "colorspace" ends in "space", and is no "colors pace"."""
        common, compounds = self._words.common, self._knowledge.compounds
        cuts = (cut for cut in range(3, len(word) - 2) if word[cut:] in compounds and word[cut - 1] != "s")
        return not any(word[:cut] in common and word[:cut] not in self._knowledge.joiners for cut in cuts)

    def camel(self, word: str) -> int:
        """Return where a capital letter would part a lower-case word into two, one of them medical; 0 for nowhere."""
        common, medical, compounds = self._words.common, self._words.medical, self._knowledge.compounds
        for cut in range(4, len(word) - 3):
            left, right = word[:cut], word[cut:]
            if f"{left} {right}" in self._words.pairs:
                return cut
            if left in compounds or right in compounds:  # "GeneTests" is a name
                continue
            if (left in common or left in medical) and (right in common or right in medical):
                both = left in medical, right in medical
                if all(both) or (any(both) and len(word) > 13):
                    return cut
        return 0

    def article(self, word: str) -> tuple[str, str] | None:
        """Return a noun and the article that a lost dash glued to it ("symptomsa"), or None."""
        noun = word[:-1]
        if not word.endswith("a") or len(noun) < 4 or _LATIN.search(noun):
            return None
        usual = noun in self._words.medical or (len(noun) > 8 and self._words.has(noun))
        return (noun, "a") if usual else None

    def _weight(self, pair: tuple[str, str]) -> tuple[int, int]:
        return sum(part in self._words.common for part in pair), max(len(part) for part in pair)

    def _pair(self, left: str, right: str) -> bool:
        joiners = self._knowledge.joiners
        if right in _ENDINGS and _LATIN.search(left):
            return False
        if right in joiners:
            if len(right) == 1:
                return False
            short = right == "to" or (right == "of" and left in self._words.medical)
            if len(right) == 2 and len(left) < (4 if short else 5):
                return False
            both = left in joiners and (len(left) + len(right) > 5 or right == "the")
            return both or (len(left) > 3 and self._content(left))
        if left in joiners and len(left) > 1:
            # "inmemory" and "foreach" are words of other trades; "ofacquired" and "theblood" are none.
            medical = right in self._words.medical
            if len(right) < (4 if medical and left == "the" else 5):
                return False
            long = len(right) > 7 or medical or left in ("the", "and") or len(left) > 3
            return long and left not in self._knowledge.prefixes and right in self._words.common
        if len(left) < 5 or len(right) < 4 or (right in self._knowledge.compounds and not left.endswith("s")):
            return False
        medical = left in self._words.medical or right in self._words.medical
        if left in self._knowledge.compounds and (right not in self._words.medical or len(right) < 6):
            return False
        # An inflected word is no part of a compound, whatever it means: "forciblydisplaced", "adultsaged".
        many = left.endswith("s") and left[:-1] in self._words.common
        if (many and len(left) > 5) or (left.endswith(("ly", "ed", "ing", "ies")) and len(left) > 6):
            medical = True
        usual = self._content(left) and self._content(right)
        usual = usual and (left in self._words.common or right in self._words.common)
        return usual and medical and left + right not in self._knowledge.right

    def _content(self, word: str) -> bool:
        return word in self._words.common or word in self._words.medical or (len(word) > 7 and self._words.has(word))

    def _chain(self, word: str) -> tuple[str, ...] | None:
        """Return three or more everyday words, at least one of them a function word, that make up the word."""
        best: list[tuple[str, ...] | None] = [None] * (len(word) + 1)
        best[0] = ()
        for end in range(2, len(word) + 1):
            for start in range(max(0, end - 16), end - 1):
                part, before = word[start:end], best[start]
                known = part in self._knowledge.joiners or (len(part) > 4 and part in self._words.common)
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
