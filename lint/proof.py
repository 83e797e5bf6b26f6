"""The examples of the packs as tests: every pattern must read what its examples say, and nothing where they say none."""

from __future__ import annotations

from collections.abc import Mapping

from lint.claims import Claim
from lint.documents import parse
from lint.errors import MedcopyError, PackError
from lint.language.extractor import Extractor
from lint.pack_entries import Example, Pattern
from lint.packs import Packs


def prove(packs: Packs, extractor: Extractor | None = None) -> list[MedcopyError]:
    """Run the examples of every pattern and return what does not hold: an empty list is a proof.

    A pattern without an example that it fires on is itself at fault. Raises PackError where a pattern does not compile.
    """
    reader = extractor or Extractor(packs)
    errors: list[MedcopyError] = []
    for pattern in packs.patterns:
        fired = False
        for example in pattern.examples:
            claims = read(example, reader, pattern)
            own = [
                claim for claim in claims if any(e.role == "pattern" and e.detail == pattern.id for e in claim.evidence)
            ]
            fired = fired or bool(own)
            fault = _fault(pattern, example, claims)
            if fault:
                errors.append(PackError(f"pattern {pattern.id!r}: {fault}", example.path, example.line, example.column))
        if not fired:
            message = f"pattern {pattern.id!r} is not proved: add an example that it reads"
            errors.append(PackError(message, pattern.path, pattern.line, pattern.column))
    return errors


def read(example: Example, extractor: Extractor, pattern: Pattern) -> list[Claim]:
    """Return the claims of an example's text (not those of its context).

    An example without a context stands below a heading that names the first disease that the pattern's kind is about.
    """
    context = example.context.strip() or _heading(pattern, extractor.packs)
    # A row goes on with the table of its context, anything else is a paragraph of its own.
    head = f"{context}\n" if context.endswith("|") else f"{context}\n\n" if context else ""
    document = parse((head + example.text + "\n").encode("utf-8"), "example.md")
    return [claim for claim in extractor.claims(document) if claim.place.end > len(head)]


def _heading(pattern: Pattern, packs: Packs) -> str:
    kind = packs.kinds[pattern.kind]
    nouns = packs.classes.get(kind.disease, ()) if kind.disease else None
    diseases = packs.vocabularies.get("diseases", {})
    fitting = (d for d in diseases if nouns is None or d.rpartition(" ")[2] in nouns)
    disease = next(fitting, "")
    return f"# {disease.capitalize()}" if disease else ""


def _fault(pattern: Pattern, example: Example, claims: list[Claim]) -> str:
    same = [claim for claim in claims if claim.kind == pattern.kind]
    if example.claim is None:
        if same:
            return f"“{example.text}” should give no {pattern.kind}, but it gives {_shown(same[0])}"
        return ""
    if any(_agrees(claim, example.claim) for claim in same):
        return ""
    given = "; ".join(_shown(claim) for claim in same) or "nothing"
    wanted = ", ".join(f"{name}: {value}" for name, value in example.claim.items())
    return f"“{example.text}” should give {wanted}, but it gives {given}"


def _agrees(claim: Claim, wanted: Mapping[str, object]) -> bool:
    return all(_same(_value(claim, name), value) for name, value in wanted.items())


def _value(claim: Claim, name: str) -> object:
    if name in ("condition", "certainty", "polarity"):
        return getattr(claim, name)
    return claim.slots.get(name)


def _same(given: object, wanted: object) -> bool:
    if isinstance(wanted, list):
        return isinstance(given, tuple) and sorted(map(str, given)) == sorted(map(str, wanted))
    if isinstance(wanted, int | float) and not isinstance(wanted, bool):
        return isinstance(given, int | float) and abs(given - wanted) < 0.01
    if isinstance(wanted, str) and isinstance(given, str):
        return given.lower() == wanted.lower()
    return given == wanted


def _shown(claim: Claim) -> str:
    slots = ", ".join(f"{name}: {_plain(value)}" for name, value in claim.slots.items() if value not in (None, ""))
    extra = "" if claim.certainty == "definite" else f", certainty: {claim.certainty}"
    return f"{slots}{extra}"


def _plain(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
