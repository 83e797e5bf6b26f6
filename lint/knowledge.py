"""What a run knows: packs, terms and canon of a project, and the proof that the examples in them hold.

Nothing is read before it is asked for: a run whose answers are all remembered looks at the marks of the files alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lint import canon as canon_module
from lint.cache import Cache, proof_key
from lint.canon import Canon
from lint.errors import MedcopyError, Problems
from lint.pages import PageReader, Recipe
from lint.project import Project
from lint.stages import stage


@dataclass(frozen=True)
class Knowledge:
    """Packs, terms and canon, read when they are asked for.

    ``salt`` tells of all that the claims of a page depend on beside its content, ``canon_mark`` of the names and the
    content of the ``claims`` files.
    """

    recipe: Recipe
    claims: tuple[Path, ...]
    salt: str
    canon_mark: str

    @cached_property
    def reader(self) -> PageReader:
        """What reads pages; its packs and terms raise PackError or Problems with every error at its place."""
        return PageReader(self.recipe)

    @cached_property
    def canon(self) -> Canon | None:
        """The approved statements; raises CanonError or Problems with every error at its place."""
        with stage("rules and approved statements"):
            return canon_module.load(self.claims, self.reader.packs) if self.claims else None


@dataclass(frozen=True, slots=True)
class Proof:
    """Examples that were read and judged: what of, how many, and an error for each that does not hold."""

    what: str
    examples: int
    errors: Sequence[MedcopyError]


def load(project: Project, canon: bool = True) -> Knowledge:
    """Return what a project knows; raises PackError for folders and files of packs that cannot be read."""
    recipe = Recipe(project.rule_directories, project.packs, project.pipeline)
    mark = recipe.salt(*recipe.digests())
    claims = project.claims if canon else ()
    return Knowledge(replace(recipe, mark=mark), claims, mark, _mark(claims))


def _mark(claims: Sequence[Path]) -> str:
    """Return a mark of claims files; of one that cannot be read, for which reading it has the words, its name alone."""
    mark = hashlib.sha256()
    for path in claims:
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        mark.update(f"{path.as_posix()}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
    return mark.hexdigest() if claims else ""


def prove_packs(knowledge: Knowledge, own: Sequence[Path] | None = None) -> Iterator[Proof]:
    """Run the examples of the patterns and of the terms; of those in the folders ``own`` alone, where it is given."""
    from lint import proof
    from lint import terms as terms_module

    reader = knowledge.reader
    if own is not None:
        patterns = tuple(pattern for pattern in reader.packs.patterns if _within(pattern.path, own))
        yield Proof("pattern", 0, proof.prove(replace(reader.packs, patterns=patterns), reader.extractor))
        yield Proof("term", 0, [e for e in terms_module.prove(reader.terms) if _within(e.path or "", own)])
        return
    examples = sum(len(pattern.examples) for pattern in reader.packs.patterns)
    yield Proof("pattern", examples, proof.prove(reader.packs, reader.extractor))
    known = reader.terms.knowledge
    uses = [len(rule.uses) for rules in (known.terms, known.frames, known.confusions, known.residue) for rule in rules]
    yield Proof("term", sum(uses), terms_module.prove(reader.terms))


def _within(path: str, folders: Sequence[Path]) -> bool:
    return any(Path(path).absolute().is_relative_to(folder) for folder in folders)


def prove_canon(knowledge: Knowledge) -> Iterator[Proof]:
    """Run the examples of the canon."""
    from lint import canon_proof

    extractor = knowledge.reader.extractor
    if knowledge.canon is not None:
        examples = sum(1 for _ in knowledge.canon.examples)
        errors = canon_proof.prove(knowledge.canon, extractor.packs, extractor) if examples else []
        yield Proof("approved statement", examples, errors)


def ensure_proved(knowledge: Knowledge, project: Project, cache: Cache) -> None:
    """Prove packs of the project's own and its canon once before their first use; raises Problems when one fails.

    The packs that ship are proved where they are made, and by ``medcopy claims check``. Without a cache there is nothing to remember a proof by, and
    every run proves anew.
    """
    if project.rules:
        _once(proof_key(knowledge.salt), cache, prove_packs(knowledge, project.rules))
    if knowledge.claims:
        _once(proof_key(knowledge.salt, knowledge.canon_mark), cache, prove_canon(knowledge))


def _once(key: str, cache: Cache, proofs: Iterator[Proof]) -> None:
    if cache.get(key) is True:
        return
    errors = [error for proof in proofs for error in proof.errors]
    if errors:
        raise Problems(errors)
    cache.put(key, True)
