"""Readings that have the words of a claim and do not mean it: a figure held against another, a drug only named, some cases alone."""

from __future__ import annotations

from lint.claims import Kind
from lint.language.discourse import Topic
from lint.language.drug_contexts import no_use_meant
from lint.language.measures import head_of
from lint.language.reading import Reading
from lint.language.units import Sentence
from lint.language.whose import another_does, apposed, held_against, not_meant


def is_unmeant(reading: Reading, kind: Kind, sentence: Sentence, topic: Topic, *, negated: bool) -> bool:
    """Tell whether a reading makes no claim of its kind, whatever its slots hold; ``negated``: whether its sentence denies it."""
    head = head_of(reading)
    if kind.disease and another_does(reading, sentence):
        return True
    if kind.compare == "interval" and (
        held_against(sentence, head) or not_meant(sentence, head) or sentence.has("of-animals")
    ):
        return True
    if kind.compare == "scale" and _of_a_drugs_cell(sentence):
        # Whom each of the drugs of a trial cures is no contradiction.
        return True
    if kind.name == "survival":
        alone = reading.slots.keys() == {"share"} and apposed(sentence, head)
        return alone or _compared_to_others(reading, sentence)
    if kind.name == "risk-factor":
        again = reading.pattern.sets.get("direction") == "same" and _affirmed_again(reading, sentence, topic)
        return again or _of_its_own_stage(reading, sentence) or (negated and _of_a_part(reading, sentence))
    if kind.name == "site-frequency":
        return _of_people_with_it(reading, sentence)
    return kind.name == "therapy-target" and no_use_meant(reading, sentence, topic)


def _affirmed_again(reading: Reading, sentence: Sentence, topic: Topic) -> bool:
    """Tell whether "as do .." stands behind what has no effect: it takes up a statement between, of which nothing is known."""
    return topic.said.get("direction") == "none" and sentence.units[reading.first].word in ("as", "so")


def _of_people_with_it(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a share is of people who have it at the site ("in 10% of people with <site> deposits"), not of those who get it there."""
    share, site = reading.slots.get("share"), reading.slots.get("site")
    if share is None or site is None or site[0] < share[1]:
        return False
    between = [unit.type or unit.word for unit in sentence.units[share[1] : site[0]]]
    return between[-2:] == ["people", "with"] and share[0] > 0


def _of_its_own_stage(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a reading has another disease come of a stage of the page's own that stands behind it ("<other disease> is
    linked with advanced disease": it goes with that stage, and does not come of it)."""
    outcome, factor = reading.slots.get("outcome"), reading.slots.get("factor")
    if outcome is None or factor is None or outcome[0] > factor[0]:
        return False
    own = [c for unit in sentence.units[slice(*factor)] if (c := unit.condition) is not None]
    other = any((c := unit.condition) is not None and c.disease for unit in sentence.units[slice(*outcome)])
    return other and bool(own) and all(c.stage and not c.disease for c in own)


def _compared_to_others(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a multiple stands behind a share in a reading ("70% means that they are 70% as likely to live so long")."""
    share = reading.slots.get("share")
    return share is not None and any(share[0] < at < reading.last for at in sentence.of_type("multiple"))


def _of_a_part(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a statement is of some cases alone ("most do not run in families"): denied, it does not say "never"."""
    clause, units = sentence.clauses[reading.first], sentence.units
    factor = reading.slots.get("factor", (0, 0))
    for at in range(reading.last):
        if sentence.clauses[at] != clause or factor[0] <= at < factor[1]:
            continue
        counted = at + 1 < len(units) and units[at + 1].type in ("people", "condition")
        if units[at].type in ("most", "share") or (units[at].word in ("many", "some", "several") and counted):
            return True
    return False


def _of_a_drugs_cell(sentence: Sentence) -> bool:
    """Tell whether a sentence is a cell of a table whose row or column a drug heads."""
    units = sentence.units
    # A colon without a width stands between cells.
    last = max((at for at, unit in enumerate(units) if unit.word == ":" and unit.start == unit.end), default=0)
    return any(at < last for at in sentence.of_type("therapy"))
