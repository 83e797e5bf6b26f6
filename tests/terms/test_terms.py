"""What is found in copy, at which words and with what in their place; and what is right and stays unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import terms as terms_module
from lint.terms import Terms
from tests.terms.pages import found, page, slots


def test_every_use_in_the_packs_holds(terms: Terms) -> None:
    assert [str(error) for error in terms_module.prove(terms)] == []


def test_a_bare_term_that_nothing_can_rewrite_is_told(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    text = "substitutes:\n  lodge: [cabin]\nterms:\n  - willow lodge\n  - elder hall\n"
    (tmp_path / "house" / "terms.yml").write_text(text, encoding="utf-8")
    errors = terms_module.prove(terms_module.load([tmp_path]))
    assert [(error.line, "can never be found" in error.message) for error in errors] == [(5, True)]


def test_the_packs_know_enough_fixed_terms_and_words(terms: Terms) -> None:
    knowledge = terms.knowledge
    both = [term for term in knowledge.terms if {use.wrong for use in term.uses} == {True, False}]
    assert len(both) >= 300
    bare = [term for term in knowledge.terms if term not in both]
    # Those that are given bare are proved right as they stand, and wrong with a substitute in them.
    assert len(bare) >= 400
    assert all([use.wrong for use in term.uses] == [False] for term in bare)
    medical = (terms_module.pack_folders.builtin_directory() / "general" / "lexicon-medical.txt").read_text().split()
    assert len(medical) >= 8000
    assert len(medical) == len(set(medical))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurse said it was bosom cancer.", ("bosom cancer", "breast cancer", "wrong-word")),
        ("Three lymph hubs were taken out.", ("lymph hubs", "lymph nodes", "wrong-word")),
        ("The (lymph hub) was cut out.", ("lymph hub", "lymph node", "wrong-word")),
        ("It is kind 2 diabetes.", ("kind 2 diabetes", "type 2 diabetes", "wrong-word")),
        ("LYMPH HUBS were taken out.", ("LYMPH HUBS", "LYMPH NODES", "wrong-word")),
        ("Her tumour is hormone receptor-positive or -harmful.", ("harmful", "negative", "wrong-word")),
        ("An ER-positive or -pessimistic tumour.", ("pessimistic", "negative", "wrong-word")),
        ("A triple-horrible breast cancer.", ("horrible", "negative", "wrong-word")),
        (
            "It was seen by magnetic resonance imagining.",
            ("magnetic resonance imagining", "magnetic resonance imaging", "wrong-word"),
        ),
        ("He had prostrate cancer.", ("prostrate", "prostate", "wrong-word")),
        ("The kidney disappointment came late.", ("kidney disappointment", "kidney failure", "wrong-word")),
        ("When it metastizes, it goes to bone.", ("metastizes", "metastasizes", "misspelling")),
        ("A course of chemotherpy began.", ("chemotherpy", "chemotherapy", "misspelling")),
        ("Carcimona was ruled out.", ("Carcimona", "Carcinoma", "misspelling")),
        ("Ask the Royal Insitiute of Nursing.", ("Insitiute", "Institute", "misspelling")),
        ("People with Alzheimers disease forget.", ("Alzheimers", "Alzheimer's", "misspelling")),
        ("It goes to lymphinfo-icon nodes.", ("lymphinfo-icon", "lymph", "residue")),
        ("The drug reduces in- flammation of the bowel.", ("in- flammation", "inflammation", "residue")),
        ("A liposarcom after all.", ("liposarcom", "liposarcoma", "misspelling")),
        ("It is a fungle rash.", ("fungle", "fungal", "misspelling")),
        ("He had acute pancreatis twice.", ("pancreatis", "pancreatitis", "misspelling")),
        ("Her colesterol is high.", ("colesterol", "cholesterol", "misspelling")),
        ("The colonscopy was clear.", ("colonscopy", "colonoscopy", "misspelling")),
        ("She has soriasis on the scalp.", ("soriasis", "psoriasis", "misspelling")),
        ("It is Hashimotos thyroiditis.", ("Hashimotos", "Hashimoto's", "misspelling")),
        ("All adultsaged 65 need the vaccine.", ("adultsaged", "adults aged", "residue")),
        ("The thyroidgland is small.", ("thyroidgland", "thyroid gland", "residue")),
        ("It warms thebody at night, and medicine helps.", ("thebody", "the body", "residue")),
        ("It is found in a hundred countries3, they say.", ("countries3", "countries", "residue")),
        ("A rnelanoma was found.", ("rnelanoma", "melanoma", "misspelling")),
        ("After the anesthisia wore off he slept.", ("anesthisia", "anesthesia", "misspelling")),
        ("Amoxicilin cures ear infections.", ("Amoxicilin", "Amoxicillin", "misspelling")),
        ("It is typical of measles4,5 in adults.", ("measles4,5", "measles", "residue")),
        ("He had a second heart attack12, they said.", ("attack12", "attack", "residue")),
        ("Symptoms of weightloss came early.", ("weightloss", "weight loss", "residue")),
        ("Take {{drug_name}} every day.", ("{{drug_name}}", "", "residue")),
        ("The treatmentsare many.", ("treatmentsare", "treatments are", "residue")),
        ("Growth HormoneProducing tumours.", ("HormoneProducing", "Hormone Producing", "residue")),
        ("It came back after the treatment.1 Later it spread.", ("1", "", "residue")),
        ("It spread to the lung in one of the cancers2.", ("cancers2", "cancers", "residue")),
    ],
)
def test_wrong_words_are_found_at_their_place(terms: Terms, text: str, expected: tuple[str, str, str]) -> None:
    assert found(terms, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They were bosom buddies, and she felt a lump in the chest.",
        "The network hub failed; several hub genes were found.",
        "Harmful outcomes and harmful effects were rare.",
        "Of the lymph, hub and node were asked.",
        "Is it malignant growth or a benign one?",
        "HER2-positive and negative tumours, ER- and PR-positive ones, PR+ and N0.",
        "Ribociclib, palbociclib and abemaciclib; hydroxyzine and hydralazine; infliximab and rituximab.",
        "A new drug, zelatuximab, and another, porociclib, were tested.",
        "Haemorrhage, oedema, tumour, oestrogen; hemorrhage, edema, tumor, estrogen.",
        "Dr Herniak and Mrs Carcino met Professor Limphan in Astmara.",
        "Babesia microti and Mycobacterium avium intracellulare.",
        "Enlarged lymph glands; white blood cells and platelets.",
        "A toothache, an earache, heartbeats and bedwetting.",
        "He lay prostrate; the choir sang a chord; legions of fans came.",
        "A 2.5 mg tablet, vitamin B12, type2, stage4, covid19 and interleukin6.",
        "Visit cancercenter.org, write to hormonetherapy@hospital.org or see @treatmentsare.",
        "Slamon DJ, Clark GM. A trial of a drug.",
        "Onabotulinumtoxin A is injected for migraine.",
        "Fibrodysplasia ossificans progressiva stiffens muscles.",
        "Care is pre- and postnatal.",
        "Macrodontia is rare, and so is a thoracoabdominal aneurysm.",
        "A new drug, zelaciclovir, was tested; the phase2 trial is over.",
    ],
)
def test_right_words_stay_unsaid(terms: Terms, text: str) -> None:
    assert found(terms, text) == []


def test_words_in_code_addresses_and_attributes_are_no_copy(terms: Terms) -> None:
    text = "See [the page](https://example.org/chemotherpy) and `chemotherpy`.\n\n<!-- chemotherpy -->\n"
    assert found(terms, text) == []


def test_page_furniture_is_found_as_a_block_of_its_own(terms: Terms) -> None:
    text = "# Spread\n\nRate this post\n\nYou may rate this post of yours as you like it.\n\nComments are closed\n"
    assert [quote for quote, _, _ in found(terms, text)] == ["Rate this post", "Comments are closed"]


def test_an_unrelated_link_is_found(terms: Terms) -> None:
    text = "Bone pain is common.\n\nRead More: Ten Ways to Pay Less for Your Car\n\nRead more about it below.\n"
    assert [quote for quote, _, _ in found(terms, text)] == ["Read More: Ten Ways to Pay Less for Your Car"]


LOST = """Breast cancer can spread to bone, and it often does so without any pain.

while there is no cure for it, many live for years with good care at home.

Treatment goes on for as long as it helps, and is changed when it does not.

Ask your nurse what the plan is, and whom you can call at night.
"""


def test_a_lost_beginning_is_found_on_a_page_whose_other_paragraphs_have_theirs(terms: Terms) -> None:
    assert found(terms, LOST) == [("while", "While", "residue")]
    assert found(terms, LOST.lower()) == []
    # One paragraph of four may have lost it; where it is one of two, the page is written so.
    assert found(terms, f"{LOST}\n{LOST}") == [("while", "While", "residue")] * 2
    assert found(terms, LOST.replace("Treatment", "treatment")) == []


def test_a_paragraph_that_goes_on_after_a_list_lost_no_beginning(terms: Terms) -> None:
    text = LOST.replace("without any pain.", "in these places:\n\n- hip\n- spine")
    assert found(terms, text) == []


def test_entities_and_soft_hyphens_are_part_of_the_words(terms: Terms) -> None:
    claims = terms.claims(page("<p>a&nbsp;bosom&nbsp;cancer and che&shy;mo&shy;therpy</p>", "page.html"))
    assert [slots(claim)[:2] for claim in claims] == [
        ("bosom&nbsp;cancer", "breast cancer"),
        ("che&shy;mo&shy;therpy", "chemotherapy"),
    ]
    # What stands in the source is not what a reader sees: a person has to mend it.
    assert [claim.slots["safe"] for claim in claims] == ["no", "no"]


def test_footnotes_in_markup_of_their_own_are_right(terms: Terms) -> None:
    assert found(terms, "<p>It returned after treatment.<sup>1</sup> Later it spread.</p>", "page.html") == []
    assert found(terms, "<p>It returned in some cancers<sup>2</sup>.</p>", "page.html") == []


def test_two_spellings_on_one_page_are_told_apart_from_errors(terms: Terms) -> None:
    claims = terms.claims(page("The tumour grew. Another tumor shrank; the tumor is gone."))
    assert [(slots(claim), claim.slots["safe"]) for claim in claims] == [(("tumour", "tumor", "mixed-spelling"), "no")]


def test_of_one_mistake_one_claim_is_made(terms: Terms) -> None:
    assert len(terms.claims(page("A magnetic reverberation imagining scan."))) == 1


def test_a_term_does_not_go_on_in_the_next_block(terms: Terms) -> None:
    assert found(terms, "## Sites of metastasis\n\nBreast cancer goes to bone.\n\n- lymph\n- hubs of a network\n") == []


def test_a_short_unknown_word_that_is_repeated_is_a_name(terms: Terms) -> None:
    assert found(terms, "Its tumorr grew.") == [("tumorr", "tumor", "misspelling")]
    assert found(terms, "The tumorr tool. Start tumorr, stop tumorr, and ask tumorr.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A swollen in ammation of the knee.", ("in ammation", "inflammation", "residue")),
        ("The disease was diagn osed late.", ("diagn osed", "diagnosed", "residue")),
        ("She has Alzeimer's disease.", ("Alzeimer's", "Alzheimer's", "misspelling")),
        ("Chrons disease came back.", ("Chrons", "Crohn's", "misspelling")),
        ("He had neumonia.", ("neumonia", "pneumonia", "misspelling")),
        ("An anesthesialogist came.", ("anesthesialogist", "anesthesiologist", "misspelling")),
        ("Rest apnoea tires you.", ("Rest apnoea", "Sleep apnoea", "wrong-word")),
        ("A relocation of the lungs: lung relocate.", ("lung relocate", "lung transplant", "wrong-word")),
        ("Her skin splints hurt.", ("skin splints", "shin splints", "wrong-word")),
        ("The pain eased.The swelling stayed.", ("eased.The", "eased. The", "residue")),
    ],
)
def test_words_that_came_apart_or_are_heard_wrongly_are_found(
    terms: Terms, text: str, expected: tuple[str, str, str]
) -> None:
    assert found(terms, text) == [expected]


def test_a_word_of_software_is_no_slip_of_a_word_of_medicine(terms: Terms) -> None:
    assert found(terms, "Write the log to stdout; the dicts and the combinators of systemd stay as they are.") == []
