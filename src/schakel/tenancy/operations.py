"""Migration operations that put a table under the protection of its network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.db.migrations.operations.base import Operation

from schakel.tenancy import sql

MINE = "network_id = any((select tenancy.my_networks())::uuid[])"


def _roles() -> dict[str, str]:
    return {"runtime": settings.DATABASE_ROLES["runtime"], "backup": settings.DATABASE_ROLES["backup"]}


class _Sql(Operation):
    """An operation that only speaks to the database; the models stay as they are."""

    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models do not change."""

    #: The SQL that applies the operation, and the SQL that takes it back; every subclass writes its own.
    forwards: Callable[[str, Any], str]
    backwards: Callable[[str, Any], str]

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        schema_editor.execute(self.forwards(app_label, to_state), params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        schema_editor.execute(self.backwards(app_label, from_state), params=None)


class ContextFunctions(_Sql):
    """Make the schema ``tenancy``: the key table and the functions that read the signed context."""

    def forwards(self, app_label: str, state: Any) -> str:
        return sql.SCHEMA.format(**_roles())

    def backwards(self, app_label: str, state: Any) -> str:
        return sql.DROP_SCHEMA

    def describe(self) -> str:
        return "Functions that read the signed context"


class MembershipFunctions(_Sql):
    """Make the functions that say of which networks, and for which partners, the looking person is a member."""

    def __init__(self, table: str) -> None:
        self.table = table

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, [self.table], {})

    def forwards(self, app_label: str, state: Any) -> str:
        return sql.MEMBERSHIP.format(table=self.table, **_roles())

    def backwards(self, app_label: str, state: Any) -> str:
        return sql.DROP_MEMBERSHIP

    def describe(self) -> str:
        return f"Membership functions on {self.table}"


class RootTenancy(_Sql):
    """Protect the table of networks itself: listed networks can be read by all, the rest only by members.

    Only the system may add a network or change one; an action of a manager runs inside ``system(network)``.
    """

    def __init__(self, app_label: str, model_name: str) -> None:
        self.target = (app_label, model_name)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, list(self.target), {})

    def forwards(self, app_label: str, state: Any) -> str:
        table = state.apps.get_model(*self.target)._meta.db_table
        return f"""
            alter table {table} enable row level security, force row level security;
            drop policy if exists listed_or_mine on {table};
            create policy listed_or_mine on {table} for select
                using (is_listed or id = any((select tenancy.my_networks())::uuid[]));
            drop policy if exists change_mine on {table};
            create policy change_mine on {table} for update using (id = any((select tenancy.my_networks())::uuid[]));
            drop policy if exists system_adds on {table};
            create policy system_adds on {table} for insert
                with check ((select tenancy.is_system()) and id = any((select tenancy.my_networks())::uuid[]));
            revoke all on {table} from {_roles()["runtime"]};
            grant select, insert, update on {table} to {_roles()["runtime"]};
            grant select on {table} to {_roles()["backup"]};
        """

    def backwards(self, app_label: str, state: Any) -> str:
        table = state.apps.get_model(*self.target)._meta.db_table
        return f"""
            drop policy listed_or_mine on {table}; drop policy change_mine on {table};
            drop policy system_adds on {table};
            alter table {table} no force row level security, disable row level security;
        """

    def describe(self) -> str:
        return f"Row-level security on {self.target[1]}, the root of tenancy"


class Tenancy(_Sql):
    """Put one table under forced row-level security of its network; can be applied again after new columns.

    published: SQL condition on a row that a visitor of the network may read; None when visitors read nothing.
    private: SQL condition that must hold too for a person (rows private to a partner); the system passes it.
    append_only: the runtime role may add and read rows, never change or remove them.
    """

    def __init__(
        self,
        app_label: str,
        model_name: str,
        *,
        published: str | None = None,
        private: str | None = None,
        append_only: bool = False,
    ) -> None:
        self.target = (app_label, model_name)
        self.published, self.private, self.append_only = published, private, append_only

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        kwargs = {"published": self.published, "private": self.private, "append_only": self.append_only}
        return (self.__class__.__qualname__, list(self.target), {k: v for k, v in kwargs.items() if v})

    def forwards(self, app_label: str, state: Any) -> str:
        model = state.apps.get_model(*self.target)
        table = model._meta.db_table
        condition = (
            MINE if not self.private else f"{MINE} and ((select tenancy.is_system()) or {self.private})"
        )
        grants = "select, insert" if self.append_only else "select, insert, update, delete"
        roles = _roles()
        lines = [
            f"alter table {table} enable row level security, force row level security;",
            f"drop policy if exists of_my_networks on {table};",
            f"create policy of_my_networks on {table} using ({condition}) with check ({condition});",
            f"drop policy if exists published_to_visitors on {table};",
            f"revoke all on {table} from {roles['runtime']};",
            f"grant {grants} on {table} to {roles['runtime']};",
            f"grant select on {table} to {roles['backup']};",
        ]
        if self.published:
            lines.append(
                f"create policy published_to_visitors on {table} for select "
                f"using (network_id = (select tenancy.visited_network()) and ({self.published}));"
            )
        lines += self._keys_within_the_network(model, table)
        return "\n".join(lines)

    def _keys_within_the_network(self, model: type[models.Model], table: str) -> Iterable[str]:
        """Foreign keys that carry the network along: the database checks plain ones without looking at policies."""
        if isinstance(model._meta.pk, models.UUIDField):
            yield (
                f"do $$ begin if not exists (select 1 from pg_constraint where conname = 'own_{table}') then "
                f"alter table {table} add constraint own_{table} unique (network_id, id); end if; end $$;"
            )
        for field in model._meta.local_fields:
            remote = field.remote_field.model if isinstance(field, models.ForeignKey) else None
            if remote is None or field.name in {"network", "pgh_obj"} or not _is_tenant(remote):
                continue
            if not field.db_constraint:
                continue
            name = f"same_network_{table}_{field.column}"[:63]
            yield (
                f"do $$ begin if not exists (select 1 from pg_constraint where conname = '{name}') then "
                f"alter table {table} add constraint {name} foreign key (network_id, {field.column}) "
                f"references {remote._meta.db_table} (network_id, id) deferrable initially deferred; end if; end $$;"
            )

    def backwards(self, app_label: str, state: Any) -> str:
        table = state.apps.get_model(*self.target)._meta.db_table
        return f"""
            do $$ declare name text; begin
                for name in select conname from pg_constraint where conname like 'same\\_network\\_%'
                    and (conrelid = '{table}'::regclass or confrelid = '{table}'::regclass) loop
                    execute (select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                             from pg_constraint where conname = name);
                end loop;
            end $$;
            alter table {table} drop constraint if exists own_{table};
            drop policy if exists of_my_networks on {table};
            drop policy if exists published_to_visitors on {table};
            alter table {table} no force row level security, disable row level security;
        """

    def describe(self) -> str:
        return f"Row-level security on {self.target[1]}"


def _is_tenant(model: type[models.Model]) -> bool:
    return any(field.name == "network" for field in model._meta.local_fields)


def tenant_tables(app_label: str, names: Iterable[str], *, append_only: Iterable[str] = ()) -> list[Tenancy]:
    """Return the protection of several plain tables, parents before children, histories last."""
    plain = [Tenancy(app_label, name) for name in names]
    return plain + [Tenancy(app_label, name, append_only=True) for name in append_only]
