"""A hit: wrong words in the text of a document, before they become a claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lint.claims import Claim, Evidence, Place
from lint.documents.document import Document
from lint.terms.data import ErrorKind

_CURLY = "\u2019"


@dataclass(frozen=True, slots=True)
class Hit:
    """Wrong words at ``[start:end]`` of a text, what would be right ("" to take them out, or where unknown).

    ``safe``: there is one right answer. ``why`` is what ``explain`` shows. ``glued`` hits are none where markup stands
    between them and the word before.
    """

    start: int
    end: int
    right: str
    kind: ErrorKind
    safe: bool
    why: str
    glued: bool = False

    def overlaps(self, other: Hit) -> bool:
        """Tell whether two hits share a character."""
        return self.start < other.end and other.start < self.end


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in the order of the text; of hits that overlap, the longest, and of equals the first given."""
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        if not any(hit.overlaps(other) for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda hit: hit.start)


def parted(document: Document, hit: Hit) -> bool:
    """Tell whether markup parts a glued hit, or the digits in it, from the word before."""
    if not hit.glued or hit.start == 0:
        return False
    start, end = document.source_span(hit.start - 1, hit.end)
    return document.source[start:end] != document.text[hit.start - 1 : hit.end]


def claim(document: Document, hit: Hit, block: int) -> Claim:
    """Return the hit as a claim at its place in the source."""
    start, end = document.source_span(hit.start, hit.end)
    line, column = document.line_column(start)
    end_line, end_column = document.line_column(end)
    quote = document.source[start:end]
    wrong = document.text[hit.start : hit.end]
    right = hit.right
    if "'" in right and _is_curly(document.source, quote):
        right = right.replace("'", _CURLY)
    # Words with markup, an entity or a line end among them are for a person to mend.
    safe = hit.safe and quote.replace(_CURLY, "'") == wrong and "\n" not in quote
    return Claim(
        kind="term-error",
        condition="",
        slots={"wrong": wrong, "right": right, "error": hit.kind, "safe": "yes" if safe else "no"},
        place=Place(document.path, start, end, line, column, end_line, end_column, quote),
        block=block,
        evidence=(Evidence("pattern", hit.why, wrong),),
    )


def _is_curly(source: str, quote: str) -> bool:
    """Tell whether words have curly apostrophes, or the page has where the words have none."""
    if _CURLY in quote or "'" in quote:
        return _CURLY in quote
    return source.count(_CURLY) > source.count("'")
