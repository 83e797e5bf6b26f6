"""What a claim is about: kind, condition, the key slots of its kind by concept, event and population.

Two claims are about the same thing when their subjects are equal, so that claims are grouped by hashing and the cost
of comparing grows with their number.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from lint.claims import Claim
from lint.comparison.values import slot
from lint.concepts import stem
from lint.packs import Packs

ANY = "any"
"""The event of a share whose text names none."""
DISEASE_ONLY = frozenset({"therapy-target"})
"""Kinds whose subtype stands in a slot: one that stands in the condition too makes no difference."""

_TOKEN = re.compile(r"[a-z0-9]+")


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


@dataclass
class Subjects:
    """Works out the subject of claims with the words that the packs know; remembers what it has worked out."""

    packs: Packs
    _conditions: dict[str, _Known] = field(default_factory=dict, repr=False)
    _open: dict[tuple[str, str, str], Hashable] = field(default_factory=dict, repr=False)
    _populations: dict[tuple[str, str, str], Population] = field(default_factory=dict, repr=False)
    _names: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _light(self) -> set[str]:
        return _stems(self.packs.concepts.light)

    def of(self, claim: Claim) -> Subject:
        """Return the subject of a claim."""
        kind = self.packs.kinds[claim.kind]
        condition = " ".join(claim.condition.lower().split())
        known = self._known(condition)
        parts: list[Hashable] = []
        event = ""
        for name in kind.key:
            declared, value = kind.slot(name), slot(claim, kind, name)
            if name == "event":
                event = str(value or ANY)
            elif declared is not None and declared.type == "words":
                parts.append(self._words(name, str(value or ""), condition, claim.concepts.get(name)))
            else:
                parts.append(value)
        if set(kind.key) == {"a", "b"}:  # "a is b" and "b is a" are one claim
            parts = [frozenset(parts)]
        population = EVERYONE
        if kind.slot("population") is not None:
            population = self.population(str(slot(claim, kind, "population") or ""), condition, event)
        about = known.disease if claim.kind in DISEASE_ONLY else condition
        return Subject(Topic(claim.kind, about, tuple(parts)), event, population)

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
        groups = []
        for name, person in self._named("people"):
            text, found = _drop(text, name)
            if not found:
                continue
            properties = self.packs.vocabularies["people"][person].properties
            exclusive = exclusive or properties.get("exclusive") is True
            if properties.get("group") is True and person not in known.people:
                groups.append(person)
        # One word at a time, for there are many ways to say "with the disease".
        rest = [word for word in text.split() if stem(word) not in known.stems]
        content = self._content(" ".join(rest))
        group: Hashable = frozenset(groups) | content
        if content and not groups:
            group = concepts.resolve("population", " ".join(rest)) or group
        if not group or (event and group == event):
            group = ""
        return Population(group, frozenset(regions), exclusive)

    def _words(self, name: str, words: str, condition: str, concept: str | None) -> Hashable:
        if concept:
            return self._without_disease(concept, condition)
        memo = (name, words, condition)
        if memo not in self._open:
            concepts, text = self.packs.concepts, _flat(words)
            for phrase in self._known(condition).phrases:
                text, _ = _drop(text, phrase)
            resolved = (concepts.resolve(name, text) or concepts.resolve(name, words)) if text else None
            if resolved:
                self._open[memo] = self._without_disease(resolved, condition)
            else:
                self._open[memo] = self._content(text) or ""
        return self._open[memo]

    def _content(self, words: str) -> frozenset[str]:
        # Words that add nothing may be all that is left of "the disease" or "those with it".
        return self.packs.concepts.content(words) - self._light

    def _without_disease(self, concept: str, condition: str) -> Hashable:
        slugs = self._known(condition).slugs
        return "+".join(part for part in concept.split("+") if part not in slugs)

    def _known(self, condition: str) -> _Known:
        if condition not in self._conditions:
            self._conditions[condition] = self._parse(condition)
        return self._conditions[condition]

    def _parse(self, condition: str) -> _Known:
        vocabularies, text = self.packs.vocabularies, _flat(condition)
        diseases = vocabularies.get("diseases", {})
        disease = max((id_ for id_ in diseases if _within(_flat(id_), text)), key=len, default=condition)
        names = (disease, *(diseases[disease].names if disease in diseases else ()))
        people = diseases[disease].properties.get("people") if disease in diseases else ()
        stems = {stem(word) for word in _TOKEN.findall(condition)} | _stems(names)
        for vocabulary in ("stages", "subtypes"):
            for id_, entry in vocabularies.get(vocabulary, {}).items():
                if _within(_flat(id_), text):
                    stems |= _stems((*entry.names, *_texts(entry.properties.get("told-by"))))
        phrases = tuple(sorted({_flat(name) for name in names}, key=len, reverse=True))
        slugs = frozenset(_flat(name).replace(" ", "-") for name in names)
        return _Known(disease, phrases, slugs, frozenset(stems), frozenset(_texts(people)))

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


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(item) for item in value)
    return (str(value),) if value else ()


def _stems(names: Iterable[str]) -> set[str]:
    return {stem(word) for name in names for word in _TOKEN.findall(name.lower())}


def _flat(words: str) -> str:
    return " ".join(_TOKEN.findall(words.lower()))


def _within(words: str, text: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "


def _drop(text: str, words: str) -> tuple[str, bool]:
    if not _within(words, text):
        return text, False
    return " ".join(f" {text} ".replace(f" {words} ", "  ").split()), True
