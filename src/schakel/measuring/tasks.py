"""Checking and bringing in a large file with figures, by the worker, as the person who sent it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as noop

from schakel.jobs.queue import task
from schakel.jobs.rules import Outcome
from schakel.jobs.working import Work, long_task
from schakel.measuring import actions
from schakel.measuring.models import FigureImport
from schakel.network.models import Network
from schakel.tenancy.context import current, system


@long_task("measuring.check", noop("Cijfers bekijken"))
def check(work: Work, *, found: str, **_ids: Any) -> Outcome:
    """Say what a large file would do."""
    row = _row(found)
    row = actions.check_figures(
        row, by=row.person, tell=_teller(work, row, _("Regel %(done)s van %(total)s bekeken"))
    )
    words = (
        _("Uw bestand klopt. Lees wat er gebeurt, en voer het dan in.")
        if row.is_right
        else _("In uw bestand zitten nog fouten. Er is niets ingevoerd.")
    )
    return Outcome(words, "measuring:figures_sent", {"pk": str(row.pk)})


@long_task("measuring.bring_in", noop("Cijfers invoeren"))
def bring_in(work: Work, *, found: str, **_ids: Any) -> Outcome:
    """Bring in what was checked; the rights are those of who sent it, on this very moment."""
    row = _row(found)
    row = actions.bring_in(
        row,
        by=row.person,
        tell_read=_teller(work, row, _("Regel %(done)s van %(total)s gelezen")),
        tell_written=_teller(work, row, _("Regel %(done)s van %(total)s ingevoerd")),
    )
    return Outcome(_("Uw cijfers zijn ingevoerd."), "measuring:figures_sent", {"pk": str(row.pk)})


def _row(found: str) -> FigureImport:
    return FigureImport.objects.select_related("network", "person").get(pk=UUID(found))


def _teller(work: Work, row: FigureImport, words: str) -> Callable[[int], None]:
    def tell(done: int) -> None:
        work.tell(done, row.n_rows, words % {"done": done, "total": row.n_rows})

    return tell


@task(actions.READ, gettext_lazy("Regelkaarten opnieuw maken"), in_steps=True)
def read(network: UUID) -> None:
    """Work out every series of this network that changed, some at a time, each time in a transaction of its own."""
    n_done = 1
    while n_done:
        with transaction.atomic(), system(network):
            n_done = actions.work_out_some(network)


@task("measuring.renew", gettext_lazy("Oude regelkaarten opnieuw laten maken"), daily_at="04:45")
def renew() -> None:
    """Ask anew for what was worked out in an older way, or never came."""
    who = current()
    assert who is not None, "a task runs for one network"
    actions.renew_readings(who[1])


@task("measuring.forget", gettext_lazy("Vergeten welke bestanden niemand invoerde"), daily_at="04:40")
def forget() -> None:
    """Remove the files with figures that nobody brought in."""
    who = current()
    assert who is not None, "a task runs for one network"
    actions.forget_files(Network.objects.get(pk=who[1]), timezone.now())
