"""The hook for real: pre-commit installs medcopy from this repository by its git address, and refuses commits.

These tests need git, pre-commit and pip's package registry, and take the better part of a minute; where pip cannot
install, they are skipped, except in .ci/run (MEDCOPY_HOOKS=required).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import CANON, RIGHT, WRONG

ROOT = Path(__file__).parent.parent
REQUIRED = os.environ.get("MEDCOPY_HOOKS") == "required"


def sh(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command; what it prints on both streams is in ``stdout``."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment() | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def environment() -> dict[str, str]:
    """Return an environment without the traces of a hook that these tests may themselves run in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    who = {
        f"GIT_{role}_{key}": f"a@{role.lower()}.example"
        for role in ("AUTHOR", "COMMITTER")
        for key in ("NAME", "EMAIL")
    }
    return kept | who | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def snapshot(folder: Path) -> str:
    """Copy the working tree into a repository of its own, so that the hook is what stands here, and return its commit."""
    listed = sh(
        ROOT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "lint", "rules", "tools"
    ).stdout
    for name in [*filter(None, listed.split("\0")), "pyproject.toml", "README.md", ".pre-commit-hooks.yaml"]:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    for extra in ("LICENSE", "NOTICE", "claims.yml"):
        if (ROOT / extra).is_file():
            shutil.copyfile(ROOT / extra, folder / extra)
    sh(folder, "git", "init", "-q", "-b", "main")
    sh(folder, "git", "add", "-A")
    done = sh(folder, "git", "commit", "-q", "--no-verify", "-m", "snapshot")
    assert done.returncode == 0, done.stdout
    return sh(folder, "git", "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A content repository with two articles that agree, made by ``medcopy init``, with its hooks installed."""
    if not (shutil.which("git") and shutil.which("pre-commit", path=environment()["PATH"])):
        pytest.skip("git and pre-commit are needed")
    top = tmp_path_factory.mktemp("hooks")
    source, folder = top / "medcopy", top / "content"
    source.mkdir()
    commit = snapshot(source)
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "one.md").write_text(RIGHT)
    (folder / "pages" / "two.md").write_text(RIGHT)
    sh(folder, "git", "init", "-q", "-b", "main")
    url = source.as_uri()
    made = sh(
        folder, sys.executable, "-m", "lint", "init", "--hook-repo", url, "--hook-rev", commit, PYTHONPATH=str(ROOT)
    )
    assert made.returncode == 0, made.stdout
    (folder / "claims.yml").write_text(CANON)
    installed = sh(folder, "pre-commit", "install", "--install-hooks", **home(top))
    if installed.returncode:
        if REQUIRED:
            pytest.fail(installed.stdout)
        pytest.skip(f"pip cannot install here: {installed.stdout[-300:]}")
    yield folder
    sh(folder, "git", "gc", "--quiet")


def home(top: Path) -> dict[str, str]:
    return {
        "PRE_COMMIT_HOME": str(top / "home"),
        "MEDCOPY_CACHE_DIR": str(top / "cache"),
        "SOURCE_DATE_EPOCH": "1780000000",
    }


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    sh(folder, "git", "add", "-A")
    return sh(folder, "git", "commit", "-m", "a change", **home(folder.parent))


def test_the_hooks_refuse_and_pass_as_an_editor_meets_them(repository: Path) -> None:
    first = commit(repository)
    assert first.returncode == 0, first.stdout
    assert "Passed" in first.stdout

    # An article that contradicts the approved statement is refused, in plain words.
    page = repository / "pages" / "two.md"
    page.write_text(WRONG)
    refused = commit(repository)
    assert refused.returncode == 1
    assert "pages/two.md:3:" in refused.stdout
    assert "says that metastatic breast cancer can often be cured; the approved statement is" in refused.stdout
    assert "Traceback" not in refused.stdout

    # Mended, it passes.
    page.write_text(RIGHT + "\nA new line of words.\n")
    mended = commit(repository)
    assert mended.returncode == 0, mended.stdout

    # A canon that makes articles wrong that the commit does not touch is refused, and names them.
    canon = repository / "claims.yml"
    canon.write_text(CANON.replace('curable: "no"', "curable: often").replace("treated, not cured", "cured often"))
    refused = commit(repository)
    assert refused.returncode == 1
    assert "pages/one.md:3:" in refused.stdout
    assert "pages/two.md:3:" in refused.stdout

    # A canon that cannot be read is refused with its place, and is not taken for findings.
    canon.write_text(CANON.replace("kind: curability", "kind: curabilty"))
    refused = commit(repository)
    assert refused.returncode == 1
    assert "claims.yml:6:" in refused.stdout
    assert "exit code: 2" in refused.stdout
    canon.write_text(CANON)

    # A read-me is no article of the corpus.
    (repository / "README.md").write_text("Metastatic breast cancer is often curable.\n")
    assert commit(repository).returncode == 0
