from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.concepts import Concepts, content, names_of, stem

CONCEPTS = Concepts(
    names_of(
        {
            "excess-weight": ("obesity", "overweight", "extra weight"),
            "after-menopause": ("after the change of life",),
            "alcohol": ("drinking",),
        }
    ),
    frozenset({"carrying", "having", "taking"}),
)


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("obesity", "excess-weight"),
        ("Excess weight", "excess-weight"),
        ("carrying extra weight", "excess-weight"),
        ("being overweight after menopause", "after-menopause+excess-weight"),
        ("Carrying extra weight after the change of life", "after-menopause+excess-weight"),
        ("obesity and drinking", "alcohol+excess-weight"),
    ],
)
def test_a_phrase_whose_content_words_are_known_is_a_concept(words: str, concept: str) -> None:
    assert CONCEPTS.resolve("factor", words) == concept


@pytest.mark.parametrize("words", ["", "the", "carrying", "heavy obesity", "extra", "menopausal drinking habits"])
def test_a_word_that_is_not_known_makes_no_concept(words: str) -> None:
    assert CONCEPTS.resolve("factor", words) is None


def test_one_thing_under_two_names_is_the_same_and_a_part_of_it_is_not() -> None:
    assert CONCEPTS.same("factor", "being overweight", "obesity")
    assert not CONCEPTS.same("factor", "being overweight after menopause", "obesity")
    assert not CONCEPTS.same("factor", "obesity", "night shifts")


def test_what_has_no_concept_is_compared_by_its_content_words() -> None:
    assert CONCEPTS.same("factor", "working night shifts", "the night shift work")
    assert not CONCEPTS.same("factor", "night shifts", "night lights")


@pytest.mark.parametrize(
    ("a", "b"), [("tablet", "tablets"), ("allergy", "allergies"), ("smoke", "smoking"), ("glass", "glasses")]
)
def test_forms_of_a_word_have_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_small_words_are_no_content() -> None:
    assert content("the risk of having it") == {"risk"}


@given(st.text(max_size=40), st.text(max_size=40))
def test_sameness_is_symmetric_and_holds_of_a_phrase_and_itself(a: str, b: str) -> None:
    assert CONCEPTS.same("factor", a, a)
    assert CONCEPTS.same("factor", a, b) == CONCEPTS.same("factor", b, a)
