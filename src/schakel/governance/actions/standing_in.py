"""Asking who stands in, while the holder of a seat is away on the day that counts: the question passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Absence, Decision, Meeting, SeatTenure, Vote
from schakel.governance.queries import stand_ins
from schakel.governance.rules import MeetingStatus, TenureKind
from schakel.notices.actions import notify
from schakel.notices.rules import Kind
from schakel.web.formats import weekday_date

if TYPE_CHECKING:
    from schakel.governance.rules import Away
    from schakel.people.models import Person


def in_whose_place(holder: Person, away: Away) -> str:
    """Whom somebody stands in for, and until when, in words."""
    words = {"person": holder.name, "away": away.in_words(timezone.localdate())}
    return _("U vervangt %(person)s (%(away)s).") % words


def ask_stand_ins_to_vote(decision: Decision, *, by: Person | None) -> None:
    """Ask the deputies of members who are away when the voting closes, as long as the member did not vote.

    Four queries, and two for each of them.
    """
    assert decision.closes_at is not None, "only a written procedure is voted on"
    closes_on, spoken = timezone.localdate(decision.closes_at), _spoken(decision)
    asked = [
        one
        for one in stand_ins(decision.decider, timezone.localdate(), closes_on)
        if one.seat.is_voting and one.seat.pk not in spoken
    ]
    for one in asked:
        notify(
            decision.network,
            [one.deputy],
            Kind.VOTE,
            key=f"vote:{decision.pk}:{one.seat.pk}",
            title=_("Stem: %(title)s") % {"title": decision.title},
            because=in_whose_place(one.holder, one.away),
            due_on=closes_on,
            by=by,
            page="governance:cast_vote",
            number=decision.number,
        )


def _spoken(decision: Decision) -> set[object]:
    votes = Vote.objects.of(decision.network).filter(decision=decision)
    return set(votes.values_list("seat_id", flat=True))


def ask_stand_ins_to_come(meeting: Meeting, *, by: Person | None) -> None:
    """Tell the deputies of members who are away on the day of a meeting that its agenda is there for them."""
    for one in stand_ins(meeting.body, meeting.held_on, meeting.held_on):
        notify(
            meeting.network,
            [one.deputy],
            Kind.STAND_IN,
            key=f"stand-in:{meeting.pk}:{one.seat.pk}:{meeting.held_on}",
            title=_("Overleg op %(day)s: %(title)s")
            % {"day": weekday_date(meeting.starts_at), "title": meeting.title or meeting.body.name},
            because=in_whose_place(one.holder, one.away),
            due_on=meeting.held_on,
            by=by,
            page="governance:meeting",
            number=meeting.number,
        )


def tell_stand_ins(absence: Absence, *, by: Person | None) -> None:
    """Tell who stands in for somebody that they are away, and ask them what is open in those days already.

    Four queries, and a few for each seat, open vote and shared agenda.
    """
    today = timezone.localdate()
    bodies = _tell_deputies(
        absence,
        title=_("%(person)s is %(away)s")
        % {"person": absence.person.name, "away": absence.as_value().in_words(today)},
        because=_("U vervangt %(person)s in %(body)s."),
        key=f"{absence.from_on}:{absence.until_on}",
        by=by,
    )
    days = {"__date__gte": max(absence.from_on, today), "__date__lt": absence.until_on}
    closing = Q(**{f"closes_at{word}": day for word, day in days.items()})
    for decision in (
        Decision.objects.of(absence.network)
        .waiting()
        .filter(closing, body__in=bodies)
        .select_related("network", "body__network")
    ):
        ask_stand_ins_to_vote(decision, by=by)
    starting = Q(**{f"starts_at{word}": day for word, day in days.items()})
    shared = Meeting.objects.of(absence.network).filter(starting, status=MeetingStatus.AGENDA)
    for meeting in shared.filter(body__in=bodies).select_related("network", "body__network"):
        ask_stand_ins_to_come(meeting, by=by)


def tell_back(absence: Absence, *, by: Person | None) -> None:
    """Tell who stood in that the member is back, or will not be away. Two queries, and two for each seat."""
    words = _("%(person)s is toch aanwezig") if absence.withdrawn_at else _("%(person)s is er weer")
    _tell_deputies(
        absence,
        title=words % {"person": absence.person.name},
        because=_("U hoeft %(person)s niet meer te vervangen in %(body)s."),
        key=f"back:{absence.pk}",
        by=by,
    )


def _tell_deputies(absence: Absence, *, title: str, because: str, key: str, by: Person | None) -> set[UUID]:
    """Tell each deputy of the seats that somebody holds today; returns the bodies of those seats."""
    sits = SeatTenure.objects.of(absence.network).held_on(timezone.localdate())
    held = sits.filter(person=absence.person, kind=TenureKind.HOLDER)
    seats = {tenure.seat_id: tenure.seat for tenure in held.select_related("seat__body")}
    deputies = sits.filter(seat__in=seats, kind=TenureKind.DEPUTY).select_related("person")
    for tenure in deputies:
        body = seats[tenure.seat_id].body
        notify(
            absence.network,
            [tenure.person],
            Kind.STAND_IN,
            key=f"absence:{tenure.seat_id}:{key}",
            title=title,
            because=because % {"person": absence.person.name, "body": body},
            by=by,
            page="governance:body",
            slug=body.slug,
        )
    return {seat.body_id for seat in seats.values()}
