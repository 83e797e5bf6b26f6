"""pre-commit splits a long list of files over several processes: together they find what one run finds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import RIGHT, WRONG, Run

NUMBER = 1000
KINDS = (RIGHT, WRONG, "Ask about chemotheraphy.\n", RIGHT + "\nIt can often be cured.\n")


def start(names: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "lint", "check", "--format", "jsonl", "--force-exclude", *names]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ.copy())


def test_a_thousand_names_in_one_call_and_in_many_find_the_same(site: Path, run: Run) -> None:
    for old in (site / "pages").iterdir():
        old.unlink()
    (site / "medcopy.yml").write_text("corpus: [pages]\n")
    names = [f"pages/page{number:04}.md" for number in range(NUMBER)]
    for number, name in enumerate(names):
        # A fault in every fiftieth page, so that pages with and without findings fall into every call.
        (site / name).write_text(KINDS[number // 50 % len(KINDS)] if number % 50 == 7 else RIGHT)
    # Four processes at once, none of which finds the other's work done: the cache is empty.
    at_once = [start(names[part::4]) for part in range(4)]
    told = [process.communicate() for process in at_once]
    assert [process.returncode for process in at_once] == [1] * 4, told[0][1]
    four = {line for out, _ in told for line in out.decode().splitlines()}
    whole = run("check", "--format", "jsonl", "--force-exclude", *names)
    one = whole.stdout.splitlines()
    assert len(one) == len(set(one)) == 15
    assert four == set(one)

    # Forty calls, over a corpus of the first 200 so that this takes no minute.
    (site / "medcopy.yml").write_text('corpus: ["pages/page00*.md", "pages/page01*.md"]\n')
    few = names[:200]
    calls = [run("check", "--format", "jsonl", *few[part::40]).stdout.splitlines() for part in range(40)]
    union = {line for lines in calls for line in lines}
    assert union == set(run("check", "--format", "jsonl", *few).stdout.splitlines())
    assert len(union) == 3
