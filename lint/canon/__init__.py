"""The canon: the approved statements of claims.yml, each with its sources and its review date.

``load`` reads one or several files or folders against the kinds, sites and concepts of the packs, and refuses them
with every error at its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lint.canon.model import Canon, CanonicalClaim, CanonicalExample, Expectation, Source

if TYPE_CHECKING:
    from lint.packs import Packs

__all__ = ["Canon", "CanonicalClaim", "CanonicalExample", "Expectation", "Source", "load"]


def load(paths: Sequence[Path], packs: Packs) -> Canon:
    """Read the canon from files, or from folders of them; the ids of sources are shared by all.

    Raises CanonError, or Problems where there are several, with file, line and column for all that is wrong.
    """
    from lint.canon import files  # what reads is not imported where all is remembered

    return files.load(paths, packs)
