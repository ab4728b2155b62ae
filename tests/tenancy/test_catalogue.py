"""The catalogue of the database itself: nothing that belongs to a network may stand unprotected."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from schakel.tenancy.operations import Narrowed

pytestmark = pytest.mark.django_db

#: Tables that belong to no network, each with the reason why.
GLOBAL = {
    "django_migrations": "which migrations ran",
    "django_content_type": "names of models",
    "django_session": "sessions are global",
    "auth_permission": "made by Django, not used",
    "auth_group": "made by Django, not used",
    "auth_group_permissions": "made by Django, not used",
    "people_person": "accounts are global",
    "people_cache": "counters of rate limits",
    "account_emailaddress": "accounts are global",
    "account_emailconfirmation": "accounts are global",
    "mfa_authenticator": "accounts are global",
    "network_organisation": "names of public organisations, shared by networks",
    "pghistory_context": "unused: no context is written",
    "procrastinate_jobs": "the queue: names of tasks and ids only, checked when something is queued",
    "procrastinate_events": "when something in the queue began and ended",
    "procrastinate_workers": "signs of life of workers",
    "procrastinate_periodic_defers": "when daily tasks were last queued",
    "jobs_round": "when the worker last looked for work that broke off",
}


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_every_table_is_global_on_purpose_or_under_forced_row_level_security():
    tables = rows(
        """select c.relname, c.relrowsecurity and c.relforcerowsecurity,
                  exists (select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname)
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p')"""
    )
    open_tables = {name for name, forced, has_policy in tables if not (forced and has_policy)}
    assert len(tables) > 30
    assert open_tables - set(GLOBAL) == set()
    assert set(GLOBAL) - {name for name, _, _ in tables} == set(), "a table in the list no longer exists"


def test_every_policy_asks_the_signed_context():
    for table, name, condition, check in rows(
        "select tablename, policyname, coalesce(qual, ''), coalesce(with_check, '') from pg_policies"
        " where schemaname = 'public'"
    ):
        assert "tenancy." in condition + check, f"{table}: {name} does not look at who is looking"


def test_every_table_that_a_migration_narrowed_is_narrow_in_the_database():
    migrations = MigrationLoader(None).disk_migrations.values()
    narrowed = {
        "{}_{}".format(*one.target)
        for migration in migrations
        for one in migration.operations
        if isinstance(one, Narrowed)
    }
    assert len(narrowed) >= 6
    assert narrowed == {
        table
        for table, kind, condition, check in rows(
            "select tablename, permissive, qual, with_check from pg_policies where policyname = 'fewer_people'"
        )
        if kind == "RESTRICTIVE" and condition == check and "is_system" in condition
    }


def test_no_policy_uses_a_correlated_question():
    for table, name, condition in rows("select tablename, policyname, coalesce(qual, '') from pg_policies"):
        assert "EXISTS" not in condition.upper(), f"{table}: {name} is slow without a filter"


def test_no_view_looks_past_the_policies():
    views = rows(
        """select c.relname, c.reloptions from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('public', 'tenancy') and c.relkind in ('v', 'm')
             and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')"""
    )
    assert [name for name, options in views if "security_invoker=true" not in (options or [])] == []


def test_definer_functions_pin_their_search_path_and_are_not_for_everyone():
    functions = rows(
        """select p.proname, p.proconfig, has_function_privilege('public', p.oid, 'execute')
           from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')"""
    )
    assert functions
    for name, config, is_public in functions:
        assert any(setting.startswith("search_path=") for setting in config or []), name
        assert not is_public, f"{name} may be called by everyone"


def test_nothing_is_granted_to_everyone():
    assert (
        rows(
            """select table_name, privilege_type from information_schema.table_privileges
           where grantee = 'PUBLIC' and table_schema in ('public', 'tenancy')"""
        )
        == []
    )


def test_the_runtime_role_is_neither_owner_nor_able_to_bypass_nor_to_make_tables():
    [(is_super, bypasses, may_create)] = rows(
        """select rolsuper, rolbypassrls, has_schema_privilege(current_user, 'public', 'create')
           from pg_roles where rolname = current_user"""
    )
    assert (is_super, bypasses, may_create) == (False, False, False)
    assert (
        rows(
            "select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"
        )
        == []
    )


def test_the_signing_key_cannot_be_read_by_the_runtime_role():
    assert rows("select has_table_privilege(current_user, 'tenancy.signing_key', 'select')") == [(False,)]


def test_journal_and_histories_can_only_grow():
    grants = rows(
        """select table_name, array_agg(privilege_type::text order by privilege_type::text)
           from information_schema.table_privileges
           where grantee = current_user and table_schema = 'public'
             and (table_name like 'journal\\_%' or table_name like '%event' and table_name in
                  (select table_name from information_schema.columns where column_name = 'pgh_id'))
           group by table_name"""
    )
    assert len(grants) >= 4
    assert {name: kinds for name, kinds in grants if kinds != ["INSERT", "SELECT"]} == {}


def test_unique_keys_of_a_network_start_with_the_network():
    """Otherwise a refusal for a double value tells that the value exists in another network."""
    keys = rows(
        """select t.relname, i.relname, (select a.attname from pg_attribute a
                                         where a.attrelid = t.oid and a.attnum = x.indkey[0])
           from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
           join pg_namespace n on n.oid = t.relnamespace
           where x.indisunique and not x.indisprimary and n.nspname = 'public'
             and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'network_id')"""
    )
    assert {(table, index) for table, index, first in keys if first != "network_id"} == set()


def test_keys_between_tables_of_networks_carry_the_network():
    """The database checks foreign keys without looking at policies, so the network is part of the key."""
    plain = rows(
        """with scoped as (select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                           where n.nspname = 'public' and c.relkind = 'r' and exists (
                               select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id'))
           select child.relname, a.attname from pg_constraint k
           join scoped child on child.oid = k.conrelid join scoped parent on parent.oid = k.confrelid
           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
           where k.contype = 'f' and array_length(k.conkey, 1) = 1
             and not exists (select 1 from pg_constraint both_keys where both_keys.contype = 'f'
                and both_keys.conrelid = k.conrelid and both_keys.confrelid = k.confrelid
                and array_length(both_keys.conkey, 1) = 2 and k.conkey[1] = both_keys.conkey[2])"""
    )
    assert plain == []
