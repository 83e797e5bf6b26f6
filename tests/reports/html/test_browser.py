"""The report in headless Chromium: opened, searched, followed, decided on, printed; for every eye and policy."""

from __future__ import annotations

import base64
import json
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint.pages import PageReader
from tests.reports.html.conftest import CANON, REQUIRED, TODAY, Run, make_site, served
from tests.reports.html.readings import read_shares, shares_page

Driver = Any
VIEWS = ("decide", "claims", "articles", "records")
FILTERED_IN = 1.0
"""Seconds in which a filter of the large corpus is done, on a slow machine that does other work as well."""


def look(browser: Driver, address: str, width: int = 1300, scheme: str = "light", scripts: bool = True) -> None:
    """Open a page that nothing is left over on from the one before."""
    browser.get("about:blank")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get(address)


def fresh(browser: Driver, address: str) -> None:
    """Open a page with no decisions kept from another test."""
    look(browser, address)
    browser.execute_script("localStorage.clear()")
    look(browser, address)


def css(browser: Driver, selector: str) -> list[Any]:
    return list(browser.find_elements("css selector", selector))


def shown(browser: Driver, selector: str) -> list[Any]:
    return [element for element in css(browser, selector) if element.is_displayed()]


def until(condition: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def violations(browser: Driver, axe: str) -> list[Any]:
    """Return what axe-core finds wrong with what is open, all of it laid out: off the screen it sees no colours."""
    browser.execute_script(
        "const s = new CSSStyleSheet(); s.replaceSync('*{content-visibility:visible!important}');"
        "document.adoptedStyleSheets = [s];"
        "document.querySelectorAll('details').forEach(one => { one.open = true; });"
    )
    browser.execute_script(axe)
    passed, found = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document).then(r => done([r.passes.length, r.violations.map(v => [v.id, v.nodes[0].html])]));"
    )
    assert passed > 20
    return list(found)


def test_every_view_of_every_page_is_clean_for_axe(
    browser: Driver, axe: str, report: Path, site: Path, run: Run
) -> None:
    run("baseline", "pages/table.html", "--today", TODAY, "--output", "known.yml", "--owner", "Dr Ada")
    for output in ("report.html", "out/"):
        assert run("report", "--today", TODAY, "--baseline", "known.yml", "--output", output).exit_code == 0
    article = next((site / "out" / "articles").glob("*wrong*"))
    views = [f"{report.as_uri()}#{view}" for view in VIEWS]
    for address in (*views, (site / "out" / "index.html").as_uri(), article.as_uri()):
        for width, scheme in ((390, "dark"), (820, "light"), (1300, "dark"), (2200, "light")):
            look(browser, address, width, scheme)
            assert violations(browser, axe) == [], (address, width, scheme)


def test_dialogs_and_forms_are_clean_for_axe(browser: Driver, axe: str, report: Path) -> None:
    fresh(browser, report.as_uri())
    decide(browser, titled(browser, "often be cured"), "accept", "as agreed")
    decide(browser, titled(browser, "Liver"), "canon", "new evidence", "registry")
    for width, scheme in ((1300, "light"), (390, "dark")):
        look(browser, report.as_uri(), width, scheme)
        browser.find_element("css selector", ".basket").click()
        assert violations(browser, axe) == [], (width, scheme)
        browser.find_element("css selector", "dialog[open] .row button").click()
        browser.find_element("css selector", "body").send_keys("?")
        assert browser.find_element("css selector", "dialog[open] h2").text == "Keys"
        assert violations(browser, axe) == [], (width, scheme)


def test_nothing_is_wider_than_the_screen(browser: Driver, report: Path) -> None:
    for width in (320, 390, 768, 1300, 2200):
        for view in VIEWS:
            look(browser, f"{report.as_uri()}#{view}", width)
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width, (width, view)


def test_a_filter_and_a_search_leave_what_fits(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri())
    every, items = len(shown(browser, ".decision")), len(shown(browser, "#decide [data-item]"))
    browser.find_element("css selector", "#f-severity").send_keys("warning")
    until(lambda: 0 < len(shown(browser, ".decision")) < every)
    assert {one.text for one in shown(browser, ".decision .severity")} == {"WARNING"}
    browser.find_element("css selector", ".filters button[type=reset]").click()
    until(lambda: len(shown(browser, ".decision")) == every)
    browser.find_element("css selector", "#q").send_keys("20% women")
    until(lambda: len(shown(browser, ".decision")) == 1)
    assert browser.find_element("css selector", ".found").text == f"1 of {items} shown"
    browser.find_element("css selector", "#q").send_keys(" nothing has these words")
    until(lambda: not shown(browser, ".decision"))
    assert shown(browser, "#decide .nothing")


def test_a_number_of_the_first_screen_shows_its_claims(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri())
    browser.find_element("css selector", ".tile [data-filter=uncovered]").click()
    until(lambda: bool(shown(browser, "#claims .card")))
    cards = shown(browser, "#claims .card")
    assert all("not covered" in card.text for card in cards)
    assert len(cards) < len(css(browser, "#claims .card"))


def test_a_mark_leads_to_its_card_and_back(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri() + "#articles")
    mark = next(tag for tag in shown(browser, "#articles .tag[data-mark=contradicts]"))
    anchor = mark.get_attribute("id")
    mark.click()
    until(lambda: bool(shown(browser, "#claims")))
    variant = browser.find_element("css selector", ":target")
    assert variant.is_displayed()
    assert "contradicting" in variant.text
    back = variant.find_element("css selector", f'a[href="#{anchor}"]')
    back.click()
    until(lambda: bool(shown(browser, "#articles")))
    assert browser.switch_to.active_element.get_attribute("id") == anchor
    browser.back()
    until(lambda: bool(shown(browser, "#claims")))


def test_an_anchor_that_a_filter_hides_is_shown_when_it_is_followed(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri())
    anchor = css(browser, "#decide [data-case]")[0].get_attribute("id")
    browser.find_element("css selector", "#q").send_keys("nothing has these words")
    until(lambda: not shown(browser, ".decision"))
    browser.execute_script("location.hash = arguments[0]", anchor)
    until(lambda: bool(shown(browser, f"#{anchor}")))


def test_keys_go_to_the_next_and_back_and_can_be_switched_off(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri())
    page = browser.find_element("css selector", "body")
    decisions = css(browser, ".decision")
    page.send_keys("j")
    page.send_keys("j")
    assert browser.switch_to.active_element == decisions[1]
    page.send_keys("k")
    assert browser.switch_to.active_element == decisions[0]
    page.send_keys("3")
    until(lambda: bool(shown(browser, "#articles")))
    page.send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "q"
    look(browser, report.as_uri())
    browser.find_element("css selector", ".keys button").click()
    browser.find_element("css selector", "#keys-on").click()
    css(browser, "dialog[open] .row button")[0].click()
    browser.find_element("css selector", "body").send_keys("3")
    assert not shown(browser, "#articles")


def findings(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def marks(stdout: str) -> set[str]:
    return {one["fingerprint"] for one in findings(stdout)}


def decide(browser: Driver, item: Any, what: str, reason: str, source: str = "") -> None:
    item.find_element("css selector", ".decide > summary").click()
    until(lambda: bool(item.find_elements("css selector", ".decide form")))
    item.find_element("css selector", f"input[value={what}]").click()
    fields = {
        label.text.split()[0]: label.find_element("xpath", "..//input")
        for label in item.find_elements("css selector", ".answers label")
        if label.is_displayed()
    }
    fields["Reason"].send_keys(reason)
    fields["By"].clear()
    fields["By"].send_keys("Dr “Who”: #1")
    if source:
        fields["Sources"].send_keys(source)
    item.find_element("css selector", "button[type=submit]").click()


def copied(browser: Driver) -> dict[str, str]:
    """Copy every part of the YAML with its button, and return what then is on the clipboard."""
    browser.find_element("css selector", ".basket").click()
    browser.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    found = {}
    for pre in css(browser, "dialog[open] pre"):
        button = pre.find_element("xpath", "following-sibling::button")
        button.click()
        until(lambda button=button: button.text == "Copied")
        text = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
        found[pre.get_attribute("data-yaml")] = text.replace("\r\n", "\n")
    return found


def titled(browser: Driver, words: str) -> Any:
    """Return the first decision with some words in its heading."""
    return next(d for d in css(browser, ".decision") if words in d.find_element("css selector", "h3").text)


REASON = "quoted: \"old\" #leaflet\\ 'x' \u202e"


def test_what_is_accepted_is_a_baseline_that_check_takes(browser: Driver, report: Path, site: Path, run: Run) -> None:
    fresh(browser, report.as_uri())
    decide(browser, titled(browser, "often be cured"), "accept", REASON)
    decide(browser, titled(browser, "20%"), "ask", "which event is it?")
    yaml_of = copied(browser)
    assert set(yaml_of) == {"baseline", "tasks"}
    (site / "known.yml").write_text(yaml_of["baseline"], encoding="utf-8")
    found = yaml.safe_load(yaml_of["baseline"])["findings"]
    assert [one["path"] for one in found] == ["pages/table.html", "pages/wrong.md"]
    assert {(one["reason"], one["owner"]) for one in found} == {(REASON, "Dr “Who”: #1")}
    task = yaml.safe_load(yaml_of["tasks"])["tasks"][0]
    assert (task["why"], task["places"]) == ("which event is it?", ["pages/wrong.md:7"])
    every = marks(run("check", "--today", TODAY, "--format", "jsonl").stdout)
    checked = run("check", "--today", TODAY, "--format", "jsonl", "--baseline", "known.yml")
    assert checked.exit_code == 1, checked.stderr
    assert every - marks(checked.stdout) == {one["fingerprint"] for one in found}

    # A decision outlives the page. With a baseline there, what is copied are entries to add to it.
    run("report", "--today", TODAY, "--output", "report.html", "--baseline", "known.yml")
    look(browser, report.as_uri())
    assert browser.find_element("css selector", ".basket").text == "1 decision as YAML"
    every = shown(browser, ".decision")
    browser.find_element("css selector", "#f-known").send_keys("known")
    until(lambda: 0 < len(shown(browser, ".decision")) < len(every))
    assert {one.get_attribute("data-known") for one in shown(browser, ".decision")} == {"known"}
    browser.find_element("css selector", ".filters button[type=reset]").click()
    until(lambda: len(shown(browser, ".decision")) == len(every))
    decide(browser, titled(browser, "Liver"), "accept", "as agreed")
    with (site / "known.yml").open("a", encoding="utf-8") as file:
        file.write(copied(browser)["baseline"])
    left = run("check", "--today", TODAY, "--format", "jsonl", "--baseline", "known.yml")
    assert left.exit_code == 1, left.stderr
    assert marks(left.stdout) < marks(checked.stdout)
    assert "expired" not in left.stderr
    assert "no longer there" not in left.stderr


def test_a_change_of_what_is_approved_is_an_entry_that_check_takes(
    browser: Driver, report: Path, site: Path, run: Run
) -> None:
    fresh(browser, report.as_uri())
    decide(browser, titled(browser, "Liver"), "canon", "new evidence: 2026", "registry")
    entry = copied(browser)["claims"].removeprefix("version: 1\nclaims:\n")
    # In place of the one that it changes: what was wrong is right, and what was right is wrong.
    start, end = CANON.index("  - id: top-site"), CANON.index("  - id: bone-share")
    (site / "claims.yml").write_text(CANON[:start] + entry + CANON[end:], encoding="utf-8")
    checked = run("check", "--today", TODAY, "--format", "jsonl")
    assert checked.exit_code == 1, checked.stderr
    told = [one for one in findings(checked.stdout) if one["canon"] == "top-site"]
    assert {(one["rule"], one["path"]) for one in told if one["rule"] == "contradicts-canon"} == {
        ("contradicts-canon", "pages/right.md")
    }


def test_a_claim_with_no_approved_statement_can_be_approved_with_a_new_source(
    browser: Driver, report: Path, site: Path, run: Run
) -> None:
    fresh(browser, f"{report.as_uri()}#claims")
    coffee = next(v for v in css(browser, "#claims .variant") if "Drinking coffee raises" in v.text)
    browser.execute_script("arguments[0].scrollIntoView()", coffee)
    until(lambda: bool(coffee.find_elements("css selector", ".decide > summary")))
    assert "Approve it" not in coffee.text
    decide(browser, coffee, "canon", "a trial showed it", "registry; 10.1000/coffee; A “second”: trial")
    (site / "more.yml").write_text(copied(browser)["claims"], encoding="utf-8")
    checked = run("check", "--today", TODAY, "--format", "jsonl", "--claims", "claims.yml", "--claims", "more.yml")
    assert checked.exit_code == 1, checked.stderr
    run("report", "--today", TODAY, "--output", "report.html", "--claims", "claims.yml", "--claims", "more.yml")
    look(browser, f"{report.as_uri()}#claims")
    card = next(card for card in css(browser, "#claims .card") if "Drinking coffee raises" in card.text)
    assert "agreeing" in card.text
    assert card.find_elements("css selector", 'a[href="https://doi.org/10.1000/coffee"]')
    assert "A “second”: trial" in card.text


def test_a_decision_wants_its_reason(browser: Driver, report: Path) -> None:
    fresh(browser, report.as_uri())
    item = css(browser, ".decision")[0]
    decide(browser, item, "accept", "")
    assert "Give the reason" in item.text
    assert not shown(browser, ".basket")


def test_it_prints_every_part_in_black_on_white(browser: Driver, report: Path) -> None:
    look(browser, report.as_uri(), scheme="dark")
    pdf = base64.b64decode(browser.print_page())
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= len(VIEWS)  # each part begins a page
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert all(view.is_displayed() for view in css(browser, ".view"))
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not shown(browser, ".filters") + shown(browser, ".views") + shown(browser, ".decide")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


REFUSED = "default-src 'none'; sandbox"
"""What CI servers send with the files that they keep: no script runs, no style is taken."""


def test_it_is_readable_with_scripts_blocked_and_styles_refused(browser: Driver, report: Path, run: Run) -> None:
    run("report", "--today", TODAY, "--output", "out/")
    with served(report.parent, REFUSED) as address:
        look(browser, f"{address}/report.html", width=390)
        text = browser.find_element("css selector", "body").text
        assert browser.execute_script("return getComputedStyle(document.body).margin") == "8px"  # no style of ours
        assert browser.execute_script("return document.documentElement.scrollWidth") < 900
        look(browser, f"{address}/out/index.html")
        browser.find_element("css selector", "#articles .contents a").click()
        assert "✓ [agreeing: agrees with cure]" in browser.find_element("css selector", "body").text
    assert "What to decide, worst first" in text
    assert "✕ [contradicting: says that liver is the most common site" in text
    assert "Search" not in text  # a search that does nothing is worse than none
    look(browser, report.as_uri(), scripts=False)
    assert all(view.is_displayed() for view in css(browser, ".view"))
    assert not shown(browser, ".filters") + shown(browser, ".decide")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


EVERY_KIND = {
    "right.md": "# Spread\n\nMetastatic breast cancer cannot be cured. Bone is the most common site of metastasis.\n",
    "wrong.md": (
        "# Spread\n\nMetastatic breast cancer is often curable. The liver is the most common site of metastasis.\n\n"
        "Ask for a biospy &amp; a **bosom** cancer nurse.\n\n"
        "<!-- medcopy: ignore contradicts-canon -->\nMetastatic breast cancer can be cured.\n"
    ),
    "shares.html": "<html lang=en><title>Shares</title><p>In metastatic breast cancer, bone metastases occur in 20%.</html>",
    "broken.md": "\x00\x01\x02",
}
EVERY_KIND |= {f"again{at}.md": "# Spread\n\nMetastatic breast cancer is often curable.\n" for at in range(25)}


def seen(words: str) -> str:
    """Return words as a reader sees them, on one line."""
    return " ".join(re.sub(r"[\u200b\u2060\xad]|\*\*", "", words).split())


@pytest.mark.parametrize("scripts", [True, False], ids=["refused by the server", "switched off"])
def test_every_finding_is_readable_with_scripts_blocked(
    browser: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, scripts: bool
) -> None:
    site = make_site(tmp_path, monkeypatch, EVERY_KIND, CANON)
    found = json.loads(run("check", "--today", TODAY, "--format", "json").stdout)["findings"]
    assert {one["rule"] for one in found} >= {
        "contradicts-canon",
        "misspelt-term",
        "bad-suppression",
        "unreadable-file",
    }
    for output in ("report.html", "out/"):
        run("report", "--today", TODAY, "--output", output)
    with served(site, REFUSED) as address:
        for page in ("report.html", "out/index.html"):
            look(browser, f"{address if scripts else site.as_uri()}/{page}", scripts=scripts)
            for summary in shown(browser, "#decide details > summary"):
                summary.click()  # a browser opens it without a script
            told = [seen(item.text) for item in css(browser, "#decide .decision")]
            for one in found:
                place = rf"{re.escape(one['path'])}:{one['line']}\b"
                parts = (one["rule"], seen(one["message"]), seen(one["quote"]))
                (item,) = (text for text in told if all(part in text for part in parts) and re.search(place, text))
                assert one["severity"] in item.lower()
                for other in one["related"]:
                    assert f"{other['path']}:{other['line']}" in item
                    assert seen(other["quote"]) in item
                assert not one["fix"] or one["fix"]["replacement"] in item
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


UNSEEN = "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
"""Characters that hide words or turn the writing, as a class of a regular expression."""


def test_hostile_words_do_nothing(browser: Driver, hostile: Path) -> None:
    for file in [hostile, *sorted((hostile.parent / "out").rglob("*.html"))]:
        look(browser, file.as_uri(), width=390)
        browser.get_log("browser")
        browser.execute_script(
            "document.querySelectorAll('details').forEach(one => { one.open = true; });"
            "document.querySelectorAll('*').forEach(e => e.dispatchEvent(new Event('mouseover')));"
        )
        assert "pwned" not in browser.title.replace("document.title='pwned'", "")
        assert css(browser, "img") == css(browser, "script ~ script") == css(browser, "svg[onload]") == []
        assert [entry for entry in browser.get_log("browser") if "Content Security" in entry["message"]] == []
        unseen = browser.execute_script(
            f"const unseen = /{UNSEEN}/, found = document.documentElement.outerHTML.match(unseen);"
            "return found && found.index;"
        )
        assert unseen is None
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
        schemes = {
            browser.execute_script("return arguments[0].protocol", link)
            for link in css(browser, "a[href]:not([href^='#'])")
        }
        assert schemes <= {"file:", "https:"}


def test_hostile_words_stay_words_in_what_is_copied_out(browser: Driver, hostile: Path, run: Run) -> None:
    fresh(browser, hostile.as_uri())
    item = css(browser, ".decision[data-known=new]")[0]
    decide(browser, item, "accept", "</pre><script>document.title='pwned'</script>")
    text = copied(browser)["baseline"]
    entry = yaml.safe_load(text)[0]
    assert entry["reason"] == "</pre><script>document.title='pwned'</script>"
    assert "\u202e" not in text
    assert "pwned" not in browser.title
    with (hostile.parent / "known.yml").open("a", encoding="utf-8") as file:
        file.write(text)
    left = run("check", "--today", TODAY, "--baseline", "known.yml", "--format", "jsonl")
    assert left.exit_code in (0, 1), left.stderr
    assert entry["fingerprint"] not in marks(left.stdout)


LARGE_PAGES, LARGE_CLAIMS = (2000 if os.environ.get(REQUIRED) else 200), 10
"""Pages of the large corpus, and claims in each of them: all where the browser is required, else a tenth."""
OPENED_IN = 15.0
FROZEN = """
const done = arguments[arguments.length - 1], times = [];
const rest = () => new Promise(then => requestAnimationFrame(() => setTimeout(then, 0)));
async function timed(what) { const start = performance.now(); what(); await rest(); times.push(performance.now() - start); }
(async () => {
  const state = document.getElementById('f-state'), query = document.getElementById('q');
  for (const view of ['claims', 'articles', 'decide']) {
    await timed(() => document.querySelector(`.views a[href="#${view}"]`).click());
    for (const value of ['contradicts', '', 'agrees', ''])
      await timed(() => { state.value = value; state.dispatchEvent(new Event('change')); });
    for (const words of ['17% of', '']) {
      query.value = words;
      await timed(() => query.form.requestSubmit());
    }
  }
  done(times);
})();
"""


def test_a_large_corpus_opens_and_filters_without_freezing(
    browser: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(PageReader, "page", read_shares)
    pages = {f"p{at}.md": shares_page(at, LARGE_CLAIMS) for at in range(LARGE_PAGES)}
    site = make_site(tmp_path, monkeypatch, pages, CANON)
    assert run("report", "--today", TODAY, "--jobs", "1", "--output", "report.html").exit_code == 0
    start = time.monotonic()
    look(browser, (site / "report.html").as_uri())
    assert time.monotonic() - start < OPENED_IN
    assert browser.find_element("css selector", "#t-claims").text == f"{LARGE_PAGES * LARGE_CLAIMS} claims found"
    # The least of three times each: another program may hold the machine for a moment.
    rounds = [browser.execute_async_script(FROZEN) for _ in range(3)]
    assert max(map(min, zip(*rounds, strict=True))) < FILTERED_IN * 1000
