"""Pages without a word of medicine are passed over, before they are read as after it."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.language.named import Named
from lint.pack_folders import builtin_directory
from lint.pages import PageReader, Recipe

PLAIN = "Our visitors answer the telephone, and 3 in 10 of them write the number down. It causes trouble, not delight."


@cache
def readers() -> tuple[PageReader, PageReader]:
    """Return a reader that knows nothing from a run before, and one that does."""
    fresh, again = PageReader(Recipe((builtin_directory(),))), PageReader(Recipe((builtin_directory(),)))
    again.packs, again.terms, again.extractor = fresh.packs, fresh.terms, fresh.extractor
    again.named = Named.of_record(json.loads(json.dumps(Named.of(fresh.packs).record())))
    return fresh, again


def names() -> list[str]:
    """Return some of what the packs name, and words that are no name alone."""
    packs = readers()[0].packs
    entries = [entry for name in ("diseases", "sites", "therapies") for entry in packs.vocabularies[name].values()]
    listed = sorted(packs.disease_names)[::50]
    whole = [name for entry in entries for name in (entry.id, *entry.names)] + listed
    return whole + sorted({word for name in whole for word in name.split()})


WORDS = st.deferred(lambda: st.sampled_from([*names(), *PLAIN.split(), *WORDS_OF_RULES]))
WORDS_OF_RULES = (
    "causes",
    "raises",
    "the risk of",
    "is",
    "not",
    "also called",
    "people with",
    "70%",
    "spreads to",
    "is treated with",
)


def test_a_page_without_a_word_of_medicine_makes_no_claim_and_needs_no_packs() -> None:
    reader = PageReader(Recipe((builtin_directory(),)), readers()[1].named)
    assert reader.page("a.md", PLAIN.encode()).claims == ()
    assert "packs" not in vars(reader)
    assert reader.page("a.md", f"{PLAIN} Alcohol raises the risk of breast cancer.".encode()).claims
    assert "packs" in vars(reader)


def test_every_name_of_the_packs_is_one() -> None:
    named = readers()[1].named
    assert named is not None
    packs = readers()[0].packs
    entries = [entry for name in ("diseases", "sites", "therapies") for entry in packs.vocabularies[name].values()]
    every = [name for entry in entries for name in entry.names] + sorted(packs.disease_names)
    assert [name for name in every if not named.may_stand_in(f"It is about {name.upper()}, they say.")] == []
    assert named.may_stand_in("A word with the ending of a drug: zoltanumab.")
    assert not named.may_stand_in(PLAIN)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=9), min_size=1, max_size=4))
def test_the_page_is_the_same_with_what_is_known_from_a_run_before(sentences: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
    fresh, again = readers()
    assert again.page("a.md", text.encode()) == fresh.page("a.md", text.encode())
