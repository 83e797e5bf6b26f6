"""``check --fix``: safe fixes are made until there are none left; ``--diff`` shows them and changes nothing."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.errors import say
from lint.terminal import safe

if TYPE_CHECKING:
    from lint.errors import MedcopyError
    from lint.fixes import Plan
    from lint.results import CheckResult

PASSES = 10
"""Runs after which no more fixes are made: fixes that undo each other would go on for ever."""


@dataclass(frozen=True)
class Fixed:
    """The result once the fixes were made, and whether any of them could not be."""

    result: CheckResult
    refused: bool = False


def fix(result: CheckResult, check: Callable[[], CheckResult], cwd: Path, root: Path) -> Fixed:
    """Make the safe fixes of a result, checking anew after each pass, and say on standard error what was done."""
    from lint import fixes
    from lint.errors import MedcopyError

    made, files, refused = 0, set[str](), dict[str, MedcopyError]()
    for _ in range(PASSES):
        planned = plan(result)
        refused.update({str(error): error for error in planned.refused})
        changed = False
        for change in planned.changes:
            try:
                fixes.write(change, cwd / change.path, root)
            except MedcopyError as error:
                refused[str(error)] = error
                continue
            made, changed = made + change.fixes, True
            files.add(change.path)
        if not changed:
            break
        result = check()
    say(f"{made} {_plural(made, 'fix', 'fixes')} made in {len(files)} {_plural(len(files), 'file', 'files')}")
    _tell(refused.values())
    return Fixed(result, bool(refused))


def diff(result: CheckResult) -> tuple[str, bool]:
    """Return the safe fixes as a unified diff, and whether any of them could not be made; on a terminal it is safe."""
    planned = plan(result)
    _tell(planned.refused)
    lines: list[str] = []
    for change in planned.changes:
        before, after = change.before.splitlines(keepends=True), change.after.splitlines(keepends=True)
        for line in difflib.unified_diff(before, after, f"a/{change.path}", f"b/{change.path}"):
            lines.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    if sys.stdout.isatty():
        lines = [f"{safe(line.rstrip())}\n" for line in lines]
    return "".join(lines), bool(planned.refused)


def plan(result: CheckResult) -> Plan:
    """Return the changes that the safe fixes of a result make, from the files as they are now."""
    from lint import fixes

    def read(path: str) -> bytes:
        source = result.excerpts.sources[path]
        return source if isinstance(source, bytes) else source.read_bytes()

    return fixes.plan(result.findings, read)


def _tell(refused: Iterable[MedcopyError]) -> None:
    for error in refused:
        say(f"error: {error}")


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many
