"""The words of a text, taken apart once for all the checks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+")
_SPACED = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
"""What turns an ASCII text into words with spaces between them, which is faster than a regular expression."""
_STOPS, _MARKS = ".!?,", "&{<_\\"
_SHAPE = "".join(
    "a" if chr(code).isalpha()
    else "0" if chr(code).isdigit()
    else "." if chr(code) in _STOPS
    else "#" if chr(code) in _MARKS
    else chr(code) if chr(code) in ")[%"
    else " "
    for code in range(128)
)  # fmt: skip
_EDGE = "".join("a" if sign == "a" else "1" if sign in "0.)%" else " " for sign in _SHAPE)
_SIGNS = (
    "\u2019\u2018\u201c\u201d\u2013\u2014\u2010\u2011\u2026\u2022\u00a0\u00b0\u00ae\u2122\u00ad\u00b1\u00b7\u2265\u2264"
)
"""Signs of typography, without which most texts are ASCII."""


class Page:
    """A text, in lower case too, and its lower-case words in order (``words``) and distinct (``have``).

    ``shape`` is the text with "a" for every letter, "0" for every figure, "." for stops and commas, "#" for signs of
    markup; ``edge`` tells whether a letter follows a figure or such a sign. ``live`` are the distinct words less those that are known to be right and that no rule goes by.
    """

    def __init__(self, text: str, blocks: Sequence[int] = ()) -> None:
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
        self.shape = plain.translate(_SHAPE)
        self.edge = "1a" in plain.translate(_EDGE)
        self.words: list[str] = plain.translate(_SPACED).split() if plain.isascii() else _WORD.findall(plain)
        self.have = set(self.words)
        self.live = self.have

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
