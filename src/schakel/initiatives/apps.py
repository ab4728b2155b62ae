"""The initiatives as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """The initiatives."""

    name = "schakel.initiatives"
    label = "initiatives"
    verbose_name = "Initiatieven"
