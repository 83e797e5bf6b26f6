"""The report by article: each as its reader sees it, with the claims marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.claims import Place
from lint.comparison.corpus import Statement
from lint.documents.document import Document
from lint.excerpts import text_span
from lint.findings import Finding
from lint.reports.html.data import ArticleView, Note, Spot
from lint.reports.html.spots import Spots, page_anchor, severities, standings
from lint.reports.html.states import counts
from lint.reports.html.structure import Span, lines, nodes


def articles(spots: Spots) -> tuple[ArticleView, ...]:
    """Return every article that was read and is reported on, in the order of the paths."""
    loose: dict[str, list[Finding]] = {}
    for finding in spots.result.findings:
        if finding.claim is None:
            loose.setdefault(finding.place.path, []).append(finding)
    return tuple(
        _article(spots, page.path, spots.seen.case.pages.get(page.path, ()), loose)
        for page in spots.seen.pages
        if page.status == "read" and spots.shown(page.path)
    )


def _article(
    spots: Spots, path: str, statements: Sequence[Statement], loose: Mapping[str, Sequence[Finding]]
) -> ArticleView:
    document = spots.seen.excerpts.document(path)
    found = [(statement.place, spot) for statement in statements if (spot := spots.find(statement))]
    own = tuple(spot for _, spot in found)
    spans = _spans(document, found) if document else []
    sentences = spots.seen.excerpts.sentences(path)
    return ArticleView(
        page_anchor(path),
        path,
        _title(document),
        spots.urls.of(path, 1),
        nodes(document, lines(document, spans, _changed(document, spots))) if document else (),
        own,
        counts([spot.state for spot in own]),
        len(sentences),
        len(sentences) - _spoken(sentences, spans),
        tuple(Note(spots.findings[id(f)], f.rule, f.severity, f.message) for f in loose.get(path, ())),
        severities(own),
        standings(own),
    )


def _spans(document: Document, found: Sequence[tuple[Place, Spot]]) -> list[Span]:
    spans = []
    for place, spot in found:
        if document.source[place.start : place.end] == place.quote:  # else the file was changed meanwhile
            span = text_span(document, place.start, place.end)
            if span is not None and span[0] < span[1]:
                spans.append((*span, spot))
    return sorted(spans, key=lambda span: (span[0], span[1], span[2].anchor))


def _changed(document: Document, spots: Spots) -> frozenset[int]:
    """Return the indices of the blocks that the change which the report is about touches."""
    since = spots.since
    if since is None:
        return frozenset()
    found = []
    for index, block in enumerate(document.blocks):
        if block.start < block.end:
            start, end = document.source_span(block.start, block.end)
            first, last = document.line_column(start)[0], document.line_column(max(end - 1, start))[0]
            if since.overlaps(document.path, first, last):
                found.append(index)
    return frozenset(found)


def _spoken(sentences: Sequence[tuple[int, int]], spans: Sequence[Span]) -> int:
    """Return how many sentences hold words of a claim; both are in the order of their starts."""
    number, first = 0, 0
    for start, end in sentences:
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        at = first
        while at < len(spans) and spans[at][0] < end:
            if spans[at][1] > start:
                number += 1
                break
            at += 1
    return number


def _title(document: Document | None) -> str:
    for role in ("title", "heading"):
        for index, block in enumerate(document.blocks if document else ()):
            if block.role == role and document is not None:
                return " ".join(document.block_text(index).split())
    return ""
