"""The report as text: its numbers, its anchors, its gold file, and hostile words.

UPDATE_GOLD=1 in the environment writes the gold file anew; look at what changed before it is committed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lint.pages import PageReader
from tests.reports.html.conftest import CANON, TODAY, Run, make_site
from tests.reports.html.readings import PAGES, READINGS, read_by_hand

GOLD = Path(__file__).parent / "gold" / "report.html"
VOID = {"meta", "input", "br", "img", "link", "hr"}


class Tree(HTMLParser):
    """Reads a page strictly: every element is closed in its order; keeps ids, links and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def body(text: str) -> str:
    """Return what is between the style and the script, which are read on their own."""
    return re.sub(r"<script>.*</script>", "", text[text.index("<body>") :], flags=re.S)


def test_the_report_is_as_in_its_gold_file(report: Path) -> None:
    made = body(report.read_text(encoding="utf-8"))
    if os.environ.get("UPDATE_GOLD"):
        GOLD.parent.mkdir(exist_ok=True)
        GOLD.write_text(made, encoding="utf-8")
    assert made == GOLD.read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_bytes_in_every_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path, monkeypatch, PAGES, CANON)
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "lint", "report", "--today", TODAY, "--output", f"{seed}.html", "--no-cache"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
    assert (site / "1.html").read_bytes() == (site / "2.html").read_bytes()


def test_the_numbers_add_up(report: Path) -> None:
    text = Tree(report.read_text(encoding="utf-8")).text
    found = re.search(r"(\d+) pages found (\d+) read (\d+) skipped: not in English", text)
    assert found
    assert int(found[1]) == int(found[2]) + int(found[3]) == len(PAGES)
    claims = re.search(r"(\d+) claims found .*? wrong", text)
    assert claims
    states = re.findall(r"[✕▲≈?○✓⊘] (\d+) ", claims[0])
    assert len(states) == 7
    assert sum(map(int, states)) == int(claims[1])


def test_every_link_inside_leads_somewhere_and_no_anchor_stands_twice(report: Path) -> None:
    tree = Tree(report.read_text(encoding="utf-8"))
    assert len(tree.ids) == len(set(tree.ids))
    assert {link[1:] for link in tree.links if link.startswith("#")} <= set(tree.ids)


def test_nothing_is_taken_from_the_network_and_no_style_stands_in_an_attribute(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    tree = Tree(text)
    assert tree.attributes.isdisjoint({"src", "style", "srcset", "action", "onclick", "onload"})
    assert tree.tags.isdisjoint({"link", "img", "iframe", "object", "base"})
    assert "url(" not in text
    assert "@import" not in text


def test_anchors_of_findings_are_their_fingerprints_and_survive_an_edit_above(
    report: Path, site: Path, run: Run
) -> None:
    before = set(re.findall(r'id="([fvc]-[0-9a-f]+(?:-\d+)?)"', report.read_text(encoding="utf-8")))
    page = site / "pages" / "wrong.md"
    page.write_text("Bring your questions to the visit.\n\n" + page.read_text(encoding="utf-8"), encoding="utf-8")
    run("report", "--today", TODAY, "--output", "report.html")
    after = set(re.findall(r'id="([fvc]-[0-9a-f]+(?:-\d+)?)"', report.read_text(encoding="utf-8")))
    assert before == after
    listed = run("check", "--today", TODAY, "--format", "jsonl").stdout
    assert {f"f-{mark}" for mark in re.findall(r'"fingerprint": ?"([0-9a-f]+)"', listed)} <= after


def test_one_mistake_is_one_decision_with_all_its_places(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    one = re.search(r'<article class="decision(?:(?!</article>).)*can often be cured.*?</article>', text, re.S)
    assert one
    assert re.findall(r'data-path="([^"]+)"', one[0]) == ["pages/table.html", "pages/wrong.md"]


def test_the_odd_one_out_stands_beside_what_most_pages_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(PageReader, "page", read_by_hand)
    monkeypatch.setitem(READINGS, "again.md", READINGS["right.md"])
    site = make_site(tmp_path, monkeypatch, {**PAGES, "again.md": PAGES["right.md"]}, CANON)
    run("report", "--today", TODAY, "--output", "report.html")
    text = (site / "report.html").read_text(encoding="utf-8")
    card = next(c for c in re.findall(r'<article class="card.*?</article>', text, re.S) if "most common site</h4>" in c)
    liver, bone = re.findall(r'<li class="variant.*?<ul class="cases">', card, re.S)
    assert Tree(f"{liver}</ul></li>").text == "Liver is the most common site ✕ contradicting 2× on 1 page odd one out"
    assert Tree(f"{bone}</ul></li>").text == "Bone is the most common site ✓ agreeing 2× on 2 pages most pages"


def test_what_is_worded_surer_elsewhere_does_not_count_as_agreeing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    surer, weaker = "Metastatic breast cancer cannot be cured", "Metastatic breast cancer usually cannot be cured"
    site = make_site(tmp_path, monkeypatch, {"a.md": f"{surer}.\n", "b.md": f"{weaker}.\n"}, CANON)
    run("report", "--today", TODAY, "--output", "report.html")
    text = Tree((site / "report.html").read_text(encoding="utf-8")).text
    assert "≈ 1 uneven" in text
    assert "✓ 1 agreeing" in text


def test_sources_are_linked_and_an_overdue_review_is_said(report: Path) -> None:
    tree = Tree(report.read_text(encoding="utf-8"))
    assert "https://doi.org/10.1000/panel" in tree.links
    assert "https://example.org/edit/pages/wrong.md#L3" in tree.links
    assert "review overdue since 2026-11-01" in tree.text
    assert "kept by Medical team" in tree.text


def test_what_is_accepted_what_is_skipped_and_what_nobody_says_is_listed(report: Path) -> None:
    text = Tree(report.read_text(encoding="utf-8")).text
    assert "quoted from a leaflet of 1990" in text
    assert "pages/deutsch.md not in English" in text
    assert "1 approved statements that nothing in the copy speaks about" in text


def test_an_article_keeps_its_structure(report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    assert re.search(r'<ol>\s*<li value="1"><mark class="s-contradicts">Bone metastases occur in 20%</mark>', text)
    assert re.search(r'<caption>Share of women</caption>\s*<tr><th scope="col">Site</th>', text)
    assert re.search(r'<th scope="row">(<mark[^>]*>)?Bone', text)


def test_a_folder_holds_an_index_and_a_page_for_each_article_with_the_same_anchors(
    report: Path, site: Path, run: Run
) -> None:
    assert run("report", "--today", TODAY, "--output", "out/").exit_code == 0
    files = sorted((site / "out").rglob("*.html"))
    assert len(files) == 1 + 3
    ids = {file: set(Tree(file.read_text(encoding="utf-8")).ids) for file in files}
    for file in files:
        for link in Tree(file.read_text(encoding="utf-8")).links:
            if not link.startswith("https:"):
                target, _, anchor = link.partition("#")
                assert anchor in ids[(file.parent / target).resolve() if target else file], link
    whole = set(Tree(report.read_text(encoding="utf-8")).ids)
    assert {i for own in ids.values() for i in own if re.match("[fvcmpd]-", i)} == {
        i for i in whole if re.match("[fvcmpd]-", i)
    }


def test_named_files_alone_are_reported_on(site: Path, run: Run) -> None:
    run("report", "pages/right.md", "--today", TODAY, "--output", "one.html")
    text = (site / "one.html").read_text(encoding="utf-8")
    assert "about 1 file of the corpus" in Tree(text).text
    assert text.count('<article class="article"') == 1
    tree = Tree(text)
    assert {link[1:] for link in tree.links if link.startswith("#")} <= set(tree.ids)


def test_without_a_canon_the_pages_are_held_against_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(PageReader, "page", read_by_hand)
    site = make_site(tmp_path, monkeypatch, PAGES, None)
    assert run("report", "--output", "report.html").exit_code == 0
    text = Tree((site / "report.html").read_text(encoding="utf-8")).text
    assert "no approved statements to hold them against" in text
    assert "odd one out" in text


def test_a_corpus_in_which_nothing_is_said_has_a_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    site = make_site(tmp_path, monkeypatch, {"quiet.md": "Bring your questions to the visit, all of them.\n"}, None)
    assert run("report", "--output", "report.html").exit_code == 0
    assert "Nothing. No claim speaks against" in Tree((site / "report.html").read_text(encoding="utf-8")).text


def test_a_term_whose_rule_is_off_is_not_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """It was counted as a wrong term although no finding told of it."""
    site = make_site(tmp_path, monkeypatch, {"page.md": "The doctor takes a biospy of the lump in the breast.\n"}, None)
    counted = []
    for severity in ("error", "off"):
        config = f"corpus: [pages]\nclaims: []\nseverity: {{misspelt-term: '{severity}'}}\n"
        (site / "medcopy.yml").write_text(config, encoding="utf-8")
        run("report", "--output", "report.html")
        text = (site / "report.html").read_text(encoding="utf-8")
        counted.append((re.findall(r"(\d) terms? wrong", Tree(text).text), text.count("data-mark=")))
    assert counted == [(["1"], 1), (["0"], 0)]


def test_an_output_that_cannot_be_written_is_told(site: Path, run: Run) -> None:
    result = run("report", "--output", "claims.yml/report.html")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_the_template_library_is_imported_by_the_report_alone() -> None:
    code = "import sys, lint.cli, lint.cli.check, lint.reports, lint.run; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_hostile_words_are_words(hostile: Path) -> None:
    files = [hostile, *sorted((hostile.parent / "out").rglob("*.html"))]
    for file in files:
        text = file.read_text(encoding="utf-8")
        tree = Tree(text)
        assert text.count("<script") == text.count("</script") == 1
        assert text.count("<style") == text.count("</style") == 1
        assert not any(name.startswith("on") or name == "style" for name in tree.attributes)
        assert tree.tags.isdisjoint({"img", "b-", "i"})
        assert not [link for link in tree.links if link.lower().startswith(("javascript", "data"))]
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    assert "\\u202e" in hostile.read_text(encoding="utf-8")
    assert "{{ 7*7 }}" in Tree(hostile.read_text(encoding="utf-8")).text
    for file in (hostile.parent / "out" / "articles").iterdir():
        assert re.fullmatch(r"[a-z0-9-]+\.html", file.name)


def test_a_decision_carries_its_entry_of_claims_yml_with_its_lines(report: Path) -> None:
    entries = [unescape(e) for e in re.findall(r'data-entry="([^"]+)"', report.read_text(encoding="utf-8"))]
    wanted = '  - id: {id}\n    kind: "curability"\n    condition: "metastatic breast cancer"\n    curable: "often"\n'
    assert any(entry.startswith(wanted) for entry in entries)
