"""The pattern language: what each construct matches and does not, and what is said of a pattern that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import PackError
from lint.language.grammar import compiled
from tests.language.reading import claims
from tests.language.toy import build, frame, pattern


def quotes(folder: Path, phrase: str, text: str, more: str = "") -> list[str]:
    found = claims(build(folder, pattern(phrase, more=more)), f"# Grey rot\n\n{text}")
    return [e.quote for claim in found for e in claim.evidence if e.role == "pattern"]


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("moves on", "It moves on.", "moves on"),
        ("moves on", "It MOVES\nON.", "MOVES ON"),
        ("(moves|runs) on", "It runs on.", "runs on"),
        ("moves quickly? on", "It moves on.", "moves on"),
        ("moves quickly? on", "It moves quickly on.", "moves quickly on"),
        ("(so it)? moves on", "And so it moves on.", "so it moves on"),
        ("<grow> fast", "It grew fast.", "grew fast"),
        ("<grow> fast", "It is growing fast.", "growing fast"),
        ("<grow> fast", "It is on the march fast.", "on the march fast"),
        ("a <swelling>", "It shows as a radicitis.", "radicitis"),
        ("{site} moves", "The root moves.", "root moves"),
        ("{_site} moves", "The root moves.", "root moves"),
        ("moves .. on", "It moves from bed to bed on.", "moves from bed to bed on"),
        (
            "moves ... on",
            "It moves from one bed to that of my neighbour on.",
            "moves from one bed to that of my neighbour on",
        ),
        ("^ moves", "Nobody knows why, moves it does.", "moves"),
        ("moves $", "It moves; it is alive.", "moves"),
        ("moves on", "It moves very often on.", "moves very often on"),
    ],
)
def test_a_construct_matches(tmp_path: Path, phrase: str, text: str, quote: str) -> None:
    assert quotes(tmp_path, phrase, text) == [quote]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("moves on", "It on moves."),
        ("moves on", "It moves upon."),
        ("moves on", "It removes on."),
        ("(moves|runs) on", "It walks on."),
        ("moves quickly? on", "It moves slowly on."),
        ("<grow> fast", "It growls fast."),
        ("a <swelling>", "It shows as a swelling."),
        ("{site} moves", "The leaf moves."),
        ("moves .. on", "It moves from one bed to the other bed on."),
        ("moves .. on", "It moves; then goes on."),
        ("moves ... on", "It moves but goes on."),
        ("^ moves", "It never moves."),
        ("moves $", "It moves now."),
    ],
)
def test_a_construct_does_not_match(tmp_path: Path, phrase: str, text: str) -> None:
    assert quotes(tmp_path, phrase, text) == []


def test_an_expression_is_compiled_for_a_sentence_that_has_its_parts_in_their_order(tmp_path: Path) -> None:
    reader = build(tmp_path, pattern("(moves|runs) (so quickly|too fast) {_site}? on"))
    compiled.cache_clear()
    for text in ("Quickly, so it is said, it moves on.", "It runs too slowly on.", "On it runs too fast."):
        assert claims(reader, f"# Grey rot\n\n{text}") == []
    assert compiled.cache_info().misses == 0
    assert len(claims(reader, "# Grey rot\n\nIt runs too fast on.")) == 1
    assert compiled.cache_info().misses == 1


def test_an_open_slot_takes_the_words_of_its_clause(tmp_path: Path) -> None:
    found = claims(build(tmp_path, pattern("{cause} feeds it")), "# Grey rot\n\nIn summer, warm wet soil feeds it.")
    assert [claim.slots["cause"] for claim in found] == ["warm wet soil"]


def test_a_mention_fills_its_slot_and_an_unread_one_does_not(tmp_path: Path) -> None:
    text = "# Grey rot\n\nThe root moves."
    assert [c.slots["part"] for c in claims(build(tmp_path / "a", pattern("{site} moves")), text)] == ["root"]
    assert [c.slots["part"] for c in claims(build(tmp_path / "b", pattern("{_site} moves")), text)] == [None]


def test_negation_counts_unless_the_phrase_holds_it(tmp_path: Path) -> None:
    text = "# Grey rot\n\nIt does not move on."
    assert [c.polarity for c in claims(build(tmp_path / "a", pattern("move on")), text)] == ["negated"]
    assert [c.polarity for c in claims(build(tmp_path / "b", pattern("not move on")), text)] == ["affirmed"]


def test_a_pattern_that_needs_a_topic_reads_only_under_it(tmp_path: Path) -> None:
    reader = build(tmp_path, pattern("moves on", more="\n  needs: growth"))
    assert len(claims(reader, "# Grey rot\n\n## Its growth\n\nIt moves on.")) == 1
    assert claims(reader, "# Grey rot\n\n## Its price\n\nIt moves on.") == []


def test_the_higher_rank_wins_where_two_patterns_read_the_same_words(tmp_path: Path) -> None:
    slow = "- id: slow\n  kind: pace\n  rank: 1\n  set: {speed: slow}\n  says: ['moves on slowly']\n"
    found = claims(build(tmp_path, pattern("moves on") + slow), "# Grey rot\n\nIt moves on slowly.")
    assert [claim.slots["speed"] for claim in found] == ["slow"]


def test_a_frame_finds_its_parts_in_any_order(tmp_path: Path) -> None:
    reader = build(tmp_path, frame("{share}", "<grow>"))
    for text in ("It grows on 5% of them.", "On 5% of them it grows."):
        assert [claim.slots["low"] for claim in claims(reader, f"# Grey rot\n\n{text}")] == [5]
    assert claims(reader, "# Grey rot\n\nIt dies on 5% of them.") == []


@pytest.mark.parametrize(
    ("text", "found"), [("20% grow.", 1), ("In the root it is 20%.", 1), ("It is 20%.", 0), ("Grey rot: 20%.", 0)]
)
def test_a_frame_takes_one_of_classes_and_mentions(tmp_path: Path, text: str, found: int) -> None:
    assert len(claims(build(tmp_path, frame("{share}", "<grow|site>")), f"# Grey rot\n\n{text}")) == found


def test_a_class_vetoes_a_phrase_from_anywhere_in_its_clause(tmp_path: Path) -> None:
    reader = build(tmp_path, pattern("moves on", more="\n  without: [grow]"))
    assert claims(reader, "# Grey rot\n\nIt moves on to grow.") == []
    assert len(claims(reader, "# Grey rot\n\nIt moves on, and it may grow.")) == 1


def test_a_class_vetoes_a_frame(tmp_path: Path) -> None:
    reader = build(tmp_path, frame("{share}", more="\n  without: [grow]"))
    assert len(claims(reader, "# Grey rot\n\nIt stays on 5% of them.")) == 1
    assert claims(reader, "# Grey rot\n\nIt grows on 5% of them.") == []


WRONG = [
    ("", "nothing in it must be there"),
    ("..", "nothing in it must be there"),
    ("grows?", "nothing in it must be there"),
    ("(grows", "a bracket is not closed"),
    ("grows)", "a bracket closes that was not opened"),
    ("? grows", "'?' stands at the wrong place"),
    ("<grow", "'<' is not understood"),
    ("{site", "'{' is not understood"),
    ("<leap>", "there is no word class <leap>"),
    ("{leaf} grows", "{leaf} is neither a mention nor an open slot of pace"),
    ("{speed} grows", "{speed} is neither a mention nor an open slot of pace"),
]


@pytest.mark.parametrize(("phrase", "message"), WRONG)
def test_a_wrong_phrase_is_refused_at_its_place_with_what_is_wrong(tmp_path: Path, phrase: str, message: str) -> None:
    with pytest.raises(PackError) as error:
        build(tmp_path, pattern("grows", phrase))
    text = (tmp_path / "general" / "rules.yml").read_text(encoding="utf-8").splitlines()
    assert error.value.line is not None
    assert text[error.value.line - 1] == f"  - '{phrase}'"
    assert error.value.column == 5
    assert error.value.message.startswith("pattern 'grows'")
    assert message in error.value.message


@pytest.mark.parametrize(
    ("finds", "message"),
    [
        (("<grow>",), "the first of 'finds' is the mention that is read"),
        (("share",), "neither a {mention} nor a <class>"),
        (("{share}", "<leap>"), "there is no word class <leap>"),
        (("{leap}",), "there is no mention {leap}; there are: "),
    ],
)
def test_a_wrong_frame_is_refused(tmp_path: Path, finds: tuple[str, ...], message: str) -> None:
    with pytest.raises(PackError, match=r"rules\.yml:\d+:\d+: pattern 'share'") as error:
        build(tmp_path, frame(*finds))
    assert message in error.value.message


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("\n  needs: [weather]", "there is no topic 'weather'; the topics are: growth"),
        ("\n  holds: {colour: [grow]}", "pace has no slot 'colour'"),
        ("\n  lacks: {cause: [leap]}", "there is no word class 'leap'"),
    ],
)
def test_what_stands_beside_the_phrases_is_checked_too(tmp_path: Path, more: str, message: str) -> None:
    with pytest.raises(PackError, match="pattern 'grows'") as error:
        build(tmp_path, pattern("grows", more=more))
    assert message in error.value.message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: pace", "kind: pase", "there is no kind 'pase'; the kinds are: pace, share"),
        ("set: {speed: fast}", "set: {sped: fast}", "pace has no slot 'sped' to set; it has: "),
    ],
)
def test_a_pattern_names_a_kind_and_slots_that_exist(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(PackError) as error:
        build(tmp_path, pattern("grows").replace(old, new))
    assert message in error.value.message
