"""The rules: default severity, whether they are on, and what ``explain RULE`` says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lint.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its default severity, one line on what it finds, and what to do about it; ``on`` unless asked for."""

    severity: Severity
    summary: str
    help: str
    on: bool = True


RULES: Mapping[str, Rule] = {
    "contradicts-canon": Rule(
        "error",
        "The text says something that the approved statement rules out.",
        "Change the text to agree with the approved statement that the message names. If that is out of date, ask its"
        " owner to change claims.yml. Where the text names no event (at diagnosis, first relapse, at any time) and the"
        " approved figures of the events lie far apart, this is a warning: say which event is meant.",
    ),
    "contradicts-page": Rule(
        "error",
        "The page says two things that cannot both be true.",
        "Decide which of the two is right and change the other. The finding stands at the one that fewer places share.",
    ),
    "contradicts-corpus": Rule(
        "error",
        "Another page says something that cannot be true together with this.",
        "Decide which is right and change the other. The finding stands at the odd one out; the others are listed.",
    ),
    "impossible-figures": Rule(
        "error",
        "The figures cannot be: a share above 100%, parts that exceed the whole, survival that rises with time.",
        "Look the figures up and correct them.",
    ),
    "wrong-term": Rule(
        "error",
        "A fixed medical term has a wrong word in it.",
        "Use the term that the message gives.",
    ),
    "misspelt-term": Rule(
        "error",
        "A medical term is misspelt.",
        "Use the spelling that the message gives.",
    ),
    "markup-residue": Rule(
        "warning",
        "Remains of a web page (an icon's name, a button's label) stand in the text.",
        "Delete them.",
    ),
    "overstated": Rule(
        "warning",
        "The text is surer than the approved statement allows.",
        "Weaken the wording: usually, often, may. Text that is less sure than the approved statement passes.",
    ),
    "inconsistent-strength": Rule(
        "warning",
        "Places word one thing with different strength (cannot be cured; cannot be cured in most cases).",
        "Choose one wording for all pages. Each of them may pass against the approved statement.",
    ),
    "mixed-events": Rule(
        "warning",
        "Shares stand side by side that belong to different events (at diagnosis, first relapse, at any time).",
        "Give all shares for one event, and name it.",
    ),
    "expired-claim": Rule(
        "warning",
        "The text rests on an approved statement whose review date has passed.",
        "Ask the statement's owner to review it. The text itself need not change.",
    ),
    "bad-suppression": Rule(
        "warning",
        "A suppression is malformed, gives no reason or names an unknown rule; it suppresses nothing.",
        "Write it as: medcopy: ignore RULE -- reason",
    ),
    "unused-suppression": Rule(
        "warning",
        "A suppression has nothing to suppress.",
        "Delete it, or move it to the paragraph that it is meant for.",
    ),
    "unreadable-file": Rule(
        "error",
        "A file cannot be read as an article.",
        "Save it as UTF-8 text, or exclude it in medcopy.yml.",
    ),
    "incomplete-list": Rule(
        "note",
        "A list that claims to be complete leaves out an item of the approved one.",
        "Add the item, or say that the list is not complete (include, such as, among them).",
    ),
    "mixed-spelling": Rule(
        "note",
        "A page mixes two spellings of one word (tumor, tumour).",
        "Choose one of them for the page.",
        on=False,
    ),
    "unverified-figure": Rule(
        "note",
        "No approved statement covers this figure.",
        "Add an approved statement with its source to claims.yml, or leave the figure out.",
        on=False,
    ),
}

UNSUPPRESSIBLE = frozenset({"bad-suppression", "unused-suppression", "unreadable-file"})
_STEPS: tuple[Severity, ...] = ("off", "note", "warning", "error")


def apply_severity(findings: Iterable[Finding], overrides: Mapping[str, Severity]) -> list[Finding]:
    """Give findings the severity that the project wants, drop those that are off, and sort the rest by place.

    ``overrides`` go by rule. A finding that its check made milder than its rule stays as mild.
    """
    kept = []
    for finding in findings:
        wanted = overrides.get(finding.rule)
        rule = RULES[finding.rule]
        severity = finding.severity
        if wanted is None and not rule.on:
            severity = "off"
        elif wanted is not None:
            milder = _STEPS.index(severity) < _STEPS.index(rule.severity)
            severity = min(wanted, severity, key=_STEPS.index) if milder else wanted
        if severity != "off":
            kept.append(finding if severity == finding.severity else replace(finding, severity=severity))
    return ordered(kept)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by place, then rule and message: the one order of every output."""
    return sorted(findings, key=ordering)


def ordering(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Return what findings are sorted by; findings of one run with the same are the same."""
    place = finding.place
    return (place.path, place.start, place.end, finding.rule, finding.message, finding.fingerprint)
