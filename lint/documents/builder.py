"""Builds a Document from pieces of text with their source, in reading order; every reader writes through it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lint.documents.breaks import BREAK, cuts, split
from lint.documents.document import Block, Cell, Comment, Document, Role, Segment
from lint.documents.drafts import Draft
from lint.documents.fold import Run, fold
from lint.documents.tables import Table, TableCell, place
from lint.documents.unmarked import listed


@dataclass(slots=True)
class _Frame:
    """What the text is part of: a heading, an item, a caption .. (``paragraph`` is the ground)."""

    role: Role
    level: int = 0
    marker: str = ""
    lead: int | None = None


@dataclass(slots=True)
class _List:
    lead: int | None
    item: int | None = None
    """The first block of the item that is open."""


@dataclass(slots=True)
class _Note:
    """A comment, and where it stands in the open block."""

    comment: Comment
    at: int


@dataclass(slots=True)
class Builder:
    """Takes text and structure in reading order and makes the blocks.

    White space and folding are its business, not the readers': they hand over what the source says.
    """

    _drafts: list[Draft] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _length: int = 0
    _frames: list[_Frame] = field(default_factory=lambda: [_Frame("paragraph")])
    _lists: list[_List] = field(default_factory=list)
    _cells: list[TableCell] = field(default_factory=list)
    _headings: list[tuple[int, int]] = field(default_factory=list)
    _notes: list[_Note] = field(default_factory=list)
    _comments: list[Comment] = field(default_factory=list)
    _tables: int = 0
    _term: int | None = None
    edges: int = 0

    def text(self, value: str, start: int, end: int) -> None:
        """Add text that stands in the source from ``start`` to ``end``."""
        if value:
            self._pieces.append(value)
            self._runs.append((self._length, self._length + len(value), start, end))
            self._length += len(value)

    def line_break(self, start: int, end: int) -> None:
        """Add a hard line break: a space inside a sentence, else an edge."""
        self.text(BREAK, start, end)

    @property
    def length(self) -> int:
        """Characters in the open block so far."""
        return self._length

    def since(self, length: int) -> str:
        """Return the text of the open block after its first ``length`` characters, as handed over."""
        out: list[str] = []
        for piece, run in zip(reversed(self._pieces), reversed(self._runs), strict=True):
            if run[0] < length:
                break
            out.append(piece)
        return "".join(reversed(out))

    def tail(self, size: int) -> str:
        """Return the last characters of the open block: at least ``size`` of them where there are as many."""
        out: list[str] = []
        for piece in reversed(self._pieces):
            if size <= 0:
                break
            out.append(piece[-size:])
            size -= len(piece)
        return "".join(reversed(out))

    def take_back(self, length: int) -> None:
        """Take back what was added to the open block after its first ``length`` characters."""
        while self._runs and self._runs[-1][0] >= length:
            self._runs.pop()
            self._length -= len(self._pieces.pop())

    def open(self, role: Role, level: int = 0) -> None:
        """Begin something whose text has that role, until ``close``."""
        self.edge()
        lead = self._term if role == "definition" else None
        self._frames.append(_Frame(role, level, lead=lead))

    def close(self) -> None:
        """End what was opened last."""
        self.edge()
        self._frames.pop()

    def open_list(self) -> None:
        """Begin a list; the item that it stands in, else the paragraph or heading directly before it leads it."""
        self.edge()
        lead = self._lists[-1].item if self._lists else None
        if lead is None and self._drafts and self._drafts[-1].role in ("paragraph", "heading", "definition", "term"):
            lead = len(self._drafts) - 1
        self._lists.append(_List(lead))

    def close_list(self) -> None:
        """End a list."""
        self.edge()
        self._lists.pop()

    def open_item(self, marker: str) -> None:
        """Begin an item of the list that was opened last."""
        self.edge()
        lead = None
        if self._lists:
            self._lists[-1].item = None
            lead = self._lists[-1].lead
        self._frames.append(_Frame("item", max(1, len(self._lists)), marker, lead))

    def close_item(self) -> None:
        """End an item."""
        self.close()
        if self._lists:
            self._lists[-1].item = None

    def open_cell(self, cell: TableCell) -> None:
        """Begin a table cell, until ``close_cell``."""
        self.open("paragraph")
        self._cells.append(cell)

    def close_cell(self) -> None:
        """End a table cell."""
        self.close()
        self._cells.pop()

    def close_table(self, table: Table) -> None:
        """Give the cells of a table their places; a table that only arranges the page leaves its blocks as they are."""
        self.edge()
        blocks = [index for row in table.rows for cell in row.cells for index in cell.blocks]
        cells = sum(len(row.cells) for row in table.rows)
        if table.layout or cells < 2 or any(self._drafts[index].role in ("heading", "cell") for index in blocks):
            return
        caption = table.caption[0] if table.caption else None
        for one in place(table, {index: self._drafts[index].text for index in blocks}):
            above = tuple(index for cell in one.above for index in cell.blocks)
            beside = tuple(index for cell in one.beside for index in cell.blocks)
            for index in one.cell.blocks:
                draft = self._drafts[index]
                draft.role, draft.level, draft.lead, draft.marker = "cell", 0, None, ""
                draft.cell = Cell(self._tables, one.row, one.column, one.header, above, beside, caption)
        self._tables += 1

    def comment(self, text: str, start: int, end: int) -> None:
        """Add a comment that stands here."""
        self._notes.append(_Note(Comment(text, start, end, None), self._length))

    @property
    def blocks(self) -> int:
        """Blocks closed so far."""
        return len(self._drafts)

    @property
    def heading_level(self) -> int:
        """Level of the nearest heading above, 0 where there is none."""
        return self._headings[-1][0] if self._headings else 0

    @property
    def headings(self) -> int:
        """How many headings stand above."""
        return len(self._headings)

    def leave_headings(self, count: int) -> None:
        """Forget the headings below the outermost ``count``: the part that they head has ended."""
        self.edge()
        del self._headings[count:]

    def edge(self, heading: int = 0) -> None:
        """End the open block, where there is one; as a heading of that level where it only looked like a paragraph."""
        self.edges += 1
        if not self._pieces:
            return
        if heading:
            self._frames.append(_Frame("heading", heading))
        text, runs = "".join(self._pieces), self._runs
        self._pieces, self._runs, self._length = [], [], 0
        notes, before = self._notes, len(self._drafts)
        for stop, part, part_runs in split(text, runs, self._cuts(text)):
            self._comments.extend(self._placed(note) for note in notes if note.at < stop)
            notes = [note for note in notes if note.at >= stop]
            self._add(*fold(part, part_runs))
        self._notes = notes
        self._flush_notes(len(self._drafts) > before)
        if heading:
            self._frames.pop()

    def _placed(self, note: _Note) -> Comment:
        return Comment(note.comment.text, note.comment.start, note.comment.end, len(self._drafts))

    def _flush_notes(self, ended: bool) -> None:
        # A comment at the very end of a block stands in it.
        if ended and self._notes:
            index = len(self._drafts) - 1
            self._comments.extend(Comment(n.comment.text, n.comment.start, n.comment.end, index) for n in self._notes)
            self._notes = []
        for note in self._notes:
            note.at = 0

    def _cuts(self, text: str) -> list[int]:
        if self._cells or self._frames[-1].role not in ("paragraph", "item", "definition"):
            return []
        return cuts(text)

    def _add(self, text: str, runs: list[Run]) -> None:
        if not text:
            return
        frame, index = self._frames[-1], len(self._drafts)
        if frame.role == "heading":
            while self._headings and self._headings[-1][0] >= frame.level:
                self._headings.pop()
        above = tuple(heading for _, heading in self._headings)
        self._drafts.append(Draft(frame.role, frame.level, above, frame.lead, frame.marker, text, runs))
        if frame.role == "heading" or (frame.role == "title" and not self._headings):
            self._headings.append((frame.level, index))
        if frame.role == "term":
            self._term = index
        if frame.role == "item":
            frame.marker = ""
            if self._lists and self._lists[-1].item is None:
                self._lists[-1].item = index
        if self._cells:
            self._cells[-1].blocks.append(index)

    def finish(self, path: str, source: str, encoding: str = "utf-8", bom: bool = False) -> Document:
        """Return the document."""
        self.edge()
        self._comments.extend(self._placed(note) for note in self._notes)
        listed(self._drafts)
        blocks: list[Block] = []
        segments: list[Segment] = []
        at = 0
        for draft in self._drafts:
            end = at + len(draft.text)
            blocks.append(Block(at, end, draft.role, draft.level, draft.headings, draft.lead, draft.marker, draft.cell))
            segments.extend(Segment(at + a, at + b, s, e) for a, b, s, e in draft.runs)
            at = end + 1
        comments = tuple(
            Comment(c.text, c.start, c.end, c.block if c.block is not None and c.block < len(blocks) else None)
            for c in self._comments
        )
        text = "\n".join(draft.text for draft in self._drafts)
        return Document(path, source, text, tuple(blocks), tuple(segments), comments, encoding, bom)
