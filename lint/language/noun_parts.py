"""What is in a noun phrase: its head, what it is about, the thing that it counts, what tells people apart."""

from __future__ import annotations

from lint.language import clauses
from lint.language import function_words as fw
from lint.language.units import Sentence

Span = tuple[int, int]
_OF_WHAT = frozenset(("change", "changes", "variant", "variants", "defect", "defects", "increase", "rise"))
"""Nouns that say nothing without what "in" leads behind them ("changes in a gene")."""


def head(sentence: Sentence, span: Span) -> int:
    """Return the head of a noun phrase: its last unit before a preposition, a relative pronoun or a comma."""
    first, last = span
    for at in range(first, last):
        word = clauses.word_at(sentence, at)
        if word in ("and", "or") and at > first and clauses.word_at(sentence, at - 1) in fw.QUANTIFIERS:
            # "Too much or too little iodine": its head is further on.
            continue
        if at > first and (
            word in fw.RELATIVES
            or word in fw.LEADING_PREPOSITIONS
            or word in (",", "to", "(", "than", "as", "and", "or")
        ):
            return at - 1
    return last - 1


def core(sentence: Sentence, span: Span) -> Span:
    """Return what a phrase is about, with its examples: without where, in whom and with what ("pain in people with X": "pain")."""
    first, last = span
    shown = False
    for at in range(first + 1, last):
        if clauses.word_at(sentence, at) == ",":
            following = clauses.word_at(sentence, at + 1) if at + 1 < last else ""
            shown = shown or following in ("such", "including", "like")
            if shown:
                continue
        if clauses.word_at(sentence, at) == "in" and clauses.word_at(sentence, at - 1) in _OF_WHAT:
            continue
        if clauses.word_at(sentence, at) in (
            ",",
            "in",
            "with",
            "among",
            "for",
            "seen",
            "characteristic",
            "associated",
            "due",
            "that",
            "who",
            "caused",
            "from",
            "during",
            "related",
            "at",
            "on",
        ):
            return first, at
    return span


def counted(sentence: Sentence, span: Span) -> Span:
    """Return the thing that a phrase counts cases of ("about half of cases of X": "X"), else the span."""
    at, last = span
    while at < last - 1 and sentence.units[at].filler and not sentence.units[at].type:
        at += 1
    first = at
    at += at < last - 1 and sentence.units[at].type in ("share", "most", "all")
    for word in ("of", "all", "case", "cases", "of"):
        if at < last - 1 and sentence.units[at].word == word:
            at += 1
    thing = sentence.units[at]
    found = (
        at > first and thing.type != "people" and (sentence.units[at - 1].word == "of" or thing.condition is not None)
    )
    return (at, last) if found else span


def bearers(sentence: Sentence, span: Span) -> Span:
    """Return what tells people apart ("people who smoke": "smoke"; "with fair hair": "fair hair"), else the span."""
    first, last = span
    at = first
    while at < last and sentence.units[at].type != "people" and clauses.word_at(sentence, at) not in fw.SOMEBODY:
        if at - first > 1 or sentence.units[at].type:
            return span
        at += 1
    if at + 2 >= last or (at > first and not sentence.units[first].filler):
        return span
    link = clauses.word_at(sentence, at + 1)
    if link not in ("who", "with", "whose", "that"):
        return span
    begin = at + 2
    while begin < last - 1 and (
        clauses.word_at(sentence, begin) in fw.AUXILIARIES
        or (sentence.units[begin].filler and clauses.word_at(sentence, begin) not in fw.KEEP)
    ):
        begin += 1
    return begin, last


def pronoun(words: str) -> bool:
    """Tell whether the words of a slot are a pronoun, which stands for what went before."""
    return words.lower() in fw.PRONOUNS
