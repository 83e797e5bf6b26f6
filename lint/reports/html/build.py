"""The report of a run: everything that the templates show, made from what was read and found."""

from __future__ import annotations

from lint.reports.html.articles import articles
from lint.reports.html.cards import Cards
from lint.reports.html.data import Numbers, Report, SkippedFile
from lint.reports.html.decisions import Decisions
from lint.reports.html.links import SourceUrls
from lint.reports.html.spots import Since, Spots
from lint.reports.html.states import counts
from lint.reports.html.undecided import undecided
from lint.results import CheckResult
from lint.run import Survey

WHY = {"not-english": "not in English", "empty": "empty", "unreadable": "cannot be read"}
"""Why a file is skipped, in words."""


def build(seen: Survey, result: CheckResult, urls: SourceUrls, since: Since | None = None) -> Report:
    """Return the report of a corpus, or of a change in it."""
    spots = Spots(seen, result, urls, since)
    cards = Cards(spots)
    decisions = Decisions(spots, cards)
    canon = seen.knowledge.canon
    shown = [spot for s in seen.case.statements if spots.shown(s.path) and (spot := spots.find(s))]
    claims = [spot.state for spot in shown if spot.state != "term" and spot.variant]
    skipped = [s for s in result.skipped if spots.shown(s.path)]
    read = sum(page.status == "read" and spots.shown(page.path) for page in seen.pages)
    reasons = {WHY[reason]: sum(s.reason == reason for s in skipped) for reason in WHY}
    overdue = [c for c in (canon.claims if canon else ()) if c.review_by and c.review_by < seen.case.today]
    numbers = Numbers(
        found=read + len(skipped),
        read=read,
        skipped={reason: number for reason, number in reasons.items() if number},
        claims=len(claims),
        states=counts(claims),
        terms=sum(spot.state == "term" for spot in shown),
        findings=result.summary.findings,
        known=len(result.known),
        approved=len(canon.claims) if canon else None,
        overdue=len(overdue),
        focus=None if all(spots.shown(page.path) for page in seen.pages) else read + len(skipped),
        before=len(result.outside),
    )
    sections = cards.sections()
    return Report(
        seen.case.today.isoformat(),
        numbers,
        decisions.all(),
        undecided(sections),
        sections,
        cards.unstated(),
        tuple(cards.approved(canonical) for canonical in overdue),
        articles(spots),
        decisions.held(),
        tuple(SkippedFile(s.path, WHY[s.reason], s.message) for s in skipped),
        tuple(canon.sources) if canon else (),
        since.revision if since else "",
        spots.baseline,
        result.gone,
    )
