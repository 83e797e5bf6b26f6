"""The disease that a document is about: what its title, its headings and most of its sentences name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lint.language.conditions import NOWHERE, Condition
from lint.language.told import of_a_disease
from lint.language.units import Sentence

_NAMED_FIRST = 2
"""How many mentions more the disease counts that is named before all others."""


def main_condition(sentences: Iterable[tuple[str, Sentence]]) -> Condition:
    """Return the condition that a document is about: the title's, else the first heading's before which none is named, else
    the one most named.

    ``sentences`` are pairs of block role and sentence. A condition of the text adds a stage only when it is the title's.
    """
    counted: Counter[str] = Counter()
    first: Condition | None = None
    early: list[str] = []
    kinds: dict[str, Counter[str]] = {}
    for role, sentence in sentences:
        for at in sentence.of_type("condition"):
            condition = sentence.units[at].condition or NOWHERE
            if condition.disease and not describes(sentence, at, role):
                if first is None and role in ("title", "heading") and early[:1] in ([], [condition.disease]):
                    first = condition
                early.append(condition.disease)
                weight = 2 if role in ("title", "heading", "description") else 1
                counted[condition.disease] += weight
                for base in sentence.units[at].ids[:1]:
                    if condition.disease.endswith(f" {base}"):
                        kinds.setdefault(base, Counter())[condition.disease] += weight
    for base, several in kinds.items():
        if len(several) > 1 and counted[base]:
            # A page that tells of "acute X" and of "chronic X" is about X.
            counted[base] += several.total()
    if first is not None and (counted[first.disease] * 2 >= max(counted.values())):
        return first
    if not counted:
        return NOWHERE
    # What is named before all else is what the rest is told of.
    counted[early[0]] += _NAMED_FIRST
    most = max(counted.values())
    return Condition(next(disease for disease in early if counted[disease] == most))


def describes(sentence: Sentence, at: int, role: str) -> bool:
    """Tell whether a title only says what the disease is of ("The <organ> disease nobody sees coming"), and not its name."""
    condition = sentence.units[at].condition or NOWHERE
    before = sentence.units[at - 1].word if at else ""
    following = sentence.units[at + 1 : at + 2]
    told = any(unit.word[:1].isalpha() and not unit.type for unit in following)
    return role in ("title", "heading") and before == "the" and told and condition.disease.endswith(" disease")


def own_disease(sentences: Iterable[tuple[str, Sentence]], main: Condition) -> str:
    """Return the disease that a document is about, "" where its title or first heading names several, or none."""
    for role, sentence in sentences:
        if role in ("title", "heading"):
            named = {unit.condition.disease for unit in sentence.units if unit.condition is not None} - {""}
            several = any(of_a_disease(sentence, at) for at in sentence.of_type("site"))
            return main.disease if named == {main.disease} and not several else ""
    return main.disease
