"""What the packs that ship come to, kept beside the code as Python keeps its own byte code: read and compiled once, not in every run.

It stands in ``__pycache__``, is trusted as what stands there is, and tells nothing of any article. A mark of the packs, the
code and the versions says what it was made of: after any change it is made anew. It is no byte code, so that
``PYTHONDONTWRITEBYTECODE`` does not forbid it; a folder that cannot be written does.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import pickle
import zlib
from pathlib import Path
from typing import Any

from lint import atomic


def load(name: str, mark: str) -> Any:
    """Return what was kept by a name with a mark; None where there is none of that mark, or it is damaged."""
    path = _path(name)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            head, data = file.readline(200), file.read()
        return _Reader(io.BytesIO(data)).load() if head == _head(mark, data) else None
    except Exception:
        # Whatever is wrong with it, the packs themselves are there.
        return None


def keep(name: str, mark: str, made: object) -> None:
    """Keep something in place of what was kept by that name, if that can be done."""
    path = _path(name)
    if path is None:
        return
    data = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        atomic.write(path, _head(mark, data) + data, durable=False)


class _Reader(pickle.Unpickler):
    """Makes objects of medcopy's own classes, and paths, and no others."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class; raises UnpicklingError for a foreign one, also where a module of medcopy has it by import."""
        found = super().find_class(module, name) if _own(module) else None
        if not (isinstance(found, type) and _own(found.__module__)):
            raise pickle.UnpicklingError(f"{module}.{name} is no part of packs")
        return found


def _own(module: str) -> bool:
    return module.partition(".")[0] in ("lint", "pathlib")


def _path(name: str) -> Path | None:
    """Return where it stands, beside the byte code of this module; None where Python keeps none."""
    try:
        return Path(importlib.util.cache_from_source(__file__)).with_suffix(f".{name}")
    except NotImplementedError:
        return None


def _head(mark: str, data: bytes) -> bytes:
    return f"medcopy {mark} {zlib.crc32(data):08x}\n".encode()
