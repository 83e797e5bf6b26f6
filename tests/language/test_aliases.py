"""Names in a list of synonyms, and what a text says is, still is, and is not something."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language.aliases import synonyms
from lint.language.extractor import Extractor
from tests.language.reading import slots

NAME = st.from_regex(r"[a-z]{3,9}itis", fullmatch=True)


@settings(max_examples=40)
@given(
    st.lists(NAME, min_size=1, max_size=4, unique=True),
    st.sampled_from(["", ", is a rare illness", " which hurts", ". More follows"]),
)
def test_every_name_of_a_list_is_found_and_nothing_after_it(names: list[str], rest: str) -> None:
    words = names[0] if len(names) == 1 else ", ".join(names[:-1]) + (", or " if len(names) > 2 else " or ") + names[-1]
    assert synonyms(words + rest) == names


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_words_give_names_that_stand_in_them(words: str) -> None:
    flat = " ".join(words.split())
    assert all(name in flat for name in synonyms(words))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Shingles, also known as zona or herpes zoster, is painful.",
            [("Shingles", "is", "zona"), ("Shingles", "is", "herpes zoster")],
        ),
        ("People with symptoms of zona (also called shingles) should rest.", [("zona", "is", "shingles")]),
        ("Small sacs called alveoli fill with air.", []),
        ("This procedure is also called a biopsy.", []),
        ("The symptoms of gout are the same as those of a sprain.", []),
    ],
)
def test_only_another_name_is_an_identity(extractor: Extractor, text: str, wanted: list[tuple[str, ...]]) -> None:
    assert slots(extractor, f"# Shingles\n\n{text}\n", "identity", "a", "relation", "b") == wanted


def test_a_brand_is_no_other_name_of_a_disease(extractor: Extractor) -> None:
    assert slots(extractor, "# Stroke\n\nWarfarin, also known as Coumadin, thins the blood.\n", "identity", "b") == []


def test_it_is_the_cancer_in_the_site_just_named(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nIf it is in your liver, it is still breast cancer. It is not liver cancer.\n"
    assert slots(extractor, text, "identity", "a", "relation", "b", "condition") == [
        ("breast cancer in the liver", "is", "breast cancer", "metastatic breast cancer"),
        ("breast cancer in the liver", "is-not", "liver cancer", "metastatic breast cancer"),
    ]


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Stage 4 breast cancer is metastatic breast cancer.", "is"),
        ("Breast cancer in the bone is bone cancer.", "is"),
        ("Breast cancer in the bone is not bone cancer.", "is-not"),
        ("Breast cancer is different from lung cancer.", "is-not"),
        ("Stage 4 breast cancer is metastatic breast cancer by another name.", "is"),
    ],
)
def test_states_of_a_disease_are_one_or_two(extractor: Extractor, sentence: str, relation: str) -> None:
    assert slots(extractor, f"# Breast cancer\n\n{sentence}\n", "identity", "relation") == [(relation,)]


@pytest.mark.parametrize(
    "sentence",
    ["Asthma is a lung disease.", "Lung cancer is the third most common cancer.", "Angina is a heart disease."],
)
def test_what_a_disease_is_by_definition_is_no_identity(extractor: Extractor, sentence: str) -> None:
    assert slots(extractor, f"# Health\n\n{sentence}\n", "identity", "relation") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Guttate gout (say: GUT-ate), also called rain gout, comes on fast.", ["rain gout"]),
        ("It used to be called crystal fever.", ["crystal fever"]),
        ("In the United States it is known as crystal fever.", ["crystal fever"]),
        ("In winter it is called a nuisance.", []),
        ("Gout, or podagra, is painful.", ["podagra"]),
        ("Gout, formerly crystal fever, is painful.", ["crystal fever"]),
        ("Gout, still sometimes labelled crystal fever, is painful.", ["crystal fever"]),
        ("The pain, often described as stabbing, wakes people.", []),
        ("Gout, which most families know by its older name of crystal fever, is painful.", ["crystal fever"]),
        ("Gout and podagra are often used to mean the same thing.", ["podagra"]),
        ("Podagra, its old name, comes from the Greek.", ["Podagra"]),
        ("Gout, which doctors used to call crystal fever, is painful.", ["crystal fever"]),
        ("Other names: crystal fever, toe fever, podagra.", ["crystal fever", "toe fever", "podagra"]),
        ("It goes by several names. Your letter may say podagra or crystal fever.", ["podagra", "crystal fever"]),
        ("Gout hurts. Your letter may say when to come.", []),
        ("The technical name is gout.", []),
    ],
)
def test_names_from_elsewhere(extractor: Extractor, text: str, wanted: list[str]) -> None:
    assert [b for (b,) in slots(extractor, f"# Gout\n\n{text}\n", "identity", "b")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gout is not an allergy, and it is not the same as bunions.", ("gout", "is-not", "bunions")),
        ("Gout with fever, also called hot gout, is rare.", ("Gout with fever", "is", "hot gout")),
        ("Podagra is the nickname of the illness.", ("Podagra", "is", "gout")),
    ],
)
def test_what_bears_a_name(extractor: Extractor, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in slots(extractor, f"# Gout\n\n{text}\n", "identity", "a", "relation", "b")


def test_what_leads_in_is_no_part_of_what_something_is(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nIf it has reached the lung, the cells there are breast cancer cells.\n"
    assert slots(extractor, text, "identity", "a", "b") == [("cells there", "breast cancer")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Myth: gout is the same as bunions.\n\nThey are two different diseases.", ("gout", "is-not", "bunions")),
        ("Pseudogout affects the knee and is distinct from gout.", ("Pseudogout", "is-not", "gout")),
        ("It is not a form of rheumatoid arthritis.", ("gout", "is-not", "rheumatoid arthritis")),
    ],
)
def test_what_a_disease_is_not(extractor: Extractor, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in slots(extractor, f"# Gout\n\n{text}\n", "identity", "a", "relation", "b")
