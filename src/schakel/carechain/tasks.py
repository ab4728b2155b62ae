"""Looking at a log and preparing it, by the worker, as the person who asked; and removing what is over."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as noop

from schakel.carechain import actions
from schakel.carechain.models import ChainCut, EventLog
from schakel.carechain.preparing import Tell
from schakel.carechain.rules import LogState
from schakel.jobs.models import Job
from schakel.jobs.queue import task
from schakel.jobs.rules import Outcome
from schakel.jobs.working import Work, long_task
from schakel.network.models import Network
from schakel.tenancy.context import current

#: Seconds between two questions to the database, that ends the connection of who says nothing for a minute.
AWAKE_EVERY = 15.0


@long_task(actions.LOOK, noop("Logboek bekijken"))
def look(work: Work, *, log: str, **_ids: Any) -> Outcome:
    """Look at the columns of a file that came in."""
    work.tell(0, 1, _("De eerste regels worden gelezen"))
    found = actions.look_at_columns(_log(log), by=_asker(work))
    words = _("Kies nu welke kolom wat is.") if found.state == LogState.RECOGNISED else found.words
    return Outcome(words, "carechain:log", {"log": log})


@long_task(actions.PREPARE, noop("Logboek klaarzetten"))
def prepare(work: Work, *, log: str, **_ids: Any) -> Outcome:
    """Prepare a log and ask it everything."""
    found = actions.prepare_log(_log(log), by=_asker(work), tell=_teller(work))
    if found.is_ready:
        return Outcome(_("Het logboek staat klaar."), "carechain:log", {"log": log})
    return Outcome(_("Er is niets klaargezet. %(why)s") % {"why": found.words}, "carechain:log", {"log": log})


@long_task(actions.ASK, noop("Logboek opnieuw uitrekenen"))
def ask(work: Work, *, log: str, **_ids: Any) -> Outcome:
    """Ask a prepared log everything again."""
    actions.ask_anew(_log(log), by=_asker(work), tell=_teller(work, _PARTS_OF_ASKING))
    return Outcome(_("Het logboek is opnieuw uitgerekend."), "carechain:log", {"log": log})


@long_task(actions.COUNT, noop("Overdrachten tellen"))
def count(work: Work, *, log: str, **_ids: Any) -> Outcome:
    """Count a file with transfers."""
    found = actions.count_transfers(_log(log), by=_asker(work), tell=_teller(work))
    if found.is_ready:
        return Outcome(_("De overdrachten zijn geteld."), "carechain:log", {"log": log})
    return Outcome(_("Er is niets geteld. %(why)s") % {"why": found.words}, "carechain:log", {"log": log})


@long_task(actions.CUT, noop("Keuze uit een logboek uitrekenen"))
def cut(work: Work, *, cut: str, other: str | None = None, **_ids: Any) -> Outcome:
    """Work out one or two choices from a log."""
    asker, keys = _asker(work), [key for key in (cut, other) if key]
    for at, key in enumerate(keys):
        work.tell(at, len(keys), _("Het logboek wordt gelezen"))
        actions.work_out_cut(ChainCut.objects.get(pk=UUID(key)), by=asker)
    if other:
        return Outcome(_("De vergelijking is klaar."), "carechain:cuts", {"cut": cut, "other": other})
    return Outcome(_("De keuze is uitgerekend."), "carechain:cut", {"cut": cut})


@task(actions.REMOVE, gettext_lazy("Logboeken verwijderen waarvan de tijd om is"), daily_at="03:20")
def remove() -> None:
    """Remove the logs of this network that are over, with their folders."""
    who = current()
    assert who is not None, "a task runs for one network"
    actions.remove_what_is_over(Network.objects.get(pk=who[1]), now=timezone.now())


def _log(key: str) -> EventLog:
    return EventLog.objects.select_related("network").get(pk=UUID(key))


def _asker(work: Work) -> Any:
    return Job.objects.select_related("started_by").get(pk=work.job_id).started_by


#: Which part of the whole each step of preparing is, of hundred.
_PARTS = {"lezen": (5, 70), "sorteren": (75, 5), "schrijven": (80, 10)}
_PARTS_OF_ASKING = {"uitrekenen": (0, 95)}


def _teller(work: Work, parts: Mapping[str, tuple[int, int]] = _PARTS) -> Tell:
    """Pass on how far it is; and now and then ask the database something, so that it keeps the connection."""
    awake_at = time.monotonic()

    def tell(words: str, share: float) -> None:
        nonlocal awake_at
        begin, length = parts.get(words, (90, 5) if share else (0, 5))
        work.tell(begin + int(length * min(share, 1.0)), 100, words.capitalize())
        if time.monotonic() - awake_at > AWAKE_EVERY:
            awake_at = time.monotonic()
            with connection.cursor() as cursor:
                cursor.execute("select 1")

    return tell
