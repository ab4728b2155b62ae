"""What is due for a body: gates that can be decided, parked initiatives that wake, conditions past their day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from schakel.governance.models import AgendaItem, Body, Condition, Decision
from schakel.governance.rules import (
    UNDER_WAY,
    AgendaKind,
    AgendaPoint,
    DecisionStatus,
    MeetingStatus,
    Subject,
)
from schakel.initiatives.gates import latest
from schakel.initiatives.models import (
    Assessment,
    Exploration,
    Halt,
    Initiative,
    Invitation,
    LineOwner,
    Plan,
    Remeasurement,
    Report,
)
from schakel.initiatives.rules import (
    Gate,
    Holds,
    Moment,
    OwnerState,
    RaterState,
    ReportKind,
    Stage,
    enough_scores,
    scores_are_open,
)
from schakel.network.models import Network
from schakel.web.formats import dutch_date

#: An exploration is due for its gate so many days before its time box ends.
LOOK_AHEAD_DAYS = 14
LOOKED_AT = (
    Stage.SCREENING,
    Stage.EXPLORATION,
    Stage.PREPARATION,
    Stage.PILOT,
    Stage.EXECUTION,
    Stage.EMBEDDING,
    Stage.PARKED,
)


@dataclass(frozen=True)
class DueItem:
    """One thing that should stand on the next agenda of a body, and why."""

    kind: str
    title: str
    because: str
    body_id: UUID | None
    initiative: Initiative | None = None
    gate: str = ""
    due_on: date | None = None
    url_name: str = ""
    url_kwargs: Mapping[str, str] = field(default_factory=dict)
    condition: Condition | None = None

    def as_point(self) -> AgendaPoint:
        """The item as governance takes it onto an agenda."""
        subject = None
        if self.initiative is not None:
            subject = Subject(
                type="initiative",
                id=self.initiative.pk,
                label=str(self.initiative),
                stage=self.initiative.stage,
                url_name="initiatives:detail",
                url_key=self.initiative.number,
            )
        return AgendaPoint(
            kind=self.kind,
            title=self.title[:300],
            note=self.because,
            subject=subject,
            condition_id=self.condition.pk if self.condition else None,
            due_on=self.due_on,
        )


def without_what_is_on_an_agenda(network: Network, items: Sequence[DueItem]) -> list[DueItem]:
    """What still has to come on an agenda: not what stands on that of a meeting ahead. At most one database query.

    A gate counts here as long as nothing was laid before the body; its proposal brings it on the agenda itself.
    """
    talked_about = [item for item in items if item.kind != AgendaKind.DECISION]
    if not talked_about:
        return list(items)
    ahead = AgendaItem.objects.of(network).filter(meeting__isnull=False, meeting__closed_at__isnull=True)
    placed = {one.point.mark for one in ahead.filter(body__in=[item.body_id for item in talked_about])}
    return [item for item in items if item.kind == AgendaKind.DECISION or item.as_point().mark not in placed]


def due_for_body(body: Body, today: date) -> list[DueItem]:
    """What one body should put on its agenda, late first. At most eleven database queries."""
    return due_for_bodies(body.network, [body.pk], today)


def agenda_points(body: Body, today: date) -> list[AgendaPoint]:
    """The gates and parked initiatives that are due, for ``governance.fill_agenda``, which adds conditions itself."""
    return [item.as_point() for item in due_for_body(body, today) if item.condition is None]


def due_for_bodies(network: Network, body_ids: Iterable[UUID], today: date) -> list[DueItem]:
    """What these bodies should put on their agendas, late first. At most eleven database queries."""
    body_ids = list(body_ids)
    if not body_ids:
        return []
    of_bodies = Q(body__in=body_ids)
    items = [
        *_due_at_gates(network, of_bodies, today),
        *_measured_again(network, Q(initiative__body__in=body_ids), today),
        *_halted(network, Q(initiative__body__in=body_ids)),
        *_late_conditions(network, body_ids, today),
    ]
    return _late_first(items)


def due_about(initiative: Initiative, today: date) -> list[DueItem]:
    """What the body of one initiative should put on its agenda about it. At most six database queries."""
    this_one = Q(initiative=initiative)
    items = _due_at_gates(initiative.network, Q(pk=initiative.pk), today)
    if initiative.stage == Stage.FINISHED:
        items += _measured_again(initiative.network, this_one, today)
    if initiative.halted_on is not None:
        items += _halted(initiative.network, this_one)
    return _late_first(items)


def _late_first(items: Iterable[DueItem]) -> list[DueItem]:
    return sorted(items, key=lambda item: (item.due_on or date.max, item.title))


def _due_at_gates(network: Network, which: Q, today: date) -> list[DueItem]:
    """Initiatives of which the next gate can be decided, and parked ones that wake. At most seven queries."""
    under_way = Decision.objects.filter(subject_id=OuterRef("pk"), status__in=UNDER_WAY)
    initiatives = (
        Initiative.objects.of(network)
        .filter(~Exists(under_way), which)
        .in_stage(*LOOKED_AT)
        .select_related("network", "body")
        .order_by("number")
    )
    by_stage: dict[str, list[Initiative]] = defaultdict(list)
    for one in initiatives:
        by_stage[one.stage].append(one)
    return [
        *_screenings(network, by_stage[Stage.SCREENING], today),
        *_explorations(network, by_stage[Stage.EXPLORATION], today),
        *_plans(network, by_stage[Stage.PREPARATION]),
        *_parked(by_stage[Stage.PARKED], today),
        *_running(network, [*by_stage[Stage.PILOT], *by_stage[Stage.EXECUTION], *by_stage[Stage.EMBEDDING]]),
    ]


def _item(initiative: Initiative, gate: Gate, because: str, *, kind: str = AgendaKind.DECISION) -> DueItem:
    return DueItem(
        kind=kind,
        title=f"{gate.label}: {initiative.title}" if kind == AgendaKind.DECISION else initiative.title,
        because=because,
        body_id=initiative.body_id,
        initiative=initiative,
        gate=gate,
        due_on=initiative.wake_on if kind == AgendaKind.PARKED else initiative.stage_due_on,
        url_name="initiatives:gate",
        url_kwargs={"network": initiative.network.slug, "number": initiative.number},
    )


def _screenings(network: Network, initiatives: Sequence[Initiative], today: date) -> list[DueItem]:
    """Ideas on which enough people answered."""
    asked: dict[UUID, list[Invitation]] = defaultdict(list)
    for invitation in Invitation.objects.of(network).filter(initiative__in=initiatives, moment=Moment.P1):
        asked[invitation.initiative_id].append(invitation)
    given: dict[UUID, list[Assessment]] = defaultdict(list)
    for one in Assessment.objects.of(network).filter(initiative__in=initiatives, moment=Moment.P1):
        given[one.initiative_id].append(one)
    items = []
    for initiative in initiatives:
        newest = latest(given[initiative.pk])
        raters = [
            RaterState(
                one.rater_id,
                one.due_on,
                is_done=one.rater_id in newest,
                is_recused=one.rater_id in newest and newest[one.rater_id].is_recused,
            )
            for one in asked[initiative.pk]
        ]
        if scores_are_open(raters, today=today) and enough_scores(raters):
            items.append(_item(initiative, Gate.P1, _("De beoordelaars zijn klaar.")))
    return items


def _explorations(network: Network, initiatives: Sequence[Initiative], today: date) -> list[DueItem]:
    """Explorations with advice, or whose time box is almost over."""
    newest: dict[UUID, Exploration] = {}
    for one in Exploration.objects.of(network).filter(initiative__in=initiatives).order_by("attempt"):
        newest[one.initiative_id] = one
    items = []
    for initiative in initiatives:
        exploration = newest.get(initiative.pk)
        if exploration is not None and exploration.advice:
            items.append(_item(initiative, Gate.P2, _("Er ligt een advies.")))
        elif exploration is not None and exploration.due_on <= today + timedelta(days=LOOK_AHEAD_DAYS):
            because = _("De verkenning is klaar op %(day)s.") % {"day": dutch_date(exploration.due_on)}
            items.append(_item(initiative, Gate.P2, because))
    return items


def _plans(network: Network, initiatives: Sequence[Initiative]) -> list[DueItem]:
    """Plans of which the newest version is frozen."""
    newest: dict[UUID, Plan] = {}
    for one in Plan.objects.of(network).filter(initiative__in=initiatives).order_by("version"):
        newest[one.initiative_id] = one
    return [
        _item(initiative, Gate.P3, _("Plan versie %(n)s ligt vast.") % {"n": newest[initiative.pk].version})
        for initiative in initiatives
        if initiative.pk in newest and newest[initiative.pk].is_frozen
    ]


def _parked(initiatives: Sequence[Initiative], today: date) -> list[DueItem]:
    """Parked initiatives whose day has come: nothing moves by itself, the body talks about it."""
    return [
        _item(
            one,
            Gate.PX,
            _("Stond in de wacht tot %(day)s.") % {"day": dutch_date(one.wake_on)},
            kind=AgendaKind.PARKED,
        )
        for one in initiatives
        if one.wake_on is not None and one.wake_on <= today
    ]


def _running(network: Network, initiatives: Sequence[Initiative]) -> list[DueItem]:
    """Pilots with a report, what every partner accepted, and what has its final report. Two database queries."""
    if not initiatives:
        return []
    reports = set(
        Report.objects.of(network).filter(initiative__in=initiatives).values_list("initiative_id", "kind")
    )
    owners: dict[UUID, list[bool]] = defaultdict(list)
    asked = LineOwner.objects.of(network).filter(embedding__initiative__in=initiatives)
    for initiative_id, state in asked.values_list("embedding__initiative_id", "state"):
        owners[initiative_id].append(state == OwnerState.ACCEPTED)
    items = []
    for one in initiatives:
        gate = one.gate
        if gate == Gate.P4 and (one.pk, ReportKind.PILOT) in reports:
            items.append(_item(one, gate, _("Het verslag van de pilot ligt er.")))
        elif gate == Gate.P5 and owners[one.pk] and all(owners[one.pk]):
            items.append(_item(one, gate, _("Elke partner aanvaardde het.")))
        elif gate == Gate.P6 and (one.pk, ReportKind.FINAL) in reports:
            items.append(_item(one, gate, _("Het eindverslag ligt er.")))
    return items


def _halted(network: Network, which: Q) -> list[DueItem]:
    """Emergency stops that the body confirms or lifts. One database query."""
    under_way = Decision.objects.filter(subject_id=OuterRef("initiative_id"), status__in=UNDER_WAY)
    found = (
        Halt.objects.of(network)
        .filter(which, ~Exists(under_way), outcome="")
        .select_related("initiative__network", "initiative__body", "halted_by")
    )
    return [
        DueItem(
            kind=AgendaKind.DECISION,
            title=_("Noodstop: %(title)s") % {"title": one.initiative.title},
            because=_("%(who)s legde dit stil. De groep bevestigt het of heft het op, uiterlijk op %(day)s.")
            % {"who": one.halted_by.name, "day": dutch_date(one.confirm_by)},
            body_id=one.initiative.body_id,
            initiative=one.initiative,
            gate=Gate.PX,
            due_on=one.confirm_by,
            url_name="initiatives:gate",
            url_kwargs={"network": one.initiative.network.slug, "number": one.initiative.number},
        )
        for one in found
    ]


def _measured_again(network: Network, which: Q, today: date) -> list[DueItem]:
    """Days in after-care that were missed, and what sinks away: the body talks about it, once. One database query."""
    talked_about = AgendaItem.objects.of(network).filter(
        kind=AgendaKind.DISCUSSION,
        subject_id=OuterRef("initiative"),
        meeting__status=MeetingStatus.CLOSED,
        meeting__cancelled_at__isnull=True,
        meeting__starts_at__date__gte=Coalesce(OuterRef("done_on"), OuterRef("due_on")),
    )
    found = (
        Remeasurement.objects.of(network)
        .filter(which, initiative__stage=Stage.FINISHED, lapsed_at__isnull=True)
        .filter(Q(done_on__isnull=True, due_on__lt=today) | Q(holds=Holds.NO))
        .exclude(Exists(talked_about))
        .select_related("initiative__network", "initiative__body")
    )
    items = []
    for one in found:
        sinks = one.holds == Holds.NO
        because = (
            _("Na %(months)s maanden zakt het weg. De groep kan het opnieuw openen.")
            if sinks
            else _("Na %(months)s maanden zou opnieuw worden gemeten. Dat is niet gebeurd.")
        ) % {"months": one.months}
        items.append(
            DueItem(
                kind=AgendaKind.DISCUSSION,
                title=_("Nazorg: %(title)s") % {"title": one.initiative.title},
                because=because,
                body_id=one.initiative.body_id,
                initiative=one.initiative,
                gate=Gate.PX,
                due_on=one.due_on,
                url_name="initiatives:embedding",
                url_kwargs={"network": one.initiative.network.slug, "number": one.initiative.number},
            )
        )
    return items


def _late_conditions(network: Network, body_ids: Sequence[UUID], today: date) -> list[DueItem]:
    """Conditions of decisions of these bodies whose day has passed."""
    late = (
        Condition.objects.of(network)
        .unmet()
        .followed_by_any(body_ids)
        .filter(
            decision__status=DecisionStatus.VALID,
            due_on__lt=today,
        )
        .select_related("decision", "owner_partner", "network")
    )
    return [
        DueItem(
            kind=AgendaKind.CONDITION,
            title=one.text,
            because=_("Voorwaarde bij %(number)s. %(owner)s zou dit uiterlijk op %(day)s doen.")
            % {"number": one.decision.number, "owner": one.owner, "day": dutch_date(one.due_on)},
            body_id=one.followed_by_id or one.decision.body_id,
            due_on=one.due_on,
            url_name="governance:decision",
            url_kwargs={"network": one.network.slug, "number": one.decision.number},
            condition=one,
        )
        for one in late
    ]
