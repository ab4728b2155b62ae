"""One PostgreSQL for all tests, a fresh database for each worker, and everything as the runtime role."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

from schakel.site.tidying import AT_MOST_PILED_UP
from tests import database

# Before Django reads its settings: which server, which roles, test mode.
os.environ["DJANGO_SETTINGS_MODULE"] = "schakel.site.settings"
os.environ.update(database.environment())
# Playwright leaves its event loop marked as running in the thread of the worker that walked through pages; the
# tests after it in that worker are as synchronous as before, and Django may believe them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import django

gc.set_threshold(*AT_MOST_PILED_UP)
django.setup()

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from schakel.initiatives.models import Initiative
from schakel.initiatives.rules import Stage
from tests import examples, plans, worlds
from tests.factories.governance import Group, make_group
from tests.factories.initiatives import Scene, make_initiative, make_scene

examples.use_profile()
plans.as_where_pages_are_served()

WORKER = database.WORKER
OWN = f"schakel_test_{WORKER}"
ROOT = Path(__file__).resolve().parent.parent


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, and let tests that stand on the same worlds follow each other."""
    chains = [worlds.asked_for(item) for item in items]
    seen: dict[tuple, int] = {}
    for chain in chains:
        for depth in range(len(chain)):
            seen.setdefault(chain[: depth + 1], len(seen))

    def place(pair: tuple[pytest.Item, tuple]) -> tuple:
        item, chain = pair
        is_long = any(item.get_closest_marker(name) for name in ("browser", "slow"))
        return (not is_long, [seen[chain[: depth + 1]] for depth in range(len(chain))])

    items[:] = [item for item, _ in sorted(zip(items, chains, strict=True), key=place)]


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Forget what an earlier test left in the memory of this worker, such as how often somebody tried to sign in."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Give this worker its own database, made from the migrated template."""
    database.renew(OWN)
    database.point_django_at(OWN)
    yield
    with django_db_blocker.unblock():
        worlds.WORLDS.keep_only(())
    database.close_connections()
    database.drop(OWN)


@pytest.fixture(autouse=True)
def no_other_world(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> None:
    """Take down the worlds of an earlier test that this one does not stand on."""
    if worlds.WORLDS.layers:
        with django_db_blocker.unblock():
            worlds.WORLDS.keep_only(worlds.asked_for(request.node))


@pytest.fixture
def standing_worlds(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """What a test stands on: this worker's database, with the worlds in it that the test asks for and nothing else."""
    with django_db_blocker.unblock():
        database.point_django_at(OWN)
        worlds.WORLDS.arrange(worlds.asked_for(request.node))


@pytest.fixture
def _django_db_helper(standing_worlds: None, _django_db_helper: None) -> None:
    """Whatever pytest-django does around a test happens on top of the worlds."""


@pytest.fixture
def committed(standing_worlds: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let a test really commit, from several threads if it likes; afterwards the database is empty again."""
    with django_db_blocker.unblock():
        yield
        database.close_connections()
        database.empty(OWN)


@pytest.fixture
def altered(committed: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let a test change tables and functions too; afterwards the database is made anew, which takes a second."""
    yield
    with django_db_blocker.unblock():
        database.close_connections()
        database.renew(OWN)


@pytest.fixture(scope="session")
def demo_copy(django_db_setup: None) -> Iterator[str]:
    """A database of this worker with the whole demo in it."""
    name = f"schakel_with_demo_{WORKER}"
    database.renew(name, database.demo_template())
    yield name
    database.close_connections()
    database.drop(name)


@pytest.fixture
def demo(demo_copy: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Look at the demo inside a transaction that is rolled back after the test."""
    from django.db import transaction

    with django_db_blocker.unblock():
        database.point_django_at(demo_copy)
        with transaction.atomic():
            yield
            transaction.set_rollback(True)


@worlds.world
def group() -> Group:
    """Three voting members, the first in the chair, and a secretary; without any mandate yet."""
    return make_group()


@worlds.world
def scene() -> Scene:
    """A network with a theme group, its board, partners and criteria, and nothing in it yet."""
    return make_scene()


@worlds.world
def in_screening(scene: Scene) -> Initiative:
    """An initiative that the group took in and nobody rated yet."""
    return make_initiative(scene, Stage.SCREENING)


@worlds.world
def in_exploration(scene: Scene) -> Initiative:
    """An initiative of which the exploration begins."""
    return make_initiative(scene, Stage.EXPLORATION)


@worlds.world
def in_preparation(scene: Scene) -> Initiative:
    """An initiative whose plan may be written."""
    return make_initiative(scene, Stage.PREPARATION)


@worlds.world
def in_pilot(scene: Scene) -> Initiative:
    """A project that the board let begin, with its plan and its promises."""
    return make_initiative(scene, Stage.PILOT)


@pytest.fixture
def browser_client(db: None) -> Client:
    """A test client that is strict about forged forms, as a browser is."""
    return Client(enforce_csrf_checks=True)
