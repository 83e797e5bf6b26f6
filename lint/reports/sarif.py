"""SARIF 2.1.0, for code scanning and for viewers.

Columns are counted in UTF-16 code units, as most viewers count them. Suppressed findings and those of a baseline are
left out: GitHub shows results that have ``suppressions`` like any other.
"""

from __future__ import annotations

from urllib.parse import quote

from lint import __version__
from lint.claims import Place
from lint.findings import Finding
from lint.reports.jsonl import dump
from lint.reports.text import approved, fix_words
from lint.results import CheckResult
from lint.rules import RULES, Rule
from lint.terminal import safe

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "medcopy/v1"
_ROOT = "%SRCROOT%"
_INDEX = {rule: at for at, rule in enumerate(RULES)}


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return all findings as the results of one run."""
    driver = {
        "name": "medcopy",
        "semanticVersion": __version__,
        "rules": [_rule(name, rule) for name, rule in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {
            _ROOT: {
                "description": {
                    "text": "The top of the repository; without one, the folder that medcopy was started in."
                }
            }
        },
        "invocations": [{"executionSuccessful": not result.unreadable}],
        "results": [_result(finding, result) for finding in result.findings],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str, rule: Rule) -> dict[str, object]:
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.help}"},
        "help": {
            "text": f"{rule.help}\n\nMore: medcopy explain {name}",
            "markdown": f"**{rule.summary}**\n\n{rule.help}\n\nMore: `medcopy explain {name}`",
        },
        "defaultConfiguration": {"level": rule.severity, "enabled": rule.on},
        "properties": {"tags": ["medical-copy"], "problem.severity": _PROBLEM[rule.severity]},
    }


_PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation", "off": "recommendation"}
"""Severities as GitHub reads them."""


def _result(finding: Finding, result: CheckResult) -> dict[str, object]:
    lines = [safe(finding.message), *approved(finding, result.canon)]
    entry: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": _INDEX[finding.rule],
        "level": finding.severity,
        "message": {"text": "\n".join(line.strip() for line in lines)},
        "locations": [_location(finding.place, result)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if finding.related:
        entry["relatedLocations"] = [
            {"id": at, **_location(place, result), "message": {"text": _other(place, result)}}
            for at, place in enumerate(finding.related, 1)
        ]
    if finding.fix:
        place = finding.place
        region = _region(place, result, finding.fix.start, finding.fix.end)
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.fix.replacement}}
        change = {"artifactLocation": _artifact(result.from_top(place.path)), "replacements": [replacement]}
        entry["fixes"] = [{"description": {"text": fix_words(finding)}, "artifactChanges": [change]}]
    return entry


def _other(place: Place, result: CheckResult) -> str:
    return f"{safe(result.from_top(place.path))}:{place.line} “{safe(result.excerpts.words(place))}”"


def _location(place: Place, result: CheckResult) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(result.from_top(place.path))}
    if place.quote:
        region = _region(place, result, place.start, place.end)
        physical["region"] = {**region, "snippet": {"text": place.quote}}
    return {"physicalLocation": physical}


def _artifact(path: str) -> dict[str, object]:
    try:
        name = path.encode("utf-8", "surrogateescape")  # the bytes of a name that is no UTF-8
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    uri: dict[str, object] = {"uri": quote(name)}
    inside = not path.startswith(("../", "/")) and ":" not in path
    return {**uri, "uriBaseId": _ROOT} if inside else uri


def _region(place: Place, result: CheckResult, start: int, end: int) -> dict[str, object]:
    """Return a region in UTF-16 columns; in characters where the file was changed since it was read."""
    source = result.excerpts.source(place)
    line, column = place.line, place.column
    end_line, end_column = place.end_line, place.end_column
    if source is not None:
        line, column = _utf16(source, start)
        end_line, end_column = _utf16(source, end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _utf16(source: str, offset: int) -> tuple[int, int]:
    begin = source.rfind("\n", 0, offset) + 1
    return source.count("\n", 0, begin) + 1, len(source[begin:offset].encode("utf-16-le", "surrogatepass")) // 2 + 1
