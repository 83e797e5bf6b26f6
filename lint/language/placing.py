"""From drafts to claims: the words of the source that state each, and what is told twice left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.claims import Claim, Place
from lint.documents.document import Document
from lint.language.drafts import Draft
from lint.language.page import Page
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_STATED = frozenset(("scale", "interval", "same", "listed"))
"""Kinds whose rules read a value and not the whole statement."""
_FIGURES = frozenset(("scale", "interval"))
_CONJUNCTIONS = frozenset(("and", "but", "so", "that", "because", "or", "then", "yet"))
_OPENING = 6
"""How many characters (marks, an article) may stand in an item before the statement that it makes."""
_LONG = 200
"""How many characters of a statement about several things are shown for each; of a longer one, the thing alone."""
_LABEL_WORDS = 4
"""The words of the longest label of a list's item."""
_LABELLED = re.compile(rf"(?:[^\s.:]+\s+){{0,{_LABEL_WORDS - 1}}}[^\s.:]+[.:]\s+\S")


def claim(
    page: Page,
    index: int,
    sentence: Sentence,
    draft: Draft,
    listed: Sequence[int],
    packs: Packs,
    span: tuple[int, int] | None = None,
) -> Claim:
    """Return a draft as a claim with its place: the words that state it, a listed item, or the span of a table's row."""
    document = page.document
    block = index
    if span is None and draft.item is not None:
        block = draft.item
        stated = page.sentences.get(block, [])
        # The first sentence of an item states it, and the others go on about it, unless it is but a label.
        whole = len(stated) < 2 or len(stated[0].units) <= _LABEL_WORDS + 1 or not of_things(draft, packs)
        span = document.blocks[block].start, document.blocks[block].end if whole else stated[0].end
    if span is None:
        first, last = (
            _stated(sentence, draft) if packs.kinds[draft.kind].compare in _STATED else (draft.first, draft.last)
        )
        if (
            packs.kinds[draft.kind].compare in _FIGURES
            and last - first > 1
            and sentence.units[last - 1].type == "items"
        ):
            # A figure is told before the list that its sentence announces.
            last -= 1
        units = sentence.units[first:last]
        start, end = units[0].start, max(unit.end for unit in units)
        if units[-1].type == "items" and listed:
            end = document.blocks[listed[-1]].end
        if draft.part and end - start > _LONG:
            at = document.text.find(draft.part, start, end)
            start, end = (at, at + len(draft.part)) if at >= 0 else (start, end)
        span = start, end
    return Claim(
        kind=draft.kind,
        condition=draft.condition.name.lower(),
        slots=draft.slots,
        place=place(document, *span),
        certainty=draft.certainty,
        polarity="negated" if draft.denied else "affirmed",
        concepts=_concepts(draft, packs),
        closed=draft.closed,
        block=block,
        sentence=page.number,
        evidence=draft.evidence,
    )


def _concepts(draft: Draft, packs: Packs) -> dict[str, str]:
    kind = packs.kinds[draft.kind]
    found = {}
    for slot in kind.slots:
        value = draft.slots.get(slot.name)
        if slot.type == "words" and isinstance(value, str) and value and slot.name != "measure":
            concept = packs.concepts.resolve(slot.name, value)
            if concept:
                found[slot.name] = concept
    return found


def of_things(draft: Draft, packs: Packs) -> bool:
    """Tell whether a draft is of a kind with slots for things."""
    return any(slot.noun for slot in packs.kinds[draft.kind].slots)


def place(document: Document, start: int, end: int) -> Place:
    """Return the place of a non-empty span of a document's text in its source."""
    first, last = document.source_span(start, end)
    line, column = document.line_column(first)
    end_line, end_column = document.line_column(last)
    return Place(document.path, first, last, line, column, end_line, end_column, document.source[first:last])


def _stated(sentence: Sentence, draft: Draft) -> tuple[int, int]:
    """Return the units of the run that states a claim: what a rule read, with the words around it up to a comma, the
    edge of the clause or another figure."""
    units, first, last = sentence.units, draft.first, draft.last
    while first > 0 and not _bars(units[first - 1]):
        first -= 1
    end = last
    while end < len(units) and not _bars(units[end]) and units[end].type != "items":
        end += 1
    if end < len(units) and units[end].type and units[end].type != "items":
        # The next figure has words of its own before it.
        joined = [at for at in range(last, end) if not units[at].type and units[at].word in _CONJUNCTIONS]
        end = joined[-1] if joined else last
    last = end
    while first < draft.first and not units[first].type and units[first].word in _CONJUNCTIONS:
        first += 1
    return first, last


def _bars(unit: Unit) -> bool:
    return unit.edge or unit.type in ("share", "most", "all", "duration") or (not unit.type and unit.word in (",", "."))


def without_told_twice(claims: Sequence[Claim], document: Document, packs: Packs) -> Iterator[Claim]:
    """Leave out listed items that are a statement themselves ("- Smoking raises the risk."): the statement is the claim; of a
    label and the statement behind it ("- Age. The risk goes up with age.") the item is the claim, as of any item, unless the
    label only says what people differ in ("- Sex. Men have a higher risk.")."""
    differing = frozenset(packs.classes.get("differing", ()))
    twice: set[int] = set()
    for number, claim in enumerate(claims):
        block = document.blocks[claim.block]
        whole = document.source_span(block.start, block.end)
        if block.role != "item" or claim.place.start != whole[0]:
            continue
        inner = [
            (c.place.start, at)
            for at, c in enumerate(claims)
            if c.sentence > claim.sentence
            and c.kind == claim.kind
            and c.block == claim.block
            and c.place.end <= whole[1]
        ]
        if (
            "direction" in claim.slots
            and claim.place.end == whole[1]
            and _LABELLED.match(document.block_text(claim.block))
        ):
            if document.block_text(claim.block).startswith(str(claim.slots.get("outcome", ""))):
                # An item that is what something leads to: what is said behind its label tells of another thing.
                continue
            same = [
                (start, at) for start, at in inner if claims[at].slots.get("direction") == claim.slots.get("direction")
            ]
            if same and not set(str(claim.slots.get("factor", "")).lower().split()) - differing:
                twice.add(number)
                continue
            twice.update(at for _, at in sorted(same)[:1])
        elif any(start - whole[0] <= _OPENING and claims[at].place.end < claim.place.end for start, at in inner):
            twice.add(number)
    yield from (claim for number, claim in enumerate(claims) if number not in twice)


def distinct(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out claims that say the same of the same words."""
    seen: set[object] = set()
    for claim in sorted(claims, key=lambda c: (c.place.start, c.place.end, c.kind)):
        key = (
            claim.kind,
            claim.condition,
            tuple(sorted(claim.slots.items(), key=str)),
            claim.place.start,
            claim.place.end,
        )
        if key not in seen:
            seen.add(key)
            yield claim
