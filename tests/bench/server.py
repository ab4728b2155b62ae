"""gunicorn as in production, on loopback, against a database of its own with the large network in it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schakel.site import serve
from tests import database

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
N_WORKERS, N_THREADS = 2, 4
SECONDS_TO_START = 30.0


def free_port() -> int:
    """Return a port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def large_database(small: bool) -> Iterator[dict[str, str]]:
    """Make a database with the network Schaal; it is removed afterwards. Yields the settings that lead to it."""
    name = f"schakel_bench_{os.getpid()}"
    settings = database.environment() | {
        "SCHAKEL_MODE": "demo",
        "SCHAKEL_DATABASE_NAME": name,
        "SCHAKEL_POOL_MAX": "6",
    }
    os.environ.update(settings)
    database.renew(name)
    try:
        words = ["demo", "scale", *(["--small"] if small else [])]
        print(database.schakel(*words, database=name).stdout.strip(), flush=True)
        yield settings
    finally:
        database.close_connections()
        database.drop(name)


@contextmanager
def pages(settings: dict[str, str]) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Serve the pages; yields the port and the master process."""
    port = free_port()
    environment = (
        os.environ
        | settings
        | {
            "DJANGO_SETTINGS_MODULE": "tests.bench.settings",
            "PYTHONPATH": str(ROOT),
            "SCHAKEL_BASE_URL": f"http://{HOST}:{port}",
        }
    )
    command = serve.command(HOST, port, workers=N_WORKERS, threads=N_THREADS)
    master = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL)
    try:
        _wait(port, master)
        yield port, master
    finally:
        master.terminate()
        try:
            master.wait(15)
        except subprocess.TimeoutExpired:
            master.kill()
            master.wait()


def _wait(port: int, master: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if master.poll() is not None:
            raise RuntimeError("The server did not start; why stands above.")
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not answer in time.")


def workers_of(master: subprocess.Popen[bytes]) -> list[int]:
    """Return the process numbers of the workers."""
    children = Path(f"/proc/{master.pid}/task/{master.pid}/children")
    return [int(pid) for pid in children.read_text().split()] if children.exists() else []


def pss_mb(pid: int) -> float:
    """Return the memory of a process in MB: its own pages, and its share of those it shares; nan where not known."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return float("nan")
    kb = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return kb / 1024
