"""Stage, form and disease that stand together, joined to one condition ("early <form> <disease>", "cancer of the <site>")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language.conditions import Condition
from lint.language.lexicon import Lexicon
from lint.language.units import Unit

_PLAIN = re.compile(r"[^\W_]+")
_TUMOURS = frozenset(("tumours", "tumors", "cancers"))


def composed(units: list[Unit], lexicon: Lexicon, text: str, start: int) -> list[Unit]:
    """Join stage, subtype and disease that stand together into one condition."""
    result: list[Unit] = []
    at = 0
    while at < len(units):
        if not units[at].type and not lexicon.may_name(units[at].word):
            result.append(units[at])
            at += 1
            continue
        end, condition = _condition_at(units, at, lexicon)
        if condition is not None:
            word = " ".join(unit.word for unit in units[at:end] if unit.word)
            form = _form(units[at:end], condition, lexicon, text, start)
            result.append(Unit(word, units[at].start, units[end - 1].end, "condition", condition=condition, names=form))
            at = end
            continue
        unit = units[at]
        if unit.type == "stage" or (unit.type == "subtype" and lexicon.is_adjective(unit.ids[0])):
            # A stage or adjective that belongs to no disease is plain words ("secondary", "early").
            result.extend(_plain_words(unit, text, start, lexicon))
        elif unit.type == "subtype":
            result.append(replace(unit, ids=unit.ids[:1]))
        else:
            result.append(unit)
        at += 1
    return result


def _form(units: Sequence[Unit], condition: Condition, lexicon: Lexicon, text: str, start: int) -> tuple[str, ...]:
    """Return the words of the form of a disease that the units of a condition name, none when they name none."""
    parts = [unit for unit in units if unit.type == "subtype"]
    if not parts and lexicon.is_form(condition.disease):
        parts = [unit for unit in units if unit.type in ("condition", "site")] or list(units)
        parts = [*parts[:1], units[-1]]
    if not parts:
        return ()
    return (" ".join(text[parts[0].start - start : parts[-1].end - start].split()),)


def _plain_words(unit: Unit, text: str, start: int, lexicon: Lexicon) -> list[Unit]:
    """Return the words of a mention as units of their own."""
    found = []
    for match in _PLAIN.finditer(text, unit.start - start, unit.end - start):
        word = match.group().lower()
        found.append(Unit(word, start + match.start(), start + match.end(), filler=word in lexicon.fillers))
    return found


def _condition_at(units: list[Unit], at: int, lexicon: Lexicon) -> tuple[int, Condition | None]:
    """Read a condition that begins at a unit: modifiers, a disease or a word for one, and a stage that follows it."""
    stage, subtypes, end, alone, either = "", [], at, False, False
    while end < len(units):
        unit = units[end]
        if unit.type == "stage" and unit.ids[1] != "after":
            stage = stage or unit.ids[0]
            alone = alone or unit.ids[1] == "alone"
            end += 1
        elif unit.type == "subtype":
            subtypes.append(unit.ids[0])
            end += 1
        elif subtypes and _joins_subtypes(units, end):
            either = either or units[end].word == "or"
            end += 1
        else:
            break
    disease, size = _head(units, end, lexicon, modified=end > at)
    if size == 0:
        # "Operable tumours" are cases of that stage.
        if subtypes or not (alone or (stage and _are_tumours(units, end))):
            return at, None
        return end, Condition(stage=stage)
    end += size
    while end < len(units) and units[end].type == "stage" and units[end].ids[1] in ("after", "alone"):
        stage = units[end].ids[0]
        end += 1
    if not (disease or stage or subtypes):
        return at, None
    if disease and not stage and _in_a_site(units, end):
        stage = lexicon.elsewhere
    found = tuple(dict.fromkeys(subtypes))
    return end, Condition(disease, stage, found[:1] if either else found, either=found if either else ())


def _are_tumours(units: list[Unit], at: int) -> bool:
    return at < len(units) and units[at].type == "people" and units[at].word in _TUMOURS


def _in_a_site(units: list[Unit], at: int) -> bool:
    """Tell whether "in the <site>" follows: a cancer that has come there from elsewhere."""
    if at >= len(units) or units[at].type or units[at].word not in ("in", "inside"):
        return False
    at += 1
    while at < len(units) and not units[at].type and units[at].filler:
        at += 1
    return at < len(units) and units[at].type == "site"


def _of_a_site(units: list[Unit], at: int) -> int:
    """Return the unit of the site in "cancer of the <site>", 0 where none follows."""
    if at >= len(units) or units[at].type or units[at].word != "of":
        return 0
    at += 1
    while at < len(units) and not units[at].type and units[at].filler:
        at += 1
    return at if at < len(units) and units[at].type == "site" and len(units[at].ids) == 1 else 0


def _joins_subtypes(units: list[Unit], at: int) -> bool:
    """Tell whether a comma or "and" joins two subtypes of one disease (not two that exclude each other)."""
    unit = units[at]
    if unit.type or unit.word not in (",", "and", "or") or at + 1 >= len(units):
        return False
    before, after = units[at - 1], units[at + 1]
    if before.type != "subtype" or after.type != "subtype":
        return False
    return unit.word == "or" or before.ids[0].rpartition("-")[0] != after.ids[0].rpartition("-")[0]


def _head(units: list[Unit], at: int, lexicon: Lexicon, *, modified: bool) -> tuple[str, int]:
    """Return the disease at a unit and how many units name it: a known one, "<site> cancer", or a bare word for one."""
    if at >= len(units):
        return "", 0
    unit = units[at]
    if unit.type == "condition" and unit.condition is not None:
        return unit.condition.disease, 1
    following = units[at + 1] if at + 1 < len(units) else None
    if not unit.type and lexicon.is_disease_noun(unit.word) and (place := _of_a_site(units, at + 1)):
        return lexicon.disease_of(units[place].ids[0], unit.word), place + 1 - at
    if following is not None and following.type in ("", "people") and lexicon.is_disease_noun(following.word):
        if unit.type == "site":
            # "Other <organ> cancers" are of the organ, not of the one on the other side.
            return lexicon.disease_of(unit.ids[0], following.word, unit.word.removeprefix("other ")), 2
        if not unit.type and lexicon.is_organ_word(unit.word):
            return f"{unit.word} {lexicon.disease_noun(following.word)}", 2
    if modified and not unit.type and lexicon.is_generic(unit.word):
        return "", 1
    return "", 0
