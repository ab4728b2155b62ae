"""Tenancy as a Django app: its guard on every connection and its checks."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class TenancyConfig(AppConfig):
    """Guard every new connection."""

    name = "schakel.tenancy"
    label = "tenancy"
    verbose_name = "Afscherming per netwerk"

    def ready(self) -> None:
        """Put the guard on connections and register the start-up checks."""
        from schakel.tenancy import checks  # noqa: F401
        from schakel.tenancy.guard import watch
        from schakel.tenancy.keys import put_key_in_database

        connection_created.connect(watch, dispatch_uid="schakel.tenancy.guard")
        post_migrate.connect(put_key_in_database, sender=self, dispatch_uid="schakel.tenancy.key")
