"""Assertion: how surely a reading is stated, and whether it is denied or not stated at all.

After ConText (Chapman 2007, Harkema 2009): cues are data with a kind; the longest match wins; the scope is the clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from lint.claims import CERTAINTIES, Certainty
from lint.language import clauses
from lint.language import function_words as fw
from lint.language.reading import Reading
from lint.language.units import SeenCue, Sentence

_SILENCING = frozenset(("history", "story", "hypothesis", "advice", "question"))
_AND = frozenset(("and", "or"))
_SUBJECTS = frozenset(("it", "they", "this", "you", "we"))
_FINITE = frozenset(("is", "are", "was", "were", "can", "cannot", "may", "might", "will", "has", "have", "does", "do"))
_RELATIVES = frozenset(("that", "who", "whose", "which"))
_LED = 3
"""How far behind its pronoun what is denied in a relative clause stands at the most ("whose cancer has not spread")."""
_JOINTS = frozenset(("and", "but", "or", ",", ":", "if", "when", "unless", "because", "as", "while"))
_WHEN = frozenset(("when", "where", "once", "whenever"))
_NOTHING = frozenset(("no", "nothing"))
_EVEN_SO = frozenset(
    ("doubt", "small", "mean", "less", "longer", "matter", "but", "other", "short", "question", "wonder")
)
"""Words behind "no" or "nothing" with which it denies nothing ("no doubt", "no small risk")."""
_MORE = frozenset(
    ("higher", "greater", "added", "extra", "increased", "raised", "excess", "additional", "lower", "reduced")
)
"""Words with which "with no" tells of a risk and not of whom it is."""
_SUPPOSING = frozenset(("if", "when"))
_LEADS = frozenset(("while", "when", "if", "because", "although", "though", "as", "since", "provided"))
_SPANS = frozenset(("duration", "mark", "number", "other"))
_BELIEF = frozenset(("believed", "believe", "thought", "think", "assumed", "assume", "know", "knew", "said", "say"))
_SAYS = frozenset(
    ("says", "said", "claims", "claimed", "states", "stated", "promises", "promised", "taught", "teaches")
)
_HEARSAY = frozenset(
    (
        "video",
        "videos",
        "post",
        "posts",
        "meme",
        "memes",
        "advert",
        "adverts",
        "influencer",
        "influencers",
        "tweet",
        "tweets",
    )
)
_PAST = (1700, 2010)
"""The years of which what was said is no statement of today."""
_STUDIES = frozenset((
    "study", "trial", "report", "review", "analysis", "paper", "survey", "data", "registry", "figures", "guideline",
))  # fmt: skip
_BELIEVERS = 8
"""How many units at the most stand between a share and what those people believe."""
_OPEN = frozenset(("factor", "outcome", "population", "a", "b", "target", "therapy"))


@dataclass(frozen=True, slots=True)
class Assertion:
    """How a reading is asserted.

    ``silenced`` names the kind of cue that makes it no claim, "" for none; ``frequency`` is the step of a frequency
    word ("rarely" .. "always"), "" for none; ``denied`` tells that the whole statement is rejected (a myth).
    """

    certainty: Certainty = "definite"
    negated: bool = False
    denied: bool = False
    frequency: str = ""
    silenced: str = ""
    cues: tuple[SeenCue, ...] = ()


def assess(reading: Reading, sentence: Sentence) -> Assertion:
    """Weigh the cues in whose scope a reading stands: those of its clauses, outside its open slots."""
    first_clause, last_clause = sentence.clauses[reading.first], sentence.clauses[reading.last - 1]
    certainty: Certainty = "definite"
    negations, denied, frequency, silenced = 0, False, "", ""
    weighed: list[SeenCue] = []
    for seen in sentence.cues:
        cue = seen.cue
        clause = sentence.clauses[seen.first]
        if cue.kind == "myth":
            if seen.first < reading.last:
                denied = True
                weighed.append(seen)
            continue
        if not first_clause <= clause <= last_clause:
            continue
        if reading.nouns and seen.first < reading.begins and not _of_what_follows(sentence, seen, reading):
            continue
        if reading.nouns and (_of_an_aside(sentence, seen, reading) or _before_a_noun(sentence, seen)):
            continue
        if cue.kind in ("hypothesis", "history") and not reading.own.isdisjoint(cue.words):
            # "X, formerly Y" has the word for what it says: the name is old, not the belief.
            continue
        if cue.kind == "story" and not reading.first <= seen.first < reading.last:
            between = sentence.units[min(seen.last, reading.last) : max(seen.first, reading.first)]
            if reading.nouns or any(unit.word == "," and not unit.type for unit in between):
                # "As I write, one in ten has it": who says it is no story.
                continue
        inside = (reading.first if reading.begins < 0 else reading.begins) <= seen.first < reading.last
        if inside and _in_open_slot(seen, reading):
            continue
        if (
            cue.kind in ("negation", "hedge", "frequency")
            and not inside
            and _in_another_conjunct(sentence, seen, reading)
        ):
            continue
        if (
            cue.kind in ("hedge", "frequency", "hypothesis")
            and seen.first >= reading.last
            and (
                _after_a_comma(sentence, seen, reading) or (reading.nouns and _of_a_later_verb(sentence, seen, reading))
            )
        ):
            continue
        if cue.kind == "history" and seen.last < len(sentence.units) and sentence.units[seen.last].type in _SPANS:
            # "In the past six months" is no belief of the past.
            continue
        if cue.kind in _SILENCING:
            silenced = silenced or cue.kind
        elif cue.kind == "negation" and _of_all(sentence, seen):
            # "Not all of them": some of them.
            certainty, frequency = "possible", frequency or "sometimes"
            silenced = silenced or ("negation" if "all" in reading.slots else "")
        elif cue.kind == "negation":
            if (not inside and _behind_a_comma(sentence, seen, reading)) or _before_a_when(sentence, seen, reading):
                continue
            if (inside and _of_another_verb(sentence, seen, reading)) or _in_a_relative(sentence, seen, reading):
                continue
            if not (inside and reading.own_negation) and seen.first < reading.last:
                negations += 1
            else:
                continue
        elif cue.kind in ("hedge", "frequency"):
            if _denied_power(sentence, seen):
                continue
            if cue.certainty in CERTAINTIES and CERTAINTIES.index(cue.certainty) < CERTAINTIES.index(certainty):
                certainty = cue.certainty
            frequency = frequency or cue.frequency
        else:
            continue
        weighed.append(seen)
    negations += _of_nobody(sentence, reading) or _of_nothing(sentence, reading)
    silenced = silenced or ("hypothesis" if _in_an_if(sentence, reading) or _of_a_poll(sentence, reading) else "")
    silenced = silenced or ("history" if _told_long_ago(sentence, reading) else "")
    return Assertion(certainty, negations % 2 == 1, denied, frequency, silenced, tuple(weighed))


def _of_what_follows(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a reading is in what nobody knows ("it is not known if A, B and C raise it"), of which it has the last subject."""
    edge = {clauses.word_at(sentence, at) for at in range(seen.last - 1, min(seen.last + 1, reading.begins))}
    if seen.cue.kind != "hypothesis" or edge.isdisjoint(("if", "whether")):
        return False
    return clauses.predicate(sentence, seen.last, reading.begins) is None


def _of_all(sentence: Sentence, seen: SeenCue) -> bool:
    return seen.last < len(sentence.units) and sentence.units[seen.last].type == "all"


def _denied_power(sentence: Sentence, seen: SeenCue) -> bool:
    """Tell whether a hedge is only the "can" of "cannot"."""
    following = next((other for other in sentence.cues if other.first == seen.last), None)
    return (
        sentence.units[seen.first].word in ("can", "could")
        and following is not None
        and following.cue.kind == "negation"
    )


def _of_nobody(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a reading is said of "no patient", "no woman", or of nothing at all ("no diet prevents it")."""
    units, clause = sentence.units, sentence.clauses[reading.first]
    at = reading.first - 1
    if reading.nouns and not reading.own_negation and at >= 0 and clauses.word_at(sentence, at) == "no":
        return not any(seen.first <= at < seen.last for seen in sentence.cues)
    return any(
        units[at].word == "no"
        and not units[at].type
        and units[at + 1].type == "people"
        and sentence.clauses[at] == clause
        for at in range(reading.first - 1)
    )


def _of_nothing(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a "no" or "nothing" that no rule asks for denies what a reading says ("is no cause of", "adds nothing to")."""
    if not reading.nouns or reading.own_negation or not _NOTHING.isdisjoint(reading.own):
        return False
    taken = [*reading.slots.values(), *((seen.first, seen.last) for seen in sentence.cues)]
    for name, spans in sentence.classes.items():
        if reading.own.issuperset(name.split("-")):
            taken += spans
    return any(
        clauses.word_at(sentence, at) in _NOTHING
        and (clauses.word_at(sentence, at - 1) != "with" or clauses.word_at(sentence, at + 1) in _MORE)
        and clauses.word_at(sentence, at + 1) not in _EVEN_SO
        and not any(first <= at < last for first, last in taken)
        for at in range(reading.first, reading.last)
    )


def _of_a_poll(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a reading is what so many people believe ("one in five thought that ..")."""
    units = sentence.units
    for at in range(reading.last - 1):
        if units[at].word in _BELIEF and not units[at].type and units[at + 1].word == "that" and not units[at + 1].type:
            believers = units[max(0, at - _BELIEVERS) : at]
            if any(unit.type == "share" for unit in believers):
                return True
    return False


def _told_long_ago(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a reading is what a video or something of a past year, no study, says ("a leaflet from 1985 says that ..")."""
    units = sentence.units
    says = next((at for at in range(reading.last - 1, 0, -1) if clauses.word_at(sentence, at) in _SAYS), 0)
    if any(clauses.word_at(sentence, at) in _HEARSAY for at in range(says)):
        return True
    return any(
        unit.type == "number"
        and unit.quantity is not None
        and unit.quantity.high in (None, unit.quantity.low)
        and _PAST[0] <= (unit.quantity.low or 0) <= _PAST[1]
        and (
            sentence.words(at, at + 1).lower().startswith("from") or clauses.word_at(sentence, at - 1) in ("from", "of")
        )
        and not any(u.word in _STUDIES for u in units[:at])
        for at, unit in enumerate(units[1:says], start=1)
    )


def _in_an_if(sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a reading is itself what is supposed ("if it could be cured, .."), not what follows from it."""
    units = sentence.units
    if reading.pattern.kind == "incidence" and any(
        clauses.word_at(sentence, at - 1) == "if"
        or [clauses.word_at(sentence, n) for n in (at - 2, at - 1)] == ["than", "the"]
        for at in reading.values
        if at
    ):
        # "If more than 10 percent is still there", "than the 15 percent who ..": no share is told of anyone.
        return True
    if reading.nouns or not reading.ordered:
        return False
    at = reading.first - 1
    while at >= 0 and not units[at].type and units[at].filler:
        at -= 1
    for place in range(at, -1, -1):
        word = "" if units[place].type else units[place].word
        if word in _SUPPOSING:
            # "When it reaches the <organ> it becomes ..": without a comma a pronoun goes on.
            goes_on = reading.first > place + 1 and clauses.word_at(sentence, reading.first) in _SUBJECTS
            return not goes_on and not (place + 1 < at and units[at].word in _SUBJECTS and not units[at].type)
        if word == "," or units[place].edge or word in _FINITE or (word in _SUBJECTS and place < at):
            return word in _SUBJECTS and place > 0 and units[place - 1].word == "if" and not units[place - 1].type
    return False


def _after_a_comma(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue stands in what follows a reading behind a comma."""
    return any(unit.word == "," and not unit.type for unit in sentence.units[reading.last : seen.first])


def _of_a_later_verb(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue stands right behind an "and" that leads another verb ("is caused by X and may be inherited")."""
    at = seen.first - 1
    return at >= reading.last and clauses.word_at(sentence, at) in ("and", "but")


def _of_an_aside(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue stands in what commas part from the thing before its verb ("a weak heart, whether from age or .., is")."""
    span = next((span for span in reading.slots.values() if span[0] == reading.first), None)
    if span is None or span[1] >= len(sentence.units) or not _is_comma(sentence, span[1]):
        return False
    if seen.first == span[1] + 1 and clauses.word_at(sentence, seen.first) == "not":
        # "X, not Y, raises it": what is denied is Y.
        return any(_is_comma(sentence, at) for at in range(seen.first + 1, reading.last))
    closing = next(
        (
            at
            for at in range(span[1] + 1, reading.last - 1)
            if _is_comma(sentence, at) and (sentence.units[at + 1].filler or sentence.units[at + 1].word in _FINITE)
        ),
        0,
    )
    return span[1] < seen.first < closing


def _is_comma(sentence: Sentence, at: int) -> bool:
    return sentence.units[at].word == "," and not sentence.units[at].type


def _before_a_noun(sentence: Sentence, seen: SeenCue) -> bool:
    """Tell whether a cue is a "without" that denies a thing and no statement ("without treatment, it raises ..")."""
    at = seen.last
    return (
        sentence.units[seen.first].word == "without"
        and at < len(sentence.units)
        and not sentence.units[at].word.endswith("ing")
    )


def _behind_a_comma(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether one comma divides a cue from a reading; two enclose something that may be left out, unless what they
    enclose is a statement of its own ("it is not X, it has not Y, and nearly everyone is ..")."""
    commas = [at for at in range(seen.last, reading.first) if _is_comma(sentence, at)]
    if len(commas) != 2:
        return len(commas) == 1
    following = sentence.units[commas[0] + 1]
    return following.word in _SUBJECTS and not following.type


def _before_a_when(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue denies what is so when a reading holds, and not the reading ("X does not work when .. is ..")."""
    return any(unit.word in _WHEN and not unit.type for unit in sentence.units[seen.last : reading.first])


def _in_another_conjunct(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a verb of its own, after "and", "or" or a "while", divides a cue from the reading behind it ("is often mild and can be ..")."""
    units = sentence.units
    led = any(clauses.word_at(sentence, at) in _LEADS for at in range(seen.first))
    for at in range(seen.last, reading.first):
        if led and clauses.word_at(sentence, at) in _SUBJECTS and clauses.word_at(sentence, at + 1) in _FINITE:
            return True  # "while it has not spread it can be .."
        if clauses.word_at(sentence, at) in _AND:
            verb = at + 1 + (clauses.word_at(sentence, at + 1) in _SUBJECTS)  # "without a sign of it, and you are .."
            if verb < len(units) and clauses.word_at(sentence, verb) in _FINITE:
                return True
    return False


def _of_another_verb(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue within a reading denies a verb to which "and" joins the reading's own ("are not inherited and result from")."""
    for at in range(seen.last, reading.last - 1):
        if any(first <= at < last for first, last in reading.slots.values()):
            return False
        if clauses.word_at(sentence, at) == "and":
            return clauses.word_at(sentence, at + 1) in fw.VERBS | _FINITE
    return False


def _in_a_relative(sentence: Sentence, seen: SeenCue, reading: Reading) -> bool:
    """Tell whether a cue only tells apart what is spoken of, before its own verb ("tumours that have not spread are cured")."""
    if not any(clauses.word_at(sentence, at) in _RELATIVES for at in range(max(0, seen.first - _LED), seen.first)):
        return False
    words = [clauses.word_at(sentence, at) for at in range(seen.last, reading.last)]
    verb = next((at for at, word in enumerate(words) if word in _FINITE and at), 0)
    return bool(verb) and not _JOINTS.intersection(words[:verb])


def _in_open_slot(seen: SeenCue, reading: Reading) -> bool:
    return any(
        name in _OPEN and first + (not reading.nouns) <= seen.first < last
        for name, (first, last) in reading.slots.items()
    )


def assess_all(sentence: Sentence) -> Assertion:
    """Weigh the hedges and frequencies of a sentence up to its "but", for an answer that leaves the rest out."""
    certainty: Certainty = "definite"
    frequency = ""
    units = sentence.units
    until = next((at for at, unit in enumerate(units) if unit.word == "but" and not unit.type and at), len(units))
    for seen in sentence.cues:
        cue = seen.cue
        if seen.first < until and cue.kind in ("hedge", "frequency"):
            if cue.certainty in CERTAINTIES and CERTAINTIES.index(cue.certainty) < CERTAINTIES.index(certainty):
                certainty = cue.certainty
            frequency = frequency or cue.frequency
    return Assertion(certainty, frequency=frequency, cues=sentence.cues)
