from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from lint import cache
from lint.cache import KEPT, NO_CACHE, TIDIED, Cache, page_key, proof_key, salt

KEY = "ab" * 32


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_an_entry_comes_back(kept: Cache) -> None:
    assert kept.get(KEY) is None
    kept.put(KEY, {"claims": [1, "é"]})
    assert kept.get(KEY) == {"claims": [1, "é"]}
    kept.put(KEY, True)
    assert kept.get(KEY) is True


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"[1]", b"null", b'{"key": "other", "value": 1}', b"[" * 9999]
)
def test_a_damaged_or_foreign_entry_is_taken_for_missing_and_written_anew(kept: Cache, content: bytes) -> None:
    kept.put(KEY, 1)
    assert kept.folder is not None
    (path,) = kept.folder.glob("*/*.json")
    path.write_bytes(content)
    assert kept.get(KEY) is None
    kept.put(KEY, 2)
    assert kept.get(KEY) == 2


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    blocked = Cache(tmp_path / "file" / "cache")
    blocked.put(KEY, 1)
    assert blocked.get(KEY) is None
    blocked.tidy()
    assert blocked.clear() == 0


def test_a_full_disk_leaves_no_half_entry(kept: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    kept.put(KEY, 1)
    monkeypatch.undo()
    assert kept.get(KEY) is None
    assert kept.folder is not None
    assert [path for path in kept.folder.rglob("*") if path.is_file()] == []


def test_no_cache_keeps_nothing() -> None:
    NO_CACHE.put(KEY, 1)
    assert NO_CACHE.get(KEY) is None


def test_entries_that_nobody_used_for_a_month_go(kept: Cache) -> None:
    old, used = "cd" * 32, "ef" * 32
    for key in (old, used):
        kept.put(key, 1)
    assert kept.folder is not None
    now = time.time()
    for path in kept.folder.glob("*/*.json"):
        os.utime(path, (now - KEPT - 1, now - KEPT - 1))
    assert kept.get(used) == 1
    kept.tidy(now)
    assert (kept.get(old), kept.get(used)) == (None, 1)


def test_old_entries_are_looked_for_once_a_day(kept: Cache) -> None:
    kept.put(KEY, 1)
    now = time.time()
    kept.tidy(now)
    assert kept.folder is not None
    (path,) = kept.folder.glob("*/*.json")
    os.utime(path, (now - KEPT - 1, now - KEPT - 1))
    kept.tidy(now + TIDIED - 1)
    assert path.exists()
    kept.tidy(now + TIDIED + 1)
    assert not path.exists()


def test_every_project_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER, str(tmp_path))
    first, second = Cache.of(Path("/a/site")), Cache.of(Path("/b/site"))
    assert first.folder != second.folder
    assert {c.folder.parent for c in (first, second) if c.folder} == {tmp_path}


def test_a_key_is_of_content_format_and_all_that_is_asked_of_it() -> None:
    keys = [
        page_key(salt(packs="1"), "a.md", b"x"),
        page_key(salt(packs="2"), "a.md", b"x"),
        page_key(salt(packs="1"), "a.txt", b"x"),
        page_key(salt(packs="1"), "a.md", b"y"),
        proof_key(salt(packs="1")),
        proof_key(salt(packs="1"), "canon"),
    ]
    assert len(set(keys)) == len(keys)
    assert page_key(salt(packs="1"), "elsewhere/B.MD", b"x") == keys[0], "the name of a file is not its content"


def test_an_entry_tells_its_key_and_whether_it_is_whole(kept: Cache) -> None:
    mark = kept.put(KEY, [1, "two"]).mark
    assert kept.entry(KEY) == cache.Entry([1, "two"], mark)
    assert kept.folder is not None
    (path,) = kept.folder.glob("*/*.json")
    head, value = path.read_bytes().split(b"\n")
    assert head.split() == [b"medcopy", KEY.encode(), mark.encode()]
    assert json.loads(value) == [1, "two"]
    for damaged in (b'[1,"tw0"]', b"[1]", b"", value + b" "):
        path.write_bytes(head + b"\n" + damaged)
        assert kept.entry(KEY) is None, damaged
    other = "cd" * 32
    kept.put(other, [3])
    path.write_bytes((kept.folder / "cd" / f"{other}.json").read_bytes())
    assert kept.entry(KEY) is None, "the entry of another key"


def test_equal_values_have_equal_marks_kept_or_not(kept: Cache) -> None:
    assert kept.put(KEY, {"a": 1}).mark == NO_CACHE.put(KEY, {"a": 1}).mark != kept.put(KEY, {"a": 2}).mark
