"""The portfolio: how many initiatives stand where, and cards that say in words how far each one is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, When

from schakel.governance.models import Condition
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import Initiative
from schakel.initiatives.models.initiative import InitiativeQuerySet
from schakel.initiatives.queries.cards import OFF_CHAIN, Card, CardFacts, card
from schakel.initiatives.rules import (
    CHAIN,
    CLOSED,
    Stage,
    UpdateState,
    chain_position,
    clean_text,
)
from schakel.network.models import Network
from schakel.network.queries import ChosenArea
from schakel.people.models import Person

#: What is finished or left the chain has no ring of its own on the board.
OFF = 0
#: What a card shows; the long texts of an initiative stay where they are.
ON_A_CARD = (
    "network_id",
    "number",
    "title",
    "stage",
    "return_stage",
    "kind",
    "public_reason",
    "answer_by",
    "wake_on",
    "stage_due_on",
    "halted_on",
    "waits_for",
    "theme__name",
    "body__name",
    "partner__name",
    "lead__name",
    "explorer__name",
    "last_update__state",
)


@dataclass(frozen=True)
class StageCount:
    """One ring of the chain with how many initiatives stand there."""

    code: str
    label: str
    position: int
    n: int
    gate: str = ""


@dataclass(frozen=True)
class Portfolio:
    """One page of the portfolio, and how many there are in all."""

    cards: Sequence[Card]
    n: int
    n_running: int
    #: How many need somebody now, by the same rule as a card.
    n_care: int
    page: int = 1
    n_pages: int = 1
    #: How many stand at each ring, by its position; what left the chain is not among them.
    at: Mapping[int, int] = field(default_factory=dict)

    @property
    def columns(self) -> list[tuple[StageCount, list[Card]]]:
        """The cards on the chain under their rings, for the board."""
        by_position = defaultdict(list)
        for one in self.cards:
            if not one.is_off_chain:
                by_position[one.position].append(one)
        return [
            (StageCount(code, str(label), position, self.at.get(position, 0), gate), by_position[position])
            for position, (code, label, gate, _stages) in enumerate(CHAIN, start=1)
        ]

    @property
    def off_chain(self) -> list[Card]:
        """The cards that left the chain: parked, stopped, explored, rejected, referred, merged."""
        return [one for one in self.cards if one.is_off_chain]


@dataclass(frozen=True)
class Pipeline:
    """How many initiatives stand at each of the eight rings, in order, and how many stopped, wait or went elsewhere."""

    rings: Sequence[StageCount]
    n_off: int

    @property
    def n_on(self) -> int:
        """How many stand on the chain."""
        return sum(ring.n for ring in self.rings)


def pipeline(person: Person, network: Network) -> Pipeline:
    """Where the initiatives stand that the person sees. One database query."""
    found = Initiative.objects.visible_to(person).of(network)
    at: Counter[int] = Counter()
    for stage, n in found.values_list("stage").annotate(n=Count("pk")).order_by():
        at[OFF if stage in OFF_CHAIN else chain_position(Stage(stage))] += n
    rings = [
        StageCount(code, str(label), position, at[position], gate)
        for position, (code, label, gate, _stages) in enumerate(CHAIN, start=1)
    ]
    return Pipeline(rings, at[OFF])


def portfolio(
    person: Person,
    network: Network,
    *,
    today: date,
    page: int = 1,
    per_page: int = 50,
    fields: Collection[str] = (),
    **asked: Any,
) -> Portfolio:
    """One page of initiatives, farthest in the chain on top; ``asked`` as in ``_asked``. At most twelve queries.

    fields: what cards show, as in ``rules.kept_views``; area, partners and budget cost one query each.
    """
    found = _asked(person, network, **asked)
    places = _places(found, today)
    n_pages = max(1, -(-len(places) // per_page))
    page = min(max(1, page), n_pages)
    wanted = [place.pk for place in places[(page - 1) * per_page : page * per_page]]
    return _portfolio(person, network, today, places, wanted, fields, page=page, n_pages=n_pages)


def board(
    person: Person,
    network: Network,
    *,
    today: date,
    per_ring: int,
    fields: Collection[str] = (),
    **asked: Any,
) -> Portfolio:
    """The first initiatives at each ring, and as many of those that left the chain. Queries as ``portfolio``."""
    found = _asked(person, network, **asked)
    places = _places(found, today)
    shown: Counter[int] = Counter()
    wanted = []
    for place in places:
        ring = OFF if place.is_off_chain else place.position
        shown[ring] += 1
        if shown[ring] <= per_ring:
            wanted.append(place.pk)
    return _portfolio(person, network, today, places, wanted, fields)


def n_initiatives(person: Person, network: Network, **asked: Any) -> int:
    """How many initiatives fit what was asked, as in ``_asked``. One database query."""
    return _asked(person, network, **asked).count()


def _asked(
    person: Person,
    network: Network,
    *,
    theme: str = "",
    partner: str = "",
    area: ChosenArea | None = None,
    stage: str = "",
    text: str = "",
    care_on: date | None = None,
) -> InitiativeQuerySet:
    """The initiatives that a person sees, as they were asked for; ``care_on``: only what needs somebody that day."""
    found = Initiative.objects.visible_to(person).of(network)
    if theme:
        found = found.of_theme(clean_text(theme))
    if partner:
        found = found.with_partner(clean_text(partner))
    if area:
        found = found.in_area(area)
    if stage in Stage.values:
        found = found.in_stage(Stage(stage))
    if text:
        found = found.matching(text)
    if care_on:
        found = found.filter(_asks_care(care_on))
    return found


class _Place(NamedTuple):
    """Where one initiative stands, enough to put them all in order."""

    pk: UUID
    position: int
    is_off_chain: bool
    is_finished: bool
    is_care: bool
    number: str


def _places(found: InitiativeQuerySet, today: date) -> list[_Place]:
    """Where each stands, farthest in the chain first and what left it last. One database query."""
    is_care = Case(When(_asks_care(today), then=True), default=False)
    places = [
        _Place(
            pk,
            chain_position(Stage(stage), before),
            stage in OFF_CHAIN,
            stage == Stage.FINISHED,
            asks_care,
            number,
        )
        for pk, stage, before, number, asks_care in found.values_list(
            "pk", "stage", "return_stage", "number", is_care
        )
    ]
    return sorted(places, key=lambda one: (one.is_off_chain, -one.position, _newest_first(one.number)))


def _portfolio(
    person: Person,
    network: Network,
    today: date,
    places: Sequence[_Place],
    wanted: Sequence[UUID],
    fields: Collection[str],
    *,
    page: int = 1,
    n_pages: int = 1,
) -> Portfolio:
    rows = (
        Initiative.objects.visible_to(person)
        .select_related("theme", "body", "partner", "lead", "explorer", "last_update")
        .only(*ON_A_CARD)
    )
    by_pk = rows.in_bulk(wanted)
    facts = CardFacts(network, list(by_pk.values()), today, fields)
    return Portfolio(
        cards=[card(by_pk[pk], facts) for pk in wanted],
        n=len(places),
        n_running=sum(not one.is_off_chain and not one.is_finished for one in places),
        n_care=sum(one.is_care for one in places),
        page=page,
        n_pages=n_pages,
        at=Counter(one.position for one in places if not one.is_off_chain),
    )


def _asks_care(today: date) -> Q:
    """Whether one needs somebody now, by the rule of ``Card.is_care``."""
    late_condition = Condition.objects.unmet().filter(
        decision__subject_id=OuterRef("pk"),
        decision__status=DecisionStatus.VALID,
        due_on__lt=today,
    )
    late = (
        Q(stage=Stage.SUBMITTED, answer_by__lt=today)
        | Q(stage=Stage.PARKED, wake_on__lt=today)
        | (~Q(stage__in=(Stage.SUBMITTED, Stage.PARKED, *CLOSED)) & Q(stage_due_on__lt=today))
    )
    attention = Q(halted_on__isnull=False) | Q(last_update__state=UpdateState.HELP)
    return late | attention | Q(Exists(late_condition))


def _newest_first(number: str) -> list[int]:
    return [-int(part) for part in number.split("-") if part.isdigit()]
