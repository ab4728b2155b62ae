"""Tenancy as a Django app: its guard on every connection and its checks."""

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate

#: Statements that a connection keeps planned. The pages together use some four hundred; what is not asked for the
#: longest leaves. psycopg keeps a hundred, so that the pages of one round would throw out each other's.
KEPT_STATEMENTS = 500


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
        connection_created.connect(keep_statements, dispatch_uid="schakel.tenancy.statements")
        post_migrate.connect(put_key_in_database, sender=self, dispatch_uid="schakel.tenancy.key")


def keep_statements(sender: type, connection: Any, **kwargs: Any) -> None:
    """Let a connection remember the plans of all statements that the pages use."""
    connection.connection.prepared_max = KEPT_STATEMENTS
