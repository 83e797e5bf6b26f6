"""What a table states: by its rows, by the heads of its columns, and in cells that make statements of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.claims import Claim
from lint.language import asserted, placing, questions, tables
from lint.language.asked import what_is_asked
from lint.language.conditions import Condition
from lint.language.discourse import Topic, standing, topics_of
from lint.language.headings import Headings
from lint.language.labels import labelled
from lint.language.lists import announcing, item
from lint.language.page import Page, where
from lint.language.row_verdicts import judged
from lint.language.statements import Statements
from lint.language.units import Sentence

_PROSE = 4
"""The units of the shortest cell of a table that can make a statement of its own."""


class TableReader:
    """Reads the tables of pages."""

    def __init__(self, statements: Statements, headings: Headings) -> None:
        self._statements, self._headings = statements, headings

    def columns(self, page: Page, table: int, main: Condition) -> None:
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
            if first is None or not first.header or not own or not cells or (first.column and _asks(own[-1])):
                continue
            # A dash stands for nothing.
            items = tuple(item(page, at) for at in cells if any(c.isalnum() for c in page.document.block_text(at)))
            topic = self._headings.section(page, blocks[head], main)
            beside = frozenset(
                n
                for at, *_ in columns.values()
                for part in page.sentences.get(at, ())
                for n in topics_of(part, self._statements.packs.topics)
            )
            sentence = announcing(own[-1], self._statements.lexicon)
            page.number += 1
            drafts = self._statements.drafts(sentence, topic, topic.names | beside, items)
            page.claims.extend(
                placing.claim(page, head, sentence, draft, cells, self._statements.packs)
                for draft in drafts
                if draft.item is not None
            )

    def _site_of_row(self, page: Page, cells: Sequence[int]) -> str:
        """Return the site that a row is of, where the head above it says that the cancer is there ("It has spread to ..")."""
        first = page.document.blocks[cells[0]].cell
        heads = [
            s for at in (first.column_headers if first else ()) if at != cells[0] for s in page.sentences.get(at, ())
        ]
        own = page.sentences.get(cells[0], ())
        sites = [unit for s in own for unit in s.units if unit.type == "site"]
        staged = any(name.startswith("stage=") for s in own for name in s.classes)
        if not any(where(head) for head in heads) or len(sites) != 1 or len(sites[0].ids) != 1 or staged:
            return ""
        if self._statements.resolver.about.regional(sites[0].ids):
            return ""
        return f"the {sites[0].ids[0]}"

    def row(self, page: Page, row: tuple[int, int], main: Condition) -> None:
        """Read a row for what its cells state; what it says of a factor goes before what the head of the column says of all, save
        where each column is a list of its own."""
        before = len(page.claims)
        self._row(page, row, main)
        headed, stated = page.claims[:before], page.claims[before:]
        cells = page.rows[row[0]][row[1]]
        if any(claim.block in cells[1:] and _directed(claim) for claim in headed):
            told = {_directed(claim) for claim in headed if claim.block in cells} - {None}
            page.claims[before:] = [claim for claim in stated if _directed(claim) not in told]
        else:
            page.claims[:before] = [c for c in headed if c.block not in cells or not _told(c, stated)]

    def _row(self, page: Page, row: tuple[int, int], main: Condition) -> None:
        """Read a row for what its cells state together, behind their labels, and each by itself."""
        blocks = page.document.blocks
        cells = page.rows[row[0]][row[1]]
        topic = self._headings.section(page, blocks[cells[0]], main)
        if site := self._site_of_row(page, cells):
            topic = replace(topic, condition=replace(topic.condition, within=site))
        told = judged(self._statements, page, cells, topic, (blocks[cells[0]].start, blocks[cells[-1]].end))
        if told is not None:
            page.claims.extend(told[0])
            for index in cells[1:]:
                self._told_in_a_cell(page, index, page.sentences.get(index, ()), told[1])
            return
        span = blocks[cells[0]].start, blocks[cells[-1]].end
        for index, sentence in tables.rows(
            blocks, cells, page.sentences, self._statements.lexicon, page.tables[row[0]]
        ):
            names = topics_of(sentence, self._statements.packs.topics)
            page.number += 1
            drafts = self._statements.drafts(
                sentence, topic, topic.names | names | standing(topic) | {"table"}, (), ordered=False
            )
            if "survival" in topic.names and _names_only(sentence):
                # "<form> | <stage> | 40%" where survival is told: shares of those who live, for a time that is not told here.
                drafts = [draft for draft in drafts if draft.kind != "incidence"]
            for draft in drafts:
                page.claims.append(placing.claim(page, index, sentence, draft, (), self._statements.packs, span))
            if not any(self._statements.packs.kinds[draft.kind].compare == "scale" for draft in drafts):
                self._answered(page, index, sentence, topic, span)
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
            spoken = frozenset(name for part in told_of for name in topics_of(part, self._statements.packs.topics))
            near = replace(topic, names=topic.names | spoken)
            whole = tables.labelled(term, header, own[0], self._statements.lexicon)
            read = labelled(self._statements, page, index, whole, near, span, by="column") if header else []
            if not read:
                read = labelled(
                    self._statements,
                    page,
                    index,
                    tables.labelled(term, (), own[0], self._statements.lexicon),
                    near,
                    span,
                )
            if not read and len(cells) == 2 and all(not part.units or part.has("value-head") for part in header):
                self._labelled_value(page, cells[0], index, near, span)
                continue
            if not read and len(own[0].units) >= _PROSE:
                self._told_in_a_cell(page, index, own, near)

    def _answered(self, page: Page, index: int, row: Sentence, topic: Topic, span: tuple[int, int]) -> None:
        """Read a cell that answers what the head of its column or row asks ("Can it be cured?"), of what the other head names."""
        cell, own = page.document.blocks[index].cell, page.sentences[index][0]
        heads = (*cell.column_headers, *cell.row_headers) if cell is not None else ()
        asking = [s for at in heads if at != index for s in page.sentences.get(at, ())[:1] if s.question]
        if len(asking) != 1 or len(own.units) > _PROSE:
            return
        asked = what_is_asked(
            self._statements, questions.unmarked(asking[0], self._statements.lexicon), topic, topic.names
        )
        named = [unit.condition for unit in row.units if unit.condition is not None]
        about = named[0].over(topic.condition) if len(named) == 1 else topic.condition
        for draft in asserted.answers(asked, own, self._statements.packs.kinds):
            if self._statements.packs.kinds[draft.kind].compare == "scale":
                draft = replace(draft, condition=about)
                page.claims.append(placing.claim(page, index, own, draft, (), self._statements.packs, span))

    def _labelled_value(self, page: Page, first: int, index: int, topic: Topic, span: tuple[int, int]) -> None:
        """Read a row of a table of keys and values as the line that it would be ("Cause: ..")."""
        told = {claim.kind for claim in page.claims if claim.block == index}
        line = tables.labelled(page.sentences[first], (), page.sentences[index][0], self._statements.lexicon)
        page.number += 1
        for draft in self._statements.drafts(line, topic, topic.names | standing(topic), ()):
            if draft.kind not in told:
                page.claims.append(placing.claim(page, index, line, draft, (), self._statements.packs, span))

    def _told_in_a_cell(self, page: Page, index: int, own: Sequence[Sentence], topic: Topic) -> None:
        """Read a cell that makes statements of its own ("Heavy drinking raises the risk") for what they say of things."""
        for sentence in own:
            names = topic.names | topics_of(sentence, self._statements.packs.topics)
            drafts = [
                draft
                for draft in self._statements.drafts(sentence, topic, names, ())
                if placing.of_things(draft, self._statements.packs)
            ]
            page.claims.extend(
                placing.claim(page, index, sentence, draft, (), self._statements.packs) for draft in drafts
            )


def _names_only(sentence: Sentence) -> bool:
    """Tell whether a row and the heads of its columns say no more than the names of stages and forms, beside a figure."""
    staged = {
        at
        for name, spans in sentence.classes.items()
        if name.startswith("stage=") or name == "any-stage"
        for first, last in spans
        for at in range(first, last)
    }
    named = [unit.type in ("condition", "subtype", "marker") or at in staged for at, unit in enumerate(sentence.units)]
    rest = (unit for unit, name in zip(sentence.units, named, strict=True) if not name)
    return bool(staged or any(u.condition and u.condition.stage for u in sentence.units)) and all(
        unit.type == "share" or unit.filler or not unit.word[:1].isalnum() for unit in rest
    )


def _asks(head: Sentence) -> bool:
    """Tell whether the head of a column asks of the keys beside it ("How much it lowers the risk"): its cells are no list."""
    return head.question or (bool(head.units) and head.units[0].word in ("how", "does", "do", "is", "can", "by"))


def _told(headed: Claim, stated: Sequence[Claim]) -> bool:
    """Tell whether a row states of a factor, perhaps in fewer of its words, what the head of the column would say of it."""
    if (directed := _directed(headed)) is None:
        return False
    words = set(directed[1].split())
    others = (other for claim in stated if (other := _directed(claim)) is not None)
    return any(kind == directed[0] and words.issuperset(factor.split()) for kind, factor in others)


def _directed(claim: Claim) -> tuple[str, str] | None:
    """Return the kind and the factor of a claim that gives one a direction, None for another."""
    return (claim.kind, str(claim.slots.get("factor", "")).lower()) if "direction" in claim.slots else None
