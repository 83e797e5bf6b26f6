from __future__ import annotations

import random
from pathlib import Path

from tests.cli.conftest import CANON, QUIET, RIGHT, WRONG, Run


def entries(site: Path) -> list[Path]:
    return sorted((site.parent / "cache").rglob("*.json"))


def test_pages_are_remembered_and_forgotten(site: Path, run: Run) -> None:
    run("check", "pages")
    assert len(entries(site)) == 4, "two pages, the proof of the canon, and what the checks said"
    assert "4 entries removed" in run("cache", "clear").stdout
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
    assert "4 entries removed" in run("cache", "clear", "--all").stdout
    assert precious.exists()
    assert (own / "notes.txt").exists()


def test_the_answer_with_a_cache_is_the_same_bytes_as_without_over_random_edits(site: Path, run: Run) -> None:
    chance = random.Random(11)
    pieces = (
        RIGHT,
        WRONG,
        QUIET,
        "It can often be cured.\n",
        "Ask about chemotheraphy.\n",
        "",
        "HER2-positive: 70%.\n",
    )
    ignored = "<!-- medcopy: ignore contradicts-canon -- an old leaflet -->\n"
    for number in range(4):
        (site / "pages" / f"page{number}.md").write_text(chance.choice(pieces))
    for step in range(14):
        pages = sorted((site / "pages").iterdir())
        page = chance.choice(pages)
        match chance.randrange(7):
            case 0 | 1:
                page.write_text("\n".join(chance.choices(pieces, k=chance.randint(1, 4))))
            case 2:
                page.rename(page.with_name(f"renamed{step}.md"))
            case 3:
                (site / "pages" / f"copy{step}.md").write_bytes(page.read_bytes())
            case 4 if len(pages) > 2:
                page.unlink()
            case 5:
                page.write_text(chance.choice((ignored, "")) + page.read_text())
            case _:
                says = chance.choice(("rarely", "often", '"no"'))
                (site / "claims.yml").write_text(CANON.replace('curable: "no"', f"curable: {says}"))
                (site / "medcopy.yml").write_text(
                    f"corpus: [pages]\nseverity: {{contradicts-page: {chance.choice(('note', 'error'))}}}\n"
                )
        names = [] if chance.random() < 0.5 else [str(chance.choice(sorted((site / "pages").iterdir())))]
        asked = ["check", *(names or ["pages"]), "--format", chance.choice(("json", "text", "sarif"))]
        cached, anew = run(*asked), run(*asked, "--no-cache")
        assert cached.stdout_bytes == anew.stdout_bytes, f"step {step}"
        assert (cached.exit_code, cached.stderr) == (anew.exit_code, anew.stderr)
        assert run(*asked).stdout_bytes == anew.stdout_bytes, "once more, when all is remembered"
