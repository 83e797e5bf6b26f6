"""What an editor is told of wrong words: in words that say what to do."""

from __future__ import annotations

import pytest

from lint.checks import check
from tests.claim_maker import TODAY, claim, packs, pages


@pytest.mark.parametrize(
    ("error", "wrong", "right", "message"),
    [
        ("wrong-word", "harmful", "negative", "“harmful” is the wrong word in this term: “negative” is meant"),
        ("wrong-word", "lymph hub", "lymph node", "“lymph hub” is no medical term: “lymph node” is meant"),
        ("misspelling", "metastizes", "metastasizes", "“metastizes” is misspelt: “metastasizes”"),
        ("residue", "lymphinfo-icon", "lymph", "“lymphinfo-icon” holds remains of a web page: “lymph” is left"),
        ("residue", "Rate this post", "", "“Rate this post” holds remains of a web page"),
        ("residue", "3", "", "a footnote's “3” was left in the text"),
        ("residue", "scan4", "scan", "“scan4” has a footnote's digits at its end: “scan” is left"),
        ("residue", "bonescan", "bone scan", "a space was lost: “bonescan” is “bone scan”"),
        ("residue", "diagn osed", "diagnosed", "“diagn osed” came apart"),
        ("residue", "while", "While", "begins with a small letter (“while”): the words before it may be lost"),
    ],
)
def test_a_term_error_is_told_in_plain_words(error: str, wrong: str, right: str, message: str) -> None:
    found = claim("term-error", error=error, wrong=wrong, right=right, safe="no")
    assert [finding.message for finding in check(pages(found), None, packs(), TODAY)] == [message]
