"""The words of open slots: where a factor, an outcome or a population begins and ends in the text."""

from __future__ import annotations

import re

from lint.language import doings, semicolons
from lint.language.units import Sentence

_STRIP = " \t\n,;:.!?\"'*_()[]"
_OPENERS = frozenset((
    "in", "for", "before", "after", "according", "overall", "however", "on", "with", "while", "as", "if", "when", "once", "among",
    "although", "though", "since", "at", "by", "during", "despite", "unlike", "besides", "today", "moreover", "also", "and", "but", "so",
    "put", "simply", "frankly", "remember", "surprisingly", "basically", "contrary", "sadly", "luckily", "yes", "no", "well", "plus",
    "again", "note", "interestingly", "unfortunately", "fortunately", "crucially", "honestly", "clearly", "obviously",
    "that", "because", "yet", "nor", "or", "still", "then", "first", "second", "finally", "indeed", "instead", "meanwhile", "therefore",
))  # fmt: skip
_STOPS = frozenset((
    "which", "because", "if", "when", "while", "whereas", "though", "although", "so", "by", "compared", "than", "according", "but",
    "although", "unless", "until", "however", "where", "since", "whether", "even", "especially", "particularly", "including",
))  # fmt: skip
_LEADING = frozenset((
    "a", "an", "the", "of", "in", "to", "for", "from", "that", "is", "are", "be", "being", "your", "their", "its",
    "his", "her",
))  # fmt: skip
_BOUND = r"(?!(?:more|less|fewer|older|younger|higher|lower|greater|longer|later|above|over|under|below)\b)"
"""What does not stand behind an "or" that parts two things ("20 or more a day")."""
_LIST = re.compile(
    rf"\s*(?:,\s*(?:and|or|and/or|nor|as well as|plus)\s+|,\s*|;\s*|\s+(?:and|or\s+{_BOUND}|nor|as well as|plus)\s*(?<=\s))",
    re.IGNORECASE,
)


def subject(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Narrow the span of a slot that stands before its verb: an introduction that ends in a comma is no part of it."""
    first, last = span
    units = sentence.units
    while (
        first < last - 1
        and not units[first].type
        and units[first].word in (",", ".", "and", "but", "that", "so", "also", "then", "or")
    ):
        first += 1
    if not units[first].type and units[first].word in _OPENERS:
        commas = [at for at in range(first, last) if units[at].word == "," and not units[at].type]
        if commas and commas[0] + 1 < last:
            first = commas[0] + 1
    return first, last


def complement(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """Narrow the span of a slot that ends its clause: what follows "which", "because", "if" is no part of it."""
    first, last = span
    units = sentence.units
    for at in range(first, last):
        if units[at].type:
            continue
        word = units[at].word
        if word == "." and at > first:
            return first, at
        if at > first and word in _STOPS:
            return first, at
        if (
            at > first
            and word == ","
            and at + 1 < last
            and not units[at + 1].type
            and units[at + 1].word
            in (*_STOPS, "and", "but", "who", "it", "they", "this", "not", "only", "just", "after")
        ):
            if units[at + 1].word == "and" and last - at <= 5:
                continue
            return first, at
    return first, last


def text(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the words of a span as the text has them, on one line, without signs and small words at the edges."""
    first, last = span
    while (
        last > first
        and not sentence.units[last - 1].type
        and not any(c.isalnum() for c in sentence.units[last - 1].word)
    ):
        last -= 1
    if last <= first:
        return ""
    words = " ".join(sentence.words(first, last).split()).strip(_STRIP)
    head, _, rest = words.partition(" ")
    while rest and head.lower() in _LEADING:
        words = rest
        head, _, rest = words.partition(" ")
    if words.count("(") > words.count(")"):
        words = words.split("(")[0].strip(_STRIP)
    return words


def listed(words: str, longest: int = 4) -> list[str]:
    """Split a list into its items; words that are no list of three or more, or of pairs no item of which is longer, stay whole."""
    if "(" in words:
        return [words]
    items = [item.strip(_STRIP) for item in _LIST.split(words)]
    items = [item for item in items if item]
    if len(items) < 2:
        return [words]
    if len(items) == 2 and ("," in words or max(len(item.split()) for item in items) > longest):
        return [words]
    return items


_GROUPS = re.compile(r",?\s+(?:and|or)\s+(?=(?:in|among|for|if|with)\s)|,\s+(?=(?:in|among|for|if|with)\s)")
_IN = re.compile(r"\s(?:during|in|among|for|if|with)\s")
_INTO_A_GROUP = re.compile(
    r"(?:in|among|for|if|with)\s+(?:(?:those|people|anyone)\s+(?:who|with)\s+(?:(?:are|have|has|is)\s+)?)?"
)


def groups(words: str) -> list[str]:
    """Split groups each of which has its own "in" ("men, in people over 65 and in those who smoke"); no others are split."""
    parts = _GROUPS.split(words)
    if len(parts) > 1 and ("," in parts[0] or _IN.search(parts[0])):
        # "Changes in one gene or in others" are all changes.
        return [words]
    return [parts[0], *(_INTO_A_GROUP.sub("", part, count=1) for part in parts[1:])]


_PAIRED = 4
"""The words of the longest of two things that only a comma parts."""


def pair(words: str) -> list[str]:
    """Split two short things that only a comma parts, as behind a label ("smoking, beer"); anything else stays whole."""
    parts = [part.strip(_STRIP) for part in words.split(",")]
    short = len(parts) == 2 and all(part and len(part.split()) <= _PAIRED for part in parts)
    return parts if short and not _RELATIVE.match(parts[1]) else [words]


_SHARED_HEAD = re.compile(
    r"\b(?:(?:found|seen|mutations?|variants?|changes|alterations?|defects?|low|high|rich|poor|lacking|deficient) in|in your|full of|to|with|for|within|between|history of|exposure to|mutations?)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"[a-z-]*(?:al|ic|ous|ar|ive|ary|ible|able)$", re.IGNORECASE)

_PREDICATE = re.compile(
    r"(?:inherited|located|found|seen|caused|called|known|is|are|was|were|can|may|has|have)\b", re.IGNORECASE
)
"""How what is said of a thing begins, and no thing."""
_PEOPLE = re.compile(r"(?:women|men|people|adults|children|boys|girls|patients)$", re.IGNORECASE)
_KIND_OF_PEOPLE = re.compile(r"(?:[A-Z][\w-]*[^s\W](?:\s|$))+$")
_SHARED_TAIL = re.compile(r"\b(?:descent|ancestry|heritage|origin|origins|background|ethnicity|extraction|blood)$")
_GENERIC = re.compile(
    r"\b(?:disorders?|diseases?|conditions?|syndromes?|infections?|factors?|illness(?:es)?|things|problems?|substances?|chemicals?|"
    r"injur(?:y|ies)|circumstances|cancers?|germs|virus(?:es)?|bacteria|treatments?|habits?|events?|agents?|complications?|causes?|triggers?|"
    r"types?|kinds?|forms?|reasons?|situations?|tasks?|jobs?|activities|experiences|populations?|groups?|areas|medic(?:ines?|ations?)|drugs?)$",
    re.IGNORECASE,
)
"""What says nothing by itself: of such things the examples are the things."""
_NAMELESS = re.compile(
    r"(?:(?:certain|other|some|many|several|various|different)\s+)?"
    r"(?:disorders?|diseases?|conditions?|factors?|things|problems?|substances?|causes?|types?|kinds?|reasons?)",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"\s*\([A-Z][A-Za-z0-9-]{1,7}\)")
"""An abbreviation in brackets parts no list."""
_RELATIVE = re.compile(r"\b(?:who|that|which|whose)\b", re.IGNORECASE)
_BEHIND_A_HEAD = re.compile(r"\s(?:that|which|who|of|in|with|affecting|causing|like|for)\s", re.IGNORECASE)

_UNDOING = re.compile(
    r"(?:avoiding|controlling|curbing|cutting|fewer|giving up|halting|keeping|less|limiting|losing|lowering|managing|no|not|preventing|quitting"
    r"|reducing|removing|stopping|treating|(?:[\w-]+ )?(?:avoidance|control|management|prevention|reduction|treatment) of)\b",
    re.IGNORECASE,
)
"""How it begins that something is kept down: each thing behind it is, and does no good of its own."""
_OF_ITS_OWN = re.compile(
    r"(?:(?:not\s+)?(?!(?:smoking|vaping)\b)\w{2,}ing\s|(?:better|daily|enough|exercise|fewer|good|less|more|no|regular|weight loss)\b)",
    re.IGNORECASE,
)
"""How a thing begins that stands beside what is kept down, and is not kept down with it."""
_DETERMINED = re.compile(r"(?:the|a|an|your|his|her|their|our|my)\b", re.IGNORECASE)


_JOINT = re.compile(rf"\s+(?:and\s+|or\s+{_BOUND})")


def _by_commas(words: str) -> list[str]:
    """Split a list at its commas, and its last item at an "and" or "or" where no comma stands before that."""
    if "(" in words:
        return [words]
    parts = [part for part in re.split(r",\s*", words) if part.strip()]
    last = re.match(r"(?:and|or|as well as)\s+(.+)$", parts[-1], re.DOTALL)
    parts[-1:] = [last[1]] if last else _JOINT.split(parts[-1], maxsplit=1)
    return [item for part in parts if (item := part.strip(_STRIP))]


def _at_commas(words: str) -> list[str]:
    """Split a list at its commas alone."""
    return [item for part in re.split(r",\s*(?:(?:and|or)\s+)?", words) if (item := part.strip(_STRIP))]


_JOINED = re.compile(r"(?:and|or|such as|including)\b", re.IGNORECASE)
_BRACKETED = re.compile(r"\s\((?:[^()]|\([^()]*\))*\)")


_LED_AGAIN = re.compile(r"(?:,|,? (?:and|or)) (by|to|from|through) ")
"""Where the preposition before a list leads a further item of it ("by X, or by Y")."""
_OR_WHO = re.compile(
    r",? or who (?:(?:are|have|has|had|is|were) )?"
    r"|,? (?:and|or) (?:those|people|anyone|women|men|adults|children|patients) (?:who|with) (?:(?:are|have|has|had|is|were) )?"
)
"""Where other people begin whom something else tells apart ("who are in A or who have B", "travelers and people who sleep outside")."""
_BOTH = re.compile(
    r"(?:\w+ )?(?:men|women|boys|girls|children) and (?:men|women|boys|girls|adults) (?:who|with)\b", re.IGNORECASE
)
"""People whom the same words tell apart ("men and women who smoke")."""


def things(words: str) -> list[str]:
    """Split a list of things into its items; what is named under one head ("mutations in the A, B or C gene") stays whole.

    What stands in brackets belongs to the item before it.
    """
    if semicolons.SIGN in words:
        return semicolons.items(words)
    if _BOTH.match(words) or (" and who " in words and "," not in words):
        # "Who smoke and who are on the pill": they do both.
        return [words]
    if len(others := _OR_WHO.split(words)) > 1 and "," not in words:
        return [thing for other in others for thing in things(other)]
    if (led := _LED_AGAIN.search(words)) and f" {led[1]} " not in words[: led.start() + 1]:
        first, rest = words[: led.start()], words[led.end() :]
        return [*things(first), *things(rest)]
    brackets = [] if "(" not in words else _BRACKETED.findall(words)
    if not brackets or all(_SHORT_NAME.fullmatch(bracket) for bracket in brackets):
        return _things(words)
    marked = _BRACKETED.sub("\x00", words)
    if "(" in marked or (marked.count(",") < 2 and "such as" not in marked):
        return [words]
    items = _things(marked)
    if len(items) == 1 or sum(item.count("\x00") for item in items) != len(brackets):
        return [words]
    if any(_JOINED.match(item) for item in items):
        return [words]
    left = iter(brackets)
    return [re.sub("\x00", lambda _: next(left), item) for item in items]


def _among_others(words: str, example: re.Match[str]) -> list[str]:
    """Split a list one of whose members has an example ("tea, drinks such as milk, or wine"), nothing where it is none."""
    before = words[: example.start()].rstrip()
    if (
        "," not in before.rstrip(",")
        or before.endswith(",")
        or re.search(r"\b(?:and|or)\b", before[: before.rindex(",")])
    ):
        return []
    closed = re.search(r",\s*(?:and|or)\s", words)
    if closed is None or (closed.start() < example.start()) != ("," not in example[1]):
        return []
    items = _at_commas(words)
    return items if len(items) > 2 and all(len(item) > 2 and len(item.split()) < 12 for item in items) else []


_ROLE = re.compile(
    r"(?:an?|the|one of the|another) (?:[\w-]+ ){0,3}(?:causes?|reasons?|signs?|symptoms?|complications?|forms?|types?|sources?)(?: (?:of|for)\b|$)",
    re.IGNORECASE,
)
"""What is said a second time of the subject, no further thing of a list ("a result of X and a leading cause of Y")."""


def _things(words: str) -> list[str]:
    if " - " in words:
        return [item for part in words.split(" - ") if (item := part.strip(_STRIP))]
    example = re.search(r"\bsuch as\s+(.+)$", words, re.DOTALL)
    if example and (within := _among_others(words, example)):
        return within
    if example and not _GENERIC.search(_BEHIND_A_HEAD.split(words[: example.start()])[0].strip(_STRIP)):
        return [words]
    if example and re.search(r"\b(?:and|or)\b", words[: example.start()]):
        # Examples of one member of a list: only commas part its members, and "or" belongs to what stands beside it.
        return [words] if ", such as" in words else _at_commas(words)
    whole = _SHORT_NAME.sub("", example[1] if example else words)
    if len(done := doings.parted(whole)) > 1:
        return done
    items = _by_commas(whole) if whole.count(",") > 1 else listed(whole, 4 if _RELATIVE.search(whole) else 7)
    lone = len(items) == 2 and len(items[1].split()) == 1 and re.search(r"\s(?:in|during|at)\s", items[0])
    if len(items) == 2 and not example and (" of " in items[0] or lone):
        return [words]
    if (
        len(items) < 2
        or ("," not in words and len(re.findall(r"\band\b", words)) > 1)
        or (len(items) == 2 and not example and re.search(r"\bor\b", words))
    ):
        return [words]
    if any(len(item) < 3 for item in items):
        return [words]
    if len(items) == 2 and " " not in items[0] and not re.search(r"\b(?:and|or|nor|plus)\b", words):
        # "Small, thin women" are one group.
        return [words]
    if any(re.search(r"\b(?:you|it|they|we)\b", item, re.IGNORECASE) for item in items[:-1]):
        return [words]
    if _PEOPLE.search(items[-1]) and all(_KIND_OF_PEOPLE.match(item) for item in items[:-1]):
        return [words]
    if len(items) > 2 and len(items[-1].split()) > 1 and all(re.fullmatch(r"\w+ing", item) for item in items[:-1]):
        # What is done to one thing ("breathing, touching or swallowing dust").
        return [words]
    if _SHARED_TAIL.search(items[-1]) and not _SHARED_TAIL.search(items[0]):
        return [words]
    if any(_PREDICATE.match(item) for item in items[1:]):
        return [words]
    if role := next((at for at, item in enumerate(items) if at and _ROLE.match(item)), 0):
        return items[:role]
    own_heads = all(_DETERMINED.match(item) for item in items[1:]) or all(doings.DOING.match(item) for item in items)
    if (_SHARED_HEAD.search(items[0]) and not own_heads) or any(item.isupper() for item in items[1:]):
        return [words]
    if _UNDOING.match(items[0]) and not all(_OF_ITS_OWN.match(item) for item in items[1:]):
        # "Treating X and Y": what is done is done to both.
        return [words]
    if _KIN.search(items[0]) and _OF_KIN.match(items[-1]):
        # "A mother, sister or daughter with it": they all have it.
        return [words]
    if any(item.lower().startswith("including ") for item in items[1:]):
        return [words]
    heads = [items[0].split()[-1], *items[1:-1]]
    if all(" " not in head and _ADJECTIVE.match(head) for head in heads) and len(items[-1].split()) > 1:
        # "A mix of genetic and dietary causes": what is behind the last of the adjectives belongs to all of them.
        return [words]
    return items


_RELATED = r"(?:mother|father|parent|sister|brother|sibling|son|daughter|child|aunt|uncle|cousin|grandparent|grandmother|grandfather|relative)s?"
_KIN = re.compile(rf"\b{_RELATED}$", re.IGNORECASE)
_OF_KIN = re.compile(rf"(?:an? |other )?(?:[\w-]+ )?{_RELATED} (?:with|who)\b", re.IGNORECASE)

_ASIDE = re.compile(
    r"(?:,| -+| \u2013| \u2014|;)\s*(?:above all|especially|particularly|in particular|even if|even when|maybe|perhaps|possibly|although|though|but|"
    r"whether that|whether you|because|since|which|the longer|the more|no matter|whatever|however)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


_LABELLED = re.compile(r"^(\S+(?:\s\S+){0,4})\s+(?:-{1,2}|\u2013|\u2014)\s+.*$", re.DOTALL)


def item(text: str) -> str:
    """Return the words of a list item as a thing: on one line, without marks, a condition's "if" and an aside behind it."""
    words = " ".join(text.split()).strip(" .,;:*_")
    words = _LABELLED.sub(r"\1", words)
    shorter = re.sub(r"^(?:if|when) ", "", _ASIDE.sub("", words), flags=re.IGNORECASE).strip(" .,;:*_")
    return shorter or words


_PREMISE = re.compile(r"((?:you|your|he|she|they|people)\b[^,]*),\s+(?!and\b|or\b)\w", re.IGNORECASE)


def premise(words: str) -> str:
    """Return the condition that advice is given under ("you smoke, quit": "you smoke"), else the words."""
    match = _PREMISE.match(words)
    return match[1] if match and " or " not in words else words


def is_nameless(words: str) -> bool:
    """Tell whether words name nothing by themselves ("certain disorders", "other factors")."""
    return _NAMELESS.fullmatch(words) is not None


def is_of_people(words: str) -> bool:
    """Tell whether a phrase is of people ("older women"), whom "it" never means."""
    return bool(_PEOPLE.search(words))


def is_plural(words: str) -> bool:
    """Tell whether a phrase is of many, by the end of its head."""
    start = re.split(r"\s+(?:in|of|with|who|that|for|to|at|on)\s+", words, maxsplit=1)[0]
    return start.endswith("s") and not start.endswith(("ss", "us", "is")) and not start.isupper()


_FOR_WHOM = frozenset((
    "for", "in", "if", "once", "when", "among", "at", "with", "after", "by", "inside", "within", "it", "this",
    "that", "falls", "drops", "rises",
))  # fmt: skip


def goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether a figure is only given for others than the one before it ("; 30% for those with ..", ", and for men 20%")."""
    units = sentence.units
    if at + 1 < len(units) and units[at + 1].word in _FOR_WHOM and not units[at + 1].type:
        return True
    first = at
    while (
        first > 0 and not units[first - 1].edge and (units[first - 1].type or units[first - 1].word not in (",", "and"))
    ):
        first -= 1
    return first < at and units[first].word in _FOR_WHOM and not units[first].type
