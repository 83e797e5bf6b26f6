"""Reads the packs' files of terms and residue: YAML to Knowledge, every mistake with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from lint.errors import MedcopyError, PackError
from lint.located import Node
from lint.terms.data import Confusion, ErrorKind, Frame, Knowledge, Residue, Term, Use, compiled

_CHOICE = re.compile(r"\(([^()]*)\)")
_ERROR_KINDS: tuple[ErrorKind, ...] = ("misspelling", "wrong-word", "residue")


class Reading:
    """Collects the sections of the files, and every error in them."""

    def __init__(self) -> None:
        self.errors: list[MedcopyError] = []
        self._ids: dict[str, Node] = {}
        self._substitutes: dict[str, dict[str, None]] = {}
        self._terms: dict[tuple[str, ...], Term] = {}
        self._bare: dict[tuple[str, ...], Term] = {}
        self._frames: list[Frame] = []
        self._confusions: list[Confusion] = []
        self._residue: list[Residue] = []
        self._lookalikes: list[frozenset[str]] = []
        self._variants: dict[str, str] = {}
        self._words: dict[str, dict[str, None]] = {name: {} for name in _WORD_SECTIONS}
        self._sections: dict[str, Callable[[Node], None]] = {
            "substitutes": self._read_substitutes,
            "terms": self._each(self._term),
            "frames": self._each(self._frame),
            "confusions": self._each(self._confusion),
            "residue": self._each(self._pattern),
            "lookalikes": self._read_lookalikes,
            "variants": self._read_variants,
        }

    def knowledge(self) -> Knowledge:
        """Return what was read."""
        words = {name: tuple(found) for name, found in self._words.items()}
        return Knowledge(
            substitutes={right: tuple(found) for right, found in self._substitutes.items()},
            # Of "(left|right) side" one half may be written out elsewhere, with uses of its own.
            terms=tuple({**self._bare, **self._terms}.values()),
            frames=tuple(self._frames),
            confusions=tuple(self._confusions),
            residue=tuple(self._residue),
            eponyms=frozenset(words["eponyms"]),
            eponym_heads=frozenset(words["eponym-heads"]),
            lookalikes=frozenset(self._lookalikes),
            stems=words["drug-stems"],
            ordinary=frozenset(words["ordinary"]),
            usual=words["usual"],
            right=frozenset(words["right"]),
            prefixes=frozenset(words["prefixes"]),
            suffixes=frozenset(words["suffixes"]),
            endings=frozenset(words["endings"]),
            joiners=frozenset(words["joiners"]),
            compounds=frozenset(words["compounds"]),
            numbered=frozenset(words["numbered"]),
            hyphened=frozenset(words["hyphened"]),
            variants=self._variants,
        )

    def file(self, root: Node) -> None:
        """Read the sections of a file."""
        entries = root.mapping()
        if entries is None:
            self._error(root, "a file of terms holds sections such as 'terms:' or 'confusions:'")
            return
        for name, node in entries.items():
            if name in self._sections:
                self._sections[name](node)
            elif name in self._words:
                listed = (said for word in self._list(node) for said in _spelt_out(word.lower()))
                self._words[name].update(dict.fromkeys(listed))
            else:
                sections = ", ".join((*self._sections, *_WORD_SECTIONS))
                self._error(
                    root.keys[name] if root.keys else root, f"unknown section {name!r}; the sections are: {sections}"
                )

    def _error(self, node: Node, message: str) -> None:
        self.errors.append(node.error(PackError, message))

    def _each(self, read: Callable[[Node], None]) -> Callable[[Node], None]:
        def every(node: Node) -> None:
            items = node.sequence()
            if items is None:
                self._error(node, "expected a list, each entry with a dash before it")
            for item in items or ():
                read(item)

        return every

    def _fields(self, node: Node, allowed: Iterable[str], required: Iterable[str]) -> dict[str, Node] | None:
        entries = node.mapping()
        if entries is None:
            self._error(node, f"expected an entry with the keys {', '.join(allowed)}")
            return None
        bad = [key for key in entries if key not in allowed]
        for key in bad:
            self._error(
                node.keys[key] if node.keys else node, f"unknown key {key!r}; the keys are: {', '.join(allowed)}"
            )
        missing = [key for key in required if key not in entries]
        for key in missing:
            self._error(node, f"the key {key!r} is missing")
        return None if bad or missing else entries

    def _new(self, name: str, node: Node) -> bool:
        first = self._ids.setdefault(name, node)
        if first is not node:
            self._error(node, f"{name.partition(' ')[2]!r} stands twice (first in {first.path}:{first.line})")
        return first is node

    def _text(self, node: Node | None) -> str:
        if node is None:
            return ""
        if isinstance(node.value, str | int | float) and not isinstance(node.value, bool):
            return str(node.value)
        self._error(node, "expected words (put them in quotes if YAML reads them otherwise)")
        return ""

    def _list(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        items = node.sequence()
        return tuple(self._text(item) for item in items) if items is not None else tuple(self._text(node).split())

    def _set(self, node: Node | None) -> frozenset[str]:
        return frozenset(word.lower() for word in self._list(node))

    def _yes(self, node: Node | None, default: bool = False) -> bool:
        if node is None:
            return default
        if node.value in (True, "yes"):
            return True
        if node.value in (False, "no"):
            return False
        self._error(node, "expected yes or no")
        return default

    def _uses(self, fields: dict[str, Node], entry: Node) -> tuple[Use, ...]:
        uses = [
            Use(self._text(item), key == "wrong-use", item.path, item.line, item.column)
            for key in ("right-use", "wrong-use")
            if key in fields
            for item in (fields[key].sequence() or [fields[key]])
        ]
        for key in ("right-use", "wrong-use"):
            if key not in fields:
                self._error(
                    entry, f"the key {key!r} is missing: every entry proves itself with a right and a wrong use"
                )
        return tuple(uses)

    def _read_substitutes(self, node: Node) -> None:
        for right, words in (node.mapping() or {}).items():
            self._substitutes.setdefault(right, {}).update(dict.fromkeys(word.lower() for word in self._list(words)))

    def _term(self, node: Node) -> None:
        if isinstance(node.value, str):  # bare: it proves itself
            for name in _spelt_out(node.value):
                use = Use(name, False, node.path, node.line, node.column)
                self._add(node, Term(_words(name), uses=(use,)), self._bare)
            return
        fields = self._fields(node, ("term", "never", "strong", "right-use", "wrong-use"), ("term",))
        if fields is not None:
            never, strong = self._set(fields.get("never")), self._set(fields.get("strong"))
            words = _words(self._text(fields["term"]))
            if self._new(f"term {' '.join(words)}", fields["term"]):
                self._add(fields["term"], Term(words, never, strong, self._uses(fields, node)), self._terms)

    def _add(self, node: Node, term: Term, terms: dict[tuple[str, ...], Term]) -> None:
        if len(term.words) < 2:
            self._error(node, "a fixed term has two words or more; a single word belongs in a lexicon")
        terms.setdefault(term.words, term)

    def _frame(self, node: Node) -> None:
        allowed = ("id", "says", "slots", "also", "closed", "right-use", "wrong-use")
        fields = self._fields(node, allowed, ("id", "says", "slots"))
        if fields is None or not self._new(f"frame {self._text(fields['id'])}", fields["id"]):
            return
        says = self._text(fields["says"])
        slots = {name: tuple(w for w in self._list(words)) for name, words in (fields["slots"].mapping() or {}).items()}
        named = re.findall(r"\{([a-z]+)\??\}", says)
        for name in named:
            if not slots.get(name):
                self._error(fields["says"], f"the slot {{{name}}} has no words: list them under 'slots'")
                return
        if not named:
            self._error(fields["says"], "a frame needs a {slot}; without one it is a fixed term: put it under 'terms'")
            return
        self._frames.append(
            Frame(
                self._text(fields["id"]),
                says,
                slots,
                self._set(fields.get("also")),
                self._yes(fields.get("closed")),
                self._uses(fields, node),
            )
        )

    def _confusion(self, node: Node) -> None:
        allowed = ("wrong", "right", "after", "before", "near", "never", "error", "right-use", "wrong-use")
        fields = self._fields(node, allowed, ("wrong", "right"))
        if fields is None or not self._new(
            f"confusion {self._text(fields['wrong'])} {self._text(fields['right'])}", fields["wrong"]
        ):
            return
        kind = self._text(fields.get("error")) or "wrong-word"
        if kind not in _ERROR_KINDS:
            self._error(fields["error"], f"expected one of {', '.join(_ERROR_KINDS)}")
            return
        self._confusions.append(
            Confusion(
                self._text(fields["wrong"]),
                self._text(fields["right"]),
                self._set(fields.get("after")),
                self._set(fields.get("before")),
                self._set(fields.get("near")),
                self._set(fields.get("never")),
                next(known for known in _ERROR_KINDS if known == kind),
                self._uses(fields, node),
            )
        )

    def _pattern(self, node: Node) -> None:
        allowed = (
            "id",
            "pattern",
            "trigger",
            "block",
            "right",
            "safe",
            "case",
            "glued",
            "shape",
            "right-use",
            "wrong-use",
        )
        fields = self._fields(node, allowed, ("id", "pattern"))
        if fields is None or not self._new(f"residue {self._text(fields['id'])}", fields["id"]):
            return
        cased = self._yes(fields.get("case"))
        source, flags = self._text(fields["pattern"]), 0 if cased else int(re.IGNORECASE)
        try:
            pattern = compiled(source, flags)
        except re.error as error:
            self._error(fields["pattern"], f"is no regular expression: {error}")
            return
        if self._yes(fields.get("block")) and "trigger" not in fields:
            self._error(node, "a block is told by its first word: list those words under 'trigger'")
            return
        if pattern.match(""):
            self._error(fields["pattern"], "matches nothing at all: it would be found everywhere")
            return
        self._residue.append(
            Residue(
                self._text(fields["id"]),
                source,
                flags,
                tuple(word if cased else word.lower() for word in self._list(fields.get("trigger"))),
                self._yes(fields.get("block")),
                self._text(fields.get("right")),
                self._yes(fields.get("safe")),
                self._yes(fields.get("glued")),
                self._list(fields.get("shape")),
                self._uses(fields, node),
            )
        )

    def _read_lookalikes(self, node: Node) -> None:
        self._lookalikes.extend(self._set(group) for group in node.sequence() or ())

    def _read_variants(self, node: Node) -> None:
        for british, american in (node.mapping() or {}).items():
            self._variants[british.lower()] = self._text(american).lower()


def _spelt_out(text: str) -> Iterator[str]:
    """Yield what words with choices stand for: "(left|right) side" for two."""
    match = _CHOICE.search(text)
    if match is None:
        yield text
        return
    for choice in match.group(1).split("|"):
        yield from _spelt_out(text[: match.start()] + choice + text[match.end() :])


def _words(term: str) -> tuple[str, ...]:
    return tuple(re.split(r"[\s-]+", term.lower()))


_WORD_SECTIONS = (
    "eponyms", "eponym-heads", "drug-stems", "right", "prefixes", "suffixes", "endings", "joiners", "compounds",
    "numbered", "hyphened", "ordinary", "usual",
)  # fmt: skip
