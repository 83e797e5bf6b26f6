"""What a text says as an entry of claims.yml, for a reviewer to approve: YAML that ``medcopy claims check`` reads."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from lint.claims import Claim, Kind, SlotValue

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def entry(claim: Claim, kind: Kind) -> str:
    """Return a claim as an entry with ``{id}``, ``{says}``, ``{sources}`` and ``{date}`` still to be filled in.

    Words stand in double quotes, so that none of them can be anything but words. A denied claim has no such form: "".
    """
    if claim.polarity == "negated":
        return ""
    return "\n".join(_lines(claim, kind)) + "\n"


def _lines(claim: Claim, kind: Kind) -> Iterator[str]:
    yield "  - id: {id}"
    yield f"    kind: {quoted(claim.kind)}"
    yield f"    condition: {quoted(claim.condition)}"
    for slot in kind.slots:
        value = claim.slots.get(slot.name, slot.default)
        if value in (None, "") and not (slot.required and slot.type == "bound"):
            continue
        yield f"    {slot.name}: {_value(value)}"
    if claim.certainty != "definite":
        yield f"    certainty: {claim.certainty}"
    yield "    says: {says}"
    yield "    sources: {sources}"
    yield "    reviewed: {date}"


def quoted(words: str) -> str:
    """Return words as a double-quoted YAML scalar; what cannot be seen is spelt out."""
    return f'"{"".join(map(_escaped, words))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if unicodedata.category(character)[0] in "CZ" and character != " ":
        return f"\\U{ord(character):08x}"
    return character.replace("{", "\\x7b").replace("}", "\\x7d")


def _value(value: SlotValue) -> str:
    if value is None:
        return "null"
    if isinstance(value, tuple):
        return f"[{', '.join(quoted(item) for item in value)}]"
    return quoted(value) if isinstance(value, str) else f"{value:g}"
