"""Saying which partner a station of the chain is: its people then see the links of that station in full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.carechain.models import ChainStation
from schakel.carechain.permissions import why_not_couple_stations
from schakel.carechain.queries import stations
from schakel.journal.actions import record
from schakel.web.refusal import Refused, allow

if TYPE_CHECKING:
    from schakel.network.models import Network, Partner
    from schakel.people.models import Person


@transaction.atomic
def couple_stations(network: Network, *, by: Person, partners: Mapping[str, Partner | None]) -> int:
    """Say of stations which partner each is (None: none of them); returns how many changed.

    partners: by the name of the station. What is meant already is left as it is.
    """
    allow(why_not_couple_stations(by, network))
    known = {one.name: one for one in stations(network, by)}
    if partners.keys() - known.keys():
        raise Refused(_("Er is intussen een nieuw logboek, met andere namen. Ververs de bladzijde."))
    if any(one is not None and one.network_id != network.pk for one in partners.values()):
        raise Refused(_("Deze partner is van een ander netwerk."))
    n_changed = 0
    for name, partner in sorted(partners.items()):
        before = known[name].partner
        if before == partner:
            continue
        made, _is_new = ChainStation.objects.update_or_create(
            network=network,
            name=name,
            defaults={"partner": partner, "coupled_by": by, "coupled_at": timezone.now()},
        )
        record(
            by=by,
            verb="coupled",
            about=made,
            data={"from": before.slug if before else "", "to": partner.slug if partner else ""},
        )
        n_changed += 1
    return n_changed
