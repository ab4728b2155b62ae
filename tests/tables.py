"""Make `schakel/site/tables.sql` from the migrations, or say whether it is current.

python -m tests.tables            write it
python -m tests.tables --check    end with an error when it was made from other migrations or changed by hand

Both need the server of the tests: `make docs` and `make check` run them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import psycopg
from psycopg.conninfo import conninfo_to_dict

from schakel.site import postgres, tables
from schakel.site.postgres.sources import OLDEST_MAJOR
from tests import database

FILE = database.SOURCES / "site" / "tables.sql"
#: The titles that pg_dump puts above what it writes, and the settings and extensions that `prepare` sees to.
TITLES = re.compile(r"\n*^--\n-- .*\n(?:-- .*\n)*--\n\n*", re.MULTILINE)
NOT_OURS = re.compile(
    r"^(?:SET \w+ = .*|SELECT pg_catalog\.set_config.*|\\(?:un)?restrict .*|-- Dumped .*"
    r"|CREATE EXTENSION .*|COMMENT ON EXTENSION .*)\n",
    re.MULTILINE,
)
DEFAULTS = re.compile(r"^ALTER DEFAULT PRIVILEGES .*;\n", re.MULTILINE)
#: New functions and sequences get rights by default; here each says itself what it grants, so they wait meanwhile.
ASIDE = """\
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public REVOKE USAGE ON SEQUENCES FROM schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner IN SCHEMA public REVOKE ALL ON FUNCTIONS FROM schakel_runtime;
ALTER DEFAULT PRIVILEGES FOR ROLE schakel_owner GRANT ALL ON FUNCTIONS TO PUBLIC;
"""


def main() -> int:
    """Write the file, or check that it was made from these migrations."""
    if "--check" in sys.argv[1:]:
        _, made_from = tables.made_from(tables.text())
        if made_from == database.fingerprint() and tables.is_as_made(tables.text()):
            return 0
        print(
            "src/schakel/site/tables.sql was made from other migrations or changed by hand: run `make docs`."
        )
        return 1
    FILE.write_text(of_the_migrations(), encoding="utf-8")
    print(FILE.relative_to(database.ROOT))
    return 0


def of_the_migrations() -> str:
    """Do every migration one by one in an empty database; return the statements that make the same tables at once.

    PostgreSQL writes some conditions in another form than they were given, and keeps to that form once it has read it;
    so what it wrote is read once and written again.
    """
    names = [f"schakel_{purpose}_{database.WORKER}" for purpose in ("one_by_one", "read_again")]
    try:
        for name in names:
            database.drop(name)
            database.schakel("prepare", database=name)
        database.migrate_one_by_one(names[0])
        with database.as_owner(names[1]) as connection, connection.transaction():
            connection.execute(of(names[0]).encode())
        return of(names[1])
    finally:
        for name in names:
            database.drop(name)


def of(name: str) -> str:
    """The statements that make the tables of this database, and name the migrations that made them."""
    with psycopg.connect(database.dsn_of_superuser(name)) as connection:
        done = connection.execute("select app, name from django_migrations order by id").fetchall()
    dumped = NOT_OURS.sub("", TITLES.sub("\n", _dump(name)))
    body = DEFAULTS.sub("", dumped).strip()
    rows = ",\n".join(f"    ('{app}', '{migration}', now())" for app, migration in done)
    statements = f"""\
-- Made by `make docs` from the migrations, never by hand: see schakel/site/tables.py.
SET LOCAL check_function_bodies = false;
SELECT pg_catalog.set_config('search_path', '', true);
{ASIDE}{body}
{"".join(DEFAULTS.findall(dumped))}\
INSERT INTO public.django_migrations (app, name, applied) VALUES
{rows};
SELECT pg_catalog.set_config('search_path', 'public', true);
"""
    return tables.with_header(OLDEST_MAJOR, database.fingerprint(), statements)


def described(dsn: str) -> list[tuple]:
    """Every table with its rights, columns, constraints, triggers and policies, in words that no version changes.

    Not in them: that PostgreSQL 17 has a right to maintain, and that 18 keeps what may not be empty as a constraint.
    """
    with psycopg.connect(dsn) as connection:
        return connection.execute(
            "select relname,"
            " array(select replace(unnest(coalesce(relacl, acldefault('r', relowner)))::text, 'tm/', 't/') order by 1),"
            " relforcerowsecurity,"
            " (select array_agg(attname::text order by attname) from pg_attribute"
            "  where attrelid = c.oid and attnum > 0 and not attisdropped),"
            " (select array_agg(conname::text order by conname) from pg_constraint"
            "  where conrelid = c.oid and contype <> 'n'),"
            " (select array_agg(tgname::text order by tgname) from pg_trigger"
            "  where tgrelid = c.oid and not tgisinternal),"
            " (select array_agg(polname::text order by polname) from pg_policy where polrelid = c.oid)"
            " from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname"
        ).fetchall()


def _dump(name: str) -> str:
    """The schema as pg_dump writes it."""
    dsn = database.dsn_of_superuser(name)
    parts = conninfo_to_dict(dsn)
    dumped = subprocess.run(
        [str(postgres.find_source().program("pg_dump")), "--schema-only", "--no-owner", f"--dbname={dsn}"],
        env={**os.environ, "PGPASSWORD": str(parts.get("password", ""))},
        capture_output=True,
        text=True,
        check=True,
    )
    return dumped.stdout


if __name__ == "__main__":
    sys.exit(main())
