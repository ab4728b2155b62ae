"""Who is who in the demo, and the mail that would have gone out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from schakel.network.models import Network
from schakel.notices.models import Mail
from schakel.people.models import Person
from schakel.tenancy.context import all_networks, system


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


@dataclass(frozen=True)
class DemoMail:
    """A mail as the page of the demo shows it."""

    id: UUID
    at: datetime
    address: str
    network_name: str
    subject: str
    text: str


def outbox(*, limit: int = 50) -> list[DemoMail]:
    """The newest mail of the demo. A query for each network, and one more."""
    found: list[DemoMail] = []
    for network_id in all_networks():
        with system(network_id):
            mails = Mail.objects.select_related("network").order_by("-made_at")[:limit]
            found += [
                DemoMail(one.pk, one.made_at, one.address, one.network.name, one.subject, one.text)
                for one in mails
            ]
    return sorted(found, key=lambda one: one.at, reverse=True)[:limit]
