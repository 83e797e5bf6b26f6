"""Workflow commands of GitHub: each finding becomes an annotation at its line.

GitHub shows ten annotations of each level for a step and drops the rest, so the worst ten of each come first. The job
summary, which ``medcopy check`` adds to the file that GITHUB_STEP_SUMMARY names, holds them all. Files are named from
the top of the repository, wherever medcopy was started.
"""

from __future__ import annotations

from lint.claims import Place
from lint.findings import Finding
from lint.reports.order import leading
from lint.reports.text import approved, check_summary, fix_words
from lint.results import CheckResult
from lint.terminal import safe

SHOWN = 10
"""Annotations of one level that GitHub shows for a step."""
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return one command a finding, the worst first, and then the counts in words."""
    commands = [_command(finding, result) for finding in leading(result.findings, SHOWN)]
    return "\n".join([*commands, *check_summary(result.summary)]) + "\n"


def _command(finding: Finding, result: CheckResult) -> str:
    properties = {
        "file": safe(result.from_top(finding.place.path)),
        **_lines(finding.place),
        "title": f"medcopy: {finding.rule}",
    }
    lines = [safe(finding.message)]
    if finding.place.quote:
        lines.append(f"“{safe(result.excerpts.words(finding.place))}”")
    lines += [line.strip() for line in approved(finding, result.canon)]
    lines += [
        f"also: {safe(result.from_top(place.path))}:{place.line} “{safe(result.excerpts.words(place))}”"
        for place in finding.related
    ]
    if finding.fix:
        lines.append(f"fix: {fix_words(finding)}")
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(chr(10).join(lines))}"


def _lines(place: Place) -> dict[str, int]:
    found = {"line": place.line, "endLine": place.end_line}
    # Columns of a run over several lines are refused.
    return {**found, "col": place.column, "endColumn": place.end_column} if place.line == place.end_line else found


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
