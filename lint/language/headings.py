"""What the headings above a block put under discussion: the disease, a form of it, a drug, a site, a question."""

from __future__ import annotations

from dataclasses import replace

from lint.documents.document import Block
from lint.language import questions
from lint.language.asked import what_is_asked
from lint.language.conditions import NOWHERE, Condition
from lint.language.discourse import Topic, drugs_spoken_of, measure, spoken, told, topics_of, under
from lint.language.genes import ALONE
from lint.language.main_disease import describes
from lint.language.page import Page
from lint.language.statements import Statements
from lint.language.told import formed, of_a_disease, only_a_form
from lint.language.units import Sentence

_ALONE = 2
"""How many words at the most a heading has that is of a group of people alone."""
_SEVERAL = 2
"""How many diseases the headings of a page must name by their organs to be read so."""
_TOLD_APART = frozenset(("not", "n't", "as", "from", "than", "no"))
"""Words before a disease that something is told apart from ("not the same as ..")."""
_ROOT = 4
"""The letters that an organ and the adjective of it share ("<organ>", "<organ>ic")."""
_COPULAS = frozenset(("is", "are", "'s", "was", "being"))
HEADS = frozenset(("title", "heading", "term", "caption"))


class Headings:
    """Reads the headings of pages, each once."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def section(self, page: Page, block: Block, main: Condition) -> Topic:
        """Return what the headings above a block put under discussion."""
        topic = Topic(condition=main, own=page.own)
        for index in block.headings:
            topic = under(self._heading(page, index), topic)
        if block.lead is not None and page.document.blocks[block.lead].role == "term":
            topic = under(self._heading(page, block.lead), topic)
        return topic

    def _heading(self, page: Page, index: int) -> Topic:
        """Return what a heading puts under discussion."""
        if index not in page.headings:
            found, before = Topic(), None
            for marked in page.sentences[index]:
                sentence = questions.unmarked(marked, self._statements.lexicon)
                role = page.document.blocks[index].role
                conditions = [
                    formed(sentence, at) for at in sentence.of_type("condition") if not describes(sentence, at, role)
                ]
                sites = [sentence.units[at].ids for at in sentence.of_type("site") if not of_a_disease(sentence, at)]
                subtypes = [u.ids for u in sentence.units if u.type == "subtype"]
                stage = told(sentence, "stage", self._statements.lexicon.stages)
                condition = conditions[0] if conditions else self._of_organ(page, index)
                if stage and not condition.stage:
                    condition = condition.staged(stage)
                whose = condition if conditions else condition.over(page.topic.condition)
                if (conditions or _of_a_group(sentence)) and (
                    group := self._statements.resolver.about.group(sentence, whose)
                ):
                    condition = replace(condition, within=group)
                elif site := self._statements.resolver.about.elsewhere(sentence, condition.over(page.topic.condition)):
                    condition = replace(condition, within=site)
                if not condition.subtypes and not condition.disease and (form := only_a_form(sentence)):
                    condition = replace(condition, subtypes=(form,))
                elif not condition.subtypes and len(subtypes) == 1 and _is_said_to_be(sentence):
                    condition = replace(condition, subtypes=subtypes[0][:1])
                marks = [q for u in sentence.units if u.type == "mark" and (q := u.quantity) and q.low]
                found = Topic(
                    condition=condition,
                    sites=sites[0] if len(sites) == 1 else (),
                    placed=len(sites) == 1,
                    subtypes=condition.subtypes or (subtypes[0] if len(subtypes) == 1 else ()),
                    therapies=drugs_spoken_of(sentence),
                    headed=_headed(sentence),
                    illness=condition.disease if len({c.disease for c in conditions}) == 1 else "",
                    names=topics_of(sentence, self._statements.packs.topics),
                    headed_stage=condition.stage if page.document.blocks[index].headings else "",
                    event=told(sentence, "event", self._statements.lexicon.events)
                    if len(_events(sentence)) == 1
                    else "",
                    spoken=spoken(sentence),
                    measure=measure(marks[0].low or 0.0, marks[0].unit) if marks else "",
                    myth=sentence.has("myth-heading"),
                )
                if sentence.question:
                    found = replace(
                        found,
                        asked=what_is_asked(
                            self._statements,
                            questions.unmarked(sentence, self._statements.lexicon),
                            under(found, page.topic),
                            found.names,
                            before,
                        ),
                    )
                before = sentence
            page.headings[index] = found
        return page.headings[index]

    def _of_organ(self, page: Page, index: int) -> Condition:
        """Return the disease that a heading means by its organ alone, on a page with such headings for several diseases."""
        if page.organs is None:
            headings = [at for at, block in enumerate(page.document.blocks) if block.role in HEADS]
            page.organs = {at: self._named_below(page, at) for at in headings}
            nouns = [found.disease.rpartition(" ")[2] for found in page.organs.values() if found.disease]
            if len({found.disease for found in page.organs.values()} - {""}) < _SEVERAL:
                own = page.topic.condition.disease
                alike = {at: self._named_alike(page, at, own.rpartition(" ")[2]) for at in headings} if own else {}
                diseases = {found.disease for found in alike.values()} - {""}
                page.organs = alike if own in diseases and len(diseases) >= _SEVERAL else {}
            elif len(set(nouns)) == 1:
                # One heading beside the others is read as they are, though its section never names the disease.
                page.organs = {at: found or self._named_alike(page, at, nouns[0]) for at, found in page.organs.items()}
        return page.organs.get(index, NOWHERE)

    def _named_alike(self, page: Page, index: int, noun: str) -> Condition:
        """Return the disease that the organ of a heading would name with a noun behind it, NOWHERE for none."""
        words = [unit for sentence in page.sentences[index] for unit in sentence.units if not unit.filler]
        if len(words) != 1 or words[0].condition is not None:
            return NOWHERE
        match = self._statements.lexicon.match([words[0].word, noun], 0)
        named = match is not None and match[0] > 1 and match[1][0].type == "diseases"
        return Condition(match[1][0].id) if named and match is not None else NOWHERE

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


def _headed(sentence: Sentence) -> tuple[str, ...]:
    """Return the form of a disease that a heading names, () for none and for several ("A, B and C: the rarer types")."""
    if sentence.of_type("therapy") and any(seen.cue.kind == "negation" for seen in sentence.cues):
        # "Why is <form> not treated with X?": what is said of X below is not for that form.
        return ()
    named = [at for at, unit in enumerate(sentence.units) if unit.is_form and ALONE not in unit.ids]
    if not named:
        return ()
    first = sentence.units[max(0, named[0] - 2) : named[0]]
    if len(first) > 1 and first[1].word == "," and first[0].condition is None:
        return ()
    joined = any(u.word in ("and", "or") and not u.type for u in sentence.units[named[0] : named[-1]])
    return () if len(named) > _SEVERAL or (len(named) == _SEVERAL and joined) else sentence.units[named[0]].names


def _is_said_to_be(heading: Sentence) -> bool:
    """Tell whether a heading says which form the disease is ("If it is <form>", "When yours is <form>"), and nothing else."""
    at = next(at for at, unit in enumerate(heading.units) if unit.type == "subtype")
    told = [unit.word for unit in heading.units[:at] if not unit.type]
    rest = [unit for unit in heading.units[at + 1 :] if not unit.filler and (unit.type or unit.word[:1].isalpha())]
    return (
        not _COPULAS.isdisjoint(told) and _TOLD_APART.isdisjoint(told) and not rest and not heading.of_type("therapy")
    )


def _of_a_group(heading: Sentence) -> bool:
    """Tell whether a heading names a group of people and hardly anything else ("Men", "What about men?")."""
    return sum(not unit.filler and unit.word[:1].isalpha() for unit in heading.units) <= _ALONE


def _events(sentence: Sentence) -> list[str]:
    return [name for name in sentence.classes if name.startswith("event=")]
