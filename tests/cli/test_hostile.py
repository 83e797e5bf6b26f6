"""A hook runs on whatever is in the repository: nothing there may hang it, blind it, escape it or hurt the terminal."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.conftest import RIGHT, WRONG, Run

SECONDS = 60
"""No page here may take longer, on any machine: each is done in a few seconds."""
_UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def late(*_: object) -> None:
        raise TimeoutError(f"not done in {SECONDS} seconds")

    old = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, old)


def sound(result: Result, status: int) -> None:
    """Ask that a run ended as told, in words, and with nothing that a terminal acts on."""
    assert result.exit_code == status, result.output[-2000:]
    for text in (result.stdout, result.stderr):
        assert not _UNSAFE.search(text)
        assert "Traceback" not in text
        assert "a fault of its own" not in text


BINARY = {
    "zeros": b"\x00" * 5000,
    "image": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "noise": bytes((i * 7919 + i // 3) % 256 for i in range(20_000)),
    "pdf": b"%PDF-1.7\n" + b"x" * 100,
}


@pytest.mark.parametrize("name", sorted(BINARY))
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_binary_data_with_an_article_s_ending_is_told_and_hides_no_finding(
    site: Path, run: Run, name: str, suffix: str
) -> None:
    (site / "pages" / f"data{suffix}").write_bytes(BINARY[name])
    result = run("check", "pages")
    sound(result, 2)
    assert f"pages/data{suffix}:1:1 error unreadable-file" in result.stdout
    assert "contradicts-canon" in result.stdout


NESTED = {
    "div.html": "<div>" * 1_000_000,
    "open.html": "<a " * 200_000,
    "comment.html": "<!--" * 200_000,
    "list.html": "<ul><li>" * 100_000,
    "table.html": "<table><tr><td>" * 50_000,
    "quote.md": "> " * 50_000 + "words",
    "brackets.md": "[" * 100_000,
    "stars.md": "*a **b " * 30_000,
    "ticks.md": "".join("`" * n + " " for n in range(1, 700)),
    "pipes.md": "|" * 50_000 + "\n" + "|-" * 50_000,
    "braces.mdx": "{" * 100_000,
    "dashes.txt": "-" * 500_000,
    "nearly-a-rule.txt": "-" * 500_000 + "x",  # the fuzz run found it: time doubled with every dash
    "nearly-a-spaced-rule.txt": "--- - " * 50_000 + "x",
    "empty-row.md": "| a | b |\n|---|---|\n" + "| | |\n" * 2_000,
    "entities.html": "&amp;" * 200_000,
    "line.txt": "word " * 200_000,
}


@pytest.mark.parametrize("name", sorted(NESTED))
def test_what_is_nested_or_repeated_without_end_takes_bounded_time(site: Path, run: Run, name: str) -> None:
    (site / "pages" / name).write_text(WRONG + "\n" + NESTED[name])
    result = run("check", "pages/" + name, "--no-cache")
    assert result.exit_code in (0, 1, 2)
    sound(result, result.exit_code)


def test_a_huge_file_of_words_is_read_in_bounded_time(site: Path, run: Run) -> None:
    (site / "pages" / "huge.md").write_text("Bring a list of your questions to the visit, and ask them.\n\n" * 15_000)
    sound(run("check", "pages/huge.md", "--no-cache"), 0)


def test_bytes_that_are_no_utf_8_are_read_and_not_lost(site: Path, run: Run) -> None:
    (site / "pages" / "wrong.md").write_bytes(WRONG.encode() + b"\n\xff\xfe caf\xe9 \xc3\n")
    result = run("check", "pages")
    sound(result, 1)
    assert "pages/wrong.md:3:" in result.stdout


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 9)}]\n" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_yaml_bomb_is_refused_in_the_canon_and_in_the_configuration(site: Path, run: Run) -> None:
    (site / "claims.yml").write_text(BOMB)
    result = run("check", "pages")
    sound(result, 2)
    assert "claims.yml:" in result.stderr
    assert "alias" in result.stderr
    (site / "medcopy.yml").write_text(BOMB)
    sound(run("check", "pages"), 2)
    (site / "medcopy.yml").write_text("corpus: " + "[" * 20_000)
    sound(run("check", "pages"), 2)


def test_a_yaml_bomb_in_front_matter_is_read_in_bounded_time(site: Path, run: Run) -> None:
    (site / "pages" / "bomb.md").write_text(f"---\ntitle: A page\n{BOMB}---\n\n{WRONG}")
    result = run("check", "pages")
    assert result.exit_code in (1, 2)
    sound(result, result.exit_code)


@pytest.mark.parametrize(
    "text", ["!!python/object/apply:os.system [touch executed]", "a: !!python/name:os.system", "? !!binary x"]
)
def test_nothing_in_yaml_is_executed(site: Path, run: Run, text: str) -> None:
    for name in ("medcopy.yml", "claims.yml", "medcopy-suppressions.yml"):
        (site / name).write_text(text + "\n")
        sound(run("check", "pages"), 2)
        (site / name).unlink()
    assert not (site / "executed").exists()


def test_links_that_loop_or_lead_outside_end(site: Path, run: Run) -> None:
    (site / "pages" / "loop").symlink_to(site / "pages")
    (site / "pages" / "self.md").symlink_to("self.md")
    (site / "pages" / "up").symlink_to(site.parent)
    (site / "pages" / "gone.md").symlink_to("nowhere.md")
    result = run("check", "pages")
    assert result.exit_code in (1, 2)
    sound(result, result.exit_code)
    assert result.stdout.count("contradicts-canon") == 1


@pytest.mark.skipif(os.name != "posix", reason="names that other systems refuse")
@pytest.mark.parametrize("format_", ["text", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"])
def test_names_cannot_forge_lines_or_act_on_the_terminal(site: Path, run: Run, format_: str) -> None:
    evil = "a\n::error file=x::b\x1b[2J\u202e.md"
    (site / "pages" / evil).write_text(WRONG)
    (site / "pages" / "wrong.md").unlink()
    (site / "pages" / os.fsdecode(b"\xff\xfe.md")).write_text(RIGHT)
    result = run("check", "pages", "--format", format_)
    sound(result, 1)
    assert sum(line.startswith("::error") for line in result.stdout.splitlines()) == (1 if format_ == "github" else 0)
