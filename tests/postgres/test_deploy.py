"""The scripts and settings for running it for real do what their page promises."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
import yaml

from schakel.site import postgres
from schakel.site.roles import Roles, prepare
from schakel.tenancy.checks import KNOWN
from tests import database
from tests.postgres.conftest import end_servers_in
from tests.tables import described

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


def test_every_setting_in_the_example_is_known():
    named = set(
        re.findall(r"^#? ?(SCHAKEL_[A-Z_]+)=", (DEPLOY / "settings.env.example").read_text(), re.MULTILINE)
    )
    assert named
    assert named <= KNOWN


def test_the_services_start_commands_that_exist():
    from schakel.site.commandline import OWN

    files = [*DEPLOY.glob("*.service"), DEPLOY / "compose.yaml", DEPLOY / "Containerfile"]
    text = "".join(path.read_text() for path in files)
    started = re.findall(r"(?:bin/schakel|schakel,|\"schakel\",) \"?([a-z]+)", text)
    assert {"serve", "seal", "worker"} <= set(started) <= set(OWN)


def test_only_one_service_knows_the_administrator():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    knowing = [name for name, service in services.items() if "DATABASE_URL" in str(service)]
    assert knowing == ["prepare"]


@pytest.fixture(scope="module")
def installed() -> Iterator[tuple[postgres.Server, dict[str, str]]]:
    """A server with a prepared and migrated database, and the settings that lead to it."""
    base = Path(tempfile.mkdtemp(prefix="schakel-test-", dir="/tmp"))
    base.chmod(0o755)
    try:
        server = postgres.start(base / "folder", postgres.find_sources()[-1], options=postgres.CARELESS)
        settings = outside(postgres.environment(server, "zorg"))
        prepare(server.superuser_dsn, "zorg", Roles.of_environment(settings))
        run(settings, "schakel", "migrate", "--verbosity=0")
        yield server, settings
    finally:
        end_servers_in(base)
        shutil.rmtree(base)


@pytest.mark.slow
def test_every_postgresql_gets_the_same_tables(installed):
    server, _ = installed  # the oldest on this machine
    elsewhere = server.dsn_of("schakel_superuser", server.secrets["superuser"], "zorg")
    assert described(elsewhere) == described(database.dsn_of_superuser(database.template()))


@pytest.mark.slow
def test_a_nightly_backup_comes_back_in_a_new_database(installed, tmp_path: Path):
    server, settings = installed
    run({**settings, "KEEP_DAYS": "1"}, DEPLOY / "backup.sh", tmp_path / "kept")
    old = tmp_path / "kept" / "schakel-20200101T000000Z.dump"
    old.touch()
    os.utime(old, (1, 1))
    run({**settings, "KEEP_DAYS": "1"}, DEPLOY / "backup.sh", tmp_path / "kept")
    assert not old.exists()
    newest = max((tmp_path / "kept").glob("*.dump"))
    assert newest.stat().st_mode & 0o077 == 0

    password = quote(server.secrets["superuser"])
    host = quote(str(server.socket_dir), safe="")
    administrator = f"postgresql://schakel_superuser:{password}@/postgres?host={host}"
    again = {**settings, "SCHAKEL_DATABASE_NAME": "terug", "DATABASE_URL": administrator}
    assert "Alle zegels kloppen" in run(again, DEPLOY / "restore.sh", newest)
    assert tables(server, "terug") == tables(server, "zorg")


@pytest.mark.slow
def test_in_production_it_serves_behind_a_proxy_and_stops_when_told(installed):
    _, settings = installed
    port = free_port()
    real = {**settings, "SCHAKEL_MODE": "production", "SCHAKEL_BASE_URL": "https://zorg.example.org"}
    run(real, "schakel", "collectstatic", "--no-input", "--verbosity=0")
    assert "no issues" in run(real, "schakel", "check", "--deploy", "--fail-level=WARNING")
    process = subprocess.Popen(["schakel", "serve", f"--port={port}"], env=real)
    try:
        page = wait_for_page(port)
        assert page.status == 200
        assert page.headers["Strict-Transport-Security"].startswith("max-age=")
        assert ask(port, {"Host": "zorg.example.org"}).status == 301
        assert ask(port, {"Host": "elsewhere.example.org", "X-Forwarded-Proto": "https"}).status == 400
    finally:
        process.terminate()
        assert process.wait(30) == 0
    with pytest.raises(ConnectionRefusedError):
        ask(port, {})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"SCHAKEL_DATABASE_ROLE": "migrator"}, "schakel_owner"),
        ({"SCHAKEL_SECRET_KEY": "short"}, "SCHAKEL_SECRET_KEY"),
        ({"SCHAKEL_CONTEXT_KEYS": "misspelled"}, "SCHAKEL_CONTEXT_KEYS"),
        ({"SCHAKEL_BASE_URL": ""}, "SCHAKEL_BASE_URL"),
    ],
)
def test_in_production_it_refuses_unsafe_settings(installed, wrong, told):
    real = {
        **installed[1],
        "SCHAKEL_MODE": "production",
        "SCHAKEL_BASE_URL": "https://zorg.example.org",
        **wrong,
    }
    done = subprocess.run(
        ["schakel", "serve", f"--port={free_port()}"],
        env=real,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert told in done.stderr


def wait_for_page(port: int) -> http.client.HTTPResponse:
    """The first page, once the server is there."""
    for _ in range(300):
        try:
            return ask(port, {"Host": "zorg.example.org", "X-Forwarded-Proto": "https"})
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise TimeoutError("the server did not come")


def ask(port: int, headers: dict[str, str]) -> http.client.HTTPResponse:
    """Ask for the first page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", "/", headers=headers)
        answer = connection.getresponse()
        answer.read()
        return answer
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def outside(settings: dict[str, str]) -> dict[str, str]:
    """The environment of somebody who has only these settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SCHAKEL_", "DATABASE_URL", "DJANGO_"))
    }
    return kept | settings | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def run(settings: dict[str, str], *command: str | Path) -> str:
    """Run a command and return what it said; a failure shows it."""
    done = subprocess.run(
        [str(part) for part in command], env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tables(server: postgres.Server, database: str) -> list[tuple]:
    """Every table with its protection and its rights."""
    dsn = server.dsn_of("schakel_superuser", server.secrets["superuser"], database)
    with psycopg.connect(dsn) as connection:
        return connection.execute(
            "select relnamespace::regnamespace::text, relname, relrowsecurity, relforcerowsecurity,"
            " relowner::regrole::text,"
            " coalesce(relacl, acldefault('r', relowner))::text,"
            " (select count(*) from pg_policy where polrelid = c.oid)"
            " from pg_class c where relkind in ('r', 'v', 'm', 'p') and relnamespace::regnamespace::text"
            " not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1, 2"
        ).fetchall()
