"""What is read in the small corpus, written by hand: the report is tested whatever the rules of extraction are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lint import documents
from lint.claims import Claim, Place
from lint.documents.document import Document
from lint.documents.english import is_english
from lint.excerpts import text_span
from lint.pages import Page, PageReader
from lint.suppression import directives

MBC = "metastatic breast cancer"
PAGES = {
    "right.md": """\
# Metastatic breast cancer

Metastatic breast cancer cannot be cured. Bone is the most common site of metastasis.

Bone metastases occur in about 70% of women with metastatic breast cancer.
""",
    "wrong.md": """\
# Where it goes

The liver is the most common site of metastasis.

Metastatic breast cancer is often curable. Ask your team.

1. Bone metastases occur in 20% of women with metastatic breast cancer.
2. Drinking coffee raises the risk of breast cancer.

<!-- medcopy: ignore contradicts-canon -- quoted from a leaflet of 1990 -->
The liver is the most common site of metastasis.
""",
    "table.html": """\
<!doctype html><html lang="en"><head><title>Shares at a glance</title></head><body>
<h1>Metastatic breast cancer</h1>
<table><caption>Share of women</caption>
<tr><th>Site</th><th>Share</th></tr><tr><th>Bone</th><td>65%</td></tr></table>
<p>The most common sites of metastasis are the bones, the lungs and the liver.</p>
<p>At diagnosis 40% have it in the bones. Metastatic breast cancer is often curable.</p>
</body></html>
""",
    "deutsch.md": (
        "# Wenn der Krebs gestreut hat\n\nDer Krebs ist in die Knochen gestreut, und wir wissen noch nicht, ob die"
        " Behandlung hilft. Sie können mit uns über alles sprechen, was Ihnen auf dem Herzen liegt, und auch Ihre"
        " Familie ist bei uns willkommen. Bringen Sie zum Gespräch eine Liste mit Ihren Fragen mit.\n"
    ),
}


@dataclass(frozen=True)
class Reading:
    """A claim and the words of the source that state it; ``nth`` counts their places from 0."""

    words: str
    kind: str
    slots: dict[str, Any]
    condition: str = MBC
    certainty: str = "definite"
    nth: int = 0
    concepts: dict[str, str] = field(default_factory=dict)


SHARE = {"site": "bone", "event": "any", "population": ""}
READINGS = {
    "right.md": (
        Reading("cannot be cured", "curability", {"curable": "no"}),
        Reading("Bone is the most common site", "top-site", {"site": "bone", "rank": 1}),
        Reading("Bone metastases occur in about 70%", "site-frequency", {**SHARE, "low": 70, "high": 70}),
    ),
    "wrong.md": (
        Reading("liver is the most common site", "top-site", {"site": "liver", "rank": 1}),
        Reading("often curable", "curability", {"curable": "often"}),
        Reading("Bone metastases occur in 20%", "site-frequency", {**SHARE, "low": 20, "high": 20}),
        Reading(
            "Drinking coffee raises the risk",
            "risk-factor",
            {"factor": "drinking coffee", "outcome": "breast cancer", "direction": "increases"},
            "breast cancer",
        ),
        Reading("liver is the most common site", "top-site", {"site": "liver", "rank": 1}, nth=1),
    ),
    "table.html": (
        Reading("<th>Bone</th><td>65%", "site-frequency", {**SHARE, "low": 65, "high": 65}),
        Reading(
            "the bones, the lungs and the liver",
            "site-list",
            {"sites": ("bone", "lung", "liver"), "rank": "most-common"},
        ),
        Reading("40% have it", "site-frequency", {**SHARE, "low": 40, "high": 40, "event": "diagnosis"}),
        Reading("often curable", "curability", {"curable": "often"}),
    ),
}


def read_by_hand(reader: PageReader, shown: str, data: bytes) -> Page:
    """Stand in for ``PageReader.page``."""
    document = documents.parse(data, shown)
    if not is_english(document.text):
        return Page(shown, "not-english")
    readings = READINGS[shown.rpartition("/")[2]]
    return Page(shown, "read", tuple(_claim(document, reading) for reading in readings), directives(document))


def _claim(document: Document, reading: Reading) -> Claim:
    start = -1
    for _ in range(reading.nth + 1):
        start = document.source.index(reading.words, start + 1)
    end = start + len(reading.words)
    place = Place(document.path, start, end, *document.line_column(start), *document.line_column(end), reading.words)
    span = text_span(document, start, end)
    assert span is not None
    block = next(at for at, block in enumerate(document.blocks) if block.start <= span[0] < block.end)
    return Claim(
        reading.kind,
        reading.condition,
        reading.slots,
        place,
        reading.certainty,  # type: ignore[arg-type]
        "affirmed",
        reading.concepts,
        block=block,
    )


def shares_page(number: int, claims: int) -> str:
    """Return a page that states a share in each of its paragraphs."""
    told = [f"Bone metastases occur in {(number * 7 + at * 13) % 90 + 5}% of women" for at in range(claims)]
    return f"# Part {number}\n\n" + "\n\n".join(f"{words} with metastatic breast cancer." for words in told) + "\n"


def read_shares(reader: PageReader, shown: str, data: bytes) -> Page:
    """Stand in for ``PageReader.page`` where the pages are those of ``shares_page``."""
    document = documents.parse(data, shown)
    seen: Counter[str] = Counter()
    claims = []
    for words in re.findall(r"Bone metastases occur in \d+%", document.source):
        share = int(words.rpartition(" ")[2][:-1])
        slots = {**SHARE, "low": share, "high": share}
        claims.append(_claim(document, Reading(words, "site-frequency", slots, nth=seen[words])))
        seen[words] += 1
    return Page(shown, "read", tuple(claims), directives(document))
