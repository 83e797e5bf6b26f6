"""The people that a figure is of: whom a share counts, what tells them apart, the treatment, the years."""

from __future__ import annotations

import re
from itertools import pairwise

from lint.language import row_shares, wording
from lint.language.reading import Reading
from lint.language.shares import (
    FINITE,
    PROVISOS,
    are_counted,
    behind_if,
    giving,
    of_group,
    opening,
    phrase_end,
    told_before,
    whole,
)
from lint.language.units import Sentence
from lint.packs import Packs

_FRONTED = frozenset(("if", "when", "where", "with"))
_TREATED = frozenset(("with", "without", "on", "after", "following", "under"))
_OPENING = 3
"""Where the treatment that a clause opens with begins at the latest."""
_AGE = re.compile(
    r"^\w+(?: \w+){0,6}? (?:(?:aged?|under|over|before|after|younger than|older than|above|below) \d\d|\d\d (?:to|and|-) \d\d)"
    r"(?:(?: ?[-\u2013] ?| to | and )\d\d)?(?! (?:months|years of|weeks))"
)
"""People told apart by their age, from their noun on."""
_PERIOD = re.compile(
    r"\b(?:in|during|before|until|back in) (?:the )?(?:(?:early|mid|late)[- ])?(?:19\d0s|(?:sixties|seventies|eighties|nineties)\b)"
    r"|\b(?:in|before|until) (?:19\d\d|200\d)\b"
    r"|\b(?:\d\d|ten|fifteen|twenty|thirty|forty|fifty|a few decades|two decades|three decades|a generation) (?:years )?ago\b",
    re.IGNORECASE,
)
"""Years long past, whose figures are not today's."""
_FIGURE_ENDS = re.compile(r"(?:%|\bper ?cent|\bmonths|\byears) $", re.IGNORECASE)
_TRIAL = re.compile(
    r"\b[Ii]n (?:the )?([A-Z][\w-]*[A-Z][\w-]*)(?: (?:trial|study)\b|(?=,? ))|\b[Ii]n the (\w+(?:-\w+)?) trial\b"
)
"""A trial by its name, which has a capital inside."""
_SHORTEST_NAME = 3
_NO_NAME = frozenset(("in", "at", "on", "so", "by", "that", "this", "it", "answer", "result", "and", "or", "about"))
_LABEL = 5
"""The units of the longest label before a figure, with its colon."""
_AT_AN_END = frozenset(("lowest", "highest", "best", "worst", "top", "bottom"))
_OVERALL = frozenset(
    (
        "overall",
        "total",
        "combined",
        "together",
        "altogether",
        "average",
        "all",
        "any",
        "figure",
        "rate",
        "value",
        "number",
    )
)
_TOLD = frozenset(("survive", "lived-on", "median", "average", "any-stage", "disease-form", "generic-disease"))
"""Classes of words by which a row's label tells what its figures are, or that they are of everyone."""
_GROUP = re.compile(
    r"\bin the (?:control|placebo|comparison|standard|treatment|dummy|active|study|untreated|treated|other) (?:group|arm)\b"
    r"|\bin the (?:group|arm) (?:that|who|given|on|which|with) [^,;.]+|\b(?:with|on) placebo\b",
    re.IGNORECASE,
)


def population(reading: Reading, sentence: Sentence, packs: Packs) -> str:
    """Return the people that a share is of, with what tells them apart, the country and the past years that the sentence names."""
    span = next((reading.slots[n] for n in ("share", "all", "number") if n in reading.slots), None)
    words = _of_an_age(reading, sentence) if span is None else _of_people(reading, sentence, span, packs)
    head = next((reading.slots[n][0] for n in ("share", "all", "number", "duration") if n in reading.slots), None)
    if head is None:
        return words
    row = _row(sentence, head) if reading.pattern.kind == "survival" and not words else ""
    parts = (
        words,
        row,
        _column(sentence, head),
        _arm(sentence, head),
        _trial(sentence),
        _group(sentence, head),
        _period(sentence, head),
    )
    return " ".join(dict.fromkeys(part for part in parts if part))


def _trial(sentence: Sentence) -> str:
    """Return the trial that a sentence names ("in the <NAME> trial"), "" for none."""
    trial = _TRIAL.search(sentence.text)
    name = (trial[1] or trial[2]) if trial else ""
    if name and any(name in sentence.source(unit.start, unit.end) for unit in sentence.units if unit.type):
        # A form of the disease has such a name too.
        return ""
    return f"in the {name} trial" if len(name) > _SHORTEST_NAME else ""


def _group(sentence: Sentence, head: int) -> str:
    """Return the group of a trial that a figure is of, named behind it and before the next ("41 months in the control group")."""
    units = sentence.units
    following = (at for at in sentence.of_type("share", "duration", "number") if at > head)
    end = units[next(following, len(units) - 1)].start
    group = _GROUP.search(sentence.source(units[head].end, end))
    if group is None and not any(at < head for at in sentence.of_type("share", "duration", "number")):
        opens = _GROUP.match(sentence.text)
        group = opens if opens and sentence.start + opens.end() < units[head].start else None
    return group[0].lower() if group else _takers(sentence, head)


def _takers(sentence: Sentence, head: int) -> str:
    """Return the drug right behind a figure that its people take ("71% on <drug> were alive"), "" for none."""
    units = sentence.units[head + 1 : head + 1 + _OPENING]
    if not units or units[0].type or units[0].word not in ("on", "with", "given"):
        return ""
    at = next((at for at, unit in enumerate(units) if at and (unit.type or not unit.filler)), 0)
    return sentence.words(head + 1, head + 2 + at).lower() if at and units[at].type == "therapy" else ""


def _arm(sentence: Sentence, head: int) -> str:
    """Return the treatment that a clause opens with, whose takers its figure is of ("With <drug>, half live five years"), "" for none."""
    units, opens = sentence.units, opening(sentence, head)
    if units[opens].type or units[opens].word not in _TREATED:
        return ""
    arms = [(at, at + 1) for at in sentence.of_type("therapy")] + list(sentence.classes.get("treatment-arm", ()))
    last = next((last for first, last in sorted(arms) if opens <= first <= opens + _OPENING and last <= head), 0)
    if not last:
        comma = next((at for at in range(opens, min(opens + 2 * _OPENING, head)) if units[at].word == ","), opens)
        # "With the lowest score, 80% are alive": a part of the patients.
        last = comma if any(unit.word in _AT_AN_END for unit in units[opens:comma]) else 0
    return sentence.words(opens, last).lower() if last else ""


def _row(sentence: Sentence, head: int) -> str:
    """Return what the row of a table is of, where that is no state of the disease and not what the figure tells ("<treatment> | 85%")."""
    units = sentence.units
    # A colon without a width stands between cells; one of the text stands right before the figure of a label ("Ward 4: 12%").
    cells = (at for at in range(head) if units[at].word == ":" and units[at].start == units[at].end)
    labelled = (
        1 < head <= _LABEL and units[head - 1].word == ":" and len(units) <= head + 2 and units[0].word not in _NO_NAME
    )
    colon = next(cells, head - 1 if labelled else 0)
    label = units[:colon]
    stated = {name for name, spans in sentence.classes.items() for first, last in spans if last <= colon}
    told = any(name in _TOLD or name.startswith(("stage=", "topic=")) for name in stated)
    numbered = [unit for at, unit in enumerate(label) if at and unit.type == "number"]
    plain = all(unit.type in ("", "therapy") or unit in numbered for unit in label)
    plain = plain and not any(unit.word in _OVERALL for unit in label)
    rest = [unit for unit in label if unit.type or (not unit.filler and unit.word[:1].isalpha())]
    return sentence.words(0, colon).lower() if plain and rest and not told else ""


def _column(sentence: Sentence, head: int) -> str:
    """Return the treatment that heads the column of a figure, whose takers it is of ("<drug> | placebo"), "" for none."""
    units = sentence.units
    ends = [at for at in range(head) if units[at].word == ":" and units[at].start == units[at].end]
    for first, last in pairwise(ends):
        named = {unit.type for unit in units[first + 1 : last] if unit.type}
        arms = sentence.classes.get("trial-arm", ())
        if named == {"therapy"} or any(first < a and b <= last for a, b in arms):
            return sentence.words(first + 1, last).lower()
    return ""


def _period(sentence: Sentence, head: int) -> str:
    """Return the past years that the figure next to them is of ("in the 1990s it was 70%"), "" for none."""
    period = _PERIOD.search(sentence.text)
    if period is None:
        return ""
    first, last = sorted((sentence.start + period.end(), sentence.units[head].start))
    others = [sentence.units[at] for at in sentence.of_type("share", "duration") if at != head]
    of_another = sentence.units[head].start > first and _FIGURE_ENDS.search(sentence.text[: period.start()])
    if of_another or any(first <= unit.start < last for unit in others):
        # "It rose from 10% in the 1980s to 30%": the years of another figure.
        return ""
    return period[0]


def _of_people(reading: Reading, sentence: Sentence, span: tuple[int, int], packs: Packs) -> str:
    """Return the people that a share is of, with what tells them apart and the country that the sentence names."""
    labelled = row_shares.label(sentence, span[0])
    words = (row_shares.split(sentence, labelled)[0] if labelled else "") or _people(reading, sentence, span)
    group = whole(sentence, span)
    if group is not None:
        words = wording.text(sentence, group)
    group = of_group(sentence, span)
    if group is not None and not any(unit.type == "people" for unit in sentence.units[span[1] : span[1] + 4]):
        words = wording.text(sentence, group)
    if not words and (risk := giving(sentence, 0, span[0])):
        # "A mutation gives a risk of 40%": to who has it.
        words = wording.text(sentence, wording.subject(sentence, (0, risk - 1)))
    proviso = _proviso(sentence, span) or _fronted(sentence, span)
    if proviso and (
        not words or words.lower() in ("people", "men", "women", "adults", "those", "patients") or words in proviso
    ):
        words = proviso
    flat = f" {' '.join(u.word for u in sentence.units if not u.type)} "
    for entry in packs.vocabularies.get("regions", {}).values():
        named = next((name for name in entry.names if f" {name} " in flat), "")
        if named and named not in words.lower():
            words = f"{words} {named}".strip() if named.startswith("in ") else f"{named} {words}".strip()
    return words


def _of_an_age(reading: Reading, sentence: Sentence) -> str:
    """Return the people that a time is given for where their age tells them apart ("those 50 to 64 live 30 months"), "" else."""
    span = reading.slots.get("duration")
    people = next(iter(sentence.of_type("people")), None) if span is not None else None
    if span is None or people is None or people > span[0]:
        return ""
    words = sentence.text[
        sentence.units[people].start - sentence.start : sentence.units[span[0]].start - sentence.start
    ]
    age = _AGE.search(words)
    return words[: age.end()] if age is not None else ""


def _proviso(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the "if .." that a figure holds under, where it names no condition that is understood."""
    units, at = sentence.units, span[1]
    if at >= len(units) or units[at].type or units[at].word not in PROVISOS:
        return ""
    last = at
    while last < len(units) and not units[last].edge and units[last].word not in (",", "."):
        last += 1
    return _as_proviso(sentence, at, last)


def _fronted(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the "if .." or "with .." before the comma that a figure holds under ("If both parents have it, the risk is 70%")."""
    units = sentence.units
    at = opening(sentence, span[0])
    if at >= span[0] or units[at].type or units[at].word not in _FRONTED:
        return ""
    comma = next((n for n in range(at, span[0]) if not units[n].type and units[n].word == ","), 0)
    last = (behind_if(sentence, span[0]) or comma + 1) - 1
    kin = any(first < last for first, _ in sentence.classes.get("kin", ()))
    return _as_proviso(sentence, at, last) if last and kin else ""


def _as_proviso(sentence: Sentence, at: int, last: int) -> str:
    units = sentence.units
    told_there = any(
        name.startswith("stage=") and any(at <= a < last for a, _ in spans) for name, spans in sentence.classes.items()
    )
    if told_there or any(
        (unit.type in ("condition", "subtype", "site", "mark") and unit.condition is None)
        or (unit.condition and (unit.condition.stage or unit.condition.subtypes))
        for unit in units[at:last]
        if unit.type in ("condition", "subtype", "site", "mark")
    ):
        return ""
    return wording.text(sentence, (at, last))


def _people(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the people in a share ("one woman in seven"), or the first named after it, else those of its clause."""
    units, clause = sentence.units, sentence.clauses[span[0]]
    if span[1] < len(units) and units[span[1]].type == "people" and units[span[1]].start < units[span[0]].end:
        end = phrase_end(sentence, span[1] + 1, reading)
        rest = wording.text(sentence, (span[1] + 1, end)) if end > span[1] + 1 else ""
        return f"{units[span[1]].word} {sentence.words(span[1] + 1, end) if rest else ''}".strip()
    at = span[1]
    if at < len(units) and units[at].word == "with" and not units[at].type and sentence.of_type("people")[:1] < [at]:
        return wording.text(sentence, (at, phrase_end(sentence, at, reading)))
    while at < len(units) and sentence.clauses[at] == clause and at < span[1] + 5:
        unit = units[at]
        if are_counted(sentence, at):
            first = at if unit.type == "condition" else told_before(sentence, span[1], at)
            return wording.text(sentence, (first, phrase_end(sentence, at + 1, reading)))
        if not unit.type and (unit.word in FINITE or unit.word == ","):
            break
        at += 1
    for at in sentence.of_type("people"):
        if sentence.clauses[at] == clause and not (at and units[at].start < units[at - 1].end):
            first = told_before(sentence, 0, at) if at < span[0] and at <= 2 else at
            return wording.text(sentence, (first, phrase_end(sentence, at + 1, reading)))
    return ""
