"""The forms of English verbs and nouns, by rule and a list of what goes by none."""

from __future__ import annotations

_IRREGULAR = {
    "spread": ("spread", "spreads", "spreading"), "go": ("go", "goes", "going", "gone", "went"),
    "get": ("get", "gets", "getting", "got", "gotten"), "have": ("have", "has", "had", "having"),
    "grow": ("grow", "grows", "growing", "grew", "grown"), "make": ("make", "makes", "making", "made"),
    "come": ("come", "comes", "coming", "came"), "cut": ("cut", "cuts", "cutting"), "put": ("put", "puts", "putting"),
    "rise": ("rise", "rises", "rising", "rose", "risen"), "lead": ("lead", "leads", "leading", "led"),
    "bring": ("bring", "brings", "bringing", "brought"), "find": ("find", "finds", "finding", "found"),
    "see": ("see", "sees", "seeing", "seen", "saw"), "be": ("be", "is", "are", "was", "were", "been", "being", "'s", "'re"),
    "give": ("give", "gives", "giving", "gave", "given"), "take": ("take", "takes", "taking", "took", "taken"),
    "run": ("run", "runs", "running", "ran"), "begin": ("begin", "begins", "beginning", "began", "begun"),
    "strike": ("strike", "strikes", "striking", "struck"), "hit": ("hit", "hits", "hitting"), "drive": ("drive", "drives", "driving", "drove", "driven"),
    "show": ("show", "shows", "showing", "showed", "shown"), "set": ("set", "sets", "setting"), "know": ("know", "knows", "knew", "known"),
    "keep": ("keep", "keeps", "keeping", "kept"), "hold": ("hold", "holds", "holding", "held"), "do": ("do", "does", "did", "done", "doing"),
    "stand": ("stand", "stands", "standing", "stood"), "die": ("die", "dies", "died", "dying"), "lie": ("lie", "lies", "lying", "lay"),
    "mean": ("mean", "means", "meant", "meaning"), "feed": ("feed", "feeds", "fed", "feeding"), "fall": ("fall", "falls", "fell", "fallen", "falling"),
}  # fmt: skip


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb; what follows its first word ("push up") stays with every form."""
    head, _, rest = verb.partition(" ")
    if head in _IRREGULAR:
        forms = _IRREGULAR[head]
    elif head.endswith("e"):
        forms = (head, head + "s", head + "d", head[:-1] + "ing")
    elif head.endswith("y") and head[-2] not in "aeiou":
        forms = (head, head[:-1] + "ies", head[:-1] + "ied", head + "ing")
    elif head.endswith(("s", "x", "z", "ch", "sh")):
        forms = (head, head + "es", head + "ed", head + "ing")
    elif (
        len(head) > 2
        and head[-1] in "bdgmnpt"
        and head[-2] in "aeiou"
        and head[-3] not in "aeiou"
        and (len(head) <= 4 or head.endswith("mit"))
    ):
        forms = (head, head + "s", head + head[-1] + "ed", head + head[-1] + "ing", head + "ed", head + "ing")
    else:
        forms = (head, head + "s", head + "ed", head + "ing")
    return tuple(f"{form} {rest}" if rest else form for form in forms)


def plural(noun: str) -> str:
    """Return the plural of a noun or of the last word of a phrase."""
    if noun.endswith("sis"):
        return noun[:-2] + "es"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
