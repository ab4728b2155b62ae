"""The last day on which something rests on a body, a seat or who sits there: a decision, a vote, a presence."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from schakel.governance.models import Attendance, Body, Decision, Seat, SeatTenure, Vote
from schakel.governance.models.decisions import DecisionQuerySet
from schakel.governance.rules import HISTORIC, Method

#: Long after everything: a term without an end.
FOREVER = date.max


def last_use_of_body(body: Body) -> date | None:
    """The last day on which a body decided, voted or met. Three database queries."""
    decisions = Decision.objects.of(body.network).filter(body=body)
    votes = Vote.objects.of(body.network).filter(decision__body=body)
    attendances = Attendance.objects.of(body.network).filter(meeting__body=body)
    return _last(_decided(decisions), _voted(votes), _attended(attendances))


def last_use_of_seat(seat: Seat) -> date | None:
    """The last day in its term on which a decision counts with a seat, or it voted or was there. Three queries."""
    return _last_in_term(seat, Q(seat=seat), seat.from_on, seat.until_on)


def last_use_of_tenure(tenure: SeatTenure) -> date | None:
    """The last day of a tenure on which a decision counts with its seat, or its person spoke there. Three queries."""
    own = Q(seat=tenure.seat, person=tenure.person)
    return _last_in_term(tenure.seat, own, tenure.from_on, tenure.until_on)


def last_begun(tenures: QuerySet[SeatTenure], today: date) -> SeatTenure | None:
    """Who of these took a seat last, up to today. One database query."""
    return tenures.filter(from_on__lte=today).select_related("person").order_by("-from_on").first()


def _last_in_term(seat: Seat, own: Q, from_on: date | None, until_on: date | None) -> date | None:
    days = Q(day__gte=from_on or date.min, day__lt=until_on or FOREVER)
    return _last(
        _decided(_counted_with(seat)).filter(days),
        _voted(Vote.objects.of(seat.network).filter(own)).filter(days),
        _attended(Attendance.objects.of(seat.network).filter(own)).filter(days),
    )


def _counted_with(seat: Seat) -> DecisionQuerySet:
    """Decisions of the body that rest on this seat: all it took together, and for the chair what the chair took."""
    together: DecisionQuerySet = (
        Decision.objects.of(seat.network).filter(body=seat.body_id).exclude(method=Method.DELEGATED)
    )
    if seat.is_chair:
        return together
    return together.exclude(method=Method.CHAIR) if seat.is_voting else together.none()


def _decided(decisions: DecisionQuerySet) -> QuerySet:
    """Decisions taken here, by day; what is known from a source rests on no seat and no mandate."""
    return decisions.decided().exclude(template=HISTORIC).annotate(day=F("decided_on"))


def _voted(votes: QuerySet) -> QuerySet:
    """Votes by the day of their decision, else of their meeting, else the day they were cast."""
    zone = timezone.get_current_timezone()
    return votes.annotate(
        day=Coalesce(
            "decision__decided_on",
            TruncDate("decision__meeting__starts_at", tzinfo=zone),
            TruncDate("cast_at", tzinfo=zone),
        )
    )


def _attended(attendances: QuerySet) -> QuerySet:
    """Who was there, by the day of the meeting."""
    zone = timezone.get_current_timezone()
    return attendances.filter(is_present=True).annotate(day=TruncDate("meeting__starts_at", tzinfo=zone))


def _last(*found: QuerySet) -> date | None:
    """The last day of all these."""
    days = [day for rows in found if (day := rows.aggregate(last=Max("day"))["last"]) is not None]
    return max(days, default=None)
