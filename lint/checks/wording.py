"""Claims and canonical statements in the plain words of messages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from lint.checks.case import RELATED
from lint.claims import Claim
from lint.packs import Packs

if TYPE_CHECKING:
    from lint.canon import Canon, CanonicalClaim

_EVENTS = {"first": " at first spread", "diagnosis": " at diagnosis", "autopsy": " at autopsy"}
_ORDINALS = {1: "the most", 2: "the second most", 3: "the third most", 4: "the fourth most"}
_CURABLE = {
    "no": "cannot be cured",
    "rarely": "can rarely be cured",
    "sometimes": "can sometimes be cured",
    "often": "can often be cured",
    "yes": "can be cured",
}
_DIRECTIONS = {"increases": "raised", "decreases": "lowered", "none": "not changed"}
_ADVERB = re.compile(r"[a-z]+ly")
_SELDOM = re.compile(r"(?:rare|hard|scarce|bare|infrequent|exceptional)ly")
"""Adverbs that say by themselves that a thing is seldom: "virtually incurable" is not "can virtually be cured"."""
_CAPITAL = re.compile(r"[A-Z][a-z]+(?:-[a-z]+)*\Z")


def say(claim: Claim, packs: Packs) -> str:
    """Return what a claim says, to follow "says": ``that the risk of relapse is raised by smoking``, ``70% for <site>``."""
    words = _SAYINGS.get(claim.kind, _any)(claim, packs)
    return (
        f"it is not true {words}"
        if claim.polarity == "negated" and words.startswith("that ")
        else (f"not {words}" if claim.polarity == "negated" else words)
    )


def figure(claim: Claim) -> str:
    """Return a figure with its unit: 70%, 60 to 75%, up to 30%, 50% or more."""
    low, high = claim.slots.get("low"), claim.slots.get("high")
    unit = str(claim.slots.get("unit") or "%")
    unit = unit if unit == "%" else f" {unit}"
    if low is None or high is None:
        return f"up to {_number(high)}{unit}" if low is None else f"{_number(low)}{unit} or more"
    return f"{_number(low)}{unit}" if low == high else f"{_number(low)} to {_number(high)}{unit}"


def approved(canonical: CanonicalClaim, canon: Canon | None, packs: Packs) -> str:
    """Return a canonical statement with what it says and its first source."""
    cited = cite(canonical, canon)
    if not canonical.says:
        return say(canonical.claim, packs) + (f" ({cited})" if cited else "")
    quoted = f"“{canonical.says}”"
    return f"{quoted} ({cited})" if cited else quoted


def cite(canonical: CanonicalClaim, canon: Canon | None) -> str:
    """Return a canonical claim's first source as author and year, or as title and year where it names no authors."""
    if canon is None or not canonical.sources:
        return ""
    source = canon.sources.get(canonical.sources[0])
    if source is None:
        return ""
    authors = source.authors
    if authors:
        first = str(authors if isinstance(authors, str) else authors[0])
        name = re.split(r",|;| et al| and ", first)[0].strip()
        # "Surname AB", and not "Cancer Society US".
        person = re.fullmatch(r"((?:[a-z]+\s+)*[^\W\d_][^\s]*)(?:\s+[A-Z]{1,3}\.?)+", name)
        name = person[1] if person else name
        return f"{name} {source.year}" if source.year else name
    return f"{source.title}, {source.year}" if source.year else source.title


def more(total: int, listed: int) -> str:
    """Return how many places beside those listed say the same, as the end of a message; empty where all are listed."""
    rest = total - min(listed, RELATED)
    return "" if rest <= 0 else f" (and {rest} more {'place' if rest == 1 else 'places'})"


def site(id_: object, packs: Packs) -> str:
    """Return a site's first name in the packs."""
    entry = packs.sites.get(str(id_))
    return entry.names[0] if entry and entry.names else str(id_).replace("-", " ")


def inside(words: object, packs: Packs) -> str:
    """Return words of a page as they stand inside a sentence: without the capital that they began one with.

    A name keeps it: a word is taken for none where the packs write it small, or it ends in "-ing".
    """
    text = str(words)
    first, *others = text.split()[:2] or [""]
    small = first.lower()
    verb = small.endswith("ing")
    if not _CAPITAL.match(first) or (not verb and any(other[:1].isupper() for other in others)):
        return text
    named = [id_ for id_, entry in packs.vocabularies.get("therapies", {}).items() if small in entry.names]
    # A medicine is listed under its own name, and a maker's name for it is a name.
    plain = small in named if named else verb or packs.concepts.writes_small(first)
    return small + text[len(first) :] if plain else text


def listing(words: Iterable[str]) -> str:
    """Join words as a sentence does: a, b and c."""
    items = list(words)
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _sites(claim: Claim, packs: Packs) -> str:
    found = claim.slots.get("sites")
    return listing(site(id_, packs) for id_ in (found if isinstance(found, tuple) else ()))


def _top_site(claim: Claim, packs: Packs) -> str:
    rank = claim.slots.get("rank")
    place = _ORDINALS.get(rank if isinstance(rank, int) else 1, f"number {rank} of the most")
    return f"that {site(claim.slots.get('site'), packs)} is {place} common site"


def _first_site(claim: Claim, packs: Packs) -> str:
    return f"that {_sites(claim, packs)} comes first"


def _site_list(claim: Claim, packs: Packs) -> str:
    rank = str(claim.slots.get("rank") or "possible").replace("-", " ")
    found, named = claim.slots.get("sites"), _sites(claim, packs)
    if isinstance(found, tuple) and len(found) == 1:
        return f"that {named} is one of the {rank} sites"
    return f"that the {rank} sites are {named}"


def _share(claim: Claim, packs: Packs) -> str:
    return f"{figure(claim)} for {site(claim.slots.get('site'), packs)}" + _EVENTS.get(
        str(claim.slots.get("event")), ""
    )


def _survival(claim: Claim, packs: Packs) -> str:
    return f"{figure(claim)} for {claim.slots.get('measure')} survival"


def _incidence(claim: Claim, packs: Packs) -> str:
    outcome, people = str(claim.slots.get("outcome")), str(claim.slots.get("population") or "")
    of_whom = f" among “{people}”" if people and people.lower() not in outcome.lower() else ""
    return f"{figure(claim)} for “{outcome}”{of_whom}"


def _curability(claim: Claim, packs: Packs) -> str:
    step = str(claim.slots.get("curable"))
    adverb = _adverb(claim)
    if step == "rarely" and not _SELDOM.fullmatch(adverb):
        adverb = ""
    said = _CURABLE.get(step, "").replace(step, adverb or step)
    if claim.certainty == "possible" and claim.slots.get("curable") == "no":
        said = "perhaps cannot be cured"
    return f"that {claim.condition} {said}"


def _risk(claim: Claim, packs: Packs) -> str:
    done = _DIRECTIONS.get(str(claim.slots.get("direction")), "")
    outcome, factor = (inside(claim.slots.get(name), packs) for name in ("outcome", "factor"))
    return f"that the risk of {outcome} is {done} by {factor}"


def _identity(claim: Claim, packs: Packs) -> str:
    is_ = "is" if claim.slots.get("relation") == "is" else "is not"
    return f"that {inside(claim.slots.get('a'), packs)} {is_} {inside(claim.slots.get('b'), packs)}"


def _therapy(claim: Claim, packs: Packs) -> str:
    for_ = "is for" if claim.slots.get("relation") == "for" else "is not for"
    return f"that {inside(claim.slots.get('therapy'), packs)} {for_} {inside(claim.slots.get('target'), packs)}"


def _adverb(claim: Claim) -> str:
    """Return the adverb with which a claim itself says how often, "" where it says so in another way."""
    cues = (one.quote.lower() for one in claim.evidence if one.role == "cue" and one.detail == "frequency")
    found = [cue for cue in cues if _ADVERB.fullmatch(cue)]
    return found[0] if len(found) == 1 else ""


def _any(claim: Claim, packs: Packs) -> str:
    return ", ".join(f"{name} {value}" for name, value in claim.slots.items() if value is not None)


_SAYINGS: Mapping[str, Callable[[Claim, Packs], str]] = {
    "top-site": _top_site,
    "first-site": _first_site,
    "site-list": _site_list,
    "site-frequency": _share,
    "survival": _survival,
    "incidence": _incidence,
    "curability": _curability,
    "risk-factor": _risk,
    "identity": _identity,
    "therapy-target": _therapy,
}
