"""From readings to claims: slots filled from the mentions, the rule and what went before; certainty and condition set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lint.claims import Evidence, SlotValue
from lint.language import asserted
from lint.language.about import About
from lint.language.assertion import Assertion, assess
from lint.language.conditions import Condition
from lint.language.discourse import Topic
from lint.language.drafts import Draft, Item
from lint.language.drug_contexts import excepted, led_by_an_exception
from lint.language.drugs import gapped, listed
from lint.language.each import each_item
from lint.language.lexicon import Lexicon, used
from lint.language.mentions import mentioned
from lint.language.phrases import words as lexicon_words
from lint.language.reading import Reading
from lint.language.share_outcomes import NOTHING
from lint.language.slots import Slots
from lint.language.targets import about_a_case
from lint.language.units import Sentence
from lint.language.unmeant import is_unmeant
from lint.packs import Packs

_POINTING = re.compile(
    r"so\b|(?:these|those) (?:there|factors|causes|triggers|reasons|figures|facts|studies|findings)\b"
)
"""How an outcome begins that only points at what was told before ("Most of these factors are unknown", "Most do so")."""
_EACH = frozenset(("each", "apiece"))
_ASKING_ON = frozenset(("and", "in", "for", "among", "but"))
_SIDES = frozenset(("side", "one", "lobe", "half"))
_ARTICLES, _SITE_WORDS = frozenset(("the", "a", "an", "your")), 4


class Resolver:
    """Makes claims of readings, or none, with the packs' kinds and lexicon."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.about = About(packs, lexicon)
        self._slots = Slots(packs, lexicon, self.about)

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
        if is_unmeant(reading, kind, sentence, topic, negated=assertion.negated):
            return
        reading = gapped(reading, sentence)
        drug, form = reading.slots.get("therapy", (0, 0))[0], reading.slots.get("form", (len(sentence.units), 0))[0]
        if form < drug and led_by_an_exception(sentence, drug):
            return  # "none helps in X, apart from <drug> in Y": of X nothing is said of that drug
        reading = _of_it_alone(reading, sentence) if assertion.negated else listed(reading, sentence)
        slots = self._slots.filled(reading, sentence, topic, kind, items)
        if slots is None or (isinstance(slots.get("a"), str) and slots["a"] == slots.get("b")):
            return
        things = [str(slots[s.name]).lower() for s in kind.slots if s.noun and s.name in slots]
        if len(things) > 1 and len(set(things)) == 1:
            return
        slots, certainty, denied = asserted.asserted(slots, kind, reading, assertion, sentence)
        if "therapy" in slots and excepted(reading, sentence):
            slots["relation"] = "for" if slots["relation"] == "not-for" else "not-for"
        outcome = str(slots.get("outcome") or "").lower()
        if kind.name == "incidence" and (
            _dangling(str(slots.get("population") or ""), sentence)
            or outcome in NOTHING
            or _POINTING.match(outcome)
            or self._whom(outcome)
        ):
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
            if (mention := mentioned(reading, sentence, kind, topic)).subtypes == condition.subtypes
            else ()
        )
        for subtype in either or ("",):
            about = replace(condition, subtypes=(subtype,)) if subtype else condition
            for one in each_item(replace(draft, condition=about), reading, sentence, kind, items):
                if not self._is_a_site(one.slots.get("factor"), condition):
                    yield one

    def _whom(self, outcome: str) -> bool:
        """Tell whether what a share should be of is only whom it is of ("And men?": of what, the question before told)."""
        first, *rest = outcome.split() or [""]
        match = self.lexicon.match(rest, 0) if first in _ASKING_ON and rest else None
        return match is not None and match[0] == len(rest) and match[1][0].type == "people"

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
        return entry is not None and bool(own) and own in (*entry.names, *(name for name, _ in used(entry)))

    @staticmethod
    def _across(sentence: Sentence, ids: tuple[SlotValue, ...]) -> bool:
        """Tell whether a site is the other one of two ("the opposite <organ>", "the <organ> on the other side")."""
        units = sentence.units
        return any(
            any(unit.type == "site" and set(ids) <= set(unit.ids) for unit in units[first : last + 1])
            or any(unit.word in _SIDES for unit in units[last : last + 1])
            for first, last in sentence.classes.get("other-side", ())
        )

    @staticmethod
    def _holds_topic(reading: Reading, slot: str, sentence: Sentence, topic: Topic) -> bool:
        """Tell whether a slot names the disease that the text is about."""
        first, last = reading.slots.get(slot, (0, 0))
        return any(
            (c := sentence.units[at].condition) is not None and c.disease == topic.condition.disease
            for at in range(first, last)
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


def _dangling(people: str, sentence: Sentence) -> bool:
    """Tell whether what tells people apart is left out at the end of a sentence ("those with.")."""
    with_what = people.rpartition(" ")[2] in ("with", "without")
    return with_what and sentence.text.rstrip(" .;)").endswith(people)
