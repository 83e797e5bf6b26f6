"""``medcopy baseline``: the findings that are accepted for now, so that only new ones count."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli import options
from lint.cli.errors import FAILED, say

if TYPE_CHECKING:
    from lint.baseline import Baseline, Entry
    from lint.results import CheckResult


@click.command("baseline", short_help="Accept the findings of today, so that only new ones count.")
@options.paths
@options.claims
@options.rules
@options.config
@options.no_cache
@options.jobs
@options.today
@click.option(
    "--output",
    type=options.PATH,
    metavar="FILE",
    help="Where to write it. Default: what medcopy.yml names, else medcopy-baseline.yml.",
)
@click.option("--prune", is_flag=True, help="Accept nothing new: only take out the entries that no longer occur.")
@click.option("--reason", default="", metavar="TEXT", help="Why the new entries are accepted.")
@click.option("--owner", default="", metavar="NAME", help="Who looks after the new entries.")
@click.option("--expires", metavar="DATE", help="The day from which the new entries count again.")
def command(
    paths: tuple[str, ...],
    claims: tuple[Path, ...],
    rules: tuple[Path, ...],
    config: Path | None,
    no_cache: bool,
    jobs: int | None,
    today: str | None,
    output: Path | None,
    prune: bool,
    reason: str,
    owner: str,
    expires: str | None,
) -> None:
    """Write the findings of files and folders into a baseline, for `check --baseline` to leave out.

    Entries that are there already keep their reason, owner and expiry date; those of files that are not looked at
    stay. Suppressed findings are not written, and a file that cannot be read is never accepted.
    """
    from lint import atomic, project, run
    from lint import baseline as baselines
    from lint.baseline import Baseline, Entry
    from lint.cli.progress import Progress
    from lint.errors import UsageError

    cwd = Path.cwd()
    configured = project.load(cwd, config, claims, rules)
    file = output or configured.baseline or Path(baselines.FILE)
    path = (cwd / file).absolute()
    until = options.date("--expires", expires) if expires else None
    there = path.is_file()
    if prune and not there:
        raise UsageError(f"--prune: there is no file {file.as_posix()}")
    request = run.Request(
        cwd,
        options.day(today),
        paths,
        cached=not no_cache,
        jobs=jobs,
        baseline=path if there else None,
        progress=Progress(),
    )
    result = run.check(configured, request)
    old = baselines.load(path, cwd) if there else Baseline(path)
    left = _left(old, result)
    new: list[Entry] = []
    if not prune:
        known = {id(one.finding) for one in result.pairs}
        fresh = [finding for finding in result.findings if id(finding) not in known]
        new = baselines.accept(fresh, old, cwd, Entry("", "", "", reason=reason, owner=owner, expires=until))
    try:
        atomic.write(path, baselines.text([*left, *new]).encode())
    except OSError as error:
        raise UsageError(f"{file.as_posix()} cannot be written: {error.strerror}") from error
    taken, number = len(old.entries) - len(left), len(left) + len(new)
    click.echo(
        f"{file.as_posix()}: {number} {'entry' if number == 1 else 'entries'}, {len(new)} new; {taken} taken out"
    )
    if result.summary.expired:
        say(f"{result.summary.expired} of them have expired and count: give them a later day, or mend the text")
    if result.unreadable:
        for skipped in result.skipped:
            if skipped.reason == "unreadable":
                say(f"error: {skipped.path}: {skipped.message}")
        sys.exit(FAILED)


def _left(old: Baseline, result: CheckResult) -> list[Entry]:
    """Return the entries that stay: one less for each that no longer occurs."""
    left = list(old.entries)
    for entry in result.gone:
        left.remove(entry)
    return left
