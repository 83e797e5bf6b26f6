"""Risk told by answers, by what is asked about hearsay, by labels with a stop, and by rows of more columns than two."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots


def risks(extractor: Extractor, text: str) -> list[tuple[str, object]]:
    found = slots(extractor, text, "risk-factor", "factor", "direction")
    return [(str(factor).lower(), direction) for factor, direction in found]


@pytest.mark.parametrize(
    ("answer", "direction"),
    [
        ("Only slightly.", "increases"),
        ("Very much so.", "increases"),
        ("It can do.", "increases"),
        ("In some people.", "increases"),
        ("Doctors think so.", "increases"),
        ("No doubt.", "increases"),
        ("Of course not.", "none"),
        ("Highly unlikely.", "none"),
        ("Apparently not.", "none"),
        ("Myth.", "none"),
        ("Studies have found no link.", "none"),
        ("Far from it.", "none"),
        ("No, quite the opposite.", "decreases"),
        ("On the contrary.", "decreases"),
    ],
)
def test_answers_of_every_sort(extractor: Extractor, answer: str, direction: str) -> None:
    assert risks(extractor, f"# Stroke\n\n## Does tea cause strokes?\n\n{answer}\n") == [("tea", direction)]


@pytest.mark.parametrize(
    "answer", ["Nobody knows.", "It depends.", "Tea is made of leaves.", "The opposite bank is far."]
)
def test_what_answers_nothing(extractor: Extractor, answer: str) -> None:
    assert risks(extractor, f"# Stroke\n\n## Does tea cause strokes?\n\n{answer}\n") == []


@pytest.mark.parametrize(
    "asked",
    [
        "I've heard that tea causes strokes. Is that true?",
        "Many people think that tea causes strokes. Are they right?",
        "My sister says tea causes strokes. Is there any truth in it?",
        "They say tea causes strokes. Fact or fiction?",
    ],
)
@pytest.mark.parametrize("mark", ["## ", ""])
def test_hearsay_is_stated_by_the_answer_alone(extractor: Extractor, asked: str, mark: str) -> None:
    assert risks(extractor, f"# Stroke\n\n{mark}{asked}\n\nNot really.\n") == [("tea", "none")]


def test_a_label_with_a_stop_of_its_own(extractor: Extractor) -> None:
    text = "# Stroke\n\n## What affects your risk?\n\n**Tea.** Cleared.\n\n**Salt.** A known cause.\n"
    assert risks(extractor, text) == [("tea", "none"), ("salt", "increases")]
    assert risks(extractor, "# Stroke\n\n## Your stay\n\n**Tea.** Cleared at four.\n") == []


def test_what_a_row_says_goes_before_the_head_of_its_first_column(extractor: Extractor) -> None:
    table = (
        "# Stroke\n\n## What puts you at risk\n\n| Risk factor | Can you change it? | Effect on your risk |\n|---|---|---|\n"
        "| Being active (half an hour a day) | Yes | ↓ |\n| Tea | Yes | unchanged |\n| Salt | Yes | 2× |\n"
    )
    assert sorted(d for _, d in risks(extractor, table)) == ["decreases", "increases", "none"]


def test_a_dash_in_a_table_is_no_factor(extractor: Extractor) -> None:
    table = "# Stroke\n\n| Raises the risk | Lowers the risk |\n|---|---|\n| Salt | – |\n"
    assert risks(extractor, table) == [("salt", "increases")]


def test_brackets_at_the_end_of_a_lead_in(extractor: Extractor) -> None:
    text = "# Stroke\n\n## Risk factors\n\nThe main ones (there are more):\n\n- salt\n- smoking\n"
    assert risks(extractor, text) == [("salt", "increases"), ("smoking", "increases")]


def test_an_answer_that_denies_one_thing_and_states_another(extractor: Extractor) -> None:
    asked = "# Stroke\n\n## Does tea cause strokes?\n\n"
    assert risks(extractor, f"{asked}No, but salt can cause them.\n") == [("tea", "none"), ("salt", "increases")]
    assert risks(extractor, f"{asked}No: tea drinkers are less likely to have a stroke.\n") == [
        ("tea drinkers", "decreases")
    ]


@pytest.mark.parametrize(
    ("lead", "direction"),
    [
        ("You're less at risk if you", "decreases"),
        ("It makes no difference whether you", "none"),
        ("Risk up:", "increases"),
        ("Risk unchanged:", "none"),
        ("Smokers are at risk. So is anyone who", "increases"),
        ("You could if you", "increases"),
    ],
)
def test_lead_ins(extractor: Extractor, lead: str, direction: str) -> None:
    text = f"# Stroke\n\n## Could I be at risk of a stroke?\n\n{lead}\n\n- eat salt\n- eat jam\n"
    assert risks(extractor, text)[-2:] == [("eat salt", direction), ("eat jam", direction)]


@pytest.mark.parametrize(
    "lead",
    [
        "There are two types:",
        "A stroke goes through three stages:",
        "On this page:",
        "Your doctor will want to know:",
        "See a doctor at once if you have:",
    ],
)
def test_lists_of_other_things_below_a_question_about_causes(extractor: Extractor, lead: str) -> None:
    assert risks(extractor, f"# Stroke\n\n## What causes a stroke?\n\n{lead}\n\n- salt\n- jam\n") == []


def test_items_that_judge_for_themselves(extractor: Extractor) -> None:
    text = "# Stroke: which of these raise the risk?\n\n- Salt – yes\n- Tea – no\n- Jam – unclear\n- Walking – no, it lowers the risk\n"
    assert risks(extractor, text) == [("salt", "increases"), ("tea", "none"), ("walking", "decreases")]


def test_a_heading_that_leaves_out_what_the_section_before_it_said(extractor: Extractor) -> None:
    text = "# Stroke\n\n## Things that raise the risk\n\n- salt\n\n## Things that don't\n\n- tea\n"
    assert risks(extractor, text) == [("salt", "increases"), ("tea", "none")]
    assert risks(extractor, "# Stroke\n\n## Things we sell\n\n- salt\n\n## Things we don't\n\n- tea\n") == []


def test_the_head_of_a_column_that_asks_how_much_announces_no_factors(extractor: Extractor) -> None:
    table = "# Stroke\n\n| Step | How much it lowers the risk |\n|---|---|\n| Walking | by a third |\n| Tea | not at all |\n"
    assert risks(extractor, table) == [("walking", "decreases"), ("tea", "none")]


def test_no_study_has_shown_it(extractor: Extractor) -> None:
    assert risks(extractor, "# Stroke\n\nNo good study has shown that tea causes strokes.\n") == [("tea", "none")]
    asked = "# Stroke\n\n## Does tea cause strokes?\n\nSurprisingly, no good study has shown that it does.\n"
    assert risks(extractor, asked) == [("tea", "none")]
