from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.terms.listed import Listed

_WORDS = st.sets(st.text("abcé-", min_size=1, max_size=12), max_size=400)


@given(_WORDS, _WORDS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_the_words_of_a_list_are_in_it_and_no_others(words: set[str], others: set[str], end: str, ended: bool) -> None:
    lines = sorted(word.encode() for word in words)
    data = end.encode().join(lines) + (end.encode() if ended else b"")
    listed = Listed(data)
    assert {word for word in words | others if word in listed} == words


@pytest.mark.parametrize("word", ["", "aa", "a", "zz"])
def test_what_is_no_line_of_a_list_is_not_in_it(word: str) -> None:
    assert word not in Listed(b"ab\nac\nad\n")
