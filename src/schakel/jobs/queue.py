"""The queue: what tasks there are, and putting one in it. Only this file and the worker know which package it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, transaction
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job as Queued
from procrastinate.manager import JobManager

from schakel.jobs.rules import TRIES, plain_ids
from schakel.tenancy.context import system

QUEUE = "schakel"
Deed = TypeVar("Deed", bound=Callable[..., Any])


@dataclass(frozen=True)
class Task:
    """Something the worker can do.

    run: called with the network and the ids. words: what it does, for the manager. tries: how often in all when it
    fails; wait: seconds before the second try, each later wait ten times as long. daily_at: UTC time "hh:mm" for work
    that each network needs every day.
    """

    name: str
    run: Callable[..., None]
    words: str = ""
    tries: int = TRIES
    wait: int = 10
    daily_at: str = ""


TASKS: dict[str, Task] = {}


def add(task: Task) -> None:
    """Let the worker know a task; two with one name would hide each other."""
    known = TASKS.get(task.name)
    if known is not None and known.run.__qualname__ != task.run.__qualname__:
        raise LookupError(f"There are two tasks {task.name}")
    TASKS[task.name] = task


def task(name: str, words: str, *, in_steps: bool = False, **options: Any) -> Callable[[Deed], Deed]:
    """Make a function a task with a name such as "notices.deliver"; ``words`` say what it does, "Berichten bezorgen".

    It gets the ids it was queued with and runs in one transaction, as the platform itself at work for the network.
    With in_steps it gets the network as well, opens its own transactions, and may talk to the world between them.
    Every task may run twice without harm: a worker can die after the deed and before it said so.
    """

    def known(deed: Deed) -> Deed:
        def run(network: str, **ids: Any) -> None:
            if in_steps:
                deed(UUID(network), **ids)
                return
            with transaction.atomic(), system(UUID(network)):
                deed(**ids)

        run.__qualname__ = f"{deed.__module__}.{deed.__qualname__}"
        add(Task(name, run, words, **options))
        return deed

    return known


def defer(name: str, *, network: Any, not_before: datetime | None = None, **ids: Any) -> int:
    """Queue a task in the transaction that is open now: rolled back, it was never asked. One database query.

    network: the network, or its key. ids: keys of rows, days, numbers, single words; nothing that a person wrote.
    Returns the number in the queue.
    """
    if name not in TASKS:
        raise LookupError(f"There is no task {name}")
    if not connection.in_atomic_block:
        raise RuntimeError("A task is queued in the transaction of its action.")
    key = network if isinstance(network, UUID) else network.pk
    queued = manager().defer_job(
        Queued(
            queue=QUEUE,
            task_name=name,
            lock=None,
            queueing_lock=None,
            scheduled_at=not_before,
            task_kwargs={"network": str(key), **plain_ids(ids)},
        )
    )
    assert queued.id is not None, "the database numbers what is queued"
    return queued.id


def manager() -> JobManager:
    """The queue through Django's own connection, so in the transaction that is open."""
    return JobManager(DjangoConnector())


def perform(name: str, values: dict[str, Any]) -> None:
    """Do a task here and now, with the values as they stand in the queue."""
    TASKS[name].run(**values)
