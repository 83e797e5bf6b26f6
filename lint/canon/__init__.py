"""The canon: the approved statements of claims.yml, each with its sources and its review date.

``load`` reads one or several files or folders against the kinds, sites and concepts of the packs, and refuses them
with every error at its place.
"""

from __future__ import annotations

from lint.canon.files import load
from lint.canon.model import Canon, CanonicalClaim, CanonicalExample, Expectation, Source

__all__ = ["Canon", "CanonicalClaim", "CanonicalExample", "Expectation", "Source", "load"]
