"""Where a drug stands and nothing is said of whom it is for: exceptions, the people who take it, what is supposed or explained in passing."""

from __future__ import annotations

from itertools import pairwise

from lint.language import clauses
from lint.language.discourse import Topic
from lint.language.reading import Reading
from lint.language.units import Sentence

_RELATIVE = 8
"""How many units before a drug the "who" may stand that it belongs to."""
_ELSEWHERE = frozenset(
    (("in", "others"), ("for", "others"), ("in", "other"), ("for", "other"), ("in", "rest"), ("place", "elsewhere"))
)
_EXPLAINING = frozenset(("a", "an", "which", "some", "one"))
_NEEDING = frozenset(("need", "needs", "needed", "require", "requires", "required"))
_TAKING_UP = frozenset(("it", "they", "this", "that", "these", "those", "its", "their"))
_WHILE = frozenset(("if", "when", "whenever", "while", "after", "once"))
_SO = ((",", "so"), (",", "therefore"), (",", "hence"))
_EXCEPTIONS = (("apart", "from"), ("aside", "from"), ("other", "than"), ("exception", "of"))
_RELATIVES = frozenset(("that", "which", "who"))
_ALONE = frozenset(("alone", "own", "itself", "themselves"))
"""Words of a drug that is given without another."""


def excepted(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether the form that a drug is said to be for is an exception ("of no use unless the tumour is X")."""
    form = reading.slots.get("form")
    if form is None:
        return False
    if led_by_an_exception(sentence, reading.slots.get("therapy", (0, 0))[0]):
        return True
    behind = [unit.word for unit in sentence.units[form[1] :] if not unit.type and not unit.filler]
    if "no-use" in sentence.classes and any(pair in _ELSEWHERE for pair in pairwise(behind)):
        # "It is for X and of no use in others": of no use is it in what is not named.
        return all(first > form[0] for first, _ in sentence.classes["no-use"])
    clause = [
        unit.word
        for at, unit in enumerate(sentence.units[: form[0]])
        if sentence.clauses[at] == sentence.clauses[form[0]]
    ]
    return "unless" in clause


def no_use_meant(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether a drug of a reading is only named: with those who take it, in what is drawn, supposed or explained by the way, or as
    what another is held against."""
    return (
        _of_takers(reading, sentence)
        or _drawn(reading, sentence)
        or _supposed(reading, sentence)
        or _in_passing(reading, sentence, topic)
        or _of_another_form(reading, sentence)
        or _not_needed(reading, sentence)
        or _not_alone(reading, sentence)
        or _apart(reading, sentence)
        or sentence.has("as-comparison")
    )


def _drawn(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether ", so" stands behind a denial in a reading: what is drawn from it is another statement ("X does not respond to A,
    so B is given")."""
    denials = [seen for seen in sentence.cues if seen.cue.kind == "negation"]
    denied = min((seen.last for seen in denials), default=reading.last)
    words = [unit.word if not unit.type else "" for unit in sentence.units[max(denied, reading.first) : reading.last]]
    turn = next((at for at, pair in enumerate(pairwise(words)) if pair in _SO), None)
    # "X does not take up A, so A is not given" says twice what it denies.
    return turn is not None and not any(seen.first > max(denied, reading.first) + turn for seen in denials)


def _apart(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a drug stands behind a semicolon, and what is of no use, and in what, before it ("A has no place in X; B is preferred")."""
    form, drug = reading.slots.get("form"), reading.slots.get("therapy")
    if form is None or drug is None:
        return False
    denials = [seen.first for seen in sentence.cues if seen.cue.kind == "negation"]
    denials += [first for first, _ in sentence.classes.get("no-use", ())]
    parts = [
        at for at in range(min(form[1], drug[1]), max(form[0], drug[0])) if clauses.word_at(sentence, at) in (";", ":")
    ]
    if drug[0] < form[0] and reading.pattern.sets.get("relation") == "not-for":
        # "A is wasted here: it is for X."
        uses = [first for first, _ in sentence.classes.get("no-use", ())]
        parts = [at for at in parts if clauses.word_at(sentence, at + 1) in _TAKING_UP]
        return any(drug[0] < use < at for use in uses for at in parts)
    return bool(parts) and drug[0] > form[1] and any(first < form[0] for first in denials)


def led_by_an_exception(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug is what a denial leaves out ("none of them helps, apart from <drug>")."""
    before = [unit.word for unit in sentence.units[max(0, at - 3) : at] if not unit.type]
    return "except" in before or any(pair in _EXCEPTIONS for pair in pairwise(before))


def _of_takers(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a drug is no more than what tells people apart ("women on X", "people who take X"), or an aspect of it is meant."""
    span = reading.slots.get("therapy")
    if span is None:
        return False
    units = sentence.units
    if any(first == span[1] for first, _ in sentence.classes.get("drug-thing", ())):
        return True
    at = span[0] - 1
    while at >= 0 and not units[at].type and units[at].filler:
        at -= 1
    words = [unit.word if unit.type in ("", "people") else "" for unit in units[: at + 1]]
    if not words or not words[-1]:
        return False
    who = max(
        (at for at in range(max(0, span[0] - _RELATIVE), span[0]) if units[at].word in ("who", "whose")), default=-1
    )
    if who >= 0 and any(
        seen.cue.kind == "negation"
        and who < seen.first < span[0]
        and not any(unit.is_form for unit in units[who : seen.first])
        for seen in sentence.cues
    ):
        # "For those who cannot be given X": what they get is another drug.
        return True
    illness = reading.slots.get("condition", (span[0], span[0]))[0]
    between = [] if illness >= span[0] else units[illness + 1 : span[0]]
    if (
        between
        and not between[0].type
        and between[0].word in _RELATIVES
        and clauses.behind_relative(sentence, illness, span[0]) is None
    ):
        # "X that no longer responds to Y" is a kind of X.
        return True
    if any(not unit.type and unit.word == "who" for unit in between):
        return True
    if any(unit.type == "people" for unit in between) and any(u.word == "," and not u.type for u in between):
        return True
    if words[-1] == "of":
        return any(last == at for _, last in sentence.classes.get("drug-aspect", ()))
    for first, last in sentence.classes.get("taking", ()):
        if last == at + 1 and first > 0 and (units[first - 1].type == "people" or units[first - 1].word == "who"):
            return True
    return False


def _supposed(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a drug stands in what is only supposed ("if you take X, ..")."""
    drug = reading.slots.get("therapy")
    units = sentence.units
    if drug is not None and _while_taken(sentence, drug[0]):
        return True
    begin = next((at for at, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), 0)
    if drug is None or units[begin].type or units[begin].word not in ("if", "when", "once", "while", "before", "after"):
        return False
    end = next((at for at, unit in enumerate(units) if not unit.type and (unit.word == "," or unit.edge)), 0)
    return drug[1] <= end


def _of_another_form(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a form stands in what is only said of the one that a drug is for ("for X, which some Y tumours have")."""
    drug, form = reading.slots.get("therapy", (0, 0)), reading.slots.get("form")
    if form is None or form[0] < drug[1]:
        return False
    commas = [at for at in range(drug[1], form[0]) if clauses.word_at(sentence, at) == ","]
    whiches = (at for at in range(drug[1], form[0]) if clauses.word_at(sentence, at) == "which")
    # "For X, a group to which some Y tumours belong".
    said = max((at for which in whiches for at in commas if 0 < which - at <= _RELATIVE // 2), default=0)
    return any(drug[1] <= at < said for at in sentence.of_type("form"))


def _not_needed(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a statement only says that people do without a drug ("most never need <drug>"): of whom it is for, that says nothing."""
    needing = [at for at in range(reading.first, reading.last) if clauses.word_at(sentence, at) in _NEEDING]
    return any(seen.cue.kind == "negation" and 0 <= at - seen.last <= 1 for at in needing for seen in sentence.cues)


def _not_alone(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a drug is only denied without another beside it ("<drug> is not given alone", "never on its own")."""
    denied = min((seen.first for seen in sentence.cues if seen.cue.kind == "negation"), default=len(sentence.units))
    alone = any(unit.word in _ALONE and not unit.type for unit in sentence.units[denied:])
    return alone and "therapy" in reading.slots and "alone" not in reading.own


def _while_taken(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug stands where somebody takes it who has something of it ("worse when they take X")."""
    taking = next((first for first, last in sentence.classes.get("taking", ()) if last == at), 0)
    before = [unit.word for unit in sentence.units[max(0, taking - 2) : taking] if unit.type in ("", "people")]
    return taking > 1 and len(before) > 1 and before[0] in _WHILE and sentence.units[taking].word.startswith("tak")


def _in_passing(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether a drug is only explained by another disease than the page's ("X, a drug used to treat Y, can bring it on")."""
    drug, illness = reading.slots.get("therapy"), reading.slots.get("condition")
    if drug is None or illness is None or not drug[1] < illness[0] or not topic.own:
        return False
    explained = [unit.word if not unit.type else "" for unit in sentence.units[drug[1] : illness[0]]]
    named = sentence.units[illness[0]].condition
    other = named is not None and named.disease not in ("", topic.own, topic.condition.disease)
    return other and explained[0] == "," and bool(_EXPLAINING & set(explained[1:2])) and "," not in explained[1:]
