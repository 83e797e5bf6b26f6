"""``medcopy report``: the reviewers' report, one HTML file or a folder of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from lint.cli import options
from lint.cli.errors import FAILED, say

LARGE = 25_000_000
"""Bytes from which one file is slow to open in a browser."""


@click.command("report", short_help="Write the reviewers' report, an HTML file or a folder.")
@options.paths
@options.claims
@options.reading
@options.baseline
@options.since
@options.today
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.html|DIR/",
    help="Where to write it: one file, or a folder (with a slash at the end) of an index and a page per article.",
)
def command(
    paths: tuple[str, ...],
    claims: tuple[Path, ...],
    rules: tuple[Path, ...],
    config: Path | None,
    no_cache: bool,
    jobs: int | None,
    stdin_filename: str | None,
    baseline: Path | None,
    since: str | None,
    today: str | None,
    output: Path,
) -> None:
    """Write the reviewers' report: what the copy says, claim by claim and article by article.

    Without PATHS, what medcopy.yml names as its corpus is reported on, or else the current folder; with --since, the
    pages that changed. The exit status is 0 whatever was found, and 2 where something could not be done.
    """
    from lint import project, run
    from lint import since as changes
    from lint.cli.progress import Progress
    from lint.reports import html
    from lint.reports.text import check_summary
    from lint.severities import Severities

    cwd = Path.cwd()
    folder = _is_folder(output)
    names, texts = options.texts(paths, stdin_filename)
    configured = project.load(cwd, config, claims, rules)
    known = baseline or configured.baseline
    request = run.Request(cwd, options.day(today), names, texts, (), (), not no_cache, jobs, known, progress=Progress())
    change = options.change(since, configured, request, (config, claims, rules)) if since else None
    seen = run.survey(configured, request)
    result = run.report(seen, Severities.of(configured, cwd))
    told = None
    if since and change:
        result = changes.narrow(result, change, cwd)
        told = html.Since(since, change, cwd, changes.focus(seen, result, change, cwd))
    urls = html.SourceUrls(configured.source_url, cwd, configured.root)
    report = html.build(seen, result, urls, told)
    if folder:
        _write(output, html.many_files(report))
    else:
        text = html.one_file(report)
        _write(output.parent, {output.name: text})
        if len(text) > LARGE:
            say(f"{output} is large ({len(text) / 1e6:.0f} MB): --output {output.stem}/ makes a page for each article")
    say(" ".join(check_summary(result.summary)))
    if result.unreadable:
        sys.exit(FAILED)


def _is_folder(output: Path) -> bool:
    """Tell whether a folder is meant: one that exists, or a name that no HTML file has."""
    return output.is_dir() or output.suffix.lower() not in (".html", ".htm")


def _write(folder: Path, pages: Mapping[str, str]) -> None:
    from lint import atomic
    from lint.errors import UsageError

    for name, text in pages.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(path, text.encode("utf-8", "backslashreplace"), durable=len(pages) == 1)
        except OSError as error:
            raise UsageError(f"{path.as_posix()} cannot be written: {error.strerror}") from error
