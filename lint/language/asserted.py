"""What denial, doubt and frequency make of the slots of a claim, and of what a question asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lint.claims import Certainty, Evidence, Kind, SlotValue
from lint.language import answering
from lint.language.assertion import Assertion, assess_all
from lint.language.drafts import Draft
from lint.language.measures import bounds_of
from lint.language.reading import Reading
from lint.language.units import Sentence

_SCALE = ("rarely", "sometimes", "often", "always")
_HALF = 50.0
_FLIPPED = {"rarely": "often", "often": "rarely", "sometimes": "sometimes", "always": "always"}
_CURE_STEPS = ((95.0, 4), (60.0, 3), (10.0, 2), (0.001, 1))
_COMPLEMENTS = {"increases": "none", "decreases": "none", "is": "is-not", "for": "not-for", "none": "increases"}
_CONTRARIES = {"increases": "decreases", "decreases": "increases"}
"""What an answer makes of a value that it says the opposite of ("No, just the opposite.")."""


def asserted(
    slots: dict[str, SlotValue], kind: Kind, reading: Reading, assertion: Assertion, sentence: Sentence
) -> tuple[dict[str, SlotValue], Certainty, bool]:
    """Apply negation and frequency to the value: by the kind's complement where it has one, else as polarity."""
    certainty, denied, negated = assertion.certainty, assertion.denied, assertion.negated
    for name in ("certainty", "polarity"):
        if name in reading.pattern.sets:
            if name == "certainty":
                certainty = reading.pattern.sets[name]  # type: ignore[assignment]
            else:
                denied = reading.pattern.sets[name] == "negated"
    if (
        "most" in {sentence.units[at].type for at in range(reading.first, reading.last)}
        and certainty == "definite"
        and kind.compare == "interval"
    ):
        certainty = "usual"
    if kind.compare == "scale":
        return _scaled(slots, kind, reading, assertion, sentence, certainty)
    choice = next((s for s in kind.slots if s.type == "choice" and s.name not in kind.key and s.name != "event"), None)
    if negated and not (kind.name == "identity" and "b" in reading.pattern.each):
        if choice is not None and slots.get(choice.name) in _COMPLEMENTS:
            slots[choice.name] = _COMPLEMENTS[str(slots[choice.name])]
            if certainty == "possible":
                certainty = "definite"
        elif slots.get("unit") in ("months", "years") and slots.get("high") is None:
            # "They do not live more than six months": it is the most.
            slots["low"], slots["high"] = None, slots["low"]
        elif kind.compare != "interval":
            # What a share is of may itself be a denial ("a third never get it").
            denied = not denied
    elif kind.compare == "same" and assertion.frequency == "rarely":
        # "It is hardly ever the first place."
        denied = not denied
    return slots, certainty, denied


def _scaled(
    slots: dict[str, SlotValue],
    kind: Kind,
    reading: Reading,
    assertion: Assertion,
    sentence: Sentence,
    certainty: Certainty,
) -> tuple[dict[str, SlotValue], Certainty, bool]:
    slot = next(s for s in kind.slots if s.type == "choice")
    steps = slot.values
    step = steps.index(str(slots[slot.name])) if slots[slot.name] in steps else len(steps) - 1
    frequency = assertion.frequency
    if not frequency and "share" not in reading.slots:
        clause = sentence.clauses[reading.first]
        most = any(sentence.clauses[at] == clause for at in sentence.of_type("most"))
        # "In most cases there is no cure".
        frequency = "often" if most else ""
    if assertion.negated:
        step = len(steps) - 1 - step
    share = bounds_of(reading, sentence)
    if share is not None:
        low = share[0] if share[0] is not None else share[1]
        step = step_of(low)
        if share[1] is None and low is not None and low >= _HALF:
            # "More than half are cured" is as many as "most".
            step = max(step, len(steps) - 2)
        if sentence.units[reading.slots["share"][0]].type == "most":
            step = len(steps) - 2
            certainty = "usual"
        if assertion.negated:
            step = len(steps) - 1 - step
    elif frequency in _SCALE and step in (0, len(steps) - 1):
        # "not curable in most cases" is rarely, "usually curable" often.
        word = frequency if step == len(steps) - 1 else _FLIPPED[frequency]
        if frequency == "always":
            step = step if step == 0 else len(steps) - 1
        else:
            step = _SCALE.index(word) + 1
            # The word is the value ("rarely cured") and no hedge beside it.
            certainty = "usual" if frequency == "often" else "definite"
    if step == 0 and certainty == "possible":
        hedges = (sentence.words(s.first, s.last).lower() for s in assertion.cues if s.cue.kind == "hedge")
        # "Cannot" is sure, "may not" is not.
        certainty = "possible" if any(word not in ("can", "ca", "could", "possible") for word in hedges) else "definite"
    slots[slot.name] = steps[step]
    return slots, certainty, assertion.denied


def _answered_with(asked: Sequence[object], sentence: Sentence, at: int, kinds: Mapping[str, Kind]) -> Iterator[Draft]:
    """Yield what a question asked on a scale, as the share that answers it tells ("In about two thirds.")."""
    quantity = sentence.units[at].quantity
    for draft in asked:
        if isinstance(draft, Draft) and kinds[draft.kind].compare == "scale" and quantity is not None:
            slot = next(s for s in kinds[draft.kind].slots if s.type == "choice")
            most = sentence.units[at].type == "most"
            step = (
                len(slot.values) - 2 if most else step_of(quantity.low if quantity.low is not None else quantity.high)
            )
            slots = {**draft.slots, slot.name: slot.values[step]}
            yield replace(
                draft, slots=slots, first=0, last=len(sentence.units), certainty="usual" if most else "definite"
            )


def step_of(share: float | None) -> int:
    """Return the step of curability that a rate of cure is."""
    return next((step for bound, step in _CURE_STEPS if share is not None and share >= bound), 0)


def answers(asked: Sequence[object], sentence: Sentence, kinds: Mapping[str, Kind]) -> Iterator[Draft]:
    """Yield what a question asked, affirmed or denied by the answer: "No.", "Not at present.", "Yes, usually."."""
    word, share = answering.word(sentence), answering.share(sentence)
    if share is not None and word != "no":
        yield from _answered_with(asked, sentence, share, kinds)
    if not word:
        return
    assertion = assess_all(sentence)
    if sentence.of_type("most") and not assertion.frequency:
        assertion = replace(assertion, frequency="often", certainty="usual")
    for draft in asked:
        if not isinstance(draft, Draft):
            continue
        kind = kinds[draft.kind]
        choice = next(
            (s for s in kind.slots if s.type == "choice" and s.name not in kind.key and s.name != "event"), None
        )
        if choice is None or (kind.compare == "scale" and share is not None and word != "no"):
            continue
        slots = dict(draft.slots)
        if word == "contrary" and kind.compare != "scale":
            if slots[choice.name] not in _CONTRARIES:
                continue
            slots[choice.name] = _CONTRARIES[str(slots[choice.name])]
        elif word != "yes":
            if kind.compare == "scale":
                steps = choice.values
                slots[choice.name] = steps[len(steps) - 1 - steps.index(str(slots[choice.name]))]
            elif slots[choice.name] in _COMPLEMENTS:
                slots[choice.name] = _COMPLEMENTS[str(slots[choice.name])]
        if kind.compare == "scale" and assertion.frequency in _SCALE[:-1]:
            word_step = assertion.frequency if word == "yes" else _FLIPPED[assertion.frequency]
            slots[choice.name] = choice.values[_SCALE.index(word_step) + 1]
        evidence = (Evidence("subject", "the question before", ""), *draft.evidence)
        certainty = assertion.certainty if word == "no" or assertion.certainty != "definite" else draft.certainty
        yield replace(draft, slots=slots, first=0, last=len(sentence.units), certainty=certainty, evidence=evidence)
