"""How a run ends: every error leaves here, in words and with exit status 2."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import click

from lint.errors import DEBUG, MedcopyError, Problems
from lint.terminal import safe

FAILED = 2
INTERRUPTED = 130
"""128 and the number of the signal, as shells count."""
NO_READER = 141


@contextlib.contextmanager
def leaving() -> Iterator[None]:
    """Turn what goes wrong into words on standard error and an exit status."""
    try:
        yield
    except MedcopyError as error:
        for single in error.errors if isinstance(error, Problems) else (error,):
            say(f"error: {single}")
        sys.exit(FAILED)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Python would fail once more when it empties the closed stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NO_READER)
    except (click.exceptions.Exit, click.ClickException, click.Abort):
        raise
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        say(f"error: medcopy failed, which is a fault of its own: {error!r}. {DEBUG}=1 in the environment shows where.")
        sys.exit(FAILED)


def say(message: str) -> None:
    """Put a message on standard error, where no result stands."""
    click.echo("\n".join(safe(line) for line in message.split("\n")), err=True)
