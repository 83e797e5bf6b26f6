"""What a sentence is for rules: mentions with a type, conditions put together, lists as one mention, clauses, cues."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.language.analysis import analyse
from lint.language.extractor import Extractor
from lint.language.pipeline import tokenizer
from lint.language.units import Sentence, Unit
from tests.language.reading import slots

Reader = Callable[[str], Sentence]


@pytest.fixture(scope="module")
def read(extractor: Extractor) -> Reader:
    tokenize = tokenizer(None)
    return lambda text: analyse(text, 0, tokenize(text), extractor.lexicon)


def of(sentence: Sentence, type_: str) -> list[Unit]:
    return [unit for unit in sentence.units if unit.type == type_]


def conditions(sentence: Sentence) -> list[str]:
    return [unit.condition.name for unit in sentence.units if unit.condition is not None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("breast cancer", "breast cancer"),
        ("cancer of the breast", "breast cancer"),
        ("metastatic breast cancer", "metastatic breast cancer"),
        ("stage 4 breast cancer", "metastatic breast cancer"),
        ("Stage IV breast cancer", "metastatic breast cancer"),
        ("secondary breast cancer", "metastatic breast cancer"),
        ("breast cancer that has spread", "metastatic breast cancer"),
        ("early breast cancer", "early breast cancer"),
        ("localised breast cancer", "early breast cancer"),
        ("stage 1 breast cancer", "early breast cancer"),
        ("locally advanced breast cancer", "locally advanced breast cancer"),
        ("stage III breast cancer", "stage 3 breast cancer"),
        ("HER2-positive breast cancer", "her2-positive breast cancer"),
        ("metastatic HER2+ breast cancer", "metastatic her2-positive breast cancer"),
        ("early triple-negative breast cancer", "early triple-negative breast cancer"),
        ("prostate cancer", "prostate cancer"),
        ("pancreatic cancers", "pancreatic cancer"),
        ("lung cancer", "lung cancer"),
        ("skin cancers", "skin cancer"),
        ("coronary heart disease", "coronary heart disease"),
        ("type 2 diabetes", "type 2 diabetes"),
        ("type II diabetes", "type 2 diabetes"),
        ("multiple sclerosis", "multiple sclerosis"),
        ("Alzheimer's disease", "alzheimer's disease"),
        ("Crohn's disease", "crohn's disease"),
        ("acute lymphoblastic leukaemia", "acute lymphoblastic leukaemia"),
        ("acute lymphoblastic leukemia", "acute lymphoblastic leukemia"),
        ("COPD", "copd"),
        ("non-Hodgkin lymphoma", "non-hodgkin lymphoma"),
    ],
)
def test_stage_subtype_and_disease_make_one_condition(read: Reader, text: str, name: str) -> None:
    assert conditions(read(f"This is said of {text}.")) == [name]


def test_a_name_of_a_person_stands_for_the_disease(read: Reader) -> None:
    assert conditions(read("About 1% of people have Parkinson's.")) == ["parkinson's disease"]


def test_a_stage_may_stand_alone(read: Reader) -> None:
    assert conditions(read("Stage 4: the outlook is worse.")) == ["metastatic"]


@pytest.mark.parametrize(
    "text", ["He came second.", "It is a secondary matter.", "Come early.", "A stage play in 4 acts."]
)
def test_words_of_a_stage_that_name_no_disease_are_plain_words(read: Reader, text: str) -> None:
    assert conditions(read(text)) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the bones, lungs, liver and brain", ("bone", "lung", "liver", "brain")),
        ("your bones or your liver", ("bone", "liver")),
        ("the spine, ribs, pelvis and hips", ("bone",)),
        ("the lungs as well as the liver", ("lung",)),
        ("the liver, and less often the brain", ("liver", "brain")),
        ("lymph nodes", ("lymph-node",)),
        ("the lining of the lung", ("pleura",)),
    ],
)
def test_listed_sites_are_one_mention(read: Reader, text: str, ids: tuple[str, ...]) -> None:
    assert of(read(f"It has reached {text}."), "site")[0].ids == ids


def test_sites_of_two_clauses_are_two_mentions(read: Reader) -> None:
    assert [unit.ids for unit in of(read("Bone leads, while the liver comes third."), "site")] == [
        ("bone",),
        ("liver",),
    ]


def test_quantities_outrank_words_and_carry_the_people_in_them(read: Reader) -> None:
    sentence = read("About one woman in seven gets it.")
    assert [unit.quantity.low for unit in of(sentence, "share") if unit.quantity] == [14.3]
    assert [unit.ids for unit in of(sentence, "people")] == [("women",)]


def test_units_stand_where_their_words_stand(read: Reader) -> None:
    text = "Bone metastases occur in about 70% of women with stage-4 breast cancer, HER2\u2011positive or not."
    for unit in read(text).units:
        assert text[unit.start : unit.end].strip()
        if not unit.type:
            assert text[unit.start : unit.end].lower().startswith(unit.word[:1])


def test_clauses_end_at_edge_words_and_signs(read: Reader) -> None:
    sentence = read("It is treatable but not curable; some live long (years).")
    assert [
        sentence.clauses[at]
        for at, unit in enumerate(sentence.units)
        if unit.word in ("treatable", "curable", "some", "years")
    ] == [0, 1, 2, 3]


def test_the_longest_cue_outranks_what_it_holds(read: Reader) -> None:
    kinds = [seen.cue.kind for seen in read("It is not only treatable.").cues]
    assert "pseudo" in kinds
    assert "negation" not in kinds


def test_a_cue_may_hold_a_word_for_people(read: Reader) -> None:
    assert "frequency" in [seen.cue.kind for seen in read("In a few cases it returns.").cues]


@pytest.mark.parametrize(
    ("text", "question"), [("Is it curable?", True), ("It is curable.", False), ('"Is it curable?"', True)]
)
def test_questions_are_told(read: Reader, text: str, question: bool) -> None:
    assert read(text).question is question


def test_a_sentence_without_end_is_cut_off_and_not_refused(read: Reader) -> None:
    assert len(read("bone and " * 5000).units) < 5000


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Usher syndrome type II is more common in women.", "usher syndrome type ii"),
        ("Type III Usher syndrome is more common in women.", "type iii usher syndrome"),
        ("Diabetes type 2 is more common in men.", "type 2 diabetes"),
        ("This type of migraine is more common in women.", "migraine"),
    ],
)
def test_a_numbered_type_is_a_disease_of_its_own(extractor: Extractor, text: str, condition: str) -> None:
    assert slots(extractor, text, "risk-factor", "condition") == [(condition,)]


def test_a_dash_alone_is_a_sentence_of_one_word_or_none(read: Reader) -> None:
    assert len(read("-").units) <= 1
