from __future__ import annotations

import pytest

from tests.documents.reading import above, blocks, heads, lead, page, source_of, texts


def test_structure_of_a_page() -> None:
    source = """\
# Knees &amp; hips

They **bend**, as *a rule*,
and [swing](https://example.org/70).

## Where it goes

Most often to

- the knee
  - its cap

    which is small
- the hip

3. three
4. four

> "It hurt," she said.

| Joint | Share | Year |
|---|--:|---|
| knee | 70% | 1990 |
| hip \\| thigh | 30% |  |

Term
: What it means.
"""
    document = page(source, ".md")
    assert blocks(document) == [
        ("heading1", "Knees & hips"),
        ("paragraph", "They bend, as a rule, and swing."),
        ("heading2", "Where it goes"),
        ("paragraph", "Most often to"),
        ("item1", "the knee"),
        ("item2", "its cap"),
        ("item2", "which is small"),
        ("item1", "the hip"),
        ("item1", "three"),
        ("item1", "four"),
        ("paragraph", '"It hurt," she said.'),
        ("cell", "Joint"),
        ("cell", "Share"),
        ("cell", "Year"),
        ("cell", "knee"),
        ("cell", "70%"),
        ("cell", "1990"),
        ("cell", "hip | thigh"),
        ("cell", "30%"),
        ("term", "Term"),
        ("definition", "What it means."),
    ]
    assert lead(document, "the hip") == "Most often to"
    assert lead(document, "its cap") == lead(document, "which is small") == "the knee"
    assert lead(document, "What it means.") == "Term"
    assert above(document, "30%") == ["Knees & hips", "Where it goes"]
    assert heads(document, "30%") == (["Share"], ["hip | thigh"])
    assert heads(document, "knee") == (["Joint"], [])
    markers = {document.block_text(i): block.marker for i, block in enumerate(document.blocks)}
    assert (markers["the hip"], markers["three"], markers["which is small"]) == ("-", "3.", "")


def test_a_claim_split_by_a_line_break_emphasis_or_a_footnote_mark_is_one_span() -> None:
    document = page("It is seen in\r\n**about** 70%[^1] of\r\n> not quoted knees.\n\n[^1]: A note.\n", ".md")
    assert "in about 70% of" in document.text
    assert source_of(document, "in about 70% of") == "in\r\n**about** 70%[^1] of"
    assert "A note." in texts(document)
    undefined = page("It is seen in 70%[^9] of knees[^x].", ".md")
    assert undefined.text == "It is seen in 70% of knees."


def test_what_is_not_copy() -> None:
    source = """\
See `70 code` and ![alt 71](72.png "73") and <https://example.org/74> and https://example.org/75.

```
76
```

    77

<script>var a = 78;</script>

<!-- 79 -->

~~80~~ and <span title="81" hidden>82</span> but 99.

[83]: https://example.org/84
"""
    document = page(source, ".md")
    assert [int(word) for word in document.text.replace(".", " ").split() if word.isdigit()] == [99]


def test_the_same_number_in_a_links_text_and_target_is_found_in_the_text() -> None:
    document = page("The [70% of 70](https://example.org/70%25) and so on.", ".md")
    start = document.text.index("70")
    assert document.source_span(start, start + 3) == (5, 8)
    assert blocks(document) == [("paragraph", "The 70% of 70 and so on.")], "the target is no copy"


def test_raw_html_goes_through_the_html_reader() -> None:
    source = (
        "<div>\nThe knee&nbsp;is <b>sore</b>.\n</div>\n\nIt has m<sup>2</sup> and x<sup>3</sup>, doesn&rsquo;t it?\n\n"
    )
    source += "<details>\n<summary>More?</summary>\n\nYes, **more**.\n\n</details>\n"
    document = page(source, ".md")
    assert blocks(document) == [
        ("paragraph", "The knee is sore."),
        ("paragraph", "It has m^2 and x, doesn't it?"),
        ("heading1", "More?"),
        ("paragraph", "Yes, more."),
    ]
    assert source_of(document, "knee is sore") == "knee&nbsp;is <b>sore"
    assert source_of(document, "doesn't") == "doesn&rsquo;t"


def test_html_inside_a_quotation_is_mapped_line_by_line() -> None:
    document = page("> <div>\n> The knee &amp;\n> the hip\n> </div>\n", ".md")
    assert document.text == "The knee & the hip"
    assert source_of(document, "the hip") == "the hip"


def test_comments_know_their_block_and_those_in_code_do_not_count() -> None:
    source = "One <!-- a --> two.\n\n<!-- b -->\n\nThree.\n\n```\n<!-- c -->\n```\n\n`<!-- d -->`\n\n<!-- e -->\n"
    document = page(source, ".md")
    assert [(c.text.strip(), c.block) for c in document.comments] == [("a", 0), ("b", 1), ("e", None)]
    first = document.comments[0]
    assert document.source[first.start : first.end] == "<!-- a -->"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("title: The knee", "The knee"),
        ('title: "The knee"', "The knee"),
        ("title: 'The knee''s cap'", "The knee's cap"),
        ("title: >-\n  The\n  knee", "The knee"),
        ("title: Knees: a guide", "Knees: a guide"),
        ("Title: Zoë’s knee", "Zoë's knee"),
    ],
)
def test_title_and_description_of_front_matter_are_copy_and_the_rest_is_not(written: str, title: str) -> None:
    source = (
        f"---\nlayout: 71\n{written}\nauthor: {{title: nobody}}\ndescription: It bends.\ntags: [72]\n---\n\nText.\n"
    )
    document = page(source, ".md")
    assert blocks(document) == [("title", title), ("description", "It bends."), ("paragraph", "Text.")]
    assert above(document, "Text.") == [title]
    assert source_of(document, "It bends.") == "It bends."
    assert source_of(document, title.split()[0]).strip("'") == written.split(" ", 1)[1].strip("\"'>-\n ").split()[0]


def test_toml_front_matter() -> None:
    document = page('+++\ntitle = "The knee"\nweight = 7\n+++\nText.\n', ".md")
    assert blocks(document) == [("title", "The knee"), ("paragraph", "Text.")]


def test_front_matter_that_is_not_closed_is_copy() -> None:
    document = page("---\ntitle: The knee\n\nIt bends in 70% of us.\n", ".md")
    assert "title: The knee" in document.text
    assert "It bends in 70% of us." in document.text


def test_a_rule_at_the_top_of_a_page_is_no_front_matter() -> None:
    document = page("---\nThe knee bends.\n\n---\n\nSo it does.\n", ".md")
    assert "The knee bends." in document.text
    assert "So it does." in document.text


def test_a_line_set_in_bold_is_a_heading() -> None:
    document = page("## Joints\n\n**Key points**\n\n- Rest.\n\n**Note:** it bends.\n\n**It bends.**\n", ".md")
    assert blocks(document)[1] == ("heading6", "Key points")
    assert lead(document, "Rest.") == "Key points"
    assert blocks(document)[3:] == [("paragraph", "Note: it bends."), ("paragraph", "It bends.")]


def test_non_ascii_text_before_a_span_does_not_shift_it() -> None:
    document = page("Zoë’s “knee” 🦵🏽 – *née* Ångström – hurts in 70% of cases.", ".md")
    assert source_of(document, "70%") == "70%"
    assert source_of(document, "Zoë's") == "Zoë’s"


def test_mdx_leaves_out_modules_tags_expressions_and_keeps_comments() -> None:
    source = """\
import Callout from './callout'
export const share = {
  value: 71
}

import duties are high. {/* medcopy: ignore x -- y */}

<Callout kind={`a`} onClick={() => f({a: 72})}>
    The knee bends in **70%** of us.
</Callout>

It has {share.value} and <Note size={73} /> more, as in `{code}`.

```js
{/* no comment */}
```
"""
    document = page(source, ".mdx")
    assert texts(document) == ["import duties are high.", "The knee bends in 70% of us.", "It has and more, as in ."]
    assert [(c.text, c.block) for c in document.comments] == [(" medcopy: ignore x -- y ", 0)]
    assert source_of(document, "70% of us") == "70%** of us"


def test_tags_of_page_generators_are_no_copy() -> None:
    document = page('The knee {{< fig src="71.png" >}} bends. {% include 72.html %}\n', ".md")
    assert document.text == "The knee bends."


def test_a_bold_line_above_its_text_is_a_heading() -> None:
    assert blocks(page("**What it costs**\nIt is free.\n", ".md")) == [
        ("heading6", "What it costs"),
        ("paragraph", "It is free."),
    ]


def test_a_bold_line_that_goes_on_is_none() -> None:
    assert blocks(page("**What it costs**\nis not known.\n", ".md")) == [("paragraph", "What it costs is not known.")]
