"""Frames: fixed terms with positions that vary within a closed list ("hormone receptor-{status}")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from lint.terms.data import Frame, Knowledge
from lint.terms.distance import edits
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.shape import like

_SLOT = re.compile(r"\{([a-z]+)(\??)\}")
_PART = re.compile(r"[a-z]+")
_BEGINS = re.compile(r"(?<!\w)\w")
_GAP = 2
"""Characters that one of a frame's own may be in a text: a hyphen with spaces around it."""
_WORD = r"[^\W\d_]{2,}"
_HYPHENS = ("-", "\u2010", "\u2011", "\u2012", "\u2013")


class Frames:
    """Finds the words in the slots of frames that may not stand there."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._by_anchor: dict[str, list[_Compiled]] = {}
        for frame in knowledge.frames:
            compiled = _Compiled(frame, knowledge)
            for anchor in compiled.anchors:
                self._by_anchor.setdefault(anchor, []).append(compiled)
        self.triggers = frozenset(self._by_anchor)

    def hits(self, page: Page, called: Iterable[str]) -> Iterator[Hit]:
        """Yield the wrong words in frames."""
        for anchor in called:
            for frame in self._by_anchor[anchor]:
                yield from frame.hits(page, anchor)


class _Compiled:
    """A frame as a regular expression. The last {slot} of ``says`` is the one that is judged."""

    def __init__(self, frame: Frame, knowledge: Knowledge) -> None:
        self.frame = frame
        slots = _SLOT.findall(frame.says)
        self.judged = slots[-1][0]
        self.allowed = frame.slots[self.judged]
        self.meant = {
            wrong: right for right in self.allowed for wrong in knowledge.substitutes.get(right, ()) if wrong[0] != "~"
        }
        literal = [word for word in _PART.findall(_SLOT.sub(" ", frame.says).lower()) if len(word) > 2]
        rare = [word for word in literal if not knowledge.is_usual(word)]
        first = next((name for name, _ in slots if name != self.judged), None)
        heads = frame.slots[first] if first else ()
        # What must stand in a page, by the word that tells of it: a code in capitals is looked for as it is.
        self.anchors: dict[str, tuple[str, ...]] = {}
        if rare or not heads:
            self.anchors[max(rare or literal, key=len)] = ()
        else:
            for head in heads:
                word = _PART.findall(head.lower())[0]
                self.anchors[word] = () if head.islower() else (*self.anchors.get(word, ()), head)

    def _places(self, page: Page, anchor: str) -> Iterator[int]:
        codes = self.anchors[anchor]
        for sought, text in [(code, page.text) for code in codes] or [(anchor, page.low)]:
            at = text.find(sought)
            while at >= 0:
                yield at
                at = text.find(sought, at + 1)

    def _matches(self, page: Page, anchor: str) -> Iterator[re.Match[str]]:
        """Yield the matches around a word of the frame, within a block; a text is not read through."""
        seen: set[int] = set()
        text, ahead = page.text, self._ahead(anchor)
        for at in self._places(page, anchor):
            for start in [word.start() for word in _BEGINS.finditer(text, max(0, at - ahead), at)] + [at]:
                match = self.pattern.match(text, start)
                if match and start not in seen and page.together(*match.span()):
                    seen.add(start)
                    yield match

    def _ahead(self, anchor: str) -> int:
        """Return how many characters of the frame may stand before one of its words."""
        says = self.frame.says.lower()
        before = says[: says.index(anchor) if anchor in says else says.index("{")]
        slots = [max(map(len, self.frame.slots[name])) for name, _ in _SLOT.findall(before)]
        return sum(slots) + len(_SLOT.sub("", before)) * _GAP if before else 0

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The frame; group ``word`` is what stands in the judged slot, ``gap`` what is before it."""
        parts: list[str] = []
        at = 0
        for match in _SLOT.finditer(self.frame.says):
            parts.append(self._literal(self.frame.says[at : match.start()], match.group(1) == self.judged))
            if match.group(1) == self.judged:
                parts.append(f"(?P<word>{_WORD})")
            else:
                words = sorted(self.frame.slots[match.group(1)], key=len, reverse=True)
                parts.append("(?:" + "|".join(map(self._head, words)) + ")" + match.group(2))
            at = match.end()
        parts.append(self._literal(self.frame.says[at:], False))
        return re.compile(r"(?<![\w])" + "".join(parts) + r"(?![\w])", re.IGNORECASE)

    @staticmethod
    def _head(word: str) -> str:
        """Names in capitals are matched as they are: "ER" is no "er"."""
        escaped = re.sub(r"(?:\\ |\\-)", r"[\\s-]?", re.escape(word))
        return f"(?-i:{escaped})" if word.isupper() or any(c.isdigit() for c in word) else escaped

    @staticmethod
    def _literal(text: str, judged: bool) -> str:
        escaped = re.escape(text)
        if judged:
            for mark in ("\\-", "\\ "):
                if escaped.endswith(mark):
                    return _Compiled._literal(text[:-1], False) + r"(?P<gap>\s*[-\u2010-\u2013]\s*|\s+)"
        return re.sub(r"(?:\\ |\\-)", r"[\\s\\-\\u2010-\\u2013]+", escaped)

    def hits(self, page: Page, anchor: str) -> Iterator[Hit]:
        """Yield the wrong words in this frame, those of a suspended second half too ("-positive or -harmful")."""
        text = page.text
        for match in self._matches(page, anchor):
            gap = match.groupdict().get("gap") or ""
            word = match.group("word")
            if len(gap) > 1 and gap[:1].isspace() and gap[-1:].isspace() and gap.strip() in _HYPHENS:
                # "X - what is given for it": a label.
                continue
            if gap[:1] in _HYPHENS and gap[1:].isspace():
                # "X- disease": the hyphen is the marker's own minus.
                continue
            bound = not gap or bool(gap.strip())
            if self._wrong(word, bound):
                yield self._hit(match.start("word"), word, text)
            elif word.lower() in self.allowed:
                yield from self._suspended(text, match.end("word"))

    def _suspended(self, text: str, at: int) -> Iterator[Hit]:
        while True:
            match = re.compile(rf"\s*(?:,|/|,?\s*(?:and/or|and|or|versus|vs\.?))\s*(-?)({_WORD})").match(text, at)
            if match is None:
                return
            word = match.group(2)
            if self._wrong(word, bool(match.group(1))):
                yield self._hit(match.start(2), word, text)
                return
            if word.lower() not in self.allowed:
                return
            at = match.end()

    def _wrong(self, word: str, bound: bool) -> bool:
        low = word.lower()
        if not (word.islower() or word == word.capitalize() or word.isupper()) or (bound and not word.islower()):
            return False  # a name, or the code of something else
        if low in self.allowed or low in self.frame.also:
            return False
        return low in self.meant or bound or self.frame.closed or (len(low) > 6 and bool(self._near(low)))

    def _hit(self, start: int, word: str, text: str) -> Hit:
        right = self.meant.get(word.lower()) or self._near(word.lower())
        return Hit(
            start,
            start + len(word),
            like(right, word) if right else "",
            "wrong-word",
            bool(right),
            f"the fixed term {self.frame.says!r} takes {', '.join(self.allowed[:6])}",
        )

    def _near(self, word: str) -> str:
        best = min(self.allowed, key=lambda right: edits(word, right))
        if edits(word, best) <= max(1, len(best) // 4):
            return best
        return ""
