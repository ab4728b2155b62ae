"""What waits for someone at one initiative, held against all that waits for them, for everyone in the demo."""

from __future__ import annotations

import pytest
from django.utils import timezone

from schakel.demo.queries import demo_people
from schakel.initiatives import queries
from schakel.initiatives.models import Initiative
from schakel.network.models import Network
from schakel.people.models import Person
from schakel.tenancy import context


@pytest.mark.slow
def test_the_turn_at_one_initiative_is_the_first_of_all_that_waits_there(demo: None) -> None:
    now = timezone.now()
    network = Network.objects.get(slug="de-linde")
    n_asked = n_silent = 0
    for one in demo_people():
        person = Person.objects.get(pk=one.id)
        with context.person(person.pk):
            if network.pk not in person.network_ids:
                continue
            waiting = queries.needs_me(person, network, now=now)
            for initiative in Initiative.objects.of(network).select_related("network", "body"):
                first = next((item for item in waiting if item.number == initiative.number), None)
                assert queries.turn(person, initiative, now=now) == first, (person.name, initiative.number)
                n_asked, n_silent = n_asked + (first is not None), n_silent + (first is None)
    assert n_asked > 10
    assert n_silent > 10
