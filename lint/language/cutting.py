"""How spaCy cuts a run without a space into words, by its own tables: what it gives without the time that it takes to start.

Its tokenizer takes signs off both ends of a run, one by one, until what is left is a case that it has a rule for or has no sign
to take off, and cuts the rest at the signs within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lint.language.english import USUAL, Parts, Signs, Tables

Cut = tuple[str, int, int]
"""A word or sign with where it begins and ends."""

_PLAIN = re.compile(
    r"(\()?(?:(?P<word>[A-Z]?[a-z]+|[A-Z]{2,}|[0-9]+(?:[.,][0-9]+)?)(?P<percent>(?<=[0-9])%)?"
    r"|(?P<first>[A-Z]?[a-z]{2,})(?P<dash>-)(?P<last>[a-z]{2,}))([.,;:!?)])?"
)
"""A word, a number or two words with a hyphen, with a sign before or behind: unless such a run is one of the cases, it is cut at
its signs. Most runs are such, and this is the quickest way to tell."""


@dataclass(frozen=True)
class _Compiled:
    """The expressions of the signs before, behind and within a word."""

    prefix: re.Pattern[str]
    suffix: re.Pattern[str]
    infix: re.Pattern[str]

    @classmethod
    def of(cls, signs: Signs) -> _Compiled:
        """Compile the expressions of signs."""
        return cls(re.compile(signs.prefix), re.compile(signs.suffix), re.compile(signs.infix))


_MAY_BE_AN_ADDRESS = re.compile(r"\.[^\W\d_A-Z]{2}|(?:\.\d+){3}")
"""What every address of spaCy's has: the expression of one takes longer to compile than a page to read."""


class Cutter:
    """Cuts runs by tables, as ``spacy.tokenizer.Tokenizer`` does."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._cases = tables.cases

    def cut(self, run: str) -> Sequence[Cut]:
        """Return the words of a run, lower case, each with where it begins and ends."""
        return self.plain(run) or tuple(_placed(self._with_cases(self._parts(run))))

    def plain(self, run: str) -> Sequence[Cut] | None:
        """Return the words of a run that is cut by its signs alone, None for any other."""
        match = _PLAIN.fullmatch(run)
        if match is None or run in self._cases:
            return None
        parts = [number for number in range(1, _PLAIN.groups + 1) if match[number]]
        whole = run[match.start(1) + 1 if match[1] else 0 : match.start(7) if match[7] else len(run)]
        if any(one in self._cases for one in (whole, (match[1] or "") + whole, whole + (match[7] or ""))):
            return None
        return tuple((match[number].lower(), *match.span(number)) for number in parts)

    @cached_property
    def _usual(self) -> _Compiled:
        return _Compiled.of(self._tables.usual)

    @cached_property
    def _all(self) -> _Compiled:
        return _Compiled.of(self._tables.signs)

    def _signs(self, run: str) -> _Compiled:
        return self._usual if run.isascii() or USUAL.fullmatch(run) else self._all

    @cached_property
    def _url(self) -> re.Pattern[str]:
        return re.compile(self._tables.url)

    def _parts(self, run: str, cases: bool = True) -> list[tuple[str, str]]:
        """Return the words of a run, of which what is left between its signs may be one of the cases."""
        known: Mapping[str, Parts] = self._cases if cases else {}
        signs = self._signs(run)
        before: list[str] = []
        behind: list[str] = []
        while run and run not in known:
            prefix = signs.prefix.search(run)
            first = len(prefix[0]) if prefix else 0
            if first and run[first:] in known:
                before.append(run[:first])
                run = run[first:]
                break
            suffix = signs.suffix.search(run[first:])
            last = len(suffix[0]) if suffix else 0
            if last and run[:-last] in known:
                behind.append(run[-last:])
                run = run[:-last]
                break
            if not first and not last:
                break
            if first:
                before.append(run[:first])
            if last and first + last <= len(run):
                behind.append(run[-last:])
                run = run[:-last]
            run = run[first:]
        middle = known.get(run) or self._read(self._within(run, signs))
        return [*self._read(before), *middle, *self._read(reversed(behind))]

    def _within(self, run: str, signs: _Compiled) -> Iterator[str]:
        """Yield what a run is cut into at the signs within."""
        if "." in run and _MAY_BE_AN_ADDRESS.search(run) and self._url.match(run):
            yield run
            return
        at = 0
        for sign in signs.infix.finditer(run):
            if sign.start() == 0:
                continue
            if at < sign.start():
                yield run[at : sign.start()]
            yield sign[0]
            at = sign.end()
        if at < len(run):
            yield run[at:]

    def _read(self, words: Iterator[str] | Sequence[str]) -> list[tuple[str, str]]:
        norms = self._tables.norms
        return [(word, norms.get(word, word).lower()) for word in words if word]

    def taken_apart(self) -> Mapping[str, Sequence[str]]:
        """Return the cases that their own signs would take apart, each with the words that come of it."""
        cases = ((case, [word for word, _ in self._parts(case, cases=False)]) for case in self._cases)
        return {case: words for case, words in cases if words != [case]}

    @cached_property
    def _apart(self) -> Mapping[str, Sequence[tuple[Sequence[str], Parts]]]:
        """The cases that were taken apart, by the first word of what came of it."""
        found: dict[str, list[tuple[Sequence[str], Parts]]] = {}
        for case, words in self._tables.apart.items():
            found.setdefault(words[0], []).append((words, self._cases[case]))
        return found

    def _with_cases(self, parts: Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
        """Return the words of a run with the cases in it that were taken apart put right: longer ones first."""
        if all(word not in self._apart for word, _ in parts):
            return parts
        words = [word for word, _ in parts]
        spans = [
            (first, first + len(case), right)
            for first, word in enumerate(words)
            for case, right in self._apart.get(word, ())
            if words[first : first + len(case)] == case
        ]
        taken: set[int] = set()
        right_at: dict[int, tuple[int, Parts]] = {}
        for first, last, right in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if first not in taken and last - 1 not in taken:
                right_at[first] = (last, right)
            taken.update(range(first, last))
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(parts):
            last, right = right_at.get(at, (at + 1, parts[at : at + 1]))
            found.extend(right)
            at = last
        return found


def _placed(parts: Sequence[tuple[str, str]]) -> Iterator[Cut]:
    at = 0
    for word, read in parts:
        yield read, at, at + len(word)
        at += len(word)
