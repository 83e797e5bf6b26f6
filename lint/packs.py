"""Packs: the knowledge of a topic as YAML under rules/, read into frozen dataclasses.

A pack is a folder; every .yml file in it holds one or more of the sections below. Packs add to each other: the
names of a concept, the words of a class and the patterns of a kind may stand in several packs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lint import pack_folders
from lint.claims import Kind, Slot
from lint.concepts import Concepts, names_of
from lint.errors import MedcopyError, PackError, Problems
from lint.inflection import plural, verb_forms
from lint.located import Node
from lint.located import load as load_yaml
from lint.pack_entries import Cue, Entry, Example, Pattern, Stems
from lint.pack_folders import builtin_directory


@dataclass(frozen=True)
class Packs:
    """Everything that the packs know, and the folders that it was read from."""

    directories: tuple[Path, ...]
    digest: str
    kinds: Mapping[str, Kind]
    vocabularies: Mapping[str, Mapping[str, Entry]]
    classes: Mapping[str, tuple[str, ...]]
    cues: tuple[Cue, ...]
    patterns: tuple[Pattern, ...]
    concepts: Concepts
    fillers: tuple[str, ...] = ()
    """Words that rules pass over: determiners, adverbs, auxiliaries."""
    disease_names: frozenset[str] = frozenset()
    """Names of diseases that no vocabulary describes, from the packs' diseases.txt: lower case, words only."""
    stems: Mapping[str, Stems] = field(default_factory=dict)
    """Endings that tell names which no vocabulary lists, by vocabulary ("therapies": the stems of the WHO's INN)."""
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What a heading or question opens as a topic, by the words in it."""

    @property
    def sites(self) -> Mapping[str, Entry]:
        """The vocabulary of sites."""
        return self.vocabularies.get("sites", {})


VOCABULARIES = ("sites", "diseases", "stages", "subtypes", "therapies", "people", "regions", "events")
_SECTIONS = (*VOCABULARIES, "kinds", "classes", "cues", "patterns", "concepts", "light", "fillers", "topics", "stems")


def load(directories: Sequence[Path] | None = None, names: Sequence[str] | None = None) -> Packs:
    """Read the packs under the directories (default: those that ship).

    Raises PackError or Problems with file, line and column for anything that is wrong in them.
    """
    folders = pack_folders.find(directories or [builtin_directory()], names)
    files = pack_folders.rules(folders)
    digest = pack_folders.digest(files)
    reader = _Reader()
    disease_names: set[str] = set()
    for path in files:
        if path.name == pack_folders.NAMES:
            disease_names.update(path.read_text(encoding="utf-8").split("\n"))
        else:
            reader.file(load_yaml(path, PackError))
    if reader.errors:
        raise reader.errors[0] if len(reader.errors) == 1 else Problems(reader.errors)
    return reader.packs(folders, digest, frozenset(disease_names - {""}))


class _Reader:
    """Collects the sections of the files, and every error in them."""

    def __init__(self) -> None:
        self.errors: list[MedcopyError] = []
        self.kinds: dict[str, Kind] = {}
        self.vocabularies: dict[str, dict[str, Entry]] = {name: {} for name in VOCABULARIES}
        self.classes: dict[str, list[str]] = {}
        self.cues: list[Cue] = []
        self.patterns: dict[str, Pattern] = {}
        self.concepts: dict[str, list[str]] = {}
        self.light: set[str] = set()
        self.fillers: dict[str, None] = {}
        self.topics: dict[str, list[str]] = {}
        self.stems: dict[str, Stems] = {}
        self.sections: dict[str, Callable[[Node], None]] = {
            "kinds": self._kinds,
            "classes": self._classes,
            "cues": self._cues,
            "patterns": self._patterns,
            "concepts": self._concepts,
            "light": self._light,
            "fillers": self._fillers,
            "topics": self._topics,
            "stems": self._stems,
        }

    def error(self, node: Node, message: str) -> None:
        self.errors.append(node.error(PackError, message))

    def file(self, root: Node) -> None:
        entries = root.mapping()
        if entries is None:
            self.error(root, "a file of rules holds sections such as 'patterns:' or 'sites:'")
            return
        for name, node in entries.items():
            if name in self.sections:
                self.sections[name](node)
            elif name in VOCABULARIES:
                self._vocabulary(name, node)
            else:
                assert root.keys is not None
                self.error(root.keys[name], f"unknown section {name!r}; the sections are: {', '.join(_SECTIONS)}")

    def packs(self, folders: tuple[Path, ...], digest: str, disease_names: frozenset[str]) -> Packs:
        return Packs(
            directories=folders,
            digest=digest,
            kinds=self.kinds,
            vocabularies=self.vocabularies,
            classes={name: tuple(words) for name, words in self.classes.items()},
            cues=tuple(self.cues),
            patterns=tuple(self.patterns.values()),
            concepts=Concepts(names_of(self._named()), frozenset(self.light)),
            disease_names=disease_names,
            fillers=tuple(self.fillers),
            topics={name: tuple(words) for name, words in self.topics.items()},
            stems=self.stems,
        )

    def _named(self) -> dict[str, list[str]]:
        """Return the concepts with the drugs and the forms of diseases, whose names are of one thing too.

        An entry that shares a name with a concept adds its names to it.
        """
        found = {concept: list(names) for concept, names in self.concepts.items()}
        owners = {name.lower(): concept for concept, names in self.concepts.items() for name in (concept, *names)}
        for vocabulary in ("therapies", "subtypes"):
            for entry in self.vocabularies[vocabulary].values():
                if entry.properties.get("adjective") is True:
                    continue
                names = (entry.id, *entry.names)
                concept = next(
                    (owners[name.lower()] for name in names if name.lower() in owners), entry.id.replace(" ", "-")
                )
                found.setdefault(concept, []).extend(names)
                owners.update((name.lower(), concept) for name in names)
        return found

    def _fields(self, node: Node, allowed: Iterable[str], required: Iterable[str] = ()) -> dict[str, Node]:
        entries = node.mapping()
        if entries is None:
            self.error(node, f"expected entries with the keys {', '.join(allowed)}")
            return {}
        for key in entries:
            if key not in allowed:
                assert node.keys is not None
                self.error(node.keys[key], f"unknown key {key!r}; the keys are: {', '.join(allowed)}")
        for key in required:
            if key not in entries:
                self.error(node, f"the key {key!r} is missing")
        return entries

    def _words(self, node: Node) -> tuple[str, ...]:
        items = node.sequence()
        if items is None:
            items = [node]
        words = []
        for item in items:
            if isinstance(item.value, str | int | float) and not isinstance(item.value, bool):
                words.append(str(item.value))
            else:
                self.error(item, "expected words")
        return tuple(words)

    def _text(self, node: Node | None, default: str = "") -> str:
        if node is None:
            return default
        if isinstance(node.value, str | int | float) and not isinstance(node.value, bool):
            return str(node.value)
        self.error(node, "expected words")
        return default

    def _kinds(self, node: Node) -> None:
        for name, entry in (node.mapping() or {}).items():
            fields = self._fields(
                entry, ("about", "slots", "key", "compare", "stage", "disease"), ("about", "slots", "key", "compare")
            )
            if not {"about", "slots", "key", "compare"} <= fields.keys():
                continue
            slots = []
            for slot, shape in (fields["slots"].mapping() or {}).items():
                parts = self._fields(shape, ("type", "values", "default", "required", "noun"), ("type",))
                default = parts["default"].value if "default" in parts else None
                slots.append(
                    Slot(
                        name=slot,
                        type=self._text(parts.get("type")),  # type: ignore[arg-type]
                        values=self._words(parts["values"]) if "values" in parts else (),
                        default=default if not isinstance(default, list | dict) else None,
                        required=parts["required"].value is not False if "required" in parts else True,
                        noun="noun" in parts and parts["noun"].value is True,
                    )
                )
            self.kinds[name] = Kind(
                name,
                self._text(fields["about"]),
                tuple(slots),
                self._words(fields["key"]),
                self._text(fields["compare"]),
                self._text(fields.get("stage")),
                self._text(fields.get("disease")),
            )

    def _vocabulary(self, name: str, node: Node) -> None:
        for id_, entry in (node.mapping() or {}).items():
            if entry.sequence() is not None:
                names, properties = self._words(entry), {}
            else:
                fields = entry.mapping()
                if fields is None or "names" not in fields:
                    self.error(entry, f"{id_!r} needs a list of names")
                    continue
                names = self._words(fields["names"])
                properties = {key: value.plain() for key, value in fields.items() if key != "names"}
            old = self.vocabularies[name].get(id_)
            if old:
                names, properties = (
                    (*old.names, *(n for n in names if n not in old.names)),
                    {**old.properties, **properties},
                )
            self.vocabularies[name][id_] = Entry(id_, names, properties)

    def _classes(self, node: Node) -> None:
        for name, entry in (node.mapping() or {}).items():
            words = self.classes.setdefault(name, [])
            if entry.sequence() is not None:
                words.extend(word for word in self._words(entry) if word not in words)
                continue
            fields = self._fields(entry, ("verbs", "nouns", "words"))
            for verb in self._words(fields["verbs"]) if "verbs" in fields else ():
                words.extend(form for form in verb_forms(verb) if form not in words)
            for noun in self._words(fields["nouns"]) if "nouns" in fields else ():
                words.extend(form for form in (noun, plural(noun)) if form not in words)
            for word in self._words(fields["words"]) if "words" in fields else ():
                if word not in words:
                    words.append(word)

    def _cues(self, node: Node) -> None:
        for entry in node.sequence() or []:
            fields = self._fields(entry, ("kind", "words", "certainty", "frequency", "opaque"), ("kind", "words"))
            if "kind" in fields and "words" in fields:
                self.cues.append(
                    Cue(
                        self._text(fields["kind"]),
                        self._words(fields["words"]),
                        self._text(fields.get("certainty")),
                        self._text(fields.get("frequency")),
                        "opaque" in fields and fields["opaque"].value is True,
                    )
                )

    def _concepts(self, node: Node) -> None:
        for id_, entry in (node.mapping() or {}).items():
            self.concepts.setdefault(id_, []).extend(self._words(entry))

    def _light(self, node: Node) -> None:
        self.light.update(self._words(node))

    def _fillers(self, node: Node) -> None:
        self.fillers.update(dict.fromkeys(self._words(node)))

    def _topics(self, node: Node) -> None:
        for name, entry in (node.mapping() or {}).items():
            self.topics.setdefault(name, []).extend(self._words(entry))

    def _stems(self, node: Node) -> None:
        for name, entry in (node.mapping() or {}).items():
            if name not in VOCABULARIES:
                self.error(entry, f"there is no vocabulary {name!r}; there are: {', '.join(VOCABULARIES)}")
                continue
            fields = self._fields(entry, ("endings", "but"), ("endings",))
            endings = self._words(fields["endings"]) if "endings" in fields else ()
            but = self._words(fields["but"]) if "but" in fields else ()
            old = self.stems.get(name, Stems())
            self.stems[name] = Stems(
                (*old.endings, *(ending.lstrip("-").lower() for ending in endings)),
                old.but | {word.lower() for word in but},
            )

    def _patterns(self, node: Node) -> None:
        for entry in node.sequence() or []:
            fields = self._fields(entry, _PATTERN_KEYS, ("id", "kind"))
            if not {"id", "kind"} <= fields.keys():
                continue
            if ("says" in fields) == ("finds" in fields):
                self.error(entry, "a pattern needs either 'says' (phrases) or 'finds' (mentions in any order)")
                continue
            id_ = self._text(fields["id"])
            if id_ in self.patterns:
                first = self.patterns[id_]
                self.error(fields["id"], f"the id {id_!r} stands twice (first in {first.path}:{first.line})")
                continue
            says = (fields["says"].sequence() or [fields["says"]]) if "says" in fields else []
            rank = fields["rank"].value if "rank" in fields else 0
            self.patterns[id_] = Pattern(
                id=id_,
                kind=self._text(fields["kind"]),
                says=tuple(self._text(item) for item in says),
                finds=self._words(fields["finds"]) if "finds" in fields else (),
                without=self._words(fields["without"]) if "without" in fields else (),
                sets={key: self._text(value) for key, value in (fields["set"].mapping() or {}).items()}
                if "set" in fields
                else {},
                needs=self._words(fields["needs"]) if "needs" in fields else (),
                each=self._words(fields["each"]) if "each" in fields else (),
                rank=rank if isinstance(rank, int) else 0,
                examples=tuple(self._examples(fields["examples"])) if "examples" in fields else (),
                path=entry.path,
                line=entry.line,
                column=entry.column,
                says_at=tuple((item.line, item.column) for item in says),
                holds=self._slot_classes(fields.get("holds")),
                lacks=self._slot_classes(fields.get("lacks")),
            )

    def _slot_classes(self, node: Node | None) -> dict[str, tuple[str, ...]]:
        return {} if node is None else {slot: self._words(names) for slot, names in (node.mapping() or {}).items()}

    def _examples(self, node: Node) -> Iterable[Example]:
        for item in node.sequence() or []:
            fields = self._fields(item, ("text", "claim", "context"), ("text", "claim"))
            if not {"text", "claim"} <= fields.keys():
                continue
            shape = fields["claim"]
            claim = (
                None
                if shape.mapping() is None
                else {key: value.plain() for key, value in (shape.mapping() or {}).items()}
            )
            if claim is None and shape.value != "none":
                self.error(shape, "expected the slots of the claim, or the word none")
            yield Example(
                self._text(fields["text"]), claim, self._text(fields.get("context")), item.path, item.line, item.column
            )


_PATTERN_KEYS = (
    "id",
    "kind",
    "says",
    "finds",
    "without",
    "set",
    "needs",
    "each",
    "rank",
    "examples",
    "note",
    "holds",
    "lacks",
)
