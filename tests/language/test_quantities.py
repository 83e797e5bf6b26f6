"""Every wording of an amount that patients' pages use, and the numbers that are no such amount."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language import quantities
from lint.language.figures import Quantity


def only(text: str, type_: str = "share") -> Quantity:
    """The one quantity of that type in a text."""
    found = [q for q in quantities.find(text) if q.type == type_]
    assert len(found) == 1, found
    return found[0]


def interval(text: str, type_: str = "share") -> tuple[float | None, float | None]:
    quantity = only(text, type_)
    return quantity.low, quantity.high


@pytest.mark.parametrize("sign", ["%", " %", " percent", " per cent", " per-cent", " pct", " pc", "%of"])
def test_percent_is_written_in_many_ways(sign: str) -> None:
    assert interval(f"It is seen in 70{sign} of patients.") == (70, 70)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("seven per cent of women", 7),
        ("twenty-five percent of women", 25),
        ("a hundred per cent of women", 100),
        ("one and a half percent of women", 1.5),
        ("0.5% of women", 0.5),
        ("half of the women", 50),
        ("two thirds of the women", 67),
        ("two-thirds of the women", 67),
        ("three quarters of women", 75),
        ("2/3 of women", 67),
        ("¾ of women", 75),
        ("1 in 8 women", 12.5),
        ("one in eight women", 12.5),
        ("one-in-eight women", 12.5),
        ("one woman in seven", 14.3),
        ("12 out of 100 women", 12),
        ("12 out of every 100 women", 12),
        ("3 of every 10 women", 30),
        ("7 in 10", 70),
        ("nine in ten", 90),
        ("one in every five", 20),
        ("120 per 100,000 women", 0.12),
        ("13 per 100,000", 0.013),
        ("5 per 1,000 births", 0.5),
    ],
)
def test_one_figure_is_both_ends(text: str, share: float) -> None:
    assert interval(text) == (share, share)


@pytest.mark.parametrize(
    "text",
    [
        "about 70%",
        "around 70%",
        "roughly 70%",
        "some 70%",
        "nearly 70%",
        "almost 70%",
        "close to 70%",
        "an estimated 70%",
        "approximately 70%",
        "in the region of 70%",
        "~70%",
        "only 70%",
        "a mere 70%",
    ],
)
def test_an_approximation_is_the_figure_and_belongs_to_its_words(text: str) -> None:
    quantity = only(f"That is {text} of them.")
    assert (quantity.low, quantity.high) == (70, 70)
    assert f"That is {text} of them."[quantity.start : quantity.end] == text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("30-60%", 30, 60),
        ("30–60%", 30, 60),
        ("30% - 60%", 30, 60),
        ("30 to 60 per cent", 30, 60),
        ("30% to 60%", 30, 60),
        ("between 30 and 60%", 30, 60),
        ("between 30% and 60%", 30, 60),
        ("from 30 to 60 percent", 30, 60),
        ("anywhere between 30 and 60%", 30, 60),
        ("sixty to seventy percent", 60, 70),
        ("a third to a half", 33, 50),
        ("half to two thirds", 50, 67),
        ("5-10 in 100", 5, 10),
        ("8 or 9 in 10", 80, 90),
        ("one or two in a hundred", 1, 2),
        ("10 to 15 in every 100", 10, 15),
        ("1 to 2 in 1,000", 0.1, 0.2),
    ],
)
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    assert interval(f"It is seen in {text} of patients.") == (low, high)


@pytest.mark.parametrize(
    "words",
    [
        "up to",
        "as many as",
        "as much as",
        "as high as",
        "no more than",
        "not more than",
        "fewer than",
        "less than",
        "under",
        "below",
        "at most",
        "a maximum of",
        "just under",
        "<",
        "≤",
    ],
)
def test_a_bound_above_leaves_the_low_end_open(words: str) -> None:
    assert interval(f"It is seen in {words} 30% of patients.") == (None, 30)


@pytest.mark.parametrize(
    "words",
    [
        "more than",
        "over",
        "above",
        "at least",
        "no fewer than",
        "not less than",
        "no less than",
        "a minimum of",
        "in excess of",
        "upwards of",
        "as little as",
        "as few as",
        "just over",
        ">",
        "≥",
    ],
)
def test_a_bound_below_leaves_the_high_end_open(words: str) -> None:
    assert interval(f"It is seen in {words} 30% of patients.") == (30, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("70% or more of patients", 70, None),
        ("70% and over", 70, None),
        ("30% or less of patients", None, 30),
        ("more than half of patients", 50, None),
        ("just under half of patients", None, 50),
        ("a little over a third of patients", 33, None),
    ],
)
def test_bounds_stand_behind_a_figure_and_before_a_fraction(text: str, low: float | None, high: float | None) -> None:
    assert interval(text) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "most people",
        "most of the women",
        "the majority of patients",
        "the vast majority of women",
        "the great majority of cases",
        "most heart attacks occur at home",
        "most eventually need a wheelchair",
        "although most will recover",
    ],
)
def test_a_word_for_most_is_more_than_half_and_no_exact_figure(text: str) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high, quantity.exact) == (50, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "the most common site",
        "most likely",
        "most often",
        "most recent figures",
        "it is most widely used",
        "the ones most affected are children",
        "what helps most",
        "those who most need help",
        "less than most people have",
    ],
)
def test_most_as_a_superlative_is_no_share(text: str) -> None:
    assert quantities.find(text) == []


@pytest.mark.parametrize("text", ["all patients", "every single patient", "all of the women"])
def test_everyone_is_all(text: str) -> None:
    assert interval(text, "all") == (100, 100)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 in 8, or 12%", 12, 12.5),
        ("1 in 8 (12%)", 12, 12.5),
        ("a third (33%)", 33, 33),
        ("about 1 in 3 (33 percent)", 33, 33),
    ],
)
def test_a_figure_given_twice_is_one(text: str, low: float, high: float) -> None:
    assert interval(f"It happens to {text} of them.") == (low, high)


def test_two_figures_far_apart_are_two() -> None:
    shares = [q.low for q in quantities.find("It was 10% (40% in the old).") if q.type == "share"]
    assert shares == [10, 40]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Most of these cancers (85%) are of one type.", 85, 85),
        ("The majority, about 90%, are mild.", 90, 90),
        ("A majority (65%) are mild.", 65, 65),
        ("1 in every 400 to 600 children", 0.17, 0.25),
        ("1 in 400 people to about 1 in 600 people", 0.17, 0.25),
        ("between 1 in 400 and 1 in 600 babies", 0.17, 0.25),
    ],
)
def test_a_share_told_by_two_figures(text: str, low: float, high: float) -> None:
    assert interval(text, "share") == (low, high)


def test_a_share_given_as_a_count_too_takes_the_count_in() -> None:
    text = "It affects roughly 10% (190 million) of women."
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "roughly 10% (190 million)"
    assert [q.type for q in quantities.find(text)] == ["share"]


def test_listed_shares_share_their_sign() -> None:
    text = "Bone, lung and liver were involved in 70, 30 and 20% respectively."
    assert [(q.type, q.low) for q in quantities.find(text)] == [("share", 70), ("share", 30), ("share", 20)]


def test_a_count_of_a_hundred_people_to_imagine_is_a_share() -> None:
    assert interval("Out of every 100 women, about 30 get it.") == (30, 30)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Median survival was 37 months.", 37, 37, "months"),
        ("They lived three to five years.", 3, 5, "years"),
        ("They lived 18–24 months.", 18, 24, "months"),
        ("They lived five years or more.", 5, None, "years"),
        ("They lived more than two years.", 2, None, "years"),
        ("They lived two and a half years.", 2.5, 2.5, "years"),
        ("They lived a year and a half.", 1.5, 1.5, "years"),
        ("They lived three and a bit years.", 3, 3, "years"),
        ("They lived 2.5 years on average.", 2.5, 2.5, "years"),
    ],
)
def test_durations(text: str, low: float, high: float | None, unit: str) -> None:
    quantity = only(text, "duration")
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5-year survival", 5),
        ("five-year survival", 5),
        ("the 10 year survival rate", 10),
        ("alive after five years", 5),
        ("within two years", 2),
        ("A third survive more than one year.", 1),
        ("A third of them live for a year.", 1),
        ("10% of them survive 5 years.", 5),
    ],
)
def test_a_time_that_survival_is_given_to_is_a_mark(text: str, number: float) -> None:
    assert only(text, "timemark").low == number


@pytest.mark.parametrize(
    "text", ["One in four is alive a year after diagnosis.", "The chance of living one year is 25%."]
)
def test_a_time_is_a_mark_beside_the_share_that_reach_it(text: str) -> None:
    assert only(text, "timemark").low == 1
    assert interval(text, "share") == (25, 25)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("They live for less than a year.", None, 1), ("They live about a year.", 1, 1)]
)
def test_a_year_that_people_live_is_counted(text: str, low: float | None, high: float | None) -> None:
    assert interval(text, "duration") == (low, high)


def test_a_time_that_people_live_on_average_is_a_duration_beside_a_share_too() -> None:
    assert interval("Half of them respond, and they live three years on average.", "duration") == (3, 3)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("women over 50", "age"),
        ("aged 50 to 70", "age"),
        ("70-year-old women", "age"),
        ("before the age of 45", "age"),
        ("30% more likely", "multiple"),
        ("a 20% reduction", "multiple"),
        ("two to three times more common", "multiple"),
        ("a 10-fold rise", "multiple"),
        ("It lowers the risk by about 40%.", "multiple"),
        ("a rise of a fifth", "multiple"),
        ("Deaths have fallen by as much as a third.", "multiple"),
        ("It has cut the number of strokes nearly in half.", "multiple"),
        ("It is seen in half of cases.", "share"),
        ("It is carried by 20% of people.", "share"),
        ("falls from 20% to 10%", "other"),
    ],
)
def test_ages_and_relative_risks_are_told_from_shares(text: str, type_: str) -> None:
    assert [q.type for q in quantities.find(text)] == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Take 75 mg twice a day.",
        "Take one 20 mg tablet.",
        "Ring 0800 123 4567.",
        "Published on 12 March 2024.",
        "A third type is rarer.",
        "The two halves are joined.",
        "It cuts life expectancy by ten years.",
        "Reviewed 12/03/2024.",
        "Founded in 1974.",
        "stage 4 disease",
        "a grade 2 tumour",
        "type 2 diabetes",
        "HER2 and BRCA1",
        "£250 a month",
        "It costs $1,200.",
        "250,000 people live with it.",
        "every 3 weeks",
        "a lump of 3 cm",
        "20 cigarettes a day",
        "from 8am to 5pm",
        "one of the three",
        "see page 70",
        "chapter 5",
        "7 years lower",
    ],
)
def test_numbers_that_are_no_claim_are_no_share_and_no_time(text: str) -> None:
    assert {q.type for q in quantities.find(text)} <= {"number", "other"}


def test_a_figure_that_falls_to_another_is_a_change_and_no_range() -> None:
    assert [q.type for q in quantities.find("It fell from 40 to 30% of women.")] == ["other"]


_PIECES = st.sampled_from(
    [
        "about",
        "up to",
        "70%",
        "1 in 8",
        "one",
        "half",
        "a third",
        "to",
        "and",
        "or",
        "between",
        "of",
        "women",
        "5 years",
        "more than",
        "most",
        "(12%)",
        "–",
        ",",
        "all",
        "two",
        "hundred",
        "per",
        "100,000",
        "percent",
        "aged",
        "50",
        "a year and a half",
        "survive",
        ".",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=12).map(" ".join)))
def test_quantities_lie_in_the_text_in_order_and_their_ends_are_ordered(text: str) -> None:
    found = quantities.find(text)
    assert found == quantities.find(text)
    last = 0
    for quantity in found:
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        assert quantity.low is not None or quantity.high is not None
        assert (
            quantity.type == "other" or quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        )


@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(["{a}% to {b}%", "{a}-{b}%", "between {a} and {b} per cent", "from {a} to {b} percent"]),
)
def test_a_range_is_the_same_in_every_wording(a: int, b: int, wording: str) -> None:
    low, high = sorted((a, b))
    assert interval(wording.format(a=low, b=high)) == (low, high)


@given(st.integers(1, 20), st.integers(2, 40), st.sampled_from(["in", "out of", "out of every", "in every"]))
def test_n_in_m_is_its_quotient(n: int, m: int, link: str) -> None:
    found = [q for q in quantities.find(f"{n} {link} {m} women") if q.type == "share"]
    assert bool(found) == (n <= m)
    for quantity in found:
        assert quantity.low == quantity.high
        assert quantity.low is not None
        assert abs(quantity.low - 100 * n / m) <= 0.5


def test_a_long_run_of_figures_is_read_in_linear_time() -> None:
    found = quantities.find(" ".join(["1 in 8,"] * 2000))
    assert len(found) == 2000


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It falls from 90% at stage 1 to 15% at stage 4.", 15, 15),
        ("After five years fewer than 10% are alive.", None, 10),
        ("One stroke in four is a second one.", 25, 25),
        ("Nine cases of gout in ten are in men.", 90, 90),
        ("There is a fifty-fifty chance of passing it on.", 50, 50),
    ],
)
def test_a_number_beside_it_is_no_part_of_a_share(text: str, low: float | None, high: float | None) -> None:
    shares = [q for q in quantities.find(text) if q.type == "share"]
    assert (shares[-1].low, shares[-1].high) == (low, high)


def test_a_fraction_lower_is_a_difference() -> None:
    assert only("The risk was a third lower.", "multiple").low == 33


@pytest.mark.parametrize(
    ("text", "type_", "low", "high", "unit"),
    [
        ("Half of people are alive after three and a half years.", "duration", 3.5, 3.5, "years"),
        ("Half of all patients live for at least four years.", "duration", 4, 4, "years"),
        ("Half are alive five years later.", "timemark", 5, 5, "years"),
        ("Of them, 45% are alive half a decade after diagnosis.", "timemark", 5, 5, "years"),
        ("A third of the children live past their first year.", "timemark", 1, 1, "years"),
        ("They usually live up to 10 years after the first signs.", "duration", None, 10, "years"),
    ],
)
def test_a_time_that_half_live_to_is_a_median_and_others_are_marks(
    text: str, type_: str, low: float | None, high: float | None, unit: str
) -> None:
    time = next(q for q in quantities.find(text) if q.type in ("duration", "timemark"))
    assert (time.type, time.low, time.high, time.unit) == (type_, low, high, unit)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("nine times out of ten", ["share"]),
        ("nine times as many", ["multiple"]),
        ("of those with one, 12% have two", ["number", "share", "number"]),
        ("three-quarters of a million people", ["number", "number"]),
        ("half as many", ["multiple"]),
    ],
)
def test_what_counts_people_is_told_from_what_does_not(text: str, types: list[str]) -> None:
    assert [q.type for q in quantities.find(text)] == types
