"""The tables of a first migration are made at once, and can be taken back."""

from __future__ import annotations

import pytest
from django.db import migrations

from schakel.tenancy.operations import AllAtOnce
from tests import database


def test_only_what_belongs_to_a_table_is_done_at_once():
    with pytest.raises(TypeError, match="cannot be done at once"):
        AllAtOnce([migrations.RunSQL("select 1")])


@pytest.mark.slow
def test_every_migration_can_be_taken_back_and_done_again():
    name = f"schakel_back_{database.WORKER}"
    database.renew(name)
    try:
        before = tables(name)
        database.schakel("migrate", "network", "zero", "--verbosity=0", database=name, role="migrator")
        left = {table for table, *_ in tables(name)}
        assert not {table for table in left if table.startswith(("network_", "governance_", "initiatives_"))}
        database.schakel("migrate", "--verbosity=0", database=name, role="migrator")
        assert tables(name) == before
    finally:
        database.drop(name)


def tables(name: str) -> list[tuple]:
    """Every table with its columns, constraints, triggers, policies and rights."""
    with database.as_owner(name) as connection:
        return connection.execute(
            "select relname, array(select unnest(coalesce(relacl, acldefault('r', relowner)))::text order by 1),"
            " relforcerowsecurity,"
            " (select array_agg(attname::text order by attname) from pg_attribute"
            "  where attrelid = c.oid and attnum > 0 and not attisdropped),"
            " (select array_agg(conname::text order by conname) from pg_constraint where conrelid = c.oid),"
            " (select array_agg(tgname::text order by tgname) from pg_trigger"
            "  where tgrelid = c.oid and not tgisinternal),"
            " (select array_agg(polname::text order by polname) from pg_policy where polrelid = c.oid)"
            " from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname"
        ).fetchall()
