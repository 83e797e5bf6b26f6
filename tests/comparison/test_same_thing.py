"""What two claims are about, with the words of the packs that ship: the same thing in other words, and another thing."""

from __future__ import annotations

from functools import cache

import pytest

from lint.claims import Claim
from lint.comparison import Judge, Subjects
from lint.diseases import Diseases
from lint.packs import Packs, load
from tests.claim_maker import canon, canonical, claim

T2D = "type 2 diabetes"


@cache
def packs() -> Packs:
    return load()


def verdict(copy: Claim, approved: Claim) -> str:
    return Judge(canon(canonical("approved", approved)), packs(), Subjects(packs())).judge(copy).verdict


def drug(target: str, condition: str, relation: str = "for") -> Claim:
    return claim("therapy-target", condition, therapy="semaglutide", target=target, relation=relation)


def share(outcome: str, population: str, low: float, condition: str = T2D) -> Claim:
    return claim("incidence", condition, outcome=outcome, population=population, low=low, high=low)


def risk(factor: str, direction: str, outcome: str = T2D) -> Claim:
    return claim("risk-factor", T2D, factor=factor, outcome=outcome, direction=direction)


@pytest.mark.parametrize(
    ("target", "condition"), [("type 1 diabetes", "type 1 diabetes"), ("type 1", T2D), ("type I", "diabetes")]
)
def test_a_drug_is_compared_for_the_form_of_the_disease_that_its_target_names(target: str, condition: str) -> None:
    approved = drug("type 1 diabetes", T2D, "not-for")
    assert verdict(drug(target, condition), approved) == "contradicts"
    assert verdict(drug("type 2", condition), approved) == "incomparable"


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (share("type 2", "people with diabetes", 40, "diabetes"), "contradicts"),
        (share("type 2 diabetes", "people with diabetes", 92, "diabetes"), "agree"),
        (share("type 1", "people with diabetes", 8, "diabetes"), "incomparable"),
        (share("type 2 diabetes", "adults", 10), "incomparable"),
    ],
)
def test_a_share_is_of_the_form_that_its_outcome_names_and_of_the_people_with_another_disease(
    copy: Claim, expected: str
) -> None:
    assert verdict(copy, share("type 2 diabetes", "people with diabetes", 92)) == expected


def test_what_comes_before_a_disease_turns_into_it_by_the_name_of_its_family() -> None:
    approved = share("eventually develop diabetes", "people with prediabetes", 60)
    assert verdict(share("go on to get type 2 diabetes", "those with prediabetes", 10, "prediabetes"), approved) == (
        "contradicts"
    )
    assert verdict(share("go on to get type 2 diabetes", "adults", 10), approved) == "incomparable"


@pytest.mark.parametrize(
    ("copy", "approved", "expected"),
    [
        (risk("a South Asian background", "decreases"), "South Asian, African or Caribbean background", "contradicts"),
        (risk("people of Caribbean origin", "increases"), "South Asian, African or Caribbean background", "agree"),
        (risk("obese women", "decreases"), "obesity", "contradicts"),
        (risk("obesity", "decreases", "type 2 diabetes in the long run"), "obesity", "contradicts"),
        (risk("obesity alone", "none"), "obesity", "incomparable"),
        (risk("obesity alone", "decreases"), "obesity", "contradicts"),
    ],
)
def test_a_factor_is_the_same_as_one_of_several_and_without_people_and_what_adds_nothing(
    copy: Claim, approved: str, expected: str
) -> None:
    assert verdict(copy, risk(approved, "increases")) == expected


def test_what_a_thing_does_by_itself_may_be_approved() -> None:
    approved = risk("eating sugar by itself", "none")
    assert verdict(risk("sugar on its own", "none"), approved) == "agree"
    assert verdict(risk("eating sugar", "increases"), approved) == "contradicts"


def test_identity_is_compared_whatever_the_condition() -> None:
    approved = claim(
        "identity", "metastatic breast cancer", a="stage 3 breast cancer", relation="is-not", b="metastatic"
    )
    copy = claim(
        "identity", "stage 3 breast cancer", a="Stage III breast cancer", relation="is", b="metastatic breast cancer"
    )
    assert verdict(copy, approved) == "contradicts"


def test_a_short_name_is_a_disease_only_beside_its_family() -> None:
    diseases = Diseases(packs())
    assert diseases.named("people with type 2", T2D) == ((T2D, "type 2"),)
    assert diseases.named("people with type 2", "breast cancer") == ()
    assert diseases.kin("prediabetes", T2D)
    assert not diseases.kin("diabetes", T2D)
