"""Bytes to text: whatever encoding a person would have on disk, and a plain refusal of what is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lint.errors import ReadError

MIXED = "mixed"
"""The encoding of a file that no single codec reads: its text cannot be written back byte for byte."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROL = bytes(c for c in range(0x20) if c not in b"\t\n\v\f\r\x1a\x1b")
_CONTROL_SHARE = 20
"""More than one control character in this many bytes: no text."""

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its BOM, the codec that reads it (or ``MIXED``) and whether it had a BOM."""

    text: str
    encoding: str
    bom: bool = False


def decode(data: bytes, shown: str) -> Decoded:
    """Decode a file: by its BOM, else as UTF-8, else as UTF-16 where zero bytes alternate, else as Windows-1252.

    Single bytes that are not UTF-8 in a file that otherwise is are read as Windows-1252. Raises ReadError for
    binary content.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"is {what}, not a text file: save its text as .txt, .md or .html", shown)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _with_bom(data[len(mark) :], encoding, shown)
    if b"\0" in data:
        return _utf16(data, shown)
    if len(data.translate(None, _CONTROL)) * _CONTROL_SHARE < len(data) * (_CONTROL_SHARE - 1):
        raise _binary(shown)
    return _eight_bit(data)


def encode(text: str, encoding: str, bom: bool, shown: str) -> bytes:
    """Return the bytes of a text in a document's encoding, so that a file is written back as it was found.

    Raises ReadError where the encoding cannot hold the text.
    """
    if encoding == MIXED:
        raise ReadError("mixes two encodings, so that it cannot be written back: save it as UTF-8 first", shown)
    mark = next(mark for mark, name in _BOMS if name == encoding) if bom else b""
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = text[error.start]
        raise ReadError(f"is {encoding}, which has no {letter!r}: save it as UTF-8 first", shown) from error


def _binary(shown: str) -> ReadError:
    return ReadError("is not a text file (it holds binary data): name a .txt, .md or .html file", shown)


def _with_bom(data: bytes, encoding: str, shown: str) -> Decoded:
    if encoding == "utf-8":
        if b"\0" in data:
            raise _binary(shown)
        decoded = _eight_bit(data)
        return Decoded(decoded.text, decoded.encoding if decoded.encoding == "utf-8" else MIXED, True)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text, encoding = data.decode(encoding, "replace"), MIXED
    if "\0" in text or text.count("\ufffd") * _CONTROL_SHARE > len(text):
        raise _binary(shown)
    return Decoded(text, encoding, True)


def _utf16(data: bytes, shown: str) -> Decoded:
    even, odd = data[::2].count(0), data[1::2].count(0)
    # Western text in UTF-16 has a zero in nearly every second byte, all on one side.
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) * 4 < len(data) or min(even, odd) * 8 > max(even, odd):
        raise _binary(shown)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _binary(shown) from error
    if "\0" in text or sum(c < " " and c not in "\t\n\v\f\r" for c in text) * _CONTROL_SHARE > len(text):
        raise _binary(shown)
    return Decoded(text, encoding)


def _eight_bit(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if not _MULTIBYTE.search(data):
        for encoding in ("cp1252", "latin-1"):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:  # the five bytes that Windows-1252 leaves open
                continue
    return Decoded(data.decode("utf-8", _SINGLE_BYTES), MIXED)


_SINGLE_BYTES = "medcopy-single-bytes"


def _single_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    try:
        return byte.decode("cp1252"), error.start + 1
    except UnicodeDecodeError:
        return byte.decode("latin-1"), error.start + 1


codecs.register_error(_SINGLE_BYTES, _single_byte)
