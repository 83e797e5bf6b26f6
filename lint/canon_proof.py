"""Proves the canon: every example sentence is read and judged, and must come to what the canon says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lint.canon import Canon, CanonicalClaim, CanonicalExample
from lint.claims import Claim
from lint.comparison import Judge, Judgement, Subjects, Verdict
from lint.documents import parse
from lint.documents.document import Document
from lint.errors import CanonError, MedcopyError
from lint.packs import Packs

HEARD: tuple[Verdict, ...] = ("agree", "strength", "contradicts")
_EXPECTED = {
    "agrees": "should agree with",
    "contradicts": "should contradict",
    "ignores": "should have nothing to do with",
}


class Reader(Protocol):
    """Anything that reads the claims of a document, such as ``lint.language.extractor.Extractor``."""

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document."""


def prove(canon: Canon, packs: Packs, extractor: Reader) -> list[MedcopyError]:
    """Return an error for every example that does not hold, in the order of the canon; none where all hold.

    Each sentence is read below a heading that names its claim's condition, and judged by the whole canon.
    """
    judge = Judge(canon, packs, Subjects(packs))
    errors: list[MedcopyError] = []
    for canonical, example in canon.examples:
        judged = [(claim, judge.judge(claim)) for claim in _read(canonical, example, extractor)]
        if not _holds(canonical, example, [judgement for _, judgement in judged]):
            message = (
                f"this example {_EXPECTED[example.expected]} {canonical.id!r}, but {_found(canonical, judged)}."
                f" Mend the claim or the example: {example.text!r}"
            )
            errors.append(CanonError(message, example.path, example.line, example.column))
    return errors


def _read(canonical: CanonicalClaim, example: CanonicalExample, extractor: Reader) -> list[Claim]:
    """Return the claims of the sentence, without those of the heading above it."""
    heading = f"# {canonical.claim.condition.capitalize()}\n\n"
    document = parse(f"{heading}{example.text}\n".encode(), "example.md")
    return [claim for claim in extractor.claims(document) if claim.place.start >= len(heading)]


def _holds(canonical: CanonicalClaim, example: CanonicalExample, judgements: Sequence[Judgement]) -> bool:
    if example.expected == "ignores":
        return all(_verdict(canonical, judgement) is None for judgement in judgements)
    wanted: Verdict = "agree" if example.expected == "agrees" else "contradicts"
    # A sentence may make a claim beside the one that it proves; it must not contradict the canon where it agrees.
    if wanted == "agree" and any(judgement.verdict == "contradicts" for judgement in judgements):
        return False
    return any(judgement.verdict == wanted == _verdict(canonical, judgement) for judgement in judgements)


def _verdict(canonical: CanonicalClaim, judgement: Judgement) -> Verdict | None:
    """Return what this one canonical claim says to a claim, or None where the two are not compared."""
    for trial in judgement.trials:
        if trial.canonical.id == canonical.id and trial.result.verdict in HEARD:
            return trial.result.verdict
    return None


def _found(canonical: CanonicalClaim, judged: Sequence[tuple[Claim, Judgement]]) -> str:
    """Tell what was read instead, for the message."""
    if not judged:
        return "no claim was read in it"
    said = []
    for claim, judgement in judged:
        own = _verdict(canonical, judgement)
        values = ", ".join(f"{name} {value}" for name, value in claim.slots.items() if value not in (None, ""))
        denied = "the denial of " if claim.polarity == "negated" else ""
        read = f"{denied}{claim.kind} of {claim.condition} ({values}; {claim.certainty})"
        if own is not None:
            said.append(f"it was read as {read}, which comes to {own!r}")
        elif judgement.canonical is not None:
            said.append(f"it was read as {read}, which concerns {judgement.canonical.id!r}")
        else:
            said.append(f"it was read as {read}, which is not compared with it")
    return "; ".join(said)
