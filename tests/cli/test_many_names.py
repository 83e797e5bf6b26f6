"""pre-commit splits a long list of files over several processes: together they find what one run finds."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.cli.conftest import RIGHT, WRONG

NUMBER = 1000
KINDS = (RIGHT, WRONG, "Ask about chemotheraphy.\n", RIGHT + "\nIt can often be cured.\n")


def check(names: list[str]) -> list[str]:
    """Run the hook's command in a process of its own, and return the findings that it prints."""
    command = [sys.executable, "-m", "lint", "check", "--format", "jsonl", "--force-exclude", *names]
    done = subprocess.run(command, capture_output=True, env=os.environ.copy(), check=False)
    found = done.stdout.decode().splitlines()
    assert done.returncode == (1 if found else 0), done.stderr
    return found


def test_a_thousand_names_in_1_in_4_and_in_40_processes_find_the_same(site: Path) -> None:
    for old in (site / "pages").iterdir():
        old.unlink()
    (site / "medcopy.yml").write_text("corpus: [pages]\n")
    names = [f"pages/page{number:04}.md" for number in range(NUMBER)]
    for number, name in enumerate(names):
        # A fault in every fiftieth page, so that calls with findings and calls without come about.
        (site / name).write_text(KINDS[number // 50 % len(KINDS)] if number % 50 == 7 else RIGHT)

    def union(processes: int, at_once: int) -> set[str]:
        parts = [names[part::processes] for part in range(processes)]
        with ThreadPoolExecutor(at_once) as pool:
            told = list(pool.map(check, parts))
        # A finding of one page is told by the call that has the page; one with two sides by each that has a side.
        assert all(len(found) == len(set(found)) for found in told)
        return {line for found in told for line in found}

    # Four processes at once, none of which finds the others' work done: the cache is empty.
    four = union(4, at_once=4)
    assert len(four) == 15
    assert union(1, at_once=1) == four
    assert union(40, at_once=os.cpu_count() or 2) == four
