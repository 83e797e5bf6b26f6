"""Which disease a phrase names: by the longest name that the packs know, or a form's short name beside its family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from lint.concepts import tokens
from lint.pack_entries import Entry
from lint.packs import Packs

FORM_NAMES = "form-name"
"""The class of words that name a form of a disease without the disease itself ("type 2")."""


@dataclass(frozen=True)
class Diseases:
    """The diseases of the packs, their families (``of``: the disease that it is a form of) and what they turn into."""

    packs: Packs

    def head(self, disease: str) -> str:
        """Return the disease that this one is a form of, or comes before (``becomes``); itself where it is neither."""
        entry = self._entries.get(disease)
        if entry is None:
            return disease
        later = str(entry.properties.get("becomes") or "")
        return self.head(later) if later else str(entry.properties.get("of") or disease)

    def becomes(self, disease: str) -> str:
        """Return the disease that this one comes before, "" where the packs name none."""
        entry = self._entries.get(disease)
        return str(entry.properties.get("becomes") or "") if entry else ""

    def kin(self, a: str, b: str) -> bool:
        """Tell whether two diseases are of one family and neither is the family itself: each may be taken for the other."""
        return a != b and self.head(a) == self.head(b) and self.head(a) not in (a, b)

    def named(self, words: str, beside: str) -> tuple[tuple[str, str], ...]:
        """Return (disease, the words that name it) for the diseases named in flat words, on a page about another."""
        found, text, family = [], words.split(), self.head(beside)
        at = 0
        while at < len(text):
            for name, disease, short in self._names.get(text[at], ()):
                if text[at : at + len(name)] == list(name) and (not short or self.head(disease) == family):
                    found.append((disease, " ".join(name)))
                    at += len(name)
                    break
            else:
                at += 1
        return tuple(found)

    def short_names(self, beside: str) -> Mapping[str, str]:
        """Return the forms of the family of a disease by the words that name them on a page about one of it ("type 2")."""
        family = self.head(beside)
        every = (entry for entries in self._names.values() for entry in entries)
        return {" ".join(name): disease for name, disease, short in every if short and self.head(disease) == family}

    @property
    def _entries(self) -> Mapping[str, Entry]:
        return self.packs.vocabularies.get("diseases", {})

    @cached_property
    def _names(self) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
        forms = {tuple(tokens(form)) for form in self.packs.classes.get(FORM_NAMES, ())}
        names: dict[tuple[str, ...], tuple[str, bool]] = {}
        for disease, entry in self._entries.items():
            head = tuple(tokens(str(entry.properties.get("of") or "")))
            if head:
                names.setdefault(head, (" ".join(head), False))
            for name in (disease, *entry.names):
                whole = tuple(tokens(name))
                names[whole] = (disease, False)
                if head and whole[-len(head) :] == head and whole[: -len(head)] in forms:
                    names.setdefault(whole[: -len(head)], (disease, True))
        by_first: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
        for words, (disease, short) in names.items():
            if words:
                by_first.setdefault(words[0], []).append((words, disease, short))
        for entries in by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry))
        return by_first
