from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lint.cli import cli

CANON = """\
version: 1
sources:
  panel: {title: Consensus of a panel, authors: "Doe J et al.", year: 2020, doi: 10.1000/panel}
claims:
  - id: cure
    kind: curability
    condition: metastatic breast cancer
    curable: "no"
    says: Metastatic breast cancer can be treated, not cured.
    sources: [panel]
    reviewed: 2026-01-01
    review-by: 2027-01-01
"""
RIGHT = "# Metastatic breast cancer\n\nMetastatic breast cancer cannot be cured.\n"
WRONG = "# Metastatic breast cancer\n\nFirst words. Metastatic breast cancer is often curable.\n"
QUIET = "Bring a list of your questions to the visit.\n"

Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a canon and two pages, as current folder, with a cache of its own."""
    folder = tmp_path / "site"
    (folder / "pages").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "claims.yml").write_text(CANON, encoding="utf-8")
    (folder / "pages" / "right.md").write_text(RIGHT, encoding="utf-8")
    (folder / "pages" / "wrong.md").write_text(WRONG, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MEDCOPY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")  # May 2026
    monkeypatch.delenv("MEDCOPY_DEBUG", raising=False)
    return folder


@pytest.fixture
def run() -> Run:
    """Run the command line in this process."""

    def invoke(*arguments: str, text: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=text, prog_name="medcopy")

    return invoke


def lines(result: Result) -> list[Any]:
    """Return the JSON lines of a result."""
    return [json.loads(line) for line in result.stdout.splitlines()]
