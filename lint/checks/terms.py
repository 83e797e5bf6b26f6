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
    """Say what is wrong with words that something was left in, lost from or glued to."""
    if wrong.isdigit():
        return f"a footnote's “{wrong}” was left in the text"
    if right and right.replace(" ", "") == wrong.replace(" ", ""):
        return f"a space was lost: “{wrong}” is “{right}”" if len(right) > len(wrong) else f"“{wrong}” came apart"
    if right[1:] == wrong[1:] and right.lower() == wrong.lower():
        return f"begins with a small letter (“{wrong}”): the words before it may be lost"
    if right and wrong.startswith(right) and wrong.removeprefix(right).isdigit():
        return f"“{wrong}” has a footnote's digits at its end: “{right}” is left"
    left = f": “{right}” is left" if right else ""
    return f"“{wrong}” holds remains of a web page{left}"


def _term(wrong: str, right: str) -> str:
    """Say which words are no medical term, or which word of one is wrong."""
    what = "is no medical term" if " " in wrong or " " in right else "is the wrong word in this term"
    return f"“{wrong}” {what}" + (f": “{right}” is meant" if right else "")


_WORDS: Mapping[str, Callable[[str, str], str]] = {
    "wrong-term": _term,
    "misspelt-term": lambda wrong, right: f"“{wrong}” is misspelt" + (f": “{right}”" if right else ""),
    "markup-residue": _residue,
    "mixed-spelling": lambda wrong, right: f"the page spells this “{right}” elsewhere and “{wrong}” here",
}
