"""From a sentence's tokens to units: quantities first, then the longest names, then what they make together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language import chromosomes, quantities, semicolons
from lint.language.conditions import Condition
from lint.language.encoding import encode
from lint.language.figures import Quantity
from lint.language.kinds import of_kind
from lint.language.lexicon import MINUS, Lexicon, Name
from lint.language.naming import named, together
from lint.language.numbered import is_numeral, numbered
from lint.language.phrases import in_full
from lint.language.pipeline import Tokens
from lint.language.units import EDGE_SIGNS, EDGE_WORDS, MAX_UNITS, SeenCue, Sentence, Unit

_QUANTITY_TYPES = {
    "share": "share", "duration": "duration", "timemark": "mark", "number": "number", "age": "age", "multiple": "multiple", "all": "all",
}  # fmt: skip
_RAW_TYPES = {
    "sites": "site", "diseases": "condition", "stages": "stage", "subtypes": "subtype", "therapies": "therapy", "people": "people",
}  # fmt: skip
_EDGES = EDGE_SIGNS | EDGE_WORDS
_COMPARATIVES = frozenset((
    "higher", "lower", "greater", "smaller", "bigger", "likelier", "increased", "reduced", "raised", "more", "less",
    "fewer",
))  # fmt: skip
_HEARD = frozenset(("", "people"))
"""Types of units whose words may be part of a cue."""
_SILENT = frozenset("-/\"'*_")
_LEADER = "...."
"""What leads from a label to its figure, as a colon does."""
_SUSPENDING = frozenset(("and", "or", "to", "plus"))
"""Words behind the hyphen of a word whose second half comes later."""
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
_LEADING = frozenset(("to", "in", "into"))
_SPELLED = frozenset(("condition", "therapy", "subtype"))
_COMPARED = frozenset(("after", "besides", "behind", "unlike"))
"""Words before a site that others are compared with."""
_PLAIN = re.compile(r"[^\W_]+")
_APART = 8
"""How many units at the most stand between two members of a list."""
_TUMOURS = frozenset(("tumours", "tumors", "cancers"))
_LINKS = frozenset((",", "and", "or", "nor", "&", "plus", "/"))


def analyse(text: str, start: int, tokens: Tokens, lexicon: Lexicon) -> Sentence:
    """Turn a sentence's tokens into units; ``start`` is where it begins in the document."""
    units = _units(tokens, start, quantities.find(text), lexicon)
    units = [_worded(unit, text, start) if unit.type in _SPELLED else unit for unit in units]
    if chromosomes.TOLD.search(text):
        units = chromosomes.called(units, text, start)
    units = named(units, text, start, lexicon)
    units = together(coordinated(_composed(units, lexicon, text, start)))[: MAX_UNITS - 1]
    if "type" in text or "Type" in text:
        units = numbered(units, text, start)
    if text.count(semicolons.SIGN) > 1:
        units = semicolons.joined(units)
    if any(unit.condition for unit in units):
        units = of_kind(units, text, start, lexicon)
    return finish(text, start, units, lexicon)


def finish(
    text: str, start: int, units: Sequence[Unit], lexicon: Lexicon, left_out: tuple[tuple[int, int], ...] = ()
) -> Sentence:
    """Return the sentence of the units: cues, clauses, classes and code."""
    fixed = tuple(units)
    words = ["" if unit.type else unit.word for unit in fixed]
    clauses, clause = [], 0
    for unit in fixed:
        clause += unit.edge
        clauses.append(clause)
    cued = [unit.word if unit.type in _HEARD else "" for unit in fixed]
    for at in [at for at, word in enumerate(cued) if word == "i" and is_numeral(fixed, at, text, start)]:
        cued[at] = ""
    cues: list[SeenCue] = []
    classes: dict[str, list[tuple[int, int]]] = {}
    codes: dict[int, str] = {}
    for at, (word, following) in enumerate(zip(words, (*words, "")[1:], strict=True)):
        if not word:
            continue
        if lexicon.begins_cue(word):
            for size, seen in lexicon.cues_at(cued, at):
                cues += [SeenCue(cue, at, at + size) for cue in seen]
        if (begun := lexicon.begun(word, following)) is None:
            continue
        found, code, longer = begun
        for key, names, coded in reversed(longer):
            if tuple(words[at : at + len(key)]) == key:
                found = [(len(key), names), *found]
                code += coded
        if code:
            codes[at] = code
        for size, names in found:
            span = (at, at + size)
            for name in names:
                classes.setdefault(name, []).append(span)
    encoded, offsets = encode(fixed, codes)
    return Sentence(
        start=start,
        end=start + len(text) + (left_out[-1][1] if left_out else 0),
        text=text,
        units=fixed,
        cues=tuple(_longest(cues)),
        clauses=tuple(clauses),
        classes={name: tuple(spans) for name, spans in classes.items()},
        code=encoded,
        offsets=offsets,
        question=text.rstrip("\"' )*_").endswith("?"),
        types=frozenset([unit.type for unit in fixed if unit.type]),
        left_out=left_out,
    )


def _longest(cues: list[SeenCue]) -> list[SeenCue]:
    """Keep the longest of cues that overlap: "not only" outranks "not"."""
    kept: list[SeenCue] = []
    for cue in sorted(cues, key=lambda c: (c.first - c.last, c.first)):
        if not any(cue.first < other.last and other.first < cue.last for other in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.first)


def _units(tokens: Tokens, offset: int, found: list[Quantity], lexicon: Lexicon) -> list[Unit]:
    units: list[Unit] = []
    words, starts, ends = _spoken(tokens, lexicon)
    waiting = iter(found)
    quantity = next(waiting, None)
    at = 0
    while at < len(words):
        word, start = words[at], starts[at]
        while quantity and quantity.end <= start:
            quantity = next(waiting, None)
        match = lexicon.match(words, at) if lexicon.may_begin(word) else None
        coded = quantity is not None and word[:1].isdigit() and chromosomes.CODE.fullmatch(word) is not None
        if (
            quantity
            and not coded
            and ends[at] > quantity.start
            and not (match and ends[at + match[0] - 1] > quantity.end)
        ):
            end = at + 1
            while end < len(words) and starts[end] < quantity.end:
                end += 1
            if quantity.type == "multiple" and end - at > 1 and words[end - 1] in _COMPARATIVES:
                # "40% higher": what it says of the risk is a word that rules read.
                end -= 1
                quantity = replace(quantity, end=ends[end - 1])
            units += _measured(
                quantity, offset, (min(quantity.start, start), _word_end(quantity, ends[end - 1])), lexicon
            )
            at = end
            continue
        if match:
            size, names = match
            # A stage that may stand alone ("stage 4") is one before its disease too.
            name = next((n for n in names if n.use == "alone"), names[0])
            units.append(_mention(name, " ".join(words[at : at + size]), offset + start, offset + ends[at + size - 1]))
            at += size
            continue
        edge = word in _EDGES
        units.append(
            Unit(word, offset + start, offset + ends[at], filler=not edge and word in lexicon.fillers, edge=edge)
        )
        at += 1
    return units


def _spoken(tokens: Tokens, lexicon: Lexicon) -> tuple[Sequence[str], Sequence[int], Sequence[int]]:
    """Return the words of tokens in full, their starts and ends, without the signs that rules do not hear."""
    if _SILENT.isdisjoint(tokens.words) and not any(word.startswith(_LEADER) for word in tokens.words):
        return in_full(tokens.words), tokens.starts, tokens.ends
    words = list(tokens.words)
    for at, word in enumerate(tokens.words):
        if word == "-" and _is_minus(tokens, at, lexicon):
            words[at] = MINUS
        elif word.startswith(_LEADER):
            words[at] = ":"
    kept = [at for at, word in enumerate(words) if word not in _SILENT]
    return (
        in_full([words[at] for at in kept]),
        [tokens.starts[at] for at in kept],
        [tokens.ends[at] for at in kept],
    )


def _is_minus(tokens: Tokens, at: int, lexicon: Lexicon) -> bool:
    """Tell whether a hyphen is the minus of a marker ("X- disease", "X-/Y+"), no half of a word ("X- and Y-positive")."""
    if not at or tokens.words[at - 1] not in lexicon.signed or tokens.ends[at - 1] != tokens.starts[at]:
        return False
    if at + 1 == len(tokens.words) or tokens.words[at + 1] in _SILENT:
        return True
    return tokens.starts[at + 1] > tokens.ends[at] and tokens.words[at + 1] not in _SUSPENDING


def _word_end(quantity: Quantity, end: int) -> int:
    """Return where a quantity ends: a bare number with its word ("their 70s")."""
    return end if quantity.type == "number" and end == quantity.end + 1 else quantity.end


def _measured(quantity: Quantity, offset: int, span: tuple[int, int], lexicon: Lexicon) -> list[Unit]:
    """Return a quantity as a unit of a span, and behind it the people that it names ("one woman in seven")."""
    placed = replace(quantity, start=quantity.start + offset, end=quantity.end + offset)
    type_ = _QUANTITY_TYPES.get(quantity.type, "other")
    type_ = "most" if type_ == "share" and not quantity.exact else type_
    units = [Unit("", offset + span[0], offset + span[1], type_, quantity=placed)]
    if quantity.noun:
        noun = lexicon.match(tuple(quantity.noun.lower().split()), 0)
        ids = (noun[1][0].id,) if noun and noun[1][0].type == "people" else (quantity.noun.lower(),)
        units.append(Unit(quantity.noun, placed.start, placed.end, "people", ids))
    return units


def _mention(name: Name, word: str, start: int, end: int) -> Unit:
    type_ = _RAW_TYPES.get(name.type, "")
    if type_ == "condition":
        return Unit(word, start, end, "condition", (name.id,), condition=Condition(disease=name.id))
    return Unit(word, start, end, type_, (name.id, name.use) if type_ in ("stage", "subtype") else (name.id,))


def _worded(unit: Unit, text: str, start: int) -> Unit:
    """Return a drug or subtype with the text's words for it, a disease of the lists with its hyphens."""
    if unit.type == "condition" and unit.condition is not None:
        spelled = " ".join(text[unit.start - start : unit.end - start].lower().split())
        if "-" in spelled and spelled.replace("-", " ") == unit.condition.disease:
            return replace(unit, condition=replace(unit.condition, disease=spelled))
        return unit
    if unit.type not in ("therapy", "subtype"):
        return unit
    return replace(unit, names=(" ".join(text[unit.start - start : unit.end - start].split()),))


def _form(units: Sequence[Unit], condition: Condition, lexicon: Lexicon, text: str, start: int) -> tuple[str, ...]:
    """Return the words of the form of a disease that the units of a condition name, none when they name none."""
    parts = [unit for unit in units if unit.type == "subtype"]
    if not parts and lexicon.is_form(condition.disease):
        parts = [unit for unit in units if unit.type in ("condition", "site")] or list(units)
        parts = [*parts[:1], units[-1]]
    if not parts:
        return ()
    return (" ".join(text[parts[0].start - start : parts[-1].end - start].split()),)


def _composed(units: list[Unit], lexicon: Lexicon, text: str, start: int) -> list[Unit]:
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
