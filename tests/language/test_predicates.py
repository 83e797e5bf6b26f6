"""Sentences that say two things of one subject, and times that turn a statement round."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots


@pytest.mark.parametrize(
    ("text", "survival", "share"),
    [
        ("Lobular breast cancer makes up 12% of breast cancers and has a 5-year survival of 91%.", 91, 12),
        ("Lobular breast cancer has a five-year survival of 91% and makes up 12% of breast cancers.", 91, 12),
        ("Lobular breast cancer accounts for 12% of breast cancers, and its five-year survival is 91%.", 91, 12),
    ],
)
def test_each_of_two_statements_keeps_its_figure(extractor: Extractor, text: str, survival: int, share: int) -> None:
    page = f"# Breast cancer\n\n{text}"
    assert slots(extractor, page, "survival", "condition", "low") == [("lobular breast cancer", survival)]
    assert slots(extractor, page, "incidence", "low") == [(share,)]


def test_what_opens_with_another_time_is_said_of_that_time(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nWorking nights after 50 raises the risk. Before 50, it lowers it."
    wanted = [("Working nights after 50", "increases"), ("Working nights before 50", "decreases")]
    assert slots(extractor, text, "risk-factor", "factor", "direction") == wanted


def test_an_outcome_is_of_the_time_that_the_sentence_opens_with(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nObesity raises the risk of breast cancer after 50. Before 50, it may lower it."
    wanted = [("breast cancer after 50", "increases"), ("breast cancer before 50", "decreases")]
    assert slots(extractor, text, "risk-factor", "outcome", "direction") == wanted


@pytest.mark.parametrize("name", ["Carcinoma in situ", "Carcinoma in situ (stage 0)", "Ductal carcinoma in situ"])
def test_a_carcinoma_in_situ_is_stage_0(extractor: Extractor, name: str) -> None:
    text = f"# Breast cancer\n\n{name} is nearly always curable."
    assert slots(extractor, text, "curability", "condition") == [("stage 0 breast cancer",)]


def test_an_item_keeps_its_outcome_to_itself(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n- Red meat raises the risk of gout.\n- Alcohol raises the risk.\n"
    wanted = [("Red meat", "gout"), ("Alcohol", "breast cancer")]
    assert slots(extractor, text, "risk-factor", "factor", "outcome") == wanted


def test_an_item_that_denies_is_no_item_of_the_list(extractor: Extractor) -> None:
    text = "# Gout\n\n## What raises your risk?\n\n- Beer.\n- Coffee does not cause gout. Neither does tea.\n"
    wanted = [("Beer", "increases"), ("Coffee", "none"), ("tea", "none")]
    assert slots(extractor, text, "risk-factor", "factor", "direction") == wanted


def test_a_share_in_brackets_is_no_rate_of_cure(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nLobular cancers (about 12%) grow slowly and are nearly always cured."
    assert slots(extractor, text, "curability", "curable") == [("yes",)]


@pytest.mark.parametrize(
    ("text", "outcome", "population"),
    [
        ("It makes up about 3% of all cancers and about 8% of all cancer deaths.", "Gout", "cancer deaths"),
        ("Half of first attacks hit the big toe.", "hit the big toe", "first attacks"),
        ("A change in the gene gives a risk of 40%.", "risk", "change in the gene"),
        ("In one in five women the disease returns.", "disease returns", "women"),
        ("In the past few got well; without treatment, a third lose a joint.", "lose a joint", "without treatment"),
    ],
)
def test_what_a_share_is_of(extractor: Extractor, text: str, outcome: str, population: str) -> None:
    assert slots(extractor, f"# Gout\n\n{text}", "incidence", "outcome", "population")[-1] == (outcome, population)


@pytest.mark.parametrize("question", ["How many people have it?", "How common is gout?", "How many women get gout?"])
def test_what_a_question_counts_is_the_disease(extractor: Extractor, question: str) -> None:
    text = f"# Gout\n\nHalf of first attacks hit the big toe.\n\n{question} About 4%."
    assert slots(extractor, text, "incidence", "outcome")[-1] == ("gout",)


def test_the_organ_of_a_cancer_is_no_place_that_it_goes_to(extractor: Extractor) -> None:
    text = "# Ovarian cancer\n\nIf it is found while still in the ovary, 92% are alive after five years."
    assert slots(extractor, text, "site-frequency", "site") == []


def test_an_arm_is_another_population(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nWith surgery, 95% survive five years."
    assert slots(extractor, text, "survival", "population") == [("with surgery",)]


def test_what_comes_second_is_no_list_of_the_most_common(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nThe liver is where breast cancer spreads most often, followed by bone and lungs."
    assert slots(extractor, text, "site-list", "sites") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bone metastases are bone cancer.",
        "When breast cancer spreads to the bone it becomes bone cancer.",
        "Bone metastasis is a type of bone cancer.",
    ],
)
def test_a_cancer_in_the_bone_that_is_called_bone_cancer(extractor: Extractor, text: str) -> None:
    assert slots(extractor, f"# Breast cancer\n\n{text}", "identity", "relation", "b") == [("is", "bone cancer")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It doesn't mean that one in eight women has it now.", "incidence"),
        ("It is not caused by an infection.", "identity"),
        ("In most people bone, lung or liver are affected before the brain is.", "site-frequency"),
        ("Between 13 and 41 in 100 relapse, depending on how many lymph nodes were involved.", "site-frequency"),
    ],
)
def test_what_is_not_said(extractor: Extractor, text: str, kind: str) -> None:
    assert slots(extractor, f"# Breast cancer\n\n## Brain\n\n{text}", kind, "low") == []


def test_an_item_gives_no_stage_to_the_next(extractor: Extractor) -> None:
    text = (
        "# Breast cancer\n\n- Fulvestrant is for advanced breast cancer.\n- Trastuzumab is for HER2-positive cancer.\n"
    )
    assert slots(extractor, text, "therapy-target", "condition")[-1] == ("her2-positive breast cancer",)


@pytest.mark.parametrize("text", ["Stage 4 cannot.", "Stage 4 cannot: it has reached other organs."])
def test_a_stage_answers_whether_it_can_be_cured(extractor: Extractor, text: str) -> None:
    page = f"# Breast cancer\n\nCan it be cured? {text}"
    assert slots(extractor, page, "curability", "condition", "curable") == [("metastatic breast cancer", "no")]


def test_a_cancer_that_comes_back_elsewhere_has_spread(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nIf it comes back elsewhere it is treatable but not curable."
    assert slots(extractor, text, "curability", "condition") == [("metastatic breast cancer",)]


def test_hormone_therapy_that_is_not_the_same_as_another(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nHormone therapy lowers oestrogen. It is not the same as HRT."
    assert slots(extractor, text, "identity", "condition", "a") == [("breast cancer", "Hormone therapy")]


def test_a_figure_in_a_cell_keeps_its_words(extractor: Extractor) -> None:
    text = (
        "# Osteoporosis\n\n## Risk factors\n\n| Factor | Effect |\n|---|---|\n| Menopause before 45 | higher risk |\n"
    )
    assert slots(extractor, text, "risk-factor", "factor") == [("menopause before 45",)]


def test_a_drug_is_for_the_disease_of_the_page_whatever_else_its_takers_had(extractor: Extractor) -> None:
    text = "# Gout\n\nFebuxostat is for severe gout; it is not for those who have had a stroke."
    assert slots(extractor, text, "therapy-target", "condition") == [("gout",)]


def test_what_a_pronoun_in_the_same_sentence_takes_up(extractor: Extractor) -> None:
    text = (
        "# Breast cancer\n\nBlack men have a higher chance of getting prostate cancer and are more likely to die of it."
    )
    found = slots(extractor, text, "risk-factor", "outcome")
    assert found == [("prostate cancer",), ("prostate cancer",)]


def test_a_share_brings_nothing_about(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nSome 20 to 50% would turn into invasive cancer in time."
    assert slots(extractor, text, "risk-factor", "factor") == []


@pytest.mark.parametrize(
    ("text", "condition", "curable"),
    [
        ("Most tumours that haven't left the breast are cured.", "early breast cancer", "often"),
        ("A cancer that has spread cannot be cured.", "metastatic breast cancer", "no"),
    ],
)
def test_what_tells_tumours_apart_denies_no_cure(extractor: Extractor, text: str, condition: str, curable: str) -> None:
    assert slots(extractor, f"# Breast cancer\n\n{text}", "curability", "condition", "curable") == [
        (condition, curable)
    ]


def test_what_a_denial_leaves_out(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nNone of them helps when HER2 is negative, apart from tucatinib in HER2-low cancer."
    assert slots(extractor, text, "therapy-target", "target", "relation") == [("HER2-low", "for")]


def test_the_groups_of_a_trial_are_populations(extractor: Extractor) -> None:
    text = (
        "# Metastatic breast cancer\n\nMedian survival was 57 months in the NORTHLIGHT trial, in the group that had both, "
        "and 41 months in the control group."
    )
    trial = "in the NORTHLIGHT trial in the"
    wanted = [(f"{trial} group that had both",), (f"{trial} control group",)]
    assert slots(extractor, text, "survival", "population") == wanted


def test_a_share_of_each_year(extractor: Extractor) -> None:
    text = "# Gout\n\nOnce there are stones, 1 to 5 percent a year have a stroke."
    assert slots(extractor, text, "incidence", "outcome") == [("stroke a year",)]


def test_a_pronoun_takes_up_what_its_own_sentence_is_about(extractor: Extractor) -> None:
    text = "# Gout\n\nBeer causes 40% of attacks. Fish is the second cause; it is behind some 10% of cases."
    assert slots(extractor, text, "incidence", "outcome", "low") == [("Beer", 40), ("Fish", 10)]


def test_where_a_cancer_is_supposed_to_be_is_no_share_of_that_place(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nIf it has reached the nodes 70 in 100 do, and if it has gone further 18 in 100."
    assert slots(extractor, text, "site-frequency", "site") == []


def test_drugs_whose_verb_is_left_out(extractor: Extractor) -> None:
    text = "# Asthma\n\nOmalizumab is for allergic asthma, mepolizumab and benralizumab for eosinophilic asthma."
    wanted = [
        ("Omalizumab", "allergic asthma"),
        ("benralizumab", "eosinophilic asthma"),
        ("mepolizumab", "eosinophilic asthma"),
    ]
    assert sorted(slots(extractor, text, "therapy-target", "therapy", "target")) == wanted


def test_a_drug_among_what_sets_a_disease_off_is_not_for_it(extractor: Extractor) -> None:
    text = "# Asthma\n\n## Triggers\n\nPollen, dust, aspirin in about 7% of adults with asthma, and beta-blockers."
    assert slots(extractor, text, "therapy-target", "therapy") == []
