"""What the worker does for the network itself."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext_lazy

from schakel.jobs.queue import task
from schakel.network.actions.announcing import announce_renewals
from schakel.network.actions.obligations import announce_obligations
from schakel.network.models import Network
from schakel.tenancy.context import current


@task("network.remind", gettext_lazy("Herinneren aan overeenkomsten"), daily_at="05:10")
def remind() -> None:
    """Tell people of agreements that end or renew themselves, and of what parties have to do."""
    who = current()
    assert who is not None, "a task runs for one network"
    network, today = Network.objects.get(pk=who[1]), timezone.localdate()
    announce_renewals(network, today)
    announce_obligations(network, today)
