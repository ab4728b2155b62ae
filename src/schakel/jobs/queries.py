"""What a person reads about a job, and what the manager reads about the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker

from schakel.jobs import queue
from schakel.jobs.models import Job, Round
from schakel.jobs.rules import DEAD_AFTER, ROUND_EVERY, JobState, seconds_left, time_left

#: How a state of a job looks; the words are the job's own.
LOOKS = {JobState.DONE: "ready", JobState.FAILED: "missing", JobState.CANCELLED: "stopped"}


@dataclass(frozen=True)
class Progress:
    """How far a job is, as the page shows it."""

    words: str
    done: int
    total: int
    is_running: bool
    look: str
    result: str


def progress(job: Job, *, network_slug: str, now: datetime) -> Progress:
    """Say how far a job is and how long it takes still. No database query."""
    words = job.words
    if job.state == JobState.WAITING:
        words = _("Wacht tot het aan de beurt is.")
    elif job.state == JobState.RUNNING and job.stop_asked_at:
        words = _("Wordt gestopt.")
    elif job.state == JobState.RUNNING:
        busy = (now - job.begun_at).total_seconds() if job.begun_at else 0.0
        words = ", ".join(
            part
            for part in (words or _("Begonnen"), time_left(seconds_left(job.done, job.total, busy)))
            if part
        )
    return Progress(
        words=words,
        done=job.done,
        total=job.total or 1,
        is_running=not job.has_ended,
        look=LOOKS.get(JobState(job.state), ""),
        result=result_of(job, network_slug),
    )


def result_of(job: Job, network_slug: str) -> str:
    """Find the address of the result, or nothing. No database query."""
    if not job.link_name:
        return ""
    try:
        return reverse(job.link_name, kwargs={"network": network_slug, **job.link_kwargs})
    except NoReverseMatch:
        return ""


@dataclass(frozen=True)
class FailedWork:
    """One task that failed: its number in the queue, what it was and when."""

    number: int
    words: str
    at: datetime | None


@dataclass(frozen=True)
class WorkerState:
    """Whether the worker works, and what waits for it in one network."""

    n_workers: int
    round_at: datetime | None
    is_awake: bool
    n_retried: int
    n_given_up: int
    n_waiting: int
    n_doing: int
    n_later: int
    oldest_at: datetime | None
    failed: tuple[FailedWork, ...]


def is_awake(now: datetime) -> bool:
    """Whether a worker works: it looked around a short while ago. One database query."""
    return _is_recent(Round.objects.first(), now)


def _is_recent(last: Round | None, now: datetime) -> bool:
    return last is not None and (now - last.at).total_seconds() < 3 * ROUND_EVERY


def worker_state(network: Any, *, now: datetime) -> WorkerState:
    """Read how the worker does, for one network. Five database queries."""
    gone = now - timedelta(seconds=DEAD_AFTER)
    last = Round.objects.first()
    own = ProcrastinateJob.objects.filter(args__network=str(network.pk))
    numbers = dict(own.values_list("status").annotate(n=Count("pk")).order_by("status"))
    later = own.filter(status="todo", scheduled_at__gt=now).count()
    waiting = ProcrastinateEvent.objects.filter(
        type="deferred", job__status="todo", job__args__network=str(network.pk), job__scheduled_at=None
    )
    failed = own.filter(status="failed").annotate(at=Max("procrastinateevent__at")).order_by("-pk")[:50]
    return WorkerState(
        n_workers=ProcrastinateWorker.objects.filter(last_heartbeat__gte=gone).count(),
        round_at=last.at if last else None,
        is_awake=_is_recent(last, now),
        n_retried=last.n_retried if last else 0,
        n_given_up=last.n_given_up if last else 0,
        n_waiting=numbers.get("todo", 0) - later,
        n_doing=numbers.get("doing", 0),
        n_later=later,
        oldest_at=waiting.order_by("at").values_list("at", flat=True).first(),
        failed=tuple(FailedWork(one.pk, words_of(one.task_name), one.at) for one in failed),
    )


def words_of(task_name: str) -> str:
    """Say what a task does; of one that no longer exists only the name is known."""
    known = queue.TASKS.get(task_name)
    return str(known.words) if known else task_name


def own_jobs(person: Any, network: Any, *, limit: int = 20) -> list[Job]:
    """The jobs that this person started, newest first. One database query."""
    return list(Job.objects.visible_to(person).of(network).started_by(person)[:limit])


def all_jobs(person: Any, network: Any, *, limit: int = 20) -> list[Job]:
    """The jobs that anyone in the network started, newest first, for its manager. One database query."""
    return list(Job.objects.visible_to(person).of(network).select_related("started_by")[:limit])
