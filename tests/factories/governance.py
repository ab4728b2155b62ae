"""The smallest valid bodies, seats, mandates, meetings and decisions, and a whole group that can decide."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from schakel.governance import actions
from schakel.governance.models import Body, Decision, Mandate, Meeting, Seat, SeatTenure
from schakel.governance.permissions import forget_standing
from schakel.governance.rules import BodyKind, Choice, Method, SeatVote, TenureKind
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.tenancy import context
from tests.factories.network import make_member, make_members, make_membership, make_network, make_person

_numbers = itertools.count(1)
LONG_AGO = date(2020, 1, 1)


@contextmanager
def looking(person: Person) -> Iterator[Person]:
    """Look as this person, as a request of theirs does: one transaction, nothing remembered from before."""
    person.__dict__.pop("network_ids", None)
    forget_standing(person)
    with transaction.atomic(), context.person(person.pk):
        yield person


@contextmanager
def as_platform(network: Network) -> Iterator[None]:
    """Work as the platform itself for one network."""
    with transaction.atomic(), context.system(network.pk):
        yield


def make_body(network: Network, name: str = "", **facts: Any) -> Body:
    """A theme group that decides by consent."""
    name = name or f"Groep {next(_numbers)}"
    with as_platform(network):
        return Body.objects.create(
            network=network,
            **{
                "name": name,
                "slug": actions.bodies.free_slug(network, name),
                "kind": BodyKind.THEME_GROUP,
                **facts,
            },
        )


def make_seat(body: Body, name: str = "", **facts: Any) -> Seat:
    """A voting seat with the next number."""
    with as_platform(body.network):
        position = (body.seats.aggregate(last=Max("position"))["last"] or 0) + 1
        return Seat.objects.create(
            network=body.network,
            body=body,
            **{"name": name or f"Zetel {position}", "position": position, **facts},
        )


def make_tenure(seat: Seat, person: Person | None = None, **facts: Any) -> SeatTenure:
    """A member of the network who sits on the seat since the first day of 2020."""
    if person is None:
        person = make_person()
        make_membership(seat.network, person=person)
    forget_standing(person)
    with as_platform(seat.network):
        return SeatTenure.objects.create(
            network=seat.network, seat=seat, person=person, **{"from_on": LONG_AGO, **facts}
        )


def make_mandate(body: Body, *types: str, **facts: Any) -> Mandate:
    """A mandate since 2020 for starting initiatives, without limits."""
    with as_platform(body.network):
        return Mandate.objects.create(
            network=body.network,
            body=body,
            decision_types=list(types) or ["p3"],
            **{"valid_from": LONG_AGO, "note": "Uit een test.", **facts},
        )


@dataclass
class Group:
    """A body with a chair, members, and a secretary without a vote; they and their seats by number."""

    body: Body
    seats: list[Seat]
    people: list[Person]
    secretary: Person
    meetings: list[Meeting] = field(default_factory=list)

    @property
    def network(self) -> Network:
        """The network of the body."""
        return self.body.network

    @property
    def chair(self) -> Person:
        """Who sits on the first seat."""
        return self.people[0]

    def votes(self, letters: str) -> list[SeatVote]:
        """Votes from letters: f for, a against, o abstention, b objection, r recused, x not there, s silent."""
        return [
            vote for seat, letter in zip(self.seats, letters, strict=True) if (vote := _said(seat.pk, letter))
        ]

    def present(self, letters: str) -> dict[UUID, UUID | None]:
        """Who was there, from the same letters."""
        pairs = zip(self.seats, self.people, letters, strict=True)
        return {seat.pk: None if letter == "x" else person.pk for seat, person, letter in pairs}


def _said(seat_id: UUID, letter: str) -> SeatVote | None:
    choice = {"f": Choice.FOR, "a": Choice.AGAINST, "o": Choice.ABSTAIN, "b": Choice.OBJECTION}.get(letter)
    if letter == "r":
        return SeatVote(seat_id, reason="Het gaat om ons eigen geld.", is_recused=True)
    return SeatVote(seat_id, choice, reason="Het kan niet zo." if letter == "b" else "") if choice else None


def make_group(
    network: Network | None = None, n: int = 3, *, method: str = Method.MAJORITY, **facts: Any
) -> Group:
    """A group of ``n`` voting members, the first in the chair, and a secretary."""
    network = network or make_network()
    body = make_body(network, method=method, **facts)
    *people, secretary = make_members(network, n + 1)
    with as_platform(network):
        *seats, desk = Seat.objects.bulk_create(
            [
                *(
                    Seat(
                        network=network,
                        body=body,
                        name=f"Zetel {i}",
                        position=i,
                        is_chair=i == 1,
                        is_voting=True,
                    )
                    for i in range(1, n + 1)
                ),
                Seat(
                    network=network,
                    body=body,
                    name="Secretaris",
                    position=n + 1,
                    is_voting=False,
                    is_secretary=True,
                ),
            ]
        )
        SeatTenure.objects.bulk_create(
            SeatTenure(network=network, seat=seat, person=person, from_on=LONG_AGO)
            for seat, person in zip([*seats, desk], [*people, secretary], strict=True)
        )
    return Group(body, seats, people, secretary)


def make_deputy(seat: Seat) -> Person:
    """A member who may stand in for the holder of a seat."""
    deputy = make_member(seat.network)
    make_tenure(seat, deputy, kind=TenureKind.DEPUTY)
    return deputy


def make_meeting(group: Group, starts_at: datetime | None = None, **facts: Any) -> Meeting:
    """A meeting of the group that began an hour ago; in the first hour of a day, when that day began."""
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    starts_at = starts_at or max(timezone.now() - timedelta(hours=1), midnight)
    if timezone.localdate(starts_at) < timezone.localdate():
        facts.setdefault("late_reason", "De secretaris was ziek.")
    with looking(group.secretary) as secretary:
        return actions.plan_meeting(group.body, by=secretary, starts_at=starts_at, **facts)


def make_decision(group: Group, *, by: Person | None = None, **facts: Any) -> Decision:
    """A proposal to start something, before the group in a meeting of today; ``meeting=None`` leaves it waiting."""
    if "meeting" not in facts and "closes_at" not in facts:
        facts["meeting"] = make_meeting(group)
    with looking(by or group.secretary) as person:
        return actions.open_decision(
            group.body, by=person, **{"type": "p3", "title": "Begin de proef", **facts}
        )


def decide(group: Group, decision: Decision, letters: str, **facts: Any) -> Decision:
    """The secretary records who was there and what they said, and closes the decision."""
    with looking(group.secretary) as secretary:
        decision.refresh_from_db()
        actions.record_attendance(decision.meeting, by=secretary, present=group.present(letters))
        actions.record_votes(decision, by=secretary, votes=group.votes(letters))
        return actions.close_decision(decision, by=secretary, **facts)


def make_valid_decision(group: Group, type: str = "p3", **facts: Any) -> Decision:
    """A decision of the group that counts; it must hold the mandate."""
    return decide(group, make_decision(group, type=type, **facts), "f" * len(group.seats))


def state_of(decision: Decision) -> str:
    """Where the decision stands now."""
    with as_platform(decision.network):
        return Decision.objects.get(pk=decision.pk).status
