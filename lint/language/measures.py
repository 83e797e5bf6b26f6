"""What a value measures: figures with their bounds, units, times and events."""

from __future__ import annotations

from lint.claims import SlotValue
from lint.language.discourse import Topic, apart, led_to, measure, told
from lint.language.lexicon import Lexicon
from lint.language.reading import Reading
from lint.language.units import Sentence


def head_of(reading: Reading) -> int:
    """Return the unit of the value that a reading reads, else its first unit."""
    return next(
        (reading.slots[n][0] for n in ("share", "all", "number", "duration", "site") if n in reading.slots),
        reading.first,
    )


def share_of(reading: Reading, sentence: Sentence) -> tuple[float | None, float | None] | None:
    """Return the ends of the share that a reading reads, None for none."""
    quantity = sentence.units[reading.slots["share"][0]].quantity if "share" in reading.slots else None
    return None if quantity is None else (quantity.low, quantity.high)


def bounds_of(reading: Reading, sentence: Sentence) -> tuple[float | None, float | None] | None:
    """Return the ends of the value that a reading reads: of its time where half of people reach it, else of its share or figure."""
    timed = reading.pattern.sets.get("measure") == "half"
    for name in ("duration", "mark") if timed else ("share", "all", "duration", "number"):
        if name in reading.slots:
            quantity = sentence.units[reading.slots[name][0]].quantity
            if quantity is not None:
                return quantity.low, quantity.high
    return None


def unit_of(reading: Reading, sentence: Sentence) -> str:
    """Return the unit of the value that a reading reads."""
    span = reading.slots.get("duration") or reading.slots.get("mark")
    if span is not None and ("share" not in reading.slots or reading.pattern.sets.get("measure") == "half"):
        quantity = sentence.units[span[0]].quantity
        if quantity is not None and quantity.unit:
            return quantity.unit
    return "%"


def measure_of(reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
    """Return the time that survival is given to ("5-year"), None where nothing tells it."""
    if share_of(reading, sentence) == (50.0, 50.0) and not {"mark", "duration"} & reading.slots.keys():
        clause = sentence.clauses[head_of(reading)]
        if any(sentence.clauses[at] == clause for at in sentence.of_type("duration")):
            # "Half live for more than three years": that time is the median, and no share is given of another.
            return None
    if "number" in reading.slots and _goes_on_in_time(reading, sentence, topic):
        return None
    marks = sentence.of_type("mark")
    if "mark" in reading.slots:
        marks = [reading.slots["mark"][0]]
    if marks and "duration" not in reading.slots:
        head = head_of(reading)
        own = [at for at in marks if led_to(sentence, head, at)]
        quantity = sentence.units[min(own or marks, key=lambda at: apart(sentence, at, head))].quantity
        if quantity is not None and quantity.low is not None:
            return measure(quantity.low, quantity.unit)
    if topic.kind == "survival" and ("duration" in reading.slots) == (topic.said.get("unit") != "%"):
        return topic.said.get("measure")
    return None if "duration" in reading.slots else topic.measure or None


def event_of(reading: Reading, sentence: Sentence, topic: Topic, lexicon: Lexicon) -> SlotValue:
    """Return the event that a share of sites is of, None where nothing tells it."""
    found = told(sentence, "event", lexicon.events, head_of(reading)) or topic.event
    if not found and topic.kind == reading.pattern.kind and not sentence.of_type("people", "condition"):
        return topic.said.get("event")
    return found or None


def _goes_on_in_time(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether a bare figure follows a time ("50 months for the one form, 15 for the other"), so that it is no share."""
    head = head_of(reading)
    before = max((at for at in sentence.of_type("share", "duration", "number") if at < head), default=-1)
    if before >= 0:
        return sentence.units[before].type == "duration"
    return topic.kind == "survival" and topic.said.get("unit") != "%"
