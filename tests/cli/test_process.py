"""What only a process of its own can show: imports, signals, streams, several workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import RIGHT, WRONG

MEDCOPY = [sys.executable, "-m", "lint"]


def start(*arguments: str, code: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *arguments] if code else [*MEDCOPY, *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | more, check=False)


def imported(*arguments: str) -> set[str]:
    """Run the command line and return the top-level modules that it imported."""
    code = (
        "import sys\n"
        "from lint.cli import main\n"
        "try:\n    main()\n"
        "finally:\n    print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    return set(start(*arguments, code=code).stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["extract", "--help"]])
def test_version_and_help_import_neither_spacy_nor_yaml(arguments: list[str]) -> None:
    found = imported(*arguments)
    assert "click" in found
    assert not {"spacy", "yaml", "pathspec", "rapidfuzz"} & found


def test_a_run_from_the_cache_does_not_import_spacy(site: Path) -> None:
    assert "spacy" in imported("check", "pages")
    assert "spacy" not in imported("check", "pages")
    (site / "pages" / "right.md").write_text(RIGHT + "\nMore.\n")
    assert "spacy" in imported("check", "pages")


def test_python_m_lint_is_medcopy(site: Path) -> None:
    result = start("--version")
    assert result.stdout.startswith(b"medcopy ")


def test_every_number_of_workers_and_every_order_gives_the_same_bytes(site: Path) -> None:
    for number in range(40):
        (site / "pages" / f"page{number:02}.md").write_text(WRONG if number % 7 == 0 else RIGHT)
    names = sorted(str(path.relative_to(site)) for path in (site / "pages").iterdir())
    runs = [
        start("check", "pages", "--no-cache", "--jobs", "1"),
        start("check", "pages", "--no-cache", "--jobs", "2"),
        start("check", "pages"),
        start("check", "pages", PYTHONHASHSEED="7"),
        start("check", *reversed(names)),
    ]
    assert len({result.stdout for result in runs}) == 1
    assert {result.returncode for result in runs} == {1}


def test_output_is_utf_8_with_plain_line_ends_whatever_the_terminal_speaks(site: Path) -> None:
    out = start("check", "pages", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
    assert "“".encode() in out
    assert b"\r" not in out
    assert b"\x1b" not in out


def test_the_interrupt_key_leaves_quietly(site: Path) -> None:
    code = (
        "from lint import run\n"
        "def interrupted(*_):\n    raise KeyboardInterrupt\n"
        "run.check = interrupted\n"
        "from lint.cli import main\n"
        "main()\n"
    )
    result = start("check", "pages", code=code)
    assert (result.returncode, result.stdout, result.stderr) == (130, b"", b"")


def test_a_reader_that_goes_away_leaves_no_traceback(site: Path) -> None:
    if os.name != "posix":
        pytest.skip("pipes break with a signal's number on POSIX")
    with subprocess.Popen([*MEDCOPY, "check", "pages"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert b"Traceback" not in errors
    assert process.returncode == 141


def test_a_cache_that_cannot_be_written_costs_time_alone(site: Path) -> None:
    blocked = site.parent / "blocked"
    blocked.write_text("a file where the folder should be")
    result = start("check", "pages", MEDCOPY_CACHE_DIR=str(blocked))
    assert (result.returncode, result.stderr) == (1, b"")


def test_a_broken_configuration_is_no_traceback(site: Path) -> None:
    Path("medcopy.yml").write_text("corpus: [pages\n")
    result = start("check")
    assert result.returncode == 2
    assert result.stderr.startswith(b"error: medcopy.yml:2:1: is not valid YAML")
