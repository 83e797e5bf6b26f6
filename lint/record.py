"""Claims and findings as the JSON of the output, both ways; the cache keeps claims in the same form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint.claims import Claim, Evidence, Place, SlotValue
from lint.findings import Finding, Fix

_PLACE = ("path", "start", "end", "line", "column", "end_line", "end_column", "quote")
_HIDDEN = ("closed", "block", "sentence", "evidence")
_FIXED = frozenset(("kind", "condition", "certainty", "polarity", "concepts", *_PLACE, *_HIDDEN))
"""Names that are no slot."""


def record(claim: Claim) -> dict[str, object]:
    """Return a claim with the names of the output: the slots stand beside kind, condition and place."""
    return {
        "kind": claim.kind,
        "condition": claim.condition,
        **{name: list(value) if isinstance(value, tuple) else value for name, value in claim.slots.items()},
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "concepts": dict(claim.concepts),
        **place_record(claim.place),
    }


def full_record(claim: Claim) -> dict[str, object]:
    """Return a claim as ``record`` does, with what only medcopy itself needs: from it the same claim can be made."""
    return {
        **record(claim),
        "closed": claim.closed,
        "block": claim.block,
        "sentence": claim.sentence,
        "evidence": [[e.role, e.detail, e.quote] for e in claim.evidence],
    }


def claim_of(data: Mapping[str, Any]) -> Claim:
    """Return the claim of a record, full or not; raises KeyError, TypeError or ValueError where it is none."""
    slots: dict[str, SlotValue] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name not in _FIXED
    }
    return Claim(
        kind=data["kind"],
        condition=data["condition"],
        slots=slots,
        place=place_of(data),
        certainty=data["certainty"],
        polarity=data["polarity"],
        concepts=dict(data["concepts"]),
        closed=data.get("closed", False),
        block=data.get("block", 0),
        sentence=data.get("sentence", -1),
        evidence=tuple(Evidence(*entry) for entry in data.get("evidence", ())),
    )


def place_record(place: Place) -> dict[str, object]:
    """Return a place with the names of the output."""
    return {name: getattr(place, name) for name in _PLACE}


def place_of(data: Mapping[str, Any]) -> Place:
    """Return the place of a record; raises KeyError where a part is missing."""
    return Place(**{name: data[name] for name in _PLACE})


def finding_record(finding: Finding) -> dict[str, object]:
    """Return a finding with the names of the output."""
    fix = finding.fix
    place = place_record(finding.place)
    quote = place.pop("quote")
    return {
        **place,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "quote": quote,
        "claim": record(finding.claim) if finding.claim else None,
        "canon": finding.canon,
        "related": [place_record(related) for related in finding.related],
        "fix": {"start": fix.start, "end": fix.end, "replacement": fix.replacement, "safe": fix.safe} if fix else None,
        "fingerprint": finding.fingerprint,
    }


def full_finding_record(finding: Finding) -> dict[str, object]:
    """Return a finding as ``finding_record`` does, with a full claim: from it the same finding can be made."""
    return {**finding_record(finding), "claim": full_record(finding.claim) if finding.claim else None}


def finding_of(data: Mapping[str, Any]) -> Finding:
    """Return the finding of a record; raises KeyError, TypeError or ValueError where it is none."""
    return Finding(
        rule=data["rule"],
        severity=data["severity"],
        message=data["message"],
        place=place_of(data),
        claim=claim_of(data["claim"]) if data["claim"] else None,
        canon=data["canon"],
        related=tuple(place_of(related) for related in data["related"]),
        fix=Fix(**data["fix"]) if data["fix"] else None,
        fingerprint=data["fingerprint"],
    )
