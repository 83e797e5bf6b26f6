"""Readers: a file to a Document, one module a format. A reader is imported at the first file that needs it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from lint.errors import ReadError

if TYPE_CHECKING:
    from lint.documents.decode import Decoded
    from lint.documents.document import Document

READERS: Mapping[str, tuple[str, str]] = {
    ".txt": ("lint.documents.text", "parse"),
    ".md": ("lint.documents.markdown", "parse"),
    ".markdown": ("lint.documents.markdown", "parse"),
    ".mdx": ("lint.documents.markdown", "parse_mdx"),
    ".html": ("lint.documents.html", "parse"),
    ".htm": ("lint.documents.html", "parse"),
}
"""The module and the function that read a format, by the suffix of its files."""


class Reader(Protocol):
    """Makes a document of a decoded file and its name in reports."""

    def __call__(self, decoded: Decoded, shown: str) -> Document:
        """Return the document; raises ReadError."""


def parse(data: bytes, shown: str) -> Document:
    """Read an article from its bytes; the suffix of ``shown`` says in which format.

    Raises ReadError for binary content and for a suffix that no reader knows.
    """
    from lint.documents import decode

    suffix = PurePosixPath(shown).suffix.lower()
    if suffix not in READERS:
        raise ReadError(f"is not a format that is read: name a {', '.join(READERS)} file", shown)
    return _reader(suffix)(decode.decode(data, shown), shown)


@lru_cache
def _reader(suffix: str) -> Reader:
    module, function = READERS[suffix]
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader


def read(path: Path, shown: str) -> Document:
    """Read an article from a file; ``shown`` is its name in reports. Raises ReadError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", shown) from error
    return parse(data, shown)
