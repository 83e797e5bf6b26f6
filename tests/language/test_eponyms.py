"""Diseases that nobody lists, by their proper names: read wherever they stand on the page."""

from __future__ import annotations

import pytest

from lint.documents import parse
from lint.language.extractor import Extractor
from tests.language.reading import slots


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Beer may bring on Zorbel disease. Zorbel disease is caused by beer.", "zorbel disease"),
        ("People with Zorbel-Tull syndrome have spots. It is caused by beer.", "zorbel-tull syndrome"),
        ("In ZOR2 deficiency the legs are weak. ZOR2 deficiency is caused by beer.", "zor2 deficiency"),
        ("He has familial Zorbel disease. Familial Zorbel disease is caused by beer.", "familial zorbel disease"),
        ("Spots are a sign of von Zorbel syndrome. Von Zorbel syndrome is caused by beer.", "von zorbel syndrome"),
    ],
)
def test_a_proper_name_before_a_noun_for_diseases_names_one(extractor: Extractor, text: str, condition: str) -> None:
    assert {found for (found,) in slots(extractor, text, "risk-factor", "condition")} == {condition}


def test_an_adjective_makes_a_listed_disease_another_one(extractor: Extractor) -> None:
    text = "Gout is caused by beer. Hereditary gout is caused by a gene."
    assert slots(extractor, text, "risk-factor", "condition") == [("gout",), ("hereditary gout",)]


def test_a_name_that_lost_its_apostrophe_is_the_listed_one(extractor: Extractor) -> None:
    text = "Some people get Peyronies disease. Peyronies disease is caused by injury."
    assert slots(extractor, text, "risk-factor", "condition") == [("peyronie's disease",)]


def test_a_capital_at_the_beginning_of_a_sentence_or_of_an_office_names_none(extractor: Extractor) -> None:
    text = "# Gout\n\nCommon disease runs in families. The Institute of Zorbel Disease is open. It is caused by beer.\n"
    assert {found for (found,) in slots(extractor, text, "risk-factor", "condition")} == {"gout"}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("What causes plover rickets 2? Plover rickets 2 is caused by beer.", "plover rickets 2"),
        ("Plover glaucoma is a rare eye disease. It is caused by beer.", "plover glaucoma"),
        ("What causes zorbelitosis variata? Zorbelitosis variata is caused by beer. It may look like gout.", "zorbelitosis variata"),
        ("Odd storage disease type 13 (OSD13) is caused by mutations in the ZOR2 gene.", "odd storage disease type 13"),
        ("Plover laxa can be caused by mutations in the ZOR2 gene. Plover laxa is rare.", "plover laxa"),
    ],
)  # fmt: skip
def test_a_page_without_a_title_is_about_what_it_asks_or_defines_first(
    extractor: Extractor, text: str, condition: str
) -> None:
    assert {found for (found,) in conditions(extractor, text)} == {condition}


def conditions(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    found = extractor.claims(parse(text.encode("utf-8"), "page.txt"))
    return [(claim.condition,) for claim in found if claim.kind == "risk-factor"]
