"""Equal parts of many claims, kept once: a corpus says few things, and says them on many pages."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from lint.claims import Claim, Place

T = TypeVar("T", bound=Hashable)


@dataclass
class Shared:
    """Remembers words, slots and evidence, and makes claims of those that it has met before."""

    _met: dict[Any, Any] = field(default_factory=dict, repr=False)
    _mappings: dict[Any, Mapping[str, Any]] = field(default_factory=dict, repr=False)

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Return equal claims that share their parts with all that were given before."""
        return tuple(map(self._claim, claims))

    def _claim(self, claim: Claim) -> Claim:
        place = claim.place
        return Claim(
            self._one(claim.kind),
            self._one(claim.condition),
            self._mapping(claim.slots),
            Place(
                self._one(place.path),
                place.start,
                place.end,
                place.line,
                place.column,
                place.end_line,
                place.end_column,
                self._one(place.quote),
            ),
            claim.certainty,
            claim.polarity,
            self._mapping(claim.concepts),
            claim.closed,
            claim.block,
            claim.sentence,
            self._one(tuple(map(self._one, claim.evidence))),
        )

    def _one(self, value: T) -> T:
        found: T = self._met.setdefault(value, value)
        return found

    def _mapping(self, given: Mapping[str, Any]) -> Mapping[str, Any]:
        # 1, 1.0 and True are equal, and are written in different ways.
        key = tuple((name, type(value), value) for name, value in given.items())
        found: Mapping[str, Any] = self._mappings.setdefault(
            key,
            {self._one(name): self._one(value) if isinstance(value, str) else value for name, value in given.items()},
        )
        return found
