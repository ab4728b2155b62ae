"""What a person is in a network today, and whether that holds a permission."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.governance.models import Body, Seat, SeatTenure
from schakel.governance.permissions.table import (
    PARTNER_ROLES,
    RIGHTS,
    SEAT_ROLES,
    WORDS,
    Permission,
    Role,
)
from schakel.governance.rules import TenureKind
from schakel.network.models import Membership, Network, Partner
from schakel.network.permissions import is_platform
from schakel.tenancy.written import written_once
from schakel.web.refusal import NotYours

if TYPE_CHECKING:
    from schakel.people.models import Person

_REMEMBERED = "_standing"


@dataclass(frozen=True)
class SeatInfo:
    """A seat on which a person sits today, as member or as deputy."""

    seat_id: UUID
    body_id: UUID
    partner_id: UUID | None
    name: str
    is_chair: bool
    is_secretary: bool
    is_voting: bool
    kind: str

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that come with it: a deputy can stand in for the secretary, not for the chair."""
        is_deputy = self.kind == TenureKind.DEPUTY
        found = {Role.DEPUTY if is_deputy else Role.SEAT_HOLDER}
        if self.is_secretary:
            found.add(Role.SECRETARY)
        if self.is_chair and not is_deputy:
            found.add(Role.CHAIR)
        return frozenset(found)


@dataclass(frozen=True)
class Standing:
    """Everything a person is in one network today."""

    memberships: tuple[tuple[Role, UUID | None], ...] = ()
    seats: tuple[SeatInfo, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        """Every role, whatever the body or the partner."""
        from_seats = [role for seat in self.seats for role in seat.roles]
        return frozenset([role for role, _partner in self.memberships] + from_seats)

    @property
    def partner_ids(self) -> frozenset[UUID]:
        """The partners for which this person is in the network in any role."""
        return frozenset(partner for _role, partner in self.memberships if partner)

    @property
    def represents(self) -> frozenset[UUID]:
        """The partners for which this person may speak."""
        return frozenset(
            partner for role, partner in self.memberships if partner and role == Role.REPRESENTATIVE
        )

    @property
    def body_ids(self) -> frozenset[UUID]:
        """The bodies in which this person sits."""
        return frozenset(seat.body_id for seat in self.seats)

    def roles_for(self, *, body_id: UUID | None = None, partner_id: UUID | None = None) -> frozenset[Role]:
        """The roles that count here: in this body when one is named, for this partner when one is named."""
        seats = [seat for seat in self.seats if body_id is None or seat.body_id == body_id]
        found = {role for seat in seats for role in seat.roles}
        for role, partner in self.memberships:
            if partner_id is None or role not in PARTNER_ROLES or partner == partner_id:
                found.add(role)
        return frozenset(found)


def standing(person: Person, network: Network) -> Standing:
    """What this person is in this network today; remembered on the person for the request. Two database queries."""
    if not getattr(person, "is_authenticated", False):
        return Standing()
    remembered: dict[Any, Standing] = person.__dict__.setdefault(_REMEMBERED, {})
    today = timezone.localdate()
    key = (network.pk, today)
    if key not in remembered:
        remembered[key] = _standing(person, network, today)
    return remembered[key]


def forget_standing(person: Person) -> None:
    """Look again at the next question, because a seat or membership of this person changed."""
    person.__dict__.pop(_REMEMBERED, None)


def _standing(person: Person, network: Network, today: date) -> Standing:
    who: dict[str, UUID | date] = {"network": network.pk, "person": person.pk, "today": today}
    memberships = tuple((Role(held.role), held.partner_id) for held in _memberships(**who))
    if not memberships:
        return Standing()
    return Standing(memberships, tuple(_seat_info(tenure) for tenure in _tenures(**who)))


@written_once(network=UUID, person=UUID, today=date)
def _memberships(network: UUID, person: UUID, today: date) -> QuerySet[Membership]:
    """The places of a person in a network on a day."""
    held = Membership.objects.filter(network_id=network, person_id=person).held_on(today)
    return held.order_by("from_on", "id").only("role", "partner_id")


@written_once(network=UUID, person=UUID, today=date)
def _tenures(network: UUID, person: UUID, today: date) -> QuerySet[SeatTenure]:
    """The seats of a person on a day, as far as seat and body exist then."""
    bodies = Body.objects.filter(network_id=network).open_on(today)
    seats = Seat.objects.filter(network_id=network).held_on(today).filter(body__in=bodies)
    return (
        SeatTenure.objects.filter(network_id=network, person_id=person, seat__in=seats.values("pk"))
        .held_on(today)
        .order_by("seat__body__position", "seat__body__name", "seat__position")
        .annotate(
            body_id=F("seat__body_id"),
            partner_id=F("seat__partner_id"),
            name=F("seat__name"),
            is_chair=F("seat__is_chair"),
            is_secretary=F("seat__is_secretary"),
            is_voting=F("seat__is_voting"),
        )
        .only("kind", "seat_id")
    )


def _seat_info(tenure: Any) -> SeatInfo:
    return SeatInfo(
        seat_id=tenure.seat_id,
        body_id=tenure.body_id,
        partner_id=tenure.partner_id,
        name=tenure.name,
        is_chair=tenure.is_chair,
        is_secretary=tenure.is_secretary,
        is_voting=tenure.is_voting,
        kind=tenure.kind,
    )


def holds(
    person: Person | None,
    permission: Permission,
    network: Network,
    *,
    body: Body | None = None,
    partner: Partner | None = None,
) -> bool:
    """Whether a person may do this here; ``None`` is the platform itself, working for this network."""
    if person is None:
        return is_platform(None, network)
    roles = standing(person, network).roles_for(
        body_id=body.pk if body is not None else None, partner_id=partner.pk if partner is not None else None
    )
    return bool(roles & RIGHTS[permission])


def why_not(
    person: Person | None,
    permission: Permission,
    network: Network,
    *,
    body: Body | None = None,
    partner: Partner | None = None,
) -> str | None:
    """Why a person may not do this, and who may; or None."""
    if holds(person, permission, network, body=body, partner=partner):
        return None
    who = who_may(permission)
    words = {"who": who, "what": WORDS[permission], "body": body, "partner": partner}
    if partner is not None and RIGHTS[permission] & PARTNER_ROLES:
        reason = _("Alleen %(who)s kan %(what)s.") % words
        return NotYours(reason.replace(_("een partner"), str(partner)))
    if body is not None and RIGHTS[permission] & SEAT_ROLES:
        return NotYours(_("Alleen %(who)s kan %(what)s. Het gaat hier om %(body)s.") % words)
    return NotYours(_("Alleen %(who)s kan %(what)s.") % words)


def who_may(permission: Permission) -> str:
    """The roles that hold a permission, as one phrase."""
    names = [str(role.label) for role in Role if role in RIGHTS[permission]]
    if len(names) == 1:
        return names[0]
    return _("%(first)s of %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
