"""The tables of a first migration are made at once, and can be taken back."""

from __future__ import annotations

import pytest
from django.db import migrations
from django.db.migrations.loader import MigrationLoader

from schakel.tenancy.operations import AllAtOnce
from tests import database
from tests.examples import IS_NIGHT
from tests.tables import described


def test_only_what_belongs_to_a_table_is_done_at_once():
    with pytest.raises(TypeError, match="cannot be done at once"):
        AllAtOnce([migrations.RunSQL("select 1")])


@pytest.fixture
def tables_of_now():
    """A database of its own with all tables, and what they are; afterwards they have to be the same."""
    name = f"schakel_back_{database.WORKER}"
    database.renew(name)
    dsn = database.dsn_of_superuser(name)
    try:
        before = described(dsn)
        yield name
        database.schakel("migrate", "--verbosity=0", database=name, role="migrator")
        assert described(dsn) == before
    finally:
        database.drop(name)


def test_every_step_of_every_migration_says_how_it_is_taken_back():
    ours = [
        migration
        for migration in MigrationLoader(None).disk_migrations.values()
        if migration.__module__.startswith("schakel.")
    ]
    one_way = [
        f"{migration}: {step}" for migration in ours for step in migration.operations if not step.reversible
    ]
    assert len(ours) > 80
    assert one_way == []


@pytest.mark.slow
@pytest.mark.skipif(
    not IS_NIGHT, reason="two minutes for what changes with a new migration only: `make nightly`"
)
def test_every_migration_can_be_taken_back_and_done_again(tables_of_now: str):
    database.schakel("migrate", "network", "zero", "--verbosity=0", database=tables_of_now, role="migrator")
    left = {table for table, *_ in described(database.dsn_of_superuser(tables_of_now))}
    assert not {table for table in left if table.startswith(("network_", "governance_", "initiatives_"))}
