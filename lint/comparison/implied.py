"""The order that shares imply: on a page that gives each site's share, a smaller share is not the greatest."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from lint.comparison.corpus import Corpus, Statement
from lint.comparison.values import Interval, interval, slot

SHARES, ORDER = "site-frequency", "top-site"
LIVING = ("any", "diagnosis")
"""Events whose shares say how common a site is; the order at first spread or after death is another one."""


@dataclass(frozen=True, slots=True)
class Beaten:
    """A site whose share on a page is smaller than ``times`` others': its statement, and the greater ones."""

    times: int
    share: Statement
    greater: tuple[Statement, ...]


def against_order(corpus: Corpus) -> dict[int, list[Beaten]]:
    """Return, by id of the statement, the shares that speak against a site's being the most common (second ..)."""
    beaten: dict[tuple[str, object], list[Beaten]] = {}
    for shares in _tables(corpus):
        for site, (own, figure) in shares.items():
            greater = [other for other, theirs in shares.values() if theirs.low > figure.high]
            if greater:
                key = (own.judgement.subject.topic.condition, site)
                beaten.setdefault(key, []).append(Beaten(len(greater), own, tuple(greater)))
    found: dict[int, list[Beaten]] = {}
    for statement in corpus.statements:
        claim = statement.claim
        if claim.kind != ORDER or claim.polarity == "negated":
            continue
        rank = slot(claim, statement.kind, "rank")
        key = (statement.judgement.subject.topic.condition, slot(claim, statement.kind, "site"))
        speaking = [b for b in beaten.get(key, ()) if isinstance(rank, int) and b.times >= rank]
        if speaking:
            found[id(statement)] = speaking
    return found


def _tables(corpus: Corpus) -> Sequence[dict[object, tuple[Statement, Interval]]]:
    """Return the shares of each page for one event and population, by site; a site given twice is left out."""
    tables: dict[Hashable, dict[object, tuple[Statement, Interval]]] = {}
    twice: set[Hashable] = set()
    for statement in corpus.statements:
        claim, subject = statement.claim, statement.judgement.subject
        if claim.kind != SHARES or claim.polarity == "negated" or subject.event not in LIVING:
            continue
        if statement.judgement.verdict == "contradicts":
            continue
        key = (statement.path, subject.topic.condition, subject.event, subject.population)
        site, figure = slot(claim, statement.kind, "site"), interval(claim, statement.kind)
        table = tables.setdefault(key, {})
        if site in table and table[site][1].gap(figure) > 0:
            twice.add((key, site))
        table.setdefault(site, (statement, figure))
    return [{site: entry for site, entry in table.items() if (key, site) not in twice} for key, table in tables.items()]
