from __future__ import annotations

from tests.documents.reading import above, blocks, heads, lead, page, source_of, texts

LEAFLET = """\
WHEN IT SPREADS TO THE KNEE
Leaflet 9 - ask for large print

What is it?

Now and then cells leave the place where they began and settle in the
knee. Doctors call that a secondary; the words sound alike, but they are
not the same.

Where else can it go?

It goes most often to:

    *  the elbow
    *  the shoulder, above all
       on the right
    *  the wrist

Less often it is seen in the toe.
"""


def test_wrapped_leaflet_with_headings_and_a_list() -> None:
    document = page(LEAFLET, ".txt")
    assert blocks(document) == [
        ("heading1", "WHEN IT SPREADS TO THE KNEE"),
        ("paragraph", "Leaflet 9 - ask for large print"),
        ("heading2", "What is it?"),
        (
            "paragraph",
            "Now and then cells leave the place where they began and settle in the knee. "
            "Doctors call that a secondary; the words sound alike, but they are not the same.",
        ),
        ("heading2", "Where else can it go?"),
        ("paragraph", "It goes most often to:"),
        ("item1", "the elbow"),
        ("item1", "the shoulder, above all on the right"),
        ("item1", "the wrist"),
        ("paragraph", "Less often it is seen in the toe."),
    ]
    assert lead(document, "the wrist") == "It goes most often to:"
    assert above(document, "the wrist") == ["WHEN IT SPREADS TO THE KNEE", "Where else can it go?"]


def test_a_file_with_a_line_for_each_paragraph_is_not_joined() -> None:
    long = "The knee is a joint of many parts, and whoever has walked on a bad one for a week "
    long += "knows them all by name, one by one, to the last."
    source = f"{long}\n{long.lower()}\nWhy the Knee Matters\n{long}\nWrapping Up:\n{long}\n"
    assert blocks(page(source, ".txt")) == [
        ("paragraph", long),
        ("paragraph", long.lower()),
        ("heading2", "Why the Knee Matters"),
        ("paragraph", long),
        ("heading2", "Wrapping Up:"),
        ("paragraph", long),
    ]


def test_short_lines_that_are_sentences_make_one_paragraph() -> None:
    document = page(
        "The wrist is sore.\nIt is not broken.\nIt can go to:\n- the hand\n- the thumb\n\nThat is all.", ".txt"
    )
    assert blocks(document) == [
        ("paragraph", "The wrist is sore. It is not broken. It can go to:"),
        ("item1", "the hand"),
        ("item1", "the thumb"),
        ("paragraph", "That is all."),
    ]


def test_numbered_sections_are_headings_and_numbered_lists_are_items() -> None:
    source = "1. Pattern\n\nThe knee leads.\n\n2. Outlook\n\nAll is well, if\n\n1. you rest\n2. you eat\n3. you sleep\n"
    document = page(source, ".txt")
    assert blocks(document) == [
        ("heading1", "Pattern"),
        ("paragraph", "The knee leads."),
        ("heading2", "Outlook"),
        ("paragraph", "All is well, if"),
        ("item1", "you rest"),
        ("item1", "you eat"),
        ("item1", "you sleep"),
    ]
    assert [block.marker for block in document.blocks][-3:] == ["1.", "2.", "3."]


def test_a_number_at_the_start_of_a_wrapped_line_is_no_item() -> None:
    source = "Of a hundred people whom we asked about it in the spring the answer was yes in\n"
    source += "30. Most of the others had no view.\n"
    assert len(page(source, ".txt").blocks) == 1


def test_underlined_headings_and_rules() -> None:
    source = "The knee\n========\n\nIt bends.\n\nThe elbow\n---------\nSo does it.\n\n-----\n\nThe end."
    assert blocks(page(source, ".txt")) == [
        ("heading1", "The knee"),
        ("paragraph", "It bends."),
        ("heading2", "The elbow"),
        ("paragraph", "So does it."),
        ("paragraph", "The end."),
    ]


def test_nested_bullets_take_the_item_above_as_their_lead() -> None:
    document = page("Where it goes:\n- joints\n  - the knee\n  - the hip\n- skin\n", ".txt")
    assert blocks(document)[1:] == [
        ("item1", "joints"),
        ("item2", "the knee"),
        ("item2", "the hip"),
        ("item1", "skin"),
    ]
    assert lead(document, "the hip") == "joints"
    assert lead(document, "skin") == "Where it goes:"


def test_a_list_that_was_run_together_in_one_line_is_divided_at_its_bullets() -> None:
    source = "Sore knees come from:         - Age.    - Falls and    knocks.    - Work.        Rest helps most people."
    document = page(source, ".txt")
    assert blocks(document) == [
        ("paragraph", "Sore knees come from:"),
        ("item1", "Age."),
        ("item1", "Falls and knocks."),
        ("item1", "Work."),
        ("paragraph", "Rest helps most people."),
    ]
    assert lead(document, "Work.") == "Sore knees come from:"


def test_a_list_that_was_run_together_needs_no_colon_before_it() -> None:
    document = page("Sore knees can follow        - a fall    - a long run       Rest helps most people.", ".txt")
    assert [role for role, _ in blocks(document)] == ["paragraph", "item1", "item1", "paragraph"]
    assert lead(document, "a long run") == "Sore knees can follow"


def test_a_run_together_list_may_begin_behind_one_space_and_ends_with_the_sentence_that_ends_it() -> None:
    source = "Knees wear out. Causes are - age  - falls  - work and sport. Rest helps. It is the old - and slow - way."
    assert blocks(page(source, ".txt")) == [
        ("paragraph", "Knees wear out. Causes are"),
        ("item1", "age"),
        ("item1", "falls"),
        ("item1", "work and sport."),
        ("paragraph", "Rest helps. It is the old - and slow - way."),
    ]


def test_lists_within_a_list_that_was_run_together_stand_below_what_announces_them() -> None:
    source = "- Sore knees come from      - falls    - work    - Signs of it are:      - swelling    - Rest helps."
    document = page(source, ".txt")
    assert [role for role, _ in blocks(document)] == ["item1", "item2", "item2", "item1", "item2", "item1"]
    assert lead(document, "work") == "Sore knees come from"
    assert lead(document, "swelling") == "Signs of it are:"


def test_wider_white_space_ends_a_list_within_a_list_that_was_run_together() -> None:
    source = "- These make knees sore:         - Falls     - Work        - These do not:         - Rest     - Tea"
    document = page(source, ".txt")
    assert lead(document, "Work") == "These make knees sore:"
    assert lead(document, "Tea") == "These do not:"


def test_lines_after_a_colon_that_do_not_end_as_sentences_are_items() -> None:
    document = page(
        "You may be sore if you:\n\nRun a great deal\n\nHave had a fall\n\nAsk us for more about it.", ".txt"
    )
    assert [role for role, _ in blocks(document)] == ["paragraph", "item1", "item1", "paragraph"]
    assert lead(document, "Have had a fall") == "You may be sore if you:"


def test_questions_right_under_a_heading_are_headings_of_their_own() -> None:
    answer = "Yes, it does, and in more people than you would think; "
    answer += "ask at the desk for the sheet on knees, hips, elbows and the rest of them."
    source = (
        f"About Knees\n\nSome words first.\n\nCommon Questions\n\nDoes it hurt?\n{answer}\n\nDoes it last?\n{answer}\n"
    )
    document = page(source, ".txt")
    assert [role for role, _ in blocks(document)] == [
        "heading1", "paragraph", "heading2", "heading3", "paragraph", "heading3", "paragraph",
    ]  # fmt: skip
    assert [document.block_text(i) for i in document.blocks[-1].headings] == [
        "About Knees",
        "Common Questions",
        "Does it last?",
    ]


def test_label_and_value_stay_paragraphs_and_the_copyright_line_is_no_item() -> None:
    source = "Ring us at noon.\n\nPhone: 555 0100\n\n(c) The Knee Trust.\n"
    assert [role for role, _ in blocks(page(source, ".txt"))] == ["paragraph"] * 3


def test_tables_by_bars_tabs_and_aligned_columns() -> None:
    for source in (
        "| Joint | Share |\n|-------|-------|\n| knee | 70% |\n| hip | 30% |\n",
        "Joint\tShare\nknee\t70%\nhip\t30%\n",
        "Joint     Share\nknee      70%\nhip       30%\n",
    ):
        document = page(source, ".txt")
        assert texts(document) == ["Joint", "Share", "knee", "70%", "hip", "30%"]
        assert heads(document, "30%") == (["Share"], ["hip"])
        assert source_of(document, "30%") == "30%"


def test_two_spaces_after_a_stop_do_not_make_a_table() -> None:
    source = "The knee is sore.  Rest it now.\nThe hip is fine.  Leave it be.\nThe toe is big.  So it goes.\n"
    assert [role for role, _ in blocks(page(source, ".txt"))] == ["paragraph"]


def test_a_compound_divided_at_its_hyphen_is_one_word_and_a_suspended_one_is_two() -> None:
    document = page("Some knees are weight-\nbearing, and others are short-\nor long-lived ones.", ".txt")
    assert document.text == "Some knees are weight-bearing, and others are short- or long-lived ones."
    assert source_of(document, "weight-bearing") == "weight-\nbearing"


def test_a_suppression_in_plain_text_is_a_comment_and_other_markup_is_text() -> None:
    document = page(
        "The knee <!-- x --> bends.\n\n<!-- medcopy: ignore overstated -- so be it -->\nIt always does.\n", ".txt"
    )
    assert texts(document) == ["The knee <!-- x --> bends.", "It always does."]
    (comment,) = document.comments
    assert comment.block == 1
    assert document.source[comment.start : comment.end].startswith("<!-- medcopy: ignore")


def test_an_empty_file_has_no_blocks() -> None:
    for source in ("", "\n\n", " \r\n\t"):
        assert page(source, ".txt").blocks == ()


def test_paragraphs_that_open_with_labels_are_the_items_of_the_lead_in_above() -> None:
    source = "A knee swells from:\n\nFalls. Children fall often.\n\nGout. It is rarer.\n\nAsk us what to do."
    document = page(source, ".txt")
    assert [role for role, _ in blocks(document)] == ["paragraph", "item1", "item1", "paragraph"]
    assert lead(document, "Gout. It is rarer.") == "A knee swells from:"


def test_what_announces_a_second_list_of_a_line_is_no_part_of_the_first() -> None:
    source = "A knee ails in two ways. - It swells at night.  - It gives way. Rest it then. Its causes include - old age  - gout  - a fall."
    document = page(source, ".txt")
    assert texts(document)[2:4] == ["It gives way.", "Rest it then. Its causes include"]
    assert lead(document, "gout") == "Rest it then. Its causes include"
