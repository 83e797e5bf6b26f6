"""A sentence as rules see it: units (words, and mentions with a type) and their encoding for regular expressions.

Rules run over typed mentions, not raw words, so that one line covers inflections, lists ("one, two and three")
and small words. Determiners, adverbs and auxiliaries are fillers: a rule passes over them unless it names them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lint.language.conditions import Condition
from lint.language.figures import Quantity
from lint.pack_entries import Cue

MENTIONS = (
    "site", "condition", "subtype", "therapy", "people", "share", "most", "all", "duration", "mark", "number", "age",
    "multiple", "other", "items", "marker", "formed",
)  # fmt: skip
"""The types of mention that a rule may name in braces. ``items`` are the items of the list that a sentence announces.

A ``marker`` is a finding that tells a form of a disease ("X-Y1-positive"); ``formed`` is, in encoded units only, a
condition that names a form of its disease ("<subtype> <disease>").
"""

EDGE_WORDS = frozenset(("but", "while", "whereas", "although", "though", "because", "unless", "until"))
EDGE_SIGNS = frozenset(";:()\u2013\u2014?!")
MAX_UNITS = 200


@dataclass(slots=True, unsafe_hash=True)
class Unit:
    """A word or a mention: its type ("" for a word), what it is, and its span in the document's text.

    ``names`` are the text's words for each drug that a therapy names, for each form of the disease that a subtype, a
    marker or a condition names.
    ``filler`` words may be passed over by rules; ``edge`` words end a clause. A unit is never changed; it is not
    frozen, because there is one for every word and a frozen one takes four times as long to make.
    """

    word: str
    start: int
    end: int
    type: str = ""
    ids: tuple[str, ...] = ()
    quantity: Quantity | None = None
    condition: Condition | None = None
    filler: bool = False
    edge: bool = False
    names: tuple[str, ...] = ()

    @property
    def is_form(self) -> bool:
        """Whether it names a form of the disease: a subtype, a marker, a condition with one."""
        return self.type in ("subtype", "marker") or (self.type == "condition" and bool(self.names))


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue in a sentence: its first and last unit (exclusive)."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True)
class Sentence:
    """A sentence ready for rules.

    ``code`` is the encoded unit stream and ``offsets[i]`` where unit i begins in it; ``clauses[i]`` is the number of
    unit i's clause; ``classes`` are the word classes that occur, with the units (first, last) of every occurrence.
    """

    start: int
    end: int
    text: str
    units: tuple[Unit, ...]
    cues: tuple[SeenCue, ...]
    clauses: tuple[int, ...]
    classes: Mapping[str, tuple[tuple[int, int], ...]]
    code: str = field(repr=False, default="")
    offsets: tuple[int, ...] = field(repr=False, default=())
    question: bool = False
    types: frozenset[str] = frozenset()
    """The types of mention that occur."""
    left_out: tuple[tuple[int, int], ...] = ()
    """Where parts of the document are joined: the places at which one begins, and how much is left out before it."""

    def of_type(self, *types: str) -> list[int]:
        """Return the numbers of the units of these types; "form" is any that names a form of the disease."""
        if types == ("form",):
            return [number for number, unit in enumerate(self.units) if unit.is_form]
        if self.types.isdisjoint(types):
            return []
        return [number for number, unit in enumerate(self.units) if unit.type in types]

    def has(self, name: str) -> bool:
        """Tell whether a word class occurs."""
        return name in self.classes

    def words(self, first: int, last: int) -> str:
        """Return the text from one unit to another (exclusive)."""
        return self.text[self._at(self.units[first].start) : self._at(self.units[last - 1].end)]

    def source(self, start: int, end: int) -> str:
        """Return the text between two places of the document."""
        return self.text[self._at(start) : self._at(end)]

    def _at(self, place: int) -> int:
        """Return where a place of the document stands in the text."""
        return place - self.start - next((less for begins, less in reversed(self.left_out) if begins <= place), 0)
