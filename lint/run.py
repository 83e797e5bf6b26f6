"""The flow: files are read, their claims extracted or taken from the cache, compared, and what comes of it counted."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lint import baseline as baselines
from lint import knowledge as knowing
from lint import side_file, workers
from lint.baseline import Baseline, Matched
from lint.cache import NO_CACHE, Cache, page_key
from lint.checks import RULES, Case, PageClaims, Raised, ordered, ordering, raised
from lint.claims import Place
from lint.errors import UsageError
from lint.excerpts import Excerpts
from lint.files import Article, Files, discover, repository
from lint.findings import Finding
from lint.fingerprint import fingerprint
from lint.knowledge import Knowledge
from lint.pages import Page, page_of, page_record
from lint.project import Project
from lint.results import REASONS, CheckResult, ExtractResult, Reason, Skipped, Summary
from lint.severities import Severities
from lint.side_file import SideFile
from lint.suggest import instead
from lint.suppression import Outcome, suppress

UNREADABLE = "unreadable-file"


@dataclass(frozen=True)
class Request:
    """What the command line asks for.

    ``names`` are files and folders as typed; ``texts`` the content of those that are on no disk; ``select`` and
    ``ignore`` are rules; ``jobs`` None is what suits the number of files. ``baseline`` is the file of known
    findings. ``in_corpus`` leaves out names that are not of the configured corpus. ``cache_root`` is the project whose
    cache is used, None for the project's own.
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


@dataclass(frozen=True)
class Survey:
    """A corpus that has been read and compared: what ``check`` reports on and ``explain`` looks into."""

    files: Files
    pages: Sequence[Page]
    knowledge: Knowledge
    case: Case
    excerpts: Excerpts
    accepted: Accepted


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
        side = side_file.load(project.suppressions, cwd) if project.suppressions else None
        return cls(cwd, baseline, side, project.unsuppressible)


def survey(project: Project, request: Request, canon: bool = True, corpus: bool = True) -> Survey:
    """Read the files that are asked for, and with ``corpus`` those that they are held against.

    Raises MedcopyError for what is wrong in the configuration, the packs, the canon or the names.
    """
    accepted = Accepted.of(project, request)
    files = discover(request.names, project, request.cwd, corpus, request.in_corpus)
    cache = Cache.of(request.cache_root or project.root) if request.cached else NO_CACHE
    knowledge = knowing.load(project, canon)
    knowing.ensure_proved(knowledge, project, cache)
    texts = request.texts or {}
    pages = _read(files.articles, texts, knowledge, cache, request.jobs)
    cache.tidy()
    claims = [PageClaims(page.path, page.claims) for page in pages if page.status == "read"]
    case = Case(claims, knowledge.canon, knowledge.reader.packs, request.today)
    sources = {article.shown: texts.get(article.shown, article.path) for article in files.articles}
    return Survey(files, pages, knowledge, case, Excerpts(sources), accepted)


def check(project: Project, request: Request) -> CheckResult:
    """Return the findings of the files that are asked for; raises MedcopyError as ``survey`` does."""
    _known_rules(request)
    severities = Severities.of(project, request.cwd, request.select, request.ignore)
    return report(survey(project, request), severities)


def report(seen: Survey, severities: Severities) -> CheckResult:
    """Return what there is to report on a corpus that was read.

    Suppressions, severities and the baseline are applied to the findings of the whole corpus, and what is not in the
    focus is left out last: so a file's findings are the same whichever files are reported on with it.
    """
    found = [one for one in raised(seen.case) if one.finding.rule in severities.ran]
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
        seen.knowledge.canon,
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
    return baselines.match(kept, accepted.baseline, seen.case.today, accepted.cwd, ran, read)


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
    articles: Sequence[Article], texts: Mapping[str, bytes], knowledge: Knowledge, cache: Cache, jobs: int | None
) -> list[Page]:
    """Return the pages of all articles in their order: from the cache, else read."""
    found: dict[str, Page] = {}
    unread: list[workers.Unread] = []
    keys: dict[str, str] = {}
    for article in articles:
        name = article.shown
        try:
            data = texts[name] if name in texts else _bytes(article.path)
        except OSError as error:
            found[name] = Page(name, "unreadable", message=f"cannot be read: {error.strerror or error}")
            continue
        keys[name] = page_key(knowledge.salt, name, data)
        cached = _decode(cache.get(keys[name]), name)
        if cached is not None:
            found[name] = cached
        else:
            unread.append((name, data))
    for page in workers.pages(unread, knowledge.reader, knowledge.recipe, jobs):
        found[page.path] = page
        if page.status != "unreadable":
            cache.put(keys[page.path], page_record(page))
    return [found[article.shown] for article in articles]


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        raise OSError(None, "it is no ordinary file")  # a pipe or a device might never end
    return path.read_bytes()


def _decode(entry: object, name: str) -> Page | None:
    if not isinstance(entry, dict):
        return None
    try:
        return page_of(entry, name)
    except (KeyError, TypeError, ValueError, AttributeError):
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
    canon = seen.knowledge.canon
    compared = [s for s in seen.case.statements if s.kind.compare != "none"]
    silent = [s for s in compared if s.judgement.verdict == "incomparable"] if canon else []
    levels = Counter(finding.severity for finding in reported)
    return Summary(
        read=_number(seen.pages, "read"),
        skipped=_reasons(seen.pages),
        claims=len(compared),
        focus=None if seen.files.focus is None else len(seen.files.focus),
        findings={level: levels[level] for level in ("error", "warning", "note")},
        uncovered=sum(not s.judgement.trials for s in silent),
        undecided=sum(bool(s.judgement.trials) for s in silent),
        suppressed=suppressed,
        canonical=len(canon.claims) if canon else None,
    )
