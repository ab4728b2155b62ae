"""The exchange of whole networks as a Django app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Network files in and out."""

    name = "schakel.exchange"
    label = "exchange"
    verbose_name = "Uitwisseling"
