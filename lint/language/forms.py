"""Which drug is for which form of a disease: those that a reading means, named, listed or taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lint.language import wording
from lint.language.clauses import is_predicate, is_verb
from lint.language.discourse import Topic
from lint.language.function_words import AUXILIARIES
from lint.language.grouping import group_of, groups
from lint.language.reading import Reading
from lint.language.units import Sentence, Unit

_LONGEST_BEFORE = 3
_LONGEST_LINK = 6
_LONGEST_ITEM = 4
"""How many words may stand between a comma and the next drug of a list."""
_NO_ITEM = frozenset(("not", "to", "for", "if", "when", "that", "which", "who", "but", "while", "as", "because", "."))
_RELATIVE = 8
"""How many units before a drug the "who" may stand that it belongs to."""
_ELSEWHERE = frozenset(
    (("in", "others"), ("for", "others"), ("in", "other"), ("for", "other"), ("in", "rest"), ("place", "elsewhere"))
)
_LINKS = frozenset((",", "and", "or", "&"))
_TELLING = frozenset((
    "with", "without", "that", "which", "whose", "who", "caused", "due", "after", "when", "if", "in", "regardless",
    "irrespective", "whatever", "unless", "linked", "related",
))  # fmt: skip
_NO_ADJECTIVES = frozenset(
    (
        "whose", "who", "that", "which", "more", "for", "in", "of", "against", "with", "to", "and", "or", "on", "people", "treat", "as", "by", "from", "either",
        "treating", "managing", "controlling", "keep", "than", "including", "like", "safest", "best", "new",
        "touch", "touches", "settle", "settles", "tame", "tames", "help", "helps", "suit", "suits", "stop", "stops", "ease", "eases", "clear", "clears", "slow", "slows", "calm", "target", "fight",
        "attack", "control", "manage", "relieve", "prevent", "preventing", "develop", "developing", "having", "called", "named", "without",
        "decreasing", "reducing", "improve", "improving", "cure",
    )
)  # fmt: skip
_ANNOUNCING = frozenset(("include", "includes", "are", "is"))
_NO_CASES = frozenset((
    "days", "clinic", "clinics", "research", "charity", "society", "nurse", "nurses", "specialist", "cells", "unit",
    "team", "trial", "trials",
))  # fmt: skip
"""Words that make something else of the disease before them ("X clinic")."""
_BORNE = frozenset(("complications", "complication", "symptoms", "signs", "effects", "pain"))
_EXPLAINING = frozenset(("a", "an", "which", "some", "one"))
_LEADING_TO = frozenset(("to", "of", "on", "by"))
_SO = ((",", "so"), (",", "therefore"), (",", "hence"))
_GAPPED = frozenset(("for", "in", "against", "if", "when", "where"))
_EXCEPTIONS = (("apart", "from"), ("aside", "from"), ("other", "than"), ("exception", "of"))
_RELATIVES = frozenset(("that", "which", "who"))
_COPULAS = frozenset(("is", "are", "'s", "'re", "was"))
_OPPOSITES = (("positive", "negative"), ("negative", "positive"))


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


def targets(reading: Reading, sentence: Sentence, topic: Topic) -> tuple[str, ...]:
    """Return the forms that a reading means: those that it names, the heading's, the last named, or its opposite."""
    span = reading.slots.get("form")
    if span is not None:
        return next((group.names for group in groups(sentence) if group.first <= span[0] < group.last), ())
    illness = reading.slots.get("condition")
    if illness is not None:
        return (
            () if "table" in reading.pattern.needs and _aside(sentence, illness[0]) else illnesses(sentence, illness[0])
        )
    open_words = reading.slots.get("target")
    if open_words is not None and any(
        _own(sentence.units[at], topic) and not _whose(sentence, at) for at in range(*open_words)
    ):
        return ()
    if open_words is not None:
        words = wording.text(sentence, wording.complement(sentence, open_words))
        return (words,) if words else ()
    wanted = reading.pattern.sets.get("target")
    if wanted == "heading":
        headed = (topic.illness,) if "disease-heading" in reading.pattern.needs else topic.headed
        return () if _elsewhere(reading, sentence, topic) else headed
    if wanted == "condition":
        of_a_form = topic.headed or topic.forms or _elsewhere(reading, sentence, topic)
        return () if of_a_form or not topic.condition.disease else (topic.condition.disease,)
    if wanted == "same":
        said = topic.said.get("target")
        if sentence.of_type("form") or any(unit.condition and unit.condition.disease for unit in sentence.units):
            return ()
        return (said,) if isinstance(said, str) else ()
    if wanted == "lead":
        return next((group.names for group in groups(sentence)), ())
    if wanted == "asked":
        return () if sentence.of_type("form") else topic.forms
    if wanted == "this":
        before = [at for at in sentence.of_type("form") if at < reading.first]
        return sentence.units[before[-1]].names if before else topic.headed or topic.forms
    before = [at for at in sentence.of_type("form") if at < reading.first]
    names = sentence.units[before[-1]].names if before else topic.forms
    return tuple(filter(None, map(_opposite, names))) if wanted == "opposite" else names


def illnesses(sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return the words for each of the diseases that are listed from a unit on, with what tells their cases apart.

    None where a form of the disease is named beside it, which another rule reads.
    """
    found: list[str] = []
    while True:
        first, last = case(sentence, at)
        beside = sentence.units[max(0, first - 1) : last + 1]
        illness = sentence.units[at].condition
        if any(unit.is_form and unit is not sentence.units[at] for unit in beside) or _whose(sentence, first):
            return tuple(found)
        if illness is None or not illness.disease:
            return tuple(found)
        if last < len(sentence.units) and sentence.units[last].word in _NO_CASES and last == at + 1:
            return tuple(found)
        names = sentence.units[at].names
        found.extend(names if names and names[0] != sentence.words(at, at + 1) else ())
        found.extend(() if names else [" ".join(sentence.words(first, last).split())])
        following = _next_illness(sentence, last)
        if not following:
            return tuple(found)
        at = following


def case(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the units that name a disease and tell its cases apart ("severe X", "X that has come back")."""
    return _before(sentence, at), _behind(sentence, at)


def _before(sentence: Sentence, at: int) -> int:
    """Return where the words begin that stand before a disease and tell its cases apart ("severe", "late-onset")."""
    first = at
    while first > max(0, at - _LONGEST_BEFORE):
        unit = sentence.units[first - 1]
        if unit.type or unit.filler or unit.edge or not unit.word[:1].isalpha() or unit.word in _NO_ADJECTIVES:
            break
        if is_verb(sentence, first - 1):
            break
        first -= 1
    return first


def _behind(sentence: Sentence, at: int) -> int:
    """Return where what is said of the cases behind a disease ends ("with ..", "that has come back"), at its clause's end."""
    last = at + 1
    units = sentence.units
    if last >= len(units) or units[last].type or units[last].word not in _TELLING:
        return last
    behind = units[last + 1] if last + 1 < len(units) else None
    if units[last].word == "in" and behind is not None and (behind.type == "number" or behind.word.isdigit()):
        # "Approved for X in 2008" tells no cases apart.
        return last
    end = last
    while end < len(units) and not units[end].edge and units[end].word not in (",", ".") and units[end].type != "items":
        announces = units[end].word in _ANNOUNCING and not units[end].type and units[end - 1].word not in _RELATIVES
        if units[end].type == "therapy" or announces:
            if units[end].type == "therapy" and not units[end - 1].type and units[end - 1].word in _LEADING_TO:
                # "X that does not respond to Y".
                return at + 1
            return _trimmed(units, last, end) if end > last + 1 else at + 1
        if units[end].word in ("and", "but") and units[last].word not in _RELATIVES and is_predicate(sentence, end + 1):
            return end
        end += 1
    return end


def _trimmed(units: Sequence[Unit], last: int, end: int) -> int:
    while end > last and not units[end - 1].type and units[end - 1].filler:
        end -= 1
    return end


def _aside(sentence: Sentence, at: int) -> bool:
    """Tell whether a disease stands in the caption of a table or the head of a column, where the cell itself says neither yes nor no."""
    colons = [number for number, unit in enumerate(sentence.units) if unit.word == ":" and not unit.type]
    if not colons or not colons[0] < at < colons[-1]:
        return False
    verdicts = (*sentence.classes.get("yes-cell", ()), *sentence.classes.get("no-cell", ()))
    return not any(first > colons[-1] for first, _ in verdicts)


def _whose(sentence: Sentence, at: int) -> bool:
    """Tell whether a disease only bears what is spoken of: "people whose X has ..", "complications of X"."""
    before = [unit.word if not unit.type else "" for unit in sentence.units[max(0, at - 2) : at]]
    return before[-1:] == ["whose"] or (len(before) > 1 and before[0] in _BORNE and before[1] in ("of", "from"))


def about_a_case(reading: Reading, sentence: Sentence) -> Reading:
    """Return a reading whose target is an open slot with what tells its cases apart: a denial in that is none of it."""
    if reading.pattern.kind != "therapy-target" or "target" in reading.slots:
        return reading
    if "form" in reading.slots:
        span = group_of(sentence, reading.slots["form"][0])
    elif "condition" in reading.slots:
        span = case(sentence, reading.slots["condition"][0])
    else:
        return reading
    return replace(reading, slots={**reading.slots, "target": span})


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


def drawn(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether ", so" stands behind a denial in a reading: what is drawn from it is another statement ("X does not respond to A,
    so B is given")."""
    denials = [seen for seen in sentence.cues if seen.cue.kind == "negation"]
    denied = min((seen.last for seen in denials), default=reading.last)
    words = [unit.word if not unit.type else "" for unit in sentence.units[max(denied, reading.first) : reading.last]]
    turn = next((at for at, pair in enumerate(pairwise(words)) if pair in _SO), None)
    # "X does not take up A, so A is not given" says twice what it denies.
    return turn is not None and not any(seen.first > max(denied, reading.first) + turn for seen in denials)


def led_by_an_exception(sentence: Sentence, at: int) -> bool:
    """Tell whether a drug is what a denial leaves out ("none of them helps, apart from <drug>")."""
    before = [unit.word for unit in sentence.units[max(0, at - 3) : at] if not unit.type]
    return "except" in before or any(pair in _EXCEPTIONS for pair in pairwise(before))


def of_takers(reading: Reading, sentence: Sentence) -> bool:
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
    if between and not between[0].type and between[0].word in _RELATIVES:
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


def supposed(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a drug stands in what is only supposed ("if you take X, ..")."""
    drug = reading.slots.get("therapy")
    units = sentence.units
    begin = next((at for at, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), 0)
    if drug is None or units[begin].type or units[begin].word not in ("if", "when", "once", "while", "before", "after"):
        return False
    end = next((at for at, unit in enumerate(units) if not unit.type and (unit.word == "," or unit.edge)), 0)
    return drug[1] <= end


def in_passing(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether a drug is only explained by another disease than the page's ("X, a drug used to treat Y, can bring it on")."""
    drug, illness = reading.slots.get("therapy"), reading.slots.get("condition")
    if drug is None or illness is None or not drug[1] < illness[0] or not topic.own:
        return False
    explained = [unit.word if not unit.type else "" for unit in sentence.units[drug[1] : illness[0]]]
    named = sentence.units[illness[0]].condition
    other = named is not None and named.disease not in ("", topic.own, topic.condition.disease)
    return other and explained[0] == "," and bool(_EXPLAINING & set(explained[1:2])) and "," not in explained[1:]


def _next_illness(sentence: Sentence, last: int) -> int:
    """Return the unit of the disease that goes on a list from a unit on, 0 for none."""
    units = sentence.units
    linked, words = False, 0
    for at in range(last, min(last + _LONGEST_LINK, len(units))):
        unit = units[at]
        if unit.type == "condition":
            return at if linked else 0
        if unit.type or unit.edge or unit.word in ("not", "never") or (unit.filler and unit.word in AUXILIARIES):
            return 0
        if unit.word in _LINKS or unit.filler or unit.word in ("for", "in"):
            linked = linked or unit.word in _LINKS
            continue
        words += 1
        if not linked or words > _LONGEST_BEFORE or is_verb(sentence, at) or unit.word in _NO_ADJECTIVES:
            return 0
    return 0


def _own(unit: Unit, topic: Topic) -> bool:
    """Tell whether a unit names the disease under discussion, and no form of it."""
    return unit.condition is not None and not unit.names and unit.condition.disease in ("", topic.condition.disease)


def _elsewhere(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether the clauses of a reading name a form or another disease, so that no heading is meant."""
    clauses = set(sentence.clauses[reading.first : reading.last])
    for at, unit in enumerate(sentence.units):
        if sentence.clauses[at] in clauses:
            other = unit.condition is not None and unit.condition.disease not in ("", topic.condition.disease)
            if unit.is_form or other:
                return True
    return False


def _opposite(name: str) -> str:
    for ending, other in _OPPOSITES:
        if name.lower().endswith(ending):
            return name[: -len(ending)] + other
    return ""
