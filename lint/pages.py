"""A page: what one file holds for the checks, from its bytes; and the same as JSON, for the cache and the workers."""

from __future__ import annotations

import binascii
import gc
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from lint import documents, pack_folders
from lint.cache import salt
from lint.claims import Claim
from lint.errors import DEBUG, MedcopyError, ReadError
from lint.record import claim_of, full_record, place_of, place_record
from lint.shared import Shared
from lint.stages import stage
from lint.suppression import Directive, directives

if TYPE_CHECKING:
    from lint.documents.document import Document
    from lint.glance import Glance
    from lint.language.extractor import Extractor
    from lint.packs import Packs
    from lint.terms import Terms
    from lint.terms.data import Knowledge

Status = Literal["read", "not-english", "empty", "unreadable"]


@dataclass(frozen=True, slots=True)
class Page:
    """The claims and suppressions of a file, or why there are none (``message``, for an unreadable one)."""

    path: str
    status: Status
    claims: Sequence[Claim] = ()
    directives: tuple[Directive, ...] = ()
    message: str = ""


class Remembered(Sequence[Claim]):
    """The claims of a page that was remembered: packed, until somebody asks for a claim."""

    def __init__(self, number: int, packed: str, path: str, shared: Shared) -> None:
        self._number, self._path, self._shared = number, path, shared
        self._packed = packed

    @cached_property
    def _claims(self) -> tuple[Claim, ...]:
        records = json.loads(zlib.decompress(binascii.a2b_base64(self._packed)))
        self._packed = ""
        return self._shared.claims(claim_of({**record, "path": self._path}) for record in records)

    @overload
    def __getitem__(self, at: int) -> Claim: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Claim]: ...
    def __getitem__(self, at: int | slice) -> Claim | Sequence[Claim]:
        """Return a claim, or several."""
        return self._claims[at]

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a reader of pages is made from: folders of packs, the packs to use, a spaCy pipeline. A worker gets it.

    ``mark`` is the ``salt`` of what is in them, "" where nothing is to be kept of them.
    """

    directories: tuple[Path, ...]
    names: tuple[str, ...] | None = None
    pipeline: str | None = None
    mark: str = ""

    def packs(self) -> Packs:
        """Read the packs; raises PackError or Problems."""
        from lint import packs

        return packs.load(self.directories, self.names)

    def terms(self, known: Knowledge | None = None) -> Terms:
        """Read the vocabularies of terms, unless they are ``known``; raises PackError or Problems."""
        from lint import terms

        return terms.load(self.directories, self.names, known)

    def digests(self) -> tuple[str, str]:
        """Return the marks of packs and terms as they will have them; nothing in the files is looked at."""
        folders = pack_folders.find(self.directories, self.names)
        files, words = pack_folders.terms(folders)
        return pack_folders.digest(pack_folders.rules(folders)), pack_folders.digest([*files, *words])

    def salt(self, packs: str, terms: str) -> str:
        """Return a mark of packs and terms that have these marks, of medcopy and of all that it builds on."""
        return salt(packs=packs, terms=terms, pipeline=self.pipeline)

    @property
    def kept(self) -> str:
        """The name that these packs are kept by; "" for those of a project's own, which are read in every run."""
        ships = self.directories == (pack_folders.builtin_directory(),) and self.pipeline is None
        return "+".join(self.names or ("packs",)) if ships and self.mark else ""


@dataclass
class PageReader:
    """Reads pages; packs, terms and what is made of them are read and made at the first page that needs them."""

    recipe: Recipe
    glance: Glance | None = field(default=None, repr=False)
    """What a run before kept."""
    _known: Knowledge | None = field(default=None, init=False, repr=False)
    """What is known of terms, where it was kept with the extractor."""

    @cached_property
    def packs(self) -> Packs:
        """The packs; raises PackError or Problems with every error at its place."""
        if "extractor" in vars(self):
            return self.extractor.packs
        with stage("rules and approved statements"):
            return self.recipe.packs()

    @cached_property
    def terms(self) -> Terms:
        """The vocabularies of terms; raises as ``packs`` does."""
        with stage("rules and approved statements"):
            return self.recipe.terms(self.glance.terms if self.glance else self._known)

    @cached_property
    def extractor(self) -> Extractor:
        """The extractor of the packs: as it was kept, else made of them."""
        from lint import ready
        from lint.language.extractor import Extractor

        recipe = self.recipe
        kept = recipe.kept if "packs" not in vars(self) else ""
        with stage("pages: rules compiled"):
            found = ready.load(kept, recipe.mark) if kept else None
        if found is not None:
            extractor: Extractor
            extractor, self._known = found
        else:
            packs = self.packs
            with stage("pages: rules compiled"):
                extractor = Extractor(packs, recipe.pipeline)
            # The files may have been changed since they were marked.
            if kept and recipe.salt(packs.digest, self.terms.digest) == recipe.mark:
                ready.keep(kept, recipe.mark, (extractor, self.terms.knowledge))
        gc.freeze()  # all of this stays: who looks for garbage need not look through it
        return extractor

    @cached_property
    def digests(self) -> tuple[str, str]:
        """The marks of packs and terms as they were read."""
        return self.packs.digest, self.terms.digest

    def read(self, shown: str, source: Callable[[], bytes]) -> tuple[Page, bytes | None]:
        """Return the page of a file and the digest of its bytes, None for one whose bytes cannot be had."""
        try:
            data = source()
        except OSError as error:
            return unreadable(shown, error), None
        return self.page(shown, data), hashlib.sha256(data).digest()

    def page(self, shown: str, data: bytes) -> Page:
        """Return the page of a file; one that cannot be read is a page too.

        Raises MedcopyError for what is wrong with the project and not with the file.
        """
        from lint.documents.english import is_english

        try:
            with stage("pages: structure"):
                document = documents.parse(data, shown)
            if not document.text.strip():
                return Page(shown, "empty")
            if not is_english(document.text):
                return Page(shown, "not-english")
            claims, disease = self._claims(document)
            terms = self.terms
            with stage("pages: terms"):
                claims = (*claims, *(replace(claim, condition=disease) for claim in terms.claims(document)))
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

    def at_a_glance(self) -> Glance:
        """Return what is to be kept for the next run."""
        from lint.glance import Glance
        from lint.language.named import Named

        return Glance(Named.of(self.packs), self.terms.knowledge)

    def _claims(self, document: Document) -> tuple[tuple[Claim, ...], str]:
        """Return what a document states, and the disease that it is about."""
        if self.glance is not None and not self.glance.named.may_stand_in(document.text):
            return (), ""
        extractor = self.extractor
        with stage("pages: claims"):
            return extractor.read(document)


def unreadable(shown: str, error: OSError) -> Page:
    """Return the page of a file whose bytes cannot be had."""
    return Page(shown, "unreadable", message=f"cannot be read: {error.strerror or error}")


def _order(claim: Claim) -> tuple[object, ...]:
    return (claim.place.start, claim.place.end, claim.kind, sorted((k, str(v)) for k, v in claim.slots.items()))


def page_record(page: Page) -> dict[str, object]:
    """Return a page as JSON values, without its path: equal files are one entry, whatever their names."""
    return {
        "status": page.status,
        "message": page.message,
        "number": len(page.claims),
        "claims": _packed([{**full_record(claim), "path": ""} for claim in page.claims]),
        "directives": [
            [{**place_record(d.place), "path": ""}, list(d.rules), d.reason, d.block, d.fault] for d in page.directives
        ],
    }


def _packed(claims: Sequence[object]) -> str:
    """Return claims as few characters: most runs hold those of every page, and look into those of none."""
    written = json.dumps(claims, separators=(",", ":")).encode()
    return binascii.b2a_base64(zlib.compress(written, 1), newline=False).decode()


def page_of(data: Mapping[str, Any], path: str, shared: Shared) -> Page:
    """Return the page of a record under a path; raises KeyError, TypeError or ValueError where it is none."""
    number, packed = data["number"], data["claims"]
    if data["status"] not in ("read", "not-english", "empty", "unreadable") or not isinstance(packed, str):
        raise ValueError(data["status"])
    return Page(
        path,
        data["status"],
        Remembered(int(number), packed, path, shared) if number else (),
        tuple(
            Directive(place_of({**place, "path": path}), tuple(rules), reason, block, fault)
            for place, rules, reason, block, fault in data["directives"]
        ),
        data["message"],
    )
