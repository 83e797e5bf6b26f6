"""Where results go: standard output, or files that are written whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from lint import atomic
from lint.errors import UsageError
from lint.suggest import instead

_PIECE = 100_000
"""Characters that are written at once."""


@dataclass(frozen=True, slots=True)
class Target:
    """A report that is asked for, and its file; None is standard output."""

    format: str
    file: Path | None


def targets(formats: Sequence[str], output: Path | None, known: Iterable[str]) -> list[Target]:
    """Return the reports that ``--format`` and ``--output`` ask for; ``known`` are the formats that there are.

    Raises UsageError for an unknown format, and where two reports would go to one place.
    """
    found: list[Target] = []
    for given in formats or ("text",):
        name, _, file = given.partition(":")
        if name not in known:
            raise UsageError(f"--format: there is no format {name!r}{instead(name, known, 'formats')}")
        found.append(Target(name, Path(file) if file else output))
    places = [target.file and os.path.abspath(target.file) for target in found]  # noqa: PTH100
    for place in places:
        if places.count(place) > 1:
            where = "standard output" if place is None else str(place)
            raise UsageError(f"--format: two reports would go to {where}; name a file for each, as json:report.json")
    if output is not None and all(target.file != output for target in found):
        raise UsageError("--output: every --format names a file of its own, so that nothing is left to write there")
    return found


def write(targets: Sequence[Target], render: Callable[[str, bool], Iterable[str]]) -> None:
    """Write the reports, files first; ``render`` makes the pieces of a format, with colour or without.

    Raises UsageError for a file that cannot be written.
    """
    for target in sorted(targets, key=lambda target: target.file is None):
        colour = target.file is None and coloured()
        pieces = _larger(render(target.format, colour))
        if target.file is None:
            for piece in pieces:
                show(piece)
            continue
        try:
            atomic.write(target.file, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
        except OSError as error:
            raise UsageError(f"{target.file.as_posix()} cannot be written: {error.strerror}") from error


def _larger(pieces: Iterable[str]) -> Iterator[str]:
    """Yield small pieces together, for each that is written costs."""
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield "".join(kept)
            kept, size = [], 0
    yield "".join(kept)


def show(text: str) -> None:
    """Put text on standard output: as UTF-8 and with plain line ends wherever it is not a terminal."""
    if sys.stdout.isatty():
        encoding = sys.stdout.encoding or "utf-8"
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=True)
    else:
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def coloured() -> bool:
    """Tell whether standard output is a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
