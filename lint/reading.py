"""Many pages: read in this process, or by workers where that pays. The pages are the same either way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from lint.pages import Page, PageReader
from lint.unread import Unread

MANY = 60
"""Files to read from which a second process pays for its start."""
APIECE = 30
"""Files that a process should have to read."""
MOST = 8
"""Processes that are started unless more are asked for."""
BATCH = 16
"""Files that are handed over at once: more processes than batches have nothing to do."""


def pages(unread: Sequence[Unread], reader: PageReader, jobs: int | None = None) -> Iterator[tuple[Page, bytes | None]]:
    """Yield the pages in the order of the files, each with the digest of what was read, None where nothing was.

    ``jobs`` is the number of processes, None for what suits their number. Raises MedcopyError when a process dies.
    """
    wanted = _processes(len(unread)) if jobs is None else jobs
    processes = min(wanted, -(-len(unread) // BATCH))
    if processes <= 1:
        yield from (reader.read(one.name, one.data) for one in unread)
        return
    from lint import workers

    yield from workers.pages(unread, reader, processes, BATCH)


def _processes(files: int) -> int:
    """Return how many processes suit a number of files: a start has to be paid for by what it saves."""
    return min(os.cpu_count() or 1, MOST, files // APIECE) if files >= MANY else 1
