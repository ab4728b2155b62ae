"""The seats of a body as they stand for one decision: who may vote, who was there, who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from schakel.governance.models import Attendance, Body, Decision, Mandate, Recusal, Seat, SeatTenure, Vote
from schakel.governance.permissions import recusals_on
from schakel.governance.rules import (
    Choice,
    Consent,
    Finding,
    Judgement,
    Mandated,
    Matter,
    SeatState,
    TenureKind,
    counted,
    find_mandate,
    judge,
    who_instead,
)
from schakel.people.models import Person
from schakel.web.moments import has_come


@dataclass(frozen=True)
class BallotLine:
    """One seat on the list of a decision, with who sits there and what it said."""

    seat: Seat
    holder: Person | None
    deputy: Person | None
    vote: Vote | None
    recusal: Recusal | None
    present: Person | None
    is_present: bool
    is_known: bool = True  # somebody wrote down at this meeting whether the seat was there

    @property
    def is_filled(self) -> bool:
        """Whether someone sits here, as member or as deputy."""
        return self.holder is not None or self.deputy is not None

    @property
    def person(self) -> Person | None:
        """Who speaks for the seat: who was present, else the member, else the deputy."""
        return self.present or self.holder or self.deputy


def people_on_seats(body: Body, on: date) -> dict[UUID, dict[str, SeatTenure]]:
    """Who sat on each seat of a body on a day, by kind of tenure. One database query."""
    tenures = SeatTenure.objects.of(body.network).filter(seat__body=body).held_on(on).select_related("person")
    found: dict[UUID, dict[str, SeatTenure]] = {}
    for tenure in tenures:
        found.setdefault(tenure.seat_id, {})[tenure.kind] = tenure
    return found


def decision_day(decision: Decision, now: datetime) -> date:
    """The day that counts for a decision: of its meeting, of the close of its written procedure, else today."""
    if decision.decided_on is not None:
        return decision.decided_on
    if decision.meeting is not None:
        return decision.meeting.held_on
    if decision.closes_at is not None and has_come(decision.closes_at, now):
        return timezone.localdate(decision.closes_at)
    return timezone.localdate(now)


def ballot(decision: Decision, on: date) -> Sequence[BallotLine]:
    """Every seat of the body on the day of a decision, in order. Five database queries at most."""
    if decision.body is None:
        return []
    seats = Seat.objects.of(decision.network).filter(body=decision.body).held_on(on)
    people = people_on_seats(decision.body, on)
    votes = {vote.seat_id: vote for vote in decision.votes.select_related("person", "cast_by")}
    recusals = {recusal.seat_id: recusal for recusal in recusals_on(decision).select_related("person")}
    attendances = _attendances(decision)
    lines = []
    for seat in seats:
        sitting = people.get(seat.pk, {})
        attendance, vote = attendances.get(seat.pk), votes.get(seat.pk)
        was_there = bool(attendance and attendance.is_present)
        present = vote.person if vote else attendance.person if attendance and was_there else None
        lines.append(
            BallotLine(
                seat=seat,
                holder=sitting[TenureKind.HOLDER].person if TenureKind.HOLDER in sitting else None,
                deputy=sitting[TenureKind.DEPUTY].person if TenureKind.DEPUTY in sitting else None,
                vote=vote,
                recusal=recusals.get(seat.pk),
                present=present,
                is_present=was_there or vote is not None,
                is_known=attendance is not None,
            )
        )
    return lines


def _attendances(decision: Decision) -> dict[UUID, Attendance]:
    if decision.meeting_id is None:
        return {}
    found = (
        Attendance.objects.of(decision.network)
        .filter(meeting_id=decision.meeting_id)
        .select_related("person")
    )
    return {attendance.seat_id: attendance for attendance in found}


def seat_states(lines: Sequence[BallotLine]) -> list[SeatState]:
    """The lines of a ballot as values for the rules."""
    return [
        SeatState(
            seat_id=line.seat.pk,
            is_voting=line.seat.is_voting,
            is_filled=line.is_filled,
            is_present=line.is_present,
            is_recused=line.recusal is not None,
            weight=line.seat.weight,
            choice=line.vote.choice if line.vote else "",
            has_reason=bool(line.vote and line.vote.reason.strip()),
            is_withdrawn=bool(line.vote and line.vote.is_withdrawn),
            is_chair=line.seat.is_chair,
        )
        for line in lines
    ]


def has_everyone_voted(lines: Sequence[BallotLine]) -> bool:
    """Whether every seat that counts has spoken."""
    return all(state.choice for state in counted(seat_states(lines)))


def mandates_of(body: Body) -> list[Mandated]:
    """The mandates of a body as values for the rules. One database query."""
    return [mandate.as_value() for mandate in Mandate.objects.of(body.network).filter(body=body)]


def consents_of(decision: Decision, *, only_required: bool = False) -> list[Consent]:
    """What partners were asked for a decision and answered, as values for the rules. One database query."""
    requests = decision.consents.select_related("partner")
    if only_required:
        requests = requests.filter(is_required=True)
    return [Consent(one.partner.name, one.ground, one.state, one.partner_id) for one in requests]


def mandates_for(decision: Decision) -> list[Mandated]:
    """The mandates a decision may lean on: to ratify another one, only those that held on that day too."""
    mandates = mandates_of(decision.decider)
    return mandates if decision.ratifies is None else begun_by(mandates, decision.ratifies.decided_on)


def begun_by(mandates: Sequence[Mandated], day: date | None) -> list[Mandated]:
    """The mandates that had begun on a day; what was granted afterwards cannot mend what was decided then."""
    return [mandate for mandate in mandates if day is not None and mandate.valid_from <= day]


def may_instead(body: Body, matter: Matter) -> str:
    """The name of the group that may decide this when this one may not; empty when none may. Two database queries."""
    mandates: dict[UUID, list[Mandated]] = {}
    for mandate in Mandate.objects.of(body.network):
        mandates.setdefault(mandate.body_id, []).append(mandate.as_value())
    groups = {one.pk: one for one in Body.objects.of(body.network).open_on(matter.on)}
    able = [key for key in groups if find_mandate(mandates.get(key, []), matter).ok]
    found = who_instead(body.pk, above={key: one.parent_id for key, one in groups.items()}, able=able)
    return groups[found].name if found else ""


def mandate_on(decision: Decision, on: date) -> Finding:
    """The mandate for a decision on a day, or why there is none and who may. One to three database queries."""
    mandates, matter = mandates_for(decision), decision.matter(on)
    found = find_mandate(mandates, matter, method=decision.method)
    if found.ok:
        return found
    higher = may_instead(decision.decider, matter)
    return find_mandate(mandates, matter, method=decision.method, higher_body=higher)


def judgement_on(decision: Decision, on: date, lines: Sequence[BallotLine]) -> Judgement:
    """How a decision would be judged with what is recorded now. Two database queries, two more without a mandate."""
    mandates, matter = mandates_for(decision), decision.matter(on)
    has_mandate = find_mandate(mandates, matter, method=decision.method).ok
    return judge(
        matter,
        mandates=mandates,
        method=decision.method,
        seats=seat_states(lines),
        threshold_percent=decision.decider.threshold_percent,
        consents=consents_of(decision),
        is_written=decision.is_written,
        higher_body="" if has_mandate else may_instead(decision.decider, matter),
    )


def as_chair(lines: Sequence[BallotLine]) -> list[SeatState]:
    """The seats of a body when its chair alone says yes."""
    return [
        replace(state, choice=Choice.FOR, is_present=True) if state.is_chair else state
        for state in seat_states(lines)
    ]
