"""One partner from every side: what the network knows, its seats, what it promised and where it takes part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from schakel.governance.models import ConsentRequest, Seat, SeatTenure
from schakel.governance.queries import open_consents
from schakel.governance.rules import TenureKind
from schakel.initiatives.queries import Card, PromiseRow, portfolio, promises_of
from schakel.network.queries import PartnerProfile, partner_profile

if TYPE_CHECKING:
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person

#: More initiatives than this a partner page does not name; the portfolio shows them all.
MOST_INITIATIVES = 20


@dataclass(frozen=True)
class SeatOfPartner:
    """A seat that belongs to a partner, and who sits there."""

    seat: Seat
    holder: Person | None
    deputy: Person | None


@dataclass(frozen=True)
class PartnerPage:
    """Everything the page of a partner shows."""

    profile: PartnerProfile
    seats: Sequence[SeatOfPartner]
    promises: Sequence[PromiseRow]
    consents: Sequence[ConsentRequest]
    initiatives: Sequence[Card]
    n_initiatives: int

    @property
    def n_late(self) -> int:
        """How many promises are too late."""
        return sum(promise.is_late for promise in self.promises)


def partner_page(network: Network, slug: str, person: Person, today: date) -> PartnerPage | None:
    """The partner at this address for who looks, or None. A constant number of database queries, at most 25."""
    profile = partner_profile(network, slug, person, today)
    if profile is None:
        return None
    partner = profile.partner
    found = portfolio(person, network, today=today, partner=slug, per_page=MOST_INITIATIVES)
    return PartnerPage(
        profile=profile,
        seats=tuple(seats_of_partner(partner, person, today)),
        promises=tuple(promises_of(person, partner, today)),
        consents=tuple(open_consents(network, partner)),
        initiatives=tuple(found.cards),
        n_initiatives=found.n,
    )


def seats_of_partner(partner: Partner, person: Person, today: date) -> list[SeatOfPartner]:
    """The seats of a partner that exist today, with who sits there. Two database queries."""
    held = SeatTenure.objects.visible_to(person).held_on(today).select_related("person")
    seats = (
        Seat.objects.visible_to(person)
        .filter(partner=partner)
        .filter(Q(body__closed_on__isnull=True) | Q(body__closed_on__gt=today))
        .held_on(today)
        .select_related("body")
        .prefetch_related(Prefetch("tenures", queryset=held, to_attr="held_today"))
        .order_by("body__position", "body__name", "position")
    )
    return [
        SeatOfPartner(seat, _who(seat, TenureKind.HOLDER), _who(seat, TenureKind.DEPUTY)) for seat in seats
    ]


def _who(seat: Seat, kind: str) -> Person | None:
    held = seat.held_today  # type: ignore[attr-defined]  # to_attr: django-stubs forgets it outside the query
    return next((tenure.person for tenure in held if tenure.kind == kind), None)
