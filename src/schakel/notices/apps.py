"""Notices as a Django app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices, preferences and mail."""

    name = "schakel.notices"
    label = "notices"
    verbose_name = "Meldingen"
