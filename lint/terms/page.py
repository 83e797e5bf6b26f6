"""The words of a text that matter, found in one pass for all the checks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import compress, count

from lint.terms.runs import Calls, Check, Met, first, last, words

_AROUND = 9
"""The runs on either side of one that hold every term that it may be in."""
_FIRST, _LAST = Met(first), Met(last)


class Page:
    """A text, in lower case too, and its runs of signs between spaces.

    ``look`` says what a run calls. ``called`` holds for each check that is called the words or shapes that it is called
    by, with the numbers of their runs, in the order of the text; a word that asks for others beside it calls only there.
    """

    def __init__(self, text: str, blocks: Sequence[int], look: Callable[[str], Calls | None]) -> None:
        self.text = text
        low = text.lower()
        if len(low) != len(text):  # a letter whose lower case is longer: keep the offsets
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        self.low = low
        self._blocks = blocks
        self.runs = runs = low.split()
        self.called: dict[Check, dict[str, list[int]]] = {}
        looked = list(map(look, runs))
        runs.append("")  # what stands beside the first and the last
        called = self.called
        for at in compress(count(), looked):
            if asked := looked[at]:
                checks, sides = asked
                if sides is None or self._beside(at, *sides):
                    for check, word in checks:
                        called.setdefault(check, {}).setdefault(word, []).append(at)

    def _beside(self, at: int, before: frozenset[str], after: frozenset[str]) -> bool:
        """Tell whether one of the words stands directly before a run, or one directly behind it."""
        one, other = self.runs[at - 1], self.runs[at + 1]
        return (one if one.isalpha() else _LAST[one]) in before or (
            other if other.isalpha() else _FIRST[other]
        ) in after

    def before(self, word: str, at: int) -> str:
        """Return the word before a word of a run, "" where there is none."""
        run = self.runs[at]
        if run != word:
            inside = words(run)
            if here := inside.index(word):
                return inside[here - 1]
        near = self.runs[at - 1]
        return near if near.isalpha() else self._last(at - 1)

    def behind(self, word: str, at: int) -> str:
        """Return the word behind a word of a run, "" where there is none."""
        run = self.runs[at]
        if run != word:
            inside = words(run)
            if inside[-1] != word:
                return inside[inside.index(word) + 1]
        near = self.runs[at + 1]
        return near if near.isalpha() else self._first(at + 1)

    def _first(self, at: int) -> str:
        """Return the first word from a run on."""
        for here in range(at, len(self.runs)):
            if found := words(self.runs[here]):
                return found[0]
        return ""

    def _last(self, at: int) -> str:
        """Return the last word up to a run."""
        for here in range(at, -1, -1):
            if found := words(self.runs[here]):
                return found[-1]
        return ""

    def around(self, word: str, at: int) -> tuple[list[str], int]:
        """Return the words around a word of a run, and its place among them."""
        before = [found for run in self.runs[max(0, at - _AROUND) : at] for found in words(run)]
        behind = [found for run in self.runs[at : at + _AROUND] for found in words(run)]
        return before + behind, len(before) + behind.index(word)

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
