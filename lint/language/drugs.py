"""Which drugs a reading means: the one that it names, those of a list, the last named before it."""

from __future__ import annotations

from dataclasses import replace

from lint.language.clauses import is_verb
from lint.language.discourse import Topic
from lint.language.function_words import AUXILIARIES
from lint.language.reading import Reading
from lint.language.units import Sentence

_LONGEST_ITEM = 4
"""How many words may stand between a comma and the next drug of a list."""
_NO_ITEM = frozenset(("not", "to", "for", "if", "when", "that", "which", "who", "but", "while", "as", "because", "."))
_LINKS = frozenset((",", "and", "or", "&"))
_GAPPED = frozenset(("for", "in", "against", "if", "when", "where"))
_COPULAS = frozenset(("is", "are", "'s", "'re", "was"))


def drugs(reading: Reading, sentence: Sentence, topic: Topic) -> tuple[str, ...]:
    """Return the drugs that a reading means: those that it names, else the last named before it."""
    span = reading.slots.get("therapy")
    if span is not None and "therapy" in reading.pattern.each:
        return tuple(name for unit in sentence.units[slice(*span)] if unit.type == "therapy" for name in unit.names)
    if span is not None:
        return sentence.units[_subject(reading, sentence, span[0])].names
    before = [at for at in sentence.of_type("therapy") if at < reading.first]
    told = [at for at in before if not _predicate(sentence, at)] or before
    return sentence.units[told[-1]].names if told and told[-1] in before[-2:] else topic.therapies


def listed(reading: Reading, sentence: Sentence) -> Reading:
    """Return a reading of a list of drugs up to the last of them, over the items between them that no pack names."""
    span = reading.slots.get("therapy")
    if span is None or "therapy" not in reading.pattern.each or sentence.units[span[0]].type != "therapy":
        return reading
    end, linked, plain = span[1], False, 0
    at = end
    while at < len(sentence.units) and plain <= _LONGEST_ITEM:
        unit = sentence.units[at]
        at += 1
        if unit.type == "therapy":
            if not linked:
                break
            end, linked, plain = at, False, 0
        elif unit.type or unit.word in _NO_ITEM or is_verb(sentence, at - 1):
            break
        elif unit.word == "(":
            at = next((n + 1 for n in range(at, len(sentence.units)) if sentence.units[n].word == ")"), at)
        elif unit.word in _LINKS or unit.word in (";", "/"):
            linked, plain = True, 0
        else:
            plain += 1
    return replace(reading, last=max(reading.last, end), slots={**reading.slots, "therapy": (span[0], end)})


def gapped(reading: Reading, sentence: Sentence) -> Reading:
    """Return a reading with the drug right before its form where that leaves out the verb ("A is for X, B for Y": B is for Y)."""
    drug, form = reading.slots.get("therapy"), reading.slots.get("form")
    if drug is None or form is None or drug[0] > form[0]:
        return reading
    units, others = sentence.units, sentence.of_type("form", "condition", "subtype")
    for at in reversed([at for at in sentence.of_type("therapy") if drug[0] < at < form[0]]):
        bare = all(unit.filler or unit.word in _GAPPED for unit in units[at + 1 : form[0]])
        if bare and any(drug[0] < other < at for other in others):
            return replace(reading, first=at, slots={**reading.slots, "therapy": (at, at + 1)})
    return reading


def _subject(reading: Reading, sentence: Sentence, at: int) -> int:
    """Return the drug that a statement of use is about: the subject of its own conjunct, not what a drug is said to be."""
    target = (reading.slots.get("form") or reading.slots.get("condition") or (reading.last, 0))[0]
    for other in sentence.of_type("therapy"):
        if at < other < target and _opens(sentence, other):
            at = other
    before = [other for other in sentence.of_type("therapy") if other < at]
    return before[-1] if before and _predicate(sentence, at) else at


def _opens(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug is the subject of a statement that a comma or "and" joins to the one before."""
    units = sentence.units
    after = units[at + 1] if at + 1 < len(units) else None
    joined = not units[at - 1].type and units[at - 1].word in (",", "and", "but")
    return joined and after is not None and not after.type and after.word in AUXILIARIES


def _predicate(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug is what another is said to be ("it is a new one")."""
    words = [unit.word if not unit.type else "" for unit in sentence.units[max(0, at - 3) : at]]
    return words[-1:] in (["a"], ["an"]) and bool(_COPULAS & set(words[:-1]))
