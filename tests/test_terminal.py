from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.excerpts import Excerpt
from lint.terminal import WIDTH, marked, safe, width


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_nothing_that_is_shown_acts_on_a_terminal(text: str) -> None:
    for character in safe(text):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp", "Co")
        assert unicodedata.category(character) != "Cf" or character in "\u200c\u200d"


def test_what_would_act_is_spelt_out_and_what_nobody_sees_left_out() -> None:
    assert safe("a\x1b[31mb\u202ec") == "a\\x1b[31mb\\u202ec"
    assert safe("meta\u00adstasis") == "metastasis"
    assert safe("naïve – 70 %") == "naïve – 70 %"


def columns(line: str) -> int:
    return sum(map(width, line))


@settings(max_examples=100, deadline=None)
@given(
    *(
        st.lists(st.sampled_from(["bone", "70%", "乳癌", "naïve", "x" * 30]), max_size=30).map(" ".join)
        for _ in range(3)
    )
)
def test_exactly_the_words_are_underlined(before: str, words: str, after: str) -> None:
    lines = list(marked(Excerpt(f"{before} ", words, f" {after}"), False, "  "))
    under = [""]
    for line in lines:
        if line.strip() and set(line) <= {" ", "^"}:
            under.append(line)
        else:
            assert columns(line) <= WIDTH
    seen = "".join(" ".join(words.split()).split())
    assert sum(line.count("^") for line in under) >= columns(seen)


def test_underlines_stand_below_their_words_in_wide_writing_too() -> None:
    assert list(marked(Excerpt("乳癌 ", "bone", " x"), False, "")) == ["乳癌 bone x", "     ^^^^"]


def test_a_long_sentence_is_cut_around_the_words() -> None:
    (*lines,) = marked(Excerpt("before " * 200, "words", " after" * 200), False, "")
    shown = " ".join(line for line in lines if "^" not in line)
    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "words" in shown
    assert len(shown) < 400


def test_colour_marks_the_words_and_nothing_else() -> None:
    (line,) = marked(Excerpt("In ", "70%", " of them."), True, "")
    assert line == "In \x1b[1m\x1b[4m70%\x1b[0m of them."
