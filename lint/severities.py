"""Which rules run and how severe their findings are, by the configuration and the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lint.files import shown
from lint.findings import Finding, Severity
from lint.project import Project
from lint.rules import RULES, apply_severity


@dataclass(frozen=True)
class Severities:
    """The severities of a run.

    ``selected`` are the rules that the command line leaves (all, without one); ``overrides`` go by rule, and ``paths``
    are globs, from the folder ``root``, with overrides of their own. ``cwd`` is what the paths of findings start from.
    """

    root: Path
    cwd: Path
    selected: frozenset[str]
    overrides: Mapping[str, Severity]
    paths: Sequence[tuple[str, Mapping[str, Severity]]] = ()
    _by_path: dict[str, Mapping[str, Severity]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, project: Project, cwd: Path, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Severities:
        """Return a project's severities. A rule that is selected by name is on, at its rule's severity if need be."""
        overrides = dict(project.severity)
        for rule in select:
            if overrides.get(rule, "off") == "off":
                overrides[rule] = RULES[rule].severity
        paths = tuple((glob.text, by_rule) for glob, by_rule in project.paths)
        return cls(project.root, cwd, frozenset(select or RULES) - frozenset(ignore), overrides, paths)

    @cached_property
    def ran(self) -> frozenset[str]:
        """The rules that are selected and on for some file."""
        return frozenset(rule for rule in self.selected if self._on(rule))

    def _on(self, rule: str) -> bool:
        default: Severity = RULES[rule].severity if RULES[rule].on else "off"
        return any(
            s != "off" for s in (self.overrides.get(rule, default), *(by.get(rule, "off") for _, by in self.paths))
        )

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings at their severities, without those that are off."""
        by_path: dict[str, list[Finding]] = {}
        for finding in findings:
            by_path.setdefault(finding.place.path, []).append(finding)
        return [kept for path, own in by_path.items() for kept in apply_severity(own, self._of(path))]

    def _of(self, path: str) -> Mapping[str, Severity]:
        if path not in self._by_path:
            name = shown(self.cwd / path, self.root)
            merged = dict(self.overrides)
            if self.paths:
                from pathspec import GitIgnoreSpec

            for glob, by_rule in self.paths:
                if GitIgnoreSpec.from_lines([glob]).match_file(name):
                    merged.update(by_rule)
            self._by_path[path] = merged
        return self._by_path[path]
