"""What few words tell: the stage that a question or a label names, a kind without a name, a share that says something else."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots

TITLE = "# Breast cancer\n\n"


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        ("Caught early?", "early"),
        ("Spread to the nodes?", "regional"),
        ("In other organs?", "metastatic"),
        ("In the liver or the lungs?", "metastatic"),
        ("What if it has spread?", "metastatic"),
    ],
)
def test_an_answer_is_of_the_stage_that_the_question_tells(extractor: Extractor, question: str, stage: str) -> None:
    text = f"{TITLE}{question} The five-year survival rate is 50%."
    assert slots(extractor, text, "survival", "condition") == [(f"{stage} breast cancer",)]


def test_a_question_about_nothing_else_leaves_the_disease_as_it_is(extractor: Extractor) -> None:
    text = f"{TITLE}How many people are alive? The five-year survival rate is 50%."
    assert slots(extractor, text, "survival", "condition") == [("breast cancer",)]


def test_figures_behind_labels_are_of_the_stages_that_these_name(extractor: Extractor) -> None:
    text = f"{TITLE}Five-year survival is 99% if it is still in the breast. Out into the nodes: 86%. Other organs, 31."
    wanted = [("early breast cancer", 99), ("regional breast cancer", 86), ("metastatic breast cancer", 31)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted


def test_a_kind_that_goes_by_no_name_is_not_the_disease(extractor: Extractor) -> None:
    text = "# Heart failure\n\nHeart failure cannot be cured. The kind that comes from a fast pulse is often cured."
    wanted = [("heart failure", "no"), ("heart failure of the kind that comes from a fast pulse", "often")]
    assert slots(extractor, text, "curability", "condition", "curable") == wanted


@pytest.mark.parametrize(
    "another", ["A quarter are back in hospital within a month.", "A quarter of strokes happen at work."]
)
def test_a_share_with_a_statement_of_its_own_is_no_survival(extractor: Extractor, another: str) -> None:
    text = f"# Stroke\n\nThe five-year survival rate is 50%. {another}"
    assert slots(extractor, text, "survival", "low") == [(50,)]


@pytest.mark.parametrize("heading", ["If it is triple-negative", "When yours is triple-negative"])
def test_a_section_is_about_the_form_that_its_heading_says(extractor: Extractor, heading: str) -> None:
    text = f"{TITLE}## {heading}\n\nThe five-year survival rate is 77%."
    assert slots(extractor, text, "survival", "condition") == [("triple-negative breast cancer",)]


def test_a_section_is_not_about_the_form_that_its_heading_denies(extractor: Extractor) -> None:
    text = f"{TITLE}## If it is not triple-negative\n\nThe five-year survival rate is 77%."
    assert slots(extractor, text, "survival", "condition") == [("breast cancer",)]


def test_a_share_in_an_aside_is_not_of_what_is_said_behind_it(extractor: Extractor) -> None:
    text = "# Dementia\n\nVascular dementia, which sets in after one stroke in five, cannot be cured."
    assert slots(extractor, text, "curability", "curable") == [("no",)]


def test_a_time_is_of_the_share_beside_it(extractor: Extractor) -> None:
    text = "# Melanoma\n\nOne person in five is cured of stage 4 melanoma, and with two drugs half are alive five years on."
    assert slots(extractor, text, "survival", "low") == [(50,)]
    assert slots(extractor, text, "curability", "curable") == [("sometimes",)]


@pytest.mark.parametrize(
    ("said", "polarity"),
    [
        ("My neighbour is wrong.", "negated"),
        ("Your app is mistaken, too.", "negated"),
        ("My neighbour is a nurse.", "affirmed"),
    ],
)
def test_a_quotation_is_denied_where_who_said_it_is_wrong(extractor: Extractor, said: str, polarity: str) -> None:
    text = f'# Heart failure\n\n"Statins cause heart failure." {said}'
    assert slots(extractor, text, "risk-factor", "polarity") == [(polarity,)]


def test_a_drug_that_is_taken_meanwhile_is_for_nothing(extractor: Extractor) -> None:
    text = "# Heart failure\n\nPeople with heart failure get worse when they take ibuprofen."
    assert slots(extractor, text, "therapy-target", "therapy") == []


def test_a_form_named_in_an_aside_is_no_target(extractor: Extractor) -> None:
    text = f"{TITLE}Trastuzumab is for HER2-positive cancers, which some 10% of hormone receptor-positive ones are as well."
    assert slots(extractor, text, "therapy-target", "target") == [("HER2-positive",)]


def test_an_age_ends_with_its_word(extractor: Extractor) -> None:
    text = "# Pneumonia\n\nMen in their 70s are at higher risk. For women over 80, the overall incidence increases."
    assert slots(extractor, text, "risk-factor", "factor") == [("Men in their 70s",), ("women over 80",)]


@pytest.mark.parametrize(
    "said", ["One in nine adults has gout, up from one in 14 a decade ago.", "Gout affects one in nine adults."]
)
def test_what_a_share_has_come_from_is_past(extractor: Extractor, said: str) -> None:
    assert slots(extractor, f"# Gout\n\n{said}", "incidence", "low") == [(11.1,)]


def test_places_are_those_that_come_after_another(extractor: Extractor) -> None:
    text = f"{TITLE}After the skeleton come the liver and the lungs, in that order: 30% and 24% respectively."
    assert slots(extractor, text, "site-frequency", "site", "low") == [("liver", 30), ("lung", 24)]


def test_what_lies_behind_a_share_of_cases_is_told_of_the_page_s_disease(extractor: Extractor) -> None:
    text = "# Colorectal cancer\n\nLynch syndrome lies behind no more than 3%."
    assert slots(extractor, text, "incidence", "condition", "outcome") == [("colorectal cancer", "Lynch syndrome")]


def test_a_share_with_a_statement_of_its_own_is_of_no_place(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\nIt spreads to bone. Among lumps under 3 cm, one in four is benign."
    assert slots(extractor, text, "site-frequency", "site") == []


def test_who_needs_no_drug_is_none_that_it_is_not_for(extractor: Extractor) -> None:
    text = "# Type 2 diabetes\n\nMost people with type 2 diabetes never require insulin."
    assert slots(extractor, text, "therapy-target", "therapy") == []
