"""The sentence around a place, cut from the source, for reports and ``explain``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lint import documents
from lint.claims import Place
from lint.documents.document import Document
from lint.errors import ReadError
from lint.language.sentences import split


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a place, and what stands before and after them in their sentence; line breaks are spaces."""

    before: str
    words: str
    after: str


@dataclass
class Excerpts:
    """Reads the files of a run anew for the sentences that a report shows; remembers each file's.

    ``sources`` are the files by name: a path, or the bytes of a text that is on no disk.
    """

    sources: Mapping[str, Path | bytes]
    _documents: dict[str, Document | None] = field(default_factory=dict, repr=False)
    _sentences: dict[str, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    def document(self, path: str) -> Document | None:
        """Return a file of the run as a document, or None where it cannot be read."""
        if path not in self._documents:
            source = self.sources.get(path)
            try:
                if isinstance(source, bytes):
                    self._documents[path] = documents.parse(source, path)
                else:
                    self._documents[path] = documents.read(source, path) if source else None
            except ReadError:
                self._documents[path] = None
        return self._documents[path]

    def sentences(self, path: str) -> list[tuple[int, int]]:
        """Return the sentences of a file as source spans, in the order of the source."""
        if path not in self._sentences:
            document = self.document(path)
            spans = [] if document is None else [
                document.source_span(*span)
                for block in document.blocks
                for span in split(document.text[block.start : block.end], block.start)
            ]  # fmt: skip
            self._sentences[path] = sorted(spans)
        return self._sentences[path]

    def of(self, place: Place) -> Excerpt:
        """Return a place's words in their sentence; the words alone where the file no longer holds them there."""
        document = self.document(place.path)
        if document is None or document.source[place.start : place.end] != place.quote or not place.quote:
            return Excerpt("", _flat(place.quote), "")
        spans = self.sentences(place.path)
        at = max(bisect_left(spans, (place.start + 1, 0)) - 1, 0)
        start, end = place.start, place.end
        for first, last in spans[at:]:
            if first >= place.end:
                break
            if last > place.start:
                start, end = min(start, first), max(end, last)
        source = document.source
        before, after = source[start : place.start], source[place.end : end]
        return Excerpt(_flat(before).lstrip(), _flat(place.quote), _flat(after).rstrip())


def _flat(text: str) -> str:
    """Return text with each run of white space as one space."""
    inner = " ".join(text.split())
    lead = " " if text[:1].isspace() and inner else ""
    return f"{lead}{inner}{' ' if text[-1:].isspace() else ''}"
