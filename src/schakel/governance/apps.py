"""The app of bodies, mandates, meetings and decisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    """Governance: rights that follow from seats, and decisions that prove themselves."""

    name = "schakel.governance"
    verbose_name = _("besluitvorming")

    def ready(self) -> None:
        """An absence ends when its person leaves the network."""
        from schakel.governance.actions.absences import end_absences_of
        from schakel.network.leaving import know_what_ends

        know_what_ends(end_absences_of)
