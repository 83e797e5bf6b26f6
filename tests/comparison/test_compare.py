from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.claims import Claim
from lint.comparison import Judge, Subjects, compare, conflicts
from lint.packs import load
from tests.claim_maker import MBC, canon, canonical, claim, packs

SUBJECTS = Subjects(packs())


def verdict(a: Claim, b: Claim, tolerance: float | None = None) -> str:
    return compare(a, b, SUBJECTS, tolerance).verdict


def share(
    site: str, low: float | None, high: float | None, event: str = "any", population: str = "", **more: object
) -> Claim:
    return claim("site-frequency", site=site, low=low, high=high, event=event, population=population, **more)


def cure(curable: str, certainty: str = "definite", polarity: str = "affirmed") -> Claim:
    return claim("curability", curable=curable, certainty=certainty, polarity=polarity)


def risk(direction: str, factor: str = "obesity", outcome: str = "relapse", **more: object) -> Claim:
    return claim("risk-factor", factor=factor, outcome=outcome, direction=direction, **more)


def judged(copy: Claim, *claims: object) -> tuple[str, str | None]:
    judgement = Judge(canon(*claims), packs(), Subjects(packs())).judge(copy)  # type: ignore[arg-type]
    return judgement.verdict, judgement.canonical.id if judgement.canonical else None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (share("bone", 70, 70), share("bone", 66, 66), "agree"),
        (share("bone", 70, 70), share("bone", 60, 64), "contradicts"),
        (share("bone", None, 30), share("bone", 50, None), "contradicts"),
        (share("bone", None, 80), share("bone", 50, None), "agree"),
        (share("bone", 70, 70), share("lung", 30, 30), "incomparable"),
        (share("bone", 62, 62, "diagnosis"), share("bone", 70, 70), "incomparable"),
        (share("bone", 16.7, 16.7), share("bone", 100 / 6, 100 / 6), "agree"),
    ],
)
def test_shares_between_pages(a: Claim, b: Claim, expected: str) -> None:
    assert verdict(a, b) == expected


def test_a_canonical_tolerance_replaces_the_five_points_between_pages() -> None:
    assert verdict(share("bone", 70, 70), share("bone", 62, 62)) == "contradicts"
    assert verdict(share("bone", 70, 70), share("bone", 62, 62), tolerance=10) == "agree"
    assert verdict(share("bone", 70, 70), share("bone", 67, 67), tolerance=1) == "contradicts"


def test_durations_in_months_and_years_are_one_unit_and_may_lie_a_fifth_apart() -> None:
    def median(low: float, unit: str) -> Claim:
        return claim("survival", measure="median", low=low, high=low, unit=unit)

    assert verdict(median(36, "months"), median(3, "years")) == "agree"
    assert verdict(median(30, "months"), median(3, "years")) == "agree"
    assert verdict(median(24, "months"), median(3, "years")) == "contradicts"
    assert (
        verdict(median(24, "months"), claim("survival", measure="median", low=30, high=30, unit="%")) == "incomparable"
    )
    assert verdict(median(24, "months"), claim("survival", measure="average", low=60, high=60, unit="months")) == (
        "incomparable"
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", "patients"),
        ("", "women with metastatic breast cancer"),
        ("women", "people with stage 4 disease"),
        ("women whose breast cancer has spread", "patients"),
        ("women in the UK", "patients in England"),
    ],
)
def test_populations_that_name_everyone_with_the_condition_are_one(first: str, second: str) -> None:
    assert verdict(share("bone", 70, 70, population=first), share("bone", 20, 20, population=second)) == "contradicts"


@pytest.mark.parametrize("other", ["women under 40", "men", "patients in the UK", "women with lobular tumours"])
def test_a_subset_or_another_country_is_another_population(other: str) -> None:
    assert verdict(share("bone", 70, 70), share("bone", 20, 20, population=other)) == "incomparable"


def test_whose_disease_it_is_decides_what_men_means() -> None:
    def lifetime(condition: str, low: float, population: str) -> Claim:
        return claim("incidence", condition, outcome="lifetime risk", population=population, low=low, high=low)

    assert verdict(lifetime("prostate cancer", 12, "men"), lifetime("prostate cancer", 40, "")) == "contradicts"
    assert verdict(lifetime("breast cancer", 0.1, "men"), lifetime("breast cancer", 12, "women")) == "incomparable"


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (cure("no"), cure("no"), "agree"),
        (cure("no"), cure("rarely"), "strength"),
        (cure("no"), cure("sometimes"), "contradicts"),
        (cure("no"), cure("yes", "possible"), "contradicts"),
        (cure("yes", "possible"), cure("sometimes"), "agree"),
        (cure("yes", "possible"), cure("often"), "agree"),
        (cure("yes", "possible"), cure("yes"), "agree"),
        (cure("no", polarity="negated"), cure("no"), "contradicts"),
        (cure("yes", polarity="negated"), cure("no"), "agree"),
        (cure("yes", polarity="negated"), cure("yes"), "contradicts"),
        (cure("no", "possible"), cure("rarely"), "agree"),
        (cure("no", "usual"), cure("rarely"), "agree"),
        (cure("rarely", "usual"), cure("sometimes"), "agree"),
        (cure("rarely", "usual"), cure("often"), "contradicts"),
    ],
)
def test_steps_of_curability(a: Claim, b: Claim, expected: str) -> None:
    assert verdict(a, b) == expected


def test_opposites_and_denials() -> None:
    assert verdict(risk("increases"), risk("none")) == "contradicts"
    assert verdict(risk("increases"), risk("decreases")) == "contradicts"
    assert verdict(risk("increases", polarity="negated"), risk("none")) == "agree"
    assert verdict(risk("increases", polarity="negated"), risk("increases")) == "contradicts"
    assert verdict(risk("none", polarity="negated"), risk("increases")) == "agree"


def test_open_slots_meet_by_concept_and_else_by_content_words() -> None:
    assert verdict(risk("increases", "obesity"), risk("none", "being very overweight")) == "contradicts"
    assert verdict(risk("increases", "night shifts"), risk("none", "the night shift")) == "contradicts"
    assert verdict(risk("increases", "night shifts"), risk("none", "day shifts")) == "incomparable"
    assert (
        verdict(
            risk("increases", outcome="breast cancer", condition="breast cancer"),
            risk("none", outcome="the disease", condition="breast cancer"),
        )
        == "contradicts"
    )


def test_a_kind_of_disease_in_an_organ_is_not_the_disease_of_the_organ() -> None:
    a = claim("identity", a="breast cancer in the bone", relation="is-not", b="bone cancer")
    assert verdict(a, claim("identity", a="bone cancer", relation="is", b="breast cancer in the bone")) == "contradicts"
    assert (
        verdict(a, claim("identity", a="breast cancer in the bone", relation="is", b="breast cancer")) == "incomparable"
    )


def test_a_subtype_in_the_condition_makes_no_difference_to_a_therapys_target() -> None:
    plain = claim(
        "therapy-target", "breast cancer", therapy="drug one", target="HER2-positive breast cancer", relation="for"
    )
    staged = claim(
        "therapy-target",
        "metastatic her2-positive breast cancer",
        therapy="drug one",
        target="HER2+",
        relation="not-for",
    )
    assert verdict(plain, staged) == "contradicts"


def test_conditions_must_be_equal() -> None:
    early = claim("curability", "early breast cancer", curable="often")
    assert verdict(early, cure("no")) == "incomparable"
    assert "early breast cancer" in compare(early, cure("no"), SUBJECTS).reason


def test_sites_that_differ_contradict_and_lists_of_pages_do_not() -> None:
    top = claim("top-site", site="bone", rank=1)
    assert verdict(top, claim("top-site", site="lung", rank=1)) == "contradicts"
    assert verdict(top, claim("top-site", site="lung", rank=2)) == "incomparable"
    assert verdict(top, claim("top-site", site="lung", rank=1, polarity="negated")) == "agree"
    assert verdict(top, claim("top-site", site="bone", rank=1, polarity="negated")) == "contradicts"
    first = claim("first-site", sites=("bone",))
    assert verdict(first, claim("first-site", sites=("liver",))) == "contradicts"
    assert verdict(first, claim("first-site", sites=("liver",), certainty="possible")) == "agree"
    lists = [claim("site-list", sites=sites, rank="most-common") for sites in (("bone",), ("lung", "liver"))]
    assert verdict(*lists) == "agree"


CANONICAL_SITES = canonical(
    "sites",
    claim("site-list", sites=("bone", "lung", "liver", "brain"), rank="most-common"),
    may_include=("lymph-node",),
)


@pytest.mark.parametrize(
    ("sites", "rank", "expected"),
    [
        (("bone", "lung"), "most-common", "agree"),
        (("bone", "lymph-node"), "most-common", "agree"),
        (("bone", "skin"), "most-common", "contradicts"),
        (("skin",), "less-common", "incomparable"),
    ],
)
def test_a_list_against_the_canon(sites: tuple[str, ...], rank: str, expected: str) -> None:
    assert judged(claim("site-list", sites=sites, rank=rank), CANONICAL_SITES)[0] == expected


def test_the_canons_tolerance_is_zero_unless_given() -> None:
    assert judged(share("bone", 77, 77), canonical("a", share("bone", 60, 75)))[0] == "contradicts"
    assert judged(share("bone", 77, 77), canonical("a", share("bone", 60, 75), tolerance=5))[0] == "agree"


EVENTS = (
    canonical("bone-diagnosis", share("bone", 60, 66, "diagnosis")),
    canonical("bone-first", share("bone", 25, 42, "first")),
    canonical("bone-any", share("bone", 60, 75, "any")),
)


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        (share("bone", 70, 70), ("agree", "bone-any")),
        (share("bone", 40, 40), ("agree", "bone-first")),
        (share("bone", 50, 50), ("contradicts", "bone-first")),
        (share("bone", 70, 70, "diagnosis"), ("contradicts", "bone-diagnosis")),
        (share("bone", 70, 70, "autopsy"), ("incomparable", None)),
    ],
)
def test_copy_without_an_event_may_fit_any_events_figure(copy: Claim, expected: tuple[str, str | None]) -> None:
    assert judged(copy, *EVENTS) == expected


def test_it_is_unsure_only_where_the_events_lie_apart() -> None:
    judge = Judge(canon(*EVENTS), packs(), Subjects(packs()))
    assert judge.judge(share("bone", 10, 10)).unsure
    assert not judge.judge(share("bone", 10, 10, "first")).unsure
    near = Judge(canon(EVENTS[0], EVENTS[2]), packs(), Subjects(packs()))
    assert not near.judge(share("bone", 10, 10)).unsure


def test_copy_without_a_country_may_fit_any_countrys_figure_and_another_country_is_not_compared() -> None:
    def lifetime(low: float, high: float, population: str) -> Claim:
        return claim("incidence", "breast cancer", outcome="lifetime risk", population=population, low=low, high=high)

    both = (
        canonical("us", lifetime(12, 13, "women in the United States")),
        canonical("uk", lifetime(14, 15, "women in the UK")),
    )
    assert judged(lifetime(14.3, 14.3, "women"), *both) == ("agree", "uk")
    assert judged(lifetime(30, 30, "women"), *both)[0] == "contradicts"
    assert judged(lifetime(14.3, 14.3, "American women"), *both) == ("contradicts", "us")
    assert judged(lifetime(30, 30, "women in England"), both[0])[0] == "incomparable"


def test_the_population_that_an_event_implies_is_everyone() -> None:
    known = canonical("lung-autopsy", share("lung", 44, 48, "autopsy", "autopsies"))
    assert judged(share("lung", 64, 64, "autopsy", "cases at necropsy"), known)[0] == "contradicts"


def test_accepted_steps_pass() -> None:
    assert judged(cure("rarely"), canonical("cure", cure("no"), accept=("rarely",)))[0] == "agree"
    assert judged(cure("rarely"), canonical("cure", cure("no")))[0] == "strength"
    assert judged(cure("sometimes"), canonical("cure", cure("no"), accept=("rarely",)))[0] == "strength"
    assert judged(cure("often"), canonical("cure", cure("no"), accept=("rarely",)))[0] == "contradicts"


def test_a_canon_that_contradicts_itself_is_told() -> None:
    apart = canon(canonical("a", share("bone", 60, 75)), canonical("b", share("bone", 20, 30)), *EVENTS[:2])
    assert [(a.id, b.id) for a, b, _ in conflicts(apart, packs())] == [("a", "b")]
    assert not conflicts(canon(*EVENTS), packs())


bounds = st.one_of(st.none(), st.integers(0, 100))
certainties = st.sampled_from(["definite", "usual", "possible"])
polarities = st.sampled_from(["affirmed", "negated"])
figures = st.builds(
    lambda ends, polarity: share(
        "bone",
        *(sorted(ends) if None not in ends else ends),
        polarity=polarity,  # type: ignore[type-var]
    ),
    st.tuples(bounds, bounds).filter(lambda ends: ends != (None, None)),
    polarities,
)
cures = st.builds(cure, st.sampled_from(["no", "rarely", "sometimes", "often", "yes"]), certainties, polarities)
risks = st.builds(
    lambda direction, certainty, polarity: risk(direction, certainty=certainty, polarity=polarity),
    st.sampled_from(["increases", "decreases", "none"]),
    certainties,
    polarities,
)
firsts = st.builds(
    lambda sites, polarity: claim("first-site", sites=tuple(sites), polarity=polarity),
    st.lists(st.sampled_from(["bone", "lung", "liver"]), min_size=1, unique=True),
    polarities,
)
claims = st.one_of(figures, cures, risks, firsts)
pairs = st.one_of(*(st.tuples(kind, kind) for kind in (figures, cures, risks, firsts)), st.tuples(claims, claims))


@given(pairs)
def test_comparison_of_pages_is_symmetric(pair: tuple[Claim, Claim]) -> None:
    assert verdict(*pair) == verdict(*reversed(pair))


@given(claims)
def test_a_claim_agrees_with_itself_and_contradicts_its_denial(made: Claim) -> None:
    denied = claim(
        made.kind,
        MBC,
        **made.slots,
        certainty=made.certainty,
        polarity="negated" if made.polarity == "affirmed" else "affirmed",
    )
    assert verdict(made, made) == "agree"
    assert verdict(made, denied) == "contradicts"


@pytest.mark.parametrize("people", ["people with metastatic lung cancer", "people with distant lung cancer"])
def test_the_people_with_a_disease_that_no_pack_describes_are_everyone(people: str) -> None:
    def figure(low: float, population: str) -> Claim:
        slots = {"measure": "5-year", "unit": "%", "low": low, "high": low, "population": population}
        return claim("survival", "metastatic lung cancer", **slots)

    assert compare(figure(9, ""), figure(60, people), Subjects(load())).verdict == "contradicts"
