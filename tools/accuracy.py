"""Score what is extracted from corpus/ against the claims annotated in tests/gold/.

usage: accuracy.py [--misses] [--record]

Prints for every kind the claims annotated and extracted, precision, recall and F1 of those that are right (slots too),
and the share of right ones with the right condition. A claim is right when it overlaps an annotated one of its kind, its
value agrees and its polarity too. Exits 1 when F1 of a kind, or of all, falls below tests/gold/figures.json;
``--record`` writes that file.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lint.claims import Claim
from lint.documents import read
from lint.documents.document import Document
from lint.language.extractor import Extractor
from lint.packs import load
from lint.terms import load as load_terms

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
FIGURES = GOLD / "figures.json"
ROUNDING = 0.005
POINTS = 1.0
"""How far a figure in words and its annotation may lie apart."""
_WORD = re.compile(r"[a-z0-9]+")
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "to",
        "for",
        "and",
        "or",
        "with",
        "on",
        "is",
        "are",
        "be",
        "being",
        "not",
        "having",
        "getting",
    ]
)


@dataclass(frozen=True)
class Annotated:
    """A claim of the gold: its kind and slots, and the source characters that state it."""

    kind: str
    slots: Mapping[str, object]
    start: int
    end: int


def annotations(path: Path, document: Document) -> list[Annotated]:
    """Read the gold of a page. Raises SystemExit for a quote that the page does not hold."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        slots = json.loads(line)
        quote = slots["quote"]
        start = document.source.find(quote)
        if start < 0:
            raise SystemExit(f"{path}:{number}: the page does not hold {quote!r}")
        wrong = slots.get("wrong")
        if slots["kind"] == "term-error" and wrong in quote:
            start += quote.find(wrong)
            quote = wrong
        found.append(Annotated(slots["kind"], slots, start, start + len(quote)))
    return found


def words(value: object) -> set[str]:
    """Return the beginnings of the content words of a slot, so that inflections meet."""
    return {word[:4] for word in _WORD.findall(str(value or "").lower()) if word not in _LIGHT}


def near(a: object, b: object) -> bool:
    """Tell whether two ends of an interval agree."""
    if not isinstance(a, int | float) or not isinstance(b, int | float):
        return a is None and b is None
    return abs(a - b) <= max(POINTS, 2 * ROUNDING * abs(a))


def agrees(gold: Annotated, claim: Claim) -> bool:
    """Tell whether an extracted claim says what an annotated one says."""
    wanted, given = gold.slots, claim.slots
    if (wanted.get("polarity") == "negated") != (claim.polarity == "negated"):
        return False
    for name in ("site", "rank", "curable", "direction", "relation", "unit"):
        if name in wanted and str(wanted[name]).replace("most-common", "common") != str(given.get(name)).replace(
            "most-common", "common"
        ):
            return False
    if "sites" in wanted and set(wanted["sites"]) != set(given.get("sites") or ()):  # type: ignore[call-overload]
        return False
    if "low" in wanted and not (near(wanted["low"], given.get("low")) and near(wanted.get("high"), given.get("high"))):
        return False
    if "measure" in wanted:
        years = [re.findall(r"\d+", str(slots.get("measure"))) for slots in (wanted, given)]
        if all(years) and years[0][0] != years[1][0]:
            return False
    return all(
        words(wanted[name]) & words(given.get(name)) for name in ("factor", "therapy", "target") if name in wanted
    )


def overlap(gold: Annotated, claim: Claim) -> bool:
    """Tell whether an extracted claim stands where an annotated one does."""
    return gold.kind == claim.kind and gold.start < claim.place.end and claim.place.start < gold.end


def score(pages: Iterable[tuple[str, list[Annotated], tuple[Claim, ...]]], show: bool) -> dict[str, Counter[str]]:
    """Count, per kind, what is annotated, extracted, right, and right with the right condition."""
    counts: dict[str, Counter[str]] = {}
    for name, gold, claims in pages:
        free = list(claims)
        for wanted in gold:
            count = counts.setdefault(wanted.kind, Counter())
            count["gold"] += 1
            hit = next((claim for claim in free if overlap(wanted, claim) and agrees(wanted, claim)), None)
            if hit is not None:
                free.remove(hit)
                count["right"] += 1
                count["condition"] += wanted.slots.get("condition") == hit.condition
            elif show:
                print(f"missed  {name}: {wanted.kind}: {' '.join(str(wanted.slots['quote']).split())[:110]}")
        for claim in claims:
            # A fact that the page states twice was annotated once.
            again = claim in free and any(
                claim.kind == g.kind and agrees(g, claim) and not overlap(g, claim) for g in gold
            )
            counts.setdefault(claim.kind, Counter())["found"] += not again
            if claim in free and not again and show:
                print(f"extra   {name}: {claim.kind}: {' '.join(claim.place.quote.split())[:110]}")
    return counts


def figures(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """Return the figures of every kind, and of all together."""
    table = {}
    total: Counter[str] = Counter()
    for count in counts.values():
        total.update(count)
    for kind, count in (*sorted(counts.items()), ("all", total)):
        precision = count["right"] / count["found"] if count["found"] else 0.0
        recall = count["right"] / count["gold"] if count["gold"] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        table[kind] = {
            "gold": count["gold"],
            "found": count["found"],
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(f1, 3),
            "condition": round(count["condition"] / count["right"], 3) if count["right"] else 0.0,
        }
    return table


def main() -> int:
    """Print the table and hold it against the recorded figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was extra")
    parser.add_argument("--record", action="store_true", help="write the figures to hold later runs against")
    options = parser.parse_args()
    extractor, terms = Extractor(load()), load_terms()
    pages = []
    for path in sorted((ROOT / "corpus").iterdir()):
        gold = GOLD / f"{path.stem}.jsonl"
        if gold.is_file():
            document = read(path, path.name)
            claims, disease = extractor.read(document)
            claims = (*claims, *(replace(claim, condition=disease) for claim in terms.claims(document)))
            pages.append((path.name, annotations(gold, document), claims))
    table = figures(score(pages, options.misses))
    print(f"{'kind':16}{'gold':>6}{'found':>7}{'precision':>11}{'recall':>9}{'F1':>8}{'condition':>11}")
    for kind, row in table.items():
        print(
            f"{kind:16}{row['gold']:6.0f}{row['found']:7.0f}{row['precision']:11.3f}{row['recall']:9.3f}{row['f1']:8.3f}"
            f"{row['condition']:11.3f}"
        )
    if options.record:
        FIGURES.write_text(
            json.dumps({kind: row["f1"] for kind, row in table.items()}, indent=2) + "\n", encoding="utf-8"
        )
        return 0
    recorded = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
    worse = [kind for kind, f1 in recorded.items() if table.get(kind, {"f1": 0.0})["f1"] < f1]
    for kind in worse:
        print(f"{kind}: F1 fell from {recorded[kind]} to {table.get(kind, {'f1': 0.0})['f1']}", file=sys.stderr)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
