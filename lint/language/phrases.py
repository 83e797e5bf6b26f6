"""Phrases as sequences of words, and things found by the phrase that names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+|'(?:s|re|ve|ll|d|m)\b|[^\w\s]")
_JOINTS = frozenset("-/")
_REMEMBERED = 1 << 14


@lru_cache(_REMEMBERED)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a name as tokens have them: lower case, hyphens and slashes between words left out."""
    return tuple(in_full([token for token in _WORD.findall(text.lower()) if token not in _JOINTS]))


_SHORT = {"'s": "is", "'re": "are", "'ve": "have"}
_BEFORE_SHORT = frozenset(
    ("it", "that", "this", "they", "there", "these", "those", "what", "who", "which", "we", "you", "here")
)


def in_full(tokens: Sequence[str]) -> Sequence[str]:
    """Return words with the verb of "it's", "they're", "you've" in full; "'s" behind a noun stays."""
    if _SHORT.keys().isdisjoint(tokens):
        return tokens
    return [
        _SHORT[token] if token in _SHORT and at and tokens[at - 1] in _BEFORE_SHORT else token
        for at, token in enumerate(tokens)
    ]


_T = TypeVar("_T")


class Phrases(Generic[_T]):
    """Things found by a run of words; those that begin with one word are tried longest first."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[list[_T], dict[str, list[tuple[tuple[str, ...], list[_T]]]]]] = {}
        """By first word: what it names alone, and by second word the longer phrases, the longest first."""

    def add(self, text: str, thing: _T) -> None:
        """Find a thing by a phrase from now on."""
        key = words(text)
        if not key:
            return
        things, longer = self._first.setdefault(key[0], ([], {}))
        if len(key) > 1:
            entries = longer.setdefault(key[1], [])
            known = next((found for other, found in entries if other == key), None)
            if known is None:
                known = []
                entries.append((key, known))
                entries.sort(key=lambda entry: -len(entry[0]))
            things = known
        if thing not in things:
            things.append(thing)

    def __contains__(self, word: object) -> bool:
        """Tell whether a phrase begins with a word."""
        return word in self._first

    def begun(
        self, word: str, following: str
    ) -> tuple[list[tuple[int, list[_T]]], list[tuple[tuple[str, ...], list[_T]]]]:
        """Return (number of words, things) for the phrases of one and of two words that a word and the one behind it make, the
        longer first, and with all their words those that go on."""
        alone, longer = self._first.get(word, ([], {}))
        going_on = longer.get(following, [])
        short = [(2, things) for key, things in going_on if len(key) == 2]
        return [*short, *([(1, alone)] if alone else [])], [entry for entry in going_on if len(entry[0]) > 2]

    def at(self, tokens: Sequence[str], at: int) -> list[tuple[int, list[_T]]]:
        """Return (number of tokens, things) for every phrase that begins at a token, the longest first."""
        begun = self._first.get(tokens[at])
        if begun is None:
            return []
        alone, longer = begun
        found = []
        if longer and at + 1 < len(tokens):
            for key, things in longer.get(tokens[at + 1], ()):
                size = len(key)
                if size == 2 or tuple(tokens[at : at + size]) == key:
                    found.append((size, things))
        if alone:
            found.append((1, alone))
        return found
