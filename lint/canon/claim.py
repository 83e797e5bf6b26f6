"""One claim of a claims file."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import cast

from lint.canon.model import EXPECTATIONS, CanonicalClaim, CanonicalExample
from lint.canon.slots import PERCENT, read_slots, sites
from lint.canon.values import Report, date, fields, items, number, one_of, several, shown, text
from lint.claims import CERTAINTIES, Certainty, Claim, Kind, Place
from lint.located import Node
from lint.packs import Packs
from lint.suggest import instead

REQUIRED = ("id", "kind", "condition", "sources", "reviewed")
OPTIONAL = ("certainty", "says", "note", "owner", "review-by", "examples", "concepts")
_NEEDS = {
    "id": "a short name of its own, such as 'id: first-site'",
    "kind": "'kind:' with the kind of claim",
    "condition": "'condition:' with the disease state that it is about",
    "sources": "'sources:' with the ids of the sources that it rests on",
    "reviewed": "'reviewed:' with the day of the last review, as year-month-day",
}


def options(kind: Kind) -> tuple[str, ...]:
    """Return the optional keys that only some kinds have: what copy may say besides the value itself."""
    own = []
    if kind.compare == "interval":
        own.append("tolerance")
    if kind.compare in ("scale", "opposite"):
        own.append("accept")
    if kind.compare in ("listed", "same"):
        own.append("may-include")
    return tuple(own)


def read_claim(
    node: Node, packs: Packs, sources: Container[str], names: Iterable[str], place: Place | None, report: Report
) -> CanonicalClaim | None:
    """Return a canonical claim, or None when its id, kind, condition or slots are not whole; errors are reported.

    ``names`` are the ids of the sources, for suggestions.
    """
    found = node.mapping()
    if found is None:
        report.at(node, f"a claim is written as keys with values ('- id: ...'), not as {shown(node)}")
        return None
    kind = _kind(found["kind"], packs, report) if "kind" in found else None
    if kind is None:  # without its kind, nobody can say which slots it has
        entries = {key: value for key, value in found.items() if key in (*REQUIRED, *OPTIONAL)}
    else:
        known = (*REQUIRED, *(slot.name for slot in kind.slots), *OPTIONAL, *options(kind))
        entries = fields(node, known, f"a {kind.name} claim", report)
    for key in REQUIRED:
        if key not in entries:
            report.at(node, f"the claim{_named(entries)} has no {key!r}: add {_NEEDS[key]}")
    id_ = text(entries["id"], "id", report) if "id" in entries else None
    condition = text(entries["condition"], "condition", report) if "condition" in entries else None
    cited = _sources(entries["sources"], sources, names, report) if "sources" in entries else ()
    reviewed = date(entries["reviewed"], "reviewed", report) if "reviewed" in entries else None
    due = date(entries["review-by"], "review-by", report) if "review-by" in entries else None
    if reviewed and due and due < reviewed:
        report.at(entries["review-by"], f"review-by ({due}) lies before reviewed ({reviewed}): give a later day")
    certainty = one_of(entries["certainty"], "certainty", CERTAINTIES, report) if "certainty" in entries else None
    words = {key: text(entries[key], key, report) or "" for key in ("says", "note", "owner") if key in entries}
    examples = _examples(entries["examples"], report) if "examples" in entries else ()
    if kind is None:
        return None
    slots = read_slots(node, entries, kind, packs, report)
    concepts = _concepts(entries["concepts"], kind, packs, report) if "concepts" in entries else {}
    tolerance = _tolerance(entries["tolerance"], entries, report) if "tolerance" in entries else None
    accept = _accept(entries["accept"], kind, report) if "accept" in entries else ()
    may_include = sites(entries["may-include"], "may-include", packs, report) if "may-include" in entries else ()
    if not id_ or not condition or slots is None or reviewed is None or place is None:
        return None
    claim = Claim(
        kind=kind.name,
        condition=condition.lower(),
        slots=slots,
        place=place,
        certainty=cast(Certainty, certainty or "definite"),
        concepts=concepts,
    )
    return CanonicalClaim(
        id=id_,
        claim=claim,
        sources=cited,
        reviewed=reviewed,
        review_by=due,
        says=words.get("says", ""),
        note=words.get("note", ""),
        owner=words.get("owner", ""),
        tolerance=tolerance,
        accept=accept,
        may_include=may_include,
        certainty_given=certainty is not None,
        examples=examples,
    )


def _named(entries: Mapping[str, Node]) -> str:
    value = entries["id"].value if "id" in entries else None
    return f" {value!r}" if isinstance(value, str) and value else ""


def _kind(node: Node, packs: Packs, report: Report) -> Kind | None:
    # A kind that is never compared could never say anything to copy.
    compared = {name: kind for name, kind in packs.kinds.items() if kind.compare != "none"}
    word = text(node, "kind", report)
    if word is None:
        return None
    if word not in compared:
        report.at(node, f"there is no kind {word!r} of approved statement{instead(word, compared, 'kinds')}")
    return compared.get(word)


def _sources(node: Node, sources: Container[str], names: Iterable[str], report: Report) -> tuple[str, ...]:
    def cited(item: Node, key: str, errors: Report) -> str | None:
        id_ = str(item.value) if isinstance(item.value, int) else text(item, key, errors)
        if id_ is not None and id_ not in sources:
            errors.at(item, f"there is no source {id_!r}{instead(id_, names, 'sources')}; add it under 'sources:'")
            return None
        return id_

    return several(node, "sources", report, cited)


def _concepts(node: Node, kind: Kind, packs: Packs, report: Report) -> dict[str, str]:
    open_slots = tuple(slot.name for slot in kind.slots if slot.type == "words")
    found = {}
    for slot, value in fields(node, open_slots, "concepts", report).items():
        id_ = text(value, slot, report)
        if id_ is None:
            continue
        known = packs.concepts.names
        unknown = [part for part in id_.split("+") if part not in known]
        for part in unknown:
            report.at(value, f"the rules have no concept {part!r}{instead(part, known, 'concepts')}")
        if not unknown:
            found[slot] = "+".join(sorted(id_.split("+")))
    return found


def _tolerance(node: Node, entries: Mapping[str, Node], report: Report) -> float | None:
    value = number(node, "tolerance", report)
    if value is None:
        return None
    share = "unit" not in entries or entries["unit"].value == PERCENT
    if value < 0 or (share and value >= 100):
        report.at(
            node, f"tolerance is {value}, and must lie between 0 and {'100 percentage points' if share else 'more'}"
        )
        return None
    return float(value)


def _accept(node: Node, kind: Kind, report: Report) -> tuple[str, ...]:
    choices = next((s.values for s in kind.slots if s.type == "choice" and s.name not in kind.key), ())
    return several(node, "accept", report, lambda item, key, errors: one_of(item, key, choices, errors))


def _examples(node: Node, report: Report) -> tuple[CanonicalExample, ...]:
    found = []
    for key, value in fields(node, EXPECTATIONS, "examples", report).items():
        expected = next(name for name in EXPECTATIONS if name == key)
        for item in items(value, key, report):
            words = text(item, key, report)
            if words is not None:
                found.append(CanonicalExample(words, expected, item.path, item.line, item.column))
    return tuple(found)
