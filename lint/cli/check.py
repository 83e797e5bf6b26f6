"""``medcopy check``: the findings of files and folders."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli import options
from lint.cli.errors import FAILED, say

if TYPE_CHECKING:
    from lint.results import CheckResult

LEVELS = ("error", "warning", "note", "never")
FOUND = 1


@click.command("check")
@options.paths
@options.claims
@options.reading
@options.writing
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="The severity from which the exit status is 1. Default: error."
)
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule. Repeatable.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out. Repeatable.")
@options.today
def command(
    paths: tuple[str, ...],
    claims: tuple[Path, ...],
    rules: tuple[Path, ...],
    config: Path | None,
    no_cache: bool,
    jobs: int | None,
    stdin_filename: str | None,
    formats: tuple[str, ...],
    output: Path | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: str | None,
) -> None:
    """Check files and folders against the approved statements, and against each other.

    Without PATHS, what medcopy.yml names as its corpus is checked, or else the current folder. Files named here are
    held against the corpus too. The exit status is 1 where there are findings, 2 where something could not be done.
    """
    from lint import project, run
    from lint.cli import job_summary
    from lint.cli.output import targets, write
    from lint.reports import REPORTERS

    wanted = targets(formats, output, REPORTERS)
    names, texts = options.texts(paths, stdin_filename)
    day = options.day(today)
    configured = project.load(Path.cwd(), config, claims, rules)
    request = run.Request(Path.cwd(), day, names, texts, select, ignore, not no_cache, jobs)
    result = run.check(configured, request)
    write(wanted, lambda name, colour: REPORTERS[name].findings(result, colour))
    if any(target.format == "github" for target in wanted):
        job_summary.add(result)
    if all(target.file or target.format not in ("text", "github") for target in wanted):
        _tell(result)
    sys.exit(status(result, fail_on or configured.fail_on))


def status(result: CheckResult, fail_on: str) -> int:
    """Return the exit status: 2 when a file could not be read, 1 when a finding is at or above the level, else 0."""
    if result.unreadable:
        return FAILED
    failing = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    return FOUND if any(finding.severity in failing for finding in result.findings) else 0


def _tell(result: CheckResult) -> None:
    """Say what the machine's format has no room for, where no result stands."""
    from lint.reports.text import check_summary

    say(" ".join(check_summary(result.summary)))
