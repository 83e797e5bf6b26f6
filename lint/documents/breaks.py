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
SIGN = r"[•‣◦▪▫●○■□·➢➤►✓✔✗✘❌✅☑→»]\ufe0f?"
"""What stands before an item, and nowhere else at the beginning of a line."""
_BEGINS = re.compile(rf"\s*(?:[^\w\s]*[A-Z0-9]|{SIGN} ?\S)")
_SIGNED = re.compile(rf"\n(?=[ \t]*{SIGN} ?\S)")
_DASHED = re.compile(r"\n(?=[ \t]*[–—] \S)")
_BEGINS_DASHED = re.compile(r"(?:\A|:[ \t]*\n)[ \t]*[–—] ")
_LINE = r"[ \t]*[A-Z0-9][^\n]{2,60}[^\n.,;:!?\u2013\u2014-]"
_LINES = re.compile(rf"{_LINE}(?:\n{_LINE}){{2,}}\s*\Z")
"""Three lines or more that begin like one each, are short and do not end as sentences do: a list without any sign."""
_LINE_END = re.compile(r"\n")
_LED = re.compile(rf":\s*{BREAK}(?P<lines>[^{BREAK}]{{1,100}}(?:{BREAK}[^{BREAK}]{{1,100}})+)\Z")


def cuts(text: str) -> list[int]:
    """Return where a block is divided at its line breaks: at a double one, and where a new line begins like one.

    A break in a sentence ("a visit to / Leeds", "about / 70%") is a space, but for the lines behind a colon. So is the end
    of a line of the source, but before the sign of an item.
    """
    found = [match.end() for match in _SIGNED.finditer(text)] if "\n" in text else []
    if "\n" in text and _BEGINS_DASHED.search(text):
        found += [match.end() for match in _DASHED.finditer(text)]
    if BREAK not in text:
        if not found and "\n" in text and _LINES.match(text):
            found = [match.end() for match in _LINE_END.finditer(text.rstrip())]
        return sorted(found)
    led = _LED.search(text)
    begin, at = 0, text.find(BREAK)
    while at >= 0:
        upcoming = text[at + 1 : at + 60].lstrip(" \t\r\n")
        before = text[max(begin, at - 60) : at]
        listed = led is not None and at >= led.start()
        if upcoming.startswith(BREAK) or listed or (_BEGINS.match(upcoming) and not _GOES_ON.search(before)):
            found.append(at + 1)
            begin = at + 1
        at = text.find(BREAK, at + 1)
    return sorted(set(found))


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
