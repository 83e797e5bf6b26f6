from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint.cli import progress
from lint.cli.progress import Progress
from tests.cli.conftest import Run


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress.time, "monotonic", made)
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return made


def test_a_long_run_tells_its_rate_and_what_is_left_and_takes_the_line_away(
    clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True, raising=False)
    tell = Progress()
    tell(10, 2000)
    assert capsys.readouterr().err == "", "nothing in the first two seconds"
    clock.now += 4
    tell(1000, 2000)
    assert capsys.readouterr().err == "\r1,000 of 2,000 files read, 250 a second, 5 s left"
    tell(1001, 2000)
    assert capsys.readouterr().err == "", "not with every file"
    clock.now += 4
    tell(2000, 2000)
    assert re.fullmatch(r"\r +\r", capsys.readouterr().err)


def test_a_short_run_and_one_without_a_terminal_tell_nothing(
    clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tell = Progress()
    clock.now += 1
    tell(2000, 2000)
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: False, raising=False)
    quiet = Progress()
    clock.now += 9
    quiet(5, 10)
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    Progress()(5, 10)
    assert capsys.readouterr().err == ""


def test_a_run_counts_its_files_to_the_end(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(Progress, "__call__", lambda self, done, files: told.append((done, files)))
    run("check", "pages")
    assert told == [(1, 2), (2, 2)]
    del told[:]
    run("check", "pages")
    assert told == [(1, 2), (2, 2)], "from the cache too"
