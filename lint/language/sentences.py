"""Sentences of a block, by punctuation; the block's edges are sentence edges already."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"""(?:
        [.!?\u2026]+(?:["')\]\u00bb]+)?(?:(?:\[[\d,\ \u2013-]{1,24}\])+|\[?\d{1,3}\]?)?(?=\s+["'(\[\u00ab]?[A-Z0-9\u20ac\u00a3$*]|\s*$)   # a stop, before a capital or digit
      | (?<=[a-z)])[.!?]\d{1,2}(?=\s+[A-Z])                 # a footnote number glued to the stop
      | (?:(?<=[a-z]{2})|(?<=\d%))[.!?](?=[A-Z][a-z])                    # the space after the stop was lost
      | (?:(?<=[a-z%0-9)]{2})|(?<=\s\d))\.(?=\s+[a-z]{2})               # a stop before a small letter, where people type as they talk
      | [!?]+(?=\s+[a-z])                                   # a question or cry before a small letter
      | \s+[\u00b7\u2022|]\s+                               # items divided by a dot or a bar
    )""",
    re.VERBOSE,
)
_MARK = re.compile("[.!?\u2026\u00b7\u2022|]")
"""What every end of a sentence holds: looked for first, as most characters are none."""
_ABBREVIATION = re.compile(
    r"(?:(?<![/\u00b0\u00ba])\b(?:dr|drs|vs|approx|ca|cf|fig|al|etc|eg|ie|min|max|avg|est|incl|esp|inc|ltd|st|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|cf|approx|ca|No|Nos|Fig|figs?|et al|e\.g|i\.e|etc|U\.S|U\.K|[A-Z])|"
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)

_SHORT = 40
"""The characters of a text that is too short for a label and a sentence."""
_LABEL = re.compile(
    r"""(?:(?!Don't|Do\s)[A-Z][\w'\u2019()/-]*(?:\s[\w'\u2019()/-]+){0,7}?)(?<!\s-)(?<!\sfor)(?<!\sof)(?<!\sand)(?<!\sor)\s+(?=(?:The|An|Most|Some|If|In|Many|There|This|These|Those|It|Although|When|While|You
        |Your|For|Having|Being|Studies|People|Because|As|Other|Certain|They|We|Women|Men|Drinking|Smoking|Eating|Taking|Using|During|After|Until|Since)\s[a-z0-9])
      | ([A-Z][\w'-]*(?:\s[\w'()-]+){0,6})\s+(?=\1\b)""",
    re.VERBOSE,
)
"""A heading that lost its line, and the sentence behind it: that one opens with a word that no heading's middle has in capitals, or repeats it."""


def split(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return the sentences of a block's text as spans, offset by ``start``, without the white space around them."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _ends(text):
        end = match.end()
        if match.group().startswith(".") and _ABBREVIATION.search(text, begin, match.start() + 1) and end < len(text):
            tail = text[begin : match.start() + 1]
            letter = re.search(r"\b[a-z]{4,} [A-Z]\.$", tail)
            if not tail.endswith("etc.") and not letter and not re.search(r"\b(?:U\.S|U\.K|No)\.$", tail):
                continue
            if re.match(r"\s+[a-z0-9]", text[end : end + 3]):
                continue
        _add(spans, text, begin, end, start)
        begin = end
    _add(spans, text, begin, len(text), start)
    return spans


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of what ends a sentence."""
    at = 0
    while mark := _MARK.search(text, at):
        first = mark.start()
        while first > at and text[first - 1].isspace():
            first -= 1
        match = _END.match(text, first) or _END.match(text, mark.start())
        if match:
            yield match
        at = match.end() if match else mark.end()


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int, start: int) -> None:
    while begin < end and text[begin] in " \t\n\u00b7\u2022|":
        begin += 1
    while end > begin and text[end - 1] in " \t\n\u00b7\u2022|":
        end -= 1
    if (label := _LABEL.match(text, begin, end)) and end - begin > _SHORT:
        spans.append((start + begin, start + begin + len(label.group().rstrip())))
        begin = label.end()
    if end > begin:
        spans.append((start + begin, start + end))
