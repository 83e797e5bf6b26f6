"""What rules need of a sentence, as bits: words, word classes, types of mention and topics, so that few rules are ever tried.

A feature is a word ("spread"), a class ("<cue>"), a mention ("{share}") or what is under discussion ("@topic"). Only
features that some rule needs get a bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from lint.language.units import Sentence

_ALSO: Mapping[str, tuple[str, ...]] = {
    "site": ("{site|items}",),
    "items": ("{site|items}", "{therapy|items}"),
    "therapy": ("{therapy|items}",),
    "condition": ("{condition|formed}",),
    "most": ("{share|most}", "{share}"),
    "share": ("{share|most}",),
}
"""The features that a mention has beside its own type."""
_OF_A_FORM = ("{form}", "{subtype|marker|formed}")
_SIGNS: Mapping[str, float] = {"@": 0.08, "<": 0.05, "{": 0.15}
_EVERYWHERE, _SHORT_WORD, _LONG_WORD = 0.3, 0.03, 0.01
_LONG = 5
"""The letters of a word that few sentences hold."""
COMMON = frozenset(
    (",", ".", "of", "is", "are", "to", "in", "and", "for", "a", "the", "be", "or", "with", "that", "it", "not", "can")
)
_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Needs:
    """What a sentence must have for a rule: all of ``required``, and of each group all that one of its branches names.

    One of ``topics`` must be under discussion, unless there are none.
    """

    required: frozenset[str] = frozenset()
    any_of: tuple[tuple[frozenset[str], ...], ...] = ()
    topics: tuple[str, ...] = ()


_Group = tuple[int, tuple[int, ...]]
"""The branches of one bit, as one mask, and the bits of every longer branch."""
_Entry = tuple[int, int, tuple[_Group, ...], _Rule]
"""A rule's number, the bits that it must have, the groups of which it must have a branch each, and the rule."""


class Index(Generic[_Rule]):
    """Rules by what they need; ``candidates`` gives those that a sentence may satisfy, in the order they were given."""

    def __init__(self, rules: Iterable[tuple[_Rule, Needs]]) -> None:
        self._bits: dict[str, int] = {}
        self._anchored: dict[int, list[_Entry[_Rule]]] = {}
        """By one bit that each rule must have."""
        self._anywhere: Sequence[_Entry[_Rule]] = ()
        """The rules that may read any sentence."""
        entries: list[_Entry[_Rule]] = []
        for number, (rule, needs) in enumerate(rules):
            topics = tuple(frozenset((f"@{topic}",)) for topic in needs.topics)
            groups = (*needs.any_of, topics) if len(topics) > 1 else needs.any_of
            required = needs.required.union(*topics) if len(topics) == 1 else needs.required
            any_of = tuple(_group([self._mask(branch) for branch in group]) for group in groups)
            entries.append((number, self._mask(required), any_of, rule))
        rates = self._rates()
        for entry in entries:
            for bit in _anchors(entry, rates):
                self._anchored.setdefault(bit, []).append(entry)
        self._anywhere = self._anchored.pop(0, ())
        self._anchors = sum(self._anchored)

    def mask(self, sentence: Sentence, topics: Iterable[str]) -> int:
        """Return the bits of what a sentence has, and of what is under discussion."""
        bits = self._bits
        mask = 0
        for topic in topics:
            mask |= bits.get(f"@{topic}", 0)
        for unit in sentence.units:
            if not unit.type:
                mask |= bits.get(unit.word, 0)
                continue
            mask |= bits.get(f"{{{unit.type}}}", 0)
            for feature in _ALSO.get(unit.type, ()):
                mask |= bits.get(feature, 0)
            if unit.is_form:
                for feature in _OF_A_FORM:
                    mask |= bits.get(feature, 0)
        for name in sentence.classes:
            mask |= bits.get(f"<{name}>", 0)
        return mask

    def candidates(self, mask: int) -> Sequence[_Rule]:
        """Return the rules whose needs are met by what a sentence has, in their order."""
        found: dict[int, _Rule] = {}
        left = mask & self._anchors
        entries = self._anywhere
        while entries or left:
            for number, required, any_of, rule in entries:
                if mask & required == required:
                    for single, longer in any_of:
                        if not mask & single and not any(mask & branch == branch for branch in longer):
                            break
                    else:
                        found[number] = rule
            bit = left & -left
            left ^= bit
            entries = self._anchored.get(bit, ())
        return [found[number] for number in sorted(found)]

    def _mask(self, features: Iterable[str]) -> int:
        mask = 0
        for feature in sorted(features):
            mask |= self._bits.setdefault(feature, 1 << len(self._bits))
        return mask

    def _rates(self) -> dict[int, float]:
        """Return for every bit how likely a sentence is to have it."""
        return {bit: _rate(feature) for feature, bit in self._bits.items()}


def _rate(feature: str) -> float:
    """Return how likely a sentence is to have a feature, roughly, by its kind."""
    if feature[0] in _SIGNS:
        return _SIGNS[feature[0]]
    return _EVERYWHERE if feature in COMMON else _LONG_WORD if len(feature) >= _LONG else _SHORT_WORD


def _anchors(entry: _Entry[_Rule], rates: Mapping[int, float]) -> list[int]:
    """Return the bits by which a rule is found: its rarest required one, or one of every branch of its rarest group."""
    _, required, any_of, _ = entry
    choices = [[bit] for bit in _bits(required)]
    choices += [
        sorted({*_bits(single), *(min(_bits(branch), key=rates.__getitem__) for branch in longer)})
        for single, longer in any_of
    ]
    return min(choices, key=lambda bits: (sum(rates[bit] for bit in bits), bits), default=[0])


def _group(branches: Iterable[int]) -> _Group:
    """Return a group of branches, those of one bit together: they are asked for at once."""
    single, longer = 0, []
    for branch in branches:
        if branch & (branch - 1):
            longer.append(branch)
        else:
            single |= branch
    return single, tuple(longer)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        mask ^= bit
        yield bit
