"""Options that several commands share, and the request that they make."""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lint.cli.errors import say
from lint.errors import UsageError

if TYPE_CHECKING:
    from lint.project import Project
    from lint.run import Request
    from lint.since import Change

Command = TypeVar("Command", bound=Callable[..., Any])
STDIN = "-"
EPOCH = "SOURCE_DATE_EPOCH"


def _together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


PATH = click.Path(path_type=Path)
"""The type of an option that names a file or folder."""

rules = click.option(
    "--rules", type=PATH, multiple=True, metavar="DIR", help="Add a folder of packs to those that ship. Repeatable."
)
config = click.option(
    "--config", type=PATH, metavar="FILE", help="Configuration. Default: medcopy.yml, looked for upward from here."
)
claims = click.option(
    "--claims",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help="Approved statements: a file, or a folder of them. Repeatable. Default: claims.yml, looked for upward.",
)
today = click.option(
    "--today", metavar="DATE", help=f"The day to check review dates against. Default: {EPOCH}, or today."
)
no_cache = click.option("--no-cache", is_flag=True, help="Read every file anew, and remember nothing.")
jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read files. Default: as their number asks for.",
)
paths = click.argument("paths", nargs=-1)
stdin_filename = click.option(
    "--stdin-filename", metavar="NAME", help="The name of the text on standard input, which the path - stands for."
)


def _formats(names: str) -> Callable[[Command], Command]:
    return click.option(
        "--format",
        "formats",
        multiple=True,
        metavar="FORMAT[:FILE]",
        help=f"{names}; with a file, to that file. Repeatable. Default: text.",
    )


output = click.option("--output", type=PATH, metavar="FILE", help="Write to a file what would go to standard output.")

baseline = click.option(
    "--baseline", type=PATH, metavar="FILE", help="Leave out the findings of this baseline, and say how many."
)
since = click.option(
    "--since", metavar="REV", help="Report only what is new since a revision of git, such as origin/main."
)

reading = _together(rules, config, no_cache, jobs, stdin_filename)
"""The options of commands that read articles."""
writing = _together(_formats("text, json, jsonl, sarif, github, gitlab, junit or markdown"), output)
"""The options of commands that report findings."""
writing_claims = _together(_formats("text, json or jsonl"), output)
"""The options of commands that print claims."""


def day(given: str | None) -> datetime.date:
    """Return the day of a run; raises UsageError for what is no date."""
    if given is not None:
        return date("--today", given)
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.date(*time.gmtime(int(epoch))[:3])
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(f"{EPOCH} is {epoch!r}: it must be a number of seconds since 1970") from error


def date(option: str, given: str) -> datetime.date:
    """Return the date that an option gives; raises UsageError for what is none."""
    try:
        return datetime.date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{option}: {given!r} is no date; write it as 2026-11-30") from error


def change(
    revision: str,
    configured: Project,
    request: Request,
    given: tuple[Path | None, tuple[Path, ...], tuple[Path, ...]],
) -> Change:
    """Return what ``--since`` compares with; says on standard error where the revision is of no help.

    ``given`` are the values of ``--config``, ``--claims`` and ``--rules``.
    """
    from lint import since

    found = since.look(revision, configured, request, since.Given(*given))
    if found.why:
        say(found.why)
    return found


def texts(paths: Sequence[str], name: str | None) -> tuple[list[str], dict[str, bytes]]:
    """Return the names to check and the text of standard input under its name.

    Raises UsageError where ``-`` and its name do not go together.
    """
    if STDIN not in paths:
        if name is not None:
            raise UsageError("--stdin-filename names the text on standard input: give - as path too")
        return list(paths), {}
    from lint.files import shown

    cwd = Path.cwd()
    called = shown(cwd / (name or "stdin.txt"), cwd)
    data = sys.stdin.buffer.read()
    return [called if path == STDIN else path for path in paths], {called: data}
