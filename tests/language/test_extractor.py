"""The stage as a whole: every claim stands where its words stand, in any writing of the page, on every run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint.claims import Claim
from lint.documents import parse
from lint.language.extractor import Extractor
from lint.packs import Packs
from tests.language.reading import claims

PAGE = """# Metastatic breast cancer

Bone metastases occur in about 70% of women with advanced breast cancer. The liver is affected in a third.

It cannot be cured. The five-year survival rate is 32 percent.

The most common sites of spread are:

- the bones
- the lungs
- the liver

| Site | Share of patients |
|---|---|
| Brain | 10% |

Obesity increases the risk of breast cancer.
"""


def said(found: list[Claim]) -> list[tuple[object, ...]]:
    """What claims say, without their place."""
    return [(c.kind, c.condition, tuple(c.slots.items()), c.certainty, c.polarity) for c in found]


def test_the_page_holds_claims_of_many_kinds(extractor: Extractor) -> None:
    kinds = [claim.kind for claim in claims(extractor, PAGE)]
    assert kinds.count("site-frequency") == 3
    assert {"curability", "survival", "site-list", "risk-factor"} <= set(kinds)


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        PAGE.replace("\n", "\r\n"),
        "\ufeff" + PAGE,
        PAGE.replace("70%", "**70%**").replace("women", "w&ouml;men"),
        f"---\ntitle: x\n---\n{PAGE}",
    ],
)
def test_a_quote_is_the_source_at_its_place(extractor: Extractor, text: str) -> None:
    document = parse(text.encode("utf-8"), "page.md")
    found = extractor.claims(document)
    assert found
    starts = [claim.place.start for claim in found]
    assert starts == sorted(starts)
    for claim in found:
        place = claim.place
        assert document.source[place.start : place.end] == place.quote
        assert place.quote.strip()
        assert document.line_column(place.start) == (place.line, place.column)
        assert document.line_column(place.end) == (place.end_line, place.end_column)


@pytest.mark.parametrize(
    "text",
    [
        PAGE.replace("\n", "\r\n"),
        "\ufeff" + PAGE,
        PAGE.replace("70%", "**70%**"),
        PAGE.replace("about 70%", "about&nbsp;70&#37;"),
        PAGE.replace("The liver", "The *liver*"),
        PAGE.replace("metastases", "meta\u00adstases"),
        PAGE + "\n<!-- Bone metastases occur in 5% of women. -->\n",
    ],
)
def test_the_writing_of_a_page_does_not_change_what_it_says(extractor: Extractor, text: str) -> None:
    assert said(claims(extractor, text)) == said(claims(extractor, PAGE))


def test_the_same_page_says_the_same_on_every_run_and_to_every_extractor(extractor: Extractor, packs: Packs) -> None:
    first = claims(extractor, PAGE)
    assert claims(extractor, "# Gout\n\nIt cannot be cured.")
    assert claims(extractor, PAGE) == first
    assert claims(Extractor(packs), PAGE) == first


def test_a_page_does_not_hear_of_the_page_read_before(extractor: Extractor) -> None:
    claims(extractor, PAGE)
    assert claims(extractor, "It cannot be cured.") == []


def test_pages_of_two_diseases_in_one_file_say_what_each_says_alone(extractor: Extractor) -> None:
    gout = "# Gout\n\nAbout 2% of adults have gout. Gout can be cured.\n"
    together = claims(extractor, f"{PAGE}\n{gout}")
    alone = [*claims(extractor, PAGE), *claims(extractor, gout)]
    assert said(together) == said(alone)


def test_every_claim_tells_which_rule_read_it(extractor: Extractor, packs: Packs) -> None:
    ids = {pattern.id for pattern in packs.patterns}
    for claim in claims(extractor, PAGE):
        assert {e.detail for e in claim.evidence if e.role == "pattern"} <= ids
        assert any(e.role == "pattern" for e in claim.evidence)


@pytest.mark.parametrize(
    "text", ["", "\n", "#", "|", "- \n- ", "?", "70%", "(" * 500, "a, " * 3000, "1 in " * 1000, "not " * 1000]
)
def test_odd_texts_are_read_without_a_word(extractor: Extractor, text: str) -> None:
    assert isinstance(claims(extractor, text), list)


_SIGNS = st.characters(exclude_categories=("Cc", "Cs"))
"""Control characters make a file a binary one, which the reader refuses."""
_WORDS = st.sampled_from(
    [
        "bone",
        "lungs",
        "70%",
        "1 in 8",
        "women",
        "metastatic breast cancer",
        "not",
        "cured",
        "cannot",
        "spreads to",
        "the",
        "risk of",
        "increases",
        "most common site",
        "survival",
        "5-year",
        ",",
        ".",
        "?",
        ":",
        "\n\n",
        "\n- ",
        "# ",
        "| ",
        "(",
        ")",
        "all",
        "half",
        "but",
        "HER2-positive",
        "tamoxifen",
        "it",
        "if",
        "\u00a0",
        "\u2011",
        "&amp;",
        "**",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(_SIGNS, max_size=120), st.lists(_WORDS, max_size=25).map(" ".join)),
    suffix=st.sampled_from([".md", ".html", ".txt"]),
)
def test_any_text_is_read_and_every_quote_is_its_source(extractor: Extractor, text: str, suffix: str) -> None:
    document = parse(text.encode("utf-8"), f"page{suffix}")
    for claim in extractor.claims(document):
        assert document.source[claim.place.start : claim.place.end] == claim.place.quote
