"""A small corpus that is read and reported, and a browser to look at the report with."""

from __future__ import annotations

import contextlib
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lint.cli import cli
from lint.pages import PageReader
from tests.reports.html import hostile as hostility
from tests.reports.html.readings import PAGES, read_by_hand

REQUIRED = "MEDCOPY_BROWSER_TESTS"
"""The environment variable that makes a missing browser a failure and no reason to skip."""
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TODAY = "2026-12-01"

CANON = """\
version: 1
sources:
  panel: {title: Consensus of a panel, authors: Doe J et al., journal: J Consens, year: 2020, doi: 10.1000/panel}
  registry: {title: Report of a registry, year: 2019, url: "https://example.org/registry"}
claims:
  - id: cure
    kind: curability
    condition: metastatic breast cancer
    curable: "no"
    says: Metastatic breast cancer can be treated, not cured.
    sources: [panel]
    owner: Medical team
    reviewed: 2025-01-01
    review-by: 2026-11-01
  - id: top-site
    kind: top-site
    condition: metastatic breast cancer
    site: bone
    says: Bone is the most common site of metastasis.
    sources: [panel, registry]
    reviewed: 2026-01-01
    review-by: 2027-01-01
  - id: bone-share
    kind: site-frequency
    condition: metastatic breast cancer
    site: bone
    low: 60
    high: 75
    sources: [registry]
    reviewed: 2026-01-01
  - id: nobody-says-it
    kind: survival
    condition: metastatic breast cancer
    measure: 5-year
    low: 26
    high: 33
    unit: "%"
    sources: [registry]
    reviewed: 2026-01-01
"""
Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content repository with every state of claim in it, as current folder, read by hand."""
    monkeypatch.setattr(PageReader, "page", read_by_hand)
    return make_site(tmp_path, monkeypatch, PAGES, CANON)


def make_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: dict[str, str], canon: str | None) -> Path:
    """Write a content repository and go there."""
    folder = tmp_path / "site"
    (folder / "pages").mkdir(parents=True)
    (folder / ".git").mkdir()
    for name, text in pages.items():
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    if canon is not None:
        (folder / "claims.yml").write_text(canon, encoding="utf-8")
    nowhere = "claims: []\n" if canon is None else ""
    config = f'{nowhere}corpus: [pages]\nsource-url: "https://example.org/edit/{{path}}#L{{line}}"\n'
    (folder / "medcopy.yml").write_text(config, encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MEDCOPY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("MEDCOPY_DEBUG", raising=False)
    return folder


@pytest.fixture
def run() -> Run:
    """Run the command line in this process."""

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli, arguments, prog_name="medcopy")

    return invoke


@pytest.fixture
def report(site: Path, run: Run) -> Path:
    """The report of the small corpus as one file."""
    result = run("report", "--today", TODAY, "--output", "report.html")
    assert result.exit_code == 0, result.stderr
    return site / "report.html"


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The reports of a hostile repository: ``report.html`` and ``out/``, each with another pattern of addresses."""
    site = make_site(tmp_path, monkeypatch, hostility.PAGES, hostility.CANON)
    (site / "aside.yml").write_text(hostility.ASIDE, encoding="utf-8")
    (site / "medcopy.yml").write_text(hostility.CONFIG, encoding="utf-8")
    accepted = ("--output", "known.yml", "--reason", hostility.REASON, "--owner", hostility.OWNER)
    page = next(name for name in hostility.PAGES if name.endswith(".html"))
    result = run("baseline", f"pages/{page}", "--today", TODAY, *accepted)
    assert result.exit_code == 0, result.stderr
    for url, output in zip(hostility.URLS, ("report.html", "out/"), strict=True):
        (site / "medcopy.yml").write_text(f'{hostility.CONFIG}source-url: "{url}"\n', encoding="utf-8")
        result = run("report", "--today", TODAY, "--baseline", "known.yml", "--output", output)
        assert result.exit_code == 0, result.stderr
    return site / "report.html"


def _missing(what: str) -> None:
    reason = f"{what} is missing: the report is not looked at in a browser"
    if os.environ.get(REQUIRED):
        pytest.fail(f"{reason}, and {REQUIRED} requires it")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Chromium, driven by Selenium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    binary = next((found for name in names if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    if binary is None or driver is None:
        _missing("Chromium or ChromeDriver")
    webdriver = pytest.importorskip("selenium.webdriver", reason="Selenium is missing")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    profile = tmp_path_factory.mktemp("chromium")
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-sync"):
        options.add_argument(f"--{flag}")
    for flag in ("disable-background-networking", "disable-component-update", "disable-dev-shm-usage"):
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={profile}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chromium = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    chromium.set_script_timeout(120)
    yield chromium
    chromium.quit()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the npm registry (``npm install`` in this folder)."""
    if not AXE.is_file():
        _missing("axe-core (npm install in tests/reports/html)")
    return AXE.read_text(encoding="utf-8")


@contextlib.contextmanager
def served(folder: Path, policy: str) -> Iterator[str]:
    """Serve a folder on this machine under a Content-Security-Policy, as a CI server does with what it keeps."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given, directory=str(folder))

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *given: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
