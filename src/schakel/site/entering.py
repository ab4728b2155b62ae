"""The network of an address, with all that each of its pages asks of it, in one question."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID

from schakel.network.models import Network
from schakel.notices.queries import with_unread
from schakel.people.models import Person
from schakel.tenancy import context

#: What stands in the question until it is asked.
_ADDRESS, _SOMEBODY = "het-adres", UUID(int=0)


def network_at(slug: str, person: Any) -> Network | None:
    """The network with this address as who looks may see it, with its pulse. One database query.

    For who is signed in it comes with their memberships and the number at their bell, so these cost nothing more.
    Partners can only be counted by someone: nobody looks at a network that does not let itself be listed.
    """
    if not isinstance(person, Person):
        networks = Network.objects.with_size() if context.current() else Network.objects.all()
        return networks.filter(slug=slug).with_pulse().first()
    sql, values = _question_of_a_person()
    own = {_ADDRESS: slug, _SOMEBODY: person.pk}
    return next(iter(Network.objects.raw(sql, [own.get(value, value) for value in values])), None)


@cache
def _question_of_a_person() -> tuple[str, tuple[Any, ...]]:
    """Put together once for all: that takes longer than the answer, and every page waits for it."""
    networks = Network.objects.with_size().filter(slug=_ADDRESS).with_pulse().with_memberships()
    return with_unread(networks, _SOMEBODY).query.sql_with_params()
