"""The JSON Schemas: up to date, valid, and of one mind with the program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lint import project, schema
from lint.errors import CanonError, ConfigError, MedcopyError
from lint.located import load, parse
from lint.packs import load as load_packs
from tests.test_canon import GOOD, changed

ROOT = Path(__file__).parent.parent

CONFIG = """\
corpus: [content]
exclude: ["content/archive/**"]
claims: [claims.yml]
rules: [rules/house]
packs: [general, oncology, breast-cancer]
language: {pipeline: null}
severity: {overstated: error, incomplete-list: "off", mixed-events: off}
paths:
  "content/blog/**": {severity: {overstated: note}}
fail-on: error
source-url: "https://example.org/edit/{path}#L{line}"
"""


def validator(made: schema.Schema) -> Any:
    jsonschema.Draft7Validator.check_schema(made)
    return jsonschema.Draft7Validator(made)


@pytest.mark.parametrize("name", sorted(schema.schemas()))
def test_the_schema_that_is_checked_in_is_up_to_date(name: str) -> None:
    kept = (ROOT / schema.FOLDER / name).read_text(encoding="utf-8")
    assert kept == schema.schemas()[name], "run: python -m lint.schema"


def test_the_canon_that_ships_is_valid() -> None:
    tree = load(ROOT / "claims.yml", CanonError).plain()
    assert list(validator(schema.claims_schema(load_packs())).iter_errors(tree)) == []


def problems(text: str) -> list[Any]:
    made = validator(schema.claims_schema(load_packs()))
    return list(made.iter_errors(parse(text, "claims.yml", CanonError).plain()))


def test_a_canon_with_every_key_is_valid() -> None:
    assert problems(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1", "version: 2"),
        ("kind: site-frequency", "kind: site-frequncy"),
        ("    site: bone\n", ""),
        ("    low: 60\n", "    lo: 60\n"),
        ("    low: 60\n", "    low: 60%\n"),
        ("    high: 75\n", "    high: 175\n"),
        ("curable: no", "curable: false"),
        ("curable: no", "curable: no\n    tolerance: 5"),
        ("accept: [rarely]", "accept: [rarly]"),
        ("certainty: usual", "certainty: usually"),
        ("reviewed: 2026-11-01", "reviewed: yesterday"),
        ("sources: [smith-2010, review]", "sources: []"),
        ("agrees: [Bone in 70%.]", "agree: [Bone in 70%.]"),
        ("{title: A review}", "{journal: A Journal}"),
        ("doi: 10.1000/abc.12", "doi: https://doi.org/10.1000/abc.12"),
    ],
)
def test_what_the_program_refuses_the_schema_refuses(old: str, new: str) -> None:
    assert problems(changed(old, new))


def test_the_configuration_of_the_manual_is_valid() -> None:
    tree = parse(CONFIG, "medcopy.yml", ConfigError).plain()
    assert list(validator(schema.config_schema()).iter_errors(tree)) == []


@pytest.mark.parametrize(
    "text",
    [
        "corpsu: [content]",
        "severity: {overstatd: error}",
        "severity: {overstated: bad}",
        "fail-on: errors",
        "language: {model: x}",
    ],
)
def test_a_wrong_configuration_is_refused_by_both(tmp_path: Path, text: str) -> None:
    assert list(validator(schema.config_schema()).iter_errors(parse(text, "medcopy.yml", ConfigError).plain()))
    path = tmp_path / "medcopy.yml"
    path.write_text(text + "\n")
    with pytest.raises(MedcopyError):
        project.load(tmp_path, path)


def test_every_key_of_the_schema_is_known_to_the_program_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "medcopy.yml"
    path.write_text("no-such-key: 1\n")
    with pytest.raises(MedcopyError) as caught:
        project.load(tmp_path, path)
    named = set(caught.value.message.rsplit("the keys are: ", 1)[1].rstrip(")").split(", "))
    assert named == set(schema.config_schema()["properties"])


def test_the_schemas_are_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert schema.main() == 0
    written = {path.name: json.loads(path.read_text()) for path in (tmp_path / schema.FOLDER).iterdir()}
    assert set(written) == set(schema.schemas())
    assert written["claims.schema.json"]["definitions"]["curability"]["required"][-1] == "curable"
