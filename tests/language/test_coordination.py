"""Two things or one: what people do, one thing after the other, what is done, and verbs that share their subject."""

from __future__ import annotations

import pytest

from lint.language import deeds, doings
from lint.language.extractor import Extractor
from tests.language.reading import slots


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("smoking or being infected with a virus", 2),
        ("eating a lot of meat and drinking beer", 2),
        ("washing your face, neck and hands, wearing a hat, and eating fruit", 3),
        ("smoking or chewing tobacco", 1),
        ("bending or lifting heavy things", 1),
        ("stopping drinking and smoking cigars", 1),
        ("taking care of your teeth and keeping them clean", 1),
        ("a scar or being ill for long", 1),
    ],
)
def test_doings(words: str, parts: int) -> None:
    assert len(doings.parted(words)) == parts


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("you smoke, drink heavily, or have an illness", 3),
        ("you can't move around much or are sedated", 2),
        ("over 40, have an illness, or have had surgery", 3),
        ("you have or have had it", 1),
        ("you eat or drink too much of it", 1),
        ("smoking, use of beer, or work", 1),
        ("the parts that move do not grow or get hurt", 1),
    ],
)
def test_deeds(words: str, parts: int) -> None:
    assert len(deeds.parted(words)) == parts


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("Your risk of gout is higher if you smoke, drink a lot of beer or have had surgery.", 3),
        ("People who smoke, drink heavily or have diabetes are more likely to get gout.", 3),
        ("People who are in prison or who have HIV are at higher risk of gout.", 2),
        ("Nurses and people who keep birds are at higher risk of gout.", 2),
        ("Men and women who smoke are at higher risk of gout.", 1),
        ("Women who smoke and who take the pill are at higher risk of gout.", 1),
        ("Gout has many causes including, but not limited to, beer and red meat.", 2),
    ],
)
def test_factors_of_a_sentence(extractor: Extractor, text: str, factors: int) -> None:
    assert len(slots(extractor, f"# Gout\n\n{text}\n", "risk-factor", "factor")) == factors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tea does you good but can also lead to gout.", [("Tea", "increases")]),
        ("Tea does not cause asthma but can cause gout.", [("Tea", "none"), ("Tea", "increases")]),
        ("Tea does you good, but the cold can cause gout.", [("cold", "increases")]),
        ("Washing can reduce, but not end, the risk of gout.", []),
    ],
)
def test_a_subject_that_two_verbs_share(extractor: Extractor, text: str, found: list[tuple[str, str]]) -> None:
    told = slots(extractor, f"# Gout\n\n{text}\n", "risk-factor", "factor", "direction")
    assert [claim for claim in told if claim[1] != "decreases"] == found


def test_a_long_list_of_semicolons_is_read_to_its_end(extractor: Extractor) -> None:
    text = "# Gout\n\nRisk factors include eating meat, fish, peas, or beans; long-term use of water pills for blood pressure; and a history of illness such as asthma, scurvy, or flu."
    assert len(slots(extractor, text + "\n", "risk-factor", "factor")) == 3


def test_the_name_that_is_given_to_what_comes_of_it(extractor: Extractor) -> None:
    text = "# Gout\n\nGout can lead to a similar disorder called scurvy, pain, and a rash.\n"
    assert slots(extractor, text, "risk-factor", "outcome") == [("scurvy",)]


def test_a_footnote_is_no_part_of_the_last_word(extractor: Extractor) -> None:
    text = "# Gout\n\nBeer is the most common cause of gout.1 Tea is a cause of scurvy.12\n"
    assert slots(extractor, text, "risk-factor", "factor", "outcome") == [("Beer", "gout"), ("Tea", "scurvy")]
