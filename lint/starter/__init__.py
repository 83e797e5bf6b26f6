"""The files that ``medcopy init`` starts a content repository with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata, resources

CONFIG = "medcopy.yml"
CLAIMS = "claims.yml"
HOOKS = ".pre-commit-config.yaml"

_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")

_CONFIG = """\
# Settings of medcopy. All keys: medcopy's docs/configuration.md
corpus: [{corpus}]        # what is checked, and what single files are held against
claims: [claims.yml]
fail-on: error
"""
_HOOKS = """\
repos:
{hooks}"""
_REMOTE = """\
  - repo: {url}
    rev: {revision}
    hooks:
      - id: medcopy
      - id: medcopy-claims
"""
_LOCAL = """\
  # With the medcopy that is installed beside pre-commit; `medcopy init --hook-repo URL --hook-rev REV` has pre-commit
  # install it.
  - repo: local
    hooks:
      - id: medcopy
        name: medcopy
        entry: medcopy check --force-exclude
        language: system
        files: '{articles}'
        require_serial: true
      - id: medcopy-claims
        name: medcopy (approved statements, rules, settings)
        entry: medcopy check
        language: system
        files: '{knowledge}'
        pass_filenames: false
        require_serial: true
"""
ARTICLES = r"(?i)\.(txt|md|markdown|mdx|html?)$"
"""The files that the hook for articles is for."""
KNOWLEDGE = r"(^|/)(claims\.ya?ml|medcopy(-[a-z]+)?\.yml)$|(^|/)(claims|rules)/.+\.ya?ml$"
"""The files whose change makes the whole corpus be checked: statements, packs and settings."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where pre-commit can get medcopy from: the address of a git repository, and a tag or commit in it."""

    url: str
    revision: str


def installed_from() -> Origin | None:
    """Return the git repository that this medcopy was installed from, or None where it was not installed from one."""
    try:
        told = json.loads(metadata.distribution("medcopy").read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        return None
    source = told.get("vcs_info") or {}
    if source.get("vcs") != "git" or not source.get("commit_id"):
        return None
    return Origin(str(told["url"]), str(source["commit_id"]))


def files(corpus: Sequence[str], origin: Origin | None) -> Mapping[str, str]:
    """Return the text of each file by its name, for articles in these folders."""
    hooks = _LOCAL.format(articles=ARTICLES, knowledge=KNOWLEDGE)
    if origin is not None:
        hooks = _REMOTE.format(url=_word(origin.url), revision=_word(origin.revision))
    return {
        CONFIG: _CONFIG.format(corpus=", ".join(map(_word, corpus))),
        CLAIMS: resources.files(__name__).joinpath(CLAIMS).read_text("utf-8"),
        HOOKS: _HOOKS.format(hooks=hooks),
    }


def _word(text: str) -> str:
    """Return a word as YAML: in quotes where it needs them."""
    return text if _PLAIN.fullmatch(text) and text[0].isalpha() else json.dumps(text, ensure_ascii=False)
