"""Readings about networks themselves, their areas and themes, and what they tell about themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from schakel.network.models import (
    Ambition,
    Area,
    ContributionTier,
    GrowthNeed,
    Network,
    NetworkEvent,
    Partner,
    Theme,
)
from schakel.network.queries.seen import seen
from schakel.network.queries.told import ToldFacts, ToldInitiative, told_facts, told_initiatives
from schakel.network.rules import GrowthStage
from schakel.people.models import Person
from schakel.tenancy.context import system


@dataclass(frozen=True)
class ListedNetwork:
    """A network as the front page names it, with how large it is."""

    network: Network
    n_partners: int
    n_themes: int


@dataclass(frozen=True)
class AreaNode:
    """An area and how deep it lies in the tree."""

    area: Area
    depth: int


@dataclass(frozen=True)
class About:
    """What a network tells about itself."""

    network: Network
    ambitions: Sequence[Ambition]
    themes: Sequence[Theme]
    areas: Sequence[AreaNode]
    events: Sequence[NetworkEvent]
    partners: Sequence[Partner]
    initiatives: Sequence[ToldInitiative]
    process: Sequence[dict[str, Any]]
    needs: Sequence[tuple[str, Sequence[GrowthNeed]]]
    tiers: Sequence[ContributionTier]
    facts: Sequence[ToldFacts]

    @property
    def n_partners(self) -> int:
        """How many partners in the full sense the network has."""
        return sum(partner.is_counted for partner in self.partners)


def listed_networks() -> list[ListedNetwork]:
    """The networks that anyone may read about, by name; made-up examples last. Two database queries."""
    with connection.cursor() as cursor:
        cursor.execute("select network_id, n_partners, n_themes from tenancy.listed_networks()")
        sizes = {network_id: (n_partners, n_themes) for network_id, n_partners, n_themes in cursor.fetchall()}
    networks = Network.objects.published().defer("facts").order_by("is_example", "name")
    return [ListedNetwork(network, *sizes.get(network.pk, (0, 0))) for network in networks]


def networks_of(person: Person) -> list[Network]:
    """The networks a person is a member of, by name. At most two database queries."""
    return list(Network.objects.visible_to(person).defer("facts").order_by("is_example", "name"))


def find_network(slug: str) -> Network | None:
    """The network with this address, listed or not: for the platform itself, which founds and loads networks.

    One database query when it is listed, else one more for every network that is not.
    """
    listed = Network.objects.published().filter(slug=slug).first()
    if listed is not None:
        return listed
    with connection.cursor() as cursor:
        cursor.execute("select tenancy.all_networks()")
        network_ids = cursor.fetchone()[0]
    for network_id in network_ids:
        with system(network_id):
            found = Network.objects.filter(pk=network_id, slug=slug).first()
        if found is not None:
            return found
    return None


def about(network: Network, person: Any) -> About:
    """What a network tells about itself, its history and the facts of its sources. Seven database queries."""
    themes_ = tuple(seen(Theme, person, network))
    areas_ = tuple(seen(Area, person, network))
    partners = tuple(seen(Partner, person, network))
    return About(
        network=network,
        ambitions=tuple(seen(Ambition, person, network)),
        themes=themes_,
        areas=tuple(area_tree(areas_)),
        events=tuple(seen(NetworkEvent, person, network)),
        partners=partners,
        initiatives=tuple(told_initiatives(network.facts.get("initiatives", ()), themes_, areas_, partners)),
        process=network.facts.get("process", ()),
        needs=tuple(_needs_by_stage(seen(GrowthNeed, person, network))),
        tiers=tuple(seen(ContributionTier, person, network)),
        facts=tuple(told_facts(network.facts.get("facts", ()))),
    )


def _needs_by_stage(needs: Iterable[GrowthNeed]) -> Iterable[tuple[str, list[GrowthNeed]]]:
    """The needs of each growth stage, in the order of the stages."""
    found = list(needs)
    for stage in GrowthStage:
        if of_stage := [need for need in found if need.stage == stage]:
            yield str(stage.label), of_stage


def themes(network: Network, person: Any) -> list[Theme]:
    """The themes of a network in their order. One database query."""
    return list(seen(Theme, person, network))


def areas(network: Network, person: Any) -> list[AreaNode]:
    """The areas of a network as a tree, each after the one it lies in. One database query."""
    return area_tree(seen(Area, person, network))


def area_tree(rows: Iterable[Area]) -> list[AreaNode]:
    """Put areas below the one they lie in, in their own order."""
    children: dict[Any, list[Area]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    found: list[AreaNode] = []

    def walk(parent: Any, depth: int) -> None:
        for area in children.get(parent, ()):
            found.append(AreaNode(area, depth))
            walk(area.pk, depth + 1)

    walk(None, 0)
    return found
