"""What the packs know of terms, as dataclasses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

ErrorKind = Literal["misspelling", "wrong-word", "residue", "mixed-spelling"]


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a rule that proves it: words in which it must find ``wrong``, or must find nothing where that is "".

    ``path``, ``line`` and ``column`` say where the use is written.
    """

    text: str
    wrong: bool
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term of several words. ``never`` are phrases that look like a rewritten term and are right.

    ``strong`` are substitutes that count alone in this term, though elsewhere they are weak.
    """

    words: tuple[str, ...]
    never: frozenset[str] = frozenset()
    strong: frozenset[str] = frozenset()
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A fixed term with positions that vary: its words with {slots}, and the words that may stand in each.

    ``also`` are words that may stand in a slot without being part of the term. A closed frame takes no other word
    in its slot even behind a space; an open one only where a hyphen binds the word, or where the word is a known
    substitute.
    """

    id: str
    says: str
    slots: Mapping[str, tuple[str, ...]]
    also: frozenset[str]
    closed: bool
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Confusion:
    """A right word that is wrong in the context of a term: ``wrong`` for ``right`` with one of the context words.

    ``after`` must stand directly before the wrong words, ``before`` directly behind them, ``near`` in the sentence.
    ``never`` are words in the sentence that make the wrong word right.
    """

    wrong: str
    right: str
    after: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    never: frozenset[str]
    kind: ErrorKind
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Residue:
    """Remains of a page: a regular expression with its flags, and what stays in their place.

    ``trigger`` is text near which the pattern is tried, in lower case unless the pattern minds case; ``shape`` is such
    text with "a" for every letter, "0" for every figure and "." for a full stop, comma, question or exclamation mark. A
    ``block`` pattern must match a whole block, and its triggers are the words that such a block begins with. The group ``wrong`` is what is
    flagged, the whole match where there is none. ``glued`` remains must follow the word in the source too: a footnote's
    digits in markup of their own are right.
    """

    id: str
    source: str
    flags: int
    trigger: tuple[str, ...]
    block: bool
    right: str
    safe: bool
    glued: bool
    shape: tuple[str, ...]
    uses: tuple[Use, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when the first text asks for it."""
        return compiled(self.source, self.flags)


@cache
def compiled(source: str, flags: int) -> re.Pattern[str]:
    """Compile an expression once."""
    return re.compile(source, flags)


@dataclass(frozen=True)
class Knowledge:
    """All sections of all packs' term files."""

    substitutes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    frames: tuple[Frame, ...] = ()
    confusions: tuple[Confusion, ...] = ()
    residue: tuple[Residue, ...] = ()
    eponyms: frozenset[str] = frozenset()
    eponym_heads: frozenset[str] = frozenset()
    lookalikes: frozenset[frozenset[str]] = frozenset()
    stems: tuple[str, ...] = ()
    ordinary: frozenset[str] = frozenset()
    """Phrases that look like rewritten terms, and that people say."""
    usual: tuple[str, ...] = ()
    """Words that stand in many health pages, the commonest first: poor triggers."""
    right: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    compounds: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    hyphened: frozenset[str] = frozenset()
    """Words that a hyphen binds to a noun before them."""
    variants: Mapping[str, str] = field(default_factory=dict)
    """British spelling to American."""

    @cached_property
    def _usual_at(self) -> Mapping[str, int]:
        return {word: at for at, word in enumerate(self.usual)}

    def is_usual(self, word: str) -> bool:
        """Tell whether a word stands in many health pages."""
        return word in self._usual_at

    def rarity(self, word: str) -> tuple[int, int]:
        """Return a key that sorts words, the rarest last; those that are not usual by their length."""
        return self._usual_at.get(word, len(self.usual)), len(word)
