"""The app of bodies, mandates, meetings and decisions."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GovernanceConfig(AppConfig):
    """Governance: rights that follow from seats, and decisions that prove themselves."""

    name = "schakel.governance"
    verbose_name = _("besluitvorming")
