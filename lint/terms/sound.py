"""How words sound: misspellings by ear keep the sound of a word ("rumatoid", "neumonia") and lose its letters.

A key after Soundex and Metaphone (Philips 1990), cut down to what English spelling leaves open.
"""

from __future__ import annotations

import re

_STARTS = (("pn", "n"), ("ps", "s"), ("rh", "r"), ("kn", "n"), ("wr", "r"), ("x", "s"), ("gn", "n"), ("pt", "t"))
_SOFT = ((re.compile("s?c(?=[eiy])"), "s"), (re.compile("d?g(?=[eiy])"), "j"))
_SPELLINGS = (
    ("sch", "sk"), ("ph", "f"), ("ght", "t"), ("gh", "g"), ("gm", "m"), ("ck", "k"), ("qu", "kw"), ("tion", "sn"),
    ("sion", "sn"), ("ch", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("h", ""), ("mn", "n"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<!^)[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")


def key(word: str) -> str:
    """Return the sound of a lower-case word: its consonants as they are heard, and a first vowel."""
    for start, heard in _STARTS:
        if word.startswith(start):
            word = heard + word[len(start) :]
            break
    for soft, heard in _SOFT:
        word = soft.sub(heard, word)
    for written, heard in _SPELLINGS:
        word = word.replace(written, heard)
    if word[:1] in "aeiouy":
        word = "a" + word[1:]
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _DOUBLED.sub(r"\1", word)))
