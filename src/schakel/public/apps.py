"""The public pages as a Django app."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Pages for anyone."""

    name = "schakel.public"
    label = "public"
    verbose_name = "Openbaar"
