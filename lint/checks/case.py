"""The case that the checks look at, and how they raise a finding in it."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lint.comparison.corpus import Corpus, Statement
from lint.comparison.disagreements import Disagreements, find
from lint.findings import Finding, Fix, Raised, Severity
from lint.fingerprint import fingerprint
from lint.rules import RULES

RELATED = 10
"""How many other places a finding lists; the message says how many more there are."""


@dataclass
class Case(Corpus):
    """A corpus on a day; who disagrees in it is worked out once, for all checks."""

    today: datetime.date = datetime.date.max

    @cached_property
    def disagreements(self) -> Disagreements:
        """The odd ones out of all groups."""
        return find(self)


def raise_finding(
    rule: str,
    statement: Statement,
    message: str,
    others: Iterable[Statement] = (),
    *,
    canon: str | None = None,
    against: object = "",
    sides: tuple[frozenset[str], ...] = (),
    severity: Severity | None = None,
    fix: Fix | None = None,
) -> Raised:
    """Return a finding at a statement, related to the others (the first ten, each place once).

    ``against`` is the normalised value of the other side, for the fingerprint; ``sides`` are paths beyond those of
    the others given.
    """
    others = tuple(others)
    related = tuple(dict.fromkeys(other.place for other in others if other.place != statement.place))[:RELATED]
    subject = statement.judgement.subject
    finding = Finding(
        rule=rule,
        severity=severity or RULES[rule].severity,
        message=sys.intern(message),  # one thing is said of many places
        place=statement.place,
        claim=statement.claim,
        canon=canon,
        related=related,
        fix=fix,
        fingerprint=fingerprint(
            rule, statement.place.quote, statement.claim.kind, canon or subject.topic.condition, against
        ),
    )
    return Raised(finding, (*sides, frozenset({statement.path, *(other.path for other in others)})))
