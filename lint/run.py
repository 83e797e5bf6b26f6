"""The flow: files are read, their claims extracted or taken from the cache, compared, and what comes of it counted."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lint import baseline as baselines
from lint import knowledge as knowing
from lint import reading
from lint.baseline import Baseline, Matched
from lint.cache import NO_CACHE, Cache, glance_key, page_key, verdict_key
from lint.claims import Place
from lint.errors import UsageError
from lint.excerpts import Excerpts
from lint.files import Article, Files, discover, repository
from lint.findings import Finding, Raised
from lint.fingerprint import fingerprint
from lint.knowledge import Knowledge
from lint.pages import Page, page_of, page_record, unreadable
from lint.project import Project
from lint.results import REASONS, CheckResult, ExtractResult, Reason, Skipped, Summary
from lint.rules import RULES, ordered, ordering
from lint.severities import Severities
from lint.shared import Shared
from lint.stages import stage
from lint.suggest import instead
from lint.suppression import Outcome, suppress
from lint.unread import Unread
from lint.verdict import Verdict, verdict_of, verdict_record

if TYPE_CHECKING:
    from lint.checks import Case
    from lint.glance import Glance
    from lint.side_file import SideFile

UNREADABLE = "unreadable-file"
REMEMBERED = 5_000
"""Findings of a corpus that are kept for the next run: more of them take more memory than the comparison takes time."""


@dataclass(frozen=True)
class Request:
    """What the command line asks for.

    ``names`` are files and folders as typed; ``texts`` the content of those that are on no disk; ``select`` and
    ``ignore`` are rules; ``jobs`` None is what suits the number of files. ``baseline`` is the file of known
    findings. ``in_corpus`` leaves out names that are not of the configured corpus. ``cache_root`` is the project whose
    cache is used, None for the project's own. ``progress`` is told how many files of how many are read.
    """

    cwd: Path
    today: datetime.date
    names: Sequence[str] = ()
    texts: Mapping[str, bytes] | None = None
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    cached: bool = True
    jobs: int | None = None
    baseline: Path | None = None
    in_corpus: bool = False
    cache_root: Path | None = None
    progress: Callable[[int, int], None] = lambda done, files: None


@dataclass(frozen=True)
class Survey:
    """A corpus that has been read: what ``check`` reports on and ``explain`` looks into.

    ``marks`` are what tells the pages apart, in their order; without them no verdict is looked for in the cache.
    """

    files: Files
    pages: Sequence[Page]
    knowledge: Knowledge
    today: datetime.date
    excerpts: Excerpts
    accepted: Accepted
    cache: Cache = NO_CACHE
    marks: Sequence[str] = ()

    @cached_property
    def case(self) -> Case:
        """The corpus as the checks see it."""
        from lint.checks import Case, PageClaims

        claims = [PageClaims(page.path, page.claims) for page in self.pages if page.status == "read"]
        return Case(claims, self.knowledge.canon, self.knowledge.reader.packs, self.today)

    @cached_property
    def verdict(self) -> Verdict:
        """What the checks say of the corpus: from the cache, else worked out and kept."""
        from lint import verdict

        if not self.marks or self.cache.folder is None:
            return verdict.judge(self.case)
        told = (part for page, mark in zip(self.pages, self.marks, strict=True) for part in (page.path, mark))
        key = verdict_key(self.knowledge.salt, self.knowledge.canon_mark, self.today.isoformat(), *told)
        found = _verdict(self.cache.get(key))
        if found is None:
            found = verdict.judge(self.case)
            if len(found.raised) <= REMEMBERED:
                self.cache.put(key, verdict_record(found))
        return found


@dataclass(frozen=True)
class Accepted:
    """What people accepted beside the comments in the text, from where a run's paths start (``cwd``)."""

    cwd: Path
    baseline: Baseline | None = None
    side: SideFile | None = None
    barred: frozenset[str] = frozenset()

    @classmethod
    def of(cls, project: Project, request: Request) -> Accepted:
        """Read the baseline of a request and the side file of a project; raises ConfigError or Problems."""
        cwd = request.cwd
        baseline = baselines.load(cwd / request.baseline, cwd) if request.baseline else None
        if project.suppressions is None:
            return cls(cwd, baseline, None, project.unsuppressible)
        from lint import side_file

        return cls(cwd, baseline, side_file.load(project.suppressions, cwd), project.unsuppressible)


def survey(
    project: Project, request: Request, canon: bool = True, corpus: bool = True, remembered: bool = False
) -> Survey:
    """Read the files that are asked for, and with ``corpus`` those that they are held against.

    With ``remembered`` what the checks said of the same claims before may be taken from the cache. Raises MedcopyError for what is wrong in the configuration, the packs, the canon or the names.
    """
    accepted = Accepted.of(project, request)
    with stage("finding the files"):
        files = discover(request.names, project, request.cwd, corpus, request.in_corpus)
    cache = Cache.of(request.cache_root or project.root) if request.cached else NO_CACHE
    with stage("rules and approved statements"):
        knowledge = knowing.load(project, canon)
        knowing.ensure_proved(knowledge, project, cache)
    texts = request.texts or {}
    with stage("reading files, and the cache"):
        pages, marks = _read(files.articles, knowledge, cache, request)
        cache.tidy()
    sources = {article.shown: texts.get(article.shown, article.path) for article in files.articles}
    excerpts = Excerpts(sources)
    return Survey(files, pages, knowledge, request.today, excerpts, accepted, cache, marks if remembered else ())


def check(project: Project, request: Request) -> CheckResult:
    """Return the findings of the files that are asked for; raises MedcopyError as ``survey`` does."""
    _known_rules(request)
    severities = Severities.of(project, request.cwd, request.select, request.ignore)
    return report(survey(project, request, remembered=True), severities)


def report(seen: Survey, severities: Severities) -> CheckResult:
    """Return what there is to report on a corpus that was read.

    Suppressions, severities and the baseline are applied to the findings of the whole corpus, and what is not in the
    focus is left out last: so a file's findings are the same whichever files are reported on with it.
    """
    found = [one for one in seen.verdict.raised if one.finding.rule in severities.ran]
    outcome = _accepted(seen, ordered(one.finding for one in found), severities.ran)
    kept = severities.apply(finding for finding in outcome.kept if finding.rule in severities.ran)
    suppressed = [s for s in outcome.suppressed if severities.apply([s.finding])]
    matched = _known(seen, kept, severities.ran)
    shown = _shown(seen, found)
    known = tuple(one for one in matched.known if shown(one.finding))
    unreadable = [_unreadable(page) for page in seen.pages if page.status == "unreadable"]
    reported = tuple(ordered((*filter(shown, matched.kept), *unreadable)))
    held = tuple(s for s in suppressed if shown(s.finding))
    focus = seen.files.focus
    summary = replace(
        _summary(seen, reported, len(held)), known=len(known), gone=len(matched.gone), expired=len(matched.expired)
    )
    return CheckResult(
        reported,
        held,
        _skipped(seen.pages),
        summary,
        seen.verdict.cited,
        seen.excerpts,
        tuple(page.path for page in seen.pages if page.status == "read" and (focus is None or page.path in focus)),
        known,
        matched.gone,
        tuple(one for one in matched.pairs if shown(one.finding)),
        _below(seen.accepted.cwd),
    )


def _below(cwd: Path) -> str:
    top = repository(cwd)
    return cwd.relative_to(top).as_posix() if top and top != cwd else ""


def _accepted(seen: Survey, found: Sequence[Finding], ran: frozenset[str]) -> Outcome:
    """Apply the suppressions of the text and those of the side file."""
    accepted = seen.accepted
    written = [directive for page in seen.pages for directive in page.directives]
    outcome = suppress(found, written, ran, barred=accepted.barred)
    if accepted.side is None:
        return outcome
    from lint import side_file

    read = [page.path for page in seen.pages]
    more = side_file.apply(outcome.kept, accepted.side, accepted.cwd, ran, read, accepted.barred)
    together = sorted((*outcome.suppressed, *more.suppressed), key=lambda s: ordering(s.finding))
    return Outcome(ordered(more.kept), together)


def _known(seen: Survey, kept: Sequence[Finding], ran: frozenset[str]) -> Matched:
    """Hold findings against the baseline, where there is one."""
    accepted = seen.accepted
    if accepted.baseline is None:
        return Matched(tuple(kept))
    read = [page.path for page in seen.pages]
    return baselines.match(kept, accepted.baseline, seen.today, accepted.cwd, ran, read)


def _shown(seen: Survey, found: Iterable[Raised]) -> Callable[[Finding], bool]:
    """Return whether a finding is to be reported: any of its sides lies in the focus.

    What the side file does wrong is told with every file: nobody would name that file on the command line.
    """
    focus = seen.files.focus
    if focus is None:
        return lambda finding: True
    side = {seen.accepted.side.shown} if seen.accepted.side else set()
    touching = {ordering(one.finding) for one in found if one.touches(focus)}
    return lambda finding: finding.place.path in focus | side or ordering(finding) in touching


def extract(project: Project, request: Request) -> ExtractResult:
    """Return the claims of the files that are asked for; raises MedcopyError as ``survey`` does."""
    seen = survey(project, request, canon=False, corpus=False)
    claims = tuple(claim for page in seen.pages for claim in page.claims)
    summary = Summary(read=_number(seen.pages, "read"), skipped=_reasons(seen.pages), claims=len(claims))
    return ExtractResult(claims, _skipped(seen.pages), summary)


def _read(
    articles: Sequence[Article], knowledge: Knowledge, cache: Cache, request: Request
) -> tuple[list[Page], list[str]]:
    """Return the pages of all articles in their order, from the cache, else read; and a mark of what each page is."""
    texts = request.texts or {}
    found: dict[str, tuple[Page, str]] = {}
    shared = Shared()
    unread: dict[str, Unread] = {}
    same: dict[str, list[str]] = {}
    for article in articles:
        name = article.shown
        one = Unread(name, texts.get(name, article.path))
        try:
            digest = hashlib.sha256(one.data()).digest()
        except OSError as error:
            page = unreadable(name, error)
            found[name] = (page, page.message)
            continue
        key = page_key(knowledge.salt, name, digest)
        if key in unread:  # files of one content are read once
            same[key].append(name)
            continue
        entry = cache.entry(key)
        remembered = _decode(entry.value, name, shared) if entry else None
        if entry and remembered:
            found[name] = (remembered, entry.mark)
            request.progress(len(found), len(articles))
        else:
            unread[key], same[key] = one, [name]
    if unread:
        reader, again = knowledge.reader, bool(found)
        reader.glance = _glance(cache, knowledge.salt)
        pages = reading.pages(list(unread.values()), reader, request.jobs)
        for key, (page, digest_) in zip(unread, pages, strict=True):
            page = replace(page, claims=shared.claims(page.claims))
            # The file may have been changed since it was looked for in the cache.
            now = page_key(knowledge.salt, page.path, digest_) if digest_ else key
            entry = None if page.status == "unreadable" else cache.put(now, page_record(page))
            for name in same[key]:
                one_ = page if name == page.path else page_of(page_record(page), name, shared)
                found[name] = (one_, entry.mark if entry else page.message)
            request.progress(len(found), len(articles))
        if reader.glance is None and again and cache.folder is not None:  # who runs once pays nothing for the next run
            cache.put(glance_key(knowledge.salt), reader.at_a_glance().record())
    both = [found[article.shown] for article in articles]
    return [page for page, _ in both], [mark for _, mark in both]


def _decode(entry: object, name: str, shared: Shared) -> Page | None:
    if not isinstance(entry, dict):
        return None
    try:
        return page_of(entry, name, shared)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _glance(cache: Cache, salt: str) -> Glance | None:
    from lint.glance import Glance

    try:
        return Glance.of_record(cache.get(glance_key(salt)))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _verdict(entry: object) -> Verdict | None:
    if not isinstance(entry, dict):
        return None
    try:
        return verdict_of(entry)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None


def _known_rules(request: Request) -> None:
    for option, names in (("--select", request.select), ("--ignore", request.ignore)):
        for name in names:
            if name not in RULES:
                raise UsageError(f"{option}: there is no rule {name!r}{instead(name, sorted(RULES), 'rules')}")


def _unreadable(page: Page) -> Finding:
    place = Place(page.path, 0, 0, 1, 1, 1, 1, "")
    return Finding(UNREADABLE, "error", page.message, place, fingerprint=fingerprint(UNREADABLE, "", page.message))


def _skipped(pages: Iterable[Page]) -> tuple[Skipped, ...]:
    return tuple(Skipped(page.path, page.status, page.message) for page in pages if page.status != "read")


def _number(pages: Iterable[Page], status: str) -> int:
    return sum(page.status == status for page in pages)


def _reasons(pages: Sequence[Page]) -> dict[Reason, int]:
    return {reason: _number(pages, reason) for reason in REASONS}


def _summary(seen: Survey, reported: Sequence[Finding], suppressed: int) -> Summary:
    verdict = seen.verdict
    levels = Counter(finding.severity for finding in reported)
    return Summary(
        read=_number(seen.pages, "read"),
        skipped=_reasons(seen.pages),
        claims=verdict.claims,
        focus=None if seen.files.focus is None else len(seen.files.focus),
        findings={level: levels[level] for level in ("error", "warning", "note")},
        uncovered=verdict.uncovered,
        undecided=verdict.undecided,
        suppressed=suppressed,
        canonical=verdict.canonical,
    )
