"""Packs: what is wrong is told with file, line and column; packs add to each other; a disease needs only YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.errors import MedcopyError, PackError, Problems
from lint.inflection import plural, verb_forms
from lint.language.extractor import Extractor
from lint.pack_folders import builtin_directory
from lint.packs import load
from tests.language.reading import claims, own_packs
from tests.language.toy import BASE, pattern


def told(folder: Path, text: str) -> list[MedcopyError]:
    with pytest.raises((PackError, Problems)) as error:
        own_packs(folder, general=text)
    return error.value.errors if isinstance(error.value, Problems) else [error.value]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("kings: {}\n", 1, 1, "unknown section 'kings'; the sections are: "),
        ("- a\n", 1, 1, "a file of rules holds sections"),
        ("kinds: [\n", 2, 1, "is not valid YAML"),
        ("light: [a]\nlight: [b]\n", 2, 1, "the key 'light' stands here twice (first in line 1)"),
        ("light: &x [a]\nfillers: *x\n", 2, 10, "YAML alias"),
        ("kinds:\n  pace: {about: it, key: [], compare: same}\n", 2, 9, "the key 'slots' is missing"),
        ("sites:\n  root: {adjectives: [x]}\n", 2, 9, "'root' needs a list of names"),
        ("cues:\n- kind: negation\n  word: [not]\n", 3, 3, "unknown key 'word'; the keys are: "),
        ("stems:\n  drugs: {endings: [mab]}\n", 2, 10, "there is no vocabulary 'drugs'; there are: "),
        ("patterns:\n- id: a\n  kind: pace\n", 2, 3, "a pattern needs either 'says' (phrases) or 'finds'"),
        ("patterns:\n- id: a\n  says: [x]\n", 2, 3, "the key 'kind' is missing"),
        ("patterns:\n- id: a\n  kind: k\n  says: [x]\n  weight: 3\n", 5, 3, "unknown key 'weight'"),
        (
            "patterns:\n- id: a\n  kind: k\n  says: [x]\n- id: a\n  kind: k\n  says: [y]\n",
            5,
            7,
            "the id 'a' stands twice (first in ",
        ),
        (
            "patterns:\n- id: a\n  kind: k\n  says: [x]\n  examples:\n  - text: t\n    claim: nothing\n",
            7,
            12,
            "expected the slots of the claim, or the word none",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, text: str, line: int, column: int, message: str) -> None:
    error = told(tmp_path, text)[0]
    assert error.path is not None
    assert error.path.endswith("general/rules.yml")
    assert message in error.message
    assert (error.line, error.column) == (line, column)


def test_every_error_of_a_pack_is_told_at_once(tmp_path: Path) -> None:
    assert len(told(tmp_path, "kings: {}\nqueens: {}\ncues:\n- kind: negation\n")) == 3


def test_a_folder_without_packs_and_a_pack_that_does_not_exist_are_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="is not a folder of rules"):
        load([tmp_path / "none"])
    with pytest.raises(PackError, match="holds no pack"):
        load([tmp_path])
    own_packs(tmp_path, general=BASE)
    with pytest.raises(PackError, match="there is no pack 'gout'; there are: general"):
        load([tmp_path], ["gout"])


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "general").mkdir()
    (tmp_path / "general" / "rules.yml").write_bytes(b"light: [caf\xe9]\n")
    with pytest.raises(PackError, match="is not UTF-8"):
        load([tmp_path])


def test_packs_add_to_each_other(tmp_path: Path) -> None:
    more = (
        "diseases:\n  grey rot: {names: [wet rot], of: rot}\n"
        "sites:\n  root: [taproot]\n  bud: [bud]\n"
        "classes:\n  grow: {words: [on its way]}\n"
    )
    packs = own_packs(tmp_path, general=BASE, rot=more)
    assert packs.vocabularies["diseases"]["grey rot"].names == ("grey mould", "wet rot")
    assert packs.vocabularies["diseases"]["grey rot"].properties == {"of": "rot"}
    assert packs.sites["root"].names == ("root", "roots", "taproot")
    assert {"grew", "on the march", "on its way"} <= set(packs.classes["grow"])
    assert set(packs.sites) == {"root", "stem", "bud"}


def test_the_digest_is_that_of_what_was_read(tmp_path: Path) -> None:
    first = own_packs(tmp_path / "a", general=BASE)
    assert own_packs(tmp_path / "b", general=BASE).digest == first.digest
    assert own_packs(tmp_path / "c", general=BASE + "light: [x]\n").digest != first.digest


def test_words_of_yaml_stay_words(tmp_path: Path) -> None:
    packs = own_packs(tmp_path, general="kinds: {}\nlight: [no, yes, on, off]\nfillers: [no]\n")
    assert packs.fillers == ("no",)


def test_a_made_up_disease_needs_only_yaml(tmp_path: Path) -> None:
    packs = own_packs(tmp_path, general=pattern("moves on", "{cause} feeds it"))
    found = claims(Extractor(packs), "# Grey mould\n\nIt often moves on.\n\nDamp soil feeds it.")
    assert [(c.kind, c.condition, c.slots["cause"], c.certainty) for c in found] == [
        ("pace", "grey rot", "", "usual"),
        ("pace", "grey rot", "Damp soil", "definite"),
    ]


def test_a_disease_added_to_the_packs_that_ship_is_read_by_their_rules(tmp_path: Path) -> None:
    (tmp_path / "rot").mkdir()
    (tmp_path / "rot" / "rot.yml").write_text("diseases:\n  blue glimmer: [glimmering]\n", encoding="utf-8")
    extractor = Extractor(load([builtin_directory(), tmp_path]))
    text = (
        "About 3% of adults have blue glimmer. Smoking increases the risk of glimmering. Blue glimmer cannot be cured."
    )
    assert [(c.kind, c.condition) for c in claims(extractor, text)] == [
        ("incidence", "blue glimmer"),
        ("risk-factor", "blue glimmer"),
        ("curability", "blue glimmer"),
    ]


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("grow", "grew"),
        ("carry", "carried"),
        ("stop", "stopped"),
        ("raise", "raising"),
        ("push up", "pushes up"),
        ("cut", "cutting"),
    ],
)
def test_forms_of_a_verb(verb: str, form: str) -> None:
    assert form in verb_forms(verb)


@pytest.mark.parametrize(
    ("noun", "many"), [("bone", "bones"), ("metastasis", "metastases"), ("biopsy", "biopsies"), ("mass", "masses")]
)
def test_the_plural_of_a_noun(noun: str, many: str) -> None:
    assert plural(noun) == many
