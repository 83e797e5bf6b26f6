"""Misspellings: unknown words held against the right medical words by edit distance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from lint.terms.data import Knowledge
from lint.terms.distance import edits, weighted, within
from lint.terms.shape import plural
from lint.terms.sound import key
from lint.terms.words import WordLists

_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"(.)\1")
_SCANNED = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("lc", "k"), ("cks", "x"))
_HEARD_ENDS = (
    ("is", "itis"),
    *((heard, end) for heard in ("le", "el", "al") for end in ("al", "el", "le") if heard != end),
)
"""Endings that are said alike, or of which a syllable is swallowed."""
_EVERYDAY = 0.25
"""The cost by which a candidate must be nearer than another to be meant for certain."""
_HEARD = frozenset(
    (
        frozenset(("is", "es")),
        frozenset(("in", "en")),
        frozenset(("ate", "ete")),
        frozenset(("us", "is")),
        frozenset(("itus", "itis")),
        frozenset(("ion", "ian")),
    )
)
_ENDS = {
    "y": "yie",
    "i": "yie",
    "e": "eyai",
    "a": "aeh",
    "c": "ck",
    "k": "ck",
    "f": "fh",
    "s": "sz",
    "r": "re",
    "h": "ha",
}
"""The last letters that a word may have whose misspelling ends so."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a misspelt word most likely meant: the right word, the cost of the slip, and whether no other fits."""

    right: str
    cost: float
    sole: bool


class Spelling:
    """Tells right words, and what wrong ones meant. Every distinct word is judged once."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words
        self._suffixes = knowledge.suffixes
        self._longest_prefix = max(map(len, knowledge.prefixes), default=0)
        self._longest_suffix = max(map(len, knowledge.suffixes), default=0)

    def right(self, word: str) -> bool:
        """Tell whether a lower-case word is right: known, or built of listed parts."""
        return self.known(word) or self.built(word)

    def known(self, word: str) -> bool:
        """Tell whether a lower-case word is listed, or a form of one that is."""
        return self.listed(word) or self._inflected(word)

    def listed(self, word: str) -> bool:
        """Tell whether a lower-case word stands in a list of right words."""
        known = self._knowledge
        return word in known.right or word in known.prefixes or word in known.eponyms or self._words.has(word)

    def _inflected(self, word: str) -> bool:
        return any(self._usual(stem) or (len(stem) > 5 and self.listed(stem)) for stem in _stems(word)) or any(
            self.listed(form) for form in _american(word)
        )

    def built(self, word: str) -> bool:
        """Tell whether a lower-case word is built of listed parts."""
        return self._suffixed(word) or self._prefixed(word)

    def _suffixed(self, word: str) -> bool:
        for cut in range(max(4, len(word) - self._longest_suffix), len(word)):
            if word[cut:] in self._suffixes:
                stem = word[:cut]
                if self._usual(stem) or self._usual(stem + "e") or self._usual(stem + "y"):
                    return True
        return False

    def _prefixed(self, word: str) -> bool:
        for cut in range(min(self._longest_prefix, len(word) - 4), 1, -1):
            if word[:cut] in self._knowledge.prefixes:
                rest = word[cut:]
                if word[:cut] + "o" in self._knowledge.prefixes and rest[0] not in "aeiouyh":
                    continue  # a stem needs its vowel: "cardiovascular", and no "cardvascular"
                if cut > 3 and len(rest) > 3 and rest in self._suffixes and word[cut - 1 : cut + 1] != "oo":
                    return True
                if self._rest(rest) or (len(rest) > 7 and self.built(rest)):
                    return True
        return False

    def _rest(self, rest: str) -> bool:
        """Tell whether what follows a prefix is a word: a usual one, or a long one."""
        if self._usual(rest) or (len(rest) > 6 and self.listed(rest)):
            return True
        return any(self._usual(stem) for stem in _stems(rest))

    def _usual(self, word: str) -> bool:
        return len(word) > 3 and (word in self._words.common or word in self._words.medical)

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        return _buckets(self._words.medical, slice(0, 2))

    @cached_property
    def _by_end(self) -> dict[str, list[str]]:
        return _buckets(self._words.medical, slice(-3, None))

    @cached_property
    def _general(self) -> dict[str, list[str]]:
        return _buckets(self._words.common - self._words.medical, slice(0, 2))

    @cached_property
    def _eponyms(self) -> dict[str, list[str]]:
        return _buckets(self._knowledge.eponyms, slice(0, 1))

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        buckets: dict[str, list[str]] = {}
        for word in sorted(self._words.clinical):
            if len(word) > 5:
                buckets.setdefault(key(word), []).append(word)
        return buckets

    def _heard(self, word: str) -> Guess | None:
        """Return the frequent medical word that a word sounds like."""
        if len(word) < 6:
            return None
        alike = [
            (weighted(word, right), right)
            for right in self._by_sound.get(key(word), ())
            if abs(len(right) - len(word)) < 4 and right[-1] in _ENDS.get(word[-1], word[-1])
        ]
        if not alike:
            return None
        cost, right = min(alike)
        if cost > 0.32 * len(word) or self._derived(word, right) or self._general_fits(word, cost):
            return None
        return Guess(right, cost, len(alike) == 1)

    def near_frequent(self, word: str) -> Guess | None:
        """Return the frequent medical word that a word built of parts is most likely a slip of ("anesthesialogist")."""
        if len(word) < 7:
            return None
        most = 0.5 if len(word) < 8 else 0.7 if len(word) < 9 else 0.9
        found = [
            (cost, right)
            for cost, right in self._candidates(word, 1)
            if cost <= most
            and right[0] == word[0]
            # Of a rare word a letter was doubled, or one of two left out.
            and (right in self._words.common or len(word) > 11 or _single(word) == _single(right))
        ]
        if len(found) != 1 or self._derived(word, found[0][1]):
            return None
        if found[0][1][-2:] != word[-2:] and word != f"{found[0][1]}e":
            return None
        return Guess(found[0][1], found[0][0], True)

    def _candidates(self, word: str, most: int) -> Iterator[tuple[float, str]]:
        near = dict(within(word, self._by_start.get(word[:2], []), most))
        # A slip in the first letters is looked for where there is none behind them.
        if not any(n == 1 and weighted(word, right) < 1.0 for right, n in near.items()):
            for pool in (self._by_end.get(word[-3:], []), self._by_start.get(word[1::-1], [])):
                near.update(within(word, pool, most))
        closest = min(near.values(), default=0)
        for right in sorted(near):
            if near[right] <= closest + 1:
                cost = weighted(word, right)
                # Two syllables turned round: all letters are there.
                turned = len(word) > 6 and word[0] == right[0] and sorted(word) == sorted(right)
                yield min(cost, 1.0) if turned else cost, right

    def guess(self, word: str) -> Guess | None:
        """Return what a lower-case word that is not right most likely meant, or None where it may be right."""
        found = self._respelt(word) or self._guess(word)
        if found is None or found.right not in self._words.common:
            heard = self._heard(word)  # "soriasis" is no slip of a word that nobody writes
            found = heard if heard and (found is None or heard.right in self._words.common) else found
        if found is None and word.endswith("s") and len(word) > 6 and not word.endswith(("ss", "us", "is")):
            single = self._guess(word[:-1])
            return replace(single, right=plural(single.right)) if single else None
        return found

    def _guess(self, word: str) -> Guess | None:
        limit, most = _limits(len(word))
        if not limit:
            return None
        ranked = sorted(self._candidates(word, most), key=lambda found: self._likely(word, found))
        # Slips in the middle of a long word leave its ends as they are.
        if ranked and len(word) > 8 and ranked[0][1][:2] == word[:2] and ranked[0][1][-2:] == word[-2:]:
            limit += 0.3
        if ranked and ranked[0][1] in self._words.common and len(word) > 6:
            limit += 0.2
        if not ranked or ranked[0][0] > limit:
            return None
        cost, right = ranked[0]
        if len(word) < 7 and right not in self._words.common:
            return None  # short words have many neighbours: only a frequent one is meant
        if len(word) < 6 and cost > 0.7 and (len(ranked) > 1 and ranked[1][0] <= 1.0):
            return None
        if self._lookalike(word, right) or self._new_name(word, right, cost) or self._derived(word, right):
            return None
        if (
            right == word + "s"
            or (right[-1] == "s" and word == right[:-1] + "a")
            or word == right + "s"
            or self._general_fits(word, cost)
        ):
            return None
        sole = all(other - cost > _EVERYDAY for other, _ in ranked[1:])
        return Guess(right, cost, sole)

    def _respelt(self, word: str) -> Guess | None:
        """Return the medical word that a scanner or an ear read in other letters ("rnelanoma", "fungle", "hepatis")."""
        for read, printed in _SCANNED:
            right = word.replace(read, printed)
            if right != word and len(right) > 5 and right in self._words.medical:
                return Guess(right, 0.7, True)
        for heard, written in _HEARD_ENDS:
            right = word.removesuffix(heard) + written
            if word.endswith(heard) and len(right) > 5 and right in self._words.medical and right in self._words.common:
                return Guess(right, 0.7, True)
        return None

    def _likely(self, word: str, candidate: tuple[float, str]) -> tuple[float, str]:
        """Return what orders candidates: an everyday word is meant sooner than a rare one that is a little nearer.

        So is a plural where the word ends as one.
        """
        cost, right = candidate
        cost -= _EVERYDAY if right in self._words.common else 0
        return cost + (_EVERYDAY if word[-1] == "s" != right[-1] else 0), right

    def eponym(self, word: str) -> str:
        """Return the person's name that an unknown lower-case word is near to, or ""."""
        near = [
            (edits(form, name), name)
            for form in {word, word.removesuffix("s")}
            if len(form) > 4
            for name in self._eponyms.get(word[0], ())
            # Of a short name all letters must be there, in whatever order.
            if edits(form, name, 2) <= (1 if len(form) < 7 and sorted(form) != sorted(name) else 2)
        ]
        distance, name = min(near, default=(0, ""))
        return name if distance else ""

    def short(self, word: str) -> tuple[str, ...]:
        """Return the medical words that are a slip away from a word of four or five letters."""
        pools = (self._by_start.get(word[:2], []), self._by_end.get(word[-3:], []))
        return tuple(dict.fromkeys(right for pool in pools for right, _ in within(word, pool, 1)))

    def near_everyday(self, word: str) -> bool:
        """Tell whether a lower-case word is a letter away from an everyday word."""
        pools = (self._general.get(word[:2], []), self._by_start.get(word[:2], []))
        return any(within(word, pool, 1) for pool in pools)

    def _general_fits(self, word: str, cost: float) -> bool:
        most = 2 if len(word) > 6 else 1
        near = within(word, self._general.get(word[:2], []), most)
        return any(weighted(word, other) <= cost - 0.1 for other, _ in near)

    def _lookalike(self, word: str, right: str) -> bool:
        return any(word in group and right in group for group in self._knowledge.lookalikes)

    def _derived(self, word: str, right: str) -> bool:
        """Tell whether two words differ by what makes another word: hyper- for hypo-, -uria for -emia, -in for -a."""
        if word.endswith("itus") and right.endswith("itis"):
            return False
        same = next(
            (n for n, (a, b) in enumerate(zip(word, right, strict=False)) if a != b), min(len(word), len(right))
        )
        endings = self._knowledge.endings
        for cut in range(min(same, len(word) - 1), 3, -1):
            one, other = word[cut:], right[cut:]
            if one in endings and other in endings:
                # "complicatin" lost a letter of "complication"; "ataxin" is not "ataxia".
                alike = edits(one, other) < 2 and (len(one) != len(other) or word[cut - 1] in _VOWELS)
                # "Cystes" is heard as "cystis"; of everyday words a vowel is wrong sooner than they have a rare twin.
                heard = frozenset((one, other)) in _HEARD or (len(word) > 6 and one[1:] == other[1:] != "")
                alike = alike or (heard and right in self._words.common)
                if not alike or (other in ("ic", "ar", "al") and one in (other + "a", other + "e")):  # Latin
                    return True
        for cut in range(3, min(self._longest_prefix, len(word) - 3) + 1):
            rest = word[cut:]
            other = right[: -len(rest)] if right.endswith(rest) else ""
            if other not in (word[:cut], word[:cut] + "o") and {word[:cut], other} <= self._knowledge.prefixes:
                # The silent letter of an everyday word may be left out.
                return right not in self._words.common or word[:cut].replace("h", "") != other.replace("h", "")
        return False

    def _new_name(self, word: str, right: str, cost: float) -> bool:
        """Tell whether the word may be another drug of the same class: the same ending, another beginning."""
        for stem in self._knowledge.stems:
            if word.endswith(stem) and right.endswith(stem):
                head, other = word[: -len(stem)], right[: -len(stem)]
                # Names that differ by one letter more are none: "acylovir" lost it.
                slip = len(head) != len(other) and cost <= 1.0 and len(head) > 3 and head[:3] == other[:3]
                return (cost > 0.75 and not slip) or head[:2] != other[:2]
        return False


def _single(word: str) -> str:
    """Return a word with one letter for two of a kind."""
    return _DOUBLED.sub(r"\1", word)


def _buckets(words: Iterable[str], part: slice) -> dict[str, list[str]]:
    """Return the words by a part of them, each list in order."""
    buckets: dict[str, list[str]] = {}
    for word in sorted(words):
        buckets.setdefault(word[part], []).append(word)
    return buckets


def _limits(length: int) -> tuple[float, int]:
    """Return the cost that a misspelling of that length may have, and the number of edits."""
    if length < 5:
        return 0.0, 0
    if length < 6:
        return 0.9, 1
    if length < 8:
        return 1.0, 2
    if length < 10:
        return 1.4, 2
    return (1.7, 2) if length < 13 else (2.2, 3)


def _stems(word: str) -> Iterable[str]:
    if word.endswith("'s"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        if not (word.endswith("ys") and word[-3:-2] not in _VOWELS):
            yield word[:-1]
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        if word.endswith("ses"):
            yield word[:-2] + "is"
    if word.endswith("ae"):
        yield word[:-1]


_UK = (
    (
        re.compile(
            "(?<=h)ae(?=m)|ae(?=mi[ac])|(?<=p)ae(?=d)|(?<=n)ae(?=sth|c|v)|(?<=c)ae(?=[sc])|(?<=f)ae(?=c)|ae(?=ti|sth)|(?<=l)ae(?=n)"
            "|oe(?=dem|soph|str|d)|(?<=f)oe(?=t)|(?<=c)oe(?=li)|(?<=rrh)oe|(?<=pn)oe|(?<=om)oe(?=o|b)|(?<=man)oe(?=u)"
        ),
        "e",
    ),
    (re.compile("our"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|able)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)$)"), "l"),
)


_MAY_BE_UK = re.compile("[ao]e|our|[iy]s|ll")


def _american(word: str) -> Iterator[str]:
    if not _MAY_BE_UK.search(word):
        return
    changed = word
    for pattern, right in _UK:
        new = pattern.sub(right, changed)
        if new != changed:
            changed = new
            yield changed
    if changed != word:
        yield from _stems(changed)
