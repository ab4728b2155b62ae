"""The tables of a new database at once, from `tables.sql`: what all migrations together make.

Django draws its models anew at each of some thousand steps of the migrations, which takes half a minute on a database
where nothing is yet. `tables.sql` is made from those migrations and a test holds both equal (decision 0026); what is
newer than the file is migrated after it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib import resources

from psycopg import sql

from schakel.site.roles import NAMES

#: Held while the tables are made, so that two that begin at once make them once.
LOCK = 0x5C4A4B32
#: The first line of the file: the oldest PostgreSQL that reads it, a fingerprint of the migrations that made it, and
#: one of the statements below that line, so that nobody changes them by hand unseen.
HEADER = re.compile(r"-- PostgreSQL (\d+), migrations ([0-9a-f]{12}), statements ([0-9a-f]{12})\n")
APPLIED = re.compile(r"^    \('([^']+)', '([^']+)', now\(\)\)[,;]$", re.MULTILINE)
FITS = """
    select current_setting('server_version_num')::int / 10000 >= %s
       and not exists (select from pg_namespace where nspname in ('tenancy', 'search'))
       and not exists (select from pg_tables where schemaname = 'public')
"""


def text() -> str:
    """The file; empty when there is none."""
    file = resources.files("schakel.site") / "tables.sql"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def made_from(tables: str) -> tuple[int, str]:
    """The oldest PostgreSQL that reads it, and the fingerprint of the migrations it was made from."""
    header = HEADER.match(tables)
    return (int(header[1]), header[2]) if header else (0, "")


def with_header(oldest: int, migrations: str, statements: str) -> str:
    """The statements below the line that tells which servers read them and what they were made from."""
    return f"-- PostgreSQL {oldest}, migrations {migrations}, statements {_digest(statements)}\n{statements}"


def is_as_made(tables: str) -> bool:
    """Whether the statements are the ones that were written below their first line.

    >>> made = with_header(15, "0123456789ab", "CREATE TABLE a ();")
    >>> is_as_made(made), is_as_made(made.replace("TABLE a", "TABLE b"))
    (True, False)
    """
    header = HEADER.match(tables)
    return header is not None and header[3] == _digest(tables[header.end() :])


def _digest(statements: str) -> str:
    return hashlib.sha256(statements.encode()).hexdigest()[:12]


def bring_in() -> bool:
    """Make all tables if this database is empty and the file fits; returns whether they were made.

    It fits when the server reads it and every migration in it is still there. In one transaction; signed in as the
    migrator, as Django is for `schakel migrate`.
    """
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection, transaction
    from django.db.migrations.loader import MigrationLoader

    tables = text()
    oldest, _ = made_from(tables)
    known = set(MigrationLoader(None).disk_migrations)
    if not oldest or not known.issuperset(APPLIED.findall(tables)):
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(FITS, [oldest])
        if not cursor.fetchone()[0]:
            return False
        cursor.execute(for_roles(tables, settings.DATABASE_ROLES))
    return True


def for_roles(tables: str, roles: Mapping[str, str]) -> str:
    """The statements with the names that this installation gives to the roles; keys: owner, migrator, runtime, backup.

    >>> for_roles("GRANT SELECT ON t TO schakel_runtime;", {"runtime": "the pages"})
    'GRANT SELECT ON t TO "the pages";'
    """
    for key, name in roles.items():
        _, ours = NAMES[key]
        if name != ours:
            tables = sql.Identifier(name).as_string(None).join(re.split(rf"\b{ours}\b", tables))
    return tables
