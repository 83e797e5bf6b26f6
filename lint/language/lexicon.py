"""The lexicon: every name that the packs know, found in a sentence in one pass, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lint.packs import Cue, Packs, plural

_WORD = re.compile(r"[^\W_]+|'(?:s|re|ve|ll|d|m)\b|[^\w\s]")
_JOINTS = frozenset("-/")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a sentence, lower case, with its offsets in the document's text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """What a run of words is: the vocabulary it belongs to ("sites", "cue", ...), its id, and its cue or use."""

    type: str
    id: str
    use: str = ""
    cue: Cue | None = None


_Trie = dict[str, list[tuple[tuple[str, ...], tuple[Name, ...]]]]


def words(text: str) -> tuple[str, ...]:
    """Return the words of a name as tokens have them: lower case, hyphens and slashes between words left out."""
    return tuple(token for token in _WORD.findall(text.lower()) if token not in _JOINTS)


class Lexicon:
    """Names of all vocabularies by their first word; ``match`` gives the names that begin at a token."""

    def __init__(self, packs: Packs) -> None:
        entries: dict[tuple[str, ...], list[Name]] = {}

        def add(text: str, name: Name, *, plurals: bool = False) -> None:
            for form in (text, plural(text)) if plurals else (text,):
                key = words(form)
                if key and name not in entries.setdefault(key, []):
                    entries[key].append(name)

        for type_, vocabulary in packs.vocabularies.items():
            for entry in vocabulary.values():
                for text in entry.names:
                    add(text, Name(type_, entry.id), plurals=type_ not in ("stages", "subtypes", "anaphora"))
                for use in ("alone", "after", "adjectives", "own"):
                    for text in _listed(entry.properties.get(use)):
                        add(text, Name(type_, entry.id, use))
        for cue in packs.cues:
            for text in cue.words:
                add(text, Name("cue", cue.kind, cue=cue))
        self._first: _Trie = {}
        for key, names in entries.items():
            self._first.setdefault(key[0], []).append((key, tuple(names)))
        for candidates in self._first.values():
            candidates.sort(key=lambda candidate: -len(candidate[0]))

    @property
    def first_words(self) -> Iterable[str]:
        """The words that a name may begin with."""
        return self._first.keys()

    def match(self, tokens: Sequence[str], at: int) -> tuple[int, tuple[Name, ...]] | None:
        """Return the number of tokens of the longest name at ``at`` and what it names, or None."""
        for key, names in self._first.get(tokens[at], ()):
            size = len(key)
            if size == 1 or tuple(tokens[at : at + size]) == key:
                return size, names
        return None


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
