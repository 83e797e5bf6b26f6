from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.claims import Claim, Evidence, Place
from lint.findings import Finding, Fix
from lint.pages import Page, page_of, page_record
from lint.record import claim_of, finding_of, finding_record, full_record, record
from lint.shared import Shared
from lint.suppression import Directive

WORDS = st.text(max_size=8)
NUMBERS = st.integers(0, 999)
PLACES = st.builds(Place, WORDS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS, WORDS)
VALUES = st.none() | WORDS | NUMBERS | st.floats(0, 100) | st.lists(WORDS, max_size=3).map(tuple)
CLAIMS = st.builds(
    Claim,
    kind=WORDS,
    condition=WORDS,
    slots=st.dictionaries(st.sampled_from(["site", "sites", "low", "high", "factor"]), VALUES),
    place=PLACES,
    certainty=st.sampled_from(["definite", "usual", "possible"]),
    polarity=st.sampled_from(["affirmed", "negated"]),
    concepts=st.dictionaries(WORDS, WORDS, max_size=2),
    closed=st.booleans(),
    block=NUMBERS,
    sentence=st.integers(-1, 99),
    evidence=st.lists(st.builds(Evidence, WORDS, WORDS, WORDS), max_size=2).map(tuple),
)
FINDINGS = st.builds(
    Finding,
    rule=WORDS,
    severity=st.sampled_from(["error", "warning", "note"]),
    message=WORDS,
    place=PLACES,
    claim=st.none(),
    canon=st.none() | WORDS,
    related=st.lists(PLACES, max_size=2).map(tuple),
    fix=st.none() | st.builds(Fix, NUMBERS, NUMBERS, WORDS, st.booleans()),
    fingerprint=WORDS,
)
DIRECTIVES = st.builds(Directive, PLACES, st.lists(WORDS, max_size=2).map(tuple), WORDS, st.none() | NUMBERS, WORDS)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_a_claim_comes_back_from_json_as_it_was(claim: Claim) -> None:
    assert claim_of(json.loads(json.dumps(full_record(claim)))) == claim


@settings(max_examples=30, deadline=None)
@given(FINDINGS)
def test_a_finding_comes_back_from_json_as_it_was(finding: Finding) -> None:
    assert finding_of(json.loads(json.dumps(finding_record(finding)))) == finding


@settings(max_examples=30, deadline=None)
@given(st.lists(CLAIMS, max_size=2), st.lists(DIRECTIVES, max_size=2), WORDS)
def test_a_page_comes_back_under_the_path_that_is_asked_for(
    claims: list[Claim], directives: list[Directive], path: str
) -> None:
    page = Page("first.md", "read", tuple(claims), tuple(directives))
    back = page_of(json.loads(json.dumps(page_record(page))), path, Shared())
    assert back.path == path
    assert {c.place.path for c in back.claims} | {d.place.path for d in back.directives} <= {path}
    assert [full_record(c) | {"path": ""} for c in back.claims] == [full_record(c) | {"path": ""} for c in claims]
    assert [d.rules for d in back.directives] == [d.rules for d in directives]


def test_a_finding_carries_its_claim_as_the_output_names_it() -> None:
    place = Place("a.md", 1, 4, 1, 2, 1, 5, "one")
    claim = Claim("top-site", "cancer", {"site": "bone", "rank": 1}, place, evidence=(Evidence("cue", "x"),))
    written = finding_record(Finding("overstated", "warning", "m", place, claim))
    assert written["claim"] == record(claim)
    assert "evidence" not in record(claim)
    back = finding_of(json.loads(json.dumps(written)))
    assert back.claim is not None
    assert record(back.claim) == record(claim)
