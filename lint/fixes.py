"""Fixes: replacements with a single right answer, put into the files that they were found in.

A file is changed only as it was when it was checked: where the words are no longer at their place, or its bytes were
changed while it was being mended, it is left alone and that is told. Encoding, byte order mark and line ends stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lint import atomic
from lint.documents.decode import decode, encode
from lint.errors import MedcopyError, ReadError
from lint.findings import Finding

_CHANGED = "was changed after it was checked, and is left as it is: run again"


@dataclass(frozen=True, slots=True)
class Change:
    """What fixes make of a file: its text and bytes before and after, and how many fixes there are."""

    path: str
    before: str
    after: str
    old: bytes
    new: bytes
    fixes: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The changes by path, and why some files are left alone."""

    changes: tuple[Change, ...]
    refused: tuple[MedcopyError, ...] = ()


def plan(findings: Iterable[Finding], read: Callable[[str], bytes]) -> Plan:
    """Return the changes that the safe fixes of findings make; ``read`` gives the bytes of a path.

    Of fixes that overlap the first is made: the other is for the next run.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and finding.fix.safe:
            by_path.setdefault(finding.place.path, []).append(finding)
    changes: list[Change] = []
    refused: list[MedcopyError] = []
    for path in sorted(by_path):
        try:
            changes.append(_change(path, read(path), by_path[path]))
        except MedcopyError as error:
            refused.append(error)
        except OSError as error:
            refused.append(ReadError(f"cannot be read: {error.strerror or error}", path))
    return Plan(tuple(change for change in changes if change.new != change.old), tuple(refused))


def _change(path: str, data: bytes, findings: Iterable[Finding]) -> Change:
    decoded = decode(data, path)
    text, parts, at, count = decoded.text, list[str](), 0, 0
    for finding in sorted(findings, key=lambda f: (f.place.start, f.place.end)):
        place, fix = finding.place, finding.fix
        assert fix is not None
        if text[place.start : place.end] != place.quote:
            raise ReadError(_CHANGED, path)
        if fix.start < at:
            continue
        parts += [text[at : fix.start], fix.replacement]
        at = fix.end
        count += 1
    after = "".join([*parts, text[at:]])
    return Change(path, text, after, data, encode(after, decoded.encoding, decoded.bom, path), count)


def write(change: Change, path: Path, root: Path) -> None:
    """Put a change into its file; raises ReadError where the file was changed meanwhile or must not be written to.

    A file in the project's folder ``root`` that is a link to one outside of it is not followed.
    """
    absolute, top = path.absolute(), root.absolute()
    if absolute.is_relative_to(top) and not path.resolve().is_relative_to(root.resolve()):
        raise ReadError("is a link that leads out of the project, and is not written to", change.path)
    try:
        if path.read_bytes() != change.old:
            raise ReadError(_CHANGED, change.path)
        atomic.write(path, change.new)
    except OSError as error:
        raise ReadError(f"cannot be written: {error.strerror or error}", change.path) from error
