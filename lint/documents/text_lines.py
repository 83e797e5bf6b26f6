"""The lines of plain text: bullets, rules, and what was run together in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAKS = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_BULLET = re.compile(
    r"(?:(?P<sign>[-*+•‣◦▪▫●○■□–—·➢➤►✓✔✗✘→»]|(?<=\s)o)|(?P<number>\(?\d{1,3}[.)]|[a-h][.)]|\([a-h]\)|[ivx]{1,4}[.)]))"
    r"[ \t\xa0]+(?=\S)"
)
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
_GLUED = re.compile(r"[•‣◦▪●➢➤►](?=\S)")
_RULE = re.compile(r"([-=_*~.·#])\1{2,}+(?:[ \t]*+\1++)*+\Z")
_RULE_OF_A_TABLE = frozenset("|+-=: \t")
_INLINE_FIRST = re.compile(r"(?::\s++|(?<=\w)[ \t\xa0]{4,}+)[-•]\s+(?=\S)")
_INLINE_NEXT = re.compile(r"(?<!\s)\s{2,}+[-•]\s+(?=\S)")
_INLINE_NARROW = re.compile(
    r"(?:[.?!:]|\b(?:include|includes|including|are|by|if|you|to|as|from|with|may|can|following))[ ](?P<sign>[-•])\s+(?=\S)"
    r"(?:(?!(?: [-•]|[.?!]) ).){1,100}\Z"
)
"""A first item that but one space parts from what announces it, up to the second."""
_LOOK_BACK = 120
_INLINE_STOP = re.compile(r"(?<=[a-z)][.?!])\s+(?=\w)")
_FEW = 2
_INLINE_CLOSE = re.compile(r"(?<=[.;?!])\s[-•]\s+(?=[A-Z])")
_GAP = re.compile(r"(?<=[.?!;])[ \t\xa0]{4,}+(?=[A-Z0-9\"“(])")
_DEEPER = 5
"""White space before a bullet that stands further in than the one before it, where a list was run together: more than this."""
_FURTHER = 4
_OPEN_END = re.compile(
    r"(?::|\b(?:includ(?:e|es|ing)|with|from|are|is|by|as|to|of|for|following|when|if|who|that|have|has|you|can|may|causes?))\s*\Z"
)
_WIDE_GAP = re.compile(r"(?<!\s)[ \t\xa0]{6,}+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a part of one that stands for itself, from ``start`` to ``end`` without white space around it.

    ``body`` is where the text after a bullet begins; ``hard`` tells that it begins a block whatever is before it.
    """

    start: int
    end: int
    indent: int
    text: str
    marker: str = ""
    body: int = 0
    hard: bool = False
    rule: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return self.start == self.end

    @property
    def content(self) -> str:
        """The text without the bullet."""
        return self.text[self.body - self.start :]


def lines(source: str) -> list[Line]:
    """Divide plain text into lines; a line into which a list was run together is divided at its bullets."""
    out: list[Line] = []
    at = 0
    number = 0
    for match in [*_BREAKS.finditer(source), None]:
        stop = match.start() if match else len(source)
        raw = source[at:stop]
        start = at + len(raw) - len(raw.lstrip("\ufeff \t\xa0"))
        end = max(start, at + len(raw.rstrip()))
        indent = len(source[at:start].expandtabs(8))
        after_blank = not out or out[-1].blank
        for first, last, hard, depth in _parts(source, start, end):
            line = _line(source, first, last, indent + depth, hard, after_blank, number)
            number = _number(line.marker) or number
            out.append(line)
        at = match.end() if match else stop
    return out


def _number(marker: str) -> int:
    """Return the number of a marker, the code of a letter (from 97), 0 for a sign."""
    own = marker.strip("().")
    if own.isdigit():
        return int(own)
    return ord(own) if len(own) == 1 and own.isalpha() and own != "o" else 0


def _parts(source: str, start: int, end: int) -> list[tuple[int, int, bool, int]]:
    """Divide a line where bullets or paragraphs were run together: start, end, whether it is hard, how far further in."""
    text = source[start:end]
    cuts: set[int] = set()
    first = _INLINE_FIRST.search(text)
    narrow = _narrow(text)
    if first or (_BULLET.match(text) and _INLINE_NEXT.search(text)):
        begin = first.start() + (text[first.start()] == ":") if first and not _BULLET.match(text) else 0
        if begin:
            cuts.add(_sign(text, begin))
        cuts.update(_sign(text, match.start()) for match in _INLINE_NEXT.finditer(text, begin))
        if begin and not text.startswith("  ", begin):
            cuts.update(_sign(text, match.start()) for match in _INLINE_CLOSE.finditer(text, begin))
        cuts.update(match.end() for match in _WIDE_GAP.finditer(text, begin))
    cuts.update(narrow)
    cuts.update(match.end() for match in _GAP.finditer(text))
    cuts.update(_after(text, sorted(cuts)) if narrow else ())
    if not cuts:
        return [(start, end, False, 0)]
    out: list[tuple[int, int, bool, int]] = []
    at = depth = 0
    led = ended = stops = False
    for cut in [*sorted(cuts), len(text)]:
        part = text[at:cut]
        if part.strip():
            item = _BULLET.match(part) is not None
            sentence = part.rstrip().endswith(".")
            wide = len(part) - len(part.rstrip()) > _DEEPER and text[cut : cut + 1] in ("-", "•")
            leads = item and wide and _OPEN_END.search(part) is not None
            depth = _FURTHER if item and led else 0 if leads or not item or ended or (sentence and not stops) else depth
            out.append((start + at + len(part) - len(part.lstrip()), start + at + len(part.rstrip()), at > 0, depth))
            # White space as wide behind an item that announces nothing ends the inner list.
            led, ended, stops = leads, wide and not leads, sentence
        at = cut
    return out


def _narrow(text: str) -> set[int]:
    """Return where the items stand of lists that have two spaces before each bullet but the first."""
    found = [_sign(text, match.start()) for match in _INLINE_NEXT.finditer(text)]
    out: set[int] = set()
    for number, at in enumerate(found):
        before = len(text[:at].rstrip())
        first = _INLINE_NARROW.search(text, max(0, before - _LOOK_BACK), before)
        if first and out and (stop := _INLINE_STOP.search(text, max(out), first.start("sign"))):
            # What announces a second list is no part of the last item of the one before it.
            out.add(stop.end())
        out.update((first.start("sign"), at) if first else (at,) if number and found[number - 1] in out else ())
    return out


def _after(text: str, cuts: list[int]) -> list[int]:
    """Return where the last item of a list ends whose other items are no sentences."""
    out: list[int] = []
    short = 0
    for cut, stop in pairwise([*cuts, len(text)]):
        part = text[cut:stop].strip()
        item = part[:1] in ("-", "•")
        end = _INLINE_STOP.search(part) if item else None
        if end and short >= _FEW:
            out.append(cut + end.end())
        short = short + 1 if item and not end else 0
    return out


def _sign(text: str, at: int) -> int:
    """Return where the bullet after some white space stands."""
    while text[at].isspace():
        at += 1
    return at


def _line(source: str, start: int, end: int, indent: int, hard: bool, after_blank: bool, number: int) -> Line:
    text = source[start:end]
    if text and not text[0].isalnum() and (_RULE.match(text) or ("---" in text and _RULE_OF_A_TABLE.issuperset(text))):
        return Line(start, end, indent, text, rule=True, body=start)
    found = _BULLET.match(source, start, end) or _GLUED.match(source, start, end)
    if not found:
        return Line(start, end, indent, text, body=start, hard=hard)
    marker = found.group().strip()
    own = marker.strip("().")
    # A lone "(c)" is no third item.
    if own.isalpha() and own != "o" and own not in _ROMAN and ord(own) not in (97, number + 1):
        return Line(start, end, indent, text, body=start, hard=hard)
    # "alive after / 30. Most of them": a wrapped sentence, not item 30.
    if own.isdigit() and not after_blank and int(own) not in (1, number + 1):
        return Line(start, end, indent, text, body=start, hard=hard)
    return Line(start, end, indent, text, marker, found.end(), True)
