"""The slots of a reading filled: from its mentions, its rule, its words, and what went before."""

from __future__ import annotations

from lint.claims import Kind, Slot, SlotValue
from lint.diseases import Diseases
from lint.language import clauses, share_outcomes, share_people, wording
from lint.language.about import About
from lint.language.aliases import LABELS, ends_in_pronoun, implied, named_thing, states, synonyms, takes_up, told_apart
from lint.language.discourse import Topic
from lint.language.drafts import Item
from lint.language.drugs import drugs
from lint.language.each import LISTED
from lint.language.lexicon import Lexicon
from lint.language.measures import bounds_of, event_of, measure_of, share_of, unit_of
from lint.language.reading import Reading
from lint.language.targets import targets
from lint.language.things import Things
from lint.language.told import tells_whom
from lint.language.units import Sentence
from lint.packs import Packs

_TAKEN_UP = ("same", "opposite", "within")
"""What takes a slot from the claim before, which must be one of its kind."""
_DEPENDING = frozenset(("depending", "regardless", "according"))
_OPPOSITE = {"increases": "decreases", "decreases": "increases"}
"""What a thing does that does the opposite of the one before it."""


class Slots:
    """Fills the slots of readings with the packs' kinds and lexicon."""

    def __init__(self, packs: Packs, lexicon: Lexicon, about: About) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.about = about
        self.diseases = Diseases(packs)
        self._things = Things(packs, lexicon, about)

    def filled(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, items: tuple[Item, ...]
    ) -> dict[str, SlotValue] | None:
        """Return the values of the kind's slots, None where one is missing that a claim must have."""
        found: dict[str, SlotValue] = {}
        for slot in kind.slots:
            if slot.name in ("a", "b") and slot.name not in reading.pattern.sets:
                found[slot.name] = self._called(slot.name, reading, sentence, topic)
            elif slot.name in ("therapy", "target"):
                found[slot.name] = self._treated(slot.name, reading, sentence, topic)
            elif slot.name in reading.pattern.sets:
                if reading.pattern.sets[slot.name] in _TAKEN_UP and topic.kind != kind.name:
                    return None
                found[slot.name] = self._set(slot, reading.pattern.sets[slot.name], topic, share_of(reading, sentence))
            else:
                value = self._value(slot, reading, sentence, topic, items)
                if (
                    value is None
                    and slot.type != "bound"
                    and not (self._named(slot, reading) or (slot.noun and slot.name in reading.slots))
                ):
                    value = (
                        None
                        if _listed_behind(reading, sentence, slot)
                        else self._things.inherited(slot, topic, reading, sentence)
                    )
                found[slot.name] = slot.default if value is None and slot.type != "bound" else value
            if found[slot.name] is None and slot.required and slot.type != "bound":
                return None
        if _of_itself(found) and not topic.condition.stage:
            # A stage has one name here, whatever the text calls it.
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
        if text in ("same", "within"):
            return topic.said.get(slot.name)
        if text == "opposite":
            return _OPPOSITE.get(str(topic.said.get(slot.name)))
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
            return LISTED if span[1] - span[0] == 1 else None
        nouns_of = self.packs.classes.get(self.packs.kinds["site-list"].disease, ())
        if reading.pattern.sets.get("topic") == "state" and not states(reading, sentence, nouns_of, self.diseases):
            return None
        lists = name in reading.pattern.each
        if span is None:
            if name == "b" or not told_apart(reading, sentence, topic, reading.pattern.sets.get("relation", "")):
                return None
            return implied(topic, sentence, reading) or None
        if lists and name == "b":
            labelled = span[0] > 0 and sentence.units[span[0] - 1].word in LABELS
            return tuple(synonyms(sentence.words(*span), bare=labelled)) or None
        if lists or (name == "a" and "b" in reading.pattern.each):
            named = named_thing(sentence, span)
            return named or (implied(topic, sentence, reading) if takes_up(sentence, span) else "") or None
        pointed = name == "a" or sentence.units[span[0] - 1].word == "the"
        if (pointed and takes_up(sentence, span)) or (name == "a" and ends_in_pronoun(sentence, span)):
            return implied(topic, sentence, reading) or None
        if name == "a" and (joined := clauses.subject_of_joined(sentence, span)):
            return wording.text(sentence, joined)
        return (self._words(name, reading, sentence) if name in reading.slots else wording.text(sentence, span)) or None

    def _treated(self, name: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return the drugs or the forms of the disease that a reading means, None for none and for the page's own disease where no word means it."""
        if "items" in reading.slots or any(sentence.units[span[0]].type == "items" for span in reading.slots.values()):
            if name == self._listed_slot(reading):
                return LISTED
        found = drugs(reading, sentence, topic) if name == "therapy" else targets(reading, sentence, topic)
        formed = "form" in reading.slots
        own = (topic.condition.disease if formed else topic.own).lower()
        stated = "condition" in reading.slots or reading.pattern.sets.get("target") == "condition"
        if name == "target" and (stated or (formed and self.lexicon.is_form(own))):
            # The page's own disease is a target where it is named or meant; of one form of a disease, what is for it is said by name.
            own = ""
        return tuple(words for words in found if words and words.lower() != own) or None

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
            quantity = bounds_of(reading, sentence)
            if quantity is None:
                return None
            low, high = quantity
            if reading.pattern.sets.get("measure") == "half":
                low, high = (low, low) if high is None else (high, high) if low is None else (low, high)
            value = low if slot.name == "low" else high
            return None if value is None else round(value, 2) if value >= 1 else float(f"{value:.2g}")
        if slot.type == "unit":
            return unit_of(reading, sentence)
        if slot.name == "measure":
            return measure_of(reading, sentence, topic)
        if slot.name == "event":
            return event_of(reading, sentence, topic, self.lexicon)
        if "items" in spans and slot.name == self._listed_slot(reading):
            return LISTED
        if slot.name in spans:
            words = self._words(slot.name, reading, sentence) or None
            return (
                self._things.named(slot, words, reading, sentence, topic)
                if slot.noun and words and words != LISTED
                else words
            )
        if slot.name == "population":
            return share_people.population(reading, sentence, self.packs)
        if slot.name == "outcome" and "share" in spans:
            words = share_outcomes.outcome(reading, sentence)
            if words.lower() in ("yes", "no"):
                return None
            return topic.condition.disease or None if words.lower() == "it" else words or None
        return None

    def _site_ids(self, reading: Reading, sentence: Sentence, items: tuple[Item, ...]) -> tuple[str, ...]:
        if "site" in reading.picked:
            return (reading.picked["site"],)
        span = reading.slots.get("site") or reading.slots.get("sites") or reading.slots.get("items")
        if span is None:
            return ()
        unit = sentence.units[span[0]]
        if self.packs.kinds[reading.pattern.kind].compare == "listed" and _follows(sentence, span[0]):
            return ()
        if "share" in reading.slots:
            following = sentence.units[span[0] + 1 : span[0] + 2]
            before = [u.word for u in sentence.units[max(0, span[0] - 2) : span[0]] if u.word != "the"]
            counted = self.about.regional(unit.ids) and sentence.units[span[0] - 1].type == "number"
            if (
                counted
                or before[-1:] in (["from"], ["no"], ["before"], ["than"])
                or (following and following[0].word in ("negative", "positive"))
            ):
                # "A node-negative tumour", "four nodes", "blood from the <site>": not where it has come to.
                return ()
            distant = unit.word.startswith("distant")
            if self.about.regional(unit.ids) and not distant and not self._spread(sentence):
                return ()
            if tells_whom(sentence, reading.slots["share"][0], span[0]) or _depends(
                sentence, reading.slots["share"][0], span[0]
            ):
                return ()
        if unit.type == "items":
            return tuple(dict.fromkeys(site for item in items for site in item.sites))
        return unit.ids

    @staticmethod
    def _spread(sentence: Sentence) -> bool:
        if sentence.has("regional-words"):
            return False
        return sentence.has("stage=metastatic") or any(u.condition and u.condition.stage for u in sentence.units)

    def _lists(self, reading: Reading) -> bool:
        """Tell whether a reading must name several sites: one site is no list, save where the text says "another", "too"."""
        kind = self.packs.kinds[reading.pattern.kind]
        return kind.compare == "listed" and reading.pattern.sets.get("topic") != "one-more"

    def _words(self, name: str, reading: Reading, sentence: Sentence) -> str:
        first, last = reading.slots[name]
        if sentence.units[last - 1].type == "items":
            return LISTED
        slot = self.packs.kinds[reading.pattern.kind].slot(name)
        if slot is not None and slot.noun:
            return wording.text(sentence, (first, last))
        if first <= reading.first + 1 and last < reading.last:
            span = wording.subject(sentence, (first, last))
        else:
            span = wording.complement(sentence, (first, last))
        return wording.text(sentence, span)

    def _listed_slot(self, reading: Reading) -> str:
        """Return the slot that the items of an announced list fill: the pattern's first ``each``, else the first open one."""
        if reading.pattern.each:
            return reading.pattern.each[0]
        kind = self.packs.kinds[reading.pattern.kind]
        return next((s.name for s in kind.slots if s.type == "words" and s.name not in reading.slots), "")


def _of_itself(found: dict[str, SlotValue]) -> bool:
    """Tell whether a thing is said to be what it is called already."""
    a, b = found.get("a"), found.get("b")
    names = b if isinstance(b, tuple) else (b,)
    return found.get("relation") == "is" and isinstance(a, str) and [str(name).lower() for name in names] == [a.lower()]


def _follows(sentence: Sentence, at: int) -> bool:
    """Tell whether sites come behind the first one ("most often to the <site>, followed by .."): they are no list of equals."""
    return [unit.word for unit in sentence.units[max(0, at - 3) : at] if unit.word != "the"][-2:] == ["followed", "by"]


def _depends(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a site is but what a figure depends on ("13 to 41%, depending on how many <sites> were involved")."""
    return any(unit.word in _DEPENDING and not unit.type for unit in sentence.units[head:at])


def _listed_behind(reading: Reading, sentence: Sentence, slot: Slot) -> bool:
    """Tell whether a reading is the label of sites behind its colon ("First distant site: <site> in 41%"), not of one before."""
    colon = sentence.units[reading.last : reading.last + 1]
    return (
        slot.type in ("term", "terms")
        and bool(colon)
        and colon[0].word == ":"
        and any(at > reading.last for at in sentence.of_type("site", "share"))
    )
