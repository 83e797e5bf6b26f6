"""What git knows: the lines that changed since a revision, and the files as they were at it."""

from __future__ import annotations

import codecs
import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lint.errors import UsageError

_HUNK = re.compile(rb"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_FILE = b"100644", b"100755"
"""Modes of ordinary files: links and submodules are passed over."""
LARGEST = 20_000_000
"""Bytes of a file above which it is not taken out of the history."""


@dataclass(frozen=True)
class Repository:
    """A working tree; ``top`` is its uppermost folder."""

    top: Path

    @classmethod
    def of(cls, folder: Path) -> Repository:
        """Return the repository of a folder; raises UsageError where there is none, or no git."""
        try:
            found = _run(folder, "rev-parse", "--show-toplevel")
        except UsageError as error:
            raise UsageError(f"--since needs a git repository: {error.message}") from error
        return cls(Path(os.fsdecode(found.rstrip(b"\n"))))

    def base(self, revision: str) -> str:
        """Return the commit at which the work since a revision began: the merge base with it.

        Raises UsageError where the revision is unknown or has no merge base, as in a shallow clone.
        """
        shallow = _run(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"
        remedy = "; this clone is shallow: fetch its history first (git fetch --unshallow, or fetch-depth: 0 in CI)"
        try:
            commit = _run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except UsageError as error:
            raise UsageError(f"--since: git knows no revision {revision!r}{remedy if shallow else ''}") from error
        try:
            found = _run(self.top, "merge-base", commit.decode().strip(), "HEAD")
        except UsageError as error:
            why = remedy if shallow else ": the two have no history in common"
            raise UsageError(f"--since: there is no merge base of {revision!r} and HEAD{why}") from error
        return found.decode().split()[0]

    def changed(self, base: str) -> Mapping[Path, Sequence[range]]:
        """Return the lines that were added or changed since a commit, by absolute path; new files are whole."""
        options = ("-U0", "-M", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--ignore-submodules")
        prefixes = ("--src-prefix=a/", "--dst-prefix=b/")
        found: dict[Path, list[range]] = {}
        path = None
        for line in _run(self.top, "diff", *options, *prefixes, base, "--").split(b"\n"):
            if line.startswith(b"diff --git "):
                path = None
            elif (path is None and line.startswith(b"+++ b/")) or line.startswith(b'+++ "b/'):
                path = self.top / os.fsdecode(_unquoted(line[4:])[2:])
            elif path is not None and (hunk := _HUNK.match(line)):
                start, count = int(hunk[1]), int(hunk[2] or 1)
                start += not count  # lines were taken out behind this one
                found.setdefault(path, []).append(range(start, start + count))
        for name in _run(self.top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
            if name:
                found[self.top / os.fsdecode(name)] = [range(1, 2**62)]
        return found

    def export(self, commit: str, into: Path, suffixes: Sequence[str]) -> None:
        """Write the files of a commit with these suffixes, and .gitignore files, into a folder; others are empty."""
        entries = []
        for name, oid in self._tree(commit):
            if _wanted(name, suffixes):
                entries.append((name, oid))
            elif b".." not in name.split(b"/"):
                path = into / os.fsdecode(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
        request = b"".join(oid + b"\n" for _, oid in entries)
        data = _run(self.top, "cat-file", "--batch", stdin=request)
        at = 0
        for name, _ in entries:
            head = data.index(b"\n", at)
            size = int(data[at:head].rsplit(b" ", 1)[1])
            path = into / os.fsdecode(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data[head + 1 : head + 1 + size])
            at = head + 2 + size

    def _tree(self, commit: str) -> Iterator[tuple[bytes, bytes]]:
        for line in _run(self.top, "ls-tree", "-r", "-l", "-z", "--full-tree", commit).split(b"\0"):
            if line:
                told, name = line.split(b"\t", 1)
                mode, _, oid, size = told.split()
                if mode in _FILE and int(size) <= LARGEST:
                    yield name, oid


def _wanted(name: bytes, suffixes: Sequence[str]) -> bool:
    path = PurePosixPath(os.fsdecode(name))
    return ".." not in path.parts and (path.name == ".gitignore" or path.suffix.lower() in suffixes)


def _unquoted(name: bytes) -> bytes:
    """Return a name of a diff without the quotes and escapes that git writes strange ones with."""
    if name.startswith(b'"'):
        return codecs.escape_decode(name.rstrip(b"\t")[1:-1])[0]
    return name.rstrip(b"\t")


def _run(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    """Run git and return its output; raises UsageError with what git says."""
    command = ["git", "-c", "core.quotePath=true", "-c", "core.fsmonitor=false", "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(said[-1] if said else f"git {arguments[0]} failed")
    return done.stdout
