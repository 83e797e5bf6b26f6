"""Noun phrases: where the thing that an open slot names begins and ends, and whether it names one at all.

There is no parser: closed lists of auxiliaries, frequent verbs and subordinators say where a phrase cannot go on. A
span that holds a whole clause, a command or a purpose ("steps to prevent ..") names no thing and is refused.
"""

from __future__ import annotations

from lint.language import clauses
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
        or final in fw.SUBORDINATE
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


def after(sentence: Sentence, span: Span) -> Span | None:
    """Return the noun phrase that begins a span, the object of what precedes it; None when it opens a clause."""
    first, last = span
    units = sentence.units
    while first < last and units[first].filler and units[first].word not in fw.KEEP and not units[first].type:
        if units[first].word == "by" or units[first].word in fw.AUXILIARIES:
            return None
        first += 1
    if first < last and clauses.word_at(sentence, first) in (
        ",",
        ".",
        "or",
        "and",
        "if",
        "when",
        "because",
        "who",
        "which",
        "whether",
        "of",
    ):
        return None
    if first > 0 and clauses.word_at(sentence, first - 1) in ("not", "never", "too"):
        first -= 1
    if (
        first > 0
        and clauses.word_at(sentence, first - 1) == ":"
        and (end := clauses.enumeration(sentence, first, last))
    ):
        return first, end
    at = first
    while at < last:
        word = clauses.word_at(sentence, at)
        if word == ".":
            break
        if at > first and word == "," and not clauses.list_goes_on(sentence, at, last):
            if not (at == first + 1 and at + 1 < last and _describes_further(sentence, at)):
                break
        if at == first + 1 and units[first].type == "people" and word in ("who", "whose", "with") and at + 1 < last:
            at += 2
            continue
        if word == "too" and at + 1 < last and clauses.word_at(sentence, at + 1) in fw.QUANTIFIERS:
            at += 2
            continue
        if at == first + 1 and word == "that" and _tells_apart(sentence, at, last):
            at += 2
            continue
        if word in fw.STOPS and at > first and not clauses.continues(sentence, at, last):
            break
        if (
            word in ("after", "before", "until")
            and at > first
            and clauses.word_at(sentence, at + 1) in ("it", "they", "you")
        ):
            break
        if word in fw.AUXILIARIES or (
            word in fw.VERBS and (word not in fw.NOUNS_TOO or _second_verb(sentence, first, at, last))
        ):
            cut = clauses.last_joint(sentence, first, at)
            if cut is None:
                return None
            # "X and a diet high in fat and sugar may ..": the subject of the next clause begins with its article.
            at = next(
                (
                    joint
                    for joint in range(first + 1, cut)
                    if clauses.word_at(sentence, joint) == "and" and clauses.word_at(sentence, joint + 1) in ("a", "an")
                ),
                cut,
            )
            break
        at += 1
    at = clauses.examples_end(sentence, at, last) or at
    at = clauses.trimmed(sentence, first, at)
    while at > first and clauses.word_at(sentence, at - 1) in (
        "and",
        "or",
        ",",
        "in",
        "of",
        "with",
        "the",
        "a",
        "an",
        "on",
        "at",
        "from",
        "more",
        "both",
        "such",
    ):
        at -= 1
    return (first, at) if at > first else None


def _tells_apart(sentence: Sentence, that: int, last: int) -> bool:
    """Tell whether "that" and a verb say which of many is meant ("medicines that thin the blood")."""
    units = sentence.units
    return (
        that + 2 < last
        and clauses.word_at(sentence, that - 1) not in fw.STOPS
        and not units[that + 1].edge
        and clauses.word_at(sentence, that + 1) in fw.VERBS
        and (bool(units[that + 2].type) or units[that + 2].word not in fw.STOPS | fw.AUXILIARIES | {",", "."})
    )


def _describes_further(sentence: Sentence, comma: int) -> bool:
    """Tell whether an adjective stands before a comma and another word of the same thing behind it ("tiny, rod-like germs")."""
    word, following = sentence.units[comma - 1], sentence.units[comma + 1]
    adjective = not word.type and (word.word in fw.PLAIN_ADJECTIVES or word.word.endswith(fw.ADJECTIVE_ENDINGS))
    return adjective and not following.filler and not following.edge and following.word not in fw.STOPS


def _lettered(sentence: Sentence, last: int) -> int:
    """Return where a phrase ends with the letter that belongs to its name ("vitamin A")."""
    units = sentence.units
    if last >= len(units) or units[last].type or units[last].word != "a" or units[last].start == sentence.start:
        return last
    return last + 1 if sentence.words(last, last + 1)[:1] == "A" else last


def inside(sentence: Sentence, span: Span) -> Span | None:
    """Return a span between words of a rule, without small words at its edges; None when it holds a clause."""
    first, last = span
    last = clauses.trimmed(sentence, first, last)
    while (
        first < last
        and sentence.units[first].filler
        and sentence.units[first].word not in fw.KEEP
        and not sentence.units[first].type
    ):
        first += 1
    if last - first > 2 and clauses.word_at(sentence, first) in ("or", "and"):
        # "Prevent or delay X by ..": of the same thing.
        first += 2
    if first >= last or clauses.predicate(sentence, first, last) is not None:
        return None
    while last - 1 > first and clauses.word_at(sentence, last - 1) in ("or", "and", ",", "such", "as"):
        # "What may start X or make it worse": what goes on is another verb; "X, such as" leads to a list.
        last -= 1
    if clauses.word_at(sentence, last - 1) in fw.RELATIVES:
        return None
    words = [clauses.word_at(sentence, at) for at in range(first, last)]
    if "." in words:
        return None
    if words.count(",") == 1:
        behind = words[words.index(",") + 1 :]
        if behind[:1] == ["and"] or not {"and", "or", "such", "including"}.intersection(behind):
            # "The risk of X, and Y is linked to ..", "Beside the risk of X, Y is ..": another clause follows the comma; it
            # leads to a list in "To prevent X, doctors suggest:".
            return (first, first + words.index(",")) if sentence.of_type("items") else None
    return first, last


def clause(sentence: Sentence, span: Span) -> Span | None:
    """Return the clause that begins a span ("you smoke"), without an aside or a further clause behind it."""
    first, last = span
    while (
        first < last
        and sentence.units[first].filler
        and sentence.units[first].word not in fw.KEEP
        and not sentence.units[first].type
    ):
        first += 1
    denial = first - 1 - (first > 1 and clauses.word_at(sentence, first - 1) == "to")
    denied = denial >= 0 and clauses.word_at(sentence, denial) in ("not", "never")
    if denied and not (denial > 0 and clauses.word_at(sentence, denial - 1) == "or"):
        first = denial
    at = first
    while at < last:
        word = clauses.word_at(sentence, at)
        if word == "." or (word == "," and not clauses.list_goes_on(sentence, at, last)):
            break
        if at > first and word in ("and", "but") and _says_more(sentence, first, at, last):
            break
        if at > first and word == "than" and clauses.word_at(sentence, at - 1) not in fw.TAKE_THAN:
            break
        if at > first and word == "as" and at + 1 < last and clauses.word_at(sentence, at + 1) in ("in", "among"):
            # "As common in X as in Y".
            break
        if at > first and word in (
            "compared",
            "because",
            "so",
            "whereas",
            "although",
            "but",
            "while",
            "whether",
            "which",
        ):
            break
        at += 1
    at = clauses.trimmed(sentence, first, at)
    if at > first and clauses.word_at(sentence, at - 1) in ("and", "or"):
        # "Smokers may or may not get it" tells nothing.
        return None
    return (first, at) if at > first else None


def _says_more(sentence: Sentence, first: int, joint: int, last: int) -> bool:
    """Tell whether a second verb of the subject before a clause stands behind a joint ("commoner in men and rises with age")."""
    verb = clauses.word_at(sentence, joint + 1) if joint + 1 < last else ""
    singular = verb in ("is", "was", "has", "does", "can", "may") or (verb in fw.VERBS and verb.endswith("s"))
    return singular and clauses.predicate(sentence, first, joint) is None


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


def _second_verb(sentence: Sentence, first: int, at: int, last: int) -> bool:
    """Tell whether a word that may be a noun is the second verb of a subject: ".. and causes Y", and not "causes of"."""
    word = clauses.word_at(sentence, at)
    return (
        at > first + 1
        and word.endswith("s")
        and clauses.word_at(sentence, at - 1) == "and"
        and at + 1 < last
        and clauses.word_at(sentence, at + 1) not in ("of", "for", "and", "or", ",", ".", "in", "is", "are")
    )


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
    text = " ".join(u.word for u in units[first : first + 5])
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
        if word in ("when", "while", "if", "once", "because") or (
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
        first += 1
    if first < last - 1 and clauses.word_at(sentence, first) in ("how", "why", "what", "whether", "to"):
        return None
    return (first, last) if first < last else None
