"""What the worker does for bodies and decisions."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from schakel.governance.actions.announcing import announce_conditions
from schakel.jobs.queue import task
from schakel.network.models import Network
from schakel.tenancy.context import current


@task("governance.remind", gettext_lazy("Herinneren aan voorwaarden"), daily_at="05:00")
def remind() -> None:
    """Tell people of conditions that have their day soon, or had it."""
    who = current()
    assert who is not None, "a task runs for one network"
    announce_conditions(Network.objects.get(pk=who[1]), timezone.localdate())
