"""The language stage as a whole: a document's blocks to sentences, to readings, to claims with their place."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from lint.claims import Claim
from lint.documents.document import Block, Document
from lint.language import asides, asserted, placing, questions, tables, wording
from lint.language import sentences as splitting
from lint.language.analysis import analyse, coordinated, finish
from lint.language.assertion import assess_all
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import (
    Topic,
    after,
    drugs_spoken_of,
    measure,
    own_disease,
    spoken,
    told,
    topics_of,
    under,
)
from lint.language.drafts import Draft, Item
from lint.language.genes import ALONE
from lint.language.lexicon import Lexicon
from lint.language.page import Page, abbreviated, diseases_of_rows, main_of, where, without_asides
from lint.language.pipeline import Tokenize, tokenizer
from lint.language.statements import Statements
from lint.language.told import formed, of_a_disease
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_QUOTED = re.compile(
    r"""\s*(?:\d+[.):]?\s*)?(?:[A-Z][a-z]+(?: \d+)?:\s*)?["'\u201c\u2018\u00ab].*["'\u201d\u2019\u00bb][.!?]?\s*$""",
    re.DOTALL,
)
_FACT = re.compile(r"\W*(?:facts?|true|truth)\b", re.IGNORECASE)
_OPEN_QUESTIONS = frozenset(("what", "which", "who", "how"))
_RANKED = frozenset(("listed", "same"))
"""Kinds that speak of sites and not of figures."""
_SHORT_ITEM = 8
"""An item of no more units hedges itself ("night shifts, maybe"); in a longer one a hedge is of something within."""
_LEAD, _LEAD_WORDS = 12, 6
"""Where a lead-in ends at the latest, and how many words beside mentions it has at the most."""
_SURVIVAL = "survival"
"""The topic whose figures are of a time that sections side by side share."""
_RISK = "risk"
"""The topic that must be under discussion where a label is followed by nothing but "no effect"."""
_BARE = frozenset(("bare=blame", "bare=lowering"))
"""What a thing may be asked about by its name alone, below a heading that opens the topic."""
_PROSE = 4
"""The units of the shortest cell of a table that can make a statement of its own."""
_VERDICT = 4
"""The units of the longest verdict on what stands before it ("Not true.")."""
_SEVERAL = 2
"""How many diseases the headings of a page must name by their organs to be read so."""
_TOLD_APART = frozenset(("not", "n't", "as", "from", "than", "no"))
"""Words before a disease that something is told apart from ("not the same as ..")."""
_ROOT = 4
"""The letters that an organ and the adjective of it share ("<organ>", "<organ>ic")."""
_LABEL = 10
"""The units of the longest label and the mark behind it."""
_PARTED = frozenset((":", "\u2013", "\u2014"))
_HEADS = frozenset(("title", "heading", "term", "caption"))


class Extractor:
    """Finds the claims of documents by the rules of the packs.

    ``pipeline`` names a spaCy pipeline of the user's own.
    """

    def __init__(self, packs: Packs, pipeline: str | None = None) -> None:
        self.packs = packs
        self.lexicon = Lexicon(packs)
        self.statements = Statements(packs, self.lexicon)
        self._pipeline = pipeline
        self._tokenize: Tokenize | None = None

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document in the order of its text."""
        page = Page(document)
        for index, block in enumerate(document.blocks):
            if block.role == "item" and block.lead is not None:
                page.items.setdefault(block.lead, []).append(index)
            page.sentences[index] = self._analysed(document, block)
        abbreviated(page, self.lexicon)
        main = main_of(page, self.lexicon)
        without_asides(page, self.lexicon)
        diseases_of_rows(page, self.lexicon, self._sentence)
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
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                row = (block.cell.table, block.cell.row)
                if row not in rows:
                    if row[0] not in tables_seen:
                        tables_seen.add(row[0])
                        self._columns(page, row[0], main)
                    rows.add(row)
                    self._row(page, row, main)
                continue
            if block.headings != section or block.role in _HEADS:
                section = block.headings
                page.topic = self._section(page, block, main)
                if len(section) > 1 and measured[0][:-1] == section[:-1] and _SURVIVAL in page.topic.names:
                    # Sections side by side give their figures to one time ("Stage 2: .. five years", "Stage 3: 70% do").
                    page.topic = replace(page.topic, measure=page.topic.measure or measured[1])
            if block.role == "term":
                page.topic = replace(page.topic, term=" ".join(document.block_text(index).split()))
            elif block.role != "definition":
                page.topic = replace(page.topic, term="")
            if block.role != "item":
                # What a paragraph says of one subtype does not hold in the next.
                kept = page.topic.condition
                outer = self._section(page, block, main)
                condition = replace(kept, stage=outer.condition.stage, subtypes=outer.condition.subtypes)
                kept_forms = page.topic.forms or outer.headed
                beside = page.topic.beside if page.asking else NOWHERE
                page.topic = replace(page.topic, condition=condition, beside=beside, forms=kept_forms, near=False)
            self._block(page, index, block)
            if block.role not in _HEADS:
                measured = (block.headings, page.topic.measure)
        return tuple(placing.distinct(tuple(placing.without_told_twice(page.claims, document))))

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

    def _section(self, page: Page, block: Block, main: Condition) -> Topic:
        topic = Topic(condition=main, own=page.own)
        for index in block.headings:
            topic = under(self._heading(page, index), topic)
        if block.lead is not None and page.document.blocks[block.lead].role == "term":
            topic = under(self._heading(page, block.lead), topic)
        return topic

    def _heading(self, page: Page, index: int) -> Topic:
        """Return what a heading puts under discussion."""
        if index not in page.headings:
            found = Topic()
            for marked in page.sentences[index]:
                sentence = questions.unmarked(marked, self.lexicon)
                conditions = [formed(sentence, at) for at in sentence.of_type("condition")]
                sites = [sentence.units[at].ids for at in sentence.of_type("site") if not of_a_disease(sentence, at)]
                subtypes = [u.ids for u in sentence.units if u.type == "subtype"]
                stage = told(sentence, "stage", self.lexicon.stages)
                condition = conditions[0] if conditions else self._of_organ(page, index)
                if stage and not condition.stage:
                    condition = condition.staged(stage)
                if group := self.statements.resolver.about.group(sentence, condition):
                    condition = replace(condition, within=group)
                elif site := self.statements.resolver.about.elsewhere(sentence, condition.over(page.topic.condition)):
                    condition = replace(condition, within=site)
                marks = [q for u in sentence.units if u.type == "mark" and (q := u.quantity) and q.low]
                found = Topic(
                    condition=condition,
                    sites=sites[0] if len(sites) == 1 else (),
                    placed=len(sites) == 1,
                    subtypes=condition.subtypes or (subtypes[0] if len(subtypes) == 1 else ()),
                    therapies=drugs_spoken_of(sentence),
                    headed=next((u.names for u in sentence.units if u.is_form and ALONE not in u.ids), ()),
                    illness=condition.disease if len({c.disease for c in conditions}) == 1 else "",
                    names=topics_of(sentence, self.packs.topics),
                    headed_stage=condition.stage if page.document.blocks[index].headings else "",
                    event=told(sentence, "event", self.lexicon.events) if len(_events(sentence)) == 1 else "",
                    spoken=spoken(sentence),
                    measure=measure(marks[0].low or 0.0, marks[0].unit) if marks else "",
                    myth=sentence.has("myth-heading"),
                )
                if sentence.question:
                    found = replace(
                        found,
                        asked=self._asked(
                            questions.unmarked(sentence, self.lexicon), under(found, page.topic), found.names
                        ),
                    )
            page.headings[index] = found
        return page.headings[index]

    def _of_organ(self, page: Page, index: int) -> Condition:
        """Return the disease that a heading means by its organ alone, on a page with such headings for several diseases."""
        if page.organs is None:
            headings = [at for at, block in enumerate(page.document.blocks) if block.role in _HEADS]
            page.organs = {at: self._named_below(page, at) for at in headings}
            if len({found.disease for found in page.organs.values()} - {""}) < _SEVERAL:
                page.organs = {}
        return page.organs.get(index, NOWHERE)

    @staticmethod
    def _named_below(page: Page, index: int) -> Condition:
        """Return the disease of a heading's organ that the section below it names as its own, not to tell another from it."""
        words = [unit for sentence in page.sentences[index] for unit in sentence.units if not unit.filler]
        if len(words) != 1 or words[0].condition is not None:
            return NOWHERE
        start = words[0].word[:_ROOT]
        for at in range(index + 1, len(page.document.blocks)):
            if index not in page.document.blocks[at].headings:
                break
            for sentence in page.sentences[at]:
                for place in sentence.of_type("condition"):
                    unit = sentence.units[place]
                    named = unit.condition.disease if unit.condition is not None else ""
                    told_apart = any(u.word in _TOLD_APART for u in sentence.units[max(0, place - 3) : place])
                    if not told_apart and any(w.startswith(start) for w in (*named.split(), *unit.word.split())):
                        return Condition(named)
        return NOWHERE

    def _block(self, page: Page, index: int, block: Block) -> None:
        own = page.sentences[index]
        listed = page.items.get(index, [])
        for number, sentence in enumerate(own):
            items: tuple[Item, ...] = ()
            if number == 0 and block.role == "definition" and block.lead is not None:
                term = page.sentences.get(block.lead, ())
                sentence = tables.defined(term, sentence, self.lexicon)
                whole = tables.labelled(term, (), sentence, self.lexicon)
                names = page.topic.names | topics_of(sentence, self.packs.topics)
                if self._labelled(page, index, whole, replace(page.topic, names=names)):
                    continue
            if listed and number == len(own) - 1:
                items = tuple(self._item(page, at) for at in listed)
                sentence = self._announcing(sentence)
            self._read(page, index, sentence, items, listed)

    def _announcing(self, sentence: Sentence) -> Sentence:
        """Return a sentence with its list as one unit at its end."""
        units = list(sentence.units)
        while units and not units[-1].type and units[-1].word in (":", ".", "-", "\u2013", "\u2014", "?"):
            units.pop()
        last = units[-1].end if units else sentence.start
        items = Unit("", last, last, "items")
        done = finish(sentence.text, sentence.start, [*units, items], self.lexicon)
        # The list below answers the question that announces it.
        return replace(_readers(done), question=False) if units and units[0].word in _OPEN_QUESTIONS else done

    def _item(self, page: Page, index: int) -> Item:
        own = page.sentences[index]
        words = page.document.block_text(index)
        units = [unit for sentence in own for unit in sentence.units]
        sites = _sites(own[0]) if own else ()
        therapies = tuple(dict.fromkeys(drugs_spoken_of(own[0]))) if own and not own[0].has("being-tried") else ()
        forms = tuple(name for unit in units if unit.is_form for name in unit.names)
        text = own[0].text if own else words
        certainty = assess_all(own[0]).certainty if own and len(own[0].units) <= _SHORT_ITEM else "definite"
        return Item(index, wording.item(text), sites, therapies, forms, certainty=certainty)

    def _read(self, page: Page, index: int, sentence: Sentence, items: tuple[Item, ...], listed: Sequence[int]) -> None:
        sentence = questions.unmarked(sentence, self.lexicon)
        if not sentence.units:
            return
        page.number += 1
        topic = page.topic
        if topic.whole:
            sentence = self._counted(sentence, topic.whole)
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
            | {f"after={topic.kind}"}
            | _standing(topic)
            | _leading(sentence)
            | page.before
            | page.form_asked
            | _label(sentence, topic.names | names | led)
        )
        drafts = self.statements.drafts(sentence, topic, topics, items)
        page.before = frozenset(f"before={name}" for name in names)
        if not items and (sentence.question or page.document.blocks[index].role in _HEADS):
            page.before |= {f"asked={name}" for name in names}
        asked: tuple[Draft, ...] = ()
        if sentence.question:
            asked = self._asked(sentence, topic, topic.names | names)
            drafts = []
        elif topic.asked and (not drafts or _another_kind(drafts, topic.asked)):
            drafts = [*asserted.answers(topic.asked, sentence, self.packs.kinds), *drafts]
        asks = sentence.question and bool(sentence.of_type("form")) and not sentence.of_type("therapy")
        page.form_asked = {"form-asked"} if asks else set()
        self._deny(page, index, sentence)
        if self._is_myth(page, index, sentence, topic):
            drafts = [replace(draft, denied=True) for draft in drafts]
        if page.answered and any(self._in_full(page.claims[-1], draft) for draft in drafts):
            del page.claims[-page.answered :]
        page.answered = (
            len(drafts)
            if topic.asked
            and not sentence.question
            and all(d.first == 0 and d.last == len(sentence.units) for d in drafts)
            else 0
        )
        found = [placing.claim(page, index, sentence, draft, listed, self.packs) for draft in drafts]
        if (plain := self._unfigured(sentence)) is not None:
            found += [
                placing.claim(page, index, plain, draft, listed, self.packs)
                for draft in self.statements.drafts(plain, topic, topics, items)
                if self.packs.kinds[draft.kind].compare in _RANKED
                and not any(d.kind == draft.kind and d.slots == draft.slots for d in drafts)
            ]
        page.quoted = (
            range(len(page.claims), len(page.claims) + len(found)) if _QUOTED.match(sentence.text) else range(0)
        )
        page.stated = range(len(page.claims), len(page.claims) + len(found))
        page.claims.extend(found)
        said = [(draft.kind, draft.slots, draft.condition) for draft in drafts]
        after_it = after(topic, sentence, said, names if sentence.question else frozenset())
        page.asking = sentence.question or bool(_QUOTED.match(sentence.text))
        page.topic = replace(after_it, asked=asked) if asked or after_it.asked else after_it

    def _unfigured(self, sentence: Sentence) -> Sentence | None:
        """Return a sentence without the figures in brackets behind its sites, None where it has none."""
        if "site" not in sentence.types or "share" not in sentence.types or "(" not in sentence.text:
            return None
        units = asides.unfigured(sentence.units)
        if len(units) == len(sentence.units) or sentence.question:
            return None
        return finish(sentence.text, sentence.start, coordinated(units), self.lexicon)

    def _asked(self, sentence: Sentence, topic: Topic, names: Set[str]) -> tuple[Draft, ...]:
        """Return what a question asks about: what it states as it stands, else what it would state as a statement."""
        names = {*names, "question"}
        drafts = self.statements.drafts(replace(_readers(sentence), question=False), topic, names, ())
        if drafts:
            return tuple(drafts)
        if thing := questions.bare(sentence, self.lexicon):
            for by in sorted(_BARE & {f"bare={name}" for name in topic.names}):
                if drafts := self.statements.drafts(_readers(thing), topic, {by}, (), needing=by):
                    return tuple(drafts)
        for statement in questions.statements(sentence, self.lexicon):
            drafts = [
                draft
                for draft in self.statements.drafts(_readers(statement), topic, names, ())
                if placing.of_things(draft, self.packs)
            ]
            if drafts:
                return tuple(drafts)
        return ()

    def _in_full(self, answer: Claim, draft: Draft) -> bool:
        """Tell whether a statement says in full what an answer before it says: one of the same thing, where it has one."""
        if draft.kind != answer.kind:
            return False
        kind = self.packs.kinds[draft.kind]
        names = [slot.name for slot in kind.slots if slot.noun][:1]
        if kind.compare == "opposite" and not names:
            names = list(kind.key)
        return all(
            _words(answer.slots.get(name)) & _words(draft.slots.get(name)) for name in names if answer.slots.get(name)
        )

    def _labelled(
        self,
        page: Page,
        index: int,
        sentence: Sentence,
        topic: Topic,
        span: tuple[int, int] | None = None,
        by: str = "label",
    ) -> list[Draft]:
        """Read what stands behind a label ("Alcohol: no effect"), where the risk that it is of is under discussion."""
        block = page.document.blocks[index]
        if _RISK not in topic.names and page.labelled != block.headings:
            return []
        drafts = self.statements.drafts(sentence, topic, {by}, (), needing=by)
        for bare in sorted(_BARE & {f"bare={name}" for name in topic.names}) if not drafts else ():
            drafts = drafts or self.statements.drafts(sentence, topic, {bare}, (), needing=bare)
        page.claims.extend(placing.claim(page, index, sentence, draft, (), self.packs, span) for draft in drafts)
        if drafts:
            page.labelled = block.headings
        return drafts

    def _is_myth(self, page: Page, index: int, sentence: Sentence, topic: Topic) -> bool:
        """Tell whether a sentence is a myth told to be denied: called one, or quoted on a page about myths."""
        if page.document.blocks[index].role == "title":
            return False
        named = sentence.classes.get("myth-heading", ())
        if named and named[0][0] == 0:
            return True
        return bool(_QUOTED.match(sentence.text)) and topic.myth and not _FACT.match(page.document.block_text(index))

    def _deny(self, page: Page, index: int, sentence: Sentence) -> None:
        """Take the claims of the sentence before as denied by "False.", those that it quotes by any denial."""
        called_false = any(first < 2 for first, _ in sentence.classes.get("falsehood", ()))
        if called_false and len(sentence.units) <= _VERDICT:
            for at in page.stated:
                if page.claims[at].block in (index, page.document.blocks[index].lead):
                    page.claims[at] = replace(page.claims[at], polarity="negated")
        if page.quoted and any(first < 2 for first, _ in sentence.classes.get("denial", ())):
            for at in page.quoted:
                page.claims[at] = replace(page.claims[at], polarity="negated")

    def _counted(self, sentence: Sentence, whole: float) -> Sentence:
        """Return a sentence whose counts of the people to imagine ("about 30 of them") are shares."""
        units = list(sentence.units)
        for at, unit in enumerate(units[:-1]):
            quantity = unit.quantity
            if unit.type != "number" or quantity is None or (quantity.high or quantity.low or 0) > whole:
                continue
            following = units[at + 1]
            if following.type == "people" or following.word in ("of", "will", "are", "have", "get", "live", "would"):
                share = replace(
                    quantity,
                    type="share",
                    unit="%",
                    low=None if quantity.low is None else 100 * quantity.low / whole,
                    high=None if quantity.high is None else 100 * quantity.high / whole,
                )
                units[at] = replace(unit, type="share", quantity=share)
        return finish(sentence.text, sentence.start, units, self.lexicon)

    def _columns(self, page: Page, table: int, main: Condition) -> None:
        """Read the head of a column as the lead-in of the cells below it ("Raises the risk" over a list of factors)."""
        blocks = page.document.blocks
        columns: dict[int, list[int]] = {}
        for row in page.rows[table].values():
            for index in row:
                cell = blocks[index].cell
                if cell is not None:
                    columns.setdefault(cell.column, []).append(index)
        for head, *cells in columns.values():
            first = blocks[head].cell
            own = page.sentences.get(head)
            if first is None or not first.header or not own or not cells:
                continue
            items = tuple(self._item(page, at) for at in cells if page.sentences.get(at))
            topic = self._section(page, blocks[head], main)
            beside = frozenset(
                n
                for at, *_ in columns.values()
                for part in page.sentences.get(at, ())
                for n in topics_of(part, self.packs.topics)
            )
            sentence = self._announcing(own[-1])
            page.number += 1
            drafts = self.statements.drafts(sentence, topic, topic.names | beside, items)
            page.claims.extend(
                placing.claim(page, head, sentence, draft, cells, self.packs)
                for draft in drafts
                if draft.item is not None
            )

    def _site_of_row(self, page: Page, cells: Sequence[int]) -> str:
        """Return the site that a row is of, where the head above it says that the cancer is there ("It has spread to ..")."""
        first = page.document.blocks[cells[0]].cell
        heads = [
            s for at in (first.column_headers if first else ()) if at != cells[0] for s in page.sentences.get(at, ())
        ]
        sites = [unit for s in page.sentences.get(cells[0], ()) for unit in s.units if unit.type == "site"]
        if not any(where(head) for head in heads) or len(sites) != 1 or len(sites[0].ids) != 1:
            return ""
        return f"the {sites[0].ids[0]}"

    def _row(self, page: Page, row: tuple[int, int], main: Condition) -> None:
        blocks = page.document.blocks
        cells = page.rows[row[0]][row[1]]
        topic = self._section(page, blocks[cells[0]], main)
        if site := self._site_of_row(page, cells):
            topic = replace(topic, condition=replace(topic.condition, within=site))
        for index, sentence in tables.rows(blocks, cells, page.sentences, self.lexicon, page.tables[row[0]]):
            names = topics_of(sentence, self.packs.topics)
            page.number += 1
            span = blocks[cells[0]].start, blocks[cells[-1]].end
            for draft in self.statements.drafts(
                sentence, topic, topic.names | names | _standing(topic) | {"table"}, (), ordered=False
            ):
                page.claims.append(placing.claim(page, index, sentence, draft, (), self.packs, span))
        for index in cells:
            cell = blocks[index].cell
            own = page.sentences.get(index)
            if cell is None or cell.header or not own or not cell.row_headers or index in cell.row_headers:
                continue
            term = page.sentences.get(cell.row_headers[0], ())
            header = [part for at in cell.column_headers[:1] if at != index for part in page.sentences.get(at, ())]
            if not term:
                continue
            caption = page.sentences.get(cell.caption, ()) if cell.caption is not None else ()
            told_of = (*header, *caption, own[0])
            spoken = frozenset(name for part in told_of for name in topics_of(part, self.packs.topics))
            near = replace(topic, names=topic.names | spoken)
            whole = tables.labelled(term, header, own[0], self.lexicon)
            read = self._labelled(page, index, whole, near, span, by="column") if header else []
            if not read:
                read = self._labelled(page, index, tables.labelled(term, (), own[0], self.lexicon), near, span)
            if not read and len(own[0].units) >= _PROSE:
                self._told_in_a_cell(page, index, own, near)

    def _told_in_a_cell(self, page: Page, index: int, own: Sequence[Sentence], topic: Topic) -> None:
        """Read a cell that makes statements of its own ("Heavy drinking raises the risk") for what they say of things."""
        for sentence in own:
            names = topic.names | topics_of(sentence, self.packs.topics)
            drafts = [
                draft
                for draft in self.statements.drafts(sentence, topic, names, ())
                if placing.of_things(draft, self.packs)
            ]
            page.claims.extend(placing.claim(page, index, sentence, draft, (), self.packs) for draft in drafts)


def _sites(item: Sentence) -> tuple[str, ...]:
    """Return the sites that an item names, without those that only tell where they are ("nodes near the <site>")."""
    found: list[str] = []
    for at, unit in enumerate(item.units):
        before = [u.word for u in item.units[:at] if not u.filler][-1:]
        if unit.type == "site" and before not in (["from"], ["near"], ["outside"], ["beside"], ["behind"], ["to"]):
            found += unit.ids
    return tuple(dict.fromkeys(found))


def _events(sentence: Sentence) -> list[str]:
    return [name for name in sentence.classes if name.startswith("event=")]


def _words(value: object) -> set[str]:
    return {word.rstrip("s") for word in str(value).lower().split()}


def _another_kind(drafts: Sequence[Draft], asked: Sequence[object]) -> bool:
    """Tell whether nothing that a sentence states is of a kind that was asked about ("Yes, in about one in ten.")."""
    kinds = {draft.kind for draft in asked if isinstance(draft, Draft)}
    return kinds.isdisjoint(draft.kind for draft in drafts)


def _readers(question: Sentence) -> Sentence:
    """Return a question without the cues of a story: its "I" is the reader."""
    return replace(question, cues=tuple(seen for seen in question.cues if seen.cue.kind != "story"))


def _label(sentence: Sentence, topics: Set[str]) -> Set[str]:
    """Return that a sentence begins with a label ("Alcohol: .."), where a risk is under discussion."""
    if topics.isdisjoint((_RISK, f"lead={_RISK}")):
        return set()
    return {"label"} if any(u.word in _PARTED and not u.type for u in sentence.units[1:_LABEL]) else set()


def _standing(topic: Topic) -> set[str]:
    """Return the topics that stand by what a heading names: a form of the disease, a drug."""
    named = {
        "form-said": topic.forms if topic.near else (),
        "form-heading": topic.headed,
        "disease-heading": topic.illness,
        "term": topic.term,
        "therapy-heading": topic.therapies,
    }
    return {name for name, words in named.items() if words}


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
