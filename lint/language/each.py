"""Claims that one reading makes of several things: a claim for each item of a list below it or within it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint.claims import Kind
from lint.language import deeds, wording
from lint.language.drafts import Draft, Item, alone
from lint.language.reading import Reading
from lint.language.units import Sentence

LISTED = "\0"
"""Stands in a slot that the items of the announced list fill, a claim for each."""


def each_item(
    draft: Draft, reading: Reading, sentence: Sentence, kind: Kind, items: tuple[Item, ...]
) -> Iterator[Draft]:
    """Yield a claim for each member of a list: the items that the sentence announces, or those within it."""
    for name, value in draft.slots.items():
        if value == LISTED:
            for item in items:
                if item.aside and draft.slots.get("direction") == "increases":
                    continue
                for words in filter(None, _item_words(name, item)):
                    if draft.slots.get("direction") == "increases":
                        # "If you smoke, quit": what raises the risk is that you smoke.
                        words = wording.premise(words)
                    one = replace(draft, slots={**draft.slots, name: words}, item=item.block)
                    if item.certainty != "definite" and draft.certainty == "definite":
                        one = replace(one, certainty=item.certainty)
                    yield from alone(one, kind)
            return
    if any(slot.type == "words" and isinstance(draft.slots.get(slot.name), tuple) for slot in kind.slots):
        yield from alone(draft, kind)
        return
    if isinstance(factor := draft.slots.get("factor"), str):
        for parted in (deeds.parted, wording.groups):
            if len(parts := parted(factor)) > 1:
                yield from (replace(draft, slots={**draft.slots, "factor": part}) for part in parts)
                return
    for name in reading.pattern.each:
        value = draft.slots.get(name)
        if isinstance(value, str):
            slot = kind.slot(name)
            parts = wording.things(value) if slot is not None and slot.noun else wording.listed(value)
            if len(parts) == 1 and (span := reading.slots.get(name)) and _behind_colon(sentence, span[0]):
                parts = wording.pair(value)
            for part in parts:
                if len(parts) > 1 and (wording.is_nameless(part) or part.startswith("at ")):
                    continue  # "dust, at work or at home": where it is breathed in
                yield replace(draft, slots={**draft.slots, name: part}, part=part if len(parts) > 1 else "")
            return
    yield draft


def _item_words(name: str, item: Item) -> tuple[str, ...]:
    """Return what an announced item puts into a slot: the drugs or forms in it, else its words."""
    if name == "therapy":
        # An item that says itself whom its drug is for is read by itself.
        return () if item.forms else item.therapies
    return item.forms if name == "target" else (item.words,)


def _behind_colon(sentence: Sentence, at: int) -> bool:
    """Tell whether a colon stands right before a unit, but for an article."""
    before = [unit for unit in sentence.units[:at] if unit.type or not unit.filler]
    return bool(before) and before[-1].word == ":" and not before[-1].type
