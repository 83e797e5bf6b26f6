"""What a reading comes to before it has a place: drafts of claims, and the items of lists that sentences announce."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lint.claims import Certainty, Evidence, Kind, SlotValue
from lint.language.conditions import NOWHERE, Condition


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before it has a place: kind, slots, condition, assertion, and the units that state it."""

    kind: str
    slots: Mapping[str, SlotValue]
    condition: Condition
    certainty: Certainty
    denied: bool
    first: int
    last: int
    evidence: tuple[Evidence, ...]
    closed: bool = True
    item: int | None = None
    """Index of the list item that states it, None for the sentence."""
    part: str = ""
    """The words of the one of several things in its sentence that it is about."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list that a sentence announces: its block, its words, the sites, drugs and forms of the disease in it."""

    block: int
    words: str
    sites: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    condition: Condition = NOWHERE
    certainty: Certainty = "definite"
    aside: bool = False
    """Whether it is advice, a test or a note, which bring nothing on."""


def alone(draft: Draft, kind: Kind) -> Iterator[Draft]:
    """Yield a claim for each of several names in a slot of words, and for each pair where two slots hold several."""
    for slot in kind.slots:
        value = draft.slots.get(slot.name)
        if slot.type == "words" and isinstance(value, tuple):
            for words in value:
                part = words if len(value) > 1 else draft.part
                yield from alone(replace(draft, slots={**draft.slots, slot.name: words}, part=part), kind)
            return
    yield draft
