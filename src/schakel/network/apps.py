"""Networks as a Django app."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """Networks."""

    name = "schakel.network"
    label = "network"
    verbose_name = "Netwerken"
