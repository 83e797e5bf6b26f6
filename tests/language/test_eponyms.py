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


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Chronic atrophic gastritis is caused by beer.", "chronic atrophic gastritis"),
        ("Post-viral gastritis is caused by beer.", "post-viral gastritis"),
        ("Late-onset gastritis is caused by beer.", "late-onset gastritis"),
        ("Secondary gastritis is caused by beer.", "secondary gastritis"),
        ("Acute and chronic gastritis can be caused by beer.", "gastritis"),
        ("Typical gastritis is caused by beer.", "gastritis"),
        ("GM9 gangliosidosis is caused by beer.", "gm9 gangliosidosis"),
        ("Dry multiple sclerosis is caused by beer.", "dry multiple sclerosis"),
        ("49 XXXXY syndrome is caused by beer.", "49 xxxxy syndrome"),
        ("7p36.1 microdeletion syndrome is caused by beer.", "7p36.1 microdeletion syndrome"),
    ],
)
def test_a_kind_of_a_disease_goes_by_its_adjectives_or_code(
    extractor: Extractor, sentence: str, condition: str
) -> None:
    assert slots(extractor, f"# Gout\n\n{sentence}", "risk-factor", "condition") == [(condition,)]


def test_a_page_that_tells_of_several_kinds_is_about_the_disease(extractor: Extractor) -> None:
    text = "Gastritis can be mild. Acute gastritis is common. Chronic gastritis is not. Smoking raises the risk."
    assert slots(extractor, text, "risk-factor", "condition") == [("gastritis",)]


def test_on_a_page_about_a_form_its_short_name_is_the_disease(extractor: Extractor) -> None:
    text = "# Type 1 diabetes\n\nObesity does not cause type 1. It cannot be cured."
    assert slots(extractor, text, "risk-factor", "condition", "direction") == [("type 1 diabetes", "none")]
    assert slots(extractor, text, "curability", "condition") == [("type 1 diabetes",)]


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
        ("What causes gout of the ear? Gout of the ear is caused by beer.", "gout of the ear"),
        ("What causes asthma with gout? Asthma with gout is caused by beer.", "asthma with gout"),
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


@pytest.mark.parametrize(
    "text",
    [
        "# Gout\n\nGout, also called podagra rubra, hurts. Podagra rubra is caused by beer.",
        "# Gout\n\nGout is also known as plover rickets or big toe disease. Big toe disease is caused by beer.",
        "# Gout\n\nAsthma, also known as gout, hurts. Asthma is caused by beer.",
    ],
)
def test_what_is_said_of_another_name_of_the_disease_is_told_of_it(extractor: Extractor, text: str) -> None:
    assert slots(extractor, text, "risk-factor", "condition") == [("gout",)]


def test_an_abbreviation_inside_a_name_is_short_for_it(extractor: Extractor) -> None:
    text = "Pyruvate kinase (PK) deficiency is rare. PK deficiency is caused by beer."
    assert conditions(extractor, text) == [("pyruvate kinase deficiency",)]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Plover dysplasia (PDX) is rare. X-linked dominant asthma is caused by beer.", "x-linked dominant asthma"),
        ("Third-degree asthma is caused by beer.", "third-degree asthma"),
        ("Muscle disorders are caused by beer.", "muscle disorder"),
    ],
)
def test_a_kind_goes_by_two_words_and_a_plural_is_the_disease(
    extractor: Extractor, sentence: str, condition: str
) -> None:
    assert slots(extractor, f"# Gout\n\n{sentence}", "risk-factor", "condition") == [(condition,)]
