"""One initiative: where it stands, who is in it, what its story is, and whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.governance.models import Decision
from schakel.governance.rules import DecisionStatus
from schakel.initiatives.models import Exploration, Initiative, InitiativePartner, StageMove, StoryEvent
from schakel.initiatives.rules import CHAIN, PUBLIC_LABEL, Precision, Ring, Stage, chain, clean_text
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.web.formats import dutch_date


@dataclass(frozen=True)
class Author:
    """Someone who gave the idea, or an idea that was merged into it."""

    name: str
    partner: str
    number: str


@dataclass(frozen=True)
class Detail:
    """The head and the core of one initiative."""

    initiative: Initiative
    rings: Sequence[Ring]
    position: int
    place: str
    next_gate: str
    is_off_chain: bool
    authors: Sequence[Author]
    partners: Sequence[InitiativePartner]
    areas: Sequence[str]
    decisions: Sequence[Decision]
    merged_here: Sequence[Initiative]
    merged_to: Initiative | None
    successors: Sequence[Initiative]

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
    return (
        Initiative.objects.visible_to(person)
        .of(network)
        .select_related(
            "network",
            "theme",
            "body__network",
            "body__parent",
            "partner",
            "submitted_by",
            "lead",
            "explorer",
            "merged_into",
            "successor_of",
            "named_by",
            "moved_by",
            "waits_for",
            "last_update",
        )
        .get(number=clean_text(number).upper())
    )


def merged_to(initiative: Initiative) -> Initiative | None:
    """Return where a merged idea ended up, through however many merges; None when it was not merged."""
    last = None
    following = initiative.merged_into
    while following is not None:
        last, following = following, following.merged_into
    return last


def detail(person: Person, initiative: Initiative, today: date) -> Detail:
    """Return one initiative with all that its page head and core show. At most eight database queries."""
    stage = Stage(initiative.stage)
    rings = chain(stage, initiative.return_stage)
    merged = list(
        Initiative.objects.visible_to(person)
        .filter(merged_into=initiative)
        .select_related("submitted_by", "partner")
        .order_by("number")
    )
    decisions = (
        Decision.objects.visible_to(person)
        .of(initiative.network)
        .about(initiative.pk)
        .exclude(status=DecisionStatus.WITHDRAWN)
        .select_related("body", "meeting")
        .order_by("-recorded_at", "-number")
    )
    position = initiative.chain_position
    return Detail(
        initiative=initiative,
        rings=rings,
        position=position,
        place=str(CHAIN[position - 1][1]),
        next_gate=str(initiative.gate.label) if initiative.gate else "",
        is_off_chain=all(ring.state != "now" for ring in rings),
        authors=_authors(initiative, merged),
        partners=list(
            InitiativePartner.objects.visible_to(person)
            .filter(initiative=initiative)
            .select_related("partner")
            .order_by("partner__position", "partner__name")
        ),
        areas=list(initiative.placed_in.order_by("area__name").values_list("area__name", flat=True)),
        decisions=list(decisions),
        merged_here=merged,
        merged_to=merged_to(initiative),
        successors=list(
            Initiative.objects.visible_to(person).filter(successor_of=initiative).order_by("number")
        ),
    )


def _authors(initiative: Initiative, merged: Sequence[Initiative]) -> list[Author]:
    return [
        Author(one.submitted_by.name, str(one.partner or ""), one.number)
        for one in (initiative, *merged)
        if one.submitted_by is not None
    ]


def story(person: Person, initiative: Initiative, *, limit: int | None = None) -> list[Told]:
    """The story, newest first, what is still ahead on top. Three database queries."""
    events = StoryEvent.objects.visible_to(person).filter(initiative=initiative).select_related("decision")
    told = [_told(event) for event in (events[:limit] if limit else events)]
    ahead = [event for event in told if event.is_ahead]
    return [*ahead, *_ahead(initiative), *(event for event in told if not event.is_ahead)]


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
        .order_by("-recorded_at")[:limit]
    )
    decisions = [event.decision_id for event in events if event.decision_id]
    moves: dict[UUID | None, StageMove] = {
        move.decision_id: move
        for move in StageMove.objects.visible_to(person).of(network).filter(decision__in=decisions)
    }
    changes = []
    for event in events:
        move = moves.get(event.decision_id) if event.icon != "provisional" else None
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


def explored_topics(person: Person, network: Network) -> list[ExploredTopic]:
    """Every topic that was explored and got no follow-up, newest first, with its advice. Two database queries."""
    found = list(
        Initiative.objects.visible_to(person)
        .of(network)
        .in_stage(Stage.EXPLORED)
        .select_related("theme")
        .order_by("-stage_since", "-number")
    )
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
