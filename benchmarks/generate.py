"""Articles for measurements, made of sentences from a fixed seed: the same on every machine."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

CLAIMS = (
    "Metastatic breast cancer cannot be cured, but it can be treated.",
    "Bone is the most common site of metastasis.",
    "About {n}% of women with metastatic breast cancer develop metastases in the bone.",
    "Breast cancer in the bone is not bone cancer.",
    "Drinking alcohol raises the risk of breast cancer.",
    "Of 100 women with early breast cancer, about {n} are alive after five years.",
)
PROSE = (
    "Bring a list of your questions to the visit and write the answers down.",
    "Our nurses answer the telephone on weekdays from nine to five.",
    "You may eat and drink as usual before the scan unless you are told otherwise.",
    "Many people find it helpful to talk with somebody who has been through the same.",
    "The letter with your results is sent to you and to your family doctor.",
    "Side effects such as tiredness often pass a few weeks after treatment ends.",
    "Ask the pharmacist before you take other medicines, vitamins or herbs.",
    "A physiotherapist shows you exercises that you can do at home, every day.",
    "The operation takes about two hours, and most people go home on the next day.",
    "Tumour cells are looked at under a microscope, which takes up to ten days.",
    "Some hospitals offer a class in which you learn how to look after the wound.",
    "It is normal to feel angry, sad or relieved, sometimes all on one morning.",
)


def page(number: int, words: int = 500) -> str:
    """Return an article of about so many words; one sentence in twelve is a claim."""
    chance = random.Random(number)
    parts, count = [f"# Living with metastatic breast cancer, part {number}\n"], 0
    while count < words:
        sentences = [
            chance.choice(CLAIMS).format(n=chance.randint(60, 75)) if chance.random() < 1 / 12 else chance.choice(PROSE)
            for _ in range(5)
        ]
        paragraph = " ".join(sentences)
        count += len(paragraph.split())
        parts.append(paragraph + "\n")
    return "\n".join(parts)


def quiet(words: int = 500) -> str:
    """Return an article with nothing medical in it."""
    chance = random.Random(words)
    plain = [sentence for sentence in PROSE[:2]]
    return "# A visit\n\n" + " ".join(chance.choice(plain) for _ in range(words // 12)) + "\n"


def listing(items: int) -> str:
    """Return an article that is one list."""
    return "# Metastatic breast cancer\n\nIt spreads to:\n\n" + "".join(
        f"- place {n} of the body\n" for n in range(items)
    )


def table(rows: int) -> str:
    """Return an article that is one table."""
    head = "# Metastatic breast cancer\n\n| Site | Share of patients |\n|---|---|\n"
    return head + "".join(f"| place {n} | {n % 90 + 1}% |\n" for n in range(rows))


def corpus(folder: Path, pages: int, words: int = 500) -> None:
    """Write a project with so many articles, and the approved statements of this repository."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    shutil.copy(Path(__file__).parent.parent / "claims.yml", folder)
    (folder / "medcopy.yml").write_text("corpus: [pages]\nclaims: [claims.yml]\n")
    for number in range(pages):
        (folder / "pages" / f"page{number:06}.md").write_text(page(number, words))
