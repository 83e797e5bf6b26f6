"""Whether another disease is told of as what the page's own brings on, or as what a share of its patients have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint.claims import SlotValue
from lint.diseases import Diseases
from lint.language import clauses
from lint.language.conditions import Condition
from lint.language.discourse import Topic
from lint.language.reading import Reading
from lint.language.units import Sentence

COMES_TO = "comes-to-have"
"""The class of verbs between people and what they get."""
_COURSE = "course-of-a-disease"
"""The class of words for what goes on in a disease ("the strain", "repeated attacks")."""
_OWN = "own"
"""What the topic of a rule is that reads what goes on in the page's own disease, as a clause."""
_HAVING_IT, _FOUND = "having-it", "event=diagnosis"
_HABIT = "people-of-a-habit"
_IN = frozenset(("in", "among", "for"))
_FORMS = frozenset(("form", "type", "kind", "variant", "subtype", "variety"))
_TELLING = frozenset(("that", "which", "caused", "linked", "due", "from", "brought"))
_OPENING = frozenset(("the", "a", "one", "another", "and", "but", "only", ",", "other"))
_ALL = re.compile(
    r"(?:most|many|several|some|all|other|certain|various)(?: other)?(?: (?:types|kinds|forms) of)? (cancer)s?"
)
_PATIENTS = frozenset(("patient", "patients", "sufferers", "affected", "diagnosed", "untreated", "survivors"))


def brought_on(
    reading: Reading,
    sentence: Sentence,
    topic: Topic,
    condition: Condition,
    slots: Mapping[str, SlotValue],
    diseases: Diseases,
) -> bool:
    """Tell whether another disease is told of as what the page's own brings on, by itself or by what goes on in it, or as its cause.

    Any other factor, and what a sentence begins with, are told of for their own sake.
    """
    own, other, factor = topic.own, condition.disease, str(slots.get("factor") or "").lower()
    if not own or not factor or other in ("", own):
        return False
    if "outcome" in reading.slots and str(slots.get("outcome") or "").lower() == own:
        return True
    if _akin(own, other, diseases):
        return False
    if factor.endswith(own) and factor.count(" ") <= own.count(" ") + 1:
        return True
    span, outcome = reading.slots.get("factor"), reading.slots.get("outcome")
    if span is None or outcome is None or topic.illness or topic.beside.disease == other:
        return False
    if reading.pattern.sets.get("topic") == _OWN:
        return True
    if any(unit.type == "condition" for unit in sentence.units[slice(*span)]):
        return False
    return span[0] < outcome[0] and any(
        span[0] <= first and last == span[1] for first, last in sentence.classes.get(_COURSE, ())
    )


def of_its_patients(
    sentence: Sentence,
    head: int,
    topic: Topic,
    condition: Condition,
    slots: Mapping[str, SlotValue],
    diseases: Diseases,
) -> bool:
    """Tell whether a share that has another disease is one of the people with the page's own ("5% of patients develop .."), or of those spoken of."""
    own, other = topic.own, condition.disease
    if not own or other in ("", own, topic.illness) or (_akin(own, other, diseases) and not own.endswith(f" {other}")):
        return False
    if any(first > head for first, _ in sentence.classes.get(_HAVING_IT, ())):
        return True
    if other == topic.beside.disease:
        return False
    if people := str(slots.get("population") or "").lower():
        return not _PATIENTS.isdisjoint(people.split()) or sentence.has(_FOUND)
    return any(head < first <= head + 2 for first, _ in sentence.classes.get(COMES_TO, ()))


def of_all(slots: Mapping[str, SlotValue]) -> str:
    """Return the noun of diseases where a risk is one of "most cancers", of whatever organ, "" for any other."""
    match = _ALL.fullmatch(str(slots.get("outcome") or "").lower())
    return match[1] if match else ""


def among(reading: Reading, sentence: Sentence, topic: Topic, condition: Condition) -> str:
    """Return the people among whom a risk of a disease is told of alone ("in smokers", "in people with <another disease>"), "" for all."""
    if reading.pattern.kind != "risk-factor":
        return ""
    units = sentence.units
    factor = range(*reading.slots.get("factor", (0, 0)))
    for at, unit in enumerate(units[:-1]):
        if unit.type or unit.word not in _IN or at in factor or at + 1 in factor:
            continue
        people = max((last for first, last in sentence.classes.get(_HABIT, ()) if first == at + 1), default=0)
        if not people and at + 3 < len(units) and units[at + 1].type == "people" and units[at + 2].word == "with":
            other = units[at + 3].condition
            known = other is not None and other.disease not in ("", condition.disease, topic.own)
            people = at + 4 if known else 0
        opens = all(before.filler for before in units[:at]) and people < len(units) and units[people].word == ","
        behind = at > 0 and (units[at - 1].condition is not None or people >= len(units) or units[people].word == ".")
        if people and (opens or (behind and units[at + 1].type != "people")):
            return " ".join(sentence.words(at + 1, people).lower().split())
    return ""


def this_form(sentence: Sentence) -> bool:
    """Tell whether a sentence goes on about the form of a disease that the one before named ("This form of the condition ..")."""
    first, second = (*(unit.word for unit in sentence.units[:2]), "", "")[:2]
    return first == "this" and second in _FORMS


def kind_told(sentence: Sentence, head: int) -> str:
    """Return the words of the kind that a value is of, where it goes by no name ("the kind that comes from a fast pulse is cured"),
    "" for any other."""
    units = sentence.units
    for at, unit in enumerate(units[:head]):
        if unit.type or unit.word.removesuffix("s") not in _FORMS or clauses.word_at(sentence, at + 1) not in _TELLING:
            continue
        opens = all(before.filler or before.edge or before.word in _OPENING for before in units[:at] if not before.type)
        end = clauses.predicate(sentence, at, len(units))
        if opens and end is not None and not any(before.type for before in units[:at]):
            return " ".join(sentence.words(at, end).lower().split())
    return ""


def _akin(own: str, other: str, diseases: Diseases) -> bool:
    """Tell whether one of two diseases is a form of the other, or both are of one family."""
    short, long = sorted((own, other), key=len)
    same = own.rpartition(" ")[2] == other.rpartition(" ")[2]
    return same or short in long or diseases.kin(own, other)
