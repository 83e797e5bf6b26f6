"""A page: what one file holds for the checks, from its bytes; and the same as JSON, for the cache and the workers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from lint import documents
from lint import packs as packs_module
from lint import terms as terms_module
from lint.claims import Claim
from lint.documents.english import is_english
from lint.errors import DEBUG, MedcopyError, ReadError
from lint.packs import Packs
from lint.record import claim_of, full_record, place_of, place_record
from lint.suppression import Directive, directives

if TYPE_CHECKING:
    from lint.language.extractor import Extractor
    from lint.terms import Terms

Status = Literal["read", "not-english", "empty", "unreadable"]


@dataclass(frozen=True, slots=True)
class Page:
    """The claims and suppressions of a file, or why there are none (``message``, for an unreadable one)."""

    path: str
    status: Status
    claims: tuple[Claim, ...] = ()
    directives: tuple[Directive, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a reader of pages is made from: folders of packs, the packs to use, a spaCy pipeline. A worker gets it."""

    directories: tuple[Path, ...]
    names: tuple[str, ...] | None = None
    pipeline: str | None = None

    def packs(self) -> Packs:
        """Read the packs; raises PackError or Problems."""
        return packs_module.load(self.directories, self.names)

    def terms(self) -> Terms:
        """Read the vocabularies of terms; raises PackError or Problems."""
        return terms_module.load(self.directories, self.names)


@dataclass
class PageReader:
    """Reads pages; the extractor is built at the first page that needs one."""

    packs: Packs
    terms: Terms
    pipeline: str | None = None
    _extractor: Extractor | None = field(default=None, repr=False)

    @property
    def extractor(self) -> Extractor:
        """The extractor of the packs."""
        if self._extractor is None:
            from lint.language.extractor import Extractor

            self._extractor = Extractor(self.packs, self.pipeline)
        return self._extractor

    def page(self, shown: str, data: bytes) -> Page:
        """Return the page of a file; one that cannot be read is a page too.

        Raises MedcopyError for what is wrong with the project and not with the file.
        """
        try:
            document = documents.parse(data, shown)
            if not document.text.strip():
                return Page(shown, "empty")
            if not is_english(document.text):
                return Page(shown, "not-english")
            claims = (*self.extractor.claims(document), *self.terms.claims(document))
            return Page(shown, "read", tuple(sorted(claims, key=_order)), directives(document))
        except ReadError as error:
            return Page(shown, "unreadable", message=error.message)
        except MedcopyError:
            raise
        except Exception as error:
            # One page that medcopy fails on must not hide the findings of the others; exit status 2 tells of it.
            if os.environ.get(DEBUG):
                raise
            return Page(
                shown, "unreadable", message=f"medcopy fails on this file, which is a fault of its own: {error!r}"
            )


def _order(claim: Claim) -> tuple[object, ...]:
    return (claim.place.start, claim.place.end, claim.kind, sorted((k, str(v)) for k, v in claim.slots.items()))


def page_record(page: Page) -> dict[str, object]:
    """Return a page as JSON values, without its path: equal files are one entry, whatever their names."""
    return {
        "status": page.status,
        "message": page.message,
        "claims": [full_record(claim) for claim in page.claims],
        "directives": [[place_record(d.place), list(d.rules), d.reason, d.block, d.fault] for d in page.directives],
    }


def page_of(data: Mapping[str, Any], path: str) -> Page:
    """Return the page of a record under a path; raises KeyError, TypeError or ValueError where it is none."""
    if data["status"] not in ("read", "not-english", "empty", "unreadable"):
        raise ValueError(data["status"])
    claims = [claim_of(entry) for entry in data["claims"]]
    return Page(
        path,
        data["status"],
        tuple(replace(claim, place=replace(claim.place, path=path)) for claim in claims),
        tuple(
            Directive(replace(place_of(place), path=path), tuple(rules), reason, block, fault)
            for place, rules, reason, block, fault in data["directives"]
        ),
        data["message"],
    )
