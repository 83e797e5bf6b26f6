"""The papers are true: their links resolve, their commands run as they stand, and print what the papers say.

A block of code in a paper is run by what stands behind its language: ``yaml claims.yml`` is written to that file,
``sh`` is run line by line, and the ``text`` that follows is what these lines printed (``...`` stands for anything).
``text corpus`` is what ``medcopy check corpus`` prints in the repository. ``sh make``, ``sh pip`` and ``sh pre-commit``
install things, and are not run here.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from lint.canon.claim import OPTIONAL, REQUIRED
from lint.cli import COMMANDS, cli
from lint.documents import READERS
from lint.language.units import MENTIONS
from lint.pack_folders import TERMS
from lint.packs import _PATTERN_KEYS, _SECTIONS, load
from lint.reports import REPORTERS
from lint.rules import RULES
from lint.schema import config_schema

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAPERS = (*sorted(ROOT.glob("*.md")), *sorted(DOCS.glob("*.md")), ROOT / "tests" / "gold" / "README.md")
PAGE = "# Metastatic breast cancer\n\nMetastatic breast cancer cannot be cured.\n"
WALKS = {
    "README.md": {},
    "docs/rules.md": {},
    "docs/claims.md": {"pages/spread.md": PAGE},
    "docs/configuration.md": {
        "claims.yml": "version: 1\nclaims: []\n",
        "rules/house/words.yml": "classes:\n  ours: [house]\n",
        **dict.fromkeys(("pages/hope.md", "pages/archive/old.md", "pages/blog/post.md"), PAGE),
    },
}
"""Papers whose blocks of code are run, in their order, and the files that they take for granted."""
INSTALLING = ("make", "pip", "pre-commit")
OTHER_PROGRAMS = ("python", "python3", "git", "make", "pre-commit")
INSIDE = ("other", "formed")
"""Mentions that the engine keeps to itself."""

_FENCE = re.compile(r"^```(\w*) ?(.*)$")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_COUNTED = re.compile(
    r"\b\d+(?= (?:more place|files? read|claims? found|approved statement|that no approved|left undecided)"
    r"| (?:finding|error|warning|note)s?\b)"
)


@dataclass(frozen=True, slots=True)
class Code:
    """A block of code of a paper: its language, the words behind it, its lines and where it begins."""

    language: str
    about: str
    text: str
    line: int


def blocks(paper: Path) -> Iterator[Code]:
    lines = paper.read_text(encoding="utf-8").splitlines()
    opened: tuple[str, str, int] | None = None
    for number, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence and opened is None:
            opened = (fence[1], fence[2], number)
        elif line == "```" and opened is not None:
            language, about, first = opened
            yield Code(language, about, "\n".join(lines[first + 1 : number]) + "\n", first + 1)
            opened = None
    assert opened is None, f"{paper.name}: a block of code is not closed"


def prose(paper: Path) -> str:
    return re.sub(r"^```.*?^```$", "", paper.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def run(line: str) -> tuple[int, str]:
    """Run a line of the shell in this process: medcopy with arguments, and at most a file as its input."""
    program, *arguments = shlex.split(line)
    assert program == "medcopy", line
    data = b""
    if "<" in arguments:
        at = arguments.index("<")
        data = Path(arguments[at + 1]).read_bytes()
        del arguments[at : at + 2]
    result = CliRunner().invoke(cli, arguments, input=data, prog_name="medcopy")
    assert not isinstance(result.exception, Exception), result.exception
    return result.exit_code, result.stdout if result.exit_code < 2 else result.output


def holds(printed: str, shown: str) -> bool:
    """Tell whether the lines shown stand in the output in their order, ``...`` for any lines; counts may differ."""
    runs = re.split(r"^ *\.\.\.\n", _COUNTED.sub("N", shown.strip("\n") + "\n"), flags=re.MULTILINE)
    at, whole = 0, "\n" + _COUNTED.sub("N", printed)
    for part in filter(None, (part.strip("\n") for part in runs)):
        found = whole.find(f"\n{part}\n", at)
        if found < 0:
            return False
        at = found + len(part) + 1
    return True


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MEDCOPY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")  # November 2026
    monkeypatch.delenv("MEDCOPY_DEBUG", raising=False)
    return folder


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_links_between_the_papers_resolve(paper: Path) -> None:
    for target in _LINK.findall(prose(paper)):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        file = (paper.parent / name).resolve() if name else paper
        assert file.exists(), f"{paper.name}: {target} leads nowhere"
        if anchor:
            headings = re.findall(r"^#+ (.+)$", prose(file), flags=re.MULTILINE)
            anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in anchors, f"{paper.name}: there is no heading for {target}"


@pytest.mark.parametrize("name", WALKS)
def test_commands_run_as_they_stand_and_print_what_is_shown(name: str, place: Path) -> None:
    for file, text in WALKS[name].items():
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        (place / file).write_text(text, encoding="utf-8")
    printed, ran = "", 0
    for code in blocks(ROOT / name):
        where = f"{name}:{code.line}"
        if code.language == "sh" and code.about not in INSTALLING:
            printed = ""
            for line in code.text.splitlines():
                status, output = run(line)
                assert status in (0, 1), f"{where}: {line} fails:\n{output}"
                printed += output
                ran += 1
        elif code.language == "text" and not code.about:
            assert holds(printed, code.text), f"{where}: what is shown is not what is printed:\n{printed}"
        elif code.language in ("yaml", "markdown") and code.about:
            (place / code.about).parent.mkdir(parents=True, exist_ok=True)
            (place / code.about).write_text(code.text, encoding="utf-8")
    assert ran


def test_the_picture_of_the_readme_is_what_the_corpus_gives(place: Path) -> None:
    shutil.copytree(ROOT / "corpus", place / "corpus")
    shutil.copy(ROOT / "claims.yml", place)
    [shown] = [code.text for code in blocks(ROOT / "README.md") if code.about == "corpus"]
    status, printed = run("medcopy check corpus")
    assert status == 1
    assert holds(printed, shown), printed


def test_what_is_shown_must_stand_in_the_output() -> None:
    assert holds("a\nb\nc\nd\n", "a\n...\nd\n")
    assert holds("1 file read.\nx\n", "22 files read.\n".replace("22 files", "2 file"))
    assert not holds("a\nb\n", "b\na\n")
    assert not holds("a\nb\nc\n", "a\nc\n")
    assert not holds("abc\n", "ab\n")


def test_python_of_the_readme_runs() -> None:
    [code] = [code for code in blocks(ROOT / "README.md") if code.language == "python"]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code.text, "README.md", "exec"), {})
    assert printed.getvalue().startswith("site-frequency bone 70")


def options() -> set[str]:
    found = {"--help"}

    def walk(command: click.Command) -> None:
        found.update(name for parameter in command.params for name in parameter.opts)
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                child = command.get_command(context, name)
                assert child is not None
                walk(child)

    walk(cli)
    return found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.relative_to(ROOT).as_posix())
def test_options_in_the_papers_exist(paper: Path) -> None:
    lines = paper.read_text(encoding="utf-8").splitlines()
    ours = [line for line in lines if line.strip().split(" ")[0].rpartition("/")[2] not in OTHER_PROGRAMS]
    assert set(_OPTION.findall("\n".join(ours))) <= options()


def test_every_option_and_command_is_in_the_papers() -> None:
    papers = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert {option for option in options() if option.startswith("--")} - {"--all", "--version"} <= set(
        _OPTION.findall(papers)
    )
    readme = (ROOT / "README.md").read_text(encoding="utf-8") + papers
    assert [name for name in COMMANDS if f"medcopy {name}" not in readme] == []


def table(paper: str, heading: str, column: int = 0) -> list[str]:
    """Return the code in a column of the first table below a heading; of the first of all for ""."""
    text = prose(DOCS / paper)
    below = text.split(f" {heading}\n", 1)[1] if heading else text
    rows = re.search(r"^\|.*(?:\n\|.*)*", below, flags=re.MULTILINE)
    assert rows
    cells = [row.replace("\\|", "\0").strip("|").split("|")[column].strip() for row in rows.group().splitlines()[2:]]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell.replace("\0", "|"))]


def test_settings_are_all_described_and_no_others() -> None:
    assert table("configuration.md", "") == list(config_schema()["properties"])


def test_rules_are_all_described_with_their_severity() -> None:
    assert sorted(table("configuration.md", "Rules")) == sorted(RULES)
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    for name, rule in RULES.items():
        off = "" if rule.on else ", off"
        assert f"| `{name}` | {rule.severity}{off} |" in text


def test_formats_of_articles_are_all_named() -> None:
    text = prose(DOCS / "configuration.md")
    assert [suffix for suffix in READERS if f"`{suffix}`" not in text] == []


def test_the_language_of_rules_is_described_whole() -> None:
    assert sorted(table("rules.md", "A pattern")) == sorted(_PATTERN_KEYS)
    assert sorted(table("rules.md", "Packs")) == sorted(_SECTIONS)
    mentions = {name.strip("{}") for name in table("rules.md", "How a sentence is seen")}
    assert mentions == ({*MENTIONS} - {*INSIDE}) | {"form"}
    text = prose(DOCS / "rules.md")
    assert [name for name in TERMS if f"`{name}`" not in text] == []
    assert [folder.name for folder in load().directories if f"`{folder.name}`" not in text] == []


def test_formats_of_reports_are_all_named() -> None:
    text = prose(DOCS / "configuration.md")
    assert [name for name in REPORTERS if f"`{name}`" not in text] == []


def test_kinds_of_claim_are_described_with_all_their_slots() -> None:
    kinds = load().kinds
    rows = {
        name: set(re.findall(r"`([^`]+)`", slots))
        for name, slots in re.findall(r"^\| `([\w-]+)` \| (.*?) \|", prose(DOCS / "claims.md"), flags=re.MULTILINE)
    }
    for name, kind in kinds.items():
        if kind.compare != "none":
            values = {value for slot in kind.slots if slot.name != "event" for value in slot.values}
            assert {slot.name for slot in kind.slots} | values <= rows[name], name
    text = prose(DOCS / "claims.md")
    assert [key for key in (*REQUIRED, *OPTIONAL) if f"`{key}`" not in text] == []
