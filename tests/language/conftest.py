"""One extractor with the packs that ship for the whole folder: building it is most of the cost of a test."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from lint.packs import Packs, load


@pytest.fixture(scope="session")
def packs() -> Packs:
    return load()


@pytest.fixture(scope="session")
def extractor(packs: Packs) -> Extractor:
    return Extractor(packs)
