"""One initiative: where it stands, who is in it, what its story is, and whose turn it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from schakel.documents.models import Document
from schakel.documents.rules import Subject
from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import (
    BudgetLine,
    Commitment,
    EmbeddingPlan,
    Exploration,
    Initiative,
    InitiativeArea,
    InitiativePartner,
    Invitation,
    Lesson,
    Measure,
    Note,
    Plan,
    Report,
    RunningRisk,
    StageMove,
    StoryEvent,
)
from schakel.initiatives.rules import (
    CHAIN,
    PUBLIC_LABEL,
    Precision,
    Ring,
    Stage,
    chain,
    clean_text,
    leaves_place_open,
)
from schakel.network.models import Network
from schakel.network.queries import ChosenArea
from schakel.people.models import Person
from schakel.tenancy.models import TenantModel
from schakel.tenancy.written import written_once
from schakel.web.formats import dutch_date


@dataclass(frozen=True)
class Author:
    """Someone who gave the idea, or an idea that was merged into it."""

    name: str
    partner: str
    number: str


class Detail:
    """The head and the core of one initiative; what only some of its pages show is looked up when it is asked."""

    def __init__(
        self,
        person: Person,
        initiative: Initiative,
        has: Mapping[str, bool],
        n_partners: int,
        areas: Sequence[str],
        told: Collection[Stage] | None = None,
    ) -> None:
        self.person, self.initiative = person, initiative
        self.has, self.n_partners, self.areas = has, n_partners, areas
        self.rings: Sequence[Ring] = chain(Stage(initiative.stage), initiative.return_stage, told=told)
        self.position = initiative.chain_position
        self.place = str(CHAIN[self.position - 1][1])
        self.next_gate = str(initiative.gate.label) if initiative.gate else ""
        self.is_off_chain = all(ring.state != "now" for ring in self.rings)
        self.is_told_in_part = any(ring.state == "unknown" for ring in self.rings)
        self.is_place_known = not leaves_place_open(Stage(initiative.stage), initiative.return_stage)

    @cached_property
    def partners(self) -> list[InitiativePartner]:
        """Who takes part, in the order of the network. One database query."""
        found = InitiativePartner.objects.visible_to(self.person).filter(initiative=self.initiative)
        return list(found.select_related("partner").order_by("partner__position", "partner__name"))

    @cached_property
    def decisions(self) -> list[Decision]:
        """The decisions about it, newest first. One database query."""
        found = (
            Decision.objects.visible_to(self.person)
            .of(self.initiative.network)
            .about(self.initiative.pk)
            .exclude(status=DecisionStatus.WITHDRAWN)
        )
        return list(found.select_related("body", "meeting").order_by("-recorded_at", "-number"))

    @cached_property
    def _joined(self) -> list[Initiative]:
        """What was merged into it and what follows on it. One database query."""
        found = Initiative.objects.visible_to(self.person).filter(
            Q(merged_into=self.initiative) | Q(successor_of=self.initiative)
        )
        related = found.select_related("submitted_by", "partner").order_by("number")
        return list(
            related.only(
                "number", "title", "merged_into", "successor_of", "submitted_by__name", "partner__name"
            )
        )

    @property
    def merged_here(self) -> list[Initiative]:
        """The ideas that went up in this one."""
        return [one for one in self._joined if one.merged_into_id == self.initiative.pk]

    @property
    def successors(self) -> list[Initiative]:
        """What follows on it."""
        return [one for one in self._joined if one.successor_of_id == self.initiative.pk]

    @cached_property
    def merged_to(self) -> Initiative | None:
        """Where it ended up when it was merged into another."""
        return merged_to(self.initiative)

    @property
    def authors(self) -> list[Author]:
        """Who gave the idea, and the ideas that were merged into it."""
        return [
            Author(one.submitted_by.name, str(one.partner or ""), one.number)
            for one in (self.initiative, *self.merged_here)
            if one.submitted_by is not None
        ]

    @property
    def last_decision(self) -> Decision | None:
        """The newest decision that was taken."""
        return next((one for one in self.decisions if not one.is_open), None)

    @property
    def waiting_decision(self) -> Decision | None:
        """The decision that is under way, or stands under reserve."""
        return next((one for one in self.decisions if one.is_open or one.is_provisional), None)

    @property
    def started_in_words(self) -> str:
        """When it began, as exactly as is known."""
        if self.initiative.started_on is None:
            return ""
        return dutch_date(self.initiative.started_on, self.initiative.started_precision or Precision.DAY)


@dataclass(frozen=True)
class Told:
    """One step of the story, ready to read."""

    icon: str
    when: str
    title: str
    text: str
    who: str
    decision_number: str = ""
    is_ahead: bool = False
    source: str = ""
    number: str = ""
    initiative_title: str = ""
    before: str = ""
    after: str = ""
    recorded_at: datetime | None = None
    on: date | None = None


def find(person: Person, network: Network, number: str) -> Initiative:
    """Return the initiative with this number. Raises ``Initiative.DoesNotExist``. One database query."""
    found = (
        Initiative.objects.visible_to(person)
        .of(network)
        # What is seldom there (merged into, successor of) is looked up by who needs it: each column costs time.
        .select_related("theme", "body", "partner", "submitted_by", "lead", "explorer", "last_update")
        .get(number=clean_text(number).upper())
    )
    found.network = network
    if found.body is not None:
        found.body.network = network
    return found


def merged_to(initiative: Initiative) -> Initiative | None:
    """Return where a merged idea ended up, through however many merges; None when it was not merged."""
    last = None
    following = initiative.merged_into
    while following is not None:
        last, following = following, following.merged_into
    return last


#: What of an initiative can have something in it, by the name that its tab asks for. The database itself keeps
#: internal notes from who may not read them.
_PARTS: Mapping[str, type[TenantModel]] = {
    "ratings": Invitation,
    "exploration": Exploration,
    "plan": Plan,
    "promises": Commitment,
    "notes": Note,
    "embedding": EmbeddingPlan,
    "lesson": Lesson,
    "report": Report,
    "measures": Measure,
    "risks": RunningRisk,
}


def detail(person: Person, initiative: Initiative) -> Detail:
    """Return one initiative with what is in it. One database query; a page that asks for more costs one for each.

    What was read from a source costs one more: the stages through which it went here.
    """
    (found,) = _contents(initiative=initiative.pk, network=initiative.network_id)
    has = {name: getattr(found, f"has_{name}") for name in (*_PARTS, "documents", "money", "stated")}
    told = None
    if initiative.is_historic:
        moves = StageMove.objects.visible_to(person).filter(initiative=initiative)
        told = [Stage(stage) for stage in moves.exclude(from_stage="").values_list("from_stage", flat=True)]
    return Detail(person, initiative, has, found.n_partners, found.in_areas, told)


@written_once(initiative=UUID, network=UUID)
def _contents(initiative: UUID, network: UUID) -> QuerySet[Initiative]:
    """What is in an initiative: fifteen questions in one, of which each tab asks one."""
    taking_part = InitiativePartner.objects.filter(initiative=OuterRef("pk")).order_by().values("initiative")
    placed = InitiativeArea.objects.filter(initiative=OuterRef("pk")).order_by("area__name")
    return (
        Initiative.objects.filter(pk=initiative, network_id=network)
        .annotate(
            **{f"has_{name}": Exists(_own(part)) for name, part in _PARTS.items()},
            has_documents=Exists(Document.objects.about(Subject.INITIATIVE, OuterRef("pk"))),
            has_stated=Exists(StoryEvent.objects.filter(initiative=OuterRef("pk"), icon="figure")),
            has_money=Exists(BudgetLine.objects.filter(plan__initiative=OuterRef("pk"))),
            n_partners=Coalesce(Subquery(taking_part.annotate(n=Count("pk")).values("n")), 0),
            in_areas=ArraySubquery(placed.values("area__name")),
        )
        .only("pk")
    )


def _own(part: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = part.objects.filter(initiative=OuterRef("pk"))
    return found


def story(person: Person, initiative: Initiative, *, limit: int | None = None) -> list[Told]:
    """The story, newest first, what is still ahead on top. Three database queries."""
    events = StoryEvent.objects.visible_to(person).filter(initiative=initiative)
    events = events.select_related("decision").only(*_TOLD)
    told = [_told(event) for event in (events[:limit] if limit else events)]
    ahead = [event for event in told if event.is_ahead]
    return [*ahead, *_ahead(initiative), *(event for event in told if not event.is_ahead)]


#: What is told of an event.
_TOLD = (
    *(
        "icon",
        "happened_on",
        "precision",
        "title",
        "text",
        "person_name",
        "is_ahead",
        "source",
        "recorded_at",
    ),
    "decision__number",
)


def _told(event: StoryEvent, **more: Any) -> Told:
    when = dutch_date(event.happened_on, event.precision) if event.happened_on else _("dag niet bekend")
    return Told(
        icon=event.icon,
        when=when,
        title=event.title,
        text=event.text,
        who=event.person_name,
        decision_number=event.decision.number if event.decision else "",
        is_ahead=event.is_ahead,
        source=event.source,
        recorded_at=event.recorded_at,
        on=event.happened_on,
        **more,
    )


def _ahead(initiative: Initiative) -> list[Told]:
    """What is planned: the meeting that decides, the end of a vote, the day it wakes."""
    planned = []
    waiting = (
        Decision.objects.of(initiative.network)
        .waiting()
        .about(initiative.pk)
        .filter(Q(meeting__isnull=False) | Q(closes_at__isnull=False))
        .select_related("meeting", "body")
        .only("number", "title", "closes_at", "meeting__starts_at", "body__name")
    )
    for decision in waiting:
        meeting = decision.meeting
        moment = decision.closes_at or (meeting.starts_at if meeting else None)
        assert moment is not None, "only decisions with a meeting or a last day were asked for"
        day = dutch_date(moment)
        words = _("stemmen tot %(day)s") if decision.closes_at else _("gepland op %(day)s")
        planned.append(
            Told(
                icon="decision",
                when=words % {"day": day},
                title=decision.title,
                text=str(decision.body),
                who="",
                decision_number=decision.number,
                is_ahead=True,
            )
        )
    if initiative.stage == Stage.PARKED and initiative.wake_on:
        planned.append(
            Told(
                icon="parked",
                when=_("gepland op %(day)s") % {"day": dutch_date(initiative.wake_on)},
                title=_("Komt terug op de agenda"),
                text=initiative.public_reason,
                who="",
                is_ahead=True,
            )
        )
    return planned


def changes_since(person: Person, network: Network, since: datetime, *, limit: int = 50) -> list[Told]:
    """What happened after a moment in what this person sees, newest first, with the stage before and after.

    What the person did themself is left out, and so is history that was read from a source. Two database queries.
    """
    events = list(
        StoryEvent.objects.visible_to(person)
        .of(network)
        .filter(recorded_at__gt=since, source="", is_ahead=False)
        .exclude(person_name=person.name)
        .select_related("initiative", "decision")
        .only(*_TOLD, "initiative__number", "initiative__title")
        .order_by("-recorded_at")[:limit]
    )
    decisions = [event.decision_id for event in events if event.decision_id]
    moves: dict[UUID | None, StageMove] = {
        move.decision_id: move
        for move in StageMove.objects.visible_to(person).of(network).filter(decision__in=decisions)
    }
    changes = []
    for event in events:  # newest first: of what was told of a decision, only the last one is the step itself
        move = moves.get(event.decision_id) if event.icon != "provisional" else None
        if move and event.recorded_at >= move.moved_at:
            del moves[event.decision_id]
        else:
            move = None
        changes.append(
            _told(
                event,
                number=event.initiative.number,
                initiative_title=event.initiative.title,
                before=str(PUBLIC_LABEL[Stage(move.from_stage)]) if move and move.from_stage else "",
                after=str(PUBLIC_LABEL[Stage(move.to_stage)]) if move else "",
            )
        )
    return changes


@dataclass(frozen=True)
class ExploredTopic:
    """A topic whose exploration ended with honour, without a follow-up."""

    number: str
    title: str
    theme: str
    on: date | None
    advice: str
    reason: str


def explored_topics(
    person: Person, network: Network, *, area: ChosenArea | None = None
) -> list[ExploredTopic]:
    """Every topic that was explored and got no follow-up, newest first, with its advice. Two database queries."""
    rows = Initiative.objects.visible_to(person).of(network).in_stage(Stage.EXPLORED)
    rows = rows.in_area(area) if area else rows
    found = list(rows.select_related("theme").order_by("-stage_since", "-number"))
    explorations = (
        Exploration.objects.visible_to(person).of(network).filter(initiative__in=found).order_by("attempt")
    )
    advice = {one.initiative_id: one.advice for one in explorations}
    return [
        ExploredTopic(
            number=one.number,
            title=one.title,
            theme=str(one.theme or ""),
            on=one.stage_since,
            advice=advice.get(one.pk, ""),
            reason=one.public_reason,
        )
        for one in found
    ]
