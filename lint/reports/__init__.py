"""Reports: one module a format, each of which fits ``Reporter``; it is imported when the format is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from lint.results import CheckResult, ExtractResult


class Reporter(Protocol):
    """Writes the findings of ``check`` down in one format, as text that is the same for the same results."""

    def findings(self, result: CheckResult, colour: bool = False) -> str:
        """Return the findings; ``colour`` is for a terminal, where a format has any."""


class ClaimsReporter(Protocol):
    """Writes the claims of ``extract`` down in one format."""

    def claims(self, result: ExtractResult, colour: bool = False) -> str:
        """Return the claims; ``colour`` as in ``Reporter``."""


def pieces(reporter: Reporter, result: CheckResult, colour: bool = False) -> Iterable[str]:
    """Return the findings in pieces where a format can be written piece by piece: many of them fill the memory."""
    parts: Callable[[CheckResult, bool], Iterable[str]] | None = getattr(reporter, "parts", None)
    return parts(result, colour) if parts else (reporter.findings(result, colour),)


Kind = TypeVar("Kind")


class Modules(Mapping[str, Kind], Generic[Kind]):
    """The modules of this package that have these names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __getitem__(self, name: str) -> Kind:
        """Return a module; raises KeyError."""
        if name not in self._names:
            raise KeyError(name)
        module: Kind = importlib.import_module(f"lint.reports.{name}")  # type: ignore[assignment]
        return module

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


REPORTERS: Mapping[str, Reporter] = Modules(
    ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"),
)
"""The reporters of ``check`` by the name of their format."""

CLAIMS_REPORTERS: Mapping[str, ClaimsReporter] = Modules(("text", "json", "jsonl"))
"""The reporters of ``extract`` by the name of their format."""
