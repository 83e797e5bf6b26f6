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
