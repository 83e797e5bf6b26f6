"""JSON Schemas of claims.yml and medcopy.yml, for editors to complete and check against, and of the JSON report.

They are made from the kinds and from the tables that the program itself reads by, and checked in under docs/schema/;
``python -m lint.schema`` writes them anew. What needs more than one value at once (a range the wrong way round, a
source that is not there) is for ``medcopy claims check``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from lint.atomic import write
from lint.canon.claim import OPTIONAL, REQUIRED, options
from lint.canon.files import FILE_KEYS, VERSION
from lint.canon.model import EXPECTATIONS
from lint.canon.slots import PERCENT
from lint.canon.sources import DOI, PMID, SOURCE_KEYS, URL, YEARS
from lint.claims import CERTAINTIES, Kind, Slot
from lint.findings import Severity
from lint.packs import Packs, load
from lint.project import FailOn
from lint.reports.schema import findings_schema
from lint.rules import RULES

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors' YAML extensions know best."""
FOLDER = Path("docs/schema")

WORDS: Schema = {"type": "string", "minLength": 1, "pattern": r"\S"}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

_ABOUT: Mapping[str, str] = {
    "id": "a short name of its own",
    "kind": "what kind of statement it is",
    "condition": "the disease state that it is about: stage, subtype and disease, in lower case",
    "sources": "ids of the sources that it rests on",
    "reviewed": "the day of the last review, year-month-day",
    "review-by": "the day by which it must be reviewed again",
    "certainty": "copy may not put it more strongly",
    "says": "the statement as one plain sentence, shown in findings",
    "note": "a note to reviewers",
    "owner": "who keeps this statement",
    "examples": "sentences that prove it",
    "concepts": "concept ids for its open words, where the words alone do not tell",
    "tolerance": "how far copy may lie outside the range: percentage points, or the unit of the figure",
    "accept": "other choices that copy may make",
    "may-include": "sites that copy may also name",
    "agrees": "sentences that agree with it",
    "contradicts": "sentences that contradict it",
    "ignores": "sentences that it has nothing to do with",
}


def claims_schema(packs: Packs) -> Schema:
    """Return the schema of a claims file for the kinds and sites of the packs."""
    kinds = {name: kind for name, kind in packs.kinds.items() if kind.compare != "none"}
    shapes: Mapping[str, Schema] = {
        "version": {"const": VERSION},
        "sources": {"type": "object", "additionalProperties": {"$ref": "#/definitions/source"}},
        "claims": {"type": "array", "items": {"$ref": "#/definitions/claim"}},
    }
    return {
        "$schema": DRAFT,
        "title": "medcopy claims",
        "description": "Approved statements with their sources.",
        **_object({key: shapes[key] for key in FILE_KEYS}),
        "definitions": {
            "source": _source(),
            "site": _site(packs),
            "claim": {
                "type": "object",
                "required": list(REQUIRED),
                "properties": {"kind": {"enum": list(kinds), "description": _ABOUT["kind"]}},
                "allOf": [
                    {
                        "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
                        "then": {"$ref": f"#/definitions/{name}"},
                    }
                    for name in kinds
                ],
            },
            **{name: _claim(kind) for name, kind in kinds.items()},
        },
    }


def config_schema() -> Schema:
    """Return the schema of the configuration."""
    severities = _object(
        {rule: {"enum": list(get_args(Severity)), "description": RULES[rule].summary} for rule in RULES}
    )
    return {
        "$schema": DRAFT,
        "title": "medcopy configuration",
        **_object(
            {
                "corpus": _list_of(WORDS, "what is checked, and what files named by hand are held against"),
                "exclude": _list_of(WORDS, "globs of files that are left out"),
                "claims": _list_of(WORDS, "claims files, or folders of them"),
                "rules": _list_of(WORDS, "folders of packs, added to those that ship"),
                "packs": _list_of(WORDS, "the packs that are used"),
                "language": _object(
                    {"pipeline": {"type": ["string", "null"], "description": "a spaCy pipeline by name"}}
                ),
                "severity": {**severities, "description": "severities by rule"},
                "paths": {
                    "type": "object",
                    "additionalProperties": _object({"severity": severities}),
                    "description": "settings for the files that a glob matches",
                },
                "baseline": {**WORDS, "description": "a file of findings that are known and left out"},
                "suppressions": {**WORDS, "description": "a file of suppressions; default: medcopy-suppressions.yml"},
                "unsuppressible": _list_of({"enum": list(RULES)}, "rules that nobody may suppress"),
                "fail-on": {"enum": list(get_args(FailOn)), "description": "the severity from which a run fails"},
                "source-url": {
                    "type": ["string", "null"],
                    "description": "the address of a page's source, with {path} and {line} in it",
                },
            }
        ),
    }


def schemas() -> Mapping[str, str]:
    """Return the text of each schema file by its name, for the packs that ship."""
    made = {
        "claims.schema.json": claims_schema(load()),
        "config.schema.json": config_schema(),
        "findings.schema.json": findings_schema(DRAFT),
    }
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in made.items()}


def _object(properties: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    shape: Schema = {"type": "object", "additionalProperties": False, "properties": dict(properties)}
    return {**shape, "required": list(required)} if required else shape


def _list_of(items: Schema, about: str = "", *, some: bool = False) -> Schema:
    shape: Schema = {"type": "array", "items": items}
    if some:
        shape |= {"minItems": 1, "uniqueItems": True}
    return {**shape, "description": about} if about else shape


def _site(packs: Packs) -> Schema:
    # A project's own packs may name more sites than those that ship.
    any_id: Schema = {"type": "string", "pattern": r"^[a-z][a-z0-9-]*$"}
    return {"anyOf": [{"enum": sorted(packs.sites)}, any_id]} if packs.sites else any_id


def _source() -> Schema:
    shapes: Mapping[str, Schema] = {
        "title": WORDS,
        "authors": {"anyOf": [WORDS, _list_of(WORDS, some=True)]},
        "journal": WORDS,
        "year": {"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]},
        "doi": {"type": "string", "pattern": f"^{DOI}$"},
        "pmid": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": f"^{PMID}$"}]},
        "url": {"type": "string", "pattern": f"^{URL}$"},
    }
    return _object({key: shapes[key] for key in SOURCE_KEYS}, ["title"])


def _claim(kind: Kind) -> Schema:
    site: Schema = {"$ref": "#/definitions/site"}
    choices = next((slot.values for slot in kind.slots if slot.type == "choice" and slot.name not in kind.key), ())
    open_slots = [slot.name for slot in kind.slots if slot.type == "words"]
    shapes: dict[str, Schema] = {
        "id": WORDS,
        "kind": {"const": kind.name},
        "condition": WORDS,
        "sources": _list_of(WORDS, some=True),
        "reviewed": DATE,
        "review-by": DATE,
        "certainty": {"enum": list(CERTAINTIES)},
        "says": WORDS,
        "note": WORDS,
        "owner": WORDS,
        "examples": _object(
            {name: {**_list_of(WORDS, some=True), "description": _ABOUT[name]} for name in EXPECTATIONS}
        ),
        "concepts": _object(dict.fromkeys(open_slots, WORDS)),
        "tolerance": {"type": "number", "minimum": 0},
        "accept": _list_of({"enum": list(choices)}, some=True),
        "may-include": _list_of(site, some=True),
    }
    optional = (*OPTIONAL, *options(kind))
    properties = {key: {**shapes[key], "description": _ABOUT[key]} for key in (*REQUIRED, *optional)}
    slots = {slot.name: _slot(slot, kind, site) for slot in kind.slots}
    required = [slot.name for slot in kind.slots if slot.required and slot.default is None]
    return {"description": kind.about, **_object({**properties, **slots}, [*REQUIRED, *required])}


def _slot(slot: Slot, kind: Kind, site: Schema) -> Schema:
    shapes: Mapping[str, Schema] = {
        "term": site,
        "terms": _list_of(site, some=True),
        "rank": {"type": "integer", "minimum": 1},
        "bound": {"type": ["number", "null"], "minimum": 0},
        "unit": {"enum": list(slot.values)},
        "choice": {"enum": list(slot.values)},
        "words": {"type": "string"} if slot.default == "" else WORDS,
    }
    shape = dict(shapes[slot.type])
    if slot.type == "bound":
        unit = next((other for other in kind.slots if other.type == "unit"), None)
        if unit is None or unit.values == (PERCENT,):
            shape["maximum"] = 100
    if slot.default is not None:
        shape["default"] = slot.default
    return shape


def main() -> int:
    """Write the schemas into docs/schema below the current folder."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write(FOLDER / name, text.encode())
        sys.stderr.write(f"wrote {(FOLDER / name).as_posix()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
