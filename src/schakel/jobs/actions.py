"""Starting, following and ending jobs, and picking up work that broke off."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate import sql
from procrastinate.contrib.django.models import ProcrastinateJob

from schakel.jobs.models import Job, Round
from schakel.jobs.permissions import why_not_start, why_not_stop, why_not_try_again
from schakel.jobs.queue import defer, manager
from schakel.jobs.rules import DEAD_AFTER, TELLS, TRIES, JobState, Outcome
from schakel.journal.actions import record
from schakel.people.models import Person
from schakel.tenancy.context import system
from schakel.web.refusal import allow


class Stopped(Exception):
    """The person who started the job asked to stop it."""


@transaction.atomic
def start(network: Any, *, by: Person, task: str, title: str, **ids: Any) -> Job:
    """Start long work: a row with its progress, and the task in the queue.

    Whoever belongs to the network may; whether they may have done what the task does, its own action says before.
    task: the name of a task made with ``long_task``. title: what happens, in the words of the field.
    """
    allow(why_not_start(by, network))
    job = Job.objects.create(network=network, task=task, title=title, started_by=by)
    defer(task, network=network, job=job.pk, **ids)
    record(by=by, verb="started", about=job)
    return job


@transaction.atomic
def ask_to_stop(job: Job, *, by: Person) -> Job:
    """Stop a job: one that waits ends at once, one that is being done ends at its next step, with nothing kept."""
    job = Job.objects.select_for_update().get(pk=job.pk)
    allow(why_not_stop(by, job))
    job.stop_asked_at = timezone.now()
    job.save(update_fields=["stop_asked_at"])
    record(by=by, verb="asked_to_stop", about=job)
    if job.state == JobState.WAITING:
        _end(job, JobState.CANCELLED, Outcome(_("Gestopt voordat het begon.")))
    return job


@transaction.atomic
def begin(network_id: UUID, job_id: UUID) -> bool:
    """Say that a job is being done; False when it has ended already, so that it is not done again."""
    with system(network_id):
        job = Job.objects.select_for_update().get(pk=job_id)
        if job.has_ended:
            return False
        job.state, job.begun_at, job.done = JobState.RUNNING, timezone.now(), 0
        job.save(update_fields=["state", "begun_at", "done"])
    return True


@transaction.atomic
def tell_progress(network_id: UUID, job_id: UUID, *, done: int, total: int, words: str) -> None:
    """Write how far a job is; raises Stopped when somebody asked to stop it."""
    with system(network_id):
        running = Job.objects.filter(pk=job_id, state=JobState.RUNNING)
        running.update(done=done, total=total, words=words[:500])
        if running.filter(stop_asked_at__isnull=False).exists():
            raise Stopped


@transaction.atomic
def end(network_id: UUID, job_id: UUID, state: JobState, outcome: Outcome) -> None:
    """End a job in the transaction of its work, and let its person know; raises Stopped when it has ended already."""
    with system(network_id):
        job = Job.objects.select_for_update().get(pk=job_id)
        if job.has_ended:
            raise Stopped  # somebody else did the same work meanwhile: what was done here is taken back
        _end(job, state, outcome)


def _end(job: Job, state: JobState, outcome: Outcome) -> None:
    job.state, job.words, job.ended_at = state, outcome.words[:500], timezone.now()
    job.link_name, job.link_kwargs = outcome.link_name, dict(outcome.link_kwargs)
    if state == JobState.DONE:
        job.done = job.total
    job.save(update_fields=["state", "words", "ended_at", "link_name", "link_kwargs", "done"])
    defer(TELLS, network=job.network_id, job=job.pk)


@transaction.atomic
def make_round(*, dead_after: float = DEAD_AFTER, tries: int = TRIES) -> Round:
    """Look for work whose worker died: put it back in the queue, or give it up after so many tries.

    dead_after: seconds without a sign of life. Two workers may do this at once; each job is handled by one of them.
    """
    gone = timezone.now() - timedelta(seconds=dead_after)
    stalled = (
        ProcrastinateJob.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(Q(worker=None) | Q(worker__last_heartbeat__lt=gone), status="doing")
        .order_by("pk")
    )
    n_retried = n_given_up = 0
    for queued in list(stalled):
        if queued.attempts + 1 < tries:
            manager().retry_job_by_id(queued.pk, retry_at=timezone.now())
            n_retried += 1
        else:
            give_up(queued)
            n_given_up += 1
    values = {"at": timezone.now(), "n_retried": n_retried, "n_given_up": n_given_up}
    return Round.objects.update_or_create(pk=1, defaults=values)[0]


def give_up(queued: ProcrastinateJob) -> None:
    """Mark work in the queue as failed; the job that somebody waits for says so too."""
    manager().connector.get_sync_connector().execute_query(
        query=sql.queries["finish_job"], job_id=queued.pk, status="failed", delete_job=False
    )
    if "job" in queued.args:
        network_id = UUID(queued.args["network"])
        with system(network_id):
            job = Job.objects.select_for_update().filter(pk=queued.args["job"]).first()
            if job is not None and not job.has_ended:
                words = _("Het werk brak drie keer af. Er is niets veranderd. Vraag de beheerder om hulp.")
                _end(job, JobState.FAILED, Outcome(words))


@transaction.atomic
def try_again(network: Any, number: int, *, by: Person) -> bool:
    """Put failed work of this network back in the queue; False when there is none with this number."""
    allow(why_not_try_again(by, network))
    failed = ProcrastinateJob.objects.select_for_update().filter(
        pk=number, status="failed", args__network=str(network.pk)
    )
    if not failed.exists():
        return False
    manager().retry_job_by_id(number, retry_at=timezone.now())
    record(by=by, verb="tried_again", about=network, data={"number": number})
    return True


def tidy(*, days: int = 30) -> int:
    """Forget failed work of long ago; returns how much."""
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from procrastinate_jobs j where j.status in ('failed', 'cancelled', 'aborted') and not exists"
            " (select 1 from procrastinate_events e where e.job_id = j.id"
            " and e.at > now() - make_interval(days => %s))",
            [days],
        )
        return cursor.rowcount
