"""Everything on one machine: database, tables, demo, pages, seals and the worker, until Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from schakel.site import machine, postgres, serve
from schakel.site.postgres.account import ELSEWHERE

HOST = "127.0.0.1"
FIRST_PAGE_SECONDS = 60.0


class Enough(BaseException):
    """Somebody asked to stop."""


def run(folder: Path, port: int) -> int:
    """Bring everything up, say where it is, and take down what this run started when told to stop."""
    signal_handlers()
    started = time.monotonic()
    address = f"http://{HOST}:{port}"
    try:
        serve.refuse_taken_port(HOST, port)
        say(f"Starting the database: {postgres.find_source()}")
        with machine.database(folder, base_url=address, make=True):
            say("Bringing the tables up to date")
            schakel("migrate", "--verbosity=0")
            say("Loading the demo: what is there already stays")
            schakel("demo", "load")
            say("Starting the pages")
            beside = [[sys.executable, "-m", "schakel", name] for name in ("seal", "worker")]
            with programs(serve.command(HOST, port), *beside) as processes:
                wait_for_page(address, processes[0])
                tell(address, time.monotonic() - started)
                wait_for_end(processes)
    except Enough:
        say("Stopped. The data is kept; make demo-reset forgets it.")
    return 0


def forget(folder: Path) -> int:
    """Stop the folder's database and remove its data, passwords, log and style sheet; nothing else."""
    if not (folder / "secrets.json").exists():
        say("There is no demo data to forget.")
        return 0
    server = postgres.running(folder)
    if server:
        server.stop()
    places = {folder}
    note = folder / "elsewhere"
    if note.exists():
        elsewhere = Path(note.read_text(encoding="utf-8").strip())
        if elsewhere.parent == ELSEWHERE:
            places.add(elsewhere)
    for place in places:
        for name in ("data", "data.unfinished", "socket", "log", "static", "style", "chain"):
            shutil.rmtree(place / name, ignore_errors=True)
        if place != folder:
            place.rmdir()
    for name in ("secrets.json", "elsewhere", "socket_folder", "lock", "users", "started_for_us"):
        (folder / name).unlink(missing_ok=True)
    say("The demo's data is gone. The next make demo starts over.")
    return 0


def say(words: str) -> None:
    """Tell the person at the terminal what happens."""
    print(f"· {words}", flush=True)  # noqa: T201


def tell(address: str, seconds: float) -> None:
    """Print the address and the people one can be."""
    people = subprocess.run(
        [sys.executable, "-m", "schakel", "demo", "people"], capture_output=True, text=True, check=False
    )
    lines = ["", f"  Schakel is ready after {seconds:.0f} seconds:  {address}/", ""]
    if people.returncode == 0 and people.stdout.strip():
        lines += ["  Be one of these made-up people, on the page behind 'Inloggen':", ""]
        lines += [f"    {line}".rstrip() for line in people.stdout.strip("\n").splitlines()]
        lines += [""]
    lines += ["  Ctrl-C stops everything."]
    print("\n".join(lines), flush=True)  # noqa: T201


def schakel(*words: str) -> None:
    """Run one of our own commands in a process of its own, and pass on what it says."""
    process = subprocess.Popen(
        [sys.executable, "-m", "schakel", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            print(f"    {line.rstrip()}", flush=True)  # noqa: T201
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if code:
        raise serve.CannotServe(f"schakel {' '.join(words)} did not work; why stands above.")


@contextmanager
def programs(*commands: list[str]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start programs beside this one and stop them all afterwards, the last one first."""
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            # A session of their own: Ctrl-C reaches us alone, and we stop them in order.
            processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True))
        yield processes
    finally:
        for process in reversed(processes):
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End one program: first kindly, then not."""
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for_page(address: str, pages: subprocess.Popen[bytes]) -> None:
    """Wait until the first page is really there."""
    deadline = time.monotonic() + FIRST_PAGE_SECONDS
    while time.monotonic() < deadline:
        if pages.poll() is not None:
            raise serve.CannotServe("The pages did not start; why stands above.")
        try:
            with urllib.request.urlopen(f"{address}/", timeout=10):  # noqa: S310
                return
        except urllib.error.HTTPError as fault:
            raise serve.CannotServe(f"The first page fails ({fault.code}); why stands above.") from fault
        except OSError:
            time.sleep(0.1)
    raise serve.CannotServe(f"The first page did not come within {FIRST_PAGE_SECONDS:.0f} seconds.")


def wait_for_end(processes: list[subprocess.Popen[bytes]]) -> None:
    """Wait until somebody asks to stop; a program that ends by itself is told."""
    while True:
        for process in processes:
            if process.poll() is not None:
                raise serve.CannotServe(
                    f"A program ended by itself with code {process.returncode}; why stands above."
                )
        time.sleep(0.5)


def signal_handlers() -> None:
    """Ctrl-C, a closed terminal and a polite kill all mean the same."""

    def enough(number: int, frame: FrameType | None) -> None:
        for same in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(same, signal.SIG_IGN)  # taking down is not interrupted
        raise Enough

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, enough)
