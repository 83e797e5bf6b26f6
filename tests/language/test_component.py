from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc, DocBin

CURABLE = "Metastatic breast cancer cannot be cured."
SHARE = "Bone metastases occur in about 70% of women with advanced breast cancer."


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("medcopy")
    return pipeline


def claims(doc: Doc) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = doc._.medcopy
    return found


def test_the_entry_point_is_enough_in_a_program_that_imports_nothing_of_ours() -> None:
    program = f"""
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("medcopy")
print([(c["kind"], c["curable"]) for c in nlp({CURABLE!r})._.medcopy])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[('curability', 'no')]"


def test_claims_are_plain_dicts_with_the_names_of_the_json_output(nlp: Language) -> None:
    [claim] = claims(nlp(SHARE))
    assert type(claim) is dict
    assert claim["kind"] == "site-frequency"
    assert claim["condition"] == "metastatic breast cancer"
    assert (claim["site"], claim["low"], claim["high"], claim["event"]) == ("bone", 70, 70, "any")
    assert (claim["certainty"], claim["polarity"]) == ("definite", "affirmed")


def test_a_text_without_claims_has_an_empty_list(nlp: Language) -> None:
    assert claims(nlp("")) == []
    assert claims(nlp("Bring a list of your questions to the visit.")) == []
    assert claims(nlp.make_doc(CURABLE)) == []  # a Doc that did not go through the pipeline


@pytest.mark.parametrize(
    "text",
    [
        f"{SHARE} {CURABLE}",
        f"Caf\u00e9, \U0001f600 \u2013 \u201cwords\u201d.\r\n\r\n{SHARE}\r\n{CURABLE}",
        "Metastatic breast  cancer can\u00adnot\nbe cured. Bone metastases occur in about 70\u00a0% of women with it.",
        f"\ufeff{CURABLE}",
        f"%PDF-1.7 is how such a file begins. {CURABLE}",
        f"A zero byte \x00 in a text. {CURABLE}",
        f"# A sign\n\n* <b>bold</b> &amp; so on\n\n{CURABLE}",
    ],
)
def test_offsets_are_those_of_the_doc(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert claims(doc)
    for claim in claims(doc):
        assert doc.text[claim["start"] : claim["end"]] == claim["quote"]
        span = doc.char_span(claim["start"], claim["end"], alignment_mode="expand")
        assert span is not None
        assert claim["quote"] in span.text


def test_two_claims_in_one_span_are_both_there(nlp: Language) -> None:
    found = claims(nlp("Letrozole and anastrozole are used for hormone receptor-positive breast cancer."))
    assert [claim["therapy"] for claim in found] == ["Letrozole", "anastrozole"]
    assert len({(claim["start"], claim["end"]) for claim in found}) == 1


def test_claims_survive_bytes_and_doc_bin(nlp: Language) -> None:
    doc = nlp(f"{SHARE} {CURABLE}")
    assert srsly.msgpack_loads(srsly.msgpack_dumps(claims(doc))) == claims(doc)
    assert claims(Doc(nlp.vocab).from_bytes(doc.to_bytes())) == claims(doc)
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [read] = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert list(claims(read)) == claims(doc)  # spaCy gives back the lists of a DocBin as tuples


def test_docs_of_a_stream_have_their_own_claims(nlp: Language) -> None:
    def texts() -> Iterator[str]:
        yield CURABLE
        yield "No claim here."
        yield SHARE

    assert [[c["kind"] for c in claims(doc)] for doc in nlp.pipe(texts())] == [["curability"], [], ["site-frequency"]]


def test_a_pipeline_is_saved_with_its_settings_and_loaded_again(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    (rules / "prostate-cancer").mkdir(parents=True)
    (rules / "prostate-cancer" / "names.yml").write_text(
        "diseases:\n  prostate cancer:\n    names: [ca prostate]\n", encoding="utf-8"
    )
    first = spacy.blank("en")
    first.add_pipe("medcopy", config={"rules": [str(rules)], "packs": ["general", "oncology", "prostate-cancer"]})
    first.to_disk(tmp_path / "saved")
    text = "Metastatic ca prostate cannot be cured."
    assert [c["condition"] for c in claims(spacy.load(tmp_path / "saved")(text))] == ["metastatic prostate cancer"]
    without = spacy.blank("en")
    without.add_pipe("medcopy", config={"packs": ["general"]})
    assert [c["condition"] for c in claims(without(text))] != ["metastatic prostate cancer"]


def test_settings_of_the_wrong_type_are_refused_by_spacy() -> None:
    with pytest.raises(ValueError, match="rules"):
        spacy.blank("en").add_pipe("medcopy", config={"rules": 3})
