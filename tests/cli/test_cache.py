from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def entries(site: Path) -> list[Path]:
    return sorted((site.parent / "cache").rglob("*.json"))


def test_pages_are_remembered_and_forgotten(site: Path, run: Run) -> None:
    run("check", "pages")
    assert len(entries(site)) == 5, "two pages, the proof of the canon, what the checks said, and the words"
    assert "5 entries removed" in run("cache", "clear").stdout
    assert entries(site) == []
    assert "0 entries removed" in run("cache", "clear").stdout


def test_nothing_is_remembered_without_a_cache(site: Path, run: Run) -> None:
    run("check", "pages", "--no-cache")
    assert entries(site) == []


def test_clearing_leaves_what_medcopy_did_not_write(site: Path, run: Run) -> None:
    run("check", "pages")
    precious = site.parent / "cache" / "precious" / "ab" / "thesis.json"
    precious.parent.mkdir(parents=True)
    precious.write_text("years of work")
    (own,) = (path for path in (site.parent / "cache").iterdir() if path.name != "precious")
    (own / "notes.txt").write_text("mine")
    assert "5 entries removed" in run("cache", "clear", "--all").stdout
    assert precious.exists()
    assert (own / "notes.txt").exists()
