"""The words that a phrase of a rule can begin with, so that an expression is tried there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lint.language.phrases import words

Words = frozenset[str]


def first_words(tokens: Sequence[re.Match[str]], classes: Mapping[str, Sequence[str]]) -> Words | None:
    """Return the words of which one must begin a phrase, given as the tokens of ``grammar``; None where others may."""
    found, may_be_empty, _ = _either(tokens, 0, classes)
    return None if may_be_empty else found


def _either(
    tokens: Sequence[re.Match[str]], at: int, classes: Mapping[str, Sequence[str]]
) -> tuple[Words | None, bool, int]:
    """Read alternatives up to a closing bracket: their first words (None for any), whether one is empty, and where it ends."""
    found: set[str] = set()
    known, empty = True, False
    while True:
        one, may_be_empty, at = _run(tokens, at, classes)
        known = known and one is not None
        found |= one or frozenset()
        empty = empty or may_be_empty
        if at >= len(tokens) or tokens[at][4] != "|":
            return frozenset(found) if known else None, empty, at
        at += 1


def _run(
    tokens: Sequence[re.Match[str]], at: int, classes: Mapping[str, Sequence[str]]
) -> tuple[Words | None, bool, int]:
    """Read elements up to a bar or closing bracket, as ``_either`` does alternatives."""
    found: set[str] = set()
    known, empty = True, True
    while at < len(tokens) and tokens[at][4] not in ("|", ")"):
        one: Words | None
        if tokens[at][4] == "(":
            one, may_be_empty, at = _either(tokens, at + 1, classes)
        else:
            one, may_be_empty = _element(tokens[at], classes), False
        at += 1
        if at < len(tokens) and tokens[at][4] == "?":
            may_be_empty = True
            at += 1
        if empty:
            known = known and one is not None
            found |= one or frozenset()
            empty = may_be_empty
    return frozenset(found) if known else None, empty, at


def _element(token: re.Match[str], classes: Mapping[str, Sequence[str]]) -> Words | None:
    _, class_, _, _, word = token.groups()
    phrases = classes.get(class_, ()) if class_ else (word,) if word else ()
    firsts = [words(phrase)[:1] for phrase in phrases]
    if not firsts or any(phrase.startswith("*") for phrase in phrases) or not all(firsts):
        return None
    return frozenset(first for (first,) in firsts)
