"""A long sorted list of words, looked up in the bytes of its file: reading it makes no string of any word."""

from __future__ import annotations

from bisect import bisect_right

_STEP = 512
"""Bytes of a part of the list. Which part may hold a word is told by the first word of each, and then it is searched."""


class Listed:
    """The words of a file with one word a line, sorted by their bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data = b"\n%b\n" % (data.replace(b"\r", b"") if b"\r" in data else data)
        self._starts: list[int] = []
        self._firsts: list[bytes] = []
        at = 0
        while 0 <= at < len(data) - 1:
            self._starts.append(at)
            self._firsts.append(data[at + 1 : data.find(b"\n", at + 1)])
            at = data.find(b"\n", at + _STEP)
        self._starts.append(len(data) - 1)

    def __contains__(self, word: str) -> bool:
        wanted = word.encode()
        part = bisect_right(self._firsts, wanted)
        return part > 0 and self._data.find(b"\n%b\n" % wanted, self._starts[part - 1], self._starts[part] + 1) >= 0
