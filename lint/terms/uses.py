"""The proof: every right and wrong use that the packs give for their terms."""

from __future__ import annotations

from lint.documents.document import Block, Document, Segment
from lint.errors import MedcopyError, PackError
from lint.terms.scan import Terms


def prove(terms: Terms) -> list[MedcopyError]:
    """Return an error for every use that does not hold; an empty list where all do."""
    errors: list[MedcopyError] = []
    knowledge = terms.knowledge
    for rules in (knowledge.terms, knowledge.frames, knowledge.confusions, knowledge.residue):
        for rule in rules:
            for use in rule.uses:
                hits = terms.hits(plain(use.text))
                if use.wrong and not hits:
                    errors.append(
                        PackError("is given as a wrong use, and nothing is found in it", use.path, use.line, use.column)
                    )
                elif not use.wrong and hits:
                    words = use.text[hits[0].start : hits[0].end]
                    message = f"is given as a right use, and {words!r} is found in it ({hits[0].why})"
                    errors.append(PackError(message, use.path, use.line, use.column))
    return errors


def plain(text: str, path: str = "use.txt") -> Document:
    """Return a document of one paragraph."""
    size = len(text)
    return Document(path, text, text, (Block(0, size, "paragraph"),), (Segment(0, size, 0, size),))
