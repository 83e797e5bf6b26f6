from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lint import documents
from lint.claims import Place
from lint.excerpts import KEPT, Excerpts, text_span

PAGE = "# Head\n\nFirst one. In **about\n70&nbsp;%** of them it&rsquo;s so. Last one.\n"


def place(quote: str, path: str = "a.md") -> Place:
    at = PAGE.index(quote)
    return Place(path, at, at + len(quote), 1, 1, 1, 1, quote)


def test_the_sentence_is_shown_as_a_reader_sees_it() -> None:
    found = Excerpts({"a.md": PAGE.encode()}).of(place("about\n70&nbsp;%"))
    assert (found.before, found.words, found.after) == ("In ", "about 70 %", " of them it's so.")


def test_words_in_markup_alone_are_shown_as_they_stand() -> None:
    assert Excerpts({"a.md": PAGE.encode()}).of(place("#")).words == "#"


def test_a_file_that_was_changed_meanwhile_shows_the_words_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(PAGE.replace("First", "A first"))
    found = Excerpts({"a.md": path}).of(place("of them"))
    assert (found.before, found.words, found.after) == ("", "of them", "")
    path.unlink()
    assert Excerpts({"a.md": path}).of(place("of them")).words == "of them"


def test_a_span_goes_to_the_source_and_back() -> None:
    document = documents.parse(PAGE.encode(), "a.md")
    for start in range(len(document.text)):
        if document.text[start].isspace():
            continue
        source = document.source_span(start, start + 1)
        back = text_span(document, *source)
        assert back is not None
        assert back[0] <= start < back[1]
    assert text_span(document, 0, 0) is None
    assert text_span(replace(document, segments=()), 0, 9) is None


def test_a_report_on_many_files_holds_few_of_them() -> None:
    sources = {f"{at}.md": PAGE.encode() for at in range(2 * KEPT)}
    excerpts = Excerpts(sources)
    for path in sources:
        assert excerpts.words(place("of them", path)) == "of them"
        assert excerpts.words(place("of them", "0.md")) == "of them"
    assert len(excerpts._documents) == KEPT
    assert "0.md" in excerpts._documents, "what is asked for again and again stays"
