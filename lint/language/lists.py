"""Lists: the items of one, and the sentence that announces it with the list as its last unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lint.language import list_asides, wording
from lint.language.analysis import finish
from lint.language.asked import readers
from lint.language.assertion import assess_all
from lint.language.discourse import drugs_spoken_of
from lint.language.drafts import Item
from lint.language.lexicon import Lexicon
from lint.language.page import Page
from lint.language.units import Sentence, Unit

_OPEN_QUESTIONS = frozenset(("what", "which", "who", "how", "why", "where", "am", "are"))
_ANY_OF = re.compile(r"\b(?:any|one|either|all|some) (?:or more )?of (?:the following|these):?$", re.IGNORECASE)
_PARTED = frozenset((":", "\u2013", "\u2014", "-"))
_REFUSING = frozenset(("no", "nope", "never", "not"))
_LABEL = 10
_VERDICT = 2
_BEFORE_A_SHARE = 2
"""How many units may stand between a verb and the share that it gives ("accounts for only a tenth")."""
_NAMING = frozenset(("called", "known", "named", "or", "termed"))
_SHORT_ITEM = 8
"""An item of no more units hedges itself ("night shifts, maybe"); in a longer one a hedge is of something within."""


def announcing(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Return a sentence with its list as one unit at its end."""
    units = list(sentence.units)
    while units and not units[-1].type and units[-1].word in (":", ".", "-", "\u2013", "\u2014", "?"):
        units.pop()
    if sentence.text.endswith("):"):
        units = _without_brackets(units)
    last = units[-1].end if units else sentence.start
    items = Unit("", last, last, "items")
    done = finish(sentence.text, sentence.start, [*units, items], lexicon, sentence.left_out)
    # The list below answers the question that announces it.
    return replace(readers(done), question=False) if units and units[0].word in _OPEN_QUESTIONS else done


def _without_brackets(units: list[Unit]) -> list[Unit]:
    """Return the units of a lead-in without the brackets at its end ("Smaller ones (two or more count):"), if they name nothing."""
    opens = next((at for at in range(len(units) - 1, 0, -1) if units[at].word == "(" and not units[at].type), 0)
    return units[:opens] if opens and _NAMING.isdisjoint(unit.word for unit in units[opens:]) else units


def enter(page: Page, index: int, lead: int) -> None:
    """Note an item below its lead-in; what stands below "any of the following", an item itself, is of the list around it."""
    page.items.setdefault(lead, []).append(index)
    outer = page.document.blocks[lead]
    if outer.role == "item" and outer.lead is not None and _ANY_OF.search(page.document.block_text(lead)):
        around = page.items.setdefault(outer.lead, [])
        if lead in around:
            around.remove(lead)
        around.append(index)


def items(page: Page, listed: Sequence[int], lead: Sentence) -> tuple[Item, ...]:
    """Return the items of a list that a sentence announces, without what heads, ends or interrupts it."""
    lines = [next(iter(page.sentences[at]), None) for at in listed]
    found = list_asides.kept(listed, lines)
    besides = list_asides.asides(lead, lines[: len(found)], page.topic.condition.disease)
    return tuple(replace(item(page, at), aside=aside) for at, aside in zip(found, besides, strict=True))


def item(page: Page, index: int) -> Item:
    """Return the item of a list that a block is: its words, and the sites, drugs and forms that it names."""
    own = page.sentences[index]
    words = page.document.block_text(index)
    units = [unit for sentence in own for unit in sentence.units]
    sites = _sites(own[0]) if own else ()
    therapies = tuple(dict.fromkeys(drugs_spoken_of(own[0]))) if own and not own[0].has("being-tried") else ()
    forms = tuple(name for unit in units if unit.is_form for name in unit.names)
    text = own[0].text if own else words
    certainty = assess_all(own[0]).certainty if own and len(own[0].units) <= _SHORT_ITEM else "definite"
    if own and (counted := _counted(own[0])):
        text = own[0].words(0, counted)
    if own and (_is_figure(own[0]) or _judged_else(own[0]) or list_asides.is_page_part(own[0])):
        text = ""
    return Item(index, wording.item(text), sites, therapies, forms, certainty=certainty)


def _is_figure(sentence: Sentence) -> bool:
    """Tell whether an item is a figure and no thing ("Lifetime risk for men: 1 in 15", "Nine in ten are over 50")."""
    units = [unit for unit in sentence.units if not unit.filler or unit.type]
    shares = [at for at, unit in enumerate(units) if unit.type == "share"]
    labels = [at for at, unit in enumerate(units) if unit.word == ":" and not unit.type]
    return bool(shares) and (shares[0] == 0 or (bool(labels) and labels[-1] + 1 == shares[0]))


def _judged_else(sentence: Sentence) -> bool:
    """Tell whether an item denies or doubts behind its dash or colon what its list says of all ("<thing> - no", ".. : unclear")."""
    at = next((at for at, unit in enumerate(sentence.units[:_LABEL]) if unit.word in _PARTED and not unit.type), 0)
    if not at:
        return False
    after = [unit for unit in sentence.units[at + 1 : at + 1 + _VERDICT] if not unit.type]
    begins = after[0].word if after else ""
    refused = begins in _REFUSING and (len(after) == 1 or not after[1].word[:1].isalpha())
    return refused or any(
        first - at - 1 <= 1
        for name in ("untold", "effect-none")
        for first, last in sentence.classes.get(name, ())
        if first > at and last >= len(sentence.units) - 1
    )


def _counted(sentence: Sentence) -> int:
    """Return where an item begins to tell how much its thing makes up ("<thing> accounts for a tenth of cases"), 0 where it does not."""
    shares = sentence.of_type("share")
    verbs = sentence.classes.get("befalls", ())
    return next((first for first, last in verbs if any(last <= share <= last + _BEFORE_A_SHARE for share in shares)), 0)


def _sites(item: Sentence) -> tuple[str, ...]:
    """Return the sites that an item names, without those that only tell where they are ("nodes near the <site>")."""
    found: list[str] = []
    for at, unit in enumerate(item.units):
        before = [u.word for u in item.units[:at] if not u.filler][-1:]
        if unit.type == "site" and before not in (["from"], ["near"], ["outside"], ["beside"], ["behind"], ["to"]):
            found += unit.ids
    return tuple(dict.fromkeys(found))
