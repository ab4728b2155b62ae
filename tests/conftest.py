"""One PostgreSQL for all tests, a fresh database for each worker, and everything as the runtime role."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests import database

# Before Django reads its settings: which server, which roles, test mode.
os.environ["DJANGO_SETTINGS_MODULE"] = "schakel.site.settings"
os.environ["SCHAKEL_MODE"] = "test"
os.environ.update(database.environment())
# Playwright leaves its event loop marked as running in the thread of the worker that walked through pages; the
# tests after it in that worker are as synchronous as before, and Django may believe them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

import django

django.setup()

import pytest
from django.test import Client

WORKER = database.WORKER
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """Give this worker its own database, made from the migrated template."""
    name = f"schakel_test_{WORKER}"
    database.renew(name)
    database.point_django_at(name)
    yield
    database.close_connections()
    database.drop(name)


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Let a test really commit, from several threads if it likes; afterwards the database is made anew."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        database.close_connections()
        database.renew(f"schakel_test_{WORKER}")


@pytest.fixture(scope="session")
def demo_copy(django_db_setup: None, django_db_blocker: object) -> Iterator[str]:
    """A database of this worker with the whole demo in it."""
    name = f"schakel_with_demo_{WORKER}"
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        database.renew(name, database.demo_template())
    yield name
    database.drop(name)


@pytest.fixture
def demo(demo_copy: str, django_db_blocker: object) -> Iterator[None]:
    """Look at the demo inside a transaction that is rolled back after the test."""
    from django.db import transaction

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        database.point_django_at(demo_copy)
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            database.point_django_at(f"schakel_test_{WORKER}")


@pytest.fixture
def browser_client(db: None) -> Client:
    """A test client that is strict about forged forms, as a browser is."""
    return Client(enforce_csrf_checks=True)
