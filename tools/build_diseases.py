"""Build rules/general/diseases.txt: names of diseases, one a line, lower case, in alphabetical order.

usage: build_diseases.py NAMES.tsv

NAMES.tsv holds names and synonyms with their category, as counted from MedQuAD (Ben Abacha and Demner-Fushman 2019,
CC BY 4.0; see NOTICE). Kept are names that end in a word for a disease, and single words with a disease's ending:
symptoms, procedures and abbreviations are not conditions that a claim is about.
"""

import re
import sys
from pathlib import Path

ENDINGS = re.compile(
    r"(?:itis|osis|oses|oma|omas|emia|aemia|uria|pathy|trophy|plasia|sclerosis|plegia|ectasis|iasis|ism|cele|phobia|penia|philia)\Z"
)
NOUNS = frozenset(
    [
        "disease",
        "diseases",
        "syndrome",
        "syndromes",
        "disorder",
        "disorders",
        "cancer",
        "cancers",
        "deficiency",
        "anemia",
        "dystrophy",
        "infection",
        "infections",
        "fever",
        "tumor",
        "tumors",
        "attack",
        "failure",
        "stroke",
        "diabetes",
        "asthma",
        "palsy",
        "sclerosis",
        "leukemia",
        "lymphoma",
        "melanoma",
        "sarcoma",
        "carcinoma",
        "neoplasm",
        "neoplasms",
        "fibrosis",
        "cirrhosis",
        "shock",
        "stones",
        "poisoning",
        "injury",
        "defect",
        "defects",
        "malformation",
        "dementia",
        "epilepsy",
        "lupus",
        "psoriasis",
        "arrhythmia",
        "fibrillation",
        "hypertension",
        "migraine",
        "insomnia",
        "apnea",
        "neuralgia",
        "ataxia",
        "albinism",
        "dwarfism",
        "cataract",
        "glaucoma",
    ]
)
SINGLE = frozenset(
    [
        "stroke",
        "diabetes",
        "asthma",
        "gout",
        "acne",
        "influenza",
        "malaria",
        "shingles",
        "lupus",
        "measles",
        "mumps",
        "rubella",
        "tuberculosis",
        "aids",
        "epilepsy",
        "migraine",
        "dementia",
        "eczema",
        "autism",
        "obesity",
        "hypertension",
        "osteoporosis",
        "cholera",
        "ebola",
        "rabies",
        "tetanus",
        "polio",
        "chickenpox",
        "smallpox",
        "depression",
        "glaucoma",
        "insomnia",
        "gallstones",
        "pneumonia",
        "hepatitis",
        "emphysema",
        "hemophilia",
        "preeclampsia",
        "eclampsia",
    ]
)
TOO_WIDE = frozenset(
    [
        "carcinoma",
        "sarcoma",
        "neoplasm",
        "tumor",
        "cancer",
        "metastasis",
        "anemia",
        "leukemia",
        "infection",
        "disease",
        "syndrome",
        "disorder",
        "adenoma",
        "necrosis",
        "diagnosis",
        "prognosis",
        "stenosis",
        "thrombosis",
        "fibrosis",
        "metabolism",
        "organism",
        "mechanism",
        "symptom",
        "dialysis",
        "analysis",
        "hypnosis",
    ]
)


def names(rows: list[str]) -> list[str]:
    """Return the names to keep."""
    kept = set()
    for row in rows:
        name, _, category = row.partition("\t")
        if "disease" not in category or re.search(r"[^A-Za-z' -]|\s-\s|^-|-$", name):
            continue
        words = re.findall(r"[a-z]+", name.lower().replace("'s", ""))
        if not words or len(words) > 7 or max(map(len, words)) < 4:
            continue
        last = words[-1]
        if len(words) == 1:
            good = last in SINGLE or bool(ENDINGS.search(last) and last not in TOO_WIDE and len(last) > 6)
        else:
            good = last in NOUNS or bool(ENDINGS.search(last))
        if good:
            kept.add(" ".join(words))
    return sorted(kept)


def main() -> None:
    """Write the list beside the packs."""
    rows = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    target = Path(__file__).parent.parent / "rules" / "general" / "diseases.txt"
    target.write_text("\n".join(names(rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
