"""From a sentence's tokens to units: quantities first, then the longest names, then what they make together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.language import chromosomes, quantities, semicolons
from lint.language.composed import composed
from lint.language.conditions import Condition
from lint.language.coordinated import coordinated
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
_SPELLED = frozenset(("condition", "therapy", "subtype"))


def analyse(text: str, start: int, tokens: Tokens, lexicon: Lexicon) -> Sentence:
    """Turn a sentence's tokens into units; ``start`` is where it begins in the document."""
    units = _units(tokens, start, quantities.find(text), lexicon)
    units = [_worded(unit, text, start) if unit.type in _SPELLED else unit for unit in units]
    if chromosomes.TOLD.search(text):
        units = chromosomes.called(units, text, start)
    units = named(units, text, start, lexicon)
    units = together(coordinated(composed(units, lexicon, text, start)))[: MAX_UNITS - 1]
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
