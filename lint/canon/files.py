"""The files of a canon: found, read, and refused with every error that is in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from lint.canon.claim import read_claim
from lint.canon.model import Canon, CanonicalClaim, Source
from lint.canon.sources import read_source
from lint.canon.values import Report, fields, items, shown, text
from lint.claims import Place
from lint.comparison import conflicts
from lint.errors import CanonError, MedcopyError, Problems
from lint.located import Node, parse
from lint.packs import Packs

FILE_KEYS = ("version", "sources", "claims")
VERSION = 1
SUFFIXES = (".yml", ".yaml")

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def load(paths: Sequence[Path], packs: Packs) -> Canon:
    """Read the canon from files, or from folders of them; the ids of sources are shared by all.

    Raises CanonError, or Problems where there are several, with file, line and column for all that is wrong.
    """
    reader = _Reader(packs)
    for path in paths:
        reader.take(path)
    return reader.canon()


class _Reader:
    """Reads all files first, since a claim may cite a source of another file."""

    def __init__(self, packs: Packs) -> None:
        self.packs = packs
        self.report = Report()
        self.digest = hashlib.sha256()
        self.texts: dict[str, tuple[str, list[int]]] = {}
        """Each file's text, and where its lines start."""
        self.claims: list[Node] = []
        self.sources: dict[str, tuple[Source, Node]] = {}

    def take(self, path: Path) -> None:
        """Read a file, or every file of a folder; what cannot be read is reported."""
        try:
            files = _files(path)
        except CanonError as error:
            self.report.errors.append(error)
            return
        for file in files:
            if _shown(file) in self.texts:  # a folder and a file in it may both be named
                continue
            try:
                self._file(file)
            except MedcopyError as error:
                self.report.errors.append(error)

    def _file(self, path: Path) -> None:
        name = _shown(path)
        self.texts[name] = ("", [0])
        data = _bytes(path)
        self.digest.update(len(data).to_bytes(8, "big") + data)
        try:
            words = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise CanonError(f"is not UTF-8 (byte {error.start}): save it as UTF-8", name) from error
        self.texts[name] = (words, [0, *(found.end() for found in _BREAK.finditer(words))])
        root = parse(words, name, CanonError)
        if root.value is None:
            self.report.at(root, "is empty: a claims file has the keys version, sources and claims")
            return
        entries = fields(root, FILE_KEYS, "a claims file", self.report)
        version = entries.get("version")
        if version is not None and (version.value != VERSION or isinstance(version.value, bool)):
            self.report.at(version, f"version must be {VERSION}, not {shown(version)}")
        if "sources" in entries:
            self._sources(entries["sources"])
        if "claims" in entries and entries["claims"].value != []:
            self.claims += items(entries["claims"], "claims", self.report)

    def _sources(self, node: Node) -> None:
        found = node.mapping()
        if found is None:
            self.report.at(node, f"sources are written as ids with their keys, not as {shown(node)}")
            return
        for id_, entry in found.items():
            source = read_source(id_, entry, self.report)
            if id_ not in self.sources:
                self.sources[id_] = (source, entry)
            elif self.sources[id_][0] != source:
                first = self.sources[id_][1]
                self.report.at_key(
                    node, id_, f"the source {id_!r} is another one in {first.path}:{first.line}: rename one of the two"
                )

    def canon(self) -> Canon:
        """Return the canon; raises what was reported."""
        found: list[CanonicalClaim] = []
        first: dict[str, Node] = {}
        for node in self.claims:
            id_node = (node.mapping() or {}).get("id")
            place = self._place(id_node) if id_node else None
            canonical = read_claim(node, self.packs, self.sources, list(self.sources), place, self.report)
            id_ = text(id_node, "id", Report()) if id_node else None
            if id_node is None or id_ is None:
                continue
            if id_ in first:
                where = f"{first[id_].path}:{first[id_].line}"
                self.report.at(id_node, f"the id {id_!r} stands twice (first in {where}): give each claim its own")
            elif canonical is not None:
                found.append(canonical)
            first.setdefault(id_, id_node)
        canon = Canon(tuple(found), {id_: source for id_, (source, _) in self.sources.items()}, self.digest.hexdigest())
        self._contradictions(canon)
        errors = sorted(self.report.errors, key=lambda e: (e.path or "", e.line or 0, e.column or 0))
        if errors:
            raise errors[0] if len(errors) == 1 else Problems(errors)
        return canon

    def _contradictions(self, canon: Canon) -> None:
        for first, second, result in conflicts(canon, self.packs):
            there, here = first.claim.place, second.claim.place
            self.report.errors.append(
                CanonError(
                    f"the claim {second.id!r} contradicts {first.id!r} in {there.path}:{there.line}: {result.reason}."
                    " Mend one of them, or say in what they differ (condition, event, population)",
                    here.path,
                    here.line,
                    here.column,
                )
            )

    def _place(self, node: Node) -> Place:
        source, starts = self.texts[node.path]
        start, words = starts[node.line - 1] + node.column - 1, str(node.value)
        quoted = source[start : start + 1] in ("'", '"')
        start, column = start + quoted, node.column + quoted
        end = column + len(words)
        return Place(node.path, start, start + len(words), node.line, column, node.line, end, words)


def _shown(path: Path) -> str:
    """Return a path as messages name it: from the current folder where it lies below."""
    whole, here = path.absolute(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else whole).as_posix()


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for suffix in SUFFIXES for file in path.rglob(f"*{suffix}") if file.is_file())
    if not found:
        raise CanonError("holds no claims file: a folder of claims has .yml files in it", _shown(path))
    return found


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CanonError("does not exist: name the claims file that you mean", _shown(path)) from error
    except OSError as error:
        raise CanonError(f"cannot be read: {error.strerror}", _shown(path)) from error
