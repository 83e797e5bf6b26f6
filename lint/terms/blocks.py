"""Residue told by the blocks of a page: those that hold nothing but page furniture, and lost beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.documents.document import Document
from lint.terms.data import Knowledge, Residue
from lint.terms.hits import Hit
from lint.terms.words import WordLists

_LONGEST_FURNITURE = 240
"""Characters that a block of page furniture may have."""
_NUMBER = "0"
"""What stands for a number in the list of words that page furniture begins with."""
_HEAD = 4
"""Characters that a block begins with by which it is told from most that are no furniture."""
_MOST = 4
"""Of how many paragraphs one at the most may begin in lower case: on other pages that is how they are written."""
_LOWER = re.compile(r"\W*([a-z][a-z'-]*)\b")
_FIRST = re.compile(r"(?:\d+|[^\W\d_]+)")
_SENTENCES = re.compile(r"[.!?]\s+([A-Za-z])")


class Blocks:
    """Finds residue in how a page is built."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._words = words
        self._rules: dict[str, list[Residue]] = {}
        for rule in knowledge.residue:
            if rule.block:
                for word in rule.trigger:
                    self._rules.setdefault(word, []).append(rule)
        heads = {word[:_HEAD] for word in self._rules}
        self._heads = {form for head in heads for form in (head, head.title(), head.upper())}

    def hits(self, document: Document) -> Iterator[Hit]:
        """Yield the residue of a document."""
        text, heads, lower = document.text, self._heads, False
        for block in document.blocks:
            start = block.start
            head = text[start : start + _HEAD]
            lower = lower or head >= "a"
            # Of a short word the head holds what stands behind it, which may be anything.
            if (head in heads or not head.isalpha()) and block.end - start <= _LONGEST_FURNITURE:
                yield from self._furniture(text[start : block.end], start)
        if lower:
            yield from self._lost_beginnings(document)

    def _furniture(self, text: str, at: int) -> Iterator[Hit]:
        """Yield a block that holds nothing but a label of a page; ``at`` is where it begins."""
        first = _FIRST.match(text.lower())
        for rule in self._rules.get(_NUMBER if first.group().isdigit() else first.group(), ()) if first else ():
            match = rule.pattern.fullmatch(text.strip())
            if match:
                lead = at + len(text) - len(text.lstrip())
                start, end = match.span("wrong" if "wrong" in rule.pattern.groupindex else 0)
                why = f"remains of a page ({rule.id})"
                yield Hit(lead + start, lead + end, match.expand(rule.right), "residue", False, why)

    def _lost_beginnings(self, document: Document) -> Iterator[Hit]:
        """Yield the first words of paragraphs that begin in lower case on a page whose others do not."""
        starts = [
            (number, block, text)
            for number, block in enumerate(document.blocks)
            if block.role == "paragraph" and block.end - block.start > 60
            if (text := document.text[block.start : block.end].rstrip())[-1:] in ".!?"
        ]
        lower = [one for one in starts if one[2].lstrip()[:1].islower() and _LOWER.match(one[2])]
        if not lower or len(starts) < 3 or len(lower) > max(1, len(starts) // _MOST):
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
