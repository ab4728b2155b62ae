"""The initiatives as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """The initiatives."""

    name = "schakel.initiatives"
    label = "initiatives"
    verbose_name = "Initiatieven"

    def ready(self) -> None:
        """Say where initiatives lie: decisions are about them, and governance knows only the area of a body."""
        from schakel.governance.places import know_where_things_lie
        from schakel.initiatives.queries.places import initiatives_in

        know_where_things_lie(initiatives_in)
