"""From readings to claims: slots filled from the mentions, the rule and what went before; certainty and condition set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lint.claims import Certainty, Evidence, Kind, Slot, SlotValue
from lint.language import wording
from lint.language.assertion import Assertion, assess
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import Topic, told_stage
from lint.language.lexicon import Lexicon
from lint.language.matching import Reading
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_SCALE = ("rarely", "sometimes", "often", "always")
_FLIPPED = {"rarely": "often", "often": "rarely", "sometimes": "sometimes", "always": "always"}
_CURE_STEPS = ((95.0, 4), (60.0, 3), (10.0, 2), (0.001, 1))
_LISTED = "\0"
"""Stands in a slot that the items of the announced list fill, a claim for each."""


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


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list that a sentence announces: its block, its words, the sites and therapies in it."""

    block: int
    words: str
    sites: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    condition: Condition = NOWHERE


class Resolver:
    """Fills the slots of readings with the packs' kinds and lexicon."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon

    def drafts(self, reading: Reading, sentence: Sentence, topic: Topic, items: tuple[Item, ...] = ()) -> Iterator[Draft]:
        """Yield the claims that a reading makes; none when it is a question, a story, a past belief, or lacks a slot."""
        kind = self.packs.kinds[reading.pattern.kind]
        assertion = assess(reading, sentence)
        if assertion.silenced or (sentence.question and reading.last >= len(sentence.units) - 3):
            return
        slots = self._slots(reading, sentence, topic, kind, items)
        if slots is None:
            return
        slots, certainty, denied = self._asserted(slots, kind, reading, assertion, sentence)
        condition = self._condition(reading, sentence, topic, kind, slots)
        evidence = self._evidence(reading, sentence, assertion, condition)
        draft = Draft(
            kind.name, slots, condition, certainty, denied, reading.first, reading.last, evidence, not sentence.has("open-list")
        )
        yield from self._each(draft, reading, sentence, kind, items)

    def _slots(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, items: tuple[Item, ...]
    ) -> dict[str, SlotValue] | None:
        found: dict[str, SlotValue] = {}
        for slot in kind.slots:
            if slot.name in reading.pattern.sets:
                found[slot.name] = self._set(slot, reading.pattern.sets[slot.name], topic)
            else:
                value = self._value(slot, reading, sentence, topic, items)
                if value is None and slot.type != "bound":
                    value = self._inherited(slot, topic, reading)
                found[slot.name] = slot.default if value is None and slot.type != "bound" else value
            if found[slot.name] is None and slot.required and slot.type != "bound":
                return None
        bounds = [slot.name for slot in kind.slots if slot.type == "bound"]
        if bounds and all(found[name] is None for name in bounds):
            return None
        return found

    def _set(self, slot: Slot, text: str, topic: Topic) -> SlotValue:
        if text == "same":
            return topic.said.get(slot.name)
        if slot.type in ("bound", "rank"):
            return None if text in ("null", "none") else float(text) if "." in text else int(text)
        return (text,) if slot.type == "terms" else text

    def _value(
        self, slot: Slot, reading: Reading, sentence: Sentence, topic: Topic, items: tuple[Item, ...]
    ) -> SlotValue:
        spans = reading.slots
        if slot.type in ("term", "terms"):
            ids = self._site_ids(reading, sentence, items)
            if not ids or (len(ids) < 2 and self._lists(reading)):
                return None
            return ids if slot.type == "terms" else ids[0] if len(ids) == 1 else None
        if slot.type == "bound":
            quantity = self._quantity(reading, sentence)
            if quantity is None:
                return None
            value = quantity[0] if slot.name == "low" else quantity[1]
            return None if value is None else round(value, 2)
        if slot.type == "unit":
            return self._unit(reading, sentence)
        if slot.name == "measure":
            return self._measure(reading, sentence, topic)
        if slot.name == "event":
            return self._event(reading, sentence, topic)
        if "items" in spans and slot.name == self._listed_slot(reading):
            return _LISTED
        if slot.name in spans:
            return self._words(slot.name, reading, sentence) or None
        if slot.name == "population":
            return self._population(reading, sentence)
        if slot.name == "outcome" and "share" in spans:
            return self._share_outcome(reading, sentence)
        return None

    def _site_ids(self, reading: Reading, sentence: Sentence, items: tuple[Item, ...]) -> tuple[str, ...]:
        if "site" in reading.picked:
            return (reading.picked["site"],)
        span = reading.slots.get("site") or reading.slots.get("sites")
        if span is None:
            return ()
        unit = sentence.units[span[0]]
        if unit.type == "items":
            return tuple(dict.fromkeys(site for item in items for site in item.sites))
        return unit.ids

    def _lists(self, reading: Reading) -> bool:
        """Tell whether a reading must name several sites: a list, unless it is of the less common ones."""
        kind = self.packs.kinds[reading.pattern.kind]
        return kind.compare == "listed" and reading.pattern.sets.get("rank") in ("most-common", "common", "possible")

    def _quantity(self, reading: Reading, sentence: Sentence) -> tuple[float | None, float | None] | None:
        for name in ("share", "all", "duration", "number"):
            if name in reading.slots:
                quantity = sentence.units[reading.slots[name][0]].quantity
                if quantity is not None:
                    return quantity.low, quantity.high
        return None

    def _unit(self, reading: Reading, sentence: Sentence) -> str:
        span = reading.slots.get("duration")
        if span is not None and "share" not in reading.slots:
            quantity = sentence.units[span[0]].quantity
            if quantity is not None and quantity.unit:
                return quantity.unit
        return "%"

    def _measure(self, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        span = reading.slots.get("mark")
        marks = [span[0]] if span else sentence.of_type("mark") if "share" in reading.slots or "number" in reading.slots else []
        if marks:
            head = next((reading.slots[n][0] for n in ("share", "number") if n in reading.slots), marks[0])
            quantity = sentence.units[min(marks, key=lambda at: abs(at - head))].quantity
            if quantity is not None and quantity.low is not None:
                unit = "month" if quantity.unit == "months" else "year"
                return f"{quantity.low:g}-{unit}"
        said = topic.said.get("measure") if topic.kind == "survival" else None
        return said

    def _event(self, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        best, nearest = "", 10_000
        for event in self.lexicon.events:
            for first, _ in sentence.classes.get(f"event={event}", ()):
                distance = abs(sentence.clauses[first] - sentence.clauses[reading.first]) * 100 + abs(first - reading.first)
                if distance < nearest:
                    best, nearest = event, distance
        return best or topic.event or None

    def _words(self, name: str, reading: Reading, sentence: Sentence) -> str:
        first, last = reading.slots[name]
        if sentence.units[last - 1].type == "items":
            return _LISTED
        if first <= reading.first + 1 and last < reading.last:
            span = wording.subject(sentence, (first, last))
        else:
            span = wording.complement(sentence, (first, last))
        return wording.text(sentence, span)

    def _inherited(self, slot: Slot, topic: Topic, reading: Reading) -> SlotValue:
        if slot.type == "term":
            return topic.sites[0] if len(topic.sites) == 1 else None
        if slot.type == "terms":
            return topic.sites[:1] or None if len(topic.sites) == 1 else None
        if slot.name == "outcome":
            if topic.kind == reading.pattern.kind and topic.said.get("outcome"):
                return topic.said["outcome"]
            return topic.condition.disease or None
        if slot.name == "target":
            return topic.subtypes[0] if topic.subtypes else topic.condition.subtypes[0] if topic.condition.subtypes else None
        if slot.name == "therapy":
            return topic.therapies[0] if topic.therapies else None
        if slot.name in ("direction", "factor") and topic.kind == reading.pattern.kind:
            return topic.said.get(slot.name)
        return None

    def _population(self, reading: Reading, sentence: Sentence) -> str:
        """Return the people that a share is of: those in it, or the first named after it, with what tells them apart."""
        span = reading.slots.get("share") or reading.slots.get("number")
        if span is None:
            return ""
        clause = sentence.clauses[span[0]]
        at = span[1]
        while at < len(sentence.units) and sentence.clauses[at] == clause and at < span[1] + 5:
            unit = sentence.units[at]
            if unit.type in ("people", "condition"):
                return wording.text(sentence, (at, self._phrase_end(sentence, at + 1, reading)))
            if not unit.type and unit.word in ("have", "has", "will", "are", "is", "develop", "get", "survive", "live", ","):
                break
            at += 1
        for at in sentence.of_type("people"):
            if sentence.clauses[at] == clause:
                return wording.text(sentence, (at, self._phrase_end(sentence, at + 1, reading)))
        return ""

    def _phrase_end(self, sentence: Sentence, at: int, reading: Reading) -> int:
        units = sentence.units
        inside = False
        while at < len(units) and not units[at].edge:
            unit = units[at]
            if not unit.type and unit.word in ("with", "whose", "who", "that", "in", "of", "under", "over", "aged", "diagnosed", "from", "without"):
                inside = True
            elif unit.type in ("share", "mark", "duration") or (not unit.type and unit.word in (",", ".")):
                break
            elif not inside and unit.type not in ("condition", "subtype", "age", "people"):
                break
            elif inside and not unit.type and unit.word in ("will", "survive", "survived", "live", "develop", "die") and units[at - 1].word not in ("who", "that"):
                break
            elif inside and not unit.type and unit.word in ("have", "has", "are", "is", "get") and units[at - 1].type:
                break
            at += 1
        return at

    def _share_outcome(self, reading: Reading, sentence: Sentence) -> str:
        """Return what a share is a share of: the rest of its clause, without the share and the people."""
        share = reading.slots["share"]
        clause = [at for at in range(len(sentence.units)) if sentence.clauses[at] == sentence.clauses[share[0]]]
        after = [at for at in clause if at >= share[1]]
        if after:
            first = after[0]
            while first < after[-1] and sentence.units[first].type == "people":
                first += 1
            words = wording.text(sentence, (first, after[-1] + 1))
            if len(words.split()) > 1:
                return words
        before = [at for at in clause if at < share[0]]
        return wording.text(sentence, (before[0], before[-1] + 1)) if before else ""

    def _asserted(
        self, slots: dict[str, SlotValue], kind: Kind, reading: Reading, assertion: Assertion, sentence: Sentence
    ) -> tuple[dict[str, SlotValue], Certainty, bool]:
        """Apply negation and frequency to the value: by the kind's complement where it has one, else as polarity."""
        certainty, denied, negated = assertion.certainty, assertion.denied, assertion.negated
        for name in ("certainty", "polarity"):
            if name in reading.pattern.sets:
                if name == "certainty":
                    certainty = reading.pattern.sets[name]  # type: ignore[assignment]
                else:
                    denied = reading.pattern.sets[name] == "negated"
        if "most" in {sentence.units[at].type for at in range(reading.first, reading.last)} and certainty == "definite" and kind.compare == "interval":
            certainty = "usual"
        if kind.compare == "scale":
            return self._scaled(slots, kind, reading, assertion, sentence, certainty)
        choice = next((s for s in kind.slots if s.type == "choice" and s.name not in kind.key and s.name != "event"), None)
        if negated:
            if choice is not None and slots.get(choice.name) in _COMPLEMENTS:
                slots[choice.name] = _COMPLEMENTS[str(slots[choice.name])]
                if certainty == "possible":
                    certainty = "definite"
            elif kind.compare != "interval":
                # What a share is of may itself be a denial ("a third never get it").
                denied = not denied
        return slots, certainty, denied

    def _scaled(
        self, slots: dict[str, SlotValue], kind: Kind, reading: Reading, assertion: Assertion, sentence: Sentence, certainty: Certainty
    ) -> tuple[dict[str, SlotValue], Certainty, bool]:
        slot = next(s for s in kind.slots if s.type == "choice")
        steps = slot.values
        step = steps.index(str(slots[slot.name])) if slots[slot.name] in steps else len(steps) - 1
        frequency = assertion.frequency
        if assertion.negated:
            step = len(steps) - 1 - step
        share = self._quantity(reading, sentence)
        if share is not None:
            low = share[0] if share[0] is not None else share[1]
            step = next((s for bound, s in _CURE_STEPS if low is not None and low >= bound), 0)
            if sentence.units[reading.slots["share"][0]].type == "most":
                step = len(steps) - 2
            if assertion.negated:
                step = len(steps) - 1 - step
        elif frequency in _SCALE and step in (0, len(steps) - 1):
            # "not curable in most cases" is rarely, "usually curable" often.
            word = frequency if step == len(steps) - 1 else _FLIPPED[frequency]
            if frequency == "always":
                step = step if step == 0 else len(steps) - 1
            else:
                step = _SCALE.index(word) + 1
        if step == 0 and certainty == "possible":
            certainty = "definite" if not any(s.cue.kind == "hedge" and s.cue.frequency == "" and s.cue.opaque for s in assertion.cues) else certainty
        slots[slot.name] = steps[step]
        return slots, certainty, assertion.denied

    def _condition(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, slots: Mapping[str, SlotValue]
    ) -> Condition:
        mention = self._mentioned(reading, sentence, kind)
        base = topic.condition
        condition = mention.over(base) if mention.disease or not base.disease or mention else base
        if reading.pattern.sets.get("stage"):
            return condition.staged(reading.pattern.sets["stage"])
        if kind.stage == "any":
            return Condition(condition.disease)
        if kind.stage:
            subtypes = mention.subtypes or (self._subtypes(sentence, reading) or condition.subtypes)
            return Condition(condition.disease, kind.stage, subtypes, "")
        told = told_stage(sentence, self.lexicon.stages, (reading.first, reading.last))
        stage = mention.stage or told or condition.stage
        if kind.name == "identity":
            return Condition(condition.disease, stage if mention.stage or told else "")
        if "outcome" in {slot.name for slot in kind.slots} and kind.compare == "interval":
            return Condition(condition.disease, mention.stage, mention.subtypes)
        subtypes = mention.subtypes or self._subtypes(sentence, reading) or condition.subtypes
        return Condition(condition.disease, stage, subtypes, mention.within)

    def _subtypes(self, sentence: Sentence, reading: Reading) -> tuple[str, ...]:
        clauses = set(sentence.clauses[reading.first : reading.last])
        found = [u for at, u in enumerate(sentence.units) if u.type == "subtype" and sentence.clauses[at] in clauses]
        return found[0].ids[:1] if len(found) == 1 and len(found[0].ids) == 1 else ()

    def _mentioned(self, reading: Reading, sentence: Sentence, kind: Kind) -> Condition:
        """Return the condition named nearest to a reading: in its outcome, in it, in its clause, in the sentence."""
        places = sentence.of_type("condition")
        if not places:
            return NOWHERE
        outcome = reading.slots.get("outcome")
        if outcome is not None:
            inside = [at for at in places if outcome[0] <= at < outcome[1]]
            if inside:
                return self._unit_condition(sentence.units[inside[0]])
        hidden = reading.slots.get("factor") or reading.slots.get("b")
        shown = [at for at in places if hidden is None or not hidden[0] <= at < hidden[1]]
        clauses = set(sentence.clauses[reading.first : reading.last])
        for candidates in (
            [at for at in shown if reading.first <= at < reading.last],
            [at for at in shown if sentence.clauses[at] in clauses],
            shown if kind.name not in ("risk-factor",) else [],
        ):
            if candidates:
                best = min(candidates, key=lambda at: (not self._unit_condition(sentence.units[at]).disease, abs(at - reading.first)))
                return self._unit_condition(sentence.units[best])
        return NOWHERE

    @staticmethod
    def _unit_condition(unit: Unit) -> Condition:
        return unit.condition or NOWHERE

    def _evidence(
        self, reading: Reading, sentence: Sentence, assertion: Assertion, condition: Condition
    ) -> tuple[Evidence, ...]:
        found = [Evidence("pattern", reading.pattern.id, sentence.words(reading.first, reading.last))]
        for name, span in reading.slots.items():
            found.append(Evidence("value", name, sentence.words(*span) if sentence.units[span[0]].type != "items" else "the list below"))
        for seen in assertion.cues:
            found.append(Evidence("cue", seen.cue.kind, sentence.words(seen.first, seen.last)))
        found.append(Evidence("condition", condition.name))
        return tuple(found)

    def _listed_slot(self, reading: Reading) -> str:
        """Return the slot that the items of an announced list fill: the pattern's first ``each``, else the first open one."""
        if reading.pattern.each:
            return reading.pattern.each[0]
        kind = self.packs.kinds[reading.pattern.kind]
        return next((s.name for s in kind.slots if s.type == "words" and s.name not in reading.slots), "")

    def _each(
        self, draft: Draft, reading: Reading, sentence: Sentence, kind: Kind, items: tuple[Item, ...]
    ) -> Iterator[Draft]:
        """Yield a claim for each member of a list: the items that the sentence announces, or those within it."""
        for name, value in draft.slots.items():
            if value == _LISTED:
                for item in items:
                    yield replace(draft, slots={**draft.slots, name: item.words}, item=item.block)
                return
        for name in reading.pattern.each:
            value = draft.slots.get(name)
            if isinstance(value, str):
                parts = wording.listed(value)
                for part in parts:
                    yield replace(draft, slots={**draft.slots, name: part})
                return
        yield draft


_COMPLEMENTS = {"increases": "none", "decreases": "none", "is": "is-not", "for": "not-for", "none": "increases"}
