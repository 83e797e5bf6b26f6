"""What was read in a line of a page, from which words, with which cues, and what it was compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.checks import RULES
from lint.checks.wording import say
from lint.comparison import compare
from lint.comparison.corpus import Statement
from lint.documents.document import Document
from lint.findings import Finding
from lint.reports.text import quote, slots, source_line, where
from lint.run import Survey
from lint.terminal import safe

_INDENT = "    "
OTHERS = 10
"""How many other places are listed."""
_CAME_TO = {
    "agree": "they agree",
    "strength": "they differ in strength",
    "contradicts": "they contradict each other",
    "incomparable": "not comparable",
}


def rule(name: str) -> str:
    """Return what a rule finds, what to do about it, and its severity."""
    found = RULES[name]
    off = "" if found.on else " (off, unless medcopy.yml or --select turns it on)"
    return f"{name}\n\n{found.summary}\n{found.help}\n\nSeverity: {found.severity}{off}\n"


def line(seen: Survey, path: str, number: int, findings: Sequence[Finding]) -> str:
    """Return, for every sentence that touches a line, its claims and how they were judged.

    ``findings`` are those of the page.
    """
    document = seen.excerpts.document(path)
    if document is None:
        page = next(page for page in seen.pages if page.path == path)
        return f"{safe(path)} {safe(page.message)}\n"
    sentences = [span for span in seen.excerpts.sentences(path) if _touches(document, span, number)]
    if not sentences:
        return f"{safe(path)}:{number} holds no copy: no sentence that a reader sees stands in this line.\n"
    statements = seen.case.pages.get(path, ())
    blocks = []
    for start, end in sentences:
        own = [s for s in statements if s.place.start < end and start < s.place.end]
        told = [f for f in findings if f.place.start < end and start < f.place.end]
        blocks.append("\n".join(_sentence(seen, document, (start, end), own, told)))
    return "\n\n".join(blocks) + "\n"


def _touches(document: Document, span: tuple[int, int], number: int) -> bool:
    first, _ = document.line_column(span[0])
    last, _ = document.line_column(max(span[1] - 1, span[0]))
    return first <= number <= last


def _sentence(
    seen: Survey, document: Document, span: tuple[int, int], own: Sequence[Statement], told: Sequence[Finding]
) -> Iterator[str]:
    at, column = document.line_column(span[0])
    yield f"{safe(document.path)}:{at}:{column} “{safe(' '.join(document.source[slice(*span)].split()))}”"
    if not own:
        page = next(page for page in seen.pages if page.path == document.path)
        why = " (the page is not in English)" if page.status == "not-english" else ""
        yield f"{_INDENT}No claim was read in this sentence{why}: no pattern of the packs fits its words."
    for number, statement in enumerate(own, 1):
        yield ""
        yield from _claim(seen, statement, number)
    for finding in told:
        yield ""
        yield f"{_INDENT}Finding: {finding.severity} {finding.rule}: {safe(finding.message)}"


def _claim(seen: Survey, statement: Statement, number: int) -> Iterator[str]:
    claim = statement.claim
    denied = ", denied" if claim.polarity == "negated" else ""
    about = f" of {safe(claim.condition)}" if claim.condition else ""
    yield f"{_INDENT}Claim {number}: {claim.kind}{about} ({claim.certainty}{denied})"
    yield f"{_INDENT}  {slots(claim)}"
    yield f"{_INDENT}  words: “{quote(claim.place)}”"
    for evidence in claim.evidence:
        words = f" “{safe(evidence.quote)}”" if evidence.quote else ""
        yield f"{_INDENT}  {safe(evidence.role)}: {safe(evidence.detail)}{words}"
    if statement.kind.compare != "none":
        yield from _judged(seen, statement)
        yield from _other_places(seen, statement)


def _judged(seen: Survey, statement: Statement) -> Iterator[str]:
    canon, judgement = seen.knowledge.canon, statement.judgement
    if canon is None:
        yield f"{_INDENT}  There is no claims.yml to hold it against."
        return
    if not judgement.trials:
        yield f"{_INDENT}  No approved statement is about this."
        return
    yield f"{_INDENT}  Held against {len(judgement.trials)} approved:"
    for trial in judgement.trials:
        canonical, result = trial.canonical, trial.result
        words = canonical.says or say(canonical.claim, seen.knowledge.reader.packs)
        why = f": {result.reason}" if result.reason else ""
        deciding = " (this one decides)" if judgement.canonical is canonical else ""
        yield f"{_INDENT}    {safe(canonical.id)}: {_CAME_TO[result.verdict]}{safe(why)}{deciding}"
        yield f"{_INDENT}      “{safe(words)}”"
        for source in canonical.sources[:1]:
            yield f"{_INDENT}      {safe(source_line(canon.sources[source]))}"


def _other_places(seen: Survey, statement: Statement) -> Iterator[str]:
    case = seen.case
    others = [other for other in case.groups[statement.judgement.subject] if other is not statement]
    if not others:
        yield f"{_INDENT}  No other place speaks about this."
        return
    tolerances = [t.canonical.tolerance for t in statement.judgement.trials if t.canonical.tolerance is not None]
    tolerance = max(tolerances, default=None)
    yield f"{_INDENT}  Other places that speak about this: {len(others)}"
    for other in others[:OTHERS]:
        result = compare(statement.claim, other.claim, case.subjects, tolerance)
        why = f" ({result.reason})" if result.reason else ""
        yield f"{_INDENT}    {where(other.place)}: {_CAME_TO[result.verdict]}{safe(why)}: “{quote(other.place)}”"
    if len(others) > OTHERS:
        yield f"{_INDENT}    and {len(others) - OTHERS} more"
