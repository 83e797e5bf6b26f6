from __future__ import annotations

import pytest

from tests.documents.reading import above, blocks, heads, lead, page, source_of, texts


def body(markup: str) -> list[tuple[str, str]]:
    return blocks(page(markup, ".html"))


def test_structure_of_a_page() -> None:
    source = """<!doctype html>
<html><head><meta charset="utf-8"><title>Knees &ndash; a guide</title>
<meta name="description" content="They bend &amp; swing."><style>p { width: 71px }</style></head>
<body><nav><a href="/72">Home 72</a></nav>
<main><h1>Knees</h1>
<p>They <b>bend</b>, as&nbsp;a rule.
<p>They swing.
<h2>Where it goes</h2>
<ul><li>the knee<ul><li>its cap</ul><li>the hip</ul>
<ol start=4><li>four<li value=7>seven<li>eight</ol>
<dl><dt>Cap<dd>A small bone.<dt>Hip<dd>A large one.</dl>
<figure><img src="73.png" alt="74"><figcaption>The cap.</figcaption></figure>
</main><footer>75</footer><script>76</script></body></html>"""
    document = page(source, ".html")
    assert blocks(document) == [
        ("title", "Knees – a guide"),
        ("description", "They bend & swing."),
        ("heading1", "Knees"),
        ("paragraph", "They bend, as a rule."),
        ("paragraph", "They swing."),
        ("heading2", "Where it goes"),
        ("item1", "the knee"),
        ("item2", "its cap"),
        ("item1", "the hip"),
        ("item1", "four"),
        ("item1", "seven"),
        ("item1", "eight"),
        ("term", "Cap"),
        ("definition", "A small bone."),
        ("term", "Hip"),
        ("definition", "A large one."),
        ("caption", "The cap."),
    ]
    assert above(document, "its cap") == ["Knees – a guide", "Knees", "Where it goes"]
    assert lead(document, "the hip") == "Where it goes"
    assert lead(document, "its cap") == "the knee"
    assert lead(document, "A large one.") == "Hip"
    assert [b.marker for b in document.blocks if b.role == "item"] == ["•", "•", "•", "4.", "7.", "8."]
    assert source_of(document, "bend & swing") == "bend &amp; swing"


def test_a_span_covers_its_entities() -> None:
    document = page("<p>You know it&rsquo;s in 70&nbsp;%</p>", ".html")
    assert document.text == "You know it's in 70 %"
    assert source_of(document, "it's in 70 %") == "it&rsquo;s in 70&nbsp;%"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>70</script>",
        "<style>70</style>",
        "<noscript>70</noscript>",
        "<template><p>70</p></template>",
        "<!-- 70 -->",
        "<code>70</code>",
        "<pre>70 <b>71</b></pre>",
        "<kbd>70</kbd>",
        "<samp>70</samp>",
        "<button>70</button>",
        "<select><option>70<option>71</select>",
        "<textarea>70 <p>71</textarea>",
        "<label>70</label>",
        "<nav><ul><li>70</li></ul></nav>",
        "<footer><p>70</p></footer>",
        "<div class='wide site-footer'>70</div>",
        "<ul class=breadcrumb><li>70</ul>",
        "<div role=navigation>70</div>",
        "<p hidden>70</p>",
        "<div aria-hidden='true'><p>70</p></div>",
        "<span style='color: red; display: none'>70</span>",
        "<a href='/70' title='71'></a>",
        "<img alt='70' src='71.png'>",
        "<svg><title>70</title><text>71</text></svg>",
        "<del>70</del>",
        "<iframe>70</iframe>",
        "<input value='70' placeholder='71'>",
        "<?php echo 70; ?>",
        "<![CDATA[70]]>",
        "<sup>70</sup>",
        "<sup><a href='#70'>[70]</a></sup>",
        "<a role='doc-noteref' href='#n'>70</a>",
        "<a href='#main'>70</a>",
        "<a class=skip href='#here'>70</a>",
        "https://example.org/70",
    ],
)
def test_hidden_text_is_not_copy_and_what_is_around_it_is(hidden: str) -> None:
    document = page(f"<div>Before it {hidden} after it.</div>", ".html")
    assert " ".join(texts(document)).replace(" .", ".") == "Before it after it."


def test_footnote_marks_do_not_break_a_span_and_powers_and_ordinals_stay() -> None:
    document = page(
        "<p>Seen in 70%<sup>1,2</sup> of knees, the 1<sup>st</sup> at 75 mg/m<sup>2</sup> and 10<sup>9</sup>.", ".html"
    )
    assert document.text == "Seen in 70% of knees, the 1st at 75 mg/m^2 and 10^9."
    assert source_of(document, "70% of") == "70%<sup>1,2</sup> of"


def test_line_breaks_end_a_block_but_not_a_sentence() -> None:
    assert texts(
        page("<p>The knee bends in<br>Most of us.<br>The hip swings<br>too.<br><br>Zoë, in Leeds", ".html")
    ) == [
        "The knee bends in Most of us.",
        "The hip swings too.",
        "Zoë, in Leeds",
    ]
    assert body("<h2>Knees<br>and Hips</h2>") == [("heading2", "Knees and Hips")]


def test_missing_and_stray_end_tags() -> None:
    assert body("<p>One<p>Two</div><ul><li>a<li>b<p>c</ul>Three</b></p></td>Four<h2>Five</h3>Six<p>Seven") == [
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("item1", "a"),
        ("item1", "b"),
        ("item1", "c"),
        ("paragraph", "Three"),
        ("paragraph", "Four"),
        ("heading2", "Five"),
        ("paragraph", "Six"),
        ("paragraph", "Seven"),
    ]


def test_unclosed_code_ends_with_its_paragraph() -> None:
    assert body("<p>Take <code>x = 1<p>The knee bends.") == [("paragraph", "Take"), ("paragraph", "The knee bends.")]


def test_a_less_than_sign_is_text() -> None:
    assert (
        page("<p>p < 0.05 and 3 <5 & so on &madeup; AT&T</p>", ".html").text
        == "p < 0.05 and 3 <5 & so on &madeup; AT&T"
    )


def test_attributes_may_hold_anything() -> None:
    assert page("<p title='a > b' data-x=\"<p>70\">The knee.</p>", ".html").text == "The knee."


def test_the_banner_of_a_site_keeps_its_heading_only() -> None:
    source = "<header role=banner><a href=/>Knee Trust</a><nav>Home</nav><h1>Knees</h1></header><p>They bend."
    assert body(source) == [("heading1", "Knees"), ("paragraph", "They bend.")]
    assert body("<article><header><h1>Knees</h1><p>They bend.</header></article>")[1] == ("paragraph", "They bend.")


def test_the_question_of_a_details_element_heads_its_answer_only() -> None:
    source = "<h1>Knees</h1><details><summary>Do they bend?</summary><p>Yes.</details>"
    source += "<details><summary>Swing?</summary>No.</details><p>Last."
    document = page(source, ".html")
    assert above(document, "Yes.") == ["Knees", "Do they bend?"]
    assert above(document, "No.") == ["Knees", "Swing?"]
    assert above(document, "Last.") == ["Knees"]


def test_comments_know_their_block() -> None:
    document = page("<!--a--><p>One<!--b--> two.</p><!--c--><p>Three.</p><pre><!--d--></pre><!--e-->", ".html")
    assert [(c.text, c.block) for c in document.comments] == [("a", 0), ("b", 0), ("c", 1), ("e", None)]


def test_table_with_headers_caption_and_spans() -> None:
    source = """<table><caption>Joints</caption>
<thead><tr><td></td><th colspan=2>Share</th></tr><tr><th>Joint<th>1990<th>2020</tr></thead>
<tr><th scope=row rowspan=2>knee<td>11%<td>12%</tr>
<tr><td>13%<td>14%</tr>
<tr><th colspan=3>Arms</th></tr>
<tr><th scope=row>wrist<td>15%<td>16%</tr></table>"""
    document = page(source, ".html")
    assert heads(document, "12%") == (["Share", "2020"], ["knee"])
    assert heads(document, "13%") == (["Share", "1990"], ["knee"])
    assert heads(document, "16%") == (["Share", "2020", "Arms"], ["wrist"])
    places = {document.block_text(i): (b.cell.row, b.cell.column) for i, b in enumerate(document.blocks) if b.cell}
    assert (places["13%"], places["14%"]) == ((3, 1), (3, 2))
    cell = document.blocks[texts(document).index("11%")].cell
    assert cell is not None
    assert cell.caption is not None
    assert document.block_text(cell.caption) == "Joints"


def test_table_without_header_cells() -> None:
    document = page("<table><tr><td>Joint<td>Share<tr><td>knee<td>70%<tr><td>hip<td>30%</table>", ".html")
    assert heads(document, "30%") == (["Share"], ["hip"])
    plain = page("<table><tr><td>knee<td>70%<tr><td>hip<td>30%</table>", ".html")
    assert heads(plain, "70%") == ([], ["knee"])


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    source = "<table><tr><td><h2>Knees</h2><p>They bend.</td><td><ul><li>cap</ul></td></tr></table>"
    assert body(source) == [("heading2", "Knees"), ("paragraph", "They bend."), ("item1", "cap")]


def test_crlf_and_tabs_fold_to_spaces_and_places_stay() -> None:
    document = page("<p>The\r\n\tknee</p>\r\n<p>bends", ".html")
    assert texts(document) == ["The knee", "bends"]
    first, _ = document.source_span(document.text.index("bends"), len(document.text))
    assert document.line_column(first) == (3, 4)


def test_a_bold_line_above_its_text_is_a_heading() -> None:
    assert blocks(page("<p><b>What it costs</b><br>It is free.</p>", ".html")) == [
        ("heading6", "What it costs"),
        ("paragraph", "It is free."),
    ]
