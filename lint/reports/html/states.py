"""The state of every claim, as the report counts and colours it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lint.comparison.corpus import Statement
from lint.findings import Finding
from lint.reports.html.data import State


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: its name, the sign that stands for it where there is no colour, and what it means."""

    name: str
    sign: str
    means: str


STATES: Mapping[State, Look] = {
    "contradicts": Look("contradicting", "✕", "cannot be true together with the approved statement or another place"),
    "overstated": Look("overstated", "▲", "surer than the approved statement allows"),
    "uneven": Look("uneven", "≈", "worded surer, or less sure, than another place"),
    "undecided": Look("undecided", "?", "an approved statement is near, but for another event or group of people"),
    "uncovered": Look("not covered", "○", "no approved statement is about it"),
    "agrees": Look("agreeing", "✓", "agrees with the approved statement"),
    "accepted": Look("accepted", "⊘", "disagrees, and somebody accepted it with a reason"),
    "term": Look("wrong term", "¶", "a misspelt or wrong medical term, or remains of markup"),
}
"""The states, the worst first; a claim has one of them, and ``term`` is of words, not of claims."""

ORDER: Mapping[State, int] = {state: at for at, state in enumerate(STATES)}

STRENGTHS: Mapping[str, State] = {"overstated": "overstated", "inconsistent-strength": "uneven"}
"""The rules on how sure a text is, the worse first, and the state that each gives a claim."""

CONTRADICTIONS = frozenset({"contradicts-canon", "contradicts-page", "contradicts-corpus", "impossible-figures"})


def state(statement: Statement, findings: Collection[Finding], accepted: Collection[Finding]) -> State:
    """Return the state of a claim: its findings decide, then the canon's judgement.

    ``accepted`` are the findings on it that are suppressed or in the baseline.
    """
    if statement.kind.compare == "none":
        return "term" if findings else "accepted"
    rules = {finding.rule for finding in findings}
    if rules & CONTRADICTIONS:
        return "contradicts"
    for rule, said in STRENGTHS.items():
        if rule in rules:
            return said
    if any(finding.rule in CONTRADICTIONS or finding.rule in STRENGTHS for finding in accepted):
        return "accepted"
    verdict = statement.judgement.verdict
    if verdict == "contradicts":
        return "contradicts"
    if "mixed-events" in rules:
        return "undecided"
    if verdict in ("agree", "strength"):
        return "agrees"
    return "undecided" if statement.judgement.trials else "uncovered"


def worst(states: Collection[State]) -> State:
    """Return the worst of some states."""
    return min(states, key=ORDER.__getitem__)


def counts(states: Collection[State]) -> dict[State, int]:
    """Return how many there are of each state, in the order of the states and without those that do not occur."""
    found = list(states)
    return {state: found.count(state) for state in STATES if state in found}
