"""A worker of gunicorn that leaves to its sibling what it cannot begin with."""

from __future__ import annotations

from typing import Any

from gunicorn.workers.gthread import ThreadWorker

from schakel.site.tidying import Tidying


class SharingWorker(ThreadWorker):
    """Threads as in gunicorn, but no worker takes what the other could begin at once.

    A worker takes in every connection that it hears of first, also when its threads are busy, and whoever comes in over
    a connection that stays open stays with that worker: sixteen readers could all wait for one worker beside another
    that does nothing. This one takes nothing in while each of its threads has work, and as long as something waits
    for a thread here it closes each connection behind its answer, so that the reader comes in where there is room.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.n_in_hand = 0
        self.tidying = Tidying()
        self._max_kept: int = self.cfg.worker_connections - self.cfg.threads

    def enqueue_req(self, conn: Any) -> None:
        """Take a request in hand."""
        self.n_in_hand += 1
        super().enqueue_req(conn)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Let go of a request that is answered."""
        self.n_in_hand -= 1
        super().finish_request(conn, fs)
        self.tidying.answered(is_idle=self.n_in_hand == 0)

    def wait_for_and_dispatch_events(self, timeout: float) -> None:
        """Before waiting for what comes, decide whether to take it in."""
        if self.alive:
            has_room = self.n_in_hand < self.cfg.threads and self.nr_conns < self.worker_connections
            self.set_accept_enabled(has_room)
            self.max_keepalived = 0 if self.n_in_hand > self.cfg.threads else self._max_kept
        super().wait_for_and_dispatch_events(timeout)
