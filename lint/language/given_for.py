"""The forms of a disease that a statement or a value is given for: those it opens with, those beside it or led to."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.conditions import NOWHERE
from lint.language.discourse import apart, led_to
from lint.language.measures import head_of
from lint.language.reading import Reading
from lint.language.told import led_form
from lint.language.units import Sentence, Unit
from lint.language.whose import LED, compared_with, of_another_figure, of_the_value_before

_OTHERS = frozenset((
    "overall", "all", "average", "other", "others", "rest", "every", "everyone", "everybody", "general", "whole",
    "any", "remaining", "against", "versus", "vs", "compared", "than", "without", "but", "while", "whereas",
))  # fmt: skip
"""Words beside a figure that is not of the form of the disease that the sentence began with."""


def opening(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Return the subtypes that a statement begins with: "In X-positive disease, ..", "If it is ..,"."""
    if not sentence.units or sentence.units[0].word not in ("in", "if", "for", "with", "among", "when"):
        return ()
    comma = next((at for at, unit in enumerate(sentence.units) if unit.word == "," and not unit.type), 0)
    if comma > reading.first:
        return ()
    for unit in sentence.units[:comma]:
        if unit.type == "subtype":
            return unit.ids[:1]
        if unit.condition is not None and unit.condition.subtypes:
            return unit.condition.subtypes
    return ()


def in_outcome(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether the outcome of a reading names a form of a disease."""
    outcome = sentence.units[slice(*reading.slots.get("outcome", (0, 0)))]
    return any(unit.type == "subtype" or (unit.condition and unit.condition.subtypes) for unit in outcome)


def of_clause(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Return the form that the clause of a reading is led in with ("For <form>, .."), none where none is."""
    clause = sentence.clauses[reading.first]
    return led_form(sentence, next(at for at in range(reading.first + 1) if sentence.clauses[at] == clause))


def given_for(sentence: Sentence, reading: Reading, order: Sequence[str]) -> tuple[str, ...]:
    """Return the subtypes that a value is given for: before it, beside it, or led to by "in", "for", "with"."""
    head = head_of(reading)
    values = sentence.of_type("share", "duration", "number")
    following = min((v for v in values if v > head), default=len(sentence.units))
    # "For the one it is 32%, for the other 15%": each figure has been led to already.
    named_first = following < len(sentence.units) and any(
        _led(sentence, at) for at in sentence.of_type("subtype", "condition") if at < min(values, default=0)
    )

    def rank(at: int) -> tuple[bool, int]:
        # "31% of those with the one, 32% of those with the other": what a figure leads to goes before what is nearer.
        near = head < at < following and (sentence.clauses[at] == sentence.clauses[head] or led_to(sentence, head, at))
        return not (near and _led(sentence, at) and not named_first), apart(sentence, at, head)

    places = sentence.of_type("subtype", "condition")
    if len(places) == 1 and values and places[0] < values[0] < head and _led(sentence, places[0]):
        # "For the one form it is 92% while .., and 66% when ..": said of both, unless the second is of everyone.
        last = max(v for v in values if v < head)
        around = {u.word for u in sentence.units[last:following] if not u.type or u.type == "people"}
        if around.isdisjoint(_OTHERS):
            unit = sentence.units[places[0]]
            return _beside(sentence, places[0]) if unit.type == "subtype" else (unit.condition or NOWHERE).subtypes
    for at in sorted(places, key=rank):
        unit = sentence.units[at]
        ids = _beside(sentence, at) if unit.type == "subtype" else (unit.condition or NOWHERE).subtypes
        others = [v for v in values if v != head and sentence.units[v].type == sentence.units[head].type]
        if not ids or (rank(at)[0] and any(abs(v - at) < abs(head - at) for v in others)):
            continue
        if of_another_figure(sentence, head, at) or compared_with(sentence, head, at):
            continue
        if of_the_value_before(sentence, head, at):
            continue
        if at < head or apart(sentence, at, head) < 10 + abs(at - head) or _led(sentence, at):
            return _together(ids, unit, order)
    return ()


def _beside(sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return a subtype with those of other markers that stand right beside it ("X+/Y-")."""
    units, first, last = sentence.units, at, at + 1
    while first and units[first - 1].type == "subtype":
        first -= 1
    while last < len(units) and units[last].type == "subtype":
        last += 1
    ids = [id_ for unit in units[first:last] for id_ in unit.ids]
    return tuple(ids) if len({id_.rpartition("-")[0] for id_ in ids}) == len(ids) else units[at].ids


def _led(sentence: Sentence, at: int) -> bool:
    before = [u.word for u in sentence.units[max(0, at - 3) : at] if not u.type and not u.filler]
    return bool(before) and before[-1] in LED


def _together(ids: tuple[str, ...], unit: Unit, order: Sequence[str]) -> tuple[str, ...]:
    """Return subtypes that are named together in the order of the packs; of alternatives the first."""
    if len(ids) > 1 and " or " in f" {unit.word} ":
        return ids[:1]
    return tuple(sorted(ids, key=lambda id_: order.index(id_) if id_ in order else len(order)))
