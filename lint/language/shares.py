"""The words around a share: where its people begin and end, and what opens its clause."""

from __future__ import annotations

from lint.language.reading import Reading
from lint.language.units import Sentence

_RELATIVES = frozenset(
    (
        "with",
        "whose",
        "who",
        "that",
        "in",
        "of",
        "under",
        "over",
        "aged",
        "diagnosed",
        "from",
        "without",
        "given",
        "treated",
        "taking",
        "receiving",
        "assigned",
    )
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
PROVISOS = frozenset(("if", "when", "where", "once", "provided", "without"))
_RESUMING = frozenset(("the", "your", "their", "his", "her", "its", "it", "you", "they", "this", "that", "a", "an"))
"""How a sentence goes on behind the "if .." that it opens with."""
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
_GIVE = frozenset(("gives", "give", "confers", "confer", "means", "brings", "carries", "carry"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "we", "you"))
_TIMES = frozenset(("cases", "instances", "situations"))
_PRONOUNS = frozenset(("them", "us", "these", "those", "it"))


def whole(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return what a sentence begins with that a share behind its comma is of ("Of all <condition>, 1% are in men"), None else."""
    units, at = sentence.units, span[0]
    first = next((n for n, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), at)
    first = max(
        (n for n in range(first, at) if units[n].word == "of" and (n == first or units[n - 1].edge)), default=at
    )
    named = [n for n in range(first + 1, at - 1) if units[n].type in ("people", "condition")]
    commas = [n for n in range(first, at) if units[n].word == "," and not units[n].type]
    return (first + 1, at - 1) if commas == [at - 1] and named == [at - 2] else None


def of_group(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int] | None:
    """Return the people that a sentence begins with, told apart by more than their noun ("In older people, 20% of ..")."""
    units = sentence.units
    at = next((n for n, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), 0)
    if at >= span[0] or units[at].type or units[at].word not in ("in", "among", "for", "amongst"):
        return None
    people = next((n for n in range(at + 1, min(at + 5, span[0])) if units[n].type == "people"), None)
    if people is None or any(units[n].word in _NO_MODIFIERS for n in range(at + 1, people)):
        return None
    last = phrase_end(sentence, people + 1, None)
    first = told_before(sentence, at + 1, people)
    if last > span[0] or (first == people and last == people + 1):
        return None
    return first, last


def told_before(sentence: Sentence, after: int, at: int) -> int:
    """Return where the words begin that tell people apart before their noun ("one in four older men": "older men")."""
    first = at
    while first > after and not sentence.units[first - 1].type and not sentence.units[first - 1].filler:
        if not sentence.units[first - 1].word[:1].isalpha() or sentence.units[first - 1].word in _NO_MODIFIERS:
            break
        first -= 1
    return first


def phrase_end(sentence: Sentence, at: int, reading: Reading | None) -> int:
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


def opening(sentence: Sentence, at: int) -> int:
    """Return the first word of the clause of a unit."""
    units, clause = sentence.units, sentence.clauses[at]
    opens = next(n for n in range(at + 1) if sentence.clauses[n] == clause)
    while opens < at and not units[opens].type and not units[opens].word[:1].isalpha():
        opens += 1
    return opens


def behind_if(sentence: Sentence, at: int) -> int:
    """Return where a clause goes on behind the "if .." that it opens with ("If your mother, father or child has it, your risk is .."), 0
    where it opens with none."""
    units, opens = sentence.units, opening(sentence, at)
    if units[opens].type or units[opens].word not in PROVISOS:
        return 0
    commas = [n for n in range(opens, at) if units[n].word == "," and not units[n].type]
    resumed = (n + 1 for n in reversed(commas) if not units[n + 1].type and units[n + 1].word in _RESUMING)
    bare = commas[-1] + 1 if commas and commas[-1] == at - 1 else 0
    return next(resumed, bare)


def giving(sentence: Sentence, first: int, last: int) -> int:
    """Return where the risk begins that something gives its bearers ("<gene> gives a lifetime risk of"), 0 for none."""
    units = sentence.units
    return next((n + 1 for n in range(first + 1, last - 1) if not units[n].type and units[n].word in _GIVE), 0)


def people_end(sentence: Sentence, at: int, last: int) -> int:
    """Return the unit after the people that a share is of ("of women with the disease"), or ``at`` for none."""
    units = sentence.units
    first = at
    if at < last and units[at].word == "with" and not units[at].type:
        return phrase_end(sentence, at, None)
    while (
        at < last
        and not units[at].type
        and (units[at].filler or units[at].word in ("of", "all", "these", "those", "in", "every", "for", "among"))
    ):
        at += 1
    if at < last and at > first and not units[at].type and units[at].word in ("them", "us"):
        if at + 1 < last and units[at + 1].type == "people":
            return phrase_end(sentence, at + 2, None)
        return at + 1
    while (
        at + 1 < last
        and first < at < first + 5
        and not (units[at].type or units[at].word in FINITE or are_counted(sentence, at))
        and not (units[at + 1].type or are_counted(sentence, at + 1))
    ):
        at += 1
    verbal = any(
        unit.word in ("will", "get", "gets", "have", "has", "had", "develop")
        for unit in units[first:at]
        if not unit.type
    )
    if verbal and at < last and units[at].type == "condition":
        return first
    if at < last and (
        are_counted(sentence, at) or (at + 1 < last and units[at].word not in FINITE and are_counted(sentence, at + 1))
    ):
        at += 1 if are_counted(sentence, at) else 2
        while at + 1 < last and units[at].word in ("and", "or") and units[at + 1].type == "people":
            at += 2
        return phrase_end(sentence, at, None)
    return first


def are_counted(sentence: Sentence, at: int) -> bool:
    """Tell whether a unit is people, a disease or what else shares are taken of ("deaths")."""
    unit = sentence.units[at]
    return unit.type in ("people", "condition") or (
        not (unit.type or unit.word in _NO_MODIFIERS or unit.word in _PRONOUNS)
        and any(last == at + 1 for _, last in sentence.classes.get("counted", ()))
    )


def how_often(sentence: Sentence, at: int) -> bool:
    """Tell whether "most" is of a phrase that opens a statement and only says how often it is so ("In most cases, ..")."""
    units = sentence.units
    opens = (
        at > 0 and units[at - 1].word == "in" and (at == 1 or units[at - 2].edge or units[at - 2].word in (",", "and"))
    )
    return (
        opens
        and [unit.word in _TIMES for unit in units[at + 1 : at + 2]] == [True]
        and not (at + 2 < len(units) and units[at + 2].word == "of")
    )
