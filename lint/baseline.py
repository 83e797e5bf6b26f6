"""The baseline: findings that are known and accepted for now, by their content.

Entries and findings are matched one to one by fingerprint, in the same file, or in any file where the entry's own is
gone (it was renamed). So an edit above opens nothing anew, and a second finding like a known one is new. An entry that
has expired accepts nothing, and one that no longer occurs is told.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from lint.errors import ConfigError, MedcopyError, Problems
from lint.files import shown
from lint.findings import Finding
from lint.located import Node
from lint.located import load as load_yaml
from lint.rules import RULES, UNSUPPRESSIBLE
from lint.terminal import safe, shorten

FILE = "medcopy-baseline.yml"
VERSION = 1
NEVER = frozenset({"unreadable-file"})
"""Rules whose findings no baseline accepts: nothing is known of a file that cannot be read."""
assert NEVER <= UNSUPPRESSIBLE

_WORDS = 120
_TOLD = ("reason", "owner", "expires")
_KEYS = ("fingerprint", "rule", "path", "quote", *_TOLD)
_HEAD = """\
# Findings that are known: medcopy leaves them out. `medcopy baseline` writes this file and keeps reason, owner and
# expires (a date, from which the finding counts again) of each entry; `medcopy baseline --prune` takes out entries that
# no longer occur. Comments are not kept.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known finding; ``path`` starts from the baseline's folder, ``quote`` is for people. ``expires`` may be None."""

    fingerprint: str
    rule: str
    path: str
    quote: str = ""
    reason: str = ""
    owner: str = ""
    expires: datetime.date | None = None

    def expired(self, today: datetime.date) -> bool:
        """Tell whether the entry's day has come."""
        return self.expires is not None and self.expires <= today


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that the baseline holds, and its entry."""

    finding: Finding
    entry: Entry


@dataclass(frozen=True)
class Baseline:
    """The entries of a file."""

    path: Path
    entries: tuple[Entry, ...] = ()

    def name(self, path: str, cwd: Path) -> str:
        """Return the name that a finding's path has in the baseline."""
        return safe(shown(cwd / path, self.path.parent))


@dataclass(frozen=True)
class Matched:
    """Findings held against a baseline: those that count, those that are known, and the entries that no longer occur.

    ``expired`` are entries that would hold a finding, had their day not come; ``pairs`` are all entries with the
    finding that each is about, the expired ones too.
    """

    kept: tuple[Finding, ...]
    known: tuple[Known, ...] = ()
    gone: tuple[Entry, ...] = ()
    expired: tuple[Entry, ...] = ()
    pairs: tuple[Known, ...] = ()


def match(
    findings: Sequence[Finding],
    baseline: Baseline,
    today: datetime.date,
    cwd: Path,
    ran: Set[str],
    read: Iterable[str],
) -> Matched:
    """Hold all findings of a corpus against a baseline; ``ran`` are the rules and ``read`` the paths of the run."""
    seen = {baseline.name(path, cwd) for path in read}
    here = {entry.path: (baseline.path.parent / entry.path).is_file() for entry in baseline.entries}
    free: Mapping[str, list[Entry]] = defaultdict(list)
    for entry in baseline.entries:
        if entry.rule in ran:
            free[entry.fingerprint].append(entry)
    held: dict[int, Entry] = {}
    for moved in (False, True):
        for at, finding in enumerate(findings):
            if at in held or finding.rule in NEVER:
                continue
            path = baseline.name(finding.place.path, cwd)
            fits = [e for e in free[finding.fingerprint] if (not here[e.path] if moved else e.path == path)]
            # Of equal entries one that has not expired holds first.
            fits.sort(key=lambda entry: entry.expired(today))
            if fits:
                held[at] = fits[0]
                free[finding.fingerprint].remove(fits[0])
    left = [entry for entries in free.values() for entry in entries]
    pairs = tuple(Known(findings[at], held[at]) for at in sorted(held))
    return Matched(
        tuple(f for at, f in enumerate(findings) if at not in held or held[at].expired(today)),
        tuple(known for known in pairs if not known.entry.expired(today)),
        tuple(sorted((e for e in left if e.path in seen or not here[e.path]), key=_order)),
        tuple(known.entry for known in pairs if known.entry.expired(today)),
        pairs,
    )


def accept(findings: Iterable[Finding], baseline: Baseline, cwd: Path, new: Entry) -> list[Entry]:
    """Return entries for findings; ``new`` gives their reason, owner and expiry date."""
    return [
        replace(
            new,
            fingerprint=finding.fingerprint,
            rule=finding.rule,
            path=baseline.name(finding.place.path, cwd),
            quote=shorten(safe(" ".join(finding.place.quote.split())), _WORDS),
        )
        for finding in findings
        if finding.rule not in NEVER
    ]


def text(entries: Iterable[Entry]) -> str:
    """Return entries as the text of a baseline file, in one order."""
    lines = [f"{_HEAD}version: {VERSION}"]
    told = sorted(entries, key=_order)
    lines.append("findings:" if told else "findings: []")
    for entry in told:
        values = {key: str(getattr(entry, key) or "") for key in _KEYS}
        kept = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
        lines.append("- " + "\n  ".join(kept))
    return "\n".join(lines) + "\n"


def _order(entry: Entry) -> tuple[str, ...]:
    return (entry.path, entry.rule, entry.quote, entry.fingerprint, str(entry.expires or ""))


def load(path: Path, cwd: Path) -> Baseline:
    """Read a baseline; raises ConfigError or Problems with every error at its place."""
    name = shown(path, cwd)
    if not path.is_file():
        raise ConfigError("there is no such baseline: make it with medcopy baseline", name)
    tree = load_yaml(path, ConfigError, name)
    errors: list[MedcopyError] = []
    top = tree.mapping() or {}
    items = top["findings"].sequence() if "findings" in top else None
    if items is None or set(top) != {"version", "findings"} or top["version"].value != VERSION:
        raise tree.error(ConfigError, f"is no baseline: it holds version: {VERSION}, and findings, a list")
    entries = [entry for item in items if (entry := _entry(item, errors)) is not None]
    if errors:
        raise errors[0] if len(errors) == 1 else Problems(errors)
    return Baseline(path, tuple(entries))


def _entry(item: Node, errors: list[MedcopyError]) -> Entry | None:
    values = item.mapping()
    if values is None or not {"fingerprint", "rule", "path"} <= set(values):
        errors.append(item.error(ConfigError, "an entry has at least fingerprint, rule and path"))
        return None
    found = len(errors)
    for key, node in values.items():
        if key not in _KEYS:
            errors.append(node.error(ConfigError, f"unknown key {key!r}; the keys are: {', '.join(_KEYS)}"))
        elif isinstance(node.value, list | dict):
            errors.append(node.error(ConfigError, f"{key} is words"))
    if values["rule"].value not in RULES:
        errors.append(values["rule"].error(ConfigError, f"there is no rule {values['rule'].value!r}"))
    expires = None
    if "expires" in values:
        try:
            expires = datetime.date.fromisoformat(str(values["expires"].value))
        except ValueError:
            errors.append(values["expires"].error(ConfigError, "is no date; write it as 2026-11-30"))
    if len(errors) > found:
        return None
    words = {key: "" if values[key].value is None else str(values[key].value) for key in values if key != "expires"}
    return Entry(**words, expires=expires)
