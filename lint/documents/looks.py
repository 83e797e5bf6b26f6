"""What a line looks like: a heading, a title, a sentence."""

from __future__ import annotations

import re

_HEADING_LETTERS, _HEADING_WORDS = 90, 14
_STOPS = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
_SENTENCES = re.compile(r"(?<!\bDr)(?<!\bvs)(?<!\bSt)(?<![A-Z])[.!?][\"'”’)]*\s+[A-Z\"“]")
_LABEL = re.compile(r"[^:]{1,40}:(?:\s{2,}|\s*[a-z\d])")
_SMALL_WORDS = frozenset(
    re.findall(r"\w+", "a an and as at but by for from in into is of on or the to vs with your it can are do")
)


def title_case(text: str) -> bool:
    """Tell whether the words of a text begin with capitals, as a title's do."""
    words = [word.strip("\"'“”‘’()*,.?!:;–—-") for word in text.split()]
    big = [word for word in words if word and word[0].isalpha() and word.lower() not in _SMALL_WORDS]
    return len(big) >= 2 and all(word[0].isupper() for word in big)


def all_caps(text: str) -> bool:
    """Tell whether a text is written in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 4 and all(not letter.islower() for letter in letters)


def looks_like_heading(text: str) -> bool:
    """Tell whether a line can be a heading by its own look: short, one phrase or question, no stop at its end."""
    if not 2 < len(text) <= _HEADING_LETTERS or len(text.split()) > _HEADING_WORDS:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“‘¿") or not any(c.isalpha() for c in text):
        return False
    if re.search(r"[.,;:…][\"'”’)]*\Z", text) or _SENTENCES.search(text):
        return False
    return all_caps(text) or not _LABEL.match(text)


def stops(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return bool(_STOPS.search(text))
