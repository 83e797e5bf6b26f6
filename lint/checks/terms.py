"""wrong-term, misspelt-term, markup-residue and mixed-spelling: term errors as findings with their fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lint.checks.case import Case, raise_finding
from lint.claims import Claim
from lint.findings import Fix, Raised

ERRORS: Mapping[str, str] = {
    "wrong-word": "wrong-term",
    "misspelling": "misspelt-term",
    "residue": "markup-residue",
    "mixed-spelling": "mixed-spelling",
}


def check(case: Case) -> Iterable[Raised]:
    """Report the term errors of every page."""
    for statement in case.statements:
        claim = statement.claim
        rule = ERRORS.get(str(claim.slots.get("error"))) if claim.kind == "term-error" else None
        if rule:
            wrong, right = str(claim.slots.get("wrong") or ""), str(claim.slots.get("right") or "")
            words = _WORDS[rule](wrong, right)
            yield raise_finding(rule, statement, words, against=right, fix=_fix(claim, right, rule))


def _fix(claim: Claim, right: str, rule: str) -> Fix | None:
    """The replacement of the claim's words; none where nothing is known to be right, save that residue goes."""
    if not right and rule != "markup-residue":
        return None
    return Fix(claim.place.start, claim.place.end, right, claim.slots.get("safe") == "yes")


def _residue(wrong: str, right: str) -> str:
    left = f": “{right}” is left" if right else ""
    return f"“{wrong}” holds remains of a web page{left}"


_WORDS: Mapping[str, Callable[[str, str], str]] = {
    "wrong-term": lambda wrong, right: f"“{wrong}” is no medical term" + (f": “{right}” is meant" if right else ""),
    "misspelt-term": lambda wrong, right: f"“{wrong}” is misspelt" + (f": “{right}”" if right else ""),
    "markup-residue": _residue,
    "mixed-spelling": lambda wrong, right: f"the page spells this “{right}” elsewhere and “{wrong}” here",
}
