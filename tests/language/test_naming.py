"""Drugs and markers that no pack lists, told by their names; drugs given together, brands, classes with examples."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots

TARGET = ("therapy", "target", "relation")


def targets(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return slots(extractor, text, "therapy-target", *TARGET)


@pytest.mark.parametrize(
    "drug", ["sotorasib-like nivolumab", "encorafenib", "zongertinib", "MEK inhibitors", "carboplatin"]
)
def test_a_drug_is_known_by_its_stem_or_by_a_noun_of_drugs(extractor: Extractor, drug: str) -> None:
    found = targets(extractor, f"# Lung cancer\n\nDoctors give {drug} only for KRAS-mutated tumours.\n")
    assert [(str(target), relation) for _, target, relation in found] == [("KRAS-mutated", "for")]


@pytest.mark.parametrize("word", ["tartan", "somatostatin", "concept", "April"])
def test_words_that_end_like_a_drug_are_none(extractor: Extractor, word: str) -> None:
    assert targets(extractor, f"# Lung cancer\n\nThe {word} is used for KRAS-mutated tumours.\n") == []


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("if the tumour is MET-amplified", "MET-amplified"),
        ("for people with a RET fusion", "RET fusion"),
        ("in people whose cancer tests positive for PD-L1", "positive for PD-L1"),
        ("for tumours with a fault in the ATM gene", "fault in the ATM gene"),
    ],
)
def test_a_marker_is_known_by_the_code_in_it(extractor: Extractor, words: str, target: str) -> None:
    found = targets(extractor, f"# Lung cancer\n\nNivolumab is used {words}.\n")
    assert found == [("Nivolumab", target, "for")]


def test_a_word_that_is_no_code_is_no_marker(extractor: Extractor) -> None:
    assert targets(extractor, "# Lung cancer\n\nNivolumab is used when the news is positive.\n") == []


def test_a_brand_in_brackets_is_the_same_drug(extractor: Extractor) -> None:
    found = targets(extractor, "# Breast cancer\n\nPertuzumab (Perjeta®) is for HER2-positive tumours.\n")
    assert found == [("Pertuzumab", "HER2-positive", "for")]


def test_a_class_with_an_example_is_one(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nAromatase inhibitors such as exemestane work in hormone receptor-positive cancer.\n"
    assert targets(extractor, text) == [("Aromatase inhibitors", "hormone receptor-positive", "for")]


def test_drugs_given_with_each_other_are_a_claim_each(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nPertuzumab is given together with trastuzumab when the tumour is HER2-positive.\n"
    assert targets(extractor, text) == [("Pertuzumab", "HER2-positive", "for"), ("trastuzumab", "HER2-positive", "for")]


def test_neither_nor_denies_both(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nNeither exemestane nor neratinib works in triple-negative disease.\n"
    assert targets(extractor, text) == [
        ("exemestane", "triple-negative", "not-for"),
        ("neratinib", "triple-negative", "not-for"),
    ]


def test_they_are_the_drugs_named_last(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nLetrozole and exemestane are tablets. They are of no use in triple-negative cancer.\n"
    assert [therapy for therapy, _, _ in targets(extractor, text)] == ["Letrozole", "exemestane"]


def test_a_heading_gives_the_form_unless_the_sentence_names_another(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n## HER2-positive\n\nNeratinib is a tablet. Fulvestrant is for ER-positive disease.\n"
    assert targets(extractor, text) == [
        ("Neratinib", "HER2-positive", "for"),
        ("Fulvestrant", "ER-positive", "for"),
    ]


def test_a_row_of_a_table_tells_for_whom_and_for_whom_not(extractor: Extractor) -> None:
    text = (
        "# Breast cancer\n\n| Drug | For | Not for |\n|---|---|---|\n| Tucatinib | HER2-positive | triple-negative |\n"
    )
    assert targets(extractor, text) == [
        ("Tucatinib", "HER2-positive", "for"),
        ("Tucatinib", "triple-negative", "not-for"),
    ]


def test_the_body_s_own_hormone_is_no_medicine(extractor: Extractor) -> None:
    text = "# Diabetes\n\nIn type 1 diabetes the body does not produce insulin.\n"
    assert targets(extractor, text) == []
