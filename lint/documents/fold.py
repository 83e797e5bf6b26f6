"""Fold a block's text to plain typing, and keep the map to its source.

Non-breaking and other spaces, line ends and runs of them become one space; soft hyphens, zero-width and control
characters, undefined footnote marks (``[^1]``) go; hyphens that do not break become "-", curly quotes straight,
ligatures two letters; a letter and its combining accents one character, where Unicode has it. A URL is no copy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

Run = tuple[int, int, int, int]
"""A run of text and the run of source that it was written as: text start, text end, source start, source end."""

_SPACE = r"\t-\r \x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_GONE = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_URL = r"""(?:https?://|www\.)[^\s<>"]*[^\s<>"'.,;:!?)\]]"""
_NOTE = r"\[\^[\w-]{1,20}\]"
_EDIT = re.compile(
    rf"(?:[{_SPACE}{_GONE}]+|(?<!\w){_URL}|{_NOTE})+"
    r"|[\u2010\u2011\u2018-\u201b\u02bc\u201c-\u201f\ufb00-\ufb06]"
)
_BLANK = re.compile(rf"[{_SPACE}]|{_URL}")
_LETTERS = {
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **{letter: unicodedata.normalize("NFKC", letter) for letter in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"},
}
# At most eight marks: normalising longer runs sorts them in quadratic time, and no language writes them.
_ACCENTED = re.compile(r"[^\u0300-\u036f\u1dc0-\u1dff][\u0300-\u036f\u1dc0-\u1dff]{1,8}|[\u212a\u212b\u2126]")


def fold(text: str, runs: Sequence[Run]) -> tuple[str, list[Run]]:
    """Return the folded text, without white space at its ends, and its runs."""
    edits: list[tuple[int, int, str]] = []
    for match in _EDIT.finditer(text):
        found = match.group()
        if found == " ":
            continue
        edits.append((match.start(), match.end(), _plain(found)))
    text, runs = rewrite(text, runs, edits) if edits else (text, list(runs))
    if not text.isascii():
        composed = [(m.start(), m.end(), unicodedata.normalize("NFC", m.group())) for m in _ACCENTED.finditer(text)]
        text, runs = rewrite(text, runs, [edit for edit in composed if edit[2] != text[edit[0] : edit[1]]])
    start, end = len(text) - len(text.lstrip(" ")), len(text.rstrip(" "))
    if (start, end) == (0, len(text)):
        return text, list(runs)
    return rewrite(text, runs, [(0, start, ""), (max(end, start), len(text), "")])


def _plain(found: str) -> str:
    if found in _LETTERS:
        return _LETTERS[found]
    return " " if _BLANK.search(found) else ""


def rewrite(text: str, runs: Sequence[Run], edits: Iterable[tuple[int, int, str]]) -> tuple[str, list[Run]]:
    """Replace stretches of a text (in order, disjoint) and carry the runs along."""
    parts: list[str] = []
    out: list[Run] = []
    length, at, index = 0, 0, 0

    def keep(upto: int) -> None:
        nonlocal length, at, index
        parts.append(text[at:upto])
        while at < upto:
            while runs[index][1] <= at:
                index += 1
            run = runs[index]
            stop = min(upto, run[1])
            length = _append(out, length, stop - at, *_part(run, at, stop))
            at = stop

    for start, end, new in edits:
        keep(start)
        if new and start < end:
            while runs[index][1] <= start:
                index += 1
            last = index
            while runs[last][1] < end:
                last += 1
            source = _part(runs[index], start, min(end, runs[index][1]))[0]
            parts.append(new)
            length = _append(out, length, len(new), source, _part(runs[last], max(start, runs[last][0]), end)[1])
        at = end
    keep(len(text))
    return "".join(parts), out


def _part(run: Run, start: int, end: int) -> tuple[int, int]:
    if run[1] - run[0] == run[3] - run[2]:
        return run[2] + start - run[0], run[2] + end - run[0]
    return run[2], run[3]


def _append(out: list[Run], at: int, length: int, start: int, end: int) -> int:
    """Add a run, or lengthen the last one where both map character by character and touch; return the new length."""
    stop = at + length
    if out and end - start == length:
        last = out[-1]
        if last[3] == start and last[1] - last[0] == last[3] - last[2]:
            out[-1] = (last[0], stop, last[2], end)
            return stop
    out.append((at, stop, start, end))
    return stop
