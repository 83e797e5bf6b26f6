"""What a right page says is not misread: figures of something else, what is compared, verdicts, labels, lines of a list."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import claims, slots


def test_stages_and_forms_beside_each_other_below_survival_are_no_shares_of_cases(extractor: Extractor) -> None:
    rows = "| | Localized | Distant |\n|---|---|---|\n| Triple-negative | 91% | 12% |\n"
    text = f"# Breast cancer\n\n## Survival\n\n### By form\n\n{rows}"
    assert claims(extractor, text, "incidence") == []
    shares = rows.replace("Localized | Distant", "Share at diagnosis | Distant")
    assert claims(extractor, text.replace(rows, shares), "incidence")


def test_a_heading_that_only_says_that_forms_follow_is_not_what_they_are_a_share_of(extractor: Extractor) -> None:
    text = "# Stroke\n\n## Types\n\n| Type | Share |\n|---|---|\n| Ischaemic | 84% |\n| Haemorrhagic | 16% |\n"
    assert slots(extractor, text, "incidence", "outcome", "low") == [("ischaemic", 84), ("haemorrhagic", 16)]


def test_a_stage_as_a_label_goes_on_in_its_paragraph(extractor: Extractor) -> None:
    text = "# Prostate cancer\n\nMetastatic: injections and tablets. Treatable, but not curable."
    assert slots(extractor, text, "curability", "condition", "curable") == [("metastatic prostate cancer", "no")]


def test_whom_a_share_is_held_against_is_not_whom_it_is_of(extractor: Extractor) -> None:
    text = "# Stroke\n\nAbout 40% of people die within a month, against 9% with an ischaemic stroke."
    assert ("stroke", 40) in slots(extractor, text, "incidence", "condition", "low")


def test_another_form_behind_a_comma_does_not_make_a_share_one_of_all_cases(extractor: Extractor) -> None:
    text = "# Breast cancer in men\n\nHER2-positive disease makes up about 11%, and triple-negative disease is seldom seen."
    assert slots(extractor, text, "incidence", "condition", "low") == [("breast cancer in men", 11)]


def test_a_form_with_a_figure_in_its_name_is_no_trial(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nMedian survival is longest in HER2-positive disease (50 months)."
    assert slots(extractor, text, "survival", "low", "population") == [(50, "")]


@pytest.mark.parametrize(
    "text",
    ["**Cold air makes asthma worse.** It can't.", "### Cold air makes asthma worse\n\nFalse, unless it is very dry."],
)
def test_a_verdict_that_goes_on_and_one_that_repeats_the_verb(extractor: Extractor, text: str) -> None:
    found = claims(extractor, f"# Asthma\n\n## Myth or fact?\n\n{text}", "risk-factor")
    assert [claim.polarity for claim in found] == ["negated"]


def test_lines_of_a_paragraph_that_are_a_list_without_signs(extractor: Extractor) -> None:
    text = "# Gout\n\nThese raise the risk:\n\nObesity\nBeer and spirits\nHigh blood pressure, if it is not treated\n"
    assert [c[0] for c in slots(extractor, text, "risk-factor", "factor")][:2] == ["Obesity", "Beer and spirits"]
    wrapped = text.replace("spirits\nHigh", "spirits, and\nHigh")
    assert len(claims(extractor, wrapped, "risk-factor")) < len(claims(extractor, text, "risk-factor"))


def test_lines_that_begin_with_a_label_with_a_comma_in_it(extractor: Extractor) -> None:
    text = (
        "# Metastatic breast cancer\n\nHER2-positive: half live longer than about four years\n"
        "Hormone receptor-positive, HER2-negative: half live longer than about 43 months\n"
    )
    found = slots(extractor, text, "survival", "condition", "low")
    assert found[0] == ("metastatic her2-positive breast cancer", 4)


def test_what_a_drug_may_do_to_people_is_not_what_it_is_for(extractor: Extractor) -> None:
    text = "# Type 2 diabetes\n\n| Medicine | Good for | Watch out for |\n|---|---|---|\n| Metformin | Most people | Nausea |\n"
    assert "Nausea" not in [target for (target,) in slots(extractor, text, "therapy-target", "target")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Stroke\n\n*Haemorrhagic stroke:* rest, reversal of warfarin.", "therapy-target"),
        ("# Prostate cancer\n\nObesity is linked with advanced disease.", "risk-factor"),
        ("# Colorectal cancer\n\nAnd so have bleeding looked at.", "risk-factor"),
        ("# Metastatic breast cancer\n\nIt is not given to get rid of the disease.", "curability"),
        ("# Lung cancer\n\nALK – alectinib", "term-error"),
    ],
)
def test_what_states_nothing_of_the_kind(extractor: Extractor, text: str, kind: str) -> None:
    found = claims(extractor, text, kind)
    assert [c for c in found if c.condition.startswith("obesity") or kind != "risk-factor"] == []


def test_a_colon_behind_the_top_site_begins_an_explanation(extractor: Extractor) -> None:
    text = "# Metastatic colorectal cancer\n\nThe liver is the most common site: blood from the bowel gets there first."
    assert slots(extractor, text, "top-site", "site") == [("liver",)]


def test_a_drug_that_a_heading_denies_a_form(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n### Why is my triple-negative cancer not treated with tamoxifen?\n\nBecause tamoxifen works through hormone receptors."
    relations = slots(extractor, text, "therapy-target", "target", "relation")
    assert ("triple-negative", "for") not in relations


def test_what_takes_up_a_statement_that_nobody_denied(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nNeither bras nor abortions raise the risk of breast cancer. Obesity does, as do alcohol and age."
    assert "alcohol" not in [factor for (factor,) in slots(extractor, text, "risk-factor", "factor")]


def test_people_who_have_it_at_a_place_are_not_those_who_get_it_there(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nHigh calcium: in about 10% of people with bone metastases.\n\nPain in bone: radiotherapy helps in 70%."
    assert slots(extractor, text, "site-frequency", "site", "low") == []


def test_places_that_are_reached_more_and_less_often_than_in_another_form(extractor: Extractor) -> None:
    text = "# Metastatic lobular breast cancer\n\nIt goes to the bones even more often, and to the lungs less."
    assert slots(extractor, text, "site-list", "sites") == []


def test_a_title_is_not_what_a_row_that_asks_how_many_is_a_share_of(extractor: Extractor) -> None:
    text = (
        "# Breast cancer facts at a glance\n\n| Question | Answer |\n|---|---|\n| How many men? | Under 1% of cases |\n"
    )
    assert "glance" not in str(slots(extractor, text, "incidence", "outcome"))
