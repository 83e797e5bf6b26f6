"""What a comparison of two claims comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["agree", "strength", "contradicts", "incomparable"]


@dataclass(frozen=True, slots=True)
class Result:
    """A verdict and, in plain words, why. ``surer`` tells that the first of the two is the stronger wording."""

    verdict: Verdict
    reason: str = ""
    surer: bool = False


@dataclass(frozen=True, slots=True)
class Standard:
    """What the second claim lets pass: nothing of its own where it is a page's, more where it is canonical.

    ``tolerance`` is in percentage points, or in the unit of the figure; None on a page means five points, and a
    fifth in other units. ``accept`` are steps and choices that pass; ``may_include`` are sites that a list may add.
    """

    canonical: bool = False
    tolerance: float | None = None
    accept: tuple[str, ...] = ()
    may_include: tuple[str, ...] = ()


PAGE = Standard()
AGREE = Result("agree")
