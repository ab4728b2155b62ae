"""Four roles, each with no more than it needs, made by whoever may and told as SQL to whoever may not."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from schakel.site import backup, postgres
from schakel.site.postgres import Server
from schakel.site.roles import EXTENSIONS, CannotPrepare, Roles, prepare, sql_to_run
from tests.postgres.conftest import end_servers_in

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One server for these tests."""
    base = Path(tempfile.mkdtemp(prefix="schakel-test-", dir="/tmp"))
    base.chmod(0o755)
    try:
        yield postgres.start(base / "folder", postgres.find_sources()[0], options=postgres.CARELESS)
    finally:
        end_servers_in(base)
        shutil.rmtree(base)


@pytest.fixture
def roles(server: Server, monkeypatch) -> Roles:
    """The roles of the server's own settings, which are also those of the environment."""
    for name in [name for name in os.environ if name.startswith(("SCHAKEL_", "DATABASE_URL"))]:
        monkeypatch.delenv(name)
    for name, value in postgres.environment(server, "zorg").items():
        monkeypatch.setenv(name, value)
    return Roles.of_environment()


@pytest.fixture
def zorg(server: Server, roles: Roles) -> Iterator[None]:
    """A prepared database with one closed table."""
    prepare(server.superuser_dsn, "zorg", roles)
    with as_role(server, roles.migrator, roles, options=f"-c role={roles.owner}") as migrator:
        migrator.execute("create table secret (number int)")
        migrator.execute("alter table secret enable row level security, force row level security")
        migrator.execute("insert into secret values (1), (2), (3)")
    yield
    with psycopg.connect(server.superuser_dsn, autocommit=True) as admin:
        admin.execute("drop database zorg with (force)")


def as_role(
    server: Server, role: str, roles: Roles, database: str = "zorg", **more: str
) -> psycopg.Connection:
    dsn = server.dsn_of(role, roles.passwords[role], database)
    return psycopg.connect(make_conninfo(dsn, **more), autocommit=True)


def test_a_second_time_nothing_is_left_to_make(server: Server, roles: Roles, zorg: None):
    assert prepare(server.superuser_dsn, "zorg", roles) == []


def test_several_may_prepare_at_once(server: Server, roles: Roles):
    names = [f"zorg_{number}" for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda name: prepare(server.superuser_dsn, name, roles), names))
    assert all(any(f"database {name}" == one for one in told) for name, told in zip(names, made, strict=True))
    assert sum("role schakel_owner" in told for told in made) <= 1


def test_runtime_has_nothing_of_itself(server: Server, roles: Roles, zorg: None):
    with as_role(server, roles.runtime, roles) as runtime:
        for attempt in (
            "select * from secret",
            "create table mine (number int)",
            "create schema mine",
            "create temporary table mine (number int)",
            f"set role {roles.owner}",
            "create role friend",
            "create extension hstore",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                runtime.execute(attempt)
        bypasses, is_super = runtime.execute(
            "select rolbypassrls, rolsuper from pg_roles where rolname = current_user"
        ).fetchone()
        assert (bypasses, is_super) == (False, False)
        assert runtime.execute("show statement_timeout").fetchone() == ("30s",)


def test_the_migrator_acts_as_owner_and_sees_every_row(server: Server, roles: Roles, zorg: None):
    with as_role(server, roles.migrator, roles, options=f"-c role={roles.owner}") as migrator:
        assert migrator.execute("select current_user").fetchone() == (roles.owner,)
        assert migrator.execute("update secret set number = number + 1").rowcount == 3
    with as_role(server, roles.migrator, roles) as plain, pytest.raises(psycopg.errors.InsufficientPrivilege):
        plain.execute("select * from secret")


def test_backup_reads_every_row_and_writes_none(server: Server, roles: Roles, zorg: None):
    with as_role(server, roles.backup, roles) as reader:
        assert reader.execute("select count(*) from secret").fetchone() == (3,)
        with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
            reader.execute("delete from secret")
        reader.execute("set default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            reader.execute("delete from secret")


def test_the_owner_cannot_sign_in(server: Server, roles: Roles, zorg: None):
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.dsn_of(roles.owner, "", "zorg"))


def test_a_new_function_is_closed_outside_schema_public(server: Server, roles: Roles, zorg: None):
    with as_role(server, roles.migrator, roles, options=f"-c role={roles.owner}") as migrator:
        migrator.execute("create schema vault; grant usage on schema vault to public")
        migrator.execute("create function vault.key() returns int language sql as 'select 1'")
        migrator.execute("create function public.plain() returns int language sql as 'select 1'")
    with as_role(server, roles.runtime, roles) as runtime:
        assert runtime.execute("select public.plain()").fetchone() == (1,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            runtime.execute("select vault.key()")
    with as_role(server, roles.backup, roles) as reader, pytest.raises(psycopg.errors.InsufficientPrivilege):
        reader.execute("select public.plain()")


def test_a_role_that_gained_power_loses_it_again(server: Server, roles: Roles, zorg: None):
    with psycopg.connect(server.superuser_dsn, autocommit=True) as admin:
        admin.execute(f"alter role {roles.runtime} bypassrls")
    assert prepare(server.superuser_dsn, "zorg", roles) == [f"attributes of role {roles.runtime}"]


def test_a_changed_password_is_set(server: Server, roles: Roles, zorg: None, monkeypatch):
    monkeypatch.setenv("SCHAKEL_RUNTIME_PASSWORD", "another-one")
    changed = Roles.of_environment()
    prepare(server.superuser_dsn, "zorg", changed)
    as_role(server, changed.runtime, changed).close()
    prepare(server.superuser_dsn, "zorg", roles)
    as_role(server, roles.runtime, roles).close()


def test_who_may_not_make_roles_gets_the_exact_sql_and_it_works(server: Server, monkeypatch):
    for name, value in {
        "SCHAKEL_OWNER_ROLE": "managed_owner",
        "SCHAKEL_MIGRATOR_ROLE": "managed_migrator",
        "SCHAKEL_RUNTIME_ROLE": "managed_runtime",
        "SCHAKEL_BACKUP_ROLE": "managed_backup",
        "SCHAKEL_MIGRATOR_PASSWORD": "a-1",
        "SCHAKEL_RUNTIME_PASSWORD": "b'2",
        "SCHAKEL_BACKUP_PASSWORD": "c-3",
    }.items():
        monkeypatch.setenv(name, value)
    managed = Roles.of_environment()
    with psycopg.connect(server.superuser_dsn, autocommit=True) as admin:
        admin.execute("create role tenant login createrole createdb password 'tenant'")
    limited = server.dsn_of("tenant", "tenant", "postgres")
    with pytest.raises(CannotPrepare) as refusal:
        prepare(limited, "managed", managed)
    told = str(refusal.value)
    assert "bypassrls" in told.lower()
    script = told.split("run the command again:")[1].strip()
    assert script == sql_to_run(managed, "managed")

    run_psql(server, script)
    run_psql(server, script)
    for role in (managed.migrator, managed.runtime, managed.backup):
        as_role(server, role, managed, "managed").close()
    with psycopg.connect(server.dsn_of("schakel_superuser", server.secrets["superuser"], "managed")) as admin:
        found = {name for (name,) in admin.execute("select extname from pg_extension")}
    assert set(EXTENSIONS) <= found
    assert prepare(server.superuser_dsn, "managed", managed) == []


def run_psql(server: Server, script: str) -> None:
    """Run a script as an administrator would."""
    subprocess.run(
        [server.source.program("psql"), "--no-psqlrc", "-v", "ON_ERROR_STOP=1", server.superuser_dsn],
        input=script,
        text=True,
        check=True,
        capture_output=True,
    )


def test_a_backup_comes_back_whole_or_not_at_all(
    server: Server, roles: Roles, zorg: None, tmp_path: Path, monkeypatch
):
    file = tmp_path / "zorg.dump"
    backup.dump(server.folder, file)
    assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(backup.BackupFailed, match="holds 1 tables already"):
        backup.restore(server.folder, file)

    monkeypatch.setenv("SCHAKEL_DATABASE_NAME", "terug")
    prepare(server.superuser_dsn, "terug", roles)
    half = tmp_path / "half.dump"
    half.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(backup.BackupFailed, match="Nothing was put back"):
        backup.restore(server.folder, half)
    backup.restore(server.folder, file)
    with as_role(server, roles.backup, roles, "terug") as reader:
        assert reader.execute("select sum(number) from secret").fetchone() == (6,)
        forced, owner = reader.execute(
            "select relforcerowsecurity, relowner::regrole::text from pg_class where relname = 'secret'"
        ).fetchone()
        assert (forced, owner) == (True, roles.owner)
    denied = pytest.raises(psycopg.errors.InsufficientPrivilege)
    with as_role(server, roles.runtime, roles, "terug") as runtime, denied:
        runtime.execute("select * from secret")


def test_a_backup_that_fails_leaves_no_half_file(
    server: Server, roles: Roles, zorg: None, tmp_path: Path, monkeypatch
):
    monkeypatch.setenv("SCHAKEL_BACKUP_PASSWORD", "wrong")
    with pytest.raises(backup.BackupFailed, match="not written"):
        backup.dump(server.folder, tmp_path / "zorg.dump")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(backup.BackupFailed, match="no file"):
        backup.restore(server.folder, tmp_path / "zorg.dump")
