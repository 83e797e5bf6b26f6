"""Noun phrases: where the thing that an open slot names begins and ends, and whether it names one at all.

There is no parser: closed lists of auxiliaries, frequent verbs and subordinators say where a phrase cannot go on. A
span that holds a whole clause, a command or a purpose ("steps to prevent ..") names no thing and is refused.
"""

from __future__ import annotations

from lint.language.units import Sentence

Span = tuple[int, int]

_AUXILIARIES = frozenset((
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "can", "could", "may", "might", "will",
    "would", "should", "shall", "must", "cannot", "'re", "'ve", "'ll", "isn", "aren", "don", "doesn", "didn", "won", "wouldn",
))  # fmt: skip
_VERBS = frozenset((
    "include", "includes", "occur", "occurs", "occurred", "contain", "contains", "make", "makes", "made", "become", "becomes", "belong", "belongs",
    "allow", "allows", "want", "wants", "know", "knows", "think", "thinks", "thought", "believe", "believes", "suspect", "suspects", "show",
    "shows", "showed", "shown", "suggest", "suggests", "suggested", "say", "says", "said", "found", "find", "finds", "mean", "means", "provide", "provides",
    "carry", "carries", "encode", "encodes", "help", "helps", "begin", "begins", "began", "appear", "appears", "seem", "seems", "tend", "tends",
    "depend", "depends", "require", "requires", "develop", "develops", "get", "gets", "got", "go", "goes", "come", "comes", "came", "take", "takes",
    "took", "give", "gives", "gave", "keep", "keeps", "leads", "cause", "causes", "caused", "produce", "produces", "affect", "affects", "reduce", "reduces",
    "prevent", "prevents", "raise", "raises", "lower", "lowers", "inherit", "inherits", "receive", "receives", "remain", "remains", "aim", "aims", "disrupt",
    "disrupts", "interfere", "interferes", "impair", "impairs", "alter", "alters", "ask", "asks", "talk", "learn", "try", "avoid", "avoids", "consider",
    "discuss", "tell", "tells", "told", "put", "puts", "bring", "brings", "let", "lets", "lose", "loses", "lost", "eat", "eats", "follow", "follows",
    "call", "calls", "called", "happen", "happens", "happened", "inhibit", "inhibits", "enable", "enables", "ensure", "ensures", "determine",
    "determines", "identify", "identifies", "explain", "explains", "describe", "describes", "recommend", "recommends", "prescribe", "prescribes",
    "doctors", "scientists", "researchers", "agree", "agrees", "increase", "increases", "increased", "remove", "removes", "kill", "kills", "destroy",
    "destroys", "damage", "damages", "block", "blocks", "vary", "varies", "exist", "exists", "arise", "arises", "result", "results", "resulted", "trigger",
    "triggers", "protect", "protects", "predispose", "predisposes", "confer", "confers", "survive", "die", "dies", "died", "live", "lives", "need",
    "needs", "doubles", "triples", "halves", "prefer", "worry", "worries", "wear", "wears", "boost", "boosts", "regulate", "regulates", "control",
    "attach", "attaches", "bind", "binds", "form", "forms", "spread", "spreads", "grow", "grows", "move", "moves", "remember", "imagine", "note",
))  # fmt: skip
_NOUNS_TOO = frozenset((
    "cause", "causes", "increase", "increases", "increased", "result", "results", "damage", "trigger", "triggers", "control", "form", "forms",
    "spread", "lives", "raises", "reduced", "caused", "made", "found", "called", "told", "lost", "live", "develop", "blocks", "block", "die", "put",
    "cut", "lower", "raised", "show", "help", "doctors", "scientists", "researchers", "damaged", "shown", "thought", "said", "given", "lets",
    "move", "call", "calls", "aim", "aims", "affected", "suspect", "put", "died", "note", "worry", "worries",
))  # fmt: skip
"""Verbs that may as well be nouns or participles: between two nouns they prove nothing by themselves."""
_REPORTS = frozenset((
    "show", "shows", "showed", "shown", "suggest", "suggests", "suggested", "believe", "believed", "think", "thinks", "thought", "suspect", "suspects",
    "know", "known", "known", "say", "says", "said", "found", "find", "finds", "evidence", "mean", "means", "fact", "clear", "true", "sign", "idea", "claim",
    "likely", "sure", "agree", "proof", "indicate", "indicates", "indicated", "conclude", "concluded", "report", "reported", "confirm", "confirmed",
    "myth", "reason", "news", "remember", "note", "so", "is", "possible",
))  # fmt: skip
_RELATIVES = frozenset(("who", "that", "which", "whose", "whom", "where"))
_SUBORDINATE = frozenset((
    "if", "when", "while", "although", "because", "since", "as", "whether", "how", "why", "what", "where", "once", "unless", "until", "before", "after",
    "though", "whereas", "there", "it's", "whenever", "here", "please", "to", "until",
))  # fmt: skip
_LEADING_PREPOSITIONS = frozenset((
    "in", "for", "among", "during", "by", "with", "of", "on", "at", "from", "about", "unlike", "like", "despite", "besides", "under", "over", "through",
    "upon", "within", "without", "according", "compared", "instead", "rather", "along", "depending", "except",
))  # fmt: skip
_CONNECTIVES = frozenset((
    "and", "but", "or", "so", "then", "thus", "yet", "however", "therefore", "also", "that", "nor", "plus", "still", "even", "especially", ",", "oddly",
    "sadly", "indeed", "similarly", "likewise", "moreover", "furthermore", "additionally", "finally", "first", "second", "third", "remember", "yes", "no", "well",
    "today", "overall", "generally",
))  # fmt: skip
_STARTS = frozenset((
    "in some cases", "in rare cases", "in many cases", "in most cases", "in some people", "in addition", "in general", "for example", "for instance",
    "in fact", "of course", "at least", "by far", "in other words", "on average", "in particular", "in turn", "as a result", "over time",
    "in time", "in short", "in men", "in women", "in adults", "in children", "at any age", "in the long run", "in the long term",
))  # fmt: skip
_STOPS = frozenset((
    "which", "that", "who", "whom", "whose", "because", "if", "when", "whereas", "so", "by", "compared", "than", "according", "unless", "however", "where",
    "since", "whether", "especially", "particularly", "while", "though", "although", "due", "as", "depending", "how", "why", "what", "even", "just", "only", "known", "called",
    "for", "to", "about", "then", "not", "simply", "mainly", "through", "via", "once", "every", "until", "but", "either", "too", "later",
))  # fmt: skip
_TAKE_TO = frozenset((
    "exposure", "damage", "injury", "injuries", "blow", "knock", "trauma", "response", "reaction", "allergy", "sensitivity", "changes", "resistance",
    "treatment", "treatments", "therapy", "genes", "gene", "surgery", "medicines", "drugs", "medication", "immunity", "intolerance", "radiation",
))  # fmt: skip
_KEEP = frozenset(("no", "not", "never", "without", "very", "many", "more", "less", "fewer", "too"))
_PRONOUNS = frozenset((
    "it", "they", "them", "this", "these", "that", "those", "both", "all", "he", "she", "you", "we", "i", "one", "each", "either", "neither", "others", "another",
))  # fmt: skip


def before(sentence: Sentence, span: Span) -> Span | None:
    """Return the noun phrase that ends a span, the subject of what follows it; None when there is none."""
    first, last = span
    units = sentence.units
    last = _trimmed(sentence, first, last)
    if last <= first:
        return None
    final = _word(sentence, last - 1)
    if final == "," and last < len(units) and _word(sentence, last).endswith("ing"):
        return None
    if final == "to" or final in _RELATIVES or final in _SUBORDINATE or final in _LEADING_PREPOSITIONS:
        return None
    if final in ("and", "or", "then", "but"):
        return _shared(sentence, first, last)
    at = last - 1
    while at > first and _word(sentence, at - 1) not in (".", "\u2022"):
        at -= 1
    begin, stop = _segment(sentence, at, last)
    found = _phrase(sentence, begin, stop) if begin < stop else None
    if found is None or (found[1] - found[0] == 1 and _word(sentence, found[0]).endswith("ly")):
        return None
    return (found[0], _lettered(sentence, found[1])) if found[1] == last else found


def after(sentence: Sentence, span: Span) -> Span | None:
    """Return the noun phrase that begins a span, the object of what precedes it; None when it opens a clause of its own."""
    first, last = span
    units = sentence.units
    while first < last and units[first].filler and units[first].word not in _KEEP and not units[first].type:
        if units[first].word == "by" or units[first].word in _AUXILIARIES:
            return None
        first += 1
    if first < last and _word(sentence, first) in (",", ".", "or", "and", "if", "when", "because", "who", "which", "whether", "of"):
        return None
    if first > 0 and _word(sentence, first - 1) in ("not", "never"):
        first -= 1
    at = first
    while at < last:
        word = _word(sentence, at)
        if word == ".":
            break
        if at > first and word == "," and not _list_goes_on(sentence, at, last):
            break
        if at == first + 1 and units[first].type == "people" and word in ("who", "whose", "with") and at + 1 < last:
            at += 2
            continue
        if word in _STOPS and at > first and not _continues(sentence, at, last):
            break
        if word in _AUXILIARIES or (word in _VERBS and word not in _NOUNS_TOO):
            cut = _last_joint(sentence, first, at)
            if cut is None:
                return None
            at = cut
            break
        at += 1
    at = _examples(sentence, at, last) or at
    at = _trimmed(sentence, first, at)
    while at > first and _word(sentence, at - 1) in ("and", "or", ",", "in", "of", "with", "the", "a", "an", "on", "at", "from", "more", "both", "such"):
        at -= 1
    return (first, at) if at > first else None


def _continues(sentence: Sentence, at: int, last: int) -> bool:
    """Tell whether "to", "for" or "as" belongs to the noun before it ("exposure to dust", "a blow to the head", "such as")."""
    word, before_it = _word(sentence, at), _word(sentence, at - 1)
    if word == "as":
        return before_it == "such"
    if word not in ("to", "for") or at + 1 >= last:
        return False
    following = sentence.units[at + 1]
    return before_it in _TAKE_TO or following.word in ("the", "a", "an", "your", "her", "his", "their") or bool(following.type)


def _examples(sentence: Sentence, at: int, last: int) -> int:
    """Return where the examples end that follow a thing ("diseases that affect nerves, such as A or B"), 0 for none."""
    for such in range(at, min(last - 2, at + 16)):
        if _word(sentence, such) == ".":
            return 0
        if _word(sentence, such) == "such" and _word(sentence, such + 1) == "as":
            end = such + 2
            while end < last and _word(sentence, end) not in (".", "which", "who", "because", "when", "if") and not _verb(sentence, end):
                if _word(sentence, end) in _AUXILIARIES or (_word(sentence, end) == "," and not _list_goes_on(sentence, end, last)):
                    break
                end += 1
            return end
    return 0


def _lettered(sentence: Sentence, last: int) -> int:
    """Return where a phrase ends with the letter that belongs to its name ("vitamin A")."""
    units = sentence.units
    if last < len(units) and units[last].word == "a" and not units[last].type:
        if sentence.text[units[last].start - sentence.start] == "A" and units[last].start > sentence.start:
            return last + 1
    return last


def inside(sentence: Sentence, span: Span) -> Span | None:
    """Return a span that stands between words of a rule, without small words at its edges; None when it holds a clause."""
    first, last = span
    last = _trimmed(sentence, first, last)
    while first < last and sentence.units[first].filler and sentence.units[first].word not in _KEEP and not sentence.units[first].type:
        first += 1
    if first >= last or _predicate(sentence, first, last) is not None:
        return None
    if any(_word(sentence, at) == "." for at in range(first, last)):
        return None
    return first, last


def clause(sentence: Sentence, span: Span) -> Span | None:
    """Return the clause that begins a span ("you smoke"), without an aside or a further clause behind it."""
    first, last = span
    while first < last and sentence.units[first].filler and sentence.units[first].word not in _KEEP and not sentence.units[first].type:
        first += 1
    at = first
    while at < last:
        word = _word(sentence, at)
        if word == "." or (word == "," and not _list_goes_on(sentence, at, last)):
            break
        if at > first and word in ("than", "compared", "because", "so", "whereas", "although", "but", "while", "whether", "which"):
            break
        at += 1
    at = _trimmed(sentence, first, at)
    return (first, at) if at > first else None


def head(sentence: Sentence, span: Span) -> int:
    """Return the unit that is the head of a noun phrase: the last before a preposition, a relative pronoun or a comma."""
    first, last = span
    for at in range(first, last):
        word = _word(sentence, at)
        if at > first and (word in _RELATIVES or word in _LEADING_PREPOSITIONS or word in (",", "to", "(", "than", "as", "and", "or")):
            return at - 1
    return last - 1


def core(sentence: Sentence, span: Span) -> Span:
    """Return what a phrase is about: without where, in whom and with what ("pain in people with X": "pain")."""
    first, last = span
    for at in range(first + 1, last):
        if _word(sentence, at) in (",", "in", "with", "among", "for", "seen", "characteristic", "associated", "due", "that", "who", "caused", "from", "during", "related", "at", "on"):
            return first, at
    return span


def topic(sentence: Sentence, limit: int | None = None) -> Span | None:
    """Return the subject of a sentence, or of its units before ``limit``, for a pronoun: what stands before its first verb."""
    units = sentence.units if limit is None else sentence.units[:limit]
    start = 0
    while start < len(units) and _word(sentence, start) in ("as", "for", "what", "about", "and", "but", "so", "how", "does", "do", "can", "could", "did", "is", "are", "will", "if"):
        start += 1
    end = next((at for at in range(start, len(units)) if _word(sentence, at) in _AUXILIARIES or _word(sentence, at) in _VERBS), len(units))
    while end > start and _word(sentence, end - 1) in ("?", ".", "!", ":", ",", "matter"):
        end -= 1
    if end <= start or end - start > 10 or (end == len(units) and end - start > 7):
        return None
    found = before(sentence, (start, end))
    if found is None or any(_word(sentence, at) in _PRONOUNS for at in range(*found)):
        return None
    return found


def bearers(sentence: Sentence, span: Span) -> Span:
    """Return what tells people apart ("people who smoke": "smoke"; "women with fair hair": "fair hair"), else the span."""
    first, last = span
    at = first
    while at < last and sentence.units[at].type != "people":
        if at - first > 1 or sentence.units[at].type:
            return span
        at += 1
    if at + 2 >= last or (at > first and not sentence.units[first].filler):
        return span
    link = _word(sentence, at + 1)
    if link not in ("who", "with", "whose", "that"):
        return span
    begin = at + 2
    while begin < last - 1 and (_word(sentence, begin) in _AUXILIARIES or (sentence.units[begin].filler and _word(sentence, begin) not in _KEEP)):
        begin += 1
    return begin, last


def pronoun(words: str) -> bool:
    """Tell whether the words of a slot are a pronoun, which stands for what went before."""
    return words.lower() in _PRONOUNS


def _word(sentence: Sentence, at: int) -> str:
    unit = sentence.units[at]
    return "" if unit.type else unit.word


def _verb(sentence: Sentence, at: int) -> bool:
    word = _word(sentence, at)
    return word in _VERBS and word not in _NOUNS_TOO


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Return where a span ends without adverbs and auxiliaries."""
    units = sentence.units
    while last > first and not units[last - 1].type and (units[last - 1].filler or units[last - 1].word in ("however", "therefore", "thus", "alone", "all")):
        last -= 1
    return last


def _predicate(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the first verb of a span that no relative pronoun leads, None when there is none."""
    led, running = False, False
    for at in range(first, last):
        word = _word(sentence, at)
        if word in _RELATIVES and at > first:
            led, running = True, False
        elif word == ",":
            led, running = False, False
        elif word in _AUXILIARIES or _verb(sentence, at):
            # A relative pronoun leads one group of verbs, and those joined to it.
            if not led and not running:
                return at
            led, running = False, True
        elif word in ("and", "or") and running:
            led = True
        elif not sentence.units[at].filler and running and not _participle(word):
            running = led
    return None


def _participle(word: str) -> bool:
    return word.endswith(("ed", "ing", "en"))


def _shared(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the subject that two verbs share ("X damages nerves and raises .."): what stands before the first of them."""
    units = sentence.units
    at = last - 1
    while at > first and _word(sentence, at - 1) != ".":
        at -= 1
    for verb in range(at + 1, last - 1):
        word = _word(sentence, verb)
        if word in _AUXILIARIES or word in _VERBS:
            if any(_word(sentence, n) in _RELATIVES or _word(sentence, n) == "to" for n in range(verb, last)):
                return None
            stop = _trimmed(sentence, at, verb)
            if stop > at and _word(sentence, stop - 1) in _RELATIVES:
                return None
            begin, stop = _segment(sentence, at, stop)
            return _phrase(sentence, begin, stop) if begin < stop and not units[begin].edge else None
    return None


def _segment(sentence: Sentence, first: int, last: int) -> Span:
    """Return the part between commas that is the subject: the last, what an aside interrupts, or a whole list."""
    commas = [at for at in range(first, last) if _word(sentence, at) == ","]
    if not commas:
        return first, last
    starts = [first, *(at + 1 for at in commas)]
    ends = [*commas, last]
    if starts[-1] >= ends[-1] and len(starts) > 1:
        starts.pop()
        ends.pop()
        if len(starts) > 1:
            if _word(sentence, starts[-1]) in ("such", "including", "like", "especially", "for", "particularly"):
                return starts[-2], ends[-1]
            return starts[-2], ends[-2]
        return starts[0], ends[0]
    tail = starts[-1]
    if len(starts) > 2 and _word(sentence, tail) in ("and", "or"):
        index = len(starts) - 1
        while index > 0 and _listed(sentence, starts[index - 1], ends[index - 1]):
            index -= 1
        if index < len(starts) - 2:
            return starts[index], last
    if len(starts) > 1 and _joined(sentence, tail, last):
        index = len(starts) - 1
        while index > 0 and ends[index - 1] - starts[index - 1] <= 5 and _listed(sentence, starts[index - 1], ends[index - 1]):
            index -= 1
        if index < len(starts) - 1 and not sentence.units[starts[index]].filler:
            return starts[index], last
    if len(starts) > 1 and _word(sentence, starts[-2]) == "such":
        return starts[-2], last
    return tail, last


def _joined(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the end of a list stands here: two short items with "and" or "or" between ("B and C")."""
    joints = [at for at in range(first + 1, last - 1) if _word(sentence, at) in ("and", "or")]
    return len(joints) == 1 and last - first <= 9 and _predicate(sentence, first, last) is None and _word(sentence, first) not in _CONNECTIVES


def _listed(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether the words between two commas can be an item of a list."""
    if last <= first or last - first > 8 or _word(sentence, first) in _LEADING_PREPOSITIONS or _word(sentence, first) in _SUBORDINATE:
        return False
    return not any(_word(sentence, at) in _AUXILIARIES or _word(sentence, at) in _VERBS for at in range(first, last))


def _phrase(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return a span without what leads up to a noun phrase; None when it is a clause, a command or a purpose."""
    units = sentence.units
    for at in range(last - 1, first, -1):
        if _word(sentence, at) == "that" and _word(sentence, at - 1) in _REPORTS:
            first = at + 1
            break
    for at in range(last - 2, first, -1):
        if _word(sentence, at) in ("which", "whom") and _word(sentence, at - 1) in _LEADING_PREPOSITIONS:
            first = at + 1
            break
    text = " ".join(u.word for u in units[first : first + 5])
    for start in _STARTS:
        if text.startswith(start + " "):
            first += len(start.split())
            break
    while first < last and _word(sentence, first) in _CONNECTIVES:
        first += 1
    if first >= last:
        return None
    if _word(sentence, first) == "as" and first > 0 and _word(sentence, first - 1) == "such":
        first += 1
    if any(_word(sentence, at) in ("how", "why", "whether") for at in range(first, last)):
        return None
    for at in range(first + 1, last):
        if _word(sentence, at) in ("when", "while", "if", "once", "because"):
            last = _trimmed(sentence, first, at)
            break
    opener = _word(sentence, first)
    if first >= last or opener in _SUBORDINATE or opener in _LEADING_PREPOSITIONS or (opener in _RELATIVES and last - first > 1):
        return None
    verb = _predicate(sentence, first, last)
    if verb is not None:
        if _word(sentence, verb) not in _REPORTS or verb + 1 >= last:
            return None
        first = verb + 1
        if _predicate(sentence, first, last) is not None or _word(sentence, first) in _SUBORDINATE:
            return None
    while first < last and units[first].filler and not units[first].type and units[first].word not in _KEEP:
        first += 1
    if first < last - 1 and _word(sentence, first) in ("how", "why", "what", "whether", "to"):
        return None
    return (first, last) if first < last else None


def _list_goes_on(sentence: Sentence, comma: int, last: int) -> bool:
    """Tell whether a list goes on after a comma: a short item without a verb, and an "and" or "or" in sight."""
    at = comma + 1
    if at >= last:
        return False
    if _word(sentence, at) in ("and", "or"):
        nearer = [n for n in range(max(0, comma - 12), comma) if _word(sentence, n) == ","]
        if not nearer:
            return False
        at += 1
    if at >= last or _word(sentence, at) in _STOPS or _word(sentence, at) in _SUBORDINATE or _word(sentence, at) in _PRONOUNS:
        return False
    end = at
    while end < last and _word(sentence, end) not in (",", "."):
        end += 1
    if any(_word(sentence, n) in _AUXILIARIES or _verb(sentence, n) for n in range(at, end)):
        return False
    if _word(sentence, comma + 1) in ("and", "or"):
        return True
    return end - at <= 9 and any(_word(sentence, n) in ("and", "or") for n in range(at, min(last, at + 40)))


def _last_joint(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the last comma or "and" of a span, where a clause of its own begins, None when there is none."""
    for at in range(last - 1, first, -1):
        if _word(sentence, at) in (",", "and", "or"):
            while at > first and _word(sentence, at - 1) in (",", "and", "or"):
                at -= 1
            return at
    return None
