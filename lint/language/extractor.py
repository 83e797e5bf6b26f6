"""The language stage as a whole: a document's blocks to sentences, to readings, to claims with their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from lint.claims import Claim
from lint.documents.document import Block, Document
from lint.language import answering, asides, asserted, counted, lists, placing, questions, tables
from lint.language import sentences as splitting
from lint.language.analysis import analyse, finish
from lint.language.asked import another_kind, behind_its_label, denied_besides, in_full, listed_below, what_is_asked
from lint.language.conditions import NOWHERE, Condition
from lint.language.coordinated import coordinated
from lint.language.discourse import (
    Topic,
    after,
    standing,
    topics_of,
)
from lint.language.drafts import Item
from lint.language.headings import HEADS, Headings
from lint.language.labels import label, labelled, stopped
from lint.language.lexicon import Lexicon
from lint.language.lists import announcing, enter
from lint.language.main_disease import own_disease
from lint.language.myths import deny, is_myth, is_verdict, quoted, reported
from lint.language.named import Named
from lint.language.page import (
    Page,
    abbreviated,
    abbreviated_within,
    by_age,
    by_other_names,
    diseases_of_heads,
    diseases_of_rows,
    forms_of_heads,
    forms_of_rows,
    main_of,
    named_by_proper_names,
    short_forms,
    tumours_elsewhere,
    without_asides,
)
from lint.language.pipeline import Tokenize, tokenizer
from lint.language.statements import Statements
from lint.language.table_claims import TableReader
from lint.language.units import Sentence
from lint.packs import Packs

_RANKED = frozenset(("listed", "same"))
"""How kinds compare that speak of sites and not of figures."""
_OPPOSED = frozenset(("opposite",))
"""How kinds compare whose two things may have another name behind them."""
_SHARES = frozenset(("site", "share"))
_WHOM = frozenset(("condition", "subtype", "site", "people", "age", "mark", "form"))
"""What an item of a list of figures may name."""
_NAMING = frozenset(("site", "therapy"))
_AUXILIARY = frozenset(("do", "does", "did", "will", "is", "are"))
_LEAD, _LEAD_WORDS = 12, 6
"""Where a lead-in ends at the latest, and how many words beside mentions it has at the most."""
_SURVIVAL = "survival"
"""The topic whose figures are of a time that sections side by side share."""


class Extractor:
    """Finds the claims of documents by the rules of the packs.

    ``pipeline`` names a spaCy pipeline of the user's own.
    """

    def __init__(self, packs: Packs, pipeline: str | None = None) -> None:
        self.packs = packs
        self.lexicon = Lexicon(packs)
        self.statements = Statements(packs, self.lexicon)
        self._headings = Headings(self.statements)
        self._tables = TableReader(self.statements, self._headings)
        self._pipeline = pipeline
        self._tokenize: Tokenize | None = None

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document in the order of its text; one without a word of medicine makes none."""
        return self.read(document)[0]

    def read(self, document: Document) -> tuple[tuple[Claim, ...], str]:
        """Return the claims of a document, and the disease that it is about ("" for none)."""
        page = Page(document)
        for index, block in enumerate(document.blocks):
            if block.role == "item" and block.lead is not None:
                enter(page, index, block.lead)
            page.sentences[index] = self._analysed(document, block)
        named = any(_names(sentence) for own in page.sentences.values() for sentence in own)
        if not named and not self._named.may_stand_in(document.text):
            return (), ""
        abbreviated_within(page, self.lexicon)
        named_by_proper_names(page, self.lexicon)
        abbreviated(page, self.lexicon)
        main = main_of(page, self.lexicon)
        by_other_names(page, main, self.lexicon)
        by_age(page, main, self.lexicon)
        short_forms(page, main.disease, self.statements.resolver.about.diseases, self.lexicon)
        without_asides(page, self.lexicon)
        diseases_of_rows(page, self.lexicon, self._sentence)
        diseases_of_heads(page, main.disease, self.lexicon, self._sentence)
        forms_of_heads(page, main.disease, self.lexicon, self._sentence)
        forms_of_rows(page, self.lexicon)
        spreads = self.packs.kinds.get("site-list")
        if main.disease and spreads is not None and self.statements.resolver.about.concerns(spreads, main):
            tumours_elsewhere(page, main.disease, self.lexicon)
        page.own = own_disease(((document.blocks[i].role, s) for i, own in page.sentences.items() for s in own), main)
        page.topic = Topic(condition=main, own=page.own)
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                page.rows.setdefault(block.cell.table, {}).setdefault(block.cell.row, []).append(index)
                page.tables.setdefault(block.cell.table, index)
        rows: set[tuple[int, int]] = set()
        tables_seen: set[int] = set()
        section: tuple[int, ...] | None = None
        measured: tuple[tuple[int, ...], str] = ((), "")
        lists: dict[int | None, Condition] = {}
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                row = (block.cell.table, block.cell.row)
                if row not in rows:
                    if row[0] not in tables_seen:
                        tables_seen.add(row[0])
                        self._tables.columns(page, row[0], main)
                    rows.add(row)
                    self._tables.row(page, row, main)
                continue
            if block.headings != section or block.role in HEADS:
                section = block.headings
                page.topic = self._headings.section(page, block, main)
                if page.claims and block.role in HEADS and _elliptic(page.sentences.get(index, ())):
                    page.topic = replace(page.topic, kind=page.claims[-1].kind, said=page.claims[-1].slots)
                if len(section) > 1 and measured[0][:-1] == section[:-1] and _SURVIVAL in page.topic.names:
                    # Sections side by side give their figures to one time ("Stage 2: .. five years", "Stage 3: 70% do").
                    page.topic = replace(page.topic, measure=page.topic.measure or measured[1])
            if block.role == "term":
                page.topic = replace(page.topic, term=" ".join(document.block_text(index).split()))
            elif block.role != "definition":
                page.topic = replace(page.topic, term="")
            page.topic = replace(page.topic, labelled=False, led=(), anew=False)
            if block.role != "item":
                lists.clear()
            elif block.lead in lists:
                # What an item brings on, or is the stage of, is not the next one's.
                kept, began = page.topic.condition, lists[block.lead]
                condition = replace(kept, stage=began.stage, subtypes=began.subtypes)
                page.topic = replace(page.topic, condition=condition, anew=True)
            else:
                lists[block.lead] = page.topic.condition
            if block.role != "item" or self._anew(page, index, main):
                # What a paragraph says of one subtype does not hold in the next.
                kept = page.topic.condition
                outer = self._headings.section(page, block, main)
                condition = replace(kept, stage=outer.condition.stage, subtypes=outer.condition.subtypes)
                kept_forms = page.topic.forms or outer.headed
                beside = page.topic.beside if page.asking else NOWHERE
                page.topic = replace(page.topic, condition=condition, beside=beside, forms=kept_forms, near=False)
            self._block(page, index, block)
            if block.role not in HEADS:
                measured = (block.headings, page.topic.measure)
        claims = placing.distinct(tuple(placing.without_told_twice(page.claims, document, self.packs)))
        return tuple(claims), main.disease.lower()

    @cached_property
    def _named(self) -> Named:
        return Named.of(self.packs)

    def _analysed(self, document: Document, block: Block) -> list[Sentence]:
        if block.cell is not None:
            spans = [(block.start, block.end)] if block.end > block.start else []
        else:
            spans = splitting.split(document.text[block.start : block.end], block.start)
        return [self._sentence(document.text[start:end], start) for start, end in spans]

    def _sentence(self, text: str, start: int) -> Sentence:
        if self._tokenize is None:
            self._tokenize = tokenizer(self._pipeline)
        return analyse(text, start, self._tokenize(text), self.lexicon)

    def _anew(self, page: Page, index: int, main: Condition) -> bool:
        """Tell whether an item begins with the page's disease, of no form: what the item before said of one goes on no more."""
        first = next((u for s in page.sentences.get(index, ())[:1] for u in s.units if not u.filler), None)
        named = first.condition if first is not None else None
        return named is not None and named.disease == main.disease and not named.subtypes

    def _goes_on(self, page: Page, index: int) -> bool:
        """Tell whether a sentence may take up the last claim: an item that names another thing is given no time of the one before."""
        last = self.packs.kinds.get(page.topic.kind)
        if not page.topic.anew or last is None or last.slot("measure") is None:
            return True
        return any(_WHOM & sentence.types or _staged(sentence) for sentence in page.sentences.get(index, ()))

    def _block(self, page: Page, index: int, block: Block) -> None:
        own = page.sentences[index]
        listed = page.items.get(index, [])
        read = (
            2 if block.role in ("paragraph", "item") and stopped(self.statements, page, index, own, page.topic) else 0
        )
        for number, sentence in enumerate(own[read:], read):
            items: tuple[Item, ...] = ()
            if number == 0 and block.role == "definition" and block.lead is not None and not is_verdict(sentence):
                term = page.sentences.get(block.lead, ())
                sentence = tables.defined(term, sentence, self.lexicon)
                whole = tables.labelled(term, (), sentence, self.lexicon)
                names = page.topic.names | topics_of(sentence, self.packs.topics)
                if labelled(self.statements, page, index, whole, replace(page.topic, names=names)):
                    continue
                if whole is not sentence and self._only_with_its_term(page, sentence, whole, names):
                    sentence = whole
            if listed and number == len(own) - 1:
                items = lists.items(page, listed, sentence)
                sentence = announcing(sentence, self.lexicon)
            self._read(page, index, sentence, items, listed)

    def _only_with_its_term(self, page: Page, sentence: Sentence, whole: Sentence, names: frozenset[str]) -> bool:
        """Tell whether a definition states something behind its term ("Cause: ..") and nothing by itself."""
        return not self.statements.drafts(sentence, page.topic, names, ()) and bool(
            self.statements.drafts(whole, page.topic, names, ())
        )

    def _read(self, page: Page, index: int, sentence: Sentence, items: tuple[Item, ...], listed: Sequence[int]) -> None:
        sentence = questions.unmarked(sentence, self.lexicon)
        if not sentence.units:
            return
        page.number += 1
        topic = page.topic
        if imagined := counted.imagined(sentence, topic.whole):
            of_a_list = page.document.blocks[index].role == "item"
            sentence = counted.as_shares(sentence, imagined, self.lexicon, item=of_a_list)
        names = topics_of(sentence, self.packs.topics)
        lead = page.document.blocks[index].lead
        led = (
            {f"lead={name}" for own in page.sentences.get(lead, ())[-1:] for name in topics_of(own, self.packs.topics)}
            if lead is not None
            else set()
        )
        topics = (
            topic.names
            | names
            | led
            | ({f"after={topic.kind}"} if self._goes_on(page, index) else set())
            | standing(topic)
            | _leading(sentence)
            | page.before
            | page.form_asked
            | label(sentence, topic.names | names | led)
        )
        drafts = self.statements.drafts(sentence, topic, topics, items)
        page.before = frozenset(f"before={name}" for name in names)
        if not items and (sentence.question or page.document.blocks[index].role in HEADS):
            page.before |= {f"asked={name}" for name in names}
        asked: tuple[object, ...] = ()
        answered = False
        if sentence.question:
            before = topic.spoken.sentence if topic.spoken is not None else None
            asked = what_is_asked(self.statements, sentence, topic, topic.names | names, before)
            if asked and questions.pointing(sentence):
                # What was only told to be asked about is stated by the answer.
                del page.claims[page.stated.start :]
            drafts = listed_below(self.statements, sentence, topic, topics, items)
        elif topic.asked and (not drafts or another_kind(drafts, topic.asked)):
            answers = list(asserted.answers(topic.asked, sentence, self.packs.kinds))
            if not answers:
                rest, answers = behind_its_label(sentence, topic.asked, self.lexicon, self.packs.kinds)
                if answers:
                    # Each of the lines below a question may answer it for another stage.
                    sentence, asked, drafts = rest, tuple(topic.asked), []
            answered = bool(answers)
            rate = any(self.packs.kinds[draft.kind].compare == "scale" for draft in answers)
            drafts = [*answers, *(() if rate and answering.share(sentence) is not None else drafts)]
        elif topic.asked and answering.word(sentence) == "no":
            drafts = [*denied_besides(topic.asked, sentence, drafts, self.packs.kinds), *drafts]
        asks = sentence.question and bool(sentence.of_type("form")) and not sentence.of_type("therapy")
        page.form_asked = {"form-asked"} if asks else set()
        deny(page, index, sentence)
        if reported(page, index, sentence) and not topic.myth:
            drafts = []
        if is_myth(page, index, sentence, topic) and not answered:
            drafts = [replace(draft, denied=True) for draft in drafts]
        if page.answered and any(
            in_full(page.claims[-1], draft, self.packs.kinds[draft.kind])
            and draft.condition.name.lower() == page.claims[-1].condition
            for draft in drafts
        ):
            del page.claims[-page.answered :]
        page.answered = (
            len(drafts)
            if topic.asked
            and not asked
            and not sentence.question
            and all(d.first == 0 and d.last == len(sentence.units) for d in drafts)
            else 0
        )
        found = [placing.claim(page, index, sentence, draft, listed, self.packs) for draft in drafts]
        for plain, kinds in self._plainer(sentence):
            found += [
                placing.claim(page, index, plain, draft, listed, self.packs)
                for draft in self.statements.drafts(plain, topic, topics, items)
                if self.packs.kinds[draft.kind].compare in kinds
                and not any(d.kind == draft.kind and d.slots == draft.slots for d in drafts)
            ]
        page.quoted = range(len(page.claims), len(page.claims) + len(found)) if quoted(sentence) else range(0)
        page.stated = range(len(page.claims), len(page.claims) + len(found))
        page.claims.extend(found)
        said = [(draft.kind, draft.slots, draft.condition) for draft in drafts]
        after_it = after(topic, sentence, said, names if sentence.question else frozenset())
        if sentence.question and (stage := self.statements.resolver.about.stage_asked(sentence, after_it.condition)):
            after_it = replace(after_it, condition=replace(after_it.condition, stage=stage))
        page.asking = sentence.question or quoted(sentence)
        page.topic = replace(after_it, asked=asked) if asked or after_it.asked else after_it

    def _plainer(self, sentence: Sentence) -> Iterator[tuple[Sentence, frozenset[str]]]:
        """Yield a sentence without its figures and without its names in brackets, and how the kinds compare that it may add."""
        if "(" not in sentence.text or sentence.question:
            return
        for units, kinds in (
            (asides.unfigured(sentence.units) if sentence.types >= _SHARES else [*sentence.units], _RANKED),
            (asides.unnamed(sentence.units), _OPPOSED),
        ):
            if len(units) < len(sentence.units):
                yield finish(sentence.text, sentence.start, coordinated(units), self.lexicon, sentence.left_out), kinds


def _elliptic(heading: Sequence[Sentence]) -> bool:
    """Tell whether a heading leaves out what the section before it was about ("Things that don't")."""
    words = (
        [unit.word for unit in heading[-1].units if unit.type or unit.word[:1].isalpha() or unit.word == "n't"]
        if heading
        else []
    )
    return words[-2:-1] != [] and words[-2] in _AUXILIARY and words[-1] in ("not", "n't")


def _leading(sentence: Sentence) -> set[str]:
    """Return "form-lead" where a sentence begins with a form of a disease and a colon or dash ("For X-positive disease: ..")."""
    signs = [
        at for at, unit in enumerate(sentence.units[:_LEAD]) if unit.word in (":", "\u2013", "\u2014") and not unit.type
    ]
    before = sentence.units[: signs[0]] if signs else ()
    plain = [unit for unit in before if not unit.type and not unit.filler and unit.word[:1].isalpha()]
    led = (
        any(unit.is_form for unit in before)
        and len(plain) <= _LEAD_WORDS
        and not any(u.type == "therapy" for u in before)
    )
    return {"form-lead"} if led else set()


def _staged(sentence: Sentence) -> bool:
    return any(name.startswith("stage=") for name in sentence.classes)


def _names(sentence: Sentence) -> bool:
    """Tell whether a sentence names a disease, a part of the body or a drug: then ``Named`` need not be asked of the text."""
    return not _NAMING.isdisjoint(sentence.types) or any(
        unit.condition is not None and unit.condition.disease for unit in sentence.units
    )
