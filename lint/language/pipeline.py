"""The spaCy pipeline that cuts sentences into words: blank English with medical infixes, or the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from lint.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and signs of a text, lower case, with where each begins and ends in it."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, found: Iterable[tuple[str, int, int]]) -> Tokens:
        """Return the tokens of (word, start, end)."""
        every = list(found)
        return cls([word for word, _, _ in every], [start for _, start, _ in every], [end for _, _, end in every])


Tokenize = Callable[[str], Tokens]
_Cut = tuple[str, int, int]
"""A word or sign with where it begins and ends."""
_REMEMBERED = 1 << 16
"""How many runs without a space are kept as they were cut."""
_RECORDED = 20_000
"""How many of them are kept from run to run."""

LONGEST = 300
"""Characters of a run without a space from which it is cut."""
_DASHES = frozenset(("\u2013", "\u2014"))
_LONG = re.compile(rf"\S{{{LONGEST + 1}}}")
_PIECE = re.compile(rf"\S{{{LONGEST}}}|(?:\S{{1,{LONGEST - 1}}}(?!\S)|\s)+")


_PLAIN = re.compile(
    r"(\()?(?:(?P<word>[A-Z]?[a-z]+|[A-Z]{2,}|[0-9]+(?:[.,][0-9]+)?)(?P<percent>(?<=[0-9])%)?"
    r"|(?P<first>[A-Z]?[a-z]{2,})(?P<dash>-)(?P<last>[a-z]{2,}))([.,;:!?)])?"
)
"""A word, a number or two words with a hyphen, with a sign before or behind: unless such a run is one of spaCy's cases,
it is cut at its signs."""


@dataclass
class Known:
    """How spaCy cuts runs without a space, as far as it was asked: what is known here needs no spaCy.

    ``special`` are the runs that it has rules of their own for, which are not cut by their signs; None where they are
    not known yet.
    """

    special: frozenset[str] | None = None
    runs: dict[str, Sequence[_Cut]] = field(default_factory=dict)
    asked: dict[str, Sequence[object]] = field(default_factory=dict)
    """What spaCy gave for runs that are not plain, each as one list of words and offsets."""
    new: dict[str, Sequence[object]] = field(default_factory=dict)
    """Those of ``asked`` that spaCy gave since this was made."""

    @staticmethod
    def of(record: Mapping[str, Any]) -> Known:
        """Return what a record says; raises KeyError, TypeError, ValueError or AttributeError where it is none."""
        return Known(frozenset(record["special"]), asked=dict(record["asked"].items()))

    def record(self) -> dict[str, object]:
        """Return what is known as JSON values: of many runs, those that were met last."""
        asked = dict(islice(reversed(self.asked.items()), _RECORDED))
        return {"special": sorted(self.special or ()), "asked": dict(reversed(asked.items()))}

    def news(self) -> tuple[frozenset[str] | None, Mapping[str, Sequence[object]]]:
        """Return what was learnt since this was made or last asked for it: a worker tells it to who keeps it."""
        new, self.new = self.new, {}
        return self.special, new

    def add(self, special: frozenset[str] | None, new: Mapping[str, Sequence[object]]) -> None:
        """Take up what another one learnt."""
        self.special = self.special or special
        self.asked.update(new)
        self.new.update(new)

    def cut(self, run: str) -> Sequence[_Cut] | None:
        """Return the cuts of a run that were met before or are plain, None where spaCy has to be asked."""
        told = self.asked.get(run)
        if told is None:
            return self.plain(run)
        return tuple((str(told[at]), int(told[at + 1]), int(told[at + 2])) for at in range(0, len(told), 3))  # type: ignore[call-overload]

    def learn(self, run: str, cuts: Sequence[_Cut]) -> None:
        """Keep what spaCy gave for a run."""
        self.runs[run] = cuts
        self.asked[run] = self.new[run] = [part for cut in cuts for part in cut]

    def plain(self, run: str) -> Sequence[_Cut] | None:
        """Return the cuts of a run that spaCy takes apart by its signs alone, None for any other."""
        match = _PLAIN.fullmatch(run)
        if match is None or self.special is None or run in self.special:
            return None
        parts = [number for number in range(1, _PLAIN.groups + 1) if match[number]]
        whole = run[match.start(1) + 1 if match[1] else 0 : match.start(7) if match[7] else len(run)]
        if not self.special.isdisjoint((whole, (match[1] or "") + whole, whole + (match[7] or ""))):
            return None
        return tuple((match[number].lower(), *match.span(number)) for number in parts)


def tokenizer(name: str | None = None, known: Known | None = None) -> Tokenize:
    """Return a function of a text that gives its tokens.

    ``name`` is a spaCy pipeline of the user's own, whose runs nothing is known of. Raises ConfigError when spaCy does
    not find it. spaCy is imported at the first run that is not ``known``.
    """
    if name is None:
        return _ByRuns(known or _shared()).tokens
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    make = _spacy(name)
    return _ByRuns(Known(), make).tokens if isinstance(make, Tokenizer) else lambda text: Tokens.of(_whole(make, text))


@lru_cache(maxsize=1)
def _shared() -> Known:
    """Return what this process knows where nobody says more."""
    return Known()


@lru_cache(maxsize=2)
def _spacy(name: str | None) -> Any:
    """Return the tokenizer of a pipeline, with medical infixes."""
    import spacy
    from spacy.util import compile_infix_regex, compile_suffix_regex

    if name is None:
        nlp = spacy.blank("en")
    else:
        try:
            nlp = spacy.load(name)
        except OSError as error:
            raise ConfigError(
                f"language.pipeline: spaCy has no pipeline {name!r}; install it, or set it to null"
            ) from error
    defaults = nlp.Defaults
    # Faces such as "):" are signs here.
    nlp.tokenizer.rules = {  # type: ignore
        key: cases
        for key, cases in (nlp.tokenizer.rules or {}).items()  # type: ignore
        if any(sign.isalnum() for sign in key)
    }
    infixes = [
        *(defaults.infixes or ()),
        r"[-/+~=<>|\u2212\u2013\u2014\u2026\[\]()\"]",
        r"(?<=[0-9])%",
        r"(?<=[a-z]),(?=[a-z0-9])",
    ]
    suffixes = [*(defaults.suffixes or ()), r"\+", "-", "\u2212", r"(?<=[0-9][A-Z])\."]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore
    return nlp.tokenizer


class _ByRuns:
    """spaCy's own tokenizer cuts each run without a space by itself: what a run gives is kept."""

    def __init__(self, known: Known, make: Callable[[str], Iterable[Any]] | None = None) -> None:
        self._kept = known
        self._make: Any = make

    def tokens(self, text: str) -> Tokens:
        """Return the tokens of a text."""
        words, starts, ends = [], [], []
        runs = text.split()
        known = self._kept.runs
        if len(known) > _REMEMBERED:
            known.clear()
            self._kept.asked.clear()
        if new := [run for run in dict.fromkeys(runs) if run not in known]:
            self._learn(new)
        at = 0
        for run in runs:
            at = text.index(run, at)
            found = known[run]
            if run in _DASHES and at and at + 1 < len(text):
                found = ((run, 0, 1),)
            for word, first, last in found:
                words.append(word)
                starts.append(at + first)
                ends.append(at + last)
            at += len(run)
        if words and len(words[-1]) == 2 and words[-1][0].isalpha() and words[-1][1] == ".":
            # The letter that ends a name ("type B.") is no abbreviation.
            words[-1:] = [words[-1][0], "."]
            starts.append(ends[-1] - 1)
            ends[-1:] = [ends[-1] - 1, ends[-1]]
        return Tokens(words, starts, ends)

    def _learn(self, runs: Sequence[str]) -> None:
        """Cut runs that were not met before: spaCy those that are not plain, in one go."""
        hard = []
        for run in runs:
            cut = self._kept.cut(run)
            if cut is None:
                hard.append(run)
            else:
                self._kept.runs[run] = cut
        if not hard:
            return
        if self._make is None:
            self._make = _spacy(None)
            self._kept.special = frozenset(self._make.rules)
        found = list(_whole(self._make, " ".join(hard)))
        at = place = 0
        for run in hard:
            end = place + len(run)
            parts: list[_Cut] = []
            while at < len(found) and found[at][1] < end:
                word, first, last = found[at]
                parts.append((word, first - place, last - place))
                at += 1
            self._kept.learn(run, tuple(parts))
            place = end + 1


def _whole(make: Callable[[str], Iterable[Any]], text: str) -> Iterable[_Cut]:
    """Yield the words of a text as a tokenizer cuts them, lower case, with their offsets."""
    for start, piece in _pieces(text):
        for token in make(piece):
            if not token.is_space:
                first = start + token.idx
                yield _word(text, token.text, first) or token.norm_.lower(), first, first + len(token)


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    """Yield the text in pieces, cut in runs without a space that no word is as long as.

    spaCy takes signs off the ends of such a run one by one, in time that grows with the square of its length.
    """
    if not _LONG.search(text):
        return ((0, text),)
    return [(piece.start(), piece[0]) for piece in _PIECE.finditer(text)]


def _word(text: str, token: str, at: int) -> str:
    """Return a dash that stands between spaces, which parts what is on its sides; "" for any other token."""
    apart = text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()
    return token if token in _DASHES and apart else ""
