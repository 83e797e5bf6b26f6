"""A result made by hand, with one of everything that a report has to show: no text is read for it."""

from __future__ import annotations

from dataclasses import replace

from lint.canon import Canon, CanonicalClaim, Source
from lint.claims import Claim, Place
from lint.excerpts import Excerpts
from lint.findings import Finding, Fix, Severity
from lint.fingerprint import fingerprint
from lint.results import CheckResult, Skipped, Summary
from lint.suppression import Suppressed
from tests.claim_maker import canonical, claim

ASTRAL = "pages/signs & 100%.md"
PAGES = {
    "pages/hope.md": "# Metastatic breast cancer\n\nSuch cancer can **often be cured**.\nAsk for a biospy.\n",
    ASTRAL: "🎗🎗 Bone is reached in\nabout 7% of people, @all say &lt;b&gt;*so\\*.\n",
    "pages/plain.md": "# Metastatic breast cancer\n\nMetastatic breast cancer cannot be cured.\n",
    "pages/quiet.md": "Bring your questions.\n",
}


def place(path: str, words: str) -> Place:
    """Return the place of words in a page."""
    text = PAGES[path]
    start = text.index(words)
    end = start + len(words)
    first, last = (text.count("\n", 0, at) + 1 for at in (start, end))
    column, end_column = (at - text.rfind("\n", 0, at) for at in (start, end))
    return Place(path, start, end, first, column, last, end_column, words)


def finding(
    rule: str,
    severity: Severity,
    message: str,
    at: Place,
    made: Claim | None = None,
    canon: str | None = None,
    related: tuple[Place, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """Return a finding with its fingerprint."""
    return Finding(rule, severity, message, at, made, canon, related, fix, fingerprint(rule, at.quote, canon))


def canon() -> Canon:
    """Return a canon of one statement."""
    source = Source("panel", "Consensus of a panel", "Doe J et al.", "J Panels", 2020, "10.1000/panel")
    statement: CanonicalClaim = canonical(
        "cure", claim("curability", curable="no"), says="It can be treated, not cured.", owner="editors"
    )
    return Canon((replace(statement, sources=("panel",)),), {"panel": source})


def result() -> CheckResult:
    """Return the result."""
    cured = place("pages/hope.md", "**often be cured**")
    word = place("pages/hope.md", "biospy")
    share = place(ASTRAL, "Bone is reached in\nabout 7%")
    told = place("pages/plain.md", "cannot be cured")
    found = (
        Finding(
            "unreadable-file",
            "error",
            "is a PDF file",
            Place("pages/broken.md", 0, 0, 1, 1, 1, 1, ""),
            fingerprint=fingerprint("unreadable-file", "", "is a PDF file"),
        ),
        finding(
            "contradicts-canon",
            "error",
            "says that it can often be cured; the approved statement is “It can be treated, not cured.” (Doe 2020)",
            cured,
            claim("curability", curable="often"),
            "cure",
            (told,),
        ),
        finding(
            "misspelt-term",
            "error",
            "“biospy” is misspelt: “biopsy”",
            word,
            claim("term-error", "", wrong="biospy", right="biopsy", error="misspelling", safe="yes"),
            fix=Fix(word.start, word.end, "biopsy", True),
        ),
        finding(
            "unverified-figure",
            "note",
            "7% for bone: no approved statement covers this figure",
            share,
            claim("site-frequency", site="bone", low=7.0, high=7.0, event="any", population=""),
            fix=Fix(share.end - 2, share.end, "70%"),
        ),
        finding(
            "overstated",
            "warning",
            "is surer than the approved statement\x1b[31m\u202e: it says usually",
            told,
            claim("curability", curable="no"),
        ),
    )
    accepted = Suppressed(
        finding("mixed-events", "warning", "one event fits none", share, claim("incidence", low=7.0, high=7.0)),
        "quoted from a leaflet",
    )
    summary = Summary(
        read=4,
        skipped={"not-english": 1, "empty": 0, "unreadable": 1},
        claims=5,
        findings={"error": 3, "warning": 1, "note": 1},
        uncovered=1,
        suppressed=1,
        canonical=1,
    )
    return CheckResult(
        found,
        (accepted,),
        (Skipped("pages/broken.md", "unreadable", "is a PDF file"), Skipped("pages/deutsch.md", "not-english")),
        summary,
        canon(),
        Excerpts({path: text.encode() for path, text in PAGES.items()}),
        tuple(PAGES),
    )
