"""Noun phrases: where the thing that an open slot names begins and ends, and whether it names one at all.

There is no parser: closed lists of auxiliaries, frequent verbs and subordinators say where a phrase cannot go on. A
span that holds a whole clause, a command or a purpose ("steps to prevent ..") names no thing and is refused.
"""

from __future__ import annotations

from lint.language import clauses, deeds
from lint.language import function_words as fw
from lint.language.noun_parts import Span
from lint.language.units import Sentence

PROVISOS = frozenset(("if", "without", "untreated", "unless", "once", "when", "left"))
"""Words that a sentence may begin with to say on what the rest depends."""
_DONE = 6
"""The units of the longest doing that ends in a particle."""
_WHOSE = frozenset(
    ("these", "those", "some", "such", "many", "most", "other", "certain", "rare", "several", "affected")
)
_COUNTED = frozenset(("families", "cases", "instances", "situations", "countries"))
"""Which people or cases a sentence is about, and what it counts, where it begins with them."""
_TAKEN_UP = [[which, thing] for which in ("the", "this") for thing in ("disease", "condition", "infection", "disorder")]
"""What takes up the disease behind a proviso."""
_CARE = frozenset(("treated", "untreated", "treatment", "unchecked"))
_MAY = frozenset(("can", "may", "might"))
_SHORT = 5
"""The letters of "thing", which is no doing."""
_BEHIND_NOUN = ("of", "is", "are", "isn't", "aren't")
_EVERY = frozenset(("both", "either", "all", "each"))


def before(sentence: Sentence, span: Span) -> Span | None:
    """Return the noun phrase that ends a span, the subject of what follows it; None when there is none."""
    first, last = span
    units = sentence.units
    last = clauses.trimmed(sentence, first, last)
    if [clauses.word_at(sentence, at) for at in range(first + 1, min(first + 3, last))] == ["is", "why"]:
        # "This is why X is commoner in Y" says that it is.
        first += 3
    if last <= first:
        return None
    if deeds.of_people(sentence, (first, last)):
        return first, last
    if clauses.word_at(sentence, first) in PROVISOS:
        # "Without treatment it can lead to ..": no comma parts the two.
        if clauses.word_at(sentence, last - 1) in ("it", "they"):
            return last - 1, last
        if last - first > 2 and [clauses.word_at(sentence, at) for at in (last - 2, last - 1)] in _TAKEN_UP:
            return last - 2, last
        if units[last - 1].type == "condition" and clauses.word_at(sentence, last - 2) in _CARE and last - first > 2:
            return last - 1, last
    for joint in range(last - 3, first, -1):
        if clauses.word_at(sentence, joint) == "and" and clauses.word_at(sentence, joint + 1) in ("a", "an"):
            # "Salt raises the risk of X and a walk lowers it": the subject is of its own clause.
            first = joint + 1 if clauses.predicate(sentence, first, joint) is not None else first
            break
    if clauses.word_at(sentence, last - 1) != "," and which_follows(sentence, last):
        first = _antecedent(sentence, first, last)
    final = clauses.word_at(sentence, last - 1)
    if final == "," and last < len(units) and clauses.word_at(sentence, last).endswith("ing"):
        return None
    if (
        final in ("to", "help", "helps", "having")
        or final in fw.RELATIVES
        or (final in fw.SUBORDINATE and not (final == "once" and units[first].word.endswith("ing")))
        or (final in fw.LEADING_PREPOSITIONS and not _particle(sentence, first, last))
    ):
        return None
    if final in ("and", "or", "then", "but"):
        return _shared(sentence, first, last)
    at = last - 1
    while at > first and clauses.word_at(sentence, at - 1) not in (".", "\u2022"):
        at -= 1
    if last < len(units) and clauses.word_at(sentence, last) in (":", "\u2013", "\u2014"):
        if clauses.enumeration(sentence, at, last) == last:
            return at, last
    begin, stop = clauses.segment(sentence, at, last)
    found = _phrase(sentence, begin, stop) if begin < stop else None
    if found is None or (found[1] - found[0] == 1 and clauses.word_at(sentence, found[0]).endswith("ly")):
        return None
    if clauses.word_at(sentence, found[0]).endswith("ed") and clauses.word_at(sentence, found[0] + 1) == "by":
        # "X is characterised by Y": what is done to it is no thing.
        return None
    if sentence.words(*found).count(" - ") > 1:
        # A list that was run together in one line: its last item is none of its own.
        return None
    return (found[0], _lettered(sentence, found[1])) if found[1] == last else found


def which_follows(sentence: Sentence, at: int) -> bool:
    """Tell whether ", which" or "that can" stands at a unit and takes up what stands before it."""
    if at + 1 >= len(sentence.units):
        return False
    word, following = clauses.word_at(sentence, at), clauses.word_at(sentence, at + 1)
    return (word == "," and following == "which") or (word == "that" and following in _MAY)


def _antecedent(sentence: Sentence, first: int, last: int) -> int:
    """Return where what ", which" takes up begins: behind the last verb or preposition, "of" and "in" belong to it."""
    for at in range(last - 1, first, -1):
        word = clauses.word_at(sentence, at - 1)
        if word in ("of", "in") or not word:
            continue
        if (
            word in fw.AUXILIARIES
            or word in fw.LEADING_PREPOSITIONS
            or word == "to"
            or clauses.is_verb(sentence, at - 1)
        ):
            return at
    return first


def _lettered(sentence: Sentence, last: int) -> int:
    """Return where a phrase ends with the letter that belongs to its name ("vitamin A")."""
    units = sentence.units
    if last >= len(units) or units[last].type or units[last].word != "a" or units[last].start == sentence.start:
        return last
    return last + 1 if sentence.words(last, last + 1)[:1] == "A" else last


def topic(sentence: Sentence, limit: int | None = None) -> Span | None:
    """Return the subject of a sentence (before ``limit``), for a pronoun: what stands before its first verb."""
    units = sentence.units if limit is None else sentence.units[:limit]
    start = 0
    while start < len(units) and clauses.word_at(sentence, start) in (
        "as",
        "for",
        "what",
        "about",
        "and",
        "but",
        "so",
        "how",
        "does",
        "do",
        "can",
        "could",
        "did",
        "is",
        "are",
        "will",
        "if",
    ):
        start += 1
    start = max(start, _begun(sentence, len(units)))
    end = next(
        (
            at
            for at in range(start, len(units))
            if (
                clauses.word_at(sentence, at) in fw.AUXILIARIES
                # "The exact cause of it": what "of" or "is" follows is a noun.
                or (clauses.word_at(sentence, at) in fw.VERBS and not _is_noun(sentence, at))
            )
            and not (at > start and clauses.word_at(sentence, at - 1) in ("having", "being"))
        ),
        len(units),
    )
    while end > start and clauses.word_at(sentence, end - 1) in ("?", ".", "!", ":", ",", "matter"):
        end -= 1
    if end <= start or end - start > 10 or (end == len(units) and end - start > 7):
        return None
    found = before(sentence, (start, end))
    if found is None or any(clauses.word_at(sentence, at) in fw.PRONOUNS for at in range(*found)):
        return None
    return found


def _begun(sentence: Sentence, last: int) -> int:
    """Return where a sentence begins behind a set phrase ("as far as we know, it .."), 0 without one."""
    text = " ".join(unit.word for unit in sentence.units[:7]) + " "
    length = next((len(start.split()) for start in fw.STARTS if text.startswith(start + " ")), 0)
    return length + (0 < length < last and clauses.word_at(sentence, length) == ",")


def _is_noun(sentence: Sentence, at: int) -> bool:
    return at + 1 < len(sentence.units) and clauses.word_at(sentence, at + 1) in _BEHIND_NOUN


def _shared(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the subject that two verbs share ("X damages nerves and raises .."): what stands before the first."""
    units = sentence.units
    at = last - 1
    while at > first and clauses.word_at(sentence, at - 1) != ".":
        at -= 1
    for verb in range(at + 1, last - 1):
        word = clauses.word_at(sentence, verb)
        if word in fw.AUXILIARIES or word in fw.VERBS:
            if any(
                clauses.word_at(sentence, n) in fw.RELATIVES or _infinitive(sentence, n, last)
                for n in range(verb, last)
            ):
                return None
            stop = clauses.trimmed(sentence, at, verb)
            if stop > at and clauses.word_at(sentence, stop - 1) in fw.RELATIVES:
                return None
            begin, stop = clauses.segment(sentence, at, stop)
            return _phrase(sentence, begin, stop) if begin < stop and not units[begin].edge else None
    return None


def _left_undone(sentence: Sentence, at: int) -> bool:
    """Tell whether "no" and a doing stand at a unit ("no smoking"): what one leaves is the thing."""
    doing = clauses.word_at(sentence, at + 1) if at + 1 < len(sentence.units) else ""
    return clauses.word_at(sentence, at) == "no" and doing.endswith("ing") and len(doing) > _SHORT


def _in_whom(sentence: Sentence, first: int, last: int) -> int:
    """Return where the thing begins behind the people that it is said of ("in these families a fault .."), 0 for nowhere."""
    if clauses.word_at(sentence, first + 1) not in _WHOSE:
        return 0
    for at in range(first + 2, min(first + 4, last - 1)):
        people = sentence.units[at].type == "people" or clauses.word_at(sentence, at) in _COUNTED
        if people and clauses.word_at(sentence, at + 1) in ("a", "an", "the", ","):
            return at + 1 + (clauses.word_at(sentence, at + 1) == ",")
    return 0


def _particle(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether a span ends in the particle of what is done ("putting weight back on", "passing it on")."""
    start = next((at for at in range(first, last) if not sentence.units[at].filler), first)
    doing = clauses.word_at(sentence, start).endswith("ing") and last - start <= _DONE
    return doing and clauses.word_at(sentence, last - 1) == "on"


def _infinitive(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether "to" stands at a unit and leads a verb, not a thing ("toxic to the heart") or what was shown to be."""
    if clauses.word_at(sentence, at) != "to" or at + 1 >= last:
        return False
    if clauses.word_at(sentence, at - 1) in fw.BEFORE_TO:
        return False
    following = sentence.units[at + 1]
    return not (following.type or following.word in ("the", "a", "an", "your", "their", "its", "our"))


def _phrase(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return a span without what leads up to a noun phrase; None when it is a clause, a command or a purpose."""
    units = sentence.units
    for at in range(last - 1, first, -1):
        if clauses.word_at(sentence, at) == "that" and clauses.word_at(sentence, at - 1) in fw.REPORTS:
            first = at + 1
            break
    for at in range(last - 2, first, -1):
        if (
            clauses.word_at(sentence, at) in ("which", "whom")
            and clauses.word_at(sentence, at - 1) in fw.LEADING_PREPOSITIONS
        ):
            first = at + 1
            break
    text = " ".join(u.word for u in units[first : first + 7])
    for start in fw.STARTS:
        if text.startswith(start + " "):
            first += len(start.split())
            break
    while first < last and clauses.word_at(sentence, first) in fw.CONNECTIVES and not _left_undone(sentence, first):
        first += 1
    if first >= last:
        return None
    if clauses.word_at(sentence, first) == "as" and first > 0 and clauses.word_at(sentence, first - 1) == "such":
        first += 1
    if any(clauses.word_at(sentence, at) in ("how", "why", "whether") for at in range(first, last)):
        return None
    for at in range(first + 1, last):
        word = clauses.word_at(sentence, at)
        pronoun_follows = at + 1 < last and clauses.word_at(sentence, at + 1) in fw.PRONOUNS
        if word == "while" and last - at <= 2 and units[first].word.endswith("ing"):
            continue
        if (word in ("when", "while", "if", "once", "because") and (word != "once" or at < last - 1)) or (
            word in ("before", "after", "until") and pronoun_follows
        ):
            last = clauses.trimmed(sentence, first, at)
            break
    opener = clauses.word_at(sentence, first)
    if opener in ("hardly", "scarcely"):
        return None
    if opener == "in" and (whom := _in_whom(sentence, first, last)):
        first = whom
        opener = clauses.word_at(sentence, first)
    if (
        first >= last
        or opener in fw.SUBORDINATE
        or opener in fw.LEADING_PREPOSITIONS
        or (opener in fw.RELATIVES and last - first > 1)
    ):
        return None
    if clauses.word_at(sentence, last - 1) == "to":
        # "Cut down on X to do Y and prevent ..": what stands before is a command.
        return None
    verb = clauses.predicate(sentence, first, last)
    if verb is not None:
        if clauses.word_at(sentence, verb) not in fw.REPORTS or verb + 1 >= last:
            return None
        first = verb + 1
        if clauses.predicate(sentence, first, last) is not None or clauses.word_at(sentence, first) in fw.SUBORDINATE:
            return None
    while first < last and units[first].filler and not units[first].type and units[first].word not in fw.KEEP:
        if units[first].word in _EVERY and any(a == first for a, _ in sentence.classes.get("the-disease", ())):
            # "Both types": the disease, of whatever type.
            break
        first += 1
    if first < last - 1 and clauses.word_at(sentence, first) in ("how", "why", "what", "whether", "to"):
        return None
    return (first, last) if first < last else None
