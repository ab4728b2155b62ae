"""The look and feel as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Base page, components and style."""

    name = "schakel.web"
    label = "web"
    verbose_name = "Vormgeving"
