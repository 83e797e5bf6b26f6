"""Figures with what they measure: the grammar of a quantity on characters, and the words before it that bound it."""

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
PEOPLE = (
    r"(?:wom[ae]n|m[ae]n|people|persons?|patients?|adults?|cases?|child(?:ren)?|girls?|boys?|survivors?|grown-ups?"
    r"|individuals?|bab(?:y|ies)|newborns?|infants?|sufferers?|births?|cancers?|tumou?rs?|males?|females?|americans?|britons?|families|of (?:them|us|those|these))"
)
_EVENTS = (
    r"(?:deaths?|strokes?|attacks?|fractures?|lumps?|moles?|melanomas?|infections?|pregnanc(?:y|ies)|operations?|smokers?|couples?|pairs?"
    r"|teenagers?|toddlers?|carriers?|seizures?|admissions?|relatives?|sisters?|brothers?|mothers?|fathers?|leuka?emias?|lymphomas?)"
)
_YEARS = r"(?:years?|yrs?|months?|mos?(?!\w))"


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile an expression that does not tell capitals from small letters."""
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The shapes of a quantity, tried in this order: all but fractions in a veiled text."""

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
        fraction=compiled(rf"(?P<a>{FRACTION})(?:{to}(?P<b>{FRACTION}))?(?P<more> or (?:more|better))?(?: or so\b)?"),
        multiple=compiled(
            rf"{figures}(?:{_PCT} (?:more|less|higher|lower|greater|fewer|increased?|decreased?|reduced?|reductions?|increase"
            rf"|decrease|drop|rise|better|worse|likelier|as likely)\b|(?: times|[- ]?fold)\b(?! (?:a|per|daily|each) | (?:out of|in|of) (?:every )?{NUMBER}(?!\d| ?%))| ?[×x](?![a-z0-9]| ?\d))"
        ),
        percent=compiled(
            rf"{figures}{_PCT}(?: of)?(?P<more>,? (?:or more|or better|or higher|and over|and above|and more|plus)\b)?"
            r"(?P<less> or (?:less|lower|fewer)\b)?(?: or so\b)?"
        ),
        ratio=compiled(
            rf"{figures}(?P<more> or (?:more|better))?(?: (?:[a-z-]+ ){{0,2}}?(?P<noun>{PEOPLE}|{_EVENTS}|times)(?: (?:of|with) [a-z-]+(?: [a-z-]+)?)?)?"
            r"(?P<link> (?:in|out of|of|per|for) (?:every |each )?|(?: in| out of) the |-in-)"
            rf"(?P<m>{NUMBER})(?:{_TO}(?P<m2>{NUMBER})(?=(?: [a-z-]+){{0,2}} (?:{PEOPLE}|{_EVENTS})| (?:will|would|is|are|has|have|gets?|dies?|develops?|needs?)\b))?(?!\d|\.\d| ?%| ?(?:percent|per cent|years?|yrs?|months?|weeks?|days?|hours?|minutes?|mg|points?)\b)"
            rf"(?! (?:[a-z]+ )?(?:places|sites|ways|parts|stages|forms|types|kinds|steps|groups|lines|organs|rounds|genes|causes|drugs|factors)\b)(?P<people> (?:[a-z-]+ ){{0,2}}?{PEOPLE})?"
        ),
        time=compiled(
            rf"{figures}(?P<bit> and a (?:bit|half))?[- ]?(?P<unit>{_YEARS})(?P<bit2> and a (?:bit|half))?"
            r"(?P<more> or (?:more|longer))?(?: or so\b)?"
        ),
        bare=compiled(rf"{figures}(?P<more> or (?:more|better))?"),
    )


_BEFORE_LOW = compiled(
    r"(?<!\bno )(?<!\bnot )(?:as (?:little|few|low) as|over|above|beyond|exceeding|exceeds|upwards? of|more than|greater than|better than|longer than|at least|(?:no|not) (?:less|fewer)"
    r" than|a minimum of|in excess of|just over|well over|north of|upward of|comfortably over|a shade over|a touch over|a little (?:over|more than)|slightly (?:over|more than)|>=?|\u2265) ?$"
)
_BEFORE_HIGH = compiled(
    r"(?<!\bno )(?<!\bnot )(?<!\bgone )(?<!\bgoes )(?<!\bwent )(?<!\brisen )(?<!\brose )(?<!\bcrept )(?<!\bclimbed )(?<!\bedged )(?<!\bshot )(?<!\bgoing )(?:under|below|(?:fewer|less|smaller) than|(?:no|not) (?:more|greater|longer|higher) than|at (?:the )?(?:most|best)|up to|as (?:many|much|high|long)"
    r" as|a maximum of|well under|just under|south of|a shade under|a touch under|<=?|\u2264|a little (?:under|less than)|slightly (?:under|less than|fewer than)|never more than) ?$"
)
_BEFORE_NEAR = compiled(
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|near(?:er)?(?: to)?|circa|perhaps|maybe|something like|in the"
    r" (?:region|order|neighbou?rhood) of|on the order of|an estimated|an average of|somewhere (?:around|between|near)|between|from|only|just|more like|like|a mere|fully|~|\u2248) ?$"
)
_BEFORE_AGE = compiled(
    rf"(?:\bage[ds]?(?: of)?|\bages|(?:younger than|older than|before|turn(?:ed|s|ing)?|(?:{PEOPLE}|those|is|are|was|be|you're|once) (?:who (?:are|were) )?"
    r"(?:diagnosed )?(?:before|under|over|past|below|above|by|until))(?: the age of| age)?|\bthose) ?$"
)
_OPENS_WITH_AGE, _THEN = compiled(r"\W*(?:past|over|under|above|below|beyond) "), compiled(r", [a-z]")
"""Around a number that a sentence opens with and that is an age: "Past 80, one in ten has it"."""
_AFTER_AGE = compiled(r"[- ](?:olds?|of age)\b")
AFTER_MARK = compiled(
    r"(?: (?:relative|overall|net|disease-free|disease-specific|cancer-specific|observed|progression-free|cause-specific))*"
    r" (?:survival|os\b|mark|point|figures?|rates?|outlook|milestone|survivors?|prognosis|mortality|risk)\b"
    r"|'? time\b| (?:later|on(?! average)|after|from (?:now|diagnosis|then)|past|following|out)\b"
)
_COMPARED = compiled(
    r" (?:less|lower|shorter|longer|more|younger|older|earlier|sooner|fewer)\b(?! than (?:not|\d|half|one|two|three|four|five|ten|an?\b))"
)
"""After a time that is a difference: "seven years lower"."""
_COMPARED_BY = compiled(r" (?:lower|higher|less likely|more likely|greater|as (?:many|much))\b")
"""After a fraction that is a difference or a part of another figure: "a third lower", "half as many"."""
BEFORE_MARK = compiled(r"\b(?:at|after|for|within|beyond|past|over|in|reach|by|least|the first|the next)(?: the)? $")
_ONE_OF = compiled(r"one of (?:the|those|these|our|your|my|them|several|many)\b")
_MONTHS = r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_MONTH_BEFORE, _MONTH_BEHIND = re.compile(rf"\b{_MONTHS}\.? $"), re.compile(rf"(?:st|nd|rd|th)?(?: of)? {_MONTHS}\b")
"""Beside a number that is a day: small letters make a verb of "May" and "March"."""
_ELSE = compiled(
    r" ?(?:mg|ml|mcg|cm|mm|kg|g|lbs?|pounds?|ounces?|minutes?|hours?|days?|weeks?|pm|am|calories|units?|grams?|degrees|inch(?:es)?|miles?|Gy|times)\b|:\d|/\d"
)
_STAGE = compiled(
    r"\b(?:stages?|grade|type|types|phase|figure|table|chapter|step|week|day|brca|her|no\.|number|cycle|line|age|in the|factor|level) ?-?$"
)
_STAGED = compiled(r"\b(?:stages?|grade|type) $")
"""Before a number that names a stage, and begins no range: "from 90% at stage 1 to 15% at stage 4"."""
_MEASURED = compiled(
    r"[- ](?:an? |the |your |their |its )?(?:hour|day|year|month|century|way|dose|tablet|time|pint|glass|sister|brother|life|past"
    r"|dozen|inch|mile|pound|cup|teaspoon|decade)| of an? (?:million|billion|thousand)\b"
)
_TIME_GAINED = compiled(
    r"\b(?:cut|cuts|reduc\w+|shorten\w*|lower\w*|extend\w*|prolong\w*|increas\w+|improv\w+|delay\w*|rais\w+|lengthen\w*|gain\w*|add|adds|added|lose|loses|lost)\b"
    r"(?: [a-z]+){0,5} $"
)
"""Before a time that is a difference: "cuts life expectancy by ten years", "adds two months"."""
_OF_ONE_PERCENT = compiled(r" (?:of )?(?:an?|one|1) ?(?:%|per ?cent\b)")
"""Behind "half": it is half of one percent."""
_HALF_THAT = compiled(r" (?:that\b(?! (?:are|is|have|has|do))|this\b)")
_ORDINAL = compiled(
    r" (?:and (?:final|last) )?(?:type|kind|form|group|option|reason|factor|cause|way|time|stage|opinion|person|trial|study|dose|drug|line|child|category"
    r"|class|possibility|example|theory|session|visit|operation|round|week|month|year|day|baby|pregnancy|toe|finger|nerve|ventricle|molar|place|grade|scan|test|vaccine|injection|jab)\b"
)
"""What "a third" counts when it is no share: "a third type"."""
_OF_EVERY = compiled(r"\b(?:of|in|out of|for|among) (?:every|each) $|(?:^|\. |, )(?:of|out of|among) $")
_WHOLE = compiled(rf" (?:[a-z-]+ ){{0,2}}?{PEOPLE}")


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


def scan(text: str) -> Iterator[Quantity]:
    """Yield the quantities that figures give, as they stand: what others beside them make of them is not yet told."""
    at, whole, veiled = 0, None, numbers.veiled(text)
    while match := numbers.ANY.search(text, at):
        start = match.start()
        if _OF_EVERY.search(text, max(0, start - 14), start) and _WHOLE.match(text, match.end()):
            total = numbers.value(match.group())
            whole = (total, start) if total and 10 <= total <= 1000 else whole
        quantity = _read(text, veiled, start)
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


def _ends(text: str, match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the numbers that a range runs between, twice the one where there is one."""
    low = numbers.value(text[slice(*match.span("a"))])
    return low, numbers.value(text[slice(*match.span("b"))]) if match["b"] else low


def _read(text: str, veiled: str, start: int) -> Quantity:
    """Read the quantity whose number begins at ``start``, with the words before it that bound it."""
    grammar = _grammar(_TO_AND if _BETWEEN.search(text, max(0, start - 30), start) else _TO)
    if match := grammar.fraction.match(text, start):
        low = numbers.percent(match["a"])
        high = numbers.percent(match["b"]) if match["b"] else low
        if (one := _OF_ONE_PERCENT.match(text, match.end())) and low is not None and high is not None:
            return bounded(text, Quantity("share", low / 100, high / 100, "%", start, one.end()), None, None)
        if _COMPARED_BY.match(text, match.end()):
            return Quantity("multiple", low, high, "", start, match.end())
        if (
            match["a"].lower().endswith("halves")
            or _MEASURED.match(text, match.end())
            or _HALF_THAT.match(text, match.end())
            or _ORDINAL.match(text, match.end())
        ):
            return Quantity("number", low, high, "", start, match.end())
        return bounded(text, Quantity("share", low, high, "%", start, match.end()), match["more"], None)
    if match := grammar.multiple.match(veiled, start):
        return Quantity("multiple", *_ends(text, match), "", start, match.end())
    if match := grammar.percent.match(veiled, start):
        low, high = _ends(text, match)
        if match["b"] and _STAGED.search(text, max(0, start - 8), start):
            return Quantity("other", low, low, "", start, match.end("a"))
        end = match.end() - 3 if match.group().endswith(" of") else match.end()
        quantity = Quantity("share", low, high, "%", start, end)
        return bounded(text, quantity, match["more"], match["less"])
    if (match := grammar.ratio.match(veiled, start)) and (quantity := _ratio(match, start, text)):  # type: ignore
        return bounded(text, quantity, match["more"], None)
    if match := grammar.time.match(veiled, start):
        return _time(text, match)
    match = grammar.bare.match(veiled, start)
    assert match is not None
    end = match.end()
    low, high = _ends(text, match)
    dated = _MONTH_BEFORE.search(text, max(0, start - 12), start) or _MONTH_BEHIND.match(text, end)
    if dated or _ELSE.match(text, end) or _ONE_OF.match(text, start) or _STAGE.search(text, max(0, start - 12), start):
        return Quantity("other", low, high, "", start, end)
    aged = _BEFORE_AGE.search(text, max(0, start - 30), start) or (
        _OPENS_WITH_AGE.fullmatch(text, 0, start) and _THEN.match(text, end)
    )
    kind = "age" if aged and high is not None and 10 <= high <= 110 else "number"
    quantity = Quantity(kind, low, high, "", start, end)
    return quantity if kind == "age" else bounded(text, quantity, match["more"], None)


def _ratio(match: re.Match[str], start: int, text: str) -> Quantity | None:
    """Return the share of "N in M", None where the words count something else ("one of the three")."""
    a, b = _ends(text, match)
    m = numbers.value(text[slice(*match.span("m"))])
    if a is None or b is None or not m or m <= 1 or max(a, b) > m:
        return None
    most = numbers.value(text[slice(*match.span("m2"))]) if match["m2"] else m
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
    noun = "" if match["noun"] in (None, "times") else match["noun"]
    return Quantity("share", numbers.rounded(a * 100 / most), numbers.rounded(b * scale), "%", start, end, noun)


def _time(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.start(), match.end()
    unit = "months" if match["unit"].lower().startswith("mo") else "years"
    low, high = _ends(text, match)
    if (match["bit"] or match["bit2"] or "").endswith("half") and low is not None and high is not None:
        low, high = low + 0.5, high + 0.5
    before = text[max(0, start - 24) : start]
    if _COMPARED.match(text, end) or _TIME_GAINED.search(text, max(0, start - 50), start):
        return Quantity("other", low, high, unit, start, end)
    if _AFTER_AGE.match(text, end) or re.search(r"\bage[ds]?(?: of)? $", before, re.IGNORECASE):
        return Quantity("age", low, high, unit, start, end)
    if (AFTER_MARK.match(text, end) and not (match["b"] and low != high)) or (
        BEFORE_MARK.search(before) and not match["b"]
    ):
        tail = re.compile(r" (?:later|on|out)\b").match(text, end)
        return Quantity("timemark", low, high, unit, start, tail.end() if tail else end)
    return bounded(text, Quantity("duration", low, high, unit, start, end), match["more"], None)


def bounded(text: str, quantity: Quantity, more: str | None = None, less: str | None = None) -> Quantity:
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
