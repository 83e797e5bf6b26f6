"""The lexicon: every name, cue and word class that the packs know, found in a sentence by first words, longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lint.inflection import plural
from lint.language.encoding import class_codes
from lint.language.phrases import Phrases, words
from lint.language.spelling import folded
from lint.pack_entries import Cue, Entry
from lint.packs import Packs

_NO_PLURAL = frozenset(("stages", "subtypes", "people"))
_LONGEST_NAME = 7
_SHORTEST_WITH_ENDING = 5
_ENDINGS = range(3, 9)
"""The lengths of the endings that a class may name ("*itis")."""
_REMEMBERED = 1 << 16
"""How many words' lookups are kept."""
MINUS = "\u2212"
"""The sign that pages write as a hyphen."""
Begun = tuple[Sequence[tuple[int, Sequence[str]]], str, Sequence[tuple[tuple[str, ...], Sequence[str], str]]]
"""Of the phrases of word classes that begin with two words: those that need no third (number of words, classes), what these are
encoded as, and the longer ones (words, classes, code)."""
_USES = ("alone", "after", "adjectives")


@dataclass(frozen=True, slots=True)
class Name:
    """What a run of words is: the vocabulary it belongs to ("sites", ...), its id and how it is used."""

    type: str
    id: str
    use: str = ""


@dataclass(frozen=True, slots=True)
class _Start:
    """How a name may begin with a word: as a listed disease of so many words, or as a word whose ending tells the vocabulary."""

    disease: int
    stem: str


def used(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the names that an entry goes by in one use alone, with the use."""
    for use in _USES:
        for text in _listed(entry.properties.get(use)):
            yield text, use


class Lexicon:
    """Names of all vocabularies, the cues and the word classes, by their first word."""

    def __init__(self, packs: Packs) -> None:
        self._remember()
        self._names: Phrases[Name] = Phrases()
        self._cues: Phrases[Cue] = Phrases()
        self._classes: Phrases[str] = Phrases()
        self._endings: dict[str, list[str]] = {}
        self._class_codes = class_codes(packs.classes)
        """By word class and number of words, the code of its phrases in an encoded sentence."""
        for type_, vocabulary in packs.vocabularies.items():
            if type_ in ("events", "regions"):
                continue
            for entry in vocabulary.values():
                for text in (entry.id, *entry.names) if type_ == "diseases" else entry.names:
                    for form in (text,) if type_ in _NO_PLURAL else (text, plural(text)):
                        self._names.add(form, Name(type_, entry.id))
                for text, use in used(entry):
                    self._names.add(text, Name(type_, entry.id, use))
        for cue in packs.cues:
            for text in cue.words:
                self._cues.add(text, cue)
        for name, members in packs.classes.items():
            for text in members:
                if text.startswith("*"):
                    self._endings.setdefault(text[1:], []).append(name)
                else:
                    self._classes.add(text, name)
        for topic, members in packs.topics.items():
            for text in members:
                self._classes.add(text, f"topic={topic}")
        for vocabulary in ("stages", "events"):  # type: ignore
            for entry in packs.vocabularies.get(vocabulary, {}).values():  # type: ignore
                for text in _listed(entry.properties.get("when")):
                    self._classes.add(text, f"{vocabulary[:-1]}={entry.id}")  # type: ignore
        self.signed = frozenset(
            name[:-1]
            for entry in packs.vocabularies.get("subtypes", {}).values()
            for name in entry.names
            if name.endswith(MINUS)
        )
        """The markers that a minus may follow ("X\u2212")."""
        self.stages = tuple(packs.vocabularies.get("stages", {}))
        self.events = tuple(packs.vocabularies.get("events", {}))
        self._diseases = frozenset(folded(name) for name in packs.disease_names)
        self._disease_starts: dict[str, int] = {}
        """By first word, the words of the longest listed disease."""
        for name in self._diseases:
            first, size = name.partition(" ")[0], name.count(" ") + 1
            if self._disease_starts.get(first, 0) < size:
                self._disease_starts[first] = size
        self.disease_adjectives = frozenset(packs.classes.get("disease-adjective", ()))
        """Words that make a disease another one of their own ("familial")."""
        self.no_kinds = frozenset(packs.classes.get("no-kind", ()))
        """Adjectives that tell no kind of a disease from another ("typical")."""
        known = packs.vocabularies.get("diseases", {}).items()
        self._form_adjectives = frozenset(" ".join(words(name)) for name in packs.classes.get("form-adjective", ()))
        spread = packs.kinds.get("site-list")
        nouns = packs.classes.get(spread.disease, ()) if spread is not None and spread.disease else ()
        self._spreading = tuple(noun.removeprefix("*") for noun in nouns)
        self._own_diseases = frozenset(id_ for id_, entry in known if entry.properties) | frozenset(
            str(entry.properties["of"]) for _, entry in known if entry.properties.get("of")
        )
        self.fillers = frozenset(packs.fillers)
        """Words that rules pass over."""
        self._disease_nouns = frozenset(
            form for noun in packs.classes.get("disease-noun", ()) for form in (noun, plural(noun))
        )
        self._generic = self._disease_nouns | frozenset(packs.classes.get("generic-disease", ()))
        self._of_site = {e.id: str(e.properties.get("adjective", "")) for e in packs.sites.values()}
        self._same_nouns = packs.classes.get("same-disease-noun", ())
        self.elsewhere = next(
            (e.id for e in packs.vocabularies.get("stages", {}).values() if e.properties.get("elsewhere") is True), ""
        )
        """The stage of a cancer in another organ ("<one> cancer in the <other>")."""
        self._organs = frozenset(packs.classes.get("organ-word", ()))
        self._stems = tuple(packs.stems.items())
        self.therapy_nouns = frozenset(packs.classes.get("therapy-noun", ()))
        self.coded_therapy_nouns = frozenset(packs.classes.get("coded-therapy-noun", ()))
        self.any_therapy_nouns = self.therapy_nouns | self.coded_therapy_nouns
        self.therapy_modifiers = frozenset(packs.classes.get("therapy-modifier", ()))
        self.marker_adjectives = frozenset(packs.classes.get("marker-adjective", ()))
        self.marker_joined = frozenset(packs.classes.get("marker-joined", ()))
        self.marker_nouns = frozenset(packs.classes.get("marker-noun", ()))
        told = (
            *packs.classes.get("gene", ()),
            *packs.classes.get("form-name", ()),
            *packs.classes.get("form-adjective", ()),
        )
        self.form_starts = frozenset(words(name)[0] for name in told if words(name))
        """The first words of what ``genes`` reads."""
        self.marker_words = self.marker_adjectives | self.marker_nouns
        self._adjectives = frozenset(
            id_
            for id_, entry in packs.vocabularies.get("subtypes", {}).items()
            if entry.properties.get("adjective") is True
        )
        self._form_diseases = frozenset(
            id_ for id_, entry in packs.vocabularies.get("diseases", {}).items() if entry.properties.get("of")
        )

    def _remember(self) -> None:
        """Keep what is asked again and again."""
        self._start = lru_cache(_REMEMBERED)(self._begin)
        self._ended = lru_cache(_REMEMBERED)(self._ending)
        self.begun = lru_cache(_REMEMBERED)(self._begun)
        """Returns the phrases of word classes that a word and the one behind it begin, None for none."""

    def __getstate__(self) -> dict[str, object]:
        return {name: value for name, value in vars(self).items() if not hasattr(value, "cache_info")}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._remember()

    def has_forms(self, disease: str) -> bool:
        """Tell whether a pack gives a disease forms, or makes it one."""
        return disease in self._own_diseases

    def is_only_listed(self, disease: str) -> bool:
        """Tell whether a disease is one of a list, with no pack or organ that gives it forms."""
        return bool(disease) and not self.has_forms(disease) and not disease.endswith(("cancer", "tumor", "tumour"))

    def is_form_adjective(self, names: Sequence[str]) -> bool:
        """Tell whether a form of a disease goes by a mere adjective ("wet")."""
        return len(names) == 1 and " ".join(words(names[0])) in self._form_adjectives

    def spreads(self, disease: str) -> bool:
        """Tell whether a disease is one of those that spread, by the noun of its name."""
        return disease.rpartition(" ")[2].endswith(self._spreading)

    def match(self, tokens: Sequence[str], at: int) -> tuple[int, list[Name]] | None:
        """Return the number of tokens of the longest name at ``at`` and what it names, or None."""
        start = self._start(tokens[at])
        if start is None:
            return None
        names = self._names.at(tokens, at)
        found = names[0] if names else None
        if start.disease:
            size, name = self._disease(tokens, at, start.disease)
            if size > (found[0] if found else 0):
                return size, [Name("diseases", name)]
        if found is None and start.stem:
            return 1, [Name(start.stem, tokens[at])]
        return found

    def may_begin(self, word: str) -> bool:
        """Tell whether a name may begin with a word."""
        return self._start(word) is not None

    def _begin(self, word: str) -> _Start | None:
        """Return what a name that begins with a word may be, None where none does."""
        key = folded(word)
        starts = self._disease_starts
        disease = max(starts.get(key, 0), starts.get(key.removesuffix("s"), 0))
        stem = ""
        if len(word) > _SHORTEST_WITH_ENDING:
            stem = next((type_ for type_, stems in self._stems if stems.match(word)), "")
        return _Start(disease, stem) if disease or stem or word in self._names else None

    def _disease(self, tokens: Sequence[str], at: int, longest: int) -> tuple[int, str]:
        """Return the number of tokens of the longest listed disease that begins at a token, and its name; 0 for none.

        ``longest`` is how many words it has at the most.

        British spellings, plurals and names of people with or without "'s" are one ("X disease", "X's disease", "X's").
        """
        size, found, key, name, number = 0, "", "", "", 0
        for end in range(at + 1, min(at + _LONGEST_NAME, len(tokens)) + 1):
            token = tokens[end - 1]
            if token == "'s":
                name += token
                if f"{key} disease" in self._diseases:
                    size, found = end - at, f"{name} disease"
                continue
            number += 1
            if number > longest:
                break
            key = f"{key} {folded(token)}" if key else folded(token)
            name = f"{name} {token}" if name else token
            for form in (key, key.removesuffix("s")):
                if form in self._diseases:
                    size, found = end - at, name if form == key else name.removesuffix("s")
                    break
        return size, found

    def begins_cue(self, word: str) -> bool:
        """Tell whether a cue may begin with a word."""
        return word in self._cues

    def _begun(self, word: str, following: str) -> Begun | None:
        found, longer = self._classes.begun(word, following)
        if ended := self._ended(word):
            found = [*found, (1, list(ended))]
        if not (found or longer):
            return None
        code = "".join(self._code(size, names) for size, names in reversed(found))
        return found, code, [(key, names, self._code(len(key), names)) for key, names in longer]

    def _code(self, size: int, names: Sequence[str]) -> str:
        """Return what a phrase of so many words and these classes is encoded as; topics have no code."""
        return "".join(self._class_codes[name][size] for name in reversed(names) if name in self._class_codes)

    def cues_at(self, tokens: Sequence[str], at: int) -> list[tuple[int, list[Cue]]]:
        """Return the cues that begin at a token, with their numbers of tokens."""
        return self._cues.at(tokens, at)

    def classes_at(self, tokens: Sequence[str], at: int) -> list[tuple[int, Sequence[str]]]:
        """Return the word classes of the phrases that begin at a token, with their numbers of tokens."""
        found: list[tuple[int, Sequence[str]]] = [*self._classes.at(tokens, at)]
        if ended := self._ended(tokens[at]):
            found.append((1, ended))
        return found

    def _ending(self, word: str) -> tuple[str, ...]:
        """Return the classes that a word belongs to by its ending."""
        if len(word) <= _SHORTEST_WITH_ENDING:
            return ()
        return tuple(name for ending in _ENDINGS for name in self._endings.get(word[-ending:], ()))

    def longest(self, name: str, tokens: Sequence[str], at: int) -> int:
        """Return the number of tokens of the longest phrase of a word class that begins at a token, 0 for none."""
        if at >= len(tokens) or not tokens[at]:
            return 0
        return max((size for size, names in self.classes_at(tokens, at) if name in names), default=0)

    def is_adjective(self, subtype: str) -> bool:
        """Tell whether a subtype's name means it only before a disease ("<subtype> <disease>")."""
        return subtype in self._adjectives

    def is_form(self, disease: str) -> bool:
        """Tell whether a disease is a form of another ("of" in its entry), as a subtype is."""
        return disease in self._form_diseases

    def may_name(self, word: str) -> bool:
        """Tell whether a word may begin the name of a disease that no list holds ("<organ> cancer", "cancer of the <site>")."""
        return word in self._organs or word in self._disease_nouns

    def is_disease_noun(self, word: str) -> bool:
        """Tell whether a word makes a disease of the word before it ("cancer", "syndrome")."""
        return word in self._disease_nouns

    def head_noun(self, word: str) -> str:
        """Return the noun that diseases below a head share ("cancer" below "Cancers"), "" for a word that is no such noun."""
        noun = self.singular(word)
        return noun if noun in self._same_nouns else ""

    def is_generic(self, word: str) -> bool:
        """Tell whether a word stands for a disease ("cancer", "disease", "tumour")."""
        return word in self._generic

    def is_organ_word(self, word: str) -> bool:
        """Tell whether a word, before "cancer" or "disease", names one ("pancreatic", "heart")."""
        return word in self._organs

    def disease_noun(self, noun: str) -> str:
        """Return the noun of a disease's name: the singular, or the first word of its class of equal names."""
        word = self.singular(noun)
        return self._same_nouns[0] if word in self._same_nouns else word

    def disease_of(self, site: str, noun: str, word: str = "") -> str:
        """Return the name of a disease of a site: the pack's word for it (property ``adjective``), else the word used."""
        return f"{self._of_site.get(site) or word or site} {self.disease_noun(noun)}"

    @staticmethod
    def singular(noun: str) -> str:
        """Return a disease noun in the singular."""
        if noun.endswith("ies") and not noun.endswith("bies"):
            return noun[:-3] + "y"
        return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "is", "us")) else noun


def _listed(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else []
