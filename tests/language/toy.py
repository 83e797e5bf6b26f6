"""A made-up disease of plants and its rules, in YAML alone: what tests change is one phrase of one pattern."""

from __future__ import annotations

from pathlib import Path

from lint.language.extractor import Extractor
from lint.packs import Packs
from tests.language.reading import own_packs

BASE = """
kinds:
  pace:
    about: how fast it grows
    slots:
      speed: {type: choice, values: [slow, fast]}
      cause: {type: words, required: false, default: ""}
      part: {type: term, required: false}
    key: []
    compare: same
  share:
    about: the share of leaves
    slots:
      low: {type: bound}
      high: {type: bound}
    key: []
    compare: interval
diseases:
  grey rot: [grey mould]
sites:
  root: {names: [root, roots]}
  stem: {names: [stem]}
fillers: [a, an, the, is, are, very, often, not, it]
classes:
  grow: {verbs: [grow], words: [on the march]}
  swelling: {words: ["*itis"]}
topics:
  growth: [growth, pace]
cues:
- kind: negation
  words: [not]
- kind: frequency
  certainty: usual
  words: [often]
"""


def pattern(*says: str, more: str = "") -> str:
    phrases = "".join(f"\n  - '{phrase}'" for phrase in says)
    return f"{BASE}patterns:\n- id: grows\n  kind: pace\n  set: {{speed: fast}}{more}\n  says:{phrases}\n"


def frame(*finds: str, more: str = "") -> str:
    parts = ", ".join(f"'{part}'" for part in finds)
    return f"{BASE}patterns:\n- id: share\n  kind: share{more}\n  finds: [{parts}]\n"


def toy(folder: Path, text: str) -> Packs:
    return own_packs(folder, general=text)


def build(folder: Path, text: str) -> Extractor:
    return Extractor(toy(folder, text))
