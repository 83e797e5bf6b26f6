"""From readings to claims: slots filled from the mentions, the rule and what went before; certainty and condition set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lint.claims import Evidence, Kind, Slot, SlotValue
from lint.diseases import Diseases
from lint.language import asserted, noun_parts, nouns, shares, wording
from lint.language.about import TAKES_UP, About
from lint.language.aliases import implied, named_thing, states, synonyms, takes_up, told_apart
from lint.language.assertion import Assertion, assess
from lint.language.conditions import Condition
from lint.language.discourse import Topic
from lint.language.drafts import Draft, Item
from lint.language.each import LISTED, each_item
from lint.language.forms import about_a_case, drugs, excepted, in_passing, listed, of_takers, supposed, targets
from lint.language.lexicon import Lexicon
from lint.language.measures import bounds_of, event_of, head_of, measure_of, share_of, unit_of
from lint.language.phrases import words as lexicon_words
from lint.language.reading import Reading
from lint.language.told import of_other_things, tells_whom
from lint.language.units import Sentence
from lint.language.unnamed import subject_defined
from lint.language.whose import apposed, held_against
from lint.packs import Packs

_TAKEN_UP = ("same", "opposite", "within")
"""What takes a slot from the claim before, which must be one of its kind."""
_STATES = frozenset(("left", "untreated", "treated", "not", "caught", "found", "undiagnosed", "unchecked", "ignored"))
"""How what is said of the disease itself begins ("If left untreated, it can ..")."""
_EACH = frozenset(("each", "apiece"))
_SUCH = frozenset(("affected", "such", "these", "those", "many", "some", "most", "other", "all", "several", "few"))
"""Words before people that tell none of them apart."""
_SIDES = frozenset(("side", "one", "lobe", "half"))
_ARTICLES, _SITE_WORDS = frozenset(("the", "a", "an", "your")), 4
_OPPOSITE = {"increases": "decreases", "decreases": "increases"}
"""What a thing does that does the opposite of the one before it."""


class Resolver:
    """Fills the slots of readings with the packs' kinds and lexicon."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.about = About(packs, lexicon)
        self.diseases = Diseases(packs)
        self._anaphors = frozenset(packs.classes.get("the-disease", ()))

    def drafts(
        self, reading: Reading, sentence: Sentence, topic: Topic, items: tuple[Item, ...] = ()
    ) -> Iterator[Draft]:
        """Yield the claims that a reading makes; none when it is a question, a story, a past belief, or lacks a slot."""
        kind = self.packs.kinds[reading.pattern.kind]
        for site in _alike(reading, sentence):
            yield from self.drafts(replace(reading, picked={"site": site}), sentence, topic, items)
        assertion = assess(about_a_case(reading, sentence), sentence)
        if assertion.silenced or sentence.question:
            return
        if any(
            "topic" in names and self._holds_topic(reading, slot, sentence, topic)
            for slot, names in reading.pattern.lacks.items()
        ):
            return
        if kind.compare == "interval" and held_against(sentence, head_of(reading)):
            return
        if kind.name == "survival" and reading.slots.keys() == {"share"} and apposed(sentence, head_of(reading)):
            return
        if kind.name == "risk-factor" and assertion.negated and _of_a_part(reading, sentence):
            return
        if kind.name == "therapy-target" and (
            of_takers(reading, sentence) or supposed(reading, sentence) or in_passing(reading, sentence, topic)
        ):
            return
        reading = _of_it_alone(reading, sentence) if assertion.negated else listed(reading, sentence)
        slots = self._slots(reading, sentence, topic, kind, items)
        if slots is None or (isinstance(slots.get("a"), str) and slots["a"] == slots.get("b")):
            return
        things = [str(slots[s.name]).lower() for s in kind.slots if s.noun and s.name in slots]
        if len(things) > 1 and len(set(things)) == 1:
            return
        slots, certainty, denied = asserted.asserted(slots, kind, reading, assertion, sentence)
        if "therapy" in slots and excepted(reading, sentence):
            slots["relation"] = "for" if slots["relation"] == "not-for" else "not-for"
        if kind.name == "incidence" and _dangling(str(slots.get("population") or ""), sentence):
            return  # "35% for those with": with what, the sentence before told
        condition = self.about.condition(reading, sentence, topic, kind, slots)
        if (not condition.disease and kind.compare != "opposite") or not self.about.concerns(kind, condition):
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
            if (mention := self.about.mentioned(reading, sentence, kind, topic)).subtypes == condition.subtypes
            else ()
        )
        for subtype in either or ("",):
            about = replace(condition, subtypes=(subtype,)) if subtype else condition
            for one in each_item(replace(draft, condition=about), reading, sentence, kind, items):
                if not self._is_a_site(one.slots.get("factor"), condition):
                    yield one

    def _is_a_site(self, factor: SlotValue, condition: Condition) -> bool:
        """Tell whether what is said to bring on a cancer is nothing but a part of the body: a place that it goes to."""
        kind = self.packs.kinds.get("site-list")
        if kind is None or not self.about.concerns(kind, condition):
            return False
        tokens = [word for word in lexicon_words(factor) if word not in _ARTICLES] if isinstance(factor, str) else []
        match = self.lexicon.match(tokens, 0) if 0 < len(tokens) <= _SITE_WORDS else None
        return match is not None and match[0] == len(tokens) and match[1][0].type == "sites"

    def _at_home(self, slots: Mapping[str, SlotValue], condition: Condition, sentence: Sentence) -> bool:
        """Tell whether the one site of a claim is the organ that the disease is of: that is not where it spreads to."""
        sites = slots.get("sites") or slots.get("site") or ()
        ids = (sites,) if isinstance(sites, str) else sites
        if not isinstance(ids, tuple) or len(ids) != 1 or self._across(sentence, ids):
            return False
        entry = self.packs.sites.get(str(ids[0]))
        own = condition.disease.split(" ", 1)[0]
        return entry is not None and bool(own) and own in entry.names

    @staticmethod
    def _across(sentence: Sentence, ids: tuple[SlotValue, ...]) -> bool:
        """Tell whether a site is the other one of two ("the opposite <organ>", "the <organ> on the other side")."""
        units = sentence.units
        return any(
            any(unit.type == "site" and set(ids) <= set(unit.ids) for unit in units[first : last + 1])
            or any(unit.word in _SIDES for unit in units[last : last + 1])
            for first, last in sentence.classes.get("other-side", ())
        )

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
                        else self._inherited(slot, topic, reading, sentence)
                    )
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
            return tuple(synonyms(sentence.words(*span))) or None
        if lists or (name == "a" and "b" in reading.pattern.each):
            named = named_thing(sentence, span)
            return named or (implied(topic, sentence, reading) if takes_up(sentence, span) else "") or None
        if name == "a" and takes_up(sentence, span):
            return implied(topic, sentence, reading) or None
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
                self._thing(slot, words, reading, sentence, topic) if slot.noun and words and words != LISTED else words
            )
        if slot.name == "population":
            return shares.population(reading, sentence, self.packs)
        if slot.name == "outcome" and "share" in spans:
            words = shares.outcome(reading, sentence)
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
        if "share" in reading.slots:
            following = sentence.units[span[0] + 1 : span[0] + 2]
            before = [u.word for u in sentence.units[max(0, span[0] - 2) : span[0]] if u.word != "the"]
            counted = self.about.regional(unit.ids) and sentence.units[span[0] - 1].type == "number"
            if (
                counted
                or before[-1:] in (["from"], ["no"])
                or (following and following[0].word in ("negative", "positive"))
            ):
                # "A node-negative tumour", "four nodes", "blood from the <site>": not where it has come to.
                return ()
            distant = unit.word.startswith("distant")
            if self.about.regional(unit.ids) and not distant and not self._spread(sentence):
                return ()
            if tells_whom(sentence, reading.slots["share"][0], span[0]):
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

    def _thing(self, slot: Slot, words: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return the thing that the words of a slot name: what a pronoun stands for, what tells people apart."""
        if words.lower() in self._anaphors and _indefinite(sentence, reading.slots[slot.name]):
            return _called(sentence, reading.slots[slot.name][1]) or None
        if slot.name == "outcome" and words.lower() in self._anaphors and not noun_parts.pronoun(words):
            return topic.condition.disease or self._inherited(slot, topic, reading, sentence)
        if words.isdigit():  # a year, and no thing
            return None
        if slot.name == "outcome" and _COMING_BY_IT.fullmatch(words):
            return topic.condition.disease or None
        span = reading.slots[slot.name]
        if slot.name == "outcome" and (subject := subject_defined(sentence, span)):
            return wording.text(sentence, subject)
        if words.lower() in self._anaphors and not noun_parts.pronoun(words):
            return topic.condition.disease or None
        if noun_parts.pronoun(words):
            if slot.name == "outcome":
                return self._inherited(slot, topic, reading, sentence) if self._takes_up_disease(topic) else None
            if words.lower() not in TAKES_UP or (
                words.lower() == "it" and span[1] == reading.last and span[0] > reading.first
            ):
                return None
            near = nouns.topic(sentence, span[0]) if span[0] > 2 else None
            if near is not None and sentence.units[near[0]].word in _STATES:
                near = None
            meant = (wording.text(sentence, near) if near else topic.subject) or self._inherited(
                slot, topic, reading, sentence
            )
            if words.lower() == "it" and wording.is_of_people(str(meant or "")):
                return topic.condition.disease or None
            several = wording.is_plural(str(meant or "")) and not self._is_a_disease(str(meant))
            return None if words.lower() == "it" and several else meant
        units = sentence.units[span[0] : span[1]]
        types = {unit.type for unit in units}
        if slot.name != "outcome" and "people" in types and not types.isdisjoint(("share", "most")):
            # "Half of people with X go on to Y" is a share, and no cause.
            return None
        named = [unit for unit in units if not unit.filler and unit.word not in _SUCH]
        if len(named) == 1 and named[0].type == "people" and named[0].ids[0] not in self.about.groups():
            return None
        told_apart = noun_parts.bearers(sentence, span)
        if told_apart != span and wording.text(sentence, told_apart).lower() in self._anaphors:
            return topic.condition.disease or None
        if told_apart == span:
            return words
        if reading.pattern.sets.get("direction") == "decreases" and self._by_something_else(
            reading, sentence, told_apart
        ):
            return None
        return wording.text(sentence, told_apart)

    @staticmethod
    def _by_something_else(reading: Reading, sentence: Sentence, told_apart: tuple[int, int]) -> bool:
        """Tell whether people lower their risk by something else than what tells them apart ("people with X can lower ..")."""
        units = sentence.units
        likely = any(unit.word == "likely" and not unit.type for unit in units[told_apart[1] : reading.last])
        if not likely and all(unit.type == "condition" for unit in units[told_apart[0] : told_apart[1]]):
            return True
        theirs = any(unit.word == "their" and not unit.type for unit in units[told_apart[1] : reading.last])
        behind = [unit for unit in units[reading.last :] if not unit.filler or unit.word == "by"][:2]
        means = [unit.word for unit in behind[:1]] in (["by"], ["if"]) and not (behind[1:] and behind[1].type)
        return theirs and (means or units[told_apart[0] - 1].word == "with")

    @staticmethod
    def _holds_topic(reading: Reading, slot: str, sentence: Sentence, topic: Topic) -> bool:
        """Tell whether a slot names the disease that the text is about."""
        first, last = reading.slots.get(slot, (0, 0))
        return any(
            (c := sentence.units[at].condition) is not None and c.disease == topic.condition.disease
            for at in range(first, last)
        )

    def _is_a_disease(self, words: str) -> bool:
        """Tell whether words are the name of a disease, which is one thing though it may end like several."""
        tokens = lexicon_words(words)
        match = self.lexicon.match(tokens, 0) if tokens else None
        return match is not None and match[0] == len(tokens) and match[1][0].type == "diseases"

    def _takes_up_disease(self, topic: Topic) -> bool:
        """Tell whether the words of the subject under discussion are none or name a disease, so that "it" can be one."""
        tokens = lexicon_words(topic.subject)
        own = " ".join(lexicon_words(topic.own))
        of_it = (own and own in " ".join(tokens)) or wording.is_of_people(topic.subject)
        return (
            not tokens
            or of_it
            or any(
                ((found := self.lexicon.match(tokens, at)) is not None and found[1][0].type == "diseases")
                or self.lexicon.is_disease_noun(tokens[at])
                or self.lexicon.longest("ailment", tokens, at)
                for at in range(len(tokens))
            )
        )

    def _inherited(self, slot: Slot, topic: Topic, reading: Reading, sentence: Sentence) -> SlotValue:
        if slot.type in ("term", "terms"):
            counted = reading.slots.get("share")
            if counted is not None and of_other_things(sentence, counted[0]):
                return None
            known = len(topic.sites) == 1 and self._elsewhere(topic)
            return None if not known else topic.sites[0] if slot.type == "term" else topic.sites
        if slot.name == "outcome":
            # After "<disease> leads to X" the talk is of the disease, and not of X.
            effect = str(topic.said.get("factor", "")).lower() in (topic.condition.disease.lower(), topic.own.lower())
            if topic.kind == reading.pattern.kind and topic.said.get("outcome") and not effect:
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

    def _listed_slot(self, reading: Reading) -> str:
        """Return the slot that the items of an announced list fill: the pattern's first ``each``, else the first open one."""
        if reading.pattern.each:
            return reading.pattern.each[0]
        kind = self.packs.kinds[reading.pattern.kind]
        return next((s.name for s in kind.slots if s.type == "words" and s.name not in reading.slots), "")


def _alike(reading: Reading, sentence: Sentence) -> tuple[str, ...]:
    """Return the sites that have one figure each ("<site> and <site>, about 30% each"), none where it is of them together."""
    if reading.picked or "site" not in reading.slots or "share" not in reading.slots:
        return ()
    ids = sentence.units[reading.slots["site"][0]].ids
    each = len(ids) > 1 and any(unit.word in _EACH and not unit.type for unit in sentence.units)
    return ids if each else ()


def _of_it_alone(reading: Reading, sentence: Sentence) -> Reading:
    """Return a reading whose factor takes in the "alone" behind it: what a thing does not do alone, it may do with others."""
    span = reading.slots.get("factor", (0, 0))
    last = next((last for first, last in sentence.classes.get("by-itself", ()) if first == span[1]), 0)
    return replace(reading, slots={**reading.slots, "factor": (span[0], last)}) if span[1] and last else reading


def _listed_behind(reading: Reading, sentence: Sentence, slot: Slot) -> bool:
    """Tell whether a reading is the label of sites behind its colon ("First distant site: <site> in 41%"), not of one before."""
    colon = sentence.units[reading.last : reading.last + 1]
    return (
        slot.type in ("term", "terms")
        and bool(colon)
        and colon[0].word == ":"
        and any(at > reading.last for at in sentence.of_type("site", "share"))
    )


_COMING_BY_IT = re.compile(r"(?:catching|getting|developing|having|contracting) (?:it|this)", re.IGNORECASE)
"""What one may come by is the disease under discussion."""


def _indefinite(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether "a" or "an" leads a phrase, which then takes up nothing ("prevents a condition called ..")."""
    return any(sentence.units[at].word in ("a", "an") for at in range(max(0, span[0] - 1), min(span[0] + 1, span[1])))


def _called(sentence: Sentence, at: int) -> str:
    """Return the name that "called" gives to what stands before a unit, "" for none."""
    units = sentence.units
    words = [unit.word for unit in units[at : at + 2] if not unit.type]
    if words[:1] not in (["called"], ["named"], ["termed"]) and words != ["known", "as"]:
        return ""
    name = nouns.after(sentence, (at + 1 + (words == ["known", "as"]), len(units)))
    return wording.text(sentence, name) if name else ""


def _of_a_part(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a statement is of some cases alone ("most do not run in families"): denied, it does not say "never"."""
    clause, units = sentence.clauses[reading.first], sentence.units
    factor = reading.slots.get("factor", (0, 0))
    for at in range(reading.last):
        if sentence.clauses[at] != clause or factor[0] <= at < factor[1]:
            continue
        counted = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
        if units[at].type in ("most", "share") or (units[at].word in ("many", "some", "several") and counted):
            return True
    return False


def _dangling(people: str, sentence: Sentence) -> bool:
    """Tell whether what tells people apart is left out at the end of a sentence ("those with.")."""
    with_what = people.rpartition(" ")[2] in ("with", "without")
    return with_what and sentence.text.rstrip(" .;)").endswith(people)
