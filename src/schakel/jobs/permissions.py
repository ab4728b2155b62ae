"""Who may do what with a job."""

from typing import Any

from django.utils.translation import gettext as _

from schakel.jobs.models import Job
from schakel.people.models import Person
from schakel.tenancy.context import Kind, current, managed_networks


def why_not_start(by: Person, network: Any) -> str | None:
    """Why this person may not start a job here; what it does has rules of its own. At most one database query."""
    if network.pk in by.network_ids:
        return None
    return _("Alleen wie bij dit netwerk hoort, start hier een taak.")


def why_not_try_again(by: Person, network: Any) -> str | None:
    """Why this person may not put failed work back in the queue. One database query."""
    if current() == (Kind.PERSON, by.pk) and network.pk in managed_networks():
        return None
    return _("Alleen de netwerkmanager zet een mislukte taak weer in de rij.")


def why_not_stop(by: Person, job: Job) -> str | None:
    """Why this person may not stop this job. No database query."""
    if job.has_ended:
        return _("Deze taak is al afgelopen.")
    if job.started_by_id != by.pk:
        return _("Alleen wie deze taak startte, kan haar stoppen.")
    return None
