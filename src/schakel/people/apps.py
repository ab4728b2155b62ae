"""People as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People."""

    name = "schakel.people"
    label = "people"
    verbose_name = "Personen"
