"""The canon: what it holds once read, and every error at its exact place."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import packs as packs_module
from lint.canon import Canon, load
from lint.errors import MedcopyError, Problems
from tests.claim_maker import packs

ROOT = Path(__file__).parent.parent
MARK = "»"
"""Stands before the place where an error must be reported; it is taken out before the text is read."""

GOOD = """\
version: 1
sources:
  smith-2010:
    title: Where it spreads
    authors: [Smith A, Jones B]
    journal: A Journal 2010;1:2
    year: 2010
    doi: 10.1000/abc.12
    pmid: 12345
    url: https://www.example.org/a
  review: {title: A review}
claims:
  - id: bone-share
    kind: site-frequency
    condition: Metastatic  breast cancer
    site: bone
    low: 60
    high: 75
    tolerance: 5
    certainty: usual
    says: Bone in 60 to 75%.
    note: Rounded.
    owner: medical review
    sources: [smith-2010, review]
    reviewed: 2026-11-01
    review-by: 2027-11-01
    examples:
      agrees: [Bone in 70%.]
      contradicts:
        - Bone in 5%.
      ignores: ["Bone in 70-year-olds."]
  - id: cure
    kind: curability
    condition: metastatic breast cancer
    curable: no
    accept: [rarely]
    sources: [review]
    reviewed: 2026-11-02
  - id: sites
    kind: site-list
    condition: metastatic breast cancer
    sites: [bone, lung]
    rank: most-common
    may-include: [lymph-node]
    sources: [review]
    reviewed: 2026-11-02
  - id: median
    kind: survival
    condition: metastatic breast cancer
    measure: median
    low: 36
    high: 150
    unit: months
    sources: [review]
    reviewed: 2026-11-02
  - id: alcohol
    kind: risk-factor
    condition: breast cancer
    factor: alcohol
    outcome: breast cancer
    direction: increases
    concepts: {factor: alcohol}
    sources: [review]
    reviewed: 2026-11-02
"""


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Canon]:
    monkeypatch.chdir(tmp_path)

    def from_text(*texts: str) -> Canon:
        paths = [tmp_path / ("claims.yml" if at == 0 else f"claims-{at + 1}.yml") for at in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8", newline="")
        return load(paths, packs())

    return from_text


def errors_of(read: Callable[..., Canon], *texts: str) -> list[MedcopyError]:
    with pytest.raises(MedcopyError) as caught:
        read(*texts)
    return caught.value.errors if isinstance(caught.value, Problems) else [caught.value]


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def at(text: str) -> tuple[str, int, int]:
    """Take out the mark; return the text and the 1-based line and column where it stood."""
    assert text.count(MARK) == 1
    before = text[: text.index(MARK)]
    return text.replace(MARK, ""), before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_claim_holds_all_that_the_file_says(read: Callable[..., Canon]) -> None:
    canon = read(GOOD)
    share = canon.get("bone-share")
    assert share is not None
    assert share.claim.kind == "site-frequency"
    assert share.claim.condition == "metastatic breast cancer"
    assert share.claim.slots == {"site": "bone", "low": 60, "high": 75, "event": "any", "population": ""}
    assert (share.claim.certainty, share.certainty_given, share.tolerance) == ("usual", True, 5)
    assert (share.says, share.note, share.owner) == ("Bone in 60 to 75%.", "Rounded.", "medical review")
    assert share.sources == ("smith-2010", "review")
    assert (share.reviewed, share.review_by) == (datetime.date(2026, 11, 1), datetime.date(2027, 11, 1))
    source = canon.sources["smith-2010"]
    assert (source.title, source.authors, source.year) == ("Where it spreads", "Smith A; Jones B", 2010)
    assert (source.journal, source.doi, source.pmid) == ("A Journal 2010;1:2", "10.1000/abc.12", "12345")
    assert source.url == "https://www.example.org/a"


def test_what_is_not_said_has_its_default(read: Callable[..., Canon]) -> None:
    cure = read(GOOD).get("cure")
    assert cure is not None
    assert cure.claim.slots == {"curable": "no"}  # the word, not false
    assert (cure.claim.certainty, cure.certainty_given, cure.tolerance) == ("definite", False, None)
    assert (cure.review_by, cure.says, cure.examples) == (None, "", ())
    assert cure.accept == ("rarely",)


def test_lists_units_and_concepts_are_kept(read: Callable[..., Canon]) -> None:
    canon = read(GOOD)
    sites, median, alcohol = canon.get("sites"), canon.get("median"), canon.get("alcohol")
    assert sites
    assert sites.claim.slots["sites"] == ("bone", "lung")
    assert sites.may_include == ("lymph-node",)
    assert median
    assert median.claim.slots["high"] == 150
    assert alcohol
    assert alcohol.claim.concepts == {"factor": "alcohol"}


def test_examples_know_their_line(read: Callable[..., Canon]) -> None:
    lines = GOOD.split("\n")
    found = [(canonical.id, e.text, e.expected, e.line) for canonical, e in read(GOOD).examples]
    assert [(id_, text, expected) for id_, text, expected, _ in found] == [
        ("bone-share", "Bone in 70%.", "agrees"),
        ("bone-share", "Bone in 5%.", "contradicts"),
        ("bone-share", "Bone in 70-year-olds.", "ignores"),
    ]
    assert all(text in lines[line - 1] for _, text, _, line in found)


def test_open_ends_and_an_event_are_read(read: Callable[..., Canon]) -> None:
    canon = read(changed("    low: 60\n", "    low: null\n    event: autopsy\n"))
    share = canon.get("bone-share")
    assert share is not None
    assert (share.claim.slots["low"], share.claim.slots["event"]) == (None, "autopsy")


WRONG = [
    ("version: 1", "version: »2", "version must be 1, not 2"),
    ("version: 1", "version: 1\n»claim: []", "a claims file has no key 'claim'; did you mean 'claims'?"),
    ("    year: 2010", "    year: »'2010'", "year must be a year in four figures"),
    ("    year: 2010", "    year: »20100", "year must be a year in four figures"),
    ("    year: 2010", "    »yaer: 2010", "did you mean 'year'?"),
    ("doi: 10.1000/abc.12", "doi: »https://doi.org/10.1000/abc.12", "is no doi; write it as 10.1000/182"),
    ("pmid: 12345", "pmid: »PMID 12345", "pmid must be the number alone"),
    ("url: https://www.example.org/a", "url: »www.example.org/a", "is no url"),
    ("review: {title: A review}", "review: »{journal: A Journal}", "the source 'review' has no title"),
    ("review: {title: A review}", "review: »A review", "a source is written as keys with values"),
    ("kind: site-frequency", "kind: »site-frequncy", "did you mean 'site-frequency'?"),
    ("kind: site-frequency", "kind: »term-error", "there is no kind 'term-error'"),
    ("    kind: curability\n", "", "the claim 'cure' has no 'kind': add 'kind:'"),
    ("    site: bone\n", "    site: »bones\n", "there is no site 'bones'; did you mean 'bone'?"),
    ("    site: bone\n", "    site: »lymph node\n", "there is no site 'lymph node'; write 'lymph-node'"),
    ("    site: bone\n", "    site: »[bone]\n", "site must be words, not a list"),
    ("[bone, lung]", "[bone, »lungg]", "did you mean 'lung'?"),
    ("[bone, lung]", "[bone, lung, »bone]", "'bone' stands twice in sites"),
    ("[bone, lung]", "»bone", "sites must be a list, not 'bone'; write [bone]"),
    ("[bone, lung]", "»[]", "sites is an empty list"),
    ("[lymph-node]", "[»lymph-nod]", "did you mean 'lymph-node'?"),
    ("    low: 60\n", "    »lo: 60\n    low: 60\n", "a site-frequency claim has no key 'lo'; did you mean 'low'?"),
    ("    curable: no", "    curable: no\n    »tolerance: 5", "a curability claim has no key 'tolerance'"),
    ("curable: no", "curable: »never", "curable cannot be 'never'; the choices are: no, rarely"),
    ("curable: no", "curable: »oftn", "did you mean 'often'?"),
    ("curable: no", "curable: »false", "curable must be one of no, rarely, sometimes, often, yes, not false"),
    ("accept: [rarely]", "accept: [»rarly]", "did you mean 'rarely'?"),
    ("rank: most-common", "rank: »most common", "did you mean 'most-common'?"),
    ("unit: months", "unit: »month", "did you mean 'months'?"),
    ("certainty: usual", "certainty: »usually", "did you mean 'usual'?"),
    ("    low: 60\n", "    low: »60%\n", "low must be a number, not '60%': write 60"),
    ("    low: 60\n", "    low: »true\n", "low must be a number, not true"),
    ("    low: 60\n", "    low: »80\n", "low (80) is above high (75): write low: 75 and high: 80"),
    ("    low: 60\n", "    low: »-1\n", "low is -1, and no figure is below 0"),
    ("    high: 75\n", "    high: »175\n", "high is 175, and no share is above 100%"),
    ("    low: 36\n", "    low: »-36\n", "low is -36, and no figure is below 0"),
    ("    low: 36\n    high: 150\n", "    low: »null\n    high: null\n", "low and high are both open"),
    ("tolerance: 5", "tolerance: »-5", "tolerance is -5"),
    ("tolerance: 5", "tolerance: »a bit", "tolerance must be a number, not 'a bit'"),
    ("tolerance: 5", "tolerance: »100", "tolerance is 100"),
    ("reviewed: 2026-11-01", "reviewed: »1 November 2026", "reviewed must be a date"),
    ("reviewed: 2026-11-01", "reviewed: »2026-11-31", "there is no day 2026-11-31"),
    ("review-by: 2027-11-01", "review-by: »2026-10-31", "review-by (2026-10-31) lies before reviewed (2026-11-01)"),
    ("sources: [smith-2010, review]", "sources: [»smth-2010, review]", "did you mean 'smith-2010'?"),
    ("sources: [smith-2010, review]", "sources: »review", "sources must be a list, not 'review'; write [review]"),
    ("sources: [smith-2010, review]", "sources: »[]", "sources is an empty list"),
    ("factor: alcohol\n    outcome", "factor: »7\n    outcome", 'put it in quotes, as in "7"'),
    ("factor: alcohol\n    outcome", "factor: »''\n    outcome", "factor is empty"),
    ("{factor: alcohol}", "{factor: »alcohl}", "the rules have no concept 'alcohl'; did you mean 'alcohol'?"),
    ("{factor: alcohol}", "{»direction: alcohol}", "concepts has no key 'direction'"),
    ("agrees: [Bone in 70%.]", "»agree: [Bone in 70%.]", "did you mean 'agrees'?"),
    ("agrees: [Bone in 70%.]", "agrees: »Bone in 70%.", "agrees must be a list"),
    ("agrees: [Bone in 70%.]", "agrees: [»70]", "agrees must be words, not 70"),
    ("    condition: breast cancer\n", "    condition:»\n", "condition must be words, not nothing"),
    ("id: sites", "id: »cure", "the id 'cure' stands twice (first in claims.yml:32): give each claim its own"),
]


@pytest.mark.parametrize(("old", "new", "says"), WRONG, ids=[f"{new.strip()[:40]}" for _, new, _ in WRONG])
def test_each_error_is_told_at_its_place(read: Callable[..., Canon], old: str, new: str, says: str) -> None:
    text = changed(old, new)
    found = errors_of(read, text.replace(MARK, ""))
    assert len(found) == 1, [str(error) for error in found]
    assert says in found[0].message
    if MARK in text:
        _, line, column = at(text)
        assert (found[0].path, found[0].line, found[0].column) == ("claims.yml", line, column)


MISSING = [
    (
        "    site: bone\n",
        "bone-share",
        "a site-frequency claim needs the slot 'site': add 'site:' with the id of a site",
    ),
    ("    high: 75\n", "bone-share", "needs the slot 'high': add 'high:' with a number, or 'high: null'"),
    ("    curable: no\n", "cure", "needs the slot 'curable': add 'curable:' with no or rarely"),
    ("    condition: breast cancer\n", "alcohol", "the claim 'alcohol' has no 'condition'"),
    ("    reviewed: 2026-11-01\n", "bone-share", "the claim 'bone-share' has no 'reviewed'"),
    ("    sources: [smith-2010, review]\n", "bone-share", "the claim 'bone-share' has no 'sources'"),
]


@pytest.mark.parametrize(("line", "id_", "says"), MISSING)
def test_what_is_missing_is_told_at_the_claim(read: Callable[..., Canon], line: str, id_: str, says: str) -> None:
    text = changed(line, "")
    (error,) = errors_of(read, text)
    assert says in error.message
    assert text.split("\n")[(error.line or 0) - 1] == f"  - id: {id_}"
    assert error.column == 5


def test_a_claim_without_an_id_is_told(read: Callable[..., Canon]) -> None:
    (error,) = errors_of(read, changed("  - id: cure\n    kind", "  - kind"))
    assert "the claim has no 'id'" in error.message


def test_all_errors_are_told_at_once_in_the_order_of_the_file(read: Callable[..., Canon]) -> None:
    text = (
        GOOD.replace("curable: no", "curable: never")
        .replace("site: bone", "site: bonn")
        .replace("year: 2010", "year: x")
    )
    found = errors_of(read, text)
    assert [error.line for error in found] == sorted(
        number
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip() in ("curable: never", "site: bonn", "year: x")
    )


CONTRADICTING = """
  - id: not-cure
    kind: curability
    condition: metastatic breast cancer
    curable: often
    sources: [review]
    reviewed: 2026-11-02
"""


def test_two_claims_that_contradict_each_other_are_refused(read: Callable[..., Canon]) -> None:
    text = GOOD + CONTRADICTING
    (error,) = errors_of(read, text)
    line = text.split("\n").index("  - id: not-cure") + 1
    assert (error.path, error.line, error.column) == ("claims.yml", line, 9)
    assert "'not-cure' contradicts 'cure' in claims.yml:32" in error.message


def test_ranges_of_two_events_do_not_contradict_each_other(read: Callable[..., Canon]) -> None:
    other = GOOD[GOOD.index("  - id: bone-share") : GOOD.index("  - id: cure")]
    other = (
        other.replace("bone-share", "bone-first").replace("low: 60", "event: first\n    low: 10").replace("75", "20")
    )
    assert len(read(GOOD + other).claims) == 6


def test_several_files_share_their_sources(read: Callable[..., Canon]) -> None:
    head, tail = GOOD.split("claims:\n")
    canon = read("claims:\n" + tail, head)
    assert len(canon.claims) == 5
    assert set(canon.sources) == {"smith-2010", "review"}


def test_one_source_id_for_two_sources_is_refused_and_for_one_is_not(read: Callable[..., Canon]) -> None:
    assert len(read(GOOD, "sources:\n  review: {title: A review}\n").sources) == 2
    (error,) = errors_of(read, GOOD, "sources:\n  review: {title: Another review}\n")
    assert (error.path, error.line, error.column) == ("claims-2.yml", 2, 3)
    assert "is another one in claims.yml:11" in error.message


def test_an_id_that_stands_in_two_files_names_the_first(read: Callable[..., Canon]) -> None:
    found = errors_of(read, GOOD, GOOD)
    assert len(found) == 5
    assert found[0].path == "claims-2.yml"
    assert "first in claims.yml:13" in found[0].message


def test_a_folder_is_read_in_the_order_of_names_and_a_file_once(tmp_path: Path) -> None:
    head, tail = GOOD.split("claims:\n")
    folder = tmp_path / "canon"
    (folder / "more").mkdir(parents=True)
    (folder / "b.yml").write_text("claims:\n" + tail)
    (folder / "more" / "sources.yaml").write_text(head)
    (folder / "notes.txt").write_text("not a claims file")
    canon = load([folder, folder / "b.yml"], packs())
    assert [canonical.id for canonical in canon.claims] == ["bone-share", "cure", "sites", "median", "alcohol"]


def test_a_canon_without_claims_is_read_as_empty(read: Callable[..., Canon]) -> None:
    assert read("version: 1\nclaims: []\n").claims == ()


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        ("", 1, 1, "is empty"),
        ("- a\n- b\n", 1, 1, "a claims file is written as keys with values, not as a list"),
        ("claims:\n", 1, 8, "claims must be a list, not nothing"),
        ("claims:\n  cure:\n    kind: x\n", 2, 3, "claims must be a list, not a block of keys"),
        ("claims:\n  - cure\n", 2, 5, "a claim is written as keys with values"),
        ("sources: [a]\n", 1, 10, "sources are written as ids with their keys, not as a list"),
        ("claims:\n  - id: a\n   kind: b\n", 3, 4, "is not valid YAML"),
        ("claims: []\nclaims: []\n", 2, 1, "the key 'claims' stands here twice (first in line 1)"),
    ],
)
def test_a_file_of_the_wrong_shape_is_told(
    read: Callable[..., Canon], text: str, line: int, column: int, says: str
) -> None:
    (error,) = errors_of(read, text)
    assert (error.line, error.column) == (line, column)
    assert says in error.message


def test_files_that_cannot_be_read_are_all_told(tmp_path: Path) -> None:
    (tmp_path / "latin.yml").write_bytes(b"claims: [] # caf\xe9\n")
    (tmp_path / "empty").mkdir()
    with pytest.raises(Problems) as caught:
        load([tmp_path / "none.yml", tmp_path / "latin.yml", tmp_path / "empty"], packs())
    words = {Path(error.path or "").name: error.message for error in caught.value.errors}
    assert "does not exist" in words["none.yml"]
    assert "is not UTF-8" in words["latin.yml"]
    assert "holds no claims file" in words["empty"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("quotes", ["", '"', "'"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_claim_stands_where_its_id_stands(read: Callable[..., Canon], line_end: str, quotes: str, bom: str) -> None:
    text = GOOD.replace("id: cure", f"id: {quotes}cure{quotes}").replace("\n", line_end)
    cure = read(bom + text).get("cure")
    assert cure is not None
    place = cure.claim.place
    assert text[place.start : place.end] == "cure" == place.quote
    line = text.split(line_end)[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "cure"


def test_the_digest_changes_with_the_content(read: Callable[..., Canon]) -> None:
    first, again, other = read(GOOD), read(GOOD), read(GOOD + "\n")
    assert first.digest == again.digest != other.digest


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(low=st.integers(-20, 120), high=st.integers(-20, 120))
def test_a_share_is_read_exactly_where_its_range_can_be(read: Callable[..., Canon], low: int, high: int) -> None:
    text = GOOD.replace("low: 60", f"low: {low}").replace("high: 75", f"high: {high}")
    if 0 <= low <= high <= 100:
        share = read(text).get("bone-share")
        assert share is not None
        assert (share.claim.slots["low"], share.claim.slots["high"]) == (low, high)
    else:
        lines = text.split("\n")
        for error in errors_of(read, text):
            assert lines[(error.line or 0) - 1].strip() in (f"low: {low}", f"high: {high}")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_file_ends_in_anything_but_a_plain_error(
    read: Callable[..., Canon], data: st.DataObject
) -> None:
    lines = GOOD.split("\n")
    line = data.draw(st.integers(0, len(lines) - 2))
    damage = data.draw(
        st.sampled_from(["", "[]", "{}", "null", "7", "x: [", "- a", "? ", "&a x", "*a", "'", "\t", "1e999", "é"])
    )
    keep = data.draw(st.integers(0, len(lines[line])))
    lines[line] = lines[line][:keep] + damage
    try:
        read("\n".join(lines))
    except MedcopyError as error:
        for each in error.errors if isinstance(error, Problems) else [error]:
            assert each.path == "claims.yml"
            assert each.message


def test_the_canon_that_ships_is_whole() -> None:
    canon = load([ROOT / "claims.yml"], packs_module.load())
    kinds = {name for name, kind in packs_module.load().kinds.items() if kind.compare != "none"}
    assert len(canon.claims) >= 80
    assert {canonical.claim.kind for canonical in canon.claims} == kinds
    assert {
        canonical.claim.slots["event"] for canonical in canon.claims if canonical.claim.kind == "site-frequency"
    } == {
        "diagnosis",
        "first",
        "any",
    }
    assert sum(1 for canonical in canon.claims if canonical.examples) >= 25
    for canonical in canon.claims:
        assert canonical.says.endswith("."), canonical.id
        assert canonical.review_by is not None
    cited = {id_ for canonical in canon.claims for id_ in canonical.sources}
    assert cited == set(canon.sources)
    assert all(s.doi or s.pmid or s.url or (s.authors and s.year) for s in canon.sources.values())
