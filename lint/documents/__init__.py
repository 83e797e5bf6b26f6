"""Readers: a file to a Document, one module a format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from lint.documents import decode, html, markdown, text
from lint.documents.document import Document
from lint.errors import ReadError

Reader = Callable[[decode.Decoded, str], Document]

READERS: Mapping[str, Reader] = {
    ".txt": text.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".mdx": markdown.parse_mdx,
    ".html": html.parse,
    ".htm": html.parse,
}


def parse(data: bytes, shown: str) -> Document:
    """Read an article from its bytes; the suffix of ``shown`` says in which format.

    Raises ReadError for binary content and for a suffix that no reader knows.
    """
    suffix = PurePosixPath(shown).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise ReadError(f"is not a format that is read: name a {', '.join(READERS)} file", shown)
    return reader(decode.decode(data, shown), shown)


def read(path: Path, shown: str) -> Document:
    """Read an article from a file; ``shown`` is its name in reports. Raises ReadError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", shown) from error
    return parse(data, shown)
