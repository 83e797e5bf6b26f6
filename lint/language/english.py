"""What spaCy's English tokenizer goes by, as data: it ships with medcopy, with a mark of the files of spaCy that it comes from."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Parts = Sequence[tuple[str, str]]
"""The words of a run as they are written, and as they are read."""

SHIPPED = Path(__file__).with_name("english.json")
_SOURCES = (
    "lang/char_classes.py",
    "lang/norm_exceptions.py",
    "lang/punctuation.py",
    "lang/tokenizer_exceptions.py",
    "lang/en/punctuation.py",
    "lang/en/tokenizer_exceptions.py",
)
"""The files of spaCy that say how English is cut."""


@dataclass(frozen=True)
class Signs:
    """The expressions of the signs before, behind and within a word."""

    prefix: str
    suffix: str
    infix: str


@dataclass(frozen=True)
class Tables:
    """What the tokenizer goes by: signs, the address of a page, the cases, and how words are read that are no case.

    ``usual`` are the signs for runs that ``USUAL`` matches. ``mark`` is of the files of spaCy that this comes from,
    ``apart`` the cases that their own signs would take apart, with what comes of it: they are put together again.
    """

    signs: Signs
    usual: Signs
    url: str
    cases: Mapping[str, Parts]
    norms: Mapping[str, str]
    mark: str
    apart: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @staticmethod
    def shipped() -> Tables:
        """Return the tables that ship with medcopy."""
        told = json.loads(SHIPPED.read_text(encoding="utf-8"))
        return Tables(Signs(**told.pop("signs")), Signs(**told.pop("usual")), **told)

    @staticmethod
    def of(tokenizer: Any, norms: Mapping[str, str]) -> Tables:
        """Return the tables of a spaCy tokenizer."""
        from spacy.attrs import NORM, ORTH  # type: ignore[import-not-found]

        searches = (tokenizer.prefix_search, tokenizer.suffix_search, tokenizer.infix_finditer)
        signs = [search.__self__.pattern for search in searches]
        cases = {
            case: [(part[ORTH], part.get(NORM, norms.get(part[ORTH], part[ORTH])).lower()) for part in parts]
            for case, parts in tokenizer.rules.items()
        }
        url = tokenizer.url_match.__self__.pattern
        return Tables(Signs(*signs), Signs(*map(_narrowed, signs)), url, cases, norms, mark())

    def text(self) -> str:
        """Return the tables as they ship: a line for each, and for each case."""
        told = {name: _json(value) for name, value in asdict(self).items()}
        told["cases"] = (
            "{\n" + ",\n".join(f"{_json(case)}: {_json(parts)}" for case, parts in self.cases.items()) + "\n}"
        )
        return "{\n" + ",\n".join(f"{_json(name)}: {value}" for name, value in told.items()) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def mark() -> str:
    """Return a mark of how the installed spaCy cuts English, without its import; "" where that cannot be told."""
    found = importlib.util.find_spec("spacy")
    top = Path(found.origin).parent if found and found.origin else Path()
    try:
        return hashlib.sha256(b"\0".join((top / name).read_bytes() for name in _SOURCES)).hexdigest()
    except OSError:
        return ""


_BLOCKS = ((0, 0xFF), (0x2000, 0x206F))
"""The characters of nearly all English text: spaCy's classes hold those of all scripts, and take ten times as long to compile."""
USUAL = re.compile("[{}-{}{}-{}]*".format(*(chr(code) for block in _BLOCKS for code in block)))
_CLASS = re.compile(r"\\.|(\[\^?)((?:\\.|[^\]\\])*)\]")
_MEMBER = re.compile(
    r"(\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|.)(?:-((?:\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|.)))?"
)


def _narrowed(expression: str) -> str:
    """Return an expression whose classes hold the usual characters alone: for runs of these it says the same."""

    def member(match: re.Match[str]) -> str:
        low, high = _code(match[1]), _code(match[2] or match[1])
        if low is None or high is None:
            return match[0]
        kept = [(max(low, first), min(high, last)) for first, last in _BLOCKS if low <= last and first <= high]
        return "".join(re.escape(chr(a)) + (f"-{re.escape(chr(b))}" if a < b else "") for a, b in kept)

    def whole(match: re.Match[str]) -> str:
        if not match[1]:
            return match[0]
        members = _MEMBER.sub(member, match[2])
        return f"{match[1]}{members}]" if members else "(?!)"

    return _CLASS.sub(whole, expression)


def _code(member: str) -> int | None:
    """Return the character that a member of a class stands for, None for one that stands for several."""
    if member[0] != "\\" or len(member) == 1:
        return ord(member)
    if member[1] in "uU":
        return int(member[2:], 16)
    return None if member[1].isalnum() else ord(member[1])
