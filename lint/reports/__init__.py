"""Reports: one module a format, each of which fits ``Reporter``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from lint.reports import json, jsonl, text
from lint.results import CheckResult, ExtractResult


class Reporter(Protocol):
    """Writes results down in one format, as text that is the same for the same results."""

    def findings(self, result: CheckResult, colour: bool = False) -> str:
        """Return the findings of ``check``; ``colour`` is for a terminal, where a format has any."""

    def claims(self, result: ExtractResult, colour: bool = False) -> str:
        """Return the claims of ``extract``."""


REPORTERS: Mapping[str, Reporter] = {
    "text": text,
    "json": json,
    "jsonl": jsonl,
}
"""The reporters by the name of their format."""
