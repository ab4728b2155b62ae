"""What the worker does over several apps."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from schakel.governance.actions import put_owed_on_agenda
from schakel.governance.queries import next_meetings
from schakel.initiatives.queries import agenda_points
from schakel.jobs.queue import task
from schakel.network.models import Network
from schakel.overview.actions.handover import tell_of_leavers
from schakel.tenancy.context import current


@task("overview.leavers", gettext_lazy("Kijken wie wegging en iets openliet"), daily_at="05:10")
def leavers() -> None:
    """Tell the managers who left while something was open."""
    who = current()
    assert who is not None, "a task runs for one network"
    tell_of_leavers(Network.objects.get(pk=who[1]), timezone.localdate())


@task(
    "overview.agendas",
    gettext_lazy("Agenda's aanvullen met wat te laat is of wakker wordt"),
    daily_at="04:50",
)
def agendas() -> None:
    """Put late conditions, parked initiatives that wake and missed after-care on the next agenda of their body."""
    who = current()
    assert who is not None, "a task runs for one network"
    for meeting in next_meetings(Network.objects.get(pk=who[1]), timezone.now()):
        put_owed_on_agenda(meeting, by=None, points=agenda_points(meeting.body, timezone.localdate()))
