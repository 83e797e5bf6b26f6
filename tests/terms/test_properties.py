"""What holds for every text: places are those of the words, and a page that was mended stays as it is."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.terms import Terms
from tests.terms.pages import page

WORDS = st.sampled_from(
    [
        "bosom cancer", "lymph hubs", "chemotherpy", "metastizes", "prostrate cancer", "hormone receptor-harmful",
        "lymphinfo-icon", "{{x}}", "the", "of", "and", "tumour", "tumor", "treatmentsare",
        "İ", "Straße", "\u00ad", "&nbsp;",
        "**bold**", "<b>x</b>", "\n\n", "# Head\n\n", "- item\n", "cancer2",
        "treatment.1", "Rate this post", "é", "😀", "`code`",
    ]
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(WORDS, st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)), max_size=14
).map(" ".join)
NAMES = st.sampled_from(["page.md", "page.txt", "page.html"])


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, name=NAMES)
def test_claims_stand_at_their_words_in_order_and_apart(terms: Terms, text: str, name: str) -> None:
    document = page(text, name)
    at = 0
    for claim in terms.claims(document):
        place = claim.place
        assert document.source[place.start : place.end] == place.quote != ""
        assert document.line_column(place.start) == (place.line, place.column)
        assert document.line_column(place.end) == (place.end_line, place.end_column)
        assert place.start >= at
        at = place.end


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, name=NAMES)
def test_safe_replacements_leave_nothing_safe_to_replace(terms: Terms, text: str, name: str) -> None:
    source = text
    for _ in range(2):
        claims = [claim for claim in terms.claims(page(source, name)) if claim.slots["safe"] == "yes"]
        for claim in reversed(claims):
            assert "\n" not in claim.place.quote
            source = source[: claim.place.start] + str(claim.slots["right"]) + source[claim.place.end :]
    source = page(source, name).source
    assert [c.place.quote for c in terms.claims(page(source, name)) if c.slots["safe"] == "yes"] == []


@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_what_is_found_does_not_depend_on_what_was_read_before(terms: Terms, text: str) -> None:
    fresh = Terms(terms.knowledge, terms._words)  # the words of the packs, and nothing remembered
    assert fresh.claims(page(text)) == terms.claims(page(text))
