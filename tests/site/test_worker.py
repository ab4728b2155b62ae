"""Readers who keep their connection open are shared between the workers, and none waits beside an idle worker."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.bench.server import HOST, free_port

pytestmark = pytest.mark.slow

N_READERS, N_REQUESTS = 16, 25
PROGRAM = """
import os, time

def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        open("begun", "w").close()
        time.sleep(0.3)
    time.sleep(0.01)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode()]
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server of two workers with two threads each, that says which of them answered; and its port."""
    (tmp_path / "who_answers.py").write_text(PROGRAM)
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "who_answers:application", f"--bind={HOST}:{port}"]
    command += ["--worker-class=schakel.site.worker.SharingWorker", "--workers=2", "--threads=2"]
    server = subprocess.Popen(
        [*command, "--keep-alive=5", "--log-level=warning"], cwd=tmp_path, env=dict(os.environ)
    )
    try:
        wait_for(port)
        yield server, port
    finally:
        server.terminate()
        server.wait(15)


@pytest.fixture
def port(server: tuple[subprocess.Popen[bytes], int]) -> int:
    """The port of such a server."""
    return server[1]


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            with reader(port) as connection:
                connection.connect()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server did not answer")


def reader(port: int) -> closing[http.client.HTTPConnection]:
    """Someone whose connection stays open until the test is done."""
    return closing(http.client.HTTPConnection(HOST, port, timeout=20))


def ask(connection: http.client.HTTPConnection, path: str = "/") -> tuple[str, bool]:
    """Who answered, and whether the connection stays open."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.read().decode(), answer.headers.get("Connection") != "close"


def test_readers_with_open_connections_are_shared_between_the_workers(port: int) -> None:
    answered: Counter[str] = Counter()
    lock = threading.Lock()

    def read(connection: http.client.HTTPConnection) -> None:
        for _ in range(N_REQUESTS):
            who, _stays = ask(connection)
            with lock:
                answered[who] += 1

    with ExitStack() as stack:
        readers = [stack.enter_context(reader(port)) for _ in range(N_READERS)]
        for one in readers:  # one after the other, so that one worker could take them all
            ask(one)
        threads = [threading.Thread(target=read, args=(one,)) for one in readers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert answered.total() == N_READERS * N_REQUESTS, "nobody was turned away"
    assert len(answered) == 2
    assert min(answered.values()) > answered.total() / 4


def test_a_reader_alone_keeps_the_connection(port: int) -> None:
    with reader(port) as connection:
        answers = [ask(connection) for _ in range(5)]
    assert all(stays for _who, stays in answers)
    assert len({who for who, _stays in answers}) == 1


def test_a_server_that_stops_answers_what_it_has_in_hand_and_takes_in_nothing_more(
    server: tuple[subprocess.Popen[bytes], int], tmp_path: Path
) -> None:
    process, port = server
    with ThreadPoolExecutor(1) as pool, reader(port) as connection:
        answer = pool.submit(ask, connection, "/slow")
        while not (tmp_path / "begun").exists():
            assert not answer.done(), answer.result()
            time.sleep(0.01)
        process.terminate()
        who, _stays = answer.result(timeout=20)
    assert who.isdigit()
    assert process.wait(20) == 0
    with reader(port) as late, pytest.raises(ConnectionRefusedError):
        late.connect()
