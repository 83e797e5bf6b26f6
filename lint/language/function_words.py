"""Function words and frequent verbs of English: where a noun phrase cannot go on, and what cannot begin one."""

from __future__ import annotations

AUXILIARIES = frozenset((
    "'ll", "'re", "'ve", "am", "are", "aren", "be", "been", "can", "cannot", "could", "did", "didn", "do", "does",
    "doesn", "don", "had", "has", "have", "is", "isn", "may", "might", "must", "shall", "should", "was", "were",
    "will", "won", "would", "wouldn",
))  # fmt: skip
VERBS = frozenset((
    "affect", "affects", "agree", "agrees", "aim", "aims", "allow", "allows", "alter", "alters", "appear", "appears",
    "arise", "arises", "ask", "asks", "attach", "attaches", "avoid", "avoids", "become", "becomes", "began", "begin",
    "begins", "believe", "believes", "belong", "belongs", "bind", "binds", "block", "blocks", "boost", "boosts",
    "bring", "brings", "call", "called", "calls", "came", "carries", "carry", "cause", "caused", "causes", "come",
    "comes", "confer", "confers", "consider", "contain", "contains", "control", "damage", "damages", "depend",
    "depends", "describe", "describes", "destroy", "destroys", "determine", "determines", "develop", "develops",
    "die", "died", "dies", "discuss", "disrupt", "disrupts", "doctors", "doubles", "eat", "eats", "enable", "enables",
    "encode", "encodes", "ensure", "ensures", "exist", "exists", "explain", "explains", "find", "finds", "follow",
    "follows", "form", "forms", "found", "gave", "get", "gets", "give", "gives", "go", "goes", "got", "grow", "grows",
    "halves", "hardens", "happen", "happened", "happens", "help", "helps", "identifies", "identify", "imagine", "impair",
    "impairs", "include", "includes", "increase", "increased", "increases", "inherit", "inherits", "inflames", "inhibit",
    "inhibits", "interfere", "interferes", "irritates", "keep", "keeps", "kill", "kills", "know", "knows", "leads", "learn", "let",
    "lets", "live", "lives", "lose", "loses", "lost", "lower", "lowers", "made", "make", "makes", "mean", "means",
    "move", "moves", "narrows", "need", "needs", "note", "occur", "occurred", "occurs", "predispose", "predisposes", "prefer",
    "prescribe", "prescribes", "prevent", "prevents", "produce", "produces", "protect", "protects", "provide",
    "provides", "put", "puts", "raise", "raises", "receive", "receives", "recommend", "recommends", "reduce",
    "reduces", "regulate", "regulates", "remain", "remains", "remember", "remove", "removes", "require", "requires",
    "researchers", "result", "resulted", "results", "said", "say", "says", "scientists", "seem", "seems", "show",
    "showed", "shown", "shows", "spread", "spreads", "suggest", "suggested", "suggests", "survive", "suspect",
    "suspects", "take", "takes", "talk", "tell", "tells", "tend", "tends", "think", "thinks", "thought", "told",
    "took", "trigger", "triggers", "triples", "try", "varies", "vary", "want", "wants", "weaken", "weakens", "wear", "wears", "worries",
    "worry",
))  # fmt: skip
NOUNS_TOO = frozenset((
    "affected", "aim", "aims", "block", "blocks", "call", "called", "calls", "cause", "caused", "causes", "control",
    "cut", "damage", "damaged", "develop", "die", "died", "doctors", "form", "forms", "found", "given", "help",
    "increase", "increased", "increases", "lets", "live", "lives", "lost", "lower", "made", "move", "note", "put",
    "raised", "raises", "reduced", "researchers", "result", "results", "said", "scientists", "show", "shown",
    "spread", "suspect", "thought", "told", "trigger", "triggers", "worries", "worry",
))  # fmt: skip
"""Verbs that may as well be nouns or participles: between two nouns they prove nothing by themselves."""
REPORTS = frozenset((
    "agree", "belief", "believe", "believed", "claim", "clear", "conclude", "concluded", "confirm", "confirmed", "evidence",
    "fact", "find", "finds", "found", "idea", "indicate", "indicated", "indicates", "is", "know", "known", "likely", "unlikely",
    "mean", "means", "myth", "news", "note", "noted", "noticed", "observe", "observed", "possible", "proof",
    "reason", "remember", "report", "reported", "promise", "promised", "promises", "claims", "claimed", "argue",
    "argued", "hint", "hinted", "warn", "warned", "said", "read", "reads", "hear", "hears", "heard", "told",
    "doubt", "doubted", "doubtful", "doubts", "swear", "swears", "insist", "insists", "untrue", "false", "wrong",
    "say", "says", "show", "showed", "shown", "shows", "sign", "so", "suggest", "suggested", "suggests", "sure",
    "suspect", "suspects", "think", "thinks", "thought", "true",
))  # fmt: skip
RELATIVES = frozenset((
    "that", "where", "which", "who", "whom", "whose",
))  # fmt: skip
SUBORDINATE = frozenset((
    "after", "although", "as", "because", "before", "here", "how", "if", "it's", "once", "please", "since", "there",
    "though", "to", "unless", "until", "what", "when", "whenever", "where", "whereas", "whether", "while", "why",
))  # fmt: skip
LEADING_PREPOSITIONS = frozenset((
    "about", "according", "along", "among", "at", "besides", "by", "compared", "depending", "despite", "during",
    "except", "for", "from", "in", "instead", "like", "of", "on", "over", "rather", "through", "under", "unlike",
    "upon", "with", "within", "without",
))  # fmt: skip
CONNECTIVES = frozenset((
    ",", "additionally", "also", "and", "but", "especially", "even", "finally", "first", "furthermore", "generally",
    "however", "indeed", "likewise", "moreover", "neither", "no", "nor", "oddly", "or", "overall", "plus", "remember", "sadly",
    "second", "similarly", "so", "still", "that", "then", "therefore", "third", "thus", "today", "well", "yes", "yet",
))  # fmt: skip
STARTS = frozenset((
    "as a result", "at any age", "at least", "by far", "for example", "for instance", "in addition", "in adults",
    "in children", "in fact", "in general", "in many cases", "in men", "in most cases", "in other words",
    "in particular", "in rare cases", "in short", "in some cases", "in some people", "in the long run",
    "in the long term", "in time", "in turn", "in women", "of course", "on average", "over time", "over the years",
    "with time", "in rare instances", "in severe cases", "in advanced cases", "in other cases", "in these cases",
    "in some patients", "in most people", "in many people", "in infants", "in newborns", "in babies", "in young children",
    "in older adults", "in older people", "in the elderly", "in pregnancy", "less often", "less commonly", "more rarely",
    "very rarely", "for some people", "for most people", "as far as we know", "so far as we know", "as far as i know",
    "as far as anyone knows", "as far as anyone can tell", "so far as anyone can tell", "as far as doctors can tell",
    "as far as doctors know", "as far as we can tell", "strange to say", "believe it or not",
))  # fmt: skip
STOPS = frozenset((
    "about", "according", "although", "as", "because", "but", "by", "called", "compared", "depending", "due",
    "either", "especially", "even", "every", "for", "how", "however", "if", "just", "known", "later", "mainly", "not",
    "once", "only", "particularly", "simply", "since", "so", "than", "that", "then", "though", "through", "to", "too",
    "unless", "until", "via", "what", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose",
    "why",
))  # fmt: skip
TAKE_TO = frozenset((
    "allergy", "blow", "changes", "damage", "drugs", "exposure", "gene", "genes", "immunity", "injuries", "injury",
    "intolerance", "knock", "medication", "medicines", "radiation", "reaction", "resistance", "response",
    "sensitivity", "surgery", "therapy", "trauma", "treatment", "treatments",
))  # fmt: skip
BEFORE_TO = frozenset((
    "appear", "appears", "attributed", "believed", "connected", "due", "exposed", "found", "known", "likely", "linked",
    "related", "seem", "seems", "shown", "thought", "tied",
))  # fmt: skip
"""Words before "to" that make no purpose of it."""
TAKE_THAN = frozenset(("heavier", "longer", "older", "shorter", "taller", "younger"))
"""Comparatives that say of which people or things one speaks ("people older than 60")."""
KEEP = frozenset((
    "fewer", "less", "many", "more", "never", "no", "not", "too", "very", "without",
))  # fmt: skip
PRONOUNS = frozenset((
    "all", "another", "both", "each", "either", "he", "i", "it", "neither", "one", "others", "she", "that", "them",
    "these", "they", "this", "those", "we", "you",
))  # fmt: skip
QUANTIFIERS = frozenset(("much", "many", "little", "few", "long", "fast", "hard", "late", "early", "often"))
"""What "too" goes on with: "eating too much sugar"."""
SOMEBODY = frozenset(("someone", "somebody", "anyone", "anybody", "everyone", "everybody", "those", "person"))
"""Words for people whom what follows tells apart ("someone who smokes")."""
INTRODUCING = frozenset((
    "however", "meanwhile", "instead", "nowadays", "sometimes", "often", "perhaps", "maybe", "elsewhere", "again", "afterwards", "later",
    "nevertheless", "nonetheless", "otherwise", "alternatively", "now", "then", "here", "there", "next", "last", "ok", "okay", "true",
    "false", "wrong", "right", "besides", "hence", "ironically", "curiously", "strangely", "in", "of", "by", "on", "at", "for",
))  # fmt: skip
"""Words that a comma parts from the sentence that they introduce."""
PLAIN_ADJECTIVES = frozenset((
    "chronic", "hard", "large", "long", "repeated", "severe", "small", "soft", "thick", "thin", "tiny", "weak",
))  # fmt: skip
ADJECTIVE_ENDINGS = ("ic", "al", "ous", "ive", "less", "ful", "ary", "ular")
"""Endings of most adjectives of medicine."""
