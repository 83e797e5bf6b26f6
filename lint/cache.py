"""The cache: a page's claims by its content and all that they depend on, in the user's cache folder.

It is a help and never a need: entries that are damaged or foreign are taken for missing, and a disk that is full or
cannot be written to costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from lint import __version__, atomic

FOLDER = "MEDCOPY_CACHE_DIR"
"""The environment variable that puts the cache elsewhere, for a CI that keeps it between its runs."""
KEPT = 30 * 24 * 3600
"""Seconds that an entry is kept without being used."""
TIDIED = 24 * 3600
"""Seconds between two looks for old entries."""
_MARK = "tidied"
_PROJECT = re.compile(r".+-[0-9a-f]{16}")
_ENTRY = re.compile(r"[0-9a-f]{64}\.json")


def directory() -> Path:
    """Return the folder of all caches."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path("medcopy", appauthor=False)


def everything() -> list[Cache]:
    """Return the caches of all projects."""
    top = directory()
    found = sorted(top.iterdir()) if top.is_dir() else []
    return [Cache(folder) for folder in found if _PROJECT.fullmatch(folder.name)]


@dataclass(frozen=True, slots=True)
class Entry:
    """A value that is kept, as JSON has it, and a mark of it: equal values have equal marks."""

    value: Any
    mark: str


@dataclass(frozen=True)
class Cache:
    """The cache of one project; ``folder`` None is one that keeps nothing."""

    folder: Path | None

    @staticmethod
    def of(root: Path) -> Cache:
        """Return the cache of the project in a folder."""
        mark = hashlib.sha256(os.path.realpath(root).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        name = re.sub(r"[^A-Za-z0-9_-]+", "-", root.name)[:40].strip("-") or "project"
        return Cache(directory() / f"{name}-{mark}")

    def get(self, key: str) -> Any:
        """Return the value of a key, or None where there is none that can be read."""
        entry = self.entry(key)
        return entry.value if entry else None

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key, or None where there is none that can be read: damaged ones are not believed."""
        if self.folder is None:
            return None
        path = self._path(key)
        try:
            with path.open("rb") as file:
                head, data = file.readline(200), file.read()
                used = os.fstat(file.fileno()).st_mtime
            mark = hashlib.sha256(data).hexdigest()
            if head != _head(key, mark):
                return None
            value = json.loads(data)
        except (OSError, ValueError, RecursionError):
            return None
        if time.time() - used > TIDIED:
            with contextlib.suppress(OSError):
                os.utime(path)
        return Entry(value, mark)

    def put(self, key: str, value: object) -> Entry:
        """Keep a value, if that can be done."""
        data = json.dumps(value, separators=(",", ":")).encode()
        entry = Entry(value, hashlib.sha256(data).hexdigest())
        if self.folder is not None:
            path = self._path(key)
            with contextlib.suppress(OSError):
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                atomic.write(path, _head(key, entry.mark) + data, durable=False)
        return entry

    def tidy(self, now: float | None = None) -> None:
        """Remove entries that were not used for a month; looks for them once a day."""
        if self.folder is None or not self.folder.is_dir():
            return
        now = time.time() if now is None else now
        mark = self.folder / _MARK
        with contextlib.suppress(OSError):
            if mark.exists() and now - mark.stat().st_mtime < TIDIED:
                return
            mark.touch()
            os.utime(mark, (now, now))
            for path in self.folder.glob("*/*"):
                if now - path.stat().st_mtime > KEPT:
                    path.unlink(missing_ok=True)

    def clear(self) -> int:
        """Remove the cache, and return how many entries it had; files that are not its own are left."""
        if self.folder is None or not self.folder.is_dir():
            return 0
        removed = 0
        for folder in self.folder.iterdir():
            for path in folder.glob("*") if folder.is_dir() else ():
                if _ENTRY.fullmatch(path.name) or path.suffix == ".tmp":
                    path.unlink()
                    removed += path.suffix != ".tmp"
            with contextlib.suppress(OSError):
                folder.rmdir()
        (self.folder / _MARK).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()
        return removed

    def _path(self, key: str) -> Path:
        assert self.folder is not None
        return self.folder / key[:2] / f"{key}.json"


NO_CACHE = Cache(None)


def _head(key: str, mark: str) -> bytes:
    """Return the first line of an entry's file, which tells a whole entry of this key from everything else."""
    return f"medcopy {key} {mark}\n".encode()


def salt(**parts: object) -> str:
    """Return what entries depend on beside a file's content: medcopy, spaCy and Python, and the parts given."""
    told = {
        "medcopy": __version__,
        "code": _code(),
        "spacy": _spacy(),
        "python": sys.version_info[:3],
        **parts,
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def page_key(salt: str, shown: str, digest: bytes) -> str:
    """Return the key of a file: of its content's SHA-256, of its suffix, which names its reader, and of the salt."""
    suffix = PurePosixPath(shown).suffix.lower()
    return hashlib.sha256(f"page\0{salt}\0{suffix}\0".encode() + digest).hexdigest()


def proof_key(salt: str, *digests: str) -> str:
    """Return the key under which it is remembered that the examples of packs or of a canon hold."""
    return hashlib.sha256("\0".join(("proof", salt, *digests)).encode()).hexdigest()


def glance_key(salt: str) -> str:
    """Return the key of what is kept of the packs."""
    return hashlib.sha256(f"glance\0{salt}".encode()).hexdigest()


def verdict_key(salt: str, *parts: str) -> str:
    """Return the key of what the checks said: of the salt, the canon, the day, and each page with its mark."""
    return hashlib.sha256("\0".join(("verdict", salt, *parts)).encode("utf-8", "surrogatepass")).hexdigest()


def _spacy() -> str:
    """Return a mark of spaCy's version, without the import of anything that would tell it: each costs more than a run."""
    found = importlib.util.find_spec("spacy")
    about = Path(found.origin).with_name("about.py") if found and found.origin else None
    return hashlib.sha256(about.read_bytes()).hexdigest() if about and about.is_file() else ""


_CODE = (".py", ".json")
_NO_CODE = frozenset(("__pycache__", "_rules"))
"""Folders beside the code that hold none; the packs have a mark of their own."""


def _code() -> str:
    """Return a mark of medcopy's own files, so that one who works on it never gets claims of yesterday's code."""
    marks: dict[str, tuple[int, int]] = {}
    folders = [Path(__file__).parent]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [Path(entry.path)] if entry.name not in _NO_CODE else []
                elif entry.name.endswith(_CODE):
                    stat = entry.stat()
                    marks[entry.path] = (stat.st_size, stat.st_mtime_ns)
    return hashlib.sha256(json.dumps(marks, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()
