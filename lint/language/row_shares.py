"""What a label says of the figure behind its colon or in its row: whom it is of, and what it is a share of.

"Adults with X who have Y | 20%" is of adults with X, and of having Y; "Lifetime risk
with one affected parent: 5%" is a lifetime risk of those with one affected parent.
"""

from __future__ import annotations

from lint.language import wording
from lint.language.units import Sentence, Unit

Span = tuple[int, int]
_WHO = frozenset(("who", "that", "whose"))
_OF = frozenset(("in", "among", "for", "with", "if", "when", "of"))
VAGUE = frozenset(
    (
        "figure",
        "figures",
        "number",
        "share",
        "proportion",
        "new",
        "percentage",
        "percent",
        "rate",
        "value",
        "how",
        "what",
        "%",
    )
)
_WHOSE = frozenset(("condition", "people", "age", "number"))
"""What a label may name of whom a figure is, so that the head of the column says what it is a share of."""


def label(sentence: Sentence, at: int) -> Span | None:
    """Return the first part before a colon that says more than that a figure follows, where only the colon parts them."""
    units = sentence.units
    colons = [n for n in range(at) if units[n].word == ":" and not units[n].type]
    if not colons or not all(unit.filler and not unit.type for unit in units[colons[-1] + 1 : at]):
        return None
    first, named = 0, None
    for colon in colons:
        part = units[first:colon]
        if named is not None:
            if any(unit.word[:1].isalpha() and not _says_nothing(unit) for unit in part):
                return first, colon
        elif any(unit.type or not (unit.filler or unit.word in VAGUE) for unit in part):
            named = first, colon
            if any(unit.type not in _WHOSE and not unit.filler for unit in part):
                return named
        first = colon + 1
    return named


def _says_nothing(unit: Unit) -> bool:
    return bool(unit.type) or unit.filler or unit.word in VAGUE or unit.word in _OF or unit.word == "all"


def split(sentence: Sentence, span: Span) -> tuple[str, str]:
    """Return whom a label's figure is of and what it is a share of; ("", "") where the label does not name people."""
    units = sentence.units
    first, last = span
    while first < last and not units[first].type and units[first].filler:
        first += 1
    named = [n for n in range(first, last) if units[n].type == "people" or _kin(sentence, n)]
    if not named:
        return "", ""
    if named[0] == first or (named[0] == first + 1 and units[named[0]].type == "people"):
        who = next((n for n in range(named[0] + 1, last) if not units[n].type and units[n].word in _WHO), None)
        return (wording.text(sentence, (first, who)), _said(sentence, who + 1, last)) if who else ("", "")
    before = [n for n in range(first + 1, named[0]) if not units[n].type and units[n].word in _OF]
    if units[named[0] - 1].word == "," and named[0] == last - 1:
        # "Lifetime risk, men: 1 in 800".
        return wording.text(sentence, (named[0], last)), wording.text(sentence, (first, named[0] - 1))
    if not before:
        return "", ""
    return wording.text(sentence, (before[-1], last)), wording.text(sentence, (first, before[-1]))


def _said(sentence: Sentence, first: int, last: int) -> str:
    units = sentence.units
    while (
        first < last - 1 and not units[first].type and units[first].word in ("are", "is", "have", "has", "were", "had")
    ):
        first += 1
    return wording.text(sentence, (first, last))


def _kin(sentence: Sentence, at: int) -> bool:
    return any(first <= at < last for first, last in sentence.classes.get("kin", ()))
