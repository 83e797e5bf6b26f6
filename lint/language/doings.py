"""Things that are done ("smoking", "taking a drug for a year"): where one ends and the next begins."""

from __future__ import annotations

import re

DOING = re.compile(r"(?:not\s+)?\w{2,}ing\b", re.IGNORECASE)
_AT_COMMAS = re.compile(r",\s*(?:(?:and|or)\s+)?(?=(?:not\s+)?\w{2,}ing\b)", re.IGNORECASE)
"""Where things that are done are parted ("washing your face, neck and hands, wearing a hat, and eating fruit")."""
_NEXT = re.compile(
    r",?\s+(?:and|or)\s+(?=(?:not\s+)?(?!during\b|including\b|following\b|\w*thing\b)\w{2,}ing\s+\w)", re.IGNORECASE
)
"""Where a second doing begins that has words of its own."""
_OF_DOING = re.compile(r"\w+ing\s+(?:up\s+|down\s+on\s+)?\w+ing\b", re.IGNORECASE)
"""What is done to a doing ("stopping smoking"): what is joined to that is no second thing."""
_WHOLE = re.compile(r"(?:smoking|vaping|ageing|aging|overeating|overweight|sunbathing)$", re.IGNORECASE)
"""What is done without an object, so that the object of the next is not its own too ("smoking or being infected with ..")."""
_UNTOLD = re.compile(r"\b(?:them|it|one)\b|^(?:eating|drinking) (?:foods?|water|drinks|milk)$", re.IGNORECASE)
"""What names no thing by itself: what was named before, or food of which the next words say what is wrong with it."""
_LIKE_IT = re.compile(r"(?:chewing|sniffing|inhaling|breathing|vaping|using|breaking)\b", re.IGNORECASE)
"""What is done to the same thing that is smoked."""


def parted(words: str) -> list[str]:
    """Split things that are done, three between commas or two that a joint parts; what else stands there stays whole."""
    items = [item for part in _AT_COMMAS.split(words) if (item := part.strip(" ,"))]
    if len(items) > 2 and all(DOING.match(item) for item in items) and "," in "".join(items):
        return items
    pair = [part.strip(" ,") for part in _NEXT.split(words)]
    if len(pair) != 2 or not all(DOING.match(item) for item in pair) or _OF_DOING.match(pair[0]):
        return [words]
    if any(_UNTOLD.search(item) for item in pair):
        return [words]
    own = " " in pair[0] or (_WHOLE.match(pair[0]) and not _LIKE_IT.match(pair[1]))
    return pair if own and not any("," in item for item in pair) else [words]
