"""The diseases that a drug is for, in the text's words: listed, with what tells their cases apart ("severe X", "X that has come back")."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.clauses import behind_relative, is_predicate, is_verb
from lint.language.function_words import AUXILIARIES
from lint.language.units import Sentence, Unit

_LONGEST_BEFORE = 3
_LONGEST_LINK = 6
_LINKS = frozenset((",", "and", "or", "&"))
_TELLING = frozenset((
    "with", "without", "that", "which", "whose", "who", "caused", "due", "after", "when", "if", "in", "regardless",
    "irrespective", "whatever", "unless", "linked", "related",
))  # fmt: skip
_NO_ADJECTIVES = frozenset((
    "whose", "who", "that", "which", "more", "for", "in", "of", "against", "with", "to", "and", "or", "on",
    "people", "after", "following", "before", "during", "prescribed", "given", "used", "treat", "as", "by", "from", "either", "treating", "managing", "controlling", "keep", "than",
    "including", "like", "safest", "best", "new", "touch", "touches", "settle", "settles", "tame", "tames", "help",
    "helps", "suit", "suits", "stop", "stops", "ease", "eases", "clear", "clears", "slow", "slows", "calm",
    "target", "fight", "attack", "control", "manage", "relieve", "prevent", "preventing", "develop", "developing",
    "having", "called", "named", "without", "decreasing", "reducing", "improve", "improving", "cure", "cures",
))  # fmt: skip
"""Words before a disease that tell no cases of it apart: what it is done to, and where a phrase begins."""
_ON_CONDITION = frozenset(("if", "when", "unless"))
_ANNOUNCING = frozenset(("include", "includes", "are", "is"))
_NO_CASES = frozenset((
    "days", "clinic", "clinics", "research", "charity", "society", "nurse", "nurses", "specialist", "cells", "unit",
    "team", "trial", "trials",
))  # fmt: skip
"""Words that make something else of the disease before them ("X clinic")."""
_BORNE = frozenset(("complications", "complication", "symptoms", "signs", "effects", "pain"))
_LEADING_TO = frozenset(("to", "of", "on", "by"))
_RELATIVES = frozenset(("that", "which", "who"))


def illnesses(sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return the words for each of the diseases that are listed from a unit on, with what tells their cases apart.

    None where a form of the disease is named beside it, which another rule reads.
    """
    found: list[str] = []
    while True:
        first, last = case(sentence, at)
        beside = sentence.units[max(0, first - 1) : last + 1]
        illness = sentence.units[at].condition
        if any(unit.is_form and unit is not sentence.units[at] for unit in beside) or is_borne(sentence, first):
            return tuple(found)
        if illness is None or not illness.disease:
            return tuple(found)
        if last < len(sentence.units) and sentence.units[last].word in _NO_CASES and last == at + 1:
            return tuple(found)
        names = sentence.units[at].names
        found.extend(names if names and names[0] != sentence.words(at, at + 1) else ())
        found.extend(() if names else [" ".join(sentence.words(first, last).split())])
        following = _next_illness(sentence, last)
        if not following:
            return tuple(found)
        at = following


def case(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the units that name a disease and tell its cases apart ("severe X", "X that has come back")."""
    return _before(sentence, at), _behind(sentence, at)


def _before(sentence: Sentence, at: int) -> int:
    """Return where the words begin that stand before a disease and tell its cases apart ("severe", "late-onset")."""
    first = at
    while first > max(0, at - _LONGEST_BEFORE):
        unit = sentence.units[first - 1]
        if unit.type or unit.filler or unit.edge or not unit.word[:1].isalpha() or unit.word in _NO_ADJECTIVES:
            break
        if is_verb(sentence, first - 1):
            break
        first -= 1
    return first


def _behind(sentence: Sentence, at: int) -> int:
    """Return where what is said of the cases behind a disease ends ("with ..", "that has come back"), at its clause's end."""
    last = at + 1
    units = sentence.units
    if last >= len(units) or units[last].type or units[last].word not in _TELLING:
        return last
    behind = units[last + 1] if last + 1 < len(units) else None
    if units[last].word == "in" and behind is not None and (behind.type == "number" or behind.word.isdigit()):
        # "Approved for X in 2008" tells no cases apart.
        return last
    end = last
    said = behind_relative(sentence, at, len(units)) if units[last].word in _RELATIVES else None
    if said is not None and not any(not unit.type and (unit.edge or unit.word == ",") for unit in units[last:said]):
        return _trimmed(units, last, said)
    while end < len(units) and not units[end].edge and units[end].word not in (",", ".") and units[end].type != "items":
        announces = (
            units[last].word not in _ON_CONDITION
            and units[end].word in _ANNOUNCING
            and not units[end].type
            and units[end - 1].word not in _RELATIVES
        )
        if units[end].type == "therapy" and units[last].word == "who":
            # "X who cannot take Y": the drug tells the cases apart.
            end += 1
            continue
        if units[end].type == "therapy" or announces:
            if units[end].type == "therapy" and not units[end - 1].type and units[end - 1].word in _LEADING_TO:
                # "X that does not respond to Y".
                return at + 1
            return _trimmed(units, last, end) if end > last + 1 else at + 1
        if units[end].word in ("and", "but") and units[last].word not in _RELATIVES and is_predicate(sentence, end + 1):
            return end
        end += 1
    return end


def _trimmed(units: Sequence[Unit], last: int, end: int) -> int:
    while end > last and not units[end - 1].type and units[end - 1].filler:
        end -= 1
    return end


def is_borne(sentence: Sentence, at: int) -> bool:
    """Tell whether a disease only bears what is spoken of: "people whose X has ..", "complications of X"."""
    before = [unit.word if not unit.type else "" for unit in sentence.units[max(0, at - 2) : at]]
    return before[-1:] == ["whose"] or (len(before) > 1 and before[0] in _BORNE and before[1] in ("of", "from"))


def _next_illness(sentence: Sentence, last: int) -> int:
    """Return the unit of the disease that goes on a list from a unit on, 0 for none."""
    units = sentence.units
    linked, words = False, 0
    for at in range(last, min(last + _LONGEST_LINK, len(units))):
        unit = units[at]
        if unit.type == "condition":
            return at if linked else 0
        if unit.type or unit.edge or unit.word in ("not", "never") or (unit.filler and unit.word in AUXILIARIES):
            return 0
        if unit.word in _LINKS or unit.filler or unit.word in ("for", "in"):
            linked = linked or unit.word in _LINKS
            continue
        words += 1
        if not linked or words > _LONGEST_BEFORE or is_verb(sentence, at) or unit.word in _NO_ADJECTIVES:
            return 0
    return 0
