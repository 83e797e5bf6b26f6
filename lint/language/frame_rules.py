"""What a frame reads in a sentence: every value with the mentions that go with it, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lint.language import clauses
from lint.language.clauses import joined_predicate
from lint.language.grammar import Frame, FrameItem
from lint.language.grouping import groups
from lint.language.reading import Reading, holding
from lint.language.shares import how_often
from lint.language.units import Sentence

MAX_HEADS = 6
"""A sentence with more figures than this is a table that lost its lines: what goes with what is not decided."""
_FOR_WHOM = frozenset(("for", "in", "if", "once", "when", "among", "at", "where", "with"))
_OTHERS = frozenset(("most", "others", "some", "many", "few", "all"))
_AFTER = frozenset(("after", "behind", "besides"))
_ANOTHER = 8
"""How much further away a mention counts behind ", and"."""


def readings(rule: Frame, sentence: Sentence) -> Iterable[Reading]:
    """Yield a reading for every value of a frame that has all the mentions it needs."""
    heads = _mentions(rule.items[0], sentence)
    if len(heads) > MAX_HEADS:
        return
    others = [_mentions(item, sentence) for item in rule.items[1:]]
    stops = [at for name in rule.without for at, _ in sentence.classes.get(name, ())]
    stops += sentence.of_type(*rule.without)
    for order, head in enumerate(heads):
        if any(_beside(sentence, head[0], a) and not _in_another_predicate(sentence, head[0], a, heads) for a in stops):
            continue
        if rule.goes_on and clauses.states_another(sentence, head[0]):
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
            if "therapy" in slots and any(holding(sentence, (first, last), (name,)) for name in rule.without):
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
            return [(at, at + 1) for at in sentence.of_type("most") if not how_often(sentence, at)]
        if item.mention == "half":
            found = ((at, sentence.units[at].quantity) for at in sentence.of_type("share"))
            return [(at, at + 1) for at, quantity in found if quantity and quantity.low == quantity.high == 50.0]
        places = sentence.of_type(*types)
        if item.mention == "site":
            places = [at for at in places if not _passed(sentence, at)] or places
        return [(at, at + 1) for at in places]
    there = [span for name in item.classes for span in sentence.classes.get(name, ())]
    return sorted([*there, *((at, at + 1) for at in sentence.of_type(*item.classes))])


def _passed(sentence: Sentence, at: int) -> bool:
    """Tell whether a clause begins with a place that what it gives comes after ("After the <site> come ..")."""
    before = [unit for unit in sentence.units[:at] if not unit.filler]
    return bool(before) and before[-1].word in _AFTER and (len(before) == 1 or before[-2].edge)


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


def _of_others(sentence: Sentence, at: int) -> bool:
    """Tell whether the clause of a unit begins with other people than the figure's ("10% get it; most have ..")."""
    first = next(n for n in range(at + 1) if sentence.clauses[n] == sentence.clauses[at])
    return not sentence.units[first].type and sentence.units[first].word in _OTHERS


def _between(a: int, b: int, heads: Sequence[tuple[int, int]]) -> bool:
    """Tell whether another value stands between two units."""
    low, high = sorted((a, b))
    return any(low < head[0] < high for head in heads)


def _in_another_predicate(sentence: Sentence, head: int, at: int, heads: Sequence[tuple[int, int]]) -> bool:
    """Tell whether "and has", "and is" divide a mention from a value, with a value on its own side ("makes up 5% and has a .. of 40%")."""
    units = sentence.units
    joint = joined_predicate(sentence, *sorted((head, at)))
    if joint > head and units[head - 1].word == "(" and units[head + 1].word == ")":
        # "<The one> (2%) hits the young and is curable": in brackets stands what was counted before them.
        return True
    return bool(joint) and any((other > joint) == (at > joint) for other, _ in heads if other != head)


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
    places = [span for span in places if not clauses.parted_by_an_aside(sentence, heads[order][0], span[0])]
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
    places = [span for span in places if not _in_another_predicate(sentence, head, span[0], heads)]
    same = [span for span in places if sentence.clauses[span[0]] == sentence.clauses[head]]
    if not item.mention:
        same = [s for s in same if not any(head < s[0] < o[0] and _parted(sentence, head, o[0], s[0]) for o in heads)]
        same = [s for s in same if not _in_the_next(sentence, head, s[0])]
    if not same and item.mention:
        # A neighbouring clause may hold it when nothing else does ("<site>, less often: 8%").
        same = [span for span in places if abs(sentence.clauses[span[0]] - sentence.clauses[head]) <= 1]
        alone = item.mention == "mark" and len(places) == 1 and places[0][0] < head and _goes_on(sentence, head)
        same = [s for s in same if alone or not (_has_its_own(sentence, s[0], heads) or _between(s[0], head, heads))]
        same = [s for s in same if s[0] < head or not _of_others(sentence, s[0])]
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
