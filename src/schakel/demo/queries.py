"""Who is who in the demo."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from schakel.network.models import Network
from schakel.people.models import Person


@dataclass(frozen=True)
class DemoPerson:
    """A made-up person as the sign-in page of the demo shows them."""

    id: UUID
    name: str
    role_words: str
    network_name: str


def demo_people() -> list[DemoPerson]:
    """Return the made-up people in the order in which they were made. Two database queries."""
    names = dict(Network.objects.filter(is_listed=True).values_list("slug", "name"))
    people = (
        Person.objects.filter(is_demo=True, is_active=True)
        .exclude(demo_words="")
        .order_by("joined_at", "name")
    )
    return [
        DemoPerson(one.pk, one.name, one.demo_words, names.get(one.demo_network, one.demo_network))
        for one in people
    ]
