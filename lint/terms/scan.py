"""The term errors of documents, as claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint import pack_folders
from lint.claims import Claim
from lint.documents.document import Document
from lint.terms.data import Knowledge
from lint.terms.hits import Hit, claim, parted
from lint.terms.words import WordLists

if TYPE_CHECKING:
    from lint.terms.checking import Checks


class Terms:
    """The vocabularies of terms, and the checks that they allow.

    ``files`` are those that they come from. What is in them is taken up when the first page asks for it.
    """

    def __init__(
        self, knowledge: Knowledge | Callable[[], Knowledge], words: WordLists, files: Sequence[Path] = ()
    ) -> None:
        self._files = files
        self._source = knowledge
        self._words = words

    @cached_property
    def digest(self) -> str:
        """The mark of the files."""
        return pack_folders.digest(self._files)

    @cached_property
    def knowledge(self) -> Knowledge:
        """What the files of the packs say. Raises PackError or Problems where it is read late and is wrong."""
        return self._source() if callable(self._source) else self._source

    @cached_property
    def _checks(self) -> Checks:
        from lint.terms.checking import Checks

        return Checks(self.knowledge, self._words)

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the term errors of a document as claims, in the order of the text."""
        hits = self.hits(document)
        if not hits or not document.segments:
            return ()
        starts = [block.start for block in document.blocks]
        return tuple(
            claim(document, hit, max(0, bisect_right(starts, hit.start) - 1))
            for hit in hits
            if hit.start < hit.end and not parted(document, hit)
        )

    def hits(self, document: Document) -> list[Hit]:
        """Return the wrong words of a document, none overlapping another."""
        return self._checks.hits(document)
