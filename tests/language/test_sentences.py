from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ("It spreads.", "It grows."),
        ("Is it curable?", "no, not yet."),
        ("They were told so!", "Nobody knows why."),
        ("It spreads (mostly to bone).", "Then it grows."),
        ('He said "No."', "Then he left."),
        ("It costs $5.", "Call us."),
        ("Bone first.", "70% of women have it."),
        ("people type like this.", "they leave capitals out."),
        ("bone, lung, etc.", "Others are rare."),
        ("It is at stage IV.", "The bones come first."),
        ("It ends...", "And begins."),
        ("See the table.1", "Bone is first."),
        ("It spreads to bone.[12]", "Lungs come next."),
        ("It spreads to bone.[5665][12, 14]", "Lungs come next."),
    ],
)
def test_a_stop_ends_a_sentence(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith saw approx. 70 women.",
        "It rose to 3.5 percent.",
        "In the U.S. 1 in 8 women get it.",
        "Fig. 3 shows it.",
        "It is written e.g. as HER2-low.",
        "Women vs. men",
        "J. Smith et al. found it.",
        "It was first seen on Jan. 3 by chance.",
    ],
)
def test_the_stop_of_an_abbreviation_or_a_figure_does_not(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ["It spreads to bone.Then it grows.", "It was seen in 70%.The rest had none."])
def test_a_lost_space_is_no_lost_end(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "parts",
    [
        ("Obesity", "Obesity is linked to a higher risk."),
        ("Family history of the disease", "Having a parent who has it doubles the risk."),
        ("Sleep Apnea", "Some people stop breathing at night."),
        ("Knee pain", "The knee bends less well than before."),
    ],
)
def test_a_heading_that_lost_its_line_stands_alone(parts: tuple[str, ...]) -> None:
    assert sentences(f"It swells. {' '.join(parts)}") == ["It swells.", *parts]


@pytest.mark.parametrize(
    "text",
    [
        "We went to The Hague and came back again that night.",
        "Dr Bower and The Who played on, and nobody left the hall.",
        "Knees of Many sorts",
        "That that is so is what the doctor says to everybody.",
    ],
)
def test_a_capital_within_a_sentence_makes_no_heading(text: str) -> None:
    assert sentences(text) == [text]


def test_items_divided_by_dots_or_bars_stand_alone() -> None:
    assert sentences("Bone · Lung | Liver") == ["Bone", "Lung", "Liver"]


def test_a_broken_line_is_no_end() -> None:
    assert sentences("It spreads\nto bone.") == ["It spreads\nto bone."]


def test_offsets_are_those_of_the_block() -> None:
    assert split("One. Two.", 10) == [(10, 14), (15, 19)]


def test_nothing_has_no_sentences() -> None:
    assert split("") == split(" \n\t ") == []


@given(st.text(alphabet=st.sampled_from('aAz .?!)"%1·|\n\u2026e.g'), max_size=60))
def test_sentences_lie_in_order_hold_no_white_space_at_the_ends_and_lose_no_letter(text: str) -> None:
    spans = split(text)
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end
    kept = "".join(text[start:end] for start, end in spans)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]
