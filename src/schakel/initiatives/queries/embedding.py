"""Becoming ordinary care, as its pages show it: the adoption matrix, the calendar of after-care, and lessons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q

from schakel.initiatives.models import (
    Adoption,
    Component,
    EmbeddingPlan,
    Initiative,
    Lesson,
    LineOwner,
    Remeasurement,
    Report,
)
from schakel.initiatives.models.initiative import InitiativeQuerySet
from schakel.initiatives.queries.spread import Adopted, PartnerRow, Tile, partner_rows, tiles_of
from schakel.initiatives.rules import (
    AdoptionState,
    EvidenceGrade,
    Share,
    Stage,
    adoption_share,
    is_due_soon,
    is_in_aftercare,
    next_open,
)
from schakel.network.models import Network, Partner
from schakel.network.queries import ChosenArea
from schakel.people.models import Person


@dataclass(frozen=True)
class Cell:
    """How far one partner is with one part."""

    state: str
    since: date | None


@dataclass(frozen=True)
class MatrixRow:
    """One partner in the adoption matrix: who looks after it there, its answer, and how far it is with each part."""

    partner: Partner
    owner: LineOwner
    cells: Sequence[Cell]


@dataclass(frozen=True)
class EmbeddingPage:
    """All about one initiative becoming ordinary care."""

    plan: EmbeddingPlan | None
    components: Sequence[Component]
    rows: Sequence[MatrixRow]
    share: Share
    reports: Mapping[str, Report]
    lessons: Sequence[Lesson]
    remeasurements: Sequence[Remeasurement]
    is_in_aftercare: bool

    @property
    def next_measurement(self) -> Remeasurement | None:
        """The first day on which is measured again."""
        return next_open(self.remeasurements)

    @property
    def is_empty(self) -> bool:
        """Nothing was written yet."""
        return self.plan is None and not (self.reports or self.lessons or self.remeasurements)


def embedding_of(person: Person, initiative: Initiative, today: date) -> EmbeddingPage:
    """Everything about one initiative becoming ordinary care. Seven database queries."""
    plan = EmbeddingPlan.objects.visible_to(person).filter(initiative=initiative).first()
    components = list(plan.components.all()) if plan else []
    owners = list(plan.line_owners.select_related("partner", "answered_by")) if plan else []
    adoptions = {
        (one.component_id, one.partner_id): one
        for one in Adoption.objects.visible_to(person).filter(component__in=components)
    }
    rows = []
    for owner in owners:
        cells = [
            Cell(found.state, found.since_on)
            if (found := adoptions.get((part.pk, owner.partner_id)))
            else Cell(AdoptionState.NOT_STARTED, None)
            for part in components
        ]
        rows.append(MatrixRow(owner.partner, owner, cells))
    return EmbeddingPage(
        plan=plan,
        components=components,
        rows=rows,
        share=adoption_share(
            [one.pk for one in components],
            [one.partner_id for one in owners],
            {place: one.state for place, one in adoptions.items()},
        ),
        reports={one.kind: one for one in initiative.reports.select_related("written_by")},
        lessons=list(initiative.lessons.select_related("shared_by")),
        remeasurements=list(
            initiative.remeasurements.filter(lapsed_at__isnull=True).select_related("recorded_by")
        ),
        is_in_aftercare=is_in_aftercare(initiative.stage, initiative.stage_since, today),
    )


@dataclass(frozen=True)
class Embedded:
    """One initiative on the page of embedding: how much is in use, who still has to accept, when is measured again."""

    initiative: Initiative
    share: Share
    n_accepted: int
    n_owners: int
    waiting_for: Sequence[str]
    next_measurement: Remeasurement | None
    is_late: bool
    is_in_aftercare: bool


@dataclass(frozen=True)
class AgendaDay:
    """One day in the calendar of after-care."""

    measurement: Remeasurement
    is_late: bool
    is_soon: bool


@dataclass(frozen=True)
class EmbeddingOverview:
    """Where the whole network stands with embedding."""

    rows: Sequence[Embedded]
    calendar: Sequence[AgendaDay]
    sinking: Sequence[Remeasurement]
    matrix: Sequence[PartnerRow] = ()
    tiles: Sequence[Tile] = ()

    @property
    def columns(self) -> list[Initiative]:
        """What stands over the columns of the matrix."""
        return [one.initiative for one in self.rows if one.n_owners]

    @property
    def n_late(self) -> int:
        """How many days were missed."""
        return sum(one.is_late for one in self.calendar)


def becoming_care(person: Person, network: Network, *, area: ChosenArea | None = None) -> InitiativeQuerySet:
    """What is becoming, or became, ordinary care, in one area or everywhere. One database query."""
    stages = (Stage.EXECUTION, Stage.EMBEDDING, Stage.FINISHED)
    found = Initiative.objects.visible_to(person).of(network)
    found = found.filter(Q(embedding_plans__isnull=False) | Q(stage=Stage.EMBEDDING), stage__in=stages)
    return found.in_area(area) if area else found


def embedding_overview(
    person: Person, network: Network, today: date, *, area: ChosenArea | None = None
) -> EmbeddingOverview:
    """Everything that is becoming, or became, ordinary care, with matrix, map and calendar. Nine database queries."""
    initiatives = list(
        becoming_care(person, network, area=area)
        .select_related("network", "lead", "body")
        .order_by("stage_since", "number")
    )
    plans = {
        one.initiative_id: one
        for one in EmbeddingPlan.objects.visible_to(person)
        .filter(initiative__in=initiatives)
        .prefetch_related("components", Prefetch("line_owners", LineOwner.objects.select_related("partner")))
    }
    states: dict[UUID, dict[tuple[UUID, UUID], str]] = defaultdict(dict)
    for row in (
        Adoption.objects.visible_to(person)
        .filter(component__embedding__initiative__in=initiatives)
        .values_list("component__embedding__initiative_id", "component_id", "partner_id", "state")
    ):
        states[row[0]][row[1], row[2]] = row[3]
    measured: dict[UUID, list[Remeasurement]] = defaultdict(list)
    for one in (
        Remeasurement.objects.visible_to(person)
        .filter(initiative__in=initiatives, lapsed_at__isnull=True)
        .select_related("initiative")
        .order_by("due_on")
    ):
        measured[one.initiative_id].append(one)
    rows = [_embedded(one, plans.get(one.pk), states[one.pk], measured[one.pk], today) for one in initiatives]
    every = sorted((one for rows in measured.values() for one in rows), key=lambda one: one.due_on)
    adopted = [_adopted(one, plan, states[one.pk]) for one in initiatives if (plan := plans.get(one.pk))]
    return EmbeddingOverview(
        rows=rows,
        matrix=partner_rows(adopted),
        tiles=tiles_of(person, network, adopted) if adopted else (),
        calendar=[
            AgendaDay(one, one.due_on < today, is_due_soon(one.due_on, today)) for one in every if one.is_open
        ],
        sinking=[one for one in every if one.holds == "no"],
    )


def _adopted(initiative: Initiative, plan: EmbeddingPlan, states: Mapping[tuple[UUID, UUID], str]) -> Adopted:
    components = [one.pk for one in plan.components.all()]
    owners = [one.partner for one in plan.line_owners.all()]
    shares = {one: adoption_share(components, [one.pk], states) for one in owners}
    return Adopted(initiative, shares)


def _embedded(
    initiative: Initiative,
    plan: EmbeddingPlan | None,
    states: Mapping[tuple[UUID, UUID], str],
    measured: Sequence[Remeasurement],
    today: date,
) -> Embedded:
    owners = list(plan.line_owners.all()) if plan else []
    components = list(plan.components.all()) if plan else []
    coming = next_open(measured)
    return Embedded(
        initiative=initiative,
        share=adoption_share([one.pk for one in components], [one.partner_id for one in owners], states),
        n_accepted=sum(one.is_accepted for one in owners),
        n_owners=len(owners),
        waiting_for=[one.partner.name for one in owners if not one.is_accepted],
        next_measurement=coming,
        is_late=coming is not None and coming.due_on < today,
        is_in_aftercare=is_in_aftercare(initiative.stage, initiative.stage_since, today),
    )


def lessons(
    person: Person,
    network: Network,
    *,
    theme: str = "",
    outcome: str = "",
    grade: str = "",
    area: ChosenArea | None = None,
) -> list[Lesson]:
    """The lessons of a network, newest first; of a theme or area, of what ended in one way, of a grade. One query."""
    found = (
        Lesson.objects.visible_to(person)
        .of(network)
        .select_related("initiative__theme", "shared_by", "network")
    )
    if theme:
        found = found.filter(initiative__theme__slug=theme)
    if outcome in Stage.values:
        found = found.filter(initiative__stage=outcome)
    if grade in EvidenceGrade.values:
        found = found.filter(grade=grade)
    if area:
        found = found.filter(initiative__in=Initiative.objects.of(network).in_area(area))
    return list(found.order_by("-shared_at"))
