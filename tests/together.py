"""Two deeds at the same moment, the same way every time: the second begins before the first is committed."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from django.db import connection, connections

SECONDS = 20


def begun(pool: ThreadPoolExecutor, deed: Callable[[], Any]) -> Future[Any]:
    """Begin this deed on a connection of its own; come back when it waits for the transaction we are in."""

    def run() -> Any:
        try:
            return deed()
        finally:
            connections.close_all()

    future, began = pool.submit(run), time.monotonic()
    while not _somebody_waits_for_us():
        assert not future.done(), f"it did not wait, and gave {future.exception() or future.result()!r}"
        assert time.monotonic() - began < SECONDS, "it never came to where it has to wait"
        time.sleep(0.01)
    return future


def _somebody_waits_for_us() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "select exists (select from pg_locks"
            " where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))"
        )
        return bool(cursor.fetchone()[0])
