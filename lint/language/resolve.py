"""From readings to claims: slots filled from the mentions, the rule and what went before; certainty and condition set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint.claims import Certainty, Evidence, Kind, Slot, SlotValue
from lint.language import answering, nouns, wording
from lint.language.aliases import implied, named_thing, states, synonyms, told_apart
from lint.language.assertion import Assertion, assess, assess_all
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import Topic, apart, led_to, measure, told
from lint.language.forms import case, drugs, of_takers, supposed, targets
from lint.language.grouping import group_of
from lint.language.lexicon import Lexicon
from lint.language.lexicon import words as lexicon_words
from lint.language.matching import Reading
from lint.language.told import formed, labelled_form, next_value, of_whom, paired, regional, row_site, tells_whom
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_SCALE = ("rarely", "sometimes", "often", "always")
_FLIPPED = {"rarely": "often", "often": "rarely", "sometimes": "sometimes", "always": "always"}
_CURE_STEPS = ((95.0, 4), (60.0, 3), (10.0, 2), (0.001, 1))
_WHOM = 6
"""How many units at the most stand between a share and the disease of the people that it is of."""
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
    """An item of the list that a sentence announces: its block, its words, the sites, drugs and forms of the disease in it."""

    block: int
    words: str
    sites: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    condition: Condition = NOWHERE
    certainty: Certainty = "definite"


class Resolver:
    """Fills the slots of readings with the packs' kinds and lexicon."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self._broad = frozenset(packs.classes.get("broad-therapy", ()))
        self._anaphors = frozenset(packs.classes.get("the-disease", ()))

    def drafts(
        self, reading: Reading, sentence: Sentence, topic: Topic, items: tuple[Item, ...] = ()
    ) -> Iterator[Draft]:
        """Yield the claims that a reading makes; none when it is a question, a story, a past belief, or lacks a slot."""
        kind = self.packs.kinds[reading.pattern.kind]
        assertion = assess(self._about_a_case(reading, sentence), sentence)
        if assertion.silenced or sentence.question:
            return
        if any(
            "topic" in names and self._holds_topic(reading, slot, sentence, topic)
            for slot, names in reading.pattern.lacks.items()
        ):
            return
        if kind.name == "therapy-target" and (of_takers(reading, sentence) or supposed(reading, sentence)):
            return
        slots = self._slots(reading, sentence, topic, kind, items)
        if slots is None:
            return
        things = [str(slots[s.name]).lower() for s in kind.slots if s.noun and s.name in slots]
        if len(things) > 1 and len(set(things)) == 1:
            return
        slots, certainty, denied = self._asserted(slots, kind, reading, assertion, sentence)
        if "therapy" in slots and self._excepted(reading, sentence):
            slots["relation"] = "for" if slots["relation"] == "not-for" else "not-for"
        condition = self._condition(reading, sentence, topic, kind, slots)
        if (not condition.disease and kind.compare != "opposite") or not self._concerns(kind, condition):
            return
        if self._at_home(slots, condition, sentence):
            return
        evidence = self._evidence(reading, sentence, assertion, condition)
        draft = Draft(
            kind.name,
            slots,
            condition,
            certainty,
            denied,
            reading.first,
            reading.last,
            evidence,
            not sentence.has("open-list"),
        )
        either = (
            mention.either
            if (mention := self._mentioned(reading, sentence, kind, topic)).subtypes == condition.subtypes
            else ()
        )
        for subtype in either or ("",):
            about = replace(condition, subtypes=(subtype,)) if subtype else condition
            yield from self._each(replace(draft, condition=about), reading, sentence, kind, items)

    def _at_home(self, slots: Mapping[str, SlotValue], condition: Condition, sentence: Sentence) -> bool:
        """Tell whether the one site of a claim is the organ that the disease is of: that is not where it spreads to."""
        sites = slots.get("sites") or slots.get("site") or ()
        ids = (sites,) if isinstance(sites, str) else sites
        if not isinstance(ids, tuple) or len(ids) != 1 or sentence.has("other-side"):
            return False
        entry = self.packs.sites.get(str(ids[0]))
        own = condition.disease.split(" ", 1)[0]
        return entry is not None and bool(own) and own in entry.names

    @staticmethod
    def _about_a_case(reading: Reading, sentence: Sentence) -> Reading:
        """Return a reading whose target is an open slot with what tells its cases apart: a denial in that is none of it."""
        if reading.pattern.kind != "therapy-target" or "target" in reading.slots:
            return reading
        if "form" in reading.slots:
            span = group_of(sentence, reading.slots["form"][0])
        elif "condition" in reading.slots:
            span = case(sentence, reading.slots["condition"][0])
        else:
            return reading
        return replace(reading, slots={**reading.slots, "target": span})

    @staticmethod
    def _excepted(reading: Reading, sentence: Sentence) -> bool:
        """Tell whether the form that a drug is said to be for is an exception ("of no use unless the tumour is X")."""
        form = reading.slots.get("form")
        if form is None:
            return False
        clause = [
            unit.word
            for at, unit in enumerate(sentence.units[: form[0]])
            if sentence.clauses[at] == sentence.clauses[form[0]]
        ]
        return "unless" in clause

    def answers(self, asked: Sequence[object], sentence: Sentence) -> Iterator[Draft]:
        """Yield what a question asked, affirmed or denied by the answer: "No.", "Not at present.", "Yes, usually."."""
        word = answering.word(sentence)
        if not word:
            return
        assertion = assess_all(sentence)
        if sentence.of_type("most") and not assertion.frequency:
            assertion = replace(assertion, frequency="often", certainty="usual")
        for draft in asked:
            if not isinstance(draft, Draft):
                continue
            kind = self.packs.kinds[draft.kind]
            choice = next(
                (s for s in kind.slots if s.type == "choice" and s.name not in kind.key and s.name != "event"), None
            )
            if choice is None:
                continue
            slots = dict(draft.slots)
            if word == "no":
                if kind.compare == "scale":
                    steps = choice.values
                    slots[choice.name] = steps[len(steps) - 1 - steps.index(str(slots[choice.name]))]
                elif slots[choice.name] in _COMPLEMENTS:
                    slots[choice.name] = _COMPLEMENTS[str(slots[choice.name])]
            if kind.compare == "scale" and assertion.frequency in _SCALE[:-1]:
                word_step = assertion.frequency if word == "yes" else _FLIPPED[assertion.frequency]
                slots[choice.name] = choice.values[_SCALE.index(word_step) + 1]
            evidence = (Evidence("subject", "the question before", ""), *draft.evidence)
            certainty = assertion.certainty if word == "no" or assertion.certainty != "definite" else draft.certainty
            yield replace(draft, slots=slots, first=0, last=len(sentence.units), certainty=certainty, evidence=evidence)

    def _slots(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, items: tuple[Item, ...]
    ) -> dict[str, SlotValue] | None:
        found: dict[str, SlotValue] = {}
        for slot in kind.slots:
            if slot.name in ("a", "b") and slot.name not in reading.pattern.sets:
                found[slot.name] = self._called(slot.name, reading, sentence, topic)
            elif slot.name in ("therapy", "target"):
                found[slot.name] = self._treated(slot.name, reading, sentence, topic)
            elif slot.name in reading.pattern.sets:
                found[slot.name] = self._set(
                    slot, reading.pattern.sets[slot.name], topic, self._share(reading, sentence)
                )
            else:
                value = self._value(slot, reading, sentence, topic, items)
                if (
                    value is None
                    and slot.type != "bound"
                    and not (self._named(slot, reading) or (slot.noun and slot.name in reading.slots))
                ):
                    value = self._inherited(slot, topic, reading)
                found[slot.name] = slot.default if value is None and slot.type != "bound" else value
            if found[slot.name] is None and slot.required and slot.type != "bound":
                return None
        bounds = [slot.name for slot in kind.slots if slot.type == "bound"]
        if bounds and all(found[name] is None for name in bounds):
            return None
        return found

    @staticmethod
    def _named(slot: Slot, reading: Reading) -> bool:
        """Tell whether a reading names sites itself: what it names and cannot use is not replaced by what went before."""
        return slot.type in ("term", "terms") and bool({"site", "sites"} & reading.slots.keys())

    def _set(self, slot: Slot, text: str, topic: Topic, share: tuple[float | None, float | None] | None) -> SlotValue:
        if text == "same":
            return topic.said.get(slot.name)
        if text == "half":
            # The time that half of people reach is the median.
            return "median" if share is not None and share[0] == share[1] == 50.0 else None
        if text == "subject":
            return topic.subject or None
        if text == "condition":
            return topic.condition.disease or None
        if slot.type in ("bound", "rank"):
            return None if text in ("null", "none") else float(text) if "." in text else int(text)
        return (text,) if slot.type == "terms" else text

    def _called(self, name: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return a side of "a is b": its words, the names where there are several, or what a pronoun stands for."""
        span = reading.slots.get(name) or (
            reading.slots.get("condition") if name == "b" and "b" not in reading.slots else None
        )
        if span is not None and sentence.units[span[1] - 1].type == "items":
            return _LISTED if span[1] - span[0] == 1 else None
        nouns_of = self.packs.classes.get(self.packs.kinds["site-list"].disease, ())
        if reading.pattern.sets.get("topic") == "state" and not states(reading, sentence, nouns_of):
            return None
        lists = name in reading.pattern.each
        if span is None:
            if name == "b" or not told_apart(reading, sentence, topic, reading.pattern.sets.get("relation", "")):
                return None
            return implied(topic, sentence, reading) or None
        if lists and name == "b":
            return tuple(synonyms(sentence.words(*span))) or None
        if lists or (name == "a" and "b" in reading.pattern.each):
            return named_thing(sentence, span) or None
        return (self._words(name, reading, sentence) if name in reading.slots else wording.text(sentence, span)) or None

    def _treated(self, name: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return the drugs or the forms of the disease that a reading means, None for none and for the page's own disease."""
        if "items" in reading.slots or any(sentence.units[span[0]].type == "items" for span in reading.slots.values()):
            if name == self._listed_slot(reading):
                return _LISTED
        found = drugs(reading, sentence, topic) if name == "therapy" else targets(reading, sentence, topic)
        own = (topic.condition.disease if "form" in reading.slots else topic.own).lower()
        if (
            name == "target"
            and "condition" in reading.slots
            and not reading.pattern.each
            and self._one_drug(reading, sentence)
        ):
            own = ""
        if name == "target" and self.lexicon.is_form(own) and not {"form", "condition"}.isdisjoint(reading.slots):
            # A page about one form of a disease says by name what is for it.
            own = ""
        return tuple(words for words in found if words and words.lower() != own) or None

    def _one_drug(self, reading: Reading, sentence: Sentence) -> bool:
        """Tell whether a reading names a drug of its own, and not what nearly every disease is treated with."""
        span = reading.slots.get("therapy")
        return span is not None and self._broad.isdisjoint(sentence.units[span[0]].ids)

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
            low, high = quantity
            if reading.pattern.sets.get("measure") == "half":
                low, high = (low, low) if high is None else (high, high) if low is None else (low, high)
            value = low if slot.name == "low" else high
            return None if value is None else round(value, 2) if value >= 1 else float(f"{value:.2g}")
        if slot.type == "unit":
            return self._unit(reading, sentence)
        if slot.name == "measure":
            return self._measure(reading, sentence, topic)
        if slot.name == "event":
            return self._event(reading, sentence, topic)
        if "items" in spans and slot.name == self._listed_slot(reading):
            return _LISTED
        if slot.name in spans:
            words = self._words(slot.name, reading, sentence) or None
            return (
                self._thing(slot, words, reading, sentence, topic)
                if slot.noun and words and words != _LISTED
                else words
            )
        if slot.name == "population":
            return self._population(reading, sentence)
        if slot.name == "outcome" and "share" in spans:
            words = self._share_outcome(reading, sentence)
            return topic.condition.disease or None if words.lower() == "it" else words or None
        return None

    def _site_ids(self, reading: Reading, sentence: Sentence, items: tuple[Item, ...]) -> tuple[str, ...]:
        if "site" in reading.picked:
            return (reading.picked["site"],)
        span = reading.slots.get("site") or reading.slots.get("sites") or reading.slots.get("items")
        if span is None:
            return ()
        unit = sentence.units[span[0]]
        if "share" in reading.slots:
            distant = unit.word.startswith("distant")
            if self._regional(unit.ids) and not distant and not self._spread(sentence):
                return ()
            if tells_whom(sentence, reading.slots["share"][0], span[0]):
                return ()
        if unit.type == "items":
            return tuple(dict.fromkeys(site for item in items for site in item.sites))
        return unit.ids

    def _regional(self, ids: tuple[str, ...]) -> bool:
        """Tell whether sites are where a cancer grows without having spread far (property ``regional``)."""
        return bool(ids) and all(
            self.packs.sites[id_].properties.get("regional") is True for id_ in ids if id_ in self.packs.sites
        )

    @staticmethod
    def _spread(sentence: Sentence) -> bool:
        if sentence.has("regional-words"):
            return False
        return sentence.has("stage=metastatic") or any(u.condition and u.condition.stage for u in sentence.units)

    def _lists(self, reading: Reading) -> bool:
        """Tell whether a reading must name several sites: one site is no list, save where the text says "another", "too"."""
        kind = self.packs.kinds[reading.pattern.kind]
        return kind.compare == "listed" and reading.pattern.sets.get("topic") != "one-more"

    def _share(self, reading: Reading, sentence: Sentence) -> tuple[float | None, float | None] | None:
        quantity = sentence.units[reading.slots["share"][0]].quantity if "share" in reading.slots else None
        return None if quantity is None else (quantity.low, quantity.high)

    def _quantity(self, reading: Reading, sentence: Sentence) -> tuple[float | None, float | None] | None:
        timed = reading.pattern.sets.get("measure") == "half"
        for name in ("duration", "mark") if timed else ("share", "all", "duration", "number"):
            if name in reading.slots:
                quantity = sentence.units[reading.slots[name][0]].quantity
                if quantity is not None:
                    return quantity.low, quantity.high
        return None

    def _unit(self, reading: Reading, sentence: Sentence) -> str:
        span = reading.slots.get("duration") or reading.slots.get("mark")
        if span is not None and ("share" not in reading.slots or reading.pattern.sets.get("measure") == "half"):
            quantity = sentence.units[span[0]].quantity
            if quantity is not None and quantity.unit:
                return quantity.unit
        return "%"

    def _measure(self, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        marks = sentence.of_type("mark")
        if "mark" in reading.slots:
            marks = [reading.slots["mark"][0]]
        if marks and "duration" not in reading.slots:
            head = self._head(reading)
            own = [at for at in marks if led_to(sentence, head, at)]
            quantity = sentence.units[min(own or marks, key=lambda at: apart(sentence, at, head))].quantity
            if quantity is not None and quantity.low is not None:
                return measure(quantity.low, quantity.unit)
        if topic.kind == "survival" and ("duration" in reading.slots) == (topic.said.get("unit") != "%"):
            return topic.said.get("measure")
        return None if "duration" in reading.slots else topic.measure or None

    @staticmethod
    def _head(reading: Reading) -> int:
        """Return the unit of the value that a reading reads, else its first unit."""
        return next(
            (reading.slots[n][0] for n in ("share", "all", "number", "duration", "site") if n in reading.slots),
            reading.first,
        )

    def _event(self, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        found = told(sentence, "event", self.lexicon.events, self._head(reading)) or topic.event
        if not found and topic.kind == reading.pattern.kind and not sentence.of_type("people", "condition"):
            return topic.said.get("event")
        return found or None

    def _words(self, name: str, reading: Reading, sentence: Sentence) -> str:
        first, last = reading.slots[name]
        if sentence.units[last - 1].type == "items":
            return _LISTED
        slot = self.packs.kinds[reading.pattern.kind].slot(name)
        if slot is not None and slot.noun:
            return wording.text(sentence, (first, last))
        if first <= reading.first + 1 and last < reading.last:
            span = wording.subject(sentence, (first, last))
        else:
            span = wording.complement(sentence, (first, last))
        return wording.text(sentence, span)

    def _thing(self, slot: Slot, words: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return the thing that the words of a slot name: what a pronoun stands for, what tells people apart."""
        if slot.name == "outcome" and words.lower() in self._anaphors and not nouns.pronoun(words):
            return topic.condition.disease or self._inherited(slot, topic, reading)
        span = reading.slots[slot.name]
        if words.lower() in self._anaphors and not nouns.pronoun(words):
            return topic.condition.disease or None
        if nouns.pronoun(words):
            if slot.name == "outcome":
                return self._inherited(slot, topic, reading) if self._names_disease(topic.subject) else None
            if words.lower() not in _TAKES_UP:
                return None
            near = nouns.topic(sentence, span[0]) if span[0] > 2 else None
            meant = (wording.text(sentence, near) if near else topic.subject) or self._inherited(slot, topic, reading)
            if words.lower() == "it" and wording.is_of_people(str(meant or "")):
                return topic.condition.disease or None
            return meant if words.lower() != "it" or not wording.is_plural(str(meant or "")) else None
        units = sentence.units[span[0] : span[1]]
        types = {unit.type for unit in units}
        if slot.name != "outcome" and "people" in types and not types.isdisjoint(("share", "most")):
            # "Half of people with X go on to Y" is a share, and no cause.
            return None
        named = [unit for unit in units if not unit.filler and unit.word not in _SUCH]
        if len(named) == 1 and named[0].type == "people" and named[0].ids[0] not in self._groups():
            return None
        told_apart = nouns.bearers(sentence, span)
        if told_apart != span and wording.text(sentence, told_apart).lower() in self._anaphors:
            return topic.condition.disease or None
        if told_apart == span:
            return words
        ill = all(unit.type == "condition" for unit in sentence.units[told_apart[0] : told_apart[1]])
        if ill and reading.pattern.sets.get("direction") == "decreases":
            # "People with X can lower their risk": they do, and not what they have.
            return None
        return wording.text(sentence, told_apart)

    @staticmethod
    def _holds_topic(reading: Reading, slot: str, sentence: Sentence, topic: Topic) -> bool:
        """Tell whether a slot names the disease that the text is about."""
        first, last = reading.slots.get(slot, (0, 0))
        return any(
            (c := sentence.units[at].condition) is not None and c.disease == topic.condition.disease
            for at in range(first, last)
        )

    def _names_disease(self, words: str) -> bool:
        """Tell whether words, those of the subject under discussion, are none or name a disease, so that "it" can be one."""
        tokens = lexicon_words(words)
        return not tokens or any(
            ((found := self.lexicon.match(tokens, at)) is not None and found[1][0].type == "diseases")
            or self.lexicon.is_disease_noun(tokens[at])
            or self.lexicon.longest("ailment", tokens, at)
            for at in range(len(tokens))
        )

    def _inherited(self, slot: Slot, topic: Topic, reading: Reading) -> SlotValue:
        if slot.type in ("term", "terms"):
            known = len(topic.sites) == 1 and self._elsewhere(topic)
            return None if not known else topic.sites[0] if slot.type == "term" else topic.sites
        if slot.name == "outcome":
            if topic.kind == reading.pattern.kind and topic.said.get("outcome"):
                return topic.said["outcome"]
            if "share" in reading.slots and topic.subject:
                return topic.subject
            return topic.condition.disease or None
        if slot.name in ("direction", "factor") and topic.kind == reading.pattern.kind:
            return topic.said.get(slot.name)
        return None

    def _elsewhere(self, topic: Topic) -> bool:
        """Tell whether a cancer that has come elsewhere is under discussion, so that an organ named before is where it is."""
        last = self.packs.kinds.get(topic.kind)
        return topic.placed or self.lexicon.elsewhere in (
            topic.condition.stage,
            topic.beside.stage,
            last.stage if last else "",
        )

    def _population(self, reading: Reading, sentence: Sentence) -> str:
        """Return the people that a share is of, with what tells them apart and the country that the sentence names."""
        span = reading.slots.get("share") or reading.slots.get("all") or reading.slots.get("number")
        if span is None:
            return ""
        words = self._people(reading, sentence, span) or self._proviso(sentence, span)
        flat = f" {' '.join(u.word for u in sentence.units if not u.type)} "
        for entry in self.packs.vocabularies.get("regions", {}).values():
            named = next((name for name in entry.names if f" {name} " in flat), "")
            if named and named not in words.lower():
                words = f"{words} {named}".strip() if named.startswith("in ") else f"{named} {words}".strip()
        return words

    def _proviso(self, sentence: Sentence, span: tuple[int, int]) -> str:
        """Return the "if .." that a figure holds under, where it names no condition that is understood."""
        units, at = sentence.units, span[1]
        if at >= len(units) or units[at].type or units[at].word not in ("if", "when", "where", "provided", "without"):
            return ""
        last = at
        while last < len(units) and not units[last].edge and units[last].word not in (",", "."):
            last += 1
        told_there = any(
            name.startswith("stage=") and any(at <= a < last for a, _ in spans)
            for name, spans in sentence.classes.items()
        )
        if told_there or any(
            (unit.type in ("condition", "subtype", "site", "mark") and unit.condition is None)
            or (unit.condition and (unit.condition.stage or unit.condition.subtypes))
            for unit in units[at:last]
            if unit.type in ("condition", "subtype", "site", "mark")
        ):
            return ""
        return wording.text(sentence, (at, last))

    def _people(self, reading: Reading, sentence: Sentence, span: tuple[int, int]) -> str:
        """Return the people in a share ("one woman in seven"), or the first named after it, else those of its clause."""
        units, clause = sentence.units, sentence.clauses[span[0]]
        if span[1] < len(units) and units[span[1]].type == "people" and units[span[1]].start < units[span[0]].end:
            end = self._phrase_end(sentence, span[1] + 1, reading)
            rest = wording.text(sentence, (span[1] + 1, end)) if end > span[1] + 1 else ""
            return f"{units[span[1]].word} {sentence.words(span[1] + 1, end) if rest else ''}".strip()
        at = span[1]
        while at < len(units) and sentence.clauses[at] == clause and at < span[1] + 5:
            unit = units[at]
            if unit.type in ("people", "condition"):
                return wording.text(sentence, (at, self._phrase_end(sentence, at + 1, reading)))
            if not unit.type and (unit.word in _FINITE or unit.word == ","):
                break
            at += 1
        for at in sentence.of_type("people"):
            if sentence.clauses[at] == clause and not (at and units[at].start < units[at - 1].end):
                return wording.text(sentence, (at, self._phrase_end(sentence, at + 1, reading)))
        return ""

    def _phrase_end(self, sentence: Sentence, at: int, reading: Reading | None) -> int:
        """Return the unit after a phrase that tells people apart: "with stage 4 disease", "who get it"."""
        units = sentence.units
        inside = verb = awaited = False
        while at < len(units) and not units[at].edge:
            unit = units[at]
            word = "" if unit.type else unit.word
            if unit.type in ("share", "mark", "duration") or word in (",", "."):
                break
            if word in _RELATIVES:
                verb = verb or word not in ("who", "that", "whose")
                inside, awaited = True, word == "who" or (word == "that" and units[at - 1].word not in _RELATIVES)
            elif (not inside and unit.type not in ("condition", "subtype", "age", "people")) or (
                word in _SUBJECTS and units[at - 1].type
            ):
                break
            elif word in _FINITE or (awaited and word and not unit.filler):
                if verb and not (word in ("had", "been") and units[at - 1].word in ("have", "has", "had")):
                    break
                verb, awaited = True, False
            at += 1
        return at

    def _share_outcome(self, reading: Reading, sentence: Sentence) -> str:
        """Return what a share is a share of: the rest of its clause, without the share and the people.

        "About 40% of cancers are metastatic at diagnosis" is a share that are "metastatic at diagnosis".
        """
        share = reading.slots["share"]
        units, clause = sentence.units, sentence.clauses[share[0]]
        last = share[1]
        while last < len(units) and sentence.clauses[last] == clause:
            last += 1
        first = self._people_end(sentence, share[1], last)
        while (other := _another_share(units, first, last)) > first:
            first = self._people_end(sentence, other, last)
        last = _next_share(units, first, last)
        predicate = False
        if first < last and units[first].word == "," and not self._before(sentence, share[0]):
            # "In most cases, it gets better."
            return wording.text(sentence, wording.complement(sentence, (first + 1, last)))
        if first >= last or units[first].word == ",":
            return self._before(sentence, share[0])
        while first < last - 1 and not units[first].type and (units[first].filler or units[first].word in _AUXILIARIES):
            if units[first].word in ("not", "never", "n't", "no"):
                first -= units[first].start == units[first - 1].end
                break
            predicate = predicate or units[first].word in _PREDICATE
            first += 1
        words = wording.text(sentence, wording.complement(sentence, (first, last))) if first < last else ""
        if words and (len(words.split()) > 1 or units[first].type or predicate):
            return words
        return self._before(sentence, share[0]) or words

    def _before(self, sentence: Sentence, at: int) -> str:
        """Return the words before a share, without its verb; those before a colon where its own clause has none."""
        units, clause = sentence.units, sentence.clauses[at]
        for wanted in (clause, clause - 1):
            before = [n for n in range(at) if sentence.clauses[n] == wanted and not units[n].edge]
            while (
                before
                and not units[before[-1]].type
                and (
                    units[before[-1]].filler
                    or units[before[-1]].word in _AUXILIARIES
                    or units[before[-1]].word in _BEFORE_A_SHARE
                )
            ):
                before.pop()
            if before:
                first, last = wording.subject(sentence, (before[0], _first_conjunct(units, before[0], before[-1] + 1)))
                kept = [u for u in units[first:last] if not u.filler and u.type != "people" and u.word not in _EMPTY]
                whose = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
                told_by_people = whose and any(u.type == "people" for u in units[first:last])
                return wording.text(sentence, (first, last)) if kept or told_by_people else ""
        return ""

    def _people_end(self, sentence: Sentence, at: int, last: int) -> int:
        """Return the unit after the people that a share is of ("of women with the disease"), or ``at`` for none."""
        units = sentence.units
        first = at
        while (
            at < last
            and not units[at].type
            and (units[at].filler or units[at].word in ("of", "all", "these", "those", "in", "every"))
        ):
            at += 1
        if at < last and at > first and not units[at].type and units[at].word in ("them", "us"):
            return at + 1
        while (
            at + 1 < last
            and first < at < first + 5
            and not (units[at].type or units[at + 1].type or units[at].word in _FINITE)
        ):
            at += 1
        if at < last and (
            units[at].type in ("people", "condition")
            or (at + 1 < last and units[at + 1].type in ("people", "condition"))
        ):
            at += 1 if units[at].type in ("people", "condition") else 2
            while at + 1 < last and units[at].word in ("and", "or") and units[at + 1].type == "people":
                at += 2
            return self._phrase_end(sentence, at, None)
        return first

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
        if (
            "most" in {sentence.units[at].type for at in range(reading.first, reading.last)}
            and certainty == "definite"
            and kind.compare == "interval"
        ):
            certainty = "usual"
        if kind.compare == "scale":
            return self._scaled(slots, kind, reading, assertion, sentence, certainty)
        choice = next(
            (s for s in kind.slots if s.type == "choice" and s.name not in kind.key and s.name != "event"), None
        )
        if negated and not (kind.name == "identity" and "b" in reading.pattern.each):
            if choice is not None and slots.get(choice.name) in _COMPLEMENTS:
                slots[choice.name] = _COMPLEMENTS[str(slots[choice.name])]
                if certainty == "possible":
                    certainty = "definite"
            elif kind.compare != "interval":
                # What a share is of may itself be a denial ("a third never get it").
                denied = not denied
        return slots, certainty, denied

    def _scaled(
        self,
        slots: dict[str, SlotValue],
        kind: Kind,
        reading: Reading,
        assertion: Assertion,
        sentence: Sentence,
        certainty: Certainty,
    ) -> tuple[dict[str, SlotValue], Certainty, bool]:
        slot = next(s for s in kind.slots if s.type == "choice")
        steps = slot.values
        step = steps.index(str(slots[slot.name])) if slots[slot.name] in steps else len(steps) - 1
        frequency = assertion.frequency
        if not frequency and "share" not in reading.slots:
            clause = sentence.clauses[reading.first]
            most = any(sentence.clauses[at] == clause for at in sentence.of_type("most"))
            # "In most cases there is no cure".
            frequency = "often" if most else ""
        if assertion.negated:
            step = len(steps) - 1 - step
        share = self._quantity(reading, sentence)
        if share is not None:
            low = share[0] if share[0] is not None else share[1]
            step = next((s for bound, s in _CURE_STEPS if low is not None and low >= bound), 0)
            if sentence.units[reading.slots["share"][0]].type == "most":
                step = len(steps) - 2
                certainty = "usual"
            if assertion.negated:
                step = len(steps) - 1 - step
        elif frequency in _SCALE and step in (0, len(steps) - 1):
            # "not curable in most cases" is rarely, "usually curable" often.
            word = frequency if step == len(steps) - 1 else _FLIPPED[frequency]
            if frequency == "always":
                step = step if step == 0 else len(steps) - 1
            else:
                step = _SCALE.index(word) + 1
                # The word is the value ("rarely cured") and no hedge beside it.
                certainty = "usual" if frequency == "often" else "definite"
        if step == 0 and certainty == "possible":
            hedges = (sentence.words(s.first, s.last).lower() for s in assertion.cues if s.cue.kind == "hedge")
            # "Cannot" is sure, "may not" is not.
            certainty = "possible" if any(word not in ("can", "ca", "could") for word in hedges) else "definite"
        slots[slot.name] = steps[step]
        return slots, certainty, assertion.denied

    def _condition(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, slots: Mapping[str, SlotValue]
    ) -> Condition:
        mention = self._mentioned(reading, sentence, kind, topic)
        figures = kind.compare in ("interval", "scale")
        # A sentence that takes nothing up is of another disease only where that is akin to the page's own.
        akin = topic.beside.disease.rpartition(" ")[2] == topic.own.rpartition(" ")[2]
        taken_up = not topic.own or akin or any(u.word in _TAKES_UP and not u.type for u in sentence.units)
        goes_over = (figures and taken_up) or (kind.disease and self._concerns(kind, topic.beside))
        beside = topic.beside if goes_over else NOWHERE
        condition = mention.over(beside or topic.condition)
        until = next_value(sentence, self._head(reading)) if figures else None
        stage_told = told(sentence, "stage", self.lexicon.stages, self._head(reading), until)
        if reading.pattern.sets.get("stage"):
            return condition.staged(reading.pattern.sets["stage"])
        if kind.stage == "any":
            within = condition.within if condition.within in self._groups() else ""
            subtypes = self._intro_subtypes(reading, sentence)
            if not subtypes and ("outcome" in reading.slots or not mention):
                subtypes = mention.subtypes if mention else topic.condition.subtypes
            return Condition(condition.disease, subtypes=subtypes, within=within)
        going_on = any(name.startswith("after=") for name in reading.pattern.needs)
        before = topic.subtypes if going_on else condition.subtypes
        subtypes = self._subtypes(sentence, reading) or mention.subtypes or before
        if (
            kind.stage
            and topic.kind == kind.name
            and not topic.about_stage
            and not mention.stage
            and not sentence.of_type("people", "condition")
        ):
            return Condition(condition.disease, "", subtypes)
        if kind.stage:
            stage = "" if sentence.has("any-stage") and not mention.stage else kind.stage
            return Condition(
                condition.disease, stage, subtypes, condition.within if condition.within in self._groups() else ""
            )
        if kind.compare == "opposite" and "a" in slots:
            return self._identified(reading, sentence, topic, condition, slots)
        if kind.compare == "interval" and "outcome" in slots:
            people = self._people_condition(reading, sentence)
            if people is NOWHERE and sentence.has("chance") and sentence.units[1:2] and sentence.units[1].word == ":":
                # A row of a table: "<stage> : risk of .. : 10%".
                people = sentence.units[0].condition or NOWHERE
            if people is NOWHERE:
                people = of_whom(sentence, self._head(reading), self.lexicon.stages)
            own = topic.condition.disease
            if (
                (people is NOWHERE or self._of_patients(sentence, people))
                and people.disease != own
                and any(
                    (c := sentence.units[at].condition) is not None and c.disease == own
                    for at in sentence.of_type("condition")
                )
            ):
                # "One in fifty women who had the one get the other": the page is about the other.
                people = Condition(own)
            # A share of all cases is not one of the group that a page is about.
            whole = any(
                u.type == "condition" for u in sentence.units[self._head(reading) + 1 : self._head(reading) + 4]
            )
            within = self._in_group(sentence) or ("" if whole else topic.condition.within)
            silent = not sentence.of_type("condition") and not any(c.startswith("stage=") for c in sentence.classes)
            stage = (topic.about_stage if going_on else topic.headed_stage) if silent else ""
            return people.over(Condition(condition.disease, stage, within=within))
        nearby = [name for name, entry in self.packs.sites.items() if entry.properties.get("regional") is True]
        stage = (
            paired(sentence, self._head(reading), self.lexicon)
            or mention.stage
            or (regional(sentence, nearby, self.lexicon.stages) if "site" not in reading.slots else "")
            or stage_told
            or condition.stage
        )
        site = (self._within(reading, sentence) or row_site(sentence)) if stage in ("", self.lexicon.elsewhere) else ""
        within = site or self._in_group(sentence) or condition.within
        return Condition(condition.disease, stage, subtypes or labelled_form(sentence), within)

    @staticmethod
    def _intro_subtypes(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
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

    def _concerns(self, kind: Kind, condition: Condition) -> bool:
        """Tell whether a kind is about diseases of that name."""
        if not kind.disease or not condition.disease:
            return True
        nouns = self.packs.classes.get(kind.disease, ())
        name = condition.disease.partition(" of ")[0].rpartition(" ")[2]
        return any(name.endswith(noun[1:]) if noun.startswith("*") else name == noun for noun in nouns)

    def _identified(
        self,
        reading: Reading,
        sentence: Sentence,
        topic: Topic,
        condition: Condition,
        slots: Mapping[str, SlotValue],
    ) -> Condition:
        """Return the condition of "a is b": at the stage of either side, of a cancer that is elsewhere, of "it"."""
        own = topic.condition.disease or condition.disease
        first, second = (
            [c for unit in sentence.units[slice(*reading.slots.get(name, (0, 0)))] if (c := unit.condition)]
            for name in ("a", "condition" if "condition" in reading.slots else "b")
        )
        named = [*first, *second]
        if "a" in reading.slots and not any(c.disease in (own, "") for c in named):
            # Another disease than the one under discussion is said to be, or not to be, something.
            other = first[-1:] or (second[:1] if slots.get("relation") == "is" else [])
            if other:
                return other[0]
        units = sentence.units[reading.first : reading.last]
        stages = [c.stage for u in units if (c := u.condition) and c.stage]
        sides = sentence.units[slice(*reading.slots.get("a", (0, 0)))]
        subtypes = next((c.subtypes for c in first if c.subtypes), ()) or next(
            (unit.ids[:1] for unit in sides if unit.type == "subtype"), ()
        )
        if stages:
            return Condition(own, stages[0], subtypes)
        there = any(unit.type == "site" and not self._regional(unit.ids) for unit in sides)
        elsewhere = there or "topic" in reading.pattern.sets or told(sentence, "stage", (self.lexicon.elsewhere,))
        if elsewhere and own.rpartition(" ")[2] in self.packs.classes.get(self.packs.kinds["site-list"].disease, ()):
            return Condition(own, self.lexicon.elsewhere, subtypes)
        if "a" not in reading.slots:
            return Condition(own, topic.condition.stage, subtypes or topic.condition.subtypes)
        return Condition(own, "", subtypes)

    def group(self, sentence: Sentence, condition: Condition) -> str:
        """Return the group of people whom a heading is about, where they are not those who mostly have the disease."""
        people = [sentence.units[at].ids[0] for at in sentence.of_type("people")]
        entry = self.packs.vocabularies.get("diseases", {}).get(condition.disease)
        usual = entry.properties.get("people") if entry else None
        if len(people) != 1 or people[0] not in self._groups() or not isinstance(usual, list) or people[0] in usual:
            return ""
        return people[0]

    def _in_group(self, sentence: Sentence) -> str:
        """Return the group of a disease that a sentence names ("<disease> in <group>"), "" for none."""
        units = sentence.units
        for at in sentence.of_type("condition"):
            following = units[at + 1 : at + 3]
            if [unit.word for unit in following[:1]] == ["in"] and following[-1].type == "people":
                alone = replace(sentence, units=(units[at], *following))
                return self.group(alone, units[at].condition or NOWHERE)
        return ""

    def elsewhere(self, heading: Sentence, condition: Condition) -> str:
        """Return the site that a heading is about, where a cancer is said to have come to it ("<site> secondaries")."""
        sites = [heading.units[at].ids for at in heading.of_type("site")]
        spread = heading.has("spread-noun") or heading.has("spread-verb") or condition.stage == self.lexicon.elsewhere
        spreads = self._concerns(self.packs.kinds["site-list"], condition) if "site-list" in self.packs.kinds else False
        return f"the {sites[0][0]}" if spread and spreads and len(sites) == 1 and len(sites[0]) == 1 else ""

    def _groups(self) -> set[str]:
        people = self.packs.vocabularies.get("people", {})
        return {id_ for id_, entry in people.items() if entry.properties.get("group") is True}

    def _within(self, reading: Reading, sentence: Sentence) -> str:
        """Return the site that a statement is about alone: "<site> secondaries", "spread to the <site>"."""
        places = [at for at in sentence.of_type("site") if sentence.clauses[at] == sentence.clauses[reading.first]]
        if len(places) != 1 or len(sentence.units[places[0]].ids) != 1 or "site" in reading.slots:
            return ""
        near = sentence.classes.get("spread-noun", ())
        if not any(abs(at - places[0]) <= 2 for at, _ in near):
            return ""
        return f"the {sentence.units[places[0]].ids[0]}"

    def _people_condition(self, reading: Reading, sentence: Sentence) -> Condition:
        """Return the condition of the people that a share is of: "of women with metastatic disease", "in X-negative disease"."""
        head = self._head(reading)
        for at in sentence.of_type("condition", "subtype"):
            if sentence.clauses[at] != sentence.clauses[head] and at > head:
                continue
            unit = sentence.units[at]
            condition = formed(sentence, at) if unit.condition else Condition(subtypes=unit.ids[:1])
            words = [
                u.word
                for u in sentence.units[max(0, at - 3) : at]
                if not u.type and not (u.filler and u.word not in ("in", "of"))
            ]
            led = bool(words) and words[-1] in ("with", "in", "of", "among", "for", "have", "whose")
            verb = any(u.word in _VERBS for u in sentence.units[head:at] if not u.type) if at > head else False
            if (led and not verb and (words[-1] != "have")) or (at < head and led):
                return condition
        return NOWHERE

    def _subtypes(self, sentence: Sentence, reading: Reading) -> tuple[str, ...]:
        """Return the subtypes that a value is given for: before it, beside it, or led to by "in", "for", "with"."""
        head = self._head(reading)
        values = sentence.of_type("share", "duration", "number")
        following = min((v for v in values if v > head), default=len(sentence.units))

        def order(at: int) -> tuple[bool, int]:
            # "31% of those with the one, 32% of those with the other": what a figure leads to goes before what is nearer.
            return not (head < at < following and self._led(sentence, at)), abs(at - head)

        for at in sorted(sentence.of_type("subtype", "condition"), key=order):
            unit = sentence.units[at]
            ids = unit.ids if unit.type == "subtype" else self._unit_condition(unit).subtypes
            others = [v for v in values if v != head and sentence.units[v].type == sentence.units[head].type]
            if not ids or (order(at)[0] and any(abs(v - at) < abs(head - at) for v in others)):
                continue
            if at < head or apart(sentence, at, head) < 10 + abs(at - head) or self._led(sentence, at):
                return self._together(ids, unit)
        return ()

    @staticmethod
    def _led(sentence: Sentence, at: int) -> bool:
        before = [u.word for u in sentence.units[max(0, at - 3) : at] if not u.type and not u.filler]
        return bool(before) and before[-1] in ("in", "for", "with", "among", "of")

    def _together(self, ids: tuple[str, ...], unit: Unit) -> tuple[str, ...]:
        """Return subtypes that are named together in the order of the packs; of alternatives the first."""
        order = list(self.packs.vocabularies.get("subtypes", {}))
        if len(ids) > 1 and " or " in f" {unit.word} ":
            return ids[:1]
        return tuple(sorted(ids, key=lambda id_: order.index(id_) if id_ in order else len(order)))

    def _mentioned(self, reading: Reading, sentence: Sentence, kind: Kind, topic: Topic) -> Condition:
        """Return the condition named nearest to a reading: in its outcome (of several the one under discussion), in it, in
        its clause, in the sentence."""
        places = sentence.of_type("condition")
        if not places:
            return NOWHERE
        outcome = reading.slots.get("outcome")
        if outcome is not None:
            inside = [at for at in places if outcome[0] <= at < outcome[1]]
            if inside:
                named = [self._unit_condition(sentence.units[at]) for at in inside]
                own = (condition for condition in named if condition.disease == topic.condition.disease)
                return next(own, named[0])
        hidden = reading.slots.get("factor") or reading.slots.get("b")
        shown = [at for at in places if hidden is None or not hidden[0] <= at < hidden[1]]
        if kind.stage == "any" and outcome is None:
            shown = [at for at in shown if reading.first <= at < reading.last]
        shown = [at for at in shown if not self._is_the_kind(sentence, at)] or shown
        head = self._head(reading)
        until = next_value(sentence, head) if kind.compare in ("interval", "scale") else None
        shown = [at for at in shown if until is None or at < until]
        if not shown:
            return NOWHERE
        if kind.stage == "any" and outcome is None:
            others = (self._unit_condition(sentence.units[at]) for at in shown)
            if found_own := next((found for found in others if found.disease == topic.condition.disease), None):
                return found_own
        led = [at for at in shown if led_to(sentence, head, at) or _whom(sentence, head, at)]
        best = min(
            led or shown,
            key=lambda at: apart(sentence, at, head) - 20 * bool(self._unit_condition(sentence.units[at]).stage),
        )
        if kind.compare in ("interval", "scale"):
            return formed(sentence, best)
        return self._unit_condition(sentence.units[best])

    @staticmethod
    def _of_patients(sentence: Sentence, people: Condition) -> bool:
        """Tell whether a share is of people who have a condition, and not of its cases ("85% of cases of ..", "half of .. cancers")."""
        return any(
            sentence.units[at].condition is not None
            and sentence.units[at].condition.disease == people.disease  # type: ignore[union-attr]
            and not {"with", "have", "had", "having"}.isdisjoint(u.word for u in sentence.units[max(0, at - 3) : at])
            for at in sentence.of_type("condition")
        )

    @staticmethod
    def _is_the_kind(sentence: Sentence, at: int) -> bool:
        """Tell whether a condition only says of what kind another is ("one of the few forms of <condition> that ..")."""
        words = [u.word for u in sentence.units[max(0, at - 2) : at]]
        return len(words) == 2 and words[1] == "of" and words[0] in _KINDS

    @staticmethod
    def _unit_condition(unit: Unit) -> Condition:
        return unit.condition or NOWHERE

    def _evidence(
        self, reading: Reading, sentence: Sentence, assertion: Assertion, condition: Condition
    ) -> tuple[Evidence, ...]:
        found = [Evidence("pattern", reading.pattern.id, sentence.words(reading.first, reading.last))]
        for name, span in reading.slots.items():
            found.append(
                Evidence(
                    "value",
                    name,
                    sentence.words(*span) if sentence.units[span[0]].type != "items" else "the list below",
                )
            )
        for seen in assertion.cues:
            found.append(Evidence("cue", seen.cue.kind, sentence.words(seen.first, seen.last)))
        found.append(Evidence("condition", condition.name))
        return tuple(found)

    @staticmethod
    def _item_words(name: str, item: Item) -> tuple[str, ...]:
        """Return what an announced item puts into a slot: the drugs or forms in it, else its words."""
        if name == "therapy":
            return item.therapies
        return item.forms if name == "target" else (item.words,)

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
                    for words in self._item_words(name, item):
                        if draft.slots.get("direction") == "increases":
                            # "If you smoke, quit": what raises the risk is that you smoke.
                            words = wording.premise(words)
                        one = replace(draft, slots={**draft.slots, name: words}, item=item.block)
                        if item.certainty != "definite" and draft.certainty == "definite":
                            one = replace(one, certainty=item.certainty)
                        yield from _alone(one, kind)
                return
        if any(slot.type == "words" and isinstance(draft.slots.get(slot.name), tuple) for slot in kind.slots):
            yield from _alone(draft, kind)
            return
        for name in reading.pattern.each:
            value = draft.slots.get(name)
            if isinstance(value, str):
                slot = kind.slot(name)
                parts = wording.things(value) if slot is not None and slot.noun else wording.listed(value)
                for part in parts:
                    yield replace(draft, slots={**draft.slots, name: part})
                return
        yield draft


def _whom(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether "of people with .." leads from a share to a disease."""
    between = sentence.units[head + 1 : at]
    if not between or between[0].word != "of" or len(between) > _WHOM:
        return False
    return not any(
        unit.edge
        or unit.type in ("share", "site", "condition")
        or (not unit.type and unit.word in (_FINITE | {",", "and"}))
        for unit in between
    )


def _another_share(units: Sequence[Unit], at: int, last: int) -> int:
    """Return the unit after a share that "and" joins to the one before ("1 in 20 men and 1 in 50 women"), ``at`` for none."""
    if at >= last or units[at].type or units[at].word not in ("and", "or", ","):
        return at
    place = at + 1
    while place < last and not units[place].type and (units[place].filler or units[place].word == "and"):
        place += 1
    return place + 1 if place < last and units[place].type == "share" else at


def _next_share(units: Sequence[Unit], first: int, last: int) -> int:
    """Return where what is said of a share ends: at the "and" that leads to the next share ("a third do, and half .."), else ``last``."""
    for at in range(first + 1, last):
        if not units[at].type and units[at].word in ("and", ",") and _another_share(units, at, last) > at:
            return at
    return last


def _first_conjunct(units: Sequence[Unit], first: int, last: int) -> int:
    """Return the end of what a sentence is about, where another statement stands between it and the share ("X is .. and makes up")."""
    verbs = [
        at for at in range(first + 1, last) if not units[at].type and units[at].word in ("is", "are", "was", "were")
    ]
    if verbs and any(not unit.type and unit.word == "and" for unit in units[verbs[0] : last]):
        return verbs[0]
    return last


def _alone(draft: Draft, kind: Kind) -> Iterator[Draft]:
    """Yield a claim for each of several names in a slot of words, and for each pair where two slots hold several."""
    for slot in kind.slots:
        value = draft.slots.get(slot.name)
        if slot.type == "words" and isinstance(value, tuple):
            for words in value:
                yield from _alone(replace(draft, slots={**draft.slots, slot.name: words}), kind)
            return
    yield draft


_KINDS = frozenset(("form", "forms", "type", "types", "kind", "kinds"))
_EMPTY = frozenset(
    (
        "it",
        "they",
        "these",
        "those",
        "he",
        "she",
        "we",
        "you",
        "for",
        "this",
        "that",
        "figure",
        "number",
        "rate",
        "in",
        "of",
        "among",
        ",",
    )
)
_RELATIVES = frozenset(
    ("with", "whose", "who", "that", "in", "of", "under", "over", "aged", "diagnosed", "from", "without")
)
_FINITE = frozenset((
    "have", "has", "will", "are", "is", "were", "was", "get", "gets", "develop", "develops", "survive", "survived", "live", "lives",
    "die", "dies", "may", "can", "could", "would", "might", "must", "should", "cannot", "do", "does", "had", "never", "turn", "come", "go", "need", "respond",
    "affect", "affects", "involve", "involves", "occur", "occurs", "begin", "begins", "start", "starts", "carry", "express", "make",
    "spread", "reach", "show", "require", "grow", "recur", "relapse", "belong", "contain", "lack", "remain", "become", "appear", "happen",
    "experience", "progress", "recover", "exhibit", "lose", "notice", "report", "improve", "suffer", "present", "receive", "undergo",
    "feel", "smoke", "face", "relapsed", "fail", "achieve", "tolerate", "benefit", "continue", "stop", "end", "die", "never", "also",
))  # fmt: skip
_AUXILIARIES = frozenset(
    (
        "are",
        "is",
        "be",
        "will",
        "have",
        "has",
        "had",
        "were",
        "was",
        "do",
        "does",
        "get",
        "turn",
        "out",
        "to",
        "who",
        "that",
    )
)
_BEFORE_A_SHARE = frozenset((
    ",", "found", "seen", "in", "some", "makes", "make", "up", "account", "accounts", "for", "affects", "affect", "another", "further",
))  # fmt: skip
"""Words that lead to a share and are no part of what it is a share of."""
_SUCH = frozenset(("affected", "such", "these", "those", "many", "some", "most", "other", "all", "several", "few"))
"""Words before people that tell none of them apart."""
_TAKES_UP = frozenset(("it", "they", "them"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "we", "you"))
_PREDICATE = frozenset(("are", "is", "have", "has", "had", "were", "was", "been", "be", "will", "get"))
_VERBS = frozenset(
    (
        "present",
        "presents",
        "have",
        "has",
        "had",
        "will",
        "are",
        "is",
        "were",
        "was",
        "get",
        "gets",
        "develop",
        "develops",
        "live",
        "survive",
        "may",
        "can",
        "do",
        "go",
    )
)
_COMPLEMENTS = {"increases": "none", "decreases": "none", "is": "is-not", "for": "not-for", "none": "increases"}
