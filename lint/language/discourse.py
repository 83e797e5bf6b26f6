"""Discourse: what a sentence leaves out it takes from the title, the headings, the question asked, the sentence before.

The state is explicit, so that ``explain`` can show it, and changes in one place only: ``Discourse.saw``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lint.claims import Claim, SlotValue
from lint.language.conditions import NOWHERE, Condition
from lint.language.units import Sentence


@dataclass(frozen=True, slots=True)
class Topic:
    """What is under discussion: the condition, a site, the topics that a heading or question opened, the last claim.

    ``said`` are the slots of the last claim and its kind, for "does the same" and "It ranks third".
    """

    condition: Condition = NOWHERE
    sites: tuple[str, ...] = ()
    subtypes: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    kind: str = ""
    said: Mapping[str, SlotValue] = field(default_factory=dict)
    event: str = ""
    myth: bool = False


def main_condition(sentences: Iterable[tuple[str, Sentence]]) -> Condition:
    """Return the condition that a document is about: the title's, else the first heading's, else the one most named.

    ``sentences`` are pairs of block role and sentence. A condition of the text adds a stage only when it is the title's.
    """
    counted: Counter[str] = Counter()
    first: Condition | None = None
    early: list[str] = []
    for role, sentence in sentences:
        for at in sentence.of_type("condition"):
            condition = sentence.units[at].condition or NOWHERE
            if condition.disease:
                if first is None and role in ("title", "heading"):
                    first = condition
                early.append(condition.disease)
                counted[condition.disease] += 2 if role in ("title", "heading", "description") else 1
    if first is not None and (counted[first.disease] * 2 >= max(counted.values())):
        return first
    if not counted:
        return NOWHERE
    most = max(counted.values())
    return Condition(next(disease for disease in early if counted[disease] == most))


def told_stage(sentence: Sentence, stages: Iterable[str], span: tuple[int, int] | None = None) -> str:
    """Return the stage that a sentence tells without naming it ("once it has spread"), "" for none.

    ``span`` are the units of a reading: what is told in its clauses counts first.
    """
    best, nearest = "", 1_000
    for stage in stages:
        for first, _ in sentence.classes.get(f"stage={stage}", ()):
            distance = 0 if span is None else abs(sentence.clauses[first] - sentence.clauses[span[0]]) * 100 + abs(first - span[0])
            if distance < nearest:
                best, nearest = stage, distance
    return best


def topics_of(sentence: Sentence, topics: Iterable[str]) -> frozenset[str]:
    """Return the topics that a heading or question opens."""
    return frozenset(name for name in topics if f"topic={name}" in sentence.classes)


def under(heading: Topic, outer: Topic) -> Topic:
    """Return a heading's topic under the heading above it."""
    return replace(
        heading,
        condition=heading.condition.over(outer.condition),
        sites=heading.sites or outer.sites,
        subtypes=heading.subtypes or outer.subtypes,
        therapies=heading.therapies or outer.therapies,
        names=heading.names or outer.names,
        event=heading.event or outer.event,
        myth=heading.myth or outer.myth,
    )


def after(topic: Topic, sentence: Sentence, claims: Iterable[Claim], names: frozenset[str]) -> Topic:
    """Return the topic after a sentence: the conditions and sites that it named, the claim that it made."""
    condition = topic.condition
    for at in sentence.of_type("condition"):
        condition = (sentence.units[at].condition or NOWHERE).over(condition)
    sites = [sentence.units[at].ids for at in sentence.of_type("site")]
    therapies = [sentence.units[at].word for at in sentence.of_type("therapy")]
    topic = replace(
        topic,
        condition=condition,
        sites=sites[-1] if sites else topic.sites,
        therapies=(therapies[0],) if therapies else topic.therapies,
        names=names or topic.names,
    )
    for claim in claims:
        topic = replace(topic, kind=claim.kind, said=claim.slots)
    return topic
