"""The stage, the site and the group that a figure is of, where it stands beside others or where no disease is named."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots


@pytest.mark.parametrize(
    "text",
    [
        "Five-year survival is 98%, 85% and 30% for localized, regional and distant disease, respectively.",
        "Five-year survival: 98% (localized), 85% (regional), 30% (distant).",
        "Five-year survival is 98% if it has not spread, 85% if it has reached the nodes and 30% once it has spread further.",
        "When it is localized, five-year survival is 98%; it is 85% for regional disease and 30% for distant disease.",
        "While still confined to the breast, 98% live five years; 85% once it is in the nodes, and 30% when it is distant.",
    ],
)
def test_each_figure_is_of_its_own_stage(extractor: Extractor, text: str) -> None:
    wanted = [("early breast cancer", 98), ("regional breast cancer", 85), ("metastatic breast cancer", 30)]
    assert slots(extractor, f"# Breast cancer\n\n{text}", "survival", "condition", "low") == wanted


def test_stages_that_only_their_numbers_name(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nFive-year survival for stages 1, 3 and 4 is 98%, 70% and 30%."
    wanted = [("early breast cancer", 98), ("stage 3 breast cancer", 70), ("metastatic breast cancer", 30)]
    found = slots(extractor, text.replace("stages", "stage"), "survival", "condition", "low")
    assert found == wanted


def test_spread_to_the_nodes_is_regional(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nOnce it has spread to nearby lymph nodes, five-year survival is 85%."
    assert slots(extractor, text, "survival", "condition") == [("regional breast cancer",)]


def test_a_row_of_a_table_is_of_its_site(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\n| Where it is | Median survival |\n|---|---|\n| liver | 20 months |\n"
    assert slots(extractor, text, "survival", "condition") == [("metastatic breast cancer in the liver",)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("About a third of those with liver metastases have pain.", "metastatic breast cancer in the liver"),
        ("About 6% of women have metastases when it is found.", "breast cancer"),
        ("Nine in ten breast cancers in men have hormone receptors.", "breast cancer in men"),
        ("One in twenty women with gout get breast cancer.", "breast cancer"),
        ("The risk of a local recurrence is about 5%.", "breast cancer"),
        ("Inflammatory breast cancer grows fast. It represents 3% of breast cancers.", "inflammatory breast cancer"),
        ("Gout raises the risk of breast cancer. It affects about 2% of women.", "gout"),
    ],
)
def test_a_share_is_of_those_whom_it_tells_apart(extractor: Extractor, text: str, condition: str) -> None:
    assert slots(extractor, f"# Breast cancer\n\n{text}", "incidence", "condition") == [(condition,)]


@pytest.mark.parametrize(
    ("page", "condition"),
    [
        ("# Gout\n\nKidney cancer is hard to find early. It can rarely be cured.", "kidney cancer"),
        ("# Kidney cancer\n\nAdvanced kidney cancer can rarely be cured.", "metastatic kidney cancer"),
        ("# Bladder cancer\n\nSuperficial bladder cancer can usually be cured.", "superficial bladder cancer"),
        ("# Cancers\n\n## Papillary thyroid cancer\n\nIt can nearly always be cured.", "papillary thyroid cancer"),
        ("# Gout\n\nGout is one of the few forms of arthritis that can be cured.", "gout"),
        ("# Bladder cancer\n\nMuscle-invasive cancer: half are cured.", "muscle-invasive bladder cancer"),
        ("# Gout\n\nUnlike gout, pseudogout comes from another salt. It cannot be cured.", "pseudogout"),
        ("# Kidney cancer\n\nThe cure rate is over 90%, and stays at about 20% when it has spread.", "kidney cancer"),
    ],
)
def test_what_can_be_cured(extractor: Extractor, page: str, condition: str) -> None:
    assert slots(extractor, page, "curability", "condition")[0] == (condition,)


@pytest.mark.parametrize(
    ("heading", "condition"), [("What about men?", "breast cancer in men"), ("Men and screening", "breast cancer")]
)
def test_a_heading_that_is_only_a_group_is_of_the_disease_in_it(
    extractor: Extractor, heading: str, condition: str
) -> None:
    page = f"# Breast cancer\n\n## {heading}\n\nFive-year survival is 84%."
    assert slots(extractor, page, "survival", "condition") == [(condition,)]


def test_a_heading_that_is_an_organ_like_those_beside_it(extractor: Extractor) -> None:
    parts = (
        "## Kidney\n\nKidney cancer is rare.",
        "## Bladder\n\nBladder cancer is not.",
        "## Thyroid\n\nIt can be cured.",
    )
    page = "\n\n".join(("# Three cancers", *parts))
    assert slots(extractor, page, "curability", "condition") == [("thyroid cancer",)]


@pytest.mark.parametrize(
    ("title", "found"),
    [("What causes constipation?", [("constipation", "constipation")]), ("Constipation and gout", [])],
)
def test_a_complaint_is_the_disease_of_a_page_of_its_own(
    extractor: Extractor, title: str, found: list[tuple[str, str]]
) -> None:
    page = f"# {title}\n\nToo little water can cause constipation."
    assert slots(extractor, page, "risk-factor", "condition", "outcome") == found


def test_spread_to_nodes_and_no_further_is_regional(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\nIf it has reached the lymph nodes, five-year survival is 70%."
    assert slots(extractor, text, "survival", "condition") == [("regional kidney cancer",)]


def test_sites_with_one_figure_each(extractor: Extractor) -> None:
    page = "# Metastatic breast cancer\n\nLiver and lung metastases each occur in about 30% of patients."
    assert slots(extractor, page, "site-frequency", "site", "low") == [("liver", 30), ("lung", 30)]


def test_what_is_told_of_a_figure_in_another_clause_is_not_of_this_one(extractor: Extractor) -> None:
    page = (
        "# Metastatic breast cancer\n\nIt is in the brain in 15%; in triple-negative disease the figure rises to 30%."
    )
    wanted = [("metastatic breast cancer", 15), ("metastatic triple-negative breast cancer", 30)]
    assert slots(extractor, page, "site-frequency", "condition", "low") == wanted


def test_more_than_half_is_often(extractor: Extractor) -> None:
    page = "# Melanoma\n\nSurgery cures more than half of people with it."
    assert slots(extractor, page, "curability", "curable") == [("often",)]


def test_a_row_tells_its_stage_in_brackets(extractor: Extractor) -> None:
    text = "# Melanoma\n\n| How far | Five-year survival |\n|---|---|\n| Far away (distant) | 35% |\n"
    assert slots(extractor, text, "survival", "condition") == [("metastatic melanoma",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is 48% at five years and 26% at ten.", [("5-year", 48), ("10-year", 26)]),
        ("Survival: 1 year 95%, 5 years 87%.", [("1-year", 95), ("5-year", 87)]),
        ("Five-year survival is 77%, but only 8% for those with spread.", [("5-year", 77), ("5-year", 8)]),
        ("They live an average of eight years after diagnosis.", [("average", 8)]),
        (
            "Of 100 people, 45 live for a year, 20 after five years and 9 for at least ten.",
            [("1-year", 45), ("5-year", 20), ("10-year", 9)],
        ),
        ("Three quarters survive one year, half survive five.", [("1-year", 75), ("5-year", 50)]),
    ],
)
def test_a_figure_of_survival_has_its_own_time(extractor: Extractor, text: str, found: list[tuple[str, float]]) -> None:
    page = f"# Heart failure\n\n## Survival\n\nTen-year survival is 30%. {text}"
    assert slots(extractor, page, "survival", "measure", "low")[1:] == found


def test_sections_side_by_side_give_their_figures_to_one_time(extractor: Extractor) -> None:
    page = (
        "# Breast cancer\n\n## Survival\n\n### Stage 2\n\n90% survive for five years.\n\n### Stage 4\n\nOver 25% do.\n"
    )
    wanted = [("early breast cancer", "5-year", 90), ("metastatic breast cancer", "5-year", 25)]
    assert slots(extractor, page, "survival", "condition", "measure", "low") == wanted


def test_a_number_below_stage_is_that_stage(extractor: Extractor) -> None:
    page = "# Ovarian cancer\n\n| Stage | Five-year survival (%) |\n|---|---|\n| I | 90 |\n| IV | 17 |\n"
    wanted = [("early ovarian cancer", 90), ("metastatic ovarian cancer", 17)]
    assert slots(extractor, page, "survival", "condition", "low") == wanted


def test_two_organs_before_one_noun_are_two_cancers_and_no_site(extractor: Extractor) -> None:
    page = "# Kidney and bladder cancer\n\nOne in 46 men will get it."
    assert slots(extractor, page, "site-frequency", "site") == []
    assert slots(extractor, page, "incidence", "low") == [(2.2,)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Hodgkin lymphoma is rare. Survival at five years is 90%.", "hodgkin lymphoma"),
        ("About 85% of cases of non-Hodgkin lymphoma start in B cells.", "non-hodgkin lymphoma"),
        ("Gout is common. One in ten people die within five years.", "lymphoma"),
    ],
)
def test_a_paragraph_may_go_over_to_a_disease_akin(extractor: Extractor, text: str, condition: str) -> None:
    found = slots(extractor, f"# Lymphoma\n\n{text}", "survival", "condition")
    assert (found or slots(extractor, f"# Lymphoma\n\n{text}", "incidence", "condition")) == [(condition,)]


def test_places_ranked_after_death_are_told_apart(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nAt autopsy, the lung is the most common site. In life, bone is the most common site."
    wanted = [("lung", "metastatic breast cancer at autopsy"), ("bone", "metastatic breast cancer")]
    assert slots(extractor, text, "top-site", "site", "condition") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "For triple-negative disease the share with brain metastases is 30%, and for HER2-positive disease it is 40%.",
            [("metastatic triple-negative breast cancer", 30), ("metastatic her2-positive breast cancer", 40)],
        ),
        (
            "About 12% develop brain metastases, more with HER2-positive cancer.",
            [("metastatic breast cancer", 12)],
        ),
    ],
)
def test_a_form_goes_with_its_own_figure(extractor: Extractor, text: str, wanted: list[tuple[str, float]]) -> None:
    found = slots(extractor, f"# Metastatic breast cancer\n\n{text}", "site-frequency", "condition", "low")
    assert found == wanted


def test_a_time_is_given_for_those_of_an_age(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nWomen over 70 live a median of 20 months. Median survival is 36 months."
    assert slots(extractor, text, "survival", "population") == [("Women over 70",), ("",)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "One year after a diagnosis at stage 4, 60% are alive, and 80% of all women with breast cancer live five years; at ten years it's 70%.",
            [("metastatic breast cancer", 60), ("breast cancer", 80), ("breast cancer", 70)],
        ),
        (
            "Inflammatory breast cancer makes up 3% of breast cancers, and its five-year survival is 40%.",
            [("inflammatory breast cancer", 40)],
        ),
    ],
)
def test_a_figure_with_people_of_its_own_is_not_of_those_before(
    extractor: Extractor, text: str, wanted: list[tuple[str, float]]
) -> None:
    page = f"# Metastatic breast cancer\n\n{text}" if "all women" in text else f"# Breast cancer\n\n{text}"
    assert slots(extractor, page, "survival", "condition", "low") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In the 1990s five-year survival was 20%.", [("In the 1990s", 20)]),
        ("Five-year survival rose from 10% in the 1980s to 30%.", [("", 30)]),
        ("Five-year survival is 30%, and it was 20% before 2000.", [("", 30), ("before 2000", 20)]),
    ],
)
def test_figures_of_years_long_past_say_so(extractor: Extractor, text: str, wanted: list[tuple[str, float]]) -> None:
    assert slots(extractor, f"# Metastatic breast cancer\n\n{text}", "survival", "population", "low") == wanted


def test_a_denied_stage_is_not_told(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nLocally advanced means that it is large. It has not gone to distant organs, and treatment may cure it."
    assert slots(extractor, text, "curability", "condition") == [("locally advanced breast cancer",)]


def test_a_share_of_all_with_the_disease_is_at_no_stage(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nBone metastases are found in 4% of all women newly diagnosed with breast cancer."
    assert slots(extractor, text, "site-frequency", "condition") == [("breast cancer",)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("In HR+/HER2- disease five-year survival is 30%.", "hormone receptor-positive her2-negative"),
        ("| Type | Five-year survival |\n|---|---|\n| HR-/HER2+ | 40% |", "hormone receptor-negative her2-positive"),
        ("In HER2- breast cancer five-year survival is 30%.", "her2-negative"),
    ],
)
def test_the_minus_of_a_marker_is_heard(extractor: Extractor, text: str, condition: str) -> None:
    found = slots(extractor, f"# Metastatic breast cancer\n\n{text}", "survival", "condition")
    assert found == [(f"metastatic {condition} breast cancer",)]


def test_a_form_that_leads_a_sentence_is_of_all_its_figures(extractor: Extractor) -> None:
    text = (
        "# Breast cancer\n\nFor triple-negative cancers still confined to the breast, 92% live for five years, and for "
        "those that have reached the nodes, 66%."
    )
    wanted = [("early triple-negative breast cancer", 92), ("regional triple-negative breast cancer", 66)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted


def test_a_second_figure_may_be_of_everyone(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nIn HER2-positive disease 31% have it in the brain, compared with 15% overall."
    wanted = [("metastatic her2-positive breast cancer", 31), ("metastatic breast cancer", 15)]
    assert slots(extractor, text, "site-frequency", "condition", "low") == wanted


def test_a_figure_that_another_is_held_against_is_of_nobody_known(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nBone is involved in 57% against 38%."
    assert slots(extractor, text, "site-frequency", "low") == [(57,)]


def test_a_cancer_that_has_reached_a_far_organ_is_at_that_stage(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\nWhile it is in the kidney it can be cured. Once it has reached the bones, no cure is possible."
    wanted = [("early kidney cancer", "yes"), ("metastatic kidney cancer", "no")]
    found = slots(extractor, text.replace("is in the kidney", "has not spread"), "curability", "condition", "curable")
    assert found == wanted


def test_years_are_no_stage(extractor: Extractor) -> None:
    text = "# Metastatic breast cancer\n\nFive-year survival was 18% in the early 1990s."
    assert slots(extractor, text, "survival", "condition") == [("metastatic breast cancer",)]


def test_half_who_live_longer_give_the_median_alone(extractor: Extractor) -> None:
    text = (
        "# Metastatic breast cancer\n\nHalf of patients live for more than three years, and five-year survival is 30%."
    )
    assert slots(extractor, text, "survival", "measure", "low") == [("median", 3), ("5-year", 30)]


def test_rows_that_name_stages_in_one_word(extractor: Extractor) -> None:
    rows = (
        "| | Five-year survival |\n|---|---|\n| Local | 99% |\n| Distant | 37% |\n| All SEER stages combined | 97% |\n"
    )
    wanted = [("early prostate cancer", 99), ("metastatic prostate cancer", 37), ("prostate cancer", 97)]
    found = slots(extractor, f"# Metastatic prostate cancer\n\n{rows}", "survival", "condition", "low")
    assert found == wanted


def test_a_group_taken_up_is_at_the_stage_that_told_it(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nSome women's cancer has already spread when it is found. In that group 28% survive for five years."
    assert slots(extractor, text, "survival", "condition", "low") == [("metastatic breast cancer", 28)]


@pytest.mark.parametrize(
    "text",
    [
        "The picture is less bright for those whose cancer has spread, around one in 20.",
        "For a small, node-negative tumour, 13% relapse.",
        "Blood from the bowel reaches the liver: 20% of those who have an operation do well.",
    ],
)
def test_a_share_that_only_counts_people_is_of_no_site_and_no_survival(extractor: Extractor, text: str) -> None:
    page = f"# Metastatic breast cancer\n\nFive-year survival is 30%. {text}"
    assert slots(extractor, page, "survival", "low") == [(30,)]
    assert slots(extractor, page, "site-frequency", "site") == []


def test_heads_of_columns_that_are_organs_are_diseases_where_the_own_one_is_among_them(extractor: Extractor) -> None:
    table = "| | Breast | Kidney |\n|---|---|---|\n| 5-year survival | 91% | 76% |\n"
    wanted = [("breast cancer", 91), ("kidney cancer", 76)]
    found = slots(extractor, f"# Breast cancer and others\n\n{table}", "survival", "condition", "low")
    assert sorted(found, key=str) == sorted(wanted, key=str)


def test_headings_that_are_organs_though_no_section_names_its_disease(extractor: Extractor) -> None:
    parts = ("## Breast\n\nBone is the commonest site.", "## Kidney\n\nThe lung is the commonest site.")
    page = "\n\n".join(("# Where breast cancer spreads, and another", *parts))
    wanted = [("metastatic breast cancer", "bone"), ("metastatic kidney cancer", "lung")]
    assert slots(extractor, page, "top-site", "condition", "site") == wanted


def test_a_title_of_several_forms_gives_none_to_the_drugs_below(extractor: Extractor) -> None:
    page = (
        "# Inflammatory, lobular, triple-negative: rarer breast cancers\n\n## In men\n\nTamoxifen is the usual choice."
    )
    assert slots(extractor, page, "therapy-target", "target") == []


def test_what_it_is_not_is_not_what_can_be_cured(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nA regional recurrence is still not stage 4, and may be curable."
    assert "metastatic breast cancer" not in [c for (c,) in slots(extractor, text, "curability", "condition")]


def test_an_item_that_names_the_disease_anew_is_of_no_form_named_before(extractor: Extractor) -> None:
    items = "- Tamoxifen is not for triple-negative breast cancer.\n- Metastatic breast cancer is treated, and 33% live five years.\n"
    assert slots(extractor, f"# Breast cancer\n\n{items}", "survival", "condition") == [("metastatic breast cancer",)]


def test_a_question_in_a_row_is_answered_for_the_disease_of_each_column(extractor: Extractor) -> None:
    table = "| | Breast | Kidney |\n|---|---|---|\n| Curable once spread? | No | Sometimes |\n"
    wanted = [("metastatic breast cancer", "no"), ("metastatic kidney cancer", "sometimes")]
    assert slots(extractor, f"# Breast cancer and others\n\n{table}", "curability", "condition", "curable") == wanted


@pytest.mark.parametrize(
    "text", ["For tumours with four nodes, 34% relapse.", "Fewer than 8% have it in the liver alone."]
)
def test_shares_of_counted_nodes_or_of_one_site_alone_are_of_no_site(extractor: Extractor, text: str) -> None:
    assert slots(extractor, f"# Metastatic breast cancer\n\n{text}", "site-frequency", "site") == []


def test_a_label_may_end_with_whom_its_figure_is_of(extractor: Extractor) -> None:
    assert slots(extractor, "# Breast cancer\n\nLifetime risk, men: about 1 in 800", "incidence", "population") == [
        ("men",)
    ]


def test_what_is_denied_of_most_is_not_denied_of_all(extractor: Extractor) -> None:
    text = "# Gout\n\nMost cases of gout do not run in families."
    assert slots(extractor, text, "risk-factor", "factor") == []


def test_whom_a_page_is_written_for_is_not_who_has_the_disease(extractor: Extractor) -> None:
    text = "# Breast cancer: a guide for teenagers\n\nIt can be cured."
    assert slots(extractor, text, "curability", "condition") == [("breast cancer",)]


def test_a_bare_figure_behind_a_time_is_no_share(extractor: Extractor) -> None:
    text = (
        "# Metastatic breast cancer\n\n## Survival\n\nMedian survival is 39 months. For the HER2-positive group the "
        "midpoint was 50 months; for triple-negative disease it was just under 15."
    )
    assert [unit for (unit,) in slots(extractor, text, "survival", "unit")] == ["months", "months"]


def test_what_a_share_is_of_may_stand_before_it(extractor: Extractor) -> None:
    found = slots(
        extractor, "# Breast cancer\n\nOf all breast cancers, 1% are in men.", "incidence", "outcome", "population"
    )
    assert found == [("men", "all breast cancers")]


def test_a_form_that_is_the_factor_is_not_the_condition(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nTwo things count. One is its form: HER2-positive tumours go to the liver more often."
    assert slots(extractor, text, "risk-factor", "condition", "outcome") == [("breast cancer", "liver")]


def test_all_forms_together_are_none_of_them(extractor: Extractor) -> None:
    text = "# Metastatic triple-negative breast cancer\n\nWith all types taken together, 32% live for five years."
    assert slots(extractor, text, "survival", "condition") == [("metastatic breast cancer",)]


def test_each_of_two_shares_is_of_its_own_people(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nAbout 72% of women with a BRCA1 fault, and 45% with BRCA2, will have breast cancer by their 80th birthday."
    found = slots(extractor, text, "incidence", "low", "population", "outcome")
    assert found == [
        (72, "women with a BRCA1 fault", "breast cancer by age 80"),
        (45, "with BRCA2", "breast cancer by age 80"),
    ]
