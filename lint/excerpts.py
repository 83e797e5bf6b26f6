"""The sentence around a place as a reader sees it, for reports and ``explain``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lint import documents
from lint.claims import Place
from lint.errors import ReadError

if TYPE_CHECKING:
    from lint.documents.document import Document

KEPT = 100
"""Files that are remembered: a report goes through them in order, and many findings name the same few others."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a place, and what stands before and after them in their sentence, without markup and line breaks."""

    before: str
    words: str
    after: str


@dataclass
class Excerpts:
    """Reads the files of a run anew for the sentences that a report shows; remembers those asked for last.

    ``sources`` are the files by name: a path, or the bytes of a text that is on no disk.
    """

    sources: Mapping[str, Path | bytes]
    _documents: dict[str, Document | None] = field(default_factory=dict, repr=False)
    _sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def document(self, path: str) -> Document | None:
        """Return a file of the run as a document, or None where it cannot be read."""
        if path in self._documents:
            self._documents[path] = self._documents.pop(path)  # the last to be forgotten
        else:
            while len(self._documents) >= KEPT:
                forgotten = next(iter(self._documents))
                del self._documents[forgotten]
                self._sentences.pop(forgotten, None)
            source = self.sources.get(path)
            try:
                if isinstance(source, bytes):
                    self._documents[path] = documents.parse(source, path)
                else:
                    self._documents[path] = documents.read(source, path) if source else None
            except ReadError:
                self._documents[path] = None
        return self._documents[path]

    def source(self, place: Place) -> str | None:
        """Return the decoded file of a place, or None where its words do not stand there (any more)."""
        document = self.document(place.path)
        if document is None or document.source[place.start : place.end] != place.quote:
            return None
        return document.source

    def sentences(self, path: str) -> list[tuple[int, int]]:
        """Return the sentences of a file as spans of its document's text, in their order."""
        if path not in self._sentences:
            from lint.language.sentences import split

            document = self.document(path)
            blocks = document.blocks if document else ()
            text = document.text if document else ""
            self._sentences[path] = [s for block in blocks for s in split(text[block.start : block.end], block.start)]
        return self._sentences[path]

    def of(self, place: Place) -> Excerpt:
        """Return a place's words in their sentence; the source's words alone where no text is made of them."""
        document = self.document(place.path)
        if document is None or document.source[place.start : place.end] != place.quote:
            return Excerpt("", _flat(place.quote), "")  # the file was changed meanwhile
        span = text_span(document, place.start, place.end)
        if span is None:
            return Excerpt("", _flat(place.quote), "")
        start, end = span
        spans = self.sentences(place.path)
        for first, last in spans[max(bisect_left(spans, (span[0] + 1, 0)) - 1, 0) :]:
            if first >= span[1]:
                break
            if last > span[0]:
                start, end = min(start, first), max(end, last)
        text = document.text
        before, words, after = text[start : span[0]], text[slice(*span)], text[span[1] : end]
        return Excerpt(_flat(before).lstrip(), _flat(words), _flat(after).rstrip())

    def words(self, place: Place) -> str:
        """Return a place's words as a reader sees them, on one line."""
        return self.of(place).words.strip()


def text_span(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Map a span of the source to the text that is made of it, or None where there is none."""
    found = []
    for segment in document.segments:
        if segment.source_start < end and start < segment.source_end:
            straight = segment.end - segment.start == segment.source_end - segment.source_start
            first = max(start - segment.source_start, 0) if straight else 0
            rest = max(segment.source_end - end, 0) if straight else 0
            found.append((segment.start + first, segment.end - rest))
    return (min(first for first, _ in found), max(last for _, last in found)) if found else None


def _flat(text: str) -> str:
    """Return text with each run of white space as one space."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"
