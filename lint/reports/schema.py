"""The JSON Schema of ``check --format json``, made from the names that the report is written with."""

from __future__ import annotations

from typing import Any

from lint.claims import CERTAINTIES
from lint.reports.json import VERSION
from lint.reports.order import LEVELS
from lint.results import REASONS
from lint.rules import RULES

Schema = dict[str, Any]

_NUMBER: Schema = {"type": "integer", "minimum": 0}
_FROM_ONE: Schema = {"type": "integer", "minimum": 1}
_TEXT: Schema = {"type": "string"}
_PLACE: Schema = {
    "path": {**_TEXT, "description": "relative to the folder of the run, with forward slashes"},
    "start": {**_NUMBER, "description": "characters into the decoded file, without its byte order mark"},
    "end": _NUMBER,
    "line": _FROM_ONE,
    "column": {**_FROM_ONE, "description": "in characters"},
    "end_line": _FROM_ONE,
    "end_column": {**_FROM_ONE, "description": "exclusive"},
    "quote": {**_TEXT, "description": "the file's text from start to end"},
}


def findings_schema(draft: str) -> Schema:
    """Return the schema under a draft's name."""
    return {
        "$schema": draft,
        "title": "medcopy findings",
        "description": "What medcopy check --format json writes. A new version may add keys; none of these goes away.",
        **_object(
            {
                "version": {"const": VERSION},
                "summary": _summary(),
                "findings": {"type": "array", "items": {"$ref": "#/definitions/finding"}},
                "suppressed": {
                    "type": "array",
                    "description": "findings that a suppression accepts, each with its reason",
                    "items": {"$ref": "#/definitions/suppressed"},
                },
                "known": {
                    "type": "array",
                    "description": "findings that the baseline holds",
                    "items": {"$ref": "#/definitions/known"},
                },
            }
        ),
        "definitions": {
            "finding": _object(_finding()),
            "suppressed": _object({**_finding(), "reason": _TEXT}),
            "known": _object(
                {
                    **_finding(),
                    "reason": _TEXT,
                    "owner": _TEXT,
                    "expires": {"type": ["string", "null"]},
                }
            ),
            "place": _object(_PLACE),
            "claim": _claim(),
        },
    }


def _summary() -> Schema:
    files = {
        "read": _NUMBER,
        "skipped": _object(dict.fromkeys(REASONS, _NUMBER)),
        "focus": {"type": ["integer", "null"], "description": "files that are reported on; null: all"},
    }
    return _object(
        {
            "files": _object(files),
            "claims": _object({"found": _NUMBER, "uncovered": _NUMBER, "undecided": _NUMBER}),
            "findings": _object(dict.fromkeys(LEVELS, _NUMBER)),
            "suppressed": _NUMBER,
            "baseline": _object({"known": _NUMBER, "gone": _NUMBER, "expired": _NUMBER}),
            "outside": {
                "type": ["integer", "null"],
                "description": "findings not new since a revision; null: not asked",
            },
            "canon": {"type": ["integer", "null"], "description": "approved statements; null: no claims.yml"},
        }
    )


def _finding() -> Schema:
    fix = _object({"start": _NUMBER, "end": _NUMBER, "replacement": _TEXT, "safe": {"type": "boolean"}})
    return {
        **_PLACE,
        "rule": {"enum": list(RULES)},
        "severity": {"enum": list(LEVELS)},
        "message": _TEXT,
        "claim": {"anyOf": [{"$ref": "#/definitions/claim"}, {"type": "null"}]},
        "canon": {"type": ["string", "null"], "description": "the id of the approved statement that decided"},
        "related": {
            "type": "array",
            "description": "the other sides, at most ten",
            "items": {"$ref": "#/definitions/place"},
        },
        "fix": {"anyOf": [fix, {"type": "null"}]},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "of content, not of place"},
    }


def _claim() -> Schema:
    shape = _object(
        {
            "kind": _TEXT,
            "condition": _TEXT,
            "certainty": {"enum": list(CERTAINTIES)},
            "polarity": {"enum": ["affirmed", "negated"]},
            "concepts": {"type": "object", "additionalProperties": _TEXT},
            **_PLACE,
        }
    )
    return {**shape, "additionalProperties": True, "description": "a claim; the slots of its kind stand beside these"}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": list(properties),
    }
