"""GitHub's job summary: the file that GITHUB_STEP_SUMMARY names holds every finding, whole."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cli.conftest import WRONG, Run

NUMBER = 20
"""Pages, each with three faults of three levels."""


@pytest.fixture
def summary(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number in range(NUMBER):
        (site / "pages" / f"page{number:02}.md").write_text(f"{WRONG}\nAsk for a biospy.\n\nAsk for chemotheraphy.\n")
    (site / "pages" / "wrong.md").unlink()
    path = site.parent / "summary.md"
    path.write_text("# An earlier step\n\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def read(path: Path) -> str:
    """Return what a reader of the summary sees, on one line."""
    shown = MarkdownIt("commonmark").render(path.read_text(encoding="utf-8"))
    return " ".join(html.unescape(re.sub("<[^>]*>", " ", shown).replace("\u2060", "")).split())


def test_sixty_findings_are_whole_in_the_job_summary_and_the_worst_are_annotated_first(
    site: Path, run: Run, summary: Path
) -> None:
    odd = ", ".join(
        f'"pages/page{number:02}.md": {{severity: {{misspelt-term: note}}}}' for number in range(0, NUMBER, 2)
    )
    (site / "medcopy.yml").write_text(f"severity: {{misspelt-term: warning}}\npaths: {{{odd}}}\n")
    result = run("check", "pages", "--format", "github", "--format", "json:report.json")
    assert result.exit_code == 1
    found = json.loads(Path("report.json").read_text())["findings"]
    assert len(found) == 3 * NUMBER == 60
    commands = [line.split(" ")[0] for line in result.stdout.splitlines() if line.startswith("::")]
    assert commands[:30] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert len(commands) == 60

    assert summary.read_text(encoding="utf-8").startswith("# An earlier step\n\n<!-- medcopy -->\n")
    text = read(summary)
    assert "not shown" not in text
    for one in found:
        entry = f"{one['path']}:{one['line']} {one['severity']} {one['rule']} : {one['message']}"
        assert text.count(entry) == 1, entry
        after = text.partition(entry)[2]
        after = re.split(r"[🔴🟡🔵]", after)[0]
        assert " ".join(one["quote"].split()) in after
        for other in one["related"]:
            assert f"also {other['path']}:{other['line']} “" in after
        if one["fix"]:
            assert f"write “{one['fix']['replacement']}”" in after


def test_a_summary_is_for_github_alone_and_one_that_cannot_be_written_is_said(
    site: Path, run: Run, summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = summary.read_bytes()
    run("check", "pages")
    assert summary.read_bytes() == before
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(site))
    result = run("check", "pages", "--format", "github")
    assert result.exit_code == 1
    assert "the job summary cannot be written: " in result.stderr
