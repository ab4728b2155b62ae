"""The views of the portfolio that somebody can open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from schakel.initiatives.models import FirstView, PortfolioView
from schakel.tenancy.written import written_once

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


def portfolio_views(person: Person, network: Network) -> list[Any]:
    """Own views and those of the network by name, each with ``is_first``. One database query."""
    return list(_views(network=network.pk, person=person.pk))


@written_once(network=UUID, person=UUID)
def _views(network: UUID, person: UUID) -> QuerySet[PortfolioView]:
    """What a person can open, and which of it they open first."""
    first = FirstView.objects.filter(network_id=network, person_id=person, view=OuterRef("pk"))
    rows = PortfolioView.objects.filter(Q(is_shared=True) | Q(person_id=person), network_id=network)
    return rows.annotate(is_first=Exists(first)).order_by("is_shared", "name")
