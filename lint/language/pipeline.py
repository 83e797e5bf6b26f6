"""The spaCy pipeline that cuts sentences into words: blank English with medical infixes, or the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from lint.errors import ConfigError
from lint.language.lexicon import Token

Tokenize = Callable[[str, int], list[Token]]

LONGEST = 300
"""Characters of a run without a space from which it is cut."""
_LONG = re.compile(rf"\S{{{LONGEST + 1}}}")
_PIECE = re.compile(rf"\S{{{LONGEST}}}|(?:\S{{1,{LONGEST - 1}}}(?!\S)|\s)+")


@lru_cache(maxsize=2)
def tokenizer(name: str | None = None) -> Tokenize:
    """Return a function of a sentence and its offset in the document that gives its tokens.

    ``name`` is a spaCy pipeline of the user's own. Raises ConfigError when spaCy does not find it.
    """
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
    make = nlp.tokenizer

    def tokenize(text: str, offset: int) -> list[Token]:
        return [
            Token(
                _word(text, token.text, start + token.idx) or token.norm_.lower(),
                offset + start + token.idx,
                offset + start + token.idx + len(token),
            )
            for start, piece in _pieces(text)
            for token in make(piece)
            if not token.is_space
        ]

    return tokenize


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
    return token if token in ("\u2013", "\u2014") and apart else ""
