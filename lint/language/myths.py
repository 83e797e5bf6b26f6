"""Myths: statements that are told to be denied, and the verdicts that deny them ("Not true.")."""

from __future__ import annotations

import re
from dataclasses import replace

from lint.language import answering
from lint.language.discourse import Topic
from lint.language.page import Page
from lint.language.units import Sentence

_QUOTED = re.compile(
    r"""\s*(?:\d+[.):]?\s*)?(?:[A-Z][a-z]+(?: \d+)?:\s*)?["'\u201c\u2018\u00ab].*["'\u201d\u2019\u00bb][.!?]?\s*$""",
    re.DOTALL,
)
_FACT = re.compile(r"\W*(?:facts?|true|truth)\b", re.IGNORECASE)
_VERDICT = 4
"""The units of the longest verdict on what stands before it ("Not true."), behind its label ("Rating: false")."""
_LONGER = 12
"""The units of the longest that says what it lacks ("There is no evidence for this.")."""
_BESIDE_IT = frozenset(
    (
        ",",
        ".",
        "!",
        "too",
        "also",
        "simply",
        "just",
        "quite",
        "plain",
        "well",
        "again",
        "there",
        "here",
        "about",
        "this",
        "that",
        "it",
        "on",
    )
)
"""Words that add nothing to "<somebody> is wrong"."""
_SAYS = frozenset(
    ("says", "say", "said", "claims", "claim", "claimed", "hear", "heard", "read", "told", "wrong", "believe")
)


_DENIALS = frozenset(("none", "no", "is-not", "not-for"))
"""Values that deny: what states one is told as true."""


def quoted(sentence: Sentence) -> bool:
    """Tell whether a whole sentence stands in quotation marks."""
    return bool(_QUOTED.match(sentence.text))


def is_myth(page: Page, index: int, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether a sentence is a myth told to be denied: called one, or quoted on a page about myths."""
    if page.document.blocks[index].role == "title":
        return False
    named = sentence.classes.get("myth-heading", ())
    if named and named[0][0] == 0:
        return True
    return quoted(sentence) and topic.myth and not _FACT.match(page.document.block_text(index))


def is_verdict(sentence: Sentence) -> bool:
    """Tell whether a sentence only calls false what stands before it."""
    labelled = next((at + 1 for at, unit in enumerate(sentence.units[:_VERDICT]) if unit.word == ":"), 0)
    if sentence.has("unsupported"):
        return len(sentence.units) <= _LONGER
    spans = sentence.classes.get("falsehood", ())
    if any(first == labelled and _parted(sentence, last) for first, last in spans):
        # "False, unless you are allergic to it."
        return True
    return len(sentence.units) - labelled <= _VERDICT and any(0 <= first - labelled < 2 for first, _ in spans)


def _parted(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma or dash stands at a unit."""
    unit = sentence.units[at] if at < len(sentence.units) else None
    return unit is not None and not unit.type and unit.word in (",", "\u2013", "\u2014", "-")


def reported(page: Page, index: int, sentence: Sentence) -> bool:
    """Tell whether a quoted item is only what its lead-in says that somebody says ("What the video claims:")."""
    block = page.document.blocks[index]
    if block.role != "item" or block.lead is None or not quoted(sentence):
        return False
    return any(unit.word in _SAYS for part in page.sentences.get(block.lead, ())[-1:] for unit in part.units)


def deny(page: Page, index: int, sentence: Sentence) -> None:
    """Take the claims of the sentence before as denied by "False.", those that it quotes by any denial."""
    if is_verdict(sentence):
        for at in page.stated:
            if page.claims[at].block in (index - 1, index, page.document.blocks[index].lead):
                page.claims[at] = replace(page.claims[at], polarity="negated")
    if not page.quoted and page.topic.myth and _told_to_be_denied(page, index, sentence):
        page.quoted = page.stated
    denied = any(first < 2 for first, _ in sentence.classes.get("denial", ()))
    if page.quoted and (denied or answering.word(sentence) == "no" or _who_said_it_is_wrong(sentence)):
        for at in page.quoted:
            page.claims[at] = replace(page.claims[at], polarity="negated")


def _who_said_it_is_wrong(sentence: Sentence) -> bool:
    """Tell whether a sentence says no more than that somebody is wrong ("Your neighbour is wrong, too.")."""
    words = [unit.word for unit in sentence.units if not unit.type and unit.word not in _BESIDE_IT]
    copula = next((at for at, word in enumerate(words[:_VERDICT]) if word in ("is", "are", "was", "were")), 0)
    return (
        copula > 0
        and len(words) == copula + 2
        and any(
            last == first + 1 and sentence.units[first].word == words[-1]
            for first, last in sentence.classes.get("falsehood", ())
        )
    )


def _told_to_be_denied(page: Page, index: int, sentence: Sentence) -> bool:
    """Tell whether the statement before, below a heading about myths, is denied by a sentence right behind it in its block."""
    said = [page.claims[at] for at in page.stated]
    if not said or page.asking or sentence is page.sentences[index][0] or any(claim.block != index for claim in said):
        return False
    if any(not _DENIALS.isdisjoint(map(str, claim.slots.values())) for claim in said):
        return False
    # "It is not true that .." denies what it says itself.
    itself = any(unit.word == "that" and not unit.type for unit in sentence.units[: _VERDICT + 2])
    longer = not itself and any(first < 2 and last - first > 1 for first, last in sentence.classes.get("denial", ()))
    # "No one doubts it" answers nothing.
    answered = answering.word(sentence) == "no" and all(unit.word != "one" for unit in sentence.units[1:2])
    return longer or answered
