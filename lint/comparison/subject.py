"""What a claim is about: kind, condition, the key slots of its kind by concept, event and population.

Two claims are about the same thing when their subjects are equal, so that claims are grouped by hashing and the cost
of comparing grows with their number.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from lint.claims import Claim
from lint.comparison.values import choice, slot
from lint.concepts import stem, tokens
from lint.diseases import Diseases
from lint.packs import Packs

ANY = "any"
"""The event of a share whose text names none."""
DISEASE_ONLY = frozenset({"therapy-target", "identity"})
"""Kinds whose slots name the subtype or the stage: one that stands in the condition too makes no difference."""
TOLD_IN = {"therapy-target": "target", "incidence": "outcome"}
"""Kinds with a slot that may name a form of the disease: it is then what the claim is about, whatever the page is."""
DISEASES_TOLD_APART = frozenset({"a", "b", "target"})
"""Slots in which a disease is that disease, whatever else its name may stand for."""
BY_ITSELF = "by-itself"
"""The class of words that tell what a thing does without others ("alone", "by itself")."""


_REMEMBERED = 1 << 15
"""How many phrases are kept as their words: the names of the packs are compared with every condition."""


@dataclass(frozen=True, slots=True)
class Population:
    """Who a figure is about: the group as concept or content words ("" for everyone), and the regions named.

    ``exclusive`` tells that the shares of such a population add up to at most 100% (shares of all deposits).
    """

    group: Hashable = ""
    regions: frozenset[str] = frozenset()
    exclusive: bool = False


EVERYONE = Population()


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject before event and population, which a canonical claim may state and copy leave out."""

    kind: str
    condition: str
    parts: tuple[Hashable, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about, hashable."""

    topic: Topic
    event: str = ""
    population: Population = EVERYONE
    alone: bool = False
    """Copy that a thing by itself has no effect: it may have one together with others."""


@dataclass
class Subjects:
    """Works out the subject of claims with the words that the packs know; remembers what it has worked out."""

    packs: Packs
    _conditions: dict[str, _Known] = field(default_factory=dict, repr=False)
    _open: dict[tuple[str, str, str], Hashable] = field(default_factory=dict, repr=False)
    _populations: dict[tuple[str, str, str], Population] = field(default_factory=dict, repr=False)
    _names: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _diseases(self) -> Diseases:
        return Diseases(self.packs)

    @cached_property
    def _by_itself(self) -> tuple[str, ...]:
        return tuple(sorted(map(_flat, self.packs.classes.get(BY_ITSELF, ())), key=len, reverse=True))

    @cached_property
    def _people(self) -> frozenset[str]:
        """The concepts that are people and no more ("women")."""
        named = {_flat(name) for entry in self.packs.vocabularies.get("people", {}).values() for name in entry.names}
        return frozenset(id_ for id_, names in self.packs.concepts.names.items() if named & set(map(_flat, names)))

    def of(self, claim: Claim) -> Subject:
        """Return the subject of a claim."""
        kind = self.packs.kinds[claim.kind]
        condition = " ".join(claim.condition.lower().split())
        condition = self._about(claim, condition)
        known = self._known(condition)
        about = known.disease if claim.kind in DISEASE_ONLY else condition
        parts: list[Hashable] = []
        event, alone = "", False
        for name in kind.key:
            declared, value = kind.slot(name), slot(claim, kind, name)
            if name == "event":
                event = str(value or ANY)
            elif declared is not None and declared.type == "words":
                words, by_itself = self._without_by_itself(str(value or ""))
                alone = alone or by_itself
                concept = None if by_itself else claim.concepts.get(name)
                if name == TOLD_IN.get(claim.kind) and self._without_family(words, known) != _flat(words):
                    words, concept = self._without_family(words, known), None
                parts.append(self._words(name, words, condition, concept))
            else:
                parts.append(value)
        if set(kind.key) == {"a", "b"}:  # "a is b" and "b is a" are one claim
            parts = [frozenset(parts)]
        population = EVERYONE
        if kind.slot("population") is not None:
            population = self.population(str(slot(claim, kind, "population") or ""), condition, event)
        alone = alone and choice(claim, kind)[0] == "none"
        return Subject(Topic(claim.kind, about, tuple(parts)), event, population, alone)

    def each(self, claim: Claim) -> tuple[Subject, ...]:
        """Return the subjects of the alternatives that an open slot names ("an X, Y or Z background"), none for one thing."""
        kind = self.packs.kinds[claim.kind]
        for name in kind.key:
            value = str(slot(claim, kind, name) or "")
            if kind.compare == "opposite" and " or " in value:
                parts = [part for part in re.split(r",\s*(?:or\s+)?|\s+or\s+", value) if part.strip()]
                concepts = {key: id_ for key, id_ in claim.concepts.items() if key != name}
                return tuple(
                    self.of(replace(claim, slots={**claim.slots, name: part}, concepts=concepts)) for part in parts
                )
        return ()

    def _about(self, claim: Claim, condition: str) -> str:
        """Return the condition that a claim is about: the form of the disease that its slot names, else the page's."""
        name = TOLD_IN.get(claim.kind)
        if name is None:
            return condition
        known, diseases = self._known(condition), self._diseases
        named = diseases.named(_flat(str(claim.slots.get(name) or "")), known.disease)
        family = [id_ for id_, _ in named if diseases.head(id_) == diseases.head(known.disease)]
        if not family:
            return condition
        # What comes before a form turns into that form, called by the family's name or its own.
        people = diseases.named(_flat(str(claim.slots.get("population") or "")), known.disease)
        later = [diseases.becomes(id_) for id_, _ in people if diseases.becomes(id_)]
        if later and diseases.head(later[0]) == family[0]:
            return later[0]
        return condition if family[0] == known.disease else family[0]

    def _without_family(self, words: str, known: _Known) -> str:
        text = _flat(words)
        for id_, phrase in self._diseases.named(text, known.disease):
            if self._diseases.head(id_) == self._diseases.head(known.disease):
                text, _ = _drop(text, phrase)
        return text

    def _without_by_itself(self, words: str) -> tuple[str, bool]:
        text, found = _flat(words), False
        for phrase in self._by_itself:
            text, dropped = _drop(text, phrase)
            found = found or dropped
        return (text, True) if found and text else (words, False)

    def population(self, words: str, condition: str, event: str = "") -> Population:
        """Return who the words name, among people with the condition.

        The people vocabulary's words ("patients", "women with the disease") name everyone, unless an entry has the
        property ``group``: then they are a group of its own, save for a disease whose ``people`` name it. An entry
        of stages or subtypes may list more words that tell of it (``told-by``: moved, spread).
        """
        if not words.strip():
            return EVERYONE
        memo = (words, condition, event)
        if memo not in self._populations:
            self._populations[memo] = self._population(words, condition, event)
        return self._populations[memo]

    def _population(self, words: str, condition: str, event: str) -> Population:
        known, text = self._known(condition), _flat(words)
        concepts = self.packs.concepts
        if event and concepts.resolve("population", words) == event:
            return EVERYONE
        regions, exclusive = set(), False
        for name, region in self._named("regions"):
            text, found = _drop(text, name)
            if found:
                regions.add(region)
        groups, text = self._other_diseases(text, known)
        implied = {person for id_ in groups for person in _texts(self._disease(id_).get("people"))} | known.people
        for name, person in self._named("people"):
            text, found = _drop(text, name)
            if not found:
                continue
            properties = self.packs.vocabularies["people"][person].properties
            exclusive = exclusive or properties.get("exclusive") is True
            if properties.get("group") is True and person not in implied:
                groups.append(person)
        # One word at a time, for there are many ways to say "with the disease".
        rest = [word for word in text.split() if stem(word) not in known.stems]
        content = concepts.rest(" ".join(rest))
        group: Hashable = frozenset(groups) | content
        if content and not groups:
            group = concepts.resolve("population", " ".join(rest)) or group
        if not group or (event and group == event):
            group = ""
        return Population(group, frozenset(regions), exclusive)

    def _other_diseases(self, text: str, known: _Known) -> tuple[list[str], str]:
        """Return the other diseases that people have ("women who have had X"), and the words without them."""
        others = []
        for id_, phrase in self._diseases.named(text, known.disease):
            text, _ = _drop(text, phrase)
            if id_ != known.disease:
                others.append(id_)
        return others, text

    def _disease(self, id_: str) -> Mapping[str, object]:
        entry = self.packs.vocabularies.get("diseases", {}).get(id_)
        return entry.properties if entry else {}

    def _words(self, name: str, words: str, condition: str, concept: str | None) -> Hashable:
        memo = (name, words, condition)
        if memo not in self._open:
            self._open[memo] = self._thing(name, words, condition, concept)
        return self._open[memo]

    def _thing(self, name: str, words: str, condition: str, concept: str | None) -> Hashable:
        concepts, text, known = self.packs.concepts, _flat(words), self._known(condition)
        if name in DISEASES_TOLD_APART:
            others, rest = self._other_diseases(text, known)
            if others:
                return frozenset(others) | concepts.rest(rest)
        for phrase in known.phrases:
            text, _ = _drop(text, phrase)
        resolved = concept or ((concepts.resolve(name, text) or concepts.resolve(name, words)) if text else None)
        # Words that add nothing may be all that is left of "the disease" or "those with it".
        return self._without_disease(resolved, known, name) if resolved else concepts.rest(text) or ""

    def _without_disease(self, concept: str, known: _Known, name: str) -> Hashable:
        """Return a concept without the disease itself, and what comes back without the form that the condition names."""
        dropped = known.slugs | (known.forms if name == "outcome" and "+" in concept else frozenset())
        parts = [part for part in concept.split("+") if part not in dropped]
        return "+".join([part for part in parts if part not in self._people] or parts)

    def _known(self, condition: str) -> _Known:
        if condition not in self._conditions:
            self._conditions[condition] = self._parse(condition)
        return self._conditions[condition]

    def _parse(self, condition: str) -> _Known:
        vocabularies, text = self.packs.vocabularies, _flat(condition)
        diseases = vocabularies.get("diseases", {})
        disease = max((id_ for id_ in diseases if _within(_flat(id_), text)), key=len, default=self._bare(text))
        names = (disease, *(diseases[disease].names if disease in diseases else ()))
        people = diseases[disease].properties.get("people") if disease in diseases else ()
        stems = {stem(word) for word in tokens(condition)} | _stems(names)
        forms: list[str] = []
        for vocabulary in ("stages", "subtypes"):
            for id_, entry in vocabularies.get(vocabulary, {}).items():
                if _within(_flat(id_), text):
                    forms += [_flat(id_).replace(" ", "-")] if vocabulary == "subtypes" else []
                    stems |= _stems((*entry.names, *_texts(entry.properties.get("told-by"))))
        phrases = tuple(sorted({_flat(name) for name in names}, key=len, reverse=True))
        slugs = frozenset(_flat(name).replace(" ", "-") for name in names)
        return _Known(disease, phrases, slugs, frozenset(stems), frozenset(_texts(people)), frozenset(forms))

    def _bare(self, text: str) -> str:
        """Return a condition without its stage, form and place: the name of a disease that no vocabulary describes."""
        text = text.partition(" in ")[0]
        for vocabulary in ("stages", "subtypes"):
            for id_ in self.packs.vocabularies.get(vocabulary, {}):
                text, _ = _drop(text, _flat(id_))
        return text

    def _named(self, vocabulary: str) -> tuple[tuple[str, str], ...]:
        if vocabulary not in self._names:
            entries = self.packs.vocabularies.get(vocabulary, {})
            named = {(_flat(name), id_) for id_, entry in entries.items() for name in entry.names}
            self._names[vocabulary] = tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair)))
        return self._names[vocabulary]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the packs know of a condition: its disease, that one's names and people, the words that tell of it."""

    disease: str
    phrases: tuple[str, ...]
    slugs: frozenset[str]
    stems: frozenset[str]
    people: frozenset[str]
    forms: frozenset[str]


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def _stems(names: Iterable[str]) -> set[str]:
    return {stem(word) for name in names for word in tokens(name)}


@lru_cache(_REMEMBERED)
def _flat(words: str) -> str:
    return " ".join(tokens(words))


def _within(words: str, text: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "


def _drop(text: str, words: str) -> tuple[str, bool]:
    if not _within(words, text):
        return text, False
    return " ".join(f" {text} ".replace(f" {words} ", "  ").split()), True
