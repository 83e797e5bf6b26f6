"""Short answers: whether a sentence says yes or no to the question before it, or the contrary ("Not at present.", "Partly.")."""

from __future__ import annotations

from lint.language.units import Sentence

_WORDS = {
    "no": "no", "not": "no", "nope": "no", "never": "no", "yes": "yes", "often": "yes", "usually": "yes", "partly": "yes",
    "sometimes": "yes", "possibly": "yes", "perhaps": "yes", "maybe": "yes", "probably": "yes", "occasionally": "yes", "rarely": "yes", "seldom": "yes",
    "slightly": "yes", "somewhat": "yes", "likely": "yes", "apparently": "yes", "unlikely": "no", "hardly": "no", "barely": "no",
    "true": "yes", "correct": "yes", "fact": "yes", "false": "no", "myth": "no", "fiction": "no", "nonsense": "no", "rubbish": "no",
    "definitely": "yes", "absolutely": "yes", "certainly": "yes", "undoubtedly": "yes", "indeed": "yes", "yep": "yes",
}  # fmt: skip
_PHRASES = {
    ("a", "little"): "yes", ("a", "bit"): "yes", ("a", "lot"): "yes", ("a", "great", "deal"): "yes", ("very", "much", "so"): "yes", ("much", "so"): "yes",
    ("of", "course"): "yes", ("you", "bet"): "yes", ("no", "doubt"): "yes", ("without", "doubt"): "yes", ("without", "a", "doubt"): "yes",
    ("to", "some", "extent"): "yes", ("to", "a", "degree"): "yes", ("up", "to", "a", "point"): "yes", ("so", "it", "seems"): "yes", ("so", "it", "appears"): "yes",
    ("far", "from", "it"): "no", ("old", "wives'", "tale"): "no", ("old", "wives", "tale"): "no", ("the", "opposite"): "contrary", ("the", "reverse"): "contrary",
    ("on", "the", "contrary"): "contrary", ("the", "other", "way", "round"): "contrary", ("the", "other", "way", "around"): "contrary",
}  # fmt: skip
"""Answers of several words."""
_THINKS = frozenset((
    "think", "thinks", "believe", "believes", "seem", "seems", "appear", "appears", "suspect", "suspects", "suggests", "say", "says", "looks",
))  # fmt: skip
"""What an answer says before its last word, "so" or "not" ("Doctors think so.", "It seems not.")."""
_SOME = frozenset(("some", "many", "most", "certain", "a"))
_AFRAID = {"so": "yes", "not": "no"}
"""What an answer ends with behind "afraid" ("I'm afraid so.")."""
_DOUBTS = frozenset(
    (
        "probably",
        "possibly",
        "perhaps",
        "maybe",
        "certainly",
        "definitely",
        "absolutely",
        "usually",
        "often",
        "apparently",
    )
)
_REGRETS = frozenset((
    "sadly", "unfortunately", "alas", "regrettably", "well", "oh", "ah", "happily", "thankfully", "fortunately", "luckily", ",",
))  # fmt: skip
_OPENERS = _REGRETS | frozenset((
    "almost", "simply", "a",
    "only", "just", "very", "highly", "rather", "quite", "maybe", "perhaps", "if", "anything", "it", "that", "is", "'s", "an", "total", "pure", "complete",
    "answer", ":", "short", "the", "in", "long", "run", "general", "a", "word", "most", "people", "cases", "on", "whole", "quite",
))  # fmt: skip
"""What may stand before the word that answers."""
_ANSWERERS = frozenset(("it", "you", "they", "he", "she", "we", "that", "this", "these", "those"))
_REPEATED = frozenset((
    "is", "are", "do", "does", "have", "has", "can", "will", "would", "could", "may", "might", "was", "were", "did", "helps", "help", "ca", "wo",
))  # fmt: skip
_SURELY = frozenset(("certainly", "definitely", "really", "indeed", "probably"))
_BESIDE_A_SHARE = frozenset(("yes", "no", "in", "of", "for", "about", "all", "them", "perhaps", "now", "only"))
_DASHES = frozenset(("\u2013", "\u2014", "-"))
_MARKS = _DASHES | {"n't", ",", ":"}
_LONGEST = 4
_LONGEST_REFUSAL = 12
_SHORT = 7
_STUDIES = frozenset(("study", "studies", "trial", "trials", "research", "one", "evidence"))
_SHOWN = frozenset(("shown", "showed", "shows", "found", "finds", "proved", "proven", "suggested", "suggests"))
_PROOFS = frozenset(("evidence", "proof", "sign", "link", "reason", "truth", "connection"))
_REFUSALS = (
    ("nothing", "in", "it"), ("nothing", "in", "that"), ("no", "truth", "in", "it"), ("no", "truth", "in", "that"), ("says", "not"), ("say", "not"), ("says", "no"),
    ("say", "no"), ("suggests", "not"), ("suggest", "not"), ("nothing", "to", "do", "with", "it"), ("come", "back", "clean"), ("nothing", "to", "suggest", "it"), ("nothing", "to", "suggest", "that"), ("nothing", "to", "show"),
    ("nothing", "suggests"),
)  # fmt: skip
"""How an answer ends or goes on that denies what was asked."""


def word(sentence: Sentence) -> str:
    """Return "yes" or "no" for a sentence that answers, "" for any other."""
    words = [
        "," if unit.word in _DASHES else unit.word
        for unit in sentence.units
        if unit.type or unit.word[:1].isalnum() or unit.word in _MARKS
    ]
    if words[-2:-1] == ["afraid"] and words[-1] in _AFRAID:
        return _AFRAID[words[-1]]
    if words[-2:-1] and words[-2] in _THINKS and words[-1] in _AFRAID and len(words) <= _LONGEST_REFUSAL:
        return "no" if {"n't", "not"} & set(words) else "yes"
    if words[:1] and words[0] in ("in", "for") and words[1:2] and words[1] in _SOME and len(words) <= _LONGEST:
        return "yes"
    return _phrase(words) or _first(words) or _closing(words) or _repeating(words) or _refusing(sentence, words)


def share(sentence: Sentence) -> int | None:
    """Return the unit of the share that a sentence answers with and says nothing besides ("In about two thirds."), None for none."""
    places = sentence.of_type("share", "most")
    plain = [
        unit
        for at, unit in enumerate(sentence.units)
        if at not in places and unit.type != "people" and not unit.filler and unit.word[:1].isalpha()
    ]
    return places[0] if len(places) == 1 and all(not u.type and u.word in _BESIDE_A_SHARE for u in plain) else None


def _phrase(words: list[str]) -> str:
    """Return what an answer of several words says ("Of course not.", "Only a little.", "No, just the opposite."), else ""."""
    for at in range(len(words)):
        for phrase, said in _PHRASES.items():
            if tuple(words[at : at + len(phrase)]) == phrase:
                follows = words[at + len(phrase)] if at + len(phrase) < len(words) else ""
                if follows in ("", ","):
                    return said
                if follows in ("not", "n't") and said == "yes":
                    return "no"
        if words[at] not in _OPENERS and words[at] != "no":
            break
    return ""


def _first(words: list[str]) -> str:
    at = 0
    while at < len(words) - 1 and words[at] in _OPENERS:
        at += 1
    if at >= len(words) or words[at] not in _WORDS:
        return ""
    follows = words[at + 1] if at + 1 < len(words) else ""
    if words[at] in _DOUBTS:
        # Before a statement a doubt is no answer ("Usually it is mild.").
        return "no" if follows == "not" else "yes" if follows in ("", ",", "so", "yes") else ""
    if follows not in ("", ",") and not _REGRETS.issuperset(words[:at]):
        return ""
    plain = words[at] in ("yes", "no", "not", "nope", "never", "yep")
    return _WORDS[words[at]] if plain or follows in ("", ",") else ""


def _closing(words: list[str]) -> str:
    """Return the "no" or "yes" that an answer ends with behind a comma ("In most cases, no."), else ""."""
    return words[-1] if 3 <= len(words) <= _LONGEST_REFUSAL and words[-2:] in ([",", "no"], [",", "yes"]) else ""


def _repeating(words: list[str]) -> str:
    """Return what an answer says that repeats only the verb of the question ("You have not.", "They do, in some people.")."""
    if words[:1] in (["a"], ["answer"]):
        words = words[2:] if words[1:2] == [":"] else words[1:]
    words = words[: words.index(",")] if "," in words else words
    if words[1:2] and words[1] in _SURELY:
        words = [words[0], *words[2:]]
    if not 2 <= len(words) <= _LONGEST or words[0] not in _ANSWERERS or words[1] not in _REPEATED:
        return ""
    rest = set(words[2:])
    return (
        ""
        if rest
        - {"do", "so", "not", "n't", "indeed", "certainly", "definitely", "sometimes", "often", "well", "probably"}
        else "no"
        if rest & {"not", "n't"}
        else "yes"
    )


def _refusing(sentence: Sentence, words: list[str]) -> str:
    """Return "no" for an answer that there is no proof of what was asked, or nothing in it."""
    if len(words) > _LONGEST_REFUSAL or any(unit.type == "condition" for unit in sentence.units):
        return ""
    for phrase in _REFUSALS:
        if any(tuple(words[at : at + len(phrase)]) == phrase for at in range(len(words))):
            return "no"
    studied = any(said in _STUDIES for said in words) and any(said in _SHOWN for said in words)
    if studied and "no" in words[:3] and words[-2:-1] and words[-1] in _REPEATED | {"this", "that", "so"}:
        return "no"
    negated = next((at for at, said in enumerate(words) if said == "no"), 0)
    if negated and len(words) <= _SHORT and _PROOFS & set(words[negated + 1 : negated + 3]):
        return "no"
    if words[:1] != ["there"] or not _PROOFS & set(words[2:6]):
        return ""
    return "no" if {"no", "little", "not"} & set(words[:4]) else ""
