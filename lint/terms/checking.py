"""All checks of terms together: one pass over a text, and the rules that its words call for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from lint.documents.document import Document
from lint.terms.blocks import Blocks
from lint.terms.confusions import Confusions
from lint.terms.data import Knowledge
from lint.terms.frames import Frames
from lint.terms.hits import Hit, apart
from lint.terms.mixed import Mixed
from lint.terms.page import Page
from lint.terms.residue import Remains
from lint.terms.runs import Calls, Check, Met, Sides, together
from lint.terms.runs import words as words_of
from lint.terms.substitutes import Substitutes
from lint.terms.unknown import Unknown
from lint.terms.words import WordLists


class _Checker(Protocol):
    """What finds wrong words of one sort where words call it."""

    def hits(self, page: Page, called: Mapping[str, Sequence[int]]) -> Iterator[Hit]: ...


class Checks:
    """One checker of each sort, made of the knowledge of the packs."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._blocks = Blocks(knowledge, words)
        self._residue = Remains(knowledge, words)
        self._unknown = Unknown(knowledge, words)
        substitutes, frames, confusions = Substitutes(knowledge), Frames(knowledge), Confusions(knowledge)
        mixed = Mixed(knowledge.variants)
        # What is found first stands where two find the same.
        self._checkers: dict[Check, _Checker] = {
            "substitutes": substitutes,
            "frames": frames,
            "confusions": confusions,
            "unknown": self._unknown,
        }
        self._mixed = mixed
        self._triggers: dict[Check, frozenset[str]] = {
            "residue": self._residue.triggers,
            "substitutes": substitutes.triggers,
            "frames": frames.triggers,
            "confusions": confusions.triggers,
            "mixed": mixed.triggers,
        }
        self._sides: dict[Check, Callable[[str], Sides | None]] = {
            "substitutes": substitutes.sides,
            "confusions": confusions.sides,
            "residue": self._residue.sides,
        }
        self._silent = self._residue.silent
        self._any = frozenset().union(*self._triggers.values())
        self._asked_by = Met(self._judge).__getitem__
        self._look = Met(self._run).__getitem__

    @cached_property
    def _calm(self) -> frozenset[str]:
        """Known words that nothing is asked about."""
        return self._unknown.plain - self._any

    def _judge(self, word: str) -> tuple[Check, ...]:
        """Return the checks that have something to ask about a word."""
        if word in self._calm:
            return ()
        unknown: tuple[Check, ...] = ("unknown",) if self._unknown.wrong(word) else ()
        if word not in self._any:
            return unknown
        return (*unknown, *(check for check, triggers in self._triggers.items() if word in triggers))

    def _run(self, run: str) -> Calls | None:
        """Return what a run calls, or None where it calls nothing."""
        if run in self._calm or (run[-1] in self._silent and run[:-1] in self._calm):
            return None
        words = (run,) if run.isalpha() else tuple(dict.fromkeys(words_of(run)))
        checks: list[tuple[Check, str]] = []
        for word in words:
            checks += [(check, word) for check in self._asked_by(word)]
        checks += [("residue", shape) for shape in self._residue.shapes(run)]
        if not checks:
            return None
        free = len(words) > 1 or any(check not in self._sides for check, _ in checks)
        sides = None if free else together(run, [self._sides[check](word) for check, word in checks])
        return Calls(tuple(checks), sides)

    def hits(self, document: Document) -> list[Hit]:
        """Return the wrong words of a document, none overlapping another."""
        page = Page(document.text, [block.start for block in document.blocks], self._look)
        called = page.called
        hits: list[Hit] = []
        if "residue" in called or self._residue.always:
            hits += self._residue.hits(page, called.get("residue", {}))
        hits += self._blocks.hits(document)
        for check, checker in self._checkers.items():
            if check in called:
                hits += checker.hits(page, called[check])
        kept = apart([hit for hit in hits if page.together(hit.start, hit.end)]) if hits else hits
        if "mixed" in called:
            mixed = [hit for hit in self._mixed.hits(page, called["mixed"]) if not any(map(hit.overlaps, kept))]
            return apart([*kept, *mixed]) if mixed else kept
        return kept
