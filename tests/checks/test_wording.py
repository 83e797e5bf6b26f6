"""How messages name what they rest on."""

from __future__ import annotations

import dataclasses

import pytest

from lint.canon import Source
from lint.checks.wording import cite, inside, say
from lint.claims import Evidence
from lint.packs import load
from tests.claim_maker import canon, canonical, claim, packs


@pytest.mark.parametrize(
    ("authors", "year", "cited"),
    [
        ("Kennecke H et al.", 2010, "Kennecke 2010"),
        ("van der Berg AB; Smith C", 2001, "van der Berg 2001"),
        ("Cancer Research UK", None, "Cancer Research UK"),
        ("American Cancer Society", 2024, "American Cancer Society 2024"),
        ("", 2024, "A title, 2024"),
    ],
)
def test_a_person_is_cited_by_surname_and_an_organisation_by_its_whole_name(
    authors: str, year: int | None, cited: str
) -> None:
    approved = dataclasses.replace(
        canonical("top", claim("top-site", site="bone", rank=1, path="claims.yml")), sources=("one",)
    )
    held = dataclasses.replace(canon(approved), sources={"one": Source("one", "A title", authors=authors, year=year)})
    assert cite(approved, held) == cited


def test_a_list_of_one_site_is_no_plural() -> None:
    """It said that the possible sites are lymph node."""
    one, two = (claim("site-list", sites=sites, rank="possible") for sites in (("bone",), ("bone", "lung")))
    assert say(one, packs()) == "that bone is one of the possible sites"
    assert say(two, packs()) == "that the possible sites are bone and lung"


SHIPPED = load()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Smoking", "smoking"),
        ("Wearing underwired bras", "wearing underwired bras"),
        ("Deodorants", "deodorants"),
        ("Being Black", "being Black"),
        ("BRCA1 mutation", "BRCA1 mutation"),
        ("HRT", "HRT"),
        ("Klinefelter syndrome", "Klinefelter syndrome"),
        ("Epstein-Barr virus", "Epstein-Barr virus"),
        ("Asian women", "Asian women"),
        ("Helicobacter pylori", "Helicobacter pylori"),
        ("Trastuzumab", "trastuzumab"),
        ("Herceptin", "Herceptin"),
        ("Zorbadine", "Zorbadine"),
        ("early menopause", "early menopause"),
    ],
)
def test_a_word_that_began_a_sentence_is_small_inside_a_message_and_a_name_keeps_its_capital(
    words: str, told: str
) -> None:
    """It said that Wearing underwired bras raises the risk."""
    assert inside(words, SHIPPED) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [("usually", "usually"), ("Generally", "generally"), ("often", "often"), ("in most cases", "often")],
)
def test_how_often_is_said_with_the_adverb_of_the_page(words: str, told: str) -> None:
    """It said "often" of a page that says "usually"."""
    cue = (Evidence("cue", "hedge", "can"), Evidence("cue", "frequency", words))
    made = dataclasses.replace(claim("curability", curable="often"), certainty="usual", evidence=cue)
    assert say(made, packs()).endswith(f" can {told} be cured")
