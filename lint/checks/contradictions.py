"""contradicts-canon, contradicts-page and contradicts-corpus: the odd ones out, each with all its other sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lint.checks.case import RELATED, Case, raise_finding
from lint.checks.wording import approved, figure, listing, more, say, site
from lint.comparison.disagreements import Odd, Scope
from lint.comparison.values import terms, value_key
from lint.findings import Raised


def against_canon(case: Case) -> Iterable[Raised]:
    """Report what the canon rules out."""
    return _raised(case, "canon")


def against_page(case: Case) -> Iterable[Raised]:
    """Report what the page itself rules out."""
    return _raised(case, "page")


def against_corpus(case: Case) -> Iterable[Raised]:
    """Report what other pages rule out."""
    return _raised(case, "corpus")


def _raised(case: Case, scope: Scope) -> Iterable[Raised]:
    for odd in case.disagreements.odd:
        if odd.scope == scope:
            canonical = odd.statement.judgement.canonical if scope == "canon" else None
            unsure = scope == "canon" and odd.statement.judgement.unsure
            listed = len({other.place for other in odd.opponents.listed})
            rest = more(max(odd.opponents.total, listed), min(listed, RELATED))
            yield raise_finding(
                f"contradicts-{scope}",
                odd.statement,
                _WORDS[scope](odd, case) + rest,
                odd.opponents.listed,
                canon=canonical.id if canonical else None,
                against=value_key(canonical.claim, odd.statement.kind) if canonical else odd.value,
                sides=odd.opponents.sides,
                severity="warning" if unsure else None,
            )


def _canon(odd: Odd, case: Case) -> str:
    statement, judgement = odd.statement, odd.statement.judgement
    assert judgement.canonical is not None
    statement_words = approved(judgement.canonical, case.canon, case.packs)
    kind, canonical = statement.kind, judgement.canonical
    extra = terms(statement.claim, kind) - terms(canonical.claim, kind) - frozenset(canonical.may_include)
    same_kind = canonical.claim.kind == statement.claim.kind
    if kind.compare == "listed" and same_kind and extra and statement.claim.polarity == "affirmed":
        said = f"counts {listing(sorted(site(id_, case.packs) for id_ in extra))} among the most common sites"
    else:
        said = f"says {say(statement.claim, case.packs)}"
    if judgement.unsure:
        return f"{said}, which fits no approved figure, whatever event is meant; the nearest is: {statement_words}"
    ranged = figure(judgement.canonical.claim) if kind.compare == "interval" else ""
    shown = f"{ranged}: {statement_words}" if ranged and ranged not in statement_words else statement_words
    also = "; other places disagree too" if odd.opponents.listed else ""
    return f"{said}; the approved statement is {shown}{also}"


def _page(odd: Odd, case: Case) -> str:
    return f"says {say(odd.statement.claim, case.packs)}, but this page also {_other_side(odd, case)}"


def _corpus(odd: Odd, case: Case) -> str:
    other = next(s for s in odd.opponents.listed if s.path != odd.statement.path)
    return f"says {say(odd.statement.claim, case.packs)}, but {other.path} {_other_side(odd, case)}"


def _other_side(odd: Odd, case: Case) -> str:
    if odd.shares:
        greater = sorted(odd.shares.greater, key=lambda s: s.place.start)
        shares = [say(statement.claim, case.packs) for statement in (*greater, odd.shares.share)]
        return f"gives {listing(dict.fromkeys(shares))}"
    own = odd.scope == "page"
    other = next(s for s in odd.opponents.listed if (s.path == odd.statement.path) is own)
    return f"says {say(other.claim, case.packs)}"


_WORDS: Mapping[Scope, Callable[[Odd, Case], str]] = {"canon": _canon, "page": _page, "corpus": _corpus}
