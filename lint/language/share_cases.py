"""Whose cases a share is of: the condition of its people, and what "it" befalls."""

from __future__ import annotations

from lint.language import bearers
from lint.language.conditions import NOWHERE, Condition
from lint.language.measures import head_of
from lint.language.mentions import TAKES_UP
from lint.language.reading import Reading
from lint.language.told import formed
from lint.language.units import Sentence

_VERBS = frozenset((
    "present", "presents", "have", "has", "had", "will", "are", "is", "were", "was", "get", "gets", "develop",
    "develops", "live", "survive", "may", "can", "do", "go",
))  # fmt: skip

_CAUSING = frozenset(
    (
        "behind",
        "causes",
        "cause",
        "blame",
        "responsible",
        "accounts",
        "account",
        "explains",
        "explain",
        "underlies",
        "underlie",
    )
)
_HELD_AGAINST = frozenset(("against", "versus", "vs", "compared", "than", "unlike"))
_CAUSING_BEFORE = 4
"""How far before a share the verb may stand that says what causes so many cases."""


def befalls(sentence: Sentence, head: int) -> bool:
    """Tell whether the share at unit ``head`` is of what "it" befalls or makes up: "It makes up 5% of <the> cancers"."""
    first = next((at for at in range(head) if sentence.clauses[at] == sentence.clauses[head]), head)
    while first < head and sentence.units[first].filler:
        first += 1
    unit = sentence.units[first]
    if unit.type or unit.word not in TAKES_UP:
        return False
    return any(first < a <= first + 2 and b <= head for a, b in sentence.classes.get("befalls", ()))


def people(reading: Reading, sentence: Sentence) -> Condition:
    """Return the condition of the people that a share is of: "of women with metastatic disease", "in X-negative disease"."""
    head = head_of(reading)
    for at in sorted(sentence.of_type("condition", "subtype"), key=lambda at: abs(at - head)):
        if at > head and (
            sentence.clauses[at] != sentence.clauses[head]
            or any(u.word in _HELD_AGAINST for u in sentence.units[head:at] if not u.type)
        ):
            continue
        unit = sentence.units[at]
        condition = formed(sentence, at) if unit.condition else Condition(subtypes=unit.ids[:1])
        before = [name for name in sentence.classes if name == "disease-form" or name.startswith("stage=")]
        first = min((a for name in before for a, b in sentence.classes[name] if b == at), default=at)
        words = [
            u.word
            for u in sentence.units[max(0, first - 3) : first]
            if not u.type and not (u.filler and u.word not in ("in", "of"))
        ]
        led = bool(words) and words[-1] in ("with", "in", "of", "among", "for", "have", "whose", "after")
        verb = any(u.word in _VERBS for u in sentence.units[head:at] if not u.type) if at > head else False
        verb = verb or any(head < first and last == at for first, last in sentence.classes.get(bearers.COMES_TO, ()))
        if (led and not verb and (words[-1] != "have")) or (at < head and led):
            return condition
    return NOWHERE


def of_patients(sentence: Sentence, people: Condition) -> bool:
    """Tell whether a share is of people who have a condition, and not of its cases ("85% of cases of ..", "half of .. cancers")."""
    return any(
        sentence.units[at].condition is not None
        and sentence.units[at].condition.disease == people.disease  # type: ignore[union-attr]
        and not {"with", "have", "had", "having"}.isdisjoint(u.word for u in sentence.units[max(0, at - 3) : at])
        for at in sentence.of_type("condition")
    )


def caused(sentence: Sentence, head: int) -> bool:
    """Tell whether something is said to be behind the share at unit ``head``, of cases of which nothing else is named ("<another
    disease> lies behind 3%", "it is to blame for 1% of cases")."""
    clause = [at for at in range(len(sentence.units)) if sentence.clauses[at] == sentence.clauses[head]]
    before = [
        sentence.units[at].word
        for at in clause
        if max(0, head - _CAUSING_BEFORE) <= at < head and not sentence.units[at].type
    ]
    named = any(sentence.units[at].type in ("condition", "site") for at in clause if at > head)
    return not _CAUSING.isdisjoint(before) and not named


def of_its_cases(sentence: Sentence, head: int) -> bool:
    """Tell whether a share is of cases that only the text around it names ("about half of all cases")."""
    behind = [unit for unit in sentence.units[head + 1 : head + 4] if not unit.filler and unit.word != "all"]
    return [unit.word for unit in behind[:2]] in (["of", "cases"], ["of", "these"], ["of", "them"]) and not any(
        unit.type == "condition" for unit in sentence.units[head:]
    )
