"""Terms: fixed terms with a wrong word in them, misspelt words, residue of web pages. A word pass without spaCy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lint import pack_folders
from lint.errors import MedcopyError, PackError, Problems
from lint.terms.data import Knowledge
from lint.terms.scan import Terms
from lint.terms.words import WordLists

__all__ = ["Terms", "load", "prove"]


def load(
    directories: Sequence[Path] | None = None, names: Sequence[str] | None = None, known: Knowledge | None = None
) -> Terms:
    """Read the terms of the packs under the directories (default: those that ship). Word lists are read when needed.

    ``known`` is what the files say, where it was kept. Raises PackError, or Problems for several, with file, line and column
    for anything that is wrong.
    """
    shipped = pack_folders.builtin_directory()
    folders = pack_folders.find(directories or [shipped], names)
    files, lists = pack_folders.terms(folders)
    if known is not None:
        return Terms(known, WordLists(lists), (*files, *lists))
    if all(folder.parent == shipped for folder in folders):
        # What ships is proved before it ships: a run whose pages all come from the cache need not read it.
        return Terms(lambda: _read(files), WordLists(lists), (*files, *lists))
    return Terms(_read(files), WordLists(lists), (*files, *lists))


def _read(files: Sequence[Path]) -> Knowledge:
    from lint.located import load as load_yaml
    from lint.terms.reading import Reading

    reading = Reading()
    for path in files:
        reading.file(load_yaml(path, PackError))
    if reading.errors:
        raise reading.errors[0] if len(reading.errors) == 1 else Problems(reading.errors)
    return reading.knowledge()


def prove(terms: Terms) -> list[MedcopyError]:
    """Return an error for every use that the packs give for their terms and that does not hold."""
    from lint.terms import uses

    return uses.prove(terms)
