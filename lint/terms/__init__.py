"""Terms: fixed terms with a wrong word in them, misspelt medical words, residue of web pages. A word pass without spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from lint import packs
from lint.errors import PackError, Problems
from lint.located import load as load_yaml
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
    reading = Reading()
    digest = hashlib.sha256()
    lists: list[Path] = []
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix == ".yml" and path.name.startswith(_FILES):
                reading.file(load_yaml(path, PackError))
            elif path.suffix == ".txt" and path.name.startswith("lexicon"):
                lists.append(path)
            else:
                continue
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    if reading.errors:
        raise reading.errors[0] if len(reading.errors) == 1 else Problems(reading.errors)
    return Terms(reading.knowledge(), WordLists(lists), digest.hexdigest())
