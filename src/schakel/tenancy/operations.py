"""Migration operations that put a table under the protection of its network."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from pgtrigger.migrations import AddTrigger

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


class Pulse(_Sql):
    """Count the changes of each network, by a trigger on every table of a network that is there now.

    A table that comes later gets its trigger from ``Tenancy``.
    """

    def __init__(self, root: str) -> None:
        self.root = root

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, [self.root], {})

    def forwards(self, app_label: str, state: Any) -> str:
        return sql.PULSE.format(root=self.root, **_roles()) + sql.ALL_BEAT.format(root=self.root)

    def backwards(self, app_label: str, state: Any) -> str:
        return sql.DROP_PULSE

    def describe(self) -> str:
        return "The pulse of each network"


class RootTenancy(_Sql):
    """Protect the table of networks itself: listed networks can be read by all, the rest only by members.

    Only the system may add a network. Its members may change it: which of them, the actions say (rights follow there).
    """

    def __init__(self, app_label: str, model_name: str) -> None:
        self.target = (app_label, model_name)

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, list(self.target), {})

    def forwards(self, app_label: str, state: Any) -> str:
        table = _table(state, *self.target)
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
        table = _table(state, *self.target)
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
        table = _table(state, *self.target)
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
        lines += self._keys_within_the_network(state, table)
        lines.append(sql.BEATS.format(table=table))
        return "\n".join(lines)

    def _keys_within_the_network(self, state: Any, table: str) -> Iterable[str]:
        """Foreign keys that carry the network along: the database checks plain ones without looking at policies."""
        fields = _fields(state, *self.target)
        if (
            isinstance(key := fields.get("id"), models.UUIDField) and key.primary_key
        ):  # a history row has its own key
            yield (
                f"do $$ begin if not exists (select 1 from pg_constraint where conname = 'own_{table}') then "
                f"alter table {table} add constraint own_{table} unique (network_id, id); end if; end $$;"
            )
        for own, field in fields.items():
            if (
                not isinstance(field, models.ForeignKey)
                or own in {"network", "pgh_obj"}
                or not field.db_constraint  # type: ignore[attr-defined]  # django-stubs leaves it out
            ):
                continue
            remote = _remote(field, self.target)
            if remote not in state.models or "network" not in state.models[remote].fields:
                continue
            column = field.db_column or f"{own}_id"
            name = f"same_network_{table}_{column}"[:63]
            yield (
                f"do $$ begin if not exists (select 1 from pg_constraint where conname = '{name}') then "
                f"alter table {table} add constraint {name} foreign key (network_id, {column}) "
                f"references {_table(state, *remote)} (network_id, id) deferrable initially deferred; end if; end $$;"
            )

    def backwards(self, app_label: str, state: Any) -> str:
        table = _table(state, *self.target)
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


class Narrowed(_Sql):
    """Let people see and change fewer rows of a table that stands under protection already; the system sees all.

    only: SQL condition on a row, for a person; it may ask functions of the schema ``tenancy``, never other tables,
    for it is asked of every row. Taken back, the whole network sees the rows again. A policy of its own, that takes
    away only: protecting the table again, for new columns, leaves it as it is.
    """

    def __init__(self, app_label: str, model_name: str, *, only: str) -> None:
        self.target, self.only = (app_label, model_name), only

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, list(self.target), {"only": self.only})

    def forwards(self, app_label: str, state: Any) -> str:
        table, condition = _table(state, *self.target), f"(select tenancy.is_system()) or {self.only}"
        return f"""
            drop policy if exists fewer_people on {table};
            create policy fewer_people on {table} as restrictive using ({condition}) with check ({condition});
        """

    def backwards(self, app_label: str, state: Any) -> str:
        return f"drop policy if exists fewer_people on {_table(state, *self.target)};"

    def describe(self) -> str:
        return f"Fewer people see {self.target[1]}"


# The state of the migrations is read as it is. Asking it for real models would copy every model for every operation,
# which made a migration of a hundred tables take half a minute.


def _table(state: Any, app_label: str, model_name: str) -> str:
    options = state.models[app_label, model_name.lower()].options
    return options.get("db_table") or f"{app_label}_{model_name.lower()}"


def _fields(state: Any, app_label: str, model_name: str) -> dict[str, models.Field]:
    return state.models[app_label, model_name.lower()].fields


def _remote(field: models.ForeignKey, target: tuple[str, str]) -> tuple[str, str]:
    """The model that a key leads to, as (app, name in lower case); ``self`` is the target itself."""
    # Any: in the state of the migrations this is always a name (ModelState refuses a class); the stubs promise a model.
    label: Any = field.remote_field.model
    if label == "self":
        return target[0], target[1].lower()
    app, _, name = label.rpartition(".")
    return app or target[0], name.lower()


def tenant_tables(app_label: str, names: Iterable[str], *, append_only: Iterable[str] = ()) -> list[Tenancy]:
    """Return the protection of several plain tables, parents before children, histories last."""
    plain = [Tenancy(app_label, name) for name in names]
    return plain + [Tenancy(app_label, name, append_only=True) for name in append_only]


class AllAtOnce(Operation):
    """Make all tables of a first migration at once, each with its fields, indexes, constraints and triggers.

    Made one by one, Django builds all models anew after every step; on a new database that is most of the time.
    Use it for a first migration only: every table that is named here is made here.
    """

    reversible = True
    MADE_WITH_THE_TABLE = (
        migrations.AddField,
        migrations.AlterField,
        migrations.AddIndex,
        migrations.AddConstraint,
        migrations.AlterUniqueTogether,
    )

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)
        for operation in self.operations:
            if not isinstance(operation, (migrations.CreateModel, AddTrigger, *self.MADE_WITH_THE_TABLE)):
                raise TypeError(f"{operation!r} cannot be done at once with others")

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        return (self.__class__.__qualname__, [self.operations], {})

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Describe every step, and let the models be built once, when somebody asks for them."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make each table as it is in the end; references between them follow when all are there."""
        for operation in self._made(migrations.CreateModel):
            schema_editor.create_model(to_state.apps.get_model(app_label, operation.name))
        for operation in self._made(AddTrigger):
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Remove the tables again, the last one first; triggers and constraints go with them."""
        for operation in reversed(self._made(migrations.CreateModel)):
            schema_editor.delete_model(from_state.apps.get_model(app_label, operation.name))

    def describe(self) -> str:
        return "All tables at once"

    def _made(self, kind: type[Operation]) -> list[Any]:
        return [operation for operation in self.operations if isinstance(operation, kind)]
