"""Ten times the page is about ten times the work: calls are counted, not seconds."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from lint.claims import Evidence
from lint.comparison.corpus import Corpus, PageClaims
from lint.language import tables
from lint.language.extractor import Extractor
from lint.language.units import Sentence
from lint.pack_folders import builtin_directory
from lint.pages import PageReader, Recipe
from lint.shared import Shared
from tests.claim_maker import canon, canonical, claim, packs

HEAD = "# Metastatic breast cancer\n\n"
CLAIM = "About 70% of women with metastatic breast cancer develop metastases in the bone. "


def prose(size: int) -> str:
    return HEAD + (CLAIM + "Bring a list of your questions to the visit.\n\n") * size


def one_paragraph(size: int) -> str:
    return HEAD + CLAIM * size


def items(size: int) -> str:
    return HEAD + "It spreads to:\n\n" + "".join(f"- the liver, in {at % 90 + 1}% of women\n" for at in range(size))


def bare_items(size: int) -> str:
    return HEAD + "It spreads to:\n\n" + "- the bone\n" * size


def rows(size: int) -> str:
    lines = "".join(f"| Place {at} | {at % 90 + 1}% |\n" for at in range(size))
    return f"{HEAD}| Site | Share of patients |\n|---|---|\n{lines}"


SHAPES: tuple[Callable[[int], str], ...] = (prose, one_paragraph, items, bare_items, rows)


@pytest.fixture(scope="module")
def reader() -> PageReader:
    recipe = Recipe((builtin_directory(),))
    made = PageReader(recipe)
    assert isinstance(made.extractor, Extractor)
    for shape in SHAPES:  # what is compiled and read at its first use is no work of a page
        made.page("a.md", shape(40).encode())
    return made


def calls(reader: PageReader, text: str) -> int:
    """Return how many functions, of Python and of C, the reading of a page calls."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        page = reader.page("a.md", text.encode())
    finally:
        sys.setprofile(before)
    assert page.status == "read", page.message
    return number


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_ten_times_the_page_is_about_ten_times_the_work(reader: PageReader, shape: Callable[[int], str]) -> None:
    small, large = calls(reader, shape(40)), calls(reader, shape(400))
    assert large < 11.5 * small


def test_a_row_far_down_a_table_is_no_longer_than_the_first(
    reader: PageReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence of a row had a character for each of the page's between the row and its headers."""
    told: list[int] = []
    finish = tables.finish

    def counting(text: str, *more: Any) -> Sentence:
        told.append(len(text))
        return finish(text, *more)

    monkeypatch.setattr(tables, "finish", counting)
    assert reader.page("a.md", rows(400).encode()).status == "read"
    assert len(told) >= 400
    assert max(told[-100:]) <= max(told[:100]) + 5


def test_what_is_said_on_many_pages_is_kept_and_judged_once() -> None:
    """A page's claims kept words, slots and evidence of their own: 100,000 pages took more than 1 GiB."""

    def corpus(pages: int) -> tuple[int, int]:
        """Return how many comparisons a corpus takes, and the bytes that its statements hold."""
        tracemalloc.start()
        shared = Shared()
        given = []
        for number in range(pages):
            evidence = tuple(Evidence("cue", "frequency", "".join(("of", "ten"))) for _ in range(4))
            made = claim("curability", condition="".join(("metastatic ", "breast cancer")), curable="often")
            made = replace(made, place=replace(made.place, path=f"page{number}.md"), evidence=evidence)
            given.append(PageClaims(made.place.path, shared.claims([made])))
        case = Corpus(given, canon(canonical("cure", claim("curability", curable="no"))), packs())
        assert len(case.statements) == pages
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return case.judge.compared, held

    (once, small), (often, large) = corpus(100), corpus(1100)
    assert often == once > 0
    assert (large - small) / 1000 < 700
