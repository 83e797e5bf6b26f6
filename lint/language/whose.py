"""Whose a figure is: the mentions of a sentence that it is given for, and those that are told of another or of nobody's."""

from __future__ import annotations

from itertools import pairwise

from lint.language.clauses import joined_predicate
from lint.language.reading import Reading
from lint.language.shares import FINITE
from lint.language.units import Sentence

_WHOM = 6
"""How many units at the most stand between a share and the disease of the people that it is of."""
_AFFECTS = frozenset((
    "affects", "affect", "involves", "involve", "attacks", "attack", "strikes", "strike", "hits", "hit", "invades", "invade", "damages",
    "damage",
))  # fmt: skip
_ILL = ("generic-disease", "spread-noun", "the-disease", "disease-word", "deposits")
"""Classes of words for a disease, or for what has spread of it."""
_TAKING_UP = frozenset(
    ("it", "they", "this", "that", "these", "those", "which", "one", "ones", "who", "and", "or", "but")
)
LED = frozenset(("in", "for", "with", "among", "of"))
_COMPARATIVES = frozenset(("more", "less", "fewer", "higher", "lower"))
_SORTS = frozenset(("types", "forms", "kinds", "subtypes"))
_AGAINST = frozenset(("against", "versus", "vs", "v"))
_BEHIND_A_VALUE = 2
"""How far behind a value what it is given for stands at the most."""
_COMPARED_IN = 3
"""How many words right before a mention may say that there are more or fewer with it."""


def another_does(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a reading begins with what is said of something that is no disease ("<a drug> mostly affects the <site>")."""
    units = sentence.units
    if units[reading.first].type or units[reading.first].word not in _AFFECTS:
        return False
    first = reading.first
    while first and not units[first - 1].edge and units[first - 1].word != ",":
        first -= 1
    subject = [unit for unit in units[first : reading.first] if unit.type or not unit.filler]
    ill = any(begin < reading.first and last > first for name in _ILL for begin, last in sentence.classes.get(name, ()))
    named = any(unit.type or unit.word in _TAKING_UP for unit in subject)
    return bool(subject) and not ill and (not named or subject[0].type == "therapy")


def of_another_figure(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a mention is told of a figure in a clause behind ("it comes fourth, although it is 40% in the one form")."""
    clause = sentence.clauses[at]
    values = sentence.of_type("share", "duration") if at > head and clause != sentence.clauses[head] else ()
    return any(sentence.clauses[value] == clause for value in values)


def own_people(sentence: Sentence, head: int) -> int:
    """Return the last share, at unit ``head`` or before it, that names its own people behind another share ("and 85% of all
    with <condition> are .."): what was told before it is not of them. 0 where none does."""
    conditions = sentence.of_type("condition")
    values = [at for at in sentence.of_type(sentence.units[head].type) if at <= head]
    named = (
        value for value in reversed(values[1:]) if any(whom(sentence, value, at) for at in conditions if at > value)
    )
    return next(named, 0)


def of_everyone(sentence: Sentence, head: int) -> bool:
    """Tell whether a share is of "all with <condition>", whatever stage the text is about."""
    return any(
        at > head and whom(sentence, head, at) and any(u.word == "all" for u in sentence.units[head:at] if not u.type)
        for at in sentence.of_type("condition")
    )


def overall(sentence: Sentence, head: int) -> bool:
    """Tell whether a second figure is of everyone ("31% in the one form, compared with 15% overall")."""
    words = [unit.word for unit in sentence.units[:head] if not unit.type or unit.type == "all"]
    if any(a in ("all", "") and b in _SORTS for a, b in pairwise(words)):
        # "With all types taken together it is 32%."
        return True
    values = sentence.of_type(sentence.units[head].type)
    following = [unit.word for unit in sentence.units[head + 1 : head + 3] if not unit.type]
    return bool(values) and values[0] < head and following[:1] in (["overall"], ["altogether"])


def held_against(sentence: Sentence, head: int) -> bool:
    """Tell whether a figure is only what another is held against, and nothing says whose it is ("57% against 38%")."""
    before, following = sentence.units[max(0, head - 2) : head], sentence.units[head + 1 : head + 2]
    words = [unit.word for unit in before if not unit.type]
    bare = not following or (not following[0].type and (following[0].edge or following[0].word in (",", ".", ")", ";")))
    first = any(at < head for at in sentence.of_type(sentence.units[head].type))
    return bare and first and bool(words) and (words[-1] in _AGAINST or words == ["compared", "with"])


def not_meant(sentence: Sentence, head: int) -> bool:
    """Tell whether a figure is only what something does not mean ("it does not mean that one in eight has it now")."""
    words = [unit.word for unit in sentence.units[:head] if not unit.type]
    return any(a in ("not", "n't") and b == "mean" for a, b in pairwise(words))


def takes_up_people(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with people told of before ("In that group ..", "Of these women ..")."""
    first, second, third = (*sentence.units[:3], *(None,) * 3)[:3]
    if first is None or second is None or third is None or first.word not in LED:
        return False
    group = third.type == "people" or third.word in ("group", "groups", "situation", "case")
    return not second.type and second.word in ("that", "this", "those", "these", "such") and group


def apposed(sentence: Sentence, head: int) -> bool:
    """Tell whether a share ends a sentence and only counts the people before it ("it is worse for those who .., around one in 20")."""
    units = sentence.units
    ends = all(unit.edge or unit.word in (".", "!", '"', "\u201d") for unit in units[head + 1 :])
    if not ends or head < 2 or units[head - 1].type or units[head - 1].word != ",":
        return False
    people = [at for at in range(head - 1) if units[at].type == "people"]
    told = bool(people) and units[people[-1] + 1].word in ("who", "whose", "with", "that")
    return told and any(unit.word in FINITE and not unit.type for unit in units[: people[-1]])


def left_behind(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a value goes back to what the text is about ("it makes up 3% of <condition>, and its survival is 40%")."""
    goes_back = any(unit.word == "its" and not unit.type for unit in sentence.units[at + 1 : head])
    return (goes_back or bool(joined_predicate(sentence, at, head))) and any(
        value < at for value in sentence.of_type("share", "number", "duration")
    )


def compared_with(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a mention is only of those who have more or less than the figure ("10% in all, more with the one form")."""
    before = [unit.word for unit in sentence.units[head + 1 : at] if not unit.type]
    near = before[-_COMPARED_IN:]
    return "," in before and bool(near) and near[-1] in LED and not _COMPARATIVES.isdisjoint(near)


def of_the_value_before(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a mention is what the value right before it is given for ("4 months for <condition>, .."), and not the next one."""
    values = sentence.of_type(sentence.units[head].type)
    led = any(unit.word in LED and not unit.type for unit in sentence.units[max(0, at - 2) : at])
    goes_on = any(unit.word in FINITE and not unit.type for unit in sentence.units[at:head])
    return at < head and led and not goes_on and any(0 < at - value <= _BEHIND_A_VALUE for value in values)


def whom(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether "of people with .." leads from a share to a disease."""
    between = sentence.units[head + 1 : at]
    if not between or between[0].word != "of" or len(between) > _WHOM:
        return False
    return not any(
        unit.edge
        or unit.type in ("share", "site", "condition")
        or (not unit.type and unit.word in (FINITE | {",", "and"}))
        for unit in between
    )
