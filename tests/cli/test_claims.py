from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

PACK = """\
patterns:
  - id: house-cure
    kind: curability
    says: "{condition} is a goner"
    set: {curable: "no"}
    examples:
      - text: Metastatic breast cancer is a goner.
        claim: {curable: "%s"}
"""


def pack(value: str) -> None:
    Path("house/own").mkdir(parents=True, exist_ok=True)
    Path("house/own/own.yml").write_text(PACK % value)


def test_errors_of_the_canon_are_said_with_their_places(site: Path, run: Run) -> None:
    text = (
        Path("claims.yml").read_text().replace("kind: curability", "kind: cureability").replace("[panel]", "[pannel]")
    )
    Path("claims.yml").write_text(text)
    result = run("claims", "check")
    assert result.exit_code == 2
    assert "error: claims.yml:6:" in result.stderr
    assert result.stdout == ""


def test_an_example_that_fails_in_a_pack_of_the_users_own_is_refused_by_every_command(site: Path, run: Run) -> None:
    pack("often")
    for command in (["claims", "check"], ["check", "pages"], ["extract", "pages"], ["check", "pages", "--no-cache"]):
        result = run(*command, "--rules", "house")
        assert result.exit_code == 2, command
        assert "own.yml:7:" in result.stderr
        assert "house-cure" in result.stderr


def test_a_pack_that_holds_is_used(site: Path, run: Run) -> None:
    pack("no")
    Path("pages/wrong.md").write_text("Metastatic breast cancer is a goner.\n")
    result = run("extract", "pages/wrong.md", "--rules", "house")
    assert result.exit_code == 0, result.stderr
    assert "curable: no" in result.stdout
