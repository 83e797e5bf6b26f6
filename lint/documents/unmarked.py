"""Lists that a page shows without marking them up: lines that begin with a sign, or fragments below what announces them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.documents.breaks import SIGN
from lint.documents.drafts import Draft
from lint.documents.fold import rewrite

_SIGNED = re.compile(rf"(?P<sign>{SIGN} ?|[*+–—-] )(?=\S)")
_LEADING = frozenset(("paragraph", "heading", "definition", "term"))
_STOPS = re.compile(r"[.!?:…][\"')\]]*\Z|[.!?] +[A-Z]")
_WORDS = 14
"""The words of the longest fragment."""
_RUN = 2
"""How many fragments there must be below what announces them."""


def listed(drafts: Sequence[Draft]) -> None:
    """Make items of the paragraphs that are those of a list."""
    index = 0
    while index < len(drafts):
        stop = _signed(drafts, index)
        if stop > index + 1 or (stop > index and index and drafts[index - 1].text.endswith(":")):
            lead = _lead(drafts, index)
            for draft in drafts[index:stop]:
                _unsign(draft)
                _itemise(draft, lead)
        elif (stop := _announced(drafts, index)) > index:
            for draft in drafts[index:stop]:
                _itemise(draft, index - 1)
        index = max(stop, index + 1)


def _itemise(draft: Draft, lead: int | None) -> None:
    draft.role, draft.level, draft.lead = "item", 1, lead


def _unsign(draft: Draft) -> None:
    """Take the sign that an item begins with out of its text, as its marker."""
    if match := _SIGNED.match(draft.text):
        draft.marker = match["sign"].rstrip()
        draft.text, draft.runs = rewrite(draft.text, draft.runs, [(0, match.end(), "")])


def _lead(drafts: Sequence[Draft], index: int) -> int | None:
    """Return the block that announces the items from ``index`` on, None where none does."""
    if not index:
        return None
    before = drafts[index - 1]
    return index - 1 if before.role in _LEADING else before.lead if before.role == "item" else None


def _signed(drafts: Sequence[Draft], index: int) -> int:
    """Return where the run of paragraphs ends that each begin with the same sort of sign."""
    stop = index
    while stop < len(drafts) and drafts[stop].role == "paragraph" and _SIGNED.match(drafts[stop].text):
        stop += 1
    return stop


def _announced(drafts: Sequence[Draft], index: int) -> int:
    """Return where the fragments end that a paragraph with a colon announces, or the heading of a section that has no other text."""
    before = drafts[index - 1] if index else None
    if before is None or before.role not in ("paragraph", "heading"):
        return index
    led = before.text.endswith(":")
    if not led and (before.role == "paragraph" or not before.headings):
        return index
    stop = index
    while stop < len(drafts) and drafts[stop].headings == drafts[index].headings and _fragment(drafts[stop]):
        if not led and ":" in drafts[stop].text:
            return index
        stop += 1
    whole = stop == len(drafts) or drafts[stop].role == "heading"
    return stop if stop - index >= _RUN and (led or whole) else index


def _fragment(draft: Draft) -> bool:
    """Tell whether a paragraph is a few words that end as no sentence does."""
    return (
        draft.role == "paragraph"
        and not _STOPS.search(draft.text)
        and len(draft.text.split()) <= _WORDS
        and any(letter.isalpha() for letter in draft.text)
    )
