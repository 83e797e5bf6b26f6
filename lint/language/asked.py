"""What a question asks about, and what answers it: the statement that it would be, and the one that says it in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from lint.claims import Claim, Kind
from lint.language import asserted, placing, questions
from lint.language.analysis import finish
from lint.language.conditions import Condition
from lint.language.discourse import Topic
from lint.language.drafts import Draft, Item
from lint.language.lexicon import Lexicon
from lint.language.statements import Statements
from lint.language.units import Sentence

BARE = frozenset(("bare=blame", "bare=lowering"))
"""What a thing may be asked about by its name alone, below a heading that opens the topic."""
_LABEL = 2
_PARTING = frozenset((":", "\u2013", "\u2014", "-"))


def what_is_asked(
    statements: Statements, sentence: Sentence, topic: Topic, names: Set[str], before: Sentence | None = None
) -> tuple[Draft, ...]:
    """Return what a question asks about: what it states as it stands, else what it would state as a statement; "Is that true?"
    asks about the sentence ``before`` it."""
    names = {*names, "question"}
    if before is not None and questions.pointing(sentence):
        sentence = questions.reported(before, statements.lexicon)
    drafts = statements.drafts(replace(readers(sentence), question=False), topic, names, ())
    if drafts:
        return tuple(drafts)
    if thing := questions.bare(sentence, statements.lexicon):
        for by in sorted(BARE & {f"bare={name}" for name in topic.names}):
            if drafts := statements.drafts(readers(thing), topic, {by}, (), needing=by):
                return tuple(drafts)
    for statement in questions.statements(sentence, statements.lexicon):
        drafts = [
            draft
            for draft in statements.drafts(readers(statement), topic, names, ())
            if placing.of_things(draft, statements.packs)
        ]
        if drafts:
            return tuple(drafts)
    return ()


def listed_below(
    statements: Statements, question: Sentence, topic: Topic, topics: Set[str], items: tuple[Item, ...]
) -> list[Draft]:
    """Return what the items of a list below a question say in answer to it ("Are you at risk?")."""
    if not items:
        return []
    stated = replace(readers(question), question=False)
    return [draft for draft in statements.drafts(stated, topic, topics, items) if draft.item is not None]


def behind_its_label(
    sentence: Sentence, asked: Sequence[object], lexicon: Lexicon, kinds: Mapping[str, Kind]
) -> tuple[Sentence, list[Draft]]:
    """Return what a line answers of the stage or form that it begins with ("Stage 1: usually."), and the line without that."""
    units = sentence.units
    if len(units) <= _LABEL or units[1].type or units[1].word not in _PARTING:
        return sentence, []
    condition = label_of(sentence)
    if not condition or condition.disease:
        return sentence, []
    rest = finish(sentence.text, sentence.start, list(units[_LABEL:]), lexicon, sentence.left_out)
    found = asserted.answers(asked, rest, kinds)
    return rest, [replace(draft, condition=condition.over(draft.condition.plain())) for draft in found]


def label_of(sentence: Sentence) -> Condition:
    """Return the stage or form that a sentence begins with, NOWHERE for none."""
    first = sentence.units[0]
    if first.condition is not None:
        return first.condition
    if first.type in ("subtype", "marker"):
        return Condition(subtypes=first.ids[:1])
    stages = (n for n, spans in sentence.classes.items() if n.startswith("stage=") and (0, 1) in spans)
    return Condition(stage=next(stages, "").removeprefix("stage="))


def in_full(answer: Claim, draft: Draft, kind: Kind) -> bool:
    """Tell whether a statement says in full what an answer before it says: one of the same thing, where it has one."""
    if draft.kind != answer.kind:
        return False
    names = [slot.name for slot in kind.slots if slot.noun][:1]
    if kind.compare == "opposite" and not names:
        names = list(kind.key)
    return all(
        _words(answer.slots.get(name)) & _words(draft.slots.get(name)) for name in names if answer.slots.get(name)
    )


def denied_besides(
    asked: Sequence[object], sentence: Sentence, drafts: Sequence[Draft], kinds: Mapping[str, Kind]
) -> list[Draft]:
    """Return what an answer denies before it states another value of another thing ("No, but Y does.")."""
    found = []
    for answer in asserted.answers(asked, sentence, kinds):
        kind = kinds[answer.kind]
        names = [slot.name for slot in kind.slots if slot.noun][:1]
        values = [slot.name for slot in kind.slots if slot.type == "choice"]
        alike = [
            draft
            for draft in drafts
            if draft.kind == answer.kind
            and (
                any(_words(draft.slots.get(name)) & _words(answer.slots.get(name)) for name in names)
                or any(draft.slots.get(name) == answer.slots.get(name) for name in values)
            )
        ]
        if names and not alike:
            found.append(answer)
    return found


def another_kind(drafts: Sequence[Draft], asked: Sequence[object]) -> bool:
    """Tell whether nothing that a sentence states is of a kind that was asked about ("Yes, in about one in ten.")."""
    kinds = {draft.kind for draft in asked if isinstance(draft, Draft)}
    return kinds.isdisjoint(draft.kind for draft in drafts)


def readers(question: Sentence) -> Sentence:
    """Return a question without the cues of a story: its "I" is the reader."""
    return replace(question, cues=tuple(seen for seen in question.cues if seen.cue.kind != "story"))


def _words(value: object) -> set[str]:
    return {word.rstrip("s") for word in str(value).lower().split()}
