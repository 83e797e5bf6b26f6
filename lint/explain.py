"""What was read in a line of a page, from which words, with which cues, and what it was compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.checks.wording import say
from lint.comparison import compare
from lint.comparison.corpus import Statement
from lint.documents.document import Document
from lint.findings import Finding
from lint.reports.text import one_line, slots, source_line, where
from lint.rules import RULES
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
        return f"{safe(path)}: {safe(page.message)}\n"
    statements = seen.case.pages.get(path, ())
    blocks = []
    for span in seen.excerpts.sentences(path):
        start, end = document.source_span(*span)
        if _touches(document, start, end, number):
            own = [s for s in statements if s.place.start < end and start < s.place.end]
            told = [f for f in findings if f.place.start < end and start < f.place.end]
            blocks.append("\n".join(_sentence(seen, document, span, own, told)))
    if not blocks:
        return f"{safe(path)}:{number}: no sentence that a reader sees stands in this line.\n"
    return "\n\n".join(blocks) + "\n"


def _touches(document: Document, start: int, end: int, number: int) -> bool:
    return document.line_column(start)[0] <= number <= document.line_column(end - 1)[0]


def _sentence(
    seen: Survey, document: Document, span: tuple[int, int], own: Sequence[Statement], told: Sequence[Finding]
) -> Iterator[str]:
    at, column = document.line_column(document.source_span(*span)[0])
    yield f"{safe(document.path)}:{at}:{column} “{safe(' '.join(document.text[slice(*span)].split()))}”"
    if not own:
        page = next(page for page in seen.pages if page.path == document.path)
        foreign = page.status == "not-english"
        why = "the page is not in English" if foreign else "no pattern of the packs fits its words"
        yield f"{_INDENT}No claim was read in this sentence: {why}."
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
    yield f"{_INDENT}  words: “{one_line(claim.place.quote)}”"
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
    if not canon.claims:
        yield f"{_INDENT}  There is no approved statement yet to hold it against."
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
    case, subject = seen.case, statement.judgement.subject
    others = [s for s in case.statements if s is not statement and s.judgement.subject.topic == subject.topic]
    if not others:
        if len(seen.pages) > 1:
            yield f"{_INDENT}  No other place in the {len(seen.pages)} files that were read speaks about this."
        else:
            yield f"{_INDENT}  There is no other page to look in: name a corpus in medcopy.yml."
        return
    others.sort(key=lambda other: other.judgement.subject != subject)  # those about another event or people come last
    tolerances = [t.canonical.tolerance for t in statement.judgement.trials if t.canonical.tolerance is not None]
    yield f"{_INDENT}  Other places that speak about this: {len(others)}"
    for other in others[:OTHERS]:
        result = compare(statement.claim, other.claim, case.subjects, max(tolerances, default=None))
        why = f" ({result.reason})" if result.reason else ""
        words = one_line(seen.excerpts.words(other.place))
        yield f"{_INDENT}    {where(other.place)} “{words}”: {_CAME_TO[result.verdict]}{safe(why)}"
    if len(others) > OTHERS:
        yield f"{_INDENT}    and {len(others) - OTHERS} more"
