from __future__ import annotations

import pytest

from lint.documents.document import Block, Comment, Document, Segment
from lint.findings import Finding
from lint.suppression import Outcome, directives, suppress
from tests.claim_maker import claim

TEXTS = ("first", "second")


def page(*comments: tuple[str, int | None], path: str = "a.md") -> Document:
    source = "\n".join([*(f"<!-- {text} -->" for text, _ in comments), *TEXTS])
    found, at = [], 0
    for text, block in comments:
        found.append(Comment(f" {text} ", at, at + len(text) + 9, block))
        at += len(text) + 10
    blocks = (Block(0, 5, "paragraph"), Block(6, 12, "paragraph"))
    segments = (Segment(0, 5, at, at + 5), Segment(6, 12, at + 6, at + 12))
    return Document(path, source, "first\nsecond", blocks, segments, tuple(found))


def finding(rule: str, block: int, path: str = "a.md") -> Finding:
    made = claim("curability", curable="no", path=path, at=500 + block, block=block)
    return Finding(rule, "error", "says so", made.place, made)


def run(document: Document, *findings: Finding, **more: object) -> Outcome:
    return suppress(findings, directives(document), **more)  # type: ignore[arg-type]


def rules(outcome: Outcome) -> list[str]:
    return [f.rule for f in outcome.kept]


def test_a_directive_with_a_reason_accepts_the_rule_in_its_block() -> None:
    document = page(("medcopy: ignore contradicts-canon -- from a leaflet of 1990", 0))
    outcome = run(document, finding("contradicts-canon", 0), finding("contradicts-canon", 1), finding("overstated", 0))
    assert sorted(rules(outcome)) == ["contradicts-canon", "overstated"]
    assert [(s.finding.rule, s.reason) for s in outcome.suppressed] == [("contradicts-canon", "from a leaflet of 1990")]


def test_ignore_file_accepts_the_rule_in_the_whole_file_and_nowhere_else() -> None:
    document = page(("medcopy: ignore-file overstated, contradicts-canon -- an archive", None))
    outcome = run(
        document, finding("overstated", 0), finding("contradicts-canon", 1), finding("overstated", 0, path="b.md")
    )
    assert [(f.rule, f.place.path) for f in outcome.kept] == [("overstated", "b.md")]
    assert len(outcome.suppressed) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("medcopy: ignore contradicts-cannon -- why", "contradicts-cannon"),
        ("medcopy: ignore overstated, oversold -- why", "oversold"),
        ("medcopy: ignore overstated", "gives no reason"),
        ("medcopy: ignore overstated --", "gives no reason"),
        ("medcopy: ignore -- why", "names no rule"),
        ("medcopy: ignore", "names no rule"),
        ("medcopy: disable overstated -- why", "cannot be read"),
        ("medcopy ignore overstated -- why", "cannot be read"),
        ("medcopy:", "cannot be read"),
        ("medcopy: ignore bad-suppression -- why", "cannot be suppressed"),
    ],
)
def test_a_faulty_directive_is_told_and_suppresses_nothing(text: str, words: str) -> None:
    outcome = run(page((text, 0)), finding("overstated", 0))
    assert sorted(rules(outcome)) == ["bad-suppression", "overstated"]
    (bad,) = (f for f in outcome.kept if f.rule == "bad-suppression")
    assert words in bad.message
    assert bad.place.quote == f"<!-- {text} -->"
    assert (bad.place.line, bad.place.column) == (1, 1)
    assert not outcome.suppressed


def test_a_directive_after_the_last_block_is_told() -> None:
    assert rules(run(page(("medcopy: ignore overstated -- why", None)))) == ["bad-suppression"]


def test_other_comments_are_no_directives() -> None:
    assert not directives(page(("ask the medical reviewer about medcopy: ignore", 0), ("medcopying", 0)))


def test_what_suppresses_nothing_is_told_by_rule() -> None:
    document = page(("medcopy: ignore overstated, contradicts-canon -- why", 0))
    outcome = run(document, finding("overstated", 0))
    assert rules(outcome) == ["unused-suppression"]
    assert "contradicts-canon" in outcome.kept[0].message
    assert "overstated" not in outcome.kept[0].message


def test_a_rule_that_did_not_run_or_a_page_out_of_focus_does_not_make_a_suppression_unused() -> None:
    document = page(("medcopy: ignore overstated -- why", 0))
    assert rules(run(document)) == ["unused-suppression"]
    assert not rules(run(document, ran={"contradicts-canon"}))
    assert not rules(run(document, focus={"b.md"}))


def test_a_project_may_declare_rules_unsuppressible() -> None:
    document = page(("medcopy: ignore overstated -- why", 0))
    assert [d.fault for d in directives(document, {"overstated"})] == [
        "names a rule that cannot be suppressed: overstated"
    ]
