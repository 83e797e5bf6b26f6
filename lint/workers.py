"""Pages that worker processes read in batches."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection

from lint.errors import MedcopyError
from lint.pages import Page, PageReader, Recipe
from lint.unread import Unread

WARM = 30
"""Files that are read before workers are forked, at the most."""
_WARMED = 8
"""Of so many files one is read before: to be read by all is worth more than to be read in what others compiled."""


def pages(
    unread: Sequence[Unread], reader: PageReader, processes: int, batch: int, forked: bool
) -> Iterator[tuple[Page, bytes | None]]:
    """Yield the pages as ``reading.pages`` does, by so many processes, in batches of so many files; raises MedcopyError when one dies."""
    global _reader
    if forked:
        # What the first files make this process import and compile is what all workers start with.
        warm = min(WARM, len(unread) // _WARMED)
        first, unread = unread[:warm], unread[warm:]
        yield from (reader.read(one.name, one.data) for one in first)
        _reader = reader
    if not unread:
        return
    batches = [unread[at : at + batch] for at in range(0, len(unread), batch)]
    context = multiprocessing.get_context("fork" if forked else "spawn")
    digests = reader.digests
    done = False
    with _uninterrupted():
        pool = ProcessPoolExecutor(processes, context, _start, (None if forked else reader.recipe,))
    try:
        with _uninterrupted():
            results = pool.map(_batch, batches)
        for theirs, read in results:
            if theirs != digests:
                raise MedcopyError(_CHANGED)
            yield from read
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
