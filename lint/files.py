"""Which files are articles: folders are walked, .gitignore and the project's excludes are respected in them.

A file that is named by hand is taken as it is, and a folder that is named by hand is walked although a .gitignore
above it leaves it out. Hidden files and folders are passed over in a walk. A linked folder is followed, and no folder
is walked twice, so that loops of links end.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lint.documents import READERS
from lint.errors import ConfigError, MedcopyError, Problems, UsageError
from lint.project import WILD, Glob, Project

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True, slots=True)
class Article:
    """A file to read, and the name that it has in reports: relative to the current folder, with forward slashes."""

    path: Path
    shown: str


@dataclass(frozen=True, slots=True)
class Files:
    """The articles of a run in the order of their names, and the names of those to report on (None: all)."""

    articles: tuple[Article, ...]
    focus: frozenset[str] | None = None


def discover(names: Sequence[str], project: Project, cwd: Path, corpus: bool = True, in_corpus: bool = False) -> Files:
    """Return the articles that the names stand for, and with ``corpus`` those that they are held against.

    Without names that is what the project's configuration calls its corpus, else the current folder. ``in_corpus``
    leaves out names that are excluded or not in the configured corpus, so that there may be nothing left.

    Raises UsageError for a folder that holds no article, ConfigError for a path or glob of the configuration that
    matches nothing.
    """
    walk = _Walk(project)
    configured = list(walk.corpus()) if project.corpus and (corpus or not names) else []
    if names:
        named = [path for name in names for path in _named(name, walk, cwd)]
        if in_corpus:
            named = walk.within(named, configured)
        focus = frozenset(shown(path, cwd) for path in named)
    else:
        named, focus = [], None
        if not project.corpus:
            configured = _folder(cwd, ".", walk)
    if configured:
        walk.unmatched(project)
    unique: dict[str, Article] = {}
    for path in (*named, *configured):
        unique.setdefault(os.path.normcase(path), Article(path, shown(path, cwd)))
    return Files(tuple(sorted(unique.values(), key=lambda article: article.shown)), focus)


def shown(path: Path, cwd: Path) -> str:
    """Return a file's name in reports: relative to the current folder where it can be, with forward slashes."""
    if below := _letters_below(path, cwd):
        return below
    try:
        return Path(os.path.relpath(path, cwd)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def repository(folder: Path) -> Path | None:
    """Return the top of the repository that a folder lies in, or None; git itself is not asked."""
    return next((at for at in (folder, *folder.parents) if (at / ".git").exists()), None)


def _named(name: str, walk: _Walk, cwd: Path) -> list[Path]:
    path = _absolute(cwd / name)
    return _folder(path, name, walk) if path.is_dir() else [path]


def _folder(path: Path, name: str, walk: _Walk) -> list[Path]:
    found = list(walk.folder(path))
    if not found:
        passed = f" ({walk.passed} are left out by .gitignore or the configuration's excludes)" if walk.passed else ""
        raise UsageError(f"the folder {name} holds no article{passed}; articles are files in {', '.join(READERS)}")
    return found


def _absolute(path: Path) -> Path:
    """Return an absolute path without "..", and with links as they are: the name that the user knows."""
    return Path(os.path.abspath(path))  # noqa: PTH100


class _Walk:
    """Walks folders; remembers what it has seen, to tell which globs match nothing."""

    def __init__(self, project: Project) -> None:
        self.root = project.root
        self.globs = project.corpus
        self.excludes = _spec([glob.text for glob in project.exclude])
        self.seen: list[str] = []
        self.passed = 0

    def corpus(self) -> Iterator[Path]:
        """Yield the articles of the configured corpus; raises ConfigError for an entry that gives none."""
        for glob in self.globs:
            found = False
            for path in self._expand(glob):
                for article in self.folder(path) if path.is_dir() else self._filtered(path):
                    found = True
                    yield article
            if not found:
                left_out = ": all are left out by .gitignore or 'exclude'" if self.passed else ""
                raise glob.error(f"{glob.text} holds no article{left_out}; articles are files in {', '.join(READERS)}")

    def within(self, named: Iterable[Path], configured: Iterable[Path]) -> list[Path]:
        """Return the files that a folder's walk would find: those of the corpus, or all but the excluded ones."""
        if self.globs:
            known = {os.path.normcase(path) for path in configured}
            return [path for path in named if os.path.normcase(path) in known]
        return [path for path in named for _ in self._filtered(path)]

    def _expand(self, glob: Glob) -> list[Path]:
        if not WILD.intersection(glob.text):
            path = _absolute(self.root / glob.text)
            if not path.exists():
                raise glob.error(f"there is no {glob.text} in {self.root.as_posix()}: create it, or take it out here")
            return [path]
        try:
            found = sorted(self.root.glob(glob.text))
        except (ValueError, NotImplementedError) as error:
            raise glob.error(f"is no glob: {error}") from error
        if not found:
            raise glob.error(f"{glob.text} matches nothing: correct it, or take it out here")
        return found

    def _filtered(self, path: Path) -> Iterator[Path]:
        if path.suffix.lower() in READERS and not self._excluded(path):
            if _Ignores(path.parent).ignored(path):
                self.passed += 1
            else:
                yield path

    def folder(self, top: Path) -> Iterator[Path]:
        """Yield the articles in a folder and below it."""
        ignores = _Ignores(top)
        folders, links, seen = [top], deque[Path](), set[str]()
        while folders or links:
            # Linked folders and files come last: what is reached both ways has its own name.
            folder = folders.pop() if folders else links.popleft()
            real = os.path.realpath(folder)
            if real in seen:
                continue
            seen.add(real)
            if folder.is_file() or not folder.is_dir():  # a link that leads nowhere or in a circle is told as a file
                yield from self._article(folder, ignores)
                continue
            for path, link, is_folder in _entries(folder):
                if is_folder and ignores.ignored(path, folder=True):
                    continue
                if link:
                    links.append(path)
                elif is_folder:
                    folders.append(path)
                elif path.suffix.lower() in READERS:
                    seen.add(os.path.join(real, path.name))  # noqa: PTH118
                    yield from self._article(path, ignores)

    def _article(self, path: Path, ignores: _Ignores) -> Iterator[Path]:
        if path.suffix.lower() not in READERS:
            return
        if self._excluded(path) or ignores.ignored(path):
            self.passed += 1
        else:
            yield path

    def _excluded(self, path: Path) -> bool:
        name = _below(path, self.root)
        if name is None:
            return False
        self.seen.append(name)
        return self.excludes is not None and self.excludes.match_file(name)

    def unmatched(self, project: Project) -> None:
        """Raise for each exclude and each glob of ``paths`` that no file matches."""
        errors: list[MedcopyError] = []
        for glob in (*project.exclude, *(glob for glob, _ in project.paths)):
            spec = _spec([glob.text.removeprefix("!")])
            assert spec is not None
            if not any(map(spec.match_file, self.seen)) and not any(map(spec.match_file, _everything(self.root))):
                errors.append(glob.error(f"{glob.text} matches nothing: correct it, or take it out here"))
        if errors:
            raise errors[0] if len(errors) == 1 else Problems(errors)


def _entries(folder: Path) -> list[tuple[Path, bool, bool]]:
    """Return what a folder holds in the order of names: path, whether it is a link, whether it is a folder."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
            # A path's is_dir() takes a link that goes in a circle for no folder, an entry's raises.
            return [
                (folder / e.name, e.is_symlink(), (folder / e.name if e.is_symlink() else e).is_dir()) for e in found
            ]
    except OSError as error:
        raise UsageError(f"the folder {folder.as_posix()} cannot be read: {error.strerror}") from error


def _everything(root: Path) -> Iterator[str]:
    """Yield every path below a folder, ignored or not: an exclude may name what .gitignore leaves out already."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != ".git"]
        for name in (*files, *(f"{name}/" for name in folders)):
            yield (Path(folder).relative_to(root) / name).as_posix() + ("/" if name.endswith("/") else "")


class _Ignores:
    """The .gitignore files that count in a folder: from the top of the repository down, the nearest the strongest."""

    def __init__(self, top: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec | None] = {}
        self._chains: dict[Path, list[tuple[Path, GitIgnoreSpec]]] = {}
        self._top = top
        uppermost = repository(top) or top
        levels = [folder for folder in (top, *top.parents) if folder.is_relative_to(uppermost)]
        # A folder that is itself ignored was named on purpose: what ignores it is left aside.
        self._levels = [level for level in levels if level == top or not self._ignores(level, top)]

    def ignored(self, path: Path, folder: bool = False) -> bool:
        """Tell whether a path is ignored, given that the folders above it are not."""
        for level, spec in self._chain(path.parent):
            verdict = spec.check_file(f"{_below(path, level)}{'/' if folder else ''}").include
            if verdict is not None:
                return verdict
        return False

    def _chain(self, folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
        """Return what the files of a folder are held against."""
        if folder not in self._chains:
            inner = [at for at in (folder, *folder.parents) if at != self._top and at.is_relative_to(self._top)]
            found = ((level, self._spec(level)) for level in (*inner, *self._levels))
            self._chains[folder] = [(level, spec) for level, spec in found if spec]
        return self._chains[folder]

    def _ignores(self, level: Path, folder: Path) -> bool:
        spec = self._spec(level)
        return bool(spec and spec.check_file(f"{_below(folder, level)}/").include)

    def _spec(self, level: Path) -> GitIgnoreSpec | None:
        if level not in self._specs:
            self._specs[level] = _gitignore(level / ".gitignore")
        return self._specs[level]


def _spec(lines: Sequence[str]) -> GitIgnoreSpec | None:
    """Return what lines of a .gitignore match, or None where there are none: the import is dear."""
    if not any(lines):
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def _below(path: Path, folder: Path) -> str | None:
    """Return a path from a folder, with forward slashes, or None where it does not lie in it."""
    found = _letters_below(path, folder)
    return found or (path.relative_to(folder).as_posix() if path.is_relative_to(folder) else None)


def _letters_below(path: Path, folder: Path) -> str | None:
    """Return a path from a folder where its letters alone tell it: that is most often so, and far cheaper."""
    whole, start = os.fspath(path), os.path.join(folder, "")  # noqa: PTH118
    if whole.startswith(start) and len(whole) > len(start) and ".." not in whole:
        return whole[len(start) :].replace(os.sep, "/")
    return None


def _gitignore(path: Path) -> GitIgnoreSpec | None:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    try:
        return _spec(lines)
    except ValueError as error:
        raise ConfigError(f"holds a pattern that cannot be read: {error}", path.as_posix()) from error
