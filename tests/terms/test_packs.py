"""The files of terms: what is wrong in them is told with its place, and a house can add its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import terms as terms_module
from lint.errors import MedcopyError, PackError, Problems
from tests.terms.pages import found


def pack(folder: Path, text: str, **lists: str) -> Path:
    house = folder / "house"
    house.mkdir(exist_ok=True)
    (house / "terms.yml").write_text(text, encoding="utf-8")
    for name, words in lists.items():
        (house / f"{name.replace('_', '-')}.txt").write_text(words, encoding="utf-8")
    return folder


BOTH = "right-use: fine words, wrong-use: bad words"


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("term:\n  - x\n", 1, 1, "unknown section 'term'"),
        (f"terms:\n  - {{term: left lung, tern: x, {BOTH}}}\n", 2, 23, "unknown key 'tern'"),
        (f"terms:\n  - {{term: left lung, {BOTH}}}\n  - {{term: left lung, {BOTH}}}\n", 3, 12, "stands twice"),
        ("terms:\n  - {term: left lung, right-use: x}\n", 2, 5, "'wrong-use' is missing"),
        (f"terms:\n  - {{term: lung, {BOTH}}}\n", 2, 12, "two words or more"),
        ("terms: left lung\n", 1, 8, "expected a list"),
        (f"frames:\n  - {{id: a, says: 'a {{b}}', slots: {{}}, {BOTH}}}\n", 2, 19, "the slot {b} has no words"),
        (f"frames:\n  - {{id: a, says: 'a b', slots: {{}}, {BOTH}}}\n", 2, 19, "a frame needs a {slot}"),
        (f"confusions:\n  - {{wrong: a b, right: c d, error: typo, {BOTH}}}\n", 2, 37, "expected one of misspelling"),
        (f"residue:\n  - {{id: a, pattern: '(', {BOTH}}}\n", 2, 22, "no regular expression"),
        (f"residue:\n  - {{id: a, pattern: 'a*', {BOTH}}}\n", 2, 22, "matches nothing at all"),
        (f"residue:\n  - {{id: a, pattern: 'a', safe: maybe, {BOTH}}}\n", 2, 33, "expected yes or no"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(PackError) as caught:
        terms_module.load([pack(tmp_path, text)])
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in caught.value.message


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Problems) as caught:
        terms_module.load([pack(tmp_path, "term: []\nterns: []\n")])
    assert len(caught.value.errors) == 2


def test_a_use_that_does_not_hold_is_told_with_its_place(tmp_path: Path) -> None:
    text = "confusions:\n  - wrong: left long\n    right: left lung\n"
    text += "    right-use: a left long\n    wrong-use: a left lung\n"
    errors: list[MedcopyError] = terms_module.prove(terms_module.load([pack(tmp_path, text)]))
    assert [(error.line, "right use" in error.message) for error in errors] == [(4, True), (5, False)]


def test_a_house_adds_terms_and_words_of_its_own(tmp_path: Path) -> None:
    text = """
substitutes:
  lodge: [cabin]
terms:
  - {term: willow lodge, right-use: near willow lodge, wrong-use: near willow cabin}
"""
    house = pack(tmp_path, text, lexicon="carcinomex\nmammogrammo\n")
    terms = terms_module.load([terms_module.pack_folders.builtin_directory(), house])
    assert terms_module.prove(terms) == []
    assert found(terms, "At Willow Cabin they give carcinomex.") == [("Willow Cabin", "Willow Lodge", "wrong-word")]


def test_the_digest_is_of_what_was_read(tmp_path: Path) -> None:
    one = terms_module.load([pack(tmp_path, "right: [lung]\n")]).digest
    assert terms_module.load([pack(tmp_path, "right: [lung]\n")]).digest == one
    assert terms_module.load([pack(tmp_path, "right: [lungs]\n")]).digest != one
    assert terms_module.load([pack(tmp_path, "right: [lung]\n", lexicon="lung\n")]).digest != one


def test_a_pack_without_terms_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "other.yml").write_text("light: [a]\n")
    assert found(terms_module.load([tmp_path]), "bosom cancer and chemotherpy") == []
