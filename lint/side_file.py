"""The side file: suppressions for formats that have no comments, and for files that nobody may touch.

    version: 1
    suppressions:
    - path: pages/archive/**
      rule: contradicts-canon
      quote: often curable
      reason: a leaflet of 1990, kept as it was

``quote`` or ``fingerprint`` choose the findings of the rule in the files that ``path`` (a glob from the side file's
folder) names; without either, all are accepted. An entry that is malformed, gives no reason or accepts nothing is a
finding, as a comment in the text would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint.claims import Place
from lint.errors import ConfigError
from lint.files import shown
from lint.findings import Finding
from lint.fingerprint import fingerprint
from lint.located import Node
from lint.located import load as load_yaml
from lint.rules import RULES, UNSUPPRESSIBLE
from lint.suggest import instead
from lint.suppression import Outcome, Suppressed

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

VERSION = 1
_KEYS = ("path", "rule", "quote", "fingerprint", "reason")


@dataclass(frozen=True)
class SideEntry:
    """A suppression of the side file, or what is wrong with it (``fault``); the place is that of the entry."""

    place: Place
    path: str = ""
    rules: tuple[str, ...] = ()
    quote: str = ""
    fingerprint: str = ""
    reason: str = ""
    fault: str = ""

    @cached_property
    def spec(self) -> GitIgnoreSpec:
        """The files that it is for."""
        return _spec(self.path)

    def accepts(self, finding: Finding, name: str) -> bool:
        """Tell whether the entry is for a finding, whose file has this name from the side file's folder."""
        if self.fault or finding.rule not in self.rules or not self.spec.match_file(name):
            return False
        if self.fingerprint and self.fingerprint != finding.fingerprint:
            return False
        ours, theirs = _plain(self.quote), _plain(finding.place.quote)
        return not ours or ours in theirs or (bool(theirs) and theirs in ours)


@dataclass(frozen=True)
class SideFile:
    """The suppressions of a side file, in their order."""

    path: Path
    shown: str
    entries: tuple[SideEntry, ...]


def apply(
    findings: Iterable[Finding], side: SideFile, cwd: Path, ran: Set[str], read: Sequence[str], barred: Set[str]
) -> Outcome:
    """Take out the findings that the side file accepts, and add one for each entry that is faulty or unused.

    Only rules that ``ran`` can tell an entry unused, and only where its file is among the ``read`` ones or is gone.
    """
    names = {path: shown(cwd / path, side.path.parent) for path in read}
    outcome = Outcome()
    used: set[tuple[int, str]] = set()
    entries = [_barred(entry, barred) for entry in side.entries]
    for finding in findings:
        name = names.get(finding.place.path)
        fits = [] if name is None else [at for at, entry in enumerate(entries) if entry.accepts(finding, name)]
        used.update((at, finding.rule) for at in fits)
        if fits:
            outcome.suppressed.append(Suppressed(finding, entries[fits[0]].reason, entries[fits[0]].place))
        else:
            outcome.kept.append(finding)
    for at, entry in enumerate(entries):
        outcome.kept.extend(_faults(entry, {rule for one, rule in used if one == at}, side, ran, names))
    return outcome


def _faults(
    entry: SideEntry, used: Set[str], side: SideFile, ran: Set[str], names: Mapping[str, str]
) -> Iterable[Finding]:
    if entry.fault:
        yield _finding("bad-suppression", f"this suppression {entry.fault}", entry)
        return
    idle = [rule for rule in entry.rules if rule not in used and rule in ran]
    looked = any(map(entry.spec.match_file, names.values()))
    if idle and (looked or not any(entry.spec.match_tree_files(side.path.parent))):
        why = "nothing to suppress" if looked else "no such file"
        yield _finding("unused-suppression", f"{why} in {entry.path}: {', '.join(idle)}", entry)


def _barred(entry: SideEntry, barred: Set[str]) -> SideEntry:
    found = [rule for rule in entry.rules if rule in barred]
    if entry.fault or not found:
        return entry
    return SideEntry(entry.place, fault=f"names a rule that cannot be suppressed: {', '.join(found)}")


def _finding(rule: str, message: str, entry: SideEntry) -> Finding:
    return Finding(rule, RULES[rule].severity, message, entry.place, fingerprint=fingerprint(rule, "", message))


def _spec(glob: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([glob])


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("*", "").replace("_", " ").split())


def load(path: Path, cwd: Path) -> SideFile:
    """Read a side file; raises ConfigError where it is none. Faults of single entries are findings, not errors."""
    name = shown(path, cwd)
    tree = load_yaml(path, ConfigError, name)
    top = tree.mapping() or {}
    items = top["suppressions"].sequence() if "suppressions" in top else None
    if items is None or set(top) != {"version", "suppressions"} or top["version"].value != VERSION:
        raise tree.error(ConfigError, f"is no side file: it holds version: {VERSION}, and suppressions, a list")
    return SideFile(path, name, tuple(_entry(item, name) for item in items))


def _entry(item: Node, name: str) -> SideEntry:
    place = Place(name, 0, 0, item.line, item.column, item.line, item.column, "")
    values = item.mapping()
    if values is None:
        return SideEntry(place, fault=f"is no entry with keys; the keys are: {', '.join(_KEYS)}")
    rules = values["rule"].sequence() or [values["rule"]] if "rule" in values else []
    words = {key: str(node.value).strip() for key, node in values.items() if node.value is not None}
    named = tuple(str(node.value) for node in rules)
    nested = [key for key, node in values.items() if isinstance(node.value, list | dict) and key != "rule"]
    fault = _fault(values, words, named, nested)
    if not fault:
        try:
            _spec(words["path"])
        except ValueError as error:
            fault = f"has a path that is no glob: {error}"
    if fault:
        return SideEntry(place, fault=fault)
    fields = (words["path"], named, words.get("quote", ""), words.get("fingerprint", ""), words["reason"])
    return SideEntry(place, *fields)


def _fault(values: Mapping[str, Node], words: Mapping[str, str], named: Sequence[str], nested: Sequence[str]) -> str:
    unknown = [key for key in values if key not in _KEYS]
    if unknown:
        return f"has an unknown key: {', '.join(unknown)}; the keys are: {', '.join(_KEYS)}"
    if nested:
        return f"has no words as {', '.join(nested)}"
    if not words.get("path"):
        return "names no path"
    if not named:
        return "names no rule"
    strange = [rule for rule in named if rule not in RULES]
    if strange:
        return f"names no known rule: {', '.join(strange)}{instead(strange[0], sorted(RULES), 'rules')}"
    fixed = [rule for rule in named if rule in UNSUPPRESSIBLE]
    if fixed:
        return f"names a rule that cannot be suppressed: {', '.join(fixed)}"
    return "" if words.get("reason") else "gives no reason"
