"""Remains of web pages in the text: markup, page furniture, footnote digits, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lint.documents.document import Document
from lint.terms.data import Knowledge, Residue
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.runs import shape
from lint.terms.words import WordLists

_DIGIT = re.compile(r"\d(?<=[a-z]{5}\d)\d?(?=[\s.,;:)]|$)(?![.,]\d)")
_BEFORE = re.compile(r"(?<![\w.@/#$-])[a-z]+\Z")
_LONGEST_FURNITURE = 240
"""Characters that a block of page furniture may have."""
_LOWER = re.compile(r"\W*([a-z][a-z'-]*)\b")
_FIRST = re.compile(r"(?:\d+|[^\W\d_]+)")
_SENTENCES = re.compile(r"[.!?]\s+([A-Za-z])")


_DIGITS = "aaaa0"


def _plain(run: str) -> bool:
    """Tell whether a run is letters of ASCII alone."""
    return run.isalpha() and run.isascii()


class Remains:
    """Finds residue by the packs' patterns and by structure."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words
        self._rules = knowledge.residue
        self._blocks: dict[str, list[Residue]] = {}
        self._always: list[int] = []
        self._by_shape: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for sought in rule.shape:
                self._by_shape.setdefault(sought, []).append(number)
        self._shapes = (*self._by_shape, _DIGITS)
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        self._by_chunk: dict[str, list[tuple[str, int]]] = {}
        for number, rule in enumerate(self._rules):
            if rule.block:
                for word in rule.trigger:
                    self._blocks.setdefault(word, []).append(rule)
                continue
            if not rule.trigger and not rule.shape:
                self._always.append(number)
            for trigger in rule.trigger:
                self._call(trigger, number)
        self._plain_chunks = tuple(filter(_plain, self._by_chunk))
        self.triggers = frozenset(self._by_word)

    def _call(self, trigger: str, number: int) -> None:
        """Note what calls a rule: a part of a trigger with a sign in it, or its rarest word; one behind * may be glued."""
        sought = trigger.removeprefix("*")
        signed = [chunk for chunk in sought.lower().split() if not _plain(chunk)]
        if signed or sought != trigger:
            self._by_chunk.setdefault(max(signed or [sought], key=len), []).append((sought, number))
        else:
            rarest = max(trigger.lower().split(), key=self._knowledge.rarity)
            self._by_word.setdefault(rarest, []).append((sought, number))

    def hits(self, document: Document, page: Page) -> Iterator[Hit]:
        """Yield the residue of a document."""
        low = page.low
        called = set(self._always)
        for found in page.shapes:
            called.update(self._by_shape.get(found, ()))
        by_word = (self._by_word.get(word, ()) for word in page.live)
        by_chunk = (self._by_chunk.get(chunk, ()) for chunk in page.shapes)
        for trigger, number in chain.from_iterable((*by_word, *by_chunk)):
            if trigger in low or trigger in page.text:
                called.add(number)
        for number in sorted(called):
            yield from self._inside(self._rules[number], page.text)
        if _DIGITS in page.shapes:
            yield from self._digits(page.text)
        yield from self._furniture(document, low)
        yield from self._lost_beginnings(document)

    def shapes(self, run: str) -> tuple[str, ...]:
        """Return the shapes of residue that a run in lower case has, and the parts of triggers."""
        if _plain(run):
            return tuple(chunk for chunk in self._plain_chunks if chunk in run)
        told = shape(run)
        return (
            *[sought for sought in self._shapes if sought in told],
            *[chunk for chunk in self._by_chunk if chunk in run],
        )

    @staticmethod
    def _inside(rule: Residue, text: str) -> Iterator[Hit]:
        group = "wrong" if "wrong" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text):
            start, end = match.span(group)
            if end > start:
                why = f"remains of a page ({rule.id})"
                yield Hit(start, end, match.expand(rule.right), "residue", rule.safe, why, rule.glued)

    def _furniture(self, document: Document, low: str) -> Iterator[Hit]:
        """Yield the blocks that hold nothing but a label of a page."""
        for block in document.blocks:
            if block.end - block.start > _LONGEST_FURNITURE:
                continue
            first = _FIRST.match(low, block.start, block.end)
            rules = self._blocks.get("0" if first.group().isdigit() else first.group()) if first else None
            for rule in rules or ():
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
