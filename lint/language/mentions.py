"""The condition that a sentence names for a reading: in its outcome, in it, in its clause, in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lint.claims import Kind
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import Topic, apart, led_to
from lint.language.measures import head_of
from lint.language.reading import Reading
from lint.language.told import formed, next_value
from lint.language.units import Sentence, Unit
from lint.language.whose import compared_with, left_behind, of_another_figure, of_the_value_before, own_people, whom

_KINDS = frozenset(("form", "forms", "type", "types", "kind", "kinds"))
_THE_DISEASE = "the-disease"
TAKES_UP = frozenset(("it", "they", "them"))


def mentioned(reading: Reading, sentence: Sentence, kind: Kind, topic: Topic) -> Condition:
    """Return the condition named nearest to a reading: in its outcome (of several the one under discussion), in it, in
    its clause, in the sentence."""
    places = sentence.of_type("condition")
    places = [at for at in places if not _unlike(sentence, at)]
    if not places:
        return NOWHERE
    outcome = reading.slots.get("outcome")
    if outcome is not None:
        factor = range(*reading.slots.get("factor", (0, 0)))
        bearer = [_condition(sentence.units[at]) for at in places if at in factor]
        if topic.own and len(bearer) == 1 and f" {bearer[0].disease}".endswith(f" {topic.own}"):
            # What the page's own disease brings on is told of that one.
            return bearer[0]
        inside = [at for at in places if outcome[0] <= at < outcome[1]]
        if inside:
            named = [_condition(sentence.units[at]) for at in inside]
            own = (condition for condition in named if condition.disease == topic.condition.disease)
            return next(own, named[0])
    hidden = reading.slots.get("factor") or reading.slots.get("b")
    shown = [at for at in places if hidden is None or not hidden[0] <= at < hidden[1]]
    if kind.stage == "any":
        # "It raises the risk of the one, not of the other": it is no claim about the other.
        shown = [at for at in shown if at < reading.last or not _is_denied(sentence, at)]
        if outcome is not None and any(
            outcome[0] <= first < outcome[1] for first, _ in sentence.classes.get(_THE_DISEASE, ())
        ):
            # "It raises the risk of the disorder, and <condition> does ..": what takes up a disease names none behind it.
            shown = [at for at in shown if at < reading.last]
        if outcome is None:
            shown = [at for at in shown if reading.first <= at < reading.last]
    shown = [at for at in shown if not _is_the_kind(sentence, at)] or shown
    head = head_of(reading)
    until = next_value(sentence, head) if kind.compare in ("interval", "scale") else None
    shown = [at for at in shown if (until is None or at < until) and not of_another_figure(sentence, head, at)]
    since = own_people(sentence, head) if kind.compare in ("interval", "scale") else 0
    shown = [
        at
        for at in shown
        if at >= since and not compared_with(sentence, head, at) and not left_behind(sentence, head, at)
    ]
    if kind.compare == "interval":
        shown = [at for at in shown if not of_the_value_before(sentence, head, at)]
    if kind.compare == "scale":
        # "It is not metastatic, and may be cured": of the one that it is not, nothing is said.
        shown = [at for at in shown if at > head or not _is_denied(sentence, at)]
    if "therapy" in reading.slots and topic.own:
        # What another clause names is told of other people than those who get the drug.
        shown = [
            at
            for at in shown
            if reading.first <= at < reading.last or _condition(sentence.units[at]).disease in ("", topic.own)
        ]
    if not shown:
        return NOWHERE
    if kind.stage == "any" and outcome is None:
        others = (_condition(sentence.units[at]) for at in shown)
        if found_own := next((found for found in others if found.disease == topic.condition.disease), None):
            return found_own
    led = [at for at in shown if led_to(sentence, head, at) or whom(sentence, head, at)]
    best = min(
        led or shown,
        key=lambda at: apart(sentence, at, head) - 20 * bool(_condition(sentence.units[at]).stage),
    )
    if kind.compare in ("interval", "scale"):
        return _with_its_form(sentence, best, shown)
    return _condition(sentence.units[best])


def _with_its_form(sentence: Sentence, best: int, shown: Sequence[int]) -> Condition:
    """Return the condition at a unit; one that names a stage alone is of the form that a label beside it names ("<form> : stage 4 : ..")."""
    found = formed(sentence, best)
    if found.disease or found.subtypes or not found.stage:
        return found
    labels = [at for at in shown if at + 1 < len(sentence.units) and sentence.units[at + 1].word == ":"]
    named = (_condition(sentence.units[at]) for at in labels)
    forms = [condition for condition in named if condition and not condition.stage]
    return found.over(forms[0]) if len(forms) == 1 else found


def _is_denied(sentence: Sentence, at: int) -> bool:
    words = [
        unit.word
        for unit in sentence.units[max(0, at - 3) : at]
        if unit.word in ("not", "n't") or not (unit.filler or unit.word == "of")
    ]
    return words[-1:] == ["not"] or words[-1:] == ["n't"]


def _unlike(sentence: Sentence, at: int) -> bool:
    """Tell whether a condition is only what something else is told apart from ("Unlike <condition>, it ..")."""
    before = [unit.word for unit in sentence.units[max(0, at - 3) : at] if not unit.filler and not unit.type]
    taken_up = any(unit.word in TAKES_UP and not unit.type for unit in sentence.units[at + 1 : at + 3])
    return before[-1:] == ["unlike"] and taken_up


def _is_the_kind(sentence: Sentence, at: int) -> bool:
    """Tell whether a condition only says of what kind another is ("one of the few forms of <condition> that ..")."""
    words = [u.word for u in sentence.units[max(0, at - 2) : at]]
    return len(words) == 2 and words[1] == "of" and words[0] in _KINDS


def _condition(unit: Unit) -> Condition:
    return unit.condition or NOWHERE
