"""How far a misspelling is from a word: edits weighed by how people and keyboards slip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = {frozenset(pair) for pair in ("cs", "ck", "sz", "iy", "fp", "gj", "mn", "xs", "td", "bp", "vf")}
_VOWELS = frozenset("aeiouy")


@cache
def _neighbours() -> frozenset[frozenset[str]]:
    pairs = set()
    for row, keys in enumerate(_ROWS):
        for column, key in enumerate(keys):
            if column + 1 < len(keys):
                pairs.add(frozenset((key, keys[column + 1])))
            if row + 1 < len(_ROWS):
                for below in (column - 1, column):
                    if 0 <= below < len(_ROWS[row + 1]):
                        pairs.add(frozenset((key, _ROWS[row + 1][below])))
    return frozenset(pairs)


@cache
def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return 0.7
    pair = frozenset((a, b))
    return 0.7 if pair in _ALIKE or pair in _neighbours() else 1.0


def weighted(wrong: str, right: str) -> float:
    """Return the cost of turning ``right`` into ``wrong``: 1 for an edit, less for likely slips.

    Likely slips are two letters turned round, a letter doubled or not, a silent h, one vowel for another, a key
    beside the right one. A change of the first letter costs half an edit more.
    """
    drops = [_drop(right, at) for at in range(1, len(right) + 1)]
    before: list[float] = []
    last = [0.0]
    for drop in drops:
        last.append(last[-1] + drop)
    for i, a in enumerate(wrong):
        extra = _drop(wrong, i + 1)
        cost = last[0] + extra
        row = [cost]
        for j, b in enumerate(right):
            cost = min(last[j + 1] + extra, cost + drops[j], last[j] + _swap(a, b))
            if i and j and a != b and a == right[j - 1] and b == wrong[i - 1]:
                cost = min(cost, before[j - 1] + 0.7)
            row.append(cost)
        before, last = last, row
    first = 0.5 if wrong[:1] != right[:1] and wrong[:2] != right[1::-1] else 0.0
    return last[-1] + first


def _drop(word: str, at: int) -> float:
    letter = word[at - 1]
    if (at > 1 and word[at - 2] == letter) or (at < len(word) and word[at] == letter):
        return 0.5
    return 0.7 if letter == "h" and at > 1 else 0.9


@cache
def _edits() -> Callable[..., int]:
    from rapidfuzz.distance import OSA  # a text without a wrong word needs it not

    return OSA.distance


def edits(word: str, other: str, most: int | None = None) -> int:
    """Return how many letters are changed, left out, put in or turned round; beyond ``most``, more than that."""
    return _edits()(word, other, score_cutoff=most)


def within(word: str, pool: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return the words of a pool that are at most so many edits away, each with how many."""
    from rapidfuzz import process

    found = process.extract(word, pool, scorer=_edits(), processor=None, score_cutoff=most, limit=None)
    return [(other, int(distance)) for other, distance, _ in found]
