"""Clauses without a parser: verbs, lists and commas, by closed lists of words."""

from __future__ import annotations

from lint.language import function_words as fw
from lint.language.units import Sentence

Span = tuple[int, int]
_OPENERS = frozenset(("such", "including", "like", "especially", "for", "particularly"))
"""Words that open an aside with examples."""
_SHORT = 4
"""The units of the longest example in one."""
_GOING_ON = frozenset(("and", "or", "but", ",", "to"))
"""Words behind which a clause goes on with a further verb."""
_SAID_OF_ITSELF = frozenset((
    "has", "have", "had", "is", "are", "was", "were", "should", "must", "may", "can", "cannot", "carries", "carry", "makes", "make", "accounts", "account", "affects", "affect",
))  # fmt: skip
"""Verbs that behind "and" say another thing of the same subject."""

_WHO = frozenset(("which", "who", "whose"))
_COPULAS = frozenset(("is", "are", "was", "were"))
_LIVE = frozenset(("survive", "survives", "live", "lives", "make", "makes", "remain", "remains"))
_OF_THEM = frozenset(("of", "them", "us", "all", "these", "those", "the"))
_ONLY_GIVEN = frozenset(("for", "if", "when", "once", "among", "where", "after", ",", ".", "and", "or"))
"""Words behind "are" that say for whom a figure is, and nothing else of it."""


def word_at(sentence: Sentence, at: int) -> str:
    """Return the word that a unit is, "" for a mention, before the first and behind the last."""
    if not 0 <= at < len(sentence.units):
        return ""
    unit = sentence.units[at]
    return "" if unit.type else unit.word


def is_verb(sentence: Sentence, at: int) -> bool:
    """Tell whether a unit is a verb that is no noun as well."""
    word = word_at(sentence, at)
    return word in fw.VERBS and word not in fw.NOUNS_TOO


def joined_predicate(sentence: Sentence, first: int, last: int) -> int:
    """Return the "and" between two units that joins another statement of the same subject ("makes up 5% and has .."), 0 for none."""
    joints = (at for at in range(first, last) if word_at(sentence, at) == "and")
    return next((at for at in joints if word_at(sentence, at + 1) in _SAID_OF_ITSELF), 0)


def joins_predicate(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma or an "and" stands at a unit, and behind it an auxiliary, so that a new statement of the same subject begins."""
    return word_at(sentence, at) in ("and", ",", "but") and word_at(sentence, at + 1) in fw.AUXILIARIES


def is_predicate(sentence: Sentence, at: int) -> bool:
    """Tell whether a unit begins what is said of something: an auxiliary or a verb that is no noun as well."""
    return at < len(sentence.units) and (word_at(sentence, at) in fw.AUXILIARIES or is_verb(sentence, at))


def parted_by_an_aside(sentence: Sentence, at: int, other: int) -> bool:
    """Tell whether a unit stands in a relative clause between commas that another one is behind (", which it is in one in five, ..")."""
    commas = [n for n in range(other) if word_at(sentence, n) == ","]
    opened = max((n for n in commas if n < at), default=None)
    closed = any(n > at for n in commas)
    return opened is not None and closed and word_at(sentence, opened + 1) in _WHO


def states_another(sentence: Sentence, at: int) -> bool:
    """Tell whether a figure is the subject of a statement of its own ("a quarter are back at work"), and not only given ("are for
    stage 2", "do", "for men")."""
    units = sentence.units
    at += 1
    while at < len(units) and (units[at].type in ("people", "condition") or word_at(sentence, at) in _OF_THEM):
        at += 1
    if at == len(units):
        return False
    if is_verb(sentence, at) and word_at(sentence, at) not in _LIVE:
        return True
    if word_at(sentence, at) not in _COPULAS:
        return False
    rest = [unit for unit in units[at + 1 :] if unit.type or not unit.filler]
    return bool(rest) and not rest[0].edge and (bool(rest[0].type) or rest[0].word not in _ONLY_GIVEN)


def is_participle(word: str) -> bool:
    """Tell whether a word ends as participles do."""
    return word.endswith(("ed", "ing", "en"))


def trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Return where a span ends without adverbs and auxiliaries."""
    units = sentence.units
    while (
        last > first
        and not units[last - 1].type
        and (units[last - 1].filler or units[last - 1].word in ("however", "therefore", "thus", "alone", "all"))
    ):
        last -= 1
    if last - first > 2 and [word_at(sentence, last - 2), word_at(sentence, last - 1)] == ["no", "longer"]:
        return trimmed(sentence, first, last - 2)
    return last


def predicate(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the first verb of a span that no relative pronoun leads, None when there is none."""
    led, running = False, False
    for at in range(first, last):
        word = word_at(sentence, at)
        if word in fw.RELATIVES and at > first:
            led, running = True, False
        elif word == ",":
            led, running = False, False
        elif word in fw.AUXILIARIES and at > first and word_at(sentence, at - 1) in ("having", "being"):
            continue
        elif word in fw.AUXILIARIES or is_verb(sentence, at):
            # A relative pronoun leads one group of verbs, and those joined to it.
            if not led and not running:
                return at
            led, running = False, True
        elif word in ("and", "or") and running:
            led = True
        elif not sentence.units[at].filler and running and not is_participle(word):
            running = led
    return None


def subject_of_joined(sentence: Sentence, span: Span) -> Span | None:
    """Return the subject of two statements where a span ends in the "and" or "but" that joins the second ("X is red and" of "X is red and is .."), else None."""
    first, last = span
    if word_at(sentence, last - 1) not in ("and", "but"):
        return None
    verb = predicate(sentence, first, last - 1)
    return (first, verb) if verb is not None and verb > first else None


def behind_relative(sentence: Sentence, at: int, last: int) -> int | None:
    """Return the auxiliary of a thing that a relative clause follows ("X that does not heal *is* .."), None where none stands behind that clause."""
    at = _behind_auxiliaries(sentence, at + 2, last) + 1
    while at < last:
        if word_at(sentence, at) not in fw.AUXILIARIES:
            at += 1
            continue
        before = next((n for n in range(at - 1, 0, -1) if not sentence.units[n].filler), 0)
        if word_at(sentence, before) not in _GOING_ON and word_at(sentence, before) not in fw.RELATIVES:
            return at
        at = _behind_auxiliaries(sentence, at, last)
    return None


def _behind_auxiliaries(sentence: Sentence, at: int, last: int) -> int:
    while at < last and (word_at(sentence, at) in fw.AUXILIARIES or sentence.units[at].filler):
        at += 1
    return at


def is_item(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words between two commas can be an item of a list."""
    if (
        last <= first
        or last - first > 8
        or word_at(sentence, first) in fw.LEADING_PREPOSITIONS
        or word_at(sentence, first) in fw.SUBORDINATE
    ):
        return False
    return not any(
        word_at(sentence, at) in fw.AUXILIARIES
        or (word_at(sentence, at) in fw.VERBS and not _of_something(sentence, at))
        for at in range(first, last)
    )


def _of_something(sentence: Sentence, at: int) -> bool:
    """Tell whether a word that may be a verb is a noun: "of" stands behind it ("control of")."""
    following = at + 1 < len(sentence.units) and word_at(sentence, at + 1) == "of"
    return following and word_at(sentence, at) in fw.NOUNS_TOO


def is_pair(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the end of a list stands here: two short items with "and" or "or" between ("B and C")."""
    joints = [at for at in range(first + 1, last - 1) if word_at(sentence, at) in ("and", "or")]
    return (
        len(joints) == 1
        and last - first <= 9
        and predicate(sentence, first, last) is None
        and word_at(sentence, first) not in fw.CONNECTIVES
    )


def segment(sentence: Sentence, first: int, last: int) -> Span:
    """Return the part between commas that is the subject: the last, what an aside interrupts, or a whole list."""
    commas = [at for at in range(first, last) if word_at(sentence, at) == ","]
    if not commas:
        return first, last
    starts = [first, *(at + 1 for at in commas)]
    ends = [*commas, last]
    if starts[-1] >= ends[-1] and len(starts) > 1:
        starts.pop()
        ends.pop()
        if len(starts) > 1:
            index = len(starts) - 1
            while (
                index > 1 and ends[index] - starts[index] <= _SHORT and word_at(sentence, starts[index]) not in _OPENERS
            ):
                index -= 1
            if word_at(sentence, starts[index]) in _OPENERS:
                return starts[index - 1], ends[-1]
            if word_at(sentence, starts[-1]) in ("and", "or"):
                # The comma behind a list ends it: what is a list is what follows.
                return starts[0], ends[-1]
            return starts[-2], ends[-2]
        return starts[0], ends[0]
    tail = starts[-1]
    if len(starts) > 2 and word_at(sentence, tail) in ("and", "or"):
        index = len(starts) - 1
        while index > 0 and is_item(sentence, starts[index - 1], ends[index - 1]):
            index -= 1
        if index < len(starts) - 2:
            return starts[index], last
    if len(starts) > 1 and is_pair(sentence, tail, last):
        index = len(starts) - 1
        while (
            index > 0
            and ends[index - 1] - starts[index - 1] <= 5
            and is_item(sentence, starts[index - 1], ends[index - 1])
        ):
            index -= 1
        opening = sentence.units[starts[index]]
        if index < len(starts) - 1 and (not opening.filler or opening.word in ("a", "an", "being", "having")):
            return starts[index], last
    if len(starts) == 2 and ends[0] - first == 1 and last - tail > 1 and _adjective(sentence, first, tail):
        return first, last
    if len(starts) > 1 and word_at(sentence, starts[-2]) == "such":
        return starts[-2], last
    return tail, last


def _adjective(sentence: Sentence, first: int, tail: int) -> bool:
    """Tell whether a word before a comma and the thing behind it are one phrase ("damp, mouldy homes")."""
    word = word_at(sentence, first)
    plain = bool(word) and not sentence.units[first].filler and word not in fw.CONNECTIVES and not word.endswith("ly")
    behind = sentence.units[tail]
    return (
        plain
        and word not in fw.INTRODUCING
        and not behind.filler
        and not behind.type
        and is_verb(sentence, first) is False
    )


def list_goes_on(sentence: Sentence, comma: int, last: int) -> bool:
    """Tell whether a list goes on after a comma: a short item without a verb, and an "and" or "or" in sight."""
    at = comma + 1
    if at >= last:
        return False
    if word_at(sentence, at) in ("and", "or"):
        nearer = [n for n in range(max(0, comma - 12), comma) if word_at(sentence, n) == ","]
        if not nearer:
            return False
        at += 1
    if at + 1 < last and (
        word_at(sentence, at) == "another"
        or (word_at(sentence, at) == "not" and word_at(sentence, at + 1).endswith("ing"))
    ):
        # "Or another illness", "not smoking": a thing among the others.
        at += 1
    if (
        at >= last
        or word_at(sentence, at) in fw.STOPS
        or word_at(sentence, at) in fw.SUBORDINATE
        or word_at(sentence, at) in fw.PRONOUNS
    ):
        return False
    end = at
    while end < last and word_at(sentence, end) not in (",", "."):
        end += 1
    if _states(sentence, at, end):
        return False
    if word_at(sentence, comma + 1) in ("and", "or"):
        return True
    return end - at <= 9 and any(word_at(sentence, n) in ("and", "or") for n in range(at, min(last, at + 40)))


def undone(sentence: Sentence, at: int) -> bool:
    """Tell whether a "not" begins a thing of a list ("smoking, and not getting enough sleep")."""
    following = word_at(sentence, at + 1) if at + 1 < len(sentence.units) else ""
    return at > 0 and word_at(sentence, at - 1) in (",", "and", "or") and following.endswith("ing")


def _states(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a span has a verb that no "who" leads ("people who smoke")."""
    for at in range(first, last):
        if at > first and sentence.units[at - 1].type == "people" and word_at(sentence, at) in ("who", "whose"):
            return False
        if word_at(sentence, at) in fw.AUXILIARIES or is_verb(sentence, at):
            return True
    return False


def verb_end(sentence: Sentence, at: int, last: int) -> int:
    """Return where the verb ends that a "who" or "whose" leads ("who have had", "whose walls are weak")."""
    whose = word_at(sentence, at) == "whose"
    at += 1
    if whose:
        at = next((n for n in range(at, min(at + 4, last)) if word_at(sentence, n) in fw.AUXILIARIES), at)
    while at + 1 < last and word_at(sentence, at) in fw.AUXILIARIES:
        at += 1
    return at + (at < last and word_at(sentence, at) not in (",", ".", "and", "or"))


def enumeration(sentence: Sentence, first: int, last: int) -> int:
    """Return where a list of three or more short items ends that no "and" closes ("tea, jam, cheese."), 0 for none; behind a colon
    two will do."""
    end = next((at for at in range(first, last) if word_at(sentence, at) == "."), last)
    commas = [at for at in range(first, end) if word_at(sentence, at) == ","]
    starts, ends = [first, *(at + 1 for at in commas)], [*commas, end]
    labelled = first > 0 and word_at(sentence, first - 1) == ":"
    whole = len(commas) > (0 if labelled else 1) and all(
        is_item(sentence, a, b) for a, b in zip(starts, ends, strict=True)
    )
    return end if whole else 0


def last_joint(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the last comma or "and" of a span, where a clause of its own begins, None when there is none."""
    for at in range(last - 1, first, -1):
        if word_at(sentence, at) in (",", "and", "or"):
            while at > first and word_at(sentence, at - 1) in (",", "and", "or"):
                at -= 1
            return at
    return None


def examples_end(sentence: Sentence, at: int, last: int) -> int:
    """Return where the examples end that follow a thing ("diseases that affect nerves, such as A or B"), 0 for none."""
    for such in range(at, min(last - 2, at + 16)):
        if word_at(sentence, such) == ".":
            return 0
        if word_at(sentence, such) == "such" and word_at(sentence, such + 1) == "as":
            end = such + 2
            while (
                end < last
                and word_at(sentence, end) not in (".", "which", "who", "because", "when", "if")
                and not is_verb(sentence, end)
            ):
                if word_at(sentence, end) in fw.AUXILIARIES or (
                    word_at(sentence, end) == "," and not list_goes_on(sentence, end, last)
                ):
                    break
                end += 1
            return end
    return 0


def takes_than(sentence: Sentence, at: int) -> bool:
    """Tell whether "than" goes on with what is before it ("older than 60", "a lump bigger than 3 cm")."""
    before_it = word_at(sentence, at - 1)
    measured = at + 1 < len(sentence.units) and sentence.words(at + 1, at + 2)[:1].isdigit()
    return before_it in fw.TAKE_THAN or (measured and (before_it.endswith("er") or before_it in ("more", "less")))


def continues(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether "to", "for", "as" or "than" belongs to what is before it ("exposure to dust", "such as", "older than 60")."""
    word, before_it = word_at(sentence, at), word_at(sentence, at - 1)
    if word == "as":
        return before_it == "such"
    if word == "than":
        return takes_than(sentence, at)
    if word not in ("to", "for") or at + 1 >= last:
        return False
    following = sentence.units[at + 1]
    return (
        before_it in fw.TAKE_TO
        or following.word in ("the", "a", "an", "your", "her", "his", "their")
        or bool(following.type)
    )
