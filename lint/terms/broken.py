"""Words that came apart: at the end of a line of a PDF ("diagn osed"), or where a ligature was lost ("in ammation")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.shape import like
from lint.terms.words import WordLists

_LIGATURES = ("", "fi", "fl", "ff", "ffi", "ffl")
_BEFORE = re.compile(r"(?<![\w-])([A-Za-z][a-z]*)[ \u00ad]\Z")
_AFTER = re.compile(r"[ \u00ad]([a-z]+)(?![\w-])")
_SHORTEST = 8
"""Letters of the whole word: two short words make another by chance."""
_SHORTEST_HYPHENED = 6
_SUSPENDS = frozenset(("and", "or", "to", "nor", "but", "versus", "vs"))
"""What stands behind a hyphen that waits for another word ("pre- and postnatal")."""


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


def hyphened(words: WordLists, page: Page, places: Iterable[int]) -> Iterator[Hit]:
    """Yield the words that keep the hyphen of a line's end ("dis- ease"); ``places`` are the runs that end with one."""
    for head, tail in dict.fromkeys((page.runs[at], page.behind(page.runs[at][:-1], at)) for at in places):
        whole = head[:-1] + tail
        if tail in _SUSPENDS or len(tail) < 2 or not _known(words, whole, _SHORTEST_HYPHENED):
            continue
        for match in re.finditer(rf"(?<![\w-]){head}\s{tail}(?![\w-])", page.low):
            text = page.text[match.start() : match.end()]
            why = "a word cut at the end of a line"
            yield Hit(match.start(), match.end(), like(whole, text.replace("- ", "")), "residue", False, why)


def _known(words: WordLists, word: str, shortest: int = _SHORTEST) -> bool:
    low = word.lower()
    return len(word) >= shortest and (low in words.medical or low in words.common)
