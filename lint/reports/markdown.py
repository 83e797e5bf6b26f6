"""A comment for a pull request: what is wrong, by the approved statement or the subject that it is about.

All words of articles are escaped: nothing in them can make a link, call a person, or leave its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.canon import Canon
from lint.claims import Place
from lint.findings import Finding
from lint.reports.order import LEVELS, worst_first
from lint.reports.text import check_summary, source_line
from lint.results import CheckResult
from lint.terminal import safe, shorten

LONGEST = 60_000
"""Bytes of a report; GitHub refuses comments above 65,536 characters."""
MARK = "<!-- medcopy -->"
"""The first line, by which a comment is found again and replaced."""
_AROUND = 120
_SPECIAL = re.compile(r"([\\`*_\[\]#!|~$])|^[+=-]")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_ICONS = {"error": "🔴", "warning": "🟡", "note": "🔵"}
_TERMS = "Words"
_FILES = "Files and suppressions"


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return the findings by claim, the group with the worst in front; what finds no room is counted."""
    return page(result, LONGEST)


def page(result: CheckResult, longest: int) -> str:
    """Return the report in at most ``longest`` bytes of UTF-8, or little more."""
    counts = escape(" ".join(check_summary(result.summary)))
    blocks = [MARK, f"## medcopy: {_verdict(result)}", counts]
    size, left = sum(map(_size, blocks)), len(result.findings)
    for title, found in _groups(result):
        heading = "\n".join(_heading(title, found, result.canon))
        entries = [_entry(finding, result) for finding in found]
        if size + _size(heading) + _size(entries[0]) > longest:
            break
        blocks.append(heading)
        size += _size(heading)
        fitting = []
        for entry in entries:
            size += _size(entry)
            if size > longest:
                break
            fitting.append(entry)
        blocks.append("\n".join(fitting))
        left -= len(fitting)
        if len(fitting) < len(entries):
            break
    if left:
        blocks.append(f"{left} more {'finding is' if left == 1 else 'findings are'} not shown here for want of room.")
    return "\n\n".join(blocks) + "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace")) + 2  # and the lines between


def escape(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no HTML, no mention of a person."""
    flat = safe(" ".join(text.split()))
    flat = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A word joiner behind @ keeps it from calling a person; one in :// and www. keeps an address from becoming a link.
    flat = _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", flat)).replace("@", "@\u2060")
    return flat.replace("://", ":\u2060//").replace("www", "w\u2060ww")


def _verdict(result: CheckResult) -> str:
    counts = result.summary.findings
    told = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in LEVELS if counts.get(level)]
    return ", ".join(told) or "nothing found"


def _groups(result: CheckResult) -> list[tuple[str, list[Finding]]]:
    groups: dict[str, list[Finding]] = {}
    for finding in worst_first(result.findings):
        groups.setdefault(_title(finding), []).append(finding)
    return list(groups.items())


def _title(finding: Finding) -> str:
    if finding.claim is None:
        return _FILES
    if finding.claim.kind == "term-error":
        return _TERMS
    if finding.canon:
        return f"canon {finding.canon}"
    return f"{finding.claim.kind.replace('-', ' ')}: {finding.claim.condition or 'no condition named'}"


def _heading(title: str, found: Sequence[Finding], canon: Canon | None) -> Iterator[str]:
    canonical = canon.get(found[0].canon) if canon and found[0].canon else None
    if canon is None or canonical is None:
        yield f"### {escape(title.removeprefix('canon '))}"
        return
    yield f"### {escape(canonical.says or canonical.id)}"
    yield ""
    cited = [escape(source_line(canon.sources[id_])) for id_ in canonical.sources if id_ in canon.sources]
    yield f"Approved statement `{canonical.id}`" + (f" ({'; '.join(cited)})" if cited else "")


def _entry(finding: Finding, result: CheckResult) -> str:
    where = _where(finding.place, result)
    lines = [f"- {_ICONS[finding.severity]} {where} {finding.severity} `{finding.rule}`: {escape(finding.message)}"]
    if finding.place.quote:
        lines += [f"  > {_sentence(finding.place, result)}", ""]
    lines += [f"  - also {_where(place, result)} “{_words(place, result)}”" for place in finding.related]
    if finding.fix:
        new = escape(finding.fix.replacement)
        sure = "" if finding.fix.safe else " (if that is what is meant)"
        lines.append(f"  - {f'write “{new}”' if new else 'delete it'}{sure}")
    return "\n".join(lines).rstrip("\n")


def _where(place: Place, result: CheckResult) -> str:
    return f"**{escape(result.from_top(place.path))}:{place.line}**"


def _words(place: Place, result: CheckResult) -> str:
    return escape(shorten(result.excerpts.words(place), _AROUND))


def _sentence(place: Place, result: CheckResult) -> str:
    excerpt = result.excerpts.of(place)
    before, after = excerpt.before, excerpt.after
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    # Elements and not stars: stars beside a space or inside a word are no emphasis.
    words = f"<b>{escape(shorten(excerpt.words, 2 * _AROUND))}</b>"
    gap = " " if before.endswith(" ") or excerpt.words.startswith(" ") else ""
    end = " " if after.startswith(" ") or excerpt.words.endswith(" ") else ""
    return f"{escape(before)}{gap}{words}{end}{escape(after)}"
