"""What rules need of a sentence, as bits: words, word classes and types of mention, so that few rules are ever tried.

A feature is a word ("spread"), a class ("<cue>") or a mention ("{share}"). Only features that some rule needs get a bit.
"""

from __future__ import annotations

from collections import Counter
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
_LONG = 5
"""The letters of a word that few sentences hold."""
_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Needs:
    """What a sentence must have for a rule: all of ``required``, and of each group all that one of its branches names."""

    required: frozenset[str] = frozenset()
    any_of: tuple[tuple[frozenset[str], ...], ...] = ()


_Entry = tuple[int, int, tuple[tuple[int, ...], ...], _Rule]
"""A rule's number, the bits that it must have, for each group those of every branch, and the rule."""


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
            any_of = tuple(tuple(self._mask(branch) for branch in group) for group in needs.any_of)
            entries.append((number, self._mask(needs.required), any_of, rule))
        common = self._commonness(entries)
        for entry in entries:
            for bit in _anchors(entry, common):
                self._anchored.setdefault(bit, []).append(entry)
        self._anywhere = self._anchored.pop(0, ())
        self._anchors = sum(self._anchored)

    def mask(self, sentence: Sentence) -> int:
        """Return the bits of what a sentence has."""
        bits = self._bits
        mask = 0
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
                if mask & required == required and (not any_of or _one_of_each(any_of, mask)):
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

    def _commonness(self, entries: Iterable[_Entry[_Rule]]) -> dict[int, tuple[int, int]]:
        """Order bits by how often a sentence will have them: long words least, then classes, then short words and mentions."""
        used: Counter[int] = Counter()
        for _, required, _, _ in entries:
            used.update(_bits(required))
        return {bit: (_rank(feature), used[bit]) for feature, bit in self._bits.items()}


def _rank(feature: str) -> int:
    """Return how common a feature is, by its kind: 0 for the rarest."""
    if feature[0] in "{<":
        return 3 if feature[0] == "{" else 1
    return 0 if len(feature) >= _LONG else 2


def _anchors(entry: _Entry[_Rule], common: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return the bits by which a rule is found: its rarest required one, or one of every branch of a group."""
    _, required, any_of, _ = entry
    if required:
        return [min(_bits(required), key=lambda bit: common[bit])]
    if not any_of:
        return [0]
    group = min(any_of, key=len)
    return sorted({min(_bits(branch), key=lambda bit: common[bit]) for branch in group})


def _one_of_each(any_of: Iterable[Iterable[int]], mask: int) -> bool:
    """Tell whether bits hold one branch of every group."""
    for group in any_of:
        for branch in group:
            if mask & branch == branch:
                break
        else:
            return False
    return True


def _bits(mask: int) -> Iterator[int]:
    while mask:
        bit = mask & -mask
        mask ^= bit
        yield bit
