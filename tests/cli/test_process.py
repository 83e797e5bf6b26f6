"""What only a process of its own can show: imports, signals, streams, several workers."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint import knowledge, project
from lint.cli import COMMANDS
from lint.language.english import Tables, mark
from tests.cli.conftest import RIGHT, WRONG, Run

MEDCOPY = [sys.executable, "-m", "lint"]


def start(*arguments: str, code: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *arguments] if code else [*MEDCOPY, *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | more, check=False)


def imported(*arguments: str) -> set[str]:
    """Run the command line and return the modules that it imported."""
    code = "import sys\nfrom lint.cli import main\ntry:\n    main()\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    return set(start(*arguments, code=code).stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"], ["extract", "--help"]])
def test_version_and_help_import_neither_spacy_nor_yaml(arguments: list[str]) -> None:
    found = imported(*arguments)
    assert "click" in found
    assert not {"spacy", "yaml", "pathspec", "rapidfuzz"} & found


def test_no_run_imports_spacy_and_one_from_the_cache_nothing_that_reads_or_compares(site: Path) -> None:
    dear = {"spacy", "numpy", "pathspec", "rapidfuzz", "jinja2", "concurrent.futures", "importlib.metadata"}
    own = {"lint.packs", "lint.comparison", "lint.checks", "lint.terms", "lint.canon.files"}
    first = imported("check", "pages")
    # With another spaCy than that of the tables that ship, spaCy itself is asked.
    asked = Tables.shipped().mark != mark()
    assert ("spacy" in first) == asked
    assert own <= first
    # Nothing changed: neither what reads an article nor what compares is needed.
    assert not (dear | own | {"lint.documents.markdown", "pyromark"}) & imported("check", "pages", "--format", "jsonl")
    (site / "pages" / "right.md").write_text(RIGHT + "\nMore words, HER2-positive.\n")
    assert ("spacy" in imported("check", "pages")) == asked


def test_the_help_describes_every_command_in_full() -> None:
    lines = start("--help").stdout.decode().partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("..") and len(line) <= 80 for line in lines)


def test_python_m_lint_is_medcopy(site: Path) -> None:
    result = start("--version")
    assert result.stdout.startswith(b"medcopy ")


FORMATS = ("--format", "text", "--format", "json:report.json", "--format", "sarif:report.sarif")


def test_twenty_runs_in_any_order_and_with_any_number_of_workers_give_the_same_bytes(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(70):
        text = WRONG if number % 7 == 0 else RIGHT
        (site / "pages" / f"page{number:02}.md").write_text(f"{text}\nThis is page {number}. Ask for a biospy.\n")
    names = sorted(path.relative_to(site).as_posix() for path in (site / "pages").iterdir())
    known = knowledge.load(project.load(site))
    monkeypatch.setattr(knowledge, "load", lambda *_: known)  # in this process the rules are compiled once
    # Half of the runs remember a page in three, the others one page alone.
    caches = [site.parent / name for name in ("some", "none")]
    for cache, share in zip(caches, (3, 72), strict=True):
        monkeypatch.setenv("MEDCOPY_CACHE_DIR", str(cache))
        assert run("check", *names[::share]).exit_code == 1

    told = set()
    for seed in range(20):
        chance = random.Random(seed)
        chance.shuffle(names)
        shutil.copytree(caches[seed % 2], site.parent / f"cache{seed}")
        monkeypatch.setenv("MEDCOPY_CACHE_DIR", str(site.parent / f"cache{seed}"))
        asked = ("check", *names, *FORMATS, "--jobs", str(chance.choice((1, 2, 3, 5))))
        if seed % 4:
            told.add((run(*asked).stdout_bytes, Path("report.json").read_bytes(), Path("report.sarif").read_bytes()))
        else:  # a process of its own has a hash of its own
            out = start(*asked, PYTHONHASHSEED=str(seed)).stdout
            told.add((out, Path("report.json").read_bytes(), Path("report.sarif").read_bytes()))
    assert len(told) == 1
    assert [out.count(b" error misspelt-term: ") for out, _, _ in told] == [70]


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


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Wait for the workers of a run, and return their ids."""
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        if len(found := path.read_text().split()) >= 2:
            return [int(one) for one in found]
        time.sleep(0.01)
    raise AssertionError("no workers were started")


def gone(pid: int) -> bool:
    """Wait for a process to end; a child that nobody waits for stays as a zombie."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="the children of a process are told by Linux")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_worker_and_no_half_written_file(site: Path, number: int) -> None:
    for page in range(300):
        sentences = "".join(f"In {page} of {at} women it spread to the bone.\n" for at in range(400, 440))
        (site / "pages" / f"{page}.md").write_text(sentences)
    command = [*MEDCOPY, "check", "pages", "--jobs", "2", "--format", "json:report.json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        workers = workers_of(process)
        process.send_signal(number)
        out, errors = process.communicate(timeout=30)
    assert (out, errors) == (b"", b"")
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    assert [pid for pid in workers if not gone(pid)] == []
    assert not (site / "report.json").exists()
    assert [path.name for path in site.iterdir() if path.suffix == ".tmp"] == []


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
