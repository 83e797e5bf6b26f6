"""The summary of a job on GitHub, which has room for what the annotations leave out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.errors import say

if TYPE_CHECKING:
    from lint.results import CheckResult

FILE = "GITHUB_STEP_SUMMARY"
"""The environment variable with the file that GitHub shows as the summary."""
LONGEST = 1_000_000
"""Bytes of a summary: GitHub takes 1 MiB of a step and drops a summary that is larger."""


def add(result: CheckResult) -> None:
    """Add all findings to the job's summary, where there is one; where it cannot be written, that is said."""
    path = os.environ.get(FILE)
    if not path:
        return
    from lint.reports import markdown

    text = markdown.page(result, LONGEST)
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        say(f"the job summary cannot be written: {error.strerror}")
