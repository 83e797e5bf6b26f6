"""Runs that spaCy need not be asked for are cut as it would cut them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language import pipeline
from lint.language.pipeline import Known, tokenizer

ROOT = Path(__file__).parent.parent.parent
SPACY = pipeline._spacy(None)
SPECIAL = frozenset(SPACY.rules)
WORDS = sorted(
    {run for path in (ROOT / "corpus").iterdir() for run in path.read_text(encoding="utf-8", errors="replace").split()}
)
CASES = [case + sign for case in sorted(SPECIAL) for sign in ("", ".", ",", ")", "?", ":", "-case")]


def same(run: str) -> bool:
    """Tell whether a run is none that is cut without spaCy, or is cut as spaCy does."""
    cut = Known(SPECIAL).plain(run)
    return cut is None or tuple(cut) == tuple(pipeline._whole(SPACY, run))


def test_the_words_of_the_corpus_are_cut_as_spacy_cuts_them_and_most_of_them_need_it_not() -> None:
    assert [run for run in WORDS if not same(run)] == []
    plain = sum(Known(SPECIAL).plain(run) is not None for run in WORDS)
    assert plain > 0.7 * len(WORDS)


def test_the_cases_that_spacy_has_rules_for_are_left_to_it() -> None:
    assert [run for run in CASES if not same(run)] == []
    assert Known(SPECIAL).plain("cannot") is None
    assert Known(SPECIAL).plain("cannot,") is None
    assert Known(SPECIAL).plain("(Dr.") is None


@settings(max_examples=600)
@given(st.from_regex(r"\(?([A-Za-z]{1,9}(-[A-Za-z]{1,9})?|[0-9]{1,6}([.,][0-9]{1,4})?)%?[.,;:!?)]?", fullmatch=True))
def test_any_plain_run_is_cut_as_spacy_cuts_it(run: str) -> None:
    assert same(run)


def test_without_the_cases_of_spacy_nothing_is_plain() -> None:
    assert Known().plain("word") is None


def test_what_is_known_is_read_without_spacy() -> None:
    code = (
        "import sys\nfrom lint.language.pipeline import Known, tokenizer\n"
        "cut = tokenizer(None, Known(frozenset(['cannot']), asked={'70%': ['70', 0, 2, '%', 2, 3]}))\n"
        "print(cut('In 70% (about) 1,').words, 'spacy' in sys.modules)\n"
        "print(cut('It cannot.').words, 'spacy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.splitlines() == [
        "['in', '70', '%', '(', 'about', ')', '1', ','] False",
        "['it', 'can', 'not', '.'] True",
    ]


def test_what_spacy_was_asked_for_is_known_afterwards() -> None:
    known = Known()
    told = tokenizer(None, known)("HER2-positive (ER+), don't.")
    assert known.special == SPECIAL
    assert known.new
    assert set(known.asked) == {"HER2-positive", "(ER+),", "don't."}
    again = Known.of(json.loads(json.dumps(known.record())))
    assert tokenizer(None, again)("HER2-positive (ER+), don't.") == told
    assert not again.new
