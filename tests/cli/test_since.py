from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CANON, QUIET, RIGHT, WRONG, Run, lines


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def commit(folder: Path, message: str = "more") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


@pytest.fixture
def repo(site: Path) -> Path:
    """A site whose faults are all committed."""
    (site / ".git").rmdir()
    git(site, "init", "-q", "-b", "main")
    (site / "medcopy.yml").write_text("corpus: [pages]\n")
    commit(site, "first")
    return site


def found(run: Run, *arguments: str, since: str = "HEAD") -> list[tuple[str, str]]:
    result = run("check", "--since", since, "--format", "jsonl", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return [(f["path"], f["rule"]) for f in lines(result)]


def test_what_was_there_before_does_not_count_and_is_counted(repo: Path, run: Run) -> None:
    (repo / "pages" / "right.md").write_text(RIGHT + "\nMore words.\n")
    result = run("check", "--since", "HEAD")
    assert result.exit_code == 0
    assert "1 finding left out: not new." in result.stdout


def test_a_finding_in_a_changed_line_counts(repo: Path, run: Run) -> None:
    (repo / "pages" / "wrong.md").write_text(WRONG.replace("First words", "Other words"))
    assert found(run) == [("pages/wrong.md", "contradicts-canon")]


def test_a_fault_elsewhere_in_a_changed_file_does_not_count(repo: Path, run: Run) -> None:
    (repo / "pages" / "wrong.md").write_text("Words above.\n\n" + WRONG + "\nWords below.\n")
    assert found(run) == []


def test_a_new_file_counts_tracked_or_not(repo: Path, run: Run) -> None:
    (repo / "pages" / "new.md").write_text(WRONG)
    assert found(run) == [("pages/new.md", "contradicts-canon")]
    git(repo, "add", "-A")
    assert found(run) == [("pages/new.md", "contradicts-canon")]
    commit(repo)
    assert found(run) == []
    assert found(run, since="HEAD~1") == [("pages/new.md", "contradicts-canon")]


def test_the_other_side_outside_of_the_change_is_shown(repo: Path, run: Run) -> None:
    (repo / "medcopy.yml").write_text("corpus: [pages]\nclaims: []\n")
    (repo / "pages" / "third.md").write_text(RIGHT)
    (repo / "pages" / "wrong.md").unlink()
    commit(repo)
    (repo / "pages" / "new.md").write_text(WRONG)
    (finding,) = lines(run("check", "--since", "HEAD", "--format", "jsonl"))
    assert {finding["path"], *(r["path"] for r in finding["related"])} == {
        "pages/new.md",
        "pages/right.md",
        "pages/third.md",
    }


def test_a_contradiction_placed_outside_of_the_change_counts_too(repo: Path, run: Run) -> None:
    (repo / "medcopy.yml").write_text("corpus: [pages]\nclaims: []\n")
    (repo / "pages" / "right.md").unlink()
    commit(repo)
    (repo / "pages" / "one.md").write_text(RIGHT)
    (repo / "pages" / "two.md").write_text(RIGHT)
    assert found(run) == [("pages/wrong.md", "contradicts-corpus")]


def test_a_changed_canon_counts_for_what_it_makes_wrong_anywhere(repo: Path, run: Run) -> None:
    changed = CANON.replace('curable: "no"', "curable: often").replace("not cured", "and often cured")
    (repo / "claims.yml").write_text(changed)
    assert ("pages/right.md", "contradicts-canon") in found(run)


def test_a_changed_heading_counts_for_the_lines_below_it(repo: Path, run: Run) -> None:
    page = repo / "pages" / "cure.md"
    text = "# Early breast cancer\n\nWords come first here.\n\nIt is often curable.\n"
    page.write_text(text)
    commit(repo)
    assert found(run) == []
    page.write_text(text.replace("Early", "Metastatic"))
    assert found(run) == [("pages/cure.md", "contradicts-canon")]


def test_a_renamed_file_opens_nothing(repo: Path, run: Run) -> None:
    git(repo, "mv", "pages/wrong.md", "pages/a name with spaces.md")
    assert found(run) == []
    git(repo, "mv", "pages/a name with spaces.md", "pages/ünïcode\tname.md")
    assert found(run) == []


def test_a_change_in_a_file_with_a_strange_name_is_seen(repo: Path, run: Run) -> None:
    page = repo / "pages" / 'a "quoted" ü.md'
    page.write_text(WRONG)
    commit(repo)
    page.write_text(WRONG.replace("First words", "Other words"))
    assert found(run) == [('pages/a "quoted" ü.md', "contradicts-canon")]


def test_the_merge_base_is_compared_with_and_not_what_others_did_meanwhile(repo: Path, run: Run) -> None:
    git(repo, "checkout", "-q", "-b", "work")
    (repo / "pages" / "new.md").write_text(WRONG)
    commit(repo)
    git(repo, "checkout", "-q", "main")
    (repo / "pages" / "wrong.md").write_text(RIGHT)
    commit(repo)
    git(repo, "checkout", "-q", "work")
    assert found(run, since="main") == [("pages/new.md", "contradicts-canon")]


def test_it_works_from_a_folder_below_and_with_named_files(
    repo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repo / "pages" / "new.md").write_text(WRONG)
    monkeypatch.chdir(repo / "pages")
    assert found(run) == [("new.md", "contradicts-canon")]
    assert found(run, "right.md") == [("new.md", "contradicts-canon")], "it is the other side"
    (repo / "pages" / "quiet.md").write_text(QUIET)
    assert found(run, "quiet.md") == []


def test_where_the_revision_cannot_be_checked_every_finding_counts_and_that_is_said(repo: Path, run: Run) -> None:
    good = (repo / "medcopy.yml").read_text()
    (repo / "medcopy.yml").write_text("corpsu: [pages]\n")
    commit(repo)
    (repo / "medcopy.yml").write_text(good)
    result = run("check", "--since", "HEAD")
    assert result.exit_code == 1
    assert "every finding counts: medcopy.yml:1:1: unknown key 'corpsu'" in result.stderr


def test_a_revision_that_is_missing_is_status_2(repo: Path, run: Run) -> None:
    for revision in ("nonsense", "--output=x"):
        result = run("check", f"--since={revision}")
        assert result.exit_code == 2
        assert f"git knows no revision {revision!r}" in result.stderr
        assert result.stdout == ""


def test_a_shallow_clone_is_told_to_fetch(
    repo: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = git(repo, "rev-parse", "HEAD").strip()
    commit_all = repo / "pages" / "more.md"
    commit_all.write_text(RIGHT)
    commit(repo)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repo}", str(clone))
    monkeypatch.chdir(clone)
    result = run("check", "--since", first)
    assert result.exit_code == 2
    assert "this clone is shallow: fetch its history first" in result.stderr


def test_without_a_repository_it_is_status_2(site: Path, run: Run) -> None:
    (site / ".git").rmdir()
    result = run("check", "pages", "--since", "HEAD")
    assert result.exit_code == 2
    assert "--since needs a git repository" in result.stderr


def test_with_a_baseline_both_leave_out(repo: Path, run: Run) -> None:
    (repo / "pages" / "new.md").write_text(WRONG)
    assert run("baseline", "--output", "base.yml").exit_code == 0
    (repo / "pages" / "newer.md").write_text(WRONG)
    assert found(run, "--baseline", "base.yml") == [("pages/newer.md", "contradicts-canon")]
