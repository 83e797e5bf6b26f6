"""Word lists, read when the first unknown word is met."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from lint.terms.listed import Listed


class WordLists:
    """The word lists of the packs: those named ``common``, ``medical``, ``clinical`` and ``shared`` by role, every other one known.

    A list holds one word a line, in lower case, and ``lexicon-pairs*`` two; those named ``lexicon-known*`` must be
    sorted by their bytes.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)

    def _read(self, start: str) -> frozenset[str]:
        words: set[str] = set()
        for path in self._paths:
            if path.name.startswith(start):
                words.update(path.read_text(encoding="utf-8").split())
        return frozenset(words)

    @cached_property
    def common(self) -> frozenset[str]:
        """Everyday words, and frequent words of health pages."""
        return self._read("lexicon-common")

    @cached_property
    def medical(self) -> frozenset[str]:
        """Right medical words, which misspellings are held against."""
        return self._read("lexicon-medical")

    @cached_property
    def clinical(self) -> frozenset[str]:
        """Everyday words of medicine that other trades have no use for: where one stands, medicine is spoken of."""
        return self._read("lexicon-clinical")

    @cached_property
    def shared(self) -> frozenset[str]:
        """Words of medicine that general English has too: a slip of one is known by the words around it."""
        return self._read("lexicon-shared")

    @cached_property
    def pairs(self) -> frozenset[str]:
        """Pairs of words that stand side by side in medical names, with a space between them."""
        lines: set[str] = set()
        for path in self._paths:
            if path.name.startswith("lexicon-pairs"):
                lines.update(path.read_text(encoding="utf-8").splitlines())
        return frozenset(lines)

    @cached_property
    def other(self) -> frozenset[str]:
        """Right words of small lists, such as the names of a house."""
        starts = ("lexicon-common", "lexicon-medical", "lexicon-known", "lexicon-pairs", "lexicon-shared")
        words: set[str] = set()
        for path in self._paths:
            if not path.name.startswith(starts):
                words.update(path.read_text(encoding="utf-8").lower().split())
        return frozenset(words)

    @cached_property
    def _known(self) -> tuple[Listed, ...]:
        return tuple(Listed(path.read_bytes()) for path in self._paths if path.name.startswith("lexicon-known"))

    def has(self, word: str) -> bool:
        """Tell whether a lower-case word stands in any of the lists."""
        if word in self.common or word in self.medical or word in self.other:
            return True
        return any(word in listed for listed in self._known)
