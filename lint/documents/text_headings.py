"""Tells headings, and items without bullets, from paragraphs in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.documents.looks import all_caps, looks_like_heading, stops, title_case
from lint.documents.text_units import Unit

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
_LABELLED = re.compile(r"[A-Z][^.:]{2,60}[.:] [A-Z]")
"""An item's label, and the first sentence that explains it."""
_RUN = 4
"""Lines in a row that look like headings, with no text between: a list, not headings."""


def mark(units: list[Unit]) -> None:
    """Turn the units that are headings or items into such, and give headings their levels."""
    _unmarked_items(units)
    marked = [_is_heading(units, index) for index in range(len(units))]
    _runs(units, marked)
    for unit, heading in zip(units, marked, strict=True):
        if heading:
            unit.kind = "heading"
    _levels(units)


def _single(unit: Unit) -> bool:
    return unit.kind == "paragraph" and len(unit.lines) == 1


def _unmarked_items(units: Sequence[Unit]) -> None:
    """After "if you:" two or more lines that do not end as sentences do are its items."""
    for index, unit in enumerate(units):
        if unit.kind != "paragraph" or not unit.text.endswith(":"):
            continue
        stop = index + 1
        while stop < len(units) and _single(units[stop]) and _can_be_item(units[stop].text):
            stop += 1
        if stop < len(units) and stop - index > 1 and _heads(units[stop - 1], units[stop - 2], units[stop]):
            stop -= 1
        if stop - index <= 2:
            stop = _labelled(units, index + 1)
        if stop - index > 2:
            for item in units[index + 1 : stop]:
                item.kind = "item"


def _labelled(units: Sequence[Unit], start: int) -> int:
    """Return the end of the run of paragraphs that each open with a label ("Age. The risk goes up with age.")."""
    stop = start
    while stop < len(units) and units[stop].kind == "paragraph" and _LABELLED.match(units[stop].text):
        stop += 1
    return stop


def _heads(last: Unit, before: Unit, after: Unit) -> bool:
    """Tell whether the last line of a list is the heading of what follows: it stands on it, or it is a title."""
    if not after.blank_before:
        return True
    return after.kind == "paragraph" and title_case(last.text) and not title_case(before.text)


def _can_be_item(text: str) -> bool:
    return len(text) <= 150 and not stops(text) and not all_caps(text)


def _is_heading(units: Sequence[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "heading":
        return True
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    if unit.kind == "item":
        return _is_section(unit, before, after)
    if not _single(unit) or not (looks_like_heading(unit.text) or _opens_section(unit, after)):
        return False
    if all_caps(unit.text):
        return True
    if after is None or after.kind == "rule":
        return False
    apart = unit.blank_before or before is None or before.kind != "paragraph" or len(before.lines[-1].text) > 100
    if not apart:
        return False
    if after.blank_before:
        return after.kind in ("paragraph", "table") or (after.kind == "item" and not after.text[:1].islower())
    if after.kind == "item":
        return title_case(unit.text) or unit.text.endswith("?")
    return len(after.lines) > 1 or len(after.text) > max(100, len(unit.text) * 3 // 2)


def _opens_section(unit: Unit, after: Unit | None) -> bool:
    """Tell whether a title that ends in a colon ("Wrapping Up:") heads a long paragraph."""
    text = unit.text
    if not text.endswith(":") or not title_case(text[:-1]) or not looks_like_heading(text[:-1]):
        return False
    return after is not None and after.kind == "paragraph" and len(after.text) > 100


def _is_section(unit: Unit, before: Unit | None, after: Unit | None) -> bool:
    """Tell whether a numbered line is the heading of a section: it stands alone, and not among other numbered ones."""
    line = unit.lines[0]
    if len(unit.lines) > 1 or not unit.blank_before or not _SECTION.match(line.text) or line.indent > 3:
        return False
    if not looks_like_heading(line.content) or after is None or not after.blank_before:
        return False
    return after.kind in ("paragraph", "table") and not (
        before is not None and before.kind == "item" and before.lines[0].marker
    )


def _runs(units: Sequence[Unit], marked: list[bool]) -> None:
    index = 0
    while index < len(units):
        stop = index
        while stop < len(units) and marked[stop] and not all_caps(units[stop].text):
            stop += 1
        if stop - index >= _RUN:
            first = index + 1 if index == 0 else index
            marked[first : stop - 1] = [False] * (stop - 1 - first)
        index = max(stop, index) + 1


def _levels(units: Sequence[Unit]) -> None:
    headings = [index for index, unit in enumerate(units) if unit.kind == "heading"]
    caps = any(all_caps(units[index].text) for index in headings if index)
    question_level = 0
    for index in headings:
        unit = units[index]
        text = unit.text
        above = units[index - 1] if index else None
        if not unit.level:
            numbers = re.match(r"\d+(\.\d+)*", unit.lines[0].text)
            if index == 0:
                unit.level = 1
            elif numbers and unit.lines[0].text != text:
                unit.level = 2 + numbers.group().count(".")
            else:
                unit.level = 3 if caps and not all_caps(text) else 2
        if not text.endswith("?"):
            question_level = 0
        elif question_level and not unit.level < 2:
            unit.level = question_level
        elif above is not None and above.kind == "heading" and above.level > 1 and not above.text.endswith("?"):
            unit.level = question_level = above.level + 1
