from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from lint.documents import parse, read
from lint.documents.decode import decode, encode
from lint.errors import ReadError

COPY = "Bone pain – “often” at night, says Zoë: 70 % of women.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (COPY.encode("utf-8"), "utf-8", False),
        (COPY.encode("utf-8-sig"), "utf-8", True),
        (codecs.BOM_UTF16_LE + COPY.encode("utf-16-le"), "utf-16-le", True),
        (codecs.BOM_UTF16_BE + COPY.encode("utf-16-be"), "utf-16-be", True),
        (codecs.BOM_UTF32_LE + COPY.encode("utf-32-le"), "utf-32-le", True),
        (COPY.encode("utf-16-le"), "utf-16-le", False),
        (COPY.encode("utf-16-be"), "utf-16-be", False),
        (COPY.encode("cp1252"), "cp1252", False),
    ],
)
def test_reads_every_common_encoding_and_writes_it_back(data: bytes, encoding: str, bom: bool) -> None:
    found = decode(data, "page.txt")
    assert (found.text, found.encoding, found.bom) == (COPY, encoding, bom)
    assert encode(found.text, found.encoding, found.bom, "page.txt") == data


def test_bytes_that_windows_1252_leaves_open_are_read_as_latin_1() -> None:
    data = b"caf\xe9 \x81 here, and some more words"
    found = decode(data, "page.txt")
    assert found.encoding == "latin-1"
    assert encode(found.text, found.encoding, found.bom, "page.txt") == data


def test_one_stray_byte_does_not_garble_the_rest_of_a_utf8_page() -> None:
    found = decode("Zoë Ångström was ".encode() + b"\x93cured\x94", "page.txt")
    assert found.text == "Zoë Ångström was “cured”"
    with pytest.raises(ReadError, match="mixes two encodings"):
        encode(found.text, found.encoding, found.bom, "page.txt")


def test_a_letter_that_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(ReadError, match="save it as UTF-8"):
        encode("≥ 70%", "cp1252", False, "page.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 text", "a PDF file"),
        (b"PK\x03\x04 words", "Word"),
        (b"\x89PNG\r\n", "an image"),
        (b"some\x00binary\x00\x00\x00content\x01\x02\x03", "not a text file"),
        (bytes(range(1, 30)) * 20, "not a text file"),
        (codecs.BOM_UTF8 + b"a\x00b", "not a text file"),
    ],
)
def test_binary_content_is_refused_in_plain_words(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        parse(data, "page.txt")
    assert caught.value.path == "page.txt"


def test_a_single_control_character_is_no_reason_to_refuse_a_page() -> None:
    document = parse(b"The liver is \x07next in line, and the lungs come after that.", "page.txt")
    assert document.text == "The liver is next in line, and the lungs come after that."


def test_offsets_are_without_the_bom_and_keep_line_ends() -> None:
    document = parse(codecs.BOM_UTF8 + b"One.\r\n\r\nTwo.", "page.txt")
    assert document.source == "One.\r\n\r\nTwo."
    assert document.source_span(document.text.index("Two"), len(document.text)) == (8, 12)
    assert document.line_column(8) == (3, 1)
    assert document.bom


def test_unknown_suffix_and_missing_file_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"name a \.txt, \.md"):
        parse(b"x", "page.docx")
    with pytest.raises(ReadError, match="cannot be read: No such file"):
        read(tmp_path / "none.txt", "none.txt")
    with pytest.raises(ReadError, match="cannot be read"):
        read(tmp_path, "folder.txt")


def test_suffix_is_read_without_regard_to_case() -> None:
    assert parse(b"<p>Hello there</p>", "PAGE.HTM").text == "Hello there"
