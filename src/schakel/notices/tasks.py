"""What the worker does for notices."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from schakel.jobs.models import Job
from schakel.jobs.queue import task
from schakel.notices import actions
from schakel.notices.rules import Kind
from schakel.tenancy.context import current


def _network_id() -> UUID:
    who = current()
    assert who is not None, "a task runs for one network"
    return who[1]


@task("notices.deliver", gettext_lazy("Meldingen bezorgen"))
def deliver() -> None:
    """Decide for every new notice whether a mail follows."""
    actions.deliver(actions.network_of(_network_id()))


@task("notices.send", gettext_lazy("Een mail versturen"), in_steps=True, tries=5, wait=60)
def send(network: UUID, mail: str) -> None:
    """Send one mail."""
    actions.send(network, UUID(mail))


@task("notices.daily", gettext_lazy("De weekmail maken en oude meldingen opruimen"), daily_at="05:30")
def daily() -> None:
    """Make the digests on their day, deliver what was left, and forget what is old."""
    network = actions.network_of(_network_id())
    actions.deliver(network)
    actions.send_digests(network, timezone.localdate())
    actions.forget_old(network, timezone.now())


@task("notices.tell_job_ended", gettext_lazy("Melden dat een taak klaar is"))
def tell_job_ended(job: str) -> None:
    """Tell who started a job what came of it."""
    ended = Job.objects.select_related("started_by", "network").get(pk=job)
    actions.notify(
        ended.network,
        [ended.started_by],
        Kind.JOB,
        key=f"job:{ended.pk}",
        title=_("%(title)s: %(state)s") % {"title": ended.title, "state": ended.get_state_display()},
        because=ended.words,
        page="jobs:job",
        job=ended.pk,
    )
