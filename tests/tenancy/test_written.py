"""Questions that are put together once: they ask what their queryset asks, for whatever values."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from schakel.network.models import Membership, Network
from schakel.network.rules import Role
from schakel.tenancy.written import written_once
from tests.factories.governance import looking
from tests.factories.network import make_member, make_network

pytestmark = pytest.mark.django_db


@written_once(network=UUID, person=UUID, today=date)
def memberships(network: UUID, person: UUID, today: date):
    """The roles of a person."""
    held = Membership.objects.filter(
        network_id=network, person_id=person, role__in=[Role.READER, Role.MANAGER]
    )
    return held.held_on(today).only("role")


def test_it_answers_as_its_queryset_for_whoever_asks(django_assert_num_queries):
    here, there = make_network(), make_network()
    reader, manager = make_member(here, Role.READER), make_member(there, Role.MANAGER)
    today = timezone.localdate()
    for person, own, other in ((reader, here, there), (manager, there, here), (reader, here, there)):
        with looking(person):
            assert person.network_ids
            with django_assert_num_queries(1):
                found = list(memberships(network=own.pk, person=person.pk, today=today))
            assert [one.role for one in found] == [Membership.objects.get(person=person).role]
            assert not list(memberships(network=other.pk, person=person.pk, today=today))
            assert not list(memberships(network=own.pk, person=person.pk, today=today - timedelta(days=4000)))


def test_the_database_hides_foreign_rows_from_it_too():
    here, there = make_network(), make_network()
    reader, stranger = make_member(here, Role.READER), make_member(there, Role.READER)
    with looking(stranger):
        assert not list(memberships(network=here.pk, person=reader.pk, today=timezone.localdate()))


def test_a_value_that_the_question_forgets_is_a_mistake_and_text_is_taken_as_text():
    @written_once(address=str, forgotten=UUID)
    def forgetful(address: str, forgotten: UUID):
        return Network.objects.filter(slug=address)

    @written_once(address=str)
    def by_address(address: str):
        return Network.objects.filter(slug=address).only("name")

    with pytest.raises(TypeError, match="forgotten"):
        forgetful(address="a", forgotten=UUID(int=9))
    network = make_network()
    with looking(make_member(network, Role.READER)):
        assert [one.pk for one in by_address(address=network.slug)] == [network.pk]
        assert not list(by_address(address="' or true --"))
