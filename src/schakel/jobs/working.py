"""Doing long work: it says how far it is while nobody sees its changes yet, and stops when it is asked to."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from schakel.jobs import actions, queue
from schakel.jobs.rules import JobState, Outcome
from schakel.tenancy.context import system
from schakel.web.refusal import Refused

log = logging.getLogger(__name__)
#: Seconds between two times that progress is written; a page asks every two seconds.
TELL_EVERY = 0.5
#: In a test all is one transaction, so progress goes through the same connection.
_in_one_transaction: ContextVar[bool] = ContextVar("in_one_transaction", default=False)


@contextmanager
def in_one_transaction() -> Iterator[None]:
    """Write progress through the connection of the work itself: what is not committed is seen nowhere else."""
    token = _in_one_transaction.set(True)
    try:
        yield
    finally:
        _in_one_transaction.reset(token)


class Work:
    """One job while it is being done."""

    def __init__(self, network_id: UUID, job_id: UUID) -> None:
        self.network_id, self.job_id = network_id, job_id
        self._told_at = 0.0
        self._beside: ThreadPoolExecutor | None = None

    def tell(self, done: int, total: int, words: str) -> None:
        """Say how far the work is, "Regel 1.240 van 3.100 gelezen"; raises Stopped when it has to stop.

        May be called for every row: most calls cost nothing. It is written beside the transaction of the work, which
        nobody can look into before it is done.
        """
        now = time.monotonic()
        if now - self._told_at < TELL_EVERY and done < total:
            return
        self._told_at = now
        values: dict[str, Any] = {"done": done, "total": total, "words": words}
        if _in_one_transaction.get():
            actions.tell_progress(self.network_id, self.job_id, **values)
            return
        if self._beside is None:
            self._beside = ThreadPoolExecutor(1, thread_name_prefix="progress")
        self._beside.submit(self._tell_beside, values).result()

    def close(self) -> None:
        """Let go of the second connection."""
        if self._beside is not None:
            self._beside.shutdown()

    def _tell_beside(self, values: dict[str, Any]) -> None:
        try:
            actions.tell_progress(self.network_id, self.job_id, **values)
        finally:
            connection.close()  # of this thread: it goes back to the pool


Deed = Callable[..., Outcome]


def long_task(name: str, words: str) -> Callable[[Deed], Deed]:
    """Make a function the task behind a job: ``deed(work, **ids)`` returns the outcome.

    All it does and the end of the job are one transaction: broken off, nothing of it is kept and it may be done again;
    done twice at once, only the first counts. A refusal ends the job with its reason.
    """

    def known(deed: Deed) -> Deed:
        def run(network: str, job: str, **ids: Any) -> None:
            _do(deed, UUID(network), UUID(job), ids)

        run.__qualname__ = f"{deed.__module__}.{deed.__qualname__}"
        # A fault would come again; only work that broke off is picked up, by the rounds of the worker.
        queue.add(queue.Task(name, run, words, tries=1))
        return deed

    return known


def _do(deed: Deed, network_id: UUID, job_id: UUID, ids: dict[str, Any]) -> None:
    if not actions.begin(network_id, job_id):
        return
    work = Work(network_id, job_id)
    try:
        with transaction.atomic(), system(network_id):
            outcome = deed(work, **ids)
            actions.end(network_id, job_id, JobState.DONE, outcome)
    except actions.Stopped:
        _end_unless_ended(network_id, job_id, JobState.CANCELLED, _("Gestopt. Er is niets veranderd."))
    except Refused as refusal:
        _end_unless_ended(network_id, job_id, JobState.FAILED, refusal.reason)
    except Exception:
        words = _(
            "Er ging iets mis. Er is niets veranderd. Probeer het opnieuw, of vraag de beheerder om hulp."
        )
        _end_unless_ended(network_id, job_id, JobState.FAILED, words)
        raise
    finally:
        work.close()


def _end_unless_ended(network_id: UUID, job_id: UUID, state: JobState, words: str) -> None:
    try:
        actions.end(network_id, job_id, state, Outcome(words))
    except actions.Stopped:
        log.info("Job %s had ended already.", job_id)
