"""Which stations of the chain are which partners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from schakel.carechain.models import ChainLink, ChainStation, EventLog
from schakel.carechain.rules import Level
from schakel.governance.permissions import standing
from schakel.network.models import Partner
from schakel.network.rules import PartnerStatus

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


@dataclass(frozen=True)
class Station:
    """An organisation of the newest log, and which partner it is.

    is_chosen: somebody said so; otherwise it is the partner of the same name, or nobody knows.
    """

    name: str
    partner: Partner | None
    is_chosen: bool


def partners_to_couple(network: Network, person: Person) -> list[Partner]:
    """Everyone that a station can be: partners, their members, listeners and participants. One database query."""
    rows = Partner.objects.visible_to(person).of(network)
    return list(rows.exclude(status__in=(PartnerStatus.LEFT, PartnerStatus.CANDIDATE)).order_by("name"))


def stations(network: Network, person: Person) -> list[Station]:
    """The organisations in the newest log, by name. Four database queries."""
    log = EventLog.objects.visible_to(person).of(network).ready().light().first()
    if log is None:
        return []
    ends = ChainLink.objects.visible_to(person).filter(log=log, level=Level.ORGANISATION, cut=None)
    names = {name for ends_of in ends.values_list("source", "target") for name in ends_of}
    chosen = ChainStation.objects.visible_to(person).of(network).select_related("partner")
    said = {one.name: one.partner for one in chosen}
    alike = {one.name.casefold(): one for one in partners_to_couple(network, person)}
    return [
        Station(name, said[name] if name in said else alike.get(name.casefold()), name in said)
        for name in sorted(names, key=str.casefold)
    ]


def own_stations(network: Network, person: Person) -> frozenset[str]:
    """The names of the organisations that this person is of, as they may stand in a log. Four database queries."""
    ids = standing(person, network).partner_ids
    mine = dict(
        Partner.objects.of(network).filter(Q(pk__in=ids) | Q(member_of__in=ids)).values_list("pk", "name")
    )
    said = {
        name.casefold(): partner
        for name, partner in ChainStation.objects.of(network).values_list("name", "partner")
    }
    alike = {name.casefold() for name in mine.values()} - set(said)
    return frozenset(alike | {name for name, partner in said.items() if partner in mine})
