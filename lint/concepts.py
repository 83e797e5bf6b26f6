"""The same thing under another name: open words (factors, outcomes, populations) resolved to concepts.

A phrase is a concept when every content word of it is part of a name that the packs know, or a word that adds
nothing ("taking", "having"); its id is the ids of the names found, in alphabetical order. "Carrying extra weight
after the change of life" and "being overweight after menopause" are both ``after-menopause+excess-weight``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

_TOKEN = re.compile(r"[a-z0-9]+")
_POSITIVE = re.compile(r"(?<=\w)\+(?:ve)?(?!\w)")
_NEGATIVE = re.compile(r"(?<=[a-z0-9])[-\u2010-\u2015\u2212](?:ve)?(?![\w])")
"""The signs of "X+" and "X-", which stand for words."""
_NOT = re.compile(r"\b(\w+)n['\u2019]t\b")
_WHOLE = {"wo": "will", "ca": "can", "sh": "shall"}
_CLITIC = re.compile(r"['\u2019](?:s|ve|re|ll|d|m)?\b")
_NUMERALS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "one": "1", "two": "2", "three": "3", "four": "4"}
_STOP = frozenset((
    "a", "an", "the", "of", "in", "to", "for", "and", "or", "with", "on", "at", "by", "from", "as", "than", "that",
    "this", "these", "those", "it", "its", "is", "are", "be", "been", "being", "was", "were", "who", "which",
    "whose", "you", "your", "they", "their", "them", "he", "she", "his", "her", "i", "my", "me", "we", "our", "us",
    "if", "when", "while", "can", "may", "will", "would", "has", "have", "had", "having", "do", "does", "did", "get",
    "gets", "getting", "got", "one", "ones", "any", "some", "all", "each", "every", "more", "most", "very", "too",
    "such", "there", "here", "into", "up", "also", "about",
))  # fmt: skip


def stem(word: str) -> str:
    """Return a crude stem, enough to make plural and singular, "-ing" and "-ed" meet; never for display."""
    if word == "lives":
        return "lif"  # "in their lives" is of a life, and not of living
    for ending in ("ies", "sses", "ings", "ing", "edly", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "ies":
                return word[:-3] + "y"
            if ending == "s" and word.endswith(("ss", "us", "is")):
                break
            word = word[: -len(ending)] + ("ss" if ending == "sses" else "")
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def tokens(words: str) -> list[str]:
    """Return the words of a phrase in lower case: "don't" as "do not", without "'s" and "'ve", "stage IV" as "stage 4"."""
    text = words.lower()
    if "'" in text or "\u2019" in text:
        text = _CLITIC.sub(" ", _NOT.sub(lambda match: _WHOLE.get(match[0][:2], match[1]) + " not", text))
    found = _TOKEN.findall(text)
    for at, word in enumerate(found[1:], 1):
        if word in _NUMERALS and found[at - 1] in ("stage", "type", "grade"):
            found[at] = _NUMERALS[word]
    return found


def content(words: str) -> frozenset[str]:
    """Return the stems of the content words of a phrase."""
    return frozenset(stem(word) for word in tokens(words) if word not in _STOP)


@dataclass(frozen=True)
class Concepts:
    """The packs' names of concepts: id to names, and the light words that add nothing to a phrase."""

    names: Mapping[str, tuple[str, ...]]
    light: frozenset[str] = frozenset()
    """Words and phrases; a phrase ("in the long run") adds nothing where it stands whole."""
    _trie: dict[str, list[tuple[tuple[str, ...], str]]] = field(init=False, repr=False, compare=False)
    _light: frozenset[str] = field(init=False, repr=False, compare=False)
    _memo: dict[str, str | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        trie: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for concept, names in self.names.items():
            for name in names:
                stems = _stems(name)
                if stems:
                    trie.setdefault(stems[0], []).append((stems, concept))
        for phrase in self.light:
            stems = _stems(phrase)
            if len(stems) > 1:
                trie.setdefault(stems[0], []).append((stems, ""))
        for entries in trie.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        object.__setattr__(self, "_trie", trie)
        object.__setattr__(self, "_light", frozenset(stem(word) for word in self.light if " " not in word))
        object.__setattr__(self, "_memo", {})

    def resolve(self, slot: str, words: str) -> str | None:
        """Return the concept id of the words of an open slot, or None when a content word of them is not known."""
        if words not in self._memo:
            self._memo[words] = self._resolve(words)
        return self._memo[words]

    def _resolve(self, words: str) -> str | None:
        stems = _stems(words)
        found: set[str] = set()
        at = 0
        while at < len(stems):
            for name, concept in self._trie.get(stems[at], ()):
                if stems[at : at + len(name)] == name:
                    found.add(concept)
                    at += len(name)
                    break
            else:
                if stems[at] not in self._light:
                    return None
                at += 1
        found.discard("")
        return "+".join(sorted(found)) if found else None

    def content(self, words: str) -> frozenset[str]:
        """Return the stems of the content words of a phrase, without what adds nothing; all, where nothing is left."""
        return self.rest(words) or frozenset(_stems(words))

    def rest(self, words: str) -> frozenset[str]:
        """Return the stems of the content words of a phrase, without the words and phrases that add nothing."""
        stems = _stems(words)
        kept: list[str] = []
        at = 0
        while at < len(stems):
            light = (name for name, concept in self._trie.get(stems[at], ()) if not concept)
            step = next((len(name) for name in light if stems[at : at + len(name)] == name), 0)
            if not step:
                kept.append(stems[at])
            at += step or 1
        return frozenset(kept) - self._light

    def same(self, slot: str, a: str, b: str) -> bool:
        """Tell whether two phrases name the same thing: by concept where both have one, else by content words."""
        first, second = self.resolve(slot, a), self.resolve(slot, b)
        if first is not None or second is not None:
            return first == second
        return self.content(a) == self.content(b)

    def writes_small(self, word: str) -> bool:
        """Tell whether names begin with a word in small letters, and none with the word as it is."""
        return word.lower() in self._firsts and word not in self._firsts

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset(name.split(" ", 1)[0] for names in self.names.values() for name in names)


def _stems(words: str) -> tuple[str, ...]:
    spelled = _NEGATIVE.sub(" negative ", _POSITIVE.sub(" positive ", words.lower()))
    return tuple(stem(word) for word in tokens(spelled) if word not in _STOP)


def names_of(entries: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return concept names with each id's own words among them."""
    return {concept: (*names, concept.replace("-", " ")) for concept, names in entries.items()}
