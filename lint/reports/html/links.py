"""Addresses: of sources, of an article's source, and of one part of the report from another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from lint.canon import Source
from lint.files import shown
from lint.reports.html.data import SourceLink

SCHEMES = frozenset({"http", "https", "vscode", "vscodium", "idea", "file"})
"""Schemes that an address may have: none that runs a script."""

INDEX = "index.html"
FOLDER = "articles"


@dataclass(frozen=True)
class SourceUrls:
    """Makes the addresses of ``source-url``: paths of findings start from ``cwd``, those of addresses from ``root``."""

    pattern: str | None
    cwd: Path
    root: Path

    def of(self, path: str, line: int) -> str:
        """Return the address of a line, "" where the configuration gives none or one that is not to be followed."""
        if not self.pattern or urlsplit(self.pattern).scheme.lower() not in SCHEMES:
            return ""
        return self.pattern.format(path=quote(self.name(path), safe="/"), line=line)

    def name(self, path: str) -> str:
        """Return the name that a path has from the project's folder, where a baseline lies."""
        return shown(self.cwd / path, self.root)


def source_link(source: Source) -> SourceLink:
    """Return a source as one line, and its address: the DOI's before PubMed's before its own."""
    authors = source.authors.split(";")[0]
    year = "" if source.year is None or str(source.year) in source.journal else str(source.year)
    parts = (authors, source.title, source.journal, year)
    words = ". ".join(part.strip().rstrip(".") for part in parts if part)
    if source.doi:
        return SourceLink(source.id, words, f"doi:{source.doi}", f"https://doi.org/{quote(source.doi, safe='/()')}")
    if source.pmid:
        return SourceLink(source.id, words, f"PMID {source.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/")
    href = source.url if urlsplit(source.url).scheme.lower() in ("http", "https") else ""
    return SourceLink(source.id, words, urlsplit(source.url).netloc if href else "", href)


@dataclass(frozen=True)
class Places:
    """Where the parts of a report lie: all in one file, or articles in files of their own (``files``, by anchor)."""

    files: Mapping[str, str] = field(default_factory=dict)

    def link(self, here: str, anchor: str, page: str = "") -> str:
        """Return the address of an anchor for the page ``here`` ("" is the index); ``page`` is the anchor's article."""
        there = page if anchor[:2] in ("m-", "p-") else ""
        if not self.files or here == there:
            return f"#{anchor}"
        if there:
            return f"{'' if here else FOLDER + '/'}{self.files[there]}#{anchor}"
        return f"../{INDEX}#{anchor}"


def file_name(path: str) -> str:
    """Return a name for an article's file: readable, and safe on every file system whatever the path holds."""
    slug = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[-60:].strip("-")
    return f"{slug or 'article'}-{hashlib.sha256(path.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}.html"
