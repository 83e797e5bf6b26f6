from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RIGHT, WRONG, Run, lines

BASE = "medcopy-baseline.yml"
MISSPELT = "Ask for a biospy.\n"


@pytest.fixture
def accepted(site: Path, run: Run) -> Path:
    """A site whose one finding is in the baseline."""
    result = run("baseline", "pages", "--output", BASE)
    assert result.exit_code == 0
    assert "1 entry, 1 new; 0 taken out" in result.stdout
    return site


def found(run: Run, *arguments: str) -> list[str]:
    return [f["rule"] for f in lines(run("check", "pages", "--baseline", BASE, "--format", "jsonl", *arguments))]


def test_known_findings_are_left_out_and_counted(accepted: Path, run: Run) -> None:
    result = run("check", "pages", "--baseline", BASE)
    assert result.exit_code == 0
    assert "1 finding left out: known to the baseline." in result.stdout
    whole = json.loads(run("check", "pages", "--baseline", BASE, "--format", "json").stdout)
    assert [k["rule"] for k in whole["known"]] == ["contradicts-canon"]
    assert whole["summary"]["baseline"] == {"known": 1, "gone": 0, "expired": 0}


def test_fifty_lines_above_reopen_nothing(accepted: Path, run: Run) -> None:
    page = accepted / "pages" / "wrong.md"
    page.write_text("More words here.\n\n" * 50 + WRONG)
    assert found(run) == []


def test_a_renamed_file_reopens_nothing_and_leaves_nothing_behind(accepted: Path, run: Run) -> None:
    (accepted / "pages" / "wrong.md").rename(accepted / "pages" / "z-moved.md")
    result = run("check", "pages", "--baseline", BASE)
    assert result.exit_code == 0
    assert "gone" not in result.stdout


def test_one_mended_and_another_of_the_same_rule_added_is_new(accepted: Path, run: Run) -> None:
    page = accepted / "pages" / "wrong.md"
    page.write_text(WRONG.replace("is often curable", "can sometimes be cured"))
    result = run("check", "pages", "--baseline", BASE, "--format", "jsonl")
    assert result.exit_code == 1
    ((rule, quote),) = [(f["rule"], " ".join(f["quote"].split())) for f in lines(result)]
    assert rule == "contradicts-canon"
    assert "can sometimes be cured" in quote
    assert "and gone: pages/wrong.md contradicts-canon" in run("check", "pages", "--baseline", BASE).stdout


def test_a_second_finding_like_a_known_one_is_new(accepted: Path, run: Run) -> None:
    (accepted / "pages" / "other.md").write_text(WRONG)
    result = lines(run("check", "pages", "--baseline", BASE, "--format", "jsonl"))
    assert [f["path"] for f in result] == ["pages/other.md"]
    assert lines(run("check", "pages/other.md", "pages", "--baseline", BASE, "--format", "jsonl")) == result


def test_equal_findings_in_one_file_are_counted_one_by_one(site: Path, run: Run) -> None:
    page = site / "pages" / "new.md"
    page.write_text(MISSPELT)
    run("baseline", "pages", "--output", BASE)
    page.write_text(MISSPELT + "\n" + MISSPELT)
    assert found(run) == ["misspelt-term"]


def test_what_is_known_does_not_depend_on_the_files_that_are_named(accepted: Path, run: Run) -> None:
    (accepted / "medcopy.yml").write_text(f"corpus: [pages]\nbaseline: {BASE}\n")
    (accepted / "pages" / "a-copy.md").write_text(WRONG)
    whole = run("check", "--format", "jsonl").stdout.splitlines()
    parts = [
        line
        for name in sorted(path.name for path in (accepted / "pages").iterdir())
        for line in run("check", f"pages/{name}", "--format", "jsonl").stdout.splitlines()
    ]
    assert set(whole) == set(parts)
    assert len(whole) == 1


def test_prune_takes_out_what_is_gone_and_keeps_the_rest(accepted: Path, run: Run) -> None:
    (accepted / "pages" / "new.md").write_text(MISSPELT)
    run("baseline", "pages", "--output", BASE, "--reason", "later", "--owner", "Ann", "--expires", "2030-01-01")
    (accepted / "pages" / "wrong.md").write_text(RIGHT)
    result = run("baseline", "--prune", "pages", "--output", BASE)
    assert "1 entry, 0 new; 1 taken out" in result.stdout
    text = (accepted / BASE).read_text()
    assert 'reason: "later"' in text
    assert 'owner: "Ann"' in text
    assert "contradicts-canon" not in text


def test_entries_of_files_that_are_not_looked_at_stay(accepted: Path, run: Run) -> None:
    (accepted / "pages" / "new.md").write_text(MISSPELT)
    run("baseline", "pages/new.md", "--output", BASE)
    text = (accepted / BASE).read_text()
    assert "contradicts-canon" in text
    assert "misspelt-term" in text
    assert "gone" not in run("check", "pages/new.md", "--baseline", BASE).stdout


def test_written_anew_it_is_the_same_bytes_and_keeps_what_people_wrote(accepted: Path, run: Run) -> None:
    path = accepted / BASE
    path.write_text(path.read_text() + "  reason: agreed with the board\n  owner: Ann\n  expires: 2027-01-01\n")
    run("baseline", "pages", "--output", BASE)
    once = path.read_bytes()
    assert b'reason: "agreed with the board"' in once
    run("baseline", "pages", "--output", BASE)
    assert path.read_bytes() == once


def test_an_expired_entry_counts_again(accepted: Path, run: Run) -> None:
    path = accepted / BASE
    path.write_text(path.read_text() + "  expires: 2026-08-01\n")
    assert found(run, "--today", "2026-07-31") == []
    assert found(run, "--today", "2026-08-01") == ["contradicts-canon"]
    told = run("check", "pages", "--baseline", BASE, "--today", "2026-08-01").stdout
    assert "1 finding of the baseline counted again: expired." in told
    again = run("baseline", "pages", "--output", BASE, "--today", "2026-08-01")
    assert "1 of them have expired" in again.stderr


def test_a_file_that_cannot_be_read_is_never_accepted(site: Path, run: Run) -> None:
    (site / "pages" / "broken.md").write_bytes(b"%PDF-1.4")
    assert run("baseline", "pages", "--output", BASE).exit_code == 2
    assert "unreadable-file" not in (site / BASE).read_text()
    assert run("check", "pages", "--baseline", BASE).exit_code == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "there is no such baseline: make it with medcopy baseline"),
        ("findings: [", "is not valid YAML"),
        ("version: 2\nfindings: []\n", "is no baseline"),
        ("version: 1\nfindings:\n- {rule: overstated, path: a.md}\n", f"{BASE}:3:3: an entry has at least"),
        ("version: 1\nfindings:\n- {fingerprint: a, rule: over, path: a.md}\n", "there is no rule 'over'"),
        ("version: 1\nfindings:\n- {fingerprint: a, rule: overstated, path: a, expires: soon}\n", "is no date"),
        ("version: 1\nfindings:\n- {fingerprint: a, rule: overstated, path: a, why: x}\n", "unknown key 'why'"),
    ],
)
def test_a_baseline_that_is_wrong_is_refused(site: Path, run: Run, text: str | None, words: str) -> None:
    if text is not None:
        (site / BASE).write_text(text)
    result = run("check", "pages", "--baseline", BASE)
    assert result.exit_code == 2
    assert words in result.stderr
