"""What is kept of the packs that ship: the same claims as from the packs themselves, and never of others than these."""

from __future__ import annotations

import os
import pickle
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lint import packs, ready, terms
from lint.pack_folders import builtin_directory
from lint.pages import PageReader, Recipe

TEXT = b"# Metastatic breast cancer\n\nIt most often spreads to the bones, and 30% of tumers reach the lungs.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which byte code is kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    return tmp_path


def recipe(*more: Path) -> Recipe:
    made = Recipe((builtin_directory(), *more))
    return replace(made, mark=made.salt(*made.digests()))


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def never(*_: object) -> None:
    raise AssertionError("the packs were read")


def test_packs_are_read_once_and_give_the_same_claims(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = PageReader(recipe()).page("a.md", TEXT)
    monkeypatch.setattr(packs, "load", never)
    monkeypatch.setattr(terms, "_read", never)
    again = PageReader(recipe())
    assert again.page("a.md", TEXT) == read
    assert {claim.kind for claim in read.claims} >= {"top-site", "term-error"}
    assert (again.packs.digest, again.digests) == (again.recipe.digests()[0], again.recipe.digests())


def test_what_is_of_another_mark_is_not_taken_and_is_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ready.keep("packs", "of the packs before", "other packs")
    (file,) = kept(folder)
    read = PageReader(recipe()).page("a.md", TEXT)
    assert read.claims
    assert kept(folder) == [file]
    assert ready.load("packs", "of the packs before") is None
    monkeypatch.setattr(packs, "load", never)
    assert PageReader(recipe()).page("a.md", TEXT) == read


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        lambda data: b"",
        lambda data: data.replace(b"medcopy", b"another", 1),
    ],
)
def test_what_is_damaged_is_not_believed(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    ready.keep("packs", "mark", {"sites": ["bone"]})
    assert ready.load("packs", "mark") == {"sites": ["bone"]}
    (file,) = kept(folder)
    file.write_bytes(spoil(file.read_bytes()))
    assert ready.load("packs", "mark") is None


class Foreign:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(Path(sys.pycache_prefix or "") / "made"),)


def test_nothing_is_called_but_classes_of_its_own(folder: Path) -> None:
    ready.keep("packs", "mark", Foreign())
    assert ready.load("packs", "mark") is None
    assert not (folder / "made").exists()
    pickle.loads(pickle.dumps(Foreign()))
    assert (folder / "made").exists()


def test_what_a_module_of_its_own_has_by_import_is_none_of_its_own(folder: Path) -> None:
    ready.keep("packs", "mark", None)
    (file,) = kept(folder)
    called = b"\x80\x04\x8c\x0blint.atomic\x8c\x09os.getcwd\x93)R."  # os.getcwd(), by way of a module of ours
    head = file.read_bytes().split(b"\n")[0].rpartition(b" ")[0]
    file.write_bytes(head + b" %08x\n" % zlib.crc32(called) + called)
    assert ready.load("packs", "mark") is None


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "file").write_text("")
    monkeypatch.setattr(sys, "pycache_prefix", str(folder / "file"))
    assert PageReader(recipe()).page("a.md", TEXT).claims


def test_packs_of_a_project_are_not_kept(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own")
    (own / "own.yml").write_text("classes: {mine: [mine]}\n")
    assert PageReader(recipe(own)).page("a.md", TEXT).claims
    assert kept(folder) == []


def test_packs_that_change_while_they_are_read_are_not_kept(folder: Path) -> None:
    assert PageReader(replace(recipe(), mark="of the packs before")).page("a.md", TEXT).claims
    assert kept(folder) == []
