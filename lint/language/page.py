"""A document while it is read: its sentences, what is under discussion, and the names that its pages give to diseases."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from lint.claims import Claim
from lint.diseases import Diseases
from lint.documents.document import Document
from lint.language import asides, eponyms, other_names, tables, unnamed
from lint.language.analysis import finish
from lint.language.conditions import Condition
from lint.language.discourse import (
    Topic,
)
from lint.language.kinds import of_kind
from lint.language.lexicon import Lexicon
from lint.language.main_disease import main_condition
from lint.language.numbered import numbered
from lint.language.told import only_a_form
from lint.language.units import Sentence, Unit

_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_WORDS = re.compile(r"[^\W\d_]+")
_TYPE = " type "
_AGES = frozenset(("adult", "childhood", "pediatric", "paediatric", "juvenile"))
OWN_PAGE = "own-page-disease"
_WHOM, _DRUGS = "whom-column", "drug-column"
_LONGEST_HEAD = 4
"""The words of the longest head that is a form of the page's disease."""
_LONGEST_FORM = 8
"""The words of the longest cell of a table that tells whom a drug is for."""
_TUMOURS = frozenset(("tumours", "tumors"))
_TITLE = 6
"""The words of the longest title that is of nothing else than what it names."""
NAMED_OFTEN, NAMED_MORE_OFTEN = 4, 2
"""How often, and how many times as often as a listed disease, a name that nobody lists must stand to be a page's topic."""


@dataclass
class Page:
    """What has been read of a document so far."""

    document: Document
    sentences: dict[int, list[Sentence]] = field(default_factory=dict)
    items: dict[int, list[int]] = field(default_factory=dict)
    rows: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    """The cells of every row of every table."""
    tables: dict[int, int] = field(default_factory=dict)
    """The first cell of every table."""
    headings: dict[int, Topic] = field(default_factory=dict)
    organs: dict[int, Condition] | None = None
    """What the headings mean that name nothing but an organ, None before that is looked at."""
    topic: Topic = field(default_factory=Topic)
    claims: list[Claim] = field(default_factory=list)
    own: str = ""
    """The disease that the page is about, "" where its title names several."""
    number: int = 0
    answered: int = 0
    """How many of the last claims only answer a question: a claim of their kind right behind them says it in full."""
    asking: bool = False
    """Whether the last sentence was a question: what it asks of is the topic of the next block too."""
    form_asked: set[str] = field(default_factory=set)
    """What stands by the sentence before: that it asked about a form of the disease, and named no drug."""
    labelled: tuple[int, ...] | None = None
    """The headings of the last claim behind a label: what follows below them is of a risk as well."""
    before: frozenset[str] = frozenset()
    """The topics of the sentence before, as rules name them."""
    stated: range = range(0)
    """The claims of the sentence before: "False." behind it in the same block denies them."""
    quoted: range = range(0)
    """The claims of the sentence before, where it stands in quotation marks: a "No." behind it denies them."""


def main_of(page: Page, lexicon: Lexicon) -> Condition:
    """Return the condition that a page is about, by its name or by what it says of it."""
    blocks = page.document.blocks
    if name := _headed(page):
        return _named(page, name, lexicon)
    main = main_condition((blocks[i].role, s) for i, own in page.sentences.items() for s in own)
    every = [sentence for own in page.sentences.values() for sentence in own]
    titled = any(block.role in ("title", "heading") for block in blocks)
    if not titled and (found := unnamed.defined(every))[0]:
        return _named(page, found[0], lexicon, name=found[1])
    if not titled and (name := unnamed.asked_about(every)):
        return _named(page, name, lexicon, unnamed.spelled_out(every, name))
    if not titled and (found := unnamed.extended(every))[0]:
        return _named(page, found[0], lexicon, name=found[1])
    known = sum(u.condition is not None and u.condition.disease == main.disease for s in every for u in s.units)
    name, times = unnamed.name_of(every)
    if not name or (main.disease and times < max(NAMED_OFTEN, NAMED_MORE_OFTEN * known)):
        return main
    return _named(page, name, lexicon, unnamed.spelled_out(every, name))


def _headed(page: Page) -> tuple[str, ...]:
    """Return the words of what is a symptom elsewhere and the disease of this page: its title names that and no disease."""
    for index, own in page.sentences.items():
        if page.document.blocks[index].role in ("title", "heading"):
            spans = [span for sentence in own[:1] for span in sentence.classes.get(OWN_PAGE, ())]
            if not spans or own[0].of_type("condition") or own[0].of_type("therapy"):
                return ()
            first, last = max(spans, key=lambda span: span[1] - span[0])
            words = [unit for unit in own[0].units if unit.word[:1].isalpha() and not unit.filler]
            return tuple(u.word for u in own[0].units[first:last]) if len(words) <= _TITLE else ()
    return ()


def named_by_proper_names(page: Page, lexicon: Lexicon) -> None:
    """Read the diseases that a page calls by a proper name, and that no list holds."""
    every = [sentence for own in page.sentences.values() for sentence in own]
    for words, condition in sorted(eponyms.names(every, lexicon), key=lambda name: -len(name[0])):
        _read_as(page, words, condition, lexicon)


def _named(
    page: Page, words: tuple[str, ...], lexicon: Lexicon, whole: tuple[str, ...] = (), name: str = ""
) -> Condition:
    """Read every mention of a name, and of what it is short for, as a disease."""
    condition = Condition(name or " ".join(whole or words))
    if whole:
        _read_as(page, whole, condition, lexicon)
    _read_as(page, words, condition, lexicon)
    return condition


def _read_as(page: Page, words: tuple[str, ...], condition: Condition, lexicon: Lexicon) -> None:
    for own in page.sentences.values():
        for number, sentence in enumerate(own):
            units = unnamed.named(sentence.units, words, condition)
            if units != list(sentence.units):
                if _TYPE not in condition.disease:
                    units = numbered(units, sentence.text, sentence.start)
                own[number] = finish(sentence.text, sentence.start, units, lexicon)


def abbreviated_within(page: Page, lexicon: Lexicon) -> None:
    """Read a name with its abbreviation inside ("Odd (OD) syndrome"), and the name that it is short for ("OD syndrome"), as the disease."""
    for own in page.sentences.values():
        for number, sentence in enumerate(own):
            for first, last, disease in other_names.within(sentence, lexicon) if ")" in sentence.text else ():
                units = [*sentence.units]
                code, noun = units[last - 3], units[last - 1]
                whole = replace(noun, start=units[first].start, type="condition", condition=Condition(disease))
                units[first:last] = [replace(whole, word=disease, filler=False)]
                own[number] = finish(sentence.text, sentence.start, units, lexicon)
                _read_as(page, (code.word, noun.word), Condition(disease), lexicon)
                _read_as(page, (f"{code.word} {noun.word}",), Condition(disease), lexicon)
                _read_as(page, (code.word,), Condition(disease), lexicon)
                break


def by_other_names(page: Page, main: Condition, lexicon: Lexicon) -> None:
    """Read the other names that a page gives its disease as that disease."""
    every = [sentence for own in page.sentences.values() for sentence in own]
    for name in other_names.told(every, main.disease, lexicon):
        if name.words:
            _read_as(page, name.words, Condition(main.disease), lexicon)
            continue
        _renamed(page, name.known, main.disease, lexicon)


def _renamed(page: Page, known: str, disease: str, lexicon: Lexicon) -> None:
    """Read one disease as another everywhere."""
    for own in page.sentences.values():
        for number, sentence in enumerate(own):
            units = [_by_its_name(unit, known, disease) for unit in sentence.units]
            if units != list(sentence.units):
                own[number] = finish(sentence.text, sentence.start, units, lexicon)


def _by_its_name(unit: Unit, known: str, disease: str) -> Unit:
    condition = unit.condition
    if condition is None or condition.disease != known:
        return unit
    return replace(unit, condition=replace(condition, disease=disease))


def abbreviated(page: Page, lexicon: Lexicon) -> None:
    """Read an abbreviation as the disease: one that the page gives in brackets ("vulvar dysplasia (VD)"), or its initials."""
    short: dict[str, Unit] = {}
    spelled: dict[str, Unit] = {}
    for own in page.sentences.values():
        for sentence in own:
            for at in sentence.of_type("condition"):
                found = sentence.units[at + 1 : at + 4]
                if [u.word for u in found[::2]] == ["(", ")"] and _is_abbreviation(page.document, found[1]):
                    short.setdefault(page.document.text[found[1].start : found[1].end], sentence.units[at])
                elif initials := _initials(sentence.words(at, at + 1)):
                    spelled.setdefault(initials, sentence.units[at])
    if spelled and (written := set(_CAPITALS.findall(page.document.text)) & spelled.keys()):
        short = {**{initials: spelled[initials] for initials in written}, **short}
    if not short:
        return
    for index, own in page.sentences.items():
        for number, sentence in enumerate(own):
            units = [_spelled_out(page.document, unit, short) for unit in sentence.units]
            if any(a is not b for a, b in zip(units, sentence.units, strict=True)):
                units = of_kind(units, sentence.text, sentence.start, lexicon)
                page.sentences[index][number] = finish(sentence.text, sentence.start, units, lexicon)


def without_asides(page: Page, lexicon: Lexicon) -> None:
    """Leave bracketed asides out of the sentences of a page."""
    for index, own in page.sentences.items():
        cell = page.document.blocks[index].cell is not None
        for number, sentence in enumerate(own):
            units = asides.without(sentence.units, tables.telling(sentence) if cell else ())
            if len(units) < len(sentence.units):
                own[number] = finish(sentence.text, sentence.start, units, lexicon)


def diseases_of_rows(page: Page, lexicon: Lexicon, sentence: Callable[[str, int], Sentence]) -> None:
    """Read the first cells below a head such as "Cancer" as diseases: organs that only lack the word ("<organ>")."""
    blocks = page.document.blocks
    for index, block in enumerate(blocks):
        cell = block.cell
        if cell is None or cell.column or not cell.column_headers or index in cell.column_headers:
            continue
        head, own = page.sentences.get(cell.column_headers[0], ()), page.sentences[index]
        noun = next((w for s in head for u in s.units if not u.type and (w := lexicon.head_noun(u.word))), "")
        if not noun or len(own) != 1 or not own[0].units or any(where(s) or s.has("spread") for s in head):
            continue
        named = sentence(f"{own[0].text} {noun}", own[0].start).units
        if len(named) == 1 and named[0].condition is not None and named[0].condition.disease:
            unit = replace(named[0], end=own[0].units[-1].end)
            page.sentences[index] = [finish(own[0].text, own[0].start, [unit], lexicon)]


def diseases_of_heads(page: Page, disease: str, lexicon: Lexicon, sentence: Callable[[str, int], Sentence]) -> None:
    """Read the heads of columns as diseases where they are organs that only lack the word, and the page's own among them."""
    noun = disease.rpartition(" ")[2]
    tables_: dict[int, list[tuple[int, Unit]]] = {}
    for index, block in enumerate(page.document.blocks):
        cell, own = block.cell, page.sentences[index]
        if noun and cell is not None and cell.header and not cell.row and len(own) == 1 and own[0].units:
            named = sentence(f"{own[0].text} {noun}", own[0].start).units
            if len(named) == 1 and named[0].condition is not None and named[0].condition.disease:
                tables_.setdefault(cell.table, []).append((index, named[0]))
    for heads in tables_.values():
        diseases = {unit.condition.disease for _, unit in heads if unit.condition is not None}
        if disease not in diseases or len(diseases) == 1:
            continue
        for index, unit in heads:
            own = page.sentences[index]
            unit = replace(unit, end=own[0].units[-1].end)
            page.sentences[index] = [finish(own[0].text, own[0].start, [unit], lexicon)]


def forms_of_heads(page: Page, disease: str, lexicon: Lexicon, sentence: Callable[[str, int], Sentence]) -> None:
    """Read a head that only lacks the word of the page's disease as the form that it is ("Small cell" for a page on a cancer)."""
    for index, block in enumerate(page.document.blocks):
        cell, own = block.cell, page.sentences[index]
        head = block.role in ("heading", "term") if cell is None else cell.header or not cell.column
        if not disease or not head or len(own) != 1 or not own[0].units:
            continue
        if len(own[0].units) > _LONGEST_HEAD or any(unit.type not in ("", "marker") for unit in own[0].units):
            continue
        named = sentence(f"{own[0].text} {disease}", own[0].start).units
        unit = None
        listed = len(named) == 1 and named[0].condition is not None and named[0].condition.disease not in ("", disease)
        if listed and not (cell is not None and only_a_form(own[0])):
            unit = replace(named[0], end=own[0].units[-1].end)
        elif cell is not None and (form := only_a_form(own[0])):
            whole = own[0].units[0].start, own[0].units[-1].end
            words = " ".join(own[0].words(0, len(own[0].units)).split())
            unit = Unit(form, *whole, "condition", condition=Condition(disease, subtypes=(form,)), names=(words,))
        if unit is not None:
            page.sentences[index] = [finish(own[0].text, own[0].start, [unit], lexicon)]


def by_age(page: Page, main: Condition, lexicon: Lexicon) -> None:
    """Read a disease as the page's own where that is the disease of an age ("childhood X")."""
    age, _, disease = main.disease.partition(" ")
    if age in _AGES and disease:
        _renamed(page, disease, main.disease, lexicon)


def short_forms(page: Page, disease: str, diseases: Diseases, lexicon: Lexicon) -> None:
    """Read the short name of a form ("type 2") as the disease that it is, on a page about one of its family."""
    forms = diseases.short_names(disease)
    for own in page.sentences.values() if forms else ():
        for number, sentence in enumerate(own):
            units = list(sentence.units)
            for at in sentence.of_type("marker"):
                if known := forms.get(" ".join(units[at].ids[0].split())):
                    units[at] = replace(units[at], type="condition", ids=(), condition=Condition(known))
            if units != list(sentence.units):
                own[number] = finish(sentence.text, sentence.start, units, lexicon, sentence.left_out)


def tumours_elsewhere(page: Page, disease: str, lexicon: Lexicon) -> None:
    """Read "<organ> tumours" that a share of people have, on a page about a cancer of another organ, as what has come to that organ."""
    for own in page.sentences.values():
        for number, sentence in enumerate(own):
            units = list(sentence.units)
            for at in sentence.of_type("condition") if sentence.of_type("share", "most") else ():
                words = sentence.words(at, at + 1).lower().split()
                match = lexicon.match(words[:-1], 0) if words[-1:] and words[-1] in _TUMOURS else None
                organ = match is not None and match[0] == len(words) - 1 and match[1][0].type == "sites"
                if organ and match is not None and words[0] not in disease.split():
                    units[at] = replace(units[at], type="site", ids=(match[1][0].id,), condition=None, names=())
            if units != list(sentence.units):
                own[number] = finish(sentence.text, sentence.start, units, lexicon, sentence.left_out)


def forms_of_rows(page: Page, lexicon: Lexicon) -> None:
    """Read the cells below a head such as "Type" or "Who it is for" as forms of the disease, in a table that names drugs."""
    blocks = page.document.blocks
    drugs: dict[int, bool] = {}
    for index, block in enumerate(blocks):
        if block.cell is not None and not drugs.get(block.cell.table):
            drugs[block.cell.table] = any(sentence.of_type("therapy") for sentence in page.sentences[index])
    for index, block in enumerate(blocks):
        cell = block.cell
        if cell is None or not drugs[cell.table] or not cell.column_headers or index in cell.column_headers:
            continue
        head, own = page.sentences.get(cell.column_headers[0], ()), page.sentences[index]
        if len(own) != 1 or not any(s.has(_WHOM) and not s.has(_DRUGS) for s in head):
            continue
        units = [unit for unit in own[0].units if unit.type or unit.word[:1].isalpha()]
        if not 0 < len(units) <= _LONGEST_FORM or any(u.type in ("therapy", "condition") or u.is_form for u in units):
            continue
        words = " ".join(own[0].words(0, len(own[0].units)).split())
        unit = Unit(
            words.lower(), own[0].units[0].start, own[0].units[-1].end, "marker", (words.lower(),), names=(words,)
        )
        page.sentences[index] = [finish(own[0].text, own[0].start, [unit], lexicon)]


def _spelled_out(document: Document, unit: Unit, short: Mapping[str, Unit]) -> Unit:
    known = short.get(document.text[unit.start : unit.end]) if not unit.type else None
    return replace(unit, type="condition", condition=known.condition) if known else unit


def _is_abbreviation(document: Document, unit: Unit) -> bool:
    word = document.text[unit.start : unit.end]
    return not unit.type and 2 <= len(word) <= 8 and sum(c.isupper() for c in word) * 2 > len(word)


def _initials(words: str) -> str:
    """Return the initials of a name of several words in capitals, "" for one that is too short to be told by them."""
    letters = [word[0] for word in _WORDS.findall(words) if word.lower() not in ("of", "the", "and")]
    return "".join(letters).upper() if len(letters) > 1 else ""


def where(head: Sentence) -> bool:
    """Tell whether the head of a column asks for the place that a cancer has come to."""
    words = [unit.word for unit in head.units if not unit.type and unit.word[:1].isalpha()]
    return (
        head.has("place")
        or head.has("spread-verb")
        or words[-1:] in (["in"], ["to"])
        or words[-2:]
        in (
            ["in", "the"],
            ["to", "the"],
            ["is", "in"],
        )
    )
