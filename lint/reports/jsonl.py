"""JSON lines: one finding or claim a line, with the names that scripts build on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lint.record import finding_record, record
from lint.results import CheckResult, ExtractResult

_UNSAFE = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""Characters that a terminal would act on and not show, or that no encoding holds; JSON can escape each of them."""


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return one finding a line."""
    return "".join(parts(result, colour))


def parts(result: CheckResult, colour: bool = False) -> Iterator[str]:
    """Yield the lines of the findings."""
    return _lines(finding_record(finding) for finding in result.findings)


def claims(result: ExtractResult, colour: bool = False) -> str:
    """Return one claim a line."""
    return "".join(_lines(record(claim) for claim in result.claims))


def dump(value: object, indent: int | None = None) -> str:
    """Return a value as JSON that is readable, and safe to show."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent))


def _lines(records: Iterable[object]) -> Iterator[str]:
    return (f"{dump(entry)}\n" for entry in records)
