"""Jobs as a Django app."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """Jobs and the queue."""

    name = "schakel.jobs"
    label = "jobs"
    verbose_name = "Taken"

    def ready(self) -> None:
        """Let every app say which tasks it has."""
        autodiscover_modules("tasks")
