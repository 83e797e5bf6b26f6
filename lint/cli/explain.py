"""``medcopy explain``: a rule, or what was read in a line of a page."""

from __future__ import annotations

import re
from pathlib import Path

import click

from lint.cli import options
from lint.errors import UsageError

_LINE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::\d+)?")


@click.command("explain", short_help="Explain a rule, or what was read in a line and why.")
@click.argument("what", metavar="RULE|FILE:LINE")
@options.claims
@options.rules
@options.config
@options.no_cache
@options.today
def command(
    what: str,
    claims: tuple[Path, ...],
    rules: tuple[Path, ...],
    config: Path | None,
    no_cache: bool,
    today: str | None,
) -> None:
    """Explain a rule, or what was read in a line: from which words, and what it was compared with."""
    from lint.cli.output import show
    from lint.rules import RULES
    from lint.suggest import instead

    if what in RULES:
        from lint import explain

        show(explain.rule(what))
        return
    place = _LINE.fullmatch(what)
    if place is None:
        raise UsageError(f"{what!r} is neither a rule nor FILE:LINE{instead(what, sorted(RULES), 'rules')}")
    from lint import explain, project, run
    from lint.files import shown
    from lint.severities import Severities

    path, cwd = Path(place["path"]), Path.cwd()
    if not path.is_file():
        raise UsageError(f"there is no file {path.as_posix()}")
    configured = project.load(cwd, config, claims, rules)
    request = run.Request(cwd, options.day(today), [place["path"]], cached=not no_cache)
    seen = run.survey(configured, request)
    result = run.report(seen, Severities.of(configured, cwd))
    name = shown(cwd / path, cwd)
    findings = [finding for finding in result.findings if finding.place.path == name]
    show(explain.line(seen, name, int(place["line"]), findings))
