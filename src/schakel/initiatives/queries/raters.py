"""Who is asked to rate an initiative: one person for each voting seat, and who of them is away on the last day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from schakel.governance.models import Seat, SeatTenure
from schakel.governance.queries import away_on
from schakel.governance.rules import Away, Sitting, TenureKind, listed, one_asked
from schakel.initiatives.rules import Moment
from schakel.web.formats import dutch_date

if TYPE_CHECKING:
    from schakel.initiatives.models import Initiative, Invitation
    from schakel.people.models import Person


@dataclass(frozen=True)
class RaterSeat:
    """Who is asked for one seat. Where the holder is away: the absence, and whether another is asked instead."""

    seat: Seat
    person: Person
    holder: Person
    away: Away | None = None

    @property
    def is_stand_in(self) -> bool:
        """Whether the deputy is asked in the place of a holder who is away."""
        return self.person.pk != self.holder.pk


def rater_seats(
    initiative: Initiative,
    today: date,
    due_on: date,
    *,
    invited: Collection[Invitation] = (),
    seat_ids: Iterable[UUID] | None = None,
) -> list[RaterSeat]:
    """Who is asked for each voting seat of the body: the holder, or the deputy where there is none.

    A holder who is away on the last day is replaced by the deputy, unless that one wrote the idea, answers for another
    seat, or is away too. Who was asked stays asked, so no seat counts twice; each person is asked once.
    At most four database queries.
    """
    sitting, wanted = _sitting(initiative, today), None if seat_ids is None else set(seat_ids)
    away = away_on(initiative.network, due_on)
    raters = {one.rater_id for one in invited}
    answered = {(one.rater_id, one.seat_id) for one in invited}
    busy = {people[TenureKind.HOLDER].pk for _seat, people in sitting if TenureKind.HOLDER in people}
    found: dict[UUID, RaterSeat] = {}
    for seat, people in sitting:
        if wanted is not None and seat.pk not in wanted:
            continue
        holder, deputy = people.get(TenureKind.HOLDER), people.get(TenureKind.DEPUTY)
        missed = holder or deputy
        assert missed is not None, "somebody sits on this seat"
        if deputy is not None and holder is not None and (deputy.pk, seat.pk) in answered:
            continue  # asked in the place of the holder before
        may_stand_in = deputy is not None and not (
            deputy.pk in busy or missed.pk in raters or initiative.is_author(deputy)
        )
        chosen = one_asked(
            Sitting(
                seat.pk,
                holder.pk if holder else None,
                deputy.pk if deputy and (may_stand_in or holder is None) else None,
                is_holder_away=holder is not None and holder.pk in away,
                is_deputy_away=deputy is not None and deputy.pk in away,
            )
        )
        person = deputy if deputy is not None and deputy.pk == chosen else missed
        found.setdefault(person.pk, RaterSeat(seat, person, missed, away.get(missed.pk)))
    return list(found.values())


def _sitting(initiative: Initiative, today: date) -> list[tuple[Seat, dict[str, Person]]]:
    """Who sits on each voting seat today, in the order of the seats. One database query."""
    tenures = (
        SeatTenure.objects.of(initiative.network)
        .held_on(today)
        .filter(seat__body=initiative.body, seat__is_voting=True, person__is_active=True)
        .select_related("seat", "person")
        .order_by("seat__position", "from_on")
    )
    seats: dict[UUID, tuple[Seat, dict[str, Person]]] = {}
    for tenure in tenures:
        seats.setdefault(tenure.seat_id, (tenure.seat, {}))[1][tenure.kind] = tenure.person
    return list(seats.values())


def missed_raters(initiative: Initiative, today: date, due_on: date) -> str:
    """What a secretary reads before a round begins: who is away on its last day while nobody stands in.

    At most five database queries.
    """
    invitations = list(initiative.invitations.filter(moment=Moment.P1))
    asked = {one.rater_id for one in invitations}
    seats = rater_seats(initiative, today, due_on, invited=invitations)
    missed = [one for one in seats if one.away and not one.is_stand_in and one.person.pk not in asked]
    if not missed:
        return ""
    people = [f"{one.person.name} ({one.away.in_words(today)})" for one in missed if one.away]
    return _(
        "Op de laatste dag, %(day)s, is er niet: %(people)s. Niemand vervangt. Kies een latere dag, of vraag het toch."
    ) % {"day": dutch_date(due_on), "people": listed(people)}
