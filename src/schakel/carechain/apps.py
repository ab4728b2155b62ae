"""The care chain as a Django app."""

from django.apps import AppConfig


class CarechainConfig(AppConfig):
    """Event logs, links and waits."""

    name = "schakel.carechain"
    label = "carechain"
    verbose_name = "Zorgketen"
