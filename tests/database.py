"""The PostgreSQL of the tests: started once, with a migrated template that every worker copies.

The template is made anew when a migration or the SQL of tenancy changes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_UN, flock
from pathlib import Path

import psycopg
from psycopg import sql

from schakel.site import postgres, tables

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".schakel" / "test"
SOURCES = ROOT / "src" / "schakel"
#: The tables in which a new database has rows; no test of this house changes those.
FILLED_BY_MIGRATIONS = ("auth_permission", "django_content_type", "django_migrations")
#: In the name of a worker's databases, so that two runs at once do not take each other's away.
WORKER = f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}_{os.getpid()}"


def environment() -> dict[str, str]:
    """Start or join the server of the tests; return the settings that lead to it, in test mode."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return {**postgres.environment(_server(), "schakel_test", mode="test"), "SCHAKEL_POOL_MAX": "2"}


def _server() -> postgres.Server:
    return postgres.start(FOLDER / "server")


def _superuser() -> psycopg.Connection:
    return psycopg.connect(_server().superuser_dsn, autocommit=True)


def fingerprint() -> str:
    """Tell these migrations and the SQL they use from any others."""
    files = [
        *SOURCES.glob("*/migrations/*.py"),
        SOURCES / "tenancy" / "sql.py",
        SOURCES / "tenancy" / "operations.py",
    ]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with open(FOLDER / "lock", "w") as lock:
        flock(lock, LOCK_EX)
        try:
            yield
        finally:
            flock(lock, LOCK_UN)


def schakel(
    *words: str, database: str, role: str = "runtime", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line against one of the test databases; a failure shows what it said."""
    return _run(["-m", "schakel", *words], SCHAKEL_DATABASE_NAME=database, SCHAKEL_DATABASE_ROLE=role, **more)


def python(code: str, *, database: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python against one of the test databases; a failure shows what it said."""
    return _run(["-c", code], SCHAKEL_DATABASE_NAME=database, **more)


def _run(words: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, **environment(), **more}
    done = subprocess.run(
        [sys.executable, *words], env=variables, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}:\n{done.stdout}\n{done.stderr}")
    return done


def template() -> str:
    """Return the name of the migrated template, made now if there is none for these migrations."""
    name = f"schakel_template_{fingerprint()}"
    with _one_at_a_time(), _superuser() as connection:
        if not _exists(connection, name):
            for (old,) in connection.execute(
                "select datname from pg_database where datname like 'schakel\\_template\\_%'"
            ).fetchall():
                connection.execute(
                    sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(old))
                )
            _sweep(connection)
            making = f"{name}_making"
            connection.execute(
                sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(making))
            )
            schakel("prepare", database=making)
            if tables.made_from(tables.text())[1] == fingerprint():
                schakel("migrate", database=making, role="migrator")
            else:
                migrate_one_by_one(making)
            connection.execute(
                sql.SQL("alter database {} rename to {}").format(sql.Identifier(making), sql.Identifier(name))
            )
    return name


def migrate_one_by_one(name: str) -> None:
    """Do every migration in a prepared database, without the file that holds what they make together."""
    python(
        "import django, gc; django.setup(); gc.set_threshold(200_000, 20, 1_000)\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0)",
        database=name,
        DJANGO_SETTINGS_MODULE="schakel.site.settings",
        SCHAKEL_DATABASE_ROLE="migrator",
    )


def dsn_of_superuser(name: str) -> str:
    """The connection string of the administrator to one database."""
    return psycopg.conninfo.make_conninfo(_server().superuser_dsn, dbname=name)


def _sweep(connection: psycopg.Connection) -> None:
    """Remove the databases of test runs that were broken off."""
    names = connection.execute(
        "select datname from pg_database where datname ~ '^schakel_.*_[0-9]+$'"
    ).fetchall()
    for (name,) in names:
        if not Path(f"/proc/{name.rsplit('_', 1)[1]}").exists():
            connection.execute(
                sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
            )


def demo_template() -> str:
    """Return the name of a database with the whole demo loaded, made now if the demo or the tables changed."""
    digest = hashlib.sha256(fingerprint().encode())
    for file in sorted([*SOURCES.rglob("*.py"), *(SOURCES / "demo").rglob("*.yaml")]):
        if file.parent.name not in {"templatetags", "views", "forms"} and "web" not in file.parts:
            digest.update(file.read_bytes())
    name = f"schakel_demo_{digest.hexdigest()[:12]}"
    base = template()
    with _superuser() as connection:
        with _one_at_a_time():
            ready = _exists(connection, name)
            if not ready:
                for (old,) in connection.execute(
                    "select datname from pg_database where datname like 'schakel\\_demo\\_%'"
                ).fetchall():
                    connection.execute(
                        sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(old))
                    )
        if not ready:
            with _loading_the_demo():
                if not _exists(connection, name):
                    making = f"making_{name}"
                    renew(making, base)
                    schakel("demo", "load", database=making)
                    connection.execute(
                        sql.SQL("alter database {} rename to {}").format(
                            sql.Identifier(making), sql.Identifier(name)
                        )
                    )
    return name


@contextmanager
def _loading_the_demo() -> Iterator[None]:
    with open(FOLDER / "demo-lock", "w") as lock:
        flock(lock, LOCK_EX)
        yield


def forget() -> None:
    """Remove the templates, so that the next test that needs one makes it anew."""
    with _one_at_a_time(), _superuser() as connection:
        for (name,) in connection.execute(
            "select datname from pg_database where datname ~ '^schakel_(template|demo)_'"
        ).fetchall():
            connection.execute(
                sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
            )


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is not None


def renew(name: str, source: str | None = None) -> None:
    """Make a database anew as a copy of the template, or of another database that nobody is using."""
    source = source or template()
    with _superuser() as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
        with _one_at_a_time():
            connection.execute(
                sql.SQL("create database {} template {} owner schakel_owner").format(
                    sql.Identifier(name), sql.Identifier(source)
                )
            )
        # Rights on a database itself are not copied with a template.
        connection.execute(
            sql.SQL(
                "revoke all on database {0} from public; "
                "grant connect on database {0} to schakel_runtime, schakel_migrator, schakel_backup"
            ).format(sql.Identifier(name))
        )


def empty(name: str) -> None:
    """Take away every row that a copy of the template does not have: ten times as fast as making the copy anew."""
    with psycopg.connect(dsn_of_superuser(name), autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )
        connection.execute("set session_replication_role = replica")  # tables that only grow refuse otherwise
        filled = connection.execute(
            "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
            " and pg_relation_size(oid) > 0 and relname <> all(%s)",
            [list(FILLED_BY_MIGRATIONS)],
        ).fetchall()
        with connection.transaction():
            for (table,) in filled:
                connection.execute(sql.SQL("delete from {}").format(sql.Identifier(table)))


def exists(name: str) -> bool:
    """Tell whether there is a database of this name."""
    with _superuser() as connection:
        return _exists(connection, name)


def drop(name: str) -> None:
    """Remove a database."""
    with _superuser() as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def as_owner(name: str) -> psycopg.Connection:
    """Open a connection as the owner of the tables, to tamper with what the runtime role cannot."""
    connection = psycopg.connect(dsn_of_superuser(name), autocommit=True)
    connection.execute("set role schakel_owner")
    return connection


def point_django_at(name: str) -> None:
    """Let Django use this database from now on; connections to it that are open stay so."""
    from django.conf import settings
    from django.db import connections

    if connections["default"].settings_dict["NAME"] == name:
        return
    close_connections()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name


def close_connections() -> None:
    """Close this process's connections and its pool, so that the database can be dropped."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
