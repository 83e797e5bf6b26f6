from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("1,500", 1500),
        ("12.5", 12.5),
        ("0.3", 0.3),
        ("2.3 million", 2_300_000),
        ("zero", 0),
        ("twelve", 12),
        ("twenty-five", 25),
        ("twenty five", 25),
        ("Ninety-Nine", 99),
        ("a hundred", 100),
        ("two hundred", 200),
        ("a hundred and twenty", 120),
        ("three thousand", 3000),
        ("one million", 1_000_000),
        ("two and a half", 2.5),
        ("4 and a half", 4.5),
    ],
)
def test_a_number_in_figures_or_words_has_its_value(text: str, value: float) -> None:
    assert numbers.value(text) == value


@pytest.mark.parametrize("text", ["", "a", "and", "half", "women", "one woman", "1.2.3", "third"])
def test_words_that_are_no_number_have_none(text: str) -> None:
    assert numbers.value(text) is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("half", 50),
        ("a half", 50),
        ("a third", 33),
        ("two thirds", 67),
        ("two-thirds", 67),
        ("three quarters", 75),
        ("one fourth", 25),
        ("four fifths", 80),
        ("a tenth", 10),
        ("one-twentieth", 5),
        ("an eighth", 12.5),
        ("2/3", 67),
        ("3/4", 75),
        ("½", 50),
        ("⅔", 67),
    ],
)
def test_a_fraction_is_the_percentage_that_copy_means_by_it(text: str, share: float) -> None:
    assert numbers.percent(text) == share


@pytest.mark.parametrize("text", ["women", "hundred", "3/2"])
def test_what_is_no_fraction_has_no_percentage(text: str) -> None:
    assert numbers.percent(text) is None


@given(st.integers(0, 999_999))
def test_figures_with_and_without_separators_are_one_number(number: int) -> None:
    assert numbers.value(str(number)) == numbers.value(f"{number:,}") == number


@given(st.floats(0, 100))
def test_rounding_moves_a_share_by_less_than_a_reader_sees(share: float) -> None:
    assert abs(numbers.rounded(share) - share) <= (0.5 if share >= 1 else 0.06 * share)


@given(st.text(max_size=40))
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = numbers.value(text)
    assert value is None or value >= 0
