"""``medcopy cache``: what is remembered between runs."""

from __future__ import annotations

from pathlib import Path

import click

from lint.cli import options
from lint.errors import UsageError


@click.group("cache")
def command() -> None:
    """Look after what is remembered between runs."""


@command.command("clear")
@options.config
@click.option("--all", "everything", is_flag=True, help="Forget what is remembered of every project.")
def clear(config: Path | None, everything: bool) -> None:
    """Forget what is remembered of this project's files; the next run reads them anew."""
    from lint import cache, project

    try:
        if everything:
            removed = sum(one.clear() for one in cache.everything())
        else:
            path = config or project.upward(Path.cwd(), project.CONFIG)
            removed = cache.Cache.of(path.parent.absolute() if path else Path.cwd()).clear()
    except OSError as error:
        raise UsageError(f"the cache cannot be cleared: {error}") from error
    click.echo(f"{removed} {'entry' if removed == 1 else 'entries'} removed")
