"""What is another name of what: the names in a list of synonyms, the thing that they name, and what "it" stands for."""

from __future__ import annotations

import re
from collections.abc import Container

from lint.diseases import Diseases
from lint.language import wording
from lint.language.discourse import Topic
from lint.language.reading import Reading
from lint.language.units import Sentence, Unit

_LONGEST = 7
_JOINTS = frozenset(("and", "or", "during", "on", "at", "from"))
"""Words that join a name's bearer to more words that may bear it."""
_CUTS = frozenset((
    "with", "by", "have", "has", "had", "is", "are", "was", "were", "include", "includes", "including", "as", "for",
    "that", "to", "from", "who",
    "and", "or", ",", "cause", "causes", "such", "which", "called", "named", "when", "if", "between", "into", "than",
    "like", "where", "while", "what", "about", "also",
))  # fmt: skip
_DETERMINERS = frozenset((
    "a", "an", "the", "your", "their", "its", "his", "her", "this", "these", "some", "during", "after", "before",
    "at", "can", "may",
))  # fmt: skip
_WITH = frozenset(("with", "without"))
LABELS = frozenset((":", "include", "includes", "names"))
"""What announces names, and nothing but names."""
_PRONOUNS = frozenset(("it", "they", "this", "these"))
_POINTING = frozenset(("this", "these", "that", "those", "such", "what"))
_ABOUT = frozenset((
    "symptoms", "symptom", "signs", "complication", "complications", "form", "forms", "type", "types", "features",
    "cause", "causes", "treatment",
))  # fmt: skip
_VAGUE = frozenset((
    "condition", "disease", "disorder", "procedure", "test", "process", "this", "these", "it", "they", "type",
    "form", "operation", "surgery", "conditions", "disorders", "diseases",
    "treatment", "exam", "scan", "method", "therapy", "technique", "examination", "approach",
    "virus", "bacterium", "bacteria", "gene", "protein", "enzyme", "drug", "medicine", "parasite", "phase",
))  # fmt: skip
_OF_A_KIND = re.compile(r"(?:ical|ic|al|ous)$")
_FORMS = frozenset(("form", "type", "variant", "subtype"))
_TOLD = frozenset((
    "condition", "disease", "disorder", "form", "type", "virus", "bacterium", "bacteria", "gene", "protein", "enzyme", "parasite",
))  # fmt: skip
"""What a word before it names ("Odd disease", "infantile form")."""
_TAKES_UP = frozenset(("condition", "disease", "disorder", "syndrome", "illness", "infection"))
_NEAR = 3
_ANY = frozenset((
    "rare", "common", "serious", "severe", "inherited", "genetic", "other", "same", "new", "whole", "first", "second",
    "chronic", "underlying", "different", "another", "such", "related", "more", "general", "particular", "one", "any", "this", "that",
))  # fmt: skip
"""What tells no disease from the next."""
_ENDS = re.compile(
    r"\s+(?:is|are|was|were|has|have|can|may|might|will|which|that|who|when|where|because|occurs?|affects?|causes?|means?|develops?|happens?|"
    r"by|if|while|but|so|though|although|since|as|than|instead)\b"
)
_NO_NAME = re.compile(r"\b(?:over|to|the|your|by|with|from|into|through|their|its|even)\b")
_OF = re.compile(
    r"^(?:\w+ )?(?:symptoms|signs|levels|mutations|complications?|causes?|number"
    r"|amount|reports|development) (?:of|in) (?:the )?",
    re.IGNORECASE,
)
_QUALITY = re.compile(r"[a-z-]+(?:al|ous|ive|ary|ible|able|ed)")
_OR = re.compile(r"\s+(?:or|and/or)\s+")
_AND_OR = re.compile(r"\s+(?:or|and/or|and)\s+")
_PROPER = re.compile(r"[A-Z]\S+ and [A-Z]\S+(?:,.*)?")
"""Two proper names."""
_STOP = re.compile(r"[.;:!?()\u2013\u2014]|\s-(?=\s|$)")
_FOR_SHORT = re.compile(r"\s+for short\b", re.IGNORECASE)
_QUOTES = "\"'\u201c\u201d\u2018\u2019*_ "


def synonyms(words: str, *, bare: bool = False) -> list[str]:
    """Return the names in "A", "A or B" and "A, B or C"; what follows them in the clause is left out.

    ``bare``: nothing but names stands there, behind a label, so that commas alone part them.
    """
    text = _FOR_SHORT.sub("", _STOP.split(" ".join(words.split()), maxsplit=1)[0])
    parts = [part.strip() for part in text.split(",")]
    count = 1
    for number, part in enumerate(parts[1:6], start=1):
        item = re.sub(r"^(?:or|and|and/or)\s+", "", part)
        name = _ENDS.split(f" {item}", maxsplit=1)[0].strip()
        if (
            not name
            or len(name.split()) > _LONGEST
            or name.split()[0].lower() in ("the", "a", "an", "but", "with", "in", "this")
        ):
            break
        if _NO_NAME.search(name):
            break
        if part.startswith("and ") and number == 1:
            break
        if bare or item != part or (" or " in name and len(name.split()) <= _LONGEST):
            count = number + 1
            if not bare:
                break
    between = _AND_OR if bare and (count > 1 or _PROPER.fullmatch(text.strip())) else _OR
    pieces = [piece for part in parts[:count] for piece in between.split(f" {part}")]
    names = [name for piece in pieces for name in _shortened(re.sub(r"^(?:or|and)\s+", "", piece.strip()))]
    if len(names) > 1 and _QUALITY.fullmatch(names[0]) and " " in names[-1]:
        # "A primary or essential deficit" shares its head.
        names[0] += " " + names[-1].rpartition(" ")[2]
    return [name for name in names if len(name.split()) <= _LONGEST + 2 and not name.endswith(("names", " form"))]


def _shortened(piece: str) -> list[str]:
    name = re.sub(r"\s+(?:and|or)$", "", _ENDS.split(f" {piece}", maxsplit=1)[0]).strip(_QUOTES)
    head, _, rest = name.partition(" ")
    if head.lower() in ("a", "an", "the", "of", "your", "their", "just", "simply") and rest:
        name = rest
    return [name] if any(sign.isalpha() for sign in name) else []


def named_thing(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the thing that stands before "also called": the words after the last verb, preposition or determiner.

    Empty where nothing is named there ("this procedure is also called ..", ".. and is also called").
    """
    first, last = span
    units = sentence.units
    while last > first and not units[last - 1].type and not units[last - 1].word[:1].isalnum():
        last -= 1
    if (
        last > first
        and not units[last - 1].type
        and units[last - 1].word in ("and", "or", "but", "that", "which", "who", "it", "this", "they", "these")
    ):
        return ""
    if last < len(units) and sentence.words(last, last + 1) == "A":
        last += 1
    at = last
    while at > first:
        unit = units[at - 1]
        if not unit.type and (unit.edge or unit.word in _CUTS):
            at = _leading_disease(sentence, at - 1) if unit.word in _WITH else at
            break
        if not unit.type and unit.word in _DETERMINERS and at - 1 > first and units[at - 2].word != "of":
            break
        at -= 1
    if at > first and not units[at - 1].type and units[at - 1].word in _POINTING:
        return ""
    named = units[last - 1]
    bare = last - at == 1 and at > first and not named.type
    if bare and units[at - 1].word in ("and", "or") and _whole(sentence, first, at - 1):
        return wording.text(sentence, (first, last))
    if bare and (units[at - 1].word in _JOINTS or (units[at - 1].filler and units[max(0, at - 2)].word in _JOINTS)):
        # "Numbness of hands and feet, also called ..", "wetting during sleep, also called ..": it may be all of it.
        return ""
    if _is_form(sentence, at, last):
        words = wording.text(sentence, (at, last))
        pointed = words.partition(" ")[0].lower() in _POINTING
        return "" if _is_vague(words.lower().split()) or (pointed and not _of_a_disease(sentence, at, last)) else words
    if named.condition is not None and any(unit.word in _ABOUT for unit in units[at:last] if not unit.type):
        at = last - 1
    words = wording.text(sentence, (at, last))
    words = _OF.sub("", words)
    # Brackets hold how a name is said.
    nameless = named.condition is None and _is_vague(words.lower().split())
    return "" if nameless or "]" in words else words


def _leading_disease(sentence: Sentence, at: int) -> int:
    """Return where a disease stands that begins a sentence and is told by what it comes with ("<disease> with aura, also called .."), else behind the "with"."""
    leads = (
        at > 0 and sentence.units[at - 1].type == "condition" and all(unit.filler for unit in sentence.units[: at - 1])
    )
    return at - 1 if leads else at + 1


def _is_form(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words name a form of a disease ("the milder form", "a type of fever"), which is not all of it."""
    words = [unit.word for unit in sentence.units[first:last]]
    return any(
        word in _FORMS and (words[at + 1 : at + 2] == ["of"] or (at + 1 == len(words) > 1))
        for at, word in enumerate(words)
    )


def _of_a_disease(sentence: Sentence, first: int, last: int) -> bool:
    spans = sentence.classes.get("the-disease", ())
    head = sentence.units[last - 1]
    return head.type == "condition" or any(end == last and begin > first for begin, end in spans)


def _whole(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a sentence begins with two things that bear the name together ("The glands and sores are often called ..")."""
    units = sentence.units
    begins = all(unit.filler for unit in units[:first])
    return begins and not any(not unit.type and (unit.edge or unit.word in _CUTS) for unit in units[first:last])


def _is_vague(words: list[str]) -> bool:
    """Tell whether words name nothing by themselves: "procedure", "rare disorder", but not "Odd disease", "type II"."""
    if not words or (len(words) < 3 and words[0] in _POINTING):
        return True
    if len(words) > 2 or words[-1] not in _VAGUE:
        return False
    return len(words) == 1 or words[-1] not in _TOLD or words[0] in _ANY or _OF_A_KIND.search(words[0]) is not None


def takes_up(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the words before "called" are only the disease of the text: "the condition", or "this disorder" that is "also" called."""
    first, last = span
    units = sentence.units
    named = [at for at in range(first, last) if units[at].type or (not units[at].filler and units[at].word != ".")]
    pointed = bool(named) and units[named[0]].word in _POINTING
    if len(named) != 1 + pointed or not any(
        named[-1] == end - 1 and units[end - 1].word in _TAKES_UP for _, end in sentence.classes.get("the-disease", ())
    ):
        return False
    after = {unit.word for unit in units[last : last + _NEAR]}
    return not pointed or "also" in after or "called" not in after


def ends_in_pronoun(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Tell whether the words before a verb end in the pronoun that is its subject ("X is common, and it ..")."""
    units = sentence.units
    return span[1] - span[0] > 1 and not units[span[1] - 1].type and units[span[1] - 1].word in _PRONOUNS


def implied(topic: Topic, sentence: Sentence, reading: Reading) -> str:
    """Return what "it" stands for: the term under definition, the cancer in the site just named, the condition."""
    if topic.term:
        return topic.term
    disease = topic.condition.disease
    if not disease:
        return ""
    if topic.therapies and is_of_a_drug(reading, sentence):
        return topic.therapies[0]
    places = [unit for unit in sentence.units[: reading.last] if unit.type == "site" and len(unit.ids) == 1]
    sites = places[-1].ids if places else topic.sites
    if len(sites) == 1 and reading.pattern.sets.get("topic", "case") not in ("case", "same-as"):
        return f"{disease} in the {sites[0]}"
    return topic.condition.name


def is_of_a_drug(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether what "it" is said to be, or not to be, is a drug: then it is one as well."""
    return any(unit.type == "therapy" for unit in sentence.units[slice(*reading.slots.get("b", (0, 0)))])


def told_apart(reading: Reading, sentence: Sentence, topic: Topic, relation: str) -> bool:
    """Tell whether what "it" is said to be makes sense: still the same disease, or not another one."""
    span = reading.slots.get("b") or reading.slots.get("condition")
    if span is not None and reading.pattern.sets.get("topic") == "case":
        # A stage that is told by what it is ("once it has spread, it is called ..") is no name.
        return not any(unit.condition and unit.condition.stage for unit in sentence.units[slice(*span)])
    if span is None or "b" in reading.pattern.each or reading.pattern.sets.get("topic") == "same-as":
        # Another name may be one that the packs know as a disease of its own.
        return True
    named = [unit for unit in sentence.units[slice(*span)] if unit.condition is not None]
    if not named:
        return True
    if "topic" in reading.pattern.sets and not any(_alike(unit, topic) for unit in named):
        return False
    same = any(_disease(unit) in ("", topic.condition.disease) for unit in named)
    if reading.pattern.sets.get("topic") == "other-site":
        return not same
    return same if relation == "is" else not same or any(unit.condition and unit.condition.stage for unit in named)


def states(reading: Reading, sentence: Sentence, alike: Container[str], diseases: Diseases) -> bool:
    """Tell whether a disease is said to be one that it may be: a state of its own, that of the place it is in, or a kin.

    ``alike`` are the nouns of diseases that may be taken for each other in another place.
    """
    first, last = (sentence.units[slice(*reading.slots[name])] for name in ("a", "condition"))
    named = [unit for unit in first if unit.condition is not None]
    if any(_disease(a) == _disease(b) or "" in (_disease(a), _disease(b)) for a in named for b in last):
        return any(unit.word != other.word for unit in named for other in last)
    if any(diseases.kin(_disease(a), _disease(b)) for a in named for b in last):
        return True
    elsewhere = any(unit.type == "site" for unit in first) or any(u.condition and u.condition.stage for u in named)
    if not named:
        # "<Organ> metastases are <organ> cancer": what has spread there is of the disease under discussion.
        return elsewhere and any(_noun(b) in alike for b in last)
    return elsewhere and any(
        _noun(a) == _noun(b) or (_noun(a) in alike and _noun(b) in alike) for a in named for b in last
    )


def _noun(unit: Unit) -> str:
    return _disease(unit).rpartition(" ")[2]


def _alike(unit: Unit, topic: Topic) -> bool:
    """Tell whether a disease is of the kind of the one under discussion: another cancer, not an ailment of its own."""
    kind, noun = _disease(unit).rpartition(" ")[::2]
    return (
        not noun
        or _disease(unit) == topic.condition.disease
        or (bool(kind) and noun == topic.condition.disease.rpartition(" ")[2])
    )


def _disease(unit: Unit) -> str:
    return unit.condition.disease if unit.condition is not None else ""
