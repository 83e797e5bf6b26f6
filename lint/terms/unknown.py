"""Unknown words: misspelt, run together, without their apostrophe, or right after all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lint.terms import broken
from lint.terms.data import Knowledge
from lint.terms.hits import Hit
from lint.terms.joined import Joined
from lint.terms.page import Page
from lint.terms.shape import like
from lint.terms.spelling import Guess, Spelling
from lint.terms.words import WordLists

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r" ([^\W\d_]{4,})")
_BEFORE = re.compile(r"([^\W\d_]{4,}) \Z")
_TITLES = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Sir|Miss|Professor|Doctor|de|van|von|la|el|et|&)\.?|\b[A-Z]\.)[ -]?$"
)
_LATIN = re.compile(r"(?:us|um|a|ae|i|is|are|orum|ans|ens)\Z")
_GENUS = re.compile(r"\b([A-Z](?:[a-z]{2,}(?:us|um|a|is|es|as|ys|ma|er|os|ix|ium)|\.)) (?:[a-z]+ )?\Z")
_BODY = re.compile(r" (?:of|for) (?:the )?[A-Z]")
"""What follows a word in the name of a body: "Institute of Health"."""
_INITIALS = re.compile(r",? [A-Z]{1,3}(?![A-Za-z])")
_CAMEL = re.compile(r"[A-Z]?[a-z]{3,}[A-Z][a-z]{3,}\Z")
_AROUND = 250
"""Characters on either side of a word that tell what is spoken of."""
_HEAD = re.compile(r"((?:['\u2019]s)?)[ -]([^\W\d_]+)")
_NAMED = 3
"""A short unknown word that a page writes oftener than this is a name: slips are not repeated so faithfully."""
_ADDRESS = frozenset(("@", "/", "#", "_", ".", "\\", "=", "$"))
"""Signs before a word that make it part of an address, a name of a file or a variable."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a lower-case word; ``camel`` is where a capital would part it into two, 0 for nowhere."""

    kind: Literal["spelling", "joined", "eponym", "short", "part"]
    right: str = ""
    guess: Guess | None = None
    camel: int = 0
    name: str = ""
    """The eponym that the word is near to: what stands behind it decides."""
    choices: tuple[str, ...] = ()
    """What a short word may have meant: the word beside it decides."""


_PART = Verdict("part")
"""What is thought of most unknown words: they are names, or came apart."""


class Unknown:
    """Finds what is wrong with the words that no list holds. Every distinct word is judged once."""

    def __init__(self, knowledge: Knowledge, words: WordLists) -> None:
        self._knowledge = knowledge
        self._words = words
        self._spelling = Spelling(knowledge, words)
        self._joined = Joined(knowledge, words)
        self._verdicts: dict[str, Verdict] = {}

    def wrong(self, word: str) -> bool:
        """Tell whether anything may be wrong with a lower-case word, wherever it stands; it is judged once."""
        verdict = None if word in self.plain else self._judge(word)
        if verdict is not None:
            self._verdicts[word] = verdict
        return verdict is not None

    @cached_property
    def plain(self) -> frozenset[str]:
        """Words that no rule on the shape of a word is asked about."""
        lost = {f"{eponym}s" for eponym in self._knowledge.eponyms} - self._knowledge.right
        return (self._words.common | self._words.medical) - lost

    def hits(self, page: Page, called: Iterable[str]) -> Iterator[Hit]:
        """Yield the wrong words of a text."""
        text, low = page.text, page.low
        for word in called:
            verdict = self._verdicts[word]
            if verdict.kind == "spelling" and len(word) < 8 and low.count(word) > _NAMED:
                continue
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                before, after = low[at - 1 : at], low[end : end + 1]
                # A figure may be glued to a misspelt word ("2diabetis").
                counted = before.isdigit() and (verdict.kind != "spelling" or len(word) < 7)
                if not before.isalpha() and not after.isalnum() and not counted:
                    hit = self._hit(verdict, text[at:end], text, at, end)
                    if hit:
                        yield hit
                at = low.find(word, end)

    def _judge(self, word: str) -> Verdict | None:
        if len(word) < 4:
            return None
        if len(word) == 4:
            return None if self._spelling.right(word) else self._short(word)
        if word.endswith("s") and word[:-1] in self._knowledge.eponyms and word not in self._knowledge.right:
            return Verdict("eponym", f"{word[:-1]}'s")
        if not word.isascii():
            return None
        if self._spelling.known(word):
            return None
        if self._spelling.built(word):
            if pair := self._joined.named(word):
                return Verdict("joined", " ".join(pair))
            guess = self._spelling.near_frequent(word)
            return Verdict("spelling", guess.right, guess) if guess else None
        article = self._joined.article(word)
        if article:
            return Verdict("joined", " ".join(article))
        guess, split, camel = self._spelling.guess(word), self._joined.split(word), self._joined.camel(word)
        name = self._spelling.eponym(word)
        # "weheather" is no "we heather", and "refreshin" no "refresh in": a letter went wrong.
        short = split is not None and min(map(len, split)) < 4 and split[-1] != "is"
        parts = None if short and self._spelling.near_everyday(word) else split
        # "Colonscopy" is no "colons copy": where no small word is among the parts, a letter was left out.
        likelier = 0.9 if guess and guess.sole and len(word) > 8 and not _small(parts) else 0.6
        if guess and not (parts and guess.cost > likelier):
            return Verdict("spelling", guess.right, guess, camel, name)
        if parts:
            sign = "-" if parts[-1] in self._knowledge.hyphened else " "
            return Verdict("joined", sign.join(parts), None, camel)
        if len(word) < 7 and not name:
            return self._short(word) or _PART
        return Verdict("part", camel=camel, name=name) if camel or name else _PART

    def _short(self, word: str) -> Verdict | None:
        choices = self._spelling.short(word)
        return Verdict("short", choices=choices) if choices else None

    def _beside(self, verdict: Verdict, form: str, text: str, start: int, end: int) -> Hit | None:
        """Return the hit of a short word that, read as another, makes a medical name with the word beside it."""
        after = _AFTER.match(text, end)
        before = _BEFORE.search(text, max(0, start - 30), start)
        for right in verdict.choices:
            named = (after and f"{right} {after.group(1).lower()}" in self._words.pairs) or (
                before and f"{before.group(1).lower()} {right}" in self._words.pairs
            )
            if named and (form.islower() or _opens(text, start)):
                return Hit(start, end, like(right, form), "misspelling", False, "near a word of a medical name")
        return None

    def _hit(self, verdict: Verdict, form: str, text: str, start: int, end: int) -> Hit | None:
        before, after = text[max(0, start - 1) : start], text[end : end + 2]
        if before == "/":  # "and/or" is no address
            run = text[max(0, text.rfind(" ", 0, start)) : start]
            before = before if run.count("/") > 1 or "." in run or ":" in run else ""
        if before in _ADDRESS or after[:1] in ("@", "/", "_", "=", "\\"):
            return None
        if after[:1] == "." and after[1:].islower():  # an address on the web
            return None
        if _CAMEL.match(form):
            if not verdict.camel or not form[verdict.camel].isupper():
                return None
            right = f"{form[: verdict.camel]} {form[verdict.camel :]}"
            if text.count(form) > 2 or not self._spoken(right.lower().split(), text, start, end):
                return None  # the name of a thing
            return Hit(start, end, right, "residue", False, "words run together")
        if verdict.name and form[0].isupper():
            named_for = _HEAD.match(text, end)
            if named_for and self._is_head(named_for.group(2)):
                ending = named_for.group(1) or ("'s" if form.endswith("s") and not verdict.name.endswith("s") else "")
                return Hit(start, named_for.end(1), like(verdict.name, form) + ending, "misspelling", False, "a name")
        if verdict.kind == "part":
            found = broken.whole(self._words, text, start, end) if form.islower() else None
            return Hit(*found, "residue", False, "a word that came apart") if found else None
        if verdict.kind == "short":
            return self._beside(verdict, form, text, start, end)
        if form not in (form.lower(), form.upper(), form.capitalize()) or (len(form) == 5 and not form.islower()):
            return None
        if verdict.kind == "eponym":
            following = _WORD.match(text, end + 1)
            if not following or text[end] not in " \n":
                return None
            if not self._is_head(following.group()):
                return None
            return Hit(start, end, f"{form[:-1]}'s", "misspelling", True, "a lost apostrophe")
        named = form[0].isupper() and not _opens(text, start)
        if verdict.kind == "joined":
            first, *_, last = re.split("[ -]", verdict.right)
            name = form[0].isupper() and len(last) < 3 and first not in self._words.medical  # "Josefin"
            if named or form.isupper() or name:
                return None
            if not self._spoken(re.split("[ -]", verdict.right), text, start, end):
                return None
            return Hit(start, end, like(verdict.right, form), "residue", False, "words run together")
        guess = verdict.guess
        if guess is None or self._latin(form, text, start) or (form.endswith("o") and after[:1] == "-"):
            return None
        if named and not _in_title(guess, form, text, start):
            return None
        if form.istitle() and _INITIALS.match(text, end):  # an author
            return None
        rest = guess.right.removeprefix(form.lower())
        behind = text[end + 1 : end + 2 + len(rest)].lower()
        if behind.startswith(rest) and rest != guess.right and not behind[len(rest) :].isalpha():
            return None  # "onabotulinumtoxin A"
        body = guess.sole and len(form) > 7 and bool(_BODY.match(text, end))
        likely = guess.right in self._words.common or (guess.sole and guess.cost < 0.8 and len(form) > 9)
        plain = form.islower() or form.isupper() or body or (not named and likely)
        if plain and guess.cost <= (1.0 if len(form) > 8 else 0.7 if len(form) > 7 and guess.sole else 0.0):
            pass
        elif not self._of_medicine(guess.right if plain else "", text, start, end):
            return None  # of names there is no end
        safe = guess.sole and guess.cost <= 1.0 and len(form) > 6
        return Hit(start, end, like(guess.right, form), "misspelling", safe, "near a medical word")

    def _latin(self, form: str, text: str, start: int) -> bool:
        """Tell whether a word may be the second of a Latin name ("Babesia microti")."""
        if not form.islower() or not _LATIN.search(form):
            return False
        genus = _GENUS.search(text, max(0, start - 24), start)
        first = genus.group(1).lower() if genus else ""
        if first.removesuffix("s") in self._knowledge.eponyms:
            return False
        return bool(first) and (first not in self._words.common or first in self._words.medical)

    def _is_head(self, word: str) -> bool:
        """Tell whether a word follows the name of the one that it was named for."""
        low = word.lower()
        known = self._knowledge
        if low in known.eponym_heads or low in known.eponyms or low.startswith(("disease", "syndrome")):
            return True
        verdict = self._verdicts.get(low)  # the head may be misspelt too
        return bool(verdict and verdict.guess and verdict.guess.right in known.eponym_heads)

    def _spoken(self, parts: Sequence[str], text: str, start: int, end: int) -> bool:
        """Tell whether words that may have run together are said in a text on medicine, or are plainly two."""
        joiners = self._knowledge.joiners
        if any(len(part) > 2 and part in joiners for part in parts):
            return True
        if parts[0].endswith("s") and len(parts[0]) > 4 and len(parts[1]) > 7:  # no compound begins with a plural
            return True
        return any(self._of_medicine(part, text, start, end) for part in parts)

    def _of_medicine(self, right: str, text: str, start: int, end: int) -> bool:
        """Tell whether a word is meant that only medicine has, or stands where medicine is spoken of.

        "Stdout" is no slip of "stout" in the manual of a program.
        """
        clinical = self._words.clinical
        if right in clinical or right.removesuffix("s") in clinical:
            return True
        if right in self._words.medical and right not in self._words.shared:
            return True
        around = text[max(0, start - _AROUND) : start] + " " + text[end : end + _AROUND]
        said = _WORD.findall(around.lower())
        return not clinical.isdisjoint(said) or not clinical.isdisjoint(word.removesuffix("s") for word in said)


def _small(parts: Sequence[str] | None) -> bool:
    """Tell whether one of the words that may have run together is a small one."""
    return parts is not None and min(map(len, parts)) < 4


def _opens(text: str, start: int) -> bool:
    """Tell whether a word begins a sentence, an item or a block."""
    before = text[max(0, start - 3) : start].rstrip(" \"'(*-")
    return not before or before[-1] in ".!?:\n\u2022"


def _in_title(guess: Guess, form: str, text: str, start: int) -> bool:
    """Tell whether a capital word inside a sentence is a misspelling and no name."""
    if text[start - 1 : start] == "-" or _TITLES.search(text[max(0, start - 12) : start]):
        return False
    if form.isupper():
        return len(form) > 6 and guess.cost <= 1.0
    if guess.sole and len(form) > 7 and _BODY.match(text, start + len(form)):
        return True
    return (guess.cost <= 0.75 and len(form) > 5) or (guess.cost <= 1.2 and len(form) > 9)
