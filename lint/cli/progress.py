"""How far a long run is, on standard error, where that is a terminal."""

from __future__ import annotations

import os
import sys
import time

QUIET = 2.0
"""Seconds before anything is shown."""
EVERY = 0.1
"""Seconds between two changes of the line."""


class Progress:
    """One line that says how many files are read, at what rate, and how long the rest will take."""

    def __init__(self) -> None:
        self._start = self._told = time.monotonic()
        self._shown = 0
        self._terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, done: int, files: int) -> None:
        """Tell that so many of the files are read; the last one takes the line away."""
        now = time.monotonic()
        if not self._terminal or now - self._start < QUIET:
            return
        if done >= files:
            self._show("")
        elif now - self._told >= EVERY:
            self._told = now
            rate = done / (now - self._start)
            left = (files - done) / rate if rate else 0.0
            self._show(f"{done:,} of {files:,} files read, {rate:,.0f} a second, {_words(left)} left")

    def _show(self, line: str) -> None:
        """Put a line over the one before."""
        sys.stderr.write("\r" + line + " " * (self._shown - len(line)) + ("" if line else "\r"))
        sys.stderr.flush()
        self._shown = len(line)


def _words(seconds: float) -> str:
    whole = int(seconds + 1)
    return f"{whole} s" if whole < 100 else f"{whole // 60} min {whole % 60:02} s"
