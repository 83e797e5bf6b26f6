"""Feed medcopy spoilt articles, claims files and settings until the time is up: python tools/fuzz.py [SECONDS [SEED]]

Every input must be read or refused in words, soon, and every claim must stand where it says. An input that fails is
written to the folder fuzz-found, with what went wrong, and the exit status is 1.
"""

from __future__ import annotations

import hashlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from lint import canon, documents
from lint import project as projects
from lint.errors import MedcopyError, ReadError
from lint.pack_folders import builtin_directory
from lint.pages import PageReader, Recipe

ROOT = Path(__file__).parent.parent
FOUND = Path("fuzz-found")
LONGEST = 10.0
"""Seconds of the processor that one input may take."""
LARGEST = 60_000
"""Bytes of an input, so that many are tried."""
PIECES = (
    b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n", b"\x1b[2J", "\u202e".encode(), "\u2028".encode(),
    b"<", b"</", b"<!--", b"-->", b"<![CDATA[", b"<table><tr><td>", b"<li>", b"&#x110000;", b"&amp;", b"&nbsp;", b"```",
    b"---\n", b"|", b"|-|-|\n", b"[", b"](", b"![", b"*", b"**", b"_", b"`", b"> ", b"# ", b"1. ", b"\\", b"{", b"{/*",
    b"medcopy: ignore", b"<!-- medcopy: ignore overstated -- why -->", b"%", b"0.0001%", b"1 in 0", b"99999999999%",
    b"1/0", b"between 5 and", b"-", b"\xe2\x80\x93", b"(", b")", b":", b";", b"&a", b"*a", b"!!python/name:os", b"? ",
)  # fmt: skip


def spoil(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return an input with a few changes: pieces put in, taken out, repeated, moved, or taken from another input."""
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 2, 5, 40, 400)))
        other = chance.choice(others)
        start = chance.randrange(len(other) + 1)
        new = chance.choice(
            (
                chance.choice(PIECES),
                chance.choice(PIECES) * chance.choice((1, 3, 50, 2000)),
                b"",
                data[at:end] * chance.choice((2, 30)),
                other[start : start + chance.choice((5, 80, 800))],
                bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))),
            )
        )
        data = data[:at] + new + data[chance.choice((at, end)) :]
    return data[:LARGEST]


def article(reader: PageReader, data: bytes, name: str) -> None:
    """Read an article; raises AssertionError for a claim that does not stand where it says."""
    page = reader.page(name, data)
    if page.status != "read":
        assert page.status != "unreadable" or "a fault of its own" not in page.message, page.message
        return
    source = documents.parse(data, name).source
    for claim in page.claims:
        place = claim.place
        assert source[place.start : place.end] == place.quote != "", f"{claim.kind} at {place.start}: {place.quote!r}"


def main() -> int:
    """Try inputs until the time is up, and say what was found."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
    chance, recipe = random.Random(seed), Recipe((builtin_directory(),))
    reader = PageReader(recipe.packs(), recipe.terms())
    work = FOUND / "work"
    work.mkdir(parents=True, exist_ok=True)
    pages = [path.read_bytes() for path in sorted((ROOT / "corpus").iterdir()) if path.suffix in documents.READERS]
    yaml = [
        (ROOT / "claims.yml").read_bytes()[:8_000],
        b"corpus: [pages]\npaths: {a: {severity: {overstated: note}}}\n",
    ]

    def knowledge(data: bytes, name: str) -> None:
        path = work / name
        path.write_bytes(data)
        if name == "claims.yml":
            canon.load([path], reader.packs)
        else:
            projects.load(work, path)

    ways: list[tuple[Callable[[bytes, str], None], str, list[bytes]]] = [
        *((lambda data, name: article(reader, data, name), f"page{suffix}", pages) for suffix in documents.READERS),
        (knowledge, "claims.yml", yaml),
        (knowledge, "medcopy.yml", yaml),
    ]
    end, tried, found = time.monotonic() + seconds, 0, 0
    while time.monotonic() < end:
        way, name, inputs = chance.choice(ways)
        data = spoil(chance.choice(inputs), inputs, chance)
        began, fault = time.process_time(), ""
        try:
            way(data, name)
        except (MedcopyError, ReadError):
            pass
        except Exception:
            fault = traceback.format_exc()
        tried += 1
        took = time.process_time() - began
        if took > LONGEST:
            fault = fault or f"took {took:.1f} seconds"
        if fault:
            found += 1
            kept = FOUND / f"{hashlib.sha256(data).hexdigest()[:12]}-{name}"
            kept.write_bytes(data)
            sys.stdout.write(f"{kept}: {fault.strip().splitlines()[-1]}\n")
            kept.with_name(f"{kept.name}.why").write_text(fault)
    for path in work.iterdir():
        path.unlink()
    work.rmdir()
    if not found:
        FOUND.rmdir()
    sys.stdout.write(f"{tried} inputs tried, {found} of them at fault (seed {seed})\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
