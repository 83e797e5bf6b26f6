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


@dataclass(frozen=True)
class Substituted:
    """A fixed term with, for every position, the right word's forms and the substitutes that stand for them."""

    term: Term
    forms: tuple[Mapping[str, str], ...]

    @cached_property
    def words(self) -> tuple[Mapping[tuple[str, ...], bool], ...]:
        """The words of every form, position by position, and whether the form is the right one."""
        return tuple(
            {tuple(re.findall(r"[^\W_]+", form)): form == right for form, right in position.items()}
            for position in self.forms
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The term as a regular expression, one group a position."""
        groups = []
        for position in self.forms:
            words = sorted(position, key=len, reverse=True)
            groups.append("(" + "|".join(re.escape(word).replace("\\ ", GAP) for word in words) + ")")
        return re.compile(r"(?<![\w-])" + GAP.join(groups) + r"(?![\w])")


class Substitutes:
    """Finds the fixed terms in which a substitute stands for a word of the term."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        terms = [term.words for term in knowledge.terms]
        self._right = {" ".join(words) for words in terms} | {
            " ".join((*words[:-1], plural(words[-1]))) for words in terms
        }

    @cached_property
    def _by_trigger(self) -> dict[str, list[tuple[Substituted, tuple[frozenset[str], ...]]]]:
        """The terms by the first word of each substitute, with what every position needs."""
        found: dict[str, list[tuple[Substituted, tuple[frozenset[str], ...]]]] = {}
        for term in self._knowledge.terms:
            forms = tuple(self._forms(word) for word in term.words)
            entry = Substituted(term, forms)
            needs = tuple(
                frozenset(map(_first, position))
                for position in forms
                if all(len(form) > 1 and not form.isdigit() for form in position)
            )
            triggers = {
                _first(form)
                for position in forms
                for form, right in position.items()
                if form != right and not self._weak(form, right)
            }
            for trigger in triggers:
                found.setdefault(trigger, []).append((entry, needs))
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
        seen: set[int] = set()
        for trigger in have & self.triggers:
            for entry, needs in self._by_trigger[trigger]:
                if id(entry) in seen or any(have.isdisjoint(need) for need in needs):
                    continue
                seen.add(id(entry))
                if self._possible(entry, have):
                    yield from self._matches(entry, text, low)

    @staticmethod
    def _possible(entry: Substituted, have: set[str]) -> bool:
        """Tell whether every position of a term has a form all of whose words stand in the text."""
        return all(
            any(all(word in have or len(word) < 2 or word.isdigit() for word in words) for words in position)
            for position in entry.words
        ) and any(
            all(word in have for word in words) for position in entry.words for words, right in position.items() if not right
        )

    def _matches(self, entry: Substituted, text: str, low: str) -> Iterator[Hit]:
        for match in entry.pattern.finditer(low):
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
