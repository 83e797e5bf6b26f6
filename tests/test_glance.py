"""A page in which nothing is to be found is told at a glance, and is what it is when it is read."""

from __future__ import annotations

import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.glance import Glance
from lint.pack_folders import builtin_directory
from lint.pages import Page, PageReader, Recipe

RECIPE = Recipe((builtin_directory(),))
PLAIN = "Our visitors answer the telephone, and 3 in 10 of them write the number down. It causes trouble, not delight."
SAID = (
    *("causes", "raises the risk of", "is", "not", "also called", "people with", "70%", "spreads to", "is treated with"),
    *("{{name}}", "&nbsp;", "[caption", "Read more", "Back to top", "visitors3", "recieve", "ofthe", "down.Then", "colour", "color"),
)  # fmt: skip


@cache
def reader() -> PageReader:
    """Return a reader that knows nothing from a run before."""
    return PageReader(RECIPE)


@cache
def glance() -> Glance:
    """Return what a run keeps, as the next one has it."""
    return Glance.of_record(json.loads(json.dumps(reader().at_a_glance().record())))


@cache
def glancing() -> PageReader:
    """Return a reader that knows what a run before it kept."""
    made = PageReader(RECIPE, glance())
    made.packs, made.extractor = reader().packs, reader().extractor
    return made


def glanced(text: str) -> Page:
    """Return the page of a text for a run that another went before."""
    return glancing().page("a.md", text.encode())


@cache
def vocabulary() -> tuple[str, ...]:
    """Return some of what the packs name, the words of it, and words of other things."""
    packs = reader().packs
    entries = [entry for name in ("diseases", "sites", "therapies") for entry in packs.vocabularies[name].values()]
    names = [name for entry in entries for name in (entry.id, *entry.names)] + sorted(packs.disease_names)[::50]
    return (*names, *sorted({word for name in names for word in name.split()}), *PLAIN.split() * 9, *SAID * 9)


WORDS = st.deferred(lambda: st.sampled_from(vocabulary()))


def test_a_page_without_a_word_of_medicine_makes_no_claim_and_needs_no_packs() -> None:
    made = PageReader(RECIPE, glance())
    assert made.page("a.md", PLAIN.encode()).claims == ()
    assert "packs" not in vars(made)
    assert made.page("a.md", f"{PLAIN} Alcohol raises the risk of breast cancer.".encode()).claims
    assert "packs" in vars(made)


def test_its_words_are_checked_as_those_of_any_other() -> None:
    for wrong in ("hospial", "{{drug_name}}"):
        found = glanced(f"{PLAIN} We were at the {wrong} for an hour.").claims
        assert [claim.slots["wrong"] for claim in found] == [wrong], wrong


def test_every_name_of_the_packs_is_seen() -> None:
    named, packs = glance().named, reader().packs
    entries = [entry for name in ("diseases", "sites", "therapies") for entry in packs.vocabularies[name].values()]
    every = [name for entry in entries for name in entry.names] + sorted(packs.disease_names)
    assert [name for name in every if not named.may_stand_in(f"It is about {name.upper()}, they say.")] == []
    assert named.may_stand_in("A word with the ending of a drug: zoltanumab.")
    assert not named.may_stand_in(PLAIN)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.lists(WORDS, min_size=1, max_size=9)), min_size=1, max_size=4))
def test_a_page_is_the_same_at_a_glance(sentences: list[tuple[bool, list[str]]]) -> None:
    told = (" ".join(words) + "." for _, words in sentences)
    text = "\n\n".join(one.capitalize() if capital else one for one, (capital, _) in zip(told, sentences, strict=True))
    assert glanced(text) == reader().page("a.md", text.encode())
