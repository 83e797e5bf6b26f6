"""Numbers in figures, words and fractions."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
          "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20}  # fmt: skip
SIGNS = {"½": 50.0, "⅓": 33.0, "⅔": 67.0, "¼": 25.0, "¾": 75.0, "⅕": 20.0, "⅛": 12.5}

_SMALL = r"(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_COUNT = rf"{_SMALL}(?:[- ]{_SMALL})?"
FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?: (?:million|thousand|hundred)\b)?"
WORDS = rf"(?:(?<=every )(?:hundred|thousand|million)|(?<=per )(?:thousand|million)|(?<=each )(?:hundred|thousand)|(?:a |{_COUNT}[- ])(?:hundred|thousand|million)(?:(?: and)? {_COUNT})?|{_COUNT})\b"
FRACTION = (
    r"(?:fifty[- ]fifty(?= chance)|50[-/:]50(?= chance)|(?:an?|one|two|three|four|five|seven|nine)[- ](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?"
    r"|sevenths?|eighths?|ninths?|tenths?|twentieths?)|half|(?<=remaining )(?:quarter|third|fifth)|(?<=other )(?:quarter|third|fifth)"
    rf"|[1-9]/(?:[2-9]|10)(?= of\b)|[{''.join(SIGNS)}])\b"
)
_HALF = r"(?: and a half\b)?"
_VEIL = "\x01"
NUMBER = rf"(?:{FIGURE}|{_VEIL}++){_HALF}"
"""A number in a veiled text: an expression with several of them is compiled in a tenth of the time."""

ANY = re.compile(rf"(?<![\w.])(?<!\bno )(?:{FRACTION}|(?:{FIGURE}|{WORDS}){_HALF})", re.IGNORECASE)
_WORDED = re.compile(rf"(?<!\w){WORDS}", re.IGNORECASE)
_MAY_WORD = re.compile(rf"\b(?:{'|'.join((*_SCALES, _SMALL))})", re.IGNORECASE)


def veiled(text: str) -> str:
    """Return a text with signs of their own in the place of number words; all offsets stay."""
    if not any(map(_may_word, text.split())):
        return text
    return _WORDED.sub(lambda match: _VEIL * len(match.group()), text)


@lru_cache(1 << 16)
def _may_word(run: str) -> bool:
    """Tell whether a run without a space may be part of a number in words."""
    return _MAY_WORD.search(run) is not None


def value(text: str) -> float | None:
    """Return the value of a number in figures or words ("1,500", "twenty-five", "a hundred"); None when it is none."""
    words = re.split(r"[- ]+", text.lower().strip())
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in _WORDS:
            current, seen = current + _WORDS[word], True
        elif word in _SCALES:
            current = (current if seen else 1) * _SCALES[word]
            if _SCALES[word] >= 1000:
                total, current = total + current, 0
            seen = True
        elif re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word):
            current, seen = current + float(word.replace(",", "")), True
        elif word == "half" and seen:
            current += 0.5
        elif word not in ("a", "an", "and"):
            return None
    return total + current if seen else None


def percent(text: str) -> float | None:
    """Return a fraction ("two thirds", "half", "2/3") in percent, to the whole number that copy means by it."""
    words = re.split(r"[- ]+", text.lower().strip())
    if words[0] in SIGNS:
        return SIGNS[words[0]]
    if words[0].startswith(("fifty", "50")):
        return 50.0
    if "/" in words[0]:
        over, _, under = words[0].partition("/")
        return rounded(100 * int(over) / int(under)) if int(over) <= int(under) else None
    part = _PARTS.get(words[-1].removesuffix("s").replace("halve", "half") if words[-1] != "halves" else "half")
    if part is None:
        return None
    count = 1.0 if len(words) == 1 or words[0] in ("a", "an") else value(words[0])
    return None if count is None else rounded(100 * count / part)


def rounded(share: float) -> float:
    """Round a share to the precision that a reader needs: 67, 12.5, 0.12."""
    if share >= 20:
        return (
            round(share, 1)
            if abs(share - round(share)) < 0.05 or abs(share * 2 - round(share * 2)) < 0.02
            else round(share)
        )
    return round(share, 1) if share >= 1 else float(f"{share:.2g}")
