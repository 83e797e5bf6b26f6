"""The geometry of the report's plots: a dot for each statement on one axis, with the approved range behind.

A template draws what stands here; the numbers are in user units of the SVG.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lint.reports.html.data import State
from lint.terminal import shorten

WIDTH = 640
LEFT, RIGHT = 12, 24
LABEL = 22
"""Height of the line that names a row."""
LANE = 12
DOT = 5
NAME = 60
"""Characters of a row's name that its line holds on a phone; the table tells the whole."""
LANES = 10
"""Dots that stand on each other; more are told as a number."""
TOLD = 40
"""Lines of the table for one row of a plot; of more, equal figures are told as one."""
AXIS = 26
SMALLEST = 0.01
"""The least that an axis runs to: of figures that are all 0, there is still something to show."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of copy or canon: its ends (infinite where open), its words, its state and where it is told.

    ``target`` is the anchor of its mark, and ``page`` that of its article, "" where the report does not show that.
    """

    low: float
    high: float
    words: str
    state: State = "agrees"
    told: str = ""
    target: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class RowData:
    """One event or group of people: the approved ranges and the figures that copy gives."""

    label: str
    approved: tuple[Figure, ...]
    stated: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A statement: a dot, or a bar with a dot at each end that is closed."""

    x: float
    end: float
    y: float
    open_low: bool
    open_high: bool
    state: State
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class Band:
    """An approved range."""

    x: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a plot, with the line that its dots stand on; ``told`` are its figures as the table tells them."""

    label: str
    y: float
    base: float
    top: float
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]
    more: int
    data: RowData
    told: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class DotPlot:
    """A dot for every statement on one axis, a row for every event or group of people."""

    title: str
    unit: str
    width: int
    height: float
    floor: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Row, ...]


def dot_plot(title: str, unit: str, rows: Sequence[RowData]) -> DotPlot:
    """Lay out a plot; every row has something to show."""
    ends = [end for row in rows for f in (*row.approved, *row.stated) for end in (f.low, f.high) if math.isfinite(end)]
    step, top = _scale(max(ends, default=1.0), unit)
    y, laid = 4.0, []
    for row in rows:
        made, y = _row(row, y, top)
        laid.append(made)
    sign = "%" if unit == "%" else ""
    ticks = tuple((_x(at * step, top), f"{at * step:g}{sign}") for at in range(int(top / step) + 1))
    return DotPlot(title, unit, WIDTH, y + AXIS, y, ticks, tuple(laid))


def _scale(largest: float, unit: str) -> tuple[float, float]:
    if unit == "%" and largest > 50:
        return 20.0, max(100.0, math.ceil(largest / 20) * 20)
    largest = max(largest, SMALLEST)
    power = 10 ** math.floor(math.log10(largest)) / 10
    if unit != "%" and largest > 12:
        step = next(s for s in (6, 12, 24, 60, 120, 1200, 12000, math.inf) if largest / s <= _TICKS or s == math.inf)
        return (float(step), math.ceil(largest / step) * step) if math.isfinite(step) else (largest, largest)
    step = next((s * power for s in _STEPS if largest / (s * power) <= _TICKS), 100 * power)
    return step, math.ceil(largest / step - 1e-9) * step


def _x(value: float, top: float) -> float:
    inside = min(max(value, 0.0), top)
    return round(LEFT + (WIDTH - LEFT - RIGHT) * inside / top, 1)


def _row(row: RowData, y: float, top: float) -> tuple[Row, float]:
    spans = sorted(row.stated, key=lambda f: (_ends(f, top), f.state, f.told))
    lanes: list[float] = []
    placed: list[tuple[int, Figure]] = []
    more = 0
    for figure in spans:
        low, high = _ends(figure, top)
        lane = next((at for at, taken in enumerate(lanes) if low - taken > 2 * DOT + 1), len(lanes))
        if lane >= LANES:
            more += 1
            continue
        if lane == len(lanes):
            lanes.append(high)
        lanes[lane] = high
        placed.append((lane, figure))
    base = y + LABEL + max(len(lanes), 1) * LANE
    dots = tuple(_dot(figure, base - LANE / 2 - lane * LANE, top) for lane, figure in placed)
    bands = tuple(_band(figure, top) for figure in row.approved)
    name, top_edge = shorten(row.label, NAME), y + LABEL - 2
    return Row(name, y + 15, base, top_edge, bands, dots, more, row, _told(row.stated)), base + 10


def _told(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    if len(figures) <= TOLD:
        return tuple(figures)
    groups: dict[tuple[float, float, str, State], list[Figure]] = {}
    for one in figures:
        groups.setdefault((one.low, one.high, one.words, one.state), []).append(one)
    return tuple(
        own[0] if len(own) == 1 else replace(own[0], told=f"{len(own)} statements, the first in {own[0].told}")
        for own in groups.values()
    )


def _ends(figure: Figure, top: float) -> tuple[float, float]:
    low = figure.low if math.isfinite(figure.low) else 0.0
    high = figure.high if math.isfinite(figure.high) else top
    return _x(low, top), _x(high, top)


def _dot(figure: Figure, y: float, top: float) -> Dot:
    x, end = _ends(figure, top)
    opens = (not math.isfinite(figure.low), not math.isfinite(figure.high))
    return Dot(x, end, y, *opens, figure.state, f"{figure.words}: {figure.told}", figure.target)


def _band(figure: Figure, top: float) -> Band:
    x, end = _ends(figure, top)
    edge = max(2.0, DOT + 4 - (end - x) / 2)  # a range that is one figure is wider than the dots on it
    return Band(round(x - edge, 1), round(end - x + 2 * edge, 1), f"approved: {figure.words}")
