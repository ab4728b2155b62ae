"""A network sees its own jobs. The queue holds only ids; the pages may add to it and the worker may empty it."""

from django.conf import settings
from django.db import migrations

from schakel.tenancy.operations import tenant_tables

RUNTIME, BACKUP = settings.DATABASE_ROLES["runtime"], settings.DATABASE_ROLES["backup"]

# The functions of the package act as their caller, so the caller needs these rights and no more.
QUEUE = f"""
    revoke all on procrastinate_jobs, procrastinate_events, procrastinate_workers, procrastinate_periodic_defers,
        jobs_round from {RUNTIME};
    grant select, insert, update, delete on procrastinate_jobs, procrastinate_workers, procrastinate_periodic_defers
        to {RUNTIME};
    grant select, insert on procrastinate_events to {RUNTIME};
    grant select, insert, update on jobs_round to {RUNTIME};
    grant select on procrastinate_jobs, procrastinate_events, procrastinate_workers, procrastinate_periodic_defers,
        jobs_round to {BACKUP};
"""
NO_QUEUE = f"""
    revoke all on procrastinate_jobs, procrastinate_events, procrastinate_workers, procrastinate_periodic_defers,
        jobs_round from {RUNTIME}, {BACKUP};
"""


class Migration(migrations.Migration):
    dependencies = [
        ("jobs", "0001_initial"),
        ("network", "0002_tenancy"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [migrations.RunSQL(QUEUE, NO_QUEUE), *tenant_tables("jobs", ["job"])]
