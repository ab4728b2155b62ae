"""Whose eyes a page has: a member sees the rows of the network, anyone else what a listed network publishes."""

from typing import Any

from schakel.network.models import Network
from schakel.people.models import Person


def is_member(person: Any, network: Network) -> bool:
    """Whether who looks is a member of this network today. At most one database query for each request."""
    return isinstance(person, Person) and network.pk in person.network_ids


def seen(model: Any, person: Any, network: Network) -> Any:
    """The rows of a network for who looks: members see all, anyone else what is published."""
    if is_member(person, network):
        return model.objects.visible_to(person).of(network)
    return model.objects.published().of(network)
