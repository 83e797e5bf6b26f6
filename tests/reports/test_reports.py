"""Every format: as in its gold file, and read back by a tool that others wrote.

UPDATE_GOLD=1 in the environment writes the gold files anew; look at what changed before it is committed.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from lint import __version__
from lint.excerpts import Excerpts
from lint.findings import Finding
from lint.reports import REPORTERS, markdown
from lint.reports.schema import findings_schema
from lint.results import CheckResult, Summary
from tests.reports.made import ASTRAL, PAGES, result

HERE = Path(__file__).parent
GOLD = {
    "text": "report.txt",
    "json": "report.json",
    "jsonl": "report.jsonl",
    "sarif": "report.sarif",
    "github": "report.github.txt",
    "gitlab": "report.gitlab.json",
    "junit": "report.junit.xml",
    "markdown": "report.md",
}


def written(name: str, made: CheckResult | None = None) -> str:
    return REPORTERS[name].findings(made or result())


def test_every_format_has_a_gold_file() -> None:
    assert set(GOLD) == set(REPORTERS)


@pytest.mark.parametrize("name", sorted(GOLD))
def test_a_report_is_as_in_its_gold_file(name: str) -> None:
    text = written(name).replace(f'"semanticVersion": "{__version__}"', '"semanticVersion": "VERSION"')
    path = HERE / "gold" / GOLD[name]
    if os.environ.get("UPDATE_GOLD"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize("name", sorted(GOLD))
def test_no_report_holds_what_acts_on_a_terminal(name: str) -> None:
    for character in ("\x1b", "\u202e", "\r"):
        assert character not in written(name)


@pytest.mark.parametrize("name", sorted(GOLD))
def test_a_run_without_findings_has_a_report(name: str) -> None:
    quiet = CheckResult(
        (), (), (), Summary(0, {}, 0, findings={"error": 0, "warning": 0, "note": 0}), None, Excerpts({})
    )
    assert isinstance(written(name, quiet), str)


# JSON


def test_json_is_valid_against_its_schema() -> None:
    schema = findings_schema("http://json-schema.org/draft-07/schema#")
    jsonschema.Draft7Validator.check_schema(schema)
    found = json.loads(written("json"))
    jsonschema.Draft7Validator(schema).validate(found)
    assert [(s["rule"], s["reason"]) for s in found["suppressed"]] == [("mixed-events", "quoted from a leaflet")]
    found["findings"][1]["fingerprint"] = "changed"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(schema).validate(found)


# SARIF


def sarif() -> Any:
    return json.loads(written("sarif"))


def test_sarif_is_valid_against_the_schema_of_the_standard() -> None:
    schema = json.loads((HERE / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(sarif())] == []
    broken = sarif()
    broken["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(broken))


def test_sarif_is_read_by_sarif_tools(tmp_path: Path) -> None:
    path, out = tmp_path / "medcopy.sarif", tmp_path / "out.csv"
    path.write_text(written("sarif"), encoding="utf-8")
    command = [sys.executable, "-m", "sarif", "csv", "--output", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    told = sorted((row["Severity"], row["Code"], row["Line"]) for row in rows)
    assert told == [
        ("error", "contradicts-canon", "3"),
        ("error", "misspelt-term", "4"),
        ("error", "unreadable-file", "1"),
        ("note", "unverified-figure", "1"),
        ("warning", "overstated", "3"),
    ]


def test_sarif_columns_are_those_of_a_reader_of_utf_16() -> None:
    (run,) = sarif()["runs"]
    assert run["columnKind"] == "utf16CodeUnits"
    by_rule = {found["ruleId"]: found for found in run["results"]}
    region = by_rule["unverified-figure"]["locations"][0]["physicalLocation"]["region"]
    first = PAGES[ASTRAL].splitlines()[0].encode("utf-16-le")
    assert region["startColumn"] == 6, "two signs of two units each, and a space"
    assert first[2 * (region["startColumn"] - 1) :].decode("utf-16-le") == "Bone is reached in"
    assert (region["endLine"], region["endColumn"]) == (2, 9)
    deleted = by_rule["unverified-figure"]["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert (deleted["startLine"], deleted["startColumn"], deleted["endColumn"]) == (2, 7, 9)


def test_sarif_has_rules_with_help_the_other_sides_and_no_suppressed_result() -> None:
    (run,) = sarif()["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["partialFingerprints"]
    by_rule = {found["ruleId"]: found for found in run["results"]}
    assert "mixed-events" not in by_rule
    (other,) = by_rule["contradicts-canon"]["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "pages/plain.md"
    uri = by_rule["unverified-figure"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "pages/signs%20%26%20100%25.md"


# GitHub


def sixty() -> CheckResult:
    made = result()
    base = made.findings[1]
    many = tuple(
        replace(base, severity="warning" if n % 2 else "error", rule="overstated" if n % 2 else RULES[n // 2 % 3])
        for n in range(60)
    )
    return replace(made, findings=many)


RULES = ("misspelt-term", "contradicts-corpus", "contradicts-canon")


def test_of_sixty_findings_the_worst_ten_of_each_level_come_first() -> None:
    lines = [line for line in written("github", sixty()).splitlines() if line.startswith("::")]
    assert len(lines) == 60
    assert [line.split(" ")[0] for line in lines[:20]] == ["::error"] * 10 + ["::warning"] * 10
    assert all("contradicts-canon" in line for line in lines[:10]), "ten of the thirty errors, of the worst rule"


def test_a_workflow_command_is_one_line_and_its_properties_cannot_be_forged() -> None:
    made = result()
    evil = replace(made.findings[1].place, path="a,line=9::\n::error::b.md")
    lines = written("github", replace(made, findings=(replace(made.findings[1], place=evil),))).splitlines()
    (command,) = (line for line in lines if line.startswith("::"))
    properties = command.removeprefix("::error ").split("::")[0]
    told = dict(part.split("=", 1) for part in properties.split(","))
    assert list(told) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert told["line"] == "3"


# GitLab


def test_gitlab_has_the_keys_that_it_asks_for_and_a_fingerprint_for_each() -> None:
    twice = result()
    twice = replace(twice, findings=(*twice.findings, twice.findings[1]))
    entries = json.loads(written("gitlab", twice))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries) == 6
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not entry["location"]["path"].startswith("./")
        assert entry["location"]["lines"]["begin"] >= 1


# JUnit


def test_junit_is_read_by_junitparser() -> None:
    suites = JUnitXml.fromstring(written("junit").encode())
    told = {suite.name: (suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites}
    assert told == {
        "pages/broken.md": (1, 0, 1, 0),
        "pages/hope.md": (2, 2, 0, 0),
        "pages/plain.md": (1, 1, 0, 0),
        "pages/quiet.md": (1, 0, 0, 0),
        ASTRAL: (2, 0, 0, 2),
    }
    assert (suites.tests, suites.failures, suites.errors, suites.skipped) == (7, 3, 1, 2)


# Markdown


def test_markdown_is_grouped_by_claim_and_shows_hostile_words_as_they_are() -> None:
    text = written("markdown")
    html = MarkdownIt("commonmark").render(text)
    assert html.count("<h3>") == 5
    assert "<h3>It can be treated, not cured.</h3>" in html
    assert "@all" not in text
    assert "&lt;b&gt;*so*." in html
    assert "1\\. first" in markdown.escape("1. first")
    assert "quoted from a leaflet" not in text


def test_markdown_that_finds_no_room_says_what_is_left_out() -> None:
    text = markdown.page(sixty(), 4_000)
    assert len(text) < 5_000
    shown = sum(line.startswith("- ") for line in text.splitlines())
    assert f"{60 - shown} more findings are not shown here" in text


def test_room_is_counted_as_it_is_written_whatever_the_script() -> None:
    made = replace(sixty(), findings=tuple(replace(one, message="不治の病" * 50) for one in sixty().findings))
    text = markdown.page(made, 20_000)
    assert "not shown here" in text
    assert 15_000 < len(text.encode()) < 21_000


WORDS = st.text(alphabet=st.sampled_from("ab .,@#*_`[]()<>&|!~\\-+\n\"'/:w\u202e\x1b\x00\ud800é🎗"), max_size=60)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.sampled_from(["error", "warning", "note"]))
def test_any_words_leave_every_format_well_formed(message: str, path: str, severity: Any) -> None:
    found: Finding = replace(result().findings[1], message=message, severity=severity)
    found = replace(found, place=replace(found.place, path=f"p{path}.md", quote=message or "x"))
    made = replace(result(), findings=(found,))
    for name in GOLD:
        written(name, made).encode()
    for name in ("json", "sarif", "gitlab"):
        json.loads(written(name, made))
    assert JUnitXml.fromstring(written("junit", made).encode()).tests == 5
    assert sum(line.startswith("::") for line in written("github", made).splitlines()) == 1
    html = MarkdownIt("commonmark", {"linkify": False}).render(written("markdown", made))
    assert "<a " not in html
    assert "<img" not in html
