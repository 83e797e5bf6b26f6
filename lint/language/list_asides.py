"""Items of lists that name no thing: the parts of a page, advice, tests, contact lines, and what stands below a head within."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.language.units import Sentence

_ADDRESSING = frozenset(("you", "who", "they", "people", "anyone", "those", "and", "or"))
"""Words at the end of a lead-in behind which a verb tells what people do, and asks nobody to do it."""
_OF_CONTACT = re.compile(
    r"\([£$€]\d[\d.,]*\)$|[,:–-] ?[£$€]\d[\d.,]*$|\b0\d{2,4}[ -]\d{3,}|\b\d{3} \d{3}\b(?! [a-z])|\bwww\.|https?:|\w@\w"
)
"""A price at an item's end, a number to call, an address of the web."""
_TITLED = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Sister)\.? [A-Z]")
_DATE = re.compile(
    r"(?:\w+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)(?: \d{1,2}(?:st|nd|rd|th)?,?)? \d{4}$|.*, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$"
)
_DOSED = re.compile(r"\b(?:\d[\d.,]* ?(?:mg|g|ml|mcg|µg|tablets)|x ?\d+|\d[\d.]* ?%)$")
"""How much of a product there is."""
_WITH = 2
_WHOLE_LIST = 2
"""How many items of one sort that names no thing make the list one of that sort."""


def is_page_part(sentence: Sentence) -> bool:
    """Tell whether a line is nothing but the name of a part of a page ("Symptoms", "Treatment", "Call us")."""
    ends = [last for first, last in sentence.classes.get("page-part", ()) if first == 0]
    rest = sentence.units[max(ends) :] if ends else ()
    return bool(ends) and all(unit.type == "condition" or unit.filler or not unit.word[:1].isalpha() for unit in rest)


def kept(listed: Sequence[int], lines: Sequence[Sentence | None]) -> Sequence[int]:
    """Return the items before the one that heads something else ("Related pages", "How to remove a tick"), none of a list of parts."""
    if sum(line is not None and is_page_part(line) for line in lines) >= _WHOLE_LIST:
        return ()
    heads = (at for at, line in enumerate(lines) if line is not None and _begins(line, "opens-else"))
    return listed[: next(heads, len(listed))]


def asides(lead: Sentence, lines: Sequence[Sentence | None], disease: str) -> list[bool]:
    """Return of each item whether it names no thing that could bring something on: advice, a test, a call, a note."""
    said = next((unit.word for unit in reversed(lead.units) if unit.word[:1].isalpha()), "")
    if said in _ADDRESSING:
        return [False] * len(lines)
    sure = [line is not None and (_is_aside(line) or _is_life_with_it(line, disease)) for line in lines]
    advice = [s or (line is not None and _begins(line, "asked-of-you")) for s, line in zip(sure, lines, strict=True)]
    tests = [line is not None and _ends(line, "test-noun") for line in lines]
    staff = [line is not None and _is_somebody(line) for line in lines]
    doses = [line is not None and bool(_DOSED.search(line.text)) for line in lines]
    for sort in (advice, tests, staff, doses):
        if sum(sort) >= _WHOLE_LIST and 2 * sum(sort) > len(lines):
            return [True] * len(lines)
    return sure


def _is_aside(line: Sentence) -> bool:
    return (
        _begins(line, "asks-to-consult")
        or line.has("of-the-page")
        or bool(_OF_CONTACT.search(line.text) or _DATE.match(line.text))
    )


def _is_somebody(line: Sentence) -> bool:
    """Tell whether a line is the name of one of the staff ("Dr J. Field", "Sue Lane, nurse")."""
    return bool(_TITLED.match(line.text)) or ("," in line.text and _ends(line, "calling"))


def _is_life_with_it(line: Sentence, disease: str) -> bool:
    """Tell whether a line heads a text on life with the disease of the page ("Working with <disease>")."""
    words = [unit for unit in line.units if unit.word != "." or unit.type]
    if len(words) < _WITH or words[1].word != "with" or not words[0].word.endswith("ing"):
        return False
    named = [unit.condition.disease.lower() if unit.condition is not None else "" for unit in words[_WITH:]]
    return named in ([], [disease.lower()])


def _begins(line: Sentence, name: str) -> bool:
    return any(first == 0 for first, _ in line.classes.get(name, ()))


def _ends(line: Sentence, name: str) -> bool:
    """Tell whether words of a class stand at the end of a line, or before what tells where ("X-ray of the joint")."""
    stop = next(
        (at for at, unit in enumerate(line.units) if unit.word in ("of", "for", "in") and not unit.type),
        len(line.units),
    )
    return any(last == stop for _, last in line.classes.get(name, ()))
