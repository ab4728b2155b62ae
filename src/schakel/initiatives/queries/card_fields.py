"""What a card can show beside the usual: where it takes place, how many partners take part, what its plan costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, OuterRef, Sum

from schakel.initiatives.models import InitiativeArea, InitiativePartner, Plan
from schakel.network.models import Network


@dataclass(frozen=True)
class Beside:
    """For each initiative what was asked for; what was not asked for is empty."""

    areas: dict[UUID, list[str]] = field(default_factory=dict)
    n_partners: dict[UUID, int] = field(default_factory=dict)
    budget_eur: dict[UUID, Decimal] = field(default_factory=dict)


def beside(network: Network, ids: Sequence[UUID], fields: Collection[str]) -> Beside:
    """What some fields need, for all cards at once. One database query for each of the three."""
    return Beside(
        areas=_areas(network, ids) if "gebied" in fields else {},
        n_partners=_partners(network, ids) if "partners" in fields else {},
        budget_eur=_budgets(network, ids) if "begroot" in fields else {},
    )


def _areas(network: Network, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = InitiativeArea.objects.of(network).filter(initiative__in=ids).order_by("area__name")
    for initiative_id, name in rows.values_list("initiative_id", "area__name"):
        found[initiative_id].append(name)
    return found


def _partners(network: Network, ids: Sequence[UUID]) -> dict[UUID, int]:
    rows = InitiativePartner.objects.of(network).filter(initiative__in=ids).order_by()
    return dict(rows.values_list("initiative_id").annotate(n=Count("pk")))


def _budgets(network: Network, ids: Sequence[UUID]) -> dict[UUID, Decimal]:
    """What the newest version of each plan costs, as on its page of money; a plan without money is not named."""
    newest = Plan.objects.of(network).filter(initiative=OuterRef("initiative")).order_by("-version")
    rows = Plan.objects.of(network).filter(
        initiative__in=ids, version=newest.values("version")[:1], budget_lines__amount_eur__gt=0
    )
    return dict(rows.values_list("initiative_id").annotate(eur=Sum("budget_lines__amount_eur")).order_by())
