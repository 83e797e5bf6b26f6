"""Whether a text may name a disease, a part of the body or a drug, told by the words of each name, before it is read.

A page that names none, and has no other word of medicine, makes no claim. The words are kept between runs, so that such a page is passed over without the packs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lint.language.spelling import folded

if TYPE_CHECKING:
    from lint.packs import Packs

_VOCABULARIES = ("diseases", "sites", "therapies")
_WORDS = (
    "organ-word",
    "disease-noun",
    "therapy-noun",
    "coded-therapy-noun",
    "complaint",
    "complaint-name",
    "illness-name",
    "own-page-disease",
    "of-medicine",
)
"""The classes of words that make a name of those beside them, that stand for one, or that only medicine has."""
_PARTS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_OFTEN_LEFT_OUT = frozenset(("disease",))
"""Words of a name that it may go without ("X's" for "X's disease")."""


@dataclass(frozen=True)
class Named:
    """The names of the packs, by their longest word: for each the other words that it has, "" for a name of one word.

    ``endings`` are those that tell a name which no list holds.
    """

    names: Mapping[str, Sequence[str]]
    endings: tuple[str, ...]

    @classmethod
    def of(cls, packs: Packs) -> Named:
        """Take the names of packs."""
        from lint.language.phrases import words

        names: dict[str, set[str]] = {}
        spelt = ([word for word in words(name) if word[0].isalnum()] for name in _names(packs))
        for said in (*spelt, *(name.split() for name in packs.disease_names)):
            parts = [folded(word) for word in said]
            longest = max(parts, key=len, default="")
            others = {*parts} - {longest} - _OFTEN_LEFT_OUT
            names.setdefault(longest, set()).add(" ".join(sorted(others)))
        names.pop("", None)
        endings = {ending for name in _VOCABULARIES if name in packs.stems for ending in packs.stems[name].endings}
        of_classes = {word[1:] for name in _WORDS for word in packs.classes.get(name, ()) if word.startswith("*")}
        return cls(
            {longest: [""] if "" in others else sorted(others) for longest, others in names.items()},
            tuple(sorted(endings | of_classes)),
        )

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Named:
        """Return what a record says; raises KeyError or TypeError where it is none."""
        return cls(dict(record["names"]), tuple(record["endings"]))

    def record(self) -> dict[str, object]:
        """Return the names as JSON values."""
        return {"names": self.names, "endings": self.endings}

    def may_stand_in(self, text: str) -> bool:
        """Tell whether all words of a name stand in a text; where they do not, nothing in it is read as one."""
        low = text.lower()
        found = {folded(word) for word in {*_PARTS.findall(low), *_LETTERS.findall(low)}}
        found |= {word.removesuffix("s") for word in found}
        if any(word.endswith(self.endings) for word in found):
            return True
        return any(
            found.issuperset(others.split()) for word in found & self.names.keys() for others in self.names[word]
        )


def _names(packs: Packs) -> Iterator[str]:
    """Yield all that a disease, a part of the body or a drug is called by, and the nouns that make such names."""
    from lint.inflection import plural
    from lint.language.lexicon import used

    for name in _VOCABULARIES:
        for entry in packs.vocabularies.get(name, {}).values():
            for said in (*([entry.id] if name == "diseases" else []), *entry.names, *(text for text, _ in used(entry))):
                yield said
                yield plural(said)
    for name in _WORDS:
        for noun in packs.classes.get(name, ()):
            if not noun.startswith("*"):
                yield noun
                yield plural(noun)
