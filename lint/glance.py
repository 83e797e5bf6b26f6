"""What a run keeps of the packs for the next: enough to see that a page has nothing to do with medicine, and to check its words.

Such a page needs no pack. It is kept under a key of the packs' content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lint.language.named import Named
from lint.terms import kept
from lint.terms.data import Knowledge


@dataclass(frozen=True)
class Glance:
    """The names without which a page makes no claim, and what is known of terms."""

    named: Named
    terms: Knowledge

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Glance:
        """Return what a record says; raises KeyError, TypeError, ValueError or AttributeError where it is none."""
        return cls(Named.of_record(record["named"]), kept.of_record(record["terms"]))

    def record(self) -> dict[str, object]:
        """Return it as JSON values."""
        return {"named": self.named.record(), "terms": kept.record(self.terms)}
