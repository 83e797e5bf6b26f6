"""Remains of web pages in the text: markup, page furniture, footnote digits, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.documents.document import Document
from lint.terms.data import Knowledge, Residue
from lint.terms.hits import Hit
from lint.terms.words import WordLists

_DIGIT = re.compile(r"\d(?<=[a-z]{5}\d)\d?(?=[\s.,;:)]|$)(?![.,]\d)")
_GLUED = re.compile(r"\d(?:[a-z]{3}|(?<=[a-z]{3}\d)|(?<=[a-z]{3}[.!?,]\d))")
"""A figure glued to letters, or to a full stop or comma behind letters."""
_BEFORE = re.compile(r"(?<![\w.@/#$-])[a-z]+\Z")
_LONGEST_FURNITURE = 240
"""Characters that a block of page furniture may have."""
_LOWER = re.compile(r"\W*([a-z][a-z'-]*)\b")
_SENTENCES = re.compile(r"[.!?]\s+([A-Za-z])")


def _plain(trigger: str) -> bool:
    return trigger.isascii() and trigger.replace(" ", "").isalpha()


class Remains:
    """Finds residue by the packs' patterns and by structure."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words
        self._inline = [rule for rule in knowledge.residue if not rule.block]
        self._always = [number for number, rule in enumerate(self._inline) if not rule.trigger and not rule.figures]
        self._figures = [number for number, rule in enumerate(self._inline) if rule.figures]
        self._words_of: dict[str, list[tuple[frozenset[str], int]]] = {}
        self._signs: dict[str, list[tuple[str, int]]] = {}
        for number, rule in enumerate(self._inline):
            for trigger in rule.trigger:
                if _plain(trigger):
                    needed = trigger.split()
                    self._words_of.setdefault(needed[0], []).append((frozenset(needed), number))
                else:
                    self._signs.setdefault(trigger[0], []).append((trigger, number))
        self._triggers = frozenset(self._words_of)
        self._blocks = [rule for rule in knowledge.residue if rule.block]

    def hits(self, document: Document, low: str, have: set[str]) -> Iterator[Hit]:
        """Yield the residue of a document; ``low`` is its text and ``have`` its distinct words in lower case."""
        text = document.text
        called = set(self._always)
        for trigger in have & self._triggers:
            called.update(number for needed, number in self._words_of[trigger] if needed <= have)
        for mark, signs in self._signs.items():
            if mark in low:
                called.update(number for sign, number in signs if sign in low)
        if _GLUED.search(text):
            called.update(self._figures)
            yield from self._digits(text)
        for number in sorted(called):
            yield from self._inside(self._inline[number], text)
        for block in document.blocks:
            if block.end - block.start <= _LONGEST_FURNITURE:
                yield from self._whole(text[block.start : block.end], block.start)
        yield from self._lost_beginnings(document)

    @staticmethod
    def _inside(rule: Residue, text: str) -> Iterator[Hit]:
        group = "wrong" if "wrong" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            start, end = match.span(group)
            if end > start:
                why = f"remains of a page ({rule.id})"
                yield Hit(start, end, match.expand(rule.right), "residue", rule.safe, why, rule.glued)

    def _whole(self, text: str, at: int) -> Iterator[Hit]:
        bare = text.strip()
        for rule in self._blocks:
            match = rule.pattern.fullmatch(bare)
            if match:
                lead = at + len(text) - len(text.lstrip())
                start, end = match.span("wrong" if "wrong" in rule.pattern.groupindex else 0)
                why = f"remains of a page ({rule.id})"
                yield Hit(lead + start, lead + end, match.expand(rule.right), "residue", False, why)
                return

    def _digits(self, text: str) -> Iterator[Hit]:
        """Yield footnote digits glued to a medical word."""
        for match in _DIGIT.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
            word = before.group() if before else ""
            if before and word in self._words.medical and word not in self._knowledge.numbered:
                why = "a footnote's digits glued to the word"
                yield Hit(before.start(), match.end(), word, "residue", False, why, True)

    @staticmethod
    def _lost_beginnings(document: Document) -> Iterator[Hit]:
        """Yield the first words of paragraphs that begin in lower case on a page whose others do not."""
        starts = []
        for number, block in enumerate(document.blocks):
            text = document.text[block.start : block.end]
            if block.role == "paragraph" and len(text) > 60 and text.rstrip()[-1:] in ".!?":
                starts.append((number, block, text))
        lower = [
            (number, block, text) for number, block, text in starts if _LOWER.match(text) and text.lstrip()[0].islower()
        ]
        if not lower or len(lower) * 2 > len(starts) or len(starts) < 3:
            return
        for number, block, text in lower:
            before = (
                document.text[document.blocks[number - 1].start : document.blocks[number - 1].end] if number else "."
            )
            ended = (
                number == 0
                or document.blocks[number - 1].role in ("heading", "title")
                or before.rstrip()[-1:] in ".!?\"'"
            )
            inside = _SENTENCES.findall(text)
            first = _LOWER.match(text)
            if ended and first and all(letter.isupper() for letter in inside) and len(first.group(1)) > 1:
                start, end = block.start + first.start(1), block.start + first.end(1)
                if text[first.end(1) : first.end(1) + 1] in (" ", ","):
                    right = first.group(1)[:1].upper() + first.group(1)[1:]
                    yield Hit(start, end, right, "residue", False, "the sentence lost its beginning")
