"""What the people of a share are told by, where no condition is named: "of those with deposits", "in women whose cancer has spread"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from lint.language.conditions import NOWHERE, Condition
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit

_LEADS = frozenset(("with", "of", "in", "among", "whose", "have", "having", "for", "where"))
_VERBS = frozenset(
    ("are", "is", "were", "was", "will", "get", "gets", "develop", "develops", "do", "does", "go", "turn", "had")
)
_FROM_SHARE = 4
"""How many units at the most stand before the people that a share is of."""
_OF_WORDS = 6
"""How many units behind "of" at the most name what a share is of."""
_SAID = _VERBS | {"have", "has", ",", "as", "can", "may", "would"}
_RELATIVES = frozenset(("with", "who", "whose", "having"))
_PROVISOS = frozenset(("if", "when", "once", "where"))
_WHEN = _PROVISOS | {"after", "whose", "that", "which"}
_IF = 6
"""How far behind its "if" the site stands at the most that a cancer has reached."""
_ADVERBS = frozenset(("or", "more", "so", "only", "even"))
_NEAR = frozenset(("nearby", "neighbouring", "neighboring", "regional", "local"))
_WITH = frozenset(
    ("deposits", "metastases", "metastasis", "secondaries", "mets", "lesions", "involvement", "spread", "disease")
)
_PRONOUNS = frozenset(("it", "they", "these", "this", "those"))
_INTRODUCING = frozenset(("with", "of", "in", "for", "among", "but", "and", "however", ",", ";", "while", "whereas"))
_TUMOURS = frozenset(("cancers", "tumours", "tumors"))
_NO_FORMS = frozenset((
    "most", "many", "some", "these", "those", "all", "other", "such", "few", "both", "more", "new", "several", "certain",
    "bigger", "larger", "smaller", "small", "large", "big", "different", "various", "common", "rare", "human", "solid", "untreated",
    "cancerous", "malignant", "benign", "our", "your", "their", "two", "three", "which", "what", "no", "any", "childhood", "fewer",
    "own", "same", "remaining", "rest", "of", "to", "on", "as", "like", "unlike", "when", "if", "not", "older", "younger", "also", "than",
))  # fmt: skip
"""Words before "tumours" that name no form of the disease."""
_SHORT = 2
"""The units of the longest heading that names but a form."""
_BESIDE = 2
"""How far from the words for a stage the site may stand that they are of ("<site> deposits", "spread to the <site>")."""


def formed(sentence: Sentence, at: int) -> Condition:
    """Return the condition at a unit with what stands right before it: words for a stage ("advanced"), for a form ("chronic")."""
    condition = sentence.units[at].condition or NOWHERE
    first = at
    while first > 0:
        before = sentence.units[first - 1]
        span = _form_before(sentence, first)
        if before.type == "marker" and not condition.subtypes:
            span = (first - 1, first)
        if span is None:
            break
        words = " ".join(sentence.words(*span).lower().split())
        condition = Condition(condition.disease, condition.stage, (words, *condition.subtypes), condition.within)
        first = span[0]
    for name, spans in sentence.classes.items():
        if name.startswith("stage=") and not condition.stage and any(last == first for _, last in spans):
            condition = condition.staged(name.removeprefix("stage="))
    return condition


def of_a_disease(sentence: Sentence, at: int) -> bool:
    """Tell whether a site shares the noun of the disease behind it ("<site> and <site> cancer": two cancers, no site)."""
    following = sentence.units[at + 1 : at + 3]
    return len(following) == 2 and following[0].word in ("and", "or", "&") and following[1].type == "condition"


def labelled_form(sentence: Sentence) -> tuple[str, ...]:
    """Return the form of a disease that a sentence begins with as a label ("Severe: about 60%."), () for none."""
    for first, last in sentence.classes.get("disease-form", ()):
        if first == 0 and last < len(sentence.units) and sentence.units[last].word in (":", "\u2013", "\u2014"):
            return (" ".join(sentence.words(first, last).lower().split()),)
    return ()


def told_form(sentence: Sentence, head: int) -> tuple[str, ...]:
    """Return the form of the disease that the clause of a value begins with ("Muscle-invasive cancer: half are alive"), () for none."""
    generic = {first for first, _ in sentence.classes.get("generic-disease", ())}
    for first, last in sentence.classes.get("disease-form", ()):
        before = sentence.units[first - 1]
        begins = first == 0 or before.edge or before.filler or (not before.type and before.word in _LEADS)
        if (
            (last in generic or _tumours(sentence.units, last))
            and first < head
            and begins
            and sentence.clauses[first] >= sentence.clauses[head] - 1
        ):
            return (" ".join(sentence.words(first, last).lower().split()),)
    return ()


def _tumours(units: Sequence[Unit], at: int) -> bool:
    return at < len(units) and units[at].type == "people" and units[at].word in _TUMOURS


def led_form(sentence: Sentence, start: int = 0) -> tuple[str, ...]:
    """Return the form of the disease whose cases a sentence begins with ("X-positive tumours ..", "With <form> cancers .."), () for none.

    ``start`` is where the clause begins that is asked about; one without tumours of its own goes on about those before.
    """
    units = sentence.units[start:]
    if start and not any(
        unit.type == "people" and unit.word in _TUMOURS and sentence.clauses[at] == sentence.clauses[start]
        for at, unit in enumerate(units, start)
    ):
        return led_form(sentence)
    at = next((n for n, u in enumerate(units) if not u.filler and (u.type or u.word not in _INTRODUCING)), len(units))
    if at >= len(units) - 1:
        return ()
    for first, last in sentence.classes.get("disease-form", ()):
        if first == start + at and _tumours(sentence.units, last):
            return (" ".join(sentence.words(first, last).lower().split()),)
    unit, following = units[at], units[at + 1]
    if unit.condition is not None and unit.condition.subtypes:
        return unit.condition.subtypes
    if not (following.type == "people" and following.word in _TUMOURS) and following.condition is None:
        return ()
    if unit.type in ("subtype", "marker"):
        return unit.ids[:1]
    stages = [span for name, spans in sentence.classes.items() if name.startswith("stage=") for span in spans]
    staged = any(first <= start + at < last for first, last in stages)
    plain = not unit.type and unit.word[:1].isalpha() and unit.word not in _NO_FORMS and not staged
    return (unit.word,) if plain and following.type == "people" else ()


def only_a_form(head: Sentence) -> str:
    """Return the form of the disease that a heading or head of a column names and nothing else, "" for any other."""
    units = [at for at, unit in enumerate(head.units) if unit.type or unit.word[:1].isalpha()]
    spans = [*head.classes.get("form-adjective", ()), *head.classes.get("disease-form", ())]
    forms = {at for first, last in spans for at in range(first, last)} | set(head.of_type("marker"))
    if not units or not forms.issuperset(units) or len(units) > _SHORT:
        return ""
    return " ".join(head.words(units[0], units[-1] + 1).lower().split())


def goes_on(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with a pronoun for what the one before it was about."""
    first = next((unit for unit in sentence.units if unit.type or not unit.filler), None)
    return first is not None and not first.type and first.word in _PRONOUNS


def _form_before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    spans = [span for span in sentence.classes.get("disease-form", ()) if span[1] == at]
    return min(spans, default=None)


def regional(sentence: Sentence, sites: Collection[str], stages: Collection[str], head: int) -> str:
    """Return the stage "regional" where a sentence has the cancer spread to such sites and nowhere else, "" for any other.

    A value at unit ``head`` that goes on with an "if" is told by what stands between it and the next one.
    """
    if "regional" not in stages:
        return ""
    provided = head + 1 < len(sentence.units) and sentence.units[head + 1].word in _PROVISOS
    values = [at for at in sentence.of_type(sentence.units[head].type) if at > head] if provided else ()
    last = min(values, default=len(sentence.units))
    places = [at for at in sentence.of_type("site") if not provided or head < at < last]
    near = all(sites and set(sentence.units[at].ids) <= set(sites) for at in places)
    spread = [last for first, last in sentence.classes.get("spread-verb", ())]
    led = any(last <= at <= last + _BESIDE for last in spread for at in places) or any(
        sentence.units[at - 1].word in _NEAR for at in places if at
    )
    return "regional" if places and near and led else ""


def of_whom(sentence: Sentence, head: int, stages: Iterable[str]) -> Condition:
    """Return the stage, and the site that it is of, by which the people of the share at unit ``head`` are told."""
    for stage in stages:
        for first, last in sentence.classes.get(f"stage={stage}", ()):
            if _leads(sentence, head, first):
                return Condition(stage=stage, within=_site(sentence, first, last))
    return NOWHERE


def _leads(sentence: Sentence, head: int, first: int) -> bool:
    """Tell whether the words at a unit belong to the people that a share is of, and not to what is said of them."""
    units = sentence.units
    before = [at for at in range(max(0, first - 4), first) if not units[at].filler and units[at].type != "site"]
    if not before or units[before[-1]].type or units[before[-1]].word not in _LEADS:
        return False
    if any(last == before[-1] for _, last in sentence.classes.get("chance", ())):
        # "The risk of a local recurrence is 5%": of those who may get it.
        return False
    if first < head:
        return sentence.clauses[first] == sentence.clauses[head]
    between = units[head + 1 : before[-1] + 1]
    return not any(unit.edge or (not unit.type and unit.word in _VERBS) for unit in between)


def _site(sentence: Sentence, first: int, last: int) -> str:
    """Return the one site beside the words for a stage as conditions write it, "" for none and for several."""
    near = [at for at in sentence.of_type("site") if first - _BESIDE <= at < last + _BESIDE]
    ids = [id_ for at in near for id_ in sentence.units[at].ids]
    return f"the {ids[0]}" if len(ids) == 1 and ids != ["other"] else ""


def tells_whom(sentence: Sentence, share: int, site: int) -> bool:
    """Tell whether a site only tells the people of a share ("30% of those with <site> deposits need ..", "half of the <site>",
    "of those whose <site> is involved, 30% ..")."""
    units = sentence.units
    if of_other_things(sentence, share) or (share < site and _of_tumours(sentence, share)):
        return True
    first, last = min(share, site), max(share, site)
    between = units[first + 1 : last]
    if share < site:
        if _provided(between):
            return True
        if [unit.word for unit in between if not unit.filler and unit.word != "all"] == ["of"]:
            return True
        return _of_those(between) and any(
            not unit.type and unit.word[:1].isalpha() and not unit.filler and unit.word not in _WITH
            for unit in units[site + 1 : site + 4]
        )
    earlier = max((at for at in sentence.of_type("share") if at < site), default=-1)
    if earlier >= 0 and _provided(units[earlier + 1 : site]):
        return True
    if any(unit.edge for unit in between) and _of_those(units[share + 1 :], bare=True):
        return True
    if _in_an_if(sentence, site):
        return True
    commas = [unit for unit in between if unit.word == "," and not unit.type]
    return bool(units) and units[0].word in _LEADS and len(commas) == 1 and _of_those(units[:site])


def _in_an_if(sentence: Sentence, site: int) -> bool:
    """Tell whether a site is where a cancer is supposed to have come, and not what the figure behind is of ("if it has reached the
    <site>, 70%")."""
    units = sentence.units
    words = [unit.word if not unit.type else "" for unit in units[max(0, site - _IF) : site]]
    led = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _PROVISOS), -1)
    return (
        led >= 0 and any(word in ("it", "they", "this") for word in words[led + 1 : led + 2]) and "," not in words[led:]
    )


def _provided(units: Sequence[Unit]) -> bool:
    """Tell whether what stands behind a share begins with "once", "if": the state that it is told of."""
    words = [unit.word for unit in units if not unit.type and unit.word not in _ADVERBS]
    return words[:1] != ["where"] and not _PROVISOS.isdisjoint(words[:1])


def of_other_things(sentence: Sentence, share: int) -> bool:
    """Tell whether a share is of neither people nor deposits ("most of the organs")."""
    units = sentence.units
    at = share + 1
    while at < len(units) and units[at].filler:
        at += 1
    if at >= len(units) or units[at].type or units[at].word != "of":
        return False
    if at + 1 < len(units) and not units[at + 1].type and units[at + 1].word in ("what", "it", "which"):
        return True
    counted = {place for first, last in sentence.classes.get("counted", ()) for place in range(first, last)}
    for place in range(at + 1, min(len(units), at + _OF_WORDS)):
        if units[place].edge:
            break
        if place in counted or (units[place].type and units[place].type != "site"):
            return False
    return True


def _of_tumours(sentence: Sentence, share: int) -> bool:
    """Tell whether a share of tumours only says where they begin ("most <tumours> are in the <site>")."""
    units = sentence.units
    following = next((unit for unit in units[share + 1 : share + _OF_WORDS] if unit.type), None)
    condition = following.condition if following is not None else None
    return condition is not None and condition.disease != "" and not condition.stage and not sentence.has("spread")


def _of_those(units: Sequence[Unit], *, bare: bool = False) -> bool:
    """Tell whether words are "of those with ..", up to the first thing that is said of them; ``bare``: just "of those who"."""
    people = next((at for at, unit in enumerate(units) if unit.type in ("people", "condition")), -1)
    if people < 0 or people > _FROM_SHARE or people + 1 >= len(units) or units[people + 1].word not in _RELATIVES:
        return False
    if bare:
        return units[people + 1].word == "who"
    rest = [unit.word for unit in units[people + 2 :] if not unit.type]
    return not any(word in _SAID for word in rest[units[people + 1].word == "who" :])


def involved(sentence: Sentence, head: int) -> str:
    """Return the one site that is told before a value at unit ``head`` ("Where the <site> is involved, ..", "where the <site> is, .."), "" for none."""
    units = sentence.units
    if not sentence.has("involved-there"):
        return ""
    first = max((at for at in range(head) if not units[at].type and units[at].word in _PROVISOS), default=-1)
    last = next((at for at in range(first, head) if units[at].word == ","), 0)
    if first < 0 or not last:
        return ""
    sites = [id_ for unit in units[first:last] if unit.type == "site" for id_ in unit.ids]
    ends = units[last - 1].filler or any(end == last for _, end in sentence.classes["involved-there"])
    return sites[0] if ends and len(sites) == 1 and sites != ["other"] else ""


def row_site(sentence: Sentence) -> str:
    """Return the site that a row of a table, or what stands behind a label, is of ("<site>: 36 months"), "" for none."""
    units = sentence.units
    if any(name.startswith("stage=") for name in sentence.classes):
        return ""
    first = next((at for at, unit in enumerate(units) if not unit.filler), 0)
    if first + 1 < len(units) and units[first].type == "site" and units[first + 1].word == ":":
        return f"the {units[first].ids[0]}" if len(units[first].ids) == 1 else ""
    return ""


def next_value(sentence: Sentence, head: int) -> int | None:
    """Return the unit of the value that follows another behind a comma: what is told from there on is told of that; None for none."""
    following = next((at for at in sentence.of_type(sentence.units[head].type) if at > head), None)
    if following is None:
        return None
    between = sentence.units[head + 1 : following]
    return following if any(u.edge or (u.word == "," and not u.type) for u in between) else None


def paired(sentence: Sentence, head: int, lexicon: Lexicon, near: Collection[str] = ()) -> str:
    """Return the stage that goes with the value at unit ``head`` where there is one for each, in the same order:
    "99%, 86% and 31% for localized, regional and distant disease", "stage 1, 2 and 3: 99%, 90% and 70%"; "" for none.
    """
    values = sentence.of_type(sentence.units[head].type)
    stages = _stages(sentence, lexicon, near) if len(values) > 1 else []
    if len(values) < 2 or len(values) != len(stages):
        return ""
    return stages[values.index(head)][1]


def arrived(sentence: Sentence, head: int, lexicon: Lexicon, near: Collection[str]) -> str:
    """Return the stage of a cancer where a value is told of the time "once it has reached the <site>", "" for any other."""
    for at, stage in _reached(sentence, lexicon, near):
        if stage != lexicon.elsewhere or at > head or sentence.clauses[head] - sentence.clauses[at] > 1:
            continue
        between = sentence.of_type(sentence.units[head].type, "share", "duration")
        first = max((b for b in range(at) if sentence.units[b].edge), default=0)
        words = [unit.word for unit in sentence.units[first:at] if not unit.type]
        if not _WHEN.isdisjoint(words) and not any(at < value < head for value in between):
            return stage
    return ""


def _reached(sentence: Sentence, lexicon: Lexicon, near: Collection[str]) -> list[tuple[int, str]]:
    """Return the sites that a cancer is said to have got to, each with the stage that it has then."""
    spread = [last for name in ("spread-verb", "recur") for _, last in sentence.classes.get(name, ())]
    found = []
    for at in sentence.of_type("site"):
        ids = set(sentence.units[at].ids)
        before = [unit.word for unit in sentence.units[max(0, at - 4) : at] if unit.word != "the"]
        there = len(before) > 1 and before[-1] == "in" and before[-2] in ("is", "are")
        if ids and (there or any(last <= at <= last + _BESIDE for last in spread)):
            stage = "regional" if ids <= set(near) else "" if ids & set(near) else lexicon.elsewhere
            found.append((at, stage))
    return [(at, stage) for at, stage in found if stage in lexicon.stages]


def _stages(sentence: Sentence, lexicon: Lexicon, near: Collection[str]) -> list[tuple[int, str]]:
    """Return the stages that a sentence names, in its order, with the unit of each."""
    found = []
    for id_ in lexicon.stages:
        until = 0
        for first, last in sorted(sentence.classes.get(f"stage={id_}", ())):
            if first >= until:  # "still confined to" holds two names of one stage
                found.append((first, id_))
            until = max(until, last)
    for at in sentence.of_type("condition"):
        condition = sentence.units[at].condition
        if condition is not None and condition.stage:
            found.append((at, condition.stage))
            found.extend(_numbered(sentence, at, lexicon))
    told = [at for at, _ in found]
    found += [
        (at, id_) for at, id_ in _reached(sentence, lexicon, near) if all(abs(at - o) > _FROM_SHARE for o in told)
    ]
    return sorted(found)


def _numbered(sentence: Sentence, at: int, lexicon: Lexicon) -> list[tuple[int, str]]:
    """Return the stages that only their numbers name behind the first ("stage 1, 2 and 3")."""
    units, found, place = sentence.units, [], at + 1
    name = units[at].word.split()
    while place + 1 < len(units) and units[place].word in (",", "and", "or") and units[place + 1].type == "number":
        quantity = units[place + 1].quantity
        match = lexicon.match([*name[:-1], f"{quantity.low:g}"], 0) if quantity and quantity.low else None
        if match is None or match[1][0].type != "stages":
            break
        found.append((place + 1, match[1][0].id))
        place += 2
    return found
