"""The journal as a Django app."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The journal."""

    name = "schakel.journal"
    label = "journal"
    verbose_name = "Logboek"
