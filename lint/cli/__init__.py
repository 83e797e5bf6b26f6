"""The command line: parses and dispatches; what a command does stands in a module of its own."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Mapping
from typing import Any

import click

from lint import __version__
from lint.cli.errors import leaving

COMMANDS: Mapping[str, str] = {
    "check": "lint.cli.check",
    "extract": "lint.cli.extract",
    "report": "lint.cli.report",
    "baseline": "lint.cli.baseline",
    "init": "lint.cli.init",
    "claims": "lint.cli.claims",
    "explain": "lint.cli.explain",
    "cache": "lint.cli.cache",
}
"""The commands by name, each with the module that has it as ``command``."""


_MADE_BEFORE_A_LOOK = 10_000
"""Objects that are made until garbage is looked for: packs are many and stay, and Python's own 700 looks at them all the time."""


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        with leaving():
            return super().invoke(ctx)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="medcopy", message="%(prog)s %(version)s")
def cli() -> None:
    """Check that medical copy says one thing everywhere, and the approved thing."""


def main() -> None:
    """Run the command line; the name of the program is the same however it is started."""
    gc.set_threshold(_MADE_BEFORE_A_LOOK)
    with leaving():
        cli.main(prog_name="medcopy")
