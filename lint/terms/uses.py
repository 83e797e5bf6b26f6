"""The proof: every right and wrong use that the packs give for their terms."""

from __future__ import annotations

from lint.documents.document import Block, Document, Segment
from lint.errors import MedcopyError, PackError
from lint.terms.data import Term, Use
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
    errors += [
        _never_found(term.uses[0]) for term in knowledge.terms if len(term.uses) == 1 and not _found(terms, term)
    ]
    return errors


def _found(terms: Terms, term: Term) -> bool:
    """Tell whether a term that is given bare is found with one of its words rewritten."""
    for at, word in enumerate(term.words):
        for given in terms.knowledge.substitutes.get(word, ()):
            if terms.hits(plain(" ".join((*term.words[:at], given.removeprefix("~"), *term.words[at + 1 :])))):
                return True
    return False


def _never_found(use: Use) -> PackError:
    return PackError("no substitute stands for a word of it: it can never be found", use.path, use.line, use.column)


def plain(text: str, path: str = "use.txt") -> Document:
    """Return a document of one paragraph."""
    size = len(text)
    return Document(path, text, text, (Block(0, size, "paragraph"),), (Segment(0, size, 0, size),))
