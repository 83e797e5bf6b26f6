"""What stands behind a label ("Alcohol: no effect"), in a paragraph, a list of terms or a row of a table."""

from __future__ import annotations

from collections.abc import Sequence, Set

from lint.language import placing, questions, tables
from lint.language.asked import BARE
from lint.language.discourse import Topic
from lint.language.drafts import Draft
from lint.language.page import Page
from lint.language.statements import Statements
from lint.language.units import Sentence

_RISK = "risk"
"""The topic that must be under discussion where a label is followed by nothing but "no effect"."""
_LABEL = 10
"""The units of the longest label and the mark behind it."""
_BEHIND = 8
"""The units of the longest sentence that is read with a label that has a stop of its own ("Coffee. Cleared.")."""
_LABEL_AND_MORE = 2
_PARTED = frozenset((":", "\u2013", "\u2014"))


def labelled(
    statements: Statements,
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
    drafts = statements.drafts(sentence, topic, {by}, (), needing=by)
    for bare in sorted(BARE & {f"bare={name}" for name in topic.names}) if not drafts else ():
        drafts = drafts or statements.drafts(sentence, topic, {bare}, (), needing=bare)
    page.claims.extend(placing.claim(page, index, sentence, draft, (), statements.packs, span) for draft in drafts)
    if drafts:
        page.labelled = block.headings
    return drafts


def stopped(statements: Statements, page: Page, index: int, own: Sequence[Sentence], topic: Topic) -> bool:
    """Read the two sentences that a block begins with where the first is but a label ("Coffee. No effect."): tell whether it is."""
    if len(own) < _LABEL_AND_MORE or len(own[1].units) > _BEHIND or _RISK not in topic.names:
        return False
    if own[0].question or questions.bare(own[0], statements.lexicon) is None:
        return False
    return bool(labelled(statements, page, index, tables.labelled(own[:1], (), own[1], statements.lexicon), topic))


def label(sentence: Sentence, topics: Set[str]) -> Set[str]:
    """Return that a sentence begins with a label ("Alcohol: .."), where a risk is under discussion."""
    if topics.isdisjoint((_RISK, f"lead={_RISK}")):
        return set()
    return {"label"} if any(u.word in _PARTED and not u.type for u in sentence.units[1:_LABEL]) else set()
