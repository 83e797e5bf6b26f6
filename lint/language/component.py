"""medcopy as a spaCy component: ``nlp.add_pipe("medcopy")`` puts the claims of a text on the Doc.

No ``from __future__ import annotations`` here: with it spaCy no longer validates a component's settings.
"""

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("medcopy", default_config={"rules": None, "packs": None}, assigns=["doc._.medcopy"])
def make_medcopy(nlp: Language, name: str, rules: list[str] | None, packs: list[str] | None) -> "Medcopy":
    """Return the component; ``rules`` are folders of packs beside those that ship, ``packs`` the names to use."""
    return Medcopy(rules, packs)


class Medcopy:
    """Sets ``doc._.medcopy``: one dict a claim, with the names of the JSON output and offsets in ``doc.text``."""

    def __init__(self, rules: list[str] | None, packs: list[str] | None) -> None:
        from pathlib import Path

        from lint.language.extractor import Extractor
        from lint.pack_folders import builtin_directory
        from lint.packs import load

        self._extractor = Extractor(load([builtin_directory(), *map(Path, rules or ())], packs))
        if not Doc.has_extension("medcopy"):
            Doc.set_extension("medcopy", default=[])

    def __call__(self, doc: Doc) -> Doc:
        """Extract the claims of a Doc's text."""
        from lint.documents import text
        from lint.documents.decode import Decoded
        from lint.record import record

        # Not by way of bytes: a mark or a zero in them would move every offset, or be taken for a binary file.
        document = text.parse(Decoded(doc.text, "utf-8"), "doc.txt")
        doc._.medcopy = [record(claim) for claim in self._extractor.claims(document)]
        return doc
