"""Fixed terms that were rewritten word for word by near-synonyms ("bosom cancer", "lymph hub").

A word that may stand for a word of a term is looked up with its neighbours: only where one of them may be the term's
next word is the term itself tried. So the cost does not grow with the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lint.terms.data import Knowledge, Term
from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.runs import Met, Sides
from lint.terms.shape import like, plural

GAP = r"(?:[-\u2010-\u2013]\s?|\s+)"
"""What may stand between the words of a term: a space, a hyphen, a dash, a line end."""
_REACH = 90
"""Characters around a substitute in which its term must stand."""
_PARTS = re.compile(r"[^\W\d_]+")
_ADJECTIVE = ("ed", "ing", "al", "ive", "ous", "ic", "ful")
"""Endings of substitutes that have no plural."""


@dataclass(frozen=True, eq=False)
class _Parts:
    """The forms of a word as the words of a text: a figure is none.

    ``sizes`` are how many words a form may be, most first; ``firsts`` and ``lasts`` the words at the ends of the forms.
    """

    forms: frozenset[tuple[str, ...]]
    sizes: tuple[int, ...]
    firsts: frozenset[str]
    lasts: frozenset[str]

    @classmethod
    def of(cls, forms: Iterable[str]) -> _Parts:
        """Take forms apart."""
        parts = frozenset(tuple(_PARTS.findall(form)) for form in forms)
        words = [form for form in parts if form]
        sizes = tuple(sorted({len(form) for form in parts}, reverse=True))
        return cls(parts, sizes, frozenset(form[0] for form in words), frozenset(form[-1] for form in words))


@dataclass(frozen=True, eq=False)
class _Entry:
    """A fixed term with, for every position, the forms that may stand there and the right word that each stands for."""

    term: Term
    forms: tuple[Mapping[str, str], ...]
    parts: tuple[_Parts, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The term as a regular expression, one group a position."""
        groups = []
        for position in self.forms:
            words = sorted(position, key=len, reverse=True)
            groups.append("(" + "|".join(re.sub(r"(?:\\ |\\-)", lambda _: GAP, re.escape(w)) for w in words) + ")")
        return re.compile(r"(?<![\w-])" + GAP.join(groups) + r"(?![\w])")

    def span(self, words: list[str], at: int, position: int, size: int) -> tuple[int, int] | None:
        """Return the words that may be the whole term where ``words[at:at + size]`` stand for a position."""
        end = at + size
        for parts in self.parts[position + 1 :]:
            fits = next((n for n in parts.sizes if tuple(words[end : end + n]) in parts.forms), None)
            if fits is None:
                return None
            end += fits
        for parts in reversed(self.parts[:position]):
            fits = next((n for n in parts.sizes if n <= at and tuple(words[at - n : at]) in parts.forms), None)
            if fits is None:
                return None
            at -= fits
        return at, end

    @cached_property
    def plain(self) -> tuple[Mapping[str, tuple[str, str]], ...]:
        """For every position the form and the right word, by the form with spaces alone."""
        return tuple({_spaced(form): (form, right) for form, right in position.items()} for position in self.forms)


@dataclass(frozen=True, slots=True)
class _Place:
    """A term in which a trigger may stand, and the words one of which stands beside it then.

    ``inside`` are the forms that hold the trigger, as how many words before it and how many in all.
    """

    entry: _Entry
    position: int
    inside: frozenset[tuple[int, int]]
    before: frozenset[str]
    after: frozenset[str]


class Substitutes:
    """Finds the fixed terms in which a substitute stands for a word of the term."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._places = Met(self._learn)
        self._sides = Met(self._stand_beside)
        self._terms = tuple(_spellings(knowledge))
        terms = [term.words for term in self._terms]
        self._right = {" ".join(words) for words in terms} | {
            " ".join((*words[:-1], plural(words[-1]))) for words in terms
        }
        self._forms_of: dict[str, Mapping[str, str]] = {}
        self._parts_of: dict[str, _Parts] = {}
        self._weak: set[tuple[str, str]] = set()
        self._triggers: dict[str, dict[str, set[tuple[str, ...]]]] = {}
        self._terms_of: dict[str, list[Term]] = {}
        for term in self._terms:
            for word in dict.fromkeys(term.words):
                self._terms_of.setdefault(word, []).append(term)
        for right in self._terms_of:
            own = (right, plural(right))
            for form, meant in self._forms(right).items():
                if form not in own and (form, meant) not in self._weak:
                    self._trigger(form, right)
        for term in self._terms:
            for right in term.words if term.strong else ():
                for form in term.strong & self._forms(right).keys():
                    self._trigger(form, right)
        self._entries: dict[tuple[str, ...], _Entry] = {}
        self.triggers = frozenset(self._triggers)

    def sides(self, trigger: str) -> Sides:
        """Return the words one of which stands beside a trigger where it may belong to a term."""
        return self._sides[trigger]

    def _stand_beside(self, trigger: str) -> Sides:
        beside = [self._beside(trigger, *spot) for spot in self._spots(trigger)]
        return Sides.of(*(frozenset().union(*side) for side in zip(*beside, strict=True)))

    def _trigger(self, form: str, right: str) -> None:
        """Note the rarest word of a form, and what the form may stand for."""
        parts = (form,) if form.isalpha() else tuple(_PARTS.findall(form))
        rarest = max(parts, key=self._knowledge.rarity) if len(parts) > 1 else parts[0]
        self._triggers.setdefault(rarest, {}).setdefault(right, set()).add(parts)

    def _forms(self, word: str) -> Mapping[str, str]:
        found = self._forms_of.get(word)
        if found is None:
            many = plural(word)
            found = {word: word, many: many} if word[-1].isalpha() else {word: word}
            known = self._knowledge
            listed = known.substitutes.get(word) or known.substitutes.get(known.variants.get(word, ""), ())
            for given in listed:
                form = given.removeprefix("~")
                pairs = [(form, word)]
                if form[-1] != "s" and (len(form) < 7 or not form.endswith(_ADJECTIVE)):
                    pairs.append((plural(form), many))
                for wrong, right in pairs:
                    found.setdefault(wrong, right)
                    if given[0] == "~" and form not in listed:
                        self._weak.add((wrong, right))
            self._forms_of[word] = found
        return found

    def _parts(self, word: str) -> _Parts:
        parts = self._parts_of.get(word)
        if parts is None:
            parts = self._parts_of[word] = _Parts.of(self._forms(word))
        return parts

    def _entry(self, term: Term) -> _Entry:
        entry = self._entries.get(term.words)
        if entry is None:
            forms = tuple(self._forms(word) for word in term.words)
            entry = self._entries[term.words] = _Entry(term, forms, tuple(self._parts(word) for word in term.words))
        return entry

    def _spots(self, trigger: str) -> Iterator[tuple[Term, int, set[tuple[str, ...]]]]:
        """Yield the terms in which a trigger may stand, for which of their words, and the forms with it that stand for that."""
        for right, forms in self._triggers[trigger].items():
            for term in self._terms_of[right]:
                for at, word in enumerate(term.words):
                    if word == right:
                        yield term, at, forms

    def _beside(
        self, trigger: str, term: Term, at: int, forms: set[tuple[str, ...]]
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Return the words one of which stands before a trigger in a term, and those one of which stands behind it."""
        # A figure is no word of a text: what stands behind it is beside the trigger.
        none = frozenset[str]()
        before = next((self._parts(word).lasts for word in reversed(term.words[:at]) if _PARTS.search(word)), none)
        after = next((self._parts(word).firsts for word in term.words[at + 1 :] if _PARTS.search(word)), none)
        for form in forms:
            inside = form.index(trigger)
            if inside:
                before |= {form[inside - 1]}
            if inside + 1 < len(form):
                after |= {form[inside + 1]}
        return before, after

    def _learn(self, trigger: str) -> tuple[_Place, ...]:
        """Work out where a trigger may stand, when it is met for the first time beside a word of a term."""
        places = []
        for term, at, forms in self._spots(trigger):
            inside = frozenset((form.index(trigger), len(form)) for form in forms)
            places.append(_Place(self._entry(term), at, inside, *self._beside(trigger, term, at, forms)))
        return tuple(places)

    def hits(self, page: Page, called: Mapping[str, Sequence[int]]) -> Iterator[Hit]:
        """Yield the rewritten terms of a text."""
        found: dict[tuple[str, _Entry], None] = {}
        for trigger, places in called.items():
            for at in places:
                before, after = page.before(trigger, at), page.behind(trigger, at)
                beside = [place for place in self._places[trigger] if before in place.before or after in place.after]
                words, here = page.around(trigger, at) if beside else ([], 0)
                for place in beside:
                    for ahead, size in place.inside:
                        span = place.entry.span(words, here - ahead, place.position, size)
                        if span and not self._said(" ".join(words[slice(*span)]), place.entry.term):
                            found[trigger, place.entry] = None
        seen: set[tuple[int, int]] = set()
        for trigger, entry in found:
            for at in page.places(trigger):
                yield from self._matches(entry, page, at, seen)

    def _matches(self, entry: _Entry, page: Page, at: int, seen: set[tuple[int, int]]) -> Iterator[Hit]:
        for match in entry.pattern.finditer(page.low, max(0, at - _REACH), at + _REACH):
            if match.span() in seen or not page.together(*match.span()):
                continue
            pairs = [entry.plain[n][_spaced(group)] for n, group in enumerate(match.groups())]
            strong = entry.term.strong
            if not any(form != right and (form in strong or (form, right) not in self._weak) for form, right in pairs):
                continue
            phrase = " ".join(_spaced(form) for form, _ in pairs)
            if self._said(phrase, entry.term):
                continue
            seen.add(match.span())
            yield Hit(
                match.start(),
                match.end(),
                self._replacement(match, pairs, page.text),
                "wrong-word",
                True,
                f"the fixed term {' '.join(entry.term.words)!r} with other words",
            )

    def _said(self, phrase: str, term: Term) -> bool:
        """Tell whether a phrase that looks rewritten is one that people say."""
        for said in (phrase, phrase[:-1] if phrase.endswith("s") else phrase):
            if said in self._right or said in term.never or said in self._knowledge.ordinary:
                return True
        return False

    @staticmethod
    def _replacement(match: re.Match[str], pairs: list[tuple[str, str]], text: str) -> str:
        parts, at = [], match.start()
        for n, (form, right) in enumerate(pairs, 1):
            start, end = match.span(n)
            parts.append(text[at:start])
            parts.append(text[start:end] if form == right else like(right, text[start:end]))
            at = end
        return "".join(parts)


def _spellings(knowledge: Knowledge) -> Iterator[Term]:
    """Yield the fixed terms, and those with American spelling as the British write them."""
    british = {american: word for word, american in knowledge.variants.items()}
    given = {term.words for term in knowledge.terms}
    for term in knowledge.terms:
        yield term
        words = tuple(british.get(word, word) for word in term.words)
        if words not in given:
            yield replace(term, words=words)


def _spaced(form: str) -> str:
    return " ".join(re.split(r"[\s\u2010-\u2013-]+", form))
