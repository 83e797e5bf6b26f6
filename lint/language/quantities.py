"""Quantities in running text: numbers with what they measure, as intervals.

A quantity is a share (in percent), a duration, a time mark (a duration that is a measure, as in "5-year survival"
or "after five years"), an age, a multiple ("twice as likely", "30% more") or a bare number. A number that measures
something else (a dose, a date, a stage) stays a bare number, which no pattern takes for a share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lint.language import numbers
from lint.language.figures import AFTER_MARK, BEFORE_MARK, PEOPLE, Quantity, bounded, compiled, scan

_NOT_MOST = (
    r"(?:common|often|frequent|likely|important|recent|usual|widely|of all|[a-z]+ly|people's|of the time|cases in)\b"
)
_LIVED = compiled(
    r"\b(?:surviv(?:e|es|ed|ing)|live[sd]?|living|alive|sees?|reach(?:es|ed)?|makes? it to|made it to|gets? to|gets? past|live to see|pass(?:es|ed)?)"
    r"(?: (?:for|at least|about|around|up to|over|beyond|past|more than|longer than|another|a further))* $"
)
"""Before a time that a share of people lives: "a third survive more than one year"."""
_TO_LIVE = compiled(
    r"\b(?:chances?|odds|probability|likelihood|proportion|share|percentage|number)\b(?: [a-z-]+){0,6} (?:of|who|to|that)(?: [a-z]+)? (?:surviv|liv|being alive)[a-z]*"
    r"(?: (?:for|at least|about|around|up to|over|beyond|past|more than|longer than))* $"
)
"""Before a time whose share follows: "the chance of living five years is 12%"."""
_AVERAGE = compiled(r"\b(?:average|averages|median|mean|typically)\b")
_A_YEAR = compiled(
    r"\b(?:for|after|within|beyond|past|than|least|over) (?P<time>an? (?P<unit>year|month|decade))\b(?! (?:or two|and a|or more later))"
)
_COMPARED = compiled(
    r" (?:(?:more|less) (?:likely|prone|common|often)|(?:lower|higher|smaller|greater|bigger) (?:risk|chance|odds|rate)s?)\b"
)
"""Behind a share that is one of another risk: "a fifth less likely"."""
_AT_A_TIME = compiled(r"\b(?:at|inside|within|after|by|reach(?:es)?|for|least|survives?) $")
_LABELS = compiled(r" ?(?:[:=\u2013\u2014-]|is|was)? ?")
_LIVES_FOR = compiled(
    r"\b(?:live[sd]?|living|surviv(?:e|es|ed|al|ing)|life expectancy|lifespan)\b(?: (?:for|is|was|an?|of|the|median|average|mean|about|around|on|usually|typically|only|just|another"
    r"|a further|roughly|nearly|almost))* $"
)
_YEAR_AFTER = compiled(
    r"\b(?P<time>an? (?P<unit>year|month|decade))(?= (?:after|later|on\b|from (?:diagnosis|now)|following))"
)
_ABOUT_A_YEAR = compiled(
    r"\b(?P<bound>less than|under|more than|longer than|over|at least|about|around|roughly|nearly|almost|just over|just under|only|up to) an? (?P<unit>year|month)\b(?! (?:or two|and a|old))"
)
_ALIVE_AT = compiled(
    r"\balive (?:at|after) (?:two|three|five|ten|fifteen|twenty|[235]|1[05]|20)\b(?! ?[a-z%-])|^(?:at|after) (?:two|three|five|ten|[235]|10)(?=: )"
)
_AT_LEAST = compiled(r"\b(?:at least|longer than|more than|over|beyond|past) (?:about |around )?$")
_SURVIVING = compiled(r"\b(?:surviv\w+|li(?:ve[sd]?|ving)|life expectancy|lifespan)\b")
_FIRST_YEAR = compiled(
    r"\b(?:past|beyond|through|survives?|reach(?:es)?|outlives?|complete) (?P<time>(?:the|their|its|his|her|your) first (?P<unit>year|month|birthday))\b"
)
_A_YEAR_AND = compiled(r"\b(?:an? (?P<unit>year|month) and a half|half an? (?P<half>decade|year))\b")
_HALVES = {"decade": (5.0, "years"), "year": (6.0, "months")}
_COUNTED = compiled(
    r" ?\((?:n ?= ?|(?:about|around|roughly|some) )?(?:\d[\d,.]* (?:million|thousand|billion)|n ?= ?\d+|\d{1,3}(?:,\d{3})+)\)"
)
"""The same share as a count of people, in brackets behind it: "10% (190 million)"."""
_SAID_OF_MOST = (
    r"(?:(?:never|also|eventually|usually|still|then|simply|only|later|however,|do|don't|do not|will|can|may) ){0,2}"
    r"(?:are|were|will|have|had|can|cannot|do|don't|get|go|recover|live|die|develop|need|require|begin|start|occur|come|happen|respond"
    r"|resolve|heal|settle|disappear|clear|stay|remain|become|grow|experience|survive|result|last|improve|feel|turn|acquire|appear"
    r"|arise|follow|involve|notice|return|lose|cause|contain|affect|belong|spread|pass|stop|outgrow|catch|find|produce|never)\b"
)
"""What is said of most, in the plural."""
_MOST = compiled(
    rf"(?P<all>(?<!of )(?<!in )(?<!for )(?<!from )(?<!to )\b(?:almost |nearly |virtually )?all(?= (?:of the |of |the )?(?:[a-z]+ )?{PEOPLE}))"
    rf"|(?P<alone>\b(?:almost|nearly|virtually|practically) (?:all|everyone|everybody)(?= (?:is|are|can|will|survive|live|get|recover|do|of them|of these|of those)\b))"
    rf"|(?P<every>\b(?:every single|each and every|every one)(?= (?:of the |of )?(?:[a-z]+ )?{PEOPLE}))"
    rf"|\b(?:the )?(?:(?:vast|great|large|overwhelming) )?majority\b|(?<!the )(?<!than )(?<!nlike )\bmost(?! {_NOT_MOST})(?= (?:of|(?:(?!(?:are|is|at|in|by|to|with|from|who|that) )[a-z0-9-]+ ){{0,3}}?{PEOPLE}|(?:[a-z]+ ){{0,2}}?[a-z]+s {_SAID_OF_MOST}))"
)
_MOST_DO = compiled(
    rf"\bmost(?= {_SAID_OF_MOST})|(?<=\bfor )most(?=,)|^most of the time\b(?=,? (?:it|they|these|this|the|an?|no|there)\b)"
)
_OPENS = compiled(r"(?:^|[,;:.] |\b(?:and|but|although|though|for|eventually|ultimately|now|today) )$")
"""Before a "most" that stands for people or things told of before: "but most recover"."""
_SAY_MOST = ("most", "majority", "all", "every")
"""What stands in every match of ``_MOST``: looked for first, as few sentences have it."""
_RUNS_TO = compiled(rf"(?: {PEOPLE})? to(?: (?:about|around|roughly|as many as|nearly))? $")
_SAID_EXACTLY = compiled(
    r"(?: [a-z'-]+){0,4}(?: \(|, | ?[\u2013\u2014] ?)(?:(?:about|roughly|around|some|something like|up to|over) )?$"
)
"""Between "most" and the figure that says how many: "most of these tumours (85%)", "the majority, about 90%,"."""
_LISTED = re.compile(r"(?:,| and|, and) (?:(?:about|around|roughly|nearly) )?")
_MARKS_LISTED = re.compile(r"-?,? (?:and )?|-? and ")
_CHANGED_BY = compiled(
    r"(?:\bby|\b(?:rise|increase|reduction|fall|drop|decrease|decline|loss|gain|jump|improvement|growth|change|difference|saving|discount|shrinkage) of"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|dropped|declined|jumped|increased|decreased|climbed|plunged|shrank|shrunk|reduced|cut|cuts|reduces|raises|lowers|adds?|added|adding))"
    r"(?: as much as)? $"
)
"""Before a share that something changes by: "lowers the risk by 40%", "a rise of a fifth"."""
_RISEN = compiled(
    r"\b(?:gone|went|ris(?:en|es)|rose|climbed|grown|grew|improved|increased|jumped|doubled|edged|crept)(?: up| steadily| sharply)? $"
)
_BETWEEN = compiled(r"\bbetween\b")
_SINCE = compiled(r"\b(?:up|down) from[^.;]{0,4}$")
"""Before a share of the past, which something has come up or down from."""
_OF_THEM = compiled(rf" (?:of|the|all|those|who)\b| (?:[a-z-]+ ){{0,2}}?{PEOPLE}")
_HALVED = compiled(
    r"\b(?:cut|cuts|cutting|slash\w*|divid\w*|split\w*|brok\w*|cleave\w*|reduc\w*|drop\w*|f[ae]ll\w*)\b[^.;:]{0,60} in $"
)
_SIGNS = re.compile(
    rf"\d|[{''.join(numbers.SIGNS)}]|\b(?:hundred|thousand|million|year|month|half|halves|thirds?|quarters?|fourth|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|majority|most|all|every|{numbers._SMALL})",
    re.IGNORECASE,
)


@lru_cache(1 << 16)
def _tells(run: str) -> bool:
    """Tell whether a run without a space may be part of a quantity."""
    return _SIGNS.search(run) is not None


def find(text: str) -> list[Quantity]:
    """Return the quantities of a sentence in the order of the text; offsets are those of ``text``."""
    if not any(map(_tells, text.split())):
        return []
    lower = text.lower()
    found = [_with_a_half(match, text) for match in (_A_YEAR_AND.finditer(text) if "half" in lower else ())]
    found.extend(q for q in scan(text) if not any(q.start < other.end and other.start < q.end for other in found))
    for quantity in _by_words(text, lower):
        if not any(q.start < quantity.end and quantity.start < q.end for q in found):
            found.append(quantity)
    found = _without_counts(found, text)
    if any(q.type == "share" for q in found):
        half = any(q.type == "share" and q.low == q.high == 50.0 for q in found)
        if half and re.search(r"\b(?:more|less|longer|under) than a year|\bunder a year", text):
            found = sorted([*found, *_about_a_year(text, found)], key=lambda q: q.start)
        for match in (*_A_YEAR.finditer(text), *_YEAR_AFTER.finditer(text), *_FIRST_YEAR.finditer(text)):
            if any(q.start < match.end("time") and match.start("time") < q.end for q in found):
                continue
            decade = match["unit"].lower() == "decade"
            number, unit = (
                (10.0, "years") if decade else (1.0, "months" if match["unit"].lower() == "month" else "years")
            )
            found.append(Quantity("timemark", number, number, unit, match.start("time"), match.end("time")))
    found = [_as_change(_changed(quantity, text), text) for quantity in sorted(found, key=lambda q: q.start)]
    if not any(q.type == "share" for q in found) and _SURVIVING.search(text):
        found = sorted([*found, *_about_a_year(text, found)], key=lambda q: q.start)
    marked = _marked(_distributed(_merged(found, text), text), text)
    return _marks_listed(_beside_shares(list(_marks_go_on(marked, text)), text), text)


def _by_words(text: str, lower: str) -> Iterator[Quantity]:
    """Yield what words alone give: "most people", "but most recover", "every single patient"."""
    for match in _MOST.finditer(text) if any(word in lower for word in _SAY_MOST) else ():
        everyone = match.group("all") or match.group("every") or ("all" if match.group("alone") else None)
        if everyone is None:
            yield Quantity("share", 50.0, None, "%", match.start(), match.end(), exact=False)
        elif everyone.lower().startswith(("all", "every", "each")):
            yield Quantity("all", 100.0, 100.0, "%", match.start(), match.end(), exact=False)
    for match in _MOST_DO.finditer(text) if "most" in lower else ():
        if _OPENS.search(text, max(0, match.start() - 10), match.start()):
            yield Quantity("share", 50.0, None, "%", match.start(), match.end(), exact=False)


def _with_a_half(match: re.Match[str], text: str) -> Quantity:
    """Read "a year and a half" and "half a decade", a mark where something is measured then ("half a decade later")."""
    number, unit = _HALVES[match["half"].lower()] if match["half"] else (1.5, f"{match['unit'].lower()}s")
    mark = match["half"] and (AFTER_MARK.match(text, match.end()) or BEFORE_MARK.search(text[: match.start()]))
    return Quantity("timemark" if mark else "duration", number, number, unit, match.start(), match.end())


def _marks_go_on(found: list[Quantity], text: str) -> Iterator[Quantity]:
    """Read a number as a time mark that takes its unit from the one before ("48% at five years and 26% at ten"), years where people
    are alive then and none is before ("One in four is alive after five.")."""
    last = Quantity("timemark", None, None, "years", 0, 0) if _ALIVE_AT.search(text) else None
    for quantity in found:
        if quantity.type == "timemark":
            last = quantity
        elif last and quantity.type == "number" and quantity.low and quantity.high in (None, quantity.low):
            before, after = text[max(0, quantity.start - 8) : quantity.start], text[quantity.end : quantity.end + 1]
            if _AT_A_TIME.search(before) and after in ("", ".", ",", ";", ")", ":"):
                quantity = replace(quantity, type="timemark", high=quantity.low, unit=last.unit)
        yield quantity


def _marks_listed(found: list[Quantity], text: str) -> list[Quantity]:
    """Give the numbers of a list the time that stands behind its last one ("survival at 1, 5 and 10 years", "one- and ten-year")."""
    for at in range(len(found) - 2, -1, -1):
        quantity, following = found[at], found[at + 1]
        listed = following.type == "timemark" and _MARKS_LISTED.fullmatch(text[quantity.end : following.start])
        if (
            listed
            and quantity.type == "number"
            and quantity.low == quantity.high
            and (quantity.low or 0) < (following.low or 0)
        ):
            found[at] = replace(quantity, type="timemark", unit=following.unit)
    return found


def _about_a_year(text: str, found: list[Quantity]) -> Iterator[Quantity]:
    """Yield the years and months that "a" counts ("less than a year")."""
    for match in _ABOUT_A_YEAR.finditer(text):
        if not any(q.start < match.end() and match.start() < q.end for q in found):
            bound = match["bound"].lower()
            low = None if bound in ("less than", "under", "just under", "up to") else 1.0
            high = None if bound in ("more than", "longer than", "over", "just over", "at least") else 1.0
            yield Quantity("duration", low, high, f"{match['unit'].lower()}s", match.start(), match.end())


def _changed(quantity: Quantity, text: str) -> Quantity:
    """Read "has gone from 31 to 47 years" as the figure of today, and no range."""
    if quantity.type not in ("share", "duration") or quantity.low is None or quantity.high in (None, quantity.low):
        return quantity
    risen = text[quantity.start : quantity.start + 5].lower() == "from " and _RISEN.search(text[: quantity.start])
    return replace(quantity, low=quantity.high) if risen else quantity


def _as_change(quantity: Quantity, text: str) -> Quantity:
    """Read a share that something changes by as a multiple: it is no share of anything."""
    if quantity.type != "share" or not quantity.exact or quantity.noun or _OF_THEM.match(text, quantity.end):
        return quantity
    if _COMPARED.match(text, quantity.end):
        return replace(quantity, type="multiple", unit="")
    before = text[max(0, quantity.start - 80) : quantity.start]
    if _SINCE.search(f"{before}{text[quantity.start : quantity.start + 5]}"):
        return replace(quantity, type="other")
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
        # "Half live longer than three years" gives the median, and so does "half are alive after 28 months".
        median = any(s.low == s.high == 50.0 for s in shares[-1:]) and (quantity.high is None or _odd(quantity, text))
        if median and quantity.type == "timemark":
            quantity = replace(quantity, type="duration")
        after = bool(shares) and not median
        if quantity.type == "duration" and quantity.low is not None and quantity.high in (None, quantity.low):
            lived = after and _LIVED.search(text, max(0, quantity.start - 40), quantity.start)
            follows = not after and any(other.type == "share" and other.start > quantity.end for other in found)
            if lived or (follows and _TO_LIVE.search(text[: quantity.start])):
                quantity = replace(quantity, type="timemark", high=quantity.low)
        result.append(quantity)
    return result


def _odd(quantity: Quantity, text: str) -> bool:
    """Tell whether a mark is no time that survival is given to by custom, or is a bound ("half live at least four years")."""
    if quantity.type != "timemark" or quantity.low is None:
        return False
    custom = quantity.low % (12 if quantity.unit == "months" else 1) == 0
    return not custom or _AT_LEAST.search(text[: quantity.start]) is not None


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
            lived = bounded(text, replace(quantity, type="duration"))
            if _LIVES_FOR.search(text, max(0, lived.start - 40), lived.start):
                result[at] = lived if None in (lived.low, lived.high) else replace(quantity, type="duration")
    return result


def _distributed(found: list[Quantity], text: str) -> list[Quantity]:
    """Give the numbers of a list the unit that stands after its last one ("84.0, 10.6 and 9.1 percent")."""
    result = list(found)
    given = False
    for at in range(len(result) - 2, -1, -1):
        quantity, following = result[at], result[at + 1]
        plain = text[following.start : following.end]
        given = (given or "%" in plain or "per" in plain) and following.type == "share" and following.exact
        # "Of those with one, 12% get another": it stands for a thing.
        counts = text[quantity.start : quantity.end].lower() != "one"
        if given and counts and quantity.type == "number" and _LISTED.fullmatch(text[quantity.end : following.start]):
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
            apart = _BETWEEN.search(text, max(0, last.start - 20), last.end) if between == " and " else None
            if last.exact and quantity.exact and (apart or _runs(text[last.start : last.end], between)):
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
