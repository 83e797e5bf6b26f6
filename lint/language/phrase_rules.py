"""What a phrase of a rule reads in a sentence: the matches of its expression, with slots narrowed to what they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from lint.language import behind, clauses, noun_parts, nouns, semicolons, wording
from lint.language.grammar import OPEN_LIMIT, Phrase
from lint.language.reading import Reading, holding
from lint.language.shares import how_often
from lint.language.units import Sentence, Unit
from lint.pack_entries import Pattern

_LEADS_IN = frozenset(("if", "when", "once", "where"))
_TAKING_UP = frozenset(("it", "they"))
_TOO = frozenset(("much", "many", "little", "few"))
PRONOUN = "pronoun"
"""The class of words that stand for what went before: what a slot may lack is to begin with one."""
_LONGEST_LEAD = 60
"""Units before a rule that may be the list of what it speaks of."""
_SHORT_STATE = 3
"""The units that a state behind "while" is shorter than ("while pregnant")."""
_LONGEST_OUTCOME = 22
"""Units of what people get: a longer run is a list that lost its commas."""
_TOLD = ("al", "ic", "ous")
"""Endings of adjectives that tell which conditions are meant."""
_VALUES = frozenset(("share", "most", "all", "duration", "number", "multiple"))


def readings(rule: Phrase, sentence: Sentence) -> Iterable[Reading]:
    """Yield what a phrase reads in a sentence, from left to right, each behind the one before."""
    at, seen = 0, -1
    starts = _starts(rule, sentence)
    if (starts is not None and not starts) or not _in_order(rule.order, sentence.code):
        return
    while at <= len(sentence.code) and (match := _next(rule.regex, sentence, starts, at)):
        if match.end() == match.start() or match.start() == seen:
            at = match.start() + 1
            continue
        seen = match.start()
        slots: dict[str, tuple[int, int]] = {}
        for number, name in enumerate(rule.slots, start=1):
            if match.start(number) >= 0 and match.end(number) > match.start(number):
                slots.setdefault(name, _units(sentence, match.start(number), match.end(number)))
        if "most" in slots:
            slots["share"] = slots.pop("most")
            if how_often(sentence, slots["share"][0]):
                at = match.end()
                continue
        first, last = _units(sentence, match.start(), match.end())
        at = match.end()
        if (nearer := _nearer_share(sentence, slots)) is not None:
            at = sentence.offsets[nearer]
            continue
        if rule.nouns:
            if rule.lead:
                slots[rule.lead] = (_reach(sentence, first), first)
                first = slots[rule.lead][0]
            narrowed = _narrowed(rule, sentence, slots, first, last)
            if narrowed is None or not _fits(rule.pattern, sentence, *narrowed):
                # What a slot took in may hold another reading.
                at = sentence.offsets[slots[rule.lead][1]] + 1 if rule.lead else at
                continue
            if _cut_short(rule, sentence, slots, max(last, narrowed[2])):
                at = sentence.offsets[slots[rule.lead][1]] + 1 if rule.lead else at
                continue
            slots, first, last = narrowed
            first = _second_of_two(sentence, first, last) if rule.lead else first
            if last < len(sentence.offsets):
                at = min(at, sentence.offsets[last])
            taken_up = bool(rule.lead) and nouns.which_follows(sentence, slots[rule.lead][1])
            begins = first if taken_up else _scope(sentence, first)
        else:
            around = (
                (_stated(sentence, slots, first, last), last)
                if slots.keys() & _ASIDE_FROM and rule.pattern.rank > _LOOSE
                else _clause(sentence, first, last)
            )
            if not _fits(rule.pattern, sentence, _led(sentence, slots), *around):
                continue
            begins = first
        while first < last - 1 and sentence.units[first].filler and not _in_slot(first, slots):
            first += 1
        values = frozenset(
            at
            for name, span in slots.items()
            for at in range(*span)
            if (name in _READ and (sentence.units[at].type in _VALUES or name == "form"))
            or (name == "therapy" and "form" not in slots and "condition" not in slots)
            or (name == "condition" and "therapy" in slots)
            or (name == "target" and sentence.units[at].type == "condition")
        )
        yield Reading(
            rule.pattern, first, last, slots, True, rule.own_negation, begins, bool(rule.nouns), rule.own, values=values
        )


def _stated(sentence: Sentence, slots: Mapping[str, tuple[int, int]], first: int, last: int) -> int:
    """Return where the statement begins for which a drug is named: what it does, told before ("X blocks a protein and is used for ..", "X, which
    lowers .., is used for .."), says nothing of whom it is for."""
    if "therapy" not in slots:
        return first
    begin = slots["therapy"][1]
    return max((at for at in range(begin + 1, last - 1) if clauses.joins_predicate(sentence, at)), default=first)


def _led(sentence: Sentence, slots: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return the slots without what leads in to a subject ("once it has spread, the cells there are ..")."""
    if "a" not in slots or sentence.units[slots["a"][0]].word not in _LEADS_IN:
        return slots
    return {**slots, "a": wording.subject(sentence, slots["a"])}


def _starts(rule: Phrase, sentence: Sentence) -> list[tuple[int, int]] | None:
    """Return the units that a match may begin with, each with the first of the fillers before it; None for any."""
    units = sentence.units
    if rule.at_edge:
        return [(at, at) for at in range(len(units)) if at == 0 or _edges(units[at - 1])]
    if rule.firsts is None:
        return None
    starts = []
    for at, unit in enumerate(units):
        if unit.word in rule.firsts and not unit.type:
            first = at
            while first > 0 and units[first - 1].filler and not units[first - 1].type:
                first -= 1
            starts.append((first, at))
    return starts


def _in_order(order: Iterable[Sequence[str]], code: str) -> bool:
    """Tell whether what a phrase needs stands in an encoded sentence in its order: few that have all of it need an expression compiled."""
    at = 0
    for signs in order:
        found = [place for sign in signs if (place := code.find(sign, at)) >= 0]
        if not found:
            return False
        at = min(found) + 1
    return True


def _nearer_share(sentence: Sentence, slots: Mapping[str, tuple[int, int]]) -> int | None:
    """Return a share behind a comma between the share and the time that a match has read, which is of that time then."""
    share, mark = slots.get("share"), slots.get("mark")
    if share is None or mark is None:
        return None
    commas = [at for at in range(share[1], mark[0]) if clauses.word_at(sentence, at) == ","]
    return max((at for at in sentence.of_type("share") if commas and commas[0] < at < mark[0]), default=None)


def _edges(unit: Unit) -> bool:
    """Tell whether a clause may begin behind a unit, as "^" has it."""
    return not unit.type and (unit.edge or unit.word in (",", "and"))


def _next(
    regex: re.Pattern[str], sentence: Sentence, starts: Sequence[tuple[int, int]] | None, at: int
) -> re.Match[str] | None:
    """Return the first match in a sentence's code from an offset on, as a search would, trying only where one may begin."""
    if starts is None:
        return regex.search(sentence.code, at)
    offsets = sentence.offsets
    for first, last in starts:
        if offsets[last] + 1 < at:
            continue
        # Behind its mark a filler is a word like others.
        place = next((offsets[unit] for unit in range(first, last + 1) if offsets[unit] >= at), offsets[last] + 1)
        if match := regex.match(sentence.code, place):
            return match
    return None


def _cut_short(rule: Phrase, sentence: Sentence, slots: Mapping[str, tuple[int, int]], last: int) -> bool:
    """Tell whether a rule leaves out a thing that the sentence goes on to name ("the risk of ..", "the chance that ..")."""
    left_out = any(name not in slots and name not in rule.pattern.sets for name in rule.nouns)
    following = sentence.units[last] if last < len(sentence.units) else None
    return (
        left_out
        and following is not None
        and not following.type
        and following.word in ("of", "that")
        and not (following.word == "that" and sentence.units[last - 1].word.startswith("factor"))
    )


def _parts(unit: Unit) -> bool:
    """Tell whether a unit parts what is before it from what is behind it: an edge, or the semicolon of a list."""
    return unit.edge or (unit.word == semicolons.SIGN and not unit.type)


def _reach(sentence: Sentence, last: int) -> int:
    """Return where the words before a unit may begin: at the edge of their clause."""
    first = last
    while first > 0 and last - first < _LONGEST_LEAD and not _parts(sentence.units[first - 1]):
        if clauses.word_at(sentence, first) in _TAKING_UP and clauses.word_at(sentence, first - 1) in ("or", "and"):
            # "It is hereditary or it results from ..": the second is a statement of its own.
            break
        first -= 1
    if first > 1 and clauses.word_at(sentence, first - 1) == "but" and _shares_its_subject(sentence, first, last):
        return _reach(sentence, first - 1)
    opening = sentence.units[0]
    if first > 0 and last - first < _SHORT_STATE and clauses.word_at(sentence, first - 1) == "while":
        # "Drinking while pregnant": a state in which one does it.
        return 0 if opening.word.endswith("ing") and not opening.type else first
    return first


def _shares_its_subject(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether nothing stands between "but" and a verb that could be its subject ("X does good but can also cause ..")."""
    return clauses.word_at(sentence, first) != "not" and clauses.trimmed(sentence, first, last) == first


def _second_of_two(sentence: Sentence, first: int, last: int) -> int:
    """Return where a statement begins: where its subject does, or behind the "but" that parts it from the first verb of that."""
    if sentence.clauses[first] == sentence.clauses[last - 1]:
        return first
    return next((at + 1 for at in range(last - 1, first, -1) if clauses.word_at(sentence, at) == "but"), first)


def _narrowed(
    rule: Phrase, sentence: Sentence, slots: Mapping[str, tuple[int, int]], first: int, last: int
) -> tuple[dict[str, tuple[int, int]], int, int] | None:
    """Return the slots with those that hold a thing narrowed to a noun phrase, and the edges of the reading; None for none."""
    found: dict[str, tuple[int, int]] = {}
    begin, end = first, last
    for name, span in slots.items():
        if name not in rule.nouns:
            found[name] = span
            continue
        if sentence.units[span[1] - 1].type == "items":
            return None
        if span[0] >= span[1]:
            return None
        leading, trailing = span[0] == first, span[1] == last
        if trailing and span[1] - span[0] >= OPEN_LIMIT:
            span = span[0], _clause_end(sentence, span[1])
        if name in rule.clauses:
            narrow = behind.lead_clause if leading and not trailing else behind.clause
        else:
            narrow = nouns.before if leading and not trailing else behind.after if trailing else behind.inside
        phrase = narrow(sentence, span)
        if phrase is None or (name not in rule.clauses and _vague(sentence, name, phrase)):
            return None
        if name == "outcome" and phrase[1] - phrase[0] > _LONGEST_OUTCOME:
            return None
        found[name] = phrase if name in rule.clauses else noun_parts.counted(sentence, phrase)
        if leading:
            begin = phrase[0]
        if trailing:
            end = phrase[1]
    return found, begin, end


def _clause_end(sentence: Sentence, at: int) -> int:
    """Return where the clause of a unit ends: a list is longer than what an open slot takes in."""
    units = sentence.units
    while at < len(units) and not units[at].edge and units[at].word != ".":
        at += 1
    return at


def _scope(sentence: Sentence, first: int) -> int:
    """Return where the cues of a statement may begin: at the comma, stop or "and" with a denial of its own before it."""
    at = first
    while at > 0 and not (sentence.units[at - 1].word in (",", ".") and not sentence.units[at - 1].type):
        at -= 1
    subject = sentence.units[first]
    if sentence.units[at].word in nouns.PROVISOS and (
        subject.word in ("it", "they", "the", "this") or subject.type == "condition"
    ):
        # "If it is not treated it may ..": what is denied there denies nothing of the rest.
        return first
    return at


def _vague(sentence: Sentence, slot: str, span: tuple[int, int]) -> bool:
    """Tell whether a phrase names nothing in particular ("many things"): its head is of the class "vague-<slot>"."""
    places = sentence.classes.get(f"vague-{slot}", ())
    if noun_parts.bearers(sentence, span) != span:
        return False
    head = noun_parts.head(sentence, span)
    units = sentence.units
    if head + 1 < span[1] and clauses.word_at(sentence, head + 1) == "of":
        # "All of the above": what is counted names as little.
        counted = {at for at in range(head + 2, span[1]) if units[at].type or not units[at].filler}
        if counted and any(counted <= set(range(first, last)) for first, last in places):
            return True
    if head > span[0] and units[head].word == "conditions" and units[head - 1].word.endswith(_TOLD):
        # "Certain inborn conditions": which ones is told.
        return False
    if (
        units[head].word in _KINDS
        and head + 2 < span[1]
        and units[head + 1].word == "of"
        and units[head + 2].word not in _NAMELESS
    ):
        # "All types of X" are X.
        return False
    if head > span[0] and units[head].word in _TOO and units[head - 1].word == "too":
        # "Washing too much": that it is too much is what counts.
        return False
    if any(units[at].word == "such" and units[at + 1].word == "as" for at in range(head, span[1] - 1)):
        # "Things that .., such as X": the examples are the things.
        return False
    return any(first <= head < last for first, last in places)


def _fits(pattern: Pattern, sentence: Sentence, slots: Mapping[str, tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether the words of the slots hold what the pattern asks for and lack what it refuses."""
    if any(holding(sentence, (first, last), (name,)) for name in pattern.without):
        return False
    return all(
        slot not in slots
        or holding(sentence, slots[slot] if slot in _WHOLE else noun_parts.core(sentence, slots[slot]), names)
        for slot, names in pattern.holds.items()
    ) and not any(
        slot in slots
        and holding(
            sentence, _opening(slots[slot]) if name == PRONOUN else _named(sentence, slot, slots[slot]), (name,)
        )
        for slot, names in pattern.lacks.items()
        for name in names
    )


def _named(sentence: Sentence, slot: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return what a slot must lack certain words in: another name ends at the comma, where the sentence goes on."""
    if slot != "b":
        return span
    first, last = span
    return first, next((at for at in range(first + 1, last) if sentence.units[at].word == ","), last)


def _opening(span: tuple[int, int]) -> tuple[int, int]:
    """Return the first unit of a phrase: a pronoun further on ("drugs that ..", "at this age") leads a part of it."""
    return span[0], span[0] + 1


def _clause(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return the run of a clause that a reading stands in, up to its commas."""
    units = sentence.units
    while first > 0 and not units[first - 1].edge and units[first - 1].word != ",":
        first -= 1
    while last < len(units) and not units[last].edge and units[last].word != ",":
        last += 1
    return first, last


_ASIDE_FROM, _LOOSE = frozenset(("therapy", "a", "b")), -5
"""Slots of rules that no other word of the clause speaks against, unless they rank so low that they say nearly nothing."""
_KINDS = frozenset(("types", "kinds", "forms"))
_NAMELESS = frozenset(
    ("conditions", "diseases", "disorders", "factors", "problems", "things", "treatment", "treatments")
)
_WHOLE = frozenset(("target", "a"))
"""Slots whose every word counts for what they hold, not only the head of the phrase."""
_READ = frozenset(("share", "all", "duration", "number", "most", "multiple", "form"))


def _in_slot(at: int, slots: Mapping[str, tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in slots.values())


def _units(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return bisect_left(sentence.offsets, start), bisect_left(sentence.offsets, end)
