"""The disease of a page when no pack and no list names it: what people have, what the risk is of, what is treated.

A page on a rare disease, or one that goes by its abbreviation, still says "people with X", "cases of X", "X is caused by".
The words that stand there most often, twice at least, are its disease; those that the page begins with count double.
What a page without a title begins with is its disease too where the first words define it ("X is a rare disorder ..",
"X is caused by ..").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lint.language import nouns
from lint.language.conditions import Condition
from lint.language.units import Sentence, Unit

LEADS = "before-a-disease"
"""The word class of what a disease's name follows ("people with", "cases of")."""
DEFINED = "disease-word"
"""The word class of what a definition says that a disease is ("X is a rare disorder")."""
LONGEST = 4
_LONGEST_DEFINED, _REACH = 6, 7
_KINDS = frozenset(
    ("form", "type", "kind", "group", "class", "series", "spectrum", "family", "set", "subtype", "variant", "one")
)
_OF_NAMES, _LONG = frozenset(("disease", "disorder")), 3
"""Words that end the name of a disease of so many words, though they say nothing alone ("odd storage disease")."""
_TELLS = frozenset(("is", "are", "can", "may"))
_COMES_FROM = frozenset(("caused", "inherited"))
_IS = frozenset(("is", "are"))
_DESCRIBED = frozenset(("characterized", "characterised"))
_OF_AILMENTS = ("emia", "aemia", "itis", "oma", "osis", "pathy", "penia", "plasia", "trophy")
"""Endings of the names of ailments: other things are characterised too."""
_ASKING = frozenset(("how", "what", "why", "when", "who", "causes"))
_ASKED = frozenset(("inherited", "be", "diagnosed", "treated", "caused", "passed", "genetic", "hereditary"))
_OPENING = frozenset(("summary", ":", "overview"))
_CHANGES = ("mutation", "change", "variant", "variation", "deletion", "duplication", "defect")
_CAUSE, _SOME = frozenset(("cause", "causes")), frozenset(("some", "cases", "of", "many"))
_GOES_ON = frozenset(("of", "with", "in", ","))
_ENDS_A_NAME = frozenset(("?", "(", ","))
_PARTS = frozenset(("", "condition", "site", "people"))
_LONGEST_REST = 7
_FAR = 24
"""How many words at the most stand before the verb of the first sentence ("Mutations in the A, B or C gene cause .."))."""
_NUMBER = "#"
"""Stands for a number within a name ("odd fever 2 syndrome")."""
_ASIDES = {"(": ")", ",": ",", "-": "-", "\u2013": "\u2013", "\u2014": "\u2014"}
_HAVE = frozenset(("with", "have", "has"))
_CASES_OF = ("cases", "of")
_STOPS = frozenset((
    "and", "or", "who", "that", "which", "in", "on", "at", "from", "for", "to", "with", "without", "but", "as", "than", "it", "them",
    "this", "these", "those", "one", "other", "more", "less", "getting", "having", "such", "when", "if", "after", "before", "because",
    "during", "being", "you", "us", "we", "they", "including", "include", "includes", "about", "not",
))  # fmt: skip
_WIDE = frozenset((
    "disease", "condition", "disorder", "symptoms", "treatment", "problems", "complications", "death", "cells", "risk", "changes", "signs",
    "information", "research", "tests", "life", "health", "time", "care", "cases", "types", "family", "pain", "history", "surgery", "recurrence", "relapse", "metastasis", "metastases", "spread", "secondaries", "stage", "illness", "cancer",
))  # fmt: skip


def name_of(sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], int]:
    """Return the words of the disease that a page is about and how often they stand there; no words where none stand twice."""
    counted: Counter[tuple[str, ...]] = Counter()
    for number, sentence in enumerate(sentences):
        units = sentence.units
        # A page begins with what it is about, as a title or in a question ("What causes X?").
        weight = 1 if number else 2
        if not number and len(units) <= LONGEST + 1 and (words := _name(units, 0)) and len(words) > 1:
            counted[words] += 1
        if sentence.question and not number and (words := _asked(sentence)):
            counted[words] += weight
        after = [last for _, last in sentence.classes.get(LEADS, ())]
        after += [
            at + 2
            for at in sentence.of_type("people")
            if at + 1 < len(units)
            and (units[at + 1].word in _HAVE or (units[at].word, units[at + 1].word) == _CASES_OF)
        ]
        for last in after:
            words = _name(units, last)
            if words and words[-1] not in _WIDE and words[0] not in _WIDE:
                counted[words] += weight
    if not counted:
        return (), 0
    best, times = max(counted.items(), key=lambda entry: (entry[1], len(entry[0]), entry[0]))
    named = sum(_times(sentence.units, best) for sentence in sentences)
    return (best, named) if times > 1 and named > 1 else ((), 0)


def _asked(sentence: Sentence) -> tuple[str, ...]:
    """Return the words of what a question asks about ("How is X inherited?")."""
    units = sentence.units
    first = next((at for at, unit in enumerate(units) if not (unit.filler or unit.word in _ASKING)), len(units))
    words = _name(units, first, _LONGEST_DEFINED)
    behind = [unit.word for unit in units[first + len(words) : first + len(words) + 1]]
    asked = next((at for at, word in enumerate((*words, *behind)) if word in _ASKED), 0)
    return words[:asked] if asked and words[asked - 1] not in _WIDE else ()


def asked_about(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the words of the disease that a page begins by asking about ("What causes X?") and goes on to name, none where it is known."""
    if not sentences or not sentences[0].question or sentences[0].of_type("condition"):
        return ()
    units = sentences[0].units
    behind = [_to_its_end(units, last) for _, last in sentences[0].classes.get(LEADS, ())]
    words = next((words for words in (*behind, _asked(sentences[0])) if words), ())
    if not words or words[0] in _WIDE or words[-1] in _WIDE or not any(len(word) > 2 for word in words[:-1] or words):
        return ()
    return words if sum(_times(sentence.units, words) for sentence in sentences[1:]) else ()


def _to_its_end(units: Sequence[Unit], at: int) -> tuple[str, ...]:
    """Return the words of a name that goes on to the end of a question, none where something else stands behind it."""
    words = _name(units, at, _LONGEST_DEFINED)
    while at < len(units) and units[at].filler:
        at += 1
    at += len(words)
    return words if at >= len(units) or units[at].word in ("?", "(") else ()


def defined(sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], str]:
    """Return the words of the disease that a page's first sentence defines, questions aside, and its name; none where it does not."""
    sentence = next((sentence for sentence in sentences if not sentence.question), None)
    if sentence is None:
        return (), ""
    units = sentence.units
    first = next((at for at, unit in enumerate(units) if not (unit.filler or unit.word in _OPENING)), len(units))
    if (effect := _effect(sentence))[0]:
        return effect
    words = _name(units, first, _LONGEST_DEFINED, numbered=True)
    at = first + len(words)
    if len(words) > 1 and words[-1] == "type" and at < len(units) and units[at].type:
        # "Odd fever type 4": the number is no word of the name.
        words, at = words[:-1], at + 1
    last = at
    at = _behind_aside(units, at)
    vague = (
        not words or words[0] in _WIDE or (words[-1] in _WIDE and (words[-1] not in _OF_NAMES or len(words) < _LONG))
    )
    if vague or at >= len(units) or units[at].word not in _TELLS:
        return (), ""
    nouns = {last for _, last in sentence.classes.get(DEFINED, ())}
    for place in range(at + 1, min(at + _REACH, len(units))):
        unit = units[place]
        described = unit.word in _DESCRIBED and (at > last or words[-1].endswith(_OF_AILMENTS))
        if unit.word in _COMES_FROM or described or place + 1 in nouns or (unit.type == "condition" and place > at + 1):
            return words, sentence.words(first, last).lower()
        if (unit.word in _STOPS and unit.word not in ("one", "and", "other")) or (
            unit.word == "of" and units[place - 1].word not in _KINDS
        ):
            return (), ""
    return (), ""


def extended(sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], str]:
    """Return the words of a longer name around a disease that a page asks about or defines first ("<word> <disease> 2"), and the name."""
    for sentence in sentences[:2]:
        units = sentence.units
        at = next(iter(sentence.of_type("condition")), len(units))
        if at >= len(units) or not (unit := units[at].condition) or unit.stage or unit.subtypes:
            continue
        first, last = at, at + 1
        while first > 0 and _is_part(units[first - 1]):
            first -= 1
        while last < len(units) and (_is_part(units[last]) or units[last].type in ("number", "marker")):
            if units[last].word in _ASKED or (units[last].type == "marker" and units[last].word != "type"):
                break
            last += 1
        last = _with_its_rest(units, last)
        behind = units[_behind_aside(units, last)].word if _behind_aside(units, last) < len(units) else "?"
        if not sentence.question and (behind not in _TELLS or any(not unit.filler for unit in units[:first])):
            continue
        words = tuple(_key(unit) for unit in units[first:last])
        told = not sentence.question or any(_times(other.units, words) for other in sentences if other is not sentence)
        if 1 < len(words) <= _LONGEST_DEFINED and told:
            return words, " ".join(sentence.words(first, last).lower().split())
    return (), ""


def _with_its_rest(units: Sequence[Unit], last: int) -> int:
    """Return where a name ends that goes on behind a unit to the verb or the end: "X of the <site>", "X with Y", "X, Z type"."""
    if last >= len(units) or units[last].type or units[last].word not in _GOES_ON:
        return last
    for end in range(last + 2, min(last + _LONGEST_REST, len(units) + 1)):
        behind = units[end].word if end < len(units) else "?"
        typed = units[last].word not in (",", "in") or units[end - 1].word == "type"
        typed = typed or (units[last].word == "in" and units[end - 2].word == "with")
        if behind in _TELLS or behind in _ENDS_A_NAME:
            return end if typed and all(u.type in _PARTS and not u.edge for u in units[last + 1 : end]) else last
        if units[end - 1].word in _STOPS and units[end - 1].word != "and":
            return last
    return last


def _is_part(unit: Unit) -> bool:
    return (
        not (unit.type or unit.edge or unit.filler or unit.word in _STOPS or unit.word in _ASKING or unit.word in _WIDE)
        and unit.word[:1].isalnum()
        and unit.word not in ("of", "due", "available", "common", "other", "many", "rare", "some", "most")
    )


def words_of(units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the words that units are known by within a name."""
    return tuple(_key(unit) for unit in units)


def _key(unit: Unit) -> str:
    """Return what a unit is known by within a name."""
    if unit.type in ("number", "other"):
        return _NUMBER
    return unit.word if unit.type in ("", "condition", "marker", "site") else ""


def _effect(sentence: Sentence) -> tuple[tuple[str, ...], str]:
    """Return the words of what a sentence says that changes of genes cause, and its name; none where it does not begin so."""
    units = sentence.units
    if not units or units[0].type != "marker" or not units[0].word.startswith(_CHANGES):
        return (), ""
    at = next((at for at, unit in enumerate(units[:_FAR]) if unit.word in _CAUSE and not unit.type), len(units)) + 1
    while at < len(units) and (units[at].type in ("most", "people") or units[at].word in _SOME or units[at].filler):
        at += 1
    words = _name(units, at, _LONGEST_DEFINED, numbered=True)
    if len(words) > 1 and words[-1] == "type":
        words = words[:-1]
    last = at + len(words)
    if last < len(units) and units[last].type == "marker" and units[last].word == "type":
        last += 1
    ends = last >= len(units) or units[last].edge or units[last].word in (".", ",", "(")
    return (words, sentence.words(at, last).lower()) if words and ends and words[-1] not in _WIDE else ((), "")


def _behind_aside(units: Sequence[Unit], at: int) -> int:
    """Return where the sentence goes on behind another name in brackets or between commas or dashes."""
    if at < len(units) and units[at].word in _ASIDES:
        ends = _ASIDES[units[at].word]
        close = next((place for place in range(at + 2, min(at + 14, len(units))) if units[place].word == ends), None)
        return at if close is None else close + 1
    return at


def spelled_out(sentences: Sequence[Sentence], name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that an abbreviation is given for ("familial odd fever (FOF)"), or the name itself."""
    if len(name) > 1:
        return name
    size = len(name[0])
    for sentence in sentences:
        units = sentence.units
        for at in range(size, len(units) - 2):
            words = [unit.word for unit in units[at - size : at]]
            if [u.word for u in units[at : at + 3]] == ["(", name[0], ")"] and "".join(w[:1] for w in words) == name[0]:
                return tuple(words)
    return name


def _times(units: Sequence[Unit], name: tuple[str, ...]) -> int:
    words = [_key(unit) for unit in units]
    size, count, at = len(name), 0, -1
    while name[0] in words[at + 1 :]:
        at = words.index(name[0], at + 1)
        count += tuple(words[at : at + size]) == name
    return count


def _name(units: Sequence[Unit], at: int, longest: int = LONGEST, numbered: bool = False) -> tuple[str, ...]:
    words: list[str] = []
    while at < len(units) and len(words) <= longest:
        unit = units[at]
        if numbered and unit.type == "number" and at + 1 < len(units) and not units[at + 1].filler:
            words.append(_NUMBER)
            at += 1
            continue
        if unit.type or unit.edge or unit.word in _STOPS or not unit.word[0].isalnum() or (unit.filler and words):
            break
        if not unit.filler:
            words.append(unit.word)
        at += 1
    if all(word == _NUMBER for word in words):
        return ()
    return tuple(words) if 0 < len(words) <= longest else ()


def named(units: Sequence[Unit], name: tuple[str, ...], condition: Condition) -> list[Unit]:
    """Return the units with every mention of the name as the condition."""
    result: list[Unit] = []
    at, size = 0, len(name)
    while at < len(units):
        run = units[at : at + size]
        if tuple(_key(unit) for unit in run) == name:
            whole = replace(run[0], word=" ".join(name), end=run[-1].end, type="condition", condition=condition)
            result.append(replace(whole, filler=False, edge=False))
            at += size
            continue
        result.append(units[at])
        at += 1
    return result


def subject_defined(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the subject that a span says is a disease ("X is a rare disorder caused by .."), None where it says no such thing."""
    first, last = span
    while first > 0 and sentence.units[first - 1].filler and sentence.units[first - 1].word not in _IS:
        first -= 1
    kinds = {end for _, end in sentence.classes.get(DEFINED, ())}
    if first < 2 or sentence.units[first - 1].word not in _IS or last not in kinds:
        return None
    return nouns.topic(sentence, first - 1)
