"""Write what ships of how spaCy cuts English: python tools/build_english.py, when a test says that the installed one differs."""

from __future__ import annotations

from lint.language.english import SHIPPED
from lint.language.pipeline import spacy_tables


def main() -> None:
    """Write the tables of the installed spaCy."""
    SHIPPED.write_text(spacy_tables().text(), encoding="utf-8")


if __name__ == "__main__":
    main()
