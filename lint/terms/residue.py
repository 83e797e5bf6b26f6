"""Remains of web pages in the text: markup, footnote digits, words run together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from lint.terms import broken
from lint.terms.data import Knowledge, Residue
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.runs import Sides, shape
from lint.terms.words import WordLists

_DIGIT = re.compile(r"\d(?<=[a-z]{5}\d)\d?(?:,\d\d?)*(?=[\s.,;:)]|$)(?![.,]\d)")
_BEFORE = re.compile(r"(?<![\w.@/#$-])(?:(?P<first>[a-z]+) )?(?P<word>[a-z]+)\Z")
_DIGITS = "aaaa0"
_HYPHEN = "-"
"""What stands for a run that is a word and a hyphen."""
_REACH = 400
"""Characters on either side of what calls a rule in which its pattern is sought."""


def _plain(run: str) -> bool:
    """Tell whether a run is letters of ASCII alone."""
    return run.isalpha() and run.isascii()


def _any_of(texts: Iterable[str]) -> Callable[[str], object]:
    """Return what tells whether one of some texts stands in another, sooner than asking for each would."""
    return re.compile("|".join(map(re.escape, texts)) or r"(?!)").search


def _sign(chunk: str) -> str:
    """Return the sign of a chunk by which it is looked for: one that few runs have, if there is a choice."""
    signs = [sign for sign in chunk if not _plain(sign)]
    return next((sign for sign in signs if sign not in ".-"), signs[0])


class Remains:
    """Finds residue by the packs' patterns."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words
        self._rules = tuple(rule for rule in knowledge.residue if not rule.block)
        self._called_by: dict[str, list[tuple[str, int]]] = {_DIGITS: [], _HYPHEN: []}
        chunks: dict[str, None] = {}
        shapes = {_DIGITS: None}
        # Rules that nothing calls are tried in every text.
        self.always = [number for number, rule in enumerate(self._rules) if not rule.trigger and not rule.shape]
        for number, rule in enumerate(self._rules):
            for sought in rule.shape:
                shapes[sought] = None
                self._called_by.setdefault(sought, []).append(("", number))
            for trigger in rule.trigger:
                word, whole = self._called(trigger)
                if not whole:
                    chunks[word] = None
                self._called_by.setdefault(word, []).append((trigger.removeprefix("*"), number))
        self._sought = tuple(shapes)
        self._any_shape = _any_of(shapes)
        self._glued = tuple(filter(_plain, chunks))
        self._any_glued = _any_of(self._glued)
        self._by_sign: dict[str, list[str]] = {}
        for chunk in chunks:
            if not _plain(chunk):
                self._by_sign.setdefault(_sign(chunk), []).append(chunk)
        self._signs = frozenset(self._by_sign)
        self.triggers = frozenset(
            word for word in self._called_by if word not in chunks and word not in shapes and word != _HYPHEN
        )

    def _called(self, trigger: str) -> tuple[str, bool]:
        """Return what calls a rule, and whether it is a whole word.

        It is the part of a trigger with a sign in it, or its rarest word; a trigger behind * may be glued to another.
        """
        sought = trigger.removeprefix("*")
        signed = [chunk for chunk in sought.lower().split() if not _plain(chunk)]
        if signed or sought != trigger:
            return max(signed or [sought], key=len), False
        return max(trigger.lower().split(), key=self._knowledge.rarity), True

    def hits(self, page: Page, called: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """Yield the residue of a text."""
        windows = dict.fromkeys(self.always, (0, len(page.text)))
        for word, places in called.items():
            for trigger, number in self._called_by[word]:
                found = _extent(page, trigger, places)
                if found:
                    start, end = windows.get(number, found)
                    windows[number] = min(start, found[0]), max(end, found[1])
        for number in sorted(windows):
            yield from self._inside(self._rules[number], page.text, *windows[number])
        if _DIGITS in called:
            yield from self._digits(page.text)
        if _HYPHEN in called:
            yield from broken.hyphened(self._words, page, called[_HYPHEN])

    @property
    def silent(self) -> frozenset[str]:
        """The signs that call nothing by standing alone at the end of a word."""
        told = {shape(sign) for sign in ",.;:!?)"} & {sought[-1:] for sought in self._sought}
        signed = [chunk for chunks in self._by_sign.values() for chunk in chunks]
        return frozenset(
            sign
            for sign in ",.;:!?)"
            if shape(sign) not in told and not any(chunk.count(sign) == 1 for chunk in signed)
        )

    def sides(self, word: str) -> Sides | None:
        """Return the words one of which stands beside a word where it may be residue, or None where it may stand alone."""
        phrases = [trigger.lower().split() for trigger, _ in self._called_by[word]]
        plain = all(map(_plain, chain.from_iterable(phrases)))
        return Sides.within(phrases, word) if phrases and plain else None

    def shapes(self, run: str) -> tuple[str, ...]:
        """Return the shapes of residue that a run in lower case has, and the parts of triggers."""
        glued = tuple(chunk for chunk in self._glued if chunk in run) if self._any_glued(run) else ()
        if _plain(run):
            return glued
        if run[-1] == "-" and run[:-1].isalpha():
            return (*glued, _HYPHEN)
        told = shape(run)
        shapes = [sought for sought in self._sought if sought in told] if self._any_shape(told) else []
        if _DIGITS in shapes and not _DIGIT.search(run):
            shapes.remove(_DIGITS)
        signs = self._signs.intersection(run)
        signed = [chunk for sign in sorted(signs) for chunk in self._by_sign[sign] if chunk in run] if signs else ()
        return (*glued, *shapes, *signed)

    @staticmethod
    def _inside(rule: Residue, text: str, start: int, end: int) -> Iterator[Hit]:
        group = "wrong" if "wrong" in rule.pattern.groupindex else 0
        for match in rule.pattern.finditer(text, max(0, start - _REACH), end + _REACH):
            start, end = match.span(group)
            if end > start:
                why = f"remains of a page ({rule.id})"
                yield Hit(start, end, match.expand(rule.right), "residue", rule.safe, why, rule.glued)

    def _digits(self, text: str) -> Iterator[Hit]:
        """Yield footnote digits glued to a medical word."""
        for match in _DIGIT.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - 40), match.start())
            if before is None or before["word"] in self._knowledge.numbered:
                continue
            word = before["word"]
            # What is inflected is no name that goes by a number: "countries3", "trying2".
            inflected = len(word) > 5 and word.endswith(("ies", "ses", "ing", "ed")) and word in self._words.common
            if inflected or word in self._words.medical or f"{before['first']} {word}" in self._words.pairs:
                why = "a footnote's digits glued to the word"
                yield Hit(before.start("word"), match.end(), word, "residue", False, why, True)


def _extent(page: Page, trigger: str, places: Sequence[int]) -> tuple[int, int] | None:
    """Return where a trigger stands first and last in a text, or the runs that a rule without one is called by."""
    if not trigger:
        first, last = page.runs[places[0]], page.runs[places[-1]]
        return page.low.find(first), page.low.rfind(last) + len(last)
    for text in (page.low, page.text):
        at = text.find(trigger)
        if at >= 0:
            return at, text.rfind(trigger) + len(trigger)
    return None
