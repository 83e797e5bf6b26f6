"""Fingerprints: what a finding is, apart from where it stands, so that an edit above it opens nothing anew."""

from __future__ import annotations

import hashlib


def fingerprint(rule: str, quote: str, *parts: object) -> str:
    """Return 16 hexadecimal digits for a rule, the words and what they were held against.

    White space, letter case and emphasis marks of the quote do not count. Equal findings have equal fingerprints:
    a baseline matches them as a multiset.
    """
    words = " ".join(quote.casefold().replace("*", "").replace("_", " ").split())
    content = "\x1f".join((rule, words, *(str(part) for part in parts)))
    return hashlib.sha256(content.encode()).hexdigest()[:16]
