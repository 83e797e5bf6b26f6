"""Words that came apart: at the end of a line of a PDF ("diagn osed"), or where a ligature was lost ("in ammation")."""

from __future__ import annotations

import re

from lint.terms.words import WordLists

_LIGATURES = ("", "fi", "fl", "ff", "ffi", "ffl")
_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][a-z]*)[ \u00ad]\Z")
_AFTER = re.compile(r"[ \u00ad]([a-z]+)(?![\w-])")
_SHORTEST = 8
"""Letters of the whole word: two short words make another by chance."""


def whole(words: WordLists, text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return the span and the word that a fragment at ``[start:end]`` makes with a neighbour, or None."""
    fragment = text[start:end]
    before = _BEFORE.search(text, max(0, start - 24), start)
    after = _AFTER.match(text, end)
    for lost in _LIGATURES:
        if before and _known(words, before.group(1) + lost + fragment):
            return before.start(1), end, before.group(1) + lost + fragment
        if after and _known(words, fragment + lost + after.group(1)):
            return start, after.end(1), fragment + lost + after.group(1)
    return None


def _known(words: WordLists, word: str) -> bool:
    low = word.lower()
    return len(word) >= _SHORTEST and (low in words.medical or low in words.common)
