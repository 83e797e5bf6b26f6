"""What holds for every page: reading it never fails, its blocks are in order, and every place is mapped back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import READERS, parse
from lint.documents.document import Document
from lint.errors import ReadError

SUFFIXES = sorted(READERS)
MARKUP = [
    "<p>", "</p>", "<td>", "<table>", "</table>", "<tr>", "<th scope=row>", "<li>", "<ul>", "</ul>", "</li>",
    "<!-- c -->", "<!--", "&nbsp;", "&amp;", "&#8217;", "e&#769;", "<b>", "</b>", "<code>", "</code>", "<br>",
    "<sup>1</sup>", "<sup>", "<h1>", "</h1>", "<h2>", "text ", "70% ", "\n", "\r\n", "\n\n", "**", "*", "`",
    "```\n", "- ", "1. ", "> ", "~~", "| a | b |\n", "|-|-|\n", "[^1]", "[^1]: n", "---\n", "title: x\n",
    "{/* c */}", "{", "}", "<A b={1}>", "é", "e\u0301", "\u00ad", "\u2011", "\u201c", "\t", "    ",
    "<span hidden>", "</span>", "<details>", "<summary>", "<dl><dt>", "<dd>", "<caption>", "<title>",
    "<script>", "</script>", "<meta name=description content='a&amp;b'>", "<nav>", "</nav>", "<a ", "\"", "'",
    "=", "===\n", "A.\n", "Head\n\n", "https://x.y/1 ", "🙂", ":   - ", "• ", "\u200b", "www.", "it:\n", "|",
]  # fmt: skip


def check(document: Document) -> None:
    at = 0
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        assert block.start == at
        assert text.strip() == text != ""
        assert "\n" not in text
        assert "  " not in text
        assert all(heading < index for heading in block.headings)
        assert block.lead is None or block.lead < index
        at = block.end + 1
    assert len(document.text) == max(0, at - 1)
    at = source_at = 0
    for segment in document.segments:
        assert document.text[at : segment.start].strip("\n") == ""
        assert segment.start < segment.end
        assert source_at <= segment.source_start < segment.source_end <= len(document.source)
        if segment.end - segment.start == segment.source_end - segment.source_start:
            source_at = segment.source_end
        else:
            source_at = segment.source_start
        at = segment.end
    assert at == len(document.text)
    for comment in document.comments:
        assert 0 <= comment.start < comment.end <= len(document.source)
        assert comment.block is None or 0 <= comment.block < len(document.blocks)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=200))
def test_reading_never_fails_on_any_bytes(suffix: str, data: bytes) -> None:
    try:
        document = parse(data, f"page{suffix}")
    except ReadError:
        return
    check(document)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=80, deadline=None)
@given(
    pieces=st.lists(st.sampled_from(MARKUP) | st.text(max_size=4), max_size=40),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_blocks_and_places_are_in_order_on_any_markup(suffix: str, pieces: list[str], encoding: str) -> None:
    data = "".join(pieces).encode(encoding, "replace")
    try:
        document = parse(data, f"page{suffix}")
    except ReadError:
        return
    check(document)


LETTERS = "abcdezAB7é"


def _plain(letter: str) -> list[str]:
    return [letter, unicodedata.normalize("NFD", letter), f"{letter}\u00ad"]


WAYS: dict[str, Callable[[str], list[str]]] = {
    ".txt": _plain,
    ".md": lambda letter: [*_plain(letter), f"&#{ord(letter)};", f"<b>{letter}</b>"],
    ".html": lambda letter: [*_plain(letter), f"&#x{ord(letter):x};", f"<i>{letter}</i>", f"{letter}<!-- c -->"],
}
GAPS = {
    ".txt": [" ", "\u00a0", "\u2009 ", "\n", "\r\n"],
    ".md": [" ", "&nbsp;", "\u00a0", "\r\n", " [^n] ", "<!-- c --> "],
    ".html": [" ", "&#160;", "\r\n\t", "<br> ", " <sup>1</sup> ", "<code>x</code>", "<b> </b>"],
}


@pytest.mark.parametrize("suffix", sorted(WAYS))
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_a_span_mapped_to_the_source_is_what_was_written(suffix: str, data: st.DataObject) -> None:
    """Words written in as many ways as there are (entities, accents, tags inside) are found where they stand."""
    words = data.draw(st.lists(st.text(LETTERS, min_size=1, max_size=5), min_size=1, max_size=6))
    source = "<p>" if suffix == ".html" else ""
    text = ""
    places: list[tuple[int, int, int, int]] = []
    for word in ["so", *words, "on"]:
        if text:
            source += data.draw(st.sampled_from(GAPS[suffix]))
            text += " "
        first, start = len(source), len(text)
        for letter in word:
            source += data.draw(st.sampled_from(WAYS[suffix](letter)))
            text += letter
        places.append((start, len(text), first, len(source)))
    document = parse(source.encode(), f"page{suffix}")
    joined = document.text.replace("\n", " ")
    assert joined == text
    for start, end, first, last in places:
        found = document.source_span(start, end)
        written = document.source[first:last]
        # Tags, comments and soft hyphens at the edges of a word are no part of it.
        assert first <= found[0] < found[1] <= last
        for edge in (document.source[first : found[0]], document.source[found[1] : last]):
            assert edge.strip("\u00ad") in ("", "<b>", "</b>", "<i>", "</i>", "<!-- c -->"), (written, edge)
