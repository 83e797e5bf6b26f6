"""The project: medcopy.yml, found upward, with every key checked; what the command line says goes before it."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from lint.errors import ConfigError, MedcopyError, Problems, UsageError
from lint.findings import Severity
from lint.located import Node
from lint.located import load as load_yaml
from lint.pack_folders import builtin_directory
from lint.pack_folders import find as find_packs
from lint.rules import RULES
from lint.suggest import instead

FailOn = Literal["error", "warning", "note", "never"]

CONFIG = "medcopy.yml"
CLAIMS = "claims.yml"
SUPPRESSIONS = "medcopy-suppressions.yml"
WILD = frozenset("*?[")
"""Characters that make a path a glob."""


@dataclass(frozen=True, slots=True)
class Glob:
    """A path or glob as the configuration gives it, and where it stands there."""

    text: str
    path: str
    line: int
    column: int

    def error(self, message: str) -> ConfigError:
        """Return an error at its place."""
        return ConfigError(message, self.path, self.line, self.column)


@dataclass(frozen=True)
class Project:
    """What is to be checked, and by what: paths are absolute, globs are relative to ``root``."""

    root: Path
    config: Path | None = None
    corpus: tuple[Glob, ...] = ()
    exclude: tuple[Glob, ...] = ()
    claims: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    packs: tuple[str, ...] | None = None
    pipeline: str | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    paths: tuple[tuple[Glob, Mapping[str, Severity]], ...] = ()
    fail_on: FailOn = "error"
    source_url: str | None = None
    baseline: Path | None = None
    suppressions: Path | None = None
    unsuppressible: frozenset[str] = frozenset()

    @property
    def rule_directories(self) -> tuple[Path, ...]:
        """The folders of packs: those that ship, then the project's."""
        return (builtin_directory(), *self.rules)


def load(cwd: Path, config: Path | None = None, claims: Sequence[Path] = (), rules: Sequence[Path] = ()) -> Project:
    """Read the project of a folder: its configuration, with the claims and rules of the command line.

    ``claims`` take the place of the configured ones, ``rules`` are added. Raises ConfigError or Problems for what is
    wrong in the file, UsageError for files of the command line that do not exist.
    """
    path = config or upward(cwd, CONFIG)
    if config and not config.is_file():
        raise UsageError(f"--config: there is no file {config.as_posix()}")
    reader = _Reader(path.parent.absolute() if path else cwd.absolute())
    if path:
        shown = path.relative_to(cwd) if path.is_relative_to(cwd) else path
        reader.read(load_yaml(path, ConfigError, shown.as_posix()))
    values = reader.values
    if claims:
        values["claims"] = tuple(file for given in claims for file in _claims_files(given))
    elif "claims" not in values:
        default = upward(cwd, CLAIMS)
        values["claims"] = (default,) if default else ()
    if "suppressions" not in values and (reader.root / SUPPRESSIONS).is_file():
        values["suppressions"] = reader.root / SUPPRESSIONS
    for directory in rules:
        if not directory.is_dir():
            raise UsageError(f"--rules: {directory.as_posix()} is not a folder of rules")
    own = cast("tuple[Path, ...]", values.get("rules", ()))
    values["rules"] = tuple(dict.fromkeys((*own, *(directory.absolute() for directory in rules))))
    return Project(root=reader.root, config=path, **values)  # type: ignore[arg-type]


def upward(folder: Path, name: str) -> Path | None:
    """Return the file of that name in the folder or the nearest one above it, or None."""
    folder = folder.absolute()
    return next((at / name for at in (folder, *folder.parents) if (at / name).is_file()), None)


def _claims_files(path: Path) -> tuple[Path, ...]:
    found = _yaml_files(path)
    if found is None:
        raise UsageError(f"--claims: there is no file {path.as_posix()}")
    if not found:
        raise UsageError(f"--claims: the folder {path.as_posix()} holds no .yml file")
    return found


def _yaml_files(path: Path) -> tuple[Path, ...] | None:
    """Return the claims files that a path names: itself, or those in the folder; None where there is nothing."""
    path = path.absolute()
    if path.is_dir():
        return tuple(sorted(file for file in path.rglob("*") if file.suffix in (".yml", ".yaml") and file.is_file()))
    return (path,) if path.is_file() else None


class _Reader:
    """Reads the keys of medcopy.yml, and collects every error in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.errors: list[MedcopyError] = []
        self.values: dict[str, object] = {}
        self.keys: Mapping[str, Callable[[Node], tuple[str, object]]] = {
            "corpus": lambda node: ("corpus", self._globs(node)),
            "exclude": lambda node: ("exclude", self._globs(node)),
            "claims": lambda node: ("claims", self._claims(node)),
            "rules": lambda node: ("rules", self._rules(node)),
            "packs": lambda node: ("packs", tuple(name.text for name in self._globs(node))),
            "language": lambda node: ("pipeline", self._pipeline(node)),
            "severity": lambda node: ("severity", self._severities(node)),
            "paths": lambda node: ("paths", self._paths(node)),
            "fail-on": lambda node: ("fail_on", self._choice(node, get_args(FailOn))),
            "source-url": lambda node: ("source_url", self._url(node)),
            "baseline": lambda node: ("baseline", self._file(node, exists=False)),
            "suppressions": lambda node: ("suppressions", self._file(node)),
            "unsuppressible": lambda node: ("unsuppressible", self._rule_names(node)),
        }

    def read(self, node: Node) -> None:
        """Read the file; raises ConfigError or Problems."""
        entries = self._entries(node, self.keys) if node.value is not None else {}
        for key, value in entries.items():
            name, read = self.keys[key](value)
            self.values[name] = read
        if not self.errors and "packs" in entries:
            self._pack_names(entries["packs"])
        if self.errors:
            raise self.errors[0] if len(self.errors) == 1 else Problems(self.errors)

    def _error(self, node: Node, message: str) -> None:
        self.errors.append(node.error(ConfigError, message))

    def _entries(self, node: Node, known: Iterable[str], called: str = "keys") -> dict[str, Node]:
        entries = node.mapping()
        if entries is None:
            self._error(node, f"expected keys with values; the keys are {', '.join(known)}")
            return {}
        assert node.keys is not None
        for key in entries:
            if key not in known:
                self._error(node.keys[key], f"unknown {called[:-1]} {key!r}{instead(key, known, called)}")
        return {key: value for key, value in entries.items() if key in known}

    def _globs(self, node: Node) -> tuple[Glob, ...]:
        items = node.sequence()
        if items is None:
            self._error(node, "expected a list, such as [content]")
            return ()
        found = []
        for item in items:
            if isinstance(item.value, str) and item.value:
                found.append(Glob(item.value.replace("\\", "/"), item.path, item.line, item.column))
            else:
                self._error(item, "expected words")
        return tuple(found)

    def _claims(self, node: Node) -> tuple[Path, ...]:
        files: list[Path] = []
        for glob in self._globs(node):
            found = _yaml_files(self.root / glob.text)
            if found is None:
                self.errors.append(glob.error(f"there is no file {glob.text}: create it, or take it out here"))
            elif not found:
                self.errors.append(
                    glob.error(f"the folder {glob.text} holds no .yml file: add one, or take it out here")
                )
            files.extend(found or ())
        return tuple(files)

    def _rules(self, node: Node) -> tuple[Path, ...]:
        folders = []
        for glob in self._globs(node):
            folder = self.root / glob.text
            if folder.is_dir():
                folders.append(folder)
            else:
                self.errors.append(glob.error(f"there is no folder {glob.text}: create it, or take it out here"))
        return tuple(folders)

    def _pack_names(self, node: Node) -> None:
        directories = (builtin_directory(), *cast("tuple[Path, ...]", self.values.get("rules", ())))
        known = {folder.name for folder in find_packs(directories)}
        for item in node.sequence() or ():
            if item.value not in known:
                self._error(item, f"there is no pack {item.value!r}{instead(str(item.value), sorted(known), 'packs')}")

    def _pipeline(self, node: Node) -> str | None:
        value = self._entries(node, ("pipeline",)).get("pipeline")
        if value is None or value.value is None:
            return None
        if isinstance(value.value, str):
            return value.value
        self._error(value, "expected the name of a spaCy pipeline, or null")
        return None

    def _choice(self, node: Node, choices: Sequence[str]) -> str:
        if node.value not in choices:
            self._error(node, f"expected one of {', '.join(choices)}")
            return choices[0]
        return str(node.value)

    def _severities(self, node: Node) -> Mapping[str, Severity]:
        entries = self._entries(node, RULES, "rules")
        return {rule: cast("Severity", self._choice(value, get_args(Severity))) for rule, value in entries.items()}

    def _paths(self, node: Node) -> tuple[tuple[Glob, Mapping[str, Severity]], ...]:
        entries = node.mapping()
        if entries is None:
            self._error(node, "expected globs with settings, such as 'content/blog/**': {severity: {overstated: note}}")
            return ()
        assert node.keys is not None
        found = []
        for glob, settings in entries.items():
            key = node.keys[glob]
            severity = self._entries(settings, ("severity",)).get("severity")
            by_rule = self._severities(severity) if severity else {}
            found.append((Glob(glob.replace("\\", "/"), key.path, key.line, key.column), by_rule))
        return tuple(found)

    def _file(self, node: Node, *, exists: bool = True) -> Path | None:
        if not isinstance(node.value, str) or not node.value:
            self._error(node, "expected the name of a file")
            return None
        path = self.root / node.value
        if exists and not path.is_file():
            self._error(node, f"there is no file {node.value}: create it, or take it out here")
        return path

    def _rule_names(self, node: Node) -> frozenset[str]:
        for item in node.sequence() or ():
            if item.value not in RULES:
                self._error(item, f"there is no rule {item.value!r}{instead(str(item.value), sorted(RULES), 'rules')}")
        return frozenset(glob.text for glob in self._globs(node))

    def _url(self, node: Node) -> str | None:
        if node.value is None:
            return None
        try:
            fields = {name for _, name, _, _ in string.Formatter().parse(str(node.value)) if name is not None}
        except ValueError:
            fields = {""}
        if not isinstance(node.value, str) or not fields <= {"path", "line"}:
            self._error(node, "expected an address with {path} and, if you like, {line} in it")
            return None
        return node.value
