"""Backups: written by a role that reads everything and changes nothing, put back all or nothing."""

from __future__ import annotations

import os
import subprocess
from contextlib import ExitStack
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from schakel.site import machine, postgres
from schakel.site.postgres.sources import Source
from schakel.site.roles import Roles


class BackupFailed(RuntimeError):
    """A backup could not be written or put back; the message says why and what is left."""


def dump(folder: Path, file: Path, *, programs: Path | None = None) -> None:
    """Write the whole database to one file that only its owner can read.

    The file appears under its name only when it is complete.
    """
    with ExitStack() as stack:
        source = open_database(stack, folder, programs)
        unfinished = file.with_name(f"{file.name}.unfinished")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(handle, "wb") as target:
                roles = Roles.of_environment()
                answer = subprocess.run(
                    [tool(source, "pg_dump"), "--format=custom", "--no-password"],
                    env=connection_of(roles.backup, roles),
                    stdout=target,
                    stderr=subprocess.PIPE,
                    text=True,
                    check=False,
                )
                target.flush()
                os.fsync(target.fileno())
            if answer.returncode == 0:
                # A file that cannot be read back is no backup.
                answer = subprocess.run(
                    [tool(source, "pg_restore"), "--list", str(unfinished)],
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    text=True,
                    check=False,
                )
            if answer.returncode != 0:
                raise BackupFailed(f"The backup was not written: {answer.stderr.strip()}")
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)


def restore(folder: Path, file: Path, *, programs: Path | None = None) -> None:
    """Put a backup in a prepared and empty database, in one transaction.

    Roles are no part of a backup: `schakel database prepare` has to come first.
    """
    if not file.is_file():
        raise BackupFailed(f"There is no file {file}.")
    with ExitStack() as stack:
        source = open_database(stack, folder, programs)
        roles = Roles.of_environment()
        refuse_full_database(roles)
        answer = subprocess.run(
            [
                tool(source, "pg_restore"),
                "--no-owner",
                "--no-comments",
                f"--role={roles.owner}",
                "--single-transaction",
                "--exit-on-error",
                "--no-password",
                f"--dbname={os.environ['SCHAKEL_DATABASE_NAME']}",
                str(file),
            ],
            env=connection_of(roles.migrator, roles),
            capture_output=True,
            text=True,
            check=False,
        )
        if answer.returncode != 0:
            raise BackupFailed(f"Nothing was put back; the database is as it was. {answer.stderr.strip()}")


def open_database(stack: ExitStack, folder: Path, programs: Path | None) -> Source:
    """Make the database of the settings or of the folder available; returns whose programs to use."""
    own = Source("machine", programs=programs.absolute()) if programs else None
    if not machine.is_configured():
        if own and not os.environ.get("DATABASE_URL"):
            server = postgres.start(folder, own)
            if server.started_here:
                stack.callback(server.stop)
            machine.use(postgres.environment(server, machine.DATABASE))
        else:
            stack.enter_context(machine.database(folder))
    return own or best_programs()


def best_programs() -> Source:
    """The programs that fit the server best: of its own major version, else the next newer one."""
    found = [source for source in postgres.find_sources() if has_tools(source)]
    roles = Roles.of_environment()
    with psycopg.connect(dsn_of(roles.migrator, roles)) as connection:
        major = connection.info.server_version // 10_000
    fitting = [source for source in found if source.major >= major]
    if not fitting:
        raise BackupFailed(
            f"pg_dump and pg_restore of PostgreSQL {major} or newer are not on this machine "
            "(Debian: apt-get install postgresql-client)."
        )
    return min(fitting, key=lambda source: source.major)


def has_tools(source: Source) -> bool:
    """Whether the programs to copy with are there too."""
    return all(os.access(source.program(name), os.X_OK) for name in ("pg_dump", "pg_restore"))


def tool(source: Source, name: str) -> str:
    """Path of one program, or a clear refusal."""
    path = source.program(name)
    if not os.access(path, os.X_OK):
        raise BackupFailed(f"There is no {name} in {source.programs}.")
    return str(path)


def connection_of(role: str, roles: Roles) -> dict[str, str]:
    """The environment in which PostgreSQL's programs sign in with a role; no password on a command line."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SCHAKEL_")} | {
        "PGHOST": os.environ.get("SCHAKEL_DATABASE_HOST", ""),
        "PGPORT": os.environ.get("SCHAKEL_DATABASE_PORT") or "5432",
        "PGDATABASE": os.environ["SCHAKEL_DATABASE_NAME"],
        "PGUSER": role,
        "PGPASSWORD": roles.passwords.get(role, ""),
    }


def dsn_of(role: str, roles: Roles) -> str:
    """Connection string for a role of the configured database."""
    values = connection_of(role, roles)
    return make_conninfo(
        host=values["PGHOST"],
        port=values["PGPORT"],
        dbname=values["PGDATABASE"],
        user=values["PGUSER"],
        password=values["PGPASSWORD"],
    )


def refuse_full_database(roles: Roles) -> None:
    """Stop when the database holds tables already: a backup goes in an empty one."""
    with psycopg.connect(dsn_of(roles.migrator, roles)) as connection:
        found = connection.execute(
            "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
            " where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'"
        ).fetchone()
    if found and found[0]:
        raise BackupFailed(
            f"The database holds {found[0]} tables already. Put a backup in an empty one: "
            "make a new database, or remove this one first."
        )
