"""Read a page from a string, and show its blocks as plain tuples."""

from __future__ import annotations

from lint.documents import parse
from lint.documents.document import Document


def page(text: str, suffix: str) -> Document:
    return parse(text.encode("utf-8"), f"page{suffix}")


def blocks(document: Document) -> list[tuple[str, str]]:
    """Role (with the level of a heading or the depth of an item) and text of each block."""
    return [(f"{b.role}{b.level or ''}", document.block_text(i)) for i, b in enumerate(document.blocks)]


def texts(document: Document) -> list[str]:
    return [document.block_text(index) for index in range(len(document.blocks))]


def above(document: Document, text: str) -> list[str]:
    """The headings above the block with that text."""
    return [document.block_text(index) for index in document.blocks[texts(document).index(text)].headings]


def lead(document: Document, text: str) -> str | None:
    index = document.blocks[texts(document).index(text)].lead
    return None if index is None else document.block_text(index)


def heads(document: Document, text: str) -> tuple[list[str], list[str]]:
    """The column headers and row headers of the cell with that text."""
    cell = document.blocks[texts(document).index(text)].cell
    assert cell is not None
    return [document.block_text(i) for i in cell.column_headers], [document.block_text(i) for i in cell.row_headers]


def source_of(document: Document, words: str) -> str:
    """What the first such words in the text are in the source."""
    start = document.text.index(words)
    first, last = document.source_span(start, start + len(words))
    return document.source[first:last]
