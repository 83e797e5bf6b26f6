"""Remains of web pages in the text: markup, page furniture, footnote digits, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.documents.document import Document
from lint.terms.data import Knowledge, Residue
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.words import WordLists

_DIGIT = re.compile(r"\d(?<=[a-z]{5}\d)\d?(?=[\s.,;:)]|$)(?![.,]\d)")
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
        self._rules = knowledge.residue
        self._always = [number for number, rule in enumerate(self._rules) if not rule.trigger and not rule.figures]
        self._figures = [number for number, rule in enumerate(self._rules) if rule.figures]
        self._words_of: dict[str, list[tuple[frozenset[str], int]]] = {}
        self._signs: dict[str, list[tuple[str, int]]] = {}
        for number, rule in enumerate(self._rules):
            for trigger in rule.trigger:
                if _plain(trigger):
                    needed = sorted(trigger.split(), key=lambda word: (word in knowledge.usual, -len(word)))
                    self._words_of.setdefault(needed[0], []).append((frozenset(needed), number))
                else:
                    self._signs.setdefault(trigger[0], []).append((trigger, number))
        self._triggers = frozenset(self._words_of)

    def hits(self, document: Document, page: Page) -> Iterator[Hit]:
        """Yield the residue of a document."""
        text, low, have = page.text, page.low, page.have
        called = set(self._always)
        for trigger in self._triggers & have:
            called.update([number for needed, number in self._words_of[trigger] if needed <= have])
        for mark, signs in self._signs.items():
            if mark in low:
                called.update([number for sign, number in signs if sign in low])
        if page.figures():
            called.update(self._figures)
            yield from self._digits(text)
        for number in sorted(called):
            rule = self._rules[number]
            yield from self._whole(rule, document) if rule.block else self._inside(rule, text)
        yield from self._lost_beginnings(document)

    @staticmethod
    def _inside(rule: Residue, text: str) -> Iterator[Hit]:
        group = "wrong" if "wrong" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            start, end = match.span(group)
            if end > start:
                why = f"remains of a page ({rule.id})"
                yield Hit(start, end, match.expand(rule.right), "residue", rule.safe, why, rule.glued)

    @staticmethod
    def _whole(rule: Residue, document: Document) -> Iterator[Hit]:
        for block in document.blocks:
            if block.end - block.start > _LONGEST_FURNITURE:
                continue
            text = document.text[block.start : block.end]
            match = rule.pattern.fullmatch(text.strip())
            if match:
                lead = block.start + len(text) - len(text.lstrip())
                start, end = match.span("wrong" if "wrong" in rule.pattern.groupindex else 0)
                why = f"remains of a page ({rule.id})"
                yield Hit(lead + start, lead + end, match.expand(rule.right), "residue", False, why)

    def _digits(self, text: str) -> Iterator[Hit]:
        """Yield footnote digits glued to a medical word."""
        for match in _DIGIT.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
            word = before.group() if before else ""
            if before and word in self._words.medical and word not in self._knowledge.numbered:
                why = "a footnote's digits glued to the word"
                yield Hit(before.start(), match.end(), word, "residue", False, why, True)

    def _lost_beginnings(self, document: Document) -> Iterator[Hit]:
        """Yield the first words of paragraphs that begin in lower case on a page whose others do not."""
        if all(document.text[block.start : block.start + 1].isupper() for block in document.blocks):
            return
        starts = []
        for number, block in enumerate(document.blocks):
            text = document.text[block.start : block.end]
            if block.role == "paragraph" and len(text) > 60 and text.rstrip()[-1:] in ".!?":
                starts.append((number, block, text))
        lower = [
            (number, block, text) for number, block, text in starts if _LOWER.match(text) and text.lstrip()[0].islower()
        ]
        if not lower or len(starts) < 3 or len(lower) > max(1, len(starts) // 8):
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
            usual = first is not None and len(first.group(1)) > 1 and first.group(1) in self._words.common
            if ended and first and usual and all(letter.isupper() for letter in inside):
                start, end = block.start + first.start(1), block.start + first.end(1)
                if text[first.end(1) : first.end(1) + 1] in (" ", ","):
                    right = first.group(1)[:1].upper() + first.group(1)[1:]
                    yield Hit(start, end, right, "residue", False, "the sentence lost its beginning")
