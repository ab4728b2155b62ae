"""gunicorn in front of the pages: processes with threads, because each page waits for the database."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import NoReturn


class CannotServe(RuntimeError):
    """The pages cannot be served here and now; the message says why."""


def command(host: str, port: int, *, workers: int = 2, threads: int = 4) -> list[str]:
    """The program that serves, with its arguments."""
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "schakel.site.wsgi:application",
        f"--bind={host}:{port}",
        "--worker-class=schakel.site.worker.SharingWorker",
        "--preload",
        f"--workers={workers}",
        f"--threads={threads}",
        "--timeout=60",
        "--graceful-timeout=10",
        "--keep-alive=5",
        "--max-requests=20000",
        "--max-requests-jitter=2000",
        "--log-level=warning",
        f"--worker-tmp-dir={'/dev/shm' if os.path.isdir('/dev/shm') else '/tmp'}",  # noqa: S108, PTH112
    ]


def become_server(host: str, port: int, *, workers: int = 2, threads: int = 4) -> NoReturn:
    """Turn this process into the server: who watches or stops it deals with the server itself."""
    refuse_taken_port(host, port)
    os.execv(sys.executable, command(host, port, workers=workers, threads=threads))  # noqa: S606


def serve(host: str, port: int, *, workers: int = 2, threads: int = 4) -> int:
    """Serve pages beside this process until either is told to stop; returns what the server returned."""
    refuse_taken_port(host, port)
    process = subprocess.Popen(command(host, port, workers=workers, threads=threads))
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait(15)
        raise


def refuse_taken_port(host: str, port: int) -> None:
    """Stop when something else answers on the port already."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise CannotServe(
                f"Port {port} on {host} is taken or not allowed ({fault.strerror}). "
                f"Choose another one: make demo PORT={port + 1}"
            ) from fault
