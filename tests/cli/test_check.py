from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import QUIET, RIGHT, WRONG, Run, lines
from tests.test_files import NOTHING
from tests.test_project import WRONG as WRONG_SETTINGS

FIELDS = (
    "path", "start", "end", "line", "column", "end_line", "end_column", "rule", "severity", "message", "quote",
    "claim", "canon", "related", "fix", "fingerprint",
)  # fmt: skip


def test_text_shows_place_sentence_approved_statement_and_other_places(site: Path, run: Run) -> None:
    result = run("check", "pages")
    assert result.exit_code == 1
    out = result.stdout.splitlines()
    assert out[0].startswith("pages/wrong.md:3:")
    assert " error contradicts-canon: says that metastatic breast cancer can often be cured; the approved" in out[0]
    at = out.index("    Metastatic breast cancer is often curable.")
    column = out[at].index("curable")
    assert out[at + 1][column] == "^"
    assert "    approved: cure" in out
    assert "    source: Doe J et al., Consensus of a panel, 2020, doi:10.1000/panel" in out
    assert any(line.startswith("    also: pages/right.md:3 “") for line in out)
    assert out[-3:] == [
        "2 files read.",
        "2 claims found and held against 1 approved statement.",
        "1 finding (1 error).",
    ]
    assert result.stderr == ""


def test_jsonl_has_the_names_that_scripts_build_on_and_the_summary_on_standard_error(site: Path, run: Run) -> None:
    result = run("check", "pages", "--format", "jsonl")
    (finding,) = lines(result)
    assert tuple(finding) == FIELDS
    assert (finding["path"], finding["rule"], finding["canon"]) == ("pages/wrong.md", "contradicts-canon", "cure")
    assert WRONG[finding["start"] : finding["end"]] == finding["quote"]
    assert finding["claim"]["curable"] == "often"
    assert {"path", "line", "column", "start", "end", "quote"} <= finding["related"][0].keys()
    assert "2 files read." in result.stderr
    assert "2 files read." not in result.stdout


def test_json_is_one_object_with_the_counts(site: Path, run: Run) -> None:
    (site / "pages" / "empty.md").write_text("")
    (site / "pages" / "deutsch.txt").write_text("Der Krebs ist nicht die Ursache und das ist auch gut so. " * 6)
    result = json.loads(run("check", "pages", "--format", "json").stdout)
    assert list(result) == ["version", "summary", "findings", "suppressed", "known"]
    assert result["summary"] == {
        "files": {"read": 2, "skipped": {"not-english": 1, "empty": 1, "unreadable": 0}, "focus": 4},
        "claims": {"found": 2, "uncovered": 0, "undecided": 0},
        "findings": {"error": 1, "warning": 0, "note": 0},
        "suppressed": 0,
        "baseline": {"known": 0, "gone": 0, "expired": 0},
        "outside": None,
        "canon": 1,
    }


def test_skipped_pages_are_named_with_the_reason(site: Path, run: Run) -> None:
    (site / "pages" / "deutsch.txt").write_text("Der Krebs ist nicht die Ursache und das ist auch gut so. " * 6)
    out = run("check", "pages").stdout
    assert "skipped: pages/deutsch.txt (not in English)" in out
    assert "2 files read, 1 skipped (1 not in English)." in out


COUNTED = """\
  - {id: share, kind: site-frequency, condition: metastatic breast cancer, site: bone, event: autopsy, low: 60, high: 75,
     sources: [panel], reviewed: 2026-01-01}
"""


def test_what_was_passed_over_skipped_and_left_undecided_is_counted(site: Path, run: Run) -> None:
    Path("claims.yml").write_text(Path("claims.yml").read_text() + COUNTED)
    (site / "pages" / "deutsch.txt").write_text("Der Krebs ist nicht die Ursache und das ist auch gut so. " * 6)
    (site / "pages" / "empty.md").write_text("\n")
    (site / "pages" / "broken.md").write_bytes(b"\x00\x01\x02\x00" * 200)
    (site / "pages" / "more.md").write_text(
        "Metastatic breast cancer has spread to the bone in 20% of women at diagnosis.\n\n"
        "Smoking raises the risk of breast cancer. Alcohol raises the risk of breast cancer.\n"
    )
    for arguments in (["--no-cache"], [], []):  # read, kept, and remembered
        out = run("check", "pages", *arguments).stdout.splitlines()
        assert "skipped: pages/deutsch.txt (not in English)" in out
        assert "skipped: pages/empty.md (empty)" in out
        assert out[-3:] == [
            "3 files read, 3 skipped (1 not in English, 1 empty, 1 cannot be read).",
            "5 claims found and held against 2 approved statements; 2 that no approved statement is about; "
            "1 left undecided (another event, population or country than the approved one).",
            "2 findings (2 errors).",
        ]


def test_several_reports_go_to_their_files_and_one_to_standard_output(site: Path, run: Run) -> None:
    result = run("check", "pages", "--format", "json:report.json", "--format", "jsonl:lines.jsonl", "--format", "text")
    assert result.exit_code == 1
    assert json.loads(Path("report.json").read_text())["findings"][0]["path"] == "pages/wrong.md"
    assert len(Path("lines.jsonl").read_text().splitlines()) == 1
    assert "contradicts-canon" in result.stdout


def test_output_takes_what_would_go_to_standard_output(site: Path, run: Run) -> None:
    shown = run("check", "pages").stdout
    result = run("check", "pages", "--output", "out.txt")
    assert result.stdout == ""
    assert Path("out.txt").read_bytes().decode() == shown


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["--format", "nonsense"],
            "there is no format 'nonsense'; the formats are: text, json, jsonl, sarif, ",
        ),
        (["--format", "jsonk"], "did you mean 'json'"),
        (["--format", "json", "--format", "text"], "two reports would go to standard output"),
        (["--format", "json:a", "--format", "text:./a"], "two reports would go to"),
        (["--format", "json:a", "--output", "b"], "nothing is left to write there"),
        (["--output", "no/such/folder/a.txt"], "no/such/folder/a.txt cannot be written"),
        (
            ["--select", "contradict-canon"],
            "--select: there is no rule 'contradict-canon'; did you mean 'contradicts-canon'",
        ),
        (["--ignore", "nonsense"], "--ignore: there is no rule 'nonsense'"),
        (["--today", "30/11/2026"], "--today: '30/11/2026' is no date"),
        (["--claims", "nowhere.yml"], "--claims: there is no file nowhere.yml"),
        (["--claims", "pages"], "holds no .yml file"),
        (["--rules", "nowhere"], "--rules: nowhere is not a folder"),
        (["--config", "nowhere.yml"], "--config: there is no file nowhere.yml"),
        (["--stdin-filename", "a.md"], "give - as path too"),
        (["--fail-on", "sometimes"], "is not one of"),
        (["--jobs", "0"], "0 is not in the range"),
    ],
)
def test_what_cannot_be_done_is_said_with_exit_status_2(site: Path, run: Run, arguments: list[str], words: str) -> None:
    result = run("check", "pages", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""


ASIDE = [
    ("baseline: gone.yml\n", "", "gone.yml"),
    ("baseline: [a]\n", "1:11", "expected the name of a file"),
    ("suppressions: gone.yml\n", "1:15", "there is no file gone.yml: create it, or take it out here"),
    ("unsuppressible: [overstatd]\n", "1:18", "did you mean 'overstated'"),
    ("language: {pipeline: no_such_pipeline}\n", "", "no_such_pipeline"),
]
"""What is wrong with settings that only a run looks into."""


@pytest.mark.parametrize(("text", "place", "words"), [*WRONG_SETTINGS, *NOTHING, *ASIDE])
def test_wrong_settings_are_status_2_with_place_and_remedy_whatever_is_named(
    site: Path, run: Run, text: str, place: str, words: str
) -> None:
    (site / "content").mkdir()
    (site / "content" / "page.md").write_text(WRONG)
    (site / "content" / "notes.docx").write_text("words")
    (site / "medcopy.yml").write_text(text)
    for named in ([], ["content"]) if (text, place, words) not in NOTHING else ([],):
        result = run("check", *named, "--fail-on", "never")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"error: medcopy.yml:{place}: " if place else "error: ")
        assert words in result.stderr


def test_an_unreadable_file_is_a_finding_and_status_2_and_hides_no_other(site: Path, run: Run) -> None:
    (site / "pages" / "broken.md").write_bytes(b"\x00\x01\x02\x00" * 200)
    result = run("check", "pages", "missing.md", "notes.docx", "--format", "jsonl")
    assert result.exit_code == 2
    found = [(f["path"], f["rule"]) for f in lines(result)]
    assert ("pages/broken.md", "unreadable-file") in found
    assert ("missing.md", "unreadable-file") in found
    assert ("notes.docx", "unreadable-file") in found
    assert ("pages/wrong.md", "contradicts-canon") in found


def test_unreadable_files_are_reported_whatever_is_selected_and_whatever_fails(site: Path, run: Run) -> None:
    result = run("check", "missing.md", "--select", "overstated", "--fail-on", "never", "--format", "jsonl")
    assert [f["rule"] for f in lines(result)] == ["unreadable-file"]
    assert result.exit_code == 2


def test_a_pipe_named_as_a_page_is_refused_and_not_waited_for(site: Path, run: Run) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo("pipe.md")
    result = run("check", "pipe.md")
    assert result.exit_code == 2
    assert "no ordinary file" in result.stdout


def test_fail_on_sets_the_level_from_which_findings_fail(site: Path, run: Run) -> None:
    Path("medcopy.yml").write_text("severity: {contradicts-canon: warning}\nfail-on: warning\n")
    assert run("check", "pages").exit_code == 1
    assert run("check", "pages", "--fail-on", "error").exit_code == 0
    assert run("check", "pages", "--fail-on", "note").exit_code == 1
    assert run("check", "pages", "--fail-on", "never").exit_code == 0


def test_select_and_ignore_choose_the_rules(site: Path, run: Run) -> None:
    (site / "pages" / "wrong.md").write_text(WRONG + "\nAsk for a biospy.\n")
    both = [f["rule"] for f in lines(run("check", "pages", "--format", "jsonl"))]
    assert both == ["contradicts-canon", "misspelt-term"]
    assert [f["rule"] for f in lines(run("check", "pages", "--format", "jsonl", "--ignore", "misspelt-term"))] == both[
        :1
    ]
    assert [f["rule"] for f in lines(run("check", "pages", "--format", "jsonl", "--select", "misspelt-term"))] == both[
        1:
    ]


def test_severities_go_by_rule_and_by_path_from_the_folder_of_the_configuration(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("medcopy.yml").write_text(
        'severity: {contradicts-canon: warning}\npaths: {"pages/blog/**": {severity: {contradicts-canon: note}}}\n'
    )
    (site / "pages" / "blog").mkdir()
    (site / "pages" / "blog" / "post.md").write_text(WRONG)
    (site / "elsewhere").mkdir()
    monkeypatch.chdir(site / "elsewhere")
    found = {f["path"]: f["severity"] for f in lines(run("check", "../pages", "--format", "jsonl"))}
    assert found == {"../pages/wrong.md": "warning", "../pages/blog/post.md": "note"}


def test_a_suppression_is_counted_and_an_idle_one_reported(site: Path, run: Run) -> None:
    directive = "<!-- medcopy: ignore contradicts-canon -- quoted from an old leaflet -->\n"
    (site / "pages" / "wrong.md").write_text(WRONG.replace("First words", f"\n{directive}\nFirst words"))
    (site / "pages" / "right.md").write_text(f"{directive}\n{RIGHT}")
    result = run("check", "pages")
    assert result.exit_code == 0
    assert "unused-suppression: nothing to suppress in this paragraph" in result.stdout
    assert "1 finding (1 warning); 1 suppressed." in result.stdout
    again = run("check", "pages")  # from the cache
    assert again.stdout == result.stdout


def test_a_suppression_in_another_paragraph_suppresses_nothing(site: Path, run: Run) -> None:
    directive = "<!-- medcopy: ignore contradicts-canon -- quoted from an old leaflet -->\n"
    (site / "pages" / "wrong.md").write_text(f"{WRONG}\n\n{directive}\nAnother paragraph, about the waiting room.\n")
    rules = {f["rule"] for f in lines(run("check", "pages", "--format", "jsonl"))}
    assert {"contradicts-canon", "unused-suppression"} <= rules


@pytest.mark.parametrize("written", ["is\noften curable", "is **often** curable", "is often[^1] curable"])
def test_a_claim_that_marks_interrupt_is_one_finding(site: Path, run: Run, written: str) -> None:
    (site / "pages" / "wrong.md").write_text(f"{WRONG.replace('is often curable', written)}\n\n[^1]: A note.\n")
    found = lines(run("check", "pages/wrong.md", "--format", "jsonl"))
    assert [f["rule"] for f in found] == ["contradicts-canon"]


def test_named_files_are_the_focus_and_are_held_against_the_corpus(site: Path, run: Run) -> None:
    Path("medcopy.yml").write_text("corpus: [pages]\nclaims: []\n")
    (site / "pages" / "third.md").write_text(RIGHT)
    everything = lines(run("check", "--format", "jsonl"))
    assert [(f["path"], f["rule"]) for f in everything] == [("pages/wrong.md", "contradicts-corpus")]
    assert lines(run("check", "pages/right.md", "--format", "jsonl")) == everything, "one of its sides lies there"
    (site / "quiet.md").write_text(QUIET)
    assert lines(run("check", "quiet.md", "--format", "jsonl")) == []


def test_without_a_canon_the_other_checks_run_and_the_summary_says_so(site: Path, run: Run) -> None:
    Path("claims.yml").unlink()
    result = run("check", "pages")
    assert result.exit_code == 1
    assert "contradicts-corpus" in result.stdout
    assert "No claims.yml was found" in result.stdout


def test_an_example_of_the_canon_that_does_not_hold_is_refused_before_its_use(site: Path, run: Run) -> None:
    text = Path("claims.yml").read_text()
    Path("claims.yml").write_text(text + "    examples:\n      agrees: [Metastatic breast cancer is often curable.]\n")
    for _ in range(2):
        result = run("check", "pages")
        assert result.exit_code == 2
        assert "error: claims.yml:14:" in result.stderr
        assert result.stdout == ""
    Path("claims.yml").write_text(text + "    examples:\n      agrees: [Metastatic breast cancer cannot be cured.]\n")
    assert run("check", "pages").exit_code == 1


def test_today_decides_what_has_expired(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("check", "pages/right.md").exit_code == 0
    late = run("check", "pages/right.md", "--today", "2027-01-02", "--fail-on", "warning")
    assert late.exit_code == 1
    assert "expired-claim" in late.stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1830000000")
    assert run("check", "pages/right.md").stdout == late.stdout
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    assert run("check", "pages/right.md").exit_code == 2


def test_standard_input_stands_for_the_file_of_that_name(site: Path, run: Run) -> None:
    Path("medcopy.yml").write_text("corpus: [pages]\n")
    result = run("check", "-", "--stdin-filename", "pages/right.md", "--format", "jsonl", text=WRONG)
    assert [f["path"] for f in lines(result)] == ["pages/right.md"]
    assert result.exit_code == 1
    mended = run("check", "-", "--stdin-filename", "pages/wrong.md", text=RIGHT)
    assert mended.exit_code == 0


def test_standard_input_without_a_name_is_plain_text(site: Path, run: Run) -> None:
    result = run("check", "-", text="Metastatic breast cancer is often curable.\n")
    assert result.stdout.startswith("stdin.txt:1:")


def test_windows_line_ends_and_a_byte_order_mark_move_no_place(site: Path, run: Run) -> None:
    (site / "pages" / "wrong.md").write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    (finding,) = lines(run("check", "pages", "--format", "jsonl"))
    assert finding["line"] == 3
    assert WRONG.splitlines()[2][finding["column"] - 1 :].startswith(finding["quote"])
    assert WRONG.replace("\n", "\r\n")[finding["start"] : finding["end"]] == finding["quote"]


@pytest.mark.parametrize("format_", ["github", "sarif", "gitlab", "markdown"])
def test_hosts_of_repositories_are_told_paths_from_the_top_of_the_repository(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    from_top = run("check", "pages", "--format", format_).stdout_bytes
    monkeypatch.chdir(site / "pages")
    assert run("check", ".", "--format", format_).stdout_bytes == from_top
    assert b"pages/wrong.md" in from_top
    (site / ".git").rmdir()
    assert b"pages/" not in run("check", ".", "--format", format_).stdout_bytes, "without a repository, from here"


def test_profile_says_where_the_time_went_and_changes_no_result(site: Path, run: Run) -> None:
    plain = run("check", "pages", "--no-cache")
    told = run("check", "pages", "--no-cache", "--profile")
    assert told.stdout_bytes == plain.stdout_bytes
    rows = told.stderr.splitlines()
    assert rows[0].endswith("in all, from the start of the command")
    names = {row.split("%")[1].strip() for row in rows[1:]}
    assert {"finding the files", "pages: structure", "pages: claims", "pages: terms", "output", "the rest"} <= names
    assert {"rule contradicts-canon", "rule impossible-figures", "comparison: who disagrees"} <= names
    seconds = [float(row.split()[0]) for row in rows]
    assert abs(seconds[0] - sum(seconds[1:])) < 0.1
    assert run("check", "pages").stderr == "", "nobody measures the next run"


def test_copy_cannot_act_on_the_terminal(site: Path, run: Run) -> None:
    evil = "Metastatic\x1b[31m breast cancer is\u202e often curable, they \x9bsaid."
    (site / "pages" / "wrong.md").write_text(evil)
    (site / "pages" / "e\x1bvil.md").write_text(WRONG)
    for form in ("text", "json", "jsonl"):
        out = run("check", "pages", "--format", form).stdout
        assert not {"\x1b", "\u202e", "\x9b"} & set(out), form
    (first, *_) = lines(run("check", "pages/e\x1bvil.md", "--format", "jsonl"))
    assert first["path"] == "pages/e\x1bvil.md", "what is parsed is what was there"


def test_an_empty_folder_is_said_to_hold_no_article(site: Path, run: Run) -> None:
    Path("nothing").mkdir()
    result = run("check", "nothing")
    assert result.exit_code == 2
    assert "the folder nothing holds no article" in result.stderr


def test_a_fault_of_medcopy_on_one_page_hides_no_other(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from lint.terms import Terms

    claims = Terms.claims

    def failing(self: Terms, document: object) -> object:
        if document.path.endswith("right.md"):  # type: ignore[attr-defined]
            raise KeyError("lost")
        return claims(self, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Terms, "claims", failing)
    result = run("check", "pages")
    assert result.exit_code == 2
    assert "pages/right.md:1:1 error unreadable-file: medcopy fails on this file" in result.stdout
    assert "contradicts-canon" in result.stdout
