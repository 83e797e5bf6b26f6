"""Kinds of a disease that go by an adjective ("familial X", "acquired X"): each is a disease of its own name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.language.lexicon import Lexicon
from lint.language.units import Unit


def of_kind(units: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return the units with every disease joined to the adjective before it; a disease that a pack knows has forms of its own."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else None
        disease = unit.condition.disease if unit.condition else ""
        if (
            before is not None
            and not before.type
            and before.word in lexicon.disease_adjectives
            and lexicon.is_only_listed(disease)
            and unit.condition is not None
            and not unit.condition.subtypes
            and not unit.names
        ):
            name = f"{before.word} {disease}"
            condition = replace(unit.condition, disease=name)
            unit = replace(unit, word=name, start=before.start, condition=condition)
            found.pop()
        found.append(unit)
    return found
