"""The command `schakel`: what it says, as whom it signs in, and that mistakes are told in plain words."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread

import psycopg
import pytest

from schakel.site import commandline, local, machine, postgres, serve
from tests.postgres.conftest import end_servers_in


@pytest.fixture(autouse=True)
def nothing_is_configured(monkeypatch) -> None:
    """A shell in which nobody set anything."""
    for name in [name for name in os.environ if name.startswith(("SCHAKEL_", "DATABASE_URL"))]:
        monkeypatch.delenv(name)


@pytest.fixture
def folder(monkeypatch) -> Iterator[Path]:
    """A folder for one database, forgotten afterwards."""
    base = Path(tempfile.mkdtemp(prefix="schakel-test-", dir="/tmp"))
    base.chmod(0o755)
    monkeypatch.setenv("SCHAKEL_FOLDER", str(base / "folder"))
    try:
        yield base / "folder"
    finally:
        end_servers_in(base)
        shutil.rmtree(base)


def test_without_words_it_says_what_there_is(capsys):
    assert commandline.main([]) == 0
    assert "schakel network load FILE" in capsys.readouterr().out


def test_every_own_command_is_in_the_overview():
    for name in commandline.parsers():
        assert f"schakel {name}" in commandline.OVERVIEW or name == "prepare"
    for name in commandline.DATABASE_COMMANDS:
        assert f"schakel database {name}" in commandline.OVERVIEW


@pytest.mark.parametrize(
    ("words", "role"), [(["migrate", "--plan"], "migrator"), (["journal", "verify"], None)]
)
def test_only_changing_tables_signs_in_as_migrator(words, role, monkeypatch):
    monkeypatch.setenv("SCHAKEL_DATABASE_NAME", "zorg")
    monkeypatch.delenv("SCHAKEL_DATABASE_ROLE", raising=False)
    seen = []
    monkeypatch.setattr(
        "django.core.management.execute_from_command_line",
        lambda words: seen.append((words, os.environ.get("SCHAKEL_DATABASE_ROLE"))),
    )
    monkeypatch.setenv("SCHAKEL_DATABASE_ROLE", "")
    assert commandline.main(words) == 0
    assert seen == [(["schakel", *words], role or "")]


@pytest.mark.parametrize(
    "fault",
    [
        postgres.NoPostgres("There is no PostgreSQL to use."),
        postgres.ServerFailed("The database does not start."),
        serve.CannotServe("The port is taken."),
    ],
)
def test_a_mistake_is_told_without_a_traceback(fault, monkeypatch, capsys):
    def stumble(options: object) -> int:
        raise fault

    monkeypatch.setitem(commandline.OWN, "seal", stumble)
    assert commandline.main(["seal"]) == 1
    assert capsys.readouterr().err == f"{fault}\n"


def test_a_server_elsewhere_without_its_administrator_says_what_to_do(monkeypatch, capsys):
    monkeypatch.setenv("SCHAKEL_DATABASE_NAME", "zorg")
    monkeypatch.setenv("SCHAKEL_DATABASE_HOST", "db.example.org")
    assert commandline.main(["prepare", "--folder", "/nonexistent/folder"]) == 1
    assert "schakel database sql" in capsys.readouterr().out
    assert commandline.main(["database", "sql"]) == 0
    told = capsys.readouterr().out
    assert 'create role "schakel_owner" nologin bypassrls' in told
    assert '\\connect "zorg"' in told


def test_a_taken_port_is_refused_with_another_one():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(serve.CannotServe, match=f"PORT={port + 1}"):
            serve.refuse_taken_port("127.0.0.1", port)
    serve.refuse_taken_port("127.0.0.1", port)


@pytest.mark.slow
def test_the_folders_database_is_started_prepared_and_stopped(folder: Path, capsys):
    assert commandline.main(["database", "settings"]) == 1
    assert "First: schakel database start" in capsys.readouterr().err
    assert commandline.main(["database", "start"]) == 0
    assert commandline.main(["prepare"]) == 0
    capsys.readouterr()
    assert commandline.main(["database", "settings"]) == 0
    assert "export SCHAKEL_DATABASE_NAME='schakel'" in capsys.readouterr().out
    file = folder.parent / "copy.dump"
    assert commandline.main(["database", "dump", str(file)]) == 0
    assert file.stat().st_size > 0
    assert commandline.main(["database", "restore", str(file)]) == 0
    assert commandline.main(["database", "stop"]) == 0
    assert commandline.main(["database", "stop"]) == 0
    assert "was not running" in capsys.readouterr().out


@pytest.mark.slow
def test_a_server_started_for_one_command_stops_with_it(folder: Path):
    with machine.database(folder, make=True) as server:
        assert server is not None
        assert server.started_here
        with machine.database(folder) as second:
            assert second is not None
            assert not second.started_here
        assert postgres.running(folder) is not None
    assert postgres.running(folder) is None


@pytest.mark.slow
def test_the_last_to_use_a_server_stops_it_whoever_started_it(folder: Path):
    first, second = ExitStack(), ExitStack()
    first.enter_context(machine.database(folder, make=True))
    server = second.enter_context(machine.database(folder))
    first.close()
    assert server is not None
    with psycopg.connect(server.superuser_dsn) as connection:
        assert connection.execute("select 1").fetchone() == (1,), "who came later is not cut off"
    second.close()
    assert postgres.running(folder) is None


def test_who_comes_while_the_server_stops_waits_and_says_so(folder: Path, capsys):
    with machine.in_use(folder):
        pass
    stopping = os.open(folder / "users", os.O_RDWR)
    fcntl.flock(stopping, fcntl.LOCK_EX)
    came = Event()

    def come() -> None:
        with machine.in_use(folder):
            came.set()

    comer = Thread(target=come)
    comer.start()
    assert not came.wait(timeout=0.2)
    os.close(stopping)
    assert came.wait(timeout=20)
    comer.join(timeout=20)
    assert "is still stopping; waiting for it" in capsys.readouterr().out


@pytest.mark.slow
def test_the_demo_comes_up_stops_whole_keeps_its_data_and_can_be_forgotten(folder: Path, capsys):
    first = demo(folder)
    assert "Be one of these made-up people" in first
    secrets = (folder / "secrets.json").read_text()
    second = demo(folder)
    assert "Schakel is ready" in second
    assert (folder / "secrets.json").read_text() == secrets
    assert local.forget(folder) == 0
    assert list(folder.iterdir()) == []
    assert local.forget(folder) == 0


def demo(folder: Path) -> str:
    """Run the demo until its first page, press Ctrl-C, and see that nothing is left running."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "schakel", "local", "--folder", str(folder), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines = []
    assert process.stdout is not None
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C stops everything" in line:
            break
    assert process.poll() is None, "".join(lines)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
        assert "Zenderen" in page.read().decode()
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 0, rest
    assert "The data is kept" in rest
    time.sleep(0.1)
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)
    assert postgres.running(folder) is None
    return "".join(lines)
