"""The register of decisions, one decision with its proofs, and the page of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from schakel.governance.models import (
    AgendaItem,
    Attendance,
    Body,
    Condition,
    ConsentRequest,
    Decision,
    Meeting,
    Seat,
)
from schakel.governance.places import about_things, decided_in
from schakel.governance.queries.ballots import (
    BallotLine,
    ballot,
    decision_day,
    judgement_on,
    people_on_seats,
    seat_states,
)
from schakel.governance.queries.bodies import who_could_decide
from schakel.governance.rules import (
    AgendaKind,
    Judgement,
    Proof,
    Quorum,
    SeatState,
    TenureKind,
    quorum,
    written,
)
from schakel.network.models import Network
from schakel.network.queries import ChosenArea
from schakel.people.models import Person


@dataclass(frozen=True)
class DecisionPage:
    """One decision with everything that proves it; while open, the proofs as they would be now."""

    decision: Decision
    judgement: Judgement
    proofs: Sequence[Proof]
    missing: Sequence[str]
    lines: Sequence[BallotLine]
    quorum: Quorum
    consents: Sequence[ConsentRequest]
    conditions: Sequence[Condition]
    ratified_by: Sequence[Decision]
    escalated_to: Sequence[Decision]
    could_ratify: Sequence[Body]


@dataclass(frozen=True)
class AttendanceLine:
    """One seat at a meeting: who may sit there and who did."""

    seat: Seat
    holder: Person | None
    deputy: Person | None
    person: Person | None
    is_known: bool
    is_present: bool


@dataclass(frozen=True)
class MeetingPage:
    """A meeting with its agenda, who was there, the quorum without any recusal, and its decisions."""

    meeting: Meeting
    items: Sequence[AgendaItem]
    attendance: Sequence[AttendanceLine]
    quorum: Quorum
    decisions: Sequence[Decision]


def decisions_register(
    person: Person,
    network: Network,
    *,
    q: str = "",
    theme: str = "",
    body: str = "",
    type: str = "",
    status: str = "",
    verdict: str = "",
    year: str | int = "",
    area: ChosenArea | None = None,
    subject_id: UUID | None = None,
) -> QuerySet[Decision]:
    """The decisions of a network that match, newest first; still to be sliced into pages. One database query a page."""
    found = Decision.objects.visible_to(person).of(network).with_replacement(timezone.localdate())
    found = found.select_related("body", "meeting", "decided_by_person")
    words = q.replace("\x00", "").strip()
    if words:
        found = found.filter(
            Q(number__icontains=words)
            | Q(title__icontains=words)
            | Q(subject_label__icontains=words)
            | Q(public_reason__icontains=words)
        )
    if theme:
        found = found.filter(body__theme__slug=theme)
    if body:
        found = found.filter(body__slug=body)
    if type:
        found = found.filter(type=type)
    if status:
        found = found.filter(status=status)
    if verdict:
        found = found.in_these_words(verdict)
    if area:
        found = found.filter(decided_in(network, area))
    if subject_id:
        found = found.filter(subject_id=subject_id)
    if str(year).isdecimal() and 1900 <= int(year) <= 9998:
        found = found.filter(
            Q(decided_on__gte=date(int(year), 1, 1), decided_on__lt=date(int(year) + 1, 1, 1))
            | Q(decided_on__isnull=True, recorded_at__year=int(year))
        )
    return found


def register_years(person: Person, network: Network) -> Sequence[int]:
    """The years in which decisions were taken, newest first. One database query."""
    taken = Decision.objects.visible_to(person).of(network).filter(decided_on__isnull=False)
    return [day.year for day in taken.dates("decided_on", "year", order="DESC")]


def register_verdicts(person: Person, network: Network) -> Sequence[str]:
    """What was chosen, each verdict once in the words in which it was offered. One database query."""
    return Decision.objects.visible_to(person).of(network).verdicts_in_words()


def decision_with_proofs(decision: Decision, now: datetime) -> DecisionPage:
    """Everything about one decision; twelve database queries at most, however many votes."""
    on = decision_day(decision, now)
    lines = ballot(decision, on)
    judgement = decision.judgement or judgement_on(decision, on, lines)
    return DecisionPage(
        decision=decision,
        judgement=judgement,
        proofs=judgement.proofs,
        missing=judgement.missing,
        lines=lines,
        quorum=quorum(_taking_part(decision, lines)),
        consents=list(decision.consents.select_related("partner", "given_by")),
        conditions=list(decision.conditions.select_related("owner_partner")),
        ratified_by=list(decision.ratified_by.select_related("body")),
        escalated_to=list(decision.escalated_to.select_related("body")),
        could_ratify=could_ratify(decision) if decision.is_provisional else (),
    )


def _taking_part(decision: Decision, lines: Sequence[BallotLine]) -> list[SeatState]:
    states = seat_states(lines)
    return written(states) if decision.is_written else states


def could_ratify(decision: Decision) -> Sequence[Body]:
    """The other bodies with a mandate that held on the day of a provisional decision. Two database queries."""
    if decision.decided_on is None:
        return []
    could = who_could_decide(
        decision.network,
        decision.type,
        decision.subject_stage,
        decision.amount_eur,
        decision.decided_on,
        asks_money=decision.asks_money,
    )
    return [line.body for line in could if line.ok and line.body.pk != decision.body_id]


def became_valid(decision: Decision) -> Sequence[Decision]:
    """What is valid now through this decision: itself, and the one it ratifies. At most one database query."""
    found = [decision, *([Decision.objects.get(pk=decision.ratifies_id)] if decision.ratifies_id else [])]
    return [one for one in found if one.is_valid]


def meetings_list(
    person: Person, network: Network, *, body: str = "", area: ChosenArea | None = None
) -> QuerySet[Meeting]:
    """The meetings of a network, newest first; still to be sliced into pages. One database query a page.

    A meeting lies in an area when its group works there, or when it speaks of something there.
    """
    found = Meeting.objects.visible_to(person).of(network).select_related("body")
    if body:
        found = found.filter(body__slug=body)
    return found.filter(met_in(network, area)) if area else found


def met_in(network: Network, area: ChosenArea) -> Q:
    """Which meetings are meant: of a group that works there, or that speak of something there."""
    about = about_things(network, area.within)
    spoken = AgendaItem.objects.of(network).filter(about, meeting=OuterRef("pk"))
    decided = Decision.objects.of(network).filter(about, meeting=OuterRef("pk"))
    here = Q(body__area__in=area.within) | Q(Exists(spoken)) | Q(Exists(decided))
    beyond = Q(body__area__isnull=True) | Q(body__area__in=area.around)
    return area.pick(here=here, beyond=beyond)


def meeting_page(meeting: Meeting) -> MeetingPage:
    """A meeting with agenda, attendance, quorum and decisions. Five database queries."""
    items = meeting.items.select_related("decision", "condition__owner_partner")
    attendance = attendance_of(meeting)
    states = [
        SeatState(
            seat_id=line.seat.pk,
            is_voting=line.seat.is_voting,
            is_filled=line.holder is not None or line.deputy is not None,
            is_present=line.is_present,
        )
        for line in attendance
    ]
    decisions = meeting.decisions.with_replacement(timezone.localdate()).select_related(
        "body", "decided_by_person"
    )
    decisions = decisions.order_by("decided_at", "number")
    return MeetingPage(meeting, list(items), attendance, quorum(states), list(decisions))


def left_undecided(page: MeetingPage) -> list[Decision]:
    """The proposals on the agenda of a meeting that wait for a next one, or were decided there. No database query."""
    points = [item for item in page.items if item.kind == AgendaKind.DECISION]
    proposals = {item.decision_id: item.decision for item in points if item.decision is not None}
    return [one for one in proposals.values() if one.meeting_id != page.meeting.pk]


def attendance_of(meeting: Meeting) -> Sequence[AttendanceLine]:
    """Every seat on the day of the meeting and whether it was present. Three database queries."""
    seats = meeting.body.seats.held_on(meeting.held_on).select_related("partner")
    people = people_on_seats(meeting.body, meeting.held_on)
    known = {
        one.seat_id: one
        for one in Attendance.objects.of(meeting.network).filter(meeting=meeting).select_related("person")
    }
    lines = []
    for seat in seats:
        sitting, attendance = people.get(seat.pk, {}), known.get(seat.pk)
        holder, deputy = sitting.get(TenureKind.HOLDER), sitting.get(TenureKind.DEPUTY)
        lines.append(
            AttendanceLine(
                seat=seat,
                holder=holder.person if holder else None,
                deputy=deputy.person if deputy else None,
                person=attendance.person if attendance else None,
                is_known=attendance is not None,
                is_present=bool(attendance and attendance.is_present),
            )
        )
    return lines
