"""Documents for the tests of terms: read from Markdown, as the program reads them."""

from __future__ import annotations

from lint import documents
from lint.claims import Claim
from lint.documents.document import Document
from lint.terms import Terms


def page(text: str, name: str = "page.md") -> Document:
    return documents.parse(text.encode(), name)


def found(terms: Terms, text: str, name: str = "page.md") -> list[tuple[str, str, str]]:
    """Return what is wrong in a text: the words of the source, what is right, and the sort of error."""
    return [slots(claim) for claim in terms.claims(page(text, name)) if claim.slots["error"] != "mixed-spelling"]


def slots(claim: Claim) -> tuple[str, str, str]:
    return claim.place.quote, str(claim.slots["right"]), str(claim.slots["error"])
