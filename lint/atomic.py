"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path
from threading import get_ident


def write(path: Path, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Put the bytes, or pieces of them, in place of the file in one step, so that nobody ever sees half of it.

    ``durable`` waits until they are on the disk; a cache, which can be made anew, need not. Raises OSError and leaves
    what was there before.
    """
    target = Path(os.path.realpath(path))  # a link stays a link, and what it points to is replaced
    try:
        mode = target.stat().st_mode & 0o777  # a file that was there keeps its permissions, from the first byte
    except OSError:
        mode = None
    # Not by tempfile: what that imports takes longer than a page of which nothing changed.
    name = target.with_name(f".{target.name[:40]}.{os.getpid()}-{get_ident()}-{time.monotonic_ns()}.tmp")
    handle = os.open(
        name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666 if mode is None else mode
    )
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        if mode is not None:
            with contextlib.suppress(OSError):  # what the umask took away
                name.chmod(mode)
        name.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
