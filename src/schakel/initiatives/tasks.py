"""What the worker does for initiatives."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from schakel.initiatives.actions.announcing import announce_updates_due
from schakel.jobs.queue import task
from schakel.network.models import Network
from schakel.tenancy.context import current


@task("initiatives.remind", gettext_lazy("Trekkers vragen hoe het gaat"), daily_at="05:05")
def remind() -> None:
    """Tell leads that their update is due."""
    who = current()
    assert who is not None, "a task runs for one network"
    announce_updates_due(Network.objects.get(pk=who[1]), timezone.localdate())
