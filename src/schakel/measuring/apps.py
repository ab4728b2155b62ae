"""Measuring as a Django app."""

from django.apps import AppConfig


class MeasuringConfig(AppConfig):
    """Indicators, figures, baselines and charts."""

    name = "schakel.measuring"
    label = "measuring"
    verbose_name = "Meten"
