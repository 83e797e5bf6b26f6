"""The case of words: a replacement is written as the word that it replaces."""

from __future__ import annotations

_VOWELS = tuple("aeiou")


def like(right: str, wrong: str) -> str:
    """Return ``right`` in the case of ``wrong``: all capitals, word by word as in a heading, a capital first, or as it is."""
    letters = [c for c in wrong if c.isalpha()]
    if len(letters) > 2 and all(c.isupper() for c in letters):
        return right.upper()
    theirs, ours = wrong.split(), right.split()
    if len(theirs) > 1 and len(theirs) == len(ours) and right.islower():
        words = (
            word[:1].upper() + word[1:] if old[:1].isupper() else word for old, word in zip(theirs, ours, strict=True)
        )
        return " ".join(words)
    if letters and letters[0].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


def plural(word: str) -> str:
    """Return the regular plural of a word."""
    if word.endswith("sis"):
        return word[:-2] + "es"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word[-1:] == "y" and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
