"""Files that wait to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that has to be read: its name in reports, and its path, or its bytes where it is on no disk.

    So many files may be waiting that their bytes would fill the memory: they are read when it is their turn.
    """

    name: str
    source: Path | bytes

    def data(self) -> bytes:
        """Return the bytes; raises OSError, also for what is no ordinary file and might never end."""
        if isinstance(self.source, bytes):
            return self.source
        if self.source.exists() and not self.source.is_file():
            raise OSError(None, "it is no ordinary file")
        return self.source.read_bytes()
