"""Remains of web pages in the text: markup, page furniture, footnote digits, words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.documents.document import Document
from lint.terms.data import Knowledge
from lint.terms.hits import Hit

_DIGIT = re.compile(r"(?<![\w.@/#-])([A-Za-z]*[a-z]{4,})(\d{1,2})(?=[\s.,;:)]|$)(?![.,]\d)")
_LOWER = re.compile(r"\W*([a-z][a-z'-]*)\b")
_SENTENCES = re.compile(r"[.!?]\s+([A-Za-z])")


class Remains:
    """Finds residue by the packs' patterns and by structure."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._inline = [rule for rule in knowledge.residue if not rule.block]
        self._blocks = [rule for rule in knowledge.residue if rule.block]

    def hits(self, document: Document, low: str) -> Iterator[Hit]:
        """Yield the residue of a document; ``low`` is its text in lower case."""
        text = document.text
        for rule in self._inline:
            if rule.trigger and not any(trigger in low for trigger in rule.trigger):
                continue
            for match in rule.pattern.finditer(text):
                group = "wrong" if "wrong" in rule.pattern.groupindex else 0
                start, end = match.span(group)
                if end > start:
                    yield Hit(
                        start, end, match.expand(rule.right), "residue", rule.safe, f"remains of a page ({rule.id})"
                    )
        for block in document.blocks:
            if block.end - block.start > 400:
                continue
            words = None
            for rule in self._blocks:
                if words is None:
                    words = low[block.start : block.end]
                if rule.trigger and not any(trigger in words for trigger in rule.trigger):
                    continue
                found = rule.pattern.fullmatch(text[block.start : block.end].strip())
                if found:
                    lead = len(text[block.start : block.end]) - len(text[block.start : block.end].lstrip())
                    group = "wrong" if "wrong" in rule.pattern.groupindex else 0
                    start, end = (block.start + lead + at for at in found.span(group))
                    yield Hit(start, end, found.expand(rule.right), "residue", False, f"remains of a page ({rule.id})")
        yield from self._lost_beginnings(document)

    def digits(self, text: str, usual: frozenset[str]) -> Iterator[Hit]:
        """Yield footnote digits glued to an everyday or medical word."""
        for match in _DIGIT.finditer(text):
            word = match.group(1).lower()
            if word in usual and word not in self._knowledge.numbered and len(word) > 4:
                yield Hit(
                    match.start(),
                    match.end(),
                    match.group(1),
                    "residue",
                    False,
                    "a footnote's digits glued to the word",
                )

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
