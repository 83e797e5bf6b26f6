"""What stands in packs, entry by entry: examples, patterns, cues, names and endings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that proves a pattern: the slots of the claim it must give, or None where it must give none.

    ``context`` are lines of Markdown that stand before the sentence.
    """

    text: str
    claim: Mapping[str, object] | None
    context: str
    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule that reads like copy: phrases with slots, the slots that it sets itself, and the examples that prove it.

    ``says`` are phrases in order; ``finds`` are the mentions and word classes that must stand in one clause in any
    order (a frame), ``without`` the word classes that must not. ``needs`` are topics, one of which must be under
    discussion (a heading, a question, the sentence before). ``each`` are slots whose listed items are a claim each.
    ``rank`` orders rules that read the same words: the higher wins.
    """

    id: str
    kind: str
    says: tuple[str, ...]
    finds: tuple[str, ...]
    without: tuple[str, ...]
    sets: Mapping[str, str]
    needs: tuple[str, ...]
    each: tuple[str, ...]
    rank: int
    examples: tuple[Example, ...]
    path: str
    line: int
    column: int
    says_at: tuple[tuple[int, int], ...] = ()
    holds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slots to word classes: the words of the slot must hold one of a class ("condition": or name a disease)."""
    lacks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slots to word classes: the words of the slot must not hold one of a class."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change how a claim is asserted (ConText, Chapman 2007): their kind, and what they make of it.

    ``certainty`` is the step a hedge lowers a claim to; ``frequency`` the step of a frequency word; ``opaque`` cues
    stay in the sentence for patterns to see, the others are passed over.
    """

    kind: str
    words: tuple[str, ...]
    certainty: str = ""
    frequency: str = ""
    opaque: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a vocabulary: its id, its names, and properties such as the disease a subtype belongs to."""

    id: str
    names: tuple[str, ...]
    properties: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stems:
    """Endings of the names of one vocabulary, and the words with such an ending that are none of its names."""

    endings: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()

    def match(self, word: str) -> bool:
        """Tell whether a lower-case word has such an ending, with at least three letters before it."""
        if not word.endswith(self.endings) or word in self.but or not word.isalpha():
            return False
        return any(word.endswith(ending) and len(word) - len(ending) >= 3 for ending in self.endings)
