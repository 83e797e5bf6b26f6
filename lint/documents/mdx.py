"""MDX and template marks in Markdown: what is no copy is blanked, character for character."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"[ \t]{0,12}(`{3,}|~{3,})")
_MODULE = re.compile(
    r"(?:import\s*(?:[\"']|[\w*{][^\n]*[\"'])|import\s*\{\s*$|export\s+(?:default|const|let|var|function|class|async)\b|export\s*[{*])"
)
_BULLET = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]")
_COMPONENT = re.compile(r"</?[A-Z][\w.]*(?=[\s/>])[^<>]*>|</?>")
_TEMPLATE = re.compile(r"\{%[^\n{}]*%\}|\{\{[<%][^\n{}]*[>%]\}\}")


@dataclass(frozen=True, slots=True)
class Masked:
    """The source with blanks for what is no copy, and the comments found (text, start, end).

    ``places`` map the text back: pairs (offset in the text, offset in the source), the first at 0.
    """

    text: str
    comments: tuple[tuple[str, int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ((0, 0),)


def mask_templates(source: str) -> Masked:
    """Blank the tags of page generators (``{% .. %}``, ``{{< .. >}}``)."""
    if "{%" not in source and "{{" not in source:
        return Masked(source)
    return Masked(_TEMPLATE.sub(lambda match: " " * len(match.group()), source))


def mask(source: str) -> Masked:
    """Blank imports, exports, expressions and component tags of MDX; text inside a component stays."""
    chars: list[str] = []
    at = 0
    for start, end in _prose(source):
        chars.append(source[at:start])
        chars.append(_mask_modules(source[start:end]))
        at = end
    chars.append(source[at:])
    text = "".join(chars)
    return _mask_expressions(text)


def _prose(source: str) -> list[tuple[int, int]]:
    """Return the stretches of source outside fenced code."""
    out: list[tuple[int, int]] = []
    at = begin = 0
    fence = ""
    for line in source.splitlines(keepends=True):
        found = _FENCE.match(line)
        if found and not fence:
            out.append((begin, at))
            fence = found[1]
        elif found and fence and found[1].startswith(fence) and not line[found.end() :].strip():
            fence, begin = "", at + len(line)
        at += len(line)
    if not fence:
        out.append((begin, at))
    return out


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _mask_modules(text: str) -> str:
    out: list[str] = []
    inside = False
    for line in text.splitlines(keepends=True):
        inside = bool(line.strip()) and (inside or bool(_MODULE.match(line)))
        out.append(_blank(line) if inside else line)
    return "".join(out)


def _mask_expressions(text: str) -> Masked:
    spans = _braces(text)
    comments: list[tuple[str, int, int]] = []
    out: list[str] = []
    at = 0
    for start, end in spans:
        inner = text[start + 1 : end - 1].strip()
        if inner.startswith("/*") and inner.endswith("*/") and len(inner) >= 4:
            comments.append((inner[2:-2], start, end))
        before = start - 1 if start > at and text[start - 1] == "=" else start
        out.append(text[at:before])
        out.append(_blank(text[before:end]))
        at = end
    out.append(text[at:])
    masked = "".join(out)
    dedented, places = _dedent(_outside_code(masked, _COMPONENT))
    return Masked(dedented, tuple(comments), places)


def _dedent(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the indent from text inside components: MDX has no indented code, Markdown would read it as such."""
    out: list[str] = []
    places = [(0, 0)]
    length = at = 0
    for start, end in [*_prose(text), (len(text), len(text))]:
        pieces = [(at, text[at:start], 0)]
        in_list, fresh, cut = False, True, 0
        here = start
        for line in text[start:end].splitlines(keepends=True):
            indent = len(line) - len(line.lstrip(" \t"))
            blank = not line.strip()
            if fresh and not blank:
                in_list = bool(_BULLET.match(line)) or (in_list and indent > 0)
                cut = indent if indent >= 4 and not in_list else 0
            fresh = blank
            pieces.append((here, line, 0 if blank else min(cut, indent)))
            here += len(line)
        for offset, piece, less in pieces:
            if less:
                places.append((length, offset + less))
            out.append(piece[less:])
            length += len(piece) - less
        at = end
    return "".join(out), tuple(places)


def _braces(text: str) -> list[tuple[int, int]]:
    """Return the outermost balanced ``{..}`` outside code."""
    code = iter(_code_spans(text))
    skip = next(code, None)
    opened: list[int] = []
    spans: list[tuple[int, int]] = []
    for match in re.finditer(r"[{}]", text):
        at = match.start()
        while skip is not None and skip[1] <= at:
            skip = next(code, None)
        if skip is not None and skip[0] <= at:
            continue
        if match.group() == "{":
            opened.append(at)
        elif opened:
            start = opened.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, at + 1))
    return spans


def _code_spans(text: str) -> list[tuple[int, int]]:
    """Return the stretches of code: fenced blocks, and what stands between equal runs of backticks in a paragraph."""
    spans: list[tuple[int, int]] = []
    at = 0
    for start, end in _prose(text):
        if at < start:
            spans.append((at, start))
        waiting: dict[str, int] = {}
        done = start
        for match in re.finditer(r"`+|\n[ \t]*\r?\n", text[start:end]):
            ticks, here = match.group(), start + match.start()
            if ticks[0] != "`":
                waiting = {}
            elif ticks in waiting and waiting[ticks] >= done:
                done = here + len(ticks)
                spans.append((waiting.pop(ticks), done))
                waiting = {}
            else:
                waiting.setdefault(ticks, here)
        at = end
    if at < len(text):
        spans.append((at, len(text)))
    return spans


def _outside_code(text: str, pattern: re.Pattern[str]) -> str:
    out: list[str] = []
    at = 0
    for start, end in [*_code_spans(text), (len(text), len(text))]:
        out.append(pattern.sub(lambda match: _blank(match.group()), text[at:start]))
        out.append(text[start:end])
        at = end
    return "".join(out)
