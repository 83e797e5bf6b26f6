from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import RIGHT, WRONG, Run, lines


def test_jsonl_has_the_names_of_the_vocabulary_of_claims(site: Path, run: Run) -> None:
    result = run("extract", "pages", "--format", "jsonl")
    assert result.exit_code == 0
    first, second = lines(result)
    assert (first["path"], first["kind"], first["curable"]) == ("pages/right.md", "curability", "no")
    assert first["condition"] == second["condition"] == "metastatic breast cancer"
    assert (first["certainty"], first["polarity"]) == ("definite", "affirmed")
    assert RIGHT[first["start"] : first["end"]] == first["quote"]
    assert WRONG[second["start"] : second["end"]] == second["quote"]
    assert not {"evidence", "sentence", "block", "closed"} & first.keys()


def test_a_wrong_word_is_of_the_disease_that_its_page_is_about(site: Path, run: Run) -> None:
    Path("pages/gout.md").write_text("# Gout\n\nYour doctor may take a byopsy of the joint.\n")
    (claim,) = lines(run("extract", "pages/gout.md", "--format", "jsonl"))
    assert (claim["kind"], claim["right"], claim["condition"]) == ("term-error", "biopsy", "gout")


def test_needs_no_canon_and_minds_no_broken_one(site: Path, run: Run) -> None:
    Path("claims.yml").write_text("claims: nonsense\n")
    assert run("extract", "pages").exit_code == 0


def test_reads_the_named_files_alone(site: Path, run: Run) -> None:
    Path("medcopy.yml").write_text("corpus: [pages]\n")
    assert {c["path"] for c in lines(run("extract", "pages/right.md", "--format", "jsonl"))} == {"pages/right.md"}
    assert {c["path"] for c in lines(run("extract", "--format", "jsonl"))} == {"pages/right.md", "pages/wrong.md"}


def test_json_and_text_count_what_was_read(site: Path, run: Run) -> None:
    result = json.loads(run("extract", "pages", "--format", "json").stdout)
    assert result["summary"]["claims"] == {"found": 2}
    assert len(result["claims"]) == 2
    text = run("extract", "pages").stdout
    assert "pages/wrong.md:3:" in text
    assert "curable: often" in text
    assert text.endswith("2 files read. 2 claims found.\n")


def test_an_unreadable_file_is_said_and_makes_status_2(site: Path, run: Run) -> None:
    result = run("extract", "pages", "missing.md", "--format", "jsonl")
    assert result.exit_code == 2
    assert len(lines(result)) == 2
    assert "error: missing.md: cannot be read" in result.stderr


def test_reads_standard_input(site: Path, run: Run) -> None:
    (claim,) = lines(run("extract", "-", "--format", "jsonl", text="Metastatic breast cancer cannot be cured."))
    assert claim["path"] == "stdin.txt"
