"""What holds for every text: it is read without fail, twice alike, and every claim stands where its words are."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.documents import parse
from lint.language.extractor import Extractor
from lint.packs import Packs

SIGNS = (
    "*", "-", "(", ")", ":", ";", ",", ".", "?", "|", "\n", "\n\n", "\n- ", "\n## ", "| a | b |\n|-|-|\n", "....", "<li>",
    "<p>-</p>", '"',
)  # fmt: skip
OWN = (
    "70%", "1 in 8", "five years", "if", "which", "and", "not", "of", "most", "it", "they", "May 10", "(months)", "25°C.",
)  # fmt: skip


@given(seed=st.integers(0, 2**32), suffix=st.sampled_from((".md", ".txt", ".html")))
@settings(max_examples=150, deadline=None)
def test_torn_texts_are_read(extractor: Extractor, packs: Packs, seed: int, suffix: str) -> None:
    # The packs' own examples hold the words that rules listen for: torn and mixed, they go where no careful text goes.
    chance = random.Random(seed)
    told = [example.text for pattern in packs.patterns for example in pattern.examples]
    words = [word for text in chance.sample(told, 6) for word in text.split()]
    for _ in range(chance.randrange(12)):
        words.insert(chance.randrange(len(words)), chance.choice((*SIGNS, *OWN)))
    if chance.random() < 0.3:
        chance.shuffle(words)
    text = "# Breast cancer\n\n" + " ".join(words[: chance.randrange(1, len(words))])
    found = extractor.claims(parse(text.encode(), f"page{suffix}"))
    assert all(claim.place.quote == text[claim.place.start : claim.place.end] for claim in found)
    assert found == extractor.claims(parse(text.encode(), f"page{suffix}"))
