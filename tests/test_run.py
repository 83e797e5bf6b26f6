from __future__ import annotations

import datetime
import itertools
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest

from lint import cache, project, reading, run, workers
from lint.cache import Cache
from lint.errors import MedcopyError
from lint.findings import Finding
from lint.pages import PageReader
from lint.project import Glob, Project
from lint.run import Request
from lint.severities import Severities
from tests.claim_maker import claim

DAY = datetime.date(2026, 6, 1)
PAGES = {
    "one.md": "Metastatic breast cancer cannot be cured.\n",
    "two.md": "Metastatic breast cancer is often curable.\n",
    "three.md": "Bring your questions.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    for name, text in PAGES.items():
        (site / name).write_text(text)
    monkeypatch.setenv(cache.FOLDER, str(tmp_path / "cache"))
    return site


def request(folder: Path, *names: str, **more: object) -> Request:
    return replace(Request(folder, DAY, names), **more)  # type: ignore[arg-type]


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that will hold the pages that are read and not taken from the cache."""
    read: list[str] = []
    page = PageReader.page

    def counting(self: PageReader, shown: str, data: bytes) -> object:
        read.append(shown)
        return page(self, shown, data)

    monkeypatch.setattr(PageReader, "page", counting)
    return read


def test_only_what_changed_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reads(monkeypatch)
    first = run.check(project.load(folder), request(folder))
    assert sorted(read) == ["one.md", "three.md", "two.md"]
    (folder / "two.md").write_text(PAGES["two.md"] + "\nMore.\n")
    (folder / "three.md").rename(folder / "renamed.md")
    del read[:]
    second = run.check(project.load(folder), request(folder))
    assert read == ["two.md"], "a file under another name has the same content"
    assert [f.message for f in second.findings] == [f.message for f in first.findings]


def test_damaged_entries_are_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configured = project.load(folder)
    first = run.check(configured, request(folder))
    kept = Cache.of(configured.root).folder
    assert kept is not None
    kinds = itertools.cycle(("{}", '{"key": 1}', "nonsense"))
    for path, content in zip(sorted(kept.glob("*/*.json")), kinds, strict=False):
        path.write_text(content)
    read = reads(monkeypatch)
    assert run.check(configured, request(folder)).findings == first.findings
    assert len(read) == 3


@pytest.mark.parametrize(
    "value", [7, {}, {"status": "read"}, {"status": "x", "claims": [], "directives": [], "message": ""}]
)
def test_an_entry_of_another_form_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch, value: object) -> None:
    monkeypatch.setattr(Cache, "get", lambda self, key: value)
    read = reads(monkeypatch)
    assert len(run.extract(project.load(folder), request(folder)).claims) == 2
    assert len(read) == 3


def test_counts_tell_claims_that_the_canon_says_nothing_of(folder: Path) -> None:
    (folder / "claims.yml").write_text(
        "version: 1\nsources: {s: {title: A trial, year: 2020}}\nclaims:\n"
        "- {id: c, kind: curability, condition: early breast cancer, curable: often,\n"
        "   sources: [s], reviewed: 2026-01-01}\n"
    )
    summary = run.check(project.load(folder), request(folder)).summary
    assert (summary.read, summary.claims, summary.canonical) == (3, 2, 1)
    assert (summary.uncovered, summary.undecided) == (2, 0)


def test_a_worker_that_dies_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        def __init__(self, *_: object) -> None:
            pass

        def map(self, *_: object) -> object:
            raise BrokenProcessPool

        def shutdown(self, **_: object) -> None:
            pass

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Dying)
    for number in range(workers.WARM + reading.BATCH):
        (folder / f"{number}.md").write_text(f"Words of page {number}.\n")
    with pytest.raises(MedcopyError, match=r"a worker process died .* --jobs 1"):
        run.check(project.load(folder), request(folder, jobs=2))


def severities(**given: object) -> Severities:
    configured = replace(Project(root=Path("/site")), **given)  # type: ignore[arg-type]
    return Severities.of(configured, Path("/site"))


def finding(rule: str = "overstated", path: str = "a.md") -> Finding:
    made = claim("curability", curable="no", path=path)
    return Finding(rule, "warning", "m", made.place, made)


def test_the_later_path_is_the_stronger() -> None:
    globs = [
        (Glob(text, "", 1, 1), {"overstated": level}) for text, level in (("blog/**", "note"), ("blog/x.md", "off"))
    ]
    found = severities(severity={"overstated": "error"}, paths=tuple(globs))
    given = [finding(path=path) for path in ("a.md", "blog/y.md", "blog/x.md")]
    assert [f.severity for f in found.apply(given)] == ["error", "note"]


def test_a_rule_that_is_off_everywhere_does_not_run_and_one_that_is_selected_does() -> None:
    configured = Project(root=Path("/site"), severity={"overstated": "off"})
    here = Path("/site")
    assert "overstated" not in Severities.of(configured, here).ran
    assert "unverified-figure" not in Severities.of(configured, here).ran
    selected = Severities.of(configured, here, ["overstated", "unverified-figure"], ["overstated"])
    assert selected.ran == {"unverified-figure"}
    assert [f.severity for f in selected.apply([finding("unverified-figure")])] == ["note"]
    glob = Glob("blog/**", "", 1, 1)
    assert "overstated" in Severities.of(replace(configured, paths=((glob, {"overstated": "note"}),)), here).ran
