"""What a share is a share of: what is said of the people whom it counts, or what it is that makes it up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.language import row_shares, wording
from lint.language.reading import Reading
from lint.language.shares import FINITE, PROVISOS, behind_if, giving, of_group, people_end, whole
from lint.language.units import Sentence, Unit

_EMPTY = frozenset((
    "it", "they", "these", "those", "he", "she", "we", "you", "for", "this", "that", "figure", "number", "rate",
    "in", "of", "among", ",", "yes", "no",
))  # fmt: skip
_AUXILIARIES = frozenset((
    "are", "is", "be", "will", "have", "has", "had", "were", "was", "do", "does", "get", "turn", "out", "to", "who",
    "that",
))  # fmt: skip
_BEFORE_A_SHARE = frozenset((
    ",", "found", "seen", "in", "some", "makes", "make", "up", "account", "accounts", "for", "affects", "affect", "another", "further",
    "represents", "represent", "constitutes", "constitute", "comprises", "comprise", "accounting", "causes", "cause", "behind", "explain", "explains", "lie", "lies", "play", "plays", "part", "role",
))  # fmt: skip
"""Words that lead to a share and are no part of what it is a share of."""
_VERB_AND_SHARE = 2
"""How many units may stand between a verb and the share that it gives ("accounts for only 3%")."""
NOTHING = frozenset(("nothing", "in", "on", "at", "of", "to", "for", "with", "from", "so"))
"""Words that are no outcome by themselves: what stood behind them is elsewhere, or left out."""
_BEARING = frozenset(("have", "has", "face", "faces", "run", "runs", "carry", "carries"))
_ADJECTIVAL = ("ly", "st", "al", "ic", "ive", "ous", "able", "er")
_BOUNDS = frozenset(("at most", "at least", "at best", "altogether", "overall", "in all", "in total", "or so"))
"""Words behind a share that say nothing of what it is of."""
_YEARLY = re.compile(r"\b(?:each|every|per) year\b|\bannually\b|(?<=%) a year\b|(?<=cent) a year\b", re.IGNORECASE)
_BY_AGE = re.compile(
    r"^By (?:the )?(?:age (?:of )?)?(\d\d)\b(?=,| (?:years|about|only|some|nearly|roughly|around|up))", re.IGNORECASE
)
_BY_BIRTHDAY = re.compile(r"\bby (?:their|her|his|the|your) (\d\d)th birthday\b", re.IGNORECASE)
_PREDICATE = frozenset(("are", "is", "have", "has", "had", "were", "was", "been", "be", "will", "get"))


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
    following = [unit.word for unit in units[share[1] : share[1] + 3]]
    behind = share[1] + (2 if following[:2] == ["a", "year"] else 3 if following == ["of", "the", "time"] else 0)
    first = behind if whole(sentence, share) else people_end(sentence, behind, last)
    while (other := _another_share(units, first, last)) > first:
        first = people_end(sentence, other, last)
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
        or (not units[first].type and units[first].word in PROVISOS)
    ):
        return _before(sentence, share[0])
    while first < last - 1 and not units[first].type and (units[first].filler or units[first].word in _AUXILIARIES):
        if units[first].word in ("not", "never", "n't", "no"):
            first -= units[first].start == units[first - 1].end
            break
        predicate = predicate or units[first].word in _PREDICATE
        first += 1
    words = wording.text(sentence, _predicate(sentence, (first, last))) if first < last else ""
    if words and words.lower() not in _BOUNDS and (len(words.split()) > 1 or units[first].type or predicate):
        return words
    return _before(sentence, share[0]) or ("" if words.lower() in _BOUNDS else words)


def _predicate(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Narrow what is said of a share, as a complement; a verb alone takes what is behind its "by" ("caused by ..")."""
    first, last = wording.complement(sentence, span)
    if last == first + 1 < span[1] and sentence.units[last].word == "by" and not sentence.units[last].type:
        return first, wording.complement(sentence, (last + 1, span[1]))[1]
    return first, last


def _before(sentence: Sentence, at: int) -> str:
    """Return the words before a share, without its verb; those before a colon where its own clause has none."""
    at = _first_of_its_verb(sentence, at)
    units, clause = sentence.units, sentence.clauses[at]
    for wanted in (clause, clause - 1):
        group = of_group(sentence, (at, at))
        begins = group[1] if group is not None else behind_if(sentence, at)
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
            last = next((n for n in range(first + 1, last) if _opens_aside(units, n)), last)
            kept = [u for u in units[first:last] if not u.filler and u.type != "people" and u.word not in _EMPTY]
            whose = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
            told_by_people = whose and any(u.type == "people" for u in units[first:last])
            return wording.text(sentence, (first, last)) if kept or told_by_people else ""
    return ""


def _opens_aside(units: Sequence[Unit], at: int) -> bool:
    """Tell whether ", which .." begins at a unit."""
    return [unit.word for unit in units[at : at + 2]] == [",", "which"]


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
        return giving(sentence, first, last) or first, last
    verb = next((n for n in range(people + 1, last) if not units[n].type and units[n].word in _BEARING), None)
    if verb is not None and verb + 1 < last and people <= first + 2:
        while last > verb + 2 and not units[last - 1].type and units[last - 1].word == "of":
            last -= 1
        return verb + 1, last
    led = next(
        (n for n in range(people, first + 1, -1) if not units[n].type and units[n].word in ("for", "among")), None
    )
    return (first, led) if led is not None and people <= led + 3 else (first, last)


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
    joints = [at for at in range(verbs[0], last) if not units[at].type and units[at].word == "and"] if verbs else []
    # "The first and only one" joins no statements.
    apart = any(at + 1 >= last or not units[at + 1].word.endswith(_ADJECTIVAL) for at in joints)
    return verbs[0] if apart else last
