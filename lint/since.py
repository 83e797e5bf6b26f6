"""Only what is new since a revision of git.

A finding counts when any of its sides stands in a line that was added or changed, or when a run on the files, the
approved statements and the rules of that revision would not have found it: so a changed heading, claims.yml or pack
makes count whatever it makes wrong, anywhere, and a renamed file opens nothing anew. The other sides are shown wherever
they stand.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint import project as projects
from lint import run
from lint.claims import Place
from lint.documents import READERS
from lint.errors import MedcopyError
from lint.findings import Finding
from lint.git import Repository
from lint.project import Project
from lint.results import CheckResult
from lint.run import Request, Survey

SUFFIXES = (*READERS, ".yml", ".yaml", ".tsv", ".csv", ".json", ".gz")
"""The files of a revision that a run may read: articles, settings, statements and packs."""


@dataclass(frozen=True)
class Given:
    """What the command line names beside the paths."""

    config: Path | None = None
    claims: Sequence[Path] = ()
    rules: Sequence[Path] = ()


@dataclass(frozen=True)
class Change:
    """What changed since a revision: lines by path, and how often each finding was there already.

    ``before`` is None where the revision cannot be checked, and ``why`` says why.
    """

    lines: Mapping[Path, Sequence[range]]
    before: Counter[str] | None
    why: str = ""


def look(revision: str, project: Project, request: Request, given: Given) -> Change:
    """Compare with a revision; raises UsageError where there is no repository or no such revision."""
    repository = Repository.of(request.cwd)
    base = repository.base(revision)
    lines = dict(repository.changed(base))
    for name in request.texts or {}:
        lines[request.cwd / name] = [range(1, 2**62)]
    with tempfile.TemporaryDirectory(prefix="medcopy-") as folder:
        into = Path(folder).resolve()
        repository.export(base, into, SUFFIXES)
        try:
            found = _before(into, repository.top, project, request, given)
        except MedcopyError as error:
            why = str(error).split("\n")[0].replace(f"{into.as_posix()}/", "")
            return Change(lines, None, f"at {revision} nothing can be checked, so that every finding counts: {why}")
    return Change(lines, Counter(finding.fingerprint for finding in found))


def _before(into: Path, top: Path, project: Project, request: Request, given: Given) -> Sequence[Finding]:
    """Return what the same run would have found in the files of the revision."""

    def there(path: Path) -> Path:
        absolute = (request.cwd / path).resolve()
        return into / absolute.relative_to(top.resolve()) if absolute.is_relative_to(top.resolve()) else absolute

    cwd = there(request.cwd)
    cwd.mkdir(parents=True, exist_ok=True)
    config = projects.upward(cwd, projects.CONFIG)
    if config is None or not config.is_relative_to(into):
        (cwd / projects.CONFIG).touch()  # else one above the temporary folder might be taken
    then = projects.load(
        cwd,
        there(given.config) if given.config else None,
        [there(path) for path in given.claims],
        [there(path) for path in given.rules],
    )
    names = [name for name in request.names if there(Path(name)).exists()]
    if not then.corpus and request.names and not names:
        return ()
    whole = replace(
        request,
        cwd=cwd,
        names=() if then.corpus else [str(there(Path(name))) for name in names],
        texts=None,
        baseline=None,
        in_corpus=False,
        cache_root=project.root,
    )
    return run.check(then, whole).findings


def narrow(result: CheckResult, change: Change, cwd: Path) -> CheckResult:
    """Return a result with the findings that are new; a file that cannot be read always counts."""
    kept = {at for at, finding in enumerate(result.findings) if _touched(finding, change, cwd)}
    left = Counter(change.before or ())
    # Of equal findings those in unchanged lines are taken for the ones that were there before.
    for at, finding in sorted(enumerate(result.findings), key=lambda one: (one[0] in kept, one[0])):
        if left[finding.fingerprint] and finding.rule != run.UNREADABLE:
            left[finding.fingerprint] -= 1
        else:
            kept.add(at)
    findings = tuple(finding for at, finding in enumerate(result.findings) if at in kept)
    counts = Counter(finding.severity for finding in findings)
    summary = replace(
        result.summary,
        findings={level: counts[level] for level in ("error", "warning", "note")},
        outside=len(result.findings) - len(findings),
    )
    outside = tuple(finding for at, finding in enumerate(result.findings) if at not in kept)
    return replace(result, findings=findings, summary=summary, outside=outside)


def focus(seen: Survey, result: CheckResult, change: Change, cwd: Path) -> frozenset[str]:
    """Return the files that a report on what is new is about: those that changed, or that a finding is left in."""
    told = {finding.place.path for finding in result.findings}
    new = {page.path for page in seen.pages if _lines(page.path, change, cwd)}
    old = seen.files.focus
    return frozenset(new | told if old is None else new & old | told)


def _touched(finding: Finding, change: Change, cwd: Path) -> bool:
    return any(touches(place, change, cwd) for place in (finding.place, *finding.related))


def touches(place: Place, change: Change, cwd: Path) -> bool:
    """Tell whether a place stands in a line that was added or changed."""
    last = place.end_line if place.end_column > 1 else max(place.end_line - 1, place.line)
    return overlaps(place.path, place.line, last, change, cwd)


def overlaps(path: str, first: int, last: int, change: Change, cwd: Path) -> bool:
    """Tell whether a line from ``first`` to ``last`` of a file was added or changed."""
    return any(span.start <= last and first < span.stop for span in _lines(path, change, cwd))


def _lines(path: str, change: Change, cwd: Path) -> Sequence[range]:
    return change.lines.get((cwd / path).resolve()) or change.lines.get(cwd / path) or ()
