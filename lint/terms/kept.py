"""What the packs know of terms as JSON values, kept between runs: it is read in a fifth of the time that YAML takes.

The uses that prove the rules are left out: what is kept was proved.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from lint.terms.data import Confusion, Frame, Knowledge, Residue, Term

_SETS = (
    "eponyms", "eponym_heads", "ordinary", "right", "prefixes", "suffixes", "endings", "joiners", "compounds",
    "numbered", "hyphened",
)  # fmt: skip


def record(known: Knowledge) -> dict[str, object]:
    """Return what is known as JSON values."""
    return {
        "substitutes": known.substitutes,
        "terms": [[term.words, sorted(term.never), sorted(term.strong)] for term in known.terms],
        "frames": [[f.id, f.says, f.slots, sorted(f.also), f.closed] for f in known.frames],
        "confusions": [
            [c.wrong, c.right, *map(sorted, (c.after, c.before, c.near, c.never)), c.kind] for c in known.confusions
        ],
        "residue": [
            [r.id, r.source, r.flags, r.trigger, r.block, r.right, r.safe, r.glued, r.shape] for r in known.residue
        ],
        "lookalikes": [sorted(group) for group in known.lookalikes],
        "stems": known.stems,
        "usual": known.usual,
        "variants": known.variants,
        **{name: sorted(getattr(known, name)) for name in _SETS},
    }


def of_record(data: Mapping[str, Any]) -> Knowledge:
    """Return what a record says; raises KeyError, TypeError or ValueError where it is none."""
    sets: Mapping[str, frozenset[str]] = {name: frozenset(data[name]) for name in _SETS}
    return Knowledge(
        substitutes=_tuples(data["substitutes"]),
        terms=tuple(Term(tuple(words), frozenset(never), frozenset(strong)) for words, never, strong in data["terms"]),
        frames=tuple(
            Frame(id_, says, _tuples(slots), frozenset(also), closed, ())
            for id_, says, slots, also, closed in data["frames"]
        ),
        confusions=tuple(
            Confusion(wrong, right, frozenset(after), frozenset(before), frozenset(near), frozenset(never), kind, ())
            for wrong, right, after, before, near, never, kind in data["confusions"]
        ),
        residue=tuple(
            Residue(id_, source, flags, tuple(trigger), block, right, safe, glued, tuple(shape), ())
            for id_, source, flags, trigger, block, right, safe, glued, shape in data["residue"]
        ),
        lookalikes=frozenset(frozenset(group) for group in data["lookalikes"]),
        stems=tuple(data["stems"]),
        usual=tuple(data["usual"]),
        variants=data["variants"],
        **sets,
    )


def _tuples(listed: Mapping[str, Collection[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in listed.items()}
