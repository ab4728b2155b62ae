"""Who may do what with a job."""

from django.utils.translation import gettext as _

from schakel.jobs.models import Job
from schakel.people.models import Person


def why_not_stop(by: Person, job: Job) -> str | None:
    """Why this person may not stop this job. No database query."""
    if job.has_ended:
        return _("Deze taak is al afgelopen.")
    if job.started_by_id != by.pk:
        return _("Alleen wie deze taak startte, kan haar stoppen.")
    return None
