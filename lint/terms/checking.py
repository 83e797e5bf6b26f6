"""All checks of terms together: one pass over a text, and the rules that its words call for."""

from __future__ import annotations

from lint.documents.document import Document
from lint.terms.confusions import Confusions
from lint.terms.data import Knowledge
from lint.terms.frames import Frames
from lint.terms.hits import Hit, apart
from lint.terms.mixed import Mixed
from lint.terms.page import Page
from lint.terms.residue import Remains
from lint.terms.runs import Met, Run
from lint.terms.runs import words as words_of
from lint.terms.substitutes import Substitutes
from lint.terms.unknown import Unknown
from lint.terms.words import WordLists


class Checks:
    """One checker of each sort, made of the knowledge of the packs."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._substitutes = Substitutes(knowledge)
        self._frames = Frames(knowledge)
        self._confusions = Confusions(knowledge)
        self._mixed = Mixed(knowledge.variants)
        self._residue = Remains(knowledge, words)
        self._unknown = Unknown(knowledge, words)
        by_rule = (self._substitutes, self._frames, self._confusions, self._mixed, self._residue)
        self._triggers = frozenset().union(*(checker.triggers for checker in by_rule))
        self._matters = Met(self._judge).__getitem__
        self._look = Met(self._run).__getitem__

    def _judge(self, word: str) -> bool:
        """Tell whether a check has something to ask about a word."""
        wrong = self._unknown.wrong(word)
        return wrong or word in self._triggers

    def _run(self, run: str) -> Run | None:
        """Return what a run calls, None for nothing."""
        live = tuple(dict.fromkeys(word for word in words_of(run) if self._matters(word)))
        shapes = self._residue.shapes(run)
        return Run(live, shapes) if live or shapes else None

    def hits(self, document: Document) -> list[Hit]:
        """Return the wrong words of a document, none overlapping another."""
        page = Page(document.text, [block.start for block in document.blocks], self._look)
        hits = [
            *self._residue.hits(document, page),
            *self._substitutes.hits(page),
            *self._frames.hits(page),
            *self._confusions.hits(page),
            *self._unknown.hits(page),
        ]
        kept = apart([hit for hit in hits if page.together(hit.start, hit.end)]) if hits else hits
        mixed = [hit for hit in self._mixed.hits(page) if not any(hit.overlaps(other) for other in kept)]
        return apart([*kept, *mixed]) if mixed else kept
