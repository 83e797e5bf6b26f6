"""The sources of a claims file."""

from __future__ import annotations

import re
from dataclasses import fields as dataclass_fields

from lint.canon.model import Source
from lint.canon.values import Report, fields, several, shown, text
from lint.located import Node

SOURCE_KEYS = tuple(f.name for f in dataclass_fields(Source) if f.name != "id")

DOI = r"10\.\d{4,9}/\S+"
PMID = r"[1-9]\d{0,8}"
URL = r"https?://\S+"
YEARS = (1800, 2100)
_SHAPES = {"doi": (DOI, "10.1000/182, with no address before it"), "url": (URL, "https://www.example.org/page")}


def read_source(id_: str, node: Node, report: Report) -> Source:
    """Return one source; what is wrong in it is reported and left out."""
    entries = fields(node, SOURCE_KEYS, "a source", report)
    if "title" not in entries and node.mapping() is not None:
        report.at(node, f"the source {id_!r} has no title: add 'title:' with the title of the paper or page")
    words: dict[str, str] = {
        key: text(entries[key], key, report) or "" for key in ("title", "journal", "doi", "url") if key in entries
    }
    for key, (shape, like) in _SHAPES.items():
        if words.get(key) and not re.fullmatch(shape, words[key]):
            report.at(entries[key], f"{words[key]!r} is no {key}; write it as {like}")
    return Source(
        id=id_,
        title=words.get("title", ""),
        authors=_authors(entries["authors"], report) if "authors" in entries else "",
        journal=words.get("journal", ""),
        year=_year(entries["year"], report) if "year" in entries else None,
        doi=words.get("doi", ""),
        pmid=_pmid(entries["pmid"], report) if "pmid" in entries else "",
        url=words.get("url", ""),
    )


def _authors(node: Node, report: Report) -> str:
    if node.sequence() is not None:
        return "; ".join(several(node, "authors", report, text))
    return text(node, "authors", report) or ""


def _year(node: Node, report: Report) -> int | None:
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and YEARS[0] <= value <= YEARS[1]:
        return value
    report.at(node, f"year must be a year in four figures, such as 2024, not {shown(node)}")
    return None


def _pmid(node: Node, report: Report) -> str:
    value = str(node.value) if isinstance(node.value, int | str) and not isinstance(node.value, bool) else ""
    if re.fullmatch(PMID, value):
        return value
    report.at(node, f"pmid must be the number alone, such as 20498394, not {shown(node)}")
    return ""
