"""What a wrong name was probably meant to be, for messages."""

from __future__ import annotations

from collections.abc import Iterable

LIKE = 60.0
"""The likeness (0 to 100) from which a name is worth suggesting."""
SHOWN = 24
"""How many choices are listed beside a suggestion."""


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that is most like the word, or None where none is like it; of equals, the first."""
    from rapidfuzz import fuzz, process  # at a wrong name, and not in every run

    names = list(dict.fromkeys(choices))
    found = process.extractOne(word.lower(), names, scorer=fuzz.ratio, score_cutoff=LIKE)
    return str(found[0]) if found else None


def instead(word: str, choices: Iterable[str], called: str) -> str:
    """Return the end of a message about a wrong name: the likeliest right one, and what there is.

    ``called`` names the choices, in the plural ("kinds").
    """
    names = list(dict.fromkeys(choices))
    near = nearest(word, names)
    if not names:
        return f"; there are no {called}"
    listed = f"the {called} are: {', '.join(names)}" if len(names) <= SHOWN or not near else ""
    if near is None:
        return f"; {listed}"
    return f"; did you mean {near!r}?" + (f" ({listed})" if listed else "")
