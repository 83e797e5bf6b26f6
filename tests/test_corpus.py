"""The whole corpus through the command line: what is planted is found, clean pages are clean, and every finding is known.

``tests/gold/findings.txt`` is for people to review: one finding a line. After a change of the rules, read the difference
and write it anew with ``MEDCOPY_WRITE_FINDINGS=1 python -m pytest tests/test_corpus.py``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from lint.cli import cli

ROOT = Path(__file__).parent.parent
EXPECTED = ROOT / "tests" / "gold" / "findings.txt"
FAULTS: dict[str, Any] = yaml.safe_load((ROOT / "tests" / "gold" / "faults.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        arguments = [
            "check",
            "corpus",
            "--no-cache",
            "--today",
            "2026-11-24",
            "--format",
            "jsonl",
            "--fail-on",
            "never",
        ]
        result = CliRunner().invoke(cli, arguments, prog_name="medcopy")
    finally:
        os.chdir(here)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_every_finding_is_one_that_was_reviewed(findings: list[dict[str, Any]]) -> None:
    found = "".join(
        f"{f['path']}:{f['line']}:{f['column']} {f['severity']} {f['rule']}: “{' '.join(f['quote'].split())}” {f['message']}\n"
        for f in findings
    )
    if os.environ.get("MEDCOPY_WRITE_FINDINGS"):
        EXPECTED.write_text(found, encoding="utf-8")
    assert found == EXPECTED.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", FAULTS["clean"])
def test_a_clean_page_has_no_finding(page: str, findings: list[dict[str, Any]]) -> None:
    assert [f["message"] for f in findings if f["path"] == f"corpus/{page}"] == []


@pytest.mark.parametrize("fault", FAULTS["faults"], ids=lambda fault: f"{fault['page']}: {fault['quote'][:40]}")
def test_a_planted_fault_is_found(fault: dict[str, Any], findings: list[dict[str, Any]]) -> None:
    page = f"corpus/{fault['page']}"
    rules = {fault["rule"], *fault.get("or", ())}
    words = [fault["quote"], *([fault["against"]] if "against" in fault else [])]
    assert any(
        f["rule"] in rules and any(_meet(place, page, quote) for place in _sides(f) for quote in words)
        for f in findings
    )


def _sides(finding: dict[str, Any]) -> list[dict[str, Any]]:
    return [finding, *finding["related"]]


def _meet(place: dict[str, Any], page: str, quote: str) -> bool:
    """Tell whether a place lies in a planted quote or holds it: by the words, for offsets are the tests' of documents."""
    said, planted = " ".join(place["quote"].split()), " ".join(quote.split())
    return place["path"] == page and (said in planted or planted in said or _overlap(said, planted))


def _overlap(a: str, b: str) -> bool:
    longest = max(
        (size for size in range(min(len(a), len(b)), 11, -1) if a[-size:] == b[:size] or b[-size:] == a[:size]),
        default=0,
    )
    return longest > 0
