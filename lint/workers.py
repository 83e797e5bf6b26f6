"""Many pages: in this process, or in batches by worker processes. The pages are the same either way."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from lint.errors import MedcopyError
from lint.pages import Page, PageReader, Recipe
from lint.unread import Unread

MANY = 60
"""Files to read from which a second process pays for its start."""
APIECE = 30
"""Files that a process should have to read."""
MOST = 8
"""Processes that are started unless more are asked for."""
WARM = 30
"""Files that are read before workers are forked."""
BATCH = 16
"""Files that are handed over at once."""


def pages(
    unread: Sequence[Unread], reader: PageReader, recipe: Recipe, jobs: int | None = None
) -> Iterator[tuple[Page, bytes | None]]:
    """Yield the pages in the order of the files, each with the digest of what was read, None where nothing was.

    ``jobs`` is the number of processes, None for what suits their number. Raises MedcopyError when a process dies.
    """
    wanted = _processes(len(unread)) if jobs is None else jobs
    processes = min(wanted, -(-len(unread) // BATCH))
    if processes <= 1:
        yield from (reader.read(one.name, one.data) for one in unread)
        return
    global _reader
    forked = _forks()
    if forked:
        # What the first files make this process import and compile is what all workers start with.
        first, unread = unread[:WARM], unread[WARM:]
        yield from (reader.read(one.name, one.data) for one in first)
        _reader = reader
    if not unread:
        return
    batches = [unread[at : at + BATCH] for at in range(0, len(unread), BATCH)]
    context = multiprocessing.get_context("fork" if forked else "spawn")
    digests = reader.digests
    done = False
    with _uninterrupted():
        pool = ProcessPoolExecutor(processes, context, _start, (None if forked else recipe,))
    try:
        with _uninterrupted():
            results = pool.map(_batch, batches)
        for theirs, batch in results:
            if theirs != digests:
                raise MedcopyError(_CHANGED)
            yield from batch
        done = True
    except BrokenProcessPool as error:
        raise MedcopyError("a worker process died (out of memory?): run again with --jobs 1") from error
    finally:
        _reader = None
        with _uninterrupted():
            if not done:  # the interrupt key, or an error: nobody waits for what is being read
                for process in multiprocessing.active_children():
                    process.terminate()
            pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let the interrupt key wait for a moment: raised in the midst of a start or an end of workers it would be lost."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt


def _processes(files: int) -> int:
    """Return how many processes suit a number of files: a start has to be paid for by what it saves."""
    return min(os.cpu_count() or 1, MOST, files // APIECE) if files >= MANY else 1


def _forks() -> bool:
    """Tell whether workers may be forked, with all that this process has read: elsewhere they start anew.

    A fork of a process with threads can hang, and macOS's own libraries do not bear one.
    """
    return sys.platform == "linux" and threading.active_count() == 1


_reader: PageReader | None = None
_CHANGED = "the rules were changed while the pages were read: run again"


def _start(recipe: Recipe | None) -> None:
    """Make the reader of a worker. The interrupt key is the parent's: it ends the workers, as does its own end."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if recipe is not None:
        _reader = PageReader(recipe)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _batch(unread: Sequence[Unread]) -> tuple[tuple[str, str], list[tuple[Page, bytes | None]]]:
    """Return the digests of the rules that a worker has, and the pages of a batch."""
    assert _reader is not None
    return _reader.digests, [_reader.read(one.name, one.data) for one in unread]
