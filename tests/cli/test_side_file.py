from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import WRONG, Run, lines

HEAD = "version: 1\nsuppressions:\n"
ENTRY = "- {path: pages/wrong.md, rule: contradicts-canon, quote: often curable, reason: a leaflet of 1990}\n"


def side(site: Path, *entries: str) -> None:
    (site / "medcopy.yml").write_text("corpus: [pages]\n")
    (site / "medcopy-suppressions.yml").write_text(HEAD + "".join(entries))


def found(run: Run, *arguments: str) -> list[tuple[str, str]]:
    return [(f["path"], f["rule"]) for f in lines(run("check", *arguments, "--format", "jsonl"))]


def test_a_suppression_beside_the_text_accepts_a_finding_and_stays_in_the_json(site: Path, run: Run) -> None:
    side(site, ENTRY)
    result = run("check", "--format", "json")
    assert result.exit_code == 0
    whole = json.loads(result.stdout)
    assert whole["findings"] == []
    assert [(s["rule"], s["reason"]) for s in whole["suppressed"]] == [("contradicts-canon", "a leaflet of 1990")]


def test_a_glob_a_fingerprint_or_no_words_choose_too(site: Path, run: Run) -> None:
    side(site)
    (site / "medcopy-suppressions.yml").unlink()
    (finding,) = lines(run("check", "--format", "jsonl"))
    mark = finding["fingerprint"]
    for chosen in (f"fingerprint: '{mark}', ", ""):
        side(site, f"- {{path: 'pages/w*', rule: contradicts-canon, {chosen}reason: why}}\n")
        assert found(run) == []


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("- {path: pages/wrong.md, rule: contradicts-canon}\n", "gives no reason"),
        ("- {path: pages/wrong.md, rule: contradicts-canon, reason: ''}\n", "gives no reason"),
        ("- {path: pages/wrong.md, rule: contradict, reason: why}\n", "names no known rule: contradict"),
        ("- {rule: contradicts-canon, reason: why}\n", "names no path"),
        ("- {path: pages/wrong.md, reason: why}\n", "names no rule"),
        ("- {path: pages/wrong.md, rule: contradicts-canon, why: why}\n", "has an unknown key: why"),
        ("- {path: pages/wrong.md, rule: unused-suppression, reason: why}\n", "cannot be suppressed"),
        ("- words\n", "is no entry with keys"),
    ],
)
def test_a_malformed_one_is_a_finding_at_its_line_and_suppresses_nothing(
    site: Path, run: Run, entry: str, words: str
) -> None:
    side(site, entry)
    first, second = lines(run("check", "--format", "jsonl"))
    assert (first["path"], first["rule"], first["line"]) == ("medcopy-suppressions.yml", "bad-suppression", 3)
    assert words in first["message"]
    assert second["rule"] == "contradicts-canon"


@pytest.mark.parametrize("where", ["pages/right.md", "pages/nowhere.md", "wrong.md.bak"])
def test_one_that_has_nothing_to_suppress_is_a_finding(site: Path, run: Run, where: str) -> None:
    side(site, ENTRY, f"- {{path: {where}, rule: contradicts-canon, reason: why}}\n")
    assert found(run) == [("medcopy-suppressions.yml", "unused-suppression")]
    assert found(run, "pages/right.md") == [("medcopy-suppressions.yml", "unused-suppression")]
    assert found(run, "--ignore", "contradicts-canon") == [], "the rule did not run"


@pytest.mark.parametrize("text", ["suppressions: {}\n", "version: 1\nsuppressions: [\n", "- a\n", "version: 2\n"])
def test_a_file_that_is_none_is_status_2(site: Path, run: Run, text: str) -> None:
    side(site)
    (site / "medcopy-suppressions.yml").write_text(text)
    result = run("check")
    assert result.exit_code == 2
    assert "medcopy-suppressions.yml" in result.stderr


def test_a_rule_that_the_project_bars_is_suppressed_nowhere(site: Path, run: Run) -> None:
    side(site, ENTRY)
    (site / "medcopy.yml").write_text("corpus: [pages]\nunsuppressible: [contradicts-canon]\n")
    comment = "<!-- medcopy: ignore-file contradicts-canon -- why -->\n\n"
    (site / "pages" / "wrong.md").write_text(comment + WRONG)
    assert sorted(found(run)) == [
        ("medcopy-suppressions.yml", "bad-suppression"),
        ("pages/wrong.md", "bad-suppression"),
        ("pages/wrong.md", "contradicts-canon"),
    ]


def test_the_configuration_may_name_another_file_and_must_name_rules_that_exist(site: Path, run: Run) -> None:
    (site / "accepted.yml").write_text(HEAD + ENTRY)
    (site / "medcopy.yml").write_text("corpus: [pages]\nsuppressions: accepted.yml\n")
    assert found(run) == []
    (site / "medcopy.yml").write_text("unsuppressible: [contradict]\n")
    assert "there is no rule 'contradict'" in run("check").stderr
    (site / "medcopy.yml").write_text("suppressions: nowhere.yml\n")
    assert "there is no file nowhere.yml" in run("check").stderr
