"""Quantities in running text: numbers with what they measure, as intervals.

A quantity is a share (in percent), a duration, a time mark (a duration that is a measure, as in "5-year survival"
or "after five years"), an age, a multiple ("twice as likely", "30% more") or a bare number. A number that measures
something else (a dose, a date, a stage) stays a bare number, which no pattern takes for a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lint.language import numbers
from lint.language.numbers import FRACTION, NUMBER

_PCT = r"(?: ?%| ?(?:percent|per cent|per-cent|pct|pc)(?![a-z]))"
_TO = r"(?: ?[-\u2013\u2014] ?| (?:to|or)(?: about| around| nearly| almost| just under| just over| close to| up to| perhaps)? )"
_TO_AND = _TO.replace("to|or", "to|or|and")
_BETWEEN = re.compile(r"\b(?:between|from|anywhere between)(?: about| around| roughly)? $", re.IGNORECASE)
"""Two figures joined by "and" are a range only after these words."""
_NOT_MOST = (
    r"(?:common|often|frequent|likely|important|recent|usual|widely|of all|[a-z]+ly|people's|of the time|cases in)\b"
)
_PEOPLE = (
    r"(?:wom[ae]n|m[ae]n|people|persons?|patients?|adults?|cases?|child(?:ren)?|girls?|boys?|survivors?|grown-ups?"
    r"|individuals?|bab(?:y|ies)|newborns?|births?|cancers?|tumou?rs?|males?|females?|americans?|britons?|families|of (?:them|us|those|these))"
)
_YEARS = r"(?:years?|yrs?|months?|mos?(?!\w))"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The shapes of a quantity, tried in this order."""

    fraction: re.Pattern[str]
    multiple: re.Pattern[str]
    percent: re.Pattern[str]
    ratio: re.Pattern[str]
    time: re.Pattern[str]
    bare: re.Pattern[str]


@lru_cache
def _grammar(to: str) -> _Grammar:
    """Return the shapes with the words that may stand between the ends of a range."""
    figures = rf"(?P<a>{NUMBER})(?:{_PCT}?{to}(?P<b>{NUMBER}))?"
    return _Grammar(
        fraction=_compile(rf"(?P<a>{FRACTION})(?:{to}(?P<b>{FRACTION}))?(?P<more> or more)?"),
        multiple=_compile(
            rf"{figures}(?:{_PCT} (?:more|less|higher|lower|greater|fewer|increased?|decreased?|reduced?|reductions?|increase"
            r"|decrease|drop|rise|better|worse|likelier|as likely)\b|(?: times|[- ]?fold)\b(?! (?:a|per|daily|each) ))"
        ),
        percent=_compile(
            rf"{figures}{_PCT}(?: of)?(?P<more>,? (?:or more|or higher|and over|and above|and more|plus)\b)?"
            r"(?P<less> or (?:less|lower|fewer)\b)?"
        ),
        ratio=_compile(
            rf"{figures}(?P<more> or more)?(?: (?:[a-z-]+ ){{0,2}}?(?P<noun>{_PEOPLE}))?"
            r"(?P<link> (?:in|out of|of|per|for) (?:every |each )?|(?: in| out of) the |-in-)"
            rf"(?P<m>{NUMBER})(?:{_TO}(?P<m2>{NUMBER})(?=(?: [a-z-]+){{0,2}} {_PEOPLE}))?(?!\d|\.\d| ?%| ?(?:percent|per cent|years?|yrs?|months?|weeks?|days?|hours?|minutes?|mg|points?)\b)"
            rf"(?! (?:places|sites|ways|parts|stages|forms|types|steps|groups|lines|organs|rounds|stages)\b)(?P<people> (?:[a-z-]+ ){{0,2}}?{_PEOPLE})?"
        ),
        time=_compile(
            rf"{figures}(?P<bit> and a (?:bit|half))?[- ]?(?P<unit>{_YEARS})(?P<bit2> and a (?:bit|half))?"
            r"(?P<more> or (?:more|longer))?(?: or so\b)?"
        ),
        bare=_compile(rf"{figures}(?P<more> or more)?"),
    )


_BEFORE_LOW = _compile(
    r"(?<!\bno )(?<!\bnot )(?:as (?:little|few|low) as|over|above|beyond|exceeding|exceeds|upwards? of|more than|greater than|better than|longer than|at least|(?:no|not) (?:less|fewer)"
    r" than|a minimum of|in excess of|just over|well over|north of|upward of|comfortably over|a shade over|a touch over|a little (?:over|more than)|slightly (?:over|more than)|>=?|\u2265) ?$"
)
_BEFORE_HIGH = _compile(
    r"(?<!\bno )(?<!\bnot )(?<!\bgone )(?<!\bgoes )(?<!\bwent )(?<!\brisen )(?<!\brose )(?<!\bgoing )(?:under|below|(?:fewer|less|smaller) than|(?:no|not) (?:more|greater|longer|higher) than|at (?:the )?(?:most|best)|up to|as (?:many|much|high|long)"
    r" as|a maximum of|well under|just under|south of|a shade under|a touch under|<=?|\u2264|a little (?:under|less than)|slightly (?:under|less than|fewer than)|never more than) ?$"
)
_BEFORE_NEAR = _compile(
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|near(?:er)?(?: to)?|circa|perhaps|maybe|something like|in the"
    r" (?:region|order|neighbou?rhood) of|on the order of|an estimated|an average of|somewhere (?:around|between|near)|between|from|only|just|more like|like|a mere|fully|~|\u2248) ?$"
)
_BEFORE_AGE = _compile(
    rf"(?:\bage[ds]?(?: of)?|\bages|(?:younger than|older than|before|turn(?:ed|s|ing)?|(?:{_PEOPLE}|those|is|are|was|be|you're|once) (?:who (?:are|were) )?"
    r"(?:diagnosed )?(?:before|under|over|past|below|above|by|until))(?: the age of| age)?|\bthose) ?$"
)
_AFTER_AGE = _compile(r"[- ](?:olds?|of age)\b")
_AFTER_MARK = _compile(
    r"(?: (?:relative|overall|net|disease-free|disease-specific|cancer-specific|observed|progression-free|cause-specific))*"
    r" (?:survival|os\b|mark|point|figures?|rates?|outlook|milestone|survivors?|prognosis|mortality|risk)\b"
    r"| (?:later|on(?! average)|after|from (?:now|diagnosis|then)|past|following|out)\b"
)
_LIVED = _compile(
    r"\b(?:surviv(?:e|es|ed|ing)|live[sd]?|living|alive|sees?|reach(?:es|ed)?|makes? it to|made it to|gets? to|gets? past|live to see|pass(?:es|ed)?)"
    r"(?: (?:for|at least|about|around|up to|over|beyond|past|more than|longer than|another|a further))* $"
)
"""Before a time that a share of people lives: "a third survive more than one year"."""
_TO_LIVE = _compile(
    r"\b(?:chances?|odds|probability|likelihood|proportion|share|percentage|number)\b(?: [a-z-]+){0,6} (?:of|who|to|that)(?: [a-z]+)? (?:surviv|liv|being alive)[a-z]*"
    r"(?: (?:for|at least|about|around|up to|over|beyond|past|more than|longer than))* $"
)
"""Before a time whose share follows: "the chance of living five years is 12%"."""
_AVERAGE = _compile(r"\b(?:average|averages|median|mean|typically)\b")
_A_YEAR = _compile(
    r"\b(?:for|after|within|beyond|past|than|least|over) (?P<time>an? (?P<unit>year|month|decade))\b(?! (?:or two|and a|or more later))"
)
_AT_A_TIME = _compile(r"\b(?:at|inside|within|after|by|reach) $")
_LABELS = _compile(r" ?(?:[:=\u2013\u2014-]|is|was)? ?")
_LIVES_FOR = _compile(
    r"\b(?:live[sd]?|living|surviv(?:e|es|ed|al|ing)|life expectancy|lifespan)\b(?: (?:for|is|was|an?|of|the|median|average|mean|about|around|on|usually|typically|only|just|another"
    r"|a further|roughly|nearly|almost))* $"
)
_YEAR_AFTER = _compile(
    r"\b(?P<time>an? (?P<unit>year|month|decade))(?= (?:after|later|on\b|from (?:diagnosis|now)|following))"
)
_ABOUT_A_YEAR = _compile(
    r"\b(?P<bound>less than|under|more than|longer than|over|at least|about|around|roughly|nearly|almost|just over|just under|only|up to) an? (?P<unit>year|month)\b(?! (?:or two|and a|old))"
)
_SURVIVING = _compile(r"\b(?:surviv\w+|li(?:ve[sd]?|ving)|life expectancy|lifespan)\b")
_A_YEAR_AND = _compile(r"\ban? (?P<unit>year|month) and a half\b")
_COUNTED = _compile(
    r" ?\((?:n ?= ?|(?:about|around|roughly|some) )?(?:\d[\d,.]* (?:million|thousand|billion)|n ?= ?\d+|\d{1,3}(?:,\d{3})+)\)"
)
"""The same share as a count of people, in brackets behind it: "10% (190 million)"."""
_COMPARED = _compile(r" (?:less|lower|shorter|longer|more|younger|older|earlier|sooner|fewer)\b(?! than not)")
"""After a time that is a difference: "seven years lower"."""
_BEFORE_MARK = _compile(r"\b(?:at|after|for|within|beyond|past|over|in|reach|by|least|the first|the next)(?: the)? $")
_MOST = _compile(
    rf"(?P<all>(?<!of )(?<!in )(?<!for )(?<!from )(?<!to )\b(?:almost |nearly |virtually )?all(?= (?:of the |of |the )?(?:[a-z]+ )?{_PEOPLE}))"
    rf"|(?P<alone>\b(?:almost|nearly|virtually|practically) (?:all|everyone|everybody)(?= (?:is|are|can|will|survive|live|get|recover|do|of them|of these|of those)\b))"
    rf"|(?P<every>\b(?:every single|each and every|every one)(?= (?:of the |of )?(?:[a-z]+ )?{_PEOPLE}))"
    rf"|\b(?:the )?(?:(?:vast|great|large|overwhelming) )?majority\b|(?<!the )\bmost(?! {_NOT_MOST})(?= (?:of|(?:[a-z0-9-]+ ){{0,3}}?{_PEOPLE}|(?:[a-z]+ )?[a-z]+s (?:are|turn|do|have|get|can|will|never|need)\b))"
)
_ONE_OF = _compile(r"one of (?:the|those|these|our|your|my|them|several|many)\b")
_ELSE = _compile(
    r" ?(?:mg|ml|mcg|cm|mm|kg|g|lbs?|pounds?|ounces?|minutes?|hours?|days?|weeks?|pm|am|calories|units?|grams?|degrees|inch(?:es)?|miles?|Gy|times)\b|:\d|/\d"
)
_STAGE = _compile(
    r"\b(?:stages?|grade|type|types|phase|figure|table|chapter|step|week|day|brca|her|no\.|number|cycle|line|age|in the|factor|level) ?-?$"
)
_MEASURED = _compile(
    r"[- ](?:an? |the |your |their |its )?(?:hour|day|year|month|century|way|dose|tablet|time|pint|glass|sister|brother|life|past"
    r"|dozen|inch|mile|pound|cup|teaspoon)"
)
_RUNS_TO = _compile(rf"(?: {_PEOPLE})? to(?: (?:about|around|roughly|as many as|nearly))? $")
_SAID_EXACTLY = _compile(
    r"(?: [a-z'-]+){0,4}(?: \(|, | ?[\u2013\u2014] ?)(?:(?:about|roughly|around|some|something like|up to|over) )?$"
)
"""Between "most" and the figure that says how many: "most of these tumours (85%)", "the majority, about 90%,"."""
_TIME_GAINED = _compile(
    r"\b(?:cut|cuts|reduc\w+|shorten\w*|lower\w*|extend\w*|prolong\w*|increas\w+|improv\w+|delay\w*|rais\w+|lengthen\w*|gain\w*|add|adds|added|lose|loses|lost)\b"
    r"(?: [a-z]+){0,5} $"
)
"""Before a time that is a difference: "cuts life expectancy by ten years", "adds two months"."""
_HALF_THAT = _compile(r" (?:that\b(?! (?:are|is|have|has|do))|this\b)")
_ORDINAL = _compile(
    r" (?:and (?:final|last) )?(?:type|kind|form|group|option|reason|factor|cause|way|time|stage|opinion|person|trial|study|dose|drug|line|child|category"
    r"|class|possibility|example|theory|session|visit|operation|round|week|month|year|day|baby|pregnancy|toe|finger|nerve|ventricle|molar|place|grade|scan|test|vaccine|injection|jab)\b"
)
"""What "a third" counts when it is no share: "a third type"."""
_OF_EVERY = _compile(r"\b(?:of|in|out of|for|among) (?:every|each) $|(?:^|\. |, )(?:of|out of|among) $")
_WHOLE = _compile(rf" (?:[a-z-]+ ){{0,2}}?{_PEOPLE}")
_LISTED = re.compile(r"(?:,| and|, and) (?:(?:about|around|roughly|nearly) )?")
_CHANGED_BY = _compile(
    r"(?:\bby|\b(?:rise|increase|reduction|fall|drop|decrease|decline|loss|gain|jump|improvement|growth|change|difference|saving|discount|shrinkage) of"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|dropped|declined|jumped|increased|decreased|climbed|plunged|shrank|shrunk|reduced|cut|cuts|reduces|raises|lowers))"
    r"(?: as much as)? $"
)
"""Before a share that something changes by: "lowers the risk by 40%", "a rise of a fifth"."""
_OF_THEM = _compile(rf" (?:of|the|all|those|who)\b| (?:[a-z-]+ ){{0,2}}?{_PEOPLE}")
_HALVED = _compile(
    r"\b(?:cut|cuts|cutting|slash\w*|divid\w*|split\w*|brok\w*|cleave\w*|reduc\w*|drop\w*|f[ae]ll\w*)\b[^.;:]{0,60} in $"
)
_SIGNS = re.compile(
    rf"\d|[{''.join(numbers.SIGNS)}]|\b(?:hundred|thousand|million|year|month|half|halves|thirds?|quarters?|fourth|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|majority|most|all|every|{numbers._SMALL})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity: its type, interval (None where open), unit ("%", "months", "years", "") and the span of its words.

    The type "all" is every one of the people named. ``noun`` are the people named inside a share ("one woman in seven"); ``exact`` is False for a share that is
    given by a word alone ("most", "the majority").
    """

    type: str
    low: float | None
    high: float | None
    unit: str
    start: int
    end: int
    noun: str = ""
    exact: bool = True


@lru_cache(1 << 16)
def _tells(run: str) -> bool:
    """Tell whether a run without a space may be part of a quantity."""
    return _SIGNS.search(run) is not None


def find(text: str) -> list[Quantity]:
    """Return the quantities of a sentence in the order of the text; offsets are those of ``text``."""
    if not any(map(_tells, text.split())):
        return []
    found = [
        Quantity("duration", 1.5, 1.5, f"{match['unit'].lower()}s", match.start(), match.end())
        for match in _A_YEAR_AND.finditer(text)
    ]
    found.extend(q for q in _scan(text) if not any(q.start < other.end and other.start < q.end for other in found))
    for match in _MOST.finditer(text):
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            everyone = match.group("all") or match.group("every") or ("all" if match.group("alone") else None)
            if everyone is None:
                found.append(Quantity("share", 50.0, None, "%", match.start(), match.end(), exact=False))
            elif everyone.lower().startswith(("all", "every", "each")):
                found.append(Quantity("all", 100.0, 100.0, "%", match.start(), match.end(), exact=False))
    found = _without_counts(found, text)
    if any(q.type == "share" for q in found):
        half = any(q.type == "share" and q.low == q.high == 50.0 for q in found)
        if half and re.search(r"\b(?:more|less|longer|under) than a year|\bunder a year", text):
            found = sorted([*found, *_about_a_year(text, found)], key=lambda q: q.start)
        for match in (*_A_YEAR.finditer(text), *_YEAR_AFTER.finditer(text)):
            if any(q.start < match.end("time") and match.start("time") < q.end for q in found):
                continue
            decade = match["unit"].lower() == "decade"
            number, unit = (10.0, "years") if decade else (1.0, f"{match['unit'].lower()}s")
            found.append(Quantity("timemark", number, number, unit, match.start("time"), match.end("time")))
    found = [_as_change(quantity, text) for quantity in sorted(found, key=lambda q: q.start)]
    found = list(_marks_go_on(found, text))
    if not any(q.type == "share" for q in found) and _SURVIVING.search(text):
        found = sorted([*found, *_about_a_year(text, found)], key=lambda q: q.start)
    return _beside_shares(_marked(_distributed(_merged(found, text), text), text), text)


def _marks_go_on(found: list[Quantity], text: str) -> Iterator[Quantity]:
    """Read a number as a time mark that takes its unit from the one before ("48% at five years and 26% at ten")."""
    last: Quantity | None = None
    for quantity in found:
        if quantity.type == "timemark":
            last = quantity
        elif last and quantity.type == "number" and quantity.low == quantity.high:
            before, after = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 1]
            if _AT_A_TIME.search(before) and after in ("", ".", ",", ";", ")"):
                quantity = replace(quantity, type="timemark", unit=last.unit)
        yield quantity


def _about_a_year(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield the years and months that "a" counts ("less than a year")."""
    for match in _ABOUT_A_YEAR.finditer(text):
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            bound = match["bound"].lower()
            low = None if bound in ("less than", "under", "just under", "up to") else 1.0
            high = None if bound in ("more than", "longer than", "over", "just over", "at least") else 1.0
            yield Quantity("duration", low, high, f"{match['unit'].lower()}s", match.start(), match.end())


def _as_change(quantity: Quantity, text: str) -> Quantity:
    """Read a share that something changes by as a multiple: it is no share of anything."""
    if quantity.type != "share" or not quantity.exact or quantity.noun or _OF_THEM.match(text, quantity.end):
        return quantity
    before = text[max(0, quantity.start - 80) : quantity.start]
    halved = quantity.low == quantity.high == 50.0 and _HALVED.search(before)
    return replace(quantity, type="multiple", unit="") if halved or _CHANGED_BY.search(before) else quantity


def _without_counts(found: list[Quantity], text: str) -> list[Quantity]:
    """Take the count of people that stands in brackets behind a share into it."""
    result: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: q.start):
        if result and quantity.start < result[-1].end:
            continue
        counted = _COUNTED.match(text, quantity.end) if quantity.type == "share" else None
        result.append(replace(quantity, end=counted.end()) if counted else quantity)
    return result


def _marked(found: list[Quantity], text: str) -> list[Quantity]:
    """Read a time that people live as a mark where the sentence gives a share of them before it, and no average."""
    result: list[Quantity] = []
    for quantity in found:
        share = next((q for q in found if q.type == "share"), quantity)
        low, high = sorted((share.start, quantity.start))
        if _AVERAGE.search(text, low, min(len(text), high + 40)):
            result.append(quantity)
            continue
        shares = [other for other in result if other.type == "share"]
        # "Half live longer than three years" gives the median.
        median = quantity.high is None and any(s.low == s.high == 50.0 for s in shares)
        after = bool(shares) and not median
        if quantity.type == "duration" and quantity.low is not None and quantity.high in (None, quantity.low):
            lived = after and _LIVED.search(text, max(0, quantity.start - 40), quantity.start)
            follows = not after and any(other.type == "share" and other.start > quantity.end for other in found)
            if lived or (follows and _TO_LIVE.search(text[: quantity.start])):
                quantity = replace(quantity, type="timemark", high=quantity.low)
        result.append(quantity)
    return result


def _beside_shares(found: list[Quantity], text: str) -> list[Quantity]:
    """Read a time beside a share with nothing between as a mark ("1 year: 95%", "95% (one year)"), and a time that people live as
    a duration where the text gives no share ("they live eight years after diagnosis")."""
    result = list(found)
    shares = any(q.type == "share" for q in found)
    for at, quantity in enumerate(found):
        if quantity.type == "duration" and quantity.low == quantity.high:
            after = found[at + 1] if at + 1 < len(found) else None
            before = found[at - 1] if at else None
            named = after is not None and after.type == "share" and _LABELS.fullmatch(text[quantity.end : after.start])
            told = (
                before is not None
                and before.type == "share"
                and text[before.end : quantity.start].strip() in ("(", "at")
            )
            if named or (told and text[quantity.end : quantity.end + 1] in (")", ",", ".", "")):
                result[at] = replace(quantity, type="timemark")
        elif quantity.type == "timemark" and not shares and _SURVIVING.search(text):
            if _LIVES_FOR.search(text, max(0, quantity.start - 40), quantity.start):
                result[at] = replace(quantity, type="duration")
    return result


def _scan(text: str) -> Iterator[Quantity]:
    at, whole = 0, None
    while match := numbers.ANY.search(text, at):
        start = match.start()
        if _OF_EVERY.search(text, max(0, start - 14), start) and _WHOLE.match(text, match.end()):
            total = numbers.value(match.group())
            whole = (total, start) if total and 10 <= total <= 1000 else whole
        quantity = _read(text, start)
        if (
            whole
            and quantity.type == "number"
            and start > whole[1]
            and quantity.high is not None
            and quantity.high < whole[0]
        ):
            scale = 100 / whole[0]
            quantity = replace(
                quantity, type="share", unit="%", low=_scaled(quantity.low, scale), high=_scaled(quantity.high, scale)
            )
            whole = None
        yield _upward(quantity)
        at = max(quantity.end, match.end())


def _upward(quantity: Quantity) -> Quantity:
    """Return a quantity; one that runs down ("from 40 to 30%") is a change and no range."""
    down = quantity.low is not None and quantity.high is not None and quantity.low > quantity.high
    return replace(quantity, type="other") if down else quantity


def _scaled(value: float | None, scale: float) -> float | None:
    return None if value is None else numbers.rounded(value * scale)


def _read(text: str, start: int) -> Quantity:
    """Read the quantity whose number begins at ``start``, with the words before it that bound it."""
    grammar = _grammar(_TO_AND if _BETWEEN.search(text, max(0, start - 30), start) else _TO)
    if match := grammar.fraction.match(text, start):
        low = numbers.percent(match["a"])
        high = numbers.percent(match["b"]) if match["b"] else low
        if (
            match["a"].lower().endswith("halves")
            or _MEASURED.match(text, match.end())
            or _HALF_THAT.match(text, match.end())
            or _ORDINAL.match(text, match.end())
        ):
            return Quantity("number", low, high, "", start, match.end())
        return _bounded(text, Quantity("share", low, high, "%", start, match.end()), match["more"], None)
    if match := grammar.multiple.match(text, start):
        return Quantity(
            "multiple", numbers.value(match["a"]), numbers.value(match["b"] or match["a"]), "", start, match.end()
        )
    if match := grammar.percent.match(text, start):
        end = match.end() - 3 if match.group().endswith(" of") else match.end()
        quantity = Quantity(
            "share", numbers.value(match["a"]), numbers.value(match["b"] or match["a"]), "%", start, end
        )
        return _bounded(text, quantity, match["more"], match["less"])
    if (match := grammar.ratio.match(text, start)) and (quantity := _ratio(match, start, text)):  # type: ignore
        return _bounded(text, quantity, match["more"], None)
    if match := grammar.time.match(text, start):
        return _time(text, match)
    match = grammar.bare.match(text, start)
    assert match is not None
    end = match.end()
    low, high = numbers.value(match["a"]), numbers.value(match["b"] or match["a"])
    if _ELSE.match(text, end) or _ONE_OF.match(text, start) or _STAGE.search(text, max(0, start - 12), start):
        return Quantity("other", low, high, "", start, end)
    kind = (
        "age"
        if _BEFORE_AGE.search(text, max(0, start - 30), start) and high is not None and 10 <= high <= 110
        else "number"
    )
    quantity = Quantity(kind, low, high, "", start, end)
    return quantity if kind == "age" else _bounded(text, quantity, match["more"], None)


def _ratio(match: re.Match[str], start: int, text: str) -> Quantity | None:
    """Return the share of "N in M", None where the words count something else ("one of the three")."""
    a, b, m = numbers.value(match["a"]), numbers.value(match["b"] or match["a"]), numbers.value(match["m"])
    if a is None or b is None or not m or m <= 1 or max(a, b) > m:
        return None
    most = numbers.value(match["m2"]) if match["m2"] else m
    if not most or most < m:
        return None
    link = match["link"].strip()
    if (
        link in ("of", "for", "per")
        and not (match["people"] or (match["noun"] and link != "of"))
        and not (link == "of" and text[max(0, start - 3) : start] == "in ")
        and m not in (10, 20, 100, 1000, 10_000, 100_000, 1_000_000)
    ):
        return None
    scale = 100 / m
    end = match.start("people") if match["people"] else match.end()
    return Quantity(
        "share", numbers.rounded(a * 100 / most), numbers.rounded(b * scale), "%", start, end, match["noun"] or ""
    )


def _time(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.start(), match.end()
    unit = "months" if match["unit"].lower().startswith("mo") else "years"
    low, high = numbers.value(match["a"]), numbers.value(match["b"] or match["a"])
    if (match["bit"] or match["bit2"] or "").endswith("half") and low is not None and high is not None:
        low, high = low + 0.5, high + 0.5
    before = text[max(0, start - 24) : start]
    if _COMPARED.match(text, end) or _TIME_GAINED.search(text, max(0, start - 50), start):
        return Quantity("other", low, high, unit, start, end)
    if _AFTER_AGE.match(text, end) or re.search(r"\bage[ds]?(?: of)? $", before, re.IGNORECASE):
        return Quantity("age", low, high, unit, start, end)
    if (_AFTER_MARK.match(text, end) and not (match["b"] and match["a"] != match["b"])) or (
        _BEFORE_MARK.search(before) and not match["b"]
    ):
        tail = re.compile(r" (?:later|on|out)\b").match(text, end)
        return Quantity("timemark", low, high, unit, start, tail.end() if tail else end)
    return _bounded(text, Quantity("duration", low, high, unit, start, end), match["more"], None)


def _bounded(text: str, quantity: Quantity, more: str | None, less: str | None) -> Quantity:
    """Widen a quantity by the words before it ("up to", "more than", "about") and open the end that they open."""
    start, low, high = quantity.start, quantity.low, quantity.high
    if more:
        high = None
    if less:
        low = None
    for _ in range(3):
        before = text[max(0, start - 26) : start]
        opened = low is None or high is None
        if not opened and (match := _BEFORE_LOW.search(before)):
            high = None
        elif not opened and (match := _BEFORE_HIGH.search(before)):
            low = None
        elif not (match := _BEFORE_NEAR.search(before)):
            break
        if match.start() and before[match.start() - 1].isalpha():
            break
        start -= len(before) - match.start()
    return replace(quantity, start=start, low=low, high=high)


def _distributed(found: list[Quantity], text: str) -> list[Quantity]:
    """Give the numbers of a list the unit that stands after its last one ("84.0, 10.6 and 9.1 percent")."""
    result = list(found)
    given = False
    for at in range(len(result) - 2, -1, -1):
        quantity, following = result[at], result[at + 1]
        plain = text[following.start : following.end]
        given = (given or "%" in plain or "per" in plain) and following.type == "share" and following.exact
        if given and quantity.type == "number" and _LISTED.fullmatch(text[quantity.end : following.start]):
            if (quantity.high or 0) <= 100:
                result[at] = replace(quantity, type="share", unit="%")
        else:
            given = False
    return result


def _runs(first: str, between: str) -> bool:
    """Tell whether "1 in N" runs to the next one ("between 1 in 400 and 1 in 600", "1 in 400 to about 1 in 600")."""
    joined = between == " and " and first.lower().startswith("between")
    return " in " in first and (joined or _RUNS_TO.fullmatch(between) is not None)


def _merged(found: list[Quantity], text: str) -> list[Quantity]:
    """Join a share that is given twice ("1 in 8, or 12%", "a third (33%)") into one."""
    result: list[Quantity] = []
    for quantity in found:
        last = result[-1] if result else None
        if last and last.type == quantity.type == "share":
            between = text[last.end : quantity.start]
            after = text[quantity.end : quantity.end + 2].strip()
            if last.low == 50.0 and not last.exact and quantity.exact and _SAID_EXACTLY.fullmatch(between):
                if after[:1] in (")", ",", "\u2013", "\u2014"):
                    # Words between are those of the people ("most cancers (85%)").
                    end = (
                        last.end
                        if re.match(r" [a-z]", between)
                        else quantity.end + text[quantity.end :].index(after[0]) + 1
                    )
                    result[-1] = replace(last, low=quantity.low, high=quantity.high, exact=True, end=end)
                    continue
            if last.exact and quantity.exact and _runs(text[last.start : last.end], between):
                ends = (last.low, last.high, quantity.low, quantity.high)
                if None not in ends:
                    low, *_, high = sorted(end for end in ends if end is not None)
                    result[-1] = replace(last, low=low, high=high, end=quantity.end)
                    continue
        if (
            last
            and last.type == quantity.type == "share"
            and last.exact
            and re.fullmatch(
                r",? ?(?:\(|or |that is,? |i\.e\.,? |\(or )(?:(?:about|roughly|around) )?",
                text[last.end : quantity.start] or ".",
            )
        ):
            bounds = [b for b in (last.low, last.high, quantity.low, quantity.high) if b is not None]
            if bounds and max(bounds) - min(bounds) <= max(2.0, 0.15 * max(bounds)):
                end = quantity.end + (
                    text[quantity.end : quantity.end + 1] == ")" and "(" in text[last.end : quantity.start]
                )
                result[-1] = replace(last, low=min(bounds), high=max(bounds), end=end)
                continue
        result.append(quantity)
    return result
