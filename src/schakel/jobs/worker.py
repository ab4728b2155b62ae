"""The worker: does what is in the queue, and makes rounds for work that broke off.

The package has no rounds of its own, and one written as a task could itself break off; so it is a loop here.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from dataclasses import dataclass

from asgiref.sync import sync_to_async
from django.db import close_old_connections, connection, transaction
from procrastinate.contrib.django.db_cleanup import DjangoApp
from procrastinate.contrib.django.utils import connector_params
from procrastinate.jobs import Job as Queued
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from schakel.jobs import actions, queue
from schakel.jobs.queue import QUEUE, Task, defer
from schakel.jobs.rules import DEAD_AFTER, ROUND_EVERY, SIGN_OF_LIFE_EVERY
from schakel.tenancy.context import all_networks

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pace:
    """How often things happen, in seconds."""

    sign_of_life_every: float = SIGN_OF_LIFE_EVERY
    dead_after: float = DEAD_AFTER
    round_every: float = ROUND_EVERY
    look_every: float = 5.0
    again_after: float = 2.0


def work(pace: Pace | None = None, *, at_once: int = 2, until_empty: bool = False) -> None:
    """Do what is queued until told to stop (SIGTERM, SIGINT), or until nothing is left.

    at_once: how many tasks at the same time. A task that is being done when the word comes is finished first.
    """
    asyncio.run(_work(pace or Pace(), at_once, until_empty))


async def _work(pace: Pace, at_once: int, until_empty: bool) -> None:
    """Keep a worker at work; one that ends by itself, because the database went away, is followed by another."""
    enough = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, enough.set)
    rounds = asyncio.create_task(_rounds(pace))
    told = asyncio.create_task(enough.wait())
    try:
        while not enough.is_set():
            worker = asyncio.create_task(_one_worker(pace, at_once, until_empty))
            await asyncio.wait({worker, told}, return_when=asyncio.FIRST_COMPLETED)
            worker.cancel()
            [outcome] = await asyncio.gather(worker, return_exceptions=True)
            if isinstance(outcome, Exception):
                log.error("The worker broke off; another one begins.", exc_info=outcome)
            if until_empty:
                break
            await asyncio.wait({told}, timeout=pace.again_after)
    finally:
        rounds.cancel()
        told.cancel()
        await asyncio.gather(rounds, told, return_exceptions=True)


async def _one_worker(pace: Pace, at_once: int, until_empty: bool) -> None:
    connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=at_once + 2)
    app = DjangoApp(connector=connector)
    for task in queue.TASKS.values():
        _make_known(app, task)
    async with app.open_async():
        await app.run_worker_async(
            queues=[QUEUE],
            name="schakel",
            wait=not until_empty,
            concurrency=at_once,
            fetch_job_polling_interval=pace.look_every,
            update_heartbeat_interval=pace.sign_of_life_every,
            stalled_worker_timeout=pace.dead_after,
            delete_jobs="successful",
            install_signal_handlers=False,
        )


def _make_known(app: DjangoApp, task: Task) -> None:
    """Give a task of ours to the package, with its tries and its hour."""
    app.task(name=task.name, queue=QUEUE, retry=Waits(task.tries, task.wait))(task.run)
    if task.daily_at:
        hour, minute = task.daily_at.split(":")

        def each_network(timestamp: int) -> None:
            queue_for_each_network(task.name)

        each = app.task(name=f"{task.name}.each_network", queue=QUEUE)(each_network)
        app.periodic(cron=f"{int(minute)} {int(hour)} * * *", periodic_id="daily")(each)


class Waits(BaseRetryStrategy):
    """Try again so often in all, and wait ten times as long after every try."""

    def __init__(self, tries: int, wait: int) -> None:
        self.tries, self.wait = tries, wait

    def get_retry_decision(self, *, exception: BaseException, job: Queued) -> RetryDecision | None:
        """Return when to try again, or None when it was tried often enough."""
        if job.attempts + 1 >= self.tries:
            return None
        return RetryDecision(retry_in={"seconds": self.wait * 10**job.attempts})


def queue_for_each_network(name: str) -> None:
    """Queue the daily task of every network."""
    with transaction.atomic():
        for network_id in all_networks():
            defer(name, network=network_id)


async def _rounds(pace: Pace) -> None:
    while True:
        await sync_to_async(_round, thread_sensitive=False)(pace)
        await asyncio.sleep(pace.round_every)


def _round(pace: Pace) -> None:
    close_old_connections()
    try:
        made = actions.make_round(dead_after=pace.dead_after)
        if made.n_retried or made.n_given_up:
            log.warning(
                "Broken-off work: %s put back in the queue, %s given up.", made.n_retried, made.n_given_up
            )
        actions.tidy()
    except Exception:
        log.exception("A round failed; the next one is in %s seconds.", pace.round_every)
    finally:
        connection.close()
