"""What copy says as an entry of claims.yml: it reads back as the same claim, whatever its words are."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import canon
from lint.claims import Claim
from lint.reports.html.entries import entry, quoted
from tests.claim_maker import claim, kinds, packs

HEAD = 'version: 1\nsources: {s: {title: "A trial"}}\nclaims:\n'


def fill(text: str) -> str:
    for name, value in (("id", '"new"'), ("says", '"It is so."'), ("sources", "[s]"), ("date", "2026-11-01")):
        text = text.replace(f"{{{name}}}", value)
    return text


def read_back(made: Claim) -> Claim:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.yml"
        path.write_text(HEAD + fill(entry(made, kinds()[made.kind])), encoding="utf-8")
        return canon.load([path], packs()).claims[0].claim


def test_a_share_a_list_and_a_scale_read_back() -> None:
    for made in (
        claim("site-frequency", site="bone", low=12.5, high=None, event="diagnosis", population="women"),
        claim("site-list", sites=("bone", "liver"), rank="most-common"),
        claim("curability", curable="no", certainty="usual"),
        claim("survival", measure="5-year", low=20, high=30, unit="%"),
    ):
        again = read_back(made)
        assert (again.kind, again.condition, again.certainty) == (made.kind, made.condition, made.certainty)
        assert {name: again.slots[name] for name in made.slots} == dict(made.slots)


def test_a_denied_claim_has_no_entry() -> None:
    assert entry(claim("curability", curable="yes", polarity="negated"), kinds()["curability"]) == ""


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_words_read_back_as_themselves(words: str) -> None:
    assert yaml.safe_load(quoted(words)) == words


@settings(max_examples=25)
@given(st.text("ab {}'\"\\:#-[]\n%&*!|>@`", min_size=1).filter(str.strip))
def test_words_with_signs_of_yaml_stay_words(words: str) -> None:
    made = claim("risk-factor", "breast cancer", factor=f"x {words}", outcome="breast cancer", direction="increases")
    loaded = yaml.safe_load(HEAD + fill(entry(made, kinds()["risk-factor"])))
    assert loaded["claims"][0]["factor"] == f"x {words}"
