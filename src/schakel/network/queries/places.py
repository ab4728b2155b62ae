"""The area somebody looks at: what lies in it, what it lies in itself, and which rows of a list that leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from uuid import UUID

from django.db.models import Q

from schakel.network.models import Area
from schakel.network.queries.networks import AreaNode


class Reach(Enum):
    """How far somebody looks: the area only, also what concerns more than it, or only that."""

    HERE = "here"
    WIDE = "wide"
    BEYOND = "beyond"


@dataclass(frozen=True)
class ChosenArea:
    """An area of the tree that was chosen.

    within: the area and all that lies in it; around: all that it lies in.
    What has no area, or lies in an area around it, concerns more than this area alone.
    """

    area: Area
    within: frozenset[UUID]
    around: frozenset[UUID]
    reach: Reach = Reach.HERE

    @property
    def is_wide(self) -> bool:
        """Whether what concerns more than this area is shown too."""
        return self.reach is Reach.WIDE

    def only_beyond(self) -> ChosenArea:
        """The same area, to find only what concerns more than it."""
        return replace(self, reach=Reach.BEYOND)

    def rows(self, column: str) -> Q:
        """Which rows are meant, when each has its one area, or none, at this column."""
        beyond = Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__in": self.around})
        return self.pick(here=Q(**{f"{column}__in": self.within}), beyond=beyond)

    def pick(self, *, here: Q, beyond: Q) -> Q:
        """Which rows are meant, out of those that lie here and those that concern more; who does both lies here."""
        match self.reach:
            case Reach.HERE:
                return here
            case Reach.WIDE:
                return here | beyond
            case Reach.BEYOND:
                return ~here & beyond

    def holds(self, places: Iterable[UUID]) -> bool:
        """Whether something in these areas is meant; nowhere is everywhere. For lists that are filtered in memory."""
        found = set(places)
        is_here = not found.isdisjoint(self.within)
        is_beyond = not is_here and (not found or not found.isdisjoint(self.around))
        return {
            Reach.HERE: is_here,
            Reach.WIDE: is_here or is_beyond,
            Reach.BEYOND: is_beyond,
        }[self.reach]


def chosen_area(nodes: Iterable[AreaNode], slug: str, *, is_wide: bool = False) -> ChosenArea | None:
    """The area with this address in the tree, or None when there is no such area. No database query."""
    rows = {node.area.pk: node.area for node in nodes}
    area = next((one for one in rows.values() if one.slug == slug), None)
    if area is None:
        return None
    paths = {pk: set(_upward(one, rows)) for pk, one in rows.items()}
    return ChosenArea(
        area,
        within=frozenset(pk for pk, path in paths.items() if area.pk in path),
        around=frozenset(paths[area.pk] - {area.pk}),
        reach=Reach.WIDE if is_wide else Reach.HERE,
    )


def _upward(area: Area | None, rows: dict[UUID, Area]) -> Iterable[UUID]:
    """An area and all that it lies in."""
    while area is not None:
        yield area.pk
        area = rows.get(area.parent_id) if area.parent_id else None
