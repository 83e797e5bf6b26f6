"""JUnit XML, which every CI shows: a suite for each article, a case for each finding in it.

Errors and warnings are failures, a file that cannot be read is an error, and a note or a suppressed finding is a
skipped case. An article without findings is one case that passed.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from lint.findings import Finding
from lint.reports.text import details
from lint.results import CheckResult
from lint.suppression import Suppressed
from lint.terminal import safe


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return all findings as test suites."""
    by_path: dict[str, list[Finding | Suppressed]] = {path: [] for path in result.reported_on}
    for finding in result.findings:
        by_path.setdefault(finding.place.path, []).append(finding)
    for suppressed in result.suppressed:
        by_path.setdefault(suppressed.finding.place.path, []).append(suppressed)
    top = ET.Element("testsuites", name="medcopy")
    for path in sorted(by_path):
        _suite(top, path, by_path[path], result)
    for name in ("tests", "failures", "errors", "skipped"):
        top.set(name, str(sum(int(suite.get(name, "0")) for suite in top)))
    ET.indent(top)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(top, encoding="unicode") + "\n"


def _suite(top: ET.Element, path: str, found: list[Finding | Suppressed], result: CheckResult) -> None:
    suite = ET.SubElement(top, "testsuite", name=safe(path))
    if not found:
        ET.SubElement(suite, "testcase", name="no findings", classname=safe(path), file=safe(path))
    for one in found:
        if isinstance(one, Suppressed):
            case = _case(suite, one.finding)
            ET.SubElement(case, "skipped", message=safe(f"suppressed: {one.reason}"))
        else:
            _outcome(_case(suite, one), one, result)
    counts = {"tests": "testcase", "failures": "testcase/failure", "errors": "testcase/error"}
    for name, tag in {**counts, "skipped": "testcase/skipped"}.items():
        suite.set(name, str(len(suite.findall(tag))))


def _case(suite: ET.Element, finding: Finding) -> ET.Element:
    path = safe(finding.place.path)
    name = f"{finding.rule} in line {finding.place.line}, column {finding.place.column}"
    return ET.SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(finding.place.line))


def _outcome(case: ET.Element, finding: Finding, result: CheckResult) -> None:
    message = safe(finding.message)
    if finding.severity == "note":
        ET.SubElement(case, "skipped", message=f"note: {message}")
        return
    tag = "error" if finding.rule == "unreadable-file" else "failure"
    outcome = ET.SubElement(case, tag, message=message, type=f"{finding.severity} {finding.rule}")
    outcome.text = "\n".join(details(finding, result))
