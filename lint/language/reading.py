"""What a rule read in a sentence, and which readings cannot both be taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lint.language.units import Sentence
from lint.pack_entries import Pattern

_AND_A_VERB = 2
"""The units between what two verbs of one subject speak of: "and" and the second verb."""
_AND_ITS_RISK = 5
"""The same where both say it alike ("raises the risk of X and also the risk of Y" is of one verb)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule read in a sentence: its units (first, last exclusive) and the units of every slot.

    ``picked`` narrows a mention of several ids to one of them, where values were paired with members of a list.
    """

    pattern: Pattern
    first: int
    last: int
    slots: Mapping[str, tuple[int, int]]
    ordered: bool
    own_negation: bool = False
    begins: int = -1
    """The first unit that the rule took, fillers among them, or that its cues may stand at; -1 where it is ``first``."""
    nouns: bool = False
    own: frozenset[str] = frozenset()
    picked: Mapping[str, str] = field(default_factory=dict)
    values: frozenset[int] = frozenset()


def _in_order(a: Reading, b: Reading) -> bool:
    """Tell whether two readings rank different mentions ("<site> first, then <site>"): the one's words may hold the other's."""
    place, other = a.slots.get("site"), b.slots.get("site")
    if not place or not other or place == other or a.pattern.sets.get("rank") == b.pattern.sets.get("rank"):
        return False
    # Where each reads over the other's mention, the better one is meant.
    return a.pattern.rank == b.pattern.rank or not (a.first <= other[0] < a.last and b.first <= place[0] < b.last)


def _of_one_subject(a: Reading, b: Reading) -> bool:
    """Tell whether two readings are of one subject and two verbs ("X raises the risk of Y and brings on Z")."""
    if "alone" in (a.pattern.sets.get("topic"), b.pattern.sets.get("topic")):
        # What is said of a part of the body only leads to the other.
        return False
    # Two readings of one rule are of two verbs only where a whole predicate stands between what they speak of.
    between = _AND_ITS_RISK if a.pattern is b.pattern else _AND_A_VERB
    pairs = (("factor", "outcome"), ("outcome", "factor"))
    return any(_parted(a, b, subject, thing, between) for subject, thing in pairs)


def _parted(a: Reading, b: Reading, subject: str, thing: str, between: int) -> bool:
    """Tell whether two readings have their subject in common, and the second's thing stands behind all of the first."""
    shared, first, second = a.slots.get(subject), a.slots.get(thing), b.slots.get(thing)
    if shared is None or first is None or second is None or shared != b.slots.get(subject):
        return False
    (first, a), (second, b) = sorted(((first, a), (second, b)), key=lambda pair: pair[0])
    return shared[1] <= first[0] and max(first[1], a.last) + between <= second[0]


def _leads_on(a: Reading, b: Reading) -> bool:
    """Tell whether what one reading says comes about is in turn what brings about the other's ("X causes Y, which leads to Z")."""
    middle, factor, outcome = a.slots.get("outcome"), b.slots.get("factor"), b.slots.get("outcome")
    if middle is None or factor is None or outcome is None or "factor" not in a.slots:
        return False
    return factor[0] <= middle[0] and middle[1] <= factor[1] <= outcome[0]


def collide(a: Reading, b: Reading) -> bool:
    """Tell whether two readings cannot both be taken: they read the same value, or the same words for one kind."""
    if a.values and b.values:
        return bool(a.values & b.values)
    if a.pattern.kind != b.pattern.kind:
        return False
    if _in_order(a, b) or _of_one_subject(a, b) or _leads_on(a, b) or _leads_on(b, a):
        return False
    return a.first < b.last and b.first < a.last


def holding(sentence: Sentence, span: tuple[int, int], names: Iterable[str]) -> bool:
    """Tell whether a word class or a mention of a type, one of ``names``, stands in a span of units."""
    first, last = span
    return any(
        any(first <= a and b <= last for a, b in sentence.classes.get(name, ()))
        or any(first <= at < last for at in sentence.of_type(name))
        for name in names
    )
