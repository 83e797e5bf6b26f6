"""Which findings matter most: where a format, or who shows it, has room for a few alone."""

from __future__ import annotations

from collections.abc import Iterable

from lint.findings import Finding
from lint.rules import RULES

LEVELS = ("error", "warning", "note")
"""The severities, the worst first."""
_RANK = {rule: rank for rank, rule in enumerate(("unreadable-file", *RULES))}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by severity, then by rule in the order of the rules, then by the number of other sides."""
    return sorted(findings, key=lambda f: (LEVELS.index(f.severity), _RANK[f.rule], -len(f.related)))


def leading(findings: Iterable[Finding], most: int) -> list[Finding]:
    """Return findings with the ``most`` worst of each severity in front, and the others behind them."""
    ranked = worst_first(findings)
    seen = dict.fromkeys(LEVELS, 0)
    front: list[Finding] = []
    rest: list[Finding] = []
    for finding in ranked:
        seen[finding.severity] += 1
        (front if seen[finding.severity] <= most else rest).append(finding)
    return front + rest
