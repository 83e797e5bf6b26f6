from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import BREAST, claims, slots


def shares(extractor: Extractor, text: str, suffix: str = ".md") -> list[tuple[object, ...]]:
    return slots(extractor, BREAST + text, "site-frequency", "site", "low", "high", "event")


def test_a_site_a_row(extractor: Extractor) -> None:
    table = "| Site | Share of patients |\n|---|---|\n| Bone | 65% |\n| Liver | 40-50% |\n| Lung | about a third |\n"
    assert shares(extractor, table) == [("bone", 65, 65, "any"), ("liver", 40, 50, "any"), ("lung", 33, 33, "any")]


def test_a_site_a_column(extractor: Extractor) -> None:
    table = "| | Bone | Lung |\n|---|---|---|\n| Share | 65% | 30% |\n"
    assert shares(extractor, table) == [("bone", 65, 65, "any"), ("lung", 30, 30, "any")]


@pytest.mark.parametrize(
    "table",
    [
        "| Site | % |\n|---|---|\n| Bone | 65 |\n",
        "| Site | Percent of patients |\n|---|---|\n| Bone | 65 |\n",
        "Percentage of patients with each site:\n\n| Site | All |\n|---|---|\n| Bone | 65 |\n",
    ],
)
def test_percent_stands_in_the_header_or_in_the_paragraph_before(extractor: Extractor, table: str) -> None:
    assert shares(extractor, table) == [("bone", 65, 65, "any")]


def test_percent_stands_in_the_caption(extractor: Extractor) -> None:
    table = (
        "<h1>Metastatic breast cancer</h1><table><caption>Sites of spread, percent of patients</caption>"
        "<tr><th>Site</th><th>All</th></tr><tr><td>Bone</td><td>65</td></tr></table>"
    )
    assert [(c.slots["site"], c.slots["low"]) for c in claims(extractor, table, "site-frequency", ".html")] == [
        ("bone", 65)
    ]


def test_several_shares_a_row_with_the_event_in_the_header(extractor: Extractor) -> None:
    table = "| Site | At diagnosis | At autopsy |\n|---|---|---|\n| Bone | 62% | 71% |\n"
    assert shares(extractor, table) == [("bone", 62, 62, "diagnosis"), ("bone", 71, 71, "autopsy")]


def test_events_of_the_columns_stand_in_the_caption_too(extractor: Extractor) -> None:
    table = (
        "<h1>Metastatic breast cancer</h1><table><caption>Sites at diagnosis and at autopsy (% of patients)</caption>"
        "<tr><th>Site</th><th>At diagnosis (%)</th><th>At autopsy (%)</th></tr>"
        "<tr><td>Bone</td><td>62</td><td>71</td></tr></table>"
    )
    assert shares_of_html(extractor, table) == [("bone", 62, "diagnosis"), ("bone", 71, "autopsy")]


def shares_of_html(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    found = claims(extractor, text, "site-frequency", ".html")
    return [(c.slots["site"], c.slots["low"], c.slots["event"]) for c in found]


def test_dots_lead_to_the_figures_below_a_line_of_text(extractor: Extractor) -> None:
    text = "METASTATIC BREAST CANCER\n\nHow often?\n  Bone ......... 65%\n  Liver ........ 30%\n"
    found = claims(extractor, text, "site-frequency", ".txt")
    assert [(c.slots["site"], c.slots["low"]) for c in found] == [("bone", 65), ("liver", 30)]


def test_survival_by_stage(extractor: Extractor) -> None:
    table = "# Breast cancer\n\n| Stage | 5-year survival |\n|---|---|\n| Localized | 99% |\n| Distant | 32% |\n"
    wanted = [("early breast cancer", "5-year", 99), ("metastatic breast cancer", "5-year", 32)]
    assert slots(extractor, table, "survival", "condition", "measure", "low") == wanted


def test_the_quote_is_the_row(extractor: Extractor) -> None:
    table = "| Site | Share |\n|---|---|\n| Bone | 65% |\n"
    assert slots(extractor, BREAST + table, "site-frequency", "quote") == [("Bone | 65%",)]


def test_numbers_without_percent_are_no_shares(extractor: Extractor) -> None:
    assert shares(extractor, "| Site | Beds |\n|---|---|\n| Bone | 65 |\n| Lung | 12 |\n") == []


def test_a_definition_list_reads_like_a_row(extractor: Extractor) -> None:
    assert shares(extractor, "Bone\n: 70%\n\nLung\n: about 30% of patients\n") == [
        ("bone", 70, 70, "any"),
        ("lung", 30, 30, "any"),
    ]


def test_a_list_of_sites_with_shares(extractor: Extractor) -> None:
    assert shares(extractor, "- Bone: 70%\n- Lung: 30%\n") == [("bone", 70, 70, "any"), ("lung", 30, 30, "any")]


def test_a_head_that_only_lacks_the_disease_is_a_form_of_it(extractor: Extractor) -> None:
    table = "| | Small cell | Non-small cell |\n|---|---|---|\n| Five-year survival | 7% | 28% |\n"
    found = slots(extractor, "# Lung cancer\n\n" + table, "survival", "low", "condition")
    assert found == [(7, "small cell lung cancer"), (28, "non-small cell lung cancer")]


@pytest.mark.parametrize(
    ("heads", "condition"),
    [
        ("Cause | Share of cases", "stroke"),
        ("Illness | Share who have a stroke", "stroke"),
        ("Illness | Share of adults", "gout"),
    ],
)
def test_a_disease_that_is_a_cause_is_not_what_a_row_is_of(extractor: Extractor, heads: str, condition: str) -> None:
    table = f"| {heads} |\n|---|---|\n| Gout | 3% |\n"
    assert slots(extractor, "# Stroke\n\n" + table, "incidence", "low", "condition") == [(3, condition)]


@pytest.mark.parametrize(
    ("label", "population", "outcome"),
    [
        ("Adults with gout who have kidney stones", "adults with gout", "kidney stones"),
        ("Lifetime risk with two parents who have gout", "with two parents who have gout", "lifetime risk"),
    ],
)
def test_the_label_of_a_row_tells_whom_a_share_is_of_and_what_of(
    extractor: Extractor, label: str, population: str, outcome: str
) -> None:
    table = f"# Gout\n\n| What | Figure |\n|---|---|\n| {label} | 20% |\n"
    assert slots(extractor, table, "incidence", "population", "outcome", "low") == [(population, outcome, 20)]


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("In older women, 20% of gout is mild.", "older women"),
        ("One in four older men will get gout.", "older men"),
        ("If both parents have gout, your lifetime risk is about 30%.", "If both parents have gout"),
        ("In the FREEDOM trial, 20% of people had gout after a year.", "people in the FREEDOM trial"),
        ("Older men have a lifetime risk of gout of 12%.", "Older men"),
        ("About 10% of people with gout later get kidney stones.", "people with gout"),
    ],
)
def test_a_share_is_of_the_people_that_its_sentence_tells_apart(
    extractor: Extractor, text: str, population: str
) -> None:
    assert slots(extractor, f"# Gout\n\n{text}\n", "incidence", "population") == [(population,)]


def test_a_column_of_figures_in_a_paragraph_of_plain_text(extractor: Extractor) -> None:
    text = (
        "BLADDER CANCER\n\nOutlook\n                     5-year survival\n   Localized             96%\n"
        "   In the nodes nearby   39%\n   Distant                8%\nThe figures are of England.\n"
    )
    found = [(c.slots["measure"], c.slots["low"]) for c in claims(extractor, text, "survival", ".txt")]
    assert found == [("5-year", 96), ("5-year", 39), ("5-year", 8)]


def test_statements_that_a_table_judges(extractor: Extractor) -> None:
    table = "# Gout\n\n| Statement | Verdict |\n|---|---|\n| Beer raises the risk of gout | True |\n| Tea causes gout | False |\n"
    assert slots(extractor, table, "risk-factor", "factor", "direction", "polarity") == [
        ("Beer", "increases", "affirmed"),
        ("Tea", "increases", "negated"),
    ]


def test_myths_in_a_column_and_what_is_said_against_them(extractor: Extractor) -> None:
    table = "# Gout\n\n| Myth | Fact |\n|---|---|\n| Tea causes gout | It doesn't raise your risk at all. |\n"
    assert slots(extractor, table, "risk-factor", "factor", "direction", "polarity") == [
        ("Tea", "increases", "negated"),
        ("Tea", "none", "affirmed"),
    ]


def test_questions_that_a_row_answers(extractor: Extractor) -> None:
    table = "# Gout\n\n| Question | Answer |\n|---|---|\n| Does tea cause gout? | No |\n| Can gout be cured? | No |\n"
    assert slots(extractor, table, "risk-factor", "factor", "direction") == [("tea", "none")]
    assert slots(extractor, table, "curability", "curable") == [("no",)]


def test_keys_and_values(extractor: Extractor) -> None:
    table = "# Gout\n\n| | |\n|---|---|\n| Main cause | high uric acid |\n| Risk factors | beer, obesity |\n| Opening hours | 9 to 5 |\n"
    lines = "# Gout\n\n**Main cause:** high uric acid\n**Risk factors:** beer, obesity\n**Opening hours:** 9 to 5\n"
    plain = lines.replace("*", "")
    terms = "# Gout\n\n<dl><dt>Main cause</dt><dd>high uric acid</dd><dt>Risk factors</dt><dd>beer, obesity</dd></dl>\n"
    for text in (table, lines, plain, terms):
        assert slots(extractor, text, "risk-factor", "factor") == [("high uric acid",), ("beer",), ("obesity",)], text


def test_every_thing_behind_the_label_of_an_item(extractor: Extractor) -> None:
    text = "# Gout\n\n- Risk factors: beer, obesity, salt\n- Phone: 12\n"
    assert slots(extractor, text, "risk-factor", "factor") == [("beer",), ("obesity",), ("salt",)]


def test_a_cell_answers_what_its_column_asks(extractor: Extractor) -> None:
    table = "# Breast cancer\n\n| Stage | Can it be cured? |\n|---|---|\n| 2 | Usually |\n| 4 | No |\n"
    wanted = [("early breast cancer", "often"), ("metastatic breast cancer", "no")]
    assert slots(extractor, table, "curability", "condition", "curable") == wanted


def test_a_column_is_of_a_form(extractor: Extractor) -> None:
    table = "# Breast cancer\n\n| | Medullary | Papillary |\n|---|---|---|\n| Main site | Liver | Lungs |\n"
    wanted = [("metastatic medullary breast cancer", "liver"), ("metastatic papillary breast cancer", "lung")]
    assert slots(extractor, table, "top-site", "condition", "site") == wanted


def test_what_a_row_says_of_a_factor_goes_before_the_head_of_its_column(extractor: Extractor) -> None:
    # The head "Risk factor" was read as said of every cell below it, and the row beside it as the contrary.
    table = (
        "# Stroke\n\n| Risk factor | Effect |\n|---|---|\n| Walking | Lowers your risk |\n| Salt | Raises your risk |\n"
    )
    assert slots(extractor, table, "risk-factor", "factor", "direction") == [
        ("walking", "decreases"),
        ("salt", "increases"),
    ]


def test_no_row_is_read_across_columns_that_are_lists(extractor: Extractor) -> None:
    table = "# Gout\n\n| Raises your risk | Lowers your risk | No effect |\n|---|---|---|\n| Beer | Cherries | Tea |\n"
    assert sorted(slots(extractor, table, "risk-factor", "factor", "direction")) == [
        ("Beer", "increases"),
        ("Cherries", "decreases"),
        ("Tea", "none"),
    ]


def test_bare_numbers_are_of_the_time_that_the_head_says(extractor: Extractor) -> None:
    text = "# Pancreatic cancer\n\n| Stage | Median survival (months) |\n|---|---|\n| Resectable | 24 |\n| Metastatic | 6 |\n"
    wanted = [("early pancreatic cancer", 24, "months"), ("metastatic pancreatic cancer", 6, "months")]
    assert slots(extractor, text, "survival", "condition", "low", "unit") == wanted


def test_a_caption_is_one_clause_without_its_asides(extractor: Extractor) -> None:
    text = (
        "<h1>Lung cancer</h1><table><caption>Stage 4: organs involved at diagnosis (some have more than one)</caption>"
        "<tr><th></th><th>Non-small cell</th><th>Small cell</th></tr><tr><th>Bone</th><td>34%</td><td>31%</td></tr></table>"
    )
    wanted = [
        ("bone", 34, "diagnosis", "metastatic non-small cell lung cancer"),
        ("bone", 31, "diagnosis", "metastatic small cell lung cancer"),
    ]
    found = claims(extractor, text, "site-frequency", ".html")
    assert [(c.slots["site"], c.slots["low"], c.slots["event"], c.condition) for c in found] == wanted


def test_a_table_whose_heads_say_nothing_is_of_what_its_heading_says(extractor: Extractor) -> None:
    text = "# Prostate cancer\n\n## Five-year survival\n\n| Stage | % |\n|---|---|\n| Localized | 99% |\n| Distant | 34% |\n"
    wanted = [("early prostate cancer", 99), ("metastatic prostate cancer", 34)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted
    assert slots(extractor, text, "incidence", "low") == []


def test_dots_lead_from_a_label_to_its_figure(extractor: Extractor) -> None:
    text = "PROSTATE CANCER\n\nFive-year survival\n\n     Localized ....... 99%\n     Distant ........... 34%\n"
    found = claims(extractor, text, "survival", ".txt")
    assert [(c.condition, c.slots["low"]) for c in found] == [
        ("early prostate cancer", 99),
        ("metastatic prostate cancer", 34),
    ]


def test_a_column_of_what_drugs_are_no_use_in(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n| Medicine | Meant for | No use in |\n|---|---|---|\n| Letrozole | hormone receptor-positive | triple-negative |\n"
    wanted = [("hormone receptor-positive", "for"), ("triple-negative", "not-for")]
    assert slots(extractor, text, "therapy-target", "target", "relation") == wanted


def test_numbers_below_a_head_that_asks_for_the_stage_are_stages(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\n| Stage at diagnosis | Alive after 5 years |\n|---|---|\n| 1 | 87% |\n| 4 | 15% |\n"
    wanted = [("early kidney cancer", 87), ("metastatic kidney cancer", 15)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted


def test_a_row_is_of_those_whom_its_label_names(extractor: Extractor) -> None:
    text = "# Kidney disease\n\n| | Alive after 5 years |\n|---|---|\n| Haemodialysis | 42% |\n| Overall | 50% |\n"
    assert slots(extractor, text, "survival", "population", "low") == [("haemodialysis", 42), ("", 50)]


def test_whom_a_row_asks_about_is_no_outcome(extractor: Extractor) -> None:
    text = '# Breast cancer\n\n| Q | A |\n|---|---|\n| "And men?" | About one in 870 |\n'
    assert slots(extractor, text, "incidence", "outcome") == []


def test_a_row_is_of_the_time_that_its_label_tells(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n| Years | Alive |\n|---|---|\n| 1 | 97% |\n| Five | 91% |\n| Ten years | 84% |\n"
    wanted = [("1-year", 97), ("5-year", 91), ("10-year", 84)]
    assert slots(extractor, text, "survival", "measure", "low") == wanted


def test_the_figures_of_a_trial_are_of_those_whom_their_column_names(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\n| | New drug | Standard care |\n|---|---|---|\n| Alive at 1 year | 52% | 39% |\n"
    assert slots(extractor, text, "survival", "population", "low") == [("new drug", 52), ("standard care", 39)]


def test_a_row_with_nothing_but_a_dash_is_read(extractor: Extractor) -> None:
    text = "# Gout\n\n<table><tr><th>Cause</th><th>How</th></tr><tr><th>Beer</th><td>—</td></tr></table>"
    assert slots(extractor, text, "survival", "low") == []


@pytest.mark.parametrize("who", ["Who | Women", "Who | Men", "Your age | 40"])
def test_a_head_says_what_a_share_of_its_row_is_of(extractor: Extractor, who: str) -> None:
    head, row = who.split(" | ")
    text = f"# Breast cancer\n\n| {head} | Lifetime risk |\n|---|---|\n| {row} | 1 in 8 |\n"
    assert slots(extractor, text, "incidence", "outcome", "low") == [("lifetime risk", 12.5)]


def test_a_label_that_tells_no_stage_is_whom_its_figure_is_of(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\nWhat is the five-year survival?\n\nStage 1: 90%.\n\nTrial arm 3: 50%.\n"
    assert slots(extractor, text, "survival", "population", "low") == [("", 90), ("trial arm 3", 50)]


def test_how_many_each_drug_cures_is_no_curability_of_the_disease(extractor: Extractor) -> None:
    text = "# Hepatitis C\n\n| Drug | Cured |\n|---|---|\n| Sofosbuvir | 95% |\n| Interferon | 45% |\n"
    assert slots(extractor, text, "curability", "curable") == []


def test_a_figure_is_of_those_who_take_the_drug_behind_it(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nAt five years, 91% on tamoxifen and 88% on letrozole were alive.\n"
    assert slots(extractor, text, "survival", "population", "low") == [("on tamoxifen", 91), ("on letrozole", 88)]


def test_figures_of_animals_are_none_of_people(extractor: Extractor) -> None:
    assert slots(extractor, "# Breast cancer\n\nHalf of the mice lived for a year.\n", "survival", "low") == []
