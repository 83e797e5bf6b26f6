"""Hostile pages cost no more than their size: eight times the page, not sixty-four times the work."""

from __future__ import annotations

import contextlib
import sys
import time
from types import FrameType
from typing import Any

import pytest

from lint.documents import parse
from lint.errors import ReadError

HOSTILE = [
    (".html", "<a "),
    (".html", "<!-- "),
    (".html", "<!--"),
    (".html", "<div>"),
    (".html", "<b>"),
    (".html", "<ul><li>"),
    (".html", "<table><tr><td>"),
    (".html", "<section><div><li></li>"),
    (".html", "</p>"),
    (".html", "<span hidden>"),
    (".html", "&"),
    (".html", "&#"),
    (".html", "<a b='"),
    (".html", "<sup>1"),
    (".html", "<tr><td rowspan=1000 colspan=1000>"),
    (".html", "<tr><th>a<th>b"),
    (".html", "x <br> "),
    (".html", "<title>"),
    (".html", "<details><summary>x"),
    (".html", "\u0301\u0316"),
    (".html", "http://)"),
    (".md", "**a"),
    (".md", "[a](<"),
    (".md", "<!-- "),
    (".md", "> - "),
    (".md", "<div>\n\n"),
    (".md", "[^1]: a\n"),
    (".mdx", "{"),
    (".mdx", "`{` "),
    (".mdx", "<A b={"),
    (".txt", "a:  - b"),
    (".txt", " "),
    (".txt", "a  b\n"),
    (".txt", "A:\nb\nc\n"),
    (".txt", "<!-- medcopy"),
    (".txt", "---"),
]
SMALL, TIMES = 3_000, 8


def _read(suffix: str, source: str) -> None:
    with contextlib.suppress(ReadError):
        parse(source.encode(), f"page{suffix}")


def _calls(suffix: str, source: str) -> int:
    """Count the calls, of Python and of C, that reading a page takes."""
    count = 0

    def note(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        _read(suffix, source)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("suffix", "piece"), HOSTILE)
def test_work_grows_with_the_size_of_the_page(suffix: str, piece: str) -> None:
    small, large = (piece * (size // len(piece)) for size in (SMALL, SMALL * TIMES))
    assert _calls(suffix, large) <= (TIMES + 2) * _calls(suffix, small) + 1000


@pytest.mark.parametrize(("suffix", "piece"), HOSTILE)
def test_time_inside_one_call_does_not_explode(suffix: str, piece: str) -> None:
    """What the count of calls cannot see, a search that starts over, shows in the best of three times."""

    def best(source: str) -> float:
        times = []
        for _ in range(3):
            before = time.process_time()
            _read(suffix, source)
            times.append(time.process_time() - before)
        return min(times)

    small, large = (piece * (size // len(piece)) for size in (SMALL, SMALL * TIMES))
    assert best(large) <= 4 * TIMES * (best(small) + 0.001)


def test_deep_nesting_does_not_end_in_a_recursion_error() -> None:
    depth = 100_000
    document = parse(("<div>" * depth + "The knee." + "</div>" * depth).encode(), "page.html")
    assert document.text == "The knee."
    front = "---\ntitle: " + "[" * depth + "\n---\nThe knee.\n"
    assert parse(front.encode(), "page.md").text.endswith("The knee.")
