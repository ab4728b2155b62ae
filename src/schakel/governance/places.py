"""Where the things lie that bodies decide about: the apps that know those things say so when Django starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q

if TYPE_CHECKING:
    from schakel.network.models import Network
    from schakel.network.queries import ChosenArea

#: The ids of the things of one kind that lie in any of these areas of a network, or with None in any area at all.
ThingsIn = Callable[["Network", frozenset[UUID] | None], Any]

_things: list[ThingsIn] = []


def know_where_things_lie(things: ThingsIn) -> None:
    """Let an app above this one say where the things lie that bodies decide about."""
    _things[:] = [*(one for one in _things if one != things), things]


def about_things(network: Network, areas: frozenset[UUID] | None) -> Q:
    """Rows with a subject that lies in any of these areas. No database query of its own."""
    found = Q(pk__in=[])
    for things in _things:
        found |= Q(subject_id__in=things(network, areas))
    return found


def decided_in(network: Network, area: ChosenArea) -> Q:
    """Which decisions are meant: each lies where its subject lies, or else where the group that decides works."""
    placed = about_things(network, None)
    here = about_things(network, area.within) | (~placed & Q(body__area__in=area.within))
    of_a_wide_body = Q(body__area__isnull=True) | Q(body__area__in=area.around)
    return area.pick(here=here, beyond=about_things(network, area.around) | (~placed & of_a_wide_body))
