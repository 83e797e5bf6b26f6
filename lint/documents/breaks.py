"""Hard line breaks inside a block: which divide it in two, and which are only a space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.documents.fold import Run

BREAK = "\u2028"
"""Stands in the pieces for a hard line break until the block is closed."""
_GOES_ON = re.compile(
    r"(?:,|[(\u2013\u2014-]|\b(?:a|an|the|of|in|on|at|to|by|for|from|with|without|and|or|nor|but|than|that|which|as|"
    r"is|are|was|were|be|been|has|have|had|can|may|will|about|around|nearly|over|under|between|most|some|your|our))\s*\Z",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\s*[^\w\s]*[A-Z0-9\u2022]")


def cuts(text: str) -> list[int]:
    """Return where a block is divided at its line breaks: at a double one, and where a new line begins like one.

    A break in a sentence ("a visit to / Leeds", "about / 70%") is a space.
    """
    if BREAK not in text:
        return []
    found: list[int] = []
    begin, at = 0, text.find(BREAK)
    while at >= 0:
        upcoming = text[at + 1 : at + 60].lstrip(" \t\r\n")
        before = text[max(begin, at - 60) : at]
        if upcoming.startswith(BREAK) or (_BEGINS.match(upcoming) and not _GOES_ON.search(before)):
            found.append(at + 1)
            begin = at + 1
        at = text.find(BREAK, at + 1)
    return found


def split(text: str, runs: list[Run], at_cuts: list[int]) -> Iterator[tuple[int, str, list[Run]]]:
    """Yield the parts of a block between the cuts: where the part stops, its text and its runs."""
    if not at_cuts:
        yield len(text), text, runs
        return
    at, index = 0, 0
    for stop in [*at_cuts, len(text)]:
        out: list[Run] = []
        while index < len(runs):
            a, b, s, e = runs[index]
            low, high = max(a, at), min(b, stop)
            if low < high:
                same = b - a == e - s
                out.append((low - at, high - at, s + low - a if same else s, s + high - a if same else e))
            if b > stop:
                break
            index += 1
        yield stop, text[at:stop], out
        at = stop
