"""Who only reads along in a network, asked together with the network itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from schakel.governance.models import Body, Seat, SeatTenure
from schakel.governance.permissions import RIGHTS, Permission
from schakel.network.models import Membership


def with_reading_along(networks: QuerySet, person: Any, today: date) -> QuerySet:
    """Give each network ``reads_along``: whether this person may submit no idea in it today. No query of its own.

    Who may, may by the one table: by a membership with such a role, or by a seat, as every role of a seat may.
    """
    roles = sorted(RIGHTS[Permission.SUBMIT_IDEA])
    own = {"network": OuterRef("pk"), "person": person}
    memberships = Membership.objects.filter(role__in=roles, **own).held_on(today)
    seats = Seat.objects.held_on(today).filter(body__in=Body.objects.open_on(today).values("pk"))
    tenures = SeatTenure.objects.filter(seat__in=seats.values("pk"), **own).held_on(today)
    return networks.annotate(reads_along=~Exists(memberships) & ~Exists(tenures))
