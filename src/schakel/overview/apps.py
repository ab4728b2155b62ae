"""The overview as a Django app."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    """Pages over several apps."""

    name = "schakel.overview"
    label = "overview"
    verbose_name = "Overzicht"
