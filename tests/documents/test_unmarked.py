"""Lists that a page shows without marking them up."""

from __future__ import annotations

import pytest

from tests.documents.reading import blocks, lead, page, texts


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".md", "Bring these:\n\n• a cap\n\n• a stick\n"),
        (".md", "Bring these:\n• a cap\n• a stick\n"),
        (".md", "Bring these:\n\n– a cap\n– a stick\n"),
        (".md", "Bring these:\n\n✔ a cap\n\n✔ a stick\n"),
        (".md", "Bring these:\n\na cap\n\na stick\n"),
        (".html", "<p>Bring these:</p><p>&bull; a cap</p><p>&bull;a stick</p>"),
        (".html", "<p>Bring these:</p><p>a cap</p><p>a stick</p>"),
        (".html", "<p>Bring these:<br>a cap<br>a stick</p>"),
        (".html", "<p>Bring these:<br>- a cap<br>- a stick</p>"),
    ],
)
def test_signs_and_fragments_behind_a_colon_are_items(suffix: str, text: str) -> None:
    document = page(text, suffix)
    assert blocks(document) == [("paragraph", "Bring these:"), ("item1", "a cap"), ("item1", "a stick")]
    assert lead(document, "a stick") == "Bring these:"
    assert (
        document.source[slice(*document.source_span(document.text.index("a stick"), len(document.text)))] == "a stick"
    )


def test_fragments_below_the_heading_of_a_section_are_items() -> None:
    document = page("# Hills\n\n## What to bring\n\nA cap\n\nA stick\n\n## Getting there\n\nTake the bus.\n", ".md")
    assert blocks(document)[2:4] == [("item1", "A cap"), ("item1", "A stick")]
    assert lead(document, "A stick") == "What to bring"


@pytest.mark.parametrize(
    "text",
    [
        "# Hills\n\nBy Jo Bloggs\n\nLast read in May\n\nHills are high.\n",
        "# Hills\n\n## The way\n\nPicture: a hill\n\nIt is steep.\n",
        "# Hills\n\n## The way\n\nIt is steep.\n\nIt is long.\n",
        "# Hills\n\nHe said:\n\nIt is steep.\n\nIt is long.\n",
        "# Hills\n\nIt is steep\n– and long – but worth it.\n",
    ],
)
def test_what_is_no_list(text: str) -> None:
    assert all(not role.startswith("item") for role, _ in blocks(page(text, ".md")))


def test_wrapped_lines_of_a_sentence_stay_together() -> None:
    assert texts(page("<p>A visit to<br>\nLeeds, about<br>\n70% of us</p>", ".html")) == [
        "A visit to Leeds, about 70% of us"
    ]


def test_a_heading_in_capitals_right_above_its_lines() -> None:
    document = page("ALL ABOUT HILLS\n\nHills are high.\n\nWHAT TO BRING\nA cap\nA stick\nSome bread\n", ".txt")
    assert blocks(document)[2:] == [
        ("heading2", "WHAT TO BRING"),
        ("item1", "A cap"),
        ("item1", "A stick"),
        ("item1", "Some bread"),
    ]


def test_short_lines_that_begin_like_lines_are_a_list() -> None:
    document = page("# Hills\n\n## What to bring\n\nA cap\nA stick\nSome bread\n", ".md")
    assert [text for role, text in blocks(document) if role == "item1"] == ["A cap", "A stick", "Some bread"]
    wrapped = page("# Hills\n\n## The way\n\nGo past the\nOld Mill and\nThe bridge.\n", ".md")
    assert texts(wrapped)[2:] == ["Go past the Old Mill and The bridge."]
