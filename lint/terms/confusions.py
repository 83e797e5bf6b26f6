"""Right words that are wrong in the context of a term ("prostrate cancer", "vocal chords")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from lint.terms.data import Confusion, Knowledge
from lint.terms.hits import Hit
from lint.terms.shape import like

_SENTENCE = re.compile(r"[.!?]\s|\n")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Confusions:
    """Finds real words that stand for another word."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._by_trigger: dict[str, list[Confusion]] = {}
        for entry in knowledge.confusions:
            trigger = max(re.findall(r"[^\W\d_]+", entry.wrong), key=len).lower()
            self._by_trigger.setdefault(trigger, []).append(entry)
        self.triggers = frozenset(self._by_trigger)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {
            entry.wrong: re.compile(
                r"(?<![\w])" + r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", entry.wrong))) + r"(?![\w])",
                0 if entry.wrong.isupper() else re.IGNORECASE,
            )
            for entries in self._by_trigger.values()
            for entry in entries
        }

    def hits(self, text: str, have: set[str]) -> Iterator[Hit]:
        """Yield the confused words; ``have`` are the distinct lower-case words of the text."""
        for trigger in have & self.triggers:
            for entry in self._by_trigger[trigger]:
                for match in self._patterns[entry.wrong].finditer(text):
                    if self._fits(entry, text, match.start(), match.end()):
                        yield Hit(
                            match.start(),
                            match.end(),
                            like(entry.right, match.group()),
                            entry.kind,
                            True,
                            f"{entry.wrong!r} for {entry.right!r} in this context",
                        )

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
