from __future__ import annotations

from pathlib import Path

import pytest

from lint.rules import RULES
from tests.cli.conftest import Run


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_explained_with_what_to_do_and_its_severity(run: Run, rule: str) -> None:
    result = run("explain", rule)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == rule
    assert RULES[rule].help in result.stdout
    assert f"Severity: {RULES[rule].severity}" in result.stdout
    assert ("(off," in result.stdout) is not RULES[rule].on


def test_a_line_is_explained_with_words_cues_trials_and_other_places(site: Path, run: Run) -> None:
    Path("medcopy.yml").write_text("corpus: [pages]\n")
    out = run("explain", "pages/wrong.md:3:20").stdout
    assert "“First words.”\n    No claim was read in this sentence" in out
    assert "Claim 1: curability of metastatic breast cancer (" in out
    assert "curable: often" in out
    assert "pattern: " in out
    assert "cure: they contradict each other" in out
    assert "“Metastatic breast cancer can be treated, not cured.”" in out
    assert "pages/right.md:3 “" in out
    assert "Finding: error contradicts-canon" in out


def test_a_negation_is_shown_as_the_cue_that_it_is(site: Path, run: Run) -> None:
    assert "cue: negation" in run("explain", "pages/right.md:3").stdout


def test_where_there_is_nothing_to_look_in_that_is_said(site: Path, run: Run) -> None:
    """It said that no other place speaks about a claim where no other page was read."""
    assert (
        "There is no other page to look in: name a corpus in medcopy.yml." in run("explain", "pages/right.md:3").stdout
    )
    Path("medcopy.yml").write_text("corpus: [pages]\n")
    (site / "pages" / "wrong.md").write_text("Bring a list of your questions.\n")
    assert (
        "No other place in the 2 files that were read speaks about this." in run("explain", "pages/right.md:3").stdout
    )
    Path("claims.yml").write_text("version: 1\nsources: {}\nclaims: []\n")
    assert "There is no approved statement yet to hold it against." in run("explain", "pages/right.md:3").stdout


def test_a_line_without_copy_is_said_to_have_none(site: Path, run: Run) -> None:
    assert "no sentence that a reader sees stands in this line" in run("explain", "pages/right.md:2").stdout
    assert "no sentence" in run("explain", "pages/right.md:999").stdout


def test_what_is_neither_rule_nor_place_is_said(site: Path, run: Run) -> None:
    result = run("explain", "overstatd")
    assert result.exit_code == 2
    assert "did you mean 'overstated'?" in result.stderr
    missing = run("explain", "pages/none.md:3")
    assert missing.exit_code == 2
    assert "there is no file pages/none.md" in missing.stderr


def test_an_unreadable_page_is_explained_as_such(site: Path, run: Run) -> None:
    Path("broken.md").write_bytes(b"\x00\x01\x02\x00" * 200)
    assert run("explain", "broken.md:1").stdout.startswith("broken.md: ")
