"""Suppressions: comments in the text that accept a finding, with the reason.

    <!-- medcopy: ignore contradicts-canon -- quoted from a leaflet of 1990 -->

accepts the rule's findings in the block that the comment stands in or directly before, ``ignore-file`` those of the
whole file. A comment that is malformed, gives no reason or names an unknown rule suppresses nothing and is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lint.claims import Place
from lint.findings import Finding
from lint.fingerprint import fingerprint
from lint.rules import RULES, UNSUPPRESSIBLE, ordered
from lint.suggest import instead

if TYPE_CHECKING:
    from lint.documents.document import Comment, Document

_OURS = re.compile(r"\s*medcopy\b\s*(:?)", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?:^|\s)--(?:\s|$)")
_FORM = "write it as: medcopy: ignore RULE -- reason"


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression as written: the rules that it accepts and why, or what is wrong with it (``fault``).

    ``block`` is the index of the block that it is for; None is the whole file.
    """

    place: Place
    rules: tuple[str, ...]
    reason: str
    block: int | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is accepted, the reason, and where that is written (None: not known)."""

    finding: Finding
    reason: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left of the findings, faults of the suppressions among them, and what was suppressed."""

    kept: list[Finding] = field(default_factory=list)
    suppressed: list[Suppressed] = field(default_factory=list)


def directives(document: Document, unsuppressible: Set[str] = frozenset()) -> tuple[Directive, ...]:
    """Read the suppressions of a document; ``unsuppressible`` are rules that the project does not let be accepted."""
    found = (_read(document, comment, UNSUPPRESSIBLE | unsuppressible) for comment in document.comments)
    return tuple(directive for directive in found if directive is not None)


def suppress(
    findings: Iterable[Finding],
    written: Iterable[Directive],
    ran: Set[str] | None = None,
    focus: Set[str] | None = None,
    barred: Set[str] = frozenset(),
) -> Outcome:
    """Take out the findings that a suppression accepts, and add a finding for each faulty or unused one.

    ``written`` are the directives of all pages. Only rules that ``ran`` (None: all) can tell a suppression unused, and
    only suppressions in the ``focus`` (None: everywhere) are reported, for elsewhere findings may have been left out.
    ``barred`` are rules that the project lets nobody suppress.
    """
    by_path: dict[str, list[Directive]] = {}
    for directive in (_barred(directive, barred) for directive in written):
        by_path.setdefault(directive.place.path, []).append(directive)
    outcome = Outcome()
    used: set[tuple[Place, str]] = set()
    for finding in findings:
        accepting = [d for d in by_path.get(finding.place.path, ()) if _accepts(d, finding)]
        used.update((directive.place, finding.rule) for directive in accepting)
        if accepting:
            outcome.suppressed.append(Suppressed(finding, accepting[0].reason, accepting[0].place))
        else:
            outcome.kept.append(finding)
    for path, own in by_path.items():
        if focus is None or path in focus:
            outcome.kept.extend(_faults(own, used, ran))
    outcome.kept[:] = ordered(outcome.kept)
    return outcome


def _read(document: Document, comment: Comment, unsuppressible: Set[str]) -> Directive | None:
    text = comment.text.strip().removeprefix("<!--").removeprefix("{/*").removesuffix("-->").removesuffix("*/}")
    ours = _OURS.match(text)
    if not ours:
        return None
    line, column = document.line_column(comment.start)
    end_line, end_column = document.line_column(comment.end)
    quote = document.source[comment.start : comment.end]
    place = Place(document.path, comment.start, comment.end, line, column, end_line, end_column, quote)
    head, *tail = _SEPARATOR.split(text[ours.end() :], maxsplit=1)
    verb, *names = head.replace(",", " ").split() or [""]
    rules, reason = tuple(dict.fromkeys(names)), " ".join(" ".join(tail).split())
    block = comment.block if verb == "ignore" else None
    if not ours[1] or verb not in ("ignore", "ignore-file"):
        fault = f"cannot be read; {_FORM}"
    elif verb == "ignore" and block is None:
        fault = "stands after the last paragraph: put it in or directly before the one that it is for"
    else:
        fault = _fault(rules, reason, unsuppressible)
    return Directive(place, rules, reason, block, fault)


def _fault(rules: Sequence[str], reason: str, unsuppressible: Set[str]) -> str:
    unknown = [name for name in rules if name not in RULES]
    barred = [name for name in rules if name in unsuppressible]
    if not rules:
        return f"names no rule; {_FORM}"
    if unknown:
        return f"names no known rule: {', '.join(unknown)}{instead(unknown[0], sorted(RULES), 'rules')}"
    if barred:
        return f"names a rule that cannot be suppressed: {', '.join(barred)}"
    return "" if reason else f"gives no reason; {_FORM}"


def _barred(directive: Directive, barred: Set[str]) -> Directive:
    if directive.fault or barred.isdisjoint(directive.rules):
        return directive
    return replace(directive, fault=_fault(directive.rules, directive.reason, barred))


def _accepts(directive: Directive, finding: Finding) -> bool:
    if directive.fault or finding.rule not in directive.rules:
        return False
    return directive.block is None or (finding.claim is not None and finding.claim.block == directive.block)


def _faults(own: Sequence[Directive], used: Set[tuple[Place, str]], ran: Set[str] | None) -> Iterable[Finding]:
    for directive in own:
        if directive.fault:
            yield _finding("bad-suppression", f"this suppression {directive.fault}", directive)
            continue
        idle = [r for r in directive.rules if (directive.place, r) not in used and (ran is None or r in ran)]
        if idle:
            where = "file" if directive.block is None else "paragraph"
            yield _finding("unused-suppression", f"nothing to suppress in this {where}: {', '.join(idle)}", directive)


def _finding(rule: str, message: str, directive: Directive) -> Finding:
    mark = fingerprint(rule, directive.place.quote, message)
    return Finding(rule, RULES[rule].severity, message, directive.place, fingerprint=mark)
