"""Reports: one module a format, each of which fits ``Reporter``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from lint.reports import github, gitlab, json, jsonl, junit, markdown, sarif, text
from lint.results import CheckResult, ExtractResult


class Reporter(Protocol):
    """Writes the findings of ``check`` down in one format, as text that is the same for the same results."""

    def findings(self, result: CheckResult, colour: bool = False) -> str:
        """Return the findings; ``colour`` is for a terminal, where a format has any."""


class ClaimsReporter(Protocol):
    """Writes the claims of ``extract`` down in one format."""

    def claims(self, result: ExtractResult, colour: bool = False) -> str:
        """Return the claims; ``colour`` as in ``Reporter``."""


REPORTERS: Mapping[str, Reporter] = {
    "text": text,
    "json": json,
    "jsonl": jsonl,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
}
"""The reporters of ``check`` by the name of their format."""

CLAIMS_REPORTERS: Mapping[str, ClaimsReporter] = {
    "text": text,
    "json": json,
    "jsonl": jsonl,
}
"""The reporters of ``extract`` by the name of their format."""
