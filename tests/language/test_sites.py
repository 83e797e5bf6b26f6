"""Where a cancer spreads: what stands in brackets, in tables and below headings, and what only tells whom a share is of."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import BREAST, claims, slots

SEVERAL = "# Cancers and where they go\n\n"


def test_figures_in_brackets_do_not_part_a_list(extractor: Extractor) -> None:
    text = BREAST + "Bone (65%), lung (35%) and liver (30%) are the usual sites."
    assert slots(extractor, text, "site-list", "sites") == [(("bone", "lung", "liver"),)]
    assert slots(extractor, text, "site-frequency", "site", "low") == [("bone", 65), ("lung", 35), ("liver", 30)]


def test_two_ranks_of_one_sentence(extractor: Extractor) -> None:
    found = slots(
        extractor, BREAST + "The most common site is bone, followed by the lungs.", "top-site", "site", "rank"
    )
    assert found == [("bone", 1), ("lung", 2)]


def test_what_others_are_compared_with_is_not_the_top(extractor: Extractor) -> None:
    found = slots(
        extractor, BREAST + "After bone, the liver is the organ most often affected.", "top-site", "site", "rank"
    )
    assert found == [("liver", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "About 30% of patients with brain metastases need an operation.",
        "Half of the liver can be taken away.",
        "The liver makes most of the proteins in the blood.",
        "The bones come first. Some 4% of people have distant metastases when they are found.",
    ],
)
def test_a_site_that_a_share_is_not_of(extractor: Extractor, text: str) -> None:
    assert claims(extractor, BREAST + text, "site-frequency") == []


def test_a_short_answer_counts_behind_its_question_alone(extractor: Extractor) -> None:
    asked = BREAST + "**Where does breast cancer spread most often?**\n\nTo the bones, by a long way."
    assert slots(extractor, asked, "top-site", "site", "rank") == [("bone", 1)]
    assert claims(extractor, BREAST + "We talk of this at every visit.\n\nThe bones.", "top-site") == []


def test_dots_lead_from_a_site_to_its_share(extractor: Extractor) -> None:
    text = "METASTATIC BREAST CANCER\n\nHow often is each site affected?\n\n  Bone ............ 70%\n  Liver ........... 1 in 4\n"
    found = claims(extractor, text, "site-frequency", ".txt")
    assert [(c.slots["site"], c.slots["low"]) for c in found] == [("bone", 70), ("liver", 25)]


def test_the_site_of_a_share_stands_in_the_cell_beside_it(extractor: Extractor) -> None:
    table = "| Cancer | Site | Share of patients |\n|---|---|---|\n| Kidney cancer | lung | 50% |\n"
    found = slots(extractor, SEVERAL + table, "site-frequency", "condition", "site", "low")
    assert found == [("metastatic kidney cancer", "lung", 50)]


def test_organs_below_a_head_that_says_cancer_are_cancers(extractor: Extractor) -> None:
    table = "| Cancer | Usual sites of spread |\n|---|---|\n| Bladder | bone, liver, lung |\n"
    found = slots(extractor, SEVERAL + table, "site-list", "condition", "sites")
    assert found == [("metastatic bladder cancer", ("bone", "liver", "lung"))]


def test_a_heading_of_an_organ_is_its_cancer_where_several_are_so_headed(extractor: Extractor) -> None:
    prostate = "## Prostate\n\nSecondary prostate cancer is common. Bone deposits are found in 80%.\n\n"
    ovary = "## Ovary\n\nOvarian cancer often stays put. Liver deposits are found in 10%.\n"
    found = slots(extractor, SEVERAL + prostate + ovary, "site-frequency", "condition", "low")
    assert found == [("metastatic prostate cancer", 80), ("metastatic ovarian cancer", 10)]


def test_a_heading_of_a_site_is_no_cancer_of_it(extractor: Extractor) -> None:
    text = BREAST + "## Liver\n\nThis is not the same as liver cancer. Around 30% of patients have it here.\n"
    found = slots(extractor, text, "site-frequency", "condition", "site", "low")
    assert found == [("metastatic breast cancer", "liver", 30)]


def test_tumours_of_another_organ_are_what_has_come_there(extractor: Extractor) -> None:
    text = "# Prostate cancer\n\nThree quarters of patients with stage 4 disease have liver tumors."
    assert slots(extractor, text, "site-frequency", "site", "low") == [("liver", 75)]


def test_each_clause_has_tumours_of_its_own(extractor: Extractor) -> None:
    text = "# Kidney cancer\n\nPapillary tumours favour the lungs; chromophobe tumours favour the liver."
    assert slots(extractor, text, "top-site", "condition", "site") == [
        ("metastatic papillary kidney cancer", "lung"),
        ("metastatic chromophobe kidney cancer", "liver"),
    ]
