"""What waits: for a body's next agenda, for a member's vote, for a partner's consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import (
    AgendaItem,
    Body,
    Condition,
    ConsentRequest,
    Decision,
    Meeting,
    Minutes,
    Recusal,
    SeatTenure,
    Vote,
)
from schakel.governance.models.decisions import DECIDED
from schakel.governance.permissions import SeatInfo, standing, subjects_of
from schakel.governance.queries.absences import absences_between
from schakel.governance.queries.minutes import minutes_to_adopt
from schakel.governance.rules import (
    UNDER_WAY,
    AgendaKind,
    AgendaPoint,
    Away,
    ConsentState,
    DecisionStatus,
    MeetingStatus,
    Method,
    Sitting,
    Subject,
    TenureKind,
)
from schakel.network.models import Network, Partner
from schakel.people.models import Person
from schakel.web.formats import dutch_date
from schakel.web.moments import good_until

#: From so many days before a meeting its agenda is asked for; so long after it a list that was not shared.
AGENDA_AHEAD_DAYS, LIST_ASKED_DAYS = 7, 60
#: So long after a meeting its minutes are asked for.
MINUTES_ASKED_DAYS = 30


@dataclass(frozen=True)
class MyVote:
    """A written procedure in which I can vote for a seat, and what that seat said until now."""

    decision: Decision
    seat: SeatInfo
    vote: Vote | None
    is_deputy: bool

    @property
    def is_done(self) -> bool:
        """Whether the seat has spoken."""
        return self.vote is not None


def due_for(body: Body, today: date) -> Sequence[AgendaPoint]:
    """What this body's next agenda needs: waiting decisions, late conditions, decisions to report, drafts of minutes.

    Four database queries.
    """
    return [*_waiting(body), *_late_conditions(body, today), *_to_report(body), *minutes_to_adopt(body)]


def not_on_agenda(points: Sequence[AgendaPoint], meeting: Meeting | None) -> list[AgendaPoint]:
    """Of what is due, what does not stand on the agenda of this meeting yet. At most one database query."""
    placed = {item.point.mark for item in meeting.items.all()} if meeting else set()
    return [point for point in points if point.mark not in placed]


def _subject_of(decision: Decision) -> Subject:
    return Subject(decision.subject_type, decision.subject_id, decision.subject_label, decision.subject_stage)


def _waiting(body: Body) -> list[AgendaPoint]:
    waiting = (
        Decision.objects.of(body.network)
        .waiting()
        .filter(body=body, meeting__isnull=True, closes_at__isnull=True)
        .order_by("number")
    )
    return [
        AgendaPoint(
            AgendaKind.DECISION,
            decision.title,
            _("Wacht op een besluit."),
            _subject_of(decision),
            decision_id=decision.pk,
        )
        for decision in waiting
    ]


def late_conditions(body: Body, today: date) -> QuerySet[Condition]:
    """Conditions that this body sees to, that still ask for something and are past their day. One database query."""
    return (
        Condition.objects.of(body.network)
        .unmet()
        .followed_by_any([body])
        .filter(due_on__lt=today)
        .filter(decision__status__in=[DecisionStatus.VALID, DecisionStatus.PROVISIONAL])
        .select_related("decision", "owner_partner")
    )


def _late_conditions(body: Body, today: date) -> list[AgendaPoint]:
    return [
        AgendaPoint(
            AgendaKind.CONDITION,
            condition.text[:300],
            _("Voorwaarde bij %(number)s. %(owner)s zou dit uiterlijk op %(day)s doen.")
            % {
                "number": condition.decision.number,
                "owner": condition.owner,
                "day": dutch_date(condition.due_on),
            },
            _subject_of(condition.decision),
            condition_id=condition.pk,
            due_on=condition.due_on,
        )
        for condition in late_conditions(body, today)
    ]


def unreported(body: Body) -> QuerySet[Decision]:
    """Decisions that one person took for this body and that no closed meeting has heard of yet. One query."""
    reported = AgendaItem.objects.of(body.network).filter(
        decision=OuterRef("pk"), kind=AgendaKind.REPORT, meeting__status=MeetingStatus.CLOSED
    )
    alone = Q(method__in=[Method.CHAIR, Method.DELEGATED], decided_by_person__isnull=False)
    return (
        Decision.objects.of(body.network)
        .decided()
        .filter(alone, ~Exists(reported), body=body)
        .select_related("decided_by_person")
        .order_by("number")
    )


def _to_report(body: Body) -> list[AgendaPoint]:
    return [
        AgendaPoint(
            AgendaKind.REPORT,
            decision.title,
            _("%(number)s, genomen namens de groep door %(person)s.")
            % {"number": decision.number, "person": decision.decided_by_person},
            _subject_of(decision),
            decision_id=decision.pk,
        )
        for decision in unreported(body)
    ]


def backlog(body: Body) -> QuerySet[AgendaItem]:
    """Points that wait for a meeting of this body. One database query."""
    return (
        AgendaItem.objects.of(body.network).filter(body=body, meeting__isnull=True).select_related("decision")
    )


def my_votes(
    person: Person, network: Network, now: datetime, *, about: UUID | None = None
) -> Sequence[MyVote]:
    """Written procedures in which this person may still vote, the first to close on top; recused seats left out.

    ``about`` keeps only those about one subject. At most three database queries beside the standing, however many
    procedures are open; none for who votes nowhere.
    """
    seats = [seat for seat in standing(person, network).seats if seat.is_voting]
    if not seats:
        return []
    procedures = (
        Decision.objects.visible_to(person)
        .of(network)
        .waiting()
        .filter(closes_at__gt=now, body_id__in={seat.body_id for seat in seats})
        .select_related("network", "body", "ratifies")
        .prefetch_related("votes")
        .order_by("closes_at")
    )
    if about is not None:
        procedures = procedures.about(about)
    if not procedures:
        return []
    closes_at = procedures[0].closes_at
    assert closes_at is not None
    good_until(closes_at)  # then this list changes
    recusals = Recusal.objects.of(network).filter(
        withdrawn_at__isnull=True, seat_id__in={seat.seat_id for seat in seats}
    )
    recused = {(one.seat_id, one.decision_id or one.subject_id) for one in recusals}
    return [
        mine
        for decision in procedures
        for seat in seats
        if seat.body_id == decision.body_id
        and not recused & {(seat.seat_id, one) for one in (decision.pk, *subjects_of(decision))}
        and (mine := _my_vote(decision, seat))
    ]


def _my_vote(decision: Decision, seat: SeatInfo) -> MyVote | None:
    """My turn for a seat; a deputy has none once the member voted."""
    vote = next((one for one in decision.votes.all() if one.seat_id == seat.seat_id), None)
    is_deputy = seat.kind == TenureKind.DEPUTY
    if is_deputy and vote is not None and not vote.is_deputy:
        return None
    return MyVote(decision, seat, vote, is_deputy)


def votes_asked(
    person: Person, network: Network, now: datetime, *, about: UUID | None = None
) -> list[tuple[MyVote, Away | None]]:
    """The votes that are asked of a person now; for a deputy only where nobody holds the seat or the holder is away.

    Each with the absence of the holder, if that is why. At most five database queries beside the standing.
    """
    waiting = [mine for mine in my_votes(person, network, now, about=about) if not mine.is_done]
    seats = {mine.seat.seat_id for mine in waiting if mine.is_deputy}
    if not seats:
        return [(mine, None) for mine in waiting]
    today = timezone.localdate(now)
    held = SeatTenure.objects.of(network).held_on(today).filter(seat__in=seats, kind=TenureKind.HOLDER)
    holders = dict(held.values_list("seat", "person"))
    away = absences_between(network, today, max(_closes_on(mine) for mine in waiting))
    found: list[tuple[MyVote, Away | None]] = []
    for mine in waiting:
        holder, day = holders.get(mine.seat.seat_id), _closes_on(mine)
        gone = next((one for one in away.get(holder, []) if one.covers(day)), None) if holder else None
        sitting = Sitting(
            mine.seat.seat_id,
            holder,
            person.pk,
            is_holder_away=gone is not None,
            is_deputy_away=any(one.covers(day) for one in away.get(person.pk, [])),
        )
        if not mine.is_deputy or sitting.needs_deputy:
            found.append((mine, gone if mine.is_deputy else None))
    return found


def _closes_on(mine: MyVote) -> date:
    assert mine.decision.closes_at is not None, "only a written procedure is voted on"
    return timezone.localdate(mine.decision.closes_at)


def open_consents(network: Network, partner: Partner | None = None) -> QuerySet[ConsentRequest]:
    """Consents still asked, of one partner or of all. One database query."""
    asked = (
        ConsentRequest.objects.of(network)
        .filter(state=ConsentState.ASKED, is_required=True)
        .filter(decision__status__in=UNDER_WAY)
        .select_related("network", "partner", "decision__body", "decision__network")
        .order_by("decision__number")
    )
    return asked.filter(partner=partner) if partner is not None else asked


def my_consents(person: Person, network: Network, *, about: UUID | None = None) -> QuerySet[ConsentRequest]:
    """Consents asked of the partners this person speaks for. At most one database query beside the standing."""
    mine = open_consents(network).filter(partner_id__in=standing(person, network).represents)
    return mine if about is None else mine.filter(decision__subject_id=about)


def provisional_decisions(person: Person, network: Network) -> QuerySet[Decision]:
    """Decisions under reserve, oldest first. One database query."""
    found = Decision.objects.visible_to(person).of(network).filter(status=DecisionStatus.PROVISIONAL)
    return found.select_related("body").order_by("decided_on", "number")


def meetings_to_work_on(person: Person, network: Network, today: date) -> list[Meeting]:
    """Meetings that ask something of who writes there or leads them: near, held, or closed without list or minutes.

    Each with ``n_taken``, the decisions taken in it, and ``has_minutes``. One query beside the standing.
    """
    seats = standing(person, network).seats
    writes, leads = (
        {one.body_id for one in seats if getattr(one, role)} for role in ("is_secretary", "is_chair")
    )
    begin = timezone.make_aware(datetime.combine(today, time.min))
    near = Q(starts_at__lt=begin + timedelta(days=AGENDA_AHEAD_DAYS + 1)) & ~Q(status=MeetingStatus.CLOSED)
    is_today = Q(starts_at__gte=begin, starts_at__lt=begin + timedelta(days=1)) & ~Q(
        status=MeetingStatus.CLOSED
    )
    untold = Q(
        status=MeetingStatus.CLOSED,
        cancelled_at__isnull=True,
        decision_list_published_at__isnull=True,
        closed_at__gte=begin - timedelta(days=LIST_ASKED_DAYS),
        n_taken__gt=0,
    )
    unwritten = Q(
        status=MeetingStatus.CLOSED,
        cancelled_at__isnull=True,
        closed_at__gte=begin - timedelta(days=MINUTES_ASKED_DAYS),
        has_minutes=False,
    )
    return list(
        Meeting.objects.visible_to(person)
        .of(network)
        .annotate(
            n_taken=Count("decisions", filter=Q(decisions__status__in=DECIDED)),
            has_minutes=Exists(Minutes.objects.filter(meeting=OuterRef("pk"))),
        )
        .filter(Q(body__in=writes) & (near | untold | unwritten) | Q(body__in=leads) & is_today)
        .select_related("body")
        .order_by("starts_at")
    )
