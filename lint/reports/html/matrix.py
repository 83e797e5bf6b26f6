"""Statements by sites: which statement of a list names which site, next to the approved list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lint.reports.html.data import State


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Whether a page names a site: its state, or None where it does not."""

    state: State | None
    approved: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A statement of a list: its page, and a cell for each site."""

    label: str
    target: str
    page: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Pages by sites; ``approved`` tells of each site whether the approved list holds it, may hold it, or does not."""

    title: str
    sites: tuple[str, ...]
    approved: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


ROWS = 40
"""Rows of a matrix; of more, equal ones are told as one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one statement names."""

    label: str
    target: str
    page: str
    state: State
    sites: frozenset[str]


def matrix(
    title: str, listings: Sequence[Listing], named: Sequence[str], allowed: Sequence[str], names: Mapping[str, str]
) -> Matrix:
    """Lay out a matrix; ``named`` are the sites of the approved list, ``allowed`` those that copy may add."""
    found: dict[str, int] = {}
    for listing in listings:
        for site in listing.sites:
            found[site] = found.get(site, 0) + 1
    others = sorted((site for site in found if site not in named), key=lambda site: (-found[site], site))
    sites = (*named, *others)
    approved = tuple("yes" if site in named else "may" if site in allowed else "" for site in sites)
    rows = [
        MatrixRow(
            listing.label,
            listing.target,
            listing.page,
            tuple(
                MatrixCell(listing.state if site in listing.sites else None, bool(sign))
                for site, sign in zip(sites, approved, strict=True)
            ),
        )
        for listing in listings
    ]
    return Matrix(title, tuple(names.get(site, site) for site in sites), approved, tuple(_merged(rows)))


def _merged(rows: Sequence[MatrixRow]) -> Iterable[MatrixRow]:
    if len(rows) <= ROWS:
        return rows
    groups: dict[tuple[MatrixCell, ...], list[MatrixRow]] = {}
    for row in rows:
        groups.setdefault(row.cells, []).append(row)
    return [_one(own, cells) for cells, own in groups.items()]


def _one(rows: Sequence[MatrixRow], cells: tuple[MatrixCell, ...]) -> MatrixRow:
    first = rows[0]
    label = first.label if len(rows) == 1 else f"{len(rows)} statements, the first in {first.label}"
    return MatrixRow(label, first.target, first.page, cells)
