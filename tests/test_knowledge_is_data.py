"""Knowledge is data: no disease, organ or drug is named in lint/, in code, in strings, in comments or in docstrings."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import lint
from lint.inflection import plural
from lint.packs import Packs, load

CODE = Path(lint.__file__).parent
VOCABULARIES = ("sites", "diseases", "subtypes", "therapies")
ORDINARY = frozenset({("node",), ("nodes",), ("other",), ("others",), ("elsewhere",), ("als",)})
"""Names in the packs that are everyday words: a node of YAML, the other of two, elsewhere in a file, "as" in German."""

_WORD = re.compile(r"[a-z0-9]+[+\u2212]?")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|_")

Names = Mapping[tuple[str, ...], str]


def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


@pytest.fixture(scope="module")
def packs() -> Packs:
    return load()


@pytest.fixture(scope="module")
def names(packs: Packs) -> Names:
    """Every name of a site, a disease, a subtype or a drug that the packs know, in singular and plural, as words."""
    found: dict[tuple[str, ...], str] = {}
    for vocabulary in VOCABULARIES:
        for entry in packs.vocabularies[vocabulary].values():
            adjectives = entry.properties.get("adjectives")
            for name in (entry.id, *entry.names, *(adjectives if isinstance(adjectives, list) else ())):
                for form in (name, plural(name)):
                    found.setdefault(words(form), name)
    for name in packs.disease_names:
        found.setdefault(words(name), name)
    return {key: name for key, name in found.items() if key and key not in ORDINARY}


def texts(source: str) -> Iterator[tuple[int, str]]:
    """Yield the strings, comments and identifiers of a module with their lines."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
        elif token.type == tokenize.NAME:
            yield token.start[0], _HUMP.sub(" ", token.string)


def named(source: str, names: Names, packs: Packs) -> list[tuple[int, str]]:
    """Return the names that stand in a module, with their lines."""
    longest = max(map(len, names))
    drug = packs.stems["therapies"].match
    found = set()
    for line, text in texts(source):
        own = words(text)
        for at in range(len(own)):
            runs = (own[at : at + size] for size in range(1, longest + 1))
            found.update((line, names[run]) for run in runs if run in names)
            if drug(own[at]):
                found.add((line, own[at]))
    return sorted(found)


def test_no_disease_organ_or_drug_is_named_in_the_code(names: Names, packs: Packs) -> None:
    modules = [path for path in sorted(CODE.rglob("*.py")) if "_rules" not in path.parts]
    assert len(modules) > 50
    found = [
        f"{path.relative_to(CODE.parent).as_posix()}:{line}: {name}"
        for path in modules
        for line, name in named(path.read_text(encoding="utf-8"), names, packs)
    ]
    assert found == [], "knowledge belongs to rules/: name it there, or word the example without it"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ('if site == "bone":\n    pass\n', "bone"),
        ('"""Reads of Breast Cancer."""\n', "breast cancer"),
        ("x = 1  # as with a lymph node\n", "lymph node"),
        ("def in_the_liver() -> None: ...\n", "liver"),
        ("class LungClaim: ...\n", "lung"),
        ('f"{x} is HER2-positive"\n', "her2-positive"),
        ('r"(?:ER\\+)"\n', ""),
        ('TARGETS = {"ER+": 1}\n', "er+"),
        ('NAME = "tamoxifen"\n', "tamoxifen"),
        ('NAME = "examplinumab"\n', "examplinumab"),
        ('NAME = "marfan syndrome"\n', "marfan syndrome"),
        ('TAGS = ("hr", "other")\nnode = tail.node\n', ""),
    ],
)
def test_a_name_is_found_wherever_it_stands(source: str, name: str, names: Names, packs: Packs) -> None:
    found = {words(name) for _, name in named(source, names, packs)}
    assert (words(name) in found) if name else not found
