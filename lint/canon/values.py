"""Plain values of a claims file: words, lists of words, numbers, dates; every error is collected at its place."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lint.errors import CanonError, MedcopyError
from lint.located import Node
from lint.suggest import instead

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


@dataclass
class Report:
    """The errors found so far."""

    errors: list[MedcopyError] = field(default_factory=list)

    def at(self, node: Node, message: str) -> None:
        """Add an error at the place of a value."""
        self.errors.append(node.error(CanonError, message))

    def at_key(self, node: Node, key: str, message: str) -> None:
        """Add an error at the place of a key of a mapping."""
        assert node.keys is not None
        self.at(node.keys[key], message)


def shown(node: Node) -> str:
    """Return a value as a message shows it."""
    if isinstance(node.value, list):
        return "a list"
    if isinstance(node.value, dict):
        return "a block of keys"
    if node.value is None:
        return "nothing"
    return repr(node.value) if isinstance(node.value, str) else str(node.value).lower()


def fields(node: Node, known: Iterable[str], what: str, report: Report) -> dict[str, Node]:
    """Return the entries of a mapping without those that are not known, which are reported."""
    entries = node.mapping()
    if entries is None:
        report.at(node, f"{what} is written as keys with values, not as {shown(node)}")
        return {}
    names = list(known)
    for key in entries:
        if key not in names:
            report.at_key(node, key, f"{what} has no key {key!r}{instead(key, names, 'keys')}")
    return {key: value for key, value in entries.items() if key in names}


def text(node: Node, key: str, report: Report, *, empty: bool = False) -> str | None:
    """Return words, or None where the value is something else."""
    value = node.value
    if isinstance(value, str):
        if value.strip() or empty:
            return " ".join(value.split())
        report.at(node, f"{key} is empty: write the words{_or_leave(key)}")
    elif isinstance(value, bool | int | float):
        report.at(node, f'{key} must be words, not {shown(node)}: put it in quotes, as in "{value}"')
    else:
        report.at(node, f"{key} must be words, not {shown(node)}")
    return None


def _or_leave(key: str) -> str:
    return "" if key in ("id", "kind", "condition", "title") else ", or leave the key out"


def items(node: Node, key: str, report: Report) -> list[Node]:
    """Return the items of a list that is not empty; anything else is reported."""
    found = node.sequence()
    if found is None:
        hint = f"; write [{node.value}]" if isinstance(node.value, str) and node.value else ""
        report.at(node, f"{key} must be a list, not {shown(node)}{hint}")
        return []
    if not found:
        report.at(node, f"{key} is an empty list: name at least one")
    return found


def one_of(node: Node, key: str, choices: tuple[str, ...], report: Report) -> str | None:
    """Return one of the given words."""
    if isinstance(node.value, str) and node.value in choices:
        return node.value
    if isinstance(node.value, str) and node.value:
        report.at(node, f"{key} cannot be {node.value!r}{instead(node.value, choices, 'choices')}")
    else:
        report.at(node, f"{key} must be one of {', '.join(choices)}, not {shown(node)}")
    return None


def several(
    node: Node, key: str, report: Report, read: Callable[[Node, str, Report], str | None], *, once: bool = True
) -> tuple[str, ...]:
    """Return the items of a list, each as ``read`` makes it; an item that stands twice is reported."""
    found: list[str] = []
    for item in items(node, key, report):
        value = read(item, key, report)
        if value is None:
            continue
        if once and value in found:
            report.at(item, f"{value!r} stands twice in {key}: leave one out")
        else:
            found.append(value)
    return tuple(found)


def number(node: Node, key: str, report: Report) -> int | float | None:
    """Return a finite number."""
    value = node.value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return value
    hint = ""
    if isinstance(value, str):
        figures = re.findall(r"\d+(?:\.\d+)?", value)
        hint = f": write {figures[0]}" if len(figures) == 1 else ""
    report.at(node, f"{key} must be a number, not {shown(node)}{hint}")
    return None


def date(node: Node, key: str, report: Report) -> datetime.date | None:
    """Return a date written as year-month-day."""
    value = str(node.value)
    if _DATE.match(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            report.at(node, f"{key}: there is no day {value}; write year-month-day, such as 2026-11-30")
            return None
    report.at(node, f"{key} must be a date, not {shown(node)}: write year-month-day, such as 2026-11-30")
    return None
