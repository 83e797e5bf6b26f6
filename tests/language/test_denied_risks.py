"""What denies a risk without a "not": "is no cause of", "adds nothing to", "hardly", "little protection"."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots


@pytest.mark.parametrize(
    ("sentence", "direction"),
    [
        ("Green tea is no cause of stroke.", "none"),
        ("Green tea puts you at no greater risk of stroke.", "none"),
        ("Green tea adds nothing to the risk of stroke.", "none"),
        ("Green tea gives no protection against stroke.", "none"),
        ("Green tea hardly raises the risk of stroke.", "none"),
        ("Green tea is no doubt a cause of stroke.", "increases"),
        ("Green tea carries no small risk of stroke.", "increases"),
        ("Green tea gives a little protection against stroke.", "decreases"),
    ],
)
def test_no_before_what_a_factor_does_denies_it(extractor: Extractor, sentence: str, direction: str) -> None:
    assert slots(extractor, f"# Stroke\n\n{sentence}\n", "risk-factor", "factor", "direction") == [
        ("Green tea", direction)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is doubtful that green tea prevents strokes.",
        "Some doctors doubt that green tea prevents strokes.",
        "Few experts believe that green tea prevents strokes.",
    ],
)
def test_what_is_doubted_is_not_stated(extractor: Extractor, sentence: str) -> None:
    assert slots(extractor, f"# Stroke\n\n{sentence}\n", "risk-factor", "factor", "direction") == []


@pytest.mark.parametrize(
    "predicate",
    [
        "neither raises nor lowers the risk of stroke",
        "neither causes nor prevents strokes",
        "comes with no added risk of stroke",
    ],
)
def test_neither_nor_and_with_no_deny(extractor: Extractor, predicate: str) -> None:
    text = f"# Stroke\n\nGreen tea {predicate}.\n"
    assert slots(extractor, text, "risk-factor", "factor", "direction") == [("Green tea", "none")]


def test_a_drug_that_is_never_given_alone_is_not_for_nobody(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nPertuzumab is never given on its own for HER2-positive breast cancer.\n"
    assert slots(extractor, text, "therapy-target", "therapy", "relation") == []
