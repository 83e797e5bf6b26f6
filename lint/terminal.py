"""Text that is safe to show, and words marked in their sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lint.excerpts import Excerpt

WIDTH = 100
"""Columns of a line of copy: the same everywhere, so that a report is the same bytes everywhere."""
AROUND = 160
"""Characters of the sentence that are shown on either side of the words."""
LONGEST = 600
"""Characters of the words that are shown."""
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
"""Characters without any width or meaning to a reader: left out."""
_JOINERS = frozenset("\u200c\u200d")

Marked = tuple[str, bool]


def safe(text: str) -> str:
    """Return text in which nothing acts on a terminal or turns the direction of writing: such characters are spelt."""
    return "".join(map(_safe, text)) if not (text.isascii() and text.isprintable()) else text


def _safe(character: str) -> str:
    if character in _UNSEEN:
        return ""
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn") and character not in _JOINERS:
        return f"\\u{ord(character):04x}" if ord(character) > 0xFF else f"\\x{ord(character):02x}"
    return character


def shorten(text: str, most: int) -> str:
    """Return text without its middle where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    half = (most - 3) // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"


def marked(excerpt: Excerpt, colour: bool, indent: str) -> Iterator[str]:
    """Yield the lines of a sentence with its words marked: underlined below, or in colour."""
    before, after = safe(excerpt.before), safe(excerpt.after)
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    words = shorten(safe(excerpt.words), LONGEST)
    signs = [(c, mark) for part, mark in ((before, False), (words, True), (after, False)) for c in part]
    for line in _wrapped(signs, WIDTH - len(indent)):
        if colour:
            yield indent + "".join(_coloured(line))
            continue
        yield indent + "".join(c for c, _ in line)
        under = "".join(("^" if mark else " ") * width(c) for c, mark in line).rstrip()
        if under:
            yield indent + under


@lru_cache(maxsize=4096)
def width(character: str) -> int:
    """Return the columns that a character takes."""
    if unicodedata.combining(character) or character in _JOINERS or unicodedata.category(character) == "Mn":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _wrapped(signs: Iterable[Marked], most: int) -> Iterator[list[Marked]]:
    line: list[Marked] = []
    filled = 0
    for is_space, run in groupby(signs, key=lambda sign: sign[0] == " "):
        word = list(run)
        columns = sum(width(c) for c, _ in word)
        if not is_space and line and filled + columns > most:
            yield _trimmed(line)
            line, filled = [], 0
        if line or not is_space:
            line += word
            filled += columns
    if line:
        yield _trimmed(line)


def _trimmed(line: list[Marked]) -> list[Marked]:
    while line and line[-1][0] == " ":
        line.pop()
    return line


def _coloured(line: Iterable[Marked]) -> Iterator[str]:
    for mark, run in groupby(line, key=lambda sign: sign[1]):
        words = "".join(c for c, _ in run)
        yield click.style(words, bold=True, underline=True) if mark else words
