"""The examples of packs are tests: what does not hold is an error at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.packs import load
from lint.proof import prove
from tests.language.toy import pattern, toy

SAYS = pattern("moves on")


def errors(folder: Path, examples: str) -> list[str]:
    found = prove(toy(folder, SAYS + examples))
    for error in found:
        assert error.path is not None
        assert error.path.endswith("rules.yml")
        assert error.line
        assert error.column
    return [error.message for error in found]


def test_the_packs_that_ship_are_proved() -> None:
    assert [str(error) for error in prove(load())] == []


def test_an_example_that_holds_is_no_error(tmp_path: Path) -> None:
    text = """  examples:
  - text: It moves on.
    claim: {speed: fast}
  - text: It stays.
    claim: none
  - context: "# Grey rot"
    text: It often moves on.
    claim: {speed: fast, certainty: usual, condition: grey rot}
"""
    assert errors(tmp_path, text) == []


@pytest.mark.parametrize(
    ("example", "message"),
    [
        ("text: It stays.\n    claim: {speed: fast}", "“It stays.” should give speed: fast, but it gives nothing"),
        ("text: It moves on.\n    claim: {speed: slow}", "should give speed: slow, but it gives speed: fast"),
        ("text: It moves on.\n    claim: none", "should give no pace, but it gives speed: fast"),
        ("text: It moves on.\n    claim: {certainty: usual}", "should give certainty: usual"),
        ("text: It moves on.\n    claim: {colour: red}", "should give colour: red"),
    ],
)
def test_an_example_that_fails_is_told_with_what_it_gives(tmp_path: Path, example: str, message: str) -> None:
    good = "  examples:\n  - text: Then it moves on.\n    claim: {speed: fast}\n  - "
    [told] = errors(tmp_path, f"{good}{example}\n")
    assert told.startswith("pattern 'grows': ")
    assert message in told


def test_a_pattern_that_no_example_fires_is_not_proved(tmp_path: Path) -> None:
    assert errors(tmp_path, "  examples:\n  - text: It stays.\n    claim: none\n") == [
        "pattern 'grows' is not proved: add an example that it reads"
    ]
