"""The network of an address, with all that each of its pages asks of it, in one question."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, QuerySet
from django.utils import timezone

from schakel.governance.queries.reading_along import with_reading_along
from schakel.network.models import Network
from schakel.notices.queries import with_unread
from schakel.people.models import Person
from schakel.tenancy import context
from schakel.tenancy.written import written_once


def network_at(slug: str, person: Any) -> Network | None:
    """The network with this address as who looks may see it, with its pulse. One database query.

    For who is signed in it comes with their memberships, the number at their bell, whether they only read along and
    whether they have a second factor (now, and not when they signed in), so these cost nothing more.
    Partners can only be counted by someone: nobody looks at a network that does not let itself be listed.
    """
    if not isinstance(person, Person):
        networks = Network.objects.with_size() if context.current() else Network.objects.all()
        return networks.filter(slug=slug).with_pulse().first()
    found = _of_a_person(address=slug, person=person.pk, today=timezone.localdate())
    return next(iter(found), None)


@written_once(address=str, person=UUID, today=date)
def _of_a_person(address: str, person: UUID, today: date) -> QuerySet[Network]:
    """The network at an address with all that its pages ask of it."""
    networks = Network.objects.with_size().filter(slug=address).with_pulse().with_memberships()
    networks = networks.annotate(has_second_factor=Exists(Authenticator.objects.filter(user=person)))
    return with_reading_along(with_unread(networks, person), person, today)
