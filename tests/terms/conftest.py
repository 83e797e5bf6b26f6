from __future__ import annotations

import pytest

from lint import terms as terms_module
from lint.terms import Terms


@pytest.fixture(scope="session")
def terms() -> Terms:
    return terms_module.load()
