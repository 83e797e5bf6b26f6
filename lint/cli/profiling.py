"""The table of ``medcopy check --profile``."""

from __future__ import annotations

import time

from lint import stages

_begun = 0.0


def start() -> None:
    """Begin to measure."""
    global _begun
    _begun = time.perf_counter()
    stages.start()


def table() -> str:
    """Return where the time went, by stage and by rule, the longest first; the rest is what no stage counts."""
    whole = time.perf_counter() - _begun
    found = stages.spent()
    found["the rest"] = max(whole - sum(found.values()), 0.0)
    lines = [f"{whole:8.3f} s        in all, from the start of the command"]
    for name, seconds in sorted(found.items(), key=lambda entry: (-entry[1], entry[0])):
        lines.append(f"{seconds:8.3f} s {seconds / whole:5.1%}  {name}")
    return "\n".join(lines)
