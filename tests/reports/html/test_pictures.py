"""Plots and matrices: every figure has its place on the axis, and what does not fit is told as a number."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from lint.reports.html.matrix import ROWS, Listing, matrix
from lint.reports.html.plots import LANES, WIDTH, Figure, RowData, dot_plot

ENDS = st.floats(0, 100, allow_nan=False)


@settings(max_examples=60)
@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=40), st.sampled_from(["%", "months"]))
def test_every_figure_is_drawn_inside_or_counted(pairs: list[tuple[float, float]], unit: str) -> None:
    figures = tuple(Figure(min(pair), max(pair), "x") for pair in pairs)
    (row,) = dot_plot("t", unit, [RowData("r", (), figures)]).rows
    assert len(row.dots) + row.more == len(figures)
    assert all(0 <= dot.x <= dot.end <= WIDTH and row.top <= dot.y <= row.base for dot in row.dots)
    assert len({dot.y for dot in row.dots}) <= LANES


@settings(max_examples=40)
@given(st.lists(ENDS, min_size=2, max_size=20, unique=True))
def test_dots_stand_in_the_order_of_their_figures_and_never_on_each_other(values: list[float]) -> None:
    figures = tuple(Figure(v, v, f"{v}") for v in values)
    plot = dot_plot("t", "%", [RowData("r", (), figures)])
    dots = sorted(plot.rows[0].dots, key=lambda dot: float(dot.title.split(":")[0]))
    assert [dot.x for dot in dots] == sorted(dot.x for dot in dots)
    spots = [(dot.x, dot.y) for dot in dots]
    assert len(spots) == len(set(spots))


def test_open_ends_run_to_the_edge_and_ticks_to_the_top() -> None:
    plot = dot_plot("t", "%", [RowData("r", (Figure(60, 75, "60 to 75%"),), (Figure(50, math.inf, "50% or more"),))])
    (row,) = plot.rows
    (dot,) = row.dots
    assert dot.open_high
    assert not dot.open_low
    assert dot.end == plot.ticks[-1][0]
    assert plot.ticks[-1][1] == "100%"
    assert row.bands[0].x < plot.ticks[-2][0] < row.bands[0].x + row.bands[0].width + 40


def test_a_long_matrix_tells_equal_rows_as_one() -> None:
    listings = [Listing(f"p{i}.md:1", "m", "p", "agrees", frozenset({"bone"})) for i in range(ROWS + 1)]
    made = matrix("t", [*listings, Listing("z.md:1", "m", "p", "contradicts", frozenset({"liver"}))], ["bone"], [], {})
    assert [row.label for row in made.rows] == [f"{ROWS + 1} statements, the first in p0.md:1", "z.md:1"]
    assert made.sites == ("bone", "liver")
    assert made.approved == ("yes", "")
