"""Questions as the statements that they ask about: "Can X cause Y?" asks whether X causes Y."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint.language.analysis import finish
from lint.language.clauses import is_verb
from lint.language.function_words import AUXILIARIES
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit

_DROPPED = frozenset(("do", "does", "did", "can", "could", "will", "would", "may", "might", "should"))
_MOVED = frozenset(("is", "are", "was", "were", "has", "have"))
_LONGEST_SUBJECT = 7
_ASKING = frozenset(("what", "which", "who", "why", "how", "when", "where", "really", "you"))
_POINTING = frozenset(("that", "this", "it", "they", "these", "she", "he"))
_RIGHT = frozenset(("true", "right", "correct", "so", "myth", "fact", "case", "real", "false", "wrong"))
_LONGEST_POINTING = 6
_SHORTEST = 3
_SAYING = frozenset((
    "heard", "read", "told", "say", "says", "said", "think", "thinks", "thought", "believe", "believes", "believed", "claim", "claims", "claimed", "hear", "reads",
))  # fmt: skip
_SAID_TO = frozenset(("me", "you", "us", "that", ":", ",", '"', "'"))
_MARKS = frozenset(("q", "a", "question", "answer"))


def statements(sentence: Sentence, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield what a question that begins with an auxiliary may ask about, with the auxiliary left out or in its place.

    Where the subject ends is not known: the places behind each of the first words are tried in turn.
    """
    units = list(sentence.units)
    first = next((at for at, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), len(units))
    if len(units) < first + 3 or units[first].type:
        return
    word, rest = units[first].word, units[first + 1 :]
    if word in _DROPPED:
        yield _told(sentence, rest, lexicon)
    elif word in _MOVED:
        for at in range(1, min(_LONGEST_SUBJECT, len(rest) - 1)):
            yield _told(sentence, [*rest[:at], units[first], *rest[at:]], lexicon)


def pointing(sentence: Sentence) -> bool:
    """Tell whether a question asks whether what stands before it holds ("Is that true?", "Is there any truth in this?")."""
    words = [unit.word for unit in sentence.units if not unit.type and unit.word[:1].isalpha()]
    if not 0 < len(words) <= _LONGEST_POINTING or sentence.types - {""}:
        return False
    if words[0] in ("true", "right", "really", "fact", "myth") and len(words) <= _SHORTEST:
        return True
    return words[:2] == ["any", "truth"] or (
        words[0] in _MOVED and not _POINTING.isdisjoint(words[1:]) and not _RIGHT.union(("truth",)).isdisjoint(words)
    )


def reported(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return what a sentence says that people say, without who says it ("I've heard that ..", "My sister says ..")."""
    told = [at for at, unit in enumerate(sentence.units[:_LONGEST_SUBJECT]) if not unit.type and unit.word in _SAYING]
    if not told:
        return sentence
    first = told[-1] + 1
    while first < len(sentence.units) - 1 and sentence.units[first].word in _SAID_TO:
        first += 1
    return _told(sentence, list(sentence.units[first:]), lexicon)


def bare(sentence: Sentence, lexicon: Lexicon) -> Sentence | None:
    """Return what a question that only names a thing asks ("Tea?"): "Tea: yes"; None for any other question."""
    units = [unit for unit in sentence.units if unit.type or unit.word not in ("?", ".", '"', "'")]
    if not 0 < len(units) <= _LONGEST_SUBJECT or any(is_verb(sentence, at) for at in range(len(sentence.units))):
        return None
    if any(not unit.type and (unit.word in AUXILIARIES or unit.word in _ASKING) for unit in units):
        return None
    end = units[-1].end
    colon, yes = Unit(":", end, end, edge=True), Unit("yes", end, end)
    return _told(sentence, [*units, colon, yes], lexicon)


def unmarked(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a sentence without the "Q." or "A:" before it."""
    units = list(sentence.units)
    if len(units) < 2 or units[0].type or units[0].word.rstrip(".") not in _MARKS:
        return sentence
    mark = 1 if units[0].word.endswith(".") else 2 if units[1].word in (".", ":", ")") else 0
    if not mark:
        return sentence
    return replace(
        finish(sentence.text, sentence.start, units[mark:], lexicon, sentence.left_out), question=sentence.question
    )


def _told(sentence: Sentence, units: list[Unit], lexicon: Lexicon) -> Sentence:
    return replace(finish(sentence.text, sentence.start, units, lexicon, sentence.left_out), question=False)
