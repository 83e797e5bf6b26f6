"""How two claims compare: what they are about, and whether their values can both be true.

``Subjects`` says what a claim is about; ``compare`` holds two statements of copy against each other, ``Judge`` a
claim against the canon. All three know kinds only as data (``lint.claims.Kind``).
"""

from __future__ import annotations

from lint.claims import Claim
from lint.comparison.judge import Judge, Judgement, Trial, conflicts, surer
from lint.comparison.result import PAGE, Result, Standard, Verdict
from lint.comparison.subject import Subject, Subjects
from lint.comparison.values import compare_values

__all__ = [
    "PAGE",
    "Judge",
    "Judgement",
    "Result",
    "Standard",
    "Subject",
    "Subjects",
    "Trial",
    "Verdict",
    "compare",
    "compare_values",
    "conflicts",
    "surer",
]


def compare(a: Claim, b: Claim, subjects: Subjects, tolerance: float | None = None) -> Result:
    """Compare two claims of copy; ``tolerance`` is the canon's for figures of their topic, None where it has none.

    Claims about different things are incomparable, and the reason says in what they differ.
    """
    first, second = subjects.of(a), subjects.of(b)
    if a.kind != b.kind:
        return Result("incomparable", "they are claims of different kinds")
    if first.topic.condition != second.topic.condition:
        return Result("incomparable", f"one is about {a.condition}, the other about {b.condition}")
    if first.topic != second.topic:
        return Result("incomparable", "they are about different things")
    if first.event != second.event:
        return Result("incomparable", f"one is a share at {first.event}, the other at {second.event}")
    if first.population != second.population:
        return Result("incomparable", "they are about different groups of people")
    return compare_values(a, b, subjects.packs.kinds[a.kind], Standard(tolerance=tolerance))
