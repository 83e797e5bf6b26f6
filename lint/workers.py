"""Many pages: in this process, or in batches by worker processes. The pages are the same either way."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from lint.errors import MedcopyError
from lint.pages import Page, PageReader, Recipe

Unread = tuple[str, bytes]
"""A file's name in reports, and its bytes."""
MANY = 300
"""Files to read from which other processes may pay for their start: each imports spaCy and reads the packs anew."""
BATCH = 16


def pages(unread: Sequence[Unread], reader: PageReader, recipe: Recipe, jobs: int | None = None) -> Iterator[Page]:
    """Yield the pages in the order of the files.

    ``jobs`` is the number of processes, None for what suits their number. Raises MedcopyError when a process dies.
    """
    wanted = _processes(len(unread)) if jobs is None else jobs
    processes = min(wanted, -(-len(unread) // BATCH))
    if processes <= 1:
        yield from (reader.page(shown, data) for shown, data in unread)
        return
    batches = [unread[at : at + BATCH] for at in range(0, len(unread), BATCH)]
    # Workers are started anew (spawn) on every system: a fork of a process with threads can hang.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, _start, (recipe,))
    digests = (reader.packs.digest, reader.terms.digest)
    try:
        for theirs, batch in pool.map(_batch, batches):
            if theirs != digests:
                raise MedcopyError(_CHANGED)
            yield from batch
    except BrokenProcessPool as error:
        raise MedcopyError("a worker process died (out of memory?): run again with --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _processes(files: int) -> int:
    return min(os.cpu_count() or 1, 8) if files >= MANY else 1


_reader: PageReader | None = None
_CHANGED = "the rules were changed while the pages were read: run again"


def _start(recipe: Recipe) -> None:
    """Make the reader of a worker. The interrupt key is the parent's: it ends the workers."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _reader = PageReader(recipe.packs(), recipe.terms(), recipe.pipeline)


def _batch(unread: Sequence[Unread]) -> tuple[tuple[str, str], list[Page]]:
    """Return the digests of the rules that a worker has, and the pages of a batch."""
    assert _reader is not None
    digests = (_reader.packs.digest, _reader.terms.digest)
    return digests, [_reader.page(shown, data) for shown, data in unread]
