"""The project's own .pre-commit-config.yaml: it asks pip alone, and asks for what pyproject.toml asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
CONFIG: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
HOOKS: list[dict[str, Any]] = [hook for repo in CONFIG["repos"] for hook in repo["hooks"]]


def test_every_program_comes_from_pip_and_none_from_the_machine() -> None:
    assert [repo["repo"] for repo in CONFIG["repos"]] == ["local"]
    assert {hook["language"] for hook in HOOKS} == {"python"}


def test_what_runs_medcopy_has_what_medcopy_needs() -> None:
    wanted = set(PROJECT["dependencies"])
    known = wanted | set(PROJECT["optional-dependencies"]["dev"]) | {"pre-commit-hooks>=5"}
    for hook in HOOKS:
        asked = set(hook["additional_dependencies"])
        assert asked <= known
        if "medcopy" in hook["entry"] or "lint" in hook["entry"].split():
            assert wanted <= asked, hook["id"]


def test_medcopy_runs_on_its_corpus_and_proves_its_statements() -> None:
    by_id = {hook["id"]: hook for hook in HOOKS}
    assert by_id["medcopy"]["entry"].startswith("python -m lint check corpus")
    assert re.search(by_id["medcopy"]["files"], "corpus/faq-causes.html")
    assert by_id["medcopy-claims"]["entry"] == "python -m lint claims check"
    assert {"ruff", "ruff-format", "mypy", "check-yaml", "end-of-file-fixer"} <= set(by_id)
