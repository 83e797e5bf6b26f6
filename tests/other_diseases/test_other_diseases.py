"""Cancers and a disease that is none, known from YAML alone: what is wrong on their pages is found, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from lint.cli import cli

HERE = Path(__file__).parent


def test_what_disagrees_with_the_canon_is_found_and_nothing_else() -> None:
    arguments = ["check", str(HERE / "pages"), "--claims", str(HERE / "canon.yml"), "--no-cache", "--format", "jsonl"]
    result = CliRunner().invoke(cli, [*arguments, "--today", "2026-11-24"], prog_name="medcopy")
    assert result.exit_code == 1, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    lines = (HERE / "wrong.txt").read_text(encoding="utf-8").splitlines()
    wanted = {(head.split()[0], head.split()[1], words) for head, _, words in (line.partition(": ") for line in lines)}
    held = {
        next(
            ((page, rule, words) for page, rule, words in wanted if _same(f, page, rule, words)),
            (Path(f["path"]).name, f["rule"], f["quote"]),
        )
        for f in found
    }
    assert held == wanted


def _same(finding: dict[str, str], page: str, rule: str, words: str) -> bool:
    quote = " ".join(finding["quote"].split())
    return Path(finding["path"]).name == page and finding["rule"] == rule and (quote in words or words in quote)
