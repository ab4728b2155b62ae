"""Readings about bodies: composition, overview, and who could decide what on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Aggregate, Count, F, Min, QuerySet
from django.utils import timezone

from schakel.governance.models import Body, Decision, Mandate, Meeting, Seat, SeatTenure
from schakel.governance.models.bodies import BodyQuerySet
from schakel.governance.queries.ballots import people_on_seats
from schakel.governance.queries.words import mandate_in_words
from schakel.governance.rules import (
    Mandated,
    Matter,
    MeetingStatus,
    TenureKind,
    find_mandate,
    who_instead,
)
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.tenancy.models import TenantQuerySet


@dataclass(frozen=True)
class SeatLine:
    """One seat of a body with who sits there, as the composition shows it."""

    seat: Seat
    holder: Person | None
    deputy: Person | None
    holder_since: date | None
    is_vacant: bool
    is_untold: bool = False


@dataclass(frozen=True)
class CouldDecide:
    """Whether one body could decide a matter on a day, why or why not, and by which mandate."""

    body: Body
    ok: bool
    words: str
    mandate: Mandate | None
    mandate_words: str


@dataclass(frozen=True)
class BodyLine:
    """One body in the overview of a network; ``depth`` is how far it stands under the highest."""

    body: Body
    depth: int
    n_seats: int
    n_filled: int
    n_waiting: int
    next_meeting_at: datetime | None
    is_untold: bool = False

    @property
    def places(self) -> Sequence[UUID]:
        """Where it works; a body without an area works for the whole network."""
        return [self.body.area_id] if self.body.area_id else []


@dataclass(frozen=True)
class TenureLine:
    """Who sat on a seat and when, for its history."""

    tenure: SeatTenure
    is_current: bool


def _bodies(person: Person, network: Network) -> BodyQuerySet:
    return Body.objects.visible_to(person).of(network).select_related("network", "parent", "theme", "area")


def composition(body: Body, on: date) -> Sequence[SeatLine]:
    """The seats of a body on a day and who sits there; an empty seat is shown as such. At most three queries.

    Where a source told of the body and nobody was ever put on a seat, the source is silent: no seat is called free.
    """
    seats = Seat.objects.of(body.network).filter(body=body).held_on(on).select_related("partner")
    people = people_on_seats(body, on)
    is_untold = bool(body.source) and not people and not _has_history(body)
    lines = []
    for seat in seats:
        sitting = people.get(seat.pk, {})
        holder, deputy = sitting.get(TenureKind.HOLDER), sitting.get(TenureKind.DEPUTY)
        lines.append(
            SeatLine(
                seat=seat,
                holder=holder.person if holder else None,
                deputy=deputy.person if deputy else None,
                holder_since=holder.from_on if holder else None,
                is_vacant=holder is None and deputy is None,
                is_untold=is_untold,
            )
        )
    return lines


def _has_history(body: Body) -> bool:
    return SeatTenure.objects.of(body.network).filter(seat__body=body).exists()


def seat_history(seat: Seat, on: date) -> Sequence[TenureLine]:
    """Everyone who sat on a seat, newest first. One database query."""
    tenures = SeatTenure.objects.of(seat.network).filter(seat=seat).select_related("person")
    return [
        TenureLine(tenure, tenure.from_on <= on and (tenure.until_on is None or on < tenure.until_on))
        for tenure in tenures
    ]


def bodies_overview(person: Person, network: Network, on: date) -> Sequence[BodyLine]:
    """The bodies of a network that exist on a day, each under its parent, with their figures.

    Six database queries, however many bodies there are: each figure is counted once for all of them.
    """
    bodies = list(_bodies(person, network).open_on(on).order_by("position", "name"))
    seats = Seat.objects.of(network).held_on(on)
    n_seats = _by_body(seats, "body", Count("pk"))
    held = SeatTenure.objects.of(network).held_on(on).filter(seat__in=seats)
    n_filled = _by_body(held, "seat__body", Count("seat", distinct=True))
    n_waiting = _by_body(Decision.objects.of(network).waiting(), "body", Count("pk"))
    meets = _by_body(_meetings_ahead(on).of(network), "body", Min("starts_at"))
    of_a_source = SeatTenure.objects.of(network).exclude(seat__body__source="")
    ever = _by_body(of_a_source, "seat__body", Count("pk"))
    return [
        BodyLine(
            body,
            depth,
            n_seats.get(body.pk, 0),
            n_filled.get(body.pk, 0),
            n_waiting.get(body.pk, 0),
            meets.get(body.pk),
            is_untold=bool(body.source) and body.pk not in ever,
        )
        for body, depth in _as_tree(bodies)
    ]


def _by_body(rows: QuerySet, group: str, what: Aggregate) -> dict[UUID, Any]:
    """One figure of each body that has any. One database query."""
    return dict(rows.order_by().values_list(group).annotate(figure=what))


def _meetings_ahead(on: date) -> TenantQuerySet:
    begin = timezone.make_aware(datetime.combine(on, datetime.min.time()))
    ahead = Meeting.objects.filter(starts_at__gte=begin).exclude(status=MeetingStatus.CLOSED)
    return ahead.order_by("starts_at")


def _as_tree(bodies: Sequence[Any]) -> list[tuple[Any, int]]:
    """Bodies each after its parent, with their depth; a body whose parent is not among them stands on top."""
    known = {body.pk for body in bodies}
    found: list[tuple[Any, int]] = []

    def walk(parent_id: object, depth: int) -> None:
        for body in bodies:
            own_parent = body.parent_id if body.parent_id in known else None
            if own_parent == parent_id:
                found.append((body, depth))
                walk(body.pk, depth + 1)

    walk(None, 0)
    return found


def who_could_decide(
    network: Network,
    type: str,
    stage: str,
    amount_eur: Decimal | None,
    on: date,
    *,
    asks_money: bool | None = None,
) -> Sequence[CouldDecide]:
    """Which bodies could decide this on that day, from the history of mandates; who can comes first. Two queries."""
    asks = bool(amount_eur) if asks_money is None else asks_money
    matter = Matter(type=type, on=on, stage=stage, amount_eur=amount_eur, asks_money=asks)
    mandates: dict[object, list[Mandate]] = {}
    for mandate in Mandate.objects.of(network):
        mandates.setdefault(mandate.body_id, []).append(mandate)
    bodies = list(Body.objects.of(network).open_on(on).select_related("parent"))
    names = {body.pk: body.name for body in bodies}
    above = {body.pk: body.parent_id for body in bodies}
    able = [body.pk for body in bodies if find_mandate(_values(mandates.get(body.pk, [])), matter).ok]
    lines = []
    for body in bodies:
        instead = None if body.pk in able else who_instead(body.pk, above=above, able=able)
        lines.append(_could(body, mandates.get(body.pk, []), matter, names[instead] if instead else ""))
    return sorted(lines, key=lambda line: not line.ok)


def is_before_mandates(network: Network, on: date) -> bool:
    """Whether a day lies before the first mandate that is known: what held then was not told. One database query."""
    first = Mandate.objects.of(network).aggregate(first=Min("valid_from"))["first"]
    return first is not None and on < first


def _values(mandates: Sequence[Mandate]) -> list[Mandated]:
    return [mandate.as_value() for mandate in mandates]


def _could(body: Body, mandates: Sequence[Mandate], matter: Matter, instead: str) -> CouldDecide:
    finding = find_mandate(_values(mandates), matter, higher_body=instead)
    found = next((one for one in mandates if finding.mandate and one.pk == finding.mandate.mandate_id), None)
    return CouldDecide(body, finding.ok, finding.words, found, mandate_in_words(found) if found else "")


def next_meeting(body: Body, now: datetime) -> Meeting | None:
    """The first meeting of a body of today (in Amsterdam) or later that is not over yet. One database query."""
    begin = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return (
        Meeting.objects.of(body.network)
        .filter(body=body)
        .exclude(status=MeetingStatus.CLOSED)
        .order_by(F("starts_at").asc())
        .filter(starts_at__gte=begin)
        .first()
    )


def next_meetings(network: Network, now: datetime) -> list[Meeting]:
    """The first meeting of each body that has yet to begin, today (in Amsterdam) or later. One database query."""
    ahead = (
        _meetings_ahead(timezone.localdate(now)).filter(network=network).exclude(status=MeetingStatus.LIVE)
    )
    first: dict[object, Meeting] = {}
    for meeting in ahead.select_related("network", "body__network"):
        first.setdefault(meeting.body_id, meeting)
    return list(first.values())
