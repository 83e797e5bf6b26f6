"""The recipes of docs/ci.md and the action: their form is valid, and their commands are run as they stand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.cli.conftest import CANON, WRONG
from tests.test_hooks import REQUIRED, environment, sh

ROOT = Path(__file__).parent.parent
PAPER = ROOT / "docs" / "ci.md"


def recipe(name: str) -> str:
    found = re.search(rf"^```\w+ {name}\n(.*?)^```$", PAPER.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content repository with one fault in its history, and a second one on a branch."""
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "medcopy.yml").write_text("corpus: [pages]\n")
    (folder / "claims.yml").write_text(CANON)
    (folder / "pages" / "old.md").write_text(WRONG)
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-q", "-m", "a"), ("checkout", "-qb", "b")):
        sh(folder, "git", *command)
    (folder / "pages" / "new.md").write_text("# Visits\n\nBring a list.\n\nAsk about chemotheraphy.\n")
    sh(folder, "git", "add", "-A")
    sh(folder, "git", "commit", "-q", "-m", "b")
    return folder


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment as a CI has one, in which what medcopy needs is there already."""
    folder = tmp_path_factory.mktemp("ci") / "venv"
    venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "needed.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return folder / "bin"


def bash(python: Path, folder: Path, script: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step as a CI does."""
    env = environment()
    path = {"PATH": f"{python}{os.pathsep}{env['PATH']}", "MEDCOPY_SOURCE": str(ROOT)}
    clock = {"SOURCE_DATE_EPOCH": "1780000000", "MEDCOPY_CACHE_DIR": str(python.parent / "cache")}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, cwd=folder, env=env | path | clock | more, capture_output=True, text=True, check=False
    )


def base(folder: Path) -> str:
    return sh(folder, "git", "rev-parse", "main").stdout.strip()


INSTALLED: dict[str, subprocess.CompletedProcess[str]] = {}
"""What each command that installs came to: recipes that share one run it once."""


def installs(command: str, python: Path, folder: Path) -> None:
    if command not in INSTALLED:
        INSTALLED[command] = bash(python, folder, command)
    done = INSTALLED[command]
    if done.returncode and not REQUIRED:
        pytest.skip(f"pip cannot install here: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stderr
    assert (python / "medcopy").is_file()


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("github-action", "vendor.github-workflows"),
        ("github", "vendor.github-workflows"),
        ("gitlab", "vendor.gitlab-ci"),
        ("github-report", "vendor.github-workflows"),
        ("gitlab-report", "vendor.gitlab-ci"),
    ],
)
def test_a_recipe_is_what_its_system_takes(tmp_path: Path, name: str, schema: str) -> None:
    path = tmp_path / f"{name}.yml"
    path.write_text(recipe(name))
    validated(path, schema)


def test_the_action_is_what_github_takes() -> None:
    validated(ROOT / "action.yml", "vendor.github-actions")


def validated(path: Path, schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_recipe_for_github_annotates_what_is_new(python: Path, content: Path) -> None:
    steps: list[Mapping[str, Any]] = yaml.safe_load(recipe("github"))["jobs"]["medcopy"]["steps"]
    install, check = (step["run"] for step in steps if "run" in step)
    installs(install, python, content)
    summary = content.parent / "summary.md"
    done = bash(python, content, check, BASE=base(content), GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    (annotation,) = (line for line in done.stdout.splitlines() if line.startswith("::"))
    assert annotation.startswith("::error file=pages/new.md,line=5,")
    assert "chemotherapy" in summary.read_text(encoding="utf-8")
    assert (content / "medcopy.md").read_text(encoding="utf-8").startswith("<!-- medcopy -->")


def test_the_action_checks_what_is_new_and_everything_when_asked(python: Path, content: Path) -> None:
    steps: list[Mapping[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
    (check,) = (step for step in steps if step.get("name") == "Check")
    (install,) = (step for step in steps if step.get("name") == "Install medcopy")
    installs(install["run"], python, content)
    sarif = content.parent / "medcopy.sarif"
    given = dict.fromkeys(check["env"], "") | {"SARIF": str(sarif)}
    given |= {"MEDCOPY_CACHE_DIR": str(python.parent / "cache")}

    def files(since: str, **more: str) -> tuple[int, list[str]]:
        done = bash(python, content, check["run"], **given | {"SINCE": since} | more)
        (run,) = json.loads(sarif.read_text(encoding="utf-8"))["runs"]
        places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
        return done.returncode, places

    assert files(base(content)) == (1, ["pages/new.md"])
    assert files("all") == (1, ["pages/new.md", "pages/old.md"])
    assert files("") == (1, ["pages/new.md", "pages/old.md"]), "a push has no base"
    assert files("all", FAIL_ON="never", PATHS="pages/new.md") == (0, ["pages/new.md"])


def test_the_recipe_for_gitlab_writes_both_reports(python: Path, content: Path) -> None:
    install, check = yaml.safe_load(recipe("gitlab"))["medcopy"]["script"]
    installs(install, python, content)
    done = bash(python, content, check, CI_MERGE_REQUEST_DIFF_BASE_SHA=base(content))
    assert done.returncode == 1, done.stderr
    (entry,) = json.loads((content / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert entry["location"] == {"path": "pages/new.md", "lines": {"begin": 5, "end": 5}}
    assert JUnitXml.fromfile(str(content / "medcopy.xml")).failures == 1


def test_the_recipes_for_the_report_of_a_pull_request_write_what_they_keep(python: Path, content: Path) -> None:
    job = yaml.safe_load(recipe("github-report"))["jobs"]["report"]
    install, report = (step["run"] for step in job["steps"] if "run" in step)
    (kept,) = (step["with"]["path"] for step in job["steps"] if step.get("uses", "").startswith("actions/upload"))
    theirs = yaml.safe_load(recipe("gitlab-report"))["medcopy-report"]
    assert theirs["script"][0] == install
    assert theirs["artifacts"]["paths"] == [kept]
    installs(install, python, content)
    for command in (report, theirs["script"][1]):
        done = bash(python, content, command, BASE=base(content), CI_MERGE_REQUEST_DIFF_BASE_SHA=base(content))
        assert done.returncode == 0, done.stderr
        page = (content / kept).read_text(encoding="utf-8")
        assert "chemotheraphy" in page
        assert "often curable" not in page.partition('id="decide"')[2].partition('id="claims"')[0], "it is not new"
        (content / kept).unlink()


def test_the_recipe_for_a_shell_reports_everything(python: Path, content: Path) -> None:
    install, check = recipe("shell").splitlines()
    installs(install, python, content)
    done = bash(python, content, check)
    assert done.returncode == 1, done.stderr
    assert "2 findings" in done.stdout
    assert len(json.loads((content / "medcopy.json").read_text(encoding="utf-8"))["findings"]) == 2
    (content / "medcopy.yml").write_text("nonsense: 1\n")
    assert bash(python, content, check).returncode == 2
