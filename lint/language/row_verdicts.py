"""Rows of tables that judge or answer: "<statement> | False", "<question> | No", statements below the head "Myth"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lint.claims import Claim
from lint.language import answering, asserted, placing
from lint.language.asked import what_is_asked
from lint.language.conditions import Condition
from lint.language.discourse import Topic, after, topics_of
from lint.language.page import Page
from lint.language.statements import Statements
from lint.language.units import Sentence

_TRUE = frozenset(("true", "fact", "correct", "right", "yes"))
_PROSE = 3
"""The units of the shortest statement that can be judged."""
_POINTING = frozenset(("this", "that", "it", "'s", "is", "these", "they", "are"))
"""What may stand before the word that judges ("That's false.")."""


def verdict(sentence: Sentence) -> str:
    """Return "yes" or "no" where a cell begins with a verdict on what stands beside it, else ""."""
    units = sentence.units
    at = 0
    while at < len(units) and not units[at].type and units[at].word in _POINTING:
        at += 1
    ends = [last for first, last in sentence.classes.get("falsehood", ()) if first == at]
    if not ends and at < len(units) and units[at].word in _TRUE:
        ends, said = [at + 1], "yes"
    else:
        said = "no"
    if ends and (max(ends) == len(units) or not units[max(ends)].word[:1].isalnum()):
        return said
    return answering.word(sentence) if at == 0 else ""


def judged(
    statements: Statements, page: Page, cells: Sequence[int], topic: Topic, span: tuple[int, int]
) -> tuple[list[Claim], Topic] | None:
    """Return the claims of a row that is judged or answered and what is under discussion behind it, None for any other row."""
    first, *rest = cells
    own = page.sentences.get(first, ())
    cell = page.document.blocks[first].cell
    if cell is None or not rest or len(own) != 1 or len(own[0].units) < _PROSE:
        return None
    heads = [s for at in cell.column_headers if at != first for s in page.sentences.get(at, ())]
    myth = any(s.has("myth-heading") for s in heads)
    said = next((s for s in page.sentences.get(rest[0], ())), None)
    word = verdict(said) if said is not None else ""
    if said is None or not (myth or word):
        return None
    sentence = own[0]
    names = topic.names | topics_of(sentence, statements.packs.topics)
    page.number += 1
    if sentence.question:
        claims = []
        for at in rest:
            condition = _headed(page, at)
            answer = next(iter(page.sentences.get(at, ())), None)
            if answer is None or (at != rest[0] and condition is None):
                break
            about = replace(topic, condition=condition.over(topic.condition)) if condition else topic
            asked = what_is_asked(statements, sentence, about, names)
            answers = asserted.answers(asked, answer, statements.packs.kinds)
            claims += [placing.claim(page, at, answer, draft, (), statements.packs, span) for draft in answers]
        return claims, after(topic, sentence, [], names)
    drafts = statements.drafts(sentence, topic, names, ())
    if not drafts:
        return None
    if myth or word == "no":
        drafts = [replace(draft, denied=True) for draft in drafts]
    stated = [(draft.kind, draft.slots, draft.condition) for draft in drafts]
    claims = [placing.claim(page, first, sentence, draft, (), statements.packs) for draft in drafts]
    return claims, after(topic, sentence, stated, names)


def _headed(page: Page, index: int) -> Condition | None:
    """Return the disease that the column of a cell is about, None for none."""
    cell = page.document.blocks[index].cell
    heads = [part for at in (cell.column_headers if cell else ()) if at != index for part in page.sentences.get(at, ())]
    named = [c for part in heads for at in part.of_type("condition") if (c := part.units[at].condition)]
    return named[0] if len(named) == 1 else None
