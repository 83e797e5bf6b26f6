from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import ConfigError, MedcopyError, Problems, UsageError
from lint.files import Files, discover
from lint.project import load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "root"
    for name in (
        "a.md",
        "content/B.MD",
        "content/c.html",
        "content/notes.docx",
        "content/archive/old.txt",
        "content/.hidden/h.md",
        "content/._c.html",
        "drafts/d.txt",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("words")
    return root


def names(folder: Path, *given: str, config: str | None = None, cwd: Path | None = None, corpus: bool = True) -> Files:
    if config is not None:
        (folder / "medcopy.yml").write_text(config)
    here = cwd or folder
    return discover(given, load(here), here, corpus)


def shown(files: Files) -> list[str]:
    return [article.shown for article in files.articles]


def test_folders_are_walked_for_articles_in_the_order_of_their_names(folder: Path) -> None:
    files = names(folder)
    assert shown(files) == ["a.md", "content/B.MD", "content/archive/old.txt", "content/c.html", "drafts/d.txt"]
    assert files.focus is None


def test_names_are_relative_to_the_current_folder(folder: Path) -> None:
    files = names(folder, "../content/c.html", "d.txt", cwd=folder / "drafts")
    assert shown(files) == ["../content/c.html", "d.txt"]
    assert files.focus == {"../content/c.html", "d.txt"}


def test_one_file_named_in_several_ways_is_one(folder: Path) -> None:
    files = names(
        folder, "content/c.html", "./content/../content/c.html", "content", str(folder / "content" / "c.html")
    )
    assert shown(files).count("content/c.html") == 1


def test_a_file_named_by_hand_is_taken_as_it_is(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.html\n")
    files = names(folder, "content/c.html", "content/notes.docx", "gone.md", config="exclude: [content]\n")
    assert shown(files) == ["content/c.html", "content/notes.docx", "gone.md"]


def test_gitignore_files_count_from_the_top_of_the_repository_down(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("drafts/\n*.txt\n")
    (folder / "content" / ".gitignore").write_text("/c.html\n!archive/old.txt\n")
    assert shown(names(folder)) == ["a.md", "content/B.MD", "content/archive/old.txt"]
    assert shown(names(folder, "content")) == ["content/B.MD", "content/archive/old.txt"]


def test_a_gitignore_above_the_repository_does_not_count(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder.parent / ".gitignore").write_text("*\n")
    assert "a.md" in shown(names(folder))


def test_an_ignored_folder_that_is_named_by_hand_is_walked(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("drafts/\n")
    assert shown(names(folder, "drafts")) == ["drafts/d.txt"]


def test_excludes_count_in_folders_from_the_folder_of_the_configuration(folder: Path) -> None:
    config = 'exclude: ["content/archive/**", "drafts"]\n'
    assert shown(names(folder, config=config)) == ["a.md", "content/B.MD", "content/c.html"]
    assert shown(names(folder, ".", cwd=folder / "content")) == ["B.MD", "c.html"]


def test_the_corpus_is_added_to_what_is_named(folder: Path) -> None:
    files = names(folder, "a.md", config="corpus: [content]\n")
    assert shown(files) == ["a.md", "content/B.MD", "content/archive/old.txt", "content/c.html"]
    assert files.focus == {"a.md"}
    assert shown(names(folder, "a.md", corpus=False)) == ["a.md"]
    assert shown(names(folder, corpus=False)) == ["content/B.MD", "content/archive/old.txt", "content/c.html"]


def test_a_corpus_may_be_given_as_globs(folder: Path) -> None:
    files = names(folder, config='corpus: ["content/**/*.txt", "*.md"]\n')
    assert shown(files) == ["a.md", "content/archive/old.txt"]


NOTHING = [
    ("corpus: [contnt]\n", "1:10", "there is no contnt in "),
    ('corpus: ["*.rst"]\n', "1:10", "*.rst matches nothing: correct it, or take it out here"),
    ('corpus: ["content/*.docx"]\n', "1:10", "holds no article"),
    ("corpus: [content]\nexclude: [content]\n", "1:10", "all are left out by .gitignore or 'exclude'"),
    (
        'corpus: [content]\nexclude: ["content/archiv/**"]\n',
        "2:11",
        "content/archiv/** matches nothing: correct it, or take it out here",
    ),
    ('exclude: ["content/archiv/**"]\n', "1:11", "content/archiv/** matches nothing: correct it, or take it out here"),
    (
        'corpus: [content]\npaths:\n  "blog/**": {severity: {}}\n',
        "3:3",
        "blog/** matches nothing: correct it, or take it out here",
    ),
    ("paths: {blog: {severity: {}}}\n", "1:9", "blog matches nothing: correct it, or take it out here"),
]
"""Settings that match nothing, with the place that is told and words of what is told there."""


@pytest.mark.parametrize(("config", "place", "words"), NOTHING)
def test_what_matches_nothing_is_said_with_its_place(folder: Path, config: str, place: str, words: str) -> None:
    with pytest.raises(ConfigError) as caught:
        names(folder, config=config)
    assert f"{caught.value.line}:{caught.value.column}" == place
    assert words in caught.value.message


def test_every_glob_that_matches_nothing_is_said(folder: Path) -> None:
    with pytest.raises(MedcopyError) as caught:
        names(folder, config="corpus: [content]\nexclude: [x, y]\n")
    assert isinstance(caught.value, Problems)
    assert len(caught.value.errors) == 2


def test_an_exclude_may_name_what_is_ignored_already(folder: Path) -> None:
    (folder / ".gitignore").write_text("drafts/\n")
    assert "a.md" in shown(names(folder, config='corpus: ["."]\nexclude: ["drafts/**"]\n'))


def test_a_folder_without_articles_is_an_error(folder: Path) -> None:
    (folder / "none").mkdir()
    with pytest.raises(UsageError, match=r"the folder none holds no article; articles are files in \.txt, \.md"):
        names(folder, "none")
    with pytest.raises(UsageError, match="1 are left out"):
        names(folder, "drafts", config="exclude: [drafts]\n")


def test_loops_of_links_end_and_a_page_that_is_reached_twice_has_its_own_name(folder: Path) -> None:
    try:
        (folder / "content" / "aaa").symlink_to(folder)
        (folder / "0.md").symlink_to(folder / "a.md")
    except OSError:
        pytest.skip("no links here")
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "o.md").write_text("words")
    (folder / "linked").symlink_to(outside)
    files = shown(names(folder))
    assert files == [
        "a.md", "content/B.MD", "content/archive/old.txt", "content/c.html", "drafts/d.txt", "linked/o.md",
    ]  # fmt: skip


def test_backslashes_in_the_configuration_are_slashes(folder: Path) -> None:
    assert shown(names(folder, config='corpus: ["content\\\\archive"]\n')) == ["content/archive/old.txt"]
