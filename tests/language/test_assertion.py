"""How a statement is meant: denied, hedged, told of the past or of one patient, asked, supposed, hoped for."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import BREAST, claims, curable, slots


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("It is curable.", "yes"),
        ("It can be cured.", "yes"),
        ("It may be curable.", "yes"),
        ("It is almost always cured.", "yes"),
        ("It is usually curable.", "often"),
        ("It is often cured.", "often"),
        ("Most are cured.", "often"),
        ("It is sometimes cured.", "sometimes"),
        ("In a few cases it can be cured.", "sometimes"),
        ("It is not always curable.", "sometimes"),
        ("Not all of these cancers can be cured.", "sometimes"),
        ("It is rarely cured.", "rarely"),
        ("It is hardly ever cured.", "rarely"),
        ("It is usually incurable.", "rarely"),
        ("It cannot usually be cured.", "rarely"),
        ("A cure is unlikely.", "rarely"),
        ("It is unlikely to be cured.", "rarely"),
        ("About 5% are cured.", "rarely"),
        ("It cannot be cured.", "no"),
    ],
)
def test_hedges_and_frequencies_make_a_scale(extractor: Extractor, text: str, step: str) -> None:
    assert curable(extractor, text) == [step]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It is curable.", "definite"),
        ("It can be cured.", "possible"),
        ("It may be curable.", "possible"),
        ("It is usually curable.", "usual"),
        ("It cannot be cured.", "definite"),
    ],
)
def test_a_hedge_lowers_the_certainty(extractor: Extractor, text: str, certainty: str) -> None:
    assert [claim.certainty for claim in claims(extractor, BREAST + text, "curability")] == [certainty]


@pytest.mark.parametrize(
    "text",
    [
        "It can't be cured.",
        "It cannot be cured.",
        "It is not curable.",
        "It isn\u2019t curable.",
        "It is never cured.",
        "It is no longer curable.",
        "It is far from curable.",
        "It is incurable.",
        "It would be wrong to call it anything other than incurable.",
        "There is no known cure.",
        "There is no evidence that it can be cured.",
        "It can be treated but not cured.",
        "Although it can be treated, it cannot be cured.",
        "It is treatable, though not curable.",
        "No one can cure it.",
        "No patient is cured.",
        "Doctors cannot cure it.",
        "Curative treatment is not possible.",
        "It is impossible to cure it.",
        "Contrary to popular belief, it is not curable.",
    ],
)
def test_every_way_of_saying_no(extractor: Extractor, text: str) -> None:
    assert curable(extractor, text) == ["no"]


@pytest.mark.parametrize("text", ["It is not incurable.", "It is not only treatable but curable.", "There is a cure."])
def test_a_double_negation_and_not_only_affirm(extractor: Extractor, text: str) -> None:
    assert curable(extractor, text) == ["yes"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is a myth that it can be cured.", "denied yes"),
        ("It is not true that it can be cured.", "denied yes"),
        ("It is not true that it cannot be cured.", "denied no"),
        ("Some say, wrongly, that it can be cured.", "denied yes"),
        ("Myth: it can be cured.", "denied yes"),
    ],
)
def test_a_myth_is_told_and_denied(extractor: Extractor, text: str, told: str) -> None:
    assert curable(extractor, text) == [told]


def test_a_myth_in_quotation_marks_is_denied_by_the_answer(extractor: Extractor) -> None:
    found = claims(
        extractor, '# Myths about metastatic breast cancer\n\n"It can be cured with diet." No.', "curability"
    )
    assert [claim.polarity for claim in found] == ["negated"]


def test_the_fact_below_a_myth_is_affirmed(extractor: Extractor) -> None:
    assert curable(extractor, "Myth: it can be cured.\n\nFact: it cannot be cured.") == ["denied yes", "no"]


@pytest.mark.parametrize("text", ["Experts say it cannot be cured.", "According to the charity, it cannot be cured."])
def test_a_claim_with_its_speaker_is_a_claim(extractor: Extractor, text: str) -> None:
    assert curable(extractor, text) == ["no"]


@pytest.mark.parametrize(
    "text",
    [
        "Can it be cured?",
        "Doctors used to think it was incurable.",
        "It was once thought incurable.",
        "Historically it was incurable.",
        "My doctor told me it can be cured.",
        "I was cured.",
        "She thought that it could be cured.",
        "I asked if it could be cured.",
        "Ask your doctor whether it can be cured.",
        "Whether it can be cured depends on many things.",
        "If it could be cured, we would say so.",
        "We hope that one day it will be cured.",
        "Researchers are looking for a cure.",
        "Until a cure is found, treatment is for life.",
    ],
)
def test_questions_the_past_stories_advice_and_hopes_are_no_claims(extractor: Extractor, text: str) -> None:
    assert curable(extractor, text) == []


def test_what_a_condition_leads_to_is_a_claim(extractor: Extractor) -> None:
    assert curable(extractor, "If it has spread to the liver it cannot be cured.") == ["no"]


def test_an_outdated_belief_goes_and_its_correction_stays(extractor: Extractor) -> None:
    assert curable(extractor, "It used to be incurable, but it is now curable.") == ["yes"]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("It is usually a slow disease and cannot be cured.", "no"),
        ("It is not contagious and can be cured.", "yes"),
        ("It is not contagious, it does not hurt, and nearly everyone is cured.", "yes"),
        ("It often comes back but cannot be cured.", "no"),
    ],
)
def test_cues_of_another_conjunct_do_not_reach(extractor: Extractor, text: str, step: str) -> None:
    assert curable(extractor, text) == [step]


@pytest.mark.parametrize(
    "text", ["Not all patients have bone metastases.", "No more is known of bone metastases in every single patient?"]
)
def test_not_everyone_is_not_all(extractor: Extractor, text: str) -> None:
    assert claims(extractor, BREAST + text, "site-frequency") == []


def test_the_cues_stay_with_the_claim(extractor: Extractor) -> None:
    [claim] = claims(extractor, BREAST + "It usually cannot be cured.", "curability")
    cues = {(e.detail, e.quote) for e in claim.evidence if e.role == "cue"}
    assert {("frequency", "usually"), ("negation", "not")} <= cues


@pytest.mark.xfail(strict=True, reason="what nobody should say is read as the denial of it")
def test_what_nobody_should_say_is_no_claim(extractor: Extractor) -> None:
    assert curable(extractor, "Nobody should say it cannot be cured.") == []


def test_news_of_a_cure_is_no_claim(extractor: Extractor) -> None:
    assert curable(extractor, "A cure for it was announced on 1 April.") == []


@pytest.mark.parametrize(
    ("page", "suffix"),
    [
        ("# Breast cancer quiz\n\nBras cause breast cancer.\n\nFalse.", ".md"),
        ("# Breast cancer quiz\n\n### Bras cause breast cancer\n\nFalse.", ".md"),
        ("<h1>Breast cancer quiz</h1><dl><dt>Bras cause breast cancer.</dt><dd>False.</dd></dl>", ".html"),
    ],
)
def test_a_verdict_below_a_statement_denies_it(extractor: Extractor, page: str, suffix: str) -> None:
    assert [claim.polarity for claim in claims(extractor, page, "risk-factor", suffix)] == ["negated"]


def test_hardly_ever_first_is_a_denial(extractor: Extractor) -> None:
    text = BREAST + "The brain is hardly ever the first place."
    assert slots(extractor, text, "first-site", "sites", "polarity") == [(("brain",), "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "One in five believed that it can be cured.",
        "Some 60% of the people asked thought that it can be cured.",
        "Fewer than half of adults know that it cannot be cured.",
    ],
)
def test_what_a_share_of_people_believe_is_no_claim(extractor: Extractor, text: str) -> None:
    assert curable(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("A booklet of 1985 says that it can be cured.", []),
        ("One from 1991, still on the shelf, claims that it can be cured.", []),
        ("A review from 1999 says that it can be cured.", ["yes"]),
        ("Two years without a sign of it and it can be cured.", ["yes"]),
        ("Two years without a sign of it and you are cured.", []),
        ("It is not curable, and half of patients live for a year.", ["no"]),
        ("They say it cannot be cured.", []),
        ("Incurable does not mean hopeless.", []),
        ("A video seen by millions says that it can be cured.", []),
        ('What the video says:\n\n- "It can be cured."', []),
        ("The previous edition had said that it can be cured.", []),
    ],
)
def test_what_something_old_says_is_no_statement(extractor: Extractor, text: str, steps: list[str]) -> None:
    assert curable(extractor, text) == steps


@pytest.mark.parametrize("verdict", ["Rating: False", "There is no evidence for this."])
def test_a_verdict_denies_what_stands_before_it(extractor: Extractor, verdict: str) -> None:
    found = claims(extractor, f"{BREAST}It can be cured.\n\n{verdict}", "curability")
    assert [claim.polarity for claim in found] == ["negated"]


def test_a_roman_one_behind_a_disease_tells_no_story(extractor: Extractor) -> None:
    page = "# Mucopolysaccharidosis\n\nThere is no cure for MPS I."
    assert slots(extractor, page, "curability", "curable") == [("no",)]
    assert claims(extractor, page.replace("cure for MPS I.", "cure for what I have."), "curability") == []
