"""Questions as the statements that they ask about: "Can X cause Y?" asks whether X causes Y."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lint.language.analysis import finish
from lint.language.lexicon import Lexicon
from lint.language.units import Sentence, Unit

_DROPPED = frozenset(("do", "does", "did", "can", "could", "will", "would", "may", "might", "should"))
_MOVED = frozenset(("is", "are", "was", "were", "has", "have"))
_LONGEST_SUBJECT = 7


def statements(sentence: Sentence, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield what a question that begins with an auxiliary may ask about, with the auxiliary left out or in its place.

    Where the subject ends is not known: the places behind each of the first words are tried in turn.
    """
    units = list(sentence.units)
    first = next((at for at, unit in enumerate(units) if unit.type or unit.word[:1].isalpha()), len(units))
    if len(units) < first + 3 or units[first].type:
        return
    word, rest = units[first].word, units[first + 1 :]
    if word in _DROPPED:
        yield _told(sentence, rest, lexicon)
    elif word in _MOVED:
        for at in range(1, min(_LONGEST_SUBJECT, len(rest) - 1)):
            yield _told(sentence, [*rest[:at], units[first], *rest[at:]], lexicon)


def _told(sentence: Sentence, units: list[Unit], lexicon: Lexicon) -> Sentence:
    return replace(finish(sentence.text, sentence.start, units, lexicon), question=False)
