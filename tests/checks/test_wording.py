"""How messages name what they rest on."""

from __future__ import annotations

import dataclasses

import pytest

from lint.canon import Source
from lint.checks.wording import cite, say
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
