"""How words sound: misspellings by ear keep the sound of a word ("rumatoid", "neumonia") and lose its letters.

A key after Soundex and Metaphone (Philips 1990), cut down to what English spelling leaves open.
"""

from __future__ import annotations

import re

_STARTS = (("pn", "n"), ("ps", "s"), ("rh", "r"), ("kn", "n"), ("wr", "r"), ("x", "s"), ("gn", "n"), ("pt", "t"))
_SOFT = tuple(
    (f"{hard}{vowel}", soft + vowel) for vowel in "eiy" for hard, soft in (("sc", "s"), ("c", "s"), ("g", "j"))
)
_SPELLINGS = (
    ("sch", "sk"), *_SOFT, ("dj", "j"), ("ph", "f"), ("ght", "t"), ("gm", "m"), ("ck", "k"), ("qu", "kw"),
    ("tion", "sn"), ("sion", "sn"), ("c", "k"), ("x", "ks"), ("mn", "n"),
)  # fmt: skip
_SILENT = str.maketrans("z", "s", "aeiouywh")
_DOUBLED = re.compile(r"(.)\1+")


def key(word: str) -> str:
    """Return the sound of a lower-case word: its consonants as they are heard, and a first vowel."""
    for start, heard in _STARTS:
        if word.startswith(start):
            word = heard + word[len(start) :]
            break
    for written, heard in _SPELLINGS:
        word = word.replace(written, heard)
    first = "a" if word[:1] in "aeiouy" else word[:1]
    return _DOUBLED.sub(r"\1", first + word[1:].translate(_SILENT))
