"""Worlds that tests share: one test never sees what another did, nor a world it did not ask for."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from schakel.network.models import Network, Theme
from schakel.tenancy.context import system
from tests.factories.network import make_network, make_theme
from tests.worlds import WORLDS, asked_for, world

pytestmark = pytest.mark.django_db


@world
def place():
    return make_network("plaats")


@world
def themed(place):
    return make_theme(place, "ouderenzorg")


@world
def other(place):
    return make_theme(place, "jeugd")


def themes(network):
    with system(network.pk):
        return sorted(Theme.objects.values_list("slug", flat=True))


@pytest.mark.parametrize("time", [1, 2])
def test_what_a_test_changes_is_gone_in_the_next(place, time):
    assert themes(place) == []
    assert place.name != "Veranderd"
    make_theme(place, "ggz")
    Network.objects.filter(pk=place.pk).update(name="Veranderd")
    place.name = "Veranderd"


def test_a_world_stands_on_another_and_holds_the_same_objects(place, themed):
    assert themes(place) == ["ouderenzorg"]
    assert themed.network is place


def test_a_world_beside_it_is_not_there(place, other):
    assert themes(place) == ["jeugd"]


def test_who_asks_for_nothing_finds_nothing():
    assert Network.objects.count() == 0
    assert WORLDS.layers == []


def test_the_order_of_worlds_follows_what_they_stand_on(request, other, themed):
    assert [maker.__name__ for maker in asked_for(request.node)] == ["place", "other", "themed"]
    assert [layer.maker.__name__ for layer in WORLDS.layers] == ["place", "other", "themed"]


def test_a_world_that_fails_leaves_nothing_behind(place):
    def broken(place):
        make_theme(place, "ggz")
        raise ValueError("This world cannot be made.")

    below = tuple(layer.maker for layer in WORLDS.layers)
    with pytest.raises(ValueError, match="cannot be made"):
        WORLDS.arrange((*below, broken))
    assert themes(place) == []
    assert tuple(layer.maker for layer in WORLDS.layers) == below


def test_a_statement_stays_planned_when_a_test_is_rolled_back():
    with connection.cursor() as cursor:
        for _ in range(4):
            with transaction.atomic():
                cursor.execute("select %s::text || ' of nobody'", ["name"])
                transaction.set_rollback(True)
        cursor.execute(
            "select count(*) from pg_prepared_statements where statement like %s", ["%|| ' of nobody'%"]
        )
        assert cursor.fetchone() == (1,)
