"""Right words that are wrong in the context of a term ("prostrate cancer", "vocal chords")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lint.terms.data import Confusion, Knowledge
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.runs import Sides
from lint.terms.shape import like

_SENTENCE = re.compile(r"[.!?]\s|\n")
_GAPS = (" ", "-", "\n")
_PARTS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Called:
    """A confusion that its rarest word calls: another of its words stands at most ``reach`` words away.

    One of ``context`` must stand in the text, if there are any.
    """

    entry: Confusion
    other: str
    reach: int
    context: frozenset[str]

    def may_stand(self, runs: Sequence[str], places: Sequence[int]) -> bool:
        """Tell whether the words may stand at one of the runs of the rarest."""
        other, reach = self.other, self.reach
        for at in places if other else ():
            if other in " ".join(runs[max(0, at - reach) : at + reach + 1]):
                return True
        return not other

    def has_context(self, low: str) -> bool:
        """Tell whether a text in lower case may have a word of the context, if there are any."""
        return not self.context or any(map(low.__contains__, self.context))


class Confusions:
    """Finds real words that stand for another word."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._by_trigger: dict[str, list[_Called]] = {}
        for entry in knowledge.confusions:
            words = _PARTS.findall(entry.wrong.lower())
            context = entry.after | entry.before | entry.near
            # The words of the context are read with their hyphens, those of a text without.
            context = frozenset() if any(not word.isalpha() or len(word) < 2 for word in context) else context
            rarest, *more = sorted((word for word in words if len(word) > 1), key=knowledge.rarity, reverse=True)
            called = _Called(entry, more[0] if more else "", len(words) - 1, context)
            self._by_trigger.setdefault(rarest, []).append(called)
        self.triggers = frozenset(self._by_trigger)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def sides(self, trigger: str) -> Sides | None:
        """Return the words one of which stands beside a trigger where it is confused, or None where it may stand alone."""
        wrong = (_PARTS.findall(called.entry.wrong.lower()) for called in self._by_trigger[trigger])
        return Sides.within(wrong, trigger)

    def hits(self, page: Page, called: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """Yield the confused words of a text."""
        for trigger, places in called.items():
            for confused in self._by_trigger[trigger]:
                if confused.may_stand(page.runs, places) and confused.has_context(page.low):
                    yield from self._places(confused.entry, page)

    def _places(self, entry: Confusion, page: Page) -> Iterator[Hit]:
        text, low = page.text, page.low
        first, *more = re.split(r"[\s-]+", entry.wrong.lower())
        if more and not any(f"{first}{gap}{more[0]}" in low for gap in _GAPS):
            return  # an expression costs more to make than it would find
        for match in self._pattern(entry.wrong).finditer(low):
            start, end = match.span()
            # Asked here, since an expression that begins with a word is searched for many times faster.
            inside = start > 0 and (low[start - 1].isalnum() or low[start - 1] == "_")
            if not inside and page.together(start, end) and self._fits(entry, text, start, end):
                right = like(entry.right, text[start:end])
                yield Hit(start, end, right, entry.kind, True, f"{entry.wrong!r} for {entry.right!r} in this context")

    def _pattern(self, wrong: str) -> re.Pattern[str]:
        found = self._patterns.get(wrong)
        if found is None:
            words = map(re.escape, re.split(r"[\s-]+", wrong.lower()))
            found = self._patterns[wrong] = re.compile(r"[\s-]+".join(words) + r"(?!\w)")
        return found

    @staticmethod
    def _fits(entry: Confusion, text: str, start: int, end: int) -> bool:
        left = max((m.end() for m in _SENTENCE.finditer(text, max(0, start - 300), start)), default=max(0, start - 300))
        cut = _SENTENCE.search(text, end)
        right = min(cut.start() if cut else len(text), end + 300)
        before = [word.lower() for word in _WORDS.findall(text[left:start])]
        after = [word.lower() for word in _WORDS.findall(text[end:right])]
        around = {*before, *after}
        if entry.never & around:
            return False
        if not (entry.after or entry.before or entry.near):
            return True
        glued = not text[start - 1 : start].strip(" -\u2013\u2014\"'(\n")
        return (
            bool(before and glued and before[-1] in entry.after)
            or bool(after and after[0] in entry.before and text[end : end + 1] in (" ", "-", "\n"))
            or not entry.near.isdisjoint(around)
        )
