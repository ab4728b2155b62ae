"""The tables of a new database come from one file, which holds what all migrations together make."""

import pytest

from schakel.site import tables
from schakel.site.commandline import ONLY_WORDS
from tests import database
from tests import tables as making
from tests.examples import IS_NIGHT


@pytest.fixture
def empty():
    """The name of a database with roles and extensions and nothing else."""
    names = []

    def make(purpose: str) -> str:
        name = f"schakel_{purpose}_{database.WORKER}"
        database.drop(name)
        database.schakel("prepare", database=name)
        names.append(name)
        return name

    yield make
    for name in names:
        database.drop(name)


def test_a_database_made_from_the_file_holds_to_the_letter_what_the_file_says(empty):
    at_once = empty("at_once")
    database.schakel("migrate", database=at_once, role="migrator")
    assert making.of(at_once) == tables.text()


@pytest.mark.skipif(
    not IS_NIGHT, reason="two minutes for what `make docs` did with these very migrations: `make nightly`"
)
def test_the_file_makes_what_the_migrations_make_one_by_one():
    assert making.of_the_migrations() == tables.text()


def test_a_database_that_has_tables_is_left_as_it_is(empty):
    name = empty("has_tables")
    with database.as_owner(name) as connection:
        connection.execute("create table public.of_somebody_else ()")
    told = database.python(
        "from schakel.site import tables; print(tables.bring_in())",
        database=name,
        DJANGO_SETTINGS_MODULE="schakel.site.settings",
        SCHAKEL_DATABASE_ROLE="migrator",
    )
    assert told.stdout.strip() == "False"
    with database.as_owner(name) as connection:
        assert connection.execute(
            "select count(*) from pg_tables where schemaname = 'public'"
        ).fetchone() == (1,)


def test_looking_at_what_would_be_migrated_makes_nothing(empty):
    name = empty("looked_at")
    told = database.schakel("migrate", "--plan", database=name, role="migrator")
    assert "tenancy" in told.stdout
    with database.as_owner(name) as connection:
        assert connection.execute("select to_regclass('public.django_migrations')").fetchone() == (None,)


def test_the_file_was_made_from_these_migrations():
    oldest, fingerprint = tables.made_from(tables.text())
    assert fingerprint == database.fingerprint(), "run `make docs`"
    assert oldest >= 15
    assert tables.is_as_made(tables.text()), "changed by hand: run `make docs`"
    assert len(tables.APPLIED.findall(tables.text())) > 100


def test_without_a_header_the_file_is_not_used():
    assert tables.made_from("CREATE TABLE a ();") == (0, "")


def test_roles_get_the_names_of_the_installation():
    names = {
        "owner": "schakel_owner",
        "runtime": "pages",
        "backup": 'odd"one',
        "migrator": "schakel_migrator",
    }
    made = tables.for_roles(
        "GRANT SELECT ON a TO schakel_runtime; GRANT b TO schakel_backup; ALTER c OWNER TO schakel_owner;",
        names,
    )
    assert made == 'GRANT SELECT ON a TO "pages"; GRANT b TO "odd""one"; ALTER c OWNER TO schakel_owner;'


@pytest.mark.parametrize(
    "word", ["-v", "0", "-v2", "--verbosity=0", "--verbosity", "--noinput", "--no-input"]
)
def test_words_about_printing_leave_migrate_whole(word):
    assert ONLY_WORDS.fullmatch(word)


@pytest.mark.parametrize(
    "word", ["--plan", "--check", "--fake", "governance", "0007_more", "zero", "--prune"]
)
def test_words_about_doing_do_not(word):
    assert not ONLY_WORDS.fullmatch(word)
