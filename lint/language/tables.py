"""Table rows as sentences: a cell is read together with its row header, its column header and the caption."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lint.documents.document import Block
from lint.language.analysis import finish
from lint.language.conditions import Condition
from lint.language.lexicon import Lexicon
from lint.language.row_shares import VAGUE
from lint.language.units import Sentence, Unit

_PERCENT = frozenset(("%", "percent", "percentage", "share", "proportion"))
_BELOW_THE_TITLE = 2
"""The headings above a table that has one of its own."""
_TIMES = ("months", "years")
_BARE = 8
"""The units of the longest definition that is only a figure and whom it is of."""
_STAGE, _EVENT = "stage", "event="
_COLON = Unit(":", 0, 0)


def rows(
    blocks: Sequence[Block],
    cells: Sequence[int],
    analysed: Mapping[int, Sequence[Sentence]],
    lexicon: Lexicon,
    begins: int,
) -> Iterator[tuple[int, Sentence]]:
    """Yield (block, sentence) for each body cell of a row that says something with its headers.

    ``begins`` is the first block of the table: what stands before it may say that its numbers are of a hundred.

    A bare number under a header or caption that speaks of percent is a share; offsets of the units are those of their
    own blocks, so that words of a slot are found where they stand.
    """
    before = begins - 1
    for index in cells:
        cell = blocks[index].cell
        if cell is None or cell.header:
            continue
        headers = [h for h in (*cell.row_headers, *cell.column_headers) if h != index]
        if cell.caption is not None:
            headers.append(cell.caption)
        own = _units(analysed.get(index, ()))
        if not own or index in cell.row_headers:
            continue
        if (heading := _heading(blocks, index, headers[len(cell.row_headers) :], analysed)) is not None:
            headers.append(heading)
        above = [_units(analysed.get(header, ())) for header in headers]
        if cell.caption is not None:
            above[headers.index(cell.caption)] = _without_events(
                analysed.get(cell.caption, ()), cell.column_headers, analysed
            )
        column = (
            _units(analysed.get(first, ())) if (first := _first_column(blocks, cell.row_headers)) is not None else []
        )
        above[: len(cell.row_headers)] = [
            _timed(_staged(part, column, lexicon), column) for part in above[: len(cell.row_headers)]
        ]
        if _of_another(analysed.get(first, ()) if first is not None else (), cell.column_headers, analysed):
            above[: len(cell.row_headers)] = [
                [_unnamed(unit) for unit in part] for part in above[: len(cell.row_headers)]
            ]
        figures = any(unit.type in ("share", "most", "number") for unit in own)
        staged = any(c.stage for part in above[: len(cell.row_headers)] for unit in part if (c := unit.condition))
        if figures and not staged and not any(unit.type == "site" for part in above for unit in part):
            above += _site_beside(blocks, cells, index, analysed)
        if any(_of_a_hundred(unit) for units in (*above, _units(analysed.get(before, ()))) for unit in units):
            own = [_as_share(unit) for unit in own]
        elif unit_of_time := next((time for part in above if (time := _unit_of_time(part))), ""):
            own = [_as_duration(unit, unit_of_time) for unit in own]
        units: list[Unit] = []
        for number, part in enumerate(above):
            head = _flat(part) if number >= len(cell.row_headers) else part
            units.extend(_unbracketed(head) if figures else part)
            units.append(replace(_COLON, start=own[0].start, end=own[0].start))
        units.extend(own)
        low = min(unit.start for unit in units)
        high = max(unit.end for unit in units)
        yield index, _joined(units, low, high, lexicon)


def _heading(
    blocks: Sequence[Block], index: int, above: Sequence[int], analysed: Mapping[int, Sequence[Sentence]]
) -> int | None:
    """Return the heading of a table whose caption and heads of columns say no more than that figures follow: it says of what."""
    headings = blocks[index].headings
    told = (unit for head in above for unit in _units(analysed.get(head, ())))
    if len(headings) < _BELOW_THE_TITLE or any(unit.type or not (unit.filler or _is_vague(unit)) for unit in told):
        return None
    own = analysed.get(headings[-1], ())
    if all(len(sentence.units) == 1 and sentence.has("form-noun") for sentence in own):
        # "Types": what the rows are, and not what they are a share of.
        return None
    return headings[-1]


def _is_vague(unit: Unit) -> bool:
    return unit.word in _PERCENT or unit.word in VAGUE or not unit.word[:1].isalnum()


def _of_another(column: Sequence[Sentence], heads: Sequence[int], analysed: Mapping[int, Sequence[Sentence]]) -> bool:
    """Tell whether the diseases in the first column are causes of what the table is of, or are held against a disease that the
    head above a figure names ("Cause | Share", "Illness | Share with <disease>")."""
    if any(sentence.has("cause-noun") or sentence.has("factor-noun") for sentence in column):
        return True
    named = (unit.condition for head in heads for unit in _units(analysed.get(head, ())))
    return any(condition is not None and condition.disease for condition in named)


def _unnamed(unit: Unit) -> Unit:
    return replace(unit, type="", condition=None) if unit.condition is not None and unit.condition.disease else unit


def _site_beside(
    blocks: Sequence[Block], cells: Sequence[int], index: int, analysed: Mapping[int, Sequence[Sentence]]
) -> list[list[Unit]]:
    """Return the one cell of a row that holds a site and nothing else ("<disease> | <site> | 80%"), none where several do."""
    found = []
    for other in cells:
        cell = blocks[other].cell
        units = _units(analysed.get(other, ()))
        named = [unit for unit in units if not unit.filler]
        if cell is not None and other != index and len(named) == 1 and named[0].type == "site":
            found.append(units)
    return found if len(found) == 1 else []


def _first_column(blocks: Sequence[Block], row_headers: Sequence[int]) -> int | None:
    """Return the block of the head of the column in which a row's header stands, None where it has none."""
    cell = blocks[row_headers[0]].cell if row_headers else None
    return cell.column_headers[0] if cell is not None and cell.column_headers else None


def telling(sentence: Sentence) -> frozenset[int]:
    """Return the units of a cell that may be all that it says in brackets: of its stage ("Far away (distant)"), of its unit ("(%)", "(months)")."""
    stages = {
        at
        for name, spans in sentence.classes.items()
        if name.startswith("stage=")
        for first, last in spans
        for at in range(first, last)
    }
    units = {at for at, unit in enumerate(sentence.units) if unit.word in _PERCENT or unit.word in _TIMES}
    return frozenset(stages | units)


def _staged(header: Sequence[Unit], column: Sequence[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return the units of a row's header; a number below "stage" is that stage."""
    if len(header) != 1 or column is header:
        return list(header)
    unit = header[0]
    numbered = unit.quantity is not None and unit.quantity.low is not None
    if numbered and not any(part.word == _STAGE for part in column):
        return list(header)
    number = f"{unit.quantity.low:g}" if numbered and unit.quantity else unit.word
    match = lexicon.match([_STAGE, number], 0) or lexicon.match([number], 0)
    if match is None or match[1][0].type != "stages":
        return list(header)
    return [replace(unit, type="condition", condition=Condition(stage=match[1][0].id), quantity=None)]


def _timed(header: list[Unit], column: Sequence[Unit]) -> list[Unit]:
    """Return the units of a row's header; a time alone, or a number below "years", is when the figures of the row are told."""
    quantity = header[0].quantity if len(header) == 1 else None
    if quantity is None or quantity.low is None or quantity.low != quantity.high:
        return header
    unit_of_time = (
        quantity.unit if header[0].type == "duration" else _unit_of_time(column) if header[0].type == "number" else ""
    )
    if not unit_of_time:
        return header
    return [replace(header[0], type="mark", quantity=replace(quantity, type="timemark", unit=unit_of_time))]


def defined(term: Sequence[Sentence], sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a definition that is only a figure together with the term that it is of ("<site>" above "70%")."""
    units = _units(term)
    ends = (at for at, unit in enumerate(sentence.units) if unit.word == "," and not unit.type)
    first = sentence.units[: next(ends, len(sentence.units))]
    bare = len(first) <= _BARE and not any(unit.type in ("site", "condition") for unit in first)
    bare = bare and not sentence.of_type("site") and any(u.type in ("share", "most", "duration") for u in first)
    if not bare or not units or units[-1].word == "?":
        return sentence
    colon = replace(_COLON, start=sentence.start, end=sentence.start)
    return _joined([*units, colon, *sentence.units], units[0].start, sentence.end, lexicon)


def labelled(term: Sequence[Sentence], header: Sequence[Sentence], sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a statement behind what it is of: "<term> : <header> : <statement>", the header left out where there is none."""
    units: list[Unit] = []
    for part in (_unexplained(_units(term)), _units(header)):
        while part and not part[-1].type and part[-1].word in ("?", ":", "."):
            part.pop()
        if part:
            units += [*part, replace(_COLON, start=sentence.start, end=sentence.start, edge=True)]
    units += sentence.units
    if not units:
        return sentence
    low = min(unit.start for unit in units)
    return _joined(units, low, max(unit.end for unit in units), lexicon)


def _unexplained(units: list[Unit]) -> list[Unit]:
    """Return the units of a label without what it adds in brackets at its end ("Walking (30 minutes a day)")."""
    opens = next((at for at, unit in enumerate(units) if unit.word == "(" and not unit.type), 0)
    return units[:opens] if opens and units[-1].word == ")" else units


def _unit_of_time(header: Sequence[Unit]) -> str:
    """Return the unit that a header gives the numbers below it ("Median survival (months)", "Years lived"), "" for none."""
    words = [unit.word for unit in header if not unit.type]
    return next((word for word in words if word in _TIMES), "") if not any(unit.quantity for unit in header) else ""


def _as_duration(unit: Unit, unit_of_time: str) -> Unit:
    quantity = unit.quantity
    if unit.type != "number" or quantity is None:
        return unit
    return replace(unit, type="duration", quantity=replace(quantity, type="duration", unit=unit_of_time))


def _flat(header: Sequence[Unit]) -> list[Unit]:
    """Return the units of a head as one clause: no sign in it parts a label, and what stands in brackets and names nothing is an aside."""
    flat: list[Unit] = []
    for unit in header:
        if unit.type or unit.word not in (")", ":", ","):
            flat.append(unit)
        elif unit.word == ")":
            opened = max((at for at, one in enumerate(flat) if one.word == "(" and not one.type), default=len(flat))
            aside = flat[opened + 1 :]
            telling = any(one.type not in ("", "people", "number") or one.word in (*_PERCENT, *_TIMES) for one in aside)
            flat = [*flat, unit] if telling or opened == len(flat) else flat[:opened]
    return flat


def _of_a_hundred(unit: Unit) -> bool:
    """Tell whether a word of a header says that the numbers below it are of a hundred."""
    return unit.word in _PERCENT or (unit.type == "number" and unit.quantity is not None and unit.quantity.low == 100.0)


def _without_events(
    caption: Sequence[Sentence], heads: Sequence[int], analysed: Mapping[int, Sequence[Sentence]]
) -> list[Unit]:
    """Return the units of a caption without the events of which the heads of the columns have one each ("at .. and at ..")."""
    of_heads = any(_events(sentence) for head in heads for sentence in analysed.get(head, ()))
    units: list[Unit] = []
    for sentence in caption:
        told = {at for first, last in _events(sentence) for at in range(first, last)} if of_heads else set()
        left = [unit for at, unit in enumerate(sentence.units) if at not in told]
        units += [unit for unit in left if not told or unit.type or unit.word not in ("and", "or", ",")]
    return units


def _events(sentence: Sentence) -> list[tuple[int, int]]:
    return [span for name, spans in sentence.classes.items() if name.startswith(_EVENT) for span in spans]


def _unbracketed(units: Sequence[Unit]) -> list[Unit]:
    """Return the units of a head, what it says of the figures in brackets ("(% of people)", "(months)") as a part of its own."""
    if not any(unit.word in _PERCENT or unit.word in _TIMES for unit in units):
        return list(units)
    signs = [replace(unit, word=":") if unit.word == "(" and not unit.type else unit for unit in units]
    kept = [unit for unit in signs if unit.type or unit.word not in (")", "%", *_TIMES)]
    return kept[:-1] if kept and kept[-1].word == ":" and not kept[-1].type else kept


def _units(sentences: Sequence[Sentence]) -> list[Unit]:
    return [_worded(unit, sentence) for sentence in sentences for unit in sentence.units]


def _worded(unit: Unit, sentence: Sentence) -> Unit:
    """Return a unit with its words as its name where it is a figure, which has none: what is joined is not read anew."""
    if unit.quantity is None or unit.names or unit.word:
        return unit
    return replace(unit, names=(sentence.source(unit.start, unit.end),))


def _as_share(unit: Unit) -> Unit:
    quantity = unit.quantity
    if unit.type == "number" and quantity is not None and (quantity.high or quantity.low or 0) <= 100:
        return replace(unit, type="share", quantity=replace(quantity, type="share", unit="%"))
    return unit


def _joined(units: list[Unit], low: int, high: int, lexicon: Lexicon) -> Sentence:
    """Return a sentence whose text is the words of the units, in their order in the document and without the rest of it.

    A row far down a table costs no more than the first: what lies between it and its headers is left out.
    """
    parts: list[str] = []
    left_out: list[tuple[int, int]] = []
    place, less = low, 0
    for unit in sorted(units, key=lambda unit: (unit.start, unit.end)):
        if unit.end <= place:
            continue
        if unit.start > place:
            if unit.start > place + 1:
                less += unit.start - place - 1
                left_out.append((unit.start, less))
            parts.append(" ")
            place = unit.start
        parts.append(_as_words(unit).ljust(unit.end - unit.start)[place - unit.start : unit.end - unit.start])
        place = unit.end
    if high > place:
        left_out.append((high, less + high - place - 1))
        parts.append(" ")
    return finish("".join(parts), low, units, lexicon, tuple(left_out))


def _as_words(unit: Unit) -> str:
    """Return the words of a unit, of a figure those that it is given in."""
    return unit.word or (unit.names[0] if unit.quantity is not None and unit.names else "")
