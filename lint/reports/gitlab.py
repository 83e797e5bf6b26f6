"""GitLab's code quality report: one JSON array, shown in the widget and the diff of a merge request.

Files are named from the top of the repository, as GitLab asks.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from lint.reports.jsonl import dump
from lint.results import CheckResult
from lint.terminal import safe

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return all findings as one array.

    GitLab keeps one entry of each fingerprint: equal findings get one of their own each, by path and number.
    """
    seen: Counter[tuple[str, str]] = Counter()
    entries = []
    for finding in result.findings:
        place = finding.place
        path = result.from_top(finding.place.path)
        key = (finding.fingerprint, path)
        seen[key] += 1
        mark = hashlib.sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass")).hexdigest()
        entries.append(
            {
                "description": safe(finding.message),
                "check_name": finding.rule,
                "fingerprint": mark,
                "severity": _SEVERITIES[finding.severity],
                "location": {"path": path, "lines": {"begin": place.line, "end": place.end_line}},
            }
        )
    return dump(entries, indent=2) + "\n"
