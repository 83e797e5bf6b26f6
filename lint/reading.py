"""Many pages: read in this process, or by workers where that pays. The pages are the same either way."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence

from lint.pages import Page, PageReader
from lint.unread import Unread

MOST = 8
"""Processes that are started unless more are asked for."""
BATCH = 16
"""Files that are handed over at once, at the most: more processes than batches have nothing to do."""
_TURNS = 4
"""Batches that a process should have to read at the least: the last to end is waited for."""


def pages(unread: Sequence[Unread], reader: PageReader, jobs: int | None = None) -> Iterator[tuple[Page, bytes | None]]:
    """Yield the pages in the order of the files, each with the digest of what was read, None where nothing was.

    ``jobs`` is the number of processes, None for what suits their number. Raises MedcopyError when a process dies.
    """
    forked = _forks()
    wanted = _processes(len(unread), forked) if jobs is None else jobs
    batch = max(1, min(BATCH, len(unread) // (_TURNS * max(1, wanted))))
    processes = min(wanted, -(-len(unread) // batch))
    if processes <= 1:
        yield from (reader.read(one.name, one.data) for one in unread)
        return
    from lint import workers

    yield from workers.pages(unread, reader, processes, batch, forked)


def _forks() -> bool:
    """Tell whether workers may be forked, with all that this process has read: elsewhere they start anew.

    A fork of a process with threads can hang, and macOS's own libraries do not bear one.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _processes(files: int, forked: bool) -> int:
    """Return how many processes suit a number of files: a start has to be paid for by what it saves."""
    many, apiece = (16, 8) if forked else (60, 30)
    return min(os.cpu_count() or 1, MOST, files // apiece) if files >= many else 1
