"""Who is away, who stands in for them, and whether enough seats are left; absence changes nothing about rights."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F

from schakel.governance.models import Absence, Body, Meeting, Seat, SeatTenure
from schakel.governance.queries.ballots import people_on_seats
from schakel.governance.rules import (
    Away,
    SeatState,
    Sitting,
    TenureKind,
    quorum_expected,
    quorum_warning,
)
from schakel.network.models import Membership
from schakel.network.rules import Role

if TYPE_CHECKING:
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person

#: How far ahead a page says that somebody will be away.
AHEAD = timedelta(days=28)


@dataclass(frozen=True)
class StandIn:
    """A deputy to whom the question of a seat passes on, because its holder is away on the day that counts."""

    seat: Seat
    deputy: Person
    holder: Person
    away: Away


@dataclass(frozen=True)
class OwnSeat:
    """A seat that somebody holds, and who stands in there."""

    seat: Seat
    deputy: Person | None
    deputy_away: Away | None


@dataclass(frozen=True)
class AbsenceLine:
    """An absence of now or later, with who stands in."""

    absence: Absence
    deputies: Sequence[str]


def absences_between(network: Network, first: date, last: date) -> dict[UUID, list[Away]]:
    """The absences of each person that cover any of these days, in order. One database query."""
    found: dict[UUID, list[Away]] = {}
    for absence in Absence.objects.of(network).between(first, last).order_by("from_on"):
        found.setdefault(absence.person_id, []).append(absence.as_value())
    return found


def away_between(network: Network, first: date, last: date) -> dict[UUID, Away]:
    """Who is away on any of these days, each with their first absence. One database query."""
    return {person: found[0] for person, found in absences_between(network, first, last).items()}


def away_on(network: Network, day: date) -> dict[UUID, Away]:
    """Who is away on a day. One database query."""
    return away_between(network, day, day)


def sittings(people: Mapping[UUID, Mapping[str, SeatTenure]], away: Collection[UUID]) -> list[Sitting]:
    """Who sits on each seat and who of them is away, as values for the rules. No database query."""
    found = []
    for seat_id, sitting in people.items():
        holder, deputy = (
            tenure.person_id if (tenure := sitting.get(kind)) else None
            for kind in (TenureKind.HOLDER, TenureKind.DEPUTY)
        )
        found.append(
            Sitting(seat_id, holder, deputy, is_holder_away=holder in away, is_deputy_away=deputy in away)
        )
    return found


def stand_ins(body: Body, on: date, day: date) -> list[StandIn]:
    """The deputies who are asked because the holder of their seat is away on a day, by the order of the seats.

    One database query, and two more when anybody is away.
    """
    away = away_on(body.network, day)
    if not away:
        return []
    people = people_on_seats(body, on)
    passed_on = {one.seat_id for one in sittings(people, away) if one.holder and one.needs_deputy}
    seats = Seat.objects.of(body.network).filter(pk__in=passed_on).held_on(on).order_by("position")
    return [
        StandIn(seat, sitting[TenureKind.DEPUTY].person, holder, away[holder.pk])
        for seat in seats
        for sitting in [people[seat.pk]]
        for holder in [sitting[TenureKind.HOLDER].person]
    ]


def quorum_at_risk(body: Body, day: date, today: date) -> str:
    """What a secretary reads when too few seats can take part on a day; nothing otherwise.

    One database query, and two more when anybody is away.
    """
    away = away_on(body.network, day)
    if not away:
        return ""
    people = people_on_seats(body, day)
    found = {one.seat_id: one for one in sittings(people, away)}
    seats = list(Seat.objects.of(body.network).filter(body=body, is_voting=True).held_on(day))
    states = [SeatState(seat.pk, is_filled=seat.pk in found) for seat in seats]
    without = [seat for seat in seats if seat.pk in found and not found[seat.pk].is_reachable]
    names = list(dict.fromkeys(_who_is_missed(people[seat.pk]).name for seat in without))
    return quorum_warning(quorum_expected(states, {seat.pk for seat in without}), names, day, today)


def _who_is_missed(sitting: Mapping[str, SeatTenure]) -> Person:
    tenure = sitting.get(TenureKind.HOLDER) or sitting[TenureKind.DEPUTY]
    return tenure.person


def away_at(network: Network, meetings: Sequence[Meeting], today: date) -> dict[UUID, list[str]]:
    """The names of the members who are away on the day of each meeting. At most two database queries."""
    if not meetings:
        return {}
    days = [meeting.held_on for meeting in meetings]
    away = absences_between(network, min(days), max(days))
    if not away:
        return {}
    held = SeatTenure.objects.of(network).held_on(today).filter(kind=TenureKind.HOLDER, person__in=away)
    sitting = held.filter(seat__body__in={meeting.body_id for meeting in meetings}).select_related("person")
    people = list(sitting.order_by("seat__position").annotate(body=F("seat__body")))
    return {
        meeting.pk: [
            tenure.person.name
            for tenure in people
            if tenure.body == meeting.body_id
            and any(one.covers(meeting.held_on) for one in away[tenure.person_id])
        ]
        for meeting in meetings
    }


def absences_of(viewer: Person, network: Network, person: Person) -> list[Absence]:
    """Every absence of a person that was not taken back, newest first. One database query."""
    rows = Absence.objects.visible_to(viewer).of(network).filter(person=person, withdrawn_at__isnull=True)
    return list(rows.select_related("network", "person", "recorded_by").order_by("-from_on"))


def own_seats(network: Network, person: Person, today: date) -> list[OwnSeat]:
    """The seats that a person holds today and who stands in there. Three database queries."""
    held = SeatTenure.objects.of(network).held_on(today)
    mine = held.filter(person=person, kind=TenureKind.HOLDER, seat__body__closed_on__isnull=True)
    seats = [tenure.seat for tenure in mine.select_related("seat__body").order_by("seat__body__position")]
    deputies = held.filter(seat__in=seats, kind=TenureKind.DEPUTY).select_related("person")
    by_seat = {tenure.seat_id: tenure.person for tenure in deputies}
    away = away_between(network, today, today + AHEAD)
    return [
        OwnSeat(seat, deputy, away.get(deputy.pk) if deputy else None)
        for seat in seats
        for deputy in [by_seat.get(seat.pk)]
    ]


def speaks_alone_for(network: Network, person: Person, today: date) -> list[Partner]:
    """The partners whose only representative this person is today. Two database queries."""
    speaking = Membership.objects.of(network).held_on(today).filter(role=Role.REPRESENTATIVE)
    mine = speaking.filter(person=person).select_related("partner").order_by("partner__name")
    partners = {one.partner_id: one.partner for one in mine}
    others = speaking.filter(partner__in=partners).exclude(person=person)
    shared = set(others.values_list("partner_id", flat=True))
    return [partner for key, partner in partners.items() if partner is not None and key not in shared]


def network_absences(viewer: Person, network: Network, today: date) -> list[AbsenceLine]:
    """Who of the network is away now or soon, with who stands in for them. Two database queries."""
    here = Membership.objects.of(network).held_on(today).values("person")
    rows = Absence.objects.visible_to(viewer).of(network).between(today, today + AHEAD)
    absences = list(rows.filter(person__in=here).select_related("person").order_by("from_on", "person__name"))
    sits = SeatTenure.objects.of(network).held_on(today)
    held = sits.filter(kind=TenureKind.HOLDER, person__in=[one.person_id for one in absences])
    tenures = sits.filter(seat__in=held.values("seat"))
    holders: dict[UUID, UUID] = {}
    deputies: dict[UUID, str] = {}
    for tenure in tenures.select_related("person").order_by("seat__position"):
        if tenure.kind == TenureKind.HOLDER:
            holders[tenure.seat_id] = tenure.person_id
        else:
            deputies[tenure.seat_id] = tenure.person.name
    return [
        AbsenceLine(
            absence,
            list(
                dict.fromkeys(
                    deputies[seat]
                    for seat, holder in holders.items()
                    if holder == absence.person_id and seat in deputies
                )
            ),
        )
        for absence in absences
    ]
