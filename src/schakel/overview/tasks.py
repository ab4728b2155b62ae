"""What the worker does over several apps."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

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
