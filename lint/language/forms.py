"""Which drug is for which form of a disease: those that a reading means, named, listed or taken up again."""

from __future__ import annotations

from lint.language import wording
from lint.language.discourse import Topic
from lint.language.grouping import groups
from lint.language.matching import Reading
from lint.language.units import Sentence, Unit

_OPPOSITES = (("positive", "negative"), ("negative", "positive"))


def drugs(reading: Reading, sentence: Sentence, topic: Topic) -> tuple[str, ...]:
    """Return the drugs that a reading means: those that it names, else the last named before it."""
    span = reading.slots.get("therapy")
    if span is not None:
        return sentence.units[span[0]].names
    before = [at for at in sentence.of_type("therapy") if at < reading.first]
    return sentence.units[before[-1]].names if before else topic.therapies


def targets(reading: Reading, sentence: Sentence, topic: Topic) -> tuple[str, ...]:
    """Return the forms that a reading means: those that it names, the heading's, the last named, or its opposite."""
    span = reading.slots.get("form")
    if span is not None:
        return next((group.names for group in groups(sentence) if group.first <= span[0] < group.last), ())
    open_words = reading.slots.get("target")
    if open_words is not None and any(_own(unit, topic) for unit in sentence.units[slice(*open_words)]):
        return ()
    if open_words is not None:
        words = wording.text(sentence, wording.complement(sentence, open_words))
        return (words,) if words else ()
    wanted = reading.pattern.sets.get("target")
    if wanted == "heading":
        return () if _elsewhere(reading, sentence, topic) else topic.headed
    if wanted == "lead":
        return next((group.names for group in groups(sentence)), ())
    if wanted == "asked":
        return () if sentence.of_type("form") else topic.forms
    if wanted == "this":
        before = [at for at in sentence.of_type("form") if at < reading.first]
        return sentence.units[before[-1]].names if before else topic.headed or topic.forms
    before = [at for at in sentence.of_type("form") if at < reading.first]
    names = sentence.units[before[-1]].names if before else topic.forms
    return tuple(filter(None, map(_opposite, names))) if wanted == "opposite" else names


def _own(unit: Unit, topic: Topic) -> bool:
    """Tell whether a unit names the disease under discussion, and no form of it."""
    return unit.condition is not None and not unit.names and unit.condition.disease in ("", topic.condition.disease)


def _elsewhere(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether the clauses of a reading name a form or another disease, so that no heading is meant."""
    clauses = set(sentence.clauses[reading.first : reading.last])
    for at, unit in enumerate(sentence.units):
        if sentence.clauses[at] in clauses:
            other = unit.condition is not None and unit.condition.disease not in ("", topic.condition.disease)
            if unit.is_form or other:
                return True
    return False


def _opposite(name: str) -> str:
    for ending, other in _OPPOSITES:
        if name.lower().endswith(ending):
            return name[: -len(ending)] + other
    return ""
