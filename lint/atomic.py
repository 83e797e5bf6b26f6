"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, data: bytes | Iterable[bytes], *, durable: bool = True) -> None:
    """Put the bytes, or pieces of them, in place of the file in one step, so that nobody ever sees half of it.

    ``durable`` waits until they are on the disk; a cache, which can be made anew, need not. Raises OSError and leaves
    what was there before.
    """
    target = Path(os.path.realpath(path))  # a link stays a link, and what it points to is replaced
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines([data] if isinstance(data, bytes) else data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        _keep_mode(target, name)
        os.replace(name, target)  # noqa: PTH105 - the one call that replaces in one step
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def _keep_mode(target: Path, name: str) -> None:
    """Give the new file the permissions of the old one, or those that any new file would have."""
    try:
        mode = target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with contextlib.suppress(OSError):
        os.chmod(name, mode)  # noqa: PTH101
