"""The four database roles and what `schakel database prepare` makes.

owner     cannot sign in, owns every table, looks past the policies: migrations of data see every row
migrator  signs in to change tables, and acts as owner
runtime   signs in to serve pages: no DDL, owns nothing, never past the policies; it gets no right on a table by
          itself, only what a migration grants
backup    signs in to read everything, for pg_dump; cannot write
Every statement here may run again at any time, and by two processes at once.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

EXTENSIONS = ("pg_trgm", "unaccent", "btree_gist")
#: Roles are shared by all databases of a server, so whoever makes them holds this lock of the server.
LOCK = 0x5C4A4B31
NAMES = {
    "owner": ("SCHAKEL_OWNER_ROLE", "schakel_owner"),
    "migrator": ("SCHAKEL_MIGRATOR_ROLE", "schakel_migrator"),
    "runtime": ("SCHAKEL_RUNTIME_ROLE", "schakel_runtime"),
    "backup": ("SCHAKEL_BACKUP_ROLE", "schakel_backup"),
}


class CannotPrepare(RuntimeError):
    """Something could not be made; the message holds the exact SQL for an administrator."""


@dataclass(frozen=True)
class Roles:
    """The names of the four roles, and the passwords of the three that sign in."""

    owner: str
    migrator: str
    runtime: str
    backup: str
    passwords: Mapping[str, str]

    @classmethod
    def of_environment(cls, values: Mapping[str, str] | None = None) -> Roles:
        """Names and passwords from the environment's settings."""
        values = os.environ if values is None else values
        names = {key: values.get(variable) or default for key, (variable, default) in NAMES.items()}
        passwords = {
            names[key]: values[f"SCHAKEL_{key.upper()}_PASSWORD"]
            for key in ("migrator", "runtime", "backup")
            if values.get(f"SCHAKEL_{key.upper()}_PASSWORD")
        }
        return cls(**names, passwords=passwords)


@dataclass(frozen=True)
class Step:
    """One thing to make: what it is, the statement, and whether it is already there."""

    what: str
    statement: sql.Composed
    is_there: sql.Composed | None = None
    is_in_database: bool = False


def prepare(administrator_dsn: str, database: str, roles: Roles) -> list[str]:
    """Make roles, database, extensions and default rights; returns what was made, in words.

    administrator_dsn: connection string of a role that may make them, to any database of the server.
    Raises CannotPrepare with the SQL of every step that was refused and of all that depend on it.
    """
    made: list[str] = []
    with psycopg.connect(administrator_dsn, autocommit=True) as server:
        server.execute("select pg_advisory_lock(%s)", [LOCK])
        run_steps(server, server_steps(roles, database), database, roles, made)
        inside_dsn = make_conninfo(administrator_dsn, dbname=database)
        with psycopg.connect(inside_dsn, autocommit=True) as inside:
            run_steps(inside, database_steps(roles, database), database, roles, made)
    check_passwords(administrator_dsn, database, roles)
    return made


def run_steps(
    connection: psycopg.Connection, steps: list[Step], database: str, roles: Roles, made: list[str]
) -> None:
    """Do each step that is not done yet; collect what is refused and tell it in one message."""
    refused: list[tuple[Step, str]] = []
    for step in steps:
        if step.is_there is not None and connection.execute(step.is_there).fetchone():
            continue
        try:
            connection.execute(step.statement)
        except psycopg.Error as fault:
            refused.append((step, str(fault).strip().splitlines()[0]))
        else:
            if step.is_there is not None:
                made.append(step.what)
    if refused:
        raise CannotPrepare(explain(connection, refused, database, roles))


def explain(
    connection: psycopg.Connection, refused: list[tuple[Step, str]], database: str, roles: Roles
) -> str:
    """What could not be made and why, and the exact SQL to run as an administrator."""
    lines = ["The database could not be prepared with this account:"]
    lines += [f"  - {step.what}: {reason}" for step, reason in refused]
    lines += ["", "Run this as an administrator of the server, then run the command again:", ""]
    lines += [sql_to_run(roles, database, connection)]
    return "\n".join(lines)


def sql_to_run(roles: Roles, database: str, connection: psycopg.Connection | None = None) -> str:
    """Everything `prepare` makes as one script for psql, safe to run again."""
    lines = []
    for step in server_steps(roles, database):
        lines += [conditional(step, connection)]
    lines += [sql.SQL("\\connect {}").format(sql.Identifier(database)).as_string(connection)]
    for step in database_steps(roles, database):
        lines += [conditional(step, connection)]
    return "\n".join(lines)


def conditional(step: Step, connection: psycopg.Connection | None) -> str:
    """One step for psql, done only when it is not there yet."""
    statement = step.statement.as_string(connection)
    if step.is_there is None:
        return f"{statement};"
    literal = sql.Literal(statement).as_string(connection)
    return f"select {literal} where not exists ({step.is_there.as_string(connection)}) \\gexec"


def server_steps(roles: Roles, database: str) -> list[Step]:
    """Roles and database: what belongs to the server as a whole."""
    name = sql.Identifier
    there = sql.SQL("select 1 from pg_roles where rolname = {}")
    correct = sql.SQL("select 1 from pg_roles where rolname = {} and {}")
    fixed = "nosuperuser nocreatedb nocreaterole noreplication"
    kinds = [
        (roles.owner, f"nologin bypassrls {fixed}", "rolbypassrls and not rolcanlogin and not rolsuper"),
        (
            roles.migrator,
            f"login noinherit nobypassrls {fixed}",
            "rolcanlogin and not rolbypassrls and not rolsuper",
        ),
        (
            roles.runtime,
            f"login noinherit nobypassrls {fixed}",
            "rolcanlogin and not rolbypassrls and not rolsuper",
        ),
        (roles.backup, f"login inherit bypassrls {fixed}", "rolcanlogin and rolbypassrls and not rolsuper"),
    ]
    steps = []
    for role, attributes, condition in kinds:
        password = roles.passwords.get(role)
        secret = sql.SQL(" password {}").format(sql.Literal(password)) if password else sql.SQL("")
        steps.append(
            Step(
                f"role {role}",
                sql.SQL("create role {} {}{}").format(name(role), sql.SQL(attributes), secret),
                there.format(sql.Literal(role)),
            )
        )
        steps.append(
            Step(
                f"attributes of role {role}",
                sql.SQL("alter role {} {}").format(name(role), sql.SQL(attributes)),
                correct.format(sql.Literal(role), sql.SQL(condition)),
            )
        )
    member = sql.SQL(
        "select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member"
        " where g.rolname = {} and r.rolname = {}"
    )
    for group, role in ((roles.owner, roles.migrator), ("pg_read_all_data", roles.backup)):
        steps.append(
            Step(
                f"{role} as member of {group}",
                sql.SQL("grant {} to {}").format(name(group), name(role)),
                member.format(sql.Literal(group), sql.Literal(role)),
            )
        )
    steps.append(
        Step(
            f"database {database}",
            sql.SQL("create database {} owner {} encoding 'UTF8' template template0").format(
                name(database), name(roles.owner)
            ),
            sql.SQL("select 1 from pg_database where datname = {}").format(sql.Literal(database)),
        )
    )
    return steps


def database_steps(roles: Roles, database: str) -> list[Step]:
    """Extensions and rights: what belongs to one database."""
    name = sql.Identifier
    steps = [
        Step(
            f"extension {extension}",
            sql.SQL("create extension {} schema public").format(name(extension)),
            sql.SQL("select 1 from pg_extension where extname = {}").format(sql.Literal(extension)),
        )
        for extension in EXTENSIONS
    ]
    signing_in = sql.SQL(", ").join(name(role) for role in (roles.migrator, roles.runtime, roles.backup))
    rights = [
        ("connecting is for our roles only", "revoke all on database {database} from public"),
        ("our roles may connect", "grant connect on database {database} to {signing_in}"),
        ("nobody makes tables unasked", "revoke create on schema public from public"),
        ("the owner makes tables", "grant usage, create on schema public to {owner}"),
        ("runtime sees the schema", "grant usage on schema public to {runtime}"),
        # A function that acts as its owner must not be open to everybody by default.
        (
            "functions are closed by default",
            "alter default privileges for role {owner} revoke execute on functions from public",
        ),
        # Those in schema public act as their caller: triggers of the row history and the like.
        (
            "runtime calls functions in schema public",
            "alter default privileges for role {owner} in schema public grant execute on functions to {runtime}",
        ),
        (
            "runtime uses sequences in schema public",
            "alter default privileges for role {owner} in schema public grant usage on sequences to {runtime}",
        ),
        (
            "a backup cannot write",
            "alter role {backup} in database {database} set default_transaction_read_only = on",
        ),
        ("no endless statement", "alter role {runtime} in database {database} set statement_timeout = '30s'"),
        (
            "no forgotten transaction",
            "alter role {runtime} in database {database} set idle_in_transaction_session_timeout = '60s'",
        ),
    ]
    values = {
        "database": name(database),
        "signing_in": signing_in,
        "owner": name(roles.owner),
        "runtime": name(roles.runtime),
        "backup": name(roles.backup),
    }
    return steps + [Step(what, sql.SQL(statement).format(**values)) for what, statement in rights]


def check_passwords(administrator_dsn: str, database: str, roles: Roles) -> None:
    """Sign in with each role; a password that no longer fits is set, or the SQL to do so is told."""
    wrong = []
    for role, password in roles.passwords.items():
        dsn = make_conninfo(administrator_dsn, dbname=database, user=role, password=password)
        try:
            psycopg.connect(dsn, connect_timeout=5).close()
        except psycopg.OperationalError:
            wrong.append((role, password))
    if not wrong:
        return
    change = sql.SQL("alter role {} password {}")
    with psycopg.connect(administrator_dsn, autocommit=True) as server:
        server.execute("select pg_advisory_lock(%s)", [LOCK])
        try:
            for role, password in wrong:
                server.execute(change.format(sql.Identifier(role), sql.Literal(password)))
        except psycopg.Error as fault:
            statements = [
                change.format(sql.Identifier(role), sql.Literal("…")).as_string(server) for role, _ in wrong
            ]
            raise CannotPrepare(
                f"These roles exist with another password, which may not be changed here ({fault}).\n"
                "Run this as an administrator, with the passwords of your settings:\n  "
                + ";\n  ".join(statements)
                + ";"
            ) from fault
