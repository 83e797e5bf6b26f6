"""The slots of a canonical claim: one reader for each type of slot, and the ranges that cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.canon.values import Report, number, one_of, several, shown, text
from lint.claims import Kind, Slot, SlotType, SlotValue
from lint.located import Node
from lint.packs import Packs
from lint.suggest import instead

PERCENT = "%"


class Invalid:
    """Stands for a value that was reported, where None is a value of its own."""


INVALID = Invalid()


def read_slots(
    node: Node, entries: Mapping[str, Node], kind: Kind, packs: Packs, report: Report
) -> dict[str, SlotValue] | None:
    """Return the slots of a claim with the defaults filled in, or None when one is missing or wrong."""
    slots: dict[str, SlotValue] = {}
    whole = True
    for slot in kind.slots:
        if slot.name in entries:
            value = _READERS[slot.type](entries[slot.name], slot, packs, report)
            if isinstance(value, Invalid):
                whole = False
            else:
                slots[slot.name] = value
        elif slot.required and slot.default is None:
            whole = False
            report.at(node, f"a {kind.name} claim needs the slot {slot.name!r}: add {_sample(slot)}")
        else:
            slots[slot.name] = slot.default
    if whole and not possible_range(entries, slots, kind, report):
        return None
    return slots if whole else None


def possible_range(entries: Mapping[str, Node], slots: Mapping[str, SlotValue], kind: Kind, report: Report) -> bool:
    """Report a range that cannot be: ends the wrong way round, a share beyond 0 to 100, no end at all."""
    names = [slot.name for slot in kind.slots if slot.type == "bound"]
    ends = [(name, value) for name in names if isinstance(value := slots[name], int | float)]
    before = len(report.errors)
    share = slots.get("unit", PERCENT) == PERCENT
    for name, value in ends:
        if value < 0:
            report.at(entries[name], f"{name} is {value}, and no figure is below 0")
        elif share and value > 100:
            report.at(entries[name], f"{name} is {value}, and no share is above 100%")
    if names and not ends:
        report.at(entries[names[0]], f"{' and '.join(names)} are both open: give at least one of them a number")
    if len(ends) == 2 and ends[0][1] > ends[1][1]:
        (low, least), (high, most) = ends
        report.at(entries[low], f"{low} ({least}) is above {high} ({most}): write {low}: {most} and {high}: {least}")
    return len(report.errors) == before


def site(node: Node, key: str, packs: Packs, report: Report) -> str | None:
    """Return the id of a site that the packs know."""
    word = text(node, key, report)
    # Packs that name no site cannot judge one.
    if word is None or word in packs.sites or not packs.sites:
        return word
    named = {name.lower(): entry.id for entry in packs.sites.values() for name in entry.names}
    meant = named.get(word.lower())
    hint = f"; write {meant!r}" if meant else instead(word, packs.sites, "sites")
    report.at(node, f"there is no site {word!r}{hint}")
    return None


def sites(node: Node, key: str, packs: Packs, report: Report) -> tuple[str, ...]:
    """Return the ids of a list of sites."""
    return several(node, key, report, lambda item, name, errors: site(item, name, packs, errors))


def _sample(slot: Slot) -> str:
    if slot.type == "bound":
        return f"'{slot.name}:' with a number, or '{slot.name}: null' where that end is open"
    samples = {
        "term": "the id of a site",
        "terms": "a list of the ids of sites, as in [one, another]",
        "rank": "1, 2 or 3",
    }
    choices = " or ".join(slot.values)
    return f"'{slot.name}:' with {choices or samples.get(slot.type, 'the words that copy uses')}"


def _term(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    return site(node, slot.name, packs, report) or INVALID


def _terms(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    before = len(report.errors)
    found = sites(node, slot.name, packs, report)
    return found if len(report.errors) == before else INVALID


def _rank(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    value = node.value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    report.at(node, f"{slot.name} must be a whole number from 1 (1 is the most common), not {shown(node)}")
    return INVALID


def _bound(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    if node.value is None:
        return None
    value = number(node, slot.name, report)
    return INVALID if value is None else value


def _choice(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    return one_of(node, slot.name, slot.values, report) or INVALID


def _words(node: Node, slot: Slot, packs: Packs, report: Report) -> SlotValue | Invalid:
    words = text(node, slot.name, report, empty=slot.default == "")
    return INVALID if words is None else words


_READERS: Mapping[SlotType, Callable[[Node, Slot, Packs, Report], SlotValue | Invalid]] = {
    "term": _term,
    "terms": _terms,
    "rank": _rank,
    "bound": _bound,
    "unit": _choice,
    "choice": _choice,
    "words": _words,
}
