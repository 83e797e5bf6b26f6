"""The words of a text, taken apart once for all the checks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+")
_SPACED = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))
"""What turns an ASCII text into words with spaces between them, which is faster than a regular expression."""
_SHAPE = "".join(
    "a" if chr(code).isalpha() else "0" if chr(code).isdigit() else "." if chr(code) in ".!?," else " "
    for code in range(128)
)
_GLUED = re.compile(r"\d(?:[a-z]{3}|(?<=[a-z]{3}\d)|(?<=[a-z]{3}[.!?,]\d))")
_SIGNS = (
    "\u2019\u2018\u201c\u201d\u2013\u2014\u2010\u2011\u2026\u2022\u00a0\u00b0\u00ae\u2122\u00ad\u00b1\u00b7\u2265\u2264"
)
"""Signs of typography, without which most texts are ASCII."""


class Page:
    """A text, in lower case too, and its lower-case words in order (``words``) and distinct (``have``)."""

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
        self._ascii = plain.isascii()
        self._spaced = plain.translate(_SPACED) if self._ascii else plain
        self.words: list[str] = self._spaced.split() if self._ascii else _WORD.findall(plain)
        self.have = set(self.words)

    @cached_property
    def starts(self) -> list[int]:
        """Where each of the words begins; asked for only where something was found."""
        return [match.start() for match in _WORD.finditer(self._spaced)]

    def figures(self) -> bool:
        """Tell whether a figure is glued to letters, or to a full stop or comma behind letters."""
        if not self.low.isascii():
            return _GLUED.search(self.low) is not None
        shape = self.low.translate(_SHAPE)
        return "aaa0" in shape or "0aaa" in shape or "aaa.0" in shape

    def block(self, at: int) -> int:
        """Return the number of the block that holds a place of the text."""
        return bisect_right(self._blocks, at)

    def together(self, start: int, end: int) -> bool:
        """Tell whether ``[start:end]`` lies within one block."""
        return self.block(start) == self.block(end - 1)
