"""What a reading is about: the disease, stage, form, place and group that its sentence and the topic give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from lint.claims import Kind, SlotValue
from lint.diseases import Diseases
from lint.language import bearers, fragments, given_for, share_cases
from lint.language.aliases import is_of_a_drug
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import Topic, told
from lint.language.lexicon import Lexicon
from lint.language.measures import head_of
from lint.language.mentions import TAKES_UP, mentioned
from lint.language.reading import Reading
from lint.language.told import (
    arrived,
    goes_on,
    involved,
    labelled_form,
    led_form,
    next_value,
    of_whom,
    paired,
    regional,
    row_site,
    told_form,
)
from lint.language.units import Sentence
from lint.language.whose import (
    of_everyone,
    overall,
    own_people,
    takes_up_people,
)
from lint.packs import Packs

_LEAD = 4
_TO_PEOPLE = frozenset(("for", "in", "among", "with"))
_FOR_WHOM_WRITTEN = frozenset((
    "guide", "guides", "information", "leaflet", "leaflets", "booklet", "explained", "facts", "story", "advice", "book",
    "page", "pages", "help", "words",
))  # fmt: skip
"""Words behind which "for <people>" are readers ("a guide for teenagers")."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a reading is told of so far: the condition that its sentence names, and that one with what the topic adds."""

    reading: Reading
    sentence: Sentence
    topic: Topic
    slots: Mapping[str, SlotValue]
    mention: Condition
    condition: Condition


class About:
    """Finds the condition of readings with the packs' vocabularies."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.diseases = Diseases(packs)
        self._forms = tuple(packs.vocabularies.get("subtypes", {}))

    @cached_property
    def nearby(self) -> frozenset[str]:
        """The sites that make a cancer regional."""
        return frozenset(name for name, entry in self.packs.sites.items() if entry.properties.get("regional") is True)

    def stage_asked(self, sentence: Sentence, condition: Condition) -> str:
        """Return the stage of a cancer that a question alone tells ("Caught early?"): its answer is about that; "" for none."""
        spreads = self.packs.kinds.get("site-list")
        if spreads is None or not self.concerns(spreads, condition):
            return ""
        return fragments.asked(sentence, self.lexicon, self.nearby)

    def condition(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, slots: Mapping[str, SlotValue]
    ) -> Condition:
        """Return the condition that a claim is about; only of a cancer does "spread" make another stage."""
        found = self._condition(reading, sentence, topic, kind, slots)
        spreads = self.packs.kinds.get("site-list")
        if found.stage in (self.lexicon.elsewhere, "regional") and spreads and not self.concerns(spreads, found):
            return found.staged("")
        return found

    def _condition(
        self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind, slots: Mapping[str, SlotValue]
    ) -> Condition:
        mention = mentioned(reading, sentence, kind, topic)
        figures = kind.compare in ("interval", "scale")
        # A sentence that takes nothing up is of another disease only where that is akin to the page's own.
        akin = topic.beside.disease.rpartition(" ")[2] == topic.own.rpartition(" ")[2]
        taken_up = not topic.own or akin or any(u.word in TAKES_UP and not u.type for u in sentence.units)
        goes_over = (figures and taken_up) or (kind.disease and self.concerns(kind, topic.beside))
        beside = topic.beside if goes_over or bearers.this_form(sentence) else NOWHERE
        condition = mention.over(beside or topic.condition)
        until = next_value(sentence, head_of(reading)) if figures else None
        since = own_people(sentence, head_of(reading)) if figures else 0
        stage_told = told(sentence, "stage", self.lexicon.stages, head_of(reading), until, since)
        if reading.pattern.sets.get("stage"):
            return condition.staged(reading.pattern.sets["stage"])
        if kind.stage == "any":
            return self._at_any_stage(_Told(reading, sentence, topic, slots, mention, condition))
        going_on = any(name.startswith("after=") for name in reading.pattern.needs)
        before = topic.subtypes if going_on else condition.subtypes
        led = topic.led if goes_on(sentence) else given_for.of_clause(reading, sentence) if kind.stage else ()
        subtypes = given_for.given_for(sentence, reading, self._forms) or mention.subtypes or led or before
        if figures and overall(sentence, head_of(reading)):
            subtypes = ()
        if (
            kind.stage
            and topic.kind == kind.name
            and not topic.about_stage
            and not mention.stage
            and not sentence.of_type("people", "condition")
        ):
            return Condition(condition.disease, "", subtypes)
        if kind.stage:
            unstaged = (
                sentence.has("any-stage")
                or self._is_everywhere(condition)
                or (figures and of_everyone(sentence, head_of(reading)))
            )
            stage = "" if unstaged and not mention.stage else kind.stage
            group = condition.within if condition.within in self.groups() else ""
            return Condition(condition.disease, stage, subtypes, self._apart(reading, sentence, topic, kind) or group)
        if kind.compare == "opposite" and "a" in slots:
            return self._identified(reading, sentence, topic, condition, slots)
        if kind.compare == "interval" and "outcome" in slots:
            return self._of_share(_Told(reading, sentence, topic, slots, mention, condition))
        nearby = self.nearby
        stage = (
            paired(sentence, head_of(reading), self.lexicon, nearby)
            or ("" if stage_told and _told_since(sentence, head_of(reading)) else mention.stage)
            or (
                regional(sentence, nearby, self.lexicon.stages, head_of(reading)) if "site" not in reading.slots else ""
            )
            or (arrived(sentence, head_of(reading), self.lexicon, nearby) if "site" not in reading.slots else "")
            or stage_told
            or (fragments.labelled(sentence, head_of(reading), self.lexicon, nearby) if figures else "")
            or (self._of_people_before(topic) if takes_up_people(sentence) else "")
            or ("" if figures and of_everyone(sentence, since or head_of(reading)) else condition.stage)
        )
        if (figures and not mention.disease) and (kind_of := bearers.kind_told(sentence, head_of(reading))):
            return Condition(condition.disease, stage, subtypes, f"of the {kind_of}")
        site = (self._within(reading, sentence) or row_site(sentence)) if stage in ("", self.lexicon.elsewhere) else ""
        within = site or self._in_group(sentence, condition) or condition.within
        form = labelled_form(sentence) or (told_form(sentence, head_of(reading)) if figures else ())
        return Condition(condition.disease, stage, subtypes or form, within)

    def _at_any_stage(self, told_of: _Told) -> Condition:
        """Return the disease that something brings on or keeps away, of whatever stage, with its form and group."""
        reading, sentence, topic = told_of.reading, told_of.sentence, told_of.topic
        slots, mention, condition = told_of.slots, told_of.mention, told_of.condition
        if every := bearers.of_all(slots):
            return Condition(every)
        if bearers.brought_on(reading, sentence, topic, condition, slots, self.diseases):
            return Condition(topic.own)
        within = condition.within if condition.within in self.groups() else ""
        within = within or bearers.among(reading, sentence, topic, condition)
        subtypes = given_for.opening(reading, sentence)
        if not subtypes and ("outcome" in reading.slots or not mention):
            # A form that is itself the factor is compared with the others.
            factor = sentence.units[slice(*reading.slots.get("factor", (0, 0)))]
            compared = any(u.type == "subtype" or (u.condition and u.condition.subtypes) for u in factor)
            of_it = mention.subtypes if mention else topic.condition.subtypes
            subtypes = () if compared and of_it and not given_for.in_outcome(sentence, reading) else of_it
        return Condition(condition.disease, subtypes=subtypes, within=within)

    def _of_share(self, told_of: _Told) -> Condition:
        """Return whose share it is: the disease of its people or of the page, at the stage that goes on, in the group named."""
        reading, sentence, topic = told_of.reading, told_of.sentence, told_of.topic
        slots, mention, condition = told_of.slots, told_of.mention, told_of.condition
        until = next_value(sentence, head_of(reading))
        going_on = any(name.startswith("after=") for name in reading.pattern.needs)
        if (
            topic.own
            and mention.disease not in ("", topic.own)
            and share_cases.of_its_cases(sentence, head_of(reading))
        ):
            # "<another disease> is behind half of all cases": of those of the page's own.
            condition = topic.condition
        if topic.own and share_cases.caused(sentence, head_of(reading)):
            return Condition(topic.own)
        if share_cases.befalls(sentence, head_of(reading)):
            ill = topic.ill
            return Condition(ill.disease, ill.stage, ill.subtypes, topic.condition.within)
        people = share_cases.people(reading, sentence)
        if people is NOWHERE and bearers.of_its_patients(
            sentence, head_of(reading), topic, condition, slots, self.diseases
        ):
            condition = topic.condition
        if people is NOWHERE and sentence.has("chance") and sentence.units[1:2] and sentence.units[1].word == ":":
            # A row of a table: "<stage> : risk of .. : 10%".
            people = sentence.units[0].condition or NOWHERE
        if people is NOWHERE:
            people = of_whom(sentence, head_of(reading), self.lexicon.stages)
        own = topic.condition.disease
        if (
            (people is NOWHERE or share_cases.of_patients(sentence, people))
            and people.disease != own
            and any(
                (c := sentence.units[at].condition) is not None and c.disease == own
                for at in sentence.of_type("condition")
                if until is None or at < until
            )
        ):
            # "One in fifty women who had the one get the other": the page is about the other.
            people = Condition(own)
        # A share of all cases is not one of the group that a page is about.
        behind = sentence.units[head_of(reading) + 1 : head_of(reading) + 4]
        comma = next((n for n, unit in enumerate(behind) if unit.word == "," and not unit.type), len(behind))
        whole = any(unit.type == "condition" for unit in behind[:comma])
        within = self._in_group(sentence) or ("" if whole else topic.condition.within)
        silent = not sentence.of_type("condition") and not any(c.startswith("stage=") for c in sentence.classes)
        stage = (topic.about_stage if going_on else topic.headed_stage) if silent else ""
        forms = led_form(sentence) if people is NOWHERE and not sentence.of_type("condition") else ()
        return people.over(Condition(condition.disease, stage, forms, within))

    def _of_people_before(self, topic: Topic) -> str:
        """Return the stage by which the sentence before tells people apart, "" for none and for several."""
        if topic.spoken is None:
            return ""
        before = topic.spoken.sentence
        stages = {name for name in self.lexicon.stages if before.has(f"stage={name}")}
        stages |= {c.stage for at in before.of_type("condition") if (c := before.units[at].condition) and c.stage}
        return stages.pop() if len(stages) == 1 else ""

    def _apart(self, reading: Reading, sentence: Sentence, topic: Topic, kind: Kind) -> str:
        """Return the event that a kind without events is told of where it stands apart from the rest ("at autopsy"), "" for none."""
        if kind.slot("event") is not None:
            return ""
        event = told(sentence, "event", self.lexicon.events, head_of(reading)) or topic.event
        entry = self.packs.vocabularies.get("events", {}).get(event)
        return entry.names[0] if entry is not None and entry.properties.get("apart") is True else ""

    def _is_everywhere(self, condition: Condition) -> bool:
        """Tell whether a cancer is of the blood or lymph, which have no place that they spread from."""
        return condition.disease.rpartition(" ")[2] in self.packs.classes.get("cancer-everywhere", ())

    def concerns(self, kind: Kind, condition: Condition) -> bool:
        """Tell whether a kind is about diseases of that name."""
        if not kind.disease or not condition.disease:
            return True
        nouns = self.packs.classes.get(kind.disease, ())
        name = condition.disease.partition(" of ")[0].rpartition(" ")[2]
        return any(name.endswith(noun[1:]) if noun.startswith("*") else name == noun for noun in nouns)

    def _identified(
        self,
        reading: Reading,
        sentence: Sentence,
        topic: Topic,
        condition: Condition,
        slots: Mapping[str, SlotValue],
    ) -> Condition:
        """Return the condition of "a is b": at the stage of either side, of a cancer that is elsewhere, of "it"."""
        own = topic.condition.disease or condition.disease
        first, second = (
            [c for unit in sentence.units[slice(*reading.slots.get(name, (0, 0)))] if (c := unit.condition)]
            for name in ("a", "condition" if "condition" in reading.slots else "b")
        )
        named = [*first, *second]
        sides = sentence.units[slice(*reading.slots.get("a", (0, 0)))]
        there = any(unit.type == "site" and not self.regional(unit.ids) for unit in sides)
        spread = {at for first, last in sentence.classes.get("spread-noun", ()) for at in range(first, last)}
        arrived = there and not first and not spread.isdisjoint(range(*reading.slots.get("a", (0, 0))))
        if "a" in reading.slots and not arrived and not any(c.disease in (own, "") for c in named):
            # Another disease than the one under discussion is said to be, or not to be, something.
            other = first[-1:] or (second[:1] if slots.get("relation") == "is" else [])
            if other:
                return other[0]
        units = sentence.units[reading.first : reading.last]
        stages = [c.stage for u in units if (c := u.condition) and c.stage]
        subtypes = next((c.subtypes for c in first if c.subtypes), ()) or next(
            (unit.ids[:1] for unit in sides if unit.type == "subtype"), ()
        )
        if stages:
            return Condition(own, stages[0], subtypes)
        elsewhere_said = "topic" in reading.pattern.sets and not is_of_a_drug(reading, sentence)
        elsewhere = there or elsewhere_said or told(sentence, "stage", (self.lexicon.elsewhere,))
        if elsewhere and own.rpartition(" ")[2] in self.packs.classes.get(self.packs.kinds["site-list"].disease, ()):
            return Condition(own, self.lexicon.elsewhere, subtypes)
        if "a" not in reading.slots:
            return Condition(own, topic.condition.stage, subtypes or topic.condition.subtypes)
        return Condition(own, "", subtypes)

    def group(self, sentence: Sentence, condition: Condition) -> str:
        """Return the group of people whom a heading is about, where they are not those who mostly have the disease."""
        people = [sentence.units[at].ids[0] for at in sentence.of_type("people")]
        entry = self.packs.vocabularies.get("diseases", {}).get(condition.disease)
        usual = entry.properties.get("people") if entry else None
        if len(people) != 1 or people[0] not in self.groups() or not isinstance(usual, list) or people[0] in usual:
            return ""
        at = sentence.of_type("people")[0]
        if any(u.word in _FOR_WHOM_WRITTEN for u in sentence.units[max(0, at - 3) : at] if not u.type):
            return ""
        return people[0]

    def _in_group(self, sentence: Sentence, topic: Condition = NOWHERE) -> str:
        """Return the group of a disease that a sentence names ("<disease> in <group>"), "" for none."""
        units = sentence.units
        lead = [at for at, unit in enumerate(units[:_LEAD]) if not unit.filler]
        if topic and len(lead) > 1 and units[lead[0]].word in _TO_PEOPLE and units[lead[1]].type == "people":
            return self.group(replace(sentence, units=(units[lead[1]],)), topic)
        for at in sentence.of_type("condition"):
            following = units[at + 1 : at + 3]
            if [unit.word for unit in following[:1]] == ["in"] and following[-1].type == "people":
                alone = replace(sentence, units=(units[at], *following))
                return self.group(alone, units[at].condition or NOWHERE)
        return ""

    def elsewhere(self, heading: Sentence, condition: Condition) -> str:
        """Return the site that a heading is about, where a cancer is said to have come to it ("<site> secondaries")."""
        sites = [heading.units[at].ids for at in heading.of_type("site")]
        spread = heading.has("spread-noun") or heading.has("spread-verb") or condition.stage == self.lexicon.elsewhere
        spreads = self.concerns(self.packs.kinds["site-list"], condition) if "site-list" in self.packs.kinds else False
        return f"the {sites[0][0]}" if spread and spreads and len(sites) == 1 and len(sites[0]) == 1 else ""

    def groups(self) -> set[str]:
        """Return the people that are a group of their own."""
        people = self.packs.vocabularies.get("people", {})
        return {id_ for id_, entry in people.items() if entry.properties.get("group") is True}

    def regional(self, ids: tuple[str, ...]) -> bool:
        """Tell whether sites are where a cancer grows without having spread far (property ``regional``)."""
        return bool(ids) and all(
            self.packs.sites[id_].properties.get("regional") is True for id_ in ids if id_ in self.packs.sites
        )

    def _within(self, reading: Reading, sentence: Sentence) -> str:
        """Return the site that a statement is about alone: "<site> secondaries", "spread to the <site>", "where the <site> is involved"."""
        if "site" not in reading.slots and (there := involved(sentence, head_of(reading))):
            return f"the {there}"
        places = [at for at in sentence.of_type("site") if sentence.clauses[at] == sentence.clauses[reading.first]]
        ids = sentence.units[places[0]].ids if len(places) == 1 else ()
        if len(ids) != 1 or ids == ("other",) or "site" in reading.slots:
            return ""
        near = sentence.classes.get("spread-noun", ())
        if not any(abs(at - places[0]) <= 2 for at, _ in near):
            return ""
        return f"the {sentence.units[places[0]].ids[0]}"


def _told_since(sentence: Sentence, head: int) -> bool:
    """Tell whether the clause of a value tells a stage and names none ("Early X can be cured; once it has spread, half live ..")."""
    clause = [at for at, number in enumerate(sentence.clauses) if number == sentence.clauses[head]]
    named = any(sentence.units[at].condition is not None for at in clause)
    told_at = {first for name, spans in sentence.classes.items() if name.startswith("stage=") for first, _ in spans}
    return not named and not told_at.isdisjoint(clause)
