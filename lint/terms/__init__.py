"""Terms: fixed terms with a wrong word in them, misspelt words, residue of web pages. A word pass without spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lint import packs
from lint.errors import PackError, Problems
from lint.located import load as load_yaml
from lint.terms.data import Knowledge
from lint.terms.reading import Reading
from lint.terms.scan import Terms
from lint.terms.uses import prove
from lint.terms.words import WordLists

__all__ = ["Terms", "load", "prove"]

_FILES = ("terms", "residue")


def load(directories: Sequence[Path] | None = None, names: Sequence[str] | None = None) -> Terms:
    """Read the terms of the packs under the directories (default: those that ship). Word lists are read when needed.

    Raises PackError, or Problems for several, with file, line and column for anything that is wrong.
    """
    folders = packs.find(directories or [packs.builtin_directory()], names)
    digest = hashlib.sha256()
    files: list[Path] = []
    lists: list[Path] = []
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix == ".yml" and path.name.startswith(_FILES):
                files.append(path)
            elif path.suffix == ".txt" and path.name.startswith("lexicon"):
                lists.append(path)
            else:
                continue
            digest.update(path.name.encode() + b"\0" + _bytes(path) + b"\0")
    shipped = packs.builtin_directory()
    if all(folder.parent == shipped for folder in folders):
        # What ships is proved before it ships: a run whose pages all come from the cache need not read it.
        return Terms(lambda: _read(files), WordLists(lists), digest.hexdigest())
    return Terms(_read(files), WordLists(lists), digest.hexdigest())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(f"cannot be read: {error.strerror}", path.as_posix()) from error


def _read(files: Sequence[Path]) -> Knowledge:
    reading = Reading()
    for path in files:
        reading.file(load_yaml(path, PackError))
    if reading.errors:
        raise reading.errors[0] if len(reading.errors) == 1 else Problems(reading.errors)
    return reading.knowledge()
