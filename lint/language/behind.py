"""Where a thing ends that stands behind a verb, one that stands between others, and a clause that is a thing."""

from __future__ import annotations

from lint.language import clauses, deeds, semicolons
from lint.language import function_words as fw
from lint.language.noun_parts import Span
from lint.language.units import Sentence

_TAKEN_OR_LEFT = frozenset((
    "avoid", "avoiding", "take", "taking", "use", "using", "stop", "skip", "limit", "drink", "eat", "smoke",
))  # fmt: skip
"""What people are told to do with a thing, or not to."""
_LEADS = fw.LEADING_PREPOSITIONS | fw.CONNECTIVES | {"as"}
"""Words that an adverbial at the head of a sentence begins with."""
_LEADS_AGAIN = frozenset(("in", "among", "by", "from", "to", "through"))
"""Prepositions that may stand before each item of a list."""
_TOLD = frozenset(("should", "must", "not", "n't", "never", "to", "you", "and", "or"))


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
    if end := semicolons.list_end(sentence, first, last):
        return first, end
    at, told = first, first
    while at < last:
        word = clauses.word_at(sentence, at)
        if word == ".":
            break
        if at > first and (again := _led_again(sentence, span[0] - 1, at, last)):
            at = again
            continue
        if at > first and word == "," and not clauses.list_goes_on(sentence, at, last):
            if not (at == first + 1 and at + 1 < last and _describes_further(sentence, at)):
                break
        if at > first and units[at - 1].type == "people" and word in ("who", "whose", "with") and at + 1 < last:
            at = told = clauses.verb_end(sentence, at, last)
            continue
        if (
            word in ("for", "to")
            and told > first
            and "," not in (clauses.word_at(sentence, n) for n in range(told, at))
        ):
            # "People who stand for hours": the verb is that of the people.
            at += 1
            continue
        if word == "too" and at + 1 < last and clauses.word_at(sentence, at + 1) in fw.QUANTIFIERS:
            at += 2
            continue
        if at == first + 1 and word == "that" and _tells_apart(sentence, at, last):
            at += 2
            continue
        if word == "not" and clauses.undone(sentence, at):
            at += 1
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


def _led_again(sentence: Sentence, opening: int, at: int, last: int) -> int:
    """Return where an item begins that the preposition before its list leads again ("in men, and in women"), 0 for none."""
    word = clauses.word_at(sentence, opening) if opening >= 0 else ""
    if word not in _LEADS_AGAIN or clauses.word_at(sentence, at) not in (",", "and", "or"):
        return 0
    while at < last and clauses.word_at(sentence, at) in (",", "and", "or"):
        at += 1
    return at + 1 if at + 1 < last and clauses.word_at(sentence, at) == word else 0


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


def inside(sentence: Sentence, span: Span) -> Span | None:
    """Return a span between words of a rule, without small words at its edges; None when it holds a clause."""
    first, last = span
    last = clauses.trimmed(sentence, first, last)
    first = _begun(sentence, first, last)
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


def _begun(sentence: Sentence, first: int, last: int) -> int:
    """Return where a span begins behind the small words that no thing needs."""
    units = sentence.units
    while first < last and units[first].filler and units[first].word not in fw.KEEP and not units[first].type:
        first += 1
    return first


def shunned(sentence: Sentence, limit: int) -> Span | None:
    """Return what somebody is told to leave or to take, before ``limit``: what follows says why ("avoid X, as it raises ..")."""
    for at in range(limit - 2, -1, -1):
        led = at == 0 or sentence.units[at - 1].type == "people" or clauses.word_at(sentence, at - 1) in _TOLD
        if led and clauses.word_at(sentence, at) in _TAKEN_OR_LEFT:
            return after(sentence, (at + 1, limit))
    return None


def lead_clause(sentence: Sentence, span: Span) -> Span | None:
    """Return the clause that a sentence begins with, behind what leads it in ("In time, X builds up")."""
    first, last = span
    for at in range(first, last):
        if clauses.word_at(sentence, at) == ",":
            led = clauses.word_at(sentence, first) in _LEADS or at == first + 1
            if not led or clauses.predicate(sentence, first, at) is not None:
                break
            first = at + 1
    return clause(sentence, (first, last), subject=True)


def clause(sentence: Sentence, span: Span, subject: bool = False) -> Span | None:
    """Return the clause that begins a span ("you smoke"), without an aside or a further clause behind it.

    With ``subject``, commas before its verb are those of its subject.
    """
    first, last = span
    first = _begun(sentence, first, last)
    denial = first - 1 - (first > 1 and clauses.word_at(sentence, first - 1) == "to")
    denied = denial >= 0 and clauses.word_at(sentence, denial) in ("not", "never")
    if denied and not (denial > 0 and clauses.word_at(sentence, denial - 1) == "or"):
        first = denial
    at = first
    while at < last:
        word = clauses.word_at(sentence, at)
        if word == "." or (
            word == "," and not clauses.list_goes_on(sentence, at, last) and not deeds.goes_on(sentence, at, last)
        ):
            if word == "." or not subject or clauses.predicate(sentence, first, at) is not None:
                break
        if at > first and word in ("and", "but") and _says_more(sentence, first, at, last):
            break
        if at > first and word == "than" and not clauses.takes_than(sentence, at):
            break
        if at > first and word == "as" and at + 1 < last and _as_elsewhere(sentence, at + 1):
            # "As common in X as (it is) in Y".
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
            if not (subject and word == "which" and clauses.predicate(sentence, first, at) is None):
                break
        at += 1
    at = clauses.trimmed(sentence, first, at)
    if at > first and clauses.word_at(sentence, at - 1) in ("and", "or"):
        # "Smokers may or may not get it" tells nothing.
        return None
    return (first, at) if at > first else None


def _as_elsewhere(sentence: Sentence, at: int) -> bool:
    """Tell whether what is compared begins at a unit ("(as common in men as) it is in women", "in women")."""
    word = clauses.word_at(sentence, at)
    behind = clauses.word_at(sentence, at + 1) if at + 1 < len(sentence.units) else ""
    return word in ("in", "among") or (word in ("it", "they") and behind in ("is", "are", "was", "were"))


def _says_more(sentence: Sentence, first: int, joint: int, last: int) -> bool:
    """Tell whether a second verb of the subject before a clause stands behind a joint ("commoner in men and rises with age")."""
    verb = clauses.word_at(sentence, joint + 1) if joint + 1 < last else ""
    singular = verb in ("is", "was", "has", "does", "can", "may") or (verb in fw.VERBS and verb.endswith("s"))
    return singular and clauses.predicate(sentence, first, joint) is None


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
