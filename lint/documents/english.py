"""Tells pages in another language from English ones, with care: a page is English until shown otherwise."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
"""Characters that are looked at."""
_FEWEST = 30
"""Words below which no page is called foreign."""

# Words of one language that are rare in the others; those that English shares (die, man, in, a ..) are left out.
_FUNCTION_WORDS = {
    "en": (
        "the of and to is are was were that for with as by this from or which not you your have has it be can "
        "they may who if when their how what do does more about after our we will should"
    ),
    "de": (
        "der das und ist nicht mit für auf den dem ein eine einer einen von zu sich auch wird werden oder bei "
        "als nach wie sind kann über"
    ),
    "fr": (
        "le les des du et est une dans que qui pour pas sur avec sont au aux ce cette ou par plus elle ils "
        "vous être ont"
    ),
    "es": ("el los las del y es una en que por con para se no su al lo como más pero sus este esta son puede o"),
    "it": (
        "il lo gli della delle dei di e è che una per con non sono del nel alla da si anche come più questo questa può"
    ),
    "pt": ("os as do da dos das e é uma em que por com para não se no na ao mais como são pode ou sua seu"),
    "nl": ("het een van en is niet met voor op te dat zijn er ook aan bij als wordt worden door naar uw kan"),
    "pl": ("nie się jest na do to w z i że jak przez są lub oraz może po od dla"),
    "sv": ("och att det som en är av för på med till den inte om har ett kan vid eller"),
    "da": ("og at det som en er af for på med til den ikke om har et kan ved eller"),
    "fi": ("ja on ei että se ovat oli tai kun mutta voi myös joka ole"),
    "tr": ("ve bir bu için ile da de olarak daha olan gibi çok veya"),
    "ro": ("și de la cu pe care nu este din în sau sunt mai pentru"),
    "hu": ("a az és hogy nem egy is van meg vagy mint csak de"),
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


def is_english(text: str) -> bool:
    """Tell whether a page is English: short pages, lists and tables are, and so is whatever is in doubt."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    letters = "".join(words)
    if len(letters) >= 40 and sum(letter >= "\u0370" for letter in letters) * 2 > len(letters):
        return False  # another script
    if len(words) < _FEWEST:
        return True
    share = {language: sum(word in own for word in words) / len(words) for language, own in _WORDS.items()}
    english = share.pop("en")
    return english >= 0.15 or max(share.values()) < max(0.12, 2.5 * english)
