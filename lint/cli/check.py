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


@click.command("check", short_help="Find what contradicts the approved statements or another page.")
@options.paths
@options.claims
@options.reading
@options.writing
@click.option(
    "--fail-on", type=click.Choice(LEVELS), help="The severity from which the exit status is 1. Default: error."
)
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule. Repeatable.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out. Repeatable.")
@options.baseline
@options.since
@click.option("--fix", is_flag=True, help="Make the fixes that have a single right answer, and report what is left.")
@click.option("--diff", is_flag=True, help="With --fix: show the fixes as a diff, and change nothing.")
@click.option("--force-exclude", is_flag=True, help="Pass over named files that are excluded or not in the corpus.")
@click.option("--profile", is_flag=True, help="Say on standard error where the time went; reads with one process.")
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
    baseline: Path | None,
    since: str | None,
    fix: bool,
    diff: bool,
    force_exclude: bool,
    profile: bool,
    today: str | None,
) -> None:
    """Check files and folders against the approved statements, and against each other.

    Without PATHS, what medcopy.yml names as its corpus is checked, or else the current folder. Files named here are
    held against the corpus too. The exit status is 1 where there are findings, 2 where something could not be done.
    """
    from lint import project, run
    from lint.cli import fixing, job_summary, profiling
    from lint.cli.output import targets, write
    from lint.cli.progress import Progress
    from lint.reports import REPORTERS, pieces
    from lint.stages import stage

    if profile:
        profiling.start()
        jobs = 1
    cwd = Path.cwd()
    wanted = targets(formats, output, REPORTERS)
    _together(fix, diff, bool(formats), options.STDIN in paths)
    names, texts = options.texts(paths, stdin_filename)
    day = options.day(today)
    configured = project.load(cwd, config, claims, rules)
    known = baseline or configured.baseline
    request = run.Request(
        cwd, day, names, texts, select, ignore, not no_cache, jobs, known, force_exclude, progress=Progress()
    )
    change = options.change(since, configured, request, (config, claims, rules)) if since else None

    def checked() -> CheckResult:
        found = run.check(configured, request)
        if change is None:
            return found
        from lint.since import narrow

        return narrow(found, change, cwd)

    result, refused = checked(), False
    if diff:
        text, refused = fixing.diff(result)
        write(wanted, lambda name, colour: (text,))
    else:
        if fix:
            fixed = fixing.fix(result, checked, cwd, configured.root)
            result, refused = fixed.result, fixed.refused
        with stage("output"):
            write(wanted, lambda name, colour: pieces(REPORTERS[name], result, colour))
        if any(target.format == "github" for target in wanted):
            job_summary.add(result)
    if diff or all(target.file or target.format not in ("text", "github") for target in wanted):
        _tell(result)
    if profile:
        say(profiling.table())
    sys.exit(FAILED if refused else status(result, fail_on or configured.fail_on))


def _together(fix: bool, diff: bool, formats: bool, stdin: bool) -> None:
    from lint.errors import UsageError

    if diff and not fix:
        raise UsageError("--diff shows what --fix would change: give both")
    if diff and formats:
        raise UsageError("--diff is a format of its own: leave --format out")
    if fix and stdin and not diff:
        raise UsageError("--fix changes files, and standard input is none: --fix --diff shows what it would change")


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
