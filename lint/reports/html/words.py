"""What a card is about and what a claim says, as headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.checks.wording import figure, listing, say, site
from lint.claims import Claim
from lint.packs import Packs

_NAMED = {"first": "at first spread", "diagnosis": "at diagnosis", "autopsy": "at autopsy"}
_EVENTS = {"any": "at any time, or not said when", **_NAMED}
_FIGURES = {"site-frequency", "survival", "incidence"}


def value(claim: Claim, packs: Packs) -> str:
    """Return what a claim says, as the name of a variant in its card: the figure alone where it is one."""
    if claim.kind in _FIGURES:
        words = figure(claim)
        return f"not {words}" if claim.polarity == "negated" else words
    words = say(claim, packs)
    return _capital(words.removeprefix("that "))


def sentence(claim: Claim, packs: Packs) -> str:
    """Return what a claim says, on its own."""
    return _capital(say(claim, packs).removeprefix("that "))


def subject(claim: Claim, packs: Packs) -> str:
    """Return what a claim is about, without its value."""
    words = _SUBJECTS.get(claim.kind, _any)(claim, packs)
    return _capital(words)


def circumstances(claim: Claim) -> str:
    """Return the event and the group of people that a figure is about, as a row of a plot is called."""
    event = _EVENTS.get(str(claim.slots.get("event")), "") if "event" in claim.slots else ""
    people = str(claim.slots.get("population") or "")
    return ", ".join(part for part in (event, people) if part) or "everyone with the condition"


def kind_title(name: str) -> str:
    """Return the name of a kind as a heading."""
    return _capital(name.replace("-", " "))


def _share(claim: Claim, packs: Packs) -> str:
    where = site(claim.slots.get("site"), packs)
    return _with_people(f"Share with {where} metastases", claim, _NAMED.get(str(claim.slots.get("event")), ""))


def _survival(claim: Claim, packs: Packs) -> str:
    return _with_people(f"{claim.slots.get('measure')} survival", claim)


def _incidence(claim: Claim, packs: Packs) -> str:
    return _with_people(f"share: {claim.slots.get('outcome')}", claim)


def _with_people(words: str, claim: Claim, event: str = "") -> str:
    people = str(claim.slots.get("population") or "")
    return " ".join(part for part in (words, event, f"({people})" if people else "") if part)


def _top(claim: Claim, packs: Packs) -> str:
    rank = claim.slots.get("rank")
    return "the most common site" if rank in (1, None) else f"the site that ranks number {rank}"


def _list(claim: Claim, packs: Packs) -> str:
    return f"{str(claim.slots.get('rank', '')).replace('-', ' ')} sites"


def _risk(claim: Claim, packs: Packs) -> str:
    return f"{claim.slots.get('factor')} and the risk of {claim.slots.get('outcome')}"


def _identity(claim: Claim, packs: Packs) -> str:
    return f"{claim.slots.get('a')}: is it {claim.slots.get('b')}?"


def _therapy(claim: Claim, packs: Packs) -> str:
    return f"{claim.slots.get('therapy')} for {claim.slots.get('target')}"


def _any(claim: Claim, packs: Packs) -> str:
    kind = packs.kinds.get(claim.kind)
    named = [str(claim.slots[name]) for name in (kind.key if kind else ()) if claim.slots.get(name)]
    return listing(named) or kind_title(claim.kind)


_SUBJECTS: Mapping[str, Callable[[Claim, Packs], str]] = {
    "site-frequency": _share,
    "survival": _survival,
    "incidence": _incidence,
    "top-site": _top,
    "first-site": lambda claim, packs: "the site that is reached first",
    "site-list": _list,
    "curability": lambda claim, packs: "whether it can be cured",
    "risk-factor": _risk,
    "identity": _identity,
    "therapy-target": _therapy,
}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
