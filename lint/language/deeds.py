"""What people do or have, several things of one subject: "you smoke, drink heavily or have had X", "people who are A or have B"."""

from __future__ import annotations

import re

from lint.language import clauses
from lint.language.noun_parts import Span
from lint.language.units import Sentence

_PLAIN = "are|were|have|had|do|did|take|took|eat|ate|live|lived|get|got|drink|lose|lost|weigh|received|receive|inject|spend|wear|swim|came|don't|didn't|can't|cannot|miss|skip|feel"
"""Verbs that are no nouns: with one of them a further deed begins, whatever stands before."""
_DEEDS = (
    _PLAIN
    + "|smoke|smoked|use|used|work|worked|exercise|travel|play|played|sleep|sit|stand|share|handle|carry|abuse|misuse|lack|inherit"
)
_WORDS = frozenset(_DEEDS.split("|"))
_CLOSED = frozenset(("and", "or"))
_BETWEEN = frozenset(("also", "already", "often", "regularly", "currently", "ever", "recently", "who"))
_WHO = r"(?:you|they|we|he or she|who)\s+"
_FIRST = re.compile(rf"(?:{_WHO})?(?:(?:also|already|often|regularly|currently)\s+)?(?:{_DEEDS})\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"(?:,\s*(?:(?:and|or)\s+)?|\s+or\s+)(?:{_WHO})?(?=(?:(?:also|already|often|regularly|recently)\s+)?(?:{_DEEDS})\s)"
)
_NEXT_PLAIN = re.compile(rf"(?:,\s*(?:(?:and|or)\s+)?|\s+or\s+)(?:who\s+)?(?=(?:{_PLAIN})\s)")
_EMPTY = re.compile(rf"(?:{_WHO})?(?:are|were|have|had|do|did|use|take|\s)+$", re.IGNORECASE)
"""A first verb without an object, which it shares with the next ("you have or have had X")."""
_SHORT = 3
_PLAIN_FIRST = 4


def parted(words: str) -> list[str]:
    """Split what is done or had into its deeds; words that tell of one stay whole."""
    led = _FIRST.match(words) is not None
    parts = [part.strip(" ,") for part in (_NEXT if led else _NEXT_PLAIN).split(words)]
    if len(parts) < 2 or "(" in words or any(not part or _EMPTY.match(part) for part in parts):
        return [words]
    if not led and len(parts[0].split()) > _PLAIN_FIRST:
        # "The nerves do not grow or get hurt": what has a subject of its own.
        return [words]
    if len(parts) == 2 and len(parts[0].split()) < _SHORT and not parts[0].endswith(("smoke", "smoked")):
        # "You eat or drink too much of it": of the same thing.
        return [words]
    return parts


def goes_on(sentence: Sentence, comma: int, last: int) -> bool:
    """Tell whether a further deed of the same subject stands behind a comma, in a list that an "or" or "and" closes."""
    return _begins(sentence, comma + 1, last) and any(
        clauses.word_at(sentence, at) in _CLOSED and _begins(sentence, at, last) for at in range(comma + 1, last)
    )


def of_people(sentence: Sentence, span: Span) -> bool:
    """Tell whether a span is nothing but people and what they do, one thing after the other ("people who smoke, drink or have X")."""
    first, last = span
    while first < last and sentence.units[first].filler and not sentence.units[first].type:
        first += 1
    if first + 2 >= last or sentence.units[first].type != "people" or clauses.word_at(sentence, first + 1) != "who":
        return False
    joints = [at for at in range(first + 2, last) if clauses.word_at(sentence, at) == ","]
    deeds = [
        at for at in range(first + 2, last) if clauses.word_at(sentence, at) == "or" and _begins(sentence, at, last)
    ]
    return len(deeds) == 1 and all(_begins(sentence, at + 1, last) for at in joints)


def _begins(sentence: Sentence, at: int, last: int) -> bool:
    while at < last and (clauses.word_at(sentence, at) in _CLOSED or clauses.word_at(sentence, at) in _BETWEEN):
        at += 1
    return at + 1 < last and clauses.word_at(sentence, at) in _WORDS
