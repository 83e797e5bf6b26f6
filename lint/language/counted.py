"""Counts of people to imagine, read as shares: "Think of 100 people. About 57 of them live five years."."""

from __future__ import annotations

from dataclasses import replace

from lint.language.analysis import finish
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit

_WHOLES = (10.0, 100.0, 1000.0)
_LATEST = 4
"""Where the number of people that a sentence counts stands at the latest."""
_COUNTING = frozenset((
    "of", "imagine", "picture", "take", "among", "if", "for", "suppose", "say", "every", "each", "in", "with", "amongst", "are", "have",
))  # fmt: skip
"""Words before the number of people to imagine."""
_BEHIND = frozenset((
    "of", "will", "are", "have", "get", "live", "would", "after", "for", "at", "survive", "do", "reach", "die", "relapse", "never", "develop",
    "need", "recover", "respond", "can",
))  # fmt: skip
"""Words behind a number of those people."""
_LIVED = frozenset(("live", "lives", "survive", "survives", "for", "least"))


def whole(sentence: Sentence) -> float:
    """Return the number of people that a sentence asks to imagine ("Think of 100 people"), 0 for none."""
    units = sentence.units
    for at in sentence.of_type("number"):
        quantity = units[at].quantity
        before = next((unit.word for unit in reversed(units[:at]) if not unit.filler), "")
        named = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
        if quantity and quantity.low in _WHOLES and named and (before in _COUNTING or not before):
            return quantity.low
    return 0.0


def imagined(sentence: Sentence, before: float) -> float:
    """Return the number of people whose counts a sentence gives: those that it begins with ("Of 100 people, 40 live for a year, 16 for
    five"), else those that were to be imagined before."""
    first = next((at for at, unit in enumerate(sentence.units[:_LATEST]) if unit.type == "number"), None)
    if first is None or not any(u.word == "of" for u in sentence.units[:first]):
        return before
    begun = whole(replace(sentence, units=sentence.units[: first + 2]))
    return begun if "share" in sentence.types or begun == 0 else 0.0


def as_shares(sentence: Sentence, of: float, lexicon: Lexicon, *, item: bool) -> Sentence:
    """Return a sentence whose counts of ``of`` people are shares ("about 30 of them"); an item may begin with one ("15 relapse")."""
    units = list(sentence.units)
    opens = next((at for at, unit in enumerate(units) if unit.type or not unit.filler), 0)
    found = False
    for at, unit in enumerate(units[:-1]):
        quantity = unit.quantity
        if unit.type != "number" or quantity is None or (quantity.high or quantity.low or 0) >= of:
            continue
        following = units[at + 1]
        if following.type == "people" or following.word in _BEHIND or (item and at == opens and _goes_on(following)):
            low, high = (None if end is None else 100 * end / of for end in (quantity.low, quantity.high))
            units[at] = replace(
                unit, type="share", quantity=replace(quantity, type="share", unit="%", low=low, high=high)
            )
            found = True
    for at, unit in enumerate(units[1:], 1):
        if found and unit.type == "duration" and not units[at - 1].type and units[at - 1].word in _LIVED:
            units[at] = replace(unit, type="mark")
    return finish(sentence.text, sentence.start, units, lexicon, sentence.left_out)


def _goes_on(unit: Unit) -> bool:
    return not unit.type and unit.word[:1].isalpha() and not unit.edge
