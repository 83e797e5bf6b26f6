"""The language of rules: phrases with slots compiled to regular expressions over encoded units, and frames.

    (a|b)   one of these            word?   may be left out (also after a bracket)
    <name>  a word of that class    {name}  a mention of that type, or an open slot of the kind
    {_name} a mention that must be there and is not read     {name-clause}  an open slot that may hold a clause
    ...     up to twelve units      ..      up to four
    ^ $     the edges of a clause

Fillers (determiners, adverbs, auxiliaries, cues) are passed over between any two elements.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from lint.claims import Kind
from lint.errors import PackError
from lint.language.encoding import (
    CLAUSE_END,
    CLAUSE_START,
    SKIP,
    SKIP_TO_THING,
    START,
    UNIT,
    class_codes,
    class_regex,
    either_regex,
    type_regex,
    type_signs,
    word_regex,
    word_sign,
)
from lint.language.features import Needs
from lint.language.phrases import words as name_words
from lint.language.starts import first_words
from lint.language.units import MENTIONS
from lint.pack_entries import Pattern
from lint.packs import Packs

OPEN_LIMIT = 24
STANDING = (
    "form-heading",
    "disease-heading",
    "therapy-heading",
    "site-label",
    "form-said",
    "form-lead",
    "form-asked",
    "table",
    "term",
    "question",
    "label",
    "column",
)
"""What may be needed beside the topics of the packs: that a heading names a form of the disease, another disease than the page's own or a drug, that a form
was named last, leads the sentence in or was asked about, that a term is being defined, that a row of a table is read, that
a question is read for what it asks, that a label stands before what is said of it, with the head of its column between."""
_ACCEPTS: Mapping[str, tuple[str, ...]] = {
    "site": ("site", "items"), "share": ("share", "most"), "sites": ("site", "items"), "therapy": ("therapy", "items"),
    "condition": ("condition", "formed"), "form": ("subtype", "marker", "formed"),
}  # fmt: skip
_TOKEN = re.compile(r"\{(_?[\w-]+)\}|<([\w-]+)>|(\.\.\.|\.\.)|([()|?^$])|([^\s(){}<>|?^$]+)")


_FIRSTS: dict[str, frozenset[str] | None] = {}
"""Of the expressions that were asked for: few sentences need many rules."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a pattern, compiled: ``slots`` name the groups in order, ``needs`` what a sentence must have."""

    pattern: Pattern
    source: str
    slots: tuple[str, ...]
    needs: Needs
    own_negation: bool
    text: str
    place: tuple[int, int]
    nouns: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    """The word classes of the packs."""
    order: tuple[tuple[str, ...], ...] = ()
    """Signs of which one of each must stand in an encoded sentence, in this order."""
    at_edge: bool = False
    """Whether a match begins where a clause does."""
    lead: str = ""
    """The open slot that stands before everything else: the words up to the match, so the expression leaves it out."""

    @property
    def firsts(self) -> frozenset[str] | None:
        """The words of which one must begin a match, behind fillers; None where others may."""
        if self.source not in _FIRSTS:
            tokens = list(_TOKEN.finditer(self.text))
            _FIRSTS[self.source] = first_words(tokens[1 if self.lead else 0 :], self.classes)
        return _FIRSTS[self.source]

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when the first sentence asks for it: few sentences need many rules."""
        return compiled(self.source)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """Compile an expression once."""
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class FrameItem:
    """One thing that a frame looks for: a mention ("share"), or any of word classes and types of mention that only must be
    there; ``optional`` ones may be inherited."""

    mention: str
    classes: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern whose parts may stand in any order in one clause; its first item is the value that it reads."""

    pattern: Pattern
    items: tuple[FrameItem, ...]
    without: tuple[str, ...]
    needs: Needs
    goes_on: bool = False
    """Whether it reads a figure alone, of which a statement before it told what it is of: the figure says nothing else then."""


def compile_patterns(packs: Packs) -> list[Phrase | Frame]:
    """Compile the patterns of packs. Raises PackError with the place of a pattern for anything that is wrong in it."""
    codes = class_codes(packs.classes)
    denials = frozenset(word for cue in packs.cues if cue.kind == "negation" for word in cue.words)
    return [rule for pattern in packs.patterns for rule in _compiled(pattern, packs, codes, denials)]


def _compiled(
    pattern: Pattern, packs: Packs, codes: Mapping[str, Mapping[int, str]], denials: Set[str]
) -> list[Phrase | Frame]:
    kind = packs.kinds.get(pattern.kind)
    if kind is None:
        raise _error(pattern, f"there is no kind {pattern.kind!r}; the kinds are: {', '.join(sorted(packs.kinds))}")
    for name in pattern.sets:
        if name not in _settable(kind):
            raise _error(
                pattern, f"{pattern.kind} has no slot {name!r} to set; it has: {', '.join(sorted(_settable(kind)))}"
            )
    for name in pattern.needs:
        if (
            name not in STANDING
            and name.removeprefix("lead=") not in packs.topics
            and name.removeprefix("before=") not in packs.topics
            and name.removeprefix("asked=") not in packs.topics
            and name.removeprefix("bare=") not in packs.topics
            and name.removeprefix("after=") not in packs.kinds
        ):
            raise _error(pattern, f"there is no topic {name!r}; the topics are: {', '.join(sorted(packs.topics))}")
    for slot, classes in (*pattern.holds.items(), *pattern.lacks.items()):
        if slot not in {s.name for s in kind.slots}:
            raise _error(pattern, f"{pattern.kind} has no slot {slot!r}")
        for name in classes:
            if name not in packs.classes and name not in MENTIONS and name not in _ACCEPTS and name != "topic":
                raise _error(pattern, f"there is no word class {name!r}")
    if pattern.finds:
        return [_frame(pattern, kind, packs)]
    return [
        _Compiler(pattern, kind, packs, codes, denials, text, place).phrase()
        for text, place in zip(pattern.says, pattern.says_at, strict=True)
    ]


def _settable(kind: Kind) -> set[str]:
    return {slot.name for slot in kind.slots} | {"certainty", "polarity", "topic", "stage"}


def _error(pattern: Pattern, message: str, place: tuple[int, int] | None = None) -> PackError:
    line, column = place or (pattern.line, pattern.column)
    return PackError(f"pattern {pattern.id!r}: {message}", pattern.path, line, column)


def _frame(pattern: Pattern, kind: Kind, packs: Packs) -> Frame:
    items, required = [], set()
    for text in pattern.finds:
        match = re.fullmatch(r"(?:\{([\w-]+)\}|<([\w|-]+)>)(\?)?", text)
        if match is None:
            raise _error(pattern, f"{text!r} is neither a {{mention}} nor a <class>")
        mention, classes = match[1] or "", tuple((match[2] or "").split("|")) if match[2] else ()
        if mention and mention not in (*MENTIONS, "figure", "half") and mention not in _ACCEPTS:
            raise _error(pattern, f"there is no mention {{{mention}}}; there are: {', '.join(MENTIONS)}")
        for name in classes:
            if name not in packs.classes and name not in MENTIONS:
                raise _error(pattern, f"there is no word class <{name}>")
        items.append(FrameItem(mention, classes, bool(match[3])))
        if not match[3]:
            if mention:
                required.add(f"{{{'share' if mention in ('figure', 'half') else mention}}}")
            elif len(classes) == 1 and classes[0] in packs.classes:
                required.add(f"<{classes[0]}>")
    for name in pattern.without:
        if name not in packs.classes and name not in MENTIONS:
            raise _error(pattern, f"there is no word class {name!r}")
    if not items or not items[0].mention:
        raise _error(pattern, "the first of 'finds' is the mention that is read, such as {share}")
    # What a share is of may differ each time; how long people live is all that is said of it.
    goes_on = len(items) == 1 and kind.slot("measure") is not None
    return Frame(pattern, tuple(items), pattern.without, Needs(frozenset(required), topics=pattern.needs), goes_on)


def _branches(words: Set[str], any_of: Sequence[tuple[frozenset[str], ...]]) -> Sequence[frozenset[str]]:
    """Return what an alternative needs: all of its own words, or else those of one of the alternatives within."""
    return (frozenset(words),) if words else min(any_of, key=len)


class _Compiler:
    """Reads one phrase from left to right."""

    def __init__(
        self,
        pattern: Pattern,
        kind: Kind,
        packs: Packs,
        codes: Mapping[str, Mapping[int, str]],
        denials: Set[str],
        text: str,
        place: tuple[int, int],
    ) -> None:
        self.pattern, self.kind, self.packs, self.codes = pattern, kind, packs, codes
        self.text, self.place = text, place
        self.tokens = [match for match in _TOKEN.finditer(text)]
        self.at = 0
        self.slots: list[str] = []
        self.required: set[str] = set()
        self.any_of: list[tuple[frozenset[str], ...]] = []
        self.order: list[tuple[str, ...]] = []
        self.denials = denials
        self.own_negation = any(
            " " in word and word in text and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
            for word in denials
        )
        self.clauses: set[str] = set()
        self.open_slots = {slot.name for slot in kind.slots if slot.type == "words"}

    def phrase(self) -> Phrase:
        leftover = _TOKEN.sub("", self.text).strip()
        if leftover:
            raise self.error(f"{leftover!r} is not understood")
        lead = self.leading()
        body = self.sequence(required=True)
        if self.at < len(self.tokens):
            raise self.error("a bracket closes that was not opened")
        if not self.required and not self.any_of and re.match(body, ""):
            raise self.error("nothing in it must be there: a phrase needs a word, a <class> or a {mention}")
        return Phrase(
            self.pattern,
            START + body,
            tuple(self.slots),
            Needs(frozenset(self.required), tuple(self.any_of), self.pattern.needs),
            self.own_negation,
            self.text,
            self.place,
            frozenset(s.name for s in self.kind.slots if s.noun),
            frozenset(self.clauses),
            frozenset(re.findall(r"[a-z]+", self.text)),
            self.packs.classes,
            tuple(self.order),
            self.tokens[0][4] == "^",
            lead,
        )

    def leading(self) -> str:
        """Take an open slot for a thing from the beginning of the phrase, "" where there is none."""
        name = self.tokens[0][1] if self.tokens else None
        slot = self.kind.slot(name) if name else None
        if slot is None or not slot.noun or len(self.tokens) < 2 or self.tokens[1][4] == "?":
            return ""
        self.at = 1
        return slot.name

    def error(self, message: str) -> PackError:
        return _error(self.pattern, f"“{self.text}”: {message}", self.place)

    def sequence(self, *, required: bool) -> str:
        """Read elements up to a bar, a closing bracket or the end; of what alternatives need, one is required."""
        branches: list[list[str]] = [[]]
        outer, needs = (self.required, self.any_of), [(set[str](), list[tuple[frozenset[str], ...]]())]
        self.required, self.any_of = needs[0]
        before, orders = self.order, [list[tuple[str, ...]]()]
        self.order = orders[0]
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            sign = token[4]
            if sign == ")":
                break
            self.at += 1
            if sign == "|":
                branches.append([])
                needs.append((set(), []))
                self.required, self.any_of = needs[-1]
                orders.append([])
                self.order = orders[-1]
                continue
            optional = self.peek_optional(sign == "(")
            piece = self.element(token, required=required and not optional)
            if optional:
                self.at += 1
                piece = f"(?:{piece})?"
            branches[-1].append(piece)
        self.required, self.any_of = outer
        self.order = before
        if len(orders) == 1:
            self.order += orders[0]
        elif all(orders):
            self.order.append(tuple(sign for signs in orders for sign in signs[0]))
        if len(needs) == 1:
            self.required |= needs[0][0]
            self.any_of += needs[0][1]
        elif required and all(words or any_of for words, any_of in needs):
            self.any_of.append(
                tuple(dict.fromkeys(branch for words, any_of in needs for branch in _branches(words, any_of)))
            )
        return either_regex(["".join(branch) for branch in branches])

    def peek_optional(self, bracket: bool) -> bool:
        at = self.at
        if bracket:
            depth = 1
            while at < len(self.tokens) and depth:
                depth += (self.tokens[at][4] == "(") - (self.tokens[at][4] == ")")
                at += 1
        return at < len(self.tokens) and self.tokens[at][4] == "?"

    def element(self, token: re.Match[str], *, required: bool) -> str:
        mention, class_, gap, sign, word = token.groups()
        if sign == "(":
            body = self.sequence(required=required)
            if self.at >= len(self.tokens):
                raise self.error("a bracket is not closed")
            self.at += 1
            return body
        if sign == "^":
            return CLAUSE_START + SKIP
        if sign == "$":
            return CLAUSE_END
        if sign:
            raise self.error(f"{sign!r} stands at the wrong place")
        if gap:
            return f"(?:{UNIT}){{0,{12 if gap == '...' else 4}}}?"
        if mention:
            slot = self.kind.slot(mention.split("-")[0])
            skip = SKIP_TO_THING if slot is not None and slot.noun else SKIP
            return skip + self.mention(mention, required=required)
        if class_:
            if class_ not in self.packs.classes:
                raise self.error(f"there is no word class <{class_}>")
            if required:
                self.required.add(f"<{class_}>")
                self.order.append(tuple(self.codes[class_].values()))
            return SKIP + class_regex(self.codes[class_])
        if required:
            self.required.update(name_words(word))
            self.order += [(word_sign(one),) for one in name_words(word)]
        if word.lower() in self.denials:
            self.own_negation = True
        return SKIP + word_regex(word)

    def mention(self, name: str, *, required: bool) -> str:
        if name.startswith("_") and (name[1:] in MENTIONS or name[1:] in _ACCEPTS):
            types = _ACCEPTS.get(name[1:], (name[1:],))
            if required:
                self.order.append(type_signs(types))
            return type_regex(types)
        if name in MENTIONS or name in _ACCEPTS:
            self.slots.append(name)
            types = _ACCEPTS.get(name, (name,))
            if required:
                self.required.add("{" + types[0] + "}" if len(types) == 1 else "{" + "|".join(types) + "}")
                self.order.append(type_signs(types))
            return f"({type_regex(types)})"
        base = name.split("-")[0]
        if base not in self.open_slots:
            there = ", ".join(sorted(self.open_slots | set(MENTIONS)))
            raise self.error(
                f"{{{name}}} is neither a mention nor an open slot of {self.kind.name}; there are: {there}"
            )
        self.slots.append(base)
        if name.endswith("-clause"):
            self.clauses.add(base)
        return f"((?:{UNIT}){{1,{OPEN_LIMIT}}}{'?' if self.more() else ''})"

    def more(self) -> bool:
        """Whether anything follows that an open slot must stop before."""
        depth = 0
        for token in self.tokens[self.at :]:
            if token[4] == "(":
                depth += 1
            elif token[4] == ")":
                depth -= 1
            elif token[4] == "?":
                continue
            elif token[4] == "|" and depth <= 0:
                return self.after_bracket()
            else:
                return True
        return False

    def after_bracket(self) -> bool:
        depth, seen = 0, False
        for token in self.tokens[self.at :]:
            depth += (token[4] == "(") - (token[4] == ")")
            if depth < 0:
                seen = True
                depth = 0
            elif seen and token[4] not in (")", "?"):
                return True
        return False
