"""What the checks say of a corpus, apart from who asks: kept between runs by the claims of its pages.

Severities, suppressions, the baseline and the focus come after it: it is the same whatever they are.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from lint.findings import Raised
from lint.record import claim_of, finding_of, full_finding_record, full_record

if TYPE_CHECKING:
    from lint.canon import Canon, CanonicalClaim
    from lint.checks import Case


@dataclass(frozen=True)
class Verdict:
    """All findings with their sides, and the counts of claims: see ``lint.results.Summary``.

    ``cited`` is the part of the canon that the findings name, None without a canon or where they name nothing.
    """

    raised: tuple[Raised, ...]
    claims: int
    uncovered: int
    undecided: int
    canonical: int | None
    cited: Canon | None


def judge(case: Case) -> Verdict:
    """Run all checks on a case."""
    from lint.checks import raised

    found = tuple(raised(case))
    compared = [s for s in case.statements if s.kind.compare != "none"]
    silent = [s for s in compared if s.judgement.verdict == "incomparable"] if case.canon else []
    return Verdict(
        found,
        len(compared),
        sum(not s.judgement.trials for s in silent),
        sum(bool(s.judgement.trials) for s in silent),
        len(case.canon.claims) if case.canon else None,
        _cited(case.canon, {one.finding.canon for one in found if one.finding.canon}) if case.canon else None,
    )


def _cited(canon: Canon, ids: set[str]) -> Canon | None:
    from lint.canon import Canon

    claims = tuple(canonical for canonical in canon.claims if canonical.id in ids)
    wanted = {id_ for canonical in claims for id_ in canonical.sources}
    return (
        Canon(claims, {id_: s for id_, s in canon.sources.items() if id_ in wanted}, canon.digest) if claims else None
    )


def verdict_record(verdict: Verdict) -> dict[str, object]:
    """Return a verdict as JSON values; sides that findings share are written once."""
    paths: dict[str, int] = {}
    sets: dict[frozenset[str], int] = {}
    found = []
    for one in verdict.raised:
        sides = [sets.setdefault(side, len(sets)) for side in one.sides]
        found.append([full_finding_record(one.finding), sides])
    return {
        "raised": found,
        "sides": [sorted(paths.setdefault(path, len(paths)) for path in sorted(side)) for side in sets],
        "paths": list(paths),
        "counts": [verdict.claims, verdict.uncovered, verdict.undecided, verdict.canonical],
        "cited": _canon_record(verdict.cited) if verdict.cited else None,
    }


def verdict_of(data: Mapping[str, Any]) -> Verdict:
    """Return the verdict of a record; raises KeyError, TypeError, ValueError or IndexError where it is none."""
    paths = data["paths"]
    sets = [frozenset(paths[at] for at in side) for side in data["sides"]]
    found = tuple(Raised(finding_of(finding), tuple(sets[at] for at in sides)) for finding, sides in data["raised"])
    claims, uncovered, undecided, canonical = data["counts"]
    return Verdict(found, claims, uncovered, undecided, canonical, _canon_of(data["cited"]) if data["cited"] else None)


def _canon_record(canon: Canon) -> dict[str, object]:
    return {
        "claims": [_canonical_record(canonical) for canonical in canon.claims],
        "sources": [asdict(source) for source in canon.sources.values()],
        "digest": canon.digest,
    }


_WORDS = ("id", "says", "note", "owner", "tolerance", "certainty_given")
_LISTS = ("sources", "accept", "may_include")


def _canonical_record(canonical: CanonicalClaim) -> dict[str, object]:
    """Return an approved statement without its examples: a finding shows none."""
    return {
        "claim": full_record(canonical.claim),
        "reviewed": canonical.reviewed.isoformat(),
        "review_by": canonical.review_by.isoformat() if canonical.review_by else None,
        **{name: getattr(canonical, name) for name in _WORDS},
        **{name: list(getattr(canonical, name)) for name in _LISTS},
    }


def _canon_of(data: Mapping[str, Any]) -> Canon:
    from lint.canon import Canon, CanonicalClaim, Source

    def day(text: str | None) -> datetime.date | None:
        return datetime.date.fromisoformat(text) if text else None

    def statements() -> Iterable[CanonicalClaim]:
        for entry in data["claims"]:
            lists: Mapping[str, Sequence[str]] = {name: tuple(entry[name]) for name in _LISTS}
            yield CanonicalClaim(
                claim=claim_of(entry["claim"]),
                reviewed=datetime.date.fromisoformat(entry["reviewed"]),
                review_by=day(entry["review_by"]),
                **{name: entry[name] for name in _WORDS},
                **lists,  # type: ignore[arg-type]
            )

    return Canon(tuple(statements()), {s["id"]: Source(**s) for s in data["sources"]}, data["digest"])
