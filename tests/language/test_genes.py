"""Forms of a disease that a gene tells, lead-ins that name one, groups of people, and drugs under several names."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from lint.packs import load
from tests.language.reading import slots

TARGET = ("therapy", "target", "relation")


def targets(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return slots(extractor, text, "therapy-target", *TARGET)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("for the ALK kind", "ALK kind"),
        ("if the tumour has a normal RAS gene", "normal RAS gene"),
        ("when the test says KRAS G12C", "KRAS G12C"),
        ("for tumours that overexpress HER2", "overexpress HER2"),
        ("in ALK+ disease", "ALK+"),
        ("in ALK\u2212 disease", "ALK\u2212"),
        ("for EGFR lung cancer", "EGFR"),
        ("irrespective of BRCA status", "irrespective of BRCA status"),
        ("for squamous tumours", "squamous"),
    ],
)
def test_words_beside_a_gene_make_a_form(extractor: Extractor, words: str, target: str) -> None:
    assert targets(extractor, f"# Lung cancer\n\nLorlatinib is used {words}.\n") == [("Lorlatinib", target, "for")]


@pytest.mark.parametrize("words", ["by people who met in the kit room", "for the ALK test", "after a RET scan"])
def test_a_word_like_a_gene_or_a_gene_alone_is_no_form(extractor: Extractor, words: str) -> None:
    assert targets(extractor, f"# Lung cancer\n\nLorlatinib is used {words}.\n") == []


@pytest.mark.parametrize("sign", [":", " \u2013", " \u2014"])
def test_every_drug_behind_a_form_is_for_it(extractor: Extractor, sign: str) -> None:
    text = f"# Breast cancer\n\n- **HER2-positive**{sign} docetaxel 75 mg with pertuzumab, then neratinib.\n"
    drugs = [
        therapy
        for therapy, target, relation in targets(extractor, text)
        if (target, relation) == ("HER2-positive", "for")
    ]
    assert drugs == ["docetaxel", "pertuzumab", "neratinib"]


def test_form_that_two_findings_tell_is_one(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n**HR+/HER2\u2212** \u2014 abemaciclib.\n"
    assert targets(extractor, text) == [("abemaciclib", "HR+/HER2\u2212", "for")]


def test_page_about_one_form_says_what_is_for_it_and_for_another(extractor: Extractor) -> None:
    text = "# Type 2 diabetes\n\nExenatide is for type 2, and it is not for type 1.\n"
    assert targets(extractor, text) == [("Exenatide", "type 2", "for"), ("Exenatide", "type 1", "not-for")]


def test_answer_that_repeats_the_verb_denies_what_was_asked(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n## Does tamoxifen work in triple-negative disease?\n\nIt does not.\n"
    assert targets(extractor, text) == [("tamoxifen", "triple-negative", "not-for")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Herceptin", "trastuzumab", True),
        ("HER2+", "HER2-positive", True),
        ("HER2\u2212", "HER2-negative", True),
        ("ER+ve", "oestrogen receptor-positive", True),
        ("TNBC", "triple-negative", True),
        ("HER2+", "HER2-low", False),
        ("trastuzumab emtansine", "trastuzumab", False),
    ],
)
def test_names_of_drugs_and_forms_are_compared_as_one_thing(one: str, other: str, same: bool) -> None:
    assert load().concepts.same("therapy", one, other) is same


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The wet kind responds to ranibizumab.", ("ranibizumab", "wet kind", "for")),
        ("Alectinib is of no benefit unless the tumour is ALK-positive.", ("Alectinib", "ALK-positive", "for")),
        ("Got a BRCA mutation? Olaparib could be yours.", ("Olaparib", "BRCA mutation", "for")),
        ("With an EGFR mutation you would start on osimertinib.", ("osimertinib", "EGFR mutation", "for")),
        ("Osimertinib (for EGFR-mutated tumours) is a tablet.", ("Osimertinib", "EGFR-mutated", "for")),
        ("EGFR drugs do nothing for KRAS-mutated tumours.", ("EGFR drugs", "KRAS-mutated", "not-for")),
    ],
)
def test_drug_and_form_that_stand_together_belong_together(
    extractor: Extractor, sentence: str, expected: tuple[str, ...]
) -> None:
    assert targets(extractor, f"# Medicines\n\n{sentence}\n") == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Women with triple-negative disease were asked about chemotherapy.",
        "The new kind of scan is done before chemotherapy.",
        "Median survival with osimertinib in EGFR-mutated disease was three years.",
        "Tumours with an ESR1 mutation stop responding to letrozole.",
    ],
)
def test_drug_and_form_in_a_sentence_of_something_else_are_none(extractor: Extractor, sentence: str) -> None:
    assert targets(extractor, f"# Medicines\n\n{sentence}\n") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cetuximab is used in people without a RAS mutation.", [("Cetuximab", "without a RAS mutation", "for")]),
        ("Cetuximab is for cancers that have no RAS mutation.", [("Cetuximab", "no RAS mutation", "for")]),
        ("Cetuximab is used if you do not have a RAS mutation.", [("Cetuximab", "not have a RAS mutation", "for")]),
        ("Cetuximab is not used for cancers with a RAS mutation.", [("Cetuximab", "RAS mutation", "not-for")]),
    ],
)
def test_a_missing_marker_makes_a_form_of_its_own(
    extractor: Extractor, text: str, wanted: list[tuple[str, ...]]
) -> None:
    assert targets(extractor, f"# Bowel cancer\n\n{text}\n") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "A few rest on a gene called RET. Selpercatinib blocks this gene.",
        "A few have a RET fusion. For them there is selpercatinib.",
        "A few have a RET fusion. If yours does, selpercatinib may be offered.",
        "Some are RET-positive. Selpercatinib is the usual treatment.",
    ],
)
def test_a_drug_in_the_sentence_behind_is_for_the_form(extractor: Extractor, text: str) -> None:
    assert [drug.lower() for drug, *_ in targets(extractor, f"# Lung cancer\n\n{text}\n")] == ["selpercatinib"]
