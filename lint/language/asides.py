"""Asides: words that interrupt a statement, in brackets ("a close relative (a parent or a child) with ..") or, behind its
auxiliary, between commas ("is, if anything, linked to")."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lint.language.function_words import AUXILIARIES
from lint.language.units import Unit

LONGEST = 12
BETWEEN_COMMAS = 5
_SHORT_NAME = 6
_PLAIN = frozenset(("", "condition", "people", "age"))
_EXAMPLE = frozenset(("example", "instance", "such"))
"""Words at the head of an aside that gives examples."""
_TELLING = frozenset((
    "once", "sometimes", "previously", "often", "usually", "commonly", "better", "otherwise", "also", "called",
    "known", "formerly", "named", "or", "see", "is", "are", "not", "it", "only",
))  # fmt: skip

_NAMING, _NAMING_WITHIN = frozenset(("name", "term", "word", "abbreviation")), 5
"""Words near the head of an aside that says what a name is for ("the everyday name for ..")."""
_NAMED, _NAMED_WITHIN = frozenset(("called", "known", "named", "termed")), 3
"""Words of an aside that gives another name, at its head or behind how often or by whom it is used."""
_SAID = frozenset(("say", "said", "pronounced", "pronounce", "sounds", "spoken"))
"""Words at the head of an aside that only tells how a word is said, whatever its parts mean."""
_SET_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "though", "however", "therefore", "of course", "for example", "for instance", "in fact", "in turn", "too", "by contrast",
        "in contrast", "on the other hand", "on its own", "by itself", "it seems", "it turns out", "i am sorry to say", "oddly enough",
        "as well", "in particular", "in other words", "as it happens", "among others", "among other things",
    )
)  # fmt: skip
"""What may stand between commas anywhere."""
_BUT = frozenset(("but", "though", "and"))
_LIMITED = frozenset(("limited", "restricted", "confined"))
_SIGNS = frozenset((",", ")", *_LIMITED))
"""What a sentence with an aside holds one of."""
_CLAUSE_OPENERS = frozenset(("where", "which", "who", "whose", "when"))
_BY_FIRST = {first: [phrase for phrase in _SET_PHRASES if phrase[0] == first] for first, *_ in _SET_PHRASES}


def without(units: Sequence[Unit], kept: Collection[int] = ()) -> list[Unit]:
    """Return the units without asides of plain words, so that rules read over them.

    A bracketed aside that holds a figure, a site or a drug, gives another name, makes a statement or says what a figure is of
    stays. Of one between
    commas the small words stay: they may be a denial or a doubt. ``kept`` are units that must stay, with the aside around them.
    """
    if sum(unit.word in _SIGNS for unit in units) == 0:
        return list(units)
    result: list[Unit] = []
    at = 0
    while at < len(units):
        end = _end(units, at) or _open_end(units, at)
        if end and not any(at < place < end for place in kept):
            at = end
            continue
        end = _second_comma(units, at)
        if end:
            result.extend(unit for unit in units[at:end] if unit.filler)
            at = end
            continue
        result.append(units[at])
        at += 1
    return result


def unfigured(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without the figures that stand in brackets behind a site ("<site> (70%)"), the same ones where none do."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        before = [unit for unit in result[-2:] if not unit.filler][-1:]
        if units[at].word == "(" and not units[at].type and before and before[0].type == "site":
            end = next((n for n in range(at, min(len(units), at + LONGEST)) if units[n].word == ")"), 0)
            if any(unit.type in ("share", "most") for unit in units[at:end]):
                at = end + 1
                continue
        result.append(units[at])
        at += 1
    return result


def unnamed(units: Sequence[Unit]) -> list[Unit]:
    """Return the units without the names in brackets ("<thing> (also known as <name>) raises .."), the same ones where none are."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        if units[at].word == "(" and not units[at].type and at and not units[at - 1].edge:
            words = [unit.word for unit in units[at + 1 : at + 1 + _NAMED_WITHIN]]
            named = next((n for n, word in enumerate(words) if word in _NAMED), len(words))
            end = next((n for n in range(at, min(len(units), at + LONGEST)) if units[n].word == ")"), 0)
            if named < len(words) and _TELLING.issuperset(words[:named]) and end:
                at = end + 1
                continue
        result.append(units[at])
        at += 1
    return result


def _end(units: Sequence[Unit], at: int) -> int:
    """Return where an aside that opens at a unit ends (exclusive), 0 where none does that may be left out."""
    if at == 0 or units[at].word != "(" or units[at].type or units[at - 1].edge:
        return 0
    within = 0
    for end in range(at + 1, min(len(units), at + LONGEST + 2)):
        unit = units[end]
        within += unit.word == "(" and not unit.type
        if unit.word == ")" and not unit.type:
            if within:
                within -= 1
                continue
            if units[at + 1].word in _SAID and not units[at + 1].type:
                return end + 1
            known = _PLAIN | {"marker"} if any(u.word in _EXAMPLE for u in units[at + 1 : at + 3]) else _PLAIN
            plain = all(u.type in known for u in units[at + 1 : end]) or _numbered_name(units[at + 1 : end])
            begins = (
                (units[at + 1].word in _TELLING and not _doing(units[at + 1 : at + 3]))
                or units[end - 1].word == "short"
                or any(u.word in _NAMING and not u.type for u in units[at + 1 : at + _NAMING_WITHIN])
                or "%" in {u.word for u in units[at + 1 : end]}
                or _of_a_value(units, at, end)
            )
            return end + 1 if plain and not begins and end > at + 1 else 0
    return 0


def _open_end(units: Sequence[Unit], at: int) -> int:
    """Return where the words end that leave a list open and say nothing else (", but are not limited to,"), 0 where there are none."""
    begin = at + _comma(units[at])
    limited = next((n for n in range(begin + 2, min(begin + 4, len(units) - 1)) if units[n].word in _LIMITED), 0)
    if (
        not limited
        or units[begin].word not in _BUT
        or units[limited - 1].word != "not"
        or units[limited + 1].word != "to"
    ):
        return 0
    return limited + 2 + (limited + 2 < len(units) and _comma(units[limited + 2]))


def _doing(units: Sequence[Unit]) -> bool:
    """Tell whether an aside adds something that is done ("or being on medicine for it"), no other name."""
    return units[0].word == "or" and units[-1].word.endswith("ing") and not units[-1].type


def _second_comma(units: Sequence[Unit], at: int) -> int:
    """Return where an aside between commas that follows an auxiliary, or is a set phrase, ends (exclusive), 0 where none does."""
    if at == 0 or not _comma(units[at]):
        return 0
    for phrase in _BY_FIRST.get(units[at + 1].word if at + 1 < len(units) else "", ()):
        end = at + 1 + len(phrase)
        if tuple(unit.word for unit in units[at + 1 : end]) == phrase and end < len(units) - 1 and _comma(units[end]):
            # A clause that begins behind it ("rare, however, where ..") keeps its comma.
            return end if units[end + 1].word in _CLAUSE_OPENERS else end + 1
    if units[at - 1].type or units[at - 1].word not in AUXILIARIES:
        return 0
    for end in range(at + 1, min(len(units) - 1, at + BETWEEN_COMMAS + 2)):
        if _comma(units[end]):
            return end + 1 if end > at + 1 else 0
        if units[end].type or (units[end].edge and units[end].word != "if"):
            return 0
    return 0


def _comma(unit: Unit) -> bool:
    return unit.word == "," and not unit.type


def _numbered_name(units: Sequence[Unit]) -> bool:
    """Tell whether an aside is a short name with a number ("GSD 4")."""
    return (
        len(units) == 2
        and not units[0].type
        and not units[0].filler
        and len(units[0].word) <= _SHORT_NAME
        and units[1].type == "number"
    )


def _of_a_value(units: Sequence[Unit], at: int, end: int) -> bool:
    """Tell whether an aside says what a figure is of: it stands between the figure and a comma, "and" or the end ("99% (localized), ..")."""
    after = units[end + 1] if end + 1 < len(units) else None
    ends = after is None or after.edge or after.word in (",", ".", "and")
    return units[at - 1].type in ("share", "duration") and ends
