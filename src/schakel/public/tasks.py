"""What the worker does for what came from outside."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from schakel.jobs.queue import task
from schakel.network.models import Network
from schakel.public.actions import forget_unproved
from schakel.tenancy.context import current


@task("public.forget", gettext_lazy("Vergeten wat niemand bevestigde"), daily_at="04:30")
def forget() -> None:
    """Remove what was sent from addresses that nobody proved within the days that the link works."""
    who = current()
    assert who is not None, "a task runs for one network"
    forget_unproved(Network.objects.get(pk=who[1]), timezone.now())
