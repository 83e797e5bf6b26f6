"""What a sentence states: the readings that can be taken together, the best first, each as drafts of claims."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from lint.language import wording
from lint.language.discourse import (
    Topic,
)
from lint.language.drafts import Draft, Item
from lint.language.lexicon import Lexicon
from lint.language.matching import Rules
from lint.language.reading import Reading, collide
from lint.language.resolve import Resolver
from lint.language.units import Sentence
from lint.packs import Packs


class Statements:
    """Takes the readings of sentences by the rules of the packs."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.packs = packs
        self.lexicon = lexicon
        self.rules = Rules(packs)
        self.resolver = Resolver(packs, lexicon)

    def drafts(
        self,
        sentence: Sentence,
        topic: Topic,
        topics: Set[str],
        items: tuple[Item, ...],
        *,
        ordered: bool = True,
        needing: str = "",
    ) -> list[Draft]:
        """Return what a sentence states, in its order: the best readings first, those that collide with them left out.

        A reading that lacks a slot gets a second chance with what the sentence has said before it ("so does").
        ``needing`` names a topic without which a rule is left aside.
        """
        taken: list[tuple[Reading, list[Draft]]] = []
        lacking: list[Reading] = []
        went_on = not ordered or bool(needing)
        for reading in self.rules.read(sentence, topics):
            if needing and needing not in reading.pattern.needs:
                continue
            if reading.pattern.rank < 0 and not went_on:
                # A figure that goes on from one before it is of its kind, before it is any share.
                taken += self._going_on(sentence, topic, taken)
                went_on = True
            if "within" in reading.pattern.sets.values():
                lacking.append(reading)
            elif (ordered or not reading.ordered) and not any(collide(reading, other) for other, _ in taken):
                drafts = list(self.resolver.drafts(reading, sentence, topic, items))
                if drafts:
                    drafts = [
                        draft for draft in drafts if not any(_same(draft, other) for _, own in taken for other in own)
                    ]
                    taken.append((reading, drafts))
                else:
                    lacking.append(reading)
        for reading in lacking:
            if taken and not any(collide(reading, other) for other, _ in taken):
                before = [draft for other, own in taken if other.first < reading.first for draft in own]
                if before:
                    local = replace(topic, kind=before[-1].kind, said=before[-1].slots)
                    drafts = list(self.resolver.drafts(reading, sentence, local, items))
                    if drafts:
                        taken.append((reading, drafts))
        if ordered and not needing:
            taken += self._going_on(sentence, topic, taken)
        for place, (reading, drafts) in enumerate(taken):
            if "same" in reading.pattern.sets.values():
                # What a sentence takes up again is what it has said itself, where it has.
                said = [
                    d for other, own in taken if other.last <= reading.first for d in own if d.kind == drafts[0].kind
                ]
                if said:
                    local = replace(topic, kind=said[-1].kind, said=said[-1].slots)
                    taken[place] = (reading, list(self.resolver.drafts(reading, sentence, local, items)) or drafts)
        taken.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[0].pattern.id))
        return [draft for _, own in taken for draft in own]

    def _going_on(
        self, sentence: Sentence, topic: Topic, taken: Sequence[tuple[Reading, list[Draft]]]
    ) -> list[tuple[Reading, list[Draft]]]:
        """Return what the figures of a sentence say that only go on from one before them ("10% do; among men, 20%")."""
        read = {at for reading, _ in taken for at in reading.values}
        values = [at for reading, _ in taken if self._of_figures(reading) for at in reading.values]
        figures = [at for at in sentence.of_type("share", "duration") if at not in read]
        if not values or not any(at > min(values) and wording.goes_on(sentence, at) for at in figures):
            return []
        found: list[tuple[Reading, list[Draft]]] = []
        before = min((pair for pair in taken if self._of_figures(pair[0])), key=lambda pair: min(pair[0].values))
        name = f"after={before[0].pattern.kind}"
        local = replace(topic, kind=before[0].pattern.kind, said=before[1][-1].slots)
        for reading in self.rules.read(sentence, {name}):
            at = min(reading.values, default=0)
            fits = name in reading.pattern.needs and at > min(values) and wording.goes_on(sentence, at)
            if fits and not any(collide(reading, other) for other, _ in (*taken, *found)):
                drafts = list(self.resolver.drafts(reading, sentence, local, ()))
                if drafts:
                    found.append((reading, drafts))
        return found

    def _of_figures(self, reading: Reading) -> bool:
        return bool(reading.values) and self.packs.kinds[reading.pattern.kind].compare == "interval"


def _same(a: Draft, b: Draft) -> bool:
    """Tell whether a sentence would state the same thing twice of which drug is for whom."""
    return a.kind == b.kind and "therapy" in a.slots and a.slots == b.slots and a.item == b.item
