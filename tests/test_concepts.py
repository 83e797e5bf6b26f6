"""The same thing under another name has one concept; what differs by a "not" has not."""

from __future__ import annotations

import pytest

from lint.packs import load

CONCEPTS = load().concepts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("carrying extra weight after the change of life", "obesity after menopause"),
        ("oestrogen-only HRT", "estrogen alone"),
        ("the Pill", "oral contraceptives"),
        ("drinking even small amounts of alcohol", "alcohol"),
        ("a mother or sister with breast cancer", "family history of breast cancer"),
        ("breast tissue that looks dense on a mammogram", "dense breasts"),
        ("keeping active", "regular exercise"),
    ],
)
def test_one_concept(a: str, b: str) -> None:
    assert CONCEPTS.resolve("factor", a) is not None
    assert CONCEPTS.same("factor", a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("breastfeeding", "not breastfeeding"),
        ("obesity before menopause", "obesity after menopause"),
        ("combined HRT", "oestrogen-only HRT"),
        ("early menopause", "late menopause"),
        ("bras", "ditching the bra"),
    ],
)
def test_two_concepts(a: str, b: str) -> None:
    assert not CONCEPTS.same("factor", a, b)


def test_no_name_stands_for_two_concepts() -> None:
    seen: dict[frozenset[str], str] = {}
    for concept, names in CONCEPTS.names.items():
        for name in names:
            assert CONCEPTS.resolve("factor", name) is not None, (concept, name)
            assert seen.setdefault(frozenset((" ".join(name.lower().split()),)), concept) == concept, name
