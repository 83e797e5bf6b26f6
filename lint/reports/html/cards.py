"""The report by claim: kinds, their topics, and a card for each approved statement and each group without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lint.canon import CanonicalClaim
from lint.checks.wording import figure, site
from lint.claims import Claim, Kind
from lint.comparison.corpus import Statement
from lint.comparison.subject import Subject, Topic
from lint.comparison.values import interval, slot, terms, value_key
from lint.reports.html import data, words
from lint.reports.html.anchors import digest
from lint.reports.html.data import Approved, Card, Section, Variant
from lint.reports.html.entries import entry
from lint.reports.html.links import source_link
from lint.reports.html.matrix import Listing, Matrix, matrix
from lint.reports.html.plots import DotPlot, Figure, RowData, dot_plot
from lint.reports.html.spots import Spots, card_anchor, card_key, severities, standings, variant_anchor
from lint.reports.html.states import ORDER, counts, worst

UNUSUAL = frozenset({"contradicts-page", "contradicts-corpus"})
"""Rules that are raised at the odd one out."""


@dataclass
class Cards:
    """Makes the cards of a run."""

    spots: Spots
    _approved: dict[str, Approved] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        seen = self.spots.seen
        self.packs = seen.knowledge.reader.packs
        self.canon = seen.knowledge.canon
        self.today = seen.case.today

    def approved(self, canonical: CanonicalClaim) -> Approved:
        """Return an approved statement as it is shown."""
        if canonical.id not in self._approved:
            sources = self.canon.sources if self.canon else {}
            place = canonical.claim.place
            self._approved[canonical.id] = Approved(
                canonical.id,
                canonical.says or words.sentence(canonical.claim, self.packs),
                canonical.claim.certainty if canonical.certainty_given else "",
                tuple(source_link(sources[id_]) for id_ in canonical.sources if id_ in sources),
                canonical.reviewed.isoformat(),
                canonical.review_by.isoformat() if canonical.review_by else "",
                canonical.review_by is not None and canonical.review_by < self.today,
                canonical.owner,
                canonical.note,
                f"{place.path}:{place.line}",
            )
        return self._approved[canonical.id]

    def sections(self) -> tuple[Section, ...]:
        """Return the cards of all that the shown pages say, in the order of the kinds; the worst cards come first."""
        groups: dict[tuple[str, object], list[Statement]] = {}
        for statement in self.spots.seen.case.statements:
            if statement.kind.compare != "none":
                groups.setdefault(card_key(statement), []).append(statement)
        topics: dict[Topic, list[list[Statement]]] = {}
        for group in groups.values():
            if any(self.spots.shown(statement.path) for statement in group):
                topics.setdefault(group[0].judgement.subject.topic, []).append(group)
        by_kind: dict[str, list[data.Topic]] = {name: [] for name in self.packs.kinds}
        for topic, own in topics.items():
            by_kind[topic.kind].append(self._topic(topic, own))
        return tuple(self._section(name, _worst_first(made)) for name, made in by_kind.items() if made)

    def _section(self, name: str, topics: tuple[data.Topic, ...]) -> Section:
        title, about = words.kind_title(name), self.packs.kinds[name].about
        spots = [spot for t in topics for card in t.cards for variant in card.variants for spot in variant.spots]
        return Section(f"k-{digest(name)}", name, title, about, topics, counts([spot.state for spot in spots]))

    def unstated(self) -> tuple[Approved, ...]:
        """Return the approved statements that nothing in the corpus speaks about."""
        spoken = {t.canonical.id for s in self.spots.seen.case.statements for t in s.judgement.trials}
        return tuple(self.approved(c) for c in (self.canon.claims if self.canon else ()) if c.id not in spoken)

    def _topic(self, topic: Topic, groups: Sequence[Sequence[Statement]]) -> data.Topic:
        cards = sorted((self._card(group) for group in groups), key=_card_order)
        statements = sorted((s for group in groups for s in group), key=lambda s: (s.path, s.place.start))
        first = statements[0]
        title = f"{words.subject(_plain(first), self.packs)}, {topic.condition}"
        plot = picture = None
        if first.kind.compare == "interval":
            plot = self._plot(title, statements)
        elif any(s.type in ("term", "terms") and s.name not in first.kind.key for s in first.kind.slots):
            picture = self._matrix(title, statements)
        return data.Topic(f"t-{digest(topic)}", title, tuple(cards), plot, picture)

    def _card(self, group: Sequence[Statement]) -> Card:
        first = group[0]
        canonical = first.judgement.canonical
        variants = self._variants(group)
        near = {t.canonical.id: t.canonical for s in group for t in s.judgement.trials} if canonical is None else {}
        spots = [spot for variant in variants for spot in variant.spots]
        claim = canonical.claim if canonical else first.claim
        return Card(
            card_anchor(first),
            first.kind.name,
            first.judgement.subject.topic.condition,
            words.subject(claim, self.packs),
            self.approved(canonical) if canonical else None,
            tuple(self.approved(c) for c in near.values())[:3],
            variants,
            counts([spot.state for spot in spots]),
            worst([spot.state for spot in spots]),
            severities(spots),
            tuple(dict.fromkeys(spot.page for spot in spots if spot.page)),
            standings(spots),
            any(spot.changed for spot in spots),
        )

    def _variants(self, group: Sequence[Statement]) -> tuple[Variant, ...]:
        values: dict[object, list[Statement]] = {}
        for statement in group:
            values.setdefault(value_key(statement.claim, statement.kind), []).append(statement)
        pages = {value: len({s.path for s in held}) for value, held in values.items()}
        most = max(pages.values())
        most_say = [value for value, number in pages.items() if number == most]
        usual = most_say if len(values) > 1 and most > 1 and len(most_say) == 1 else []
        made = []
        for value, held in values.items():
            spots = tuple(self.spots.of(statement) for statement in held)
            state = worst([spot.state for spot in spots])
            rules = {note.rule for spot in spots for note in spot.notes}
            odd = bool(rules & UNUSUAL) or (state == "contradicts" and bool(usual) and usual != [value])
            made.append(
                Variant(
                    variant_anchor(held[0]),
                    words.value(held[0].claim, self.packs),
                    state,
                    spots,
                    pages[value],
                    odd,
                    usual == [value],
                    entry(held[0].claim, held[0].kind),
                    words.sentence(held[0].claim, self.packs),
                )
            )
        return tuple(sorted(made, key=lambda v: (ORDER[v.state], -v.pages, v.says, v.anchor)))

    def _plot(self, title: str, statements: Sequence[Statement]) -> DotPlot | None:
        rows: dict[tuple[str, object], tuple[str, list[Figure], list[Figure]]] = {}
        units = Counter(interval(s.claim, s.kind).unit for s in statements)
        unit = units.most_common(1)[0][0]
        subjects = self.spots.seen.case.subjects

        def row(subject: Subject, label: str) -> tuple[str, list[Figure], list[Figure]]:
            return rows.setdefault((subject.event, subject.population), (label, [], []))

        near = {t.canonical.id: t.canonical for s in statements for t in s.judgement.trials}
        for canonical in near.values():
            if interval(canonical.claim, statements[0].kind).unit == unit:
                subject = subjects.of(canonical.claim)
                _, approved, _ = row(subject, words.circumstances(canonical.claim))
                span = interval(canonical.claim, statements[0].kind)
                approved.append(Figure(span.low, span.high, figure(canonical.claim), told=canonical.id))
        for statement in statements:
            span = interval(statement.claim, statement.kind)
            if span.unit == unit:
                spot = self.spots.of(statement)
                _, _, stated = row(statement.judgement.subject, words.circumstances(statement.claim))
                told = f"{spot.path}:{spot.line}"
                stated.append(
                    Figure(span.low, span.high, figure(statement.claim), spot.state, told, spot.anchor, spot.page)
                )
        shown = [RowData(label, tuple(a), tuple(s)) for label, a, s in rows.values()]
        if len(statements) < 2 and not near:
            return None
        shown.sort(key=lambda r: (not r.stated, not r.approved))
        return dot_plot(title, unit, shown)

    def _matrix(self, title: str, statements: Sequence[Statement]) -> Matrix | None:
        said = [s for s in statements if s.claim.polarity == "affirmed"]
        if len(said) < 2:
            return None
        near = {t.canonical.id: t.canonical for s in said for t in s.judgement.trials}
        kind = said[0].kind
        named = [id_ for canonical in near.values() for id_ in _in_order(canonical.claim, kind)]
        allowed = [id_ for canonical in near.values() for id_ in canonical.may_include]
        listings = []
        for statement in said:
            spot = self.spots.of(statement)
            label = f"{spot.path}:{spot.line}"
            listings.append(Listing(label, spot.anchor, spot.page, spot.state, terms(statement.claim, kind)))
        names = {id_: site(id_, self.packs) for id_ in self.packs.sites}
        return matrix(title, listings, tuple(dict.fromkeys(named)), allowed, names)


def _in_order(claim: Claim, kind: Kind) -> Iterable[str]:
    for declared in kind.slots:
        if declared.type in ("term", "terms") and declared.name not in kind.key:
            value = slot(claim, kind, declared.name)
            yield from value if isinstance(value, tuple) else (str(value),)


def _plain(statement: Statement) -> Claim:
    """Return a claim without event and population, to name the topic that it belongs to."""
    claim = statement.claim
    left = {name: value for name, value in claim.slots.items() if name not in ("event", "population")}
    return replace(claim, slots=left)


def _card_order(card: Card) -> tuple[object, ...]:
    return (ORDER[card.state], card.approved is None, -sum(card.counts.values()), card.title, card.anchor)


def _worst_first(topics: Iterable[data.Topic]) -> tuple[data.Topic, ...]:
    return tuple(sorted(topics, key=lambda topic: (*_card_order(topic.cards[0])[:3], topic.title, topic.anchor)))
