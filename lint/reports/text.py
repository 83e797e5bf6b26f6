"""Text for people: the place, what is wrong in one sentence, the words in theirs, the other sides, the fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from lint.baseline import Entry
from lint.canon import Canon, Source
from lint.claims import Claim, Place
from lint.findings import Finding
from lint.results import CheckResult, ExtractResult, Reason, Skipped, Summary
from lint.terminal import marked, safe, shorten

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
_REASONS: Mapping[Reason, str] = {"not-english": "not in English", "empty": "empty", "unreadable": "cannot be read"}
_INDENT = "    "
_QUOTE = 160
"""Characters of a quote from another place that are shown."""
_LISTED = 10
"""How many skipped files are named."""


def findings(result: CheckResult, colour: bool = False) -> str:
    """Return the findings in the order of their places, then the summary."""
    return "".join(parts(result, colour))


def parts(result: CheckResult, colour: bool = False) -> Iterator[str]:
    """Yield the findings one by one, then the summary."""
    for finding in result.findings:
        yield "\n".join(_finding(finding, result, colour)) + "\n\n"
    end = [*_skipped(result.skipped), *_gone(result.gone), *check_summary(result.summary)]
    yield "\n".join(end) + "\n"


def claims(result: ExtractResult, colour: bool = False) -> str:
    """Return each claim with its place, its slots and its words, then the summary."""
    blocks = ["\n".join(_claim(claim)) for claim in result.claims]
    end = [*_skipped(result.skipped), extract_summary(result.summary)]
    return "\n\n".join([*blocks, "\n".join(end)]) + "\n"


def _finding(finding: Finding, result: CheckResult, colour: bool) -> Iterator[str]:
    severity = click.style(finding.severity, fg=_COLOURS[finding.severity], bold=True) if colour else finding.severity
    place = finding.place
    yield f"{safe(place.path)}:{place.line}:{place.column} {severity} {finding.rule}: {safe(finding.message)}"
    yield from details(finding, result, colour)


def details(finding: Finding, result: CheckResult, colour: bool = False) -> Iterator[str]:
    """Yield what stands below a finding's message: its sentence, the approved statement, the other sides, the fix."""
    if finding.place.quote:
        yield from marked(result.excerpts.of(finding.place), colour, _INDENT)
    yield from approved(finding, result.canon)
    for related in finding.related:
        yield f"{_INDENT}also: {where(related)} “{one_line(result.excerpts.words(related))}”"
    if finding.fix:
        yield f"{_INDENT}fix: {fix_words(finding)}"


def approved(finding: Finding, canon: Canon | None) -> Iterator[str]:
    """Yield the approved statement that a finding was held against, if any, and its sources."""
    canonical = canon.get(finding.canon) if canon and finding.canon else None
    if canon is None or canonical is None:
        return
    # The message has the statement itself already, unless its check words it in another way.
    says = f" “{safe(canonical.says)}”" if canonical.says and canonical.says not in finding.message else ""
    yield f"{_INDENT}approved: {safe(canonical.id)}{says}"
    for id_ in canonical.sources:
        if id_ in canon.sources:
            yield f"{_INDENT}source: {safe(source_line(canon.sources[id_]))}"


def source_line(source: Source) -> str:
    """Return a source as a reader looks it up: authors, title, journal, year and identifier."""
    identifier = next(
        (f"{name}{value}" for name, value in (("doi:", source.doi), ("pmid:", source.pmid), ("", source.url)) if value),
        "",
    )
    parts = (source.authors.split(";")[0], source.title, source.journal, str(source.year or ""), identifier)
    return ", ".join(part for part in parts if part)


def fix_words(finding: Finding) -> str:
    """Return what to write in place of a finding's words."""
    assert finding.fix is not None
    words = "" if finding.fix.safe else " (if that is what is meant)"
    if not finding.fix.replacement:
        return f"delete “{one_line(finding.place.quote)}”{words}"
    return f"write “{safe(finding.fix.replacement)}”{words}"


def where(place: Place) -> str:
    """Return a place's path and line."""
    return f"{safe(place.path)}:{place.line}"


def one_line(words: str) -> str:
    """Return words on one line, the middle of a long run left out."""
    return shorten(safe(" ".join(words.split())), _QUOTE)


def _claim(claim: Claim) -> Iterator[str]:
    place = claim.place
    denied = " (denied)" if claim.polarity == "negated" else ""
    about = f" of {safe(claim.condition)}" if claim.condition else ""
    yield f"{safe(place.path)}:{place.line}:{place.column} {claim.kind}{about}, {claim.certainty}{denied}"
    yield f"{_INDENT}{slots(claim)}"
    yield f"{_INDENT}“{one_line(place.quote)}”"


def slots(claim: Claim) -> str:
    """Return a claim's slots as name and value; the concept of an open slot stands in brackets."""
    return "; ".join(_slot(claim, name, value) for name, value in claim.slots.items() if value not in (None, "", ()))


def _slot(claim: Claim, name: str, value: object) -> str:
    words = (
        ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value:g}" if isinstance(value, float) else value
    )
    concept = claim.concepts.get(name)
    return safe(f"{name}: {words}" + (f" [{concept}]" if concept else ""))


def _skipped(skipped: Iterable[Skipped]) -> list[str]:
    told = [s for s in skipped if s.reason != "unreadable"]
    lines = [f"skipped: {safe(s.path)} ({_REASONS[s.reason]})" for s in told[:_LISTED]]
    return lines + ([f"skipped: {len(told) - _LISTED} more"] if len(told) > _LISTED else [])


def _gone(entries: Sequence[Entry]) -> list[str]:
    lines = [f"in the baseline, and gone: {e.path} {e.rule} “{one_line(e.quote)}”" for e in entries[:_LISTED]]
    return lines + ([f"in the baseline, and gone: {len(entries) - _LISTED} more"] if len(entries) > _LISTED else [])


def check_summary(counts: Summary) -> list[str]:
    """Return the counts of a check in words."""
    found = ", ".join(_many(counts.findings[level], level) for level in _COLOURS if counts.findings[level])
    total = sum(counts.findings.values())
    held = f"; {counts.suppressed} suppressed" if counts.suppressed else ""
    lines = [_files(counts), f"{_claims_found(counts)}."]
    if counts.canonical is None:
        lines.append(
            "No claims.yml was found: the pages were held against each other, not against approved statements."
        )
    elif counts.canonical == 0:
        lines.append(
            "There is no approved statement yet: the pages were held against each other alone. To begin, approve in "
            "medcopy report --output report.html what is right, and put it into claims.yml."
        )
    lines += _left_out(counts)
    return [*lines, f"{_many(total, 'finding')}{f' ({found})' if found else ''}{held}."]


def _left_out(counts: Summary) -> list[str]:
    lines = []
    if counts.known:
        lines.append(f"{_many(counts.known, 'finding')} left out: known to the baseline.")
    if counts.expired:
        lines.append(f"{_many(counts.expired, 'finding')} of the baseline counted again: expired.")
    if counts.gone:
        lines.append(
            f"{_many(counts.gone, 'entry')} of the baseline no longer there: take out with medcopy baseline --prune."
        )
    if counts.outside:
        lines.append(f"{_many(counts.outside, 'finding')} left out: not new.")
    return lines


def _claims_found(counts: Summary) -> str:
    words = f"{_many(counts.claims, 'claim')} found"
    if not counts.canonical:
        return words
    words += f" and held against {_many(counts.canonical, 'approved statement')}"
    if counts.uncovered:
        words += f"; {counts.uncovered} that no approved statement is about"
    if counts.undecided:
        words += f"; {counts.undecided} left undecided (another event, population or country than the approved one)"
    return words


def extract_summary(counts: Summary) -> str:
    """Return the counts of an extraction in words."""
    return f"{_files(counts)} {_many(counts.claims, 'claim')} found."


def _files(counts: Summary) -> str:
    reasons = [f"{number} {_REASONS[reason]}" for reason, number in counts.skipped.items() if number]
    skipped = f", {sum(counts.skipped.values())} skipped ({', '.join(reasons)})" if reasons else ""
    focus = "" if counts.focus is None or counts.focus >= counts.read else f", findings reported for {counts.focus}"
    return f"{_many(counts.read, 'file')} read{skipped}{focus}."


def _many(number: int, word: str) -> str:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number} {word if number == 1 else plural}"
