"""The language stage as a whole: a document's blocks to sentences, to readings, to claims with their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from lint.claims import Claim, Place
from lint.concepts import Concepts
from lint.documents.document import Block, Document
from lint.language import asides, questions, tables, unnamed, wording
from lint.language import sentences as splitting
from lint.language.analysis import analyse, coordinated, finish
from lint.language.assertion import assess_all
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import (
    Topic,
    after,
    drugs_spoken_of,
    main_condition,
    measure,
    own_disease,
    spoken,
    told,
    topics_of,
    under,
)
from lint.language.genes import ALONE
from lint.language.lexicon import Lexicon
from lint.language.matching import Reading, Rules, collide
from lint.language.pipeline import Known, Tokenize, tokenizer
from lint.language.resolve import Draft, Item, Resolver
from lint.language.told import formed, of_a_disease
from lint.language.units import Sentence, Unit
from lint.packs import Packs

_QUOTED = re.compile(
    r"""\s*(?:\d+[.):]?\s*)?(?:[A-Z][a-z]+(?: \d+)?:\s*)?["'\u201c\u2018\u00ab].*["'\u201d\u2019\u00bb][.!?]?\s*$""",
    re.DOTALL,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,6}\b")
_WORDS = re.compile(r"[^\W\d_]+")
_FACT = re.compile(r"\W*(?:facts?|true|truth)\b", re.IGNORECASE)
_OPEN_QUESTIONS = frozenset(("what", "which", "who", "how"))
_STATED = frozenset(("scale", "interval", "same", "listed"))
"""Kinds whose rules read a value and not the whole statement."""
_FIGURES = frozenset(("scale", "interval"))
_RANKED = frozenset(("listed", "same"))
"""Kinds that speak of sites and not of figures."""
_CONJUNCTIONS = frozenset(("and", "but", "so", "that", "because", "or", "then", "yet"))
NAMED_OFTEN, NAMED_MORE_OFTEN = 4, 2
"""How often, and how many times as often as a listed disease, a name that nobody lists must stand to be a page's topic."""
_SHORT_ITEM = 8
"""An item of no more units hedges itself ("night shifts, maybe"); in a longer one a hedge is of something within."""
_OPENING = 6
"""How many characters (marks, an article) may stand in an item before the statement that it makes."""
_LEAD, _LEAD_WORDS = 12, 6
"""Where a lead-in ends at the latest, and how many words beside mentions it has at the most."""
_SURVIVAL = "survival"
"""The topic whose figures are of a time that sections side by side share."""
_RISK = "risk"
"""The topic that must be under discussion where a label is followed by nothing but "no effect"."""
_BARE = frozenset(("bare=blame", "bare=lowering"))
"""What a thing may be asked about by its name alone, below a heading that opens the topic."""
_LABEL_WORDS = 4
"""The words of the longest label of a list's item."""
_LABELLED = re.compile(rf"(?:[^\s.:]+\s+){{0,{_LABEL_WORDS - 1}}}[^\s.:]+[.:]\s+\S")
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


@dataclass
class _Page:
    """What has been read of a document so far."""

    document: Document
    sentences: dict[int, list[Sentence]] = field(default_factory=dict)
    items: dict[int, list[int]] = field(default_factory=dict)
    rows: dict[int, dict[int, list[int]]] = field(default_factory=dict)
    """The cells of every row of every table."""
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


class Extractor:
    """Finds the claims of documents by the rules of the packs.

    ``pipeline`` names a spaCy pipeline of the user's own. spaCy is imported at the first word that is not ``known``.
    """

    def __init__(self, packs: Packs, pipeline: str | None = None, known: Known | None = None) -> None:
        self.packs = packs
        self.lexicon = Lexicon(packs)
        self.rules = Rules(packs)
        self.resolver = Resolver(packs, self.lexicon)
        self._pipeline, self._known = pipeline, known
        self._tokenize: Tokenize | None = None

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document in the order of its text."""
        page = _Page(document)
        for index, block in enumerate(document.blocks):
            if block.role == "item" and block.lead is not None:
                page.items.setdefault(block.lead, []).append(index)
            page.sentences[index] = self._analysed(document, block)
        self._abbreviated(page)
        main = self._main(page)
        self._without_asides(page)
        self._diseases_of_rows(page)
        page.own = own_disease(((document.blocks[i].role, s) for i, own in page.sentences.items() for s in own), main)
        page.topic = Topic(condition=main, own=page.own)
        for index, block in enumerate(document.blocks):
            if block.cell is not None:
                page.rows.setdefault(block.cell.table, {}).setdefault(block.cell.row, []).append(index)
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
        return tuple(_distinct(tuple(_told_twice(page.claims, document))))

    def _analysed(self, document: Document, block: Block) -> list[Sentence]:
        if block.cell is not None:
            spans = [(block.start, block.end)] if block.end > block.start else []
        else:
            spans = splitting.split(document.text[block.start : block.end], block.start)
        return [self._sentence(document.text[start:end], start) for start, end in spans]

    def _sentence(self, text: str, start: int) -> Sentence:
        if self._tokenize is None:
            self._tokenize = tokenizer(self._pipeline, self._known)
        return analyse(text, start, self._tokenize(text), self.lexicon)

    def _main(self, page: _Page) -> Condition:
        """Return the condition that a page is about, by its name or by what it says of it."""
        blocks = page.document.blocks
        main = main_condition((blocks[i].role, s) for i, own in page.sentences.items() for s in own)
        every = [sentence for own in page.sentences.values() for sentence in own]
        known = sum(u.condition is not None and u.condition.disease == main.disease for s in every for u in s.units)
        name, times = unnamed.name_of(every)
        if not name or (main.disease and times < max(NAMED_OFTEN, NAMED_MORE_OFTEN * known)):
            return main
        whole = unnamed.spelled_out(every, name)
        condition = Condition(" ".join(whole))
        for own in page.sentences.values():
            for number, sentence in enumerate(own):
                units = unnamed.named(unnamed.named(sentence.units, whole, condition), name, condition)
                if units != list(sentence.units):
                    own[number] = finish(sentence.text, sentence.start, units, self.lexicon)
        return condition

    def _abbreviated(self, page: _Page) -> None:
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
                units = [self._spelled_out(page.document, unit, short) for unit in sentence.units]
                if any(a is not b for a, b in zip(units, sentence.units, strict=True)):
                    page.sentences[index][number] = finish(sentence.text, sentence.start, units, self.lexicon)

    def _without_asides(self, page: _Page) -> None:
        for index, own in page.sentences.items():
            cell = page.document.blocks[index].cell is not None
            for number, sentence in enumerate(own):
                units = asides.without(sentence.units, tables.telling(sentence) if cell else ())
                if len(units) < len(sentence.units):
                    own[number] = finish(sentence.text, sentence.start, units, self.lexicon)

    def _diseases_of_rows(self, page: _Page) -> None:
        """Read the first cells below a head such as "Cancer" as diseases: organs that only lack the word ("<organ>")."""
        blocks = page.document.blocks
        for index, block in enumerate(blocks):
            cell = block.cell
            if cell is None or cell.column or not cell.column_headers or index in cell.column_headers:
                continue
            head, own = page.sentences.get(cell.column_headers[0], ()), page.sentences[index]
            noun = next((w for s in head for u in s.units if not u.type and (w := self.lexicon.head_noun(u.word))), "")
            if not noun or len(own) != 1 or not own[0].units or any(_where(s) or s.has("spread") for s in head):
                continue
            named = self._sentence(f"{own[0].text} {noun}", own[0].start).units
            if len(named) == 1 and named[0].condition is not None and named[0].condition.disease:
                unit = replace(named[0], end=own[0].units[-1].end)
                page.sentences[index] = [finish(own[0].text, own[0].start, [unit], self.lexicon)]

    @staticmethod
    def _spelled_out(document: Document, unit: Unit, short: Mapping[str, Unit]) -> Unit:
        known = short.get(document.text[unit.start : unit.end]) if not unit.type else None
        return replace(unit, type="condition", condition=known.condition) if known else unit

    def _section(self, page: _Page, block: Block, main: Condition) -> Topic:
        topic = Topic(condition=main, own=page.own)
        for index in block.headings:
            topic = under(self._heading(page, index), topic)
        if block.lead is not None and page.document.blocks[block.lead].role == "term":
            topic = under(self._heading(page, block.lead), topic)
        return topic

    def _heading(self, page: _Page, index: int) -> Topic:
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
                if group := self.resolver.group(sentence, condition):
                    condition = replace(condition, within=group)
                elif site := self.resolver.elsewhere(sentence, condition.over(page.topic.condition)):
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

    def _of_organ(self, page: _Page, index: int) -> Condition:
        """Return the disease that a heading means by its organ alone, on a page with such headings for several diseases."""
        if page.organs is None:
            headings = [at for at, block in enumerate(page.document.blocks) if block.role in _HEADS]
            page.organs = {at: self._named_below(page, at) for at in headings}
            if len({found.disease for found in page.organs.values()} - {""}) < _SEVERAL:
                page.organs = {}
        return page.organs.get(index, NOWHERE)

    @staticmethod
    def _named_below(page: _Page, index: int) -> Condition:
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

    def _block(self, page: _Page, index: int, block: Block) -> None:
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

    def _item(self, page: _Page, index: int) -> Item:
        own = page.sentences[index]
        words = page.document.block_text(index)
        units = [unit for sentence in own for unit in sentence.units]
        sites = _sites(own[0]) if own else ()
        therapies = tuple(dict.fromkeys(drugs_spoken_of(own[0]))) if own and not own[0].has("being-tried") else ()
        forms = tuple(name for unit in units if unit.is_form for name in unit.names)
        text = own[0].text if own else words
        certainty = assess_all(own[0]).certainty if own and len(own[0].units) <= _SHORT_ITEM else "definite"
        return Item(index, wording.item(text), sites, therapies, forms, certainty=certainty)

    def _read(
        self, page: _Page, index: int, sentence: Sentence, items: tuple[Item, ...], listed: Sequence[int]
    ) -> None:
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
        drafts = self._drafts(sentence, topic, topics, items)
        page.before = frozenset(f"before={name}" for name in names)
        if not items and (sentence.question or page.document.blocks[index].role in _HEADS):
            page.before |= {f"asked={name}" for name in names}
        asked: tuple[Draft, ...] = ()
        if sentence.question:
            asked = self._asked(sentence, topic, topic.names | names)
            drafts = []
        elif topic.asked and (not drafts or _another_kind(drafts, topic.asked)):
            drafts = [*self.resolver.answers(topic.asked, sentence), *drafts]
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
        found = [self._claim(page, index, sentence, draft, listed) for draft in drafts]
        if (plain := self._unfigured(sentence)) is not None:
            found += [
                self._claim(page, index, plain, draft, listed)
                for draft in self._drafts(plain, topic, topics, items)
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
        drafts = self._drafts(replace(_readers(sentence), question=False), topic, names, ())
        if drafts:
            return tuple(drafts)
        if thing := questions.bare(sentence, self.lexicon):
            for by in sorted(_BARE & {f"bare={name}" for name in topic.names}):
                if drafts := self._drafts(_readers(thing), topic, {by}, (), needing=by):
                    return tuple(drafts)
        for statement in questions.statements(sentence, self.lexicon):
            drafts = [draft for draft in self._drafts(_readers(statement), topic, names, ()) if self._of_things(draft)]
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

    def _of_things(self, draft: Draft) -> bool:
        return any(slot.noun for slot in self.packs.kinds[draft.kind].slots)

    def _labelled(
        self,
        page: _Page,
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
        drafts = self._drafts(sentence, topic, {by}, (), needing=by)
        for bare in sorted(_BARE & {f"bare={name}" for name in topic.names}) if not drafts else ():
            drafts = drafts or self._drafts(sentence, topic, {bare}, (), needing=bare)
        page.claims.extend(self._claim(page, index, sentence, draft, (), span) for draft in drafts)
        if drafts:
            page.labelled = block.headings
        return drafts

    def _is_myth(self, page: _Page, index: int, sentence: Sentence, topic: Topic) -> bool:
        """Tell whether a sentence is a myth told to be denied: called one, or quoted on a page about myths."""
        if page.document.blocks[index].role == "title":
            return False
        named = sentence.classes.get("myth-heading", ())
        if named and named[0][0] == 0:
            return True
        return bool(_QUOTED.match(sentence.text)) and topic.myth and not _FACT.match(page.document.block_text(index))

    def _deny(self, page: _Page, index: int, sentence: Sentence) -> None:
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

    def _drafts(
        self,
        sentence: Sentence,
        topic: Topic,
        topics: Set[str],
        items: tuple[Item, ...],
        *,
        ordered: bool = True,
        needing: str = "",
    ) -> list[Draft]:
        """Return what a sentence states, in its order: the best readings first, those that collide with them left out.

        A reading that lacks a slot gets a second chance with what the sentence has said before it ("so does").
        ``needing`` names a topic without which a rule is left aside.
        """
        taken: list[tuple[Reading, list[Draft]]] = []
        lacking: list[Reading] = []
        went_on = not ordered or bool(needing)
        for reading in self.rules.read(sentence, topics):
            if needing and needing not in reading.pattern.needs:
                continue
            if reading.pattern.rank < 0 and not went_on:
                # A figure that goes on from one before it is of its kind, before it is any share.
                taken += self._going_on(sentence, topic, taken)
                went_on = True
            if (ordered or not reading.ordered) and not any(collide(reading, other) for other, _ in taken):
                drafts = list(self.resolver.drafts(reading, sentence, topic, items))
                if drafts:
                    drafts = [
                        draft for draft in drafts if not any(_same(draft, other) for _, own in taken for other in own)
                    ]
                    taken.append((reading, drafts))
                else:
                    lacking.append(reading)
        for reading in lacking:
            if taken and not any(collide(reading, other) for other, _ in taken):
                before = [draft for other, own in taken if other.first < reading.first for draft in own]
                if before:
                    local = replace(topic, kind=before[-1].kind, said=before[-1].slots)
                    drafts = list(self.resolver.drafts(reading, sentence, local, items))
                    if drafts:
                        taken.append((reading, drafts))
        if ordered and not needing:
            taken += self._going_on(sentence, topic, taken)
        for place, (reading, drafts) in enumerate(taken):
            if "same" in reading.pattern.sets.values():
                # What a sentence takes up again is what it has said itself, where it has.
                said = [
                    d for other, own in taken if other.last <= reading.first for d in own if d.kind == drafts[0].kind
                ]
                if said:
                    local = replace(topic, kind=said[-1].kind, said=said[-1].slots)
                    taken[place] = (reading, list(self.resolver.drafts(reading, sentence, local, items)) or drafts)
        taken.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[0].pattern.id))
        return [draft for _, own in taken for draft in own]

    def _going_on(
        self, sentence: Sentence, topic: Topic, taken: Sequence[tuple[Reading, list[Draft]]]
    ) -> list[tuple[Reading, list[Draft]]]:
        """Return what the figures of a sentence say that only go on from one before them ("10% do; among men, 20%")."""
        read = {at for reading, _ in taken for at in reading.values}
        values = [at for reading, _ in taken if self._of_figures(reading) for at in reading.values]
        figures = [at for at in sentence.of_type("share", "duration") if at not in read]
        if not values or not any(at > min(values) and wording.goes_on(sentence, at) for at in figures):
            return []
        found: list[tuple[Reading, list[Draft]]] = []
        before = min((pair for pair in taken if self._of_figures(pair[0])), key=lambda pair: min(pair[0].values))
        name = f"after={before[0].pattern.kind}"
        local = replace(topic, kind=before[0].pattern.kind, said=before[1][-1].slots)
        for reading in self.rules.read(sentence, {name}):
            at = min(reading.values, default=0)
            fits = name in reading.pattern.needs and at > min(values) and wording.goes_on(sentence, at)
            if fits and not any(collide(reading, other) for other, _ in (*taken, *found)):
                drafts = list(self.resolver.drafts(reading, sentence, local, ()))
                if drafts:
                    found.append((reading, drafts))
        return found

    def _of_figures(self, reading: Reading) -> bool:
        return bool(reading.values) and self.packs.kinds[reading.pattern.kind].compare == "interval"

    def _columns(self, page: _Page, table: int, main: Condition) -> None:
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
            drafts = self._drafts(sentence, topic, topic.names | beside, items)
            page.claims.extend(
                self._claim(page, head, sentence, draft, cells) for draft in drafts if draft.item is not None
            )

    def _site_of_row(self, page: _Page, cells: Sequence[int]) -> str:
        """Return the site that a row is of, where the head above it says that the cancer is there ("It has spread to ..")."""
        first = page.document.blocks[cells[0]].cell
        heads = [
            s for at in (first.column_headers if first else ()) if at != cells[0] for s in page.sentences.get(at, ())
        ]
        sites = [unit for s in page.sentences.get(cells[0], ()) for unit in s.units if unit.type == "site"]
        if not any(_where(head) for head in heads) or len(sites) != 1 or len(sites[0].ids) != 1:
            return ""
        return f"the {sites[0].ids[0]}"

    def _row(self, page: _Page, row: tuple[int, int], main: Condition) -> None:
        blocks = page.document.blocks
        cells = page.rows[row[0]][row[1]]
        topic = self._section(page, blocks[cells[0]], main)
        if site := self._site_of_row(page, cells):
            topic = replace(topic, condition=replace(topic.condition, within=site))
        for index, sentence in tables.rows(blocks, cells, page.sentences, self.lexicon):
            names = topics_of(sentence, self.packs.topics)
            page.number += 1
            span = blocks[cells[0]].start, blocks[cells[-1]].end
            for draft in self._drafts(
                sentence, topic, topic.names | names | _standing(topic) | {"table"}, (), ordered=False
            ):
                page.claims.append(self._claim(page, index, sentence, draft, (), span))
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

    def _told_in_a_cell(self, page: _Page, index: int, own: Sequence[Sentence], topic: Topic) -> None:
        """Read a cell that makes statements of its own ("Heavy drinking raises the risk") for what they say of things."""
        for sentence in own:
            names = topic.names | topics_of(sentence, self.packs.topics)
            drafts = [draft for draft in self._drafts(sentence, topic, names, ()) if self._of_things(draft)]
            page.claims.extend(self._claim(page, index, sentence, draft, ()) for draft in drafts)

    def _claim(
        self,
        page: _Page,
        index: int,
        sentence: Sentence,
        draft: Draft,
        listed: Sequence[int],
        span: tuple[int, int] | None = None,
    ) -> Claim:
        document = page.document
        block = index
        if span is None and draft.item is not None:
            block = draft.item
            stated = page.sentences.get(block, [])
            # The first sentence of an item states it, and the others go on about it, unless it is but a label.
            whole = len(stated) < 2 or len(stated[0].units) <= _LABEL_WORDS + 1 or not self._of_things(draft)
            span = document.blocks[block].start, document.blocks[block].end if whole else stated[0].end
        if span is None:
            first, last = (
                _stated(sentence, draft)
                if self.packs.kinds[draft.kind].compare in _STATED
                else (draft.first, draft.last)
            )
            if (
                self.packs.kinds[draft.kind].compare in _FIGURES
                and last - first > 1
                and sentence.units[last - 1].type == "items"
            ):
                # A figure is told before the list that its sentence announces.
                last -= 1
            units = sentence.units[first:last]
            start, end = units[0].start, max(unit.end for unit in units)
            if units[-1].type == "items" and listed:
                end = document.blocks[listed[-1]].end
            span = start, end
        return Claim(
            kind=draft.kind,
            condition=draft.condition.name.lower(),
            slots=draft.slots,
            place=place(document, *span),
            certainty=draft.certainty,
            polarity="negated" if draft.denied else "affirmed",
            concepts=self._concepts(draft, self.packs.concepts),
            closed=draft.closed,
            block=block,
            sentence=page.number,
            evidence=draft.evidence,
        )

    def _concepts(self, draft: Draft, concepts: Concepts) -> dict[str, str]:
        kind = self.packs.kinds[draft.kind]
        found = {}
        for slot in kind.slots:
            value = draft.slots.get(slot.name)
            if slot.type == "words" and isinstance(value, str) and value and slot.name != "measure":
                concept = concepts.resolve(slot.name, value)
                if concept:
                    found[slot.name] = concept
        return found


def _is_abbreviation(document: Document, unit: Unit) -> bool:
    word = document.text[unit.start : unit.end]
    return not unit.type and 2 <= len(word) <= 8 and sum(c.isupper() for c in word) * 2 > len(word)


def _initials(words: str) -> str:
    """Return the initials of a name of several words in capitals, "" for one that is too short to be told by them."""
    letters = [word[0] for word in _WORDS.findall(words) if word.lower() not in ("of", "the", "and")]
    return "".join(letters).upper() if len(letters) > 1 else ""


def _sites(item: Sentence) -> tuple[str, ...]:
    """Return the sites that an item names, without those that only tell where they are ("nodes near the <site>")."""
    found: list[str] = []
    for at, unit in enumerate(item.units):
        before = [u.word for u in item.units[:at] if not u.filler][-1:]
        if unit.type == "site" and before not in (["from"], ["near"], ["outside"], ["beside"], ["behind"], ["to"]):
            found += unit.ids
    return tuple(dict.fromkeys(found))


def _where(head: Sentence) -> bool:
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


def _events(sentence: Sentence) -> list[str]:
    return [name for name in sentence.classes if name.startswith("event=")]


def _of_them(units: Sequence[Unit], at: int) -> bool:
    words = [unit.word for unit in units[at : at + 2]]
    return words[0] in ("will", "are", "have", "get", "live", "would") or words in (
        ["of", "them"],
        ["of", "these"],
        ["of", "those"],
    )


def _same(a: Draft, b: Draft) -> bool:
    """Tell whether a sentence would state the same thing twice of which drug is for whom."""
    return a.kind == b.kind and "therapy" in a.slots and a.slots == b.slots and a.item == b.item


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


def _stated(sentence: Sentence, draft: Draft) -> tuple[int, int]:
    """Return the units of the run that states a claim: what a rule read, with the words around it up to a comma, the
    edge of the clause or another figure."""
    units, first, last = sentence.units, draft.first, draft.last
    while first > 0 and not _bars(units[first - 1]):
        first -= 1
    end = last
    while end < len(units) and not _bars(units[end]):
        end += 1
    if end < len(units) and units[end].type:
        # The next figure has words of its own before it.
        joined = [at for at in range(last, end) if not units[at].type and units[at].word in _CONJUNCTIONS]
        end = joined[-1] if joined else last
    last = end
    while first < draft.first and not units[first].type and units[first].word in _CONJUNCTIONS:
        first += 1
    return first, last


def _bars(unit: Unit) -> bool:
    return unit.edge or unit.type in ("share", "most", "all", "duration") or (not unit.type and unit.word in (",", "."))


def place(document: Document, start: int, end: int) -> Place:
    """Return the place of a non-empty span of a document's text in its source."""
    first, last = document.source_span(start, end)
    line, column = document.line_column(first)
    end_line, end_column = document.line_column(last)
    return Place(document.path, first, last, line, column, end_line, end_column, document.source[first:last])


def _told_twice(claims: Sequence[Claim], document: Document) -> Iterator[Claim]:
    """Leave out listed items that are a statement themselves ("- Smoking raises the risk."): the statement is the claim; of a
    label and the statement behind it ("- Age. The risk goes up with age.") the item is the claim, as of any item."""
    twice: set[int] = set()
    for number, claim in enumerate(claims):
        block = document.blocks[claim.block]
        whole = document.source_span(block.start, block.end)
        if block.role != "item" or (claim.place.start, claim.place.end) != whole:
            continue
        inner = [
            (c.place.start, at)
            for at, c in enumerate(claims)
            if c is not claim and c.kind == claim.kind and c.block == claim.block and c.place.end <= whole[1]
        ]
        if "direction" in claim.slots and _LABELLED.match(document.block_text(claim.block)):
            same = [
                (start, at) for start, at in inner if claims[at].slots.get("direction") == claim.slots.get("direction")
            ]
            twice.update(at for _, at in sorted(same)[:1])
        elif any(start - whole[0] <= _OPENING and claims[at].place.end < whole[1] for start, at in inner):
            twice.add(number)
    yield from (claim for number, claim in enumerate(claims) if number not in twice)


def _distinct(claims: Sequence[Claim]) -> Iterator[Claim]:
    seen: set[object] = set()
    for claim in sorted(claims, key=lambda c: (c.place.start, c.place.end, c.kind)):
        key = (
            claim.kind,
            claim.condition,
            tuple(sorted(claim.slots.items(), key=str)),
            claim.place.start,
            claim.place.end,
        )
        if key not in seen:
            seen.add(key)
            yield claim
