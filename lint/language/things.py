"""The things that the words of a slot name: what a pronoun stands for, what tells people apart, what went before."""

from __future__ import annotations

import re

from lint.claims import Slot, SlotValue
from lint.language import behind, clauses, noun_parts, nouns, wording
from lint.language.about import About
from lint.language.discourse import Topic
from lint.language.lexicon import Lexicon
from lint.language.mentions import TAKES_UP
from lint.language.phrases import words as lexicon_words
from lint.language.reading import Reading
from lint.language.shares import opening
from lint.language.told import of_other_things
from lint.language.units import Sentence
from lint.language.unnamed import subject_defined
from lint.packs import Packs

_STATES = frozenset(("left", "untreated", "treated", "not", "caught", "found", "undiagnosed", "unchecked", "ignored"))
"""How what is said of the disease itself begins ("If left untreated, it can ..")."""
_ABOUT = frozenset(("some", "about", "around", "up", "to", "of", "all"))
_SUCH = frozenset(("affected", "such", "these", "those", "many", "some", "most", "other", "all", "several", "few"))
"""Words before people that tell none of them apart."""
_TIME = re.compile(r" (?:before|after|during|until) .+", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"\W*how (?:common|rare|frequent|widespread|many \w+ (?:have|get|develop|live with|suffer from))\b", re.IGNORECASE
)
_OF_LIVING = re.compile(
    r"\b(?:surviv\w+|alive|prognosis|outlook|how (?:many|long))\b|\A(?:many|much|some|few|most)\Z", re.IGNORECASE
)
"""Subjects that no share is of: they ask how long people live, or how many."""
_COMING_BY_IT = re.compile(r"(?:catching|getting|developing|having|contracting) (?:it|this)", re.IGNORECASE)
"""What one may come by is the disease under discussion."""


class Things:
    """Tells what the words of open slots mean, with the packs' classes and names."""

    def __init__(self, packs: Packs, lexicon: Lexicon, about: About) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.about = about
        self._anaphors = frozenset(packs.classes.get("the-disease", ()))

    def named(self, slot: Slot, words: str, reading: Reading, sentence: Sentence, topic: Topic) -> SlotValue:
        """Return the thing that the words of a slot name: what a pronoun stands for, what tells people apart."""
        head = words.lower().rpartition(" ")[2]
        if (head if slot.name == "outcome" else words.lower()) in self._anaphors and _indefinite(
            sentence, reading.slots[slot.name]
        ):
            # "A condition called X", "a similar disorder known as X": the name is the thing.
            if (name := _called(sentence, reading.slots[slot.name][1])) or head == words.lower():
                return name or None
        if slot.name == "outcome" and words.lower() in self._anaphors and not noun_parts.pronoun(words):
            return topic.condition.disease or self.inherited(slot, topic, reading, sentence)
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
                if before := _named_before(sentence, span[0], reading.slots.get("factor", (0, 0))):
                    return before
                return self.inherited(slot, topic, reading, sentence) if self._takes_up_disease(topic) else None
            if words.lower() not in TAKES_UP or (
                words.lower() == "it" and span[1] == reading.last and span[0] > reading.first
            ):
                return None
            near = nouns.topic(sentence, span[0]) if span[0] > 2 else None
            if near is not None and sentence.units[near[0]].word in _STATES:
                near = None
            shunned = behind.shunned(sentence, span[0]) if words.lower() == "it" or near is None else None
            near = shunned or near
            meant = (wording.text(sentence, near) if near else topic.subject) or self.inherited(
                slot, topic, reading, sentence
            )
            if words.lower() == "it" and wording.is_of_people(str(meant or "")):
                return topic.condition.disease or None
            meant = _at_another_time(meant, sentence, span[0]) if isinstance(meant, str) else meant
            several = wording.is_plural(str(meant or "")) and not self._is_a_disease(str(meant))
            return None if words.lower() == "it" and several else meant
        units = sentence.units[span[0] : span[1]]
        types = {unit.type for unit in units}
        if all(unit.type == "share" or unit.filler or unit.word in _ABOUT for unit in units):
            # "20 to 50% would become .." is a share, and nothing that brings it about.
            return None
        if slot.name != "outcome" and "people" in types and not types.isdisjoint(("share", "most")):
            # "Half of people with X go on to Y" is a share, and no cause.
            return None
        left = [unit for unit in units if not unit.filler and unit.word not in _SUCH]
        if len(left) == 1 and left[0].type == "people" and left[0].ids[0] not in self.about.groups():
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

    def inherited(self, slot: Slot, topic: Topic, reading: Reading, sentence: Sentence) -> SlotValue:
        """Return what went before that a slot without words takes up, None for nothing."""
        if slot.type in ("term", "terms"):
            counted = reading.slots.get("share")
            if counted is not None and (
                of_other_things(sentence, counted[0]) or clauses.states_another(sentence, counted[0])
            ):
                return None
            places = sentence.of_type("site")
            if counted is not None and any(sentence.clauses[at] == sentence.clauses[counted[0]] for at in places):
                return None  # what it names itself goes before
            if sentence.has("anywhere"):
                return None  # who "have distant metastases" have them anywhere
            known = len(topic.sites) == 1 and topic.sites != ("other",) and self._elsewhere(topic)
            return None if not known else topic.sites[0] if slot.type == "term" else topic.sites
        if slot.name == "outcome":
            if "share" in reading.slots and topic.spoken is not None and _asks_how_many(topic.spoken.sentence):
                return topic.ill.disease or None
            if "share" in reading.slots and (before := _subject_taken_up(sentence, reading.slots["share"][0])):
                return before
            # After "<disease> leads to X" the talk is of the disease, and not of X.
            effect = str(topic.said.get("factor", "")).lower() in (topic.condition.disease.lower(), topic.own.lower())
            if topic.kind == reading.pattern.kind and topic.said.get("outcome") and not (effect or topic.anew):
                outcome = topic.said["outcome"]
                return _at_another_time(outcome, sentence, reading.first) if isinstance(outcome, str) else outcome
            if "share" in reading.slots and [unit.word for unit in sentence.units[:2]] == ["how", "many"]:
                return None  # "How many men? | Under 1%" in a table is of the question, and not of the title
            if "share" in reading.slots and topic.subject:
                return None if _OF_LIVING.search(topic.subject) else topic.subject
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


def _at_another_time(words: str, sentence: Sentence, at: int) -> str:
    """Return what a pronoun at a unit stands for, at the time that its sentence opens with ("<X> after Y .. Before Y, it ..")."""
    comma = next((n for n in range(at) if sentence.units[n].word == "," and not sentence.units[n].type), 0)
    told, opening = _TIME.search(words), sentence.words(0, comma) if comma else ""
    return (
        f"{words[: told.start()]} {opening[0].lower()}{opening[1:]}"
        if told and _TIME.fullmatch(f" {opening}")
        else words
    )


def _named_before(sentence: Sentence, at: int, factor: tuple[int, int]) -> str:
    """Return the one disease that a sentence names before a pronoun and not as what does something, "" for none and for several."""
    places = [n for n in sentence.of_type("condition") if n < at and not factor[0] <= n < factor[1]]
    diseases = {c.disease for n in places if (c := sentence.units[n].condition) is not None}
    return wording.text(sentence, (places[0], places[0] + 1)) if len(diseases) == 1 and "" not in diseases else ""


def _subject_taken_up(sentence: Sentence, at: int) -> str:
    """Return what "it" or "they" takes up from the clause before in the same sentence ("<X> comes second; it is behind 10%"), "" for none."""
    opens = opening(sentence, at)
    if opens == 0 or sentence.units[opens].type or sentence.units[opens].word not in TAKES_UP:
        return ""
    near = nouns.topic(sentence, opens)
    return wording.text(sentence, near) if near and sentence.units[near[0]].word not in (*_STATES, *TAKES_UP) else ""


def _asks_how_many(sentence: Sentence) -> bool:
    """Tell whether a question is how many people have a disease ("How many people have it?", "How common is <disease>?")."""
    if not _HOW_MANY.match(sentence.text):
        return False
    last = [unit for unit in sentence.units if unit.type or unit.word[:1].isalpha()][-1:]
    return bool(last) and (last[0].type == "condition" or last[0].word in ("it", "this"))


def _indefinite(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether "a" or "an" leads a phrase, which then takes up nothing ("prevents a condition called ..")."""
    return any(sentence.units[at].word in ("a", "an") for at in range(max(0, span[0] - 1), min(span[0] + 1, span[1])))


def _called(sentence: Sentence, at: int) -> str:
    """Return the name that "called" gives to what stands before a unit, "" for none."""
    units = sentence.units
    words = [unit.word for unit in units[at : at + 2] if not unit.type]
    if words[:1] not in (["called"], ["named"], ["termed"]) and words != ["known", "as"]:
        return ""
    name = behind.after(sentence, (at + 1 + (words == ["known", "as"]), len(units)))
    if not name:
        return ""
    first, last = name
    end = next((place for place in range(first, last) if units[place].word == "," and not units[place].type), last)
    return wording.text(sentence, (first, end))
