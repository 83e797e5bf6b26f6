"""British and American spelling side by side on one page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.terms.hits import Hit
from lint.terms.page import Page
from lint.terms.shape import like


class Mixed:
    """Finds words whose two spellings both stand on a page, and points to the rarer one."""

    def __init__(self, variants: Mapping[str, str]) -> None:
        self._american = variants
        self.triggers = frozenset(variants)

    def hits(self, page: Page, called: Iterable[str]) -> Iterator[Hit]:
        """Yield the rarer spellings; of equally frequent ones the British."""
        for british in sorted(called):
            american = self._american[british]
            if american not in page.low:
                continue
            places = {
                spelling: list(re.finditer(rf"\b{spelling}\b", page.text, re.IGNORECASE))
                for spelling in (british, american)
            }
            rare, usual = sorted((british, american), key=lambda spelling: len(places[spelling]))
            for match in places[rare]:
                yield Hit(
                    match.start(),
                    match.end(),
                    like(usual, match.group()),
                    "mixed-spelling",
                    False,
                    "two spellings on one page",
                )
