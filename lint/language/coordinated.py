"""Neighbours of one type in a list, joined to one mention ("<site>, <site> and, less often, <site>")."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.units import Unit

_JOINERS = frozenset((
    ",", "and", "or", "nor", "&", "the", "a", "an", "your", "their", "its", "his", "her", "to", "in", "also", "with", "plus", "as",
    "well", "even", "sometimes", "both", "of", "distant", "nearby", "other", "on", "into", "either", "any", "less", "more", "often", "occasionally",
    "frequently", "commonly", "rarely",
))  # fmt: skip
_JOINING = {
    "therapy": frozenset(("later", "then", "finally", "more", "recently", "newer", "now", "rarely", "else")),
    "site": frozenset(("for", "within", "indeed", "inside", "finally", "themselves", "itself")),
}
"""Words that may stand in a list of such mentions besides."""
_SELDOM = frozenset(("less", "rarely", "occasionally"))
_HOW_OFTEN = frozenset(("more", "less", "rarely", "often", "commonly", "frequently"))
"""What may tell of a site right behind it how often it is reached."""
_LEADING = frozenset(("to", "in", "into"))
_COMPARED = frozenset(("after", "besides", "behind", "unlike"))
"""Words before a site that others are compared with."""
_APART = 8
"""How many units at the most stand between two members of a list."""
_LINKS = frozenset((",", "and", "or", "nor", "&", "plus", "/"))


def coordinated(units: list[Unit]) -> list[Unit]:
    """Join sites, and likewise therapies and subtypes, that stand in a list into one mention."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if unit.type in ("site", "therapy", "subtype"):
            members, end = [unit], at + 1
            apart = unit.type == "site" and _set_apart(units, at)
            while not apart and (found := _next_member(units, end, unit.type)) is not None:
                members.append(units[found])
                end = found + 1
            ids = tuple(dict.fromkeys(id_ for member in members for id_ in member.ids))
            if len(members) > 1:
                words = " ".join(u.word for u in units[at:end] if u.word)
                names = tuple(name for member in members for name in member.names)
                if unit.type == "subtype" and not _excluding(members, units[at:end]):
                    names = (" and ".join(names),)
                result.append(Unit(words, unit.start, units[end - 1].end, unit.type, ids, names=names))
                at = end
                continue
        result.append(unit)
        at += 1
    return result


def _set_apart(units: list[Unit], at: int) -> bool:
    """Tell whether a comma ends what a site is only compared with ("after the <site>, the <site> is the most common")."""
    first = at
    while first > 0 and not units[first - 1].type and units[first - 1].filler:
        first -= 1
    before = units[first - 1].word if first > 0 and not units[first - 1].type else ""
    return before in _COMPARED and at + 1 < len(units) and units[at + 1].word == "," and not units[at + 1].type


def _excluding(members: Sequence[Unit], units: Sequence[Unit]) -> bool:
    """Tell whether listed subtypes are of different tumours ("A or B", "X-positive and X-low"), not of one ("A and B")."""
    bases = [member.ids[0].rpartition("-")[0] for member in members]
    return len(set(bases)) < len(bases) or any(not unit.type and unit.word in ("or", "nor") for unit in units)


def _next_member(units: list[Unit], at: int, type_: str) -> int | None:
    """Return the next member of a list, when nothing but joining words (at least a comma, "and" or "or") stands between."""
    joined = seldom = False
    for number in range(at, min(at + _APART, len(units))):
        unit = units[number]
        if seldom and type_ == "site" and not unit.type and unit.word in _LEADING:
            # "Mainly to the <site> and less often to the <site>" says two things.
            return None
        if number == at and type_ == "site" and not unit.type and unit.word in _HOW_OFTEN:
            # "To the <site> more often, and to the <site> less often" compares two.
            return None
        seldom = seldom or (not unit.type and unit.word in _SELDOM)
        if unit.type == type_:
            return number if joined else None
        if joined and type_ == "site" and unit.type == "people" and units[number - 1].word == "in":
            # "The <site>, the <site> and, in women, the <site>".
            continue
        if unit.type or (unit.word not in _JOINERS and unit.word not in _JOINING.get(type_, ())):
            return None
        joined = joined or unit.word in _LINKS
    return None
