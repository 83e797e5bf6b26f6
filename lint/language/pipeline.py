"""What cuts sentences into words: spaCy's blank English with medical infixes, or a pipeline of the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from lint.errors import ConfigError
from lint.language.cutting import Cut, Cutter
from lint.language.english import Tables, mark


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
_REMEMBERED = 1 << 16
"""How many runs without a space are kept as they were cut."""

LONGEST = 300
"""Characters of a run without a space from which it is cut."""
_NOTE = re.compile(r"([a-z-]{3,})\.\d{1,2}")
"""A sentence's last word with the number of a footnote."""
_DASHES = frozenset(("\u2013", "\u2014"))
_LONG = re.compile(rf"\S{{{LONGEST + 1}}}")
_PIECE = re.compile(rf"\S{{{LONGEST}}}|(?:\S{{1,{LONGEST - 1}}}(?!\S)|\s)+")


def tokenizer(name: str | None = None) -> Tokenize:
    """Return a function of a text that gives its tokens.

    ``name`` is a spaCy pipeline of the user's own. Raises ConfigError when spaCy does not find it. Without it spaCy is not
    imported where the one that is installed cuts English as the tables that ship with medcopy do.
    """
    if name is None:
        return _shared().tokens
    from spacy.tokenizer import Tokenizer  # type: ignore

    make = _spacy(name)
    return _ByRuns(_asking(make)).tokens if isinstance(make, Tokenizer) else lambda text: Tokens.of(_whole(make, text))


@lru_cache(maxsize=1)
def _shared() -> _ByRuns:
    """Return what cuts texts for all that have no pipeline of their own."""
    tables = Tables.shipped()
    return _ByRuns(Cutter(tables).cut if tables.mark == mark() else _asking(_spacy(None)))


def spacy_tables() -> Tables:
    """Return the tables of the spaCy that is installed."""
    from spacy.lang.norm_exceptions import BASE_NORMS

    tables = Tables.of(_spacy(None), BASE_NORMS)
    return replace(tables, apart=Cutter(tables).taken_apart())


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
    """Cuts a text by its runs without a space, each of which is cut by itself: what a run gives is kept."""

    def __init__(self, cut: Callable[[str], Sequence[Cut]]) -> None:
        self._cut = cut
        self._kept: dict[str, Sequence[Cut]] = {}

    def tokens(self, text: str) -> Tokens:
        """Return the tokens of a text."""
        words, starts, ends = [], [], []
        kept = self._kept
        if len(kept) > _REMEMBERED:
            kept.clear()
        at = 0
        for run in text.split():
            at = text.index(run, at)
            found = kept.get(run) or self._known(run)
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
        elif words and (note := _NOTE.fullmatch(words[-1])):
            # The number of a footnote behind the stop ("of the disease.4") is no part of the last word.
            stop = starts[-1] + len(note[1])
            words[-1:] = [note[1], "."]
            starts.append(stop)
            ends[-1:] = [stop, ends[-1]]
        return Tokens(words, starts, ends)

    def _known(self, run: str) -> Sequence[Cut]:
        """Return the words of a run, as it was cut before where it was: what is long is cut in pieces, many of them alike."""
        found = self._kept.get(run)
        if found is None:
            if len(run) <= LONGEST:
                found = self._cut(run)
            else:
                pieces = ((start, self._known(piece)) for start, piece in _pieces(run))
                found = [(word, start + first, start + last) for start, cut in pieces for word, first, last in cut]
            self._kept[run] = found
        return found


def _asking(make: Callable[[str], Iterable[Any]]) -> Callable[[str], Sequence[Cut]]:
    """Return what asks a tokenizer for the words of a run."""
    return lambda run: tuple(_whole(make, run))


def _whole(make: Callable[[str], Iterable[Any]], text: str) -> Iterable[Cut]:
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
