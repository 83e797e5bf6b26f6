from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from lint.canon import CanonicalClaim
from lint.checks import CHECKS, check
from lint.claims import Claim
from lint.findings import Finding
from lint.rules import RULES, apply_severity
from lint.severities import Severities
from tests.claim_maker import TODAY, canon, canonical, claim, packs, pages

EARLY = "early breast cancer"


def run(
    *claims: Claim, against: tuple[CanonicalClaim, ...] = (), also: tuple[str, ...] = ("unverified-figure",)
) -> list[Finding]:
    found = check(pages(*claims), canon(*against) if against else None, packs(), TODAY)
    return [f for f in found if RULES[f.rule].on or f.rule in also]


def brief(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(f.rule, f.place.path, f.place.start) for f in findings]


def cure(curable: str, path: str = "a.md", at: int = 0, **more: object) -> Claim:
    return claim("curability", curable=curable, path=path, at=at, **more)


def share(site: str, low: float, high: float | None = None, at: int = 0, **more: object) -> Claim:
    slots = {"low": low, "high": low if high is None else high, "event": "any", "population": "", **more}
    return claim("site-frequency", site=site, at=at, **slots)


def survival(measure: str, figure: float, at: int, **more: object) -> Claim:
    return claim("survival", EARLY, measure=measure, low=figure, high=figure, unit="%", at=at, **more)


INCURABLE = canonical("cure", cure("no"), accept=("rarely",))


def test_wordings_a_step_apart_are_inconsistent_at_the_odd_one_out_though_each_passes_the_canon() -> None:
    claims = [cure("no", "a.md"), cure("no", "b.md"), cure("rarely", "c.md"), cure("no", "d.md")]
    for against in ((), (INCURABLE,)):
        (finding,) = run(*claims, against=against)
        assert (finding.rule, finding.place.path, len(finding.related)) == ("inconsistent-strength", "c.md", 3)
        assert finding.severity == "warning"


def test_of_two_wordings_the_one_further_from_the_canon_is_odd() -> None:
    found = run(cure("rarely", "a.md"), cure("no", "b.md"), against=(INCURABLE,))
    assert brief(found) == [("inconsistent-strength", "a.md", 0)]


def test_a_wording_said_twice_on_a_page_is_one_finding() -> None:
    found = run(cure("no", "a.md"), cure("no", "b.md"), cure("rarely", "c.md"), cure("rarely", "c.md", 200))
    assert brief(found) == [("inconsistent-strength", "c.md", 0)]


def test_a_page_that_hedges_what_it_also_says_outright_is_inconsistent() -> None:
    hedged = cure("no", at=300, certainty="possible")
    found = run(cure("no"), hedged, cure("no", at=500))
    assert brief(found) == [("inconsistent-strength", "a.md", 300)]
    assert len(found[0].related) == 2
    assert not run(cure("no", "b.md"), hedged)


def test_steps_that_contradict_are_not_called_inconsistent_too() -> None:
    assert [f.rule for f in run(cure("no"), cure("no", "b.md"), cure("often", "c.md"))] == ["contradicts-corpus"]


def test_a_step_away_from_the_canon_is_a_warning_one_way_or_the_other() -> None:
    (weaker,) = run(cure("rarely"), against=(canonical("cure", cure("no")),))
    assert (weaker.rule, weaker.canon) == ("inconsistent-strength", "cure")
    often = canonical("early", cure("often", condition=EARLY))
    (surer,) = run(cure("yes", condition=EARLY), against=(often,))
    assert (surer.rule, surer.canon, surer.severity) == ("overstated", "early", "warning")
    assert not run(cure("yes", condition=EARLY, certainty="possible"), against=(often,))


@pytest.mark.parametrize(
    ("certainty", "approved", "stated", "rules"),
    [
        ("definite", "possible", True, ["overstated"]),
        ("definite", "usual", True, ["overstated"]),
        ("usual", "usual", True, []),
        ("possible", "usual", True, []),
        ("definite", "usual", False, []),
    ],
)
def test_copy_may_be_less_sure_than_the_canon_and_not_surer(
    certainty: str, approved: str, stated: bool, rules: list[str]
) -> None:
    def risk(sure: str) -> Claim:
        return claim("risk-factor", factor="obesity", outcome="relapse", direction="increases", certainty=sure)

    known = canonical("risk", risk(approved), certainty_given=stated)
    assert [f.rule for f in run(risk(certainty), against=(known,))] == rules


ROWS = [
    canonical(f"{site}-{event}", share(site, low, high, event=event))
    for event, table in {
        "diagnosis": {"bone": (60, 66), "lung": (24, 36), "liver": (20, 30)},
        "any": {"bone": (68, 75), "lung": (30, 52), "liver": (40, 55)},
    }.items()
    for site, (low, high) in table.items()
]


def test_shares_that_no_single_event_fits_are_mixed_at_the_one_that_breaks_the_set() -> None:
    mixed = [share("bone", 70), share("lung", 33, at=100), share("liver", 24, at=200)]
    (finding,) = run(*mixed, against=tuple(ROWS))
    assert (finding.rule, finding.place.start, len(finding.related)) == ("mixed-events", 200, 2)
    assert "70% for bone and 33% for lung" in finding.message


def test_shares_that_one_event_fits_are_not_mixed() -> None:
    one = [share("bone", 62), share("lung", 33, at=100), share("liver", 24, at=200)]
    assert not run(*one, against=tuple(ROWS))
    named = [share("bone", 70), share("lung", 33, at=100), share("liver", 24, at=200, event="diagnosis")]
    assert not run(*named, against=tuple(ROWS))


@pytest.mark.parametrize("site", ["bone", "liver"])
def test_one_share_alone_mixes_nothing(site: str) -> None:
    assert not run(share(site, 70 if site == "bone" else 24), against=tuple(ROWS))


def test_figures_that_cannot_be() -> None:
    assert [f.rule for f in run(share("bone", 120), also=())] == ["impossible-figures"]
    assert not run(share("bone", 100), also=())


def test_survival_does_not_rise_with_time() -> None:
    found = run(survival("5-year", 70, 0), survival("10-year", 80, 90), also=())
    assert brief(found) == [("impossible-figures", "a.md", 90)]
    assert not run(survival("5-year", 80, 0), survival("10-year", 70, 90), also=())
    assert not run(survival("5-year", 70, 0), survival("10-year", 80, 90, path="b.md"), also=())
    assert not run(survival("5-year", 70, 0), survival("10-year", 80, 90, population="women under 40"), also=())


def test_shares_of_deposits_add_up_to_the_whole_and_those_of_patients_need_not() -> None:
    def shares(of: str) -> list[Claim]:
        return [share(site, 60, at=at, population=of) for at, site in ((0, "bone"), (100, "lung"))]

    assert brief(run(*shares("of all metastases"), also=())) == [("impossible-figures", "a.md", 100)]
    assert not run(*shares("patients"), also=())


def test_only_a_closed_list_is_incomplete() -> None:
    known = canonical("sites", claim("site-list", sites=("bone", "lung", "liver"), rank="most-common"))
    (finding,) = run(claim("site-list", sites=("bone", "lung"), rank="most-common", closed=True), against=(known,))
    assert (finding.rule, finding.severity) == ("incomplete-list", "note")
    assert finding.message.startswith("leaves out liver;")
    assert not run(claim("site-list", sites=("bone", "lung"), rank="most-common"), against=(known,))


def test_copy_that_rests_on_an_expired_claim_is_told_once_for_each_page() -> None:
    def known(review_by: datetime.date) -> CanonicalClaim:
        return canonical("cure", cure("no"), review_by=review_by)

    copy = [cure("no"), cure("no", at=100), cure("no", "b.md")]
    past = TODAY - datetime.timedelta(days=1)
    assert brief(run(*copy, against=(known(past),))) == [("expired-claim", "a.md", 0), ("expired-claim", "b.md", 0)]
    assert not run(*copy, against=(known(TODAY),))
    assert [f.rule for f in run(cure("often"), against=(known(past),))] == ["contradicts-canon"]


def test_unverified_figures_are_told_only_when_asked_for() -> None:
    found = check(pages(share("bone", 70)), None, packs(), TODAY)
    assert not apply_severity(found, {})
    assert [f.rule for f in apply_severity(found, {"unverified-figure": "note"})] == ["unverified-figure"]
    covered = check(pages(share("bone", 70)), canon(*ROWS), packs(), TODAY)
    assert not apply_severity(covered, {"unverified-figure": "note"})


@pytest.mark.parametrize(
    ("error", "rule", "severity"),
    [
        ("wrong-word", "wrong-term", "error"),
        ("misspelling", "misspelt-term", "error"),
        ("residue", "markup-residue", "warning"),
    ],
)
def test_term_errors_carry_their_fix(error: str, rule: str, severity: str) -> None:
    made = claim("term-error", at=7, quote="wrogn", wrong="wrogn", right="wrong", error=error, safe="yes")
    (finding,) = run(made)
    assert (finding.rule, finding.severity) == (rule, severity)
    assert finding.fix is not None
    assert dataclasses.astuple(finding.fix) == (7, 12, "wrong", True)
    (unsafe,) = run(claim("term-error", wrong="wrogn", right="wrong", error=error))
    assert unsafe.fix is not None
    assert not unsafe.fix.safe


def test_severities_go_by_rule_and_path_and_off_drops() -> None:
    found = run(share("bone", 120), share("bone", 120, path="blog/a.md"), also=())
    rule = "impossible-figures"

    def levels(overrides: dict[str, str], paths: list[tuple[str, dict[str, str]]]) -> list[str]:
        here = Path.cwd()
        return [f.severity for f in Severities(here, here, frozenset(RULES), overrides, paths).apply(found)]  # type: ignore[arg-type]

    assert levels({}, []) == ["error", "error"]
    assert levels({rule: "warning"}, []) == ["warning", "warning"]
    assert levels({rule: "warning"}, [("blog/**", {rule: "off"})]) == ["warning"]
    assert levels({}, [("blog/**", {rule: "note"}), ("blog/a.md", {rule: "warning"})]) == ["error", "warning"]


def test_every_check_raises_a_rule_that_explain_knows() -> None:
    assert set(CHECKS) - set(RULES) == {"terms"}
    assert all(rule.summary.endswith(".") and rule.help for rule in RULES.values())
