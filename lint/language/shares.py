"""The words around a share: whom it is of, and what it is a share of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.language import row_shares, wording
from lint.language.reading import Reading
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_EMPTY = frozenset((
    "it", "they", "these", "those", "he", "she", "we", "you", "for", "this", "that", "figure", "number", "rate",
    "in", "of", "among", ",", "yes", "no",
))  # fmt: skip
_RELATIVES = frozenset(
    ("with", "whose", "who", "that", "in", "of", "under", "over", "aged", "diagnosed", "from", "without")
)
FINITE = frozenset((
    "have", "has", "will", "are", "is", "were", "was", "get", "gets", "develop", "develops", "survive", "survived", "live", "lives",
    "die", "dies", "may", "can", "could", "would", "might", "must", "should", "cannot", "do", "does", "had", "never", "turn", "come", "go", "need", "respond",
    "affect", "affects", "involve", "involves", "occur", "occurs", "begin", "begins", "start", "starts", "carry", "express", "make",
    "spread", "reach", "show", "require", "grow", "recur", "relapse", "belong", "contain", "lack", "remain", "become", "appear", "happen",
    "experience", "progress", "recover", "exhibit", "lose", "notice", "report", "improve", "suffer", "present", "receive", "undergo",
    "lived", "died", "went", "came", "reached", "stayed", "feel", "smoke", "face", "relapsed", "fail", "achieve", "tolerate", "benefit", "continue", "stop", "end", "die", "never", "also",
))  # fmt: skip
_NO_MODIFIERS = frozenset((
    "of", "in", "among", "amongst", "all", "these", "those", "for", "every", "each", "out", "with", "to", "and", "or", "by", "who", "that", "other",
    "between", "from", "than", "per", "on", "at", "more", "less", "fewer", "many", "few", "several", "newly", "affected", "us",
))  # fmt: skip
_KIN = frozenset(
    ("parent", "parents", "mother", "father", "twin", "brother", "sister", "sibling", "relative", "relatives", "family")
)
_AUXILIARIES = frozenset((
    "are", "is", "be", "will", "have", "has", "had", "were", "was", "do", "does", "get", "turn", "out", "to", "who",
    "that",
))  # fmt: skip
_BEFORE_A_SHARE = frozenset((
    ",", "found", "seen", "in", "some", "makes", "make", "up", "account", "accounts", "for", "affects", "affect", "another", "further",
    "represents", "represent", "constitutes", "constitute", "comprises", "comprise", "accounting", "causes", "cause", "behind",
))  # fmt: skip
"""Words that lead to a share and are no part of what it is a share of."""
_PROVISOS = frozenset(("if", "when", "where", "provided", "without"))
_RESUMING = frozenset(("the", "your", "their", "his", "her", "its", "it", "you", "they", "this", "that", "a", "an"))
"""How a sentence goes on behind the "if .." that it opens with."""
_FRONTED = frozenset(("if", "when", "where", "with"))
_DANGLING = frozenset(
    (
        "who",
        "that",
        "whose",
        "when",
        "if",
        "it",
        "and",
        "or",
        "later",
        "eventually",
        "also",
        "then",
        "now",
        "still",
        "already",
    )
)
"""Words that lead on from people to what is said of them, and are no part of who they are."""
_VERB_AND_SHARE = 2
"""How many units may stand between a verb and the share that it gives ("accounts for only 3%")."""
_TREATED = frozenset(("with", "without", "on", "after", "following", "under"))
_OPENING = 3
"""Where the treatment that a clause opens with begins at the latest."""
_GIVE = frozenset(("gives", "give", "confers", "confer", "means", "brings", "carries", "carry"))
_BEARING = frozenset(("have", "has", "face", "faces", "run", "runs", "carry", "carries"))
_YEARLY = re.compile(r"\b(?:each|every|per) year\b|\bannually\b", re.IGNORECASE)
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
_BY_AGE = re.compile(
    r"^By (?:the )?(?:age (?:of )?)?(\d\d)\b(?=,| (?:years|about|only|some|nearly|roughly|around|up))", re.IGNORECASE
)
_BY_BIRTHDAY = re.compile(r"\bby (?:their|her|his|the|your) (\d\d)th birthday\b", re.IGNORECASE)
_TRIAL = re.compile(
    r"\bIn (?:the )?([A-Z][\w-]*[A-Z][\w-]*)(?: (?:trial|study)\b|(?=,? ))|\bIn the (\w+(?:-\w+)?) trial\b"
)
"""A trial by its name, which has a capital inside."""
_SUBJECTS = frozenset(("it", "they", "he", "she", "we", "you"))
_PRONOUNS = frozenset(("them", "us", "these", "those", "it"))
_PREDICATE = frozenset(("are", "is", "have", "has", "had", "were", "was", "been", "be", "will", "get"))


def population(reading: Reading, sentence: Sentence, packs: Packs) -> str:
    """Return the people that a share is of, with what tells them apart, the country and the past years that the sentence names."""
    span = next((reading.slots[n] for n in ("share", "all", "number") if n in reading.slots), None)
    words = _of_an_age(reading, sentence) if span is None else _of_people(reading, sentence, span, packs)
    return " ".join(part for part in (words, _arm(reading, sentence), _period(reading, sentence)) if part)


def _arm(reading: Reading, sentence: Sentence) -> str:
    """Return the treatment that a clause opens with, whose takers its figure is of ("With <drug>, half live five years"), "" for none."""
    units, head = sentence.units, reading.slots.get("share", (0, 0))[0]
    opens = next(at for at in range(head + 1) if sentence.clauses[at] == sentence.clauses[head])
    while opens < head and units[opens].edge and not units[opens].word.isalpha():
        opens += 1
    if units[opens].type or units[opens].word not in _TREATED:
        return ""
    arms = [(at, at + 1) for at in sentence.of_type("therapy")] + list(sentence.classes.get("treatment-arm", ()))
    last = next((last for first, last in sorted(arms) if opens <= first <= opens + _OPENING and last <= head), 0)
    return sentence.words(opens, last).lower() if last else ""


def _period(reading: Reading, sentence: Sentence) -> str:
    """Return the past years that the figure next to them is of ("in the 1990s it was 70%"), "" for none."""
    head = next((reading.slots[n][0] for n in ("share", "all", "number", "duration") if n in reading.slots), None)
    period = _PERIOD.search(sentence.text) if head is not None else None
    if head is None or period is None:
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
    group = _whole(sentence, span)
    if group is not None:
        words = wording.text(sentence, group)
    group = _of_group(sentence, span)
    if group is not None and not any(unit.type == "people" for unit in sentence.units[span[1] : span[1] + 4]):
        words = wording.text(sentence, group)
    if not words and (risk := _giving(sentence, 0, span[0])):
        # "A mutation gives a risk of 40%": to who has it.
        words = wording.text(sentence, wording.subject(sentence, (0, risk - 1)))
    proviso = _proviso(sentence, span) or _fronted(sentence, span)
    if proviso and (
        not words or words.lower() in ("people", "men", "women", "adults", "those", "patients") or words in proviso
    ):
        words = proviso
    trial = _TRIAL.search(sentence.text)
    if trial and len(name := trial[1] or trial[2]) > 3:
        words = f"{words} in the {name} trial".strip()
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


def outcome(reading: Reading, sentence: Sentence) -> str:
    """Return what a share is a share of, "each year" with it where the sentence counts by the year."""
    words = _outcome(reading, sentence)
    yearly = _YEARLY.search(sentence.text)
    if words and yearly and yearly[0].lower() not in words.lower():
        words = f"{words} {' '.join(yearly[0].lower().split())}"
    age = _BY_AGE.search(sentence.text) or _BY_BIRTHDAY.search(sentence.text)
    words = _BY_BIRTHDAY.sub(r"by age \1", words)
    if words and age and f"age {age[1]}" not in words.lower() and f"age of {age[1]}" not in words.lower():
        # "By the age of 80, one in ten will have had it."
        words = f"{words} by age {age[1]}"
    return words


def _outcome(reading: Reading, sentence: Sentence) -> str:
    """Return what a share is a share of: the rest of its clause, without the share and the people.

    "About 40% of cancers are metastatic at diagnosis" is a share that are "metastatic at diagnosis".
    """
    share = reading.slots["share"]
    labelled = row_shares.label(sentence, share[0])
    if labelled and share[1] >= len(sentence.units):
        words = row_shares.split(sentence, labelled)[1] or wording.text(sentence, labelled)
        if words:
            return words
    units, clause = sentence.units, sentence.clauses[share[0]]
    last = share[1]
    while last < len(units) and sentence.clauses[last] == clause:
        last += 1
    first = share[1] if _whole(sentence, share) else _people_end(sentence, share[1], last)
    while (other := _another_share(units, first, last)) > first:
        first = _people_end(sentence, other, last)
    last = _next_share(units, first, last)
    if first + 1 < last and first > share[1] and units[first].word == "," and units[first + 1].word in _AUXILIARIES:
        # "Of those with the one, and 69% with the other, will have ..".
        first += 1
    predicate = False
    if first < last and units[first].word == "," and not _before(sentence, share[0]):
        # "In most cases, it gets better."
        return wording.text(sentence, wording.complement(sentence, (first + 1, last)))
    if (
        first >= last
        or units[first].word in (",", "and", "but")
        or (not units[first].type and units[first].word in _PROVISOS)
    ):
        return _before(sentence, share[0])
    while first < last - 1 and not units[first].type and (units[first].filler or units[first].word in _AUXILIARIES):
        if units[first].word in ("not", "never", "n't", "no"):
            first -= units[first].start == units[first - 1].end
            break
        predicate = predicate or units[first].word in _PREDICATE
        first += 1
    words = wording.text(sentence, _predicate(sentence, (first, last))) if first < last else ""
    if words and (len(words.split()) > 1 or units[first].type or predicate):
        return words
    return _before(sentence, share[0]) or words


def _predicate(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Narrow what is said of a share, as a complement; a verb alone takes what is behind its "by" ("caused by ..")."""
    first, last = wording.complement(sentence, span)
    if last == first + 1 < span[1] and sentence.units[last].word == "by" and not sentence.units[last].type:
        return first, wording.complement(sentence, (last + 1, span[1]))[1]
    return first, last


def _proviso(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the "if .." that a figure holds under, where it names no condition that is understood."""
    units, at = sentence.units, span[1]
    if at >= len(units) or units[at].type or units[at].word not in _PROVISOS:
        return ""
    last = at
    while last < len(units) and not units[last].edge and units[last].word not in (",", "."):
        last += 1
    return _as_proviso(sentence, at, last)


def _fronted(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the "if .." or "with .." before the comma that a figure holds under ("If both parents have it, the risk is 70%")."""
    units = sentence.units
    at = next((n for n, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), 0)
    if at >= span[0] or units[at].type or units[at].word not in _FRONTED:
        return ""
    comma = next((n for n in range(at, span[0]) if not units[n].type and units[n].word == ","), 0)
    last = (_behind_if(sentence, span[0]) or comma + 1) - 1
    kin = any(at <= first < last for first, _ in sentence.classes.get("kin", ()))
    return _as_proviso(sentence, at, last) if last and kin else ""


def _whole(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return what a sentence begins with that a share behind its comma is of ("Of all <condition>, 1% are in men"), None else."""
    units, at = sentence.units, span[0]
    first = next((n for n, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), at)
    first = max(
        (n for n in range(first, at) if units[n].word == "of" and (n == first or units[n - 1].edge)), default=at
    )
    named = [n for n in range(first + 1, at - 1) if units[n].type in ("people", "condition")]
    commas = [n for n in range(first, at) if units[n].word == "," and not units[n].type]
    return (first + 1, at - 1) if commas == [at - 1] and named == [at - 2] else None


def _of_group(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the people that a sentence begins with, told apart by more than their noun ("In older people, 20% of ..")."""
    units = sentence.units
    at = next((n for n, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), 0)
    if at >= span[0] or units[at].type or units[at].word not in ("in", "among", "for", "amongst"):
        return None
    people = next((n for n in range(at + 1, min(at + 5, span[0])) if units[n].type == "people"), None)
    if people is None or any(units[n].word in _NO_MODIFIERS for n in range(at + 1, people)):
        return None
    last = _phrase_end(sentence, people + 1, None)
    first = _told_before(sentence, at + 1, people)
    if last > span[0] or (first == people and last == people + 1):
        return None
    return first, last


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
        end = _phrase_end(sentence, span[1] + 1, reading)
        rest = wording.text(sentence, (span[1] + 1, end)) if end > span[1] + 1 else ""
        return f"{units[span[1]].word} {sentence.words(span[1] + 1, end) if rest else ''}".strip()
    at = span[1]
    if at < len(units) and units[at].word == "with" and not units[at].type and sentence.of_type("people")[:1] < [at]:
        return wording.text(sentence, (at, _phrase_end(sentence, at, reading)))
    while at < len(units) and sentence.clauses[at] == clause and at < span[1] + 5:
        unit = units[at]
        if _are_counted(sentence, at):
            first = at if unit.type == "condition" else _told_before(sentence, span[1], at)
            return wording.text(sentence, (first, _phrase_end(sentence, at + 1, reading)))
        if not unit.type and (unit.word in FINITE or unit.word == ","):
            break
        at += 1
    for at in sentence.of_type("people"):
        if sentence.clauses[at] == clause and not (at and units[at].start < units[at - 1].end):
            first = _told_before(sentence, 0, at) if at < span[0] and at <= 2 else at
            return wording.text(sentence, (first, _phrase_end(sentence, at + 1, reading)))
    return ""


def _told_before(sentence: Sentence, after: int, at: int) -> int:
    """Return where the words begin that tell people apart before their noun ("one in four older men": "older men")."""
    first = at
    while first > after and not sentence.units[first - 1].type and not sentence.units[first - 1].filler:
        if not sentence.units[first - 1].word[:1].isalpha() or sentence.units[first - 1].word in _NO_MODIFIERS:
            break
        first -= 1
    return first


def _phrase_end(sentence: Sentence, at: int, reading: Reading | None) -> int:
    """Return the unit after a phrase that tells people apart: "with stage 4 disease", "who get it"."""
    units = sentence.units
    inside = verb = awaited = False
    while at < len(units) and not units[at].edge:
        unit = units[at]
        word = "" if unit.type else unit.word
        if unit.type in ("share", "mark", "duration") or word in (",", "."):
            break
        if word in _RELATIVES:
            verb = word not in ("who", "that", "whose")
            inside, awaited = True, word == "who" or (word == "that" and units[at - 1].word not in _RELATIVES)
        elif (not inside and unit.type not in ("condition", "subtype", "age", "people")) or (
            word in (*_SUBJECTS, "the") and units[at - 1].type
        ):
            break
        elif word in FINITE or (awaited and word and not unit.filler):
            if verb and not (word in ("had", "been") and units[at - 1].word in ("have", "has", "had")):
                break
            verb, awaited = True, False
        at += 1
    while units[at - 1].word in _DANGLING and not units[at - 1].type:
        at -= 1
    return at


def _before(sentence: Sentence, at: int) -> str:
    """Return the words before a share, without its verb; those before a colon where its own clause has none."""
    at = _first_of_its_verb(sentence, at)
    units, clause = sentence.units, sentence.clauses[at]
    for wanted in (clause, clause - 1):
        group = _of_group(sentence, (at, at))
        begins = group[1] if group is not None else _behind_if(sentence, at)
        before = [n for n in range(begins, at) if sentence.clauses[n] == wanted and not units[n].edge]
        while (
            before
            and not units[before[-1]].type
            and (
                units[before[-1]].filler
                or units[before[-1]].word in _AUXILIARIES
                or units[before[-1]].word in _BEFORE_A_SHARE
            )
        ):
            before.pop()
        if before:
            first, last = wording.subject(sentence, (before[0], _first_conjunct(units, before[0], before[-1] + 1)))
            first, last = _said_of_people(sentence, first, last)
            last -= last - 1 > first and units[last - 1].word == "of" and not units[last - 1].type
            kept = [u for u in units[first:last] if not u.filler and u.type != "people" and u.word not in _EMPTY]
            whose = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
            told_by_people = whose and any(u.type == "people" for u in units[first:last])
            return wording.text(sentence, (first, last)) if kept or told_by_people else ""
    return ""


def _behind_if(sentence: Sentence, at: int) -> int:
    """Return where a sentence goes on behind the "if .." that it opens with ("If your mother, father or child has it, your risk is ..")."""
    units = sentence.units
    if not units or units[0].type or units[0].word not in _PROVISOS:
        return 0
    commas = [n for n in range(at - 1) if units[n].word == "," and not units[n].type]
    return next((n + 1 for n in reversed(commas) if not units[n + 1].type and units[n + 1].word in _RESUMING), 0)


def _first_of_its_verb(sentence: Sentence, at: int) -> int:
    """Return the first of the shares that one verb gives ("makes up 3% of the one and 8% of the other"), ``at`` where it is alone."""
    units = sentence.units
    for value in sentence.of_type("share", "most"):
        led = any(value - _VERB_AND_SHARE <= last <= value for _, last in sentence.classes.get("befalls", ()))
        if value < at and led and not any(not u.type and u.word in FINITE for u in units[value:at]):
            return value
    return at


def _said_of_people(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Narrow "older men have a risk" and "the risk for older men" to the risk."""
    units = sentence.units
    people = next((n for n in range(first, last) if units[n].type == "people"), None)
    if people is None:
        return _giving(sentence, first, last) or first, last
    verb = next((n for n in range(people + 1, last) if not units[n].type and units[n].word in _BEARING), None)
    if verb is not None and verb + 1 < last and people <= first + 2:
        while last > verb + 2 and not units[last - 1].type and units[last - 1].word == "of":
            last -= 1
        return verb + 1, last
    led = next(
        (n for n in range(people, first + 1, -1) if not units[n].type and units[n].word in ("for", "among")), None
    )
    return (first, led) if led is not None and people <= led + 3 else (first, last)


def _giving(sentence: Sentence, first: int, last: int) -> int:
    """Return where the risk begins that something gives its bearers ("<gene> gives a lifetime risk of"), 0 for none."""
    units = sentence.units
    return next((n + 1 for n in range(first + 1, last - 1) if not units[n].type and units[n].word in _GIVE), 0)


def _people_end(sentence: Sentence, at: int, last: int) -> int:
    """Return the unit after the people that a share is of ("of women with the disease"), or ``at`` for none."""
    units = sentence.units
    first = at
    if at < last and units[at].word == "with" and not units[at].type:
        return _phrase_end(sentence, at, None)
    while (
        at < last
        and not units[at].type
        and (units[at].filler or units[at].word in ("of", "all", "these", "those", "in", "every", "for", "among"))
    ):
        at += 1
    if at < last and at > first and not units[at].type and units[at].word in ("them", "us"):
        if at + 1 < last and units[at + 1].type == "people":
            return _phrase_end(sentence, at + 2, None)
        return at + 1
    while (
        at + 1 < last
        and first < at < first + 5
        and not (units[at].type or units[at].word in FINITE or _are_counted(sentence, at))
        and not (units[at + 1].type or _are_counted(sentence, at + 1))
    ):
        at += 1
    verbal = any(
        unit.word in ("will", "get", "gets", "have", "has", "had", "develop")
        for unit in units[first:at]
        if not unit.type
    )
    if verbal and at < last and units[at].type == "condition":
        return first
    if at < last and (_are_counted(sentence, at) or (at + 1 < last and _are_counted(sentence, at + 1))):
        at += 1 if _are_counted(sentence, at) else 2
        while at + 1 < last and units[at].word in ("and", "or") and units[at + 1].type == "people":
            at += 2
        return _phrase_end(sentence, at, None)
    return first


def _are_counted(sentence: Sentence, at: int) -> bool:
    """Tell whether a unit is people, a disease or what else shares are taken of ("deaths")."""
    unit = sentence.units[at]
    return unit.type in ("people", "condition") or (
        not (unit.type or unit.word in _NO_MODIFIERS or unit.word in _PRONOUNS)
        and any(last == at + 1 for _, last in sentence.classes.get("counted", ()))
    )


def _another_share(units: Sequence[Unit], at: int, last: int) -> int:
    """Return the unit after a share that "and" joins to the one before ("1 in 20 men and 1 in 50 women"), ``at`` for none."""
    if at >= last or units[at].type or units[at].word not in ("and", "or", ","):
        return at
    place = at + 1
    while place < last and not units[place].type and (units[place].filler or units[place].word == "and"):
        place += 1
    return place + 1 if place < last and units[place].type == "share" else at


def _next_share(units: Sequence[Unit], first: int, last: int) -> int:
    """Return where what is said of a share ends: at the "and" that leads to the next share ("a third do, and half .."), else ``last``."""
    for at in range(first + 1, last):
        if not units[at].type and units[at].word in ("and", ",") and _another_share(units, at, last) > at:
            return at
    return last


def _first_conjunct(units: Sequence[Unit], first: int, last: int) -> int:
    """Return the end of what a sentence is about, where another statement stands between it and the share ("X is .. and makes up")."""
    verbs = [
        at for at in range(first + 1, last) if not units[at].type and units[at].word in ("is", "are", "was", "were")
    ]
    if verbs and any(not unit.type and unit.word == "and" for unit in units[verbs[0] : last]):
        return verbs[0]
    return last
