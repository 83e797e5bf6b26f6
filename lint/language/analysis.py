"""A sentence as patterns see it: units (words, and mentions with a type), the cues passed over, and the clauses.

Patterns run over typed mentions, not raw words, so that one line covers inflections, lists ("bone, lung and
liver") and small words. Determiners, adverbs and auxiliaries are passed over: they are kept as cues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lint.language import quantities
from lint.language.conditions import Condition
from lint.language.lexicon import Lexicon, Name, Token
from lint.language.quantities import Quantity
from lint.packs import Cue

TYPES = {
    name: chr(0xE000 + number)
    for number, name in enumerate(
        ("site", "sites", "condition", "subtype", "therapy", "people", "share", "most", "duration", "mark", "number", "age", "multiple", "other")
    )
}
_QUANTITY_TYPES = {"share": "share", "duration": "duration", "timemark": "mark", "number": "number", "age": "age", "multiple": "multiple", "other": "other"}
_DETERMINERS = frozenset(("a", "an", "the"))
_BOUNDARIES = frozenset((";", ":", "(", ")", "\u2013", "\u2014", "but", "while", "whereas", "although", "though", "because", "?", "!"))
_JOINERS = frozenset((",", "and", "or", "&", "the", "a", "an", "your", "their", "its", "to", "in", "then", "also", "/", "with", "plus", "as", "well", "even", "sometimes", "both", "of"))
_GENERIC = frozenset(
    ("cancer", "cancers", "disease", "diseases", "illness", "condition", "tumor", "tumors", "tumour", "tumours", "carcinoma", "carcinomas", "malignancy")
)
_PREFIXED = frozenset(("cancer", "cancers", "carcinoma", "carcinomas", "sarcoma", "lymphoma", "leukemia", "leukaemia", "syndrome"))
MAX_UNITS = 160


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a mention: its type ("" for a word), what it is, and its span in the document's text."""

    word: str
    start: int
    end: int
    type: str = ""
    ids: tuple[str, ...] = ()
    quantity: Quantity | None = None
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class SeenCue:
    """A cue in a sentence: it stands before the unit number ``at``."""

    cue: Cue
    at: int
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence ready for patterns. ``code`` is the encoded unit stream; ``offsets[i]`` is where unit i begins in it."""

    start: int
    end: int
    text: str
    units: tuple[Unit, ...]
    cues: tuple[SeenCue, ...]
    clauses: tuple[int, ...]
    code: str = field(repr=False, default="")
    offsets: tuple[int, ...] = field(repr=False, default=())

    @property
    def question(self) -> bool:
        """Whether the sentence asks."""
        return self.text.rstrip("\"' )").endswith("?")


def analyse(text: str, start: int, tokens: Sequence[Token], lexicon: Lexicon) -> Sentence:
    """Turn a sentence's tokens into units: quantities first, then the longest names, then what they make together."""
    found = [
        Quantity(q.type, q.low, q.high, q.unit, q.start + start, q.end + start, q.noun, q.exact) for q in quantities.find(text)
    ]
    units, cues = _units(tokens, found, lexicon)
    units, cues = _without_asides(units, cues)
    units, cues = _coordinate(*_compose(units, cues))
    if len(units) > MAX_UNITS:
        units = units[:MAX_UNITS]
        cues = [cue for cue in cues if cue.at <= MAX_UNITS]
    clauses, clause = [], 0
    for unit in units:
        if not unit.type and unit.word in _BOUNDARIES:
            clause += 1
        clauses.append(clause)
    parts, offsets, at = [], [], 0
    for number, unit in enumerate(units):
        piece = f"{TYPES[unit.type]}{chr(0xF000 + number)} " if unit.type else f"{unit.word} "
        offsets.append(at)
        parts.append(piece)
        at += len(piece)
    return Sentence(start, start + len(text), text, tuple(units), tuple(cues), tuple(clauses), "".join(parts), tuple(offsets))


def _units(tokens: Sequence[Token], found: list[Quantity], lexicon: Lexicon) -> tuple[list[Unit], list[SeenCue]]:
    units: list[Unit] = []
    cues: list[SeenCue] = []
    kept = [token for token in tokens if token.word not in ("-", "/", '"', "'", "*")] if any(t.word in "-/\"'*" for t in tokens) else list(tokens)
    wordlist = [token.word for token in kept]
    waiting = iter(found)
    quantity = next(waiting, None)
    at = 0
    while at < len(kept):
        token = kept[at]
        while quantity and quantity.end <= token.start:
            quantity = next(waiting, None)
        if quantity and token.end > quantity.start:
            beyond = lexicon.match(wordlist, at)
            if beyond and any(n.type in ("stages", "subtypes", "diseases", "therapies") for n in beyond[1]) and kept[at + beyond[0] - 1].end >= quantity.end:
                pass
            else:
                end = at + 1
                while end < len(kept) and kept[end].start < quantity.end:
                    end += 1
                type_ = _QUANTITY_TYPES[quantity.type]
                if type_ == "share" and not quantity.exact:
                    type_ = "most"
                units.append(Unit("", quantity.start, max(quantity.end, kept[end - 1].end) if kept[end - 1].end == quantity.end else quantity.end, type_, quantity=quantity))
                if quantity.noun:
                    units.append(Unit(quantity.noun, quantity.start, quantity.end, "people", (quantity.noun,)))
                at = end
                continue
        match = lexicon.match(wordlist, at)
        if match:
            size, names = match
            span = kept[at].start, kept[at + size - 1].end
            at += size
            cue = next((name.cue for name in names if name.cue), None)
            if cue is not None:
                if cue.opaque:
                    cues.append(SeenCue(cue, len(units), *span))
                    units.extend(Unit(t.word, t.start, t.end) for t in kept[at - size : at])
                else:
                    cues.append(SeenCue(cue, len(units), *span))
                continue
            units.append(_mention(names, wordlist[at - size : at], *span))
            continue
        at += 1
        if token.word not in _DETERMINERS:
            units.append(Unit(token.word, token.start, token.end))
    return units, cues


_RAW = {"sites": "site", "diseases": "condition", "stages": "stage", "subtypes": "subtype", "therapies": "therapy", "people": "people"}


def _mention(names: Sequence[Name], spelled: Sequence[str], start: int, end: int) -> Unit:
    name = names[0]
    type_ = _RAW.get(name.type, "")
    word = " ".join(spelled)
    if type_ == "condition":
        if name.use == "own":
            return Unit(word, start, end, "stage", ("early", "after"))
        return Unit(word, start, end, "condition", (name.id,), condition=Condition(disease=name.id))
    if type_ == "stage":
        return Unit(word, start, end, "stage", (name.id, name.use))
    if type_ == "site" and name.use == "adjectives":
        return Unit(word, start, end, "site", (name.id,))
    return Unit(word, start, end, type_, (name.id,))


def _without_asides(units: list[Unit], cues: list[SeenCue]) -> tuple[list[Unit], list[SeenCue]]:
    """Drop what stands in brackets, unless it holds a quantity, a site or is all that there is."""
    if not any(unit.word == "(" and not unit.type for unit in units):
        return units, cues
    keep = [True] * len(units)
    opened: int | None = None
    for number, unit in enumerate(units):
        if not unit.type and unit.word == "(":
            opened = number
        elif not unit.type and unit.word == ")" and opened is not None:
            inside = units[opened + 1 : number]
            if opened > 0 and not any(u.type in ("share", "duration", "mark", "number", "most") for u in inside):
                keep[opened : number + 1] = [False] * (number + 1 - opened)
            opened = None
    return _kept(units, cues, keep)


def _kept(units: list[Unit], cues: list[SeenCue], keep: list[bool]) -> tuple[list[Unit], list[SeenCue]]:
    position, new = [], 0
    for flag in keep:
        position.append(new)
        new += flag
    position.append(new)
    moved = [SeenCue(c.cue, position[min(c.at, len(keep))], c.start, c.end) for c in cues]
    return [unit for unit, flag in zip(units, keep, strict=True) if flag], moved


def _compose(units: list[Unit], cues: list[SeenCue]) -> tuple[list[Unit], list[SeenCue]]:
    """Join stage, subtype and disease that stand together into one condition."""
    result: list[Unit] = []
    mapping: list[int] = []
    at = 0
    while at < len(units):
        end, condition = _condition_at(units, at)
        if condition is not None:
            mapping.extend([len(result)] * (end - at))
            joined = " ".join(u.word for u in units[at:end])
            result.append(Unit(joined, units[at].start, units[end - 1].end, "condition", condition=condition))
            at = end
            continue
        unit = units[at]
        mapping.append(len(result))
        if unit.type == "stage":
            unit = Unit(unit.word, unit.start, unit.end)
            for word in unit.word.split():
                result.append(Unit(word, unit.start, unit.end))
        else:
            result.append(unit)
        at += 1
    mapping.append(len(result))
    return result, [SeenCue(c.cue, mapping[min(c.at, len(mapping) - 1)], c.start, c.end) for c in cues]


def _condition_at(units: list[Unit], at: int) -> tuple[int, Condition | None]:
    """Read a condition that begins at a unit: modifiers, a disease or a word for one, and what follows it."""
    stage, subtypes, disease, end = "", [], "", at
    start = at
    joined = at
    alone = False
    while end < len(units):
        unit = units[end]
        if unit.type == "stage" and unit.ids[1] != "after":
            stage = stage or unit.ids[0]
            alone = alone or unit.ids[1] == "alone"
        elif unit.type == "subtype":
            subtypes.append(unit.ids[0])
        elif not (not unit.type and unit.word in (",", "and") and end > start and end + 1 < len(units) and units[end + 1].type in ("stage", "subtype") and units[end - 1].type == "subtype" and subtypes):
            break
        elif unit.word == "and" and units[end - 1].type == "subtype" and _opposed(units[end - 1], units[end + 1]):
            break
        else:
            end += 1
            continue
        end += 1
        joined = end
    end = joined
    head = False
    if end < len(units):
        unit = units[end]
        following = units[end + 1] if end + 1 < len(units) else None
        if unit.type == "condition" and unit.condition is not None:
            disease, head, end = unit.condition.disease, True, end + 1
        elif unit.type == "site" and following is not None and not following.type and following.word in _PREFIXED:
            disease, head, end = f"{unit.word} {_singular(following.word)}", True, end + 2
        elif not unit.type and unit.word in _GENERIC and (stage or subtypes or at == end):
            head, end = True, end + 1
    if not head and not alone and not (subtypes and False):
        return at, None
    while end < len(units) and units[end].type == "stage" and units[end].ids[1] in ("after", "alone"):
        stage = units[end].ids[0]
        end += 1
    if not head and not stage:
        return at, None
    return end, Condition(disease, stage, tuple(subtypes))


def _opposed(a: Unit, b: Unit) -> bool:
    return a.ids[0].rpartition("-")[0] == b.ids[0].rpartition("-")[0]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _coordinate(units: list[Unit], cues: list[SeenCue]) -> tuple[list[Unit], list[SeenCue]]:
    """Join sites, and likewise therapies and subtypes, that stand in a list ("the bones, lungs and liver") into one mention."""
    result: list[Unit] = []
    mapping: list[int] = []
    at = 0
    while at < len(units):
        unit = units[at]
        mapping.append(len(result))
        if unit.type in ("site", "therapy", "subtype"):
            members, end = [unit], at + 1
            while (nxt := _next_member(units, end, unit.type)) is not None:
                members.append(units[nxt])
                end = nxt + 1
            ids = tuple(dict.fromkeys(member.ids[0] for member in members))
            if len(members) > 1:
                mapping.extend([len(result)] * (end - at - 1))
                type_ = "sites" if unit.type == "site" and len(ids) > 1 else unit.type
                words = " ".join(u.word for u in units[at:end])
                result.append(Unit(words, unit.start, units[end - 1].end, type_, ids))
                at = end
                continue
        result.append(unit)
        at += 1
    mapping.append(len(result))
    return result, [SeenCue(c.cue, mapping[min(c.at, len(mapping) - 1)], c.start, c.end) for c in cues]


def _next_member(units: list[Unit], at: int, type_: str) -> int | None:
    """Return the next unit of a list, when nothing but joining words (at least a comma, "and" or "or") stands between."""
    joined = False
    for number in range(at, min(at + 6, len(units))):
        unit = units[number]
        if unit.type == type_:
            return number if joined else None
        if unit.type or unit.word not in _JOINERS:
            return None
        joined = joined or unit.word in (",", "and", "or", "&", "then", "plus")
    return None


WORD = re.compile(r"[^ ]+ ")
