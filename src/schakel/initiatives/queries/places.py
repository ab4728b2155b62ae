"""Where initiatives lie, told to governance, which knows them only as what its decisions are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from schakel.initiatives.models import InitiativeArea

if TYPE_CHECKING:
    from schakel.network.models import Network


def initiatives_in(network: Network, areas: frozenset[UUID] | None) -> Any:
    """The ids of initiatives in any of these areas, or with None of those that are placed at all; to use in a query."""
    placed = InitiativeArea.objects.of(network)
    placed = placed if areas is None else placed.filter(area__in=areas)
    return placed.values("initiative_id")
