"""JSON: one object with the version of its form, the summary, and the findings or claims."""

from __future__ import annotations

from lint.baseline import Entry
from lint.record import finding_record, record
from lint.reports.jsonl import dump
from lint.results import CheckResult, ExtractResult, Summary

VERSION = 1


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return all findings as one object."""
    listed = [finding_record(finding) for finding in result.findings]
    suppressed = [{**finding_record(s.finding), "reason": s.reason} for s in result.suppressed]
    known = [{**finding_record(k.finding), **_entry(k.entry)} for k in result.known]
    return _object(
        {
            "version": VERSION,
            "summary": summary(result.summary),
            "findings": listed,
            "suppressed": suppressed,
            "known": known,
        }
    )


def claims(result: ExtractResult, colour: bool = False) -> str:
    """Return all claims as one object."""
    counts = {"files": _files(result.summary), "claims": {"found": result.summary.claims}}
    listed = [record(claim) for claim in result.claims]
    return _object({"version": VERSION, "summary": counts, "claims": listed})


def summary(counts: Summary) -> dict[str, object]:
    """Return the counts of a check."""
    return {
        "files": {**_files(counts), "focus": counts.focus},
        "claims": {"found": counts.claims, "uncovered": counts.uncovered, "undecided": counts.undecided},
        "findings": dict(counts.findings),
        "suppressed": counts.suppressed,
        "baseline": {"known": counts.known, "gone": counts.gone, "expired": counts.expired},
        "outside": counts.outside,
        "canon": counts.canonical,
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {"reason": entry.reason, "owner": entry.owner, "expires": str(entry.expires) if entry.expires else None}


def _files(counts: Summary) -> dict[str, object]:
    return {"read": counts.read, "skipped": dict(counts.skipped)}


def _object(value: object) -> str:
    return dump(value, indent=2) + "\n"
