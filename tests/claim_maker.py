"""Claims, packs and canons made by hand, so that comparison and checks are tested without reading a text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lint.canon import Canon, CanonicalClaim, Source
from lint.claims import Claim, Kind, Place, Slot
from lint.comparison.corpus import PageClaims
from lint.concepts import Concepts, names_of
from lint.errors import PackError
from lint.located import load
from lint.pack_entries import Entry
from lint.packs import Packs

TODAY = datetime.date(2026, 12, 1)
MBC = "metastatic breast cancer"
KINDS_FILE = Path(__file__).parent.parent / "rules" / "general" / "kinds.yml"


@cache
def kinds() -> dict[str, Kind]:
    """Read the kinds that ship."""
    tree: Any = load(KINDS_FILE, PackError).plain()
    return {name: _kind(name, entry) for name, entry in tree["kinds"].items()}


def _kind(name: str, entry: Mapping[str, Any]) -> Kind:
    slots = tuple(
        Slot(slot, shape["type"], tuple(shape.get("values", ())), shape.get("default"), shape.get("required", True))
        for slot, shape in entry["slots"].items()
    )
    return Kind(name, entry["about"], slots, tuple(entry["key"]), entry["compare"])


@cache
def packs() -> Packs:
    """Return packs with the kinds that ship and a few words."""
    concepts = {
        "excess-weight": ("obesity", "being very overweight"),
        "physical-activity": ("exercise", "brisk walking"),
        "alcohol": ("drinking alcohol",),
        "smoking": ("tobacco",),
        "lifetime-risk": ("over a whole lifetime", "in the course of a lifetime"),
        "her2-positive": ("her2+", "tumours that make too much her2"),
        "her2-low": (),
        "autopsy": ("autopsies", "necropsy", "cases at necropsy"),
    }
    vocabularies = {
        "sites": {
            s: Entry(s, (s.replace("-", " "),)) for s in ("bone", "lung", "liver", "brain", "lymph-node", "skin")
        },
        "diseases": {
            "breast cancer": Entry("breast cancer", ("breast cancer", "breast carcinoma"), {"people": ["women"]}),
            "prostate cancer": Entry("prostate cancer", ("prostate cancer",), {"people": ["men"]}),
            "type 2 diabetes": Entry("type 2 diabetes", ("type 2 diabetes", "type 2")),
        },
        "stages": {
            "metastatic": Entry("metastatic", ("metastatic", "stage 4", "advanced"), {"told-by": ["spread", "moved"]}),
            "early": Entry("early", ("early",)),
        },
        "subtypes": {"her2-positive": Entry("her2-positive", ("her2-positive",))},
        "people": {
            "people": Entry("people", ("people", "patients", "persons", "adults", "those")),
            "women": Entry("women", ("women", "woman"), {"group": True}),
            "men": Entry("men", ("men", "man"), {"group": True}),
            "deposits": Entry("deposits", ("deposits", "all metastases"), {"group": True, "exclusive": True}),
        },
        "regions": {
            "us": Entry("us", ("in the united states", "american")),
            "uk": Entry("uk", ("in the uk", "in england")),
        },
    }
    return Packs(
        directories=(),
        digest="",
        kinds=kinds(),
        vocabularies=vocabularies,
        classes={},
        cues=(),
        patterns=(),
        concepts=Concepts(names_of(concepts), frozenset({"having", "disease", "whose"})),
    )


def claim(kind: str, condition: str = MBC, *, at: int = 0, path: str = "a.md", quote: str = "", **given: Any) -> Claim:
    """Make a claim: slots by name, and certainty, polarity, closed, block and sentence where they differ from plain."""
    names = ("certainty", "polarity", "closed", "block", "sentence", "concepts")
    plain = {name: given.pop(name) for name in names if name in given}
    words = quote or " ".join(str(value) for value in given.values())
    place = Place(path, at, at + len(words), 1, at + 1, 1, at + 1 + len(words), words)
    return Claim(kind, condition, given, place, **plain)


def canonical(id_: str, made: Claim, **given: Any) -> CanonicalClaim:
    """Make a canonical claim."""
    return CanonicalClaim(id=id_, claim=made, sources=("trial",), reviewed=datetime.date(2026, 11, 1), **given)


def canon(*claims: CanonicalClaim) -> Canon:
    """Make a canon with one source."""
    source = Source(id="trial", title="A trial of something", authors="Miller H et al.", year=2010)
    return Canon(claims=claims, sources={"trial": source})


def pages(*claims: Claim) -> list[PageClaims]:
    """Put claims on their pages."""
    by_path: dict[str, list[Claim]] = {}
    for made in claims:
        by_path.setdefault(made.place.path, []).append(made)
    return [PageClaims(path, tuple(page)) for path, page in by_path.items()]
