"""The words of a text, taken apart once for all the checks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import compress

_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_STOPS, _MARKS = ".!?,", "&{<_\\"


def _table(signs: str) -> bytes:
    """Return what turns ASCII bytes into those signs, which is faster than a regular expression on a text."""
    return signs.encode().ljust(256)


_SPACED = _table("".join(chr(code) if chr(code).isalpha() else " " for code in range(128)))
"""What leaves words with spaces between them."""
_SHAPES = "".join(
    "a" if chr(code).isalpha()
    else "0" if chr(code).isdigit()
    else "." if chr(code) in _STOPS
    else "#" if chr(code) in _MARKS
    else chr(code) if chr(code) in ")[%"
    else " "
    for code in range(128)
)  # fmt: skip
_SHAPE = _table(_SHAPES)
_EDGE = _table("".join("a" if sign == "a" else "1" if sign in "0.)%" else " " for sign in _SHAPES))
_SIGNS = (
    "\u2019\u2018\u201c\u201d\u2013\u2014\u2010\u2011\u2026\u2022\u00a0\u00b0\u00ae\u2122\u00ad\u00b1\u00b7\u2265\u2264"
)
"""Signs of typography, without which most texts are ASCII."""


class Page:
    """A text, in lower case too, its lower-case words in order, and of the words that matter where in ``words`` they stand.

    ``matters`` says of a word whether anything may be wrong with it or beside it; ``live`` has those, in the order of the
    text. ``shape`` is the text, in bytes, with "a" for every letter, "0" for every figure, "." for stops and commas, "#" for
    signs of markup; ``edge`` tells whether a letter follows a figure or such a sign.
    """

    def __init__(self, text: str, blocks: Sequence[int], matters: Callable[[str], bool]) -> None:
        self.text = text
        low = text.lower()
        if len(low) != len(text):  # a letter whose lower case is longer: keep the offsets
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self.low = low
        self._blocks = blocks
        plain = low
        if not plain.isascii():
            for sign in _SIGNS:
                plain = plain.replace(sign, " ")
        if plain.isascii():
            signs = plain.encode()
            words = signs.translate(_SPACED).decode().split()
        else:
            signs = _FOREIGN.sub(" ", plain).encode()
            words = _WORD.findall(plain)
        self.words: list[str] = words
        self.shape = signs.translate(_SHAPE)
        self.edge = b"1a" in signs.translate(_EDGE)
        self.live: dict[str, list[int]] = {}
        for at in compress(range(len(words)), map(matters, words)):
            self.live.setdefault(words[at], []).append(at)

    @cached_property
    def have(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)

    def places(self, word: str) -> Iterator[int]:
        """Yield where a lower-case word begins in the text."""
        low, size = self.low, len(word)
        at = low.find(word)
        while at >= 0:
            if not low[at - 1 : at].isalpha() and not low[at + size : at + size + 1].isalpha():
                yield at
            at = low.find(word, at + size)

    def block(self, at: int) -> int:
        """Return the number of the block that holds a place of the text."""
        return bisect_right(self._blocks, at)

    def together(self, start: int, end: int) -> bool:
        """Tell whether ``[start:end]`` lies within one block."""
        return self.block(start) == self.block(end - 1)
