"""What rules need of a sentence, as bits: words, word classes and types of mention, so that few rules are ever tried.

A feature is a word ("liver"), a class ("<cue>") or a mention ("{share}"). Only features that some rule needs get a bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Needs:
    """What a sentence must have for a rule: all of ``required``, and of each group all that one of its branches names."""

    required: frozenset[str] = frozenset()
    any_of: tuple[tuple[frozenset[str], ...], ...] = ()


@dataclass(slots=True)
class _Entry(Generic[_Rule]):
    number: int
    required: int
    any_of: tuple[tuple[int, ...], ...]
    rule: _Rule


@dataclass
class Index(Generic[_Rule]):
    """Rules by what they need; ``candidates`` gives those that a sentence may satisfy, in the order they were added."""

    _bits: dict[str, int] = field(default_factory=dict)
    _entries: list[_Entry[_Rule]] = field(default_factory=list)
    _anchored: dict[int, list[_Entry[_Rule]]] = field(default_factory=dict)
    """By one bit that a rule must have; 0 holds the rules that may read any sentence."""

    @classmethod
    def of(cls, rules: Iterable[tuple[_Rule, Needs]]) -> Index[_Rule]:
        """Return the index of rules with their needs."""
        index: Index[_Rule] = cls()
        for number, (rule, needs) in enumerate(rules):
            groups = tuple(tuple(index._mask(branch) for branch in group) for group in needs.any_of)
            index._entries.append(_Entry(number, index._mask(needs.required), groups, rule))
        common = index._commonness()
        for entry in index._entries:
            for bit in _anchors(entry, common):
                index._anchored.setdefault(bit, []).append(entry)
        return index

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
        left = mask
        anchored = self._anchored
        entries = list(anchored.get(0, ()))
        while left:
            bit = left & -left
            left ^= bit
            entries += anchored.get(bit, ())
        for entry in entries:
            required = entry.required
            if mask & required == required and all(
                any(mask & branch == branch for branch in group) for group in entry.any_of
            ):
                found[entry.number] = entry.rule
        return [found[number] for number in sorted(found)]

    def _mask(self, features: Iterable[str]) -> int:
        mask = 0
        for feature in sorted(features):
            mask |= self._bits.setdefault(feature, 1 << len(self._bits))
        return mask

    def _commonness(self) -> dict[int, tuple[int, int]]:
        """Order bits by how often a sentence will have them: mentions most, then classes, then words, by rules that need them."""
        used: dict[int, int] = {}
        for entry in self._entries:
            for bit in _bits(entry.required):
                used[bit] = used.get(bit, 0) + 1
        return {
            bit: (2 if feature[0] == "{" else 1 if feature[0] == "<" else 0, used.get(bit, 0))
            for feature, bit in self._bits.items()
        }


def _anchors(entry: _Entry[_Rule], common: Mapping[int, tuple[int, int]]) -> list[int]:
    """Return the bits by which a rule is found: its rarest required one, or one of every branch of a group."""
    if entry.required:
        return [min(_bits(entry.required), key=lambda bit: common[bit])]
    if not entry.any_of:
        return [0]
    group = min(entry.any_of, key=len)
    return sorted({min(_bits(branch), key=lambda bit: common[bit]) for branch in group})


def _bits(mask: int) -> Iterable[int]:
    while mask:
        bit = mask & -mask
        mask ^= bit
        yield bit
