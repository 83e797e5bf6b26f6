"""The scan: one pass over the distinct words of a text, and the rules that those words call for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from lint.claims import Claim
from lint.documents.document import Document
from lint.terms.confusions import Confusions
from lint.terms.data import Knowledge
from lint.terms.frames import Frames
from lint.terms.hits import Hit, apart, claim, parted
from lint.terms.joined import Joined
from lint.terms.mixed import Mixed
from lint.terms.residue import Remains
from lint.terms.shape import like
from lint.terms.spelling import Guess, Spelling
from lint.terms.substitutes import Substitutes
from lint.terms.words import WordLists

WORD = re.compile(r"[^\W\d_]{2,}")
_TITLES = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Sir|Miss|Professor|Doctor|de|van|von|la|el|et|&)\.?|\b[A-Z]\.)[ -]?$"
)
_LATIN = re.compile(r"(?:us|um|a|ae|i|is|are|orum|ans|ens)\Z")
_GENUS = re.compile(r"\b[A-Z](?:[a-z]{2,}(?:us|um|a|is|es|as|ys|ma|er|os|ix|ium)|\.) (?:[a-z]+ )?\Z")
_CAMEL = re.compile(r"[A-Z]?[a-z]{3,}[A-Z][a-z]{3,}\Z")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a word: a guess, the words that were joined, or a lost apostrophe."""

    kind: Literal["spelling", "joined", "eponym"]
    right: str
    guess: Guess | None = None


class Terms:
    """The vocabularies of terms, and the checks that they allow.

    ``digest`` is the hash of the files that were read.
    """

    def __init__(self, knowledge: Knowledge, words: WordLists, digest: str = "") -> None:
        self.knowledge = knowledge
        self.digest = digest
        self._words = words
        self._spelling = Spelling(knowledge, words)
        self._joined = Joined(knowledge, words)
        self._substitutes = Substitutes(knowledge)
        self._frames = Frames(knowledge)
        self._confusions = Confusions(knowledge)
        self._mixed = Mixed(knowledge.variants)
        self._residue = Remains(knowledge)
        self._right: set[str] = set()
        self._verdicts: dict[str, Verdict] = {}

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the term errors of a document as claims, in the order of the text."""
        starts = [block.start for block in document.blocks]
        found = []
        for hit in self.hits(document):
            block = max(0, bisect_right(starts, hit.start) - 1)
            if hit.start < hit.end and document.segments and not parted(document, hit):
                found.append(claim(document, hit, block))
        return tuple(found)

    def hits(self, document: Document) -> list[Hit]:
        """Return the wrong words of a document, none overlapping another."""
        text = document.text
        low = text.lower()
        if len(low) != len(text):  # a letter whose lower case is longer: keep the offsets
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        forms = set(WORD.findall(text))
        have = {form.lower() for form in forms}
        hits = [
            *self._residue.hits(document, low),
            *self._residue.digits(text, self._words.medical),
            *self._substitutes.hits(text, low, have),
            *self._frames.hits(text, have),
            *self._confusions.hits(text, low, have),
            *self._words_hits(text, forms),
        ]
        kept = apart(hits)
        return apart([*kept, *(hit for hit in self._mixed.hits(text, have) if not _overlaps(hit, kept))])

    def _words_hits(self, text: str, forms: set[str]) -> Iterator[Hit]:
        for form in forms - self._right:
            verdict = self._verdicts.get(form)
            if verdict is None:
                verdict = self._judge(form)
                if verdict is None:
                    self._right.add(form)
                    continue
                self._verdicts[form] = verdict
            # A figure may be glued to a misspelt word ("2diabetis").
            before = r"(?<![^\W\d_])" if verdict.kind == "spelling" and len(form) > 6 else r"(?<!\w)"
            for match in re.finditer(rf"{before}{form}(?!\w)", text):
                hit = self._hit(verdict, form, text, match.start(), match.end())
                if hit:
                    yield hit

    def _judge(self, form: str) -> Verdict | None:
        word = form.lower()
        if _CAMEL.match(form):
            return self._camel(form)
        if not form.isascii() and not self._spelling.right(word):
            return None
        if (
            len(word) < 5
            or (len(word) == 5 and form != word)
            or (form != word and form != word.capitalize() and form != word.upper())
        ):
            return None
        if word.endswith("s") and word[:-1] in self.knowledge.eponyms and word not in self.knowledge.right:
            return Verdict("eponym", f"{form[:-1]}'s")
        if self._spelling.right(word):
            return None
        article = self._joined.article(word)
        if article:
            return Verdict("joined", " ".join(article))
        guess = self._spelling.guess(word)
        split = self._joined.split(word) if form in (word, word.capitalize()) else None
        # "weheather" is no "we heather", and "refreshin" no "refresh in": a letter went wrong.
        short = split is not None and min(map(len, split)) < 4 and split[-1] != "is"
        spelt = short and self._spelling.near_everyday(word)
        parts = None if spelt else split
        if guess and not (parts and (guess.cost > 0.6 or len(parts[-1]) == 1)):
            return Verdict("spelling", guess.right, guess)
        return Verdict("joined", " ".join(parts)) if parts else None

    def _camel(self, form: str) -> Verdict | None:
        left, right = re.findall(r"[A-Z]?[a-z]+", form)[:2]
        words = self._words
        if all(part.lower() in words.common or part.lower() in words.medical for part in (left, right)):
            medical = left.lower() in words.medical, right.lower() in words.medical
            if all(medical) or (any(medical) and len(form) > 13):
                return Verdict("joined", f"{left} {right}")
        return None

    def _hit(self, verdict: Verdict, form: str, text: str, start: int, end: int) -> Hit | None:
        around = text[max(0, start - 1) : start], text[end : end + 2]
        if around[0] in ("@", "/", "#", "_", ".", "\\", "=") or (around[1][:1] in ("@", "/", "_", "=", "\\")):
            return None
        if around[1][:1] == "." and around[1][1:].isalpha() and around[1][1:].islower():
            return None
        if verdict.kind == "eponym":
            following = WORD.match(text, end + 1)
            if not following or following.group().lower() not in self.knowledge.eponym_heads or text[end] not in " \n":
                return None
            return Hit(start, end, verdict.right, "misspelling", True, "a lost apostrophe")
        if verdict.kind == "joined":
            if form[0].isupper() and not self._opens(text, start) and not _CAMEL.match(form):
                return None
            return Hit(start, end, like(verdict.right, form), "residue", False, "words run together")
        guess = verdict.guess
        assert guess is not None
        if self._latin(form, text, start) or (form.endswith("o") and around[1][:1] == "-"):
            return None
        if form[0].isupper() and not self._opens(text, start) and not self._title(guess, form, text, start, end):
            return None
        return Hit(
            start,
            end,
            like(guess.right, form),
            "misspelling",
            guess.sole and guess.cost <= 1.0 and len(form) > 6,
            "near a medical word",
        )

    @staticmethod
    def _opens(text: str, start: int) -> bool:
        """Tell whether a word begins a sentence, an item or a block."""
        before = text[max(0, start - 3) : start].rstrip(" \"'(*-")
        return not before or before[-1] in ".!?:\n\u2022"

    @staticmethod
    def _latin(form: str, text: str, start: int) -> bool:
        """Tell whether a word may be the second of a Latin name ("Babesia microti")."""
        return form.islower() and bool(_LATIN.search(form)) and bool(_GENUS.search(text, max(0, start - 24), start))

    @staticmethod
    def _title(guess: Guess, form: str, text: str, start: int, end: int) -> bool:
        """Tell whether a capital word inside a sentence is a misspelling and no name."""
        if text[start - 1 : start] == "-" or _TITLES.search(text[max(0, start - 12) : start]):
            return False
        if form.isupper():
            return len(form) > 6 and guess.cost <= 1.0
        return (guess.cost <= 0.75 and len(form) > 5) or (guess.cost <= 1.2 and len(form) > 9)


def _overlaps(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)
