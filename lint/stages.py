"""Where the time of a run goes: stages, each with the seconds spent in it and not in a stage inside it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

_spent: dict[str, float] = {}
_open: list[float] = []
"""What the stages inside each open one have taken so far."""
_on = False


def start() -> None:
    """Begin to measure, from nothing."""
    global _on
    _on = True
    _spent.clear()


def spent() -> dict[str, float]:
    """Return the seconds by stage, and measure no more."""
    global _on
    _on = False
    return dict(_spent)


@contextlib.contextmanager
def stage(name: str) -> Iterator[None]:
    """Count the time of the block as this stage's, where anybody measures."""
    if not _on:
        yield
        return
    _open.append(0.0)
    begun = time.perf_counter()
    try:
        yield
    finally:
        took = time.perf_counter() - begun
        _spent[name] = _spent.get(name, 0.0) + took - _open.pop()
        if _open:
            _open[-1] += took
