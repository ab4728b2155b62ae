"""Queueing: in the transaction of the action, by name, with ids only."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from schakel.jobs import queue
from schakel.jobs.queue import Task, add, defer, task
from schakel.jobs.rules import plain_ids, seconds_left, time_left
from schakel.tenancy.context import Kind, current
from tests.factories.jobs import run_waiting, waiting
from tests.factories.network import make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(monkeypatch):
    """A task that remembers who looked and what it was given."""
    monkeypatch.setattr(queue, "TASKS", dict(queue.TASKS))
    found = []

    @task("test.look", "Kijken")
    def look(**ids):
        found.append((current(), ids))

    @task("test.walk", "Lopen", in_steps=True)
    def walk(network, **ids):
        found.append((current(), {"network": network, **ids}))

    return found


def test_a_task_runs_as_the_platform_at_work_for_its_network(seen):
    network, key = make_network(), uuid4()
    defer("test.look", network=network, thing=key, day=date(2026, 11, 26), n=3)
    defer("test.walk", network=network.pk, word="p3-light")
    assert run_waiting() == ["test.look", "test.walk"]
    assert seen == [
        ((Kind.SYSTEM, network.pk), {"thing": str(key), "day": "2026-11-26", "n": 3}),
        (None, {"network": network.pk, "word": "p3-light"}),
    ]


def test_what_is_rolled_back_was_never_asked(seen):
    network = make_network()
    with transaction.atomic():
        defer("test.look", network=network)
        assert len(waiting()) == 1
        transaction.set_rollback(True)
    assert waiting() == []


def test_queueing_costs_one_query(seen):
    network = make_network()
    with CaptureQueriesContext(connection) as asked:
        defer("test.look", network=network)
    assert len(asked) == 1


@pytest.mark.parametrize("value", ["Jan de Vries", "jan@voorbeeld.test", "", "a\nb", 1.5, ["x"], {"x": 1}])
def test_nothing_that_a_person_wrote_may_stand_in_the_queue(seen, value):
    with pytest.raises(ValueError, match="no id"):
        defer("test.look", network=make_network(), thing=value)


def test_a_task_that_does_not_exist_cannot_be_queued_and_no_two_have_one_name(seen):
    with pytest.raises(LookupError, match="no task"):
        defer("test.nothing", network=make_network())
    with pytest.raises(LookupError, match="two tasks"):
        add(Task("test.look", lambda network: None))


def test_every_task_of_ours_is_named_after_its_app():
    for name, known in queue.TASKS.items():
        app, _, deed = name.partition(".")
        assert deed, name
        assert known.run.__qualname__.startswith(f"schakel.{app}."), name
        assert known.words, name


def test_plain_ids_keep_flags_and_nothing():
    assert plain_ids({"flag": True, "nothing": None}) == {"flag": True, "nothing": None}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (1, ""),
        (7, "nog ongeveer 7 seconden"),
        (23, "nog ongeveer 20 seconden"),
        (89, "nog ongeveer 90 seconden"),
        (90, "nog ongeveer 2 minuten"),
        (3600, "nog ongeveer 60 minuten"),
    ],
)
def test_the_time_left_is_said_roughly(seconds, words):
    assert time_left(seconds) == words


def test_the_time_left_follows_from_the_speed_so_far():
    assert seconds_left(1240, 3100, 13.0) == 20  # 13 · 1860 / 1240 = 19.5
    assert seconds_left(10, 10, 5.0) == 0
    assert seconds_left(1, 10, 0.0) is None
