"""Which drug is for which disease, on pages about several: lists, tables, headings, what only tells people apart."""

from __future__ import annotations

import pytest

from lint.language.extractor import Extractor
from tests.language.reading import slots

JOINTS = "# Arthritis drugs\n\n"


def targets(extractor: Extractor, text: str) -> list[tuple[object, ...]]:
    return slots(extractor, text, "therapy-target", "therapy", "target", "relation")


def test_what_tells_cases_apart_belongs_to_the_target(extractor: Extractor) -> None:
    text = f"{JOINTS}Methotrexate is used for severe gout that has not settled, and not for mild gout.\n"
    assert targets(extractor, text)[0] == ("Methotrexate", "severe gout that has not settled", "for")


def test_listed_diseases_are_a_claim_each(extractor: Extractor) -> None:
    text = f"{JOINTS}Hydroxychloroquine is prescribed for lupus, malaria and mild rheumatoid arthritis.\n"
    assert [target for _, target, _ in targets(extractor, text)] == ["lupus", "malaria", "mild rheumatoid arthritis"]


def test_the_year_of_a_licence_is_no_part_of_the_target(extractor: Extractor) -> None:
    text = f"{JOINTS}Methotrexate was approved for psoriasis in 1972.\n"
    assert targets(extractor, text) == [("Methotrexate", "psoriasis", "for")]


def test_the_disease_of_the_page_is_a_target_where_it_is_named(extractor: Extractor) -> None:
    text = "# Gout\n\nSteroids are used to treat gout. Medicines for gout include colchicine.\n"
    assert targets(extractor, text) == [("Steroids", "gout", "for"), ("colchicine", "gout", "for")]


def test_what_treatment_includes_is_for_the_disease_of_the_page(extractor: Extractor) -> None:
    page = "# Gout\n\nTreatment may include colchicine, an ice pack, naproxen and oral steroids.\n"
    assert [drug for drug, target, _ in targets(extractor, page) if target == "gout"] == [
        "colchicine",
        "naproxen",
        "oral steroids",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Medicines that cause gout include aspirin.",
        "Treatment of back pain includes naproxen.",
        "Drugs to prevent gout include allopurinol.",
    ],
)
def test_what_is_not_for_the_disease_of_the_page(extractor: Extractor, text: str) -> None:
    assert targets(extractor, f"# Gout\n\n{text}\n") == []


def test_on_a_page_about_two_diseases_each_is_a_target(extractor: Extractor) -> None:
    text = "# Gout and lupus\n\nMedicines for gout include:\n\n- allopurinol\n- colchicine\n"
    assert targets(extractor, text) == [("allopurinol", "gout", "for"), ("colchicine", "gout", "for")]


def test_a_table_tells_by_bare_names_for_which_type_a_drug_is(extractor: Extractor) -> None:
    page = (
        "# Epilepsy\n\n| Seizure type | First choice | Avoid |\n|---|---|---|\n"
        "| Focal | lamotrigine | |\n| Absence | ethosuximide | carbamazepine |\n"
    )
    assert slots(extractor, page, "therapy-target", "therapy", "target", "relation") == [
        ("lamotrigine", "Focal", "for"),
        ("ethosuximide", "Absence", "for"),
        ("carbamazepine", "Absence", "not-for"),
    ]


def test_an_item_that_says_whom_its_drug_is_for_is_not_of_the_lead_in(extractor: Extractor) -> None:
    page = "# Melanoma\n\nDrugs for advanced melanoma:\n\n- dabrafenib, if there is a BRAF mutation\n- nivolumab\n"
    found = slots(extractor, page, "therapy-target", "therapy", "target")
    assert ("dabrafenib", "advanced melanoma") not in found
    assert ("nivolumab", "advanced melanoma") in found


def test_a_table_of_ticks(extractor: Extractor) -> None:
    table = "| Drug | Gout | Lupus |\n|---|---|---|\n| Allopurinol | ✓ | ✗ |\n| Belimumab | No | Yes |\n"
    assert sorted(targets(extractor, JOINTS + table), key=str) == [
        ("Allopurinol", "gout", "for"),
        ("Allopurinol", "lupus", "not-for"),
        ("Belimumab", "gout", "not-for"),
        ("Belimumab", "lupus", "for"),
    ]


def test_a_disease_in_the_caption_is_no_target_of_each_row(extractor: Extractor) -> None:
    table = (
        "<h1>Tablets</h1><table><caption>Drugs for gout</caption><tr><th>Drug</th><th>For</th></tr>"
        "<tr><td>Belimumab</td><td>lupus</td></tr></table>"
    )
    found = slots(extractor, table, "therapy-target", "therapy", "target")
    assert found == [("Belimumab", "lupus")]


def test_a_condition_before_a_colon_is_what_the_drugs_behind_it_are_for(extractor: Extractor) -> None:
    text = f"{JOINTS}- If it is CCP-positive: methotrexate, and in some people rituximab.\n"
    assert [drug for drug, _, _ in targets(extractor, text)] == ["methotrexate", "rituximab"]


@pytest.mark.parametrize(
    "text",
    [
        "People with lupus who take a statin live as long as others.",
        "Women on allopurinol with lupus need blood tests.",
        "If you have gout and take aspirin, drink plenty of water.",
        "People with gout who cannot be given allopurinol see a specialist.",
        "The cost of allopurinol for gout has gone down.",
        "Lupus may come on in patients who have been treated with hydralazine.",
    ],
)
def test_a_drug_that_only_tells_people_apart_is_for_nothing(extractor: Extractor, text: str) -> None:
    assert targets(extractor, JOINTS + text + "\n") == []


def test_a_denial_in_what_tells_apart_is_none_of_the_statement(extractor: Extractor) -> None:
    text = "# Breast cancer\n\nTucatinib is for HER2-positive tumours without a PIK3CA mutation.\n"
    assert targets(extractor, text) == [("Tucatinib", "HER2-positive tumours without a PIK3CA mutation", "for")]


def test_it_is_the_drug_and_not_what_the_drug_is_said_to_be(extractor: Extractor) -> None:
    text = f"{JOINTS}Belimumab is a targeted drug, and it is used for lupus.\n"
    assert targets(extractor, text) == [("Belimumab", "lupus", "for")]


def test_initials_are_the_disease_that_the_page_spells_out(extractor: Extractor) -> None:
    text = "# Blood cancers\n\nMantle cell lymphoma grows slowly.\n\nIbrutinib is approved for MCL.\n"
    assert targets(extractor, text) == [("Ibrutinib", "MCL", "for")]


def test_a_trial_in_a_list_of_treatments_is_no_treatment(extractor: Extractor) -> None:
    text = f"{JOINTS}Treatments for lupus include:\n\n- hydroxychloroquine\n- a clinical trial of rituximab\n"
    assert targets(extractor, text) == [("hydroxychloroquine", "lupus", "for")]


def test_a_drug_explained_by_another_disease_is_only_explained(extractor: Extractor) -> None:
    page = "# Gout\n\nCarbamazepine, a drug used to treat epilepsy, can bring it on.\n"
    assert targets(extractor, page) == []


def test_what_is_given_for_complications_is_not_for_the_disease(extractor: Extractor) -> None:
    page = "# Gout\n\nComplications of gout are treated with antibiotics. Gout is treated with colchicine.\n"
    assert targets(extractor, page) == [("colchicine", "Gout", "for")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Allopurinol lowers uric acid and is taken for gout.", "gout"),
        ("Allopurinol, which acts on cells, is a treatment for gout.", "gout"),
        ("Gout that has not settled can be treated with allopurinol.", "Gout that has not settled"),
        ("Gout that is severe or cannot be borne is treated with allopurinol.", "Gout"),
    ],
)
def test_what_a_drug_or_a_case_is_like_leaves_whom_it_is_for(extractor: Extractor, text: str, target: str) -> None:
    found = targets(extractor, f"{JOINTS}{text}\n")
    assert [(drug.lower(), for_) for drug, _, for_ in found] == [("allopurinol", "for")]
    assert found[0][1].startswith(target)


def test_drugs_of_one_tablet_are_named_together(extractor: Extractor) -> None:
    text = "# Hepatitis\n\nSofosbuvir/velpatasvir, sold as Epclusa, is the usual therapy for hepatitis C.\n"
    assert targets(extractor, text) == [("Sofosbuvir/velpatasvir", "hepatitis C", "for")]
    assert slots(extractor, text, "identity", "a", "b") == [("Sofosbuvir/velpatasvir", "Epclusa")]


def test_a_form_that_a_drug_is_denied_is_not_one_that_it_is_for(extractor: Extractor) -> None:
    text = "# Lung cancer\n\n- Squamous lung cancer: pemetrexed is not used.\n"
    assert targets(extractor, text) == [("pemetrexed", "Squamous", "not-for")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Naproxen is of little use.", [("Naproxen", "not-for")]),
        ("Naproxen is usually avoided.", [("Naproxen", "not-for")]),
        ("Naproxen tends not to work.", [("Naproxen", "not-for")]),
        ("Naproxen does not help.", [("Naproxen", "not-for")]),
        ("Your first drug will be naproxen.", [("naproxen", "for")]),
    ],
)
def test_a_drug_under_the_heading_of_a_form(extractor: Extractor, text: str, wanted: list[tuple[str, str]]) -> None:
    found = targets(extractor, f"# Breast cancer\n\n## HER2-positive breast cancer\n\n{text}\n")
    assert [(drug, relation) for drug, target, relation in found if target == "HER2-positive"] == wanted


def test_items_below_these_are_for(extractor: Extractor) -> None:
    text = f"{JOINTS}These are only for severe gout:\n\n- febuxostat\n- pegloticase\n- a mask\n"
    assert ("febuxostat", "severe gout", "for") in targets(extractor, text)


def test_what_stands_behind_a_semicolon_is_not_denied(extractor: Extractor) -> None:
    text = "# Leukaemia\n\nChlorambucil has no place in disease with a TP53 mutation; ibrutinib is preferred.\n"
    assert not [claim for claim in targets(extractor, text) if claim[0] == "ibrutinib" and claim[2] == "not-for"]


def test_one_target_is_told_once(extractor: Extractor) -> None:
    text = f"{JOINTS}Colchicine is an alternative for people with gout who cannot take steroids.\n"
    assert [drug for drug, *_ in targets(extractor, text)] == ["Colchicine"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Steroids help in gout but on their own have no place in lupus.", [("gout", "for"), ("lupus", "not-for")]),
        ("Steroids often cure gout if it is found early.", [("gout if it is found early", "for")]),
        ("For gout you may be put on steroids.", [("gout", "for")]),
    ],
)
def test_what_goes_on_behind_a_disease(extractor: Extractor, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(target, relation) for _, target, relation in targets(extractor, f"{JOINTS}{text}\n")] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Imatinib is wasted here: it is for RET.", [("Imatinib", "RET", "for")]),
        ("Some are RET-positive. Selpercatinib works in these. Imatinib doesn't.", [
            ("Selpercatinib", "RET-positive", "for"), ("Imatinib", "RET-positive", "not-for"),
        ]),
    ],
)  # fmt: skip
def test_a_gene_alone_and_a_verb_left_out(extractor: Extractor, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert targets(extractor, f"# Lung cancer\n\n{text}\n") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Naproxen is not recommended.", [("Naproxen", "gout", "not-for")]),
        ("Gout gets worse with diuretics.", [("diuretics", "Gout", "not-for")]),
        ("If the test is negative, naproxen does not help.", []),
    ],
)
def test_what_does_not_help_the_disease_of_the_page(
    extractor: Extractor, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    assert targets(extractor, f"# Gout\n\n{text}\n") == wanted
