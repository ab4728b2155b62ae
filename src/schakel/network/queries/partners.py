"""Readings about partners: the register of a network and one partner as the network knows it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch

from schakel.network.models import AgreementParty, Area, Membership, Network, Partner
from schakel.network.queries.places import ChosenArea
from schakel.network.queries.seen import seen
from schakel.network.rules import COUNTED_AS_PARTNER, OrganisationKind, PartnerStatus, Role
from schakel.people.models import Person


@dataclass(frozen=True)
class PartnerRow:
    """A partner with the organisations that stand under it, where it works, and where they do."""

    partner: Partner
    members: Sequence[Partner] = ()
    areas: Sequence[Area] = ()
    areas_of_members: Sequence[Area] = ()

    @property
    def places(self) -> set[UUID]:
        """Where it works, itself or through a member."""
        return {area.pk for area in (*self.areas, *self.areas_of_members)}


@dataclass(frozen=True)
class PartnerRegister:
    """Who is in a network, apart by how they stand in it; ``n_partners`` counts before any filter.

    n_beyond: how many more fit, that work in a larger area than the chosen one or are bound to none.
    """

    n_partners: int
    partners: Sequence[PartnerRow]
    listeners: Sequence[PartnerRow]
    candidates: Sequence[PartnerRow]
    participants: Sequence[PartnerRow]
    left: Sequence[PartnerRow]
    kinds: Sequence[tuple[str, str]]
    n_beyond: int = 0

    @property
    def n_found(self) -> int:
        """How many organisations the filters left, members under a partner not counted."""
        sections = (self.partners, self.listeners, self.candidates, self.participants, self.left)
        return sum(len(section) for section in sections)


@dataclass(frozen=True)
class PartnerProfile:
    """What the network itself knows of one partner; seats and promises come from the apps above."""

    partner: Partner
    members: Sequence[Partner]
    people: Sequence[Membership]
    parties: Sequence[AgreementParty]
    elsewhere: Sequence[Partner]
    areas: Sequence[Area] = ()


def partner_register(
    network: Network, person: Any, *, q: str = "", kind: str = "", area: ChosenArea | None = None
) -> PartnerRegister:
    """Who is in the network, filtered by words, kind and area. Two database queries, however many partners."""
    places = Prefetch(
        "areas", to_attr="places"
    )  # a plain list: the manager of a relation costs more than its rows
    rows = list(seen(Partner, person, network).prefetch_related(places))
    works_in: dict[Any, Sequence[Area]] = {row.pk: getattr(row, str(places.to_attr)) for row in rows}
    members: dict[Any, list[Partner]] = defaultdict(list)
    for row in rows:
        if row.member_of_id is not None:
            members[row.member_of_id].append(row)
    tops = [
        PartnerRow(
            row,
            tuple(members[row.pk]),
            works_in[row.pk],
            [area for one in members[row.pk] for area in works_in[one.pk]],
        )
        for row in rows
        if row.member_of_id is None
    ]
    alike = [row for row in tops if _matches(row, q.strip().casefold(), kind)]
    found = [row for row in alike if area is None or area.holds(row.places)]
    beyond = area.only_beyond() if area else None

    def standing(*statuses: PartnerStatus) -> tuple[PartnerRow, ...]:
        return tuple(row for row in found if row.partner.status in statuses)

    present = {row.partner.kind for row in tops}
    return PartnerRegister(
        n_partners=sum(row.partner.status in COUNTED_AS_PARTNER for row in tops),
        partners=standing(PartnerStatus.OWNER, PartnerStatus.PARTNER),
        listeners=standing(PartnerStatus.LISTENER),
        candidates=standing(PartnerStatus.CANDIDATE),
        participants=standing(PartnerStatus.PARTICIPANT),
        left=standing(PartnerStatus.LEFT),
        kinds=tuple((value, str(label)) for value, label in OrganisationKind.choices if value in present),
        n_beyond=sum(beyond.holds(row.places) for row in alike) if beyond else 0,
    )


def partner_profile(network: Network, slug: str, person: Person, today: date) -> PartnerProfile | None:
    """One partner with its members, people, agreements, and areas, what it is in other networks. Six queries."""
    partner = (
        Partner.objects.visible_to(person)
        .of(network)
        .select_related("organisation", "member_of", "network")
        .filter(slug=slug)
        .first()
    )
    if partner is None:
        return None
    people = (
        Membership.objects.visible_to(person)
        .filter(partner=partner)
        .held_on(today)
        .select_related("person")
        .order_by("role", "person__name")
    )
    parties = (
        AgreementParty.objects.visible_to(person)
        .filter(partner=partner)
        .select_related("agreement")
        .order_by("agreement__title")
    )
    elsewhere = (
        Partner.objects.visible_to(person)
        .filter(organisation_id=partner.organisation_id)
        .exclude(pk=partner.pk)
        .select_related("network")
        .order_by("network__name")
    )
    return PartnerProfile(
        partner=partner,
        members=tuple(Partner.objects.visible_to(person).filter(member_of=partner)),
        people=tuple(people),
        parties=tuple(parties),
        elsewhere=tuple(elsewhere),
        areas=tuple(partner.areas.all()),
    )


def pulses_elsewhere(person: Person) -> tuple[int, ...]:
    """What changes with any row of any network of this person, for a page that tells of them. One database query."""
    found = Network.objects.visible_to(person).with_pulse().order_by("pk")
    return tuple(network.pulse for network in found)  # type: ignore[attr-defined]  # annotated


def partner_choices(network: Network, person: Person) -> list[Partner]:
    """Partners in the full sense, by name, for a field that chooses one. One database query."""
    return list(Partner.objects.visible_to(person).of(network).counted().order_by("name"))


def _matches(row: PartnerRow, q: str, kind: str) -> bool:
    if kind and row.partner.kind != kind:
        return False
    names = [one.name for one in (row.partner, *row.members)]
    return not q or any(q in name.casefold() for name in names)


def people(network: Network, person: Person, today: date) -> list[Membership]:
    """Every membership that holds today or begins later, by name. One database query."""
    rows = Membership.objects.visible_to(person).of(network).select_related("person", "partner")
    rows = rows.exclude(until_on__lte=today)
    return list(rows.order_by("person__name", "from_on"))


def partners_of(person: Person, network: Network, today: date) -> frozenset[UUID]:
    """The partners a person speaks for today. One database query."""
    held = Membership.objects.visible_to(person).of(network).filter(person=person).held_on(today)
    return frozenset(held.filter(role=Role.REPRESENTATIVE).values_list("partner_id", flat=True))


def takes_part_elsewhere(partner: Partner) -> bool:
    """Whether the organisation takes part in another network too; not in which. One database query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select tenancy.takes_part_elsewhere(%s, %s)", [partner.organisation_id, partner.network_id]
        )
        return bool(cursor.fetchone()[0])
