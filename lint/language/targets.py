"""Which form of a disease a drug is for: the one that a reading names, the heading's, one taken up again or its opposite."""

from __future__ import annotations

from dataclasses import replace

from lint.language import wording
from lint.language.cases import case, illnesses, is_borne
from lint.language.clauses import joins_predicate
from lint.language.discourse import Topic
from lint.language.grouping import group_of, groups
from lint.language.reading import Reading
from lint.language.units import Sentence, Unit

_OPPOSITES = (("positive", "negative"), ("negative", "positive"))


def targets(reading: Reading, sentence: Sentence, topic: Topic) -> tuple[str, ...]:
    """Return the forms that a reading means: those that it names, the heading's, the last named, or its opposite."""
    span = reading.slots.get("form")
    if span is not None:
        return next((group.names for group in groups(sentence) if group.first <= span[0] < group.last), ())
    illness = reading.slots.get("condition")
    if illness is not None:
        return (
            () if "table" in reading.pattern.needs and _aside(sentence, illness[0]) else illnesses(sentence, illness[0])
        )
    open_words = reading.slots.get("target")
    if open_words is not None and any(
        _own(sentence.units[at], topic) and not is_borne(sentence, at) for at in range(*open_words)
    ):
        return ()
    if open_words is not None:
        first, last = wording.complement(sentence, open_words)
        last = next((at for at in range(first + 1, last - 1) if joins_predicate(sentence, at)), last)
        words = wording.text(sentence, (first, last))
        return (words,) if words else ()
    wanted = reading.pattern.sets.get("target")
    if wanted == "heading":
        headed = (topic.illness,) if "disease-heading" in reading.pattern.needs else topic.headed
        return () if _elsewhere(reading, sentence, topic) else headed
    if wanted == "condition":
        forms = {name.lower() for name in (*topic.headed, *topic.forms)} - {topic.condition.disease.lower()}
        # "If the test is positive, A may be given" is of such cases alone.
        supposed = not sentence.units[0].type and sentence.units[0].word == "if"
        of_a_form = forms or supposed or _elsewhere(reading, sentence, topic)
        return () if of_a_form or not topic.condition.disease else (topic.condition.disease,)
    if wanted == "same":
        said = topic.said.get("target")
        if sentence.of_type("form") or any(unit.condition and unit.condition.disease for unit in sentence.units):
            return ()
        return (said,) if isinstance(said, str) else ()
    if wanted == "lead":
        return next((group.names for group in groups(sentence)), ())
    if wanted == "asked":
        return () if sentence.of_type("form") else topic.forms
    if wanted == "this" and reading.pattern.needs and _elsewhere(reading, sentence, topic):
        # No word takes the form up, and the clause names one of its own.
        return ()
    if wanted == "this":
        before = [at for at in sentence.of_type("form") if at < reading.first]
        return sentence.units[before[-1]].names if before else topic.headed or topic.forms
    before = [at for at in sentence.of_type("form") if at < reading.first]
    names = sentence.units[before[-1]].names if before else topic.forms or topic.headed
    return tuple(filter(None, map(_opposite, names))) if wanted == "opposite" else names


def about_a_case(reading: Reading, sentence: Sentence) -> Reading:
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


def _aside(sentence: Sentence, at: int) -> bool:
    """Tell whether a disease stands in the caption of a table or the head of a column, where the cell itself says neither yes nor no."""
    colons = [number for number, unit in enumerate(sentence.units) if unit.word == ":" and not unit.type]
    if not colons or not colons[0] < at < colons[-1]:
        return False
    verdicts = (*sentence.classes.get("yes-cell", ()), *sentence.classes.get("no-cell", ()))
    return not any(first > colons[-1] for first, _ in verdicts)


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
