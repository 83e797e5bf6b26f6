"""Risk told by labels, tables, definitions, questions and their answers, and by lists with every sort of lead-in."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots


def risks(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return slots(extractor, text, "risk-factor", "factor", "direction")


@pytest.mark.parametrize(
    ("asked", "answer", "direction"),
    [
        ("Can coffee cause a stroke?", "No.", "none"),
        ("Does coffee cause strokes?", "It doesn't.", "none"),
        ("Are strokes caused by coffee?", "Yes.", "increases"),
        ("Does coffee raise the risk?", "There is no good evidence that it does.", "none"),
        ("Did coffee do it?", "It did not.", "none"),
        ("Is coffee a cause of stroke?", "Not that we know of.", "none"),
    ],
)
def test_questions_and_short_answers(extractor: Extractor, asked: str, answer: str, direction: str) -> None:
    found = risks(extractor, f"# Stroke\n\n## {asked}\n\n{answer}\n")
    assert [(str(factor).lower(), told) for factor, told in found] == [("coffee", direction)]


def test_an_answer_to_something_else_is_no_claim(extractor: Extractor) -> None:
    assert risks(extractor, "# Stroke\n\n## Can I drive after a stroke?\n\nNo.\n\n## Is tea nice?\n\nIt is.\n") == []


def test_rows_of_a_factor_and_its_effect(extractor: Extractor) -> None:
    text = (
        "# Stroke\n\n## What affects the risk?\n\n| Habit | Effect |\n|---|---|\n| Beer | Raises it |\n"
        "| Tea | None |\n| Walking | Lower by a third |\n"
    )
    assert sorted((str(f).lower(), d) for f, d in risks(extractor, text)) == [
        ("beer", "increases"),
        ("tea", "none"),
        ("walking", "decreases"),
    ]


def test_a_table_of_something_else_is_no_claim(extractor: Extractor) -> None:
    text = "# Stroke\n\n## Opening hours\n\n| Day | Change |\n|---|---|\n| Monday | None |\n| Friday | Up to 8 |\n"
    assert risks(extractor, text) == []


def test_columns_of_factors_are_not_read_across(extractor: Extractor) -> None:
    text = "# Stroke\n\n| Raises the risk | Lowers the risk |\n|---|---|\n| Beer | Walking |\n"
    assert sorted(risks(extractor, text)) == [("Beer", "increases"), ("Walking", "decreases")]


def test_advice_under_risk_factors_gives_what_it_is_for(extractor: Extractor) -> None:
    text = "# Stroke\n\nRisk factors that you can control:\n\n- If you smoke, quit. Ask us for help.\n"
    assert risks(extractor, text) == [("you smoke", "increases")]


def test_a_pattern_that_may_match_where_nothing_is_read_comes_to_an_end(extractor: Extractor) -> None:
    assert risks(extractor, "# Stroke\n\n## Causes\n\nOh dear, there is.\n") == []


def test_a_verdict_denies_what_stands_before_it(extractor: Extractor) -> None:
    text = "# Stroke\n\nTea causes strokes. Not true.\n\nSmoking causes strokes. True.\n"
    assert slots(extractor, text, "risk-factor", "factor", "polarity") == [("Tea", "negated"), ("Smoking", "affirmed")]


@pytest.mark.parametrize(
    ("lead", "direction"),
    [
        ("Your chances go up if you:", "increases"),
        ("The usual suspects:", "increases"),
        ("Who is more likely to have one?", "increases"),
        ("What pushes the risk up", "increases"),
        ("What can I do to lower my risk?", "decreases"),
        ("Things that protect against stroke:", "decreases"),
        ("There's no proof that any of these bring on a stroke:", "none"),
        ("Nothing to do with it:", "none"),
    ],
)
def test_lead_ins(extractor: Extractor, lead: str, direction: str) -> None:
    found = risks(extractor, f"# Stroke\n\n{lead}\n\n- one habit\n- another habit\n")
    assert found == [("one habit", direction), ("another habit", direction)]


def test_a_list_without_and(extractor: Extractor) -> None:
    text = (
        "# Stroke\n\n## What affects the risk?\n\nRaises the risk: smoking, salt, beer.\nNo effect: tea, jam, cheese.\n"
    )
    assert risks(extractor, text) == [
        *((name, "increases") for name in ("smoking", "salt", "beer")),
        *((name, "none") for name in ("tea", "jam", "cheese")),
    ]


def test_an_answer_stays_beside_a_claim_about_something_else(extractor: Extractor) -> None:
    text = "# Stroke\n\n## Did coffee do it?\n\nIt didn't. Nor did tea.\n"
    assert risks(extractor, text) == [("coffee", "none"), ("tea", "none")]


def test_so_does_takes_up_its_own_sentence(extractor: Extractor) -> None:
    text = "# Stroke\n\nTea does not cause strokes. Smoking does raise the risk of a stroke, and so does salt.\n"
    assert risks(extractor, text) == [("Tea", "none"), ("Smoking", "increases"), ("salt", "increases")]


def test_things_asked_about_by_their_names_alone(extractor: Extractor) -> None:
    text = "# Stroke\n\n## What causes a stroke?\n\nTea? No. Smoking? Yes.\n"
    assert risks(extractor, text) == [("Tea", "none"), ("Smoking", "increases")]


def test_a_column_of_what_does_not(extractor: Extractor) -> None:
    text = "# Stroke\n\n| What raises the risk | What does not |\n|---|---|\n| Smoking | Tea |\n"
    assert sorted(risks(extractor, text)) == [("Smoking", "increases"), ("Tea", "none")]


def test_questions_and_answers_marked_by_letters(extractor: Extractor) -> None:
    text = "# Stroke\n\nQ. Does tea cause strokes?\nA. No.\n\nQ: Does smoking cause strokes?\n\nA: Yes, it does.\n"
    assert [direction for _, direction in risks(extractor, text)] == ["none", "increases"]


@pytest.mark.parametrize(
    ("lead", "direction"),
    [
        ("These things push the odds of gout up:", "increases"),
        ("So who gets gout?", "increases"),
        ("Those most likely to get it:", "increases"),
        ("Why some people get gout:", "increases"),
        ("Others that tip the balance towards gout, and may add to it:", "increases"),
        ("People who do these get gout less often:", "decreases"),
        ("It is rarer in people who have:", "decreases"),
        ("What protects you:", "decreases"),
        ("There is no evidence against:", "none"),
    ],
)
def test_what_announces_a_list_of_factors(extractor: Extractor, lead: str, direction: str) -> None:
    found = slots(
        extractor, f"# Gout\n\n## Risk factors\n\n{lead}\n\n- cherries\n- beer\n", "risk-factor", "factor", "direction"
    )
    assert found == [("cherries", direction), ("beer", direction)]


@pytest.mark.parametrize("parts", ["Symptoms\nDiagnosis\nTreatment\n", "Call us\nMon to Fri\nHelpline\n"])
def test_the_parts_of_a_page_are_no_factors(extractor: Extractor, parts: str) -> None:
    assert slots(extractor, f"# Gout\n\n## Risk factors\n\n{parts}", "risk-factor", "factor") == []
    listed = "".join(f"- {part}\n" for part in parts.splitlines())
    assert slots(extractor, f"# Gout\n\n## Risk factors\n\n{listed}", "risk-factor", "factor") == []


@pytest.mark.parametrize("named", ["also called hypertension", "known as hypertension", "doctors call it hypertension"])
def test_another_name_in_brackets_parts_no_factor_from_what_it_does(extractor: Extractor, named: str) -> None:
    text = f"# Stroke\n\nHigh blood pressure ({named}) is the main cause of stroke.\n"
    assert slots(extractor, text, "risk-factor", "factor", "outcome", "direction") == [
        ("High blood pressure", "stroke", "increases")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Related pages\nExercise for all\nCalcium and milk",
        "How to remove a tick\nPull slowly\nClean the skin",
        "Keep a diary of your attacks\nBring a list of your tablets\nTake someone with you",
        "Blood test\nPeak flow test\nChest X-ray",
        "Helper line 0800 123 456\nCough drops (£3.50)\nSee a GP if it goes on",
        "More research is needed\nThe causes are being studied\nThe nurse will weigh you",
    ],
)
def test_lines_that_name_no_thing_are_no_factors(extractor: Extractor, lines: str) -> None:
    assert slots(extractor, f"# Gout\n\n## Risk factors\n\n{lines}\n", "risk-factor", "factor") == []


def test_advice_below_a_list_is_none_of_its_items(extractor: Extractor) -> None:
    text = "# Gout\n\n## Risk factors\n\n- beer\n- talk to your GP about your weight\n- salt\n- Further reading\n- red meat\n"
    assert slots(extractor, text, "risk-factor", "factor") == [("beer",), ("salt",)]


def test_what_lowers_a_risk_or_what_people_do_may_begin_as_advice_does(extractor: Extractor) -> None:
    text = "# Gout\n\nTo lower your risk of gout:\n\n- avoid beer\n- limit red meat\n"
    assert slots(extractor, text, "risk-factor", "factor", "direction") == [
        ("avoid beer", "decreases"),
        ("limit red meat", "decreases"),
    ]
    text = "# Gout\n\nYou are at higher risk of gout if you:\n\n- wear tight shoes\n- keep late hours\n"
    assert slots(extractor, text, "risk-factor", "factor") == [("wear tight shoes",), ("keep late hours",)]


def test_the_head_of_a_section_brings_nothing_on(extractor: Extractor) -> None:
    text = "# Gout\n\n## Risk factors\n\nIt may lead to:\n\n- kidney stones\n- joint damage\n"
    assert ("Risk factors",) not in slots(extractor, text, "risk-factor", "factor")


@pytest.mark.parametrize(
    "lines",
    [
        "Dr J. Field, surgeon\nProf. M. Hill\nSue Lane, nurse",
        "2 March 2021\n14 June 2022\n1 May 2024",
        "Living with gout\nWorking with gout\nTravelling with gout",
        "Cough drops, £3.50\nWarm socks, £7",
        "Clinics near you\nLeeds, Mondays\nYork, Tuesdays",
        "Body lotion 500 g\nSkin cream 1%\nBandages x 10",
        "Privacy notice\nTerms and conditions\nSite map",
    ],
)
def test_names_dates_and_prices_are_no_factors(extractor: Extractor, lines: str) -> None:
    assert slots(extractor, f"# Gout\n\n## Risk factors\n\n{lines}\n", "risk-factor", "factor") == []


def test_where_something_is_breathed_in_is_no_factor(extractor: Extractor) -> None:
    text = "# Asthma\n\nAsthma is caused by dust, fumes or smoke, at work or at home.\n"
    assert ("at home",) not in slots(extractor, text, "risk-factor", "factor")


@pytest.mark.parametrize(
    "lines",
    [
        "Keeping still on long flights\nText neck\nCall-centre work\nPress and media jobs",
        "Wear and tear\nOpen wounds\nClose relatives with it\nTick bites",
        "Living with asthma\nLiving with measles",
    ],
)
def test_factors_may_begin_as_advice_and_links_do(extractor: Extractor, lines: str) -> None:
    items = "".join(f"- {line}\n" for line in lines.splitlines())
    found = slots(extractor, f"# Gout\n\n## Risk factors\n\n{items}", "risk-factor", "factor")
    assert found == [(line,) for line in lines.splitlines()]
