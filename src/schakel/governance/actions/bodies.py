"""Bodies are founded, described and closed; seats come and go; people take and leave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from schakel.governance.actions.numbering import require_text
from schakel.governance.closing import why_not_leave_behind
from schakel.governance.models import Body, Decision, Seat, SeatTenure
from schakel.governance.permissions import (
    forget_standing,
    why_not_edit_body,
    why_not_found_body,
)
from schakel.governance.queries import last_begun, last_use_of_body, last_use_of_seat, last_use_of_tenure
from schakel.governance.rules import (
    BODY_METHODS,
    BodyKind,
    DecisionStatus,
    Method,
    TenureKind,
    why_not_end_before_use,
    why_not_erase,
)
from schakel.journal.actions import record
from schakel.network.models import Area, Membership, Network, Partner, Theme
from schakel.network.rules import Precision
from schakel.people.actions import still
from schakel.web.formats import dutch_date
from schakel.web.refusal import allow

if TYPE_CHECKING:
    from schakel.people.models import Person

FOREVER = date.max
#: Words that stand in the address of bodies themselves.
TAKEN_ADDRESSES = frozenset({"instellen", "standaard", "wie-mocht-beslissen"})


@transaction.atomic
def found_body(
    network: Network,
    *,
    by: Person | None,
    name: str,
    kind: str,
    slug: str = "",
    theme: Theme | None = None,
    area: Area | None = None,
    parent: Body | None = None,
    purpose: str = "",
    method: str = Method.CONSENT,
    threshold_percent: Decimal | int = 50,
    founded_on: date | None = None,
    founded_precision: str = Precision.DAY,
    founded_by: Decision | None = None,
    term_until: date | None = None,
    source: str = "",
    is_default: bool = False,
    position: int = 0,
) -> Body:
    """Found a body, under a decision or while the network is being set up."""
    allow(why_not_found_body(by, network, founded_by))
    name = require_text(name, longest=200, name=_("de naam"))
    allow(why_not_shape(kind, method, threshold_percent, parent))
    body = Body.objects.create(
        network=network,
        name=name,
        kind=kind,
        slug=free_slug(network, slug or name),
        theme=theme,
        area=area,
        parent=parent,
        purpose=purpose.strip(),
        method=method,
        threshold_percent=Decimal(threshold_percent),
        founded_on=founded_on,
        founded_precision=founded_precision,
        founded_by=founded_by,
        term_until=term_until,
        source=source,
        is_default=is_default,
        position=position,
    )
    record(
        by=by,
        verb="founded",
        about=body,
        data={"kind": str(kind), "decision": getattr(founded_by, "number", "")},
    )
    return body


def why_not_shape(
    kind: str, method: str, threshold_percent: Decimal | int, parent: Body | None
) -> str | None:
    """Why a body cannot be like this."""
    if kind not in BodyKind.values:
        return _("Deze soort gremium kennen wij niet: %(kind)s.") % {"kind": kind}
    if method not in BODY_METHODS:
        return _("Deze manier van besluiten kennen wij niet: %(method)s.") % {"method": method}
    if not 50 <= Decimal(threshold_percent) < 100:
        return _("De drempel ligt tussen 50 en 100 procent; 50 betekent: meer dan de helft.")
    if parent is not None and parent.is_closed:
        return _("%(body)s is opgeheven. Kies een ander gremium hierboven.") % {"body": parent}
    return None


def free_slug(network: Network, wish: str) -> str:
    """An address for a body that no other body of the network has."""
    base = slugify(wish)[:70] or "gremium"
    taken = TAKEN_ADDRESSES.union(
        Body.objects.of(network).filter(slug__startswith=base).values_list("slug", flat=True)
    )
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


@transaction.atomic
def describe_body(body: Body, *, by: Person | None, name: str, purpose: str) -> Body:
    """Change the name and the purpose of a body; its address stays, so that links keep working."""
    body = lock_body(body)
    allow(why_not_edit_body(by, body))
    body.name = require_text(name, longest=200, name=_("de naam"))
    body.purpose = purpose.strip()
    body.save(update_fields=["name", "purpose"])
    record(by=by, verb="described", about=body)
    return body


@transaction.atomic
def close_body(body: Body, *, by: Person | None, reason: str, on: date | None = None) -> Body:
    """Close a body: its mandates, seats and tenures end with it; nothing may still wait for it."""
    body = lock_body(body)
    allow(why_not_edit_body(by, body))
    reason = require_text(reason, name=_("de reden"))
    today = timezone.localdate()
    on = on or today
    allow(why_not_close_body(body, on, today))
    tenures = SeatTenure.objects.of(body.network).filter(seat__body=body)
    allow(why_not_end_before_use(on, last_use_of_body(body), today))
    allow(_why_not_erase(tenures, on, today))
    ending = Q(until_on__isnull=True) | Q(until_on__gt=on)
    tenures.filter(ending, from_on__lt=on).update(until_on=on)
    tenures.filter(from_on__gte=on).delete()
    body.seats.filter(ending).filter(Q(from_on__isnull=True) | Q(from_on__lt=on)).update(until_on=on)
    body.mandates.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=on), valid_from__lt=on).update(
        valid_until=on, ending_decision=None
    )
    body.closed_on, body.closing_reason = on, reason
    body.save(update_fields=["closed_on", "closing_reason"])
    record(by=by, verb="closed", about=body, reason=reason, data={"on": on.isoformat()})
    return body


def why_not_close_body(body: Body, on: date, today: date) -> str | None:
    """Why a body cannot close then: something waits for it or runs there, or bodies stand under it.

    Two database queries, and those of who knows what runs there.
    """
    if on > today:
        return _("Een gremium opheffen kan vandaag of met een dag in het verleden.")
    if body.founded_on and on < body.founded_on:
        return _("%(body)s is ingesteld op %(day)s. Kies een latere dag.") % {
            "body": body,
            "day": dutch_date(body.founded_on),
        }
    waiting = body.decisions.filter(status__in=[DecisionStatus.OPEN, DecisionStatus.PROVISIONAL])
    if n_waiting := waiting.count():
        return _("Er wachten nog %(n)d besluiten op %(body)s. Rond die eerst af.") % {
            "n": n_waiting,
            "body": body,
        }
    if under := body.children.filter(closed_on__isnull=True).first():
        return _("%(under)s staat onder %(body)s. Hef dat eerst op.") % {"under": under, "body": body}
    return why_not_leave_behind(body)


def _why_not_erase(tenures: QuerySet[SeatTenure], until_on: date, today: date) -> str | None:
    """Why these seats cannot end then: somebody took one since. What still has to begin may go. One query."""
    last = last_begun(tenures, today)
    return why_not_erase(last.person.name, last.from_on, until_on) if last is not None else None


def lock_body(body: Body) -> Body:
    """The body as it is now, held until the transaction ends."""
    found = Body.objects.of(body.network).select_for_update(of=("self",)).select_related("network", "parent")
    return found.get(pk=body.pk)


@transaction.atomic
def add_seat(
    body: Body,
    *,
    by: Person | None,
    name: str,
    constituency: str = "",
    partner: Partner | None = None,
    is_voting: bool = True,
    is_chair: bool = False,
    is_secretary: bool = False,
    weight: Decimal | None = None,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Seat:
    """Add a seat to a body; it gets the next number there."""
    new = NewSeat(
        name=name,
        constituency=constituency,
        partner=partner,
        is_voting=is_voting,
        is_chair=is_chair,
        is_secretary=is_secretary,
        weight=weight,
        from_on=from_on,
        until_on=until_on,
    )
    return add_seats(body, by=by, seats=[new])[0]


@dataclass(frozen=True)
class NewSeat:
    """A seat before it is there."""

    name: str
    constituency: str = ""
    partner: Partner | None = None
    is_voting: bool = True
    is_chair: bool = False
    is_secretary: bool = False
    weight: Decimal | None = None
    from_on: date | None = None
    until_on: date | None = None


@transaction.atomic
def add_seats(body: Body, *, by: Person | None, seats: Sequence[NewSeat]) -> list[Seat]:
    """Add several seats to a body at once, numbered in this order; each has its own line in the journal."""
    body = lock_body(body)
    allow(why_not_edit_body(by, body))
    last = body.seats.aggregate(last=Max("position"))["last"] or 0
    made = []
    for position, new in enumerate(seats, start=last + 1):
        name = require_text(new.name, longest=200, name=_("de naam van de zetel"))
        allow(why_not_seat(body, new.weight, new.is_chair, new.from_on, new.until_on))
        seat = Seat.objects.create(
            network=body.network,
            body=body,
            **{**vars(new), "name": name, "constituency": new.constituency.strip()},
            position=position,
        )
        record(by=by, verb="added", about=seat, data={"body": body.slug, "number": seat.position})
        made.append(seat)
    return made


def why_not_seat(
    body: Body, weight: Decimal | None, is_chair: bool, from_on: date | None, until_on: date | None
) -> str | None:
    """Why a body cannot have this seat. At most one database query."""
    if from_on and until_on and until_on <= from_on:
        return _("De laatste dag ligt vóór de eerste.")
    if weight is not None and not 0 <= weight <= 100:
        return _("Een gewicht ligt tussen 0 en 100.")
    if is_chair:
        chairs = body.seats.filter(is_chair=True)
        if any(_overlaps(seat.from_on, seat.until_on, from_on, until_on) for seat in chairs):
            return _("%(body)s heeft in die tijd al een zetel voor de voorzitter.") % {"body": body}
    return None


def _overlaps(a_from: date | None, a_until: date | None, b_from: date | None, b_until: date | None) -> bool:
    """Whether two terms share a day; an end is not included, nothing means always."""
    return (a_from or date.min) < (b_until or FOREVER) and (b_from or date.min) < (a_until or FOREVER)


def _day_after(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _lock_seat(seat: Seat) -> Seat:
    found = (
        Seat.objects.of(seat.network)
        .select_for_update(of=("self",))
        .select_related("network", "body__network")
    )
    return found.get(pk=seat.pk)


@transaction.atomic
def end_seat(seat: Seat, *, by: Person | None, until_on: date, reason: str) -> Seat:
    """End a seat on a day that no longer counts; who sits there leaves with it, what was done there stands."""
    seat = _lock_seat(seat)
    allow(why_not_edit_body(by, seat.body))
    reason = require_text(reason, name=_("de reden"))
    if seat.from_on is not None and until_on <= seat.from_on:
        allow(_("De laatste dag ligt vóór de eerste."))
    today = timezone.localdate()
    allow(why_not_end_before_use(until_on, last_use_of_seat(seat), today))
    allow(_why_not_erase(seat.tenures.all(), until_on, today))
    seat.until_on = until_on
    seat.save(update_fields=["until_on"])
    ending = seat.tenures.filter(Q(until_on__isnull=True) | Q(until_on__gt=until_on))
    ending.filter(from_on__gte=until_on).delete()
    ending.filter(from_on__lt=until_on).update(until_on=until_on)
    record(by=by, verb="ended", about=seat, reason=reason, data={"until": until_on.isoformat()})
    return seat


@transaction.atomic
def seat_person(
    seat: Seat,
    *,
    by: Person | None,
    person: Person,
    kind: str = TenureKind.HOLDER,
    from_on: date | None = None,
    until_on: date | None = None,
) -> SeatTenure:
    """Give a person a seat, as member or as deputy, from a day on (today unless said)."""
    still(person)  # the person first, as whoever lets somebody leave does
    seat = _lock_seat(seat)
    from_on = from_on or timezone.localdate()
    allow(why_not_edit_body(by, seat.body))
    allow(why_not_sit(seat, person, kind, from_on, until_on))
    tenure = SeatTenure.objects.create(
        network=seat.network, seat=seat, person=person, kind=kind, from_on=from_on, until_on=until_on
    )
    forget_standing(person)
    record(
        by=by,
        verb="seated",
        about=tenure,
        data={"seat": seat.name, "kind": str(kind), "from": from_on.isoformat()},
    )
    return tenure


def why_not_sit(seat: Seat, person: Person, kind: str, from_on: date, until_on: date | None) -> str | None:
    """Why this person cannot sit there then. At most three database queries."""
    if kind not in TenureKind.values:
        return _("Iemand zit ergens als lid of als plaatsvervanger.")
    if until_on is not None and until_on <= from_on:
        return _("De laatste dag ligt vóór de eerste.")
    if not _overlaps(seat.from_on, seat.until_on, from_on, until_on or _day_after(from_on)):
        return _("Deze zetel bestaat dan niet.")
    if not Membership.objects.of(seat.network).filter(person=person).held_on(from_on).exists():
        return _("%(person)s is dan geen lid van dit netwerk. Voeg diegene eerst toe.") % {"person": person}
    for tenure in seat.tenures.select_related("person"):
        if not _overlaps(tenure.from_on, tenure.until_on, from_on, until_on):
            continue
        if tenure.kind == kind or tenure.person_id == person.pk:
            return _("%(person)s zit in die tijd al op deze zetel. Beëindig dat eerst.") % {
                "person": tenure.person
            }
    return _why_not_second_seat(seat, person, kind, from_on, until_on)


def _why_not_second_seat(
    seat: Seat, person: Person, kind: str, from_on: date, until_on: date | None
) -> str | None:
    """One person holds one voting seat in a body; standing in for another seat is allowed."""
    if kind != TenureKind.HOLDER or not seat.is_voting:
        return None
    others = SeatTenure.objects.of(seat.network).filter(
        person=person, kind=TenureKind.HOLDER, seat__body=seat.body, seat__is_voting=True
    )
    if any(_overlaps(other.from_on, other.until_on, from_on, until_on) for other in others):
        return _("%(person)s heeft in %(body)s al een zetel met stem.") % {
            "person": person,
            "body": seat.body,
        }
    return None


@transaction.atomic
def end_tenure(
    tenure: SeatTenure, *, by: Person | None, until_on: date | None = None, reason: str = ""
) -> SeatTenure:
    """Let a person leave a seat on a day that no longer counts (today unless said); the history stays."""
    seat = _lock_seat(tenure.seat)
    tenure = SeatTenure.objects.of(seat.network).select_related("person", "seat__body").get(pk=tenure.pk)
    allow(why_not_edit_body(by, seat.body))
    until_on = until_on or max(timezone.localdate(), date.fromordinal(tenure.from_on.toordinal() + 1))
    if until_on <= tenure.from_on:
        allow(_("De laatste dag ligt vóór de eerste."))
    if tenure.until_on is not None and tenure.until_on <= until_on:
        allow(_("%(person)s zat hier al niet meer.") % {"person": tenure.person})
    allow(why_not_end_before_use(until_on, last_use_of_tenure(tenure), timezone.localdate()))
    tenure.until_on = until_on
    tenure.save(update_fields=["until_on"])
    forget_standing(tenure.person)
    record(by=by, verb="ended", about=tenure, reason=reason, data={"until": until_on.isoformat()})
    return tenure
