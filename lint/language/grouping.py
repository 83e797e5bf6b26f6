"""Forms of a disease that stand together in a sentence: listed, or one form told by two findings."""

from __future__ import annotations

from dataclasses import dataclass

from lint.language.units import Sentence

_CARRIED = frozenset((
    "with", "carry", "carries", "carrying", "harbour", "harbours", "harbouring", "harbor", "harbors", "harboring",
    "has", "have", "having", "without",
))  # fmt: skip
_SMALL = frozenset((
    "a", "an", "the", "that", "which", "whose", "also", "both", "is", "are", "either", "for", "in", "those", "more",
    "recently", "now",
    ",", "cancer", "cancers", "disease", "tumour", "tumours", "tumor", "tumors", "ones", "lesions", "them",
    "against", "with", "people", "women", "men", "patients", "inherited", "who", "were", "born",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that belong together: the first and last unit (exclusive), and the words for each form on its own."""

    first: int
    last: int
    names: tuple[str, ...]


def group_of(sentence: Sentence, at: int) -> tuple[int, int]:
    """Return the units of the forms that belong together with the one at a unit."""
    return next(((one.first, one.last) for one in groups(sentence) if one.first <= at < one.last), (at, at + 1))


def groups(sentence: Sentence) -> list[Group]:
    """Return the forms that a sentence names: "A and for B" are two in one group, "A with a B mutation" is one form."""
    found: list[Group] = []
    for at in sentence.of_type("form"):
        names = sentence.units[at].names
        if found:
            before = found[-1]
            between = [unit.word if unit.type in ("", "people") else "" for unit in sentence.units[before.last : at]]
            if not between:
                # "X+/Y-": one form, told by two findings.
                words = sentence.words(before.last - 1, at + 1)
                found[-1] = Group(before.first, at + 1, (*before.names[:-1], " ".join(words.split())))
                continue
            links = [word for word in between if word not in _SMALL]
            # "Without a B mutation" may be one form.
            carried = [word for word in (*between, names[0].partition(" ")[0]) if word in _CARRIED]
            if carried and set(links) <= _CARRIED and "and" not in between:
                words = " ".join(sentence.words(before.first, at + 1).split())
                found[-1] = Group(
                    before.first, at + 1, (*before.names[:-1], words if len(before.names) == 1 else before.names[-1])
                )
                continue
            if links == ["and"] and sentence.units[at].type == "marker" and len(between) <= 2:
                found[-1] = Group(before.first, at + 1, (f"{before.names[-1]} and {names[0]}",))
                continue
            if between and (links in (["and"], ["or"], ["nor"], ["&"]) or (not links and "," in between)):
                found[-1] = Group(before.first, at + 1, (*before.names, *names))
                continue
        found.append(Group(at, at + 1, names))
    return found
