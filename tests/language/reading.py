"""Read a text with an extractor, and show its claims as what a test is about: kind and slots, or single slots."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lint.claims import Claim
from lint.documents import parse
from lint.language.extractor import Extractor
from lint.packs import Packs, load

BREAST = "# Metastatic breast cancer\n\n"


def claims(extractor: Extractor, text: str, kind: str = "", suffix: str = ".md") -> list[Claim]:
    """The claims of a text, of one kind where it is named."""
    found = extractor.claims(parse(text.encode("utf-8"), f"page{suffix}"))
    return [claim for claim in found if kind in ("", claim.kind)]


def slots(extractor: Extractor, text: str, kind: str, *names: str) -> list[tuple[object, ...]]:
    """The named slots of the claims of a kind; "condition", "certainty" and "polarity" are taken for slots."""
    return [tuple(slot(claim, name) for name in names) for claim in claims(extractor, text, kind)]


def slot(claim: Claim, name: str) -> object:
    values: Mapping[str, object] = {
        "condition": claim.condition,
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "quote": " ".join(claim.place.quote.split()),
        **claim.slots,
    }
    return values[name]


def curable(extractor: Extractor, text: str) -> list[object]:
    """The steps of curability that a sentence about metastatic breast cancer gives, "denied" where they are."""
    found = claims(extractor, BREAST + text, "curability")
    return [("denied " if c.polarity == "negated" else "") + str(c.slots["curable"]) for c in found]


def own_packs(folder: Path, **files: str) -> Packs:
    """Write packs by name ("general" and others) with one file each, and load them and nothing else."""
    for name, text in files.items():
        pack = folder / name.replace("_", "-")
        pack.mkdir(parents=True, exist_ok=True)
        (pack / "rules.yml").write_text(text, encoding="utf-8")
    return load([folder])
