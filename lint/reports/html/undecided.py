"""What could not be decided: a result of its own, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterable

from lint.reports.html.data import Section, Undecided


def undecided(sections: Iterable[Section]) -> tuple[Undecided, ...]:
    """Return what the cards leave undecided, in their order: one for each thing that is said, the most places first."""
    found = []
    for section in sections:
        for topic in section.topics:
            for card in topic.cards:
                for variant in card.variants:
                    open_ = tuple(spot for spot in variant.spots if spot.state == "undecided")
                    if any(spot.page for spot in open_):
                        near = (card.approved,) if card.approved else card.nearest
                        found.append(Undecided(variant.anchor, card.kind, card.title, variant.says, near, open_))
    return tuple(sorted(found, key=lambda one: -len(one.spots)))
