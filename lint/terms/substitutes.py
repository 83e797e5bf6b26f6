"""Fixed terms that were rewritten word for word by near-synonyms ("bosom cancer", "lymph hub")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lint.terms.data import Knowledge, Term
from lint.terms.hits import Hit
from lint.terms.shape import like, plural

GAP = r"(?:\s*[-\u2013]\s*|\s+)"
"""What may stand between the words of a term: a space, a hyphen, a dash, a line end."""
_REACH = 60
"""Characters around a substitute in which its term must stand."""


@dataclass(frozen=True)
class Substituted:
    """A fixed term with, for every position, the right word's forms and the substitutes that stand for them."""

    term: Term
    forms: tuple[Mapping[str, str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The term as a regular expression, one group a position."""
        groups = []
        for position in self.forms:
            words = sorted(position, key=len, reverse=True)
            groups.append("(" + "|".join(re.escape(word).replace("\\ ", GAP) for word in words) + ")")
        return re.compile(r"(?<![\w-])" + GAP.join(groups) + r"(?![\w])")


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to rewrite a term: the words of the substitute, and what must stand in the text for the other positions."""

    entry: Substituted
    form: frozenset[str]
    needs: tuple[frozenset[str], ...]


class Substitutes:
    """Finds the fixed terms in which a substitute stands for a word of the term."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        terms = [term.words for term in knowledge.terms]
        self._right = {" ".join(words) for words in terms} | {
            " ".join((*words[:-1], plural(words[-1]))) for words in terms
        }

    @cached_property
    def _by_trigger(self) -> dict[str, dict[str, list[_Way]]]:
        """The ways to rewrite a term, by the first word of the substitute and by a word that must stand beside it."""
        found: dict[str, dict[str, list[_Way]]] = {}
        for term in self._knowledge.terms:
            entry = Substituted(term, tuple(self._forms(word) for word in term.words))
            needs = [
                frozenset(map(_first, position))
                if all(len(form) > 1 and not form.isdigit() for form in position)
                else frozenset()
                for position in entry.forms
            ]
            for number, position in enumerate(entry.forms):
                others = [need for n, need in enumerate(needs) if n != number and need]
                for form, right in position.items():
                    if form == right or self._weak(form, right):
                        continue
                    way = _Way(entry, frozenset(re.findall(r"[^\W\d_]+", form)), tuple(others[1:]))
                    contexts = found.setdefault(_first(form), {})
                    for word in others[0] if others else ("",):
                        contexts.setdefault(word, []).append(way)
        return found

    def _forms(self, word: str) -> dict[str, str]:
        forms = {word: word, plural(word): plural(word)}
        for base, substitutes in ((word, self._knowledge.substitutes.get(word, ())),):
            for entry in substitutes:
                substitute = entry.removeprefix("~")
                forms.setdefault(substitute, base)
                if not substitute.endswith(("ed", "ing", "al", "ive", "ous", "ic", "ful")):
                    forms.setdefault(plural(substitute), plural(base))
        return forms

    @cached_property
    def _weak_pairs(self) -> frozenset[tuple[str, str]]:
        pairs = {
            (entry[1:], right)
            for right, entries in self._knowledge.substitutes.items()
            for entry in entries
            if entry.startswith("~")
        }
        return frozenset(pairs | {(plural(wrong), plural(right)) for wrong, right in pairs})

    def _weak(self, form: str, right: str) -> bool:
        """Tell whether a substitute counts only beside a stronger one."""
        return (form, right) in self._weak_pairs

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The lower-case words one of which a rewritten term holds."""
        return frozenset(self._by_trigger)

    def hits(self, text: str, low: str, have: set[str]) -> Iterator[Hit]:
        """Yield the rewritten terms of a text; ``low`` is the text and ``have`` its distinct words in lower case."""
        seen: set[tuple[int, int]] = set()
        for trigger in have & self.triggers:
            contexts = self._by_trigger[trigger]
            for word in self._contexts[trigger] & have if "" not in contexts else contexts:
                for way in contexts[word]:
                    if way.form <= have and not any(have.isdisjoint(need) for need in way.needs):
                        yield from self._matches(way.entry, trigger, word, text, low, seen)

    @cached_property
    def _contexts(self) -> dict[str, frozenset[str]]:
        return {trigger: frozenset(contexts) for trigger, contexts in self._by_trigger.items()}

    @staticmethod
    def _places(entry: Substituted, trigger: str, beside: str, low: str) -> Iterator[re.Match[str]]:
        """Yield the matches around a word with another beside it; a text is never read through for a term."""
        at = low.find(trigger)
        while at >= 0:
            start, end = max(0, at - _REACH), at + _REACH
            if low.find(beside, start, end) >= 0:
                yield from entry.pattern.finditer(low, start, end)
            at = low.find(trigger, at + 1)

    def _matches(
        self, entry: Substituted, trigger: str, beside: str, text: str, low: str, seen: set[tuple[int, int]]
    ) -> Iterator[Hit]:
        for match in self._places(entry, trigger, beside, low):
            if match.span() in seen:
                continue
            seen.add(match.span())
            words = [" ".join(re.split(r"[\s\u2013-]+", group)) for group in match.groups()]
            forms = [
                {" ".join(re.split(r"[\s-]+", form)): (form, right) for form, right in position.items()}
                for position in entry.forms
            ]
            pairs = [forms[n][word] for n, word in enumerate(words)]
            if not any(form != right and not self._weak(form, right) for form, right in pairs):
                continue
            phrase = " ".join(words)
            if phrase in self._right or phrase in entry.term.never or _singular(phrase) in entry.term.never:
                continue
            yield Hit(
                match.start(),
                match.end(),
                self._replacement(match, pairs, text),
                "wrong-word",
                True,
                f"the fixed term {' '.join(entry.term.words)!r} with other words",
            )

    @staticmethod
    def _replacement(match: re.Match[str], pairs: list[tuple[str, str]], text: str) -> str:
        parts, at = [], match.start()
        for n, (form, right) in enumerate(pairs, 1):
            start, end = match.span(n)
            parts.append(text[at:start])
            parts.append(text[start:end] if form == right else like(right, text[start:end]))
            at = end
        return "".join(parts)


def _first(form: str) -> str:
    """Return the first word of a form, as it stands among the distinct words of a text."""
    return re.split(r"[\s'-]", form)[0]


def _singular(phrase: str) -> str:
    return phrase[:-1] if phrase.endswith("s") else phrase
