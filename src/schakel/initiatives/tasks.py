"""What the worker does for initiatives."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as noop

from schakel.initiatives.actions import (
    SET_DOSSIER,
    WORK_OUT_VALUE,
    judge_effects,
    load_value_calculation,
    make_archive,
    set_dossier,
    work_out_value,
)
from schakel.initiatives.actions.announcing import announce_figures, announce_updates_due
from schakel.initiatives.actions.archiving import ARCHIVE
from schakel.initiatives.actions.measures import JUDGE, load_calculation
from schakel.initiatives.actions.settling import let_go_of_what_ended, settle_waiting
from schakel.initiatives.models import Dossier, Initiative
from schakel.jobs.models import Job
from schakel.jobs.queue import task
from schakel.jobs.rules import Outcome
from schakel.jobs.working import Work, long_task
from schakel.network.models import Network
from schakel.tenancy.context import current, system


@task("initiatives.settle", gettext_lazy("Besluiten laten doorgaan die op iets wachtten"), daily_at="05:00")
def settle() -> None:
    """Let valid decisions have their effect of which the gate is ready now, and let go of what ended asks for."""
    who = current()
    assert who is not None, "a task runs for one network"
    network = Network.objects.get(pk=who[1])
    settle_waiting(network, by=None)
    let_go_of_what_ended(network, by=None)


@task("initiatives.remind", gettext_lazy("Trekkers vragen hoe het gaat"), daily_at="05:05")
def remind() -> None:
    """Tell leads that their update is due."""
    who = current()
    assert who is not None, "a task runs for one network"
    announce_updates_due(Network.objects.get(pk=who[1]), timezone.localdate())


@task("initiatives.figures", gettext_lazy("Vragen om cijfers die aan de beurt zijn"), daily_at="05:15")
def figures() -> None:
    """Tell who collects figures that they are due or late."""
    who = current()
    assert who is not None, "a task runs for one network"
    announce_figures(Network.objects.get(pk=who[1]), timezone.localdate())


@task(JUDGE, gettext_lazy("Berekenen wat er van beloofde effecten kwam"), daily_at="05:20", in_steps=True)
def judge(network: UUID, *, initiative: str | None = None) -> None:
    """Work out what came of the promises of one initiative, or every night of all."""
    load_calculation()
    with transaction.atomic(), system(network):
        judge_effects(
            Network.objects.get(pk=network), by=None, initiative=UUID(initiative) if initiative else None
        )


@long_task(ARCHIVE, noop("Archief maken"))
def archive(work: Work, *, initiative: str, **_ids: Any) -> Outcome:
    """Make the archive of an initiative, as the person who asked for it."""
    by = Job.objects.select_related("started_by").get(pk=work.job_id).started_by

    def progress(done: int, total: int) -> None:
        words = _("%(done)s van %(total)s bestanden klaar") % {"done": done, "total": total}
        work.tell(done, total, words)

    found = Initiative.objects.select_related("network").get(pk=UUID(initiative))
    version = make_archive(found, by=by, progress=progress)
    words = _("Het archief staat bij de documenten.")
    return Outcome(words, "overview:document", {"pk": str(version.document_id)})


@task(SET_DOSSIER, gettext_lazy("Dossier als PDF zetten"))
def set_one_dossier(dossier: str) -> None:
    """Set a dossier as a PDF."""
    set_dossier(Dossier.objects.get(pk=UUID(dossier)))


@task(WORK_OUT_VALUE, gettext_lazy("Berekenen wat een verandering waard is"), in_steps=True)
def work_out_one_value(network: UUID, *, initiative: str) -> None:
    """Work out the value card of one initiative."""
    load_value_calculation()
    with transaction.atomic(), system(network):
        work_out_value(Initiative.objects.get(pk=UUID(initiative)))
