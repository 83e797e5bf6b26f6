from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import ConfigError, MedcopyError, Problems, UsageError
from lint.project import Project, load

FULL = """\
corpus: [content]
exclude: ["content/archive/**"]
claims: [claims.yml, more]
rules: [house]
packs: [general, oncology, own]
language: {pipeline: null}
severity: {overstated: error, incomplete-list: "off"}
paths:
  "content/blog/**": {severity: {overstated: note}}
  "content/blog/x.md": {severity: {overstated: off}}
fail-on: warning
source-url: "https://example.org/edit/{path}#L{line}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("content/archive", "content/blog", "house/own", "more/deep"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "claims.yml").write_text("version: 1\n")
    (tmp_path / "more" / "deep" / "b.yaml").write_text("version: 1\n")
    (tmp_path / "more" / "a.yml").write_text("version: 1\n")
    (tmp_path / "house" / "own" / "own.yml").write_text("light: [so]\n")
    return tmp_path


def read(folder: Path, text: str) -> Project:
    (folder / "medcopy.yml").write_text(text, encoding="utf-8")
    return load(folder)


def errors(folder: Path, text: str) -> list[MedcopyError]:
    with pytest.raises(MedcopyError) as caught:
        read(folder, text)
    return caught.value.errors if isinstance(caught.value, Problems) else [caught.value]


def test_every_key_is_read(folder: Path) -> None:
    project = read(folder, FULL)
    assert [glob.text for glob in project.corpus] == ["content"]
    assert [glob.text for glob in project.exclude] == ["content/archive/**"]
    assert project.claims == (folder / "claims.yml", folder / "more" / "a.yml", folder / "more" / "deep" / "b.yaml")
    assert project.rules == (folder / "house",)
    assert project.packs == ("general", "oncology", "own")
    assert project.pipeline is None
    assert project.severity == {"overstated": "error", "incomplete-list": "off"}
    assert [(glob.text, by_rule) for glob, by_rule in project.paths] == [
        ("content/blog/**", {"overstated": "note"}),
        ("content/blog/x.md", {"overstated": "off"}),
    ]
    assert project.fail_on == "warning"
    assert project.source_url == "https://example.org/edit/{path}#L{line}"


def test_configuration_and_claims_are_found_upward(folder: Path) -> None:
    (folder / "medcopy.yml").write_text("fail-on: note\n")
    project = load(folder / "content" / "blog")
    assert (project.root, project.fail_on, project.claims) == (folder, "note", (folder / "claims.yml",))


def test_without_a_configuration_the_folder_itself_is_the_root(folder: Path) -> None:
    project = load(folder / "content")
    assert (project.root, project.config) == (folder / "content", None)
    assert project.claims == (folder / "claims.yml",)


def test_an_empty_configuration_is_all_defaults(folder: Path) -> None:
    assert read(folder, "# nothing yet\n").corpus == ()


def test_no_claims_may_be_asked_for(folder: Path) -> None:
    assert read(folder, "claims: []\n").claims == ()


def test_the_command_line_replaces_claims_and_adds_rules(folder: Path) -> None:
    (folder / "medcopy.yml").write_text("claims: [claims.yml]\nrules: [house]\n")
    project = load(folder, claims=[folder / "more"], rules=[folder / "house", folder / "content"])
    assert project.claims == (folder / "more" / "a.yml", folder / "more" / "deep" / "b.yaml")
    assert project.rules == (folder / "house", folder / "content")


WRONG = [
    ("corpus: [content]\nexcludes: []\n", "2:1", "unknown key 'excludes'; did you mean 'exclude'?"),
    ("severity:\n  overstatd: error\n", "2:3", "unknown rule 'overstatd'; did you mean 'overstated'?"),
    ("severity: {overstated: fatal}\n", "1:24", "expected one of error, warning, note, off"),
    ("severity: [overstated]\n", "1:11", "expected keys with values"),
    ("fail-on: all\n", "1:10", "expected one of error, warning, note, never"),
    ("claims: [claims.yml, gone.yml]\n", "1:22", "there is no file gone.yml: create it, or take it out here"),
    ("claims: [content]\n", "1:10", "the folder content holds no .yml file"),
    ("rules: [rulez]\n", "1:9", "there is no folder rulez: create it, or take it out here"),
    (
        "packs: [general, cardiology]\n",
        "1:18",
        "there is no pack 'cardiology'; did you mean 'oncology'? (the packs are: ",
    ),
    ("corpus: content\n", "1:9", "expected a list"),
    ("corpus: [[content]]\n", "1:10", "expected words"),
    ("language: {model: x}\n", "1:12", "unknown key 'model'; the keys are: "),
    ("language: {pipeline: [x]}\n", "1:22", "expected the name of a spaCy pipeline"),
    ("paths: [content]\n", "1:8", "expected globs with settings"),
    ("paths: {content: {sevrity: {}}}\n", "1:19", "unknown key 'sevrity'; did you mean 'severity'?"),
    ("paths: {content: {severity: {nonsense: error}}}\n", "1:30", "unknown rule 'nonsense'; the rules are: "),
    ("source-url: 'https://x/{file}'\n", "1:13", "expected an address with {path}"),
    ("source-url: 'https://x/{path'\n", "1:13", "expected an address with {path}"),
    ("- corpus\n", "1:1", "expected keys with values; the keys are corpus, exclude"),
    ("corpus: [a\n", "2:1", "is not valid YAML"),
    ("corpus: []\ncorpus: []\n", "2:1", "stands here twice"),
]
"""Settings that are wrong, with the place that is told and words of what is told there."""


@pytest.mark.parametrize(("text", "place", "words"), WRONG)
def test_what_is_wrong_is_said_with_place_and_remedy(folder: Path, text: str, place: str, words: str) -> None:
    (error,) = errors(folder, text)
    assert isinstance(error, ConfigError)
    assert f"{error.line}:{error.column}" == place
    assert words in error.message
    assert (error.path or "").endswith("medcopy.yml")


def test_every_error_is_said_at_once(folder: Path) -> None:
    found = errors(folder, "fail-on: all\nclaimz: []\nrules: [gone]\n")
    assert [error.line for error in found] == [2, 1, 3]


def test_files_of_the_command_line_that_do_not_exist_are_errors_of_usage(folder: Path) -> None:
    for given in ({"config": folder / "x.yml"}, {"claims": [folder / "x.yml"]}, {"rules": [folder / "x"]}):
        with pytest.raises(UsageError, match="x"):
            load(folder, **given)  # type: ignore[arg-type]
