"""Who may define, fill in, check and lock; each answer is a reason to refuse, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from schakel.governance.permissions import Permission, why_not
from schakel.measuring.rules import Origin

if TYPE_CHECKING:
    from schakel.measuring.models import Indicator
    from schakel.network.models import Network
    from schakel.people.models import Person


def why_not_define_indicators(by: Person | None, network: Network) -> str | None:
    """Why this person may not say what is measured."""
    return why_not(by, Permission.DEFINE_INDICATORS, network)


def why_not_renew(by: Person | None, indicator: Indicator) -> str | None:
    """Why this person may not write the next version of an indicator."""
    if refusal := why_not_define_indicators(by, indicator.network):
        return refusal
    if indicator.origin == Origin.CATALOGUE:
        return _("Deze definitie komt uit de catalogus van Schakel en is voor elk netwerk gelijk.")
    if indicator.ended_on is not None:
        return _("Deze indicator wordt niet meer gemeten.")
    return None
