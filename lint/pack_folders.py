"""Where packs lie, and what their files are: a pack is a folder of YAML and word lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from lint.errors import PackError

TERMS = ("terms", "residue", "lexicon")
"""File name beginnings that belong to lint.terms."""
NAMES = "diseases.txt"
"""The file of a pack with names of diseases, one a line."""


def builtin_directory() -> Path:
    """Return the folder of the packs that ship: beside the package in a checkout, inside it in a wheel."""
    inside = Path(__file__).parent / "_rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def find(directories: Sequence[Path], names: Sequence[str] | None = None) -> tuple[Path, ...]:
    """Return the pack folders under the directories, ``general`` first; a directory may itself be a pack.

    Raises PackError for a folder or a pack name that does not exist.
    """
    found: dict[str, list[Path]] = {}
    for directory in directories:
        if not directory.is_dir():
            raise PackError("is not a folder of rules: give the folder that holds the packs", directory.as_posix())
        own = sorted(child for child in directory.iterdir() if child.is_dir() and any(child.glob("*.yml")))
        if any(directory.glob("*.yml")):
            own.insert(0, directory)
        if not own:
            raise PackError("holds no pack: a pack is a folder with .yml files", directory.as_posix())
        for pack in own:
            found.setdefault(pack.name, []).append(pack)
    if names is not None:
        for name in names:
            if name not in found:
                raise PackError(f"there is no pack {name!r}; there are: {', '.join(sorted(found))}")
        shipped = {child.name for child in builtin_directory().iterdir()}
        found = {
            name: paths for name, paths in found.items() if name in names or name == "general" or name not in shipped
        }
    order = sorted(found, key=lambda name: (name != "general", name != "oncology"))
    return tuple(path for name in order for path in found[name])


def rules(folders: Iterable[Path]) -> list[Path]:
    """Return the files of the packs that lint.packs reads, in its order."""
    found: list[Path] = []
    for folder in folders:
        found += [path for path in sorted(folder.glob("*.yml")) if not path.name.startswith(TERMS)]
        found += [folder / NAMES] if (folder / NAMES).is_file() else []
    return found


def terms(folders: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Return the files of the packs that lint.terms reads, in its order: those of rules, and those of words."""
    files = [path for folder in folders for path in sorted(folder.iterdir())]
    rules_, words = TERMS[:-1], TERMS[-1]
    return (
        [path for path in files if path.suffix == ".yml" and path.name.startswith(rules_)],
        [path for path in files if path.suffix == ".txt" and path.name.startswith(words)],
    )


def digest(files: Iterable[Path]) -> str:
    """Return a mark of the names and the content of files; raises PackError for one that cannot be read."""
    mark = hashlib.sha256()
    for path in files:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise PackError(f"cannot be read: {error.strerror}", path.as_posix()) from error
        mark.update(path.name.encode("utf-8", "surrogateescape") + len(data).to_bytes(8, "big"))
        mark.update(data)
    return mark.hexdigest()
