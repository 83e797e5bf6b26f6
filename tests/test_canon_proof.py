"""The examples of a canon: read below their condition, judged, and told where they do not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from lint.canon import Canon, load
from lint.canon_proof import prove
from lint.claims import Claim, Place
from lint.documents.document import Document
from tests.claim_maker import MBC, claim, packs

HEAD = "sources:\n  review: {title: A review}\nclaims:\n"
SHARE = """\
  - id: {id}
    kind: site-frequency
    condition: metastatic breast cancer
    site: bone
    event: {event}
    low: {low}
    high: {high}
    sources: [review]
    reviewed: 2026-11-01
"""


@dataclass
class Stub:
    """A reader that finds in a document the claims that belong to the sentences in it."""

    known: Mapping[str, tuple[Claim, ...]]
    seen: list[str] = field(default_factory=list)

    def claims(self, document: Document) -> tuple[Claim, ...]:
        self.seen.append(document.text)
        found = []
        for words, claims in self.known.items():
            start = document.source.find(words)
            if start >= 0:
                place = Place(document.path, start, start + len(words), 1, 1, 1, 1, words)
                found += [replace(made, place=place) for made in claims]
        return tuple(found)


def share(value: float, event: str = "any") -> Claim:
    return claim("site-frequency", site="bone", low=value, high=value, event=event, population="")


SAID = {
    "Bone in 70%.": (share(70),),
    "Bone in 5%.": (share(5),),
    "At diagnosis, bone in 5%.": (share(5, "diagnosis"),),
    "Bone in 70% and in 5%.": (share(70), share(5)),
    "Lungs in 5%.": (claim("site-frequency", site="lung", low=5, high=5, event="any", population=""),),
    "Metastatic breast cancer": (share(5),),  # what a heading says is not what the example says
}


def canon(tmp_path: Path, examples: str, *more: str) -> Canon:
    path = tmp_path / "claims.yml"
    first = SHARE.format(id="bone", event="any", low=60, high=75) + f"    examples:\n{examples}"
    path.write_text(HEAD + first + "".join(more))
    return load([path], packs())


@pytest.mark.parametrize(
    "examples",
    [
        "      agrees: [Bone in 70%.]\n      contradicts: [Bone in 5%.]\n",
        "      ignores: [Lungs in 5%., Nothing is said here.]\n",
        "      ignores: ['At diagnosis, bone in 5%.']\n",
    ],
)
def test_examples_that_hold_give_no_error(tmp_path: Path, examples: str) -> None:
    assert prove(canon(tmp_path, examples), packs(), Stub(SAID)) == []


@pytest.mark.parametrize(
    ("expected", "sentence", "says"),
    [
        (
            "agrees",
            "Bone in 5%.",
            "should agree with 'bone', but it was read as site-frequency of metastatic breast cancer",
        ),
        ("agrees", "Nothing is said.", "but no claim was read in it"),
        ("agrees", "Bone in 70% and in 5%.", "should agree with 'bone'"),
        ("agrees", "Lungs in 5%.", "which is not compared with it"),
        ("contradicts", "Bone in 70%.", "should contradict 'bone', but it was read as"),
        ("contradicts", "Lungs in 5%.", "should contradict 'bone'"),
        ("ignores", "Bone in 70%.", "should have nothing to do with 'bone'"),
    ],
)
def test_an_example_that_does_not_hold_is_told_at_its_place(
    tmp_path: Path, expected: str, sentence: str, says: str
) -> None:
    made = canon(tmp_path, f"      {expected}:\n        - {sentence}\n")
    (error,) = prove(made, packs(), Stub(SAID))
    line = (tmp_path / "claims.yml").read_text().split("\n").index(f"        - {sentence}") + 1
    assert (Path(error.path or "").name, error.line, error.column) == ("claims.yml", line, 11)
    assert says in error.message
    assert repr(sentence) in error.message


def test_the_whole_canon_judges(tmp_path: Path) -> None:
    """A share that fits another event's claim is right, so it contradicts none of the two."""
    first = SHARE.format(id="bone-first", event="first", low=4, high=10)
    (error,) = prove(canon(tmp_path, "      contradicts: [Bone in 5%.]\n", first), packs(), Stub(SAID))
    assert "should contradict 'bone'" in error.message


def test_a_sentence_is_read_below_a_heading_with_its_condition(tmp_path: Path) -> None:
    stub = Stub(SAID)
    prove(canon(tmp_path, "      agrees: [Bone in 70%.]\n"), packs(), stub)
    assert stub.seen == [f"{MBC.capitalize()}\nBone in 70%."]


def test_errors_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    made = canon(tmp_path, "      agrees: [Bone in 5%., Bone in 70%., Lungs in 5%.]\n")
    assert [error.message.rsplit(": ", 1)[1] for error in prove(made, packs(), Stub(SAID))] == [
        "'Bone in 5%.'",
        "'Lungs in 5%.'",
    ]
