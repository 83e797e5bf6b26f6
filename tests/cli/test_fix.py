from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from lint import fixes
from lint.errors import ReadError
from lint.findings import Finding, Fix
from tests.claim_maker import claim
from tests.cli.conftest import WRONG, Run

MISSPELT = "Ask about chemotheraphy.\n\nMore chemotheraphy may follow.\n"
MENDED = MISSPELT.replace("chemotheraphy", "chemotherapy")


def test_fix_makes_safe_fixes_and_a_second_run_changes_nothing(site: Path, run: Run) -> None:
    page = site / "pages" / "new.md"
    page.write_text(MISSPELT)
    result = run("check", "pages/new.md", "--fix")
    assert page.read_text() == MENDED
    assert result.exit_code == 0
    assert "2 fixes made in 1 file" in result.stderr
    before = page.stat().st_mtime_ns
    assert "0 fixes made in 0 files" in run("check", "pages/new.md", "--fix").stderr
    assert page.stat().st_mtime_ns == before


def test_a_fix_has_the_apostrophes_of_the_page(site: Path, run: Run) -> None:
    page = site / "pages" / "new.md"
    page.write_text("Memory fails in Alzheimer\u2019s infection. It is Menkes disease.\n", encoding="utf-8")
    run("check", "pages/new.md", "--fix")
    text = page.read_text(encoding="utf-8")
    assert text == "Memory fails in Alzheimer\u2019s disease. It is Menkes disease.\n"


def test_fix_reports_what_is_left(site: Path, run: Run) -> None:
    page = site / "pages" / "wrong.md"
    page.write_text(WRONG + "\n" + MISSPELT)
    result = run("check", "pages", "--fix")
    assert page.read_text() == WRONG + "\n" + MENDED
    assert result.exit_code == 1
    assert "contradicts-canon" in result.stdout
    assert "misspelt-term" not in result.stdout


def test_diff_shows_the_fixes_as_a_patch_and_changes_nothing(site: Path, run: Run) -> None:
    page = site / "pages" / "new.md"
    page.write_bytes(MISSPELT.rstrip().encode())
    result = run("check", "pages/new.md", "--fix", "--diff")
    assert page.read_text() == MISSPELT.rstrip()
    assert result.exit_code == 1
    done = subprocess.run(["git", "apply", "-p1"], input=result.stdout.encode(), cwd=site, check=False)
    assert done.returncode == 0
    assert page.read_text() == MENDED.rstrip()
    assert run("check", "pages/new.md", "--fix", "--diff").stdout == ""


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + MISSPELT.replace("\n", "\r\n").encode(),
        MISSPELT.replace("More", "M\xf3re").encode("cp1252"),
        b"\xff\xfe" + MISSPELT.encode("utf-16-le"),
    ],
)
def test_encoding_byte_order_mark_and_line_ends_stay(site: Path, run: Run, data: bytes) -> None:
    page = site / "pages" / "new.md"
    page.write_bytes(data)
    run("check", "pages/new.md", "--fix")
    codec = "utf-16-le" if data.startswith(b"\xff") else "ascii"
    wrong, right = "chemotheraphy".encode(codec), "chemotherapy".encode(codec)
    assert page.read_bytes() == data.replace(wrong, right) != data


def test_suppressed_findings_are_not_fixed(site: Path, run: Run) -> None:
    text = f"<!-- medcopy: ignore-file misspelt-term -- quoted -->\n\n{MISSPELT}"
    page = site / "pages" / "new.md"
    page.write_text(text)
    run("check", "pages/new.md", "--fix")
    assert page.read_text() == text


def test_a_link_that_leads_outside_is_not_written_through(site: Path, run: Run) -> None:
    outside = site.parent / "outside.md"
    outside.write_text(MISSPELT)
    (site / "pages" / "link.md").symlink_to(outside)
    result = run("check", "pages/link.md", "--fix")
    assert outside.read_text() == MISSPELT
    assert result.exit_code == 2
    assert "pages/link.md: is a link that leads out of the project" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--diff"], "--diff shows what --fix would change"),
        (["--fix", "--diff", "--format", "json"], "--diff is a format of its own"),
    ],
)
def test_what_does_not_go_together_is_said(site: Path, run: Run, arguments: list[str], words: str) -> None:
    result = run("check", "pages", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_standard_input_is_not_fixed_but_shown(site: Path, run: Run) -> None:
    assert run("check", "-", "--fix", text=MISSPELT).exit_code == 2
    assert "+Ask about chemotherapy." in run("check", "-", "--fix", "--diff", text=MISSPELT).stdout


def made(text: str, start: int, end: int, new: str, safe: bool = True) -> Finding:
    at = claim("term-error", "", quote=text[start:end], at=start).place
    return Finding("misspelt-term", "error", "is misspelt", at, fix=Fix(start, end, new, safe))


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    page, text = tmp_path / "a.md", "one two three"
    page.write_text(text)
    planned = fixes.plan([made(text, 4, 7, "zwei")], lambda path: page.read_bytes())
    page.write_text("one two three, and four")
    with pytest.raises(ReadError, match="was changed after it was checked"):
        fixes.write(planned.changes[0], page, tmp_path)
    assert page.read_text() == "one two three, and four"
    moved = fixes.plan([made(text, 4, 7, "zwei")], lambda path: b"and one two three")
    assert not moved.changes
    assert "was changed" in str(moved.refused[0])


def test_overlapping_fixes_are_made_one_at_a_time_and_unsafe_ones_never() -> None:
    text = "one two three"
    found = [made(text, 4, 13, "2 3"), made(text, 8, 13, "drei"), made(text, 0, 3, "eins", safe=False)]
    (change,) = fixes.plan(found, lambda path: text.encode()).changes
    assert (change.after, change.fixes) == ("one 2 3", 1)


def test_a_file_that_cannot_be_written_is_said(site: Path, run: Run) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("nothing is write-protected for this user")
    (site / "pages" / "new.md").write_text(MISSPELT)
    (site / "pages").chmod(0o555)
    result = run("check", "pages/new.md", "--fix")
    (site / "pages").chmod(0o755)
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
