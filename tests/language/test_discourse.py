"""What a sentence leaves out comes from the title, the headings, the question, the sentence before."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import BREAST, claims, slots


def test_a_heading_gives_the_site(extractor: Extractor) -> None:
    text = f"{BREAST}## Liver\n\nIt ranks third. About a quarter of patients have it here."
    assert slots(extractor, text, "top-site", "site", "rank") == [("liver", 3)]
    assert slots(extractor, text, "site-frequency", "site", "low") == [("liver", 25)]


@pytest.mark.parametrize(
    ("question", "answer", "step"),
    [
        ("Is it curable?", "Not at present.", "no"),
        ("Is it curable?", "No.", "no"),
        ("Can it be cured?", "Yes, usually.", "often"),
        ("Can it be cured?", "Sadly, no.", "no"),
        ("Can it be cured?", "At the moment, no.", "no"),
        ("Can it be cured?", "In most cases, no.", "rarely"),
        ("## Can it be cured?", "Not yet.", "no"),
    ],
)
def test_an_answer_takes_up_the_question(extractor: Extractor, question: str, answer: str, step: str) -> None:
    assert slots(extractor, f"{BREAST}{question}\n\n{answer}", "curability", "curable", "quote") == [(step, answer)]


def test_a_question_without_an_answer_claims_nothing(extractor: Extractor) -> None:
    assert claims(extractor, f"{BREAST}Is it curable?\n\nThe hospital opens at eight.") == []


def test_does_the_same_takes_up_what_was_said(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nObesity raises the risk. Alcohol does the same. So does smoking."
    wanted = [(factor, "breast cancer", "increases") for factor in ("obesity", "alcohol", "smoking")]
    found = slots(extractor, text, "risk-factor", "factor", "outcome", "direction")
    assert [(str(factor).lower(), outcome, direction) for factor, outcome, direction in found] == wanted


def test_a_hundred_people_to_imagine_stand_behind_the_counts(extractor: Extractor) -> None:
    text = f"{BREAST}Think of 100 people with it. About 70 of them will have it in the bones."
    assert slots(extractor, text, "site-frequency", "site", "low", "high") == [("bone", 70, 70)]


def test_another_disease_in_passing_does_not_take_over(extractor: Extractor) -> None:
    text = f"{BREAST}Prostate cancer spreads to bone too. It cannot be cured."
    assert slots(extractor, text, "curability", "condition") == [("metastatic breast cancer",)]


def test_a_claim_about_another_disease_is_about_that(extractor: Extractor) -> None:
    text = f"{BREAST}Metastatic prostate cancer cannot be cured either."
    assert slots(extractor, text, "curability", "condition") == [("metastatic prostate cancer",)]


def test_headings_give_the_stage(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n## Stage 4\n\nIt cannot be cured.\n\n## Stage 1\n\nIt is usually cured."
    wanted = [("metastatic breast cancer", "no"), ("early breast cancer", "often")]
    assert slots(extractor, text, "curability", "condition", "curable") == wanted


def test_a_stage_before_a_colon_is_that_of_the_figure(extractor: Extractor) -> None:
    text = (
        "# Bowel cancer\n\nStage 1: 90% survive for 5 years. Stage 4: more than 10 in 100 people survive for 5 years."
    )
    wanted = [("early colorectal cancer", 90), ("metastatic colorectal cancer", 10)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted


def test_survival_goes_on_in_the_next_sentence(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nThe five-year survival rate is 99% when localized. It falls to 32% once it has spread."
    wanted = [("5-year", 99, "early breast cancer"), ("5-year", 32, "metastatic breast cancer")]
    assert slots(extractor, text, "survival", "measure", "low", "condition") == wanted


def test_each_figure_of_a_list_has_the_stage_that_it_is_led_to(extractor: Extractor) -> None:
    figures = "91% at the localized stage, 60% at the regional stage and 19% for distant disease"
    text = f"# Cervical cancer\n\nThe 5-year survival rate is {figures}."
    wanted = [("early cervical cancer", 91), ("regional cervical cancer", 60), ("metastatic cervical cancer", 19)]
    assert slots(extractor, text, "survival", "condition", "low") == wanted


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("in 62% at diagnosis", "diagnosis"),
        ("in 70% at autopsy", "autopsy"),
        ("in 70% at any time", "any"),
        ("in 70%", "any"),
    ],
)
def test_the_event_of_a_share(extractor: Extractor, text: str, event: str) -> None:
    assert slots(extractor, f"{BREAST}Bone metastases are found {text}.", "site-frequency", "event") == [(event,)]


def test_two_events_in_one_sentence_are_kept_apart(extractor: Extractor) -> None:
    text = f"{BREAST}Bone metastases are found in 62% at diagnosis and 70% at any time."
    assert slots(extractor, text, "site-frequency", "low", "event") == [(62, "diagnosis"), (70, "any")]


def test_shares_and_sites_are_paired_in_their_order(extractor: Extractor) -> None:
    text = f"{BREAST}Bone, lung and liver are involved in 70%, 30% and 20% respectively."
    assert slots(extractor, text, "site-frequency", "site", "low") == [("bone", 70), ("lung", 30), ("liver", 20)]


def test_a_share_of_something_else_is_not_bound_to_the_site(extractor: Extractor) -> None:
    text = "# Eye melanoma\n\nHalf of all patients develop metastases, and in 90% of them the liver is involved."
    assert slots(extractor, text, "site-frequency", "site", "low") == [("liver", 90)]


@pytest.mark.parametrize(
    ("text", "outcome", "population"),
    [
        ("About 1 in 27 men and 1 in 89 women will get gout during their life.", "gout during their life", "men"),
        ("Up to 70% of them come back after treatment.", "come back after treatment", ""),
        ("Almost half of the people who lost weight were free of it.", "free of it", "people who lost weight"),
        ("About 7 in 10 people with gout could manage without tablets.", "manage without tablets", "people with gout"),
        ("More than 1 in 7 adults have it.", "gout", "adults"),
        ("1 in 100 people have it, but only 36% have been diagnosed.", "diagnosed", ""),
    ],
)
def test_what_a_share_is_of_is_divided_from_its_people(
    extractor: Extractor, text: str, outcome: str, population: str
) -> None:
    assert (outcome, population) in slots(extractor, f"# Gout\n\n{text}", "incidence", "outcome", "population")


@pytest.mark.xfail(strict=True, reason="a figure without a sign is taken up only for survival")
def test_a_bare_figure_goes_on_with_the_share_before(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nWith one affected sister the lifetime risk is about 13%. With two it is nearer 20."
    assert 20 in [low for (low,) in slots(extractor, text, "incidence", "low")]


@pytest.mark.xfail(strict=True, reason="an answer whose words differ from the question is not read")
def test_it_often_does_answers_a_question(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nDoes breast cancer always go to the bones first?\n\nIt often does, but not always."
    assert slots(extractor, text, "first-site", "sites", "certainty") == [(("bone",), "usual")]


@pytest.mark.xfail(strict=True, reason="a heading announces no list: only a paragraph before it does")
def test_a_list_below_a_question_as_heading_answers_it(extractor: Extractor) -> None:
    text = "# Where does ovarian cancer spread?\n\n- the lining of the abdomen\n- the liver\n- the lungs\n"
    assert slots(extractor, text, "site-list", "sites") == [(("peritoneum", "liver", "lung"),)]


@pytest.mark.xfail(strict=True, reason="people before a chance of theirs are read as what the chance is of")
def test_those_who_have_a_chance_are_its_population(extractor: Extractor) -> None:
    text = "# Coeliac disease\n\nFirst-degree relatives have a 1 in 10 chance."
    assert slots(extractor, text, "incidence", "outcome") == [("coeliac disease",)]


def conditions(extractor: Extractor, text: str, kind: str) -> list[object]:
    return [condition for (condition,) in slots(extractor, text, kind, "condition")]


def test_another_cancer_that_leads_a_sentence_is_spoken_of_until_the_paragraph_ends(extractor: Extractor) -> None:
    page = (
        "# Melanoma\n\nMelanoma often reaches the lungs.\n\nKidney cancer behaves much like it. "
        "It most often spreads to the lungs.\n\nIt most often spreads to the skin.\n"
    )
    assert conditions(extractor, page, "top-site") == ["metastatic kidney cancer", "metastatic melanoma"]


def test_a_question_about_another_cancer_is_answered_for_that_one(extractor: Extractor) -> None:
    page = (
        "# Ask us about melanoma\n\nMelanoma often reaches the lungs.\n\n"
        "**I have kidney cancer. Where does kidney cancer go?**\n\nThe most common site of spread is the lung.\n"
    )
    assert conditions(extractor, page, "top-site") == ["metastatic kidney cancer"]


def test_a_name_of_another_disease_is_said_of_that_disease(extractor: Extractor) -> None:
    page = (
        "# Ulcerative colitis\n\nUlcerative colitis is common. Irritable bowel syndrome is also called spastic colon.\n"
    )
    assert conditions(extractor, page, "identity") == ["irritable bowel syndrome"]


def test_a_row_is_of_the_place_that_its_column_asks_for(extractor: Extractor) -> None:
    page = (
        "# Metastatic breast cancer\n\n| It has spread to | Median survival |\n|---|---|\n"
        "| bone | 38 months |\n| liver | 9 months |\n"
    )
    assert conditions(extractor, page, "survival") == [
        "metastatic breast cancer in the bone",
        "metastatic breast cancer in the liver",
    ]


def test_figures_below_a_heading_about_secondaries_are_of_those_there(extractor: Extractor) -> None:
    page = "# Metastatic breast cancer\n\n## Liver metastases\n\nMedian survival is 10 months.\n"
    assert conditions(extractor, page, "survival") == ["metastatic breast cancer in the liver"]


def test_an_organ_in_passing_is_no_place_that_a_cancer_spreads_to(extractor: Extractor) -> None:
    page = "# Stomach cancer\n\nSee a doctor for the bowel. Two thirds of the people who have it are over 65.\n"
    assert claims(extractor, page, "site-frequency") == []


def test_what_follows_the_comma_behind_a_share_of_cases_is_what_it_is_of(extractor: Extractor) -> None:
    page = "# Migraine\n\nIn another third of cases, migraine fades with age."
    ((outcome,),) = slots(extractor, page, "incidence", "outcome")
    assert str(outcome).endswith("fades with age")


def test_in_most_cases_only_says_how_often_it_is_so(extractor: Extractor) -> None:
    assert claims(extractor, "# Migraine\n\nIn most cases, migraine fades with age.", "incidence") == []
    assert claims(extractor, "# Migraine\n\nIn most people, it fades with age.", "incidence") != []
    assert claims(extractor, "# Migraine\n\nMost cases of migraine fade with age.", "incidence") != []


def test_a_share_of_people_ends_where_what_they_do_begins(extractor: Extractor) -> None:
    found = slots(
        extractor, "# Flu\n\nMost people with the flu recover on their own.", "incidence", "population", "outcome"
    )
    assert found == [("people with the flu", "recover on their own")]


def test_people_who_have_had_something_are_told_apart_by_it(extractor: Extractor) -> None:
    text = "# Type 2 diabetes\n\nHalf of women who've had gestational diabetes go on to type 2 diabetes."
    assert slots(extractor, text, "incidence", "population") == [("women who've had gestational diabetes",)]


def test_a_cancer_of_the_blood_is_found_in_places_at_no_stage(extractor: Extractor) -> None:
    text = "# Lymphoma\n\nLymphoma can spread to the liver, the spleen and the bone marrow."
    assert conditions(extractor, text, "site-list") == ["lymphoma"]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Zoob fever is a rare infection of the skin. It is caused by a virus.", "zoob fever"),
        ("Zoob-Ried fever (ZRF) is a bacterial disease. It is more common in older people.", "zoob-ried fever"),
        ("Overview: Zoob fever is caused by mutations in the ZOR2 gene.", "zoob fever"),
        (
            "What is it like? Zoob fever, also known as ried fever, is an illness of children. The disease is caused by a virus.",
            "zoob fever",
        ),
        ("# Asthma\n\nZoob fever is a rare infection. Asthma is caused by a virus.", "asthma"),
        ("Smoking is a cause of many diseases. Asthma is caused by a virus.", "asthma"),
        ("Zoob fever type 4 is a rare illness. The disease is caused by a virus.", "zoob fever type 4"),
        ("Is zoob fever inherited? Zoob fever is rare. It is caused by a virus.", "zoob fever"),
        ("How might zoob fever be treated? Zoob fever is rare. It is caused by a virus.", "zoob fever"),
    ],
)
def test_a_page_without_a_title_is_of_the_disease_that_its_first_sentence_defines(
    extractor: Extractor, text: str, condition: str
) -> None:
    assert {condition} == {found for (found,) in slots(extractor, text, "risk-factor", "condition")}


def test_lines_below_a_question_answer_it_for_a_stage_each(extractor: Extractor) -> None:
    text = (
        "# Breast cancer\n\n## Can it be cured?\n\n- Stage 1: yes.\n- Stage 3: in about two thirds.\n- Stage 4: no.\n"
    )
    wanted = [("early breast cancer", "yes"), ("stage 3 breast cancer", "often"), ("metastatic breast cancer", "no")]
    assert slots(extractor, text, "curability", "condition", "curable") == wanted


def test_they_are_the_tumours_that_the_sentence_before_was_about(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nPapillary tumours are another story. They often spread to the liver and the lungs."
    assert slots(extractor, text, "site-list", "condition") == [("metastatic papillary breast cancer",)]


def test_a_heading_that_is_but_a_form_tells_whose_figures_follow(extractor: Extractor) -> None:
    text = "# Breast cancer\n\n## Medullary\n\nThe liver is involved in 10%."
    assert slots(extractor, text, "site-frequency", "condition", "low") == [("metastatic medullary breast cancer", 10)]


def test_an_item_may_begin_with_the_site_that_its_figure_is_of(extractor: Extractor) -> None:
    text = f"{BREAST}- **Liver.** About a third, counted at autopsy.\n- **Brain.** Rarely.\n"
    assert slots(extractor, text, "site-frequency", "site", "low", "event") == [("liver", 33, "autopsy")]
    assert slots(extractor, text, "site-list", "sites", "rank") == [(("brain",), "less-common")]


def test_it_is_one_disease_though_its_name_ends_like_several(extractor: Extractor) -> None:
    text = "# Stroke\n\nDiabetes? It doubles the risk of stroke."
    assert slots(extractor, text, "risk-factor", "factor", "condition") == [("Diabetes", "stroke")]


@pytest.mark.parametrize(
    ("sentence", "kind", "condition"),
    [
        ("People with this condition have a higher risk of stroke.", "risk-factor", "gout"),
        ("It can also cause kidney stones.", "risk-factor", "gout"),
        ("The scarring can lead to kidney failure.", "risk-factor", "gout"),
        ("About 5% of patients develop kidney stones.", "incidence", "gout"),
        ("Around one in ten people with the illness has a stroke.", "incidence", "gout"),
        ("Anaemia is found in a third of adults by the time of diagnosis.", "incidence", "gout"),
        ("If nobody steps in, 15 to 25 per cent end up with arthritis.", "incidence", "gout"),
        ("Smoking causes lung cancer.", "risk-factor", "lung cancer"),
        ("Stroke affects about one in four Americans.", "incidence", "stroke"),
    ],
)
def test_what_the_pages_disease_brings_on_is_told_of_that_one(
    extractor: Extractor, sentence: str, kind: str, condition: str
) -> None:
    text = f"# Gout\n\nGout is more common in men. {sentence}"
    assert slots(extractor, text, kind, "condition")[-1:] == [(condition,)]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        (
            "Where only the bones are involved, they live for a median of four years.",
            "metastatic breast cancer in the bone",
        ),
        ("For men, five-year survival is 19%.", "metastatic breast cancer in men"),
        ("Once the nearby glands are involved, five-year survival is 86%.", "regional breast cancer"),
        ("When it has gone further afield, five-year survival is 30%.", "metastatic breast cancer"),
    ],
)
def test_a_figure_is_of_the_site_the_people_or_the_stage_that_its_sentence_begins_with(
    extractor: Extractor, sentence: str, condition: str
) -> None:
    assert slots(extractor, f"# Metastatic breast cancer\n\n{sentence}", "survival", "condition") == [(condition,)]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Beta-carotene raises the risk of lung cancer in smokers.", "lung cancer in smokers"),
        ("In people with gout, beer raises the risk of lung cancer.", "lung cancer in people with gout"),
        ("Beer raises the risk of lung cancer.", "lung cancer"),
    ],
)
def test_a_risk_among_some_people_is_of_the_disease_in_them(
    extractor: Extractor, sentence: str, condition: str
) -> None:
    assert slots(extractor, f"# Lung cancer\n\n{sentence}", "risk-factor", "condition") == [(condition,)]


def test_a_share_of_tumours_of_a_form_is_of_that_form(extractor: Extractor) -> None:
    text = "# Bladder cancer\n\nLow-grade tumours come back in half of patients."
    assert slots(extractor, text, "incidence", "condition", "low") == [("low-grade bladder cancer", 50)]


def test_on_a_page_about_the_disease_of_an_age_the_disease_is_that_one(extractor: Extractor) -> None:
    text = "# Childhood asthma\n\nMost children with asthma can be cured."
    assert slots(extractor, text, "curability", "condition") == [("childhood asthma",)]


def test_the_outcome_that_takes_up_the_pages_disease_is_of_it_whatever_else_is_named(extractor: Extractor) -> None:
    text = "# Gout\n\nObesity raises the risk of the disorder, and obesity is also linked with more severe signs."
    assert slots(extractor, text, "risk-factor", "condition")[0] == ("gout",)


def test_a_risk_of_most_cancers_is_of_cancer(extractor: Extractor) -> None:
    text = "# Lung cancer\n\nOlder age is the main risk factor for most cancers."
    assert slots(extractor, text, "risk-factor", "condition") == [("cancer",)]


def test_a_share_of_the_time_is_no_part_of_what_it_is_of(extractor: Extractor) -> None:
    page = "# Infertility\n\nA third of the time, no cause is found."
    assert slots(extractor, page, "incidence", "outcome") == [("no cause is found",)]


def test_who_does_not_live_longer_lives_so_long_at_most(extractor: Extractor) -> None:
    page = "# Heart failure\n\nWithout it, they usually do not survive more than 6 months."
    assert slots(extractor, page, "survival", "low", "high") == [(None, 6)]


def test_a_figure_that_answers_how_often_is_a_share(extractor: Extractor) -> None:
    page = "# Gout\n\n**How often does it come back?**\n\nIn about 1 in 5."
    assert slots(extractor, page, "incidence", "low") == [(20,)]
