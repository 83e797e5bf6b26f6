"""A claim: one thing that a text asserts of people in general, with the words that state it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Certainty = Literal["definite", "usual", "possible"]
Polarity = Literal["affirmed", "negated"]
SlotValue = str | int | float | None | tuple[str, ...]

CERTAINTIES: tuple[Certainty, ...] = ("possible", "usual", "definite")
"""The steps of certainty, the weakest first."""

SlotType = Literal["term", "terms", "rank", "bound", "unit", "choice", "words"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of a kind: its type, and for a choice the words it may hold (in order, where they are a scale).

    ``term`` and ``terms`` come from the closed vocabulary of sites; ``rank`` is a whole number from 1; ``bound``
    is an end of an interval or None where it is open; ``words`` is open and compared by concept. ``noun`` slots hold a
    thing: rules give them a noun phrase or nothing.
    """

    name: str
    type: SlotType
    values: tuple[str, ...] = ()
    default: SlotValue = None
    required: bool = True
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim, as data: its slots, the slots that make two claims be about the same thing, and how values compare.

    ``compare`` names the comparison of ``lint.comparison``: one of "listed", "same", "interval", "scale", "opposite".
    ``stage`` is the stage that its claims are about unless they say another ("any": the disease at every stage, ""
    : the one under discussion). ``disease`` is a word class: the names of the diseases that it is about end in one of
    its words ("" : any disease).
    """

    name: str
    about: str
    slots: tuple[Slot, ...]
    key: tuple[str, ...]
    compare: str
    stage: str = ""
    disease: str = ""

    def slot(self, name: str) -> Slot | None:
        """Return the slot of that name, or None."""
        return next((slot for slot in self.slots if slot.name == name), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a source: character offsets, 1-based line and column (end exclusive), and the words."""

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a claim was read as it was: a cue, a pattern or an inheritance, in words for ``explain``.

    ``role`` is "pattern", "cue", "subject", "condition" or "value"; ``detail`` says what it did; ``quote`` are
    the words, "" where there are none.
    """

    role: str
    detail: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A typed value about a subject, as a text states it. The names are those of the JSON output."""

    kind: str
    condition: str
    slots: Mapping[str, SlotValue]
    place: Place
    certainty: Certainty = "definite"
    polarity: Polarity = "affirmed"
    concepts: Mapping[str, str] = field(default_factory=dict)
    closed: bool = False
    """Whether a list claims to be complete (not "include", "such as", "among them")."""
    block: int = 0
    """Index of the block in its document, for suppressions and the report."""
    sentence: int = -1
    """Number of the sentence in its document, -1 where unknown: what one sentence sets side by side is no contradiction."""
    evidence: tuple[Evidence, ...] = ()
