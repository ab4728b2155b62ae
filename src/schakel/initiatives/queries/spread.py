"""How far what becomes ordinary care is spread: by partner, and by area on a schematic map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from schakel.initiatives.models import Initiative, InitiativeArea
from schakel.initiatives.rules import Share, Spread, reach, spread_of, summed
from schakel.network.models import Area, Partner, PartnerArea

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.people.models import Person


#: How much is in use, as the component of states knows it; and how wide a bar of all of it is.
LOOKS = {
    Spread.NOTHING: "adoption_not_started",
    Spread.PART: "adoption_started",
    Spread.ALL: "adoption_in_use",
}
WIDTH = 600


@dataclass(frozen=True)
class Adopted:
    """One initiative with how much of it each partner that takes it over uses."""

    initiative: Initiative
    shares: Mapping[Partner, Share]


@dataclass(frozen=True)
class PlaceShare:
    """How much of one initiative is in use somewhere; None for who does not take it over."""

    initiative: Initiative
    share: Share | None

    @property
    def spread(self) -> Spread | None:
        """In words: nothing, a part, or everything in use."""
        return spread_of(self.share) if self.share else None

    @property
    def state(self) -> str:
        """As the component of states shows it."""
        return LOOKS[self.spread] if self.spread else "adoption_not_applicable"


@dataclass(frozen=True)
class PartnerRow:
    """One partner with each initiative that becomes ordinary care."""

    partner: Partner
    cells: Sequence[PlaceShare]


@dataclass(frozen=True)
class Tile:
    """One area on the map: how much is in use by the partners that work there, together and by initiative."""

    area: Area
    share: Share
    parts: Sequence[PlaceShare]

    @property
    def width(self) -> int:
        """How much of the bar is full."""
        return round(WIDTH * self.share.adopted / self.share.all) if self.share.all else 0


def partner_rows(adopted: Sequence[Adopted]) -> list[PartnerRow]:
    """The matrix of partners and initiatives; what nobody takes over has no column. No database query."""
    columns = [one for one in adopted if one.shares]
    partners = {partner.pk: partner for one in columns for partner in one.shares}
    ordered = sorted(partners.values(), key=lambda one: (one.position, one.name))
    return [
        PartnerRow(partner, [PlaceShare(one.initiative, one.shares.get(partner)) for one in columns])
        for partner in ordered
    ]


def tiles_of(person: Person, network: Network, adopted: Sequence[Adopted]) -> list[Tile]:
    """The map: each area in which no other lies. Three database queries.

    An initiative counts in the areas where it takes place, everywhere when it names none; a partner in the areas in
    which it works, everywhere when it names none. Who works in a region works in each area of it.
    """
    areas = list(Area.objects.visible_to(person).of(network).order_by("position", "name"))
    parents = {one.pk: one.parent_id for one in areas}
    leaves = [one for one in areas if one.pk not in set(parents.values())]
    placed = _by_owner(
        InitiativeArea.objects.visible_to(person)
        .filter(initiative__in=[one.initiative for one in adopted])
        .values_list("initiative_id", "area_id")
    )
    works = _by_owner(
        PartnerArea.objects.visible_to(person)
        .filter(partner__in={partner.pk for one in adopted for partner in one.shares})
        .values_list("partner_id", "area_id")
    )
    if len(leaves) < 2:
        return []
    found = []
    for area in leaves:
        here = reach(area.pk, parents)
        parts = []
        for one in adopted:
            if (places := placed.get(one.initiative.pk)) and not places & here:
                continue
            shares = [
                share
                for partner, share in one.shares.items()
                if not (own := works.get(partner.pk)) or own & here
            ]
            if shares:
                parts.append(PlaceShare(one.initiative, summed(shares)))
        found.append(Tile(area, summed([one.share for one in parts if one.share]), parts))
    return found


def _by_owner(rows: object) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for owner, area in rows:  # type: ignore[attr-defined]  # pairs out of values_list
        found[owner].add(area)
    return found
