"""``medcopy extract``: every claim of files and folders."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lint.cli import options
from lint.cli.errors import FAILED, say


@click.command("extract", short_help="Print every claim that is found; needs no approved statements.")
@options.paths
@options.reading
@options.writing_claims
def command(
    paths: tuple[str, ...],
    rules: tuple[Path, ...],
    config: Path | None,
    no_cache: bool,
    jobs: int | None,
    stdin_filename: str | None,
    formats: tuple[str, ...],
    output: Path | None,
) -> None:
    """Print every claim found in files and folders; no approved statements are needed.

    Without PATHS, what medcopy.yml names as its corpus is read, or else the current folder.
    """
    from lint import project, run
    from lint.cli.output import targets, write
    from lint.cli.progress import Progress
    from lint.reports import CLAIMS_REPORTERS
    from lint.reports.text import extract_summary

    wanted = targets(formats, output, CLAIMS_REPORTERS)
    names, texts = options.texts(paths, stdin_filename)
    configured = project.load(Path.cwd(), config, (), rules)
    request = run.Request(
        Path.cwd(), options.day(None), names, texts, cached=not no_cache, jobs=jobs, progress=Progress()
    )
    result = run.extract(configured, request)
    write(wanted, lambda name, colour: (CLAIMS_REPORTERS[name].claims(result, colour),))
    for skipped in result.skipped:
        if skipped.reason == "unreadable":
            say(f"error: {skipped.path}: {skipped.message}")
    if all(target.file or target.format != "text" for target in wanted):
        say(extract_summary(result.summary))
    if result.unreadable:
        sys.exit(FAILED)
