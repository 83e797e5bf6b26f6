"""Runs without a space are cut as spaCy cuts them, without its import."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language import english, pipeline
from lint.language.cutting import Cutter
from lint.language.english import Tables

ROOT = Path(__file__).parent.parent.parent
SPACY = pipeline._spacy(None)
SHIPPED = Tables.shipped()
TABLES = pipeline.spacy_tables()
CASES = sorted(TABLES.cases)
SIGNS = (*"().,;:!?'\"-+%/=~&<>[]|*#@_", "\u2019", "\u201c", "\u2013", "\u2014", "\u00b0", "\u00a3", "...", "--", "'s")
WORDS = sorted(
    {run for path in (ROOT / "corpus").iterdir() for run in path.read_text(encoding="utf-8", errors="replace").split()}
)
RUN = st.lists(
    st.one_of(st.sampled_from(CASES), st.sampled_from(SIGNS), st.sampled_from(WORDS), st.from_regex(r"\w{1,4}", fullmatch=True)),
    min_size=1,
    max_size=5,
).map("".join)  # fmt: skip


def different(run: str, cutter: Cutter) -> bool:
    """Tell whether a run is cut otherwise than by spaCy."""
    return tuple(cutter.cut(run)) != tuple(pipeline._whole(SPACY, run))


def test_the_tables_that_ship_are_those_of_the_spacy_that_is_installed() -> None:
    if SHIPPED.mark != english.mark():
        pytest.skip("another spaCy than that of the tables: python tools/build_english.py writes those of this one")
    assert pipeline.spacy_tables().text() == english.SHIPPED.read_text(encoding="utf-8")


def test_the_words_of_the_corpus_are_cut_as_spacy_cuts_them() -> None:
    cutter = Cutter(TABLES)
    assert [run for run in WORDS if different(run, cutter)] == []


def test_the_cases_are_cut_as_spacy_cuts_them_with_signs_around_them() -> None:
    cutter = Cutter(TABLES)
    around = random.Random(1)
    runs = [before + case + behind for case in CASES for before in ("", "(", "X") for behind in ("", ".", ",", "-case")]
    runs += [around.choice(CASES) + around.choice(SIGNS) + around.choice(CASES) for _ in range(1000)]
    assert [run for run in runs if different(run, cutter)] == []


@settings(max_examples=600)
@given(RUN)
def test_any_run_is_cut_as_spacy_cuts_it(run: str) -> None:
    for one in run.split():
        assert not different(one[:299], Cutter(TABLES))


def test_most_words_are_cut_by_one_look() -> None:
    assert sum(Cutter(TABLES).plain(run) is not None for run in WORDS) > 0.7 * len(WORDS)


def test_spacy_is_imported_only_where_it_cuts_otherwise_than_the_tables() -> None:
    code = (
        "import sys\nfrom lint.language import english, pipeline\n"
        "same = english.Tables.shipped().mark if sys.argv[1] == 'same' else ''\n"
        "pipeline.mark = lambda: same\n"
        "print(pipeline.tokenizer()('It cannot be HER2-positive (70%).').words, 'spacy' in sys.modules)"
    )
    told = [
        subprocess.run([sys.executable, "-c", code, *which], capture_output=True, text=True, check=True).stdout.split(
            "] "
        )
        for which in (("same",), ("other",))
    ]
    assert told[0] == [
        "['it', 'can', 'not', 'be', 'her2', '-', 'positive', '(', '70', '%', ')', '.'", "False\n"
    ]  # fmt: skip
    assert told[1] == [told[0][0], "True\n"]
