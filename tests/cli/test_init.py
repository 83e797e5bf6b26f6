from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from lint import starter
from tests.cli.conftest import RIGHT, WRONG, Run

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def empty(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content repository without any setting."""
    folder = tmp_path / "content-repository"
    (folder / "articles").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "articles" / "one.md").write_text(RIGHT)
    (folder / "images").mkdir()
    (folder / "README.md").write_text("How to write here.\n")
    monkeypatch.chdir(folder)
    return folder


def test_what_it_writes_works_as_it_is(empty: Path, run: Run) -> None:
    result = run("init")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line.startswith("wrote")] == [
        "wrote medcopy.yml",
        "wrote claims.yml",
        "wrote .pre-commit-config.yaml",
    ]
    assert yaml.safe_load((empty / "medcopy.yml").read_text())["corpus"] == ["articles"]
    checked = run("check")
    assert checked.exit_code == 0, checked.output
    assert "1 file read." in checked.stdout
    # It said that claims were held against 0 approved statements; what it says now can be done.
    assert "approved statements" not in checked.stdout
    assert "There is no approved statement yet" in checked.stdout
    assert "medcopy report --output report.html" in checked.stdout
    assert run("report", "--output", "report.html").exit_code == 0


def test_the_example_in_the_first_claims_file_holds_once_it_is_taken_in(empty: Path, run: Run) -> None:
    run("init")
    text = (empty / "claims.yml").read_text().split("docs/claims.md.\n#\n")[1]
    (empty / "claims.yml").write_text("version: 1\n" + "".join(re.sub("^# ?", "", x) for x in text.splitlines(True)))
    (empty / "articles" / "two.md").write_text(WRONG)
    result = run("check")
    assert result.exit_code == 1
    assert "contradicts-canon" in result.stdout


def test_nothing_that_is_there_is_touched(empty: Path, run: Run) -> None:
    for name in ("medcopy.yml", "claims.yml", ".pre-commit-config.yaml"):
        (empty / name).write_text("mine\n")
    result = run("init")
    assert result.exit_code == 0
    assert {(empty / n).read_text() for n in ("medcopy.yml", "claims.yml", ".pre-commit-config.yaml")} == {"mine\n"}
    assert "id: medcopy-claims" in result.stdout, "what to add is shown"


def test_the_hook_comes_from_where_it_is_told(empty: Path, run: Run) -> None:
    run("init", "--hook-repo", "https://git.example.org/medcopy", "--hook-rev", "v1.2", "--corpus", "articles")
    (repo,) = yaml.safe_load((empty / ".pre-commit-config.yaml").read_text())["repos"]
    assert (repo["repo"], repo["rev"]) == ("https://git.example.org/medcopy", "v1.2")
    assert [hook["id"] for hook in repo["hooks"]] == ["medcopy", "medcopy-claims"]
    assert run("init", "--hook-repo", "https://git.example.org/medcopy").exit_code == 2
    assert run("init", "--corpus", "nowhere").exit_code == 2


def test_the_hooks_of_the_repository_and_those_of_init_are_of_one_mind() -> None:
    shipped = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    (repo,) = yaml.safe_load(starter.files(["."], None)[starter.HOOKS])["repos"]
    for hook in repo["hooks"]:
        for key in ("name", "entry", "files", "require_serial"):
            assert hook[key] == shipped[hook["id"]][key]
        assert hook.get("pass_filenames", True) == shipped[hook["id"]].get("pass_filenames", True)


@pytest.mark.parametrize(
    ("name", "hook"),
    [
        ("pages/a.md", "medcopy"),
        ("pages/A.HTML", "medcopy"),
        ("claims.yml", "medcopy-claims"),
        ("content/claims/breast.yaml", "medcopy-claims"),
        ("rules/house/words.yml", "medcopy-claims"),
        ("medcopy.yml", "medcopy-claims"),
        ("medcopy-baseline.yml", "medcopy-claims"),
        ("medcopy-suppressions.yml", "medcopy-claims"),
        ("src/app.py", ""),
        ("docs/other.yml", ""),
    ],
)
def test_each_file_is_for_its_hook(name: str, hook: str) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert [h["id"] for h in hooks if re.search(h["files"], name)] == ([hook] if hook else [])


def test_force_exclude_passes_over_what_is_not_in_the_corpus(empty: Path, run: Run) -> None:
    run("init")
    (empty / "notes.md").write_text("Ask about chemotheraphy.\n")
    assert run("check", "notes.md").exit_code == 1
    assert run("check", "notes.md", "--force-exclude").exit_code == 0
    (empty / "articles" / "two.md").write_text("Ask about chemotheraphy.\n")
    assert run("check", "notes.md", "articles/two.md", "--force-exclude").exit_code == 1
