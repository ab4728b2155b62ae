"""The smallest valid networks, partners, members and agreements; each made by the platform itself."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from schakel.network import actions
from schakel.network.models import (
    Agreement,
    AgreementParty,
    Area,
    CriteriaSet,
    Membership,
    Network,
    Organisation,
    Partner,
    Theme,
)
from schakel.network.rules import AreaKind, CriterionText, OrganisationKind, Role
from schakel.people.models import Person
from schakel.tenancy.context import system

_numbers = itertools.count(1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def make_network(slug: str = "", *, created_at: datetime = LONG_AGO, **facts: Any) -> Network:
    """A listed network with a name, and nothing in it yet; it has worked with Schakel for a long time."""
    number = next(_numbers)
    slug = slug or f"netwerk-{number}"
    made = actions.found_network(
        slug=slug, **{"name": f"Netwerk {number}", "region": "Twente", "is_listed": True, **facts}
    )
    with transaction.atomic(), system(made.pk):
        Network.objects.filter(pk=made.pk).update(created_at=created_at)
    made.created_at = created_at
    return made


def make_person(name: str = "", **fields: Any) -> Person:
    """Someone who can sign in, without any membership."""
    number = next(_numbers)
    return Person.objects.create_user(
        email=fields.pop("email", f"persoon{number}@voorbeeld.test"),
        name=name or f"Persoon {number}",
        **fields,
    )


@transaction.atomic
def make_partner(network: Network, key: str = "", **facts: Any) -> Partner:
    """A hospital that is partner of the network."""
    key = key or f"partner-{next(_numbers)}"
    with system(network.pk):
        return actions.add_partner(
            network,
            by=None,
            key=key,
            **{"name": key.replace("-", " ").title(), "kind": OrganisationKind.HOSPITAL, **facts},
        )


@transaction.atomic
def make_crowd(network: Network, n: int) -> list[Partner]:
    """Many partners at once, each with a representative and an agreement that it is party to: for counting queries."""
    numbers = [next(_numbers) for _one in range(n)]
    with system(network.pk):
        organisations = Organisation.objects.bulk_create(
            Organisation(key=f"menigte-{number}", name=f"Partner {number}", kind="hospital")
            for number in numbers
        )
        partners = Partner.objects.bulk_create(
            Partner(network=network, organisation=one, name=one.name, slug=one.key, kind=one.kind)
            for one in organisations
        )
        people = Person.objects.bulk_create(
            Person(email=f"menigte{number}@voorbeeld.test", name=f"Persoon {number}") for number in numbers
        )
        Membership.objects.bulk_create(
            Membership(
                network=network,
                person=person,
                partner=partner,
                role=Role.REPRESENTATIVE,
                from_on=date(2020, 1, 1),
            )
            for person, partner in zip(people, partners, strict=True)
        )
        agreements = Agreement.objects.bulk_create(
            Agreement(network=network, title=f"Afspraak {number}", slug=f"afspraak-{number}", kind="other")
            for number in numbers
        )
        AgreementParty.objects.bulk_create(
            AgreementParty(network=network, agreement=agreement, partner=partner)
            for agreement, partner in zip(agreements, partners, strict=True)
        )
    return partners


@transaction.atomic
def make_membership(
    network: Network,
    role: str = Role.PROFESSIONAL,
    *,
    person: Person | None = None,
    partner: Partner | None = None,
    **facts: Any,
) -> Membership:
    """A person's role in the network since the first day of 2020."""
    if role == Role.REPRESENTATIVE and partner is None:
        partner = make_partner(network)
    person = person or make_person()
    with system(network.pk):
        return actions.add_membership(
            network,
            by=None,
            person=person,
            role=role,
            partner=partner,
            **{"from_on": date(2020, 1, 1), **facts},
        )


def make_member(
    network: Network, role: str = Role.PROFESSIONAL, *, partner: Partner | None = None, name: str = ""
) -> Person:
    """A person who has this role in the network; forget what it knew of its networks."""
    person = make_person(name)
    make_membership(network, role, person=person, partner=partner)
    person.__dict__.pop("network_ids", None)
    return person


@transaction.atomic
def make_members(network: Network, n: int, role: str = Role.PROFESSIONAL) -> list[Person]:
    """So many people with this role since the first day of 2020, made at once and without a line in the journal."""
    numbers = [next(_numbers) for _one in range(n)]
    no_password = make_password(None)
    people = Person.objects.bulk_create(
        Person(email=f"persoon{number}@voorbeeld.test", name=f"Persoon {number}", password=no_password)
        for number in numbers
    )
    with system(network.pk):
        Membership.objects.bulk_create(
            Membership(network=network, person=person, role=role, from_on=date(2020, 1, 1))
            for person in people
        )
    return people


@transaction.atomic
def make_theme(network: Network, slug: str = "ouderenzorg", **facts: Any) -> Theme:
    """A theme of the network."""
    with system(network.pk):
        return actions.put_theme(network, by=None, slug=slug, **{"name": slug.capitalize(), **facts})[0]


@transaction.atomic
def make_area(network: Network, slug: str = "almelo", **facts: Any) -> Area:
    """A municipality in the network."""
    with system(network.pk):
        return actions.put_area(
            network, by=None, slug=slug, **{"name": slug.capitalize(), "kind": AreaKind.MUNICIPALITY, **facts}
        )[0]


@transaction.atomic
def make_agreement(network: Network, slug: str = "overeenkomst", **facts: Any) -> Agreement:
    """An agreement without parties or term."""
    with system(network.pk):
        return actions.add_agreement(
            network,
            by=None,
            slug=slug,
            **{"title": "Samenwerkingsovereenkomst", "kind": "cooperation", **facts},
        )


@transaction.atomic
def make_criteria(network: Network, *, kind: str = "yes_no", n: int = 2, **facts: Any) -> CriteriaSet:
    """A criteria set of a few questions, valid since always."""
    criteria = [
        CriterionText(code=f"C{number}", text=f"Vraag {number}", weight=None) for number in range(1, n + 1)
    ]
    with system(network.pk):
        return actions.new_criteria_version(
            network, by=None, kind=kind, **{"name": "Toets", "criteria": criteria, **facts}
        )
