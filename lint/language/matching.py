"""Rules over a sentence: which patterns and frames read something in it, and which of them are believed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from lint.language import nouns
from lint.language.features import Index
from lint.language.grammar import OPEN_LIMIT, Frame, FrameItem, Phrase, compile_patterns
from lint.language.grouping import groups
from lint.language.units import Sentence, Unit
from lint.packs import Packs, Pattern

MAX_HEADS = 6
"""A sentence with more figures than this is a table that lost its lines: what goes with what is not decided."""
PRONOUN = "pronoun"
"""The class of words that stand for what went before: what a slot may lack is to begin with one."""
_FOR_WHOM = frozenset(("for", "in", "if", "once", "when", "among", "at", "where", "with"))
_VALUES = frozenset(("share", "most", "all", "duration", "number", "multiple"))


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


class Rules:
    """The compiled patterns of the packs, found by what a sentence must have for them."""

    def __init__(self, packs: Packs) -> None:
        self._index = Index((rule, rule.needs) for rule in compile_patterns(packs))

    def read(self, sentence: Sentence, topics: Set[str] = frozenset()) -> list[Reading]:
        """Return the readings of a sentence, the best first: by rank, then ordered ones, the longer, the earlier.

        Readings may collide; who takes them in order leaves out those that ``collide`` with one already taken.
        """
        readings: list[Reading] = []
        for rule in self._index.candidates(self._index.mask(sentence, topics)):
            readings.extend(_phrase(rule, sentence) if isinstance(rule, Phrase) else _frame(rule, sentence))
        return sorted(readings, key=lambda r: (-r.pattern.rank, not r.ordered, r.first - r.last, r.first, r.pattern.id))


def _phrase(rule: Phrase, sentence: Sentence) -> Iterable[Reading]:
    at, seen = 0, -1
    starts = _starts(rule, sentence)
    if starts is not None and not starts:
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
        first, last = _units(sentence, match.start(), match.end())
        at = match.end()
        if rule.nouns:
            if rule.lead:
                slots[rule.lead] = (_reach(sentence, first), first)
                first = slots[rule.lead][0]
            narrowed = _narrowed(rule, sentence, slots, first, last)
            if narrowed is None or not _fits(rule.pattern, sentence, *narrowed):
                # What a slot took in may hold another reading.
                at = sentence.offsets[slots[rule.lead][1]] + 1 if rule.lead else at
                continue
            if _cut_short(rule, sentence, slots, last):
                at = sentence.offsets[slots[rule.lead][1]] + 1 if rule.lead else at
                continue
            slots, first, last = narrowed
            if last < len(sentence.offsets):
                at = min(at, sentence.offsets[last])
            taken_up = bool(rule.lead) and nouns.which_follows(sentence, slots[rule.lead][1])
            begins = first if taken_up else _scope(sentence, first)
        else:
            around = (
                (first, last)
                if slots.keys() & _ASIDE_FROM and rule.pattern.rank > _LOOSE
                else _clause(sentence, first, last)
            )
            if not _fits(rule.pattern, sentence, slots, *around):
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
        )
        yield Reading(
            rule.pattern, first, last, slots, True, rule.own_negation, begins, bool(rule.nouns), rule.own, values=values
        )


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


def _reach(sentence: Sentence, last: int) -> int:
    """Return where the words before a unit may begin: at the edge of their clause."""
    first = last
    while first > 0 and last - first < OPEN_LIMIT and not sentence.units[first - 1].edge:
        first -= 1
    return first


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
        if name in rule.clauses:
            narrow = nouns.clause
        else:
            narrow = nouns.before if leading and not trailing else nouns.after if trailing else nouns.inside
        phrase = narrow(sentence, span)
        if phrase is None or (name not in rule.clauses and _vague(sentence, name, phrase)):
            return None
        found[name] = phrase if name in rule.clauses else nouns.counted(sentence, phrase)
        if leading:
            begin = phrase[0]
        if trailing:
            end = phrase[1]
    return found, begin, end


def _scope(sentence: Sentence, first: int) -> int:
    """Return where the cues of a statement may begin: at the comma, stop or "and" with a denial of its own before it."""
    at = first
    while at > 0 and not (sentence.units[at - 1].word in (",", ".") and not sentence.units[at - 1].type):
        at -= 1
    return at


def _vague(sentence: Sentence, slot: str, span: tuple[int, int]) -> bool:
    """Tell whether a phrase names nothing in particular ("many things"): its head is of the class "vague-<slot>"."""
    places = sentence.classes.get(f"vague-{slot}", ())
    if nouns.bearers(sentence, span) != span:
        return False
    head = nouns.head(sentence, span)
    return any(first <= head < last for first, last in places)


def _fits(pattern: Pattern, sentence: Sentence, slots: Mapping[str, tuple[int, int]], first: int, last: int) -> bool:
    """Tell whether the words of the slots hold what the pattern asks for and lack what it refuses."""
    if any(_holding(sentence, (first, last), (name,)) for name in pattern.without):
        return False
    return all(
        slot not in slots
        or _holding(sentence, slots[slot] if slot in _WHOLE else nouns.core(sentence, slots[slot]), names)
        for slot, names in pattern.holds.items()
    ) and not any(
        slot in slots and _holding(sentence, _opening(slots[slot]) if name == PRONOUN else slots[slot], (name,))
        for slot, names in pattern.lacks.items()
        for name in names
    )


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


def _holding(sentence: Sentence, span: tuple[int, int], names: Iterable[str]) -> bool:
    first, last = span
    return any(
        any(first <= a and b <= last for a, b in sentence.classes.get(name, ()))
        or any(first <= at < last for at in sentence.of_type(name))
        for name in names
    )


_ASIDE_FROM, _LOOSE = frozenset(("therapy", "a", "b")), -5
"""Slots of rules that no other word of the clause speaks against, unless they rank so low that they say nearly nothing."""
_WHOLE = frozenset(("target", "a"))
"""Slots whose every word counts for what they hold, not only the head of the phrase."""
_ANOTHER = 8
"""How much further away a mention counts behind ", and"."""
_READ = frozenset(("share", "all", "duration", "number", "most", "multiple", "form"))


def _in_slot(at: int, slots: Mapping[str, tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in slots.values())


def _units(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return bisect_left(sentence.offsets, start), bisect_left(sentence.offsets, end)


def _frame(rule: Frame, sentence: Sentence) -> Iterable[Reading]:
    heads = _mentions(rule.items[0], sentence)
    if len(heads) > MAX_HEADS:
        return
    others = [_mentions(item, sentence) for item in rule.items[1:]]
    for order, head in enumerate(heads):
        if any(_beside(sentence, head[0], at) for name in rule.without for at, _ in sentence.classes.get(name, ())):
            continue
        slots = {_slot(rule.items[0].mention): head}
        picked: dict[str, str] = {}
        spans = [head]
        complete = True
        for item, places in zip(rule.items[1:], others, strict=True):
            span, id_ = _bound(item, places, order, heads, sentence)
            if span is None:
                if not item.optional:
                    complete = False
                    break
                continue
            spans.append(span)
            if item.mention:
                slots[_slot(item.mention)] = span
                if id_:
                    picked[item.mention] = id_
        if complete:
            first, last = min(s[0] for s in spans), max(s[1] for s in spans)
            if "therapy" in slots and any(_holding(sentence, (first, last), (name,)) for name in rule.without):
                continue
            yield Reading(rule.pattern, first, last, slots, False, picked=picked, values=frozenset(range(*head)))


def _slot(mention: str) -> str:
    """Return the slot that a mention fills: a figure and a word such as "most" are both shares."""
    return "share" if mention in ("figure", "half", "most") else mention


def _beside(sentence: Sentence, a: int, b: int) -> bool:
    """Tell whether two units stand in one clause with no comma between."""
    low, high = sorted((a, b))
    return sentence.clauses[a] == sentence.clauses[b] and not any(
        unit.word == "," and not unit.type for unit in sentence.units[low:high]
    )


def _mentions(item: FrameItem, sentence: Sentence) -> list[tuple[int, int]]:
    if item.mention == "form":
        return [(group.first, group.first + 1) for group in groups(sentence)]
    if item.mention:
        types = ("share", "most") if item.mention == "share" else (_slot(item.mention),)
        if item.mention == "most":
            types = ("most",)
        if item.mention == "half":
            found = ((at, sentence.units[at].quantity) for at in sentence.of_type("share"))
            return [(at, at + 1) for at, quantity in found if quantity and quantity.low == quantity.high == 50.0]
        return [(at, at + 1) for at in sentence.of_type(*types)]
    there = [span for name in item.classes for span in sentence.classes.get(name, ())]
    return sorted([*there, *((at, at + 1) for at in sentence.of_type(*item.classes))])


def _contrasted(sentence: Sentence, a: int, b: int) -> bool:
    """Tell whether "but" divides two units of which the first is denied."""
    low, high = sorted((a, b))
    but = next((at for at in range(low, high) if sentence.units[at].edge and sentence.units[at].word == "but"), None)
    if but is None:
        return False
    clause = sentence.clauses[but - 1]
    return any(
        c.cue.kind == "negation" and sentence.clauses[c.first] == clause and c.first < but for c in sentence.cues
    )


def _has_its_own(sentence: Sentence, at: int, heads: Sequence[tuple[int, int]] | None = None) -> bool:
    """Tell whether the clause of a unit holds a value (of ``heads`` or any share or time), so that it says nothing of others."""
    values = [head[0] for head in heads] if heads is not None else sentence.of_type("share", "most", "duration")
    return any(sentence.clauses[value] == sentence.clauses[at] for value in values)


def _in_the_next(sentence: Sentence, head: int, at: int) -> bool:
    """Tell whether a word stands in a statement that ", and" joins to the value's, with no value in between ("one in ten gets it, and
    nearly all are .."): with another value the statements are a list."""
    units = sentence.units
    joints = [
        n for n in range(head, at - 1) if units[n].word == "," and units[n + 1].word == "and" and not units[n].type
    ]
    return bool(joints) and any(units[n].type == "all" for n in range(joints[0], at))


def _between(a: int, b: int, heads: Sequence[tuple[int, int]]) -> bool:
    """Tell whether another value stands between two units."""
    low, high = sorted((a, b))
    return any(low < head[0] < high for head in heads)


def _goes_on(sentence: Sentence, head: int) -> bool:
    """Tell whether a value is only given for others than the one before it ("but 8% for those with ..")."""
    return head + 1 < len(sentence.units) and sentence.units[head + 1].word in _FOR_WHOM


def _parted(sentence: Sentence, head: int, other: int, at: int) -> bool:
    """Tell whether another value stands by a mention, after a comma of its own ("half do, and in 90% the ..", "half do, where the .. is 90%")."""
    if not head < min(other, at) or sentence.clauses[other] != sentence.clauses[at]:
        return False
    apart = any(unit.word == "," and not unit.type for unit in sentence.units[head : min(other, at)])
    return apart and (other < at or not any(unit.word == "," and not unit.type for unit in sentence.units[at:other]))


def _bound(
    item: FrameItem,
    places: Sequence[tuple[int, int]],
    order: int,
    heads: Sequence[tuple[int, int]],
    sentence: Sentence,
) -> tuple[tuple[int, int] | None, str]:
    """Return the mention that goes with a head: of equal numbers the one in the same place, else the nearest."""
    if not places:
        return None, ""
    clause = sentence.clauses[heads[order][0]]
    own = [span for span in places if sentence.clauses[span[0]] == clause]
    if own and len(own) < len(places):
        # Each clause of "the one in half; the other in a third" is a list of its own.
        value = heads[order]
        heads = [span for span in heads if sentence.clauses[span[0]] == clause]
        places, order = own, heads.index(value)
    if item.mention and item.mention != "therapy" and len(places) == 1:
        ids = sentence.units[places[0][0]].ids
        if len(ids) > 1:
            if len(ids) == len(heads):
                return places[0], ids[order]
            return (None, "") if len(heads) > 1 else (places[0], "")
        if any(_parted(sentence, heads[order][0], other[0], places[0][0]) for other in heads):
            return None, ""
    if item.mention and len(places) == len(heads) > 1:
        return places[order], ""
    head = heads[order][0]
    same = [span for span in places if sentence.clauses[span[0]] == sentence.clauses[head]]
    if not item.mention:
        same = [s for s in same if not any(head < s[0] < o[0] and _parted(sentence, head, o[0], s[0]) for o in heads)]
        same = [s for s in same if not _in_the_next(sentence, head, s[0])]
    if not same and item.mention:
        # A neighbouring clause may hold it when nothing else does ("<site>, less often: 8%").
        same = [span for span in places if abs(sentence.clauses[span[0]] - sentence.clauses[head]) <= 1]
        alone = item.mention == "mark" and len(places) == 1 and places[0][0] < head and _goes_on(sentence, head)
        same = [s for s in same if alone or not (_has_its_own(sentence, s[0], heads) or _between(s[0], head, heads))]
    if not same and not item.mention:
        # What is denied before "but" says nothing of the figure behind it.
        same = [s for s in places if not _contrasted(sentence, s[0], head) and not _has_its_own(sentence, s[0])]
    if not same:
        return None, ""
    return min(
        same, key=lambda span: (abs(span[0] - head) + _ANOTHER * _of_another(sentence, span[0], head), span[0])
    ), ""


def _of_another(sentence: Sentence, a: int, b: int) -> bool:
    """Tell whether ", and" stands between two units: what is behind it is said of another thing."""
    low, high = sorted((a, b))
    words = [unit.word for unit in sentence.units[low:high] if not unit.filler]
    return (",", "and") in pairwise(words)


def _in_order(a: Reading, b: Reading) -> bool:
    """Tell whether two readings rank different mentions ("<site> first, then <site>"): the one's words may hold the other's."""
    place, other = a.slots.get("site"), b.slots.get("site")
    if not place or not other or place == other or a.pattern.sets.get("rank") == b.pattern.sets.get("rank"):
        return False
    # Where each reads over the other's mention, the better one is meant.
    return a.pattern.rank == b.pattern.rank or not (a.first <= other[0] < a.last and b.first <= place[0] < b.last)


def collide(a: Reading, b: Reading) -> bool:
    """Tell whether two readings cannot both be taken: they read the same value, or the same words for one kind."""
    if a.values and b.values:
        return bool(a.values & b.values)
    if a.pattern.kind != b.pattern.kind:
        return False
    if _in_order(a, b):
        return False
    return a.first < b.last and b.first < a.last
