"""The report with a baseline, and the report on a change alone: what counts, what is known and by whom."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_since import commit, git
from tests.reports.html.conftest import TODAY, Run
from tests.reports.html.readings import PAGES
from tests.reports.html.test_report import Tree

FINDING = r'<article class="decision(?:(?!</article>).)*</article>'
ACCEPTED = ("--reason", "agreed in May", "--owner", "Dr Ada", "--expires", "2027-05-01")


def written(run: Run, *arguments: str, today: str = TODAY) -> str:
    """Write the report with some options and return it."""
    result = run("report", "--today", today, "--output", "report.html", *arguments)
    assert result.exit_code == 0, result.stderr
    return Path("report.html").read_text(encoding="utf-8")


def numbers(text: str) -> tuple[int, dict[str, int]]:
    """Return how many claims the first screen tells of, and how many of each state."""
    found = re.search(r"(\d+) claims? found (.*?) wrong", Tree(text).text)
    assert found
    return int(found[1]), {name: int(number) for number, name in re.findall(r"[✕▲?○✓⊘] (\d+) (\w+)", found[2])}


def listed(run: Run, *arguments: str) -> set[tuple[str, str]]:
    """Return fingerprint and path of what ``check`` reports."""
    told = map(json.loads, run("check", "--format", "jsonl", *arguments).stdout.splitlines())
    return {(one["fingerprint"], one["path"]) for one in told}


def decided(text: str, known: str) -> set[tuple[str, str]]:
    """Return fingerprint and path of the decisions that are ``new`` or ``known``."""
    decisions = [one for one in re.findall(FINDING, text, re.S) if f'data-known="{known}"' in one]
    place = r'data-fingerprint="([0-9a-f]+)" data-path="([^"]+)"'
    return {(mark, path) for one in decisions for mark, path in re.findall(place, one)}


@pytest.fixture
def known(site: Path, run: Run) -> Path:
    """A baseline with what is wrong in one of the pages."""
    result = run("baseline", "pages/wrong.md", "--today", TODAY, "--output", "known.yml", *ACCEPTED)
    assert result.exit_code == 0, result.stderr
    return site / "known.yml"


def test_what_the_baseline_holds_is_known_and_counts_as_accepted(known: Path, run: Run) -> None:
    before, text = numbers(written(run)), written(run, "--baseline", "known.yml")
    total, states = numbers(text)
    assert total == sum(states.values()) == before[0]
    assert states["accepted"] > before[1]["accepted"]
    assert states["contradicting"] < before[1]["contradicting"]
    told = listed(run, "--today", TODAY, "--baseline", "known.yml")
    assert decided(text, "new") == told
    assert decided(text, "known") == listed(run, "--today", TODAY) - told
    words = Tree(text).text
    assert "In the baseline known.yml: agreed in May · by Dr Ada · until 2027-05-01" in words
    assert "Accepted: agreed in May · by Dr Ada · until 2027-05-01" in words
    assert "are in the baseline known.yml and do not count" in words


def test_the_baseline_of_the_configuration_is_taken(known: Path, site: Path, run: Run) -> None:
    told = written(run, "--baseline", "known.yml")
    with (site / "medcopy.yml").open("a", encoding="utf-8") as config:
        config.write("baseline: known.yml\n")
    assert written(run) == told


def test_an_entry_whose_day_has_come_is_open_again_and_says_who_accepted_it(known: Path, run: Run) -> None:
    text = written(run, "--baseline", "known.yml", today="2027-05-01")
    assert decided(text, "known") == set()
    assert "accepted until 2027-05-01, and open again agreed in May · by Dr Ada · known.yml" in Tree(text).text


def test_an_entry_that_no_longer_occurs_is_told(known: Path, run: Run) -> None:
    known.write_text(known.read_text(encoding="utf-8").replace('fingerprint: "', 'fingerprint: "00', 1))
    assert "In the baseline, and no longer found" in Tree(written(run, "--baseline", "known.yml")).text


def test_decisions_that_were_accepted_for_two_reasons_are_two(known: Path, run: Run) -> None:
    """The second reason was not told: findings of one mistake were one decision with the first one's reason."""
    run("baseline", "--today", TODAY, "--output", "known.yml", "--reason", "agreed in June", "--owner", "Dr Bo")
    text = written(run, "--baseline", "known.yml")
    often = [one for one in re.findall(FINDING, text, re.S) if "can often be cured</h3>" in one]
    assert sorted(re.findall(r"agreed in \w+", " ".join(often))) == ["agreed in June", "agreed in May"]


def test_what_is_suppressed_names_the_place_that_accepts_it(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    line = 1 + PAGES["wrong.md"].splitlines().index(
        "<!-- medcopy: ignore contradicts-canon -- quoted from a leaflet of 1990 -->"
    )
    assert (
        f'<a href="https://example.org/edit/pages/wrong.md#L{line}" rel="noreferrer">pages/wrong.md:{line}</a>' in text
    )


@pytest.fixture
def change(site: Path) -> Path:
    """A repository in which one page is new."""
    page = site / "pages" / "wrong.md"
    page.unlink()
    (site / ".git").rmdir()
    git(site, "init", "-q", "-b", "main")
    commit(site, "first")
    page.write_text(PAGES["wrong.md"], encoding="utf-8")
    return site


def test_a_report_on_a_change_asks_what_check_asks(change: Path, run: Run) -> None:
    text = written(run, "--since", "HEAD")
    told = listed(run, "--today", TODAY, "--since", "HEAD")
    assert decided(text, "new") == told < listed(run, "--today", TODAY)
    words = Tree(text).text
    assert "about 1 file of the corpus · what is new since HEAD" in words
    assert "were there before HEAD, and are left out here" in words
    assert re.findall(r'class="article" id="[^"]+"[^>]*>\s*<header>\s*<h3>([^<]+)', text) == ["Where it goes"]
    assert '<p><span class="fresh">changed</span> The <mark class="s-contradicts">liver' in text
    tree = Tree(text)
    assert {link[1:] for link in tree.links if link.startswith("#")} <= set(tree.ids)


def test_what_was_there_before_keeps_its_state_in_a_changed_page(change: Path, run: Run) -> None:
    commit(change)
    page = change / "pages" / "wrong.md"
    page.write_text(PAGES["wrong.md"] + "\nWords below.\n", encoding="utf-8")
    text = written(run, "--since", "HEAD")
    assert decided(text, "new") == set()
    assert "Nothing new." in Tree(text).text
    assert "It was there before the change." in Tree(text).text
    assert numbers(text)[1]["contradicting"] == 3
    assert '<p><span class="fresh">changed</span> Words below.' in text


def test_a_change_of_what_is_approved_shows_the_pages_that_it_makes_wrong(change: Path, run: Run) -> None:
    commit(change)
    canon = change / "claims.yml"
    canon.write_text(canon.read_text(encoding="utf-8").replace("high: 75", "high: 66"), encoding="utf-8")
    text = written(run, "--since", "HEAD")
    assert decided(text, "new") == listed(run, "--today", TODAY, "--since", "HEAD") != set()
    assert "pages/right.md" in {path for _, path in decided(text, "new")}
    assert "Metastatic breast cancer</h3>" in text


def test_a_revision_that_git_does_not_know_is_an_error(change: Path, run: Run) -> None:
    result = run("report", "--since", "nowhere", "--output", "report.html")
    assert result.exit_code == 2
    assert "git knows no revision 'nowhere'" in result.stderr


def test_a_change_that_touches_no_page_has_a_report(change: Path, run: Run) -> None:
    commit(change)
    text = Tree(written(run, "--since", "HEAD")).text
    assert "about 0 files of the corpus" in text
    assert "0 claims found" in text
    assert "Nothing new." in text


def test_a_report_on_a_change_can_be_a_folder(change: Path, run: Run) -> None:
    result = run("report", "--today", TODAY, "--since", "HEAD", "--output", "out/")
    assert result.exit_code == 0, result.stderr
    assert len(list((change / "out" / "articles").iterdir())) == 1
