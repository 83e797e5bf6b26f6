from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

import lint.comparison.group as group_module
from lint.canon import CanonicalClaim
from lint.checks import PageClaims, check
from lint.claims import Claim
from lint.findings import Finding
from lint.rules import apply_severity
from tests.claim_maker import MBC, TODAY, canon, canonical, claim, packs, pages


def run(*claims: Claim, against: tuple[CanonicalClaim, ...] = (), focus: set[str] | None = None) -> list[Finding]:
    found = check(pages(*claims), canon(*against) if against else None, packs(), TODAY, focus)
    return apply_severity(found, {})


def top(site: str, path: str, at: int = 0, **more: object) -> Claim:
    return claim("top-site", site=site, rank=1, path=path, at=at, **more)


def share(site: str, figure: float, path: str = "a.md", at: int = 0, **more: object) -> Claim:
    slots = {"low": figure, "high": figure, "event": "any", "population": "", **more}
    return claim("site-frequency", site=site, path=path, at=at, **slots)


def cure(curable: str, path: str, at: int = 0, **more: object) -> Claim:
    return claim("curability", curable=curable, path=path, at=at, **more)


def brief(findings: list[Finding]) -> list[tuple[str, str, int, int]]:
    return [(f.rule, f.place.path, f.place.start, len(f.related)) for f in findings]


BONE = canonical("top", top("bone", "claims.yml"), says="Bone is the most common site.")


def test_ten_pages_against_one_are_one_finding_at_the_odd_one_out() -> None:
    others = [top("bone", f"p{n}.md") for n in range(10)]
    assert brief(run(*others, top("lung", "a.md"))) == [("contradicts-corpus", "a.md", 0, 10)]


def test_more_than_ten_other_places_are_counted() -> None:
    (finding,) = run(*(top("bone", f"p{n:02}.md") for n in range(14)), top("lung", "a.md"))
    assert len(finding.related) == 10
    assert finding.message == (
        "says that lung is the most common site, but p00.md says that bone is the most common site (and 4 more places)"
    )


def test_what_canon_page_and_corpus_speak_against_is_one_finding() -> None:
    found = run(top("lung", "a.md", 50), top("bone", "a.md"), top("bone", "b.md"), against=(BONE,))
    assert brief(found) == [("contradicts-canon", "a.md", 50, 2)]
    assert found[0].canon == "top"
    assert [place.path for place in found[0].related] == ["a.md", "b.md"]
    assert found[0].message == (
        "says that lung is the most common site; the approved statement is “Bone is the most common site.” (Miller 2010)"
        "; other places disagree too"
    )


def test_two_wrong_pages_are_two_findings_and_not_witnesses_against_each_other() -> None:
    found = run(top("lung", "a.md"), top("liver", "b.md"), against=(BONE,))
    assert brief(found) == [("contradicts-canon", "a.md", 0, 0), ("contradicts-canon", "b.md", 0, 0)]


def test_a_page_that_contradicts_itself_is_odd_where_the_corpus_disagrees() -> None:
    found = run(top("lung", "a.md"), top("bone", "a.md", 60), top("bone", "b.md"))
    assert brief(found) == [("contradicts-page", "a.md", 0, 2)]


def test_of_two_alone_the_later_is_odd() -> None:
    assert brief(run(top("lung", "a.md"), top("bone", "a.md", 60))) == [("contradicts-page", "a.md", 60, 1)]
    assert brief(run(top("lung", "a.md"), top("bone", "b.md"))) == [("contradicts-corpus", "b.md", 0, 1)]


def test_what_one_sentence_sets_side_by_side_is_no_contradiction() -> None:
    def median(months: float, at: int, sentence: int) -> Claim:
        return claim("survival", measure="median", low=months, high=months, unit="months", at=at, sentence=sentence)

    assert not run(median(44, 0, 3), median(58, 90, 3))
    assert brief(run(median(44, 0, 3), median(58, 90, 4))) == [("contradicts-page", "a.md", 90, 1)]


def test_shares_of_different_events_do_not_disagree() -> None:
    assert not run(share("bone", 62, event="diagnosis"), share("bone", 75, "b.md"))


def test_two_figures_that_both_fit_the_canon_do_not_contradict_each_other() -> None:
    wide = canonical("bone", share("bone", 0, low=40, high=80))
    assert not run(share("bone", 42), share("bone", 78, at=90), share("bone", 78, "b.md"), against=(wide,))
    assert brief(run(share("bone", 42), share("bone", 78, at=90))) == [("contradicts-page", "a.md", 90, 1)]


def test_shares_of_one_page_contradict_a_claim_about_the_order_without_any_canon() -> None:
    found = run(top("lung", "b.md"), share("bone", 70), share("lung", 30, at=60))
    assert brief(found) == [("contradicts-corpus", "b.md", 0, 2)]
    assert found[0].message == "says that lung is the most common site, but a.md gives 70% for bone and 30% for lung"
    assert brief(run(top("lung", "a.md", 99), share("bone", 70), share("lung", 30, at=60))) == [
        ("contradicts-page", "a.md", 99, 2)
    ]


def test_shares_break_a_tie_about_the_order() -> None:
    found = run(top("lung", "a.md"), top("bone", "b.md"), share("bone", 70, "c.md"), share("lung", 30, "c.md", 60))
    assert [(f.rule, f.place.path) for f in found] == [("contradicts-corpus", "a.md")]


def test_shares_say_nothing_of_a_site_that_they_leave_out() -> None:
    assert not run(top("bone", "b.md"), share("lung", 30), share("liver", 20, at=60))


def test_shares_after_death_say_nothing_of_the_order_in_life() -> None:
    assert not run(top("bone", "b.md"), share("bone", 60, event="autopsy"), share("lung", 70, at=60, event="autopsy"))


def test_a_contradicted_share_without_an_event_is_a_warning_where_the_events_lie_apart() -> None:
    events = (
        canonical("diagnosis", share("bone", 0, low=60, high=66, event="diagnosis")),
        canonical("first", share("bone", 0, low=25, high=42, event="first")),
    )
    assert [f.severity for f in run(share("bone", 10), against=events)] == ["warning"]
    assert [f.severity for f in run(share("bone", 10, event="first"), against=events)] == ["error"]


def test_a_list_with_a_site_too_many_names_it() -> None:
    known = canonical("sites", claim("site-list", sites=("bone", "lung"), rank="most-common"), says="Bone and lung.")
    (finding,) = run(claim("site-list", sites=("bone", "skin"), rank="most-common"), against=(known,))
    assert finding.message == (
        "counts skin among the most common sites; the approved statement is “Bone and lung.” (Miller 2010)"
    )


def test_the_focus_reports_a_finding_when_any_of_its_sides_lies_in_it_and_never_changes_it() -> None:
    claims = [top("lung", "a.md"), *(top("bone", f"p{n:02}.md") for n in range(20))]
    (whole,) = run(*claims)
    for path in ("a.md", "p00.md", "p19.md"):
        assert run(*claims, focus={path}) == [whole]
    assert run(*claims, top("bone", "early.md", condition="early breast cancer"), focus={"early.md"}) == []


def test_an_edit_above_and_a_new_name_leave_the_fingerprint() -> None:
    (before,) = run(top("lung", "a.md"), against=(BONE,))
    (after,) = run(top("lung", "renamed.md", 900), against=(BONE,))
    assert before.fingerprint == after.fingerprint
    (other,) = run(top("liver", "a.md"), against=(BONE,))
    assert before.fingerprint != other.fingerprint


sites = st.sampled_from(["bone", "lung", "liver"])
statements = st.one_of(
    st.tuples(st.just("top"), sites),
    st.tuples(st.just("share"), sites, st.integers(0, 100)),
    st.tuples(st.just("cure"), st.sampled_from(["no", "rarely", "often", "yes"])),
)


def make(parts: tuple[object, ...], path: str, at: int) -> Claim:
    kind, *rest = parts
    maker = {"top": top, "share": share, "cure": cure}[str(kind)]
    return maker(*rest, path=path, at=at)  # type: ignore[operator]


@given(st.lists(st.tuples(statements, st.sampled_from(["a.md", "b.md", "c.md", "d.md"])), max_size=12), st.randoms())
def test_the_order_of_files_and_claims_makes_no_difference(
    given_: list[tuple[tuple[object, ...], str]], chance: random.Random
) -> None:
    corpus = pages(*(make(parts, path, at * 100) for at, (parts, path) in enumerate(given_)))
    shuffled = [PageClaims(page.path, tuple(chance.sample(page.claims, len(page.claims)))) for page in corpus]
    chance.shuffle(shuffled)
    assert check(corpus, canon(BONE), packs(), TODAY) == check(shuffled, canon(BONE), packs(), TODAY)


@given(st.lists(st.tuples(statements, st.sampled_from(["a.md", "b.md", "c.md"])), max_size=10))
def test_the_union_over_single_files_is_the_whole(given_: list[tuple[tuple[object, ...], str]]) -> None:
    corpus = pages(*(make(parts, path, at * 100) for at, (parts, path) in enumerate(given_)))
    whole = check(corpus, None, packs(), TODAY)
    apart = [f for page in corpus for f in check(corpus, None, packs(), TODAY, {page.path})]
    assert {(f.place, f.rule, f.message) for f in whole} == {(f.place, f.rule, f.message) for f in apart}


def test_ten_times_the_claims_cost_about_ten_times_the_comparisons(monkeypatch: object) -> None:
    calls = 0
    plain = group_module.compare_values

    def counted(*args: object) -> object:
        nonlocal calls
        calls += 1
        return plain(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(group_module, "compare_values", counted)  # type: ignore[attr-defined]

    def comparisons(number: int) -> int:
        nonlocal calls
        calls, chance = 0, random.Random(number)
        claims = [share("bone", chance.randrange(100_000) / 1000, f"p{n}.md") for n in range(number)]
        claims += [top(chance.choice(["bone", "lung", "liver"]), f"p{n}.md", 200) for n in range(number)]
        check(pages(*claims), None, packs(), TODAY)
        return calls

    assert 0 < comparisons(2000) <= 11 * comparisons(200)


def test_conditions_keep_claims_apart() -> None:
    assert not run(cure("no", "a.md"), cure("yes", "b.md", condition="early breast cancer"))
    assert run(cure("no", "a.md"), cure("yes", "b.md", condition=MBC.upper()))


def test_the_most_common_site_is_no_less_common_one() -> None:
    def rare(*sites: str) -> Claim:
        return claim("site-list", sites=sites, rank="less-common", path="a.md")

    finding = run(rare("bone"), against=(BONE,))
    assert brief(finding) == [("contradicts-canon", "a.md", 0, 0)]
    assert "less common" in finding[0].message
    assert run(rare("brain", "skin"), against=(BONE,)) == []
