"""Discourse: what a sentence leaves out it takes from the title, the headings, the question asked, the sentence before.

The state is explicit, so that ``explain`` can show it, and changes in one place only: ``after``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lint.claims import SlotValue
from lint.language import noun_parts, nouns, wording
from lint.language.conditions import NOWHERE, Condition
from lint.language.counted import whole
from lint.language.told import goes_on, led_form
from lint.language.units import Sentence

_OF_WHAT = frozenset(
    ("for", "at", "in", "of", "with", "when", "if", "once", "among", "those", "people", "it", "cancer", "cancers")
)
_LEADING = frozenset((
    "in", "for", "with", "most", "many", "some", "to", "i", "you", "my", "have", "no", "yes", ",", "q", "q.", ":", "if", "it", "when",
))  # fmt: skip
"""Words that may stand before the disease that a sentence is about ("People with ..", "In ..", "I have ..")."""
_PROVISOS = frozenset(("if", "when", "once", "where"))
"""Words by which a figure begins to say of whom it is."""
_OF_SPREAD = frozenset(("spread-noun", "spread-verb", "place"))
"""Word classes of which a sentence about where a cancer spreads holds one."""
_ASKS_ON = frozenset(("and", "what", "about", "how", "but", "in"))
"""Words beside a site that make no statement of it ("And the <site>?")."""
_ALIKE = frozenset(("too", "also", "likewise", "unlike"))
_CLASS = re.compile(r"\b(?:known as|called)\s+([^,()]+)")


@dataclass(frozen=True, slots=True)
class Topic:
    """What is under discussion: the condition, a site, the topics that a heading or question opened, the last claim.

    ``beside`` is another disease that the sentences before went over to, in the same block.
    ``forms`` are the words for the form of the disease that was named last, ``headed`` for the one that a heading names;
    ``near`` tells that the last was named in the same block; ``term`` is the term that a definition defines.
    ``said`` are the slots of the last claim and its kind, for "does the same" and "It ranks third"; ``measure`` is the
    time that survival is given to, ``whole`` the number of people to imagine, ``asked`` what a question asked.
    """

    condition: Condition = NOWHERE
    beside: Condition = NOWHERE
    sites: tuple[str, ...] = ()
    placed: bool = False
    """Whether a heading named the sites, or a sentence about where a cancer spreads."""
    led: tuple[str, ...] = ()
    """The form of the disease whose cases the sentences before are about, in the same block."""
    labelled: bool = False
    """Whether the block began with nothing but the name of a site ("<site>. About a third.")."""
    subtypes: tuple[str, ...] = ()
    therapies: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    headed: tuple[str, ...] = ()
    near: bool = False
    term: str = ""
    names: frozenset[str] = frozenset()
    kind: str = ""
    said: Mapping[str, SlotValue] = field(default_factory=dict)
    anew: bool = False
    """Whether an item has begun behind another, in which nothing was said yet."""
    event: str = ""
    headed_stage: str = ""
    """The stage that a heading below the title names."""
    about_stage: str = ""
    """The stage of the last claim."""
    myth: bool = False
    measure: str = ""
    whole: float = 0.0
    asked: tuple[object, ...] = ()
    own: str = ""
    """The disease that the page is about, "" where its title names several."""
    illness: str = ""
    """The disease that a heading below the title names, where it is not the page's own."""
    spoken: _Spoken | None = field(default=None, repr=False, compare=False)

    @property
    def subject(self) -> str:
        """What the sentence or heading before was about, for a pronoun or a sentence that leaves it out."""
        spoken = self.spoken
        while spoken is not None:
            if found := subject(spoken.sentence):
                return found
            spoken = spoken.before
        return ""

    @property
    def ill(self) -> Condition:
        """The disease that a pronoun would be: the subject of the sentence before, else what is under discussion."""
        spoken = self.spoken
        while spoken is not None:
            if subject(spoken.sentence):
                span = nouns.topic(spoken.sentence) or (0, 0)
                named = [unit.condition for unit in spoken.sentence.units[slice(*span)] if unit.condition]
                return named[0].over(self.condition) if len(named) == 1 else self.beside or self.condition
            spoken = spoken.before
        return self.beside or self.condition


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A sentence or heading and the one before it: few sentences ask what was spoken of, so it is read when one does."""

    sentence: Sentence
    before: _Spoken | None


def spoken(sentence: Sentence, topic: Topic | None = None) -> _Spoken:
    """Return what is spoken of after a sentence that stands under a topic."""
    return _Spoken(sentence, topic.spoken if topic else None)


_DENIALS = frozenset(("not", "n't", "never"))
_DENIED_IN = 3
"""How many units at the most a denial stands before what it denies."""


def told(
    sentence: Sentence, name: str, ids: Iterable[str], head: int | None = None, until: int | None = None, since: int = 0
) -> str:
    """Return the stage or event ("stage", "event") that a sentence tells without naming it, "" for none.

    ``head`` is the unit of a reading's value: what is told nearest to it counts, commas and clauses between counting
    more than words. What stands before unit ``since``, at ``until`` or behind it is told of something else.
    """
    best, nearest = "", 100_000
    own = head is not None and head + 1 < len(sentence.units) and sentence.units[head + 1].word in _PROVISOS
    spans = [(id_, *span) for id_ in ids for span in sentence.classes.get(f"{name}={id_}", ())]
    for id_, first, last in spans:
        if first < since or (until is not None and first >= until) or _denied(sentence, first):
            continue
        if last - first == 1 and last < len(sentence.units) and sentence.units[last].type == "number":
            continue  # a time, and no stage: "in the early 1990s"
        if own and head is not None and first < head and any(at < head for at in sentence.of_type("share")):
            # "99% if it has not spread, 71% if ..": what was told of the figure before is not of this one.
            continue
        if not any(a < last and first < b and b - a > last - first for _, a, b in spans):
            distance = 0 if head is None or led_to(sentence, head, first) else apart(sentence, first, head)
            if (distance, -(last - first)) < (nearest, 0) and distance < nearest:
                best, nearest = id_, distance
    return best


def _denied(sentence: Sentence, first: int) -> bool:
    """Tell whether what a unit begins is denied right before ("it has not gone to <distant> organs")."""
    return any(not u.type and u.word in _DENIALS for u in sentence.units[max(0, first - _DENIED_IN) : first])


def led_to(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a value's own "for", "at" or "in" leads to a unit ("19% for distant disease")."""
    between = sentence.units[head + 1 : at]
    return (
        bool(between)
        and between[0].word in _OF_WHAT
        and all(u.filler or u.word in _OF_WHAT for u in between if u.type != "people")
    )


def apart(sentence: Sentence, a: int, b: int) -> int:
    """Return how far two units stand apart: the words between, a comma as much as ten, a clause's edge as fifty."""
    low, high = sorted((a, b))
    between = sentence.units[low:high]
    signs = sum(10 for unit in between if unit.word == "," and not unit.type)
    return high - low + signs + 50 * abs(sentence.clauses[a] - sentence.clauses[b])


def topics_of(sentence: Sentence, topics: Iterable[str]) -> frozenset[str]:
    """Return the topics that a heading or question opens."""
    return frozenset(name for name in topics if f"topic={name}" in sentence.classes)


def under(heading: Topic, outer: Topic) -> Topic:
    """Return a heading's topic under the heading above it."""
    return replace(
        heading,
        condition=heading.condition.over(outer.condition),
        sites=heading.sites or outer.sites,
        placed=heading.placed if heading.sites else outer.placed,
        subtypes=heading.subtypes or outer.subtypes,
        therapies=heading.therapies or outer.therapies,
        forms=heading.headed or outer.headed,
        headed=heading.headed or outer.headed,
        names=heading.names or outer.names,
        event=heading.event or outer.event,
        measure=heading.measure or outer.measure,
        headed_stage=heading.headed_stage or outer.headed_stage,
        asked=heading.asked,
        spoken=heading.spoken,
        myth=heading.myth or outer.myth,
        own=heading.own or outer.own,
        illness=(heading.illness if heading.illness != (heading.own or outer.own) else "") or outer.illness,
    )


def _labelled(sentence: Sentence) -> set[str]:
    """Return the stage that is all that stands before the first colon of a sentence ("<stage>: operation and .."): it goes on."""
    return {
        name.removeprefix("stage=")
        for name, spans in sentence.classes.items()
        if name.startswith("stage=")
        for first, last in spans
        if first == 0 and sentence.units[last : last + 1] and sentence.units[last].word == ":"
    }


def after(
    topic: Topic,
    sentence: Sentence,
    said: Collection[tuple[str, Mapping[str, SlotValue], Condition]],
    names: frozenset[str],
) -> Topic:
    """Return the topic after a sentence: the condition and sites that it named, the claims (kind, slots, condition) that it made.

    Another disease named in passing does not become the topic.
    """
    condition = topic.condition
    stages: set[str] = set()
    for at in sentence.of_type("condition"):
        found = sentence.units[at].condition or NOWHERE
        if not found.disease or not condition.disease or found.disease == condition.disease:
            condition = found.over(condition)
            stages |= {found.stage} - {""}
    if not stages:
        # What is only told by the way ("hard to find early") goes on where something was said of it.
        claims = {about.stage for _, _, about in said}
        stages = {name.removeprefix("stage=") for name in sentence.classes if name.startswith("stage=")} & claims
        stages = stages or _labelled(sentence)
    named = {(sentence.units[at].condition or NOWHERE).subtypes for at in sentence.of_type("condition")} - {()}
    named |= {sentence.units[at].ids for at in sentence.of_type("subtype")}
    if len(named) > 1:
        condition = replace(condition, subtypes=topic.condition.subtypes)
    if len(stages) != 1:
        condition = replace(condition, stage=topic.condition.stage)
    elif condition.disease:
        condition = replace(condition, stage=stages.pop())
    sites = [sentence.units[at].ids for at in sentence.of_type("site")]
    rest = [u.word for u in sentence.units if u.word[:1].isalpha() and not (u.type or u.filler)]
    label = len(sites) == 1 and _ASKS_ON.issuperset(rest)
    therapies = drugs_spoken_of(sentence)
    forms = [sentence.units[at].names for at in sentence.of_type("form")]
    marks = [quantity for at in sentence.of_type("mark") if (quantity := sentence.units[at].quantity)]
    topic = replace(
        topic,
        condition=condition,
        beside=_beside(sentence, topic, [slots for _, slots, _ in said]),
        sites=(sites[0] if _leads(sentence) else sites[-1]) if sites else topic.sites,
        placed=label or not _OF_SPREAD.isdisjoint(sentence.classes) if sites else topic.placed,
        labelled=label or topic.labelled,
        led=led_form(sentence) or (topic.led if goes_on(sentence) else ()),
        therapies=therapies or topic.therapies,
        forms=forms[-1] if forms else topic.forms,
        near=bool(forms) or topic.near,
        names=names or topic.names,
        measure=measure(marks[-1].low, marks[-1].unit) if marks and marks[-1].low else topic.measure,
        whole=whole(sentence) or topic.whole,
        spoken=spoken(sentence, topic),
    )
    if sentence.question and marks and topic.said.get("unit") == "%":
        # "At ten years? About one in eight.": the answer is of the time asked about.
        topic = replace(topic, said={**topic.said, "measure": topic.measure})
    for kind, slots, about in said:
        topic = replace(topic, kind=kind, said=slots, about_stage=about.stage, anew=False)
        if not forms and isinstance(target := slots.get("target"), str):
            # "This kind" after a sentence that named no form is what a drug was said to be for.
            topic = replace(topic, forms=(target,))
    return topic


def _leads(sentence: Sentence) -> bool:
    """Tell whether a sentence without figures begins with a site: what goes on with "it" is of that one."""
    first = next((unit for unit in sentence.units if not unit.filler), None)
    return first is not None and first.type == "site" and "share" not in sentence.types


def _beside(sentence: Sentence, topic: Topic, said: Sequence[Mapping[str, SlotValue]]) -> Condition:
    """Return another disease than the topic's that is spoken of after a sentence: the only one named, at its beginning
    or in a question, and until the topic's own is named again. One that raises a risk is told of for what it brings."""
    named = [(at, found) for at in sentence.of_type("condition") if (found := sentence.units[at].condition)]
    if len(named) > 1 and not sentence.units[0].type and sentence.units[0].word == "unlike":
        # "Unlike X, Y is ..": what goes on is about Y.
        return named[1][1] if named[1][1].disease != topic.condition.disease else NOWHERE
    diseases = {found.disease for _, found in named} - {""}
    if topic.condition.disease in diseases:
        return NOWHERE
    if len(diseases) != 1 or not topic.condition.disease:
        return topic.beside
    at, found = next((at, found) for at, found in named if found.disease)
    if any(sentence.words(at, at + 1).lower() in str(slots.get("factor", "")).lower() for slots in said):
        return topic.beside
    before = [unit for unit in sentence.units[:at] if not unit.filler and unit.type != "people"]
    bare = sentence.question and not any(u.word[:1].isalpha() for n, u in enumerate(sentence.units) if n != at)
    if bare and found.disease.rpartition(" ")[2] != topic.condition.disease.rpartition(" ")[2]:
        # "<another disease>?": what follows says what it does to the topic's own.
        return topic.beside
    if any(unit.word in _ALIKE and not unit.type for unit in sentence.units):
        # "X spreads there too" only compares.
        return topic.beside
    leads = sentence.question or all(not unit.type and unit.word in _LEADING for unit in before)
    return found if leads else topic.beside


def drugs_spoken_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the drugs that "they" or "it" would be after a sentence: the first named, by the class that they are said to be."""
    for at in sentence.of_type("therapy"):
        names = sentence.units[at].names
        said = _CLASS.search(sentence.words(at, at + 1))
        return (" ".join(said[1].split()),) if said and len(names) > 1 else names
    return ()


def subject(sentence: Sentence) -> str:
    """Return the words of what a sentence is about, "" where it names nothing (a pronoun)."""
    span = nouns.topic(sentence)
    words = wording.text(sentence, span) if span else ""
    if span and _heads_a_part(sentence, span):
        return ""
    return (
        "" if noun_parts.pronoun(words) or any(first == 0 for first, _ in sentence.classes.get("denial", ())) else words
    )


def _heads_a_part(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether what a sentence is about is only what a part of the page is called ("Risk factors", "Outlook")."""
    alone = not any(unit.type or unit.word[:1].isalpha() for unit in sentence.units[span[1] :])
    return alone and any(first <= span[0] and span[1] <= last for first, last in sentence.classes.get("page-part", ()))


def measure(number: float, unit: str) -> str:
    """Return the measure of a survival to a time: "5-year"."""
    return f"{number:g}-{'month' if unit == 'months' else 'year'}"


def standing(topic: Topic) -> set[str]:
    """Return the topics that stand by what a heading names: a form of the disease, a drug."""
    named = {
        "form-said": topic.forms if topic.near else (),
        "form-heading": topic.headed,
        "disease-heading": topic.illness,
        "term": topic.term,
        "therapy-heading": topic.therapies,
        "site-label": topic.labelled,
    }
    return {name for name, said in named.items() if said}
